package web

//go:generate go test . -run "TestDoors|TestHeadersOfEveryAnswer|TestLimitsPage" -update

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"thidua"

	"thidua/internal/app/custody"
	"thidua/internal/app/founding"
	"thidua/internal/web/account"
	"thidua/internal/web/assets"
	"thidua/internal/web/handle"
	"thidua/internal/web/office"
	"thidua/internal/web/public"
)

// routes is every address of the program with who may use it, grouped by subject.
func (s *Server) routes() []handle.Group {
	visit := public.Pages{Accounts: s.config.App, Second: s.config.Second, Provider: s.config.Provider, Note: s.noteProvider, Help: s.config.Help}
	mine := office.Pages{Accounts: s.config.App, Known: s.known, Second: s.config.Second}
	around := account.Pages{Desk: s.config.Desk, Provider: s.config.Provider, Base: s.configured(), Second: s.config.Second}
	fresh := public.PasswordPages{Desk: s.config.Desk, Help: s.config.Help}
	if s.config.Core != nil {
		mine.Sessions, mine.Rule, mine.Linked = around.Sessions, around.Rule, around.Linked
		around.Again = mine.AccountAgain
	}
	groups := []handle.Group{
		{Name: "entrance", Routes: []handle.Route{
			{Pattern: "GET /{$}", Who: handle.Public, Do: s.home},
			{Pattern: "GET /dang-nhap", Who: handle.Public, Do: visit.SignIn},
			{Pattern: "POST /dang-nhap", Who: handle.Public, Limit: 16 << 10, Do: visit.CheckSignIn},
			{Pattern: "GET /quen-mat-khau", Who: handle.Public, Do: fresh.Forgotten},
			{Pattern: "POST /dang-xuat", Who: handle.Anywhere, Do: visit.SignOut},
		}},
		{Name: "account", Routes: []handle.Route{
			{Pattern: "GET /tai-khoan", Who: handle.Anywhere, Do: mine.Account},
			{Pattern: "POST /giao-dien", Who: handle.Anywhere, Do: mine.Theme},
			{Pattern: "GET /doi-mat-khau", Who: handle.Anywhere, Do: mine.Password},
			{Pattern: "POST /doi-mat-khau", Who: handle.Anywhere, Limit: 16 << 10, Do: mine.ChangePassword},
			{Pattern: "GET /tat-ca", Who: handle.Anywhere, Do: mine.All},
		}},
	}
	if s.config.Core == nil {
		return groups
	}
	return slices.Concat(groups, s.onThisMachine(), []handle.Group{s.anchors()},
		s.second(visit), signingIn(around, fresh),
		s.agency(),
		s.movement(),
		s.year(),
		s.registration(),
		s.council(),
		s.papers(),
		s.exchange(),
		s.closing(),
		s.parcels(),
		s.province(),
		s.launch(),
		s.handover(),
		s.praise(),
		s.inspection(),
		s.clerk(),
		s.leader(),
		s.remind(),
		s.privacy(),
	)
}

// signingIn is the addresses around signing in that stand on data: sessions, one-time links and slips, the rule of an agency.
func signingIn(around account.Pages, fresh public.PasswordPages) []handle.Group {
	return []handle.Group{
		{Name: "new password", Routes: []handle.Route{
			{Pattern: "POST /quen-mat-khau", Who: handle.Public, Limit: 4 << 10, Do: fresh.Ask},
			{Pattern: "GET /dat-mat-khau", Who: handle.Public, Do: fresh.Choose},
			{Pattern: "GET /dat-mat-khau/{code}", Who: handle.Public, Do: fresh.Choose},
			{Pattern: "POST /dat-mat-khau", Who: handle.Public, Limit: 16 << 10, Do: fresh.SetPassword},
		}},
		{Name: "sessions", Routes: []handle.Route{
			{Pattern: "POST /tai-khoan/tiep-tuc", Who: handle.Anywhere, Limit: 4 << 10, Do: around.Stay},
			{Pattern: "POST /tai-khoan/phien/{session}/ket-thuc", Who: handle.Anywhere, Do: around.EndSession},
			{Pattern: "POST /tai-khoan/dang-xuat-moi-noi", Who: handle.Anywhere, Do: around.EndEverywhere},
		}},
		{Name: "accounts of others", Routes: []handle.Route{
			{Pattern: "POST /nguoi-dung/{account}/lap-phieu-mat-khau", Who: account.Admins, Do: around.Slip},
			{Pattern: "POST /nguoi-dung/{account}/gui-lien-ket", Who: account.Admins, Do: around.SendLink},
			{Pattern: "POST /nguoi-dung/{account}/ket-thuc-phien", Who: account.Admins, Do: around.EndSessionsOf},
			{Pattern: "POST /nguoi-dung/{account}/go-cho-dang-nhap", Who: account.Admins, Do: around.LiftWait},
			{Pattern: "POST /nguoi-dung/{account}/lien-ket-tai-khoan-tinh", Who: account.Admins, Limit: 4 << 10, Do: around.SaveLink},
			{Pattern: "GET /quy-dinh-dang-nhap", Who: account.Admins, Do: around.SignInRule},
			{Pattern: "POST /quy-dinh-dang-nhap", Who: account.Admins, Do: around.SaveSignInRule},
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
			s.doors[r.Pattern] = r.Who
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

// Opens tells whether the route of an address lets this person in; an address without a route is not hidden, so that a wrong one is seen.
func (s *Server) Opens(c *handle.Ctx, address string) bool { return s.lets(c.Actor, address) }

func (s *Server) lets(actor thidua.Actor, address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" {
		return true
	}
	_, pattern := s.mux.Handler(&http.Request{Method: http.MethodGet, URL: u})
	who, ok := s.doors[pattern]
	return !ok || who.Allows(actor)
}

// offers tells which places a menu may show to somebody: those that the program answers and that the matrix of rights opens to him.
func (s *Server) offers(actor thidua.Actor) func(string) bool {
	return func(path string) bool { return s.known(path) && s.lets(actor, path) }
}

// Files is the desk of kept files.
func (s *Server) Files() *custody.Desk { return s.config.Core.Custody() }

// home leads to the first page of the person's menu, or to the sign-in.
func (s *Server) home(c *handle.Ctx) error {
	if c.SignedIn() {
		return c.Redirect(s.start(c.Actor))
	}
	if s.config.Founding {
		if empty, err := founding.Empty(c.Context(), s.config.Core); err != nil || empty {
			return errors.Join(err, c.Redirect("/bat-dau"))
		}
	}
	return c.Redirect("/dang-nhap")
}
