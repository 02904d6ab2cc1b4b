package web_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

// hall is the server of a whole season; a session token is somebody's full name.
type hall struct {
	*testkit.Season
	core   *app.App
	server *web.Server
	config store.Config
	kept   string // the folder of files
	t      *testing.T
	*witness
}

type byName struct {
	*app.App
	season *testkit.Season
}

func (b byName) Session(_ context.Context, token string) (thidua.Actor, error) {
	name, err := url.QueryUnescape(token)
	if err != nil {
		return thidua.Actor{}, err
	}
	return b.season.Actor(name), nil
}

func openHall(t *testing.T, change ...func(*store.Config)) *hall {
	t.Helper()
	var config store.Config
	seen, watch := newWitness(t)
	s := testkit.OpenSeason(t, append(change, watch, func(c *store.Config) { config = *c })...)
	s.OpenAccounts(t)
	kept := t.TempDir()
	files, err := file.Open(kept)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	core := app.New(s.DB, app.WithFiles(files), app.WithSeal(parcel.NewKey()))
	server, err := web.New(web.Config{App: byName{core, s}, Core: core, Log: slog.New(slog.NewJSONHandler(io.Discard, nil)),
		Now: s.DB.Clock, Help: "Văn phòng"})
	if err != nil {
		t.Fatal(err)
	}
	return &hall{s, core, server, config, kept, t, seen}
}

// as gives the server as somebody sees it who is signed in.
func (h *hall) as(name string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: url.QueryEscape(name)})
		h.witness.serve(h.server, w, r)
	})
}

func (h *hall) do(name string, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.as(name).ServeHTTP(w, r)
	return w
}

func (h *hall) get(name, path string) (*goquery.Document, int) {
	h.t.Helper()
	return h.read(h.do(name, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)))
}

func (h *hall) read(w *httptest.ResponseRecorder) (*goquery.Document, int) {
	h.t.Helper()
	d, err := goquery.NewDocumentFromReader(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		h.t.Fatal(err)
	}
	return d, w.Code
}

func (h *hall) post(name, path string, form url.Values) *httptest.ResponseRecorder {
	h.t.Helper()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return h.do(name, r)
}

// fieldsOf takes what a browser would send of a form.
func fieldsOf(d *goquery.Document, selector string) url.Values {
	out := url.Values{}
	d.Find(selector).Find("input, textarea, select").Each(func(_ int, s *goquery.Selection) {
		name, _ := s.Attr("name")
		value, _ := s.Attr("value")
		_, checked := s.Attr("checked")
		switch kind, _ := s.Attr("type"); {
		case name == "" || kind == "file" || (kind == "radio" || kind == "checkbox") && !checked:
			return
		case goquery.NodeName(s) == "textarea":
			value = s.Text()
		case goquery.NodeName(s) == "select":
			value, _ = s.Find("option[selected]").Attr("value")
			if s.Find("option[selected]").Length() == 0 {
				value, _ = s.Find("option").First().Attr("value")
			}
		}
		out.Add(name, value)
	})
	return out
}

func (h *hall) keep(who, unit string, targets []thidua.Target) thidua.Registration {
	h.t.Helper()
	r, err := h.core.SaveRegistration(context.Background(), h.Actor(who), thidua.Registration{Round: h.Rounds[2025].ID,
		Subject: thidua.Subject{Kind: thidua.Collective, Unit: h.Units[unit].ID}, Award: h.Definition.Awards[0].ID, Targets: targets})
	if err != nil {
		h.t.Fatal(err)
	}
	return r
}

func (h *hall) step(who string, r thidua.Registration, do thidua.Action, m app.Move) thidua.Registration {
	h.t.Helper()
	m.Version = r.Version
	r, err := h.core.MoveRegistration(context.Background(), h.Actor(who), r.ID, do, m)
	if err != nil {
		h.t.Fatal(err)
	}
	return r
}

func (h *hall) send(who, unit string) thidua.Registration {
	return h.step(who, h.keep(who, unit, h.EightTargets()), thidua.Send, app.Move{})
}

const ha = "Nguyễn Thị Thu Hà"

