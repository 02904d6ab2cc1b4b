package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/browser"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// meeting is a hall whose council meets on 16/01/2025; every step goes through the pages.
type meeting struct {
	*hall
	clock *testkit.Clock
	url   string // of the session
}

func openMeeting(t *testing.T) *meeting {
	clock := testkit.NewClock("2025-01-14")
	return &meeting{hall: openHall(t, func(c *store.Config) { c.Clock = clock.Now }), clock: clock}
}

// submit sends a form of a page as a browser would, with some fields filled in, and gives the page that follows.
func (m *meeting) submit(who, path, selector string, fill ...string) (*goquery.Document, int) {
	m.t.Helper()
	d, code := m.get(who, path)
	form := d.Find(selector)
	action, ok := form.Attr("action")
	if code != http.StatusOK || !ok {
		m.t.Fatalf("%s at %s: status %d, no form %s\n%s", who, path, code, selector, d.Find("main").Text())
	}
	values := fieldsOf(d, selector)
	for i := 0; i+1 < len(fill); i += 2 {
		values.Set(fill[i], fill[i+1])
	}
	w := m.post(who, action, values)
	if w.Code == http.StatusSeeOther {
		to, _, _ := strings.Cut(w.Header().Get("Location"), "#")
		return m.get(who, to)
	}
	return m.read(w)
}

// done is submit for what must succeed.
func (m *meeting) done(who, path, selector string, fill ...string) *goquery.Document {
	m.t.Helper()
	d, code := m.submit(who, path, selector, fill...)
	if code != http.StatusOK {
		m.t.Fatalf("%s at %s, %s: status %d: %s", who, path, selector, code, d.Find(".errs, .note, main p").Text())
	}
	return d
}

func to(action thidua.Action) string { return `form[action$="/` + string(action) + `"]` }

func (m *meeting) plan() {
	m.t.Helper()
	m.done(ha, "/hoi-dong", `form[action="/hoi-dong"]`, "number", "01/2025", "day", "16/1/2025", "time", "14h00", "place", "Phòng họp tầng 2")
	d, _ := m.get(ha, "/hoi-dong")
	m.url, _ = d.Find("tbody a").Attr("href")
}

// propose puts a subject on the slate and, when it is to be considered, before the session.
func (m *meeting) propose(key string, before bool) {
	m.t.Helper()
	slate := "/nam/" + m.Rounds[2024].ID + "/truong-hop"
	d := m.done(ha, slate, `form[action$="/truong-hop"]`, "subject", key)
	action, _ := d.Find(to(thidua.FindByHand)).Attr("action")
	path := strings.TrimSuffix(action, "/"+string(thidua.FindByHand))
	if !before {
		return
	}
	for _, s := range d.Find("#standard option").EachIter() {
		words := s.Text()
		if strings.HasPrefix(words, "Tham gia") || strings.HasPrefix(words, "Phẩm chất") {
			id, _ := s.Attr("value")
			m.done(ha, path, to(thidua.FindByHand), "standard", id, "verdict", "met", "words", "Gương mẫu, tham gia đầy đủ.")
		}
	}
	m.done(ha, path, to(thidua.Summarise), "summary", "Năm 2024, 100% kết luận thanh tra ban hành đúng thời hạn; 02 sáng kiến được công nhận.")
	m.done(ha, path, to(thidua.PutBefore))
}

func (m *meeting) fiveCases() {
	m.t.Helper()
	m.plan()
	for _, code := range []string{"NV2", "VP"} {
		m.propose("collective:"+m.Units[code].ID, true)
	}
	m.register("Phạm Mai Anh", "Trần Thị Hạnh", "Trần Quốc Bảo", "Giàng A Páo")
	for _, name := range []string{"Phạm Mai Anh", "Trần Thị Hạnh", "Trần Quốc Bảo"} {
		m.propose("individual:"+m.People[name].ID, true)
	}
	m.propose("individual:"+m.People["Giàng A Páo"].ID, false)
}

