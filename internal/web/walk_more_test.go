package web_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app"
	post "thidua/internal/app/parcel"
	"thidua/internal/auth/totp"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// The acts below need more than one form and what stands in it.

// on opens a page.
func (s *stage) on(who, path string) *goquery.Document {
	s.t.Helper()
	code, text := s.page(path, s.tokens[who])
	d, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if code != http.StatusOK || err != nil {
		s.t.Errorf("%s on %s: %d, %v", who, path, code, err)
	}
	return d
}

// say sends a form and wants to be led on, or shown what is shown once, and an event of it.
func (s *stage) say(who, to string, form url.Values, files ...string) *httptest.ResponseRecorder {
	s.t.Helper()
	was := facts(s.t, s.walk.raw)
	a := s.upload(to, s.tokens[who], form, files)
	if a.Code < http.StatusBadRequest && facts(s.t, s.walk.raw) == was {
		s.t.Errorf("%s sends %s: it succeeds and leaves no event", who, to)
	}
	if a.Code >= http.StatusBadRequest {
		d, _ := goquery.NewDocumentFromReader(strings.NewReader(a.Body.String()))
		s.t.Errorf("%s sends %s: %d %s", who, to, a.Code, flat(d.Find(".errs, main h1").Text()))
	}
	return a
}

// carried takes packages in that were carried as files: by Sở Nội vụ, by UBND tỉnh, and the answer by the agency.
func (s *stage) carried() {
	s.t.Helper()
	home, decide := s.actors[s.tokens["home"]], s.actors[s.tokens["decide"]]
	a := above{t: s.t, core: s.core, post: post.Over(s.core), home: home, decide: decide}
	sent := a.send(s.season.Actor(ha), 2022)
	_, file := s.page("/goi-ho-so/"+sent.ID+"/tep", s.tokens["ha"])
	paper := s.paper
	s.paper = []byte(file)
	s.say("home", "/tiep-nhan/nhan-tep", url.Values{}, "tep-goi")
	s.paper = paper
}

// decided carries a list to UBND tỉnh as a file, and the answer of Sở Nội vụ to a sending of the agency as another.
func (s *stage) decided() {
	s.t.Helper()
	ctx, home, decide, office := s.t.Context(), s.actors[s.tokens["home"]], s.actors[s.tokens["decide"]], s.season.Actor(ha)
	a := above{t: s.t, core: s.core, post: post.Over(s.core), home: decide}
	s.carry(home, a.send(home, 2023), "decide", "/cho-quyet-dinh/nhan-tep", "tep-goi")
	a.home, a.object = home, "submission:"+s.sending
	sent := a.send(office, 2021)
	said := parcel.Data{Movement: parcel.Movement{Name: "Cải cách hành chính trên địa bàn tỉnh Lào Cai", From: 2021, To: 2025, Year: 2021},
		Letter: parcel.Letter{Number: "31/SNV (mẫu)", Dated: "2025-01-13"}, Answer: &parcel.Answer{Kind: thidua.AnswerReceived, Number: "31/SNV (mẫu)", Dated: "2025-01-13"}}
	answer, err := a.post.Seal(ctx, home, post.Outgoing{Kind: thidua.ParcelAnswer, To: office.Tenant, Of: sent.ID, Object: "test:2", Data: said})
	a.must(err)
	s.carry(home, answer, "ha", "/goi-ho-so", "tep")
}

// carry sends the file of a package that somebody sealed.
func (s *stage) carry(from thidua.Actor, p thidua.Parcel, who, to, field string) {
	s.t.Helper()
	sealed, err := s.core.Content(thidua.Actor{Tenant: from.Tenant}, p.File)
	if err != nil {
		s.t.Fatal(err)
	}
	paper := s.paper
	defer func() { s.paper = paper }()
	s.paper = sealed
	s.say(who, to, url.Values{}, field)
}

// barePlan says nothing of criteria, awards and dossiers.
const barePlan = "KẾ HOẠCH\nPhát động phong trào thi đua “Chuyển đổi số” giai đoạn 2026-2030\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nĐẩy mạnh chuyển đổi số trong cơ quan.\n"

