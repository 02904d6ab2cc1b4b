package web_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app/account"
	"thidua/internal/app/factor"
	"thidua/internal/auth/totp"
	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

// upkeep are the routes that change no fact of the agency, or change nothing when they succeed; each with the reason. They leave no event.
var upkeep = map[string]string{
	"POST /giao-dien":                           "the colours of the page, kept in the browser",
	"POST /tai-khoan/tiep-tuc":                  "a session that goes on",
	"POST /thong-bao":                           "what was read of one's own notices",
	"POST /dang-nhap/tai-khoan-tinh":            "a sign-in through the province that begins; coming back leaves the event",
	"POST /quen-mat-khau":                       "a letter with a link, or none; the password that is chosen by it leaves the event",
	"POST /excel/{list}/{round}":                "a comparison is shown; taking it over leaves the event",
	"POST /excel/{list}/{round}/loi":            "the faults of a comparison, as a file",
	"POST /van-ban/{paper}/ky-so/chuan-bi":      "the file that is to be signed is shown; the signature leaves the event",
	"POST /van-ban/{paper}/ky-so/can-ky":        "the bytes that are to be signed",
	"POST /van-ban/{paper}/ky-so/dau-thoi-gian": "the question to an authority of time",
}

// several are the acts that are more than one by design, each of them whole in a transaction with its event.
var several = map[string]string{
	"POST /xac-thuc-hai-lop/ma-du-phong":  "the code that was shown is spent first, whatever comes of it, then the codes are made",
	"POST /xac-thuc-hai-lop/tat":          "the code that was shown is spent first, whatever comes of it, then the factor is taken away",
	"POST /nam/{round}/dang-ky/{unit}":    "what was typed is kept as a draft first, then sent: a refused sending loses nothing",
	"POST /nam/{round}/ca-nhan/{person}":  "as for a unit: the draft first, then its sending",
	"POST /ke-hoach/{plan}/{action}":      "the review that was typed is kept first, then confirmed or carried out",
	"POST /so-sanh":                       "the choice that was made is kept first, then the list is made of it",
	"POST /nam/{round}/tong-hop/{action}": "an act on each registration that was chosen, each with its own rights, state and event",
	"POST /tiep-nhan/nhan-goi":            "a package is received first, so that none is lost, then made into what it is; what fits nowhere stays in the inbox",
	"POST /tiep-nhan/nhan-tep":            "as for a package that waits in the installation",
	"POST /cho-quyet-dinh/nhan-goi":       "as for a package that waits in the installation",
	"POST /cho-quyet-dinh/nhan-tep":       "as for a package that waits in the installation",
	"POST /dang-ky-cac-co-quan/nhan-goi":  "as for a package that waits in the installation",
}

// step is a form that somebody finds on a page and sends: the first of this address, or the one with a button of that name and value. What the form
// does not say itself is filled in as by a person in a hurry; set says it instead.
type step struct {
	who, page, to string
	set           []string // name=value
}