// register notes approved registrations of 2024, whose window is long over.
func (m *meeting) register(names ...string) {
	m.t.Helper()
	act := &store.Act{Tenant: m.Tenant, Actor: "account:cai-dat", Verb: "dang-ky"}
	err := m.DB.Write(m.t.Context(), act, func(tx *store.Tx) error {
		for _, name := range names {
			r := thidua.Registration{ID: store.NewID(), Round: m.Rounds[2024].ID, State: thidua.RegistrationApproved, Award: m.Definition.Awards[0].ID,
				Subject: thidua.Subject{Kind: thidua.Individual, Unit: m.Actor(name).Unit, Person: m.People[name].ID}}
			if err := tx.InsertRegistration(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		m.t.Fatal(err)
	}
}

// present fills the roll call of the screens: two are away.
func (m *meeting) present() []string {
	var fill []string
	for _, c := range m.Season.Council.Members {
		switch c.Name {
		case "Bùi Đức Long":
			fill = append(fill, "reason-"+c.Person, "đi công tác")
		case "Nguyễn Hải Yến":
			fill = append(fill, "reason-"+c.Person, "nghỉ phép")
		default:
			fill = append(fill, "present-"+c.Person, "1")
		}
	}
	return fill
}

func (m *meeting) open() {
	m.t.Helper()
	m.fiveCases()
	m.done(ha, m.url, to(thidua.Summon))
	m.done(ha, m.url, to(thidua.CallRoll), m.present()...)
	m.clock.Set(time.Date(2025, 1, 16, 14, 0, 0, 0, thidua.Zone))
	m.done("Trần Mạnh Khôi", m.url, to(thidua.OpenSession))
	m.clock.Add(55 * time.Minute)
	m.done(ha, m.url, to(thidua.BeginVote))
}

// fields names the inputs of the vote by nominee, in the order of the table.
func (m *meeting) fields(d *goquery.Document, name string) []string {
	var out []string
	for _, s := range d.Find(`input[name^="` + name + `-"]`).EachIter() {
		id, _ := s.Attr("name")
		out = append(out, id)
	}
	return out
}

func TestCouncilThroughThePages(t *testing.T) {
	m := openMeeting(t)
	d, code := m.submit(ha, "/hoi-dong", `form[action="/hoi-dong"]`, "number", "01/2025", "day", "31/2/2025", "time", "hai giờ", "place", "Phòng họp tầng 2")
	day, _ := d.Find("#day").Attr("value")
	clock, _ := d.Find("#time").Attr("value")
	if code != http.StatusUnprocessableEntity || day != "31/2/2025" || clock != "hai giờ" || d.Find("#day-e").Length() != 1 {
		t.Fatalf("a wrong day: status %d, %q %q, %s", code, day, clock, d.Find(".errs").Text())
	}
	m.open()
	d, _ = m.get(ha, m.url)
	text := d.Find("main").Text()
	for _, want := range []string{"Họp xét khen thưởng năm 2024", "14:00 thứ Năm 16/01/2025, Phòng họp tầng 2", "Đủ số thành viên dự họp", "2 tập thể, 3 cá nhân", "2 + 2",
		"1 trường hợp “Cần xem xét”: liên hệ Chánh Văn phòng.", "vắng, đi công tác", "bà Trần Thị Hạnh (trường hợp", "mục 4, bắt đầu 14:55"} {
		if !strings.Contains(text, want) {
			t.Errorf("the session does not say %q", want)
		}
	}
	if strings.Contains(text, "Giàng A Páo") || strings.Contains(text, "kín") {
		t.Error("somebody who is not before the council is named, or a secret ballot is offered")
	}
	m.vote(d)
	m.minutes()
}

// vote enters counts that do not add up, then those of the screens, and concludes.
func (m *meeting) vote(d *goquery.Document) {
	t := m.t
	t.Helper()
	yes := m.fields(d, "yes")
	if len(yes) != 5 {
		t.Fatalf("%d cases to vote on", len(yes))
	}
	d, code := m.submit(ha, m.url, "#bq form", yes[0], "8", yes[1], "sáu")
	typed, _ := d.Find("#" + yes[1]).Attr("value")
	if code != http.StatusUnprocessableEntity || typed != "sáu" || d.Find(".gio .err").Length() != 2 {
		t.Errorf("counts that do not add up: status %d, %q, %s", code, typed, d.Find(".errs").Text())
	}
	var fill []string
	for i := range yes {
		id := strings.TrimPrefix(yes[i], "yes-")
		n := [2]string{"7", "0"}
		switch name := strings.TrimPrefix(m.label(d, yes[i]), "Đồng ý, "); name {
		case "Văn phòng":
			n = [2]string{"6", "1"}
		case "Trần Thị Hạnh":
			n = [2]string{"6", "0"}
		case "Trần Quốc Bảo":
			n = [2]string{"5", "2"}
		}
		fill = append(fill, "yes-"+id, n[0], "no-"+id, n[1])
	}
	d = m.done(ha, m.url, "#bq form", fill...)
	if got := strings.Count(d.Find("#bq").Text(), "Khớp"); got != 5 {
		t.Fatalf("%d of 5 counts stand: %s", got, d.Find("#bq").Text())
	}
	if member, _ := m.get("Lý Văn Dũng", m.url); member.Find("main button, #bq input:not([type=hidden])").Length() != 0 || member.Find(".gio").Length() != 1 {
		t.Error("a member who does not count is shown a form")
	}
	m.clock.Add(25 * time.Minute)
	d = m.done(ha, m.url+"/ket-qua", to(thidua.Conclude))
	if d.Find(".honor li").Length() != 4 || d.Find(".cells i.rc").Length() != 1 || !strings.Contains(d.Find(".votes").Text(), "6/8") ||
		!strings.Contains(d.Find("main").Text(), "6/8 khi 1 người không biểu quyết") {
		t.Errorf("result: %s", d.Find("main").Text())
	}
}

func (m *meeting) label(d *goquery.Document, name string) string {
	text, _ := d.Find("#" + name).Attr("aria-label")
	return text
}

// minutes takes the minutes from their words to the signed copy.
func (m *meeting) minutes() {
	t := m.t
	t.Helper()
	result := m.url + "/ket-qua"
	const unsaid = "Hội đồng chưa ghi ý kiến về chỉ số chưa công bố"
	d := m.done(ha, result, to(thidua.MakeMinutes))
	if !strings.Contains(d.Find("main").Text(), unsaid) {
		t.Error("nothing tells the secretary that a case stands on an index not published yet")
	}
	if d.Find("button[aria-disabled]").Length() == 0 {
		t.Error("minutes without words may be sent to be signed")
	}
	d, code := m.submit(ha, result, to(thidua.SubmitForSign))
	if code != http.StatusUnprocessableEntity || !strings.Contains(d.Find(".errs").Text(), "lời văn") {
		t.Errorf("sent without words: %d %s", code, d.Find(".errs").Text())
	}
	d = m.done(ha, result, "#sua", "discussion", "Hội đồng thảo luận từng trường hợp.", "index", "Thống nhất tạm lấy kết quả năm 2023; xem lại khi công bố.")
	if strings.Contains(d.Find("main").Text(), unsaid) {
		t.Error("the secretary is asked for a sentence that stands already")
	}
	m.done(ha, result, to(thidua.SubmitForSign))
	for _, format := range []string{"docx", "pdf"} {
		if w := m.do("Lý Văn Dũng", httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+m.url+"/bien-ban/"+format, nil)); w.Code != http.StatusOK || w.Body.Len() < 5000 {
			t.Errorf("%s: status %d, %d bytes", format, w.Code, w.Body.Len())
		}
	}
	d, _ = m.get(ha, result)
	action, _ := d.Find(to(thidua.RecordIssued)).Attr("action")
	values := fieldsOf(d, to(thidua.RecordIssued))
	values.Set("issued", "17/01/2025")
	if d, code := m.read(m.upload(ha, action, values, "signed", "")); code != http.StatusUnprocessableEntity || d.Find("#signed-e").Length() != 1 {
		t.Errorf("issued without a signed copy: %d %s", code, d.Find(".errs").Text())
	}
	values.Set("issued", "16/01/2025")
	if w := m.upload(ha, action, values, "signed", "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"); w.Code != http.StatusSeeOther {
		d, _ := m.read(w)
		t.Fatalf("signed copy: %d %s", w.Code, d.Find(".errs").Text())
	}
	d = m.done(ha, result, to(thidua.SignMinutes))
	if !strings.Contains(d.Find("main").Text(), "Không đánh số") || d.Find("#sua").Length() != 0 {
		t.Errorf("after signing: %s", d.Find("main").Text())
	}
	file, _ := d.Find(`a[href$="/ban-ky"]`).Attr("href")
	if w := m.do("Lý Văn Dũng", httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+file, nil)); w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "%PDF") {
		t.Errorf("the signed copy: %d", w.Code)
	}
	if _, code := m.get("Lý Văn Dũng", "/ket-qua-hop"); code != http.StatusSeeOther {
		t.Errorf("the latest result: %d", code)
	}
}