func TestUnitFormKeepsEverythingTyped(t *testing.T) {
	h := openHall(t)
	d, code := h.get("Lý Văn Dũng", "/dang-ky")
	if code != http.StatusOK || d.Find("section.card h2 .tag").Length() != 5 {
		t.Fatalf("status %d, %d criteria", code, d.Find("section.card h2 .tag").Length())
	}
	action, _ := d.Find("#dang-ky").Attr("action")
	form := fieldsOf(d, "#dang-ky")
	form.Set("them", h.Definition.Heads()[1].ID)
	d, code = h.read(h.post("Lý Văn Dũng", action, form))
	if code != http.StatusOK || d.Find("#target-1-content").Length() != 1 {
		t.Fatalf("one more line: status %d\n%s", code, d.Find("main").Text())
	}
	form = fieldsOf(d, "#dang-ky")
	form.Set("target-1-content", "Hồ sơ công việc xử lý trên môi trường mạng")
	form.Set("target-1-value", "chín mươi")
	form.Set("target-1-due", "31-12-2025")
	form.Set("lam", "gui")
	d, code = h.read(h.post("Lý Văn Dũng", action, form))
	value, _ := d.Find("#target-1-value").Attr("value")
	due, _ := d.Find("#target-1-due").Attr("value")
	if code != http.StatusUnprocessableEntity || value != "chín mươi" || due != "31-12-2025" || d.Find("#target-1-value-e").Length() != 1 {
		t.Errorf("status %d, value %q, due %q, faults %q", code, value, due, d.Find(".errs").Text())
	}
	if got := d.Find("#target-1-content").Text(); got != "Hồ sơ công việc xử lý trên môi trường mạng" {
		t.Errorf("content is %q", got)
	}
	form = fieldsOf(d, "#dang-ky")
	form.Set("target-1-value", "95,5")
	form.Set("lam", "gui")
	d, code = h.read(h.post("Lý Văn Dũng", action, form))
	if code != http.StatusUnprocessableEntity || d.Find("#target-1-measure-e").Length() != 1 {
		t.Errorf("a line without unit of measure: status %d, %s", code, d.Find(".errs").Text())
	}
	form = fieldsOf(d, "#dang-ky")
	form.Set("target-1-measure", "%")
	form.Set("lam", "gui")
	w := h.post("Lý Văn Dũng", action, form)
	if w.Code != http.StatusSeeOther {
		d, _ := h.read(w)
		t.Fatalf("sent: status %d %s", w.Code, d.Find(".errs, .note").Text())
	}
	d, _ = h.get("Lý Văn Dũng", w.Header().Get("Location"))
	if d.Find(".sb .now .st").Text() != "Đã gửi" || d.Find(".note.luc").Length() != 1 {
		t.Errorf("after sending the bar says %q", d.Find(".sb .now").Text())
	}
}

func TestSecondSaverLosesNothing(t *testing.T) {
	h := openHall(t)
	h.keep("Lý Văn Dũng", "NV2", h.EightTargets())
	d, _ := h.get("Lý Văn Dũng", "/dang-ky")
	action, _ := d.Find("#dang-ky").Attr("action")
	form := fieldsOf(d, "#dang-ky")
	form.Set("lam", "luu-nhap")
	if w := h.post("Lý Văn Dũng", action, form); w.Code != http.StatusSeeOther {
		t.Fatalf("first saver: %d", w.Code)
	}
	form.Set("target-1-content", "Nội dung của người lưu sau")
	d, code := h.read(h.post("Lý Văn Dũng", action, form))
	if code != http.StatusConflict || d.Find("#target-1-content").Text() != "Nội dung của người lưu sau" || d.Find(".note.cam a").Length() != 1 {
		t.Fatalf("second saver: status %d, %q", code, d.Find(".note").Text())
	}
	again := fieldsOf(d, "#dang-ky")
	again.Set("lam", "luu-nhap")
	if w := h.post("Lý Văn Dũng", action, again); w.Code != http.StatusSeeOther {
		t.Errorf("saved after having seen it: %d", w.Code)
	}
}