// acts are performed in this order, each on what the ones before left. A new route is one more line.
var acts = []step{
	{"home", "/chi-so-co-quan", "/chi-so-co-quan", nil},
	{"ha", "/chi-tieu-mau", "/chi-tieu-mau", nil},
	{"ha", "/chi-tieu-mau", "/chi-tieu-mau/an", nil},
	{"ha", "/chi-tieu/{target}", "/chi-tieu/{target}/tien-do", nil},
	{"ha", "/dang-ky/{registration}", "/dang-ky/{registration}/trao-doi", nil},
	{"decide", "/danh-sach-trinh/{raised}", "/danh-sach-trinh/{raised}", nil},
	{"dat", "/doi-tac/so-khac", "/doi-tac/{partner}", nil},
	{"ha", "/kiem-tra/them", "/kiem-tra", nil},
	{"ha", "/kiem-tra/{inspection}/sua", "/kiem-tra/{inspection}", nil},
	{"ha", "/kiem-tra/{inspection}", "/kiem-tra/{inspection}/bat-dau-kiem-tra", nil},
	{"ha", "/kiem-tra/{inspection}", "/kiem-tra/{inspection}/ghi-kien-nghi", []string{"asked=@NV2"}},
	{"dung", "/kien-nghi/{recommendation}", "/kien-nghi/{recommendation}/{action}", nil},
	{"ha", "/lien-ket-lanh-dao", "/lien-ket-lanh-dao/lua-chon", nil},
	{"ha", "/nam/{round}/phat-dong", "/nam/{round}/phat-dong", nil},
	{"dat", "/ngay-nghi", "/ngay-nghi", nil},
	{"dat", "/ngay-nghi", "/nap-ngay-nghi", nil},
	{"dat", "/ngay-nghi", "/ngay-nghi/{day}/xoa", nil},
	{"dat", "/nguoi-dung/them", "/nguoi-dung", []string{"user=nguoi.moi"}},
	{"ha", "/nguoi/{person}", "/nguoi/{person}/chuc-vu", nil},
	{"khoi", "/nhan-xet/{round}", "/nhan-xet/{round}", nil},
	{"ha", "/cham-diem/{round}", "/cham-diem/{round}", nil},
	{"dung", "/phieu-cham/{sheet}", "/phieu-cham/{sheet}/y-kien", nil},
	{"ha", "/phong-trao/{movement}/lien-quan", "/phong-trao/{movement}/lien-quan", []string{"address=https://vi-du.vn/phong-trao"}},
	{"ha", "/phong-trao-lien-quan/{related}", "/phong-trao-lien-quan/{related}/{action}", nil},
	{"dat", "/quy-dinh-dang-nhap", "/quy-dinh-dang-nhap", nil},
	{"home", "/so-luong", "/so-luong", nil},
	{"ha", "/phong-trao/{movement}/van-ban", "/phong-trao/{movement}/van-ban", nil},
	{"ha", "/tai-lieu/{document}/noi-nhan", "/tai-lieu/{document}/noi-nhan", nil},
	{"ha", "/tai-lieu/{document}/tieu-chi", "/tai-lieu/{document}/tieu-chi", nil},
	{"ha", "/tai-lieu/{document}/tieu-chi", "/tieu-chi-huong-dan/{guided}/{action}", nil},
	{"ha", "/thang-diem/{round}", "/thang-diem/{round}", nil},
	{"ha", "/thay-doi-to-chuc/moi", "/thay-doi-to-chuc", nil},
	{"ha", "/thay-doi-to-chuc/{change}", "/thay-doi-to-chuc/{change}", nil},
	{"dat", "/thay-doi-to-chuc/{change}", "/thay-doi-to-chuc/{change}/bo", nil},
	{"dat", "/co-quan/thay-doi", "/co-quan/thay-doi", nil},
	{"dat", "/thay-doi-to-chuc/{change}", "/thay-doi-to-chuc/{change}/ghi-nhan", nil},
	{"dat", "/thay-doi-to-chuc/{change}", "/thay-doi-to-chuc/{change}/hoan-tac", nil},
	{"home", "/tiep-nhan", "/tiep-nhan/nhan-goi", nil},
	{"home", "/tiep-nhan/{appraisal}", "/tiep-nhan/{appraisal}/tiep-nhan-ho-so", nil},
	{"home", "/tiep-nhan/{appraisal}", "/tiep-nhan/{appraisal}/kiem-tra-thanh-phan", nil},
	{"home", "/tiep-nhan/{appraisal}", "/tiep-nhan/{appraisal}/du-dieu-kien", nil},
	{"ha", "/tong-ket", "/tong-ket/{movement}/bat-dau", nil},
	{"ha", "/tong-ket/{movement}/so-luong", "/tong-ket/{movement}/so-luong", nil},
	{"ha", "/tong-ket", "/tong-ket/{movement}/bao-cao", nil},
	{"home", "/so-sanh?ky=2022-561cf6a6", "/so-sanh", []string{"lap=1"}},
	{"home", "/trinh-ubnd-tinh?ky=2022-561cf6a6", "/trinh-ubnd-tinh/{raised}/huy-danh-sach", nil},
	{"home", "/trinh-ubnd-tinh?ky=2022-561cf6a6", "/trinh-ubnd-tinh", nil},
	{"home", "/trinh-ubnd-tinh?ky=2022-561cf6a6", "/trinh-ubnd-tinh/{raised}/trinh-danh-sach", nil},
	{"decide", "/cho-quyet-dinh", "/cho-quyet-dinh/nhan-goi", nil},
	{"dung", "/tuyen-truyen/{round}", "/tuyen-truyen/{round}", nil},
	{"ha", "/tuyen-truyen/{round}", "/tuyen-truyen/{round}/ke-hoach", nil},
	{"ha", "/tin-bai/{publicity}", "/tin-bai/{publicity}/{action}", nil},
	{"dung", "/uy-quyen", "/uy-quyen", []string{"to=@Phạm Mai Anh"}},
	{"anh", "/uy-quyen", "/uy-quyen/{deputy}/lam-thay", nil},
	{"dung", "/uy-quyen", "/uy-quyen/{deputy}/thu-hoi-uy-quyen", nil},
	{"ha", "/van-dong/{round}", "/van-dong/{round}", nil},
	{"dung", "/xac-nhan/{round}", "/xac-nhan/{round}", nil},
	{"ha", "/xac-thuc-hai-lop", "/xac-thuc-hai-lop", nil},
	{"ha", "/xep-loai", "/xep-loai", nil},
	{"ha", "/chi-so", "/chi-so", []string{"year=2024"}},
	{"dat", "/nguoi/them", "/nguoi", []string{"birth=1985"}},
	{"dat", "/thanh-lap-hoi-dong/them", "/thanh-lap-hoi-dong", []string{"name=Hội đồng sáng kiến", "decision=05/QĐ-TT (mẫu)",
		"decided=13/01/2025", "from=13/01/2025", "quorum=2/3", "threshold=2/3", "source=Quy chế (mẫu)", "person-1=@Trần Mạnh Khôi", "seat-1=chair", "person-2=@Nguyễn Thị Thu Hà",
		"seat-2=secretary", "person-3=@Lý Văn Dũng", "seat-3=member"}},
	{"ha", "/sang-kien/{round}", "/sang-kien/{round}", nil},
	{"ha", "/ho-so-sang-kien/{initiative}", "/ho-so-sang-kien/{initiative}/nhan-rong", nil},
	{"dung", "/chi-tieu/{target}", "/chi-tieu/{target}/minh-chung", nil},
	{"ha", "/minh-chung/{evidence}", "/minh-chung/{evidence}/{action}", nil},
	{"dung", "/nam/{round}/ke-hoach-don-vi", "/nam/{round}/ke-hoach-don-vi", nil},
	{"dung", "/ke-hoach-don-vi/{unitplan}", "/ke-hoach-don-vi/{unitplan}/{action}", nil},
	{"ha", "/lien-ket-lanh-dao", "/lien-ket-lanh-dao", nil},
	{"ha", "/lien-ket-lanh-dao", "/lien-ket-lanh-dao/{link}/thu-hoi", nil},
	{"khoi", "/xep-hang/{round}", "/xep-hang/{round}/cong-bo", nil},
	{"ha", "/xep-hang/{round}", "/xep-hang/{round}/ghi-nhan-cong-bo", nil},
	{"ha", "/nam/{round}/lap-van-ban", "/nam/{round}/lap-van-ban", nil},
	{"trang", "/ghi-so?van-ban={paper}", "/ghi-so/{paper}", nil},
	{"trang", "/ho-so-luu/{dossier}", "/ho-so-luu/{dossier}", nil},
	{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/lap-phieu-mat-khau", nil},
	{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/gui-lien-ket", []string{"address=nguoi.moi@vi-du.vn"}},
	{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/giao-vai-tro", nil},
	{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/thoi-vai-tro", nil},
	{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/khoa-tai-khoan", nil},
	{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/mo-tai-khoan", nil},
	{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/dat-lai-mat-khau", nil},
	{"dat", "/nguoi/{person}", "/nguoi/{person}/thoi-cong-tac", nil},
}

// stage is the ground of the walk of acts.
type stage struct {
	*walk
	*witness
	t      *testing.T
	tokens map[string]string
	paper  []byte
	device *http.Cookie // of a leader who has opened a link

	paperName, sending string // what the paper is called as a file; a sending of the agency that waits for its answer
}

func openStage(t *testing.T) *stage {
	t.Helper()
	seen, watch := newWitness(t)
	w, mine, _ := openGround(t, func(c *store.Config) { c.Clock = func() time.Time { return testkit.Today } }, watch)
	w.enterAbove(t, w.core, mine)
	w.workAbove(t)
	s := &stage{walk: w, witness: seen, t: t, tokens: map[string]string{}, paperName: "van-ban.pdf"}
	for token, a := range w.actors {
		switch {
		case a.Has(thidua.RoleAppraiser):
			s.tokens["home"] = token
		case a.Has(thidua.RoleProvince):
			s.tokens["decide"] = token
		}
	}
	mine.PassCouncil(t)
	for _, c := range []struct {
		short, name string
		role        []thidua.Role
	}{
		{"trang", "Lê Thu Trang", []thidua.Role{thidua.RoleClerk}}, {"ha", ha, []thidua.Role{thidua.RoleOffice}}, {"khoi", "Trần Mạnh Khôi", []thidua.Role{thidua.RoleLeader}},
		{"dung", "Lý Văn Dũng", []thidua.Role{thidua.RoleHelper}}, {"anh", "Phạm Mai Anh", nil}, {"mai", "Sùng Thị Mai", []thidua.Role{thidua.RoleInspector}},
		{"dat", "Đỗ Đức Đạt", []thidua.Role{thidua.RoleAdmin}},
	} {
		s.tokens[c.short] = w.enter(t, w.core, mine.Season, "acts-"+c.short, c.name, c.role...)
	}
	s.grown()
	var b bytes.Buffer
	if err := doc.New("Bản mẫu", "2025-01-10", true, doc.Text("Bản mẫu")).PDF(&b); err != nil {
		t.Fatal(err)
	}
	s.paper = b.Bytes()
	site, err := web.New(web.Config{Core: w.core, Second: factor.Over(w.core, totp.NewKey(), false), Desk: account.Over(w.core).WithMail("https://thidua.example"),
		Log: slog.New(slog.DiscardHandler), Now: mine.DB.Clock})
	if err != nil {
		t.Fatal(err)
	}
	w.server = seen.over(site)
	return s
}

// TestCase75EveryActOfTheWalkHasOneEvent performs the acts; the witness looks at each. TestMain then asks whether any route is left.
func TestCase75EveryActOfTheWalkHasOneEvent(t *testing.T) {
	for _, named := range []map[string]string{upkeep, several} {
		for pattern := range named {
			if !slices.Contains(changing(), pattern) {
				t.Errorf("%s is named and is no route", pattern)
			}
		}
	}
	s := openStage(t)
	s.carried()
	s.guessed()
	for _, act := range acts {
		s.take(act)
	}
	s.pasted()
	s.decided()
	s.nextPlan()
	s.byLink()
	s.partner()
	s.deputy()
	s.secondFactor()
	s.masked()
	s.take(step{"dat", "/tep-luu/{kept}", "/tep-luu/{kept}", nil})
	s.take(step{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/ket-thuc-phien", nil})
}

// take performs a step on the newest object for which its page has the form.
func (s *stage) take(a step) {
	s.t.Helper()
	told, was := "no page has the form", facts(s.t, s.walk.raw)
	for _, path := range s.newest(a.page, s.actors[s.tokens[a.who]].Tenant) {
		code, page := s.page(path, s.tokens[a.who])
		if code != http.StatusOK {
			told = fmt.Sprint(path, ": ", code)
			continue
		}
		d, err := goquery.NewDocumentFromReader(strings.NewReader(page))
		if err != nil {
			s.t.Fatal(err)
		}
		done, forms := false, []string{}
		d.Find("main form[method=post]").Each(func(_ int, f *goquery.Selection) { forms = append(forms, f.AttrOr("action", "")) })
		if told == "no page has the form" {
			told = fmt.Sprint("no page has the form: ", path, " has ", forms)
		}
		d.Find("form[method=post]").EachWithBreak(func(_ int, f *goquery.Selection) bool {
			for _, b := range buttons(d, f) {
				to := b.AttrOr("formaction", f.AttrOr("action", path))
				if strings.HasPrefix(to, "?") {
					base, _, _ := strings.Cut(path, "?")
					to = base + to
				}
				if !fits(a.to, to) {
					continue
				}
				if told, done = s.try(a, to, d, f, b); done {
					return false
				}
			}
			return true
		})
		if done {
			if facts(s.t, s.walk.raw) == was {
				s.t.Errorf("%s on %s by %s: it succeeds and leaves no event", a.to, path, a.who)
			}
			return
		}
	}
	s.t.Errorf("%s on %s by %s: %s", a.to, a.page, a.who, told)
}

// fits tells whether an address is one of a pattern.
func fits(pattern, address string) bool {
	address, _, _ = strings.Cut(address, "?")
	want, have := strings.Split(pattern, "/"), strings.Split(address, "/")
	return len(want) == len(have) && !slices.ContainsFunc(want, func(part string) bool {
		i := slices.Index(want, part)
		return part != have[i] && !strings.HasPrefix(part, "{")
	})
}

func (s *stage) try(a step, to string, d *goquery.Document, f, b *goquery.Selection) (told string, done bool) {
	for eagerness := range 3 {
		form, files := filled(d, f, eagerness)
		if name := b.AttrOr("name", ""); name != "" {
			form.Set(name, b.AttrOr("value", ""))
		}
		for _, set := range a.set {
			name, value, _ := strings.Cut(set, "=")
			form.Set(name, s.named(value))
		}
		if form.Get("key") != "" {
			form.Set("key", keyOf(fmt.Sprint(to, eagerness, time.Now().UnixNano())))
		}
		answer := s.upload(to, s.tokens[a.who], form, files)
		if answer.Code < http.StatusBadRequest {
			s.renewed(a.who, answer)
			return "", true
		}
		page, _ := goquery.NewDocumentFromReader(answer.Body)
		told += fmt.Sprintf("\n%d %s: %d %s %v", eagerness, to, answer.Code, flat(page.Find(".errs, main h1").Text()), form)
		if answer.Code != http.StatusUnprocessableEntity {
			break
		}
	}
	return told, false
}

// renewed keeps the session that an answer gave in the place of the one before.
func (s *stage) renewed(who string, answer *httptest.ResponseRecorder) {
	for _, c := range answer.Result().Cookies() {
		if c.Name == "__Host-thidua" && c.Value != "" {
			s.actors[c.Value] = s.actors[s.tokens[who]]
			s.tokens[who] = c.Value
		}
	}
}

// named gives the id of whom a value names by "@" and the full name, or of a unit by its code.
func (s *stage) named(value string) string {
	name, is := strings.CutPrefix(value, "@")
	switch {
	case !is:
		return value
	case s.season.Units[name].ID != "":
		return s.season.Units[name].ID
	}
	return s.season.People[name].ID
}

// upload sends a form, with a paper in each of its files.
func (s *stage) upload(to, token string, form url.Values, files []string) *httptest.ResponseRecorder {
	body, kind := bytes.NewBufferString(form.Encode()), "application/x-www-form-urlencoded"
	if len(files) > 0 {
		body.Reset()
		m := multipart.NewWriter(body)
		for name, all := range form {
			for _, v := range all {
				_ = m.WriteField(name, v)
			}
		}
		for _, name := range files {
			part, _ := m.CreateFormFile(name, s.paperName)
			_, _ = part.Write(s.paper)
		}
		_ = m.Close()
		kind = m.FormDataContentType()
	}
	q := httptest.NewRequest(http.MethodPost, "https://localhost"+to, body)
	q.Header.Set("Content-Type", kind)
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	if s.device != nil {
		q.AddCookie(s.device)
	}
	a := httptest.NewRecorder()
	s.server.ServeHTTP(a, q)
	return a
}

// newest fills the wildcard of a page with the objects of an agency, newest first.
func (s *stage) newest(pattern, tenant string) (out []string) {
	m := wildcard.FindStringSubmatch(pattern)
	if m == nil {
		return []string{pattern}
	}
	rows, err := s.walk.raw.Query(`SELECT id FROM ` + holders[m[1]] + ` WHERE tenant_id = '` + tenant + `' ORDER BY id DESC LIMIT 25`)
	if err != nil {
		s.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			s.t.Fatal(err)
		}
		out = append(out, strings.ReplaceAll(pattern, m[0], id))
	}
	if err := rows.Err(); err != nil {
		s.t.Fatal(err)
	}
	return out
}
