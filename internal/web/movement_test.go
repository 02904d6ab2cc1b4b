package web_test

import (
	"archive/zip"
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
)

// otherPlan is the real plan under another name of movement: the season has a movement of the real name already.
func otherPlan(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../plan/testdata/lao-cai.txt")
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(data, []byte("“Cải cách hành chính trên địa bàn tỉnh Lào Cai”"), []byte("“Cải cách hành chính tại Thanh tra tỉnh (mẫu)”"))
}

func (h *hall) uploadPlan(name string, content io.Reader) *httptest.ResponseRecorder {
	h.t.Helper()
	read, write := io.Pipe()
	form := multipart.NewWriter(write)
	go func() {
		part, err := form.CreateFormFile("file", name)
		if err == nil {
			_, err = io.Copy(part, content)
		}
		if err == nil {
			err = form.Close()
		}
		_ = write.CloseWithError(err)
	}()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/ke-hoach", read)
	r.Header.Set("Content-Type", form.FormDataContentType())
	w := h.do(ha, r)
	_ = read.Close()
	return w
}

func (h *hall) review() (path string, page *goquery.Document) {
	h.t.Helper()
	return h.reviewOf("ke-hoach.txt", otherPlan(h.t))
}

func (h *hall) reviewOf(name string, data []byte) (path string, page *goquery.Document) {
	h.t.Helper()
	w := h.uploadPlan(name, bytes.NewReader(data))
	path = w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(path, "/ke-hoach/") {
		h.t.Fatalf("upload: %d to %q", w.Code, path)
	}
	page, code := h.get(ha, path)
	if code != http.StatusOK {
		h.t.Fatalf("review: %d", code)
	}
	return path, page
}