// pasted puts a table of tasks into a page, which reads it, and saves what was read.
func (s *stage) pasted() {
	s.t.Helper()
	to := "/nam/" + s.season.Rounds[2025].ID + "/nhiem-vu/dan"
	read := s.upload(to, s.tokens["ha"], url.Values{"dan-hang": {"1"}, "dan": {"STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tCông khai thủ tục\tPhòng Nghiệp vụ 1\t30/09/2025"}}, nil)
	d, err := goquery.NewDocumentFromReader(read.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	s.say("ha", to, fieldsOf(d, "main form"))
}

// nextPlan reads the plan of the period after, and carries into it what it does not say itself.
func (s *stage) nextPlan() {
	s.t.Helper()
	paper, name := s.paper, s.paperName
	defer func() { s.paper, s.paperName = paper, name }()
	s.paper, s.paperName = []byte(barePlan), "ke-hoach.txt"
	s.say("ha", "/ke-hoach", url.Values{}, "file")
	s.take(step{"ha", "/ke-hoach/{plan}/chep", "/ke-hoach/{plan}/chep", nil})
}

// byLink lets a leader say his opinion through a link, which the agency has allowed.
func (s *stage) byLink() {
	s.t.Helper()
	s.say("ha", "/lien-ket-lanh-dao/lua-chon", url.Values{"words": {"1"}})
	form := url.Values{"leader": {s.season.People["Trần Mạnh Khôi"].ID}, "until": {"28/01/2025"}}
	at := regexp.MustCompile(`/lanh-dao/[a-z2-7]{26}`).FindString(s.say("ha", "/lien-ket-lanh-dao", form).Body.String())
	opened := s.say("ha", at, url.Values{})
	q := httptest.NewRequest(http.MethodGet, "https://localhost"+at, http.NoBody)
	for _, c := range opened.Result().Cookies() {
		s.device = c
	}
	q.AddCookie(s.device)
	a := httptest.NewRecorder()
	s.server.ServeHTTP(a, q)
	d, err := goquery.NewDocumentFromReader(a.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	f := d.Find("form[action$='/y-kien']").First()
	if f.Length() == 0 {
		s.t.Fatalf("the page of the link asks for no opinion: %d %s", a.Code, flat(d.Find("main").Text()))
	}
	said, _ := filled(d, f, 0)
	said.Set("opinion", string(thidua.AgreeAmended))
	said.Set("words", "Đồng ý, giao Văn phòng đôn đốc các phòng đăng ký đúng hạn")
	s.say("ha", f.AttrOr("action", "no form of an opinion"), said)
}

// partner adds a partner by the line of its key.
func (s *stage) partner() {
	s.t.Helper()
	away := app.New(s.season.DB, app.WithSeal(parcel.NewKey()))
	card, err := post.Over(away).Card(thidua.Actor{Tenant: "noi-khac", Account: "x", Roles: []thidua.Role{thidua.RoleAdmin}})
	if err != nil {
		s.t.Fatal(err)
	}
	s.say("dat", "/doi-tac", url.Values{"name": {"Sở Nội vụ tỉnh khác"}, "kind": {string(thidua.AgencyHomeAffairs)}, "card": {card.Line}, "spoken": {card.Fingerprint}})
}

// deputy begins to act for somebody and leaves.
func (s *stage) deputy() {
	s.t.Helper()
	s.take(step{"dung", "/uy-quyen", "/uy-quyen", []string{"to=@Phạm Mai Anh", "until=31/01/2025"}})
	s.take(step{"anh", "/uy-quyen", "/uy-quyen/{deputy}/lam-thay", nil})
	q := httptest.NewRequest(http.MethodPost, "https://localhost/uy-quyen/thoi", http.NoBody)
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: s.tokens["anh"]})
	q.AddCookie(&http.Cookie{Name: "__Host-thidua-uq", Value: s.newest("{deputy}", s.season.Tenant)[0]})
	a := httptest.NewRecorder()
	s.server.ServeHTTP(a, q)
	if a.Code != http.StatusSeeOther {
		s.t.Errorf("leave a post: %d", a.Code)
	}
}

// guessed lifts the wait of an account at whose password somebody guessed, and ends another session of one's own.
func (s *stage) guessed() {
	s.t.Helper()
	for range 6 {
		s.upload("/dang-nhap", "", url.Values{"user": {"acts-trang"}, "password": {"không phải mật khẩu này"}}, nil)
	}
	s.take(step{"dat", "/nguoi-dung/{account}", "/nguoi-dung/{account}/go-cho-dang-nhap", nil})
	if _, _, err := s.core.SignIn(s.t.Context(), "acts-mai", "ruộng bậc thang mùa lúa", ""); err != nil {
		s.t.Fatal(err)
	}
	s.take(step{"mai", "/tai-khoan", "/tai-khoan/phien/{id}/ket-thuc", nil})
}

