package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/testkit"
)

const (
	anh = "Phạm Mai Anh"
	son = "Vũ Quang Sơn"
	// stranger is Văn phòng of another agency of the installation.
	stranger = "Văn phòng của sở khác"
)

// openPraise is a season with a second agency beside it.
func openPraise(t *testing.T) *hall {
	t.Helper()
	h := openHall(t)
	other := testkit.FillSeason(t, h.DB, "so-khac").Actor(ha)
	other.Name, other.Account = stranger, "khac-"+other.Account
	h.Welcome(other)
	return h
}

// keeps posts a form of a page with wrong words: the answer is 422 with the sentence, and everything typed stands in the form again.
func (h *hall) keeps(who, page, selector, says string, fields ...string) {
	h.t.Helper()
	body, code := h.typed(who, page, selector, fields...)
	d, err := goquery.NewDocumentFromReader(strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	if text := d.Find("main").Text(); code != http.StatusUnprocessableEntity || !strings.Contains(text, says) {
		h.t.Errorf("%s: %d, wants 422 and %q in %.300s", page, code, says, text)
	}
	form := fieldsOf(d, selector)
	for i := 0; i+1 < len(fields); i += 2 {
		if got := form.Get(fields[i]); got != fields[i+1] {
			h.t.Errorf("%s: %s has become %q, was %q", page, fields[i], got, fields[i+1])
		}
	}
}

// does posts a form of a page, which has to be taken, and gives where it leads.
func (h *hall) does(who, page, selector string, fields ...string) string {
	h.t.Helper()
	to, code := h.typed(who, page, selector, fields...)
	if code != http.StatusSeeOther {
		h.t.Fatalf("%s of %s: %d %.600s", selector, page, code, to)
	}
	to, _, _ = strings.Cut(to, "#")
	return to
}

// strange looks that somebody gets an address neither to read nor to write: 404 for another agency, 403 for who may not.
func (h *hall) strange(who, path string, want int, posts ...string) {
	h.t.Helper()
	if _, code := h.get(who, path); code != want {
		h.t.Errorf("%s opens %s: %d, wants %d", who, path, code, want)
	}
	for _, to := range posts {
		if w := h.post(who, to, url.Values{"version": {"1"}, "reason": {"thử"}, "name": {"thử"}}); w.Code != want {
			h.t.Errorf("%s posts to %s: %d, wants %d", who, to, w.Code, want)
		}
	}
}

func TestAnInitiativeFromItsFormToItsDecision(t *testing.T) {
	h := openPraise(t)
	write := "/sang-kien/" + h.Rounds[2024].ID + "/moi"
	h.keeps(anh, write, `form[action$="/moi"]`, "100%", "name", "Sổ theo dõi dùng chung", "solution", "Một sổ cho cả phòng", "share-1", "60")
	at := h.does(anh, write, `form[action$="/moi"]`, "name", "Sổ theo dõi dùng chung", "solution", "Một sổ cho cả phòng")
	h.strange(stranger, at, http.StatusNotFound, at+"/sua", at+"/"+string(thidua.SubmitInitiative))
	h.strange(son, at, http.StatusNotFound, at+"/sua")
	if d, _ := h.get(anh, at); !strings.Contains(d.Find("main").Text(), "Chưa nộp được.") {
		t.Error("a draft with half of its words can be submitted")
	}
	h.keeps(anh, at+"/sua", `form[action$="/sua"]`, "ngày", "applied", "31/02/2024", "field", "Chuyển đổi số")
	h.does(anh, at+"/sua", `form[action$="/sua"]`, "field", "Chuyển đổi số", "problem", "Mỗi người một sổ", "effect", "Bớt 2 giờ mỗi tuần", "apply", "Mọi phòng", "applied", "01/03/2024")
	h.does(anh, at, `form[action$="/`+string(thidua.SubmitInitiative)+`"]`)
	if d, _ := h.get(anh, at); d.Find(`form[action$="/`+string(thidua.CheckForm)+`"]`).Length() > 0 {
		t.Error("an author checks the own initiative")
	}
	h.does(ha, at, `form[action$="/`+string(thidua.CheckForm)+`"]`)
	h.keeps(ha, at, `form[action$="/`+string(thidua.AskMore)+`"]`, "Hãy ghi lý do.", "reason", "")
	h.does(ha, at, `form[action$="/`+string(thidua.BeginAssessment)+`"]`)
	h.keeps(ha, at, `form[action$="/`+string(thidua.RecordMeeting)+`"]`, "ngày", "number", "02/BB-HĐSK", "met", "40/01/2025", "result", "Đồng ý công nhận")
	h.does(ha, at, `form[action$="/`+string(thidua.RecordMeeting)+`"]`, "number", "02/BB-HĐSK", "met", "10/01/2025", "result", "Đồng ý công nhận", "agreed", "5", "members", "5")
	h.keeps(ha, at, `form[action$="/`+string(thidua.RecogniseWork)+`"]`, "quyết định", "decision", "", "on", "13/01/2025", "recogniser", "Chánh Thanh tra")
	h.does(ha, at, `form[action$="/`+string(thidua.RecogniseWork)+`"]`, "decision", "15/QĐ-TT (mẫu)", "on", "13/01/2025")
	if d, _ := h.get(dung, at); !strings.Contains(d.Find("main").Text(), "15/QĐ-TT (mẫu) ngày 13/01/2025") {
		t.Error("a recognised initiative is not shown to the unit")
	}
}

func TestAnExemplarFromProposalToGallery(t *testing.T) {
	h := openPraise(t)
	list, form := "/dien-hinh/"+h.Rounds[2024].ID, `form[action^="/dien-hinh/"]`
	who := "person:" + h.People[anh].ID
	h.keeps(dung, list, form, "Ghi việc làm nổi bật trong một dòng.", "subject", who, "title", "", "deed", "Giúp 26 lượt người dân", "number", "03/BC (mẫu)")
	at := h.does(dung, list, form, "kind", string(thidua.KindDeed), "subject", who, "title", "Giúp dân làm hồ sơ", "deed", "Giúp 26 lượt người dân")
	h.strange(stranger, at, http.StatusNotFound, at+"/"+string(thidua.VerifyExemplar))
	if d, _ := h.get(dung, at); !strings.Contains(d.Find("main").Text(), "Người khác xử lý việc này.") || d.Find(`form[action^="/guong/"]`).Length() > 0 {
		t.Error("who proposed verifies")
	}
	verify := `form[action$="/` + string(thidua.VerifyExemplar) + `"]`
	h.keeps(ha, at, verify, "Hãy ghi lý do.", "reason", "")
	h.does(ha, at, verify, "reason", "Đã hỏi ba người được giúp")
	publish := `form[action$="/` + string(thidua.PublishExemplar) + `"]`
	if d, _ := h.get("Trần Mạnh Khôi", at); d.Find(publish).Length() > 0 {
		t.Error("somebody is published without having agreed")
	}
	h.does(anh, at, `form[action$="/`+string(thidua.AgreeToPublish)+`"]`)
	h.does("Trần Mạnh Khôi", at, publish)
	if d, code := h.get(son, "/guong-dien-hinh"); code != http.StatusOK || !strings.Contains(d.Find("main").Text(), "Giúp dân làm hồ sơ") {
		t.Errorf("the gallery: %d", code)
	}
	if d, _ := h.get(stranger, "/guong-dien-hinh"); strings.Contains(d.Text(), "Giúp dân làm hồ sơ") {
		t.Error("another agency shows it as its own")
	}
	w := httptest.NewRecorder()
	if h.server.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1/guong-dien-hinh", nil)); w.Code != http.StatusNotFound {
		t.Errorf("a visitor, while the roll is not open: %d", w.Code)
	}
}

