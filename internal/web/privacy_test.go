package web_test

import (
	"archive/zip"
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/exchange"
)

// TestDataAboutOneselfFromPageToPage asks for a correction, is answered by Văn phòng, and takes all that is held along.
func TestDataAboutOneselfFromPageToPage(t *testing.T) {
	h := openHall(t)
	const mai, office, head = "Phạm Mai Anh", "Nguyễn Thị Thu Hà", "Lý Văn Dũng"
	mine := "/tai-khoan/du-lieu"
	if page := h.shown(mai, mine, http.StatusOK); !strings.Contains(page, "Chức vụ, quá trình công tác") || !strings.Contains(page, "Chưa có yêu cầu nào") {
		t.Fatalf("she reads\n%s", page)
	}
	refused := h.given(mai, mine+"/yeu-cau", url.Values{"kind": {""}, "words": {"Năm sinh đúng là 1991"}}, http.StatusUnprocessableEntity)
	if !strings.Contains(refused, "Hãy chọn loại yêu cầu.") || !strings.Contains(refused, "Năm sinh đúng là 1991") {
		t.Error("a refused request loses its text or tells nothing")
	}
	h.given(mai, mine+"/yeu-cau", url.Values{"kind": {"correct"}, "words": {"Năm sinh đúng là 1991"}}, http.StatusSeeOther)
	h.shown(head, "/du-lieu-ca-nhan", http.StatusForbidden)
	page := h.shown(office, "/du-lieu-ca-nhan", http.StatusOK)
	answer := regexp.MustCompile(`action="(/du-lieu-ca-nhan/[^/"]+)"`).FindStringSubmatch(page)
	if answer == nil || !strings.Contains(page, "Năm sinh đúng là 1991") || !strings.Contains(page, "cần kiểm chứng") || !strings.Contains(page, "Phiên đăng nhập") {
		t.Fatalf("Văn phòng reads\n%s", page)
	}
	h.given(mai, mine+"/yeu-cau", url.Values{"kind": {"copy"}, "words": {"Xin bản sao quá trình công tác"}}, http.StatusSeeOther)
	h.asksForAResult(office, answer[1])
	h.given(office, answer[1], url.Values{"result": {string(thidua.RequestGranted)}, "answer": {" "}, "version": {"1"}}, http.StatusUnprocessableEntity)
	h.given(office, answer[1], url.Values{"result": {string(thidua.RequestGranted)}, "answer": {"Đã sửa theo lý lịch."}, "version": {"1"}}, http.StatusSeeOther)
	if page := h.shown(mai, mine, http.StatusOK); !strings.Contains(page, "Đã sửa theo lý lịch.") {
		t.Error("she does not read the answer")
	}
	h.zipOf(mai, mine+"/tai-ve", "")
	person := regexp.MustCompile(`href="(/du-lieu-ca-nhan/nguoi/[^"]+)"`).FindStringSubmatch(page)[1]
	if page := h.given(office, person+"/tai-ve", url.Values{"ground": {" "}}, http.StatusUnprocessableEntity); !strings.Contains(page, "Hãy ghi căn cứ cung cấp") {
		t.Error("who takes the data of somebody else need not say why")
	}
	h.zipOf(office, person+"/tai-ve", "Đơn ngày 14/01/2025")
	if page := h.shown(office, person, http.StatusOK); strings.Contains(page, person+"/che") {
		t.Error("who is still there is offered to be masked")
	}
	h.given(office, person+"/che", url.Values{"reason": {"Thử"}}, http.StatusForbidden)
}

// asksForAResult answers a request without saying how it ended: no choice is made beforehand, and one sentence asks for it beside all that was typed,
// in the form of that request alone.
func (h *hall) asksForAResult(who, at string) {
	h.t.Helper()
	page, _ := h.get(who, "/du-lieu-ca-nhan")
	if forms := page.Find("select[name=result]"); forms.Length() != 2 || forms.Find("option[selected][value!='']").Length() != 0 || forms.First().Find("option").First().AttrOr("value", "-") != "" {
		h.t.Error("a result is chosen before anybody chose")
	}
	const typed = "Đã sửa theo lý lịch, đồng thời sửa trong danh sách trích ngang."
	page, code := h.read(h.post(who, at, url.Values{"result": {""}, "answer": {typed}, "version": {"1"}}))
	if code != http.StatusUnprocessableEntity || page.Find(".errs li").Length() != 1 || flat(page.Find(".errs li").Text()) != "Hãy chọn kết quả: đã giải quyết hay không giải quyết." {
		h.t.Errorf("without a result: %d, %s", code, flat(page.Find(".errs").Text()))
	}
	own := page.Find("form[action='" + at + "']")
	if own.Find("textarea").Text() != typed || own.Find("select#result[aria-invalid]").Length() != 1 || page.Find("main [id=result]").Length() != 1 || page.Find("[aria-invalid]").Length() != 1 {
		h.t.Errorf("what was typed is not in its form:\n%s", flat(page.Find("main").Text()))
	}
}

// zipOf takes a file of data and looks into it.
func (h *hall) zipOf(who, path, ground string) {
	h.t.Helper()
	w := h.post(who, path, url.Values{"ground": {ground}})
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if w.Code != http.StatusOK || err != nil || len(z.File) != 3 || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
		h.t.Errorf("%s for %s: %d, %v", path, who, w.Code, err)
	}
}

// TestTheRegisterIsTakenAsAWorkbook asks for the file as an inspector or Văn phòng would.
func TestTheRegisterIsTakenAsAWorkbook(t *testing.T) {
	h := openHall(t)
	w := h.do("Nguyễn Thị Thu Hà", httptest.NewRequest(http.MethodGet, "http://127.0.0.1/du-lieu-ca-nhan/so.xlsx", nil))
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if w.Code != http.StatusOK || err != nil || len(z.File) < 10 {
		t.Errorf("%d, %v", w.Code, err)
	}
}

// TestALookAtSomebodyElseStandsInTheLog opens a person and the list of people as Văn phòng would, and reads the log.
func TestALookAtSomebodyElseStandsInTheLog(t *testing.T) {
	h := openHall(t)
	const office = "Nguyễn Thị Thu Hà"
	for range 2 {
		h.shown(office, "/nguoi/"+h.People["Phạm Mai Anh"].ID, http.StatusOK)
		h.shown(office, "/excel/nguoi/"+exchange.NoRound+"/bieu.xlsx", http.StatusOK)
	}
	page := h.shown(office, "/nhat-ky", http.StatusOK)
	for _, words := range []string{"đã xem trang của người khác", "đã tải danh sách người ra Excel"} {
		if n := strings.Count(page, words); n != 1 {
			t.Errorf("the log tells %q %d times", words, n)
		}
	}
}
