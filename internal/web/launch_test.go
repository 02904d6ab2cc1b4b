package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
)

// typed posts the form of a page as it stands, with some fields typed over.
func (h *hall) typed(who, page, selector string, fields ...string) (string, int) {
	h.t.Helper()
	d, code := h.get(who, page)
	form := fieldsOf(d, selector)
	at := d.Find(selector).AttrOr("action", "")
	if code != http.StatusOK || at == "" {
		h.t.Fatalf("%s has no %s: %d", page, selector, code)
	}
	for i := 0; i+1 < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	w := h.post(who, at, form)
	if w.Code == http.StatusSeeOther {
		return w.Header().Get("Location"), w.Code
	}
	return w.Body.String(), w.Code
}

// TestTheLaunchFromPageToPage walks the launch as officials would: the plan goes out, a unit acknowledges, plans, pledges and asks.
func TestTheLaunchFromPageToPage(t *testing.T) {
	h := openHall(t)
	movement, round := "/phong-trao/"+h.Movement.ID, "/nam/"+h.Rounds[2025].ID
	if body, code := h.typed(ha, movement+"/noi-nhan", `form[action$="/noi-nhan"]`, "chosen", "Phòng Nghiệp vụ 2", "sent", "99/01/2025", "other", "Sở Nội vụ"); code != http.StatusUnprocessableEntity ||
		!strings.Contains(body, "Sở Nội vụ") || !strings.Contains(body, "99/01/2025") {
		t.Errorf("a wrong day: %d", code)
	}
	if to, code := h.typed(ha, movement+"/noi-nhan", `form[action$="/noi-nhan"]`, "chosen", "Phòng Nghiệp vụ 2", "sent", "13/01/2025"); code != http.StatusSeeOther {
		t.Fatalf("sent: %d %s", code, to)
	}
	work, _ := h.get(dung, "/viec-cua-toi")
	link := work.Find(`a[href^="/noi-nhan/"]`).First().AttrOr("href", "")
	if to, code := h.typed(dung, link, `form[action$="/`+string(thidua.Acknowledge)+`"]`); code != http.StatusSeeOther {
		t.Fatalf("acknowledged: %d %s", code, to)
	}
	if d, _ := h.get(ha, movement+"/noi-nhan"); !strings.Contains(d.Find("tbody").Text(), "14/01/2025, "+dung) {
		t.Errorf("the list says %s", d.Find("tbody").Text())
	}
	if body, code := h.typed(dung, round+"/ke-hoach-don-vi", `form[action$="/ke-hoach-don-vi"]`, "number", "02/KH-NV2"); code != http.StatusUnprocessableEntity || !strings.Contains(body, `value="02/KH-NV2"`) {
		t.Errorf("a plan without a day: %d", code)
	}
	if to, code := h.typed(dung, round+"/ke-hoach-don-vi", `form[action$="/ke-hoach-don-vi"]`, "number", "02/KH-NV2", "issued", "10/01/2025", "summary", "Phát động trong phòng"); code != http.StatusSeeOther {
		t.Fatalf("planned: %d %s", code, to)
	}
	h.send(dung, "NV2")
	at, code := h.typed(dung, round+"/giao-uoc", `td form[action$="/giao-uoc"]`)
	if code != http.StatusSeeOther {
		t.Fatalf("pledge: %d %s", code, at)
	}
	if to, code := h.typed(dung, at, `form[action$="/`+string(thidua.SignPledge)+`"]`, "signers", dung+", Trưởng phòng"); code != http.StatusSeeOther {
		t.Fatalf("signed: %d %s", code, to)
	}
	d, _ := h.get(ha, round+"/phat-dong")
	for _, says := range []string{"Đơn vị đã có kế hoạch phát động, triển khai 1/6", "Đơn vị đã ký giao ước, cam kết thi đua 1/6", "Nơi nhận đã xác nhận 1/1"} {
		if !strings.Contains(d.Find(".chk").Text(), says) {
			t.Errorf("the check list does not say %q: %s", says, d.Find(".chk").Text())
		}
	}
	overview, _ := h.get(ha, movement+"?nam=2025")
	if overview.Find(`a[href="`+round+`/phat-dong"]`).Length() != 1 {
		t.Error("the page of the movement does not lead to the check list")
	}
}

