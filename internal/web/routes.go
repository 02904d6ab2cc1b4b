package web

import (
	"net/http"
	"slices"

	"thidua"
	"thidua/internal/web/admin"
	"thidua/internal/web/assets"
	"thidua/internal/web/desk"
	"thidua/internal/web/handle"
	"thidua/internal/web/office"
	"thidua/internal/web/public"
	"thidua/internal/web/scoring"
	"thidua/internal/web/tracking"
)

// routes is every address of the program with who may use it, grouped by subject.
func (s *Server) routes() []handle.Group {
	visit := public.Pages{Accounts: s.config.App, Help: s.config.Help}
	account := office.Pages{Accounts: s.config.App, Known: s.known}
	groups := []handle.Group{
		{Name: "entrance", Routes: []handle.Route{
			{Pattern: "GET /{$}", Who: handle.Public, Do: s.home},
			{Pattern: "GET /dang-nhap", Who: handle.Public, Do: visit.SignIn},
			{Pattern: "POST /dang-nhap", Who: handle.Public, Limit: 16 << 10, Do: visit.CheckSignIn},
			{Pattern: "GET /quen-mat-khau", Who: handle.Public, Do: visit.Forgotten},
			{Pattern: "POST /dang-xuat", Who: handle.SignedIn, Do: visit.SignOut},
		}},
		{Name: "account", Routes: []handle.Route{
			{Pattern: "GET /tai-khoan", Who: handle.SignedIn, Do: account.Account},
			{Pattern: "POST /giao-dien", Who: handle.SignedIn, Do: account.Theme},
			{Pattern: "GET /doi-mat-khau", Who: handle.SignedIn, Do: account.Password},
			{Pattern: "POST /doi-mat-khau", Who: handle.SignedIn, Limit: 16 << 10, Do: account.ChangePassword},
			{Pattern: "GET /tat-ca", Who: handle.SignedIn, Do: account.All},
		}},
	}
	if s.config.Core == nil {
		return groups
	}
	return slices.Concat(groups, s.agency(), s.movement(), s.year(), s.registration(), s.council(), s.papers())
}

// agency is the addresses behind which the use cases of an agency stand.
func (s *Server) agency() []handle.Group {
	keep := admin.Pages{App: s.config.Core}
	first := desk.Pages{App: s.config.Core, Known: s.known}
	return []handle.Group{
		{Name: "first page", Routes: []handle.Route{
			{Pattern: "GET /viec-cua-toi", Who: handle.SignedIn, Do: first.Work},
			{Pattern: "GET /cho-y-kien", Who: handle.Roles(thidua.RoleLeader), Do: first.Opinions},
			{Pattern: "GET /tim", Who: handle.SignedIn, Do: first.Search},
		}},
		{Name: "organisation", Routes: []handle.Route{
			{Pattern: "GET /don-vi", Who: admin.Keepers, Do: keep.Units},
			{Pattern: "GET /don-vi/them", Who: admin.Keepers, Do: keep.NewUnit},
			{Pattern: "POST /don-vi", Who: admin.Keepers, Do: keep.SaveUnit},
			{Pattern: "GET /don-vi/{unit}", Who: admin.Keepers, Do: keep.Unit},
			{Pattern: "POST /don-vi/{unit}", Who: admin.Keepers, Do: keep.SaveUnit},
			{Pattern: "GET /nguoi", Who: admin.Keepers, Do: keep.People},
			{Pattern: "GET /nguoi/them", Who: admin.Keepers, Do: keep.NewPerson},
			{Pattern: "POST /nguoi", Who: admin.Keepers, Do: keep.AddPerson},
			{Pattern: "GET /nguoi/{person}", Who: admin.Keepers, Do: keep.Person},
			{Pattern: "POST /nguoi/{person}", Who: admin.Keepers, Do: keep.SavePerson},
			{Pattern: "POST /nguoi/{person}/chuc-vu", Who: admin.Keepers, Do: keep.NewPost},
			{Pattern: "GET /thanh-lap-hoi-dong", Who: admin.Keepers, Do: keep.Councils},
			{Pattern: "GET /thanh-lap-hoi-dong/them", Who: admin.Keepers, Do: keep.NewCouncil},
			{Pattern: "POST /thanh-lap-hoi-dong", Who: admin.Keepers, Do: keep.SaveCouncil},
			{Pattern: "GET /thanh-lap-hoi-dong/{council}", Who: admin.Keepers, Do: keep.Council},
			{Pattern: "POST /thanh-lap-hoi-dong/{council}", Who: admin.Keepers, Do: keep.SaveCouncil},
		}},
		{Name: "administration", Routes: []handle.Route{
			{Pattern: "GET /danh-muc", Who: admin.Admins, Do: keep.Catalogue},
			{Pattern: "GET /nguoi-dung", Who: admin.Admins, Do: keep.Accounts},
			{Pattern: "GET /nguoi-dung/them", Who: admin.Admins, Do: keep.NewAccount},
			{Pattern: "POST /nguoi-dung", Who: admin.Admins, Do: keep.AddAccount},
			{Pattern: "GET /nguoi-dung/{account}", Who: admin.Admins, Do: keep.Account},
			{Pattern: "POST /nguoi-dung/{account}/{action}", Who: admin.Admins, Do: keep.ActOnAccount},
			{Pattern: "GET /co-quan", Who: admin.Admins, Do: keep.Agency},
			{Pattern: "POST /co-quan", Who: admin.Admins, Do: keep.SaveAgency},
			{Pattern: "GET /ngay-nghi", Who: admin.Admins, Do: keep.Holidays},
			{Pattern: "POST /ngay-nghi", Who: admin.Admins, Do: keep.SaveHoliday},
			{Pattern: "POST /ngay-nghi/{day}/xoa", Who: admin.Admins, Do: keep.RemoveHoliday},
			{Pattern: "GET /nhat-ky", Who: admin.LogReaders, Do: keep.Log},
		}},
	}
}

