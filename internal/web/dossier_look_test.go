package web_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"thidua"
	"thidua/internal/browser"
)

// TestDossierScreensAreClean looks at dossier, paper, answers, history and roll of honour on the way of one dossier.
func TestDossierScreensAreClean(t *testing.T) {
	p := openPassed(t)
	desk := browser.Open(t, p.as(ha), browser.Desk)
	look(t, desk, "08-chua-lap", p.file())
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	papers := p.papers()
	p.act(ha, papers[0], by(thidua.SubmitForSign), nil)
	for _, report := range papers[1:4] {
		p.act(ha, report, by(thidua.SubmitForSign), nil)
	}
	for _, report := range papers[1:3] {
		p.act(ha, report, by(thidua.RecordConfirm), nil)
		p.act(ha, report, by(thidua.RecordIssued), url.Values{"number": {""}, "issued": {"17/01/2025"}})
	}
	look(t, desk, "08-ho-so", p.file())
	look(t, desk, "08-to-trinh", papers[0])
	look(t, desk, "08-bao-cao", papers[4])
	look(t, browser.Open(t, p.as("Lê Thu Trang"), browser.Desk), "08-van-thu", "/van-ban")
	look(t, browser.Open(t, p.as("Phạm Mai Anh"), browser.Desk), "08-tac-gia", papers[3])
}

func TestAnswerAndHonourScreensAreClean(t *testing.T) {
	p := openPassed(t)
	p.issueAll()
	p.act(ha, p.file(), by(thidua.MarkWhole), nil)
	p.act(ha, p.file(), by(thidua.SendDossier), nil)
	desk := browser.Open(t, p.as(ha), browser.Desk)
	for _, a := range []struct {
		on   thidua.Date
		kind thidua.Action
		text string
	}{{"2025-02-03", thidua.AnswerReceived, "theo điện thoại của Sở Nội vụ"}, {"2025-02-24", thidua.AnswerConsult, "không có ý kiến khác"}} {
		p.clock.Set(a.on.Time().Add(9 * time.Hour))
		p.act(ha, p.result(), "form.cols", url.Values{"kind": {string(a.kind)}, "reason": {a.text}})
	}
	p.clock.Set(time.Date(2025, 3, 10, 9, 0, 0, 0, thidua.Zone))
	look(t, desk, "15-ghi-nhan", p.result())
	change := url.Values{"kind": {string(thidua.AnswerDecided)}, "number": {"…/QĐ-UBND (mẫu)"}, "dated": {"05/3/2025"}}
	d, _ := p.get(ha, p.result())
	for i, name := range fieldNames(d.Find("select[name^=result-]")) {
		id := name[len("result-"):]
		change.Set(name, string(thidua.AnswerYes))
		change.Set("gold-"+id, []string{"0305", "", "0321", "0322"}[i])
		if i == 1 {
			change.Set(name, string(thidua.AnswerNo))
			change.Set("note-"+id, "Vượt số lượng quy định; đã khen năm 2023")
		}
	}
	p.act(ha, p.result(), "form.cols", change)
	look(t, desk, "15-ket-qua", p.result())
	p.act(khoi, p.result(), by(thidua.PublishHonour), nil)
	look(t, desk, "10-trong-co-quan", "/bang-vang")
	look(t, desk, "thanh-tich", "/thanh-tich")
	p.open(true)
	look(t, browser.Open(t, p.visitor(), browser.Desk), "10-bang-vang", "/bang-vang")
}

// visitor is the server as somebody without a session sees it.
func (p *passed) visitor() http.Handler { return p.server.Handler() }