func (h *hall) submit(path string, form url.Values) (*goquery.Document, int, string) {
	h.t.Helper()
	w := h.post(ha, path, form)
	d, code := h.read(w)
	return d, code, w.Header().Get("Location")
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestPlanUploadIsRefusedInWords(t *testing.T) {
	h := openHall(t)
	docx, err := os.ReadFile("../plan/testdata/lao-cai.docx")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("../plan/testdata/lao-cai.doc")
	if err != nil {
		t.Fatal(err)
	}
	scan, err := os.ReadFile("../plan/testdata/refused/ban-quet.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		content io.Reader
		code    int
		says    string
	}{
		{"ke-hoach.txt", strings.NewReader(""), 422, "Tệp không có nội dung"},
		{"ke-hoach.png", strings.NewReader("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), 422, "không phải là văn bản"},
		{"ke-hoach.docx", bytes.NewReader(docx[:len(docx)/2]), 422, "Tệp bị hỏng"},
		{"ke-hoach.doc", bytes.NewReader(doc[:len(doc)/2]), 422, "Tệp bị hỏng"},
		{"ban-quet.pdf", bytes.NewReader(scan), 422, "chỉ có hình ảnh"},
		{"quyet-dinh.txt", strings.NewReader("Số: 5/QĐ-UBND (mẫu)\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch"), 422, "không phải KẾ HOẠCH"},
		{"mat.txt", strings.NewReader("TỐI MẬT\nKẾ HOẠCH\nThi đua"), 422, "bí mật nhà nước"},
		{"bom.docx", bytes.NewReader(bomb(t)), 422, "dữ liệu bất thường"},
		{"lon.txt", io.LimitReader(letters{}, 200<<20), 413, "25 MB"},
		{"vua.txt", io.LimitReader(letters{}, 22<<20), 413, "20 MB"},
	} {
		d, code := h.read(h.uploadPlan(c.name, c.content))
		if text := d.Find("main").Text(); code != c.code || !strings.Contains(text, c.says) {
			t.Errorf("%s: %d, wants %d and %q in %.300s", c.name, code, c.code, c.says, text)
		}
	}
	none, code, _ := h.submit("/ke-hoach", url.Values{})
	if code != 422 || !strings.Contains(none.Text(), "Hãy chọn tệp kế hoạch") {
		t.Errorf("no file: %d", code)
	}
	if d, _ := h.get(ha, "/ke-hoach"); d.Find(".files li").Length() != 0 {
		t.Error("a refused file left something behind")
	}
	if got := h.do("Lý Văn Dũng", httptest.NewRequest(http.MethodGet, "http://127.0.0.1/ke-hoach", nil)).Code; got != http.StatusForbidden {
		t.Errorf("a head of a unit: %d", got)
	}
}

func TestReviewTiesTextAndItems(t *testing.T) {
	h := openHall(t)
	old, err := os.ReadFile("../plan/testdata/lao-cai.doc")
	if err != nil {
		t.Fatal(err)
	}
	if _, d := h.reviewOf("ke-hoach.doc", old); d.Find(".exs > .ex").Length() != 19 {
		t.Errorf("%d items of the old Word file", d.Find(".exs > .ex").Length())
	}
	_, d := h.review()
	if n := d.Find(".exs > .ex").Length(); n != 19 {
		t.Errorf("%d items", n)
	}
	d.Find("a.mkn").Each(func(_ int, s *goquery.Selection) {
		to, _ := s.Attr("href")
		if d.Find(to).Length() != 1 {
			t.Errorf("%s leads to %d places", to, d.Find(to).Length())
		}
	})
	if n := d.Find(".ex.chk").Length(); n != 3 || !strings.Contains(d.Find("#vs").Text(), "còn 3 mục “Cần kiểm tra” (số 1, 7, 13)") {
		t.Errorf("%d open: %s", n, d.Find("#vs").Text())
	}
	for _, says := range []string{"Trách nhiệm lãnh đạo, chỉ đạo", "Xét theo: chỉ tiêu của TC2 đều hoàn thành", "16/19 mục đã kiểm tra", "Không tải lên"} {
		if has := strings.Contains(d.Text(), says); has == (says == "Không tải lên") {
			t.Errorf("%q on the page: %v", says, has)
		}
	}
}

func TestReviewKeepsWhatWasTyped(t *testing.T) {
	h := openHall(t)
	path, d := h.review()
	form := fieldsOf(d, "#ke-hoach")
	form.Set("issued", "30/02/2021")
	form.Set("criterion-1-name", "Tên mới của tiêu chí")
	form.Set("deadline-3-day", "hết tháng 2")
	again, code, _ := h.submit(path, form)
	if code != 422 || again.Find("#issued").AttrOr("value", "") != "30/02/2021" || again.Find("#issued-e").Length() != 1 || again.Find("#deadline-3-day-e").Length() != 1 ||
		again.Find("[name=criterion-1-name]").AttrOr("value", "") != "Tên mới của tiêu chí" {
		t.Fatalf("refused with %d: %s", code, again.Find(".errs").Text())
	}
	form.Set("issued", "20/8/2021")
	form.Set("number", "12")
	form.Set("deadline-3-day", "15/02")
	form.Set("deadline-3-next", "true")
	_, code, to := h.submit(path, form)
	if code != http.StatusSeeOther {
		t.Fatalf("saved with %d", code)
	}
	saved, _ := h.get(ha, to)
	if saved.Find(".ex.chk").Length() != 0 || saved.Find("#number").AttrOr("value", "") != "12/KH-TT" || saved.Find("#starts").AttrOr("value", "") != "20/08/2021" {
		t.Errorf("after saving: %d open, number %q", saved.Find(".ex.chk").Length(), saved.Find("#number").AttrOr("value", ""))
	}
	if untouched := fieldsOf(saved, "#ke-hoach"); untouched.Get("criterion-1-name") != "Tên mới của tiêu chí" || untouched.Get("deadline-3-day") != "15/02" {
		t.Errorf("kept %v", untouched)
	}
	form.Set("key", "another window")
	late, code, _ := h.submit(path, form)
	if code != http.StatusConflict || late.Find("#number").AttrOr("value", "") != "12" || !strings.Contains(late.Text(), "người khác vừa lưu") {
		t.Errorf("the second to save gets %d", code)
	}
	_, code, to = h.submit(path, fieldsOf(late, "#ke-hoach"))
	if code != http.StatusSeeOther {
		t.Errorf("saving again as a choice: %d", code)
	}
	_, code, to = h.submit(path+"/"+string(thidua.ConfirmPlan), fieldsOf(mustGet(h, to), "#ke-hoach"))
	if code != http.StatusSeeOther || !strings.HasPrefix(to, "/phong-trao/") {
		t.Errorf("confirmed with %d to %q", code, to)
	}
	if cut, code, _ := h.submit(path, url.Values{"version": {"3"}, "name": {"x"}}); code != http.StatusBadRequest {
		t.Errorf("a form that was cut off: %d %s", code, cut.Find("h1").Text())
	}
}

func TestOpenItemsAreFilledAndConfirmedInOneAct(t *testing.T) {
	h := openHall(t)
	path, d := h.review()
	confirm := d.Find(`button[formaction="` + path + "/" + string(thidua.ConfirmPlan) + `"]`)
	if confirm.AttrOr("aria-disabled", "") != "" || confirm.AttrOr("data-needs", "") != "number issued deadline-3-day" || confirm.AttrOr("aria-describedby", "") != "vs" {
		t.Fatalf("the button without scripts: %v", confirm.Nodes)
	}
	form := fieldsOf(d, "#ke-hoach")
	form.Set("number", "12")
	form.Set("issued", "20/8/2021")
	form.Set("deadline-3-day", "15/02")
	_, code, to := h.submit(path+"/"+string(thidua.ConfirmPlan), form)
	if code != http.StatusSeeOther || !strings.HasPrefix(to, "/phong-trao/") {
		t.Fatalf("%d to %q", code, to)
	}
	if text := mustGet(h, to).Find("main").Text(); !strings.Contains(text, "12/KH-TT · 20/08/2021") || strings.Contains(text, "mục chưa có") {
		t.Errorf("the movement: %.400s", text)
	}
}

func mustGet(h *hall, path string) *goquery.Document {
	h.t.Helper()
	d, code := h.get(ha, path)
	if code != http.StatusOK {
		h.t.Fatalf("%s: %d", path, code)
	}
	return d
}

func TestMovementIsMadeCompletedAndLaunched(t *testing.T) {
	h := openHall(t)
	path, d := h.review()
	blocked, code, _ := h.submit(path+"/"+string(thidua.ConfirmPlan), fieldsOf(d, "#ke-hoach"))
	var asks []string
	blocked.Find(".errs a").Each(func(_ int, s *goquery.Selection) { asks = append(asks, s.AttrOr("href", "")) })
	if code != 422 || strings.Join(asks, " ") != "#number #issued #deadline-3-day" || blocked.Find("#number-e").Length() != 1 {
		t.Fatalf("confirming with open items: %d, asks for %v", code, asks)
	}
	_, code, to := h.submit(path+"/"+string(thidua.CreateFromPlan), fieldsOf(blocked, "#ke-hoach"))
	if code != http.StatusSeeOther {
		t.Fatalf("created with %d", code)
	}
	page := mustGet(h, to)
	if page.Find(".tabs a").Length() != 6 || page.Find(".tree summary .tag").Length() != 5 || !strings.Contains(page.Text(), "Bổ sung 3 nội dung còn để ngỏ") ||
		!strings.Contains(page.Text(), "Chưa nhập ngày") {
		t.Errorf("the movement shows %d years, %d criteria", page.Find(".tabs a").Length(), page.Find(".tree summary .tag").Length())
	}
	movement, _, _ := strings.Cut(to, "?")
	form := fieldsOf(mustGet(h, movement+"/bo-sung"), "main form")
	form.Set("number", "12/KH-TT")
	form.Set("issued", "20/8")
	if again, code, _ := h.submit(movement+"/bo-sung", form); code != 422 || again.Find("#number").AttrOr("value", "") != "12/KH-TT" {
		t.Errorf("a wrong day: %d", code)
	}
	form.Set("issued", "20/8/2021")
	if _, code, _ := h.submit(movement+"/bo-sung", form); code != http.StatusSeeOther {
		t.Errorf("completed with %d", code)
	}
	form.Set("key", "another window")
	if _, code, _ := h.submit(movement+"/bo-sung", form); code != http.StatusConflict {
		t.Errorf("completed twice with %d", code)
	}
	page = mustGet(h, movement)
	if !strings.Contains(page.Text(), "Bổ sung 1 nội dung còn để ngỏ") || !strings.Contains(page.Text(), "12/KH-TT · 20/08/2021") {
		t.Error("the completed number does not show")
	}
	launch := page.Find(`form[action="` + movement + "/" + string(thidua.Launch) + `"]`)
	if launch.Length() != 1 {
		t.Fatal("nobody can launch the movement")
	}
	if _, code, _ := h.submit(movement+"/"+string(thidua.Launch), url.Values{"version": {"1"}}); code != http.StatusSeeOther {
		t.Errorf("launched with %d", code)
	}
}

func TestSettingsOfAYear(t *testing.T) {
	h := openHall(t)
	path := "/nam/" + h.Rounds[2025].ID + "/thiet-lap"
	form := fieldsOf(mustGet(h, path), "main form")
	form.Set("reached", "0")
	form.Set("internal", "31-31-2025")
	form.Set("quota-units", "nhiều")
	again, code, _ := h.submit(path, form)
	if code != 422 || again.Find("#internal").AttrOr("value", "") != "31-31-2025" || again.Find("#quota-units-e").Length() != 1 {
		t.Errorf("refused with %d: %s", code, again.Find(".errs").Text())
	}
	form.Set("reached", "80")
	form.Set("internal", "20/01/2025")
	form.Set("quota-units", "")
	if _, code, to := h.submit(path, form); code != http.StatusSeeOther || !strings.Contains(to, "nam=2025") {
		t.Errorf("saved with %d to %s", code, to)
	}
	form.Set("key", "another window")
	if late, code, _ := h.submit(path, form); code != http.StatusConflict || late.Find("#reached").AttrOr("value", "") != "80" {
		t.Errorf("the second to save gets %d", code)
	}
	if got := h.do("Lý Văn Dũng", httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)).Code; got != http.StatusForbidden {
		t.Errorf("a head of a unit: %d", got)
	}
	round := "/nam/" + h.Rounds[2025].ID + "/"
	if _, code, _ := h.submit(round+string(thidua.CloseRegister), url.Values{"version": {"2"}}); code != http.StatusSeeOther {
		t.Errorf("closed with %d", code)
	}
	if d, code, _ := h.submit(round+string(thidua.OpenRegistration), url.Values{"version": {"3"}, "reason": {" "}}); code != 422 || d.Find("#reason-e").Length() != 1 {
		t.Errorf("opened again without a reason: %d", code)
	}
}

// bomb is a .docx that unpacks to far more than it is.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = io.Copy(w, io.LimitReader(letters{}, 16<<20))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestDocumentOnThePages adds a document with its file through the form of the movement, and prints the year.
func TestDocumentOnThePages(t *testing.T) {
	h := openHall(t)
	movement := "/phong-trao/" + h.Movement.ID
	d, code := h.get(ha, movement+"/van-ban")
	if code != http.StatusOK {
		t.Fatalf("form: %d", code)
	}
	form := fieldsOf(d, "main form")
	form.Set("kind", "Hướng dẫn")
	refused, code := h.read(h.post(ha, movement+"/van-ban", form))
	if got := fieldsOf(refused, "main form").Get("kind"); code != http.StatusUnprocessableEntity || got != "Hướng dẫn" || refused.Find("main form .err").Length() != 3 {
		t.Errorf("refused: %d, kind %q, %d faults", code, got, refused.Find("main form .err").Length())
	}
	content := []byte("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, value := range map[string]string{"version": form.Get("version"), "key": form.Get("key") + "x", "kind": "Hướng dẫn", "number": "34/HD-SNV", "issued": "06/01/2025", "issuer": "Sở Nội vụ"} {
		_ = w.WriteField(name, value)
	}
	part, err := w.CreateFormFile("file", "huong-dan.pdf")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write(content)
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+movement+"/van-ban", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	if got := h.do(ha, r); got.Code != http.StatusSeeOther {
		t.Fatalf("added: %d %s", got.Code, got.Body)
	}
	d, _ = h.get("Lý Văn Dũng", movement)
	link := d.Find(".files a[href^='/tai-lieu/']")
	at, _ := link.Attr("href")
	if link.Text() != "Hướng dẫn 34/HD-SNV" || d.Find(".files ~ *, main a[href$='/van-ban']").Length() != 0 {
		t.Errorf("the list of a head of a unit: %q", d.Find(".files").Text())
	}
	if got := h.do("Lý Văn Dũng", httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+at, nil)); !bytes.Equal(got.Body.Bytes(), content) {
		t.Errorf("the file comes back as %q", got.Body)
	}
	h.mendAndWithdraw(movement, at)
	print, _ := d.Find("main a[href*='bao-cao.pdf']").Attr("href")
	if got := h.do("Lý Văn Dũng", httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+print, nil)); !bytes.HasPrefix(got.Body.Bytes(), []byte("%PDF-")) {
		t.Errorf("report of the year: %d", got.Code)
	}
}