func (m *meeting) upload(who, path string, values url.Values, field, content string) *httptest.ResponseRecorder {
	m.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, all := range values {
		for _, v := range all {
			_ = w.WriteField(name, v)
		}
	}
	if content != "" {
		part, err := w.CreateFormFile(field, "bien-ban.pdf")
		if err != nil {
			m.t.Fatal(err)
		}
		_, _ = part.Write([]byte(content))
	}
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+path, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return m.do(who, r)
}

func TestRollCallKeepsWhatWasTyped(t *testing.T) {
	m := openMeeting(t)
	m.plan()
	m.propose("collective:"+m.Units["NV2"].ID, true)
	m.done(ha, m.url, to(thidua.Summon))
	fill := m.present()
	for i := range fill {
		if fill[i] == "nghỉ phép" {
			fill[i] = ""
		}
	}
	d, code := m.submit(ha, m.url, to(thidua.CallRoll), fill...)
	yen, long := m.People["Nguyễn Hải Yến"].ID, m.People["Bùi Đức Long"].ID
	kept, _ := d.Find("#reason-" + long).Attr("value")
	if code != http.StatusUnprocessableEntity || d.Find("#reason-"+yen+"-e").Length() != 1 || kept != "đi công tác" || d.Find("#diem-danh input[checked]").Length() != 7 {
		t.Errorf("status %d, kept %q, present %d: %s", code, kept, d.Find("#diem-danh input[checked]").Length(), d.Find(".errs").Text())
	}
	d, code = m.submit("Trần Mạnh Khôi", m.url, to(thidua.OpenSession))
	if code != http.StatusUnprocessableEntity || !strings.Contains(d.Find(".errs").Text(), "chưa đủ số thành viên dự họp") {
		t.Errorf("opened without a quorum: %d %s", code, d.Find(".errs").Text())
	}
	d, code = m.submit(ha, m.url, to(thidua.Postpone))
	if code != http.StatusUnprocessableEntity || d.Find("#reason-"+string(thidua.Postpone)+"-e").Length() != 1 {
		t.Errorf("postponed without a reason: %d %s", code, d.Find(".errs").Text())
	}
}

