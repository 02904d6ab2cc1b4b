package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/browser"
	"thidua/internal/store"
)

// later enters a new figure for every target, past the use cases because the year is judged already.
func (p *passed) later(value thidua.Quantity) {
	p.t.Helper()
	act := &store.Act{Tenant: p.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "sua-so-lieu", Object: "target:x"}
	err := p.DB.Write(p.t.Context(), act, func(tx *store.Tx) error {
		targets, err := tx.TrackedTargets(store.TargetFilter{Rounds: []string{p.round}})
		for _, g := range targets {
			if err == nil {
				err = tx.InsertProgress(thidua.Progress{ID: store.NewID(), Target: g.ID, On: "2024-12-31", Value: value, Text: "Chốt năm", By: "p", ByName: "P", At: tx.Now})
			}
		}
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
}

// TestAWrongFigureIsRefusedWithTheTextKept types a figure that the data do not have: 422, the sentence beside the field, everything typed still there.
func TestAWrongFigureIsRefusedWithTheTextKept(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	report := p.papers()[1]
	d, _ := p.get(dung, report)
	if got := d.Find("#tc2").Text(); !strings.Contains(got, "[96,4%]") || d.Find("#loi-van table a[href^='/minh-chung/']").Length() == 0 {
		t.Fatalf("the author sees %q and no evidence", got)
	}
	const typed, other = "Phòng đạt [99%] nhờ kiểm tra hằng tuần.", "Tổ chức 12 buổi tuyên truyền."
	w := p.fill(dung, report, by(thidua.RewritePaper), url.Values{"tc2": {typed}, "tc4": {other}, "no-file": {"1"}})
	d, code := p.read(w)
	if code != http.StatusUnprocessableEntity || d.Find("#tc2").Text() != typed || d.Find("#tc4").Text() != other {
		t.Fatalf("%d, %q, %q", code, d.Find("#tc2").Text(), d.Find("#tc4").Text())
	}
	if text := d.Find("#tc2-e").Text(); !strings.Contains(text, "[99%] không có trong số liệu") || !strings.Contains(text, "[96,4%]") {
		t.Errorf("the refusal says %q", text)
	}
	p.act(dung, report, by(thidua.RewritePaper), url.Values{"tc2": {"Phòng đạt [96,4%] nhờ kiểm tra hằng tuần."}, "tc4": {other}})
	d, _ = p.get(dung, report)
	if text := d.Find("#loi-van .chk").Text(); !strings.Contains(text, "không theo dõi được: 12 buổi tuyên truyền") || !strings.Contains(text, "Lời văn không nêu: mức đạt") {
		t.Errorf("the remarks are %q", text)
	}
}

// TestOldFiguresAreMarkedOnThePages follows one report from stale to renewed, and another that was signed.
func TestOldFiguresAreMarkedOnThePages(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	own, signed := p.papers()[1], p.papers()[2]
	p.act(ha, signed, by(thidua.SubmitForSign), nil)
	p.later(97_50)
	d, _ := p.get(dung, own)
	if text := d.Find("#so-lieu-cu").Text(); !strings.Contains(text, "96,4%") || !strings.Contains(text, "97,5%") || !strings.Contains(text, "Tiêu chí 2") {
		t.Fatalf("old figures: %q", text)
	}
	if text := d.Find("#loi-van td .cu").First().Text(); !strings.Contains(text, "Hiện nay: 97,5%") {
		t.Errorf("the table does not mark it: %q", text)
	}
	d, _ = p.get(dung, "/bao-cao")
	if !strings.Contains(d.Find("tbody").Text(), "số liệu đã cũ") {
		t.Errorf("the list says %q", d.Find("tbody").Text())
	}
	d, _ = p.get(ha, p.file())
	if text := d.Find("main").Text(); !strings.Contains(text, "văn bản khác dữ liệu hiện tại: tiêu chí 1") {
		t.Errorf("the checks do not name the criteria: %q", d.Find(".chk.bare").Text())
	}
	d, _ = p.get(ha, signed)
	if text := d.Find("#so-lieu-cu").Text(); !strings.Contains(text, "đã trình ký với số liệu cũ") || d.Find("#so-lieu-cu form").Length() != 0 {
		t.Errorf("a report in signing says %q", text)
	}
	p.act(dung, own, by(thidua.RenewPaper), nil)
	d, _ = p.get(dung, own)
	if d.Find("#so-lieu-cu").Length() != 0 || !strings.Contains(d.Find("#tc2").Text(), "[97,5%]") {
		t.Errorf("after the renewal: %q", d.Find("#tc2").Text())
	}
}

// TestReportScreensAreClean looks at a report with old figures and alike sentences, and at one that was refused, on desk and phone, by day and night.
func TestReportScreensAreClean(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	const words = "Phòng phân công từng thanh tra viên theo dõi một nhóm kiến nghị và đôn đốc thực hiện hằng tuần."
	for _, report := range p.papers()[1:3] {
		p.act(ha, report, by(thidua.RewritePaper), url.Values{"tc1": {words}})
	}
	p.later(88_00)
	own := p.papers()[1]
	author := browser.Open(t, p.as(dung), browser.Desk)
	look(t, author, "08-bao-cao-so-lieu-cu", own)
	look(t, browser.Open(t, p.as(ha), browser.Desk), "08-bao-cao-cau-giong", own)
	if text := author.Text("main"); !strings.Contains(text, "Giống một báo cáo khác trong cơ quan") || strings.Contains(text, "Báo cáo này giống Văn phòng") {
		t.Errorf("the author sees of the other report: %s", text)
	}
	for _, l := range []browser.Look{browser.Desk, browser.Phone.Night()} {
		author.Look(l)
		author.Go(own)
		author.Type("#tc2", " Thêm [12%].")
		author.Follow("#loi-van button.pri")
		for _, v := range author.Axe() {
			t.Errorf("refused: %s: %v", v.Help, v.Nodes)
		}
		if text := author.Text("#tc2-e"); !strings.Contains(text, "[12%] không có trong số liệu") {
			t.Errorf("refused with %q", text)
		}
	}
	author.NoSidewaysScroll(browser.Desk)
}