// mendAndWithdraw corrects a document through its form, then takes it out of the list; refused forms come back as typed.
func (h *hall) mendAndWithdraw(movement, at string) {
	h.t.Helper()
	page := mustGet(h, movement)
	if page.Find(".files a[href='"+at+"/sua']").Length() != 1 {
		h.t.Fatalf("no way to correct: %s", page.Find(".files").Text())
	}
	form := fieldsOf(mustGet(h, at+"/sua"), "main form")
	form.Set("number", "")
	form.Set("summary", "Hướng dẫn đăng ký")
	refused, code, _ := h.submit(at+"/sua-van-ban", form)
	if refused.Find("#summary").Text() != "Hướng dẫn đăng ký" || code != http.StatusUnprocessableEntity || refused.Find("main form .err").Length() != 1 {
		h.t.Errorf("refused: %d", code)
	}
	form.Set("number", "43/HD-SNV")
	form.Set("key", "second")
	if _, code, to := h.submit(at+"/sua-van-ban", form); code != http.StatusSeeOther || to != movement+"?xong=sua-van-ban" {
		h.t.Errorf("corrected: %d to %q", code, to)
	}
	form.Set("key", "third")
	if late, code, _ := h.submit(at+"/sua-van-ban", form); code != http.StatusConflict || late.Find("#number").AttrOr("value", "") != "43/HD-SNV" {
		h.t.Errorf("saved twice: %d", code)
	}
	if text := mustGet(h, movement).Find(".files").Text(); !strings.Contains(text, "Hướng dẫn 43/HD-SNV") || strings.Contains(text, "34/HD-SNV") {
		h.t.Errorf("after the correction: %q", text)
	}
	out := url.Values{"version": {"2"}, "key": {"fourth"}}
	refused, code, _ = h.submit(at+"/rut-van-ban", out)
	if code != http.StatusUnprocessableEntity || refused.Find("#reason-e").Length() != 1 || refused.Find("#number").AttrOr("value", "") != "43/HD-SNV" {
		h.t.Errorf("withdrawn without a reason: %d", code)
	}
	out.Set("reason", "tải nhầm")
	out.Set("key", "fifth")
	if _, code, _ := h.submit(at+"/rut-van-ban", out); code != http.StatusSeeOther {
		h.t.Errorf("withdrawn: %d", code)
	}
	page = mustGet(h, movement)
	if gone := page.Find("details .files").Text(); page.Find("a[href='"+at+"/sua']").Length() != 0 || !strings.Contains(gone, "lý do: tải nhầm") {
		h.t.Errorf("the list of those withdrawn: %q", gone)
	}
	if other, _ := h.get("Lý Văn Dũng", movement); strings.Contains(other.Text(), "43/HD-SNV") {
		h.t.Error("somebody outside Văn phòng still sees it")
	}
}