// year is the addresses between registration and council: following the year, scores and ranks.
func (s *Server) year() []handle.Group {
	follow, score := tracking.Pages{App: s.config.Core}, scoring.Pages{App: s.config.Core}
	return []handle.Group{
		{Name: "tracking", Routes: []handle.Route{
			{Pattern: "GET /theo-doi", Who: tracking.Followers, Do: follow.Now},
			{Pattern: "GET /theo-doi/{round}", Who: tracking.Followers, Do: follow.Board},
			{Pattern: "GET /chi-tieu/{target}", Who: handle.SignedIn, Do: follow.Target},
			{Pattern: "POST /chi-tieu/{target}/tien-do", Who: handle.SignedIn, Do: follow.Report},
			{Pattern: "POST /chi-tieu/{target}/minh-chung", Who: handle.SignedIn, Limit: tracking.UploadLimit, Do: follow.Attach},
			{Pattern: "GET /minh-chung/{evidence}", Who: handle.SignedIn, Do: follow.Evidence},
			{Pattern: "GET /minh-chung/{evidence}/tep", Who: handle.SignedIn, Do: follow.File},
			{Pattern: "POST /minh-chung/{evidence}/{action}", Who: handle.SignedIn, Limit: tracking.UploadLimit, Do: follow.MoveEvidence},
			{Pattern: "GET /ket-qua", Who: handle.SignedIn, Do: follow.MineNow},
			{Pattern: "GET /ket-qua/{round}", Who: handle.SignedIn, Do: follow.Mine},
			{Pattern: "GET /sang-kien", Who: handle.SignedIn, Do: follow.InitiativesNow},
			{Pattern: "GET /sang-kien/{round}", Who: handle.SignedIn, Do: follow.Initiatives},
			{Pattern: "POST /sang-kien/{round}", Who: handle.SignedIn, Do: follow.SaveInitiative},
		}},
		{Name: "scores and ranks", Routes: []handle.Route{
			{Pattern: "GET /cham-diem", Who: tracking.Followers, Do: score.SheetsNow},
			{Pattern: "GET /cham-diem/{round}", Who: tracking.Followers, Do: score.Sheets},
			{Pattern: "POST /cham-diem/{round}", Who: scoring.Office, Do: score.OpenSheets},
			{Pattern: "GET /phieu-cham/{sheet}", Who: tracking.Followers, Do: score.Sheet},
			{Pattern: "POST /phieu-cham/{sheet}/y-kien", Who: tracking.Followers, Do: score.Comment},
			{Pattern: "POST /phieu-cham/{sheet}/{action}", Who: tracking.Followers, Do: score.MoveSheet},
			{Pattern: "GET /thang-diem", Who: tracking.Followers, Do: score.ScaleNow},
			{Pattern: "GET /thang-diem/{round}", Who: tracking.Followers, Do: score.Scale},
			{Pattern: "POST /thang-diem/{round}", Who: scoring.Office, Do: score.SaveScale},
			{Pattern: "GET /xep-hang", Who: handle.SignedIn, Do: score.RankingNow},
			{Pattern: "GET /xep-hang/{round}", Who: handle.SignedIn, Do: score.Ranking},
			{Pattern: "POST /xep-hang/{round}/cong-bo", Who: handle.Roles(thidua.RoleLeader), Do: score.Publish},
			{Pattern: "POST /xep-hang/{round}/ghi-nhan-cong-bo", Who: scoring.Office, Limit: tracking.UploadLimit, Do: score.RecordPublished},
			{Pattern: "GET /chi-so", Who: scoring.Office, Do: score.Index},
			{Pattern: "POST /chi-so", Who: scoring.Office, Do: score.SaveIndex},
			{Pattern: "GET /xep-loai", Who: scoring.Office, Do: score.Evaluations},
			{Pattern: "POST /xep-loai", Who: scoring.Office, Do: score.SaveEvaluation},
		}},
	}
}

// Routes gives every route, for the tests that walk them.
func (s *Server) Routes() []handle.Group { return s.groups }

func (s *Server) register() {
	s.mux.Handle("GET "+assets.Prefix, assets.Handler())
	for _, g := range s.groups {
		for _, r := range g.Routes {
			s.mux.Handle(r.Pattern, s.serve(r))
		}
	}
}

// known tells whether the program answers GET at a path, so that no menu leads nowhere.
func (s *Server) known(path string) bool {
	r, err := http.NewRequest(http.MethodGet, path, nil)
	if err != nil {
		return false
	}
	_, pattern := s.mux.Handler(r)
	return pattern != ""
}

// home leads to the first page of the person's menu, or to the sign-in.
func (s *Server) home(c *handle.Ctx) error {
	if !c.SignedIn() {
		return c.Redirect("/dang-nhap")
	}
	return c.Redirect(s.start(c.Actor))
}