func TestQuestionsFromPageToPage(t *testing.T) {
	h := openHall(t)
	at := "/phong-trao/" + h.Movement.ID + "/huong-dan"
	if _, code := h.typed(dung, at, `form.card`, "text", "Nộp muộn thì sao?"); code != http.StatusSeeOther {
		t.Fatalf("asked: %d", code)
	}
	work, _ := h.get(ha, "/viec-cua-toi")
	question := work.Find(`a[href^="/hoi-dap/"]`).First().AttrOr("href", "")
	if body, code := h.typed(ha, question, `form[action$="/`+string(thidua.AnswerIt)+`"]`, "answer", "Báo Văn phòng <b>trước</b>."); code != http.StatusUnprocessableEntity || !strings.Contains(body, "&lt;b&gt;trước") {
		t.Errorf("an answer without its ground: %d", code)
	}
	if _, code := h.typed(ha, question, `form[action$="/`+string(thidua.AnswerIt)+`"]`, "answer", "Báo Văn phòng trước.", "basis", "mục II.4 của Kế hoạch"); code != http.StatusSeeOther {
		t.Fatalf("answered: %d", code)
	}
	if d, _ := h.get("Phạm Mai Anh", at+"?"+url.Values{"tim": {"bao van phong"}}.Encode()); !strings.Contains(d.Find("main").Text(), "Căn cứ: mục II.4 của Kế hoạch") {
		t.Errorf("others read %s", d.Find("main").Text())
	}
	if _, code := h.typed(dung, question, `form[action$="/`+string(thidua.ReadAnswer)+`"]`); code != http.StatusSeeOther {
		t.Errorf("read: %d", code)
	}
}

func TestAHandoverFromPageToPage(t *testing.T) {
	h := openHall(t)
	at, code := h.typed(dung, "/ban-giao", `form[action="/ban-giao"]`, "person", h.People["Phạm Mai Anh"].ID)
	if code != http.StatusSeeOther {
		t.Fatalf("begun: %d %s", code, at)
	}
	if d, _ := h.get(dung, at); d.Find(`form[action$="/`+string(thidua.HandOver)+`"]`).Length() != 0 {
		t.Error("it can be handed over to nobody")
	}
	if _, code := h.typed(dung, at, `form[action$="/`+string(thidua.SaveHandover)+`"]`, "to", h.People["Giàng A Páo"].ID, "words", "Tủ số 2"); code != http.StatusSeeOther {
		t.Fatalf("saved: %d", code)
	}
	if to, code := h.typed(dung, at, `form[action$="/`+string(thidua.HandOver)+`"]`); code != http.StatusSeeOther {
		t.Fatalf("handed over: %d %s", code, to)
	}
	d, _ := h.get("Giàng A Páo", at)
	d.Find(`a[href*="bien-ban-ban-giao"]`).Each(func(_ int, s *goquery.Selection) {
		if w := h.do(dung, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+s.AttrOr("href", ""), nil)); w.Code != http.StatusOK || w.Body.Len() < 1000 {
			t.Errorf("the minutes: %d, %d bytes", w.Code, w.Body.Len())
		}
	})
	if d.Find(`a[href*="bien-ban-ban-giao"]`).Length() != 2 || !strings.Contains(d.Find("main").Text(), "Tủ số 2") {
		t.Errorf("the receiver sees %s", d.Find("main").Text())
	}
	if _, code := h.get("Bùi Đức Long", at); code != http.StatusNotFound {
		t.Errorf("somebody else gets %d", code)
	}
}