func TestAutosaveTellsTheVersion(t *testing.T) {
	h := openHall(t)
	d, _ := h.get("Phạm Mai Anh", "/dang-ky-ca-nhan")
	action, _ := d.Find("#dang-ky").Attr("action")
	form := fieldsOf(d, "#dang-ky")
	form.Set("target-1-content", "Viết 1 tin, bài")
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+action, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Thidua-Autosave", "1")
	w := h.do("Phạm Mai Anh", r)
	if w.Code != http.StatusNoContent || w.Header().Get("Thidua-Version") != "1" {
		t.Errorf("autosave: status %d, version %q", w.Code, w.Header().Get("Thidua-Version"))
	}
	if _, code := h.get("Giàng A Páo", action); code != http.StatusForbidden {
		t.Errorf("a colleague sees the registration: %d", code)
	}
}

func TestWholeWayOfTheListOnThePages(t *testing.T) {
	h := openHall(t)
	for unit, head := range map[string]string{"VP": "Hoàng Minh Tuấn", "NV1": "Trần Thị Hạnh", "NV2": "Lý Văn Dũng", "NV3": "Vũ Quang Sơn", "NV4": "Bùi Đức Long"} {
		h.send(head, unit)
	}
	round := "/nam/" + h.Rounds[2025].ID
	d, _ := h.get(ha, "/tong-hop")
	if d.Find("tbody tr").Length() != 6 || !strings.Contains(d.Find("#ly-do").Text(), "còn 1 đơn vị chưa gửi, 5 bản chưa rà soát") {
		t.Errorf("%d rows; %s", d.Find("tbody tr").Length(), d.Find("#ly-do").Text())
	}
	if text := d.Find("#tin-nhan").Text(); !strings.Contains(text, "Đề nghị Phòng Nghiệp vụ 5 (tập thể và 1 cá nhân) gửi") {
		t.Errorf("reminder %q", text)
	}
	if w := h.post(ha, round+"/phieu-trinh", url.Values{}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a blocked list goes to the leader: %d", w.Code)
	}
	h.send("Nguyễn Hải Yến", "NV5")
	d, _ = h.get(ha, "/tong-hop")
	ticked := url.Values{}
	d.Find("input[name=chon]").Each(func(_ int, s *goquery.Selection) { ticked.Add("chon", s.AttrOr("value", "")) })
	if w := h.post("Lý Văn Dũng", round+"/tong-hop/ra-soat", ticked); w.Code != http.StatusForbidden {
		t.Errorf("a head reviews: %d", w.Code)
	}
	if w := h.post(ha, round+"/tong-hop/ra-soat", ticked); w.Code != http.StatusSeeOther {
		t.Fatalf("bulk review: %d", w.Code)
	}
	w := h.post(ha, round+"/phieu-trinh", url.Values{})
	slip := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther {
		t.Fatalf("cover slip: %d", w.Code)
	}
	h.agree(slip)
	d, _ = h.get(ha, slip)
	form := fieldsOf(d, "form[action$=gui-so-noi-vu]")
	form.Set("number", "12/TT-VP (mẫu)")
	d, code := h.read(h.post(ha, slip+"/gui-so-noi-vu", form))
	if code != http.StatusUnprocessableEntity || d.Find("#number").AttrOr("value", "") != "12/TT-VP (mẫu)" {
		t.Errorf("a letter without day: %d", code)
	}
	form.Set("dated", "14/01/2025")
	if w := h.post(ha, slip+"/gui-so-noi-vu", form); w.Code != http.StatusSeeOther {
		t.Fatalf("sent up: %d", w.Code)
	}
	d, _ = h.get(ha, slip)
	form = fieldsOf(d, "form[action$=ket-qua]")
	form.Set("kind", "xac-nhan")
	if w := h.post(ha, slip+"/ket-qua", form); w.Code != http.StatusSeeOther {
		t.Fatalf("confirmed: %d", w.Code)
	}
	d, _ = h.get("Lý Văn Dũng", "/dang-ky")
	if d.Find(".sb .now .st").Text() != "Sở Nội vụ xác nhận" {
		t.Errorf("the unit reads %q", d.Find(".sb .now").Text())
	}
}

