package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

const khoi = "Trần Mạnh Khôi"

// passed is a hall after the council of 2024 has met, on the day after.
type passed struct {
	*hall
	clock *testkit.Clock
	round string
}

func openPassed(t *testing.T) *passed {
	t.Helper()
	clock := testkit.NewClock("2025-01-17")
	clock.Add(9 * time.Hour)
	h := openHall(t, func(c *store.Config) { c.Clock = clock.Now })
	h.PassCouncil(t)
	return &passed{h, clock, h.Rounds[2024].ID}
}

// fill posts the form at a selector with changed values, and a PDF for its file field, as a browser would.
func (p *passed) fill(who, page, selector string, change url.Values) *httptest.ResponseRecorder {
	p.t.Helper()
	d, code := p.get(who, page)
	form := d.Find(selector).First()
	action, ok := form.Attr("action")
	if code != http.StatusOK || !ok {
		p.t.Fatalf("%s sees %d at %s and no form %s", who, code, page, selector)
	}
	values := fieldsOf(d, selector)
	for name, v := range change {
		values[name] = v
	}
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, all := range values {
		for _, v := range all {
			if err := w.WriteField(name, v); err != nil {
				p.t.Fatal(err)
			}
		}
	}
	upload, _ := form.Find("input[type=file]").Attr("name")
	if upload != "" && change.Get("no-file") == "" {
		part, err := w.CreateFormFile(upload, "ban-ky.pdf")
		if err != nil {
			p.t.Fatal(err)
		}
		if err := doc.New("Bản mẫu", "2025-01-17", true, doc.Text("Bản mẫu")).PDF(part); err != nil {
			p.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		p.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+action, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return p.do(who, r)
}

// act fills a form and expects to be led on.
func (p *passed) act(who, page, selector string, change url.Values) {
	p.t.Helper()
	if w := p.fill(who, page, selector, change); w.Code != http.StatusSeeOther {
		d, _ := goquery.NewDocumentFromReader(w.Body)
		p.t.Fatalf("%s at %s %s: %d %s", who, page, selector, w.Code, d.Find(".errs, .note.do").Text())
	}
}

func (p *passed) file() string   { return "/nam/" + p.round + "/ho-so" }
func (p *passed) result() string { return "/nam/" + p.round + "/ket-qua-so-noi-vu" }

func by(action thidua.Action) string { return `form[action$="/` + string(action) + `"]` }

// papers lists the addresses of the papers of the dossier that the program writes.
func (p *passed) papers() []string {
	d, _ := p.get(ha, p.file())
	var out []string
	d.Find(".chk a[href^='/van-ban/']").Each(func(_ int, s *goquery.Selection) {
		if href, _ := s.Attr("href"); !strings.Contains(s.Text(), "Biên bản") {
			out = append(out, href)
		}
	})
	return out
}

func (p *passed) issueAll() {
	p.t.Helper()
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	for _, paper := range p.papers() {
		p.act(ha, paper, by(thidua.SubmitForSign), nil)
		if d, _ := p.get(ha, paper); d.Find(by(thidua.RecordConfirm)).Length() > 0 {
			p.act(ha, paper, by(thidua.RecordConfirm), nil)
		}
		p.act("Lê Thu Trang", paper, by(thidua.RecordIssued), url.Values{"number": {"12/TTr-TT (mẫu)"}, "issued": {"17/01/2025"}})
	}
}

func TestADossierIsTakenUpOnThePages(t *testing.T) {
	p := openPassed(t)
	d, code := p.get(ha, p.file())
	if code != http.StatusOK || !strings.Contains(d.Text(), "Hội đồng đã thông qua 4 trường hợp") {
		t.Fatalf("%d: %s", code, d.Find("main").Text())
	}
	p.issueAll()
	d, _ = p.get(ha, p.file())
	if got := d.Find(".chk").First().Find(".st.luc").Length(); got != 6 {
		t.Fatalf("%d papers of six are issued: %s", got, d.Find("main").Text())
	}
	p.act(ha, p.file(), by(thidua.MarkWhole), nil)
	p.act(ha, p.file(), by(thidua.RecordHardCopy), nil)
	p.act(ha, p.file(), by(thidua.SendDossier), nil)
	p.clock.Set(time.Date(2025, 3, 10, 9, 0, 0, 0, thidua.Zone))
	change := url.Values{"kind": {string(thidua.AnswerDecided)}, "number": {"…/QĐ-UBND (mẫu)"}, "dated": {"05/3/2025"}}
	d, _ = p.get(ha, p.result())
	d.Find("select[name^=result-]").Each(func(i int, s *goquery.Selection) {
		name, _ := s.Attr("name")
		change.Set(name, string(thidua.AnswerYes))
		change.Set(strings.Replace(name, "result-", "gold-", 1), "032"+string(rune('0'+i)))
	})
	p.act(ha, p.result(), "form.cols", change)
	d, _ = p.get(ha, p.result())
	if got := d.Find(".st.vang").Length(); got != 4 {
		t.Errorf("%d of four have the award: %s", got, d.Find("main").Text())
	}
	p.act(khoi, p.result(), by(thidua.PublishHonour), nil)
	p.act(ha, p.result(), by(thidua.RecordCeremony), nil)
	p.act(ha, p.result(), by(thidua.Archive), nil)
	d, code = p.get("Giàng A Páo", "/bang-vang?q=mai+anh")
	if code != http.StatusOK || d.Find(".hon").Length() != 1 || d.Find(".hon h3").Text() != "Bà Phạm Mai Anh" {
		t.Errorf("the roll: %d %s", code, d.Find("main").Text())
	}
	if d, code = p.get("Phạm Mai Anh", "/thanh-tich"); code != http.StatusOK || !strings.Contains(d.Text(), "Bằng khen của Chủ tịch UBND tỉnh") {
		t.Errorf("the history: %d %s", code, d.Find("main").Text())
	}
}

func TestTheRollIsClosedToVisitorsUntilTheAgencyOpensIt(t *testing.T) {
	p := openPassed(t)
	w := httptest.NewRecorder()
	p.server.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1/bang-vang", nil))
	if w.Code != http.StatusNotFound {
		t.Errorf("a visitor gets %d", w.Code)
	}
	if d, code := p.get("Giàng A Páo", "/bang-vang"); code != http.StatusOK || !strings.Contains(d.Text(), "Bảng vàng chưa công bố") {
		t.Errorf("%d %s", code, d.Find("main").Text())
	}
}

func TestARefusedPaperFormKeepsWhatWasTyped(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter := p.papers()[0]
	p.act(ha, letter, by(thidua.SubmitForSign), nil)
	w := p.fill(ha, letter, by(thidua.RecordIssued), url.Values{"number": {"12/TTr-TT"}, "issued": {"30/02/2025"}, "no-file": {"1"}})
	d, code := p.read(w)
	number, _ := d.Find("input[name=number]").Attr("value")
	issued, _ := d.Find("input[name=issued]").Attr("value")
	if code != http.StatusUnprocessableEntity || number != "12/TTr-TT" || issued != "30/02/2025" {
		t.Errorf("%d, number %q, day %q", code, number, issued)
	}
	if d.Find("#issued-e").Length() != 1 || d.Find("#signed-e").Length() != 1 || d.Find(".errs").Length() != 1 {
		t.Errorf("each message stands at its field: %s", d.Find(".err").Text())
	}
	report := p.papers()[1]
	first, _ := p.get(ha, report)
	old := fieldsOf(first, by(thidua.RewritePaper))
	p.act(ha, report, by(thidua.RewritePaper), url.Values{"tc4": {"Lời của người thứ nhất."}})
	old.Set("tc4", "Lời của người thứ hai.")
	d, code = p.read(p.post("Lý Văn Dũng", report+"/"+string(thidua.RewritePaper), old))
	if code != http.StatusConflict || d.Find("textarea[name=tc4]").Text() != "Lời của người thứ hai." {
		t.Errorf("%d %q", code, d.Find("textarea[name=tc4]").Text())
	}
}

func TestPapersAreShownToWhomTheyConcern(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter, report := p.papers()[0], p.papers()[1]
	for _, c := range []struct {
		who, path string
		code      int
	}{
		{"Lý Văn Dũng", report, 200}, {"Lý Văn Dũng", letter, 404}, {"Giàng A Páo", report, 404}, {"Sùng Thị Mai", letter, 200},
		{"Lý Văn Dũng", p.file(), 403}, {"Sùng Thị Mai", p.file(), 200}, {"Lê Thu Trang", "/van-ban", 200}, {ha, letter + "/tep/van-ban.pdf", 200},
		{ha, letter + "/tep/van-ban.docx", 200}, {ha, letter + "/tep/van-ban.odt", 404}, {ha, letter + "/tep/phieu-trinh.pdf", 404}, {"Giàng A Páo", letter + "/tep/van-ban.pdf", 404},
	} {
		w := p.do(c.who, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+c.path, nil))
		if w.Code != c.code {
			t.Errorf("%s gets %d at %s, want %d", c.who, w.Code, c.path, c.code)
		}
	}
	for who, want := range map[string]int{"Lý Văn Dũng": 2, "Phạm Mai Anh": 1, "Giàng A Páo": 0, "Đinh Thu Thảo": 1} {
		d, code := p.get(who, "/bao-cao")
		if got := d.Find("tbody tr").Length(); code != http.StatusOK || got != want {
			t.Errorf("%s is shown %d reports, want %d (%d)", who, got, want, code)
		}
	}
	d, _ := p.get("Sùng Thị Mai", letter)
	if d.Find("main form").Length() != 0 {
		t.Error("the inspector is offered a form")
	}
}

func TestTheSlipOfAPaperLeadsToThatPaper(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter := p.papers()[0]
	p.act(ha, letter, by(thidua.SubmitForSign), nil)
	for _, who := range []string{ha, "Trần Mạnh Khôi"} {
		d, _ := p.get(who, "/viec-cua-toi")
		slip, there := d.Find(`main a[href^="/phieu-trinh/"]`).Attr("href")
		if !there {
			t.Fatalf("%s is not told that the leader is asked", who)
		}
		w := p.do(who, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+slip, nil))
		if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || to != letter {
			t.Errorf("%s: %d %q, want the paper %s", who, w.Code, to, letter)
		}
		for _, file := range []string{"/phieu-trinh.pdf", "/phieu-trinh.docx"} {
			if w := p.do(who, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+slip+file, nil)); w.Code != http.StatusNotFound {
				t.Errorf("%s: a Phiếu trình of the list is printed for a paper: %d", who, w.Code)
			}
		}
	}
	if d, _ := p.get(ha, letter); d.Find(by(thidua.RecordIssued)).Length() != 1 {
		t.Error("a paper that waits for the leader cannot be recorded as issued")
	}
	p.act("Trần Mạnh Khôi", letter, by("y-kien"), url.Values{"opinion": {string(thidua.Disagree)}, "words": {"Bổ sung thành tích"}})
	d, _ := p.get(ha, letter)
	if d.Find(by(thidua.RecordIssued)).Length() != 0 || !strings.Contains(d.Find(".note.cam").Text(), "lãnh đạo không đồng ý") {
		t.Errorf("after the leader said no: %q", d.Find(".note.cam").Text())
	}
}