func TestClassesOfManyOnOneForm(t *testing.T) {
	h := openPraise(t)
	const page = "/xep-loai/nhieu-nguoi"
	form, good := `form[action="/xep-loai/nhieu-nguoi"]`, anh+"; Hoàn thành tốt nhiệm vụ"
	for lines, says := range map[string]string{"Người Lạ; Hoàn thành tốt nhiệm vụ": "Người Lạ", anh + "; Rất tốt": "Rất tốt", "": "dòng"} {
		h.keeps(ha, page, form, says, "lines", lines, "decision", "310/QĐ-TT (mẫu)", "on", "31/12/2024")
	}
	h.keeps(ha, page, form, "ngày", "lines", good, "decision", "310/QĐ-TT (mẫu)", "on", "31/31/2024")
	before := h.rows("evaluation_result")
	for _, who := range []string{anh, dung, "Trần Mạnh Khôi"} {
		h.strange(who, page, http.StatusForbidden, page)
	}
	if h.rows("evaluation_result") != before {
		t.Error("a refused form is kept")
	}
	if to := h.does(ha, page, form, "lines", good, "decision", "310/QĐ-TT (mẫu)", "on", "31/12/2024"); to != "/xep-loai?nam=2024" {
		t.Errorf("leads to %s", to)
	}
	if d, _ := h.get(ha, "/xep-loai?nam=2024"); !strings.Contains(d.Find("main").Text(), "310/QĐ-TT (mẫu)") {
		t.Error("the class is not shown")
	}
	if d, _ := h.get(stranger, "/xep-loai?nam=2024"); strings.Contains(d.Text(), "310/QĐ-TT (mẫu)") {
		t.Error("another agency sees the class")
	}
}