// agree records the leader's agreement with a scan, first without one.
func (h *hall) agree(slip string) {
	h.t.Helper()
	d, _ := h.get(ha, slip)
	form := fieldsOf(d, "form[action$=y-kien]")
	form.Set("leader", h.People["Trần Mạnh Khôi"].ID)
	if w := h.post(ha, slip+"/y-kien", form); w.Code != http.StatusUnprocessableEntity {
		h.t.Errorf("an opinion without scan: %d", w.Code)
	}
	paper := h.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+slip+"/phieu-trinh.pdf", nil))
	if paper.Code != http.StatusOK || !bytes.HasPrefix(paper.Body.Bytes(), []byte("%PDF-")) {
		h.t.Fatalf("cover slip as PDF: %d", paper.Code)
	}
	set := h.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+slip+"/tap-trinh-ky.pdf", nil))
	if set.Code != http.StatusOK || !bytes.HasPrefix(set.Body.Bytes(), []byte("%PDF-")) || !bytes.Contains(set.Body.Bytes(), []byte("/Type/Outlines")) || set.Body.Len() <= paper.Body.Len() {
		h.t.Errorf("the slip with its list as one PDF: %d", set.Code)
	}
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name := range form {
		_ = w.WriteField(name, form.Get(name))
	}
	part, _ := w.CreateFormFile("scan", "phieu-trinh-da-ky.pdf")
	_, _ = part.Write(paper.Body.Bytes())
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+slip+"/y-kien", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	if got := h.do(ha, r); got.Code != http.StatusSeeOther {
		d, _ := h.read(got)
		h.t.Fatalf("opinion with scan: %d %s", got.Code, d.Find(".errs, .note").Text())
	}
}

func TestFilesOfTheList(t *testing.T) {
	h := openHall(t)
	h.send("Lý Văn Dũng", "NV2")
	for file, kind := range map[string]string{"danh-sach.docx": "wordprocessingml", "danh-sach.pdf": "application/pdf", "bieu-tap-the.xlsx": "spreadsheetml",
		"bieu-ca-nhan.xlsx": "spreadsheetml"} {
		w := h.do(ha, httptest.NewRequest(http.MethodGet, "http://127.0.0.1/nam/"+h.Rounds[2025].ID+"/tong-hop/"+file, nil))
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Type"), kind) || w.Body.Len() < 2000 {
			t.Errorf("%s: status %d, %s, %d bytes", file, w.Code, w.Header().Get("Content-Type"), w.Body.Len())
		}
	}
	if _, code := h.get("Phạm Mai Anh", "/tong-hop"); code != http.StatusForbidden {
		t.Errorf("somebody of a unit reads the whole list: %d", code)
	}
	if _, code := h.get(ha, "/nam/"+store.NewID()+"/tong-hop"); code != http.StatusNotFound {
		t.Errorf("an unknown year: %d", code)
	}
}

func TestCallsToUnitsAreNoted(t *testing.T) {
	h := openHall(t)
	h.asOn14January()
	list := "/nam/" + h.Rounds[2025].ID + "/tong-hop"
	d, _ := h.get(ha, "/tong-hop")
	call := list + "/" + string(thidua.CalledUnit)
	if n := d.Find(`form[action="` + call + `"] option`).Length(); n != 2 || d.Find(".tabs a").Length() != 3 {
		t.Fatalf("%d units to call, %d tabs", n, d.Find(".tabs a").Length())
	}
	form := fieldsOf(d, `form[action="`+call+`"]`)
	form.Set("unit", h.Units["NV5"].ID)
	if w := h.post(ha, call, form); w.Code != http.StatusSeeOther {
		t.Fatalf("noted with %d", w.Code)
	}
	d, _ = h.get(ha, "/tong-hop")
	if text := d.Find("#nhac").Text(); !strings.Contains(text, "Đã gọi điện: Phòng Nghiệp vụ 5, ") || !strings.Contains(text, ha) {
		t.Errorf("the note: %s", text)
	}
	form.Set("unit", "khong-co")
	form.Set("key", "mot-khoa-khac")
	if w := h.post(ha, call, form); w.Code != http.StatusNotFound {
		t.Errorf("a unit that is not there: %d", w.Code)
	}
	if w := h.post("Lý Văn Dũng", call, form); w.Code != http.StatusForbidden {
		t.Errorf("a head of a unit: %d", w.Code)
	}
	none, code := h.get(ha, list+"?loai=ket-qua")
	if code != http.StatusOK || !strings.Contains(none.Find("main").Text(), "Chưa có kết quả từ Sở Nội vụ") {
		t.Errorf("the results before anything was sent: %d", code)
	}
}