// TestDecisionIsAttachedBesideTheOpenItem leads from the open item of a plan, what was typed kept, to the form of the decision that it cites.
func TestDecisionIsAttachedBesideTheOpenItem(t *testing.T) {
	h := openHall(t)
	path, d := h.review()
	button := d.Find(`.note button[formaction="` + path + `/them-van-ban"]`)
	if button.Text() != "Đính kèm Quyết định" || button.AttrOr("value", "") != "33/2021/QĐ-UBND" || strings.Count(d.Find(".exs").Text(), "chưa đính kèm") != 2 {
		t.Fatalf("button %q for %q", button.Text(), button.AttrOr("value", ""))
	}
	form := fieldsOf(d, "#ke-hoach")
	form.Set("number", "12")
	form.Set("so", "33/2021/QĐ-UBND")
	_, code, to := h.submit(path+"/them-van-ban", form)
	if code != http.StatusSeeOther || !strings.HasPrefix(to, path+"/van-ban?so=") {
		t.Fatalf("%d to %q", code, to)
	}
	document := fieldsOf(mustGet(h, to), "main form")
	if document.Get("kind") != "Quyết định" || document.Get("issued") != "28/06/2021" || document.Get("issuer") != "UBND tỉnh Lào Cai" {
		t.Errorf("the form of the decision: %v", document)
	}
	if _, code, back := h.submit(path+"/van-ban", document); code != http.StatusSeeOther || !strings.HasPrefix(back, path+"?") {
		t.Errorf("attached: %d to %q", code, back)
	}
	d = mustGet(h, path)
	if text := d.Find(".exs").Text(); d.Find("#number").AttrOr("value", "") != "12/KH-TT" || strings.Count(text, "chưa đính kèm") != 1 || strings.Count(text, "· đã đính kèm") != 1 ||
		d.Find(".note button").Length() != 0 {
		t.Errorf("the plan after: number %q, %.300s", d.Find("#number").AttrOr("value", ""), text)
	}
	_, _, to = h.submit(path+"/"+string(thidua.CreateFromPlan), fieldsOf(d, "#ke-hoach"))
	page := mustGet(h, to)
	if page.Find(".files a[href^='/tai-lieu/'][href$='/sua']").Length() != 1 || page.Find(".files a[href*='/van-ban?so=']").Length() != 1 {
		t.Errorf("the documents of the movement: %s", page.Find(".files").Text())
	}
}
