package tracking_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
)

const (
	officer = "Nguyễn Thị Thu Hà"
	leader  = "Trần Mạnh Khôi"
	head2   = "Lý Văn Dũng"
	head3   = "Vũ Quang Sơn"
	staff2  = "Phạm Mai Anh"
)

func TestBoardLeadsToItsDetail(t *testing.T) {
	d := openDesk(t)
	if to := d.moved(d.ask(officer, "/theo-doi", nil)); to != "/theo-doi/"+d.round {
		t.Errorf("the board of the year at hand is at %s", to)
	}
	board := d.page(officer, "/theo-doi/"+d.round)
	cells := board.Find(".hm-t tbody td a")
	if cells.Length() != 60 || board.Find(".hm-t a.lo").Length() != 3 || board.Find(".sms figure").Length() != 6 {
		t.Errorf("%d cells, %d low, %d courses", cells.Length(), board.Find(".hm-t a.lo").Length(), board.Find(".sms figure").Length())
	}
	at, _ := board.Find(".hm-t a.lo").Eq(1).Attr("href")
	detail := d.page(officer, strings.TrimSuffix(at, "#chi-tiet"))
	if got := detail.Find("#ctt").Text(); got != "Phòng Nghiệp vụ 3 · TC5" {
		t.Errorf("detail of %q", got)
	}
	if detail.Find(`.hm-t a[aria-current="true"]`).Length() != 1 || detail.Find("#chi-tiet .tl li").Length() != 4 {
		t.Error("the cell is not marked, or its course is not there")
	}
	if rows := d.page(head3, "/theo-doi/"+d.round).Find(".hm-t tbody tr"); rows.Length() != 1 {
		t.Errorf("a head who is no member of the council sees %d units", rows.Length())
	}
	if got := d.ask(staff2, "/theo-doi/"+d.round, nil).Code; got != http.StatusForbidden {
		t.Errorf("somebody without a part in it: %d", got)
	}
}

func TestProgressIsEntered(t *testing.T) {
	d := openDesk(t)
	at := "/chi-tieu/" + d.cells["NV3 TC5"]
	wrong := d.read(d.ask(head3, at+"/tien-do", url.Values{"on": {"15/01/2025"}, "value": {"sáu mươi"}, "text": {"Sáng kiến 2 đã nộp"}}), http.StatusUnprocessableEntity)
	if wrong.Find(".errs li").Length() != 2 || wrong.Find("#value").AttrOr("value", "") != "sáu mươi" || wrong.Find("#on").AttrOr("aria-invalid", "") != "true" {
		t.Errorf("refused form: %s", wrong.Find(".errs").Text())
	}
	if wrong.Find("#text").Text() != "Sáng kiến 2 đã nộp" {
		t.Error("what was typed is lost")
	}
	to := d.moved(d.ask(head3, at+"/tien-do", url.Values{"on": {"10/01/2025"}, "value": {"60,5"}, "text": {"Sáng kiến 2 đã nộp"}}))
	page := d.page(head3, to)
	if first := page.Find(".tl li").First().Text(); !strings.Contains(first, "60,5%") || !strings.Contains(first, "10/01/2025") || !strings.Contains(first, head3) {
		t.Errorf("the course begins with %q", first)
	}
	if d.page(leader, at).Find("form#cap-nhat").Length() != 0 {
		t.Error("a leader is offered the form")
	}
	if got := d.ask(leader, at+"/tien-do", url.Values{"on": {"10/01/2025"}, "value": {"1"}, "text": {"x"}}).Code; got != http.StatusForbidden {
		t.Errorf("a leader reports: %d", got)
	}
}

