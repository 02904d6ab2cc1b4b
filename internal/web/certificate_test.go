package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/testkit"
)

// decided is a season whose dossier has its decision.
func openDecided(t *testing.T) (p *passed, page string) {
	p = openPassed(t)
	p.issueAll()
	p.act(ha, p.file(), by(thidua.MarkWhole), nil)
	p.act(ha, p.file(), by(thidua.SendDossier), nil)
	p.clock.Set(time.Date(2025, 3, 10, 9, 0, 0, 0, thidua.Zone))
	change := url.Values{"kind": {string(thidua.AnswerDecided)}, "number": {"…/QĐ-UBND (mẫu)"}, "dated": {"05/3/2025"}}
	d, _ := p.get(ha, p.result())
	d.Find("select[name^=result-]").Each(func(i int, s *goquery.Selection) {
		name, _ := s.Attr("name")
		change.Set(name, string(thidua.AnswerYes))
		change.Set(strings.Replace(name, "result-", "gold-", 1), "032"+string(rune('0'+i)))
	})
	p.act(ha, p.result(), "form.cols", change)
	d, _ = p.get(ha, p.result())
	page, ok := d.Find("a[href$='/in-bang-khen']").Attr("href")
	if !ok {
		t.Fatal("the page of results does not lead to the printing")
	}
	return p, page
}

func TestCertificatesArePrintedFromTheirPage(t *testing.T) {
	p, page := openDecided(t)
	d, code := p.get(ha, page)
	if code != http.StatusOK || d.Find("input[name=chon][checked]").Length() != 4 || !strings.Contains(d.Text(), "Vị trí mẫu, chỉnh theo phôi của cơ quan.") {
		t.Fatalf("%d %s", code, d.Find("main").Text())
	}
	values := fieldsOf(d, `form[action$="/loi.pdf"]`)
	file := func(path string) *httptest.ResponseRecorder {
		return p.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
	}
	w := file(page + "/loi.pdf?" + values.Encode())
	if why := testkit.NotAFile("pdf", w.Code, w.Header().Get("Content-Type"), w.Body.Bytes()); why != "" || strings.Count(w.Body.String(), "/Type/Page/") != 4 {
		t.Error(why)
	}
	w = file(page + "/to-thu.pdf")
	if why := testkit.NotAFile("pdf", w.Code, w.Header().Get("Content-Type"), w.Body.Bytes()); why != "" {
		t.Error(why)
	}
	values["loi"] = []string{strings.Repeat("Đã có thành tích rất dài. ", 80)}
	d, code = p.get(ha, page+"/loi.pdf?"+values.Encode())
	if code != http.StatusUnprocessableEntity || !strings.Contains(d.Find("#loi-e").Text(), "không vừa khung") || !strings.Contains(d.Find("#loi").Text(), "rất dài") {
		t.Errorf("words that do not fit: %d %s", code, d.Find("main").Text())
	}
	values.Del("chon")
	if d, code = p.get(ha, page+"/loi.pdf?"+values.Encode()); code != http.StatusUnprocessableEntity || !strings.Contains(d.Find("#chon").Text(), "Hãy chọn ít nhất một") {
		t.Errorf("nobody chosen: %d", code)
	}
	if _, code = p.get(ha, page+"/khac.pdf"); code != http.StatusNotFound {
		t.Errorf("another file: %d", code)
	}
	for _, path := range []string{page, page + "/loi.pdf", page + "/to-thu.pdf"} {
		if _, code := p.get(khoi, path); code != http.StatusForbidden {
			t.Errorf("a leader at %s: %d", path, code)
		}
	}
}

func TestMeasuresAreTypedInMillimetres(t *testing.T) {
	p, page := openDecided(t)
	p.act(ha, page, by(thidua.SetCertificate), url.Values{"kho": {"rieng"}, "rong": {"297,5"}, "ten-x": {"41,5"}, "ten-dam": {}, "nguoi-ten": {"Nguyễn Văn Mẫu"}})
	p.act(ha, page, by(thidua.SetPrinter), url.Values{"may-in": {"HP tầng 2"}, "dx": {"1,5"}, "dy": {"-2"}})
	d, _ := p.get(ha, page)
	saved := fieldsOf(d, by(thidua.SetCertificate))
	if saved.Get("rong") != "297,5" || saved.Get("ten-x") != "41,5" || saved.Has("ten-dam") || saved.Get("nguoi-ten") != "Nguyễn Văn Mẫu" || !strings.Contains(d.Text(), "HP tầng 2: dx 1,5 mm, dy −2 mm") {
		t.Errorf("saved %v", saved)
	}
	for field, bad := range map[string]struct{ value, says string }{
		"ten-x":      {"-3", "Vị trí phải từ 0 mm trở lên"},
		"ten-rong":   {"290", "Khung vượt mép phôi 34 mm"},
		"ten-cao":    {"một", "Hãy nhập số mm"},
		"ten-co":     {"14,5", "Hãy nhập cỡ chữ là số nguyên"},
		"rong":       {"12", "Mỗi cạnh của phôi"},
		"so-vang-co": {"400", "Cỡ chữ phải từ 6 đến 72"},
	} {
		w := p.fill(ha, page, by(thidua.SetCertificate), url.Values{"kho": {"rieng"}, field: {bad.value}, "nguoi-ten": {"Đang gõ dở"}})
		d, _ := goquery.NewDocumentFromReader(w.Body)
		at := d.Find("#" + field)
		if value, _ := at.Attr("value"); w.Code != http.StatusUnprocessableEntity || value != bad.value || !strings.Contains(d.Find("#"+field+"-e").Text(), bad.says) {
			t.Errorf("%s=%s: %d, %q stays, told %q", field, bad.value, w.Code, value, d.Find("#"+field+"-e").Text())
		}
		if kept, _ := d.Find("#nguoi-ten").Attr("value"); kept != "Đang gõ dở" {
			t.Errorf("%s: what else was typed is lost: %q", field, kept)
		}
		if details := at.Closest("details"); details.Length() > 0 {
			if _, open := details.Attr("open"); !open {
				t.Errorf("%s is hidden", field)
			}
		}
	}
	w := p.fill(ha, page, by(thidua.SetPrinter), url.Values{"may-in": {"Canon"}, "dx": {"90"}})
	if d, _ := goquery.NewDocumentFromReader(w.Body); w.Code != http.StatusUnprocessableEntity || !strings.Contains(d.Find("#dx-e").Text(), "chỉ được đến 30 mm") {
		t.Errorf("an offset of 90 mm: %d", w.Code)
	}
	p.act(ha, page, by(thidua.SetCertificate), url.Values{"kho": {"a3"}, "vi-tri-mau": {"1"}})
	d, _ = p.get(ha, page)
	if saved := fieldsOf(d, by(thidua.SetCertificate)); saved.Get("rong") != "420" || saved.Get("ten-x") != "56,5" || saved.Get("nguoi-ten") != "Nguyễn Văn Mẫu" {
		t.Errorf("the places for A3 are %v", saved)
	}
	p.act(ha, page, by(thidua.DropPrinter), nil)
	if d, _ := p.get(ha, page); strings.Contains(d.Text(), "HP tầng 2") {
		t.Error("the printer stays")
	}
}