// TestTheListOfFaultsLeadsToAReasonLeftOut sends a step back without its reason: the list at the head leads to the field of that form, which is open.
func TestTheListOfFaultsLeadsToAReasonLeftOut(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter := p.papers()[0]
	p.act(ha, letter, by(thidua.SubmitForSign), nil)
	w := p.fill(ha, letter, by(thidua.ReturnPaper), url.Values{"reason": {" "}})
	d, err := goquery.NewDocumentFromReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	to, _ := d.Find(".errs a").Attr("href")
	field := d.Find(to)
	if _, open := field.Closest("details").Attr("open"); w.Code != http.StatusUnprocessableEntity || field.Closest(by(thidua.ReturnPaper)).Length() != 1 || !open {
		t.Errorf("%d, %q leads to %d fields, open %v", w.Code, to, field.Length(), open)
	}
}

func fieldNames(s *goquery.Selection) []string {
	return s.Map(func(_ int, f *goquery.Selection) string {
		name, _ := f.Attr("name")
		return name
	})
}

// open lets visitors see the roll of the agency, or closes it to them.
func (p *passed) open(public bool) {
	p.t.Helper()
	const admin = "Đỗ Đức Đạt"
	d, _ := p.get(admin, "/co-quan")
	form := fieldsOf(d, "main form")
	if form.Del("public"); public {
		form.Set("public", "1")
	}
	if w := p.post(admin, "/co-quan", form); w.Code != http.StatusSeeOther {
		p.t.Fatalf("the agency opens its roll: %d", w.Code)
	}
	d, _ = p.get(admin, "/co-quan")
	if _, ticked := d.Find("input[name=public]").Attr("checked"); ticked != public {
		p.t.Errorf("open to visitors: %v, want %v", ticked, public)
	}
}

func TestTheMenuTellsWhereAPageOfAYearIs(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	for path, entry := range map[string]string{p.file(): "/ho-so", p.result(): "/ho-so", p.papers()[0]: "/ho-so"} {
		d, _ := p.get(ha, path)
		if href, _ := d.Find(`.side a[aria-current="page"]`).Attr("href"); href != entry {
			t.Errorf("%s is marked at %q, want %s", path, href, entry)
		}
	}
}