func TestPaperBallotsThroughThePages(t *testing.T) {
	m := openMeeting(t)
	m.open()
	d := m.done(ha, m.url+"?cach=paper", "#bq form", "counter", m.People["Lý Văn Dũng"].ID)
	if d.Find(`#bq input[name^="issued-"]`).Length() != 5 {
		t.Fatalf("no ballots to count: %s", d.Find("#bq").Text())
	}
	yes := m.fields(d, "yes")[0]
	id := strings.TrimPrefix(yes, "yes-")
	m.done(ha, m.url, "#bq form", "issued-"+id, "7", "returned-"+id, "7", "yes-"+id, "6", "no-"+id, "1")
	d, _ = m.get("Lý Văn Dũng", m.url)
	first, _ := d.Find("#" + yes).Attr("value")
	if first != "" || !strings.Contains(d.Find("#bq").Text(), "Chờ lần kiểm thứ hai") || strings.Contains(d.Find("#bq").Text(), "6 đồng ý") {
		t.Errorf("the second counter sees %q: %s", first, d.Find("#bq").Text())
	}
	m.done("Lý Văn Dũng", m.url, "#bq form", "issued-"+id, "7", "returned-"+id, "7", "yes-"+id, "5", "no-"+id, "2")
	d, _ = m.get(ha, m.url)
	if text := d.Find("#bq").Text(); !strings.Contains(text, "Hai lần kiểm khác nhau") || !strings.Contains(text, "6 đồng ý") || !strings.Contains(text, "5 đồng ý") {
		t.Errorf("the difference is not shown: %s", text)
	}
	d, code := m.submit(ha, m.url+"?cach=written-opinion", "#bq form", "person", m.People["Bùi Đức Long"].ID, "on", "15/1/2025", "choice-"+id, "yes")
	on, _ := d.Find("#on").Attr("value")
	if code != http.StatusUnprocessableEntity || on != "15/1/2025" || d.Find("#bq .err").Length() != 4 {
		t.Errorf("an opinion on one case of five: %d, %q, %s", code, on, d.Find(".errs").Text())
	}
}