// upload posts a form with a file.
func (d *desk) upload(who, path string, fields map[string]string, name, content string) *httptest.ResponseRecorder {
	d.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for field, value := range fields {
		if err := form.WriteField(field, value); err != nil {
			d.t.Fatal(err)
		}
	}
	part, err := form.CreateFormFile("tep", name)
	if err == nil {
		_, err = part.Write([]byte(content))
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		d.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	sign(r, who)
	w := httptest.NewRecorder()
	d.server.ServeHTTP(w, r)
	return w
}

func TestEvidenceIsBroughtCheckedAndDownloaded(t *testing.T) {
	d := openDesk(t)
	at := "/chi-tieu/" + d.cells["NV3 TC5"]
	secret := d.read(d.upload(head3, at+"/minh-chung", map[string]string{"abstract": "Báo cáo kết quả"}, "Bao cao TOI MAT.txt", "x"), http.StatusUnprocessableEntity)
	if secret.Find("#abstract").Text() != "Báo cáo kết quả" || !strings.Contains(secret.Find("#tep-e").Text(), "MẬT") {
		t.Errorf("a secret file: %s", secret.Find(".errs").Text())
	}
	page := d.page(head3, d.moved(d.upload(head3, at+"/minh-chung", map[string]string{"number": "9/QĐ-TT", "issued": "12/11/2024"}, "Quyết định 9.txt", "Công nhận sáng kiến")))
	own := page.Find(".files a").First().AttrOr("href", "")
	file := d.ask(officer, own+"/tep", nil)
	want := map[string]string{"Content-Disposition": "attachment; filename*=utf-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%209.txt", "X-Content-Type-Options": "nosniff",
		"Content-Security-Policy": "sandbox; default-src 'none'"}
	for name, value := range want {
		if got := file.Header().Get(name); got != value {
			t.Errorf("%s: %q", name, got)
		}
	}
	if file.Body.String() != "Công nhận sáng kiến" {
		t.Errorf("downloaded %q", file.Body)
	}
	if got := d.ask(staff2, own+"/tep", nil).Code; got != http.StatusNotFound {
		t.Errorf("somebody of another unit downloads it: %d", got)
	}
	returned := d.read(d.ask(officer, own+"/"+string(thidua.AskMore), url.Values{"version": {"1"}, "reason": {""}}), http.StatusUnprocessableEntity)
	if returned.Find("#reason-e").Length() != 1 {
		t.Error("the missing reason is not said at its field")
	}
	d.moved(d.ask(officer, own+"/"+string(thidua.AskMore), url.Values{"version": {"1"}, "reason": {"Thiếu trang ký"}}))
	mend := d.page(head3, own)
	if !strings.Contains(mend.Find(".note.cam").Text(), "Thiếu trang ký") || mend.Find("#number").AttrOr("value", "") != "9/QĐ-TT" {
		t.Error("the unit does not see what is missing")
	}
	stale := d.ask(head3, own+"/"+string(thidua.MendEvidence), url.Values{"version": {"1"}, "number": {"9/QĐ-TT"}, "abstract": {"Bản có trang ký"}})
	if doc := d.read(stale, http.StatusConflict); doc.Find("#abstract").Text() != "Bản có trang ký" {
		t.Error("what was typed is lost on a conflict")
	}
}

func TestAUnitScoresItselfOnThePage(t *testing.T) {
	d := openDesk(t)
	if d.page(head2, "/cham-diem/"+d.round).Find("main form").Length() != 0 {
		t.Error("a head is offered to open the sheets")
	}
	d.moved(d.ask(officer, "/cham-diem/"+d.round, url.Values{}))
	at := d.page(head3, "/cham-diem/"+d.round).Find("table a").AttrOr("href", "")
	form := url.Values{"version": {"1"}, "line-1-self": {"20,5"}, "line-2-self": {"4,5"}, "line-2-note": {"Theo báo cáo quý IV"}}
	wrong := d.read(d.ask(head3, at+"/tu-cham", form), http.StatusUnprocessableEntity)
	if wrong.Find("#line-1-self").AttrOr("value", "") != "20,5" || !strings.Contains(wrong.Find("#line-1-self-e").Text(), "từ 0 đến 20") {
		t.Errorf("refused: %s", wrong.Find(".errs").Text())
	}
	form.Set("line-1-self", "19,5")
	d.moved(d.ask(head3, at+"/tu-cham", form))
	kept := d.page(head3, at)
	if kept.Find("#line-2-note").Text() != "Theo báo cáo quý IV" || kept.Find("#line-1-self").AttrOr("value", "") != "19,5" ||
		!strings.Contains(kept.Find("#cd").Parent().Text(), "8 mục") {
		t.Errorf("kept: %s", kept.Find(".sheet").Text())
	}
	if blocked := kept.Find(`button[aria-disabled="true"]`); blocked.AttrOr("aria-describedby", "") != "cd" {
		t.Error("the blocked button does not say why")
	}
	for i, max := range []string{"20", "5", "5", "5", "5", "5", "5", "20", "15", "15"} {
		form.Set(thidua.LineField(i, "self"), max)
	}
	form.Set("version", "2")
	to := d.moved(d.ask(head3, at+"/gui", form))
	check := d.page(head3, to)
	if check.Find("input[name=confirmed]").Length() != 1 || !strings.Contains(check.Find("tfoot").Text(), "100,0") {
		t.Errorf("the page to check: %s", check.Find(".sheet").Text())
	}
	d.moved(d.ask(head3, at+"/gui", url.Values{"version": {"3"}, "confirmed": {"1"}}))
	sent := d.page(officer, at)
	if state := sent.Find(".head .st").Text(); !strings.Contains(state, "Đã gửi") {
		t.Errorf("sent as %q", state)
	}
	if place := sent.Find(`.side a[aria-current="page"]`).Text(); !strings.Contains(place, "Chấm điểm, xếp hạng") {
		t.Errorf("the sheet stands under %q of the menu", place)
	}
	if got := d.ask(head2, at+"/nhan-cham", url.Values{"version": {"4"}}).Code; got != http.StatusForbidden {
		t.Errorf("a head of another unit takes it up: %d", got)
	}
}

func TestTheReviewerGivesReasons(t *testing.T) {
	d := openDesk(t)
	d.score(thidua.SheetClosed)
	d.write(reviewing(d, "NV2"))
	at := "/phieu-cham/" + d.sheets["NV2"]
	page := d.page(officer, at)
	form := url.Values{"version": {page.Find("#phieu input[name=version]").AttrOr("value", "")}}
	page.Find("#phieu input.in").Each(func(_ int, s *goquery.Selection) { form.Set(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	page.Find("#phieu textarea.in").Each(func(_ int, s *goquery.Selection) { form.Set(s.AttrOr("name", ""), s.Text()) })
	form.Set("line-10-review", "14,5")
	wrong := d.read(d.ask(officer, at+"/chot", form), http.StatusUnprocessableEntity)
	if !strings.Contains(wrong.Find("#line-10-reason-e").Text(), "lý do") || wrong.Find("#line-10-review").AttrOr("value", "") != "14,5" {
		t.Errorf("refused: %s", wrong.Find(".errs").Text())
	}
	form.Set("line-10-reason", "Một sáng kiến chưa nhân rộng")
	check := d.moved(d.ask(officer, at+"/chot", form))
	version := d.page(officer, check).Find("form.sheet input[name=version]").AttrOr("value", "")
	d.moved(d.ask(officer, at+"/chot", url.Values{"version": {version}, "confirmed": {"1"}}))
	if row := d.page(officer, "/xep-hang/"+d.round).Find("tbody tr").First().Text(); !strings.Contains(row, "95,0") || !strings.Contains(row, "Tăng 2 bậc") {
		t.Errorf("first of the ranking: %s", row)
	}
}

func TestRanksAreHiddenUntilTheyArePublished(t *testing.T) {
	d := openDesk(t)
	d.score(thidua.SheetClosed)
	at := "/xep-hang/" + d.round
	if hidden := d.page(staff2, at); hidden.Find("table").Length() != 0 || !strings.Contains(hidden.Find("main").Text(), "chưa công bố") {
		t.Error("ranks are seen before they are published")
	}
	if got := d.ask(officer, at+"/cong-bo", url.Values{"version": {"1"}}).Code; got != http.StatusForbidden {
		t.Errorf("Văn phòng publishes: %d", got)
	}
	empty := d.read(d.ask(officer, at+"/ghi-nhan-cong-bo", url.Values{"version": {"1"}, "on": {"13/01/2025"}}), http.StatusUnprocessableEntity)
	if empty.Find("#leader-e").Length() != 1 || empty.Find("#on").AttrOr("value", "") != "13/01/2025" {
		t.Errorf("recorded without a leader: %s", empty.Find(".errs").Text())
	}
	d.moved(d.ask(leader, at+"/cong-bo", url.Values{"version": {"1"}}))
	page := d.page(staff2, at)
	if page.Find("tbody tr").Length() != 6 || page.Find("tbody a").Length() != 0 || page.Find("svg.slope g.hi").Length() != 1 || page.Find("svg.sp").Length() != 6 {
		t.Errorf("published: %d rows, %d links, %d rises", page.Find("tbody tr").Length(), page.Find("tbody a").Length(), page.Find("svg.slope g.hi").Length())
	}
}

func TestWhatVanPhongRecords(t *testing.T) {
	d := openDesk(t)
	wrong := d.read(d.ask(officer, "/chi-so", url.Values{"year": {"2023"}, "rank": {"21"}, "of": {"20"}, "document": {"QĐ"}}), http.StatusUnprocessableEntity)
	if wrong.Find("#rank-e").Length() != 1 || wrong.Find("#of").AttrOr("value", "") != "20" {
		t.Errorf("refused: %s", wrong.Find(".errs").Text())
	}
	d.moved(d.ask(officer, "/chi-so", url.Values{"year": {"2023"}, "rank": {"5"}, "of": {"20"}, "document": {"…/QĐ-UBND (mẫu)"}, "published": {"15/04/2024"}}))
	if row := d.page(officer, "/chi-so").Find("tbody tr").Text(); !strings.Contains(row, "5/20") || !strings.Contains(row, "15/04/2024") {
		t.Errorf("recorded %q", row)
	}
	d.moved(d.ask(officer, "/xep-loai", url.Values{"nam": {"2024"}, "person": {d.People[staff2].ID}, "class": {"good"}, "decision": {"…/QĐ-TT (mẫu)"}}))
	if text := d.page(officer, "/xep-loai?nam=2024").Find("tbody").Text(); !strings.Contains(text, "Hoàn thành tốt nhiệm vụ") {
		t.Error("the class is not shown")
	}
	d.moved(d.ask(staff2, "/sang-kien/"+d.round, url.Values{"name": {"Mẫu hóa 12 văn bản"}, "unit": {d.Units["NV2"].ID}, "person": {d.People[staff2].ID}}))
	own := d.page(staff2, "/ket-qua/"+d.round)
	if text := own.Find("aside").Text(); !strings.Contains(text, "Mẫu hóa 12 văn bản") || !strings.Contains(text, "Cần xem xét") {
		t.Errorf("the own year: %s", text)
	}
	for _, path := range []string{"/chi-so", "/xep-loai"} {
		if got := d.ask(head2, path, nil).Code; got != http.StatusForbidden {
			t.Errorf("a head opens %s: %d", path, got)
		}
	}
	scale := d.page(officer, "/thang-diem/"+d.round)
	form := url.Values{"version": {"0"}, "round-version": {"1"}, "kind": {"diem"}, "reviewer": {d.Units["NV4"].ID}, "agreed": {"12/03/2024"}}
	scale.Find("input[name^=max-]").Each(func(_ int, s *goquery.Selection) { form.Set(s.AttrOr("name", ""), s.AttrOr("value", "")) })
	refused := d.read(d.ask(officer, "/thang-diem/"+d.round, form), http.StatusUnprocessableEntity)
	if refused.Find("#decision-e").Length() != 1 || refused.Find("#agreed").AttrOr("value", "") != "12/03/2024" {
		t.Errorf("agreement without its document: %s", refused.Find(".errs").Text())
	}
	form.Set("decision", "Biên bản họp Hội đồng (mẫu)")
	d.moved(d.ask(officer, "/thang-diem/"+d.round, form))
	if lead := d.page(officer, "/cham-diem/"+d.round).Find(".lead").Text(); !strings.Contains(lead, "12/03/2024") || !strings.Contains(lead, "không có trong Kế hoạch") {
		t.Errorf("the scale is labelled %q", lead)
	}
}