// secondFactor sets a second factor up, asks for new codes and takes it away again.
func (s *stage) secondFactor() {
	s.t.Helper()
	const at = "/xac-thuc-hai-lop"
	proof := url.Values{"password": {"ruộng bậc thang mùa lúa"}}
	s.say("khoi", at, proof)
	secret, err := totp.Parse(strings.TrimSpace(s.on("khoi", at).Find("#khoa").Text()))
	if err != nil {
		s.t.Fatal(err)
	}
	proof.Set("code", totp.Code(secret, totp.Step(s.season.DB.Wall())))
	on := s.say("khoi", at+"/xac-nhan", proof)
	for _, c := range on.Result().Cookies() {
		s.tokens["khoi"] = c.Value
	}
	once := regexp.MustCompile(`<li>([^<]+)</li>`)
	proof.Set("code", once.FindAllStringSubmatch(on.Body.String(), 3)[2][1])
	fresh := s.say("khoi", at+"/ma-du-phong", proof)
	proof.Set("code", once.FindStringSubmatch(fresh.Body.String())[1])
	s.say("khoi", at+"/tat", proof)
}

// masked takes away the data of somebody who left.
func (s *stage) masked() {
	s.t.Helper()
	p := s.season.People["Giàng A Páo"]
	s.take(step{"dat", "/nguoi/" + p.ID, "/nguoi/{person}/thoi-cong-tac", []string{"last=10/01/2025"}})
	s.take(step{"dat", "/du-lieu-ca-nhan/nguoi/" + p.ID, "/du-lieu-ca-nhan/nguoi/{person}/che", nil})
	for id, told := range map[string]bool{p.ID: true, s.season.People["Phạm Mai Anh"].ID: false} {
		if _, page := s.page("/nguoi/"+id, s.tokens["dat"]); strings.Contains(page, "<b>Dữ liệu đã che ngày ") != told {
			s.t.Errorf("the page of a person tells that data were masked: %v", !told)
		}
	}
}

// grown is what takes a year to grow: a dossier in the archive, and sheets of all units that are closed.
func (s *stage) grown() {
	s.t.Helper()
	act := &store.Act{Tenant: s.season.Tenant, Actor: "account:cai-dat", Verb: "mo-mua"}
	err := s.season.DB.Write(s.t.Context(), act, func(tx *store.Tx) error {
		err := tx.InsertDossier(thidua.Dossier{ID: store.NewID(), Round: s.season.Rounds[2023].ID, State: thidua.DossierArchived, CreatedAt: testkit.Today})
		err = errors.Join(err, tx.InsertPaper(thidua.Paper{ID: store.NewID(), Round: s.season.Rounds[2024].ID, Kind: thidua.PaperProposal, State: thidua.PaperInSign,
			Title: "Tờ trình", Figures: []byte(`{}`)}, "to trinh"))
		this := s.season.Rounds[2025].ID
		s.sending = store.NewID()
		err = errors.Join(err, tx.InsertSubmission(thidua.Submission{ID: s.sending, Round: this, What: thidua.SentRegistrations, State: thidua.SubmissionSent,
			Number: "12/TTr (mẫu)", Dated: "2025-01-10", SentOn: "2025-01-10"}))
		err = errors.Join(err, tx.InsertCoverSlip(thidua.CoverSlip{ID: store.NewID(), Round: this, About: thidua.SlipRegistrations, Object: this,
			State: thidua.SlipWaiting, MadeAt: tx.Now, Version: 1}))
		for _, year := range []int{2023, 2024} {
			round := s.season.Rounds[year].ID
			err = errors.Join(err, tx.SaveScale(thidua.Scale{Round: round, Decision: "Biên bản họp Hội đồng (mẫu)", AgreedOn: "2024-03-12"}))
			for _, unit := range s.season.Units {
				sheet := thidua.ScoreSheet{ID: store.NewID(), Round: round, Unit: unit.ID, ByPoints: true, State: thidua.SheetClosed, SentAt: testkit.Today,
					ClosedAt: testkit.Today, Version: 1}
				err = errors.Join(err, tx.InsertScoreSheet(sheet), tx.UpdateScoreSheet(sheet))
			}
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
}