// TestCouncilScreensAreClean looks at each screen of the council on a desk and on a phone, by day and by night.
func TestCouncilScreensAreClean(t *testing.T) {
	m := openMeeting(t)
	m.open()
	desk := browser.Open(t, m.as(ha), browser.Desk)
	d, _ := m.get(ha, m.url)
	var fill []string
	for _, yes := range m.fields(d, "yes") {
		id := strings.TrimPrefix(yes, "yes-")
		switch strings.TrimPrefix(m.label(d, yes), "Đồng ý, ") {
		case "Phòng Nghiệp vụ 2", "Phạm Mai Anh":
			fill = append(fill, "yes-"+id, "7", "no-"+id, "0", "blank-"+id, "0")
		case "Văn phòng":
			fill = append(fill, "yes-"+id, "6", "no-"+id, "1", "blank-"+id, "0")
		}
	}
	m.done(ha, m.url, "#bq form", fill...)
	look(t, desk, "07-hoi-dong", m.url)
	look(t, desk, "07-phieu-giay", m.url+"?cach=paper")
	look(t, desk, "07-van-ban", m.url+"?cach=written-opinion")
	look(t, desk, "07-tai-lieu", m.url+"/tai-lieu")
	look(t, desk, "07-cac-phien", "/hoi-dong")
	look(t, desk, "07-de-nghi", "/nam/"+m.Rounds[2024].ID+"/truong-hop")
	d, _ = m.get(ha, "/nam/"+m.Rounds[2024].ID+"/truong-hop")
	one, _ := d.Find("tbody a").Last().Attr("href")
	look(t, desk, "07-truong-hop", one)
	d, _ = m.get(ha, m.url)
	m.vote(d)
	look(t, desk, "07c-ket-qua", m.url+"/ket-qua")
	if folder := os.Getenv("THIDUA_SCREENS"); folder != "" {
		desk.Look(browser.Look{Width: 1366, Height: 768})
		desk.Go(m.url + "/ket-qua")
		desk.Screenshot(folder+"/07c-toan-trang.png", true)
		desk.Go(m.url)
		desk.Screenshot(folder+"/07-toan-trang.png", true)
	}
}
