package web

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Now gives the moment of the installation's clock.
func (s *Server) Now() time.Time { return s.config.Now() }

// Frame gives what surrounds a page for this person.
func (s *Server) Frame(c *handle.Ctx) (ui.Frame, error) {
	around, err := s.around(c)
	if err != nil {
		return ui.Frame{}, err
	}
	f := ui.Frame{
		Agency: around.Agency, Home: "/", Sample: around.Sample, Day: around.Day, Movement: around.Movement, Season: around.Season,
		Campaign: around.Campaign, SwitchURL: "/phong-trao", Account: "/tai-khoan", Unread: around.Unread, Theme: theme(c.R),
		SignedIn: c.SignedIn(), Plain: s.plain(c.R), Person: c.Actor.Name, Position: c.Actor.Post,
	}
	if s.known("/tim") {
		f.Search = "/tim"
	}
	if s.known("/thong-bao") {
		f.Bell = "/thong-bao"
	}
	if c.SignedIn() {
		m := menuFor(c.Actor, s.known)
		f.Nav, f.Tabs = m.groups(c.R.URL.Path, around.Waiting), m.tabs(c.R.URL.Path)
	}
	return f, nil
}

func (s *Server) around(c *handle.Ctx) (Surroundings, error) {
	if c.Around != nil {
		return *c.Around, nil
	}
	return s.config.App.Surroundings(c.Context(), c.Actor)
}

func theme(r *http.Request) string {
	cookie, err := r.Cookie(handle.ThemeCookie)
	if err != nil {
		return ""
	}
	return handle.SafeTheme(cookie.Value)
}

// start is the first page of a person's menu.
func (s *Server) start(actor thidua.Actor) string {
	if m := menuFor(actor, s.known); len(m.entries) > 0 {
		return m.entries[0].url
	}
	return allURL
}

// belongs names the menu entries under which objects with an address of their own are found.
var belongs = map[string][]string{
	"/phieu-cham/": {"/xep-hang", "/cham-diem"}, "/cham-diem/": {"/xep-hang"}, "/thang-diem/": {"/xep-hang", "/cham-diem"},
	"/chi-tieu/": {"/theo-doi", "/ket-qua"}, "/minh-chung/": {"/theo-doi", "/ket-qua"},
	"/dang-ky/": {"/tong-hop"}, "/ca-nhan/": {"/dang-ky-ca-nhan", "/tong-hop"}, "/phieu-trinh": {"/tong-hop"},
	"/van-ban/": {"/ho-so", "/bao-cao", "/van-ban"}, "/ket-qua-so-noi-vu": {"/ho-so"},
	"/ke-hoach": {"/phong-trao"}, "/thiet-lap": {"/phong-trao"},
}

// inYear gives the address of a page of one year without the year: /nam/x/ho-so is found under /ho-so.
func inYear(path string) string {
	rest, ok := strings.CutPrefix(path, "/nam/")
	if _, page, below := strings.Cut(rest, "/"); ok && below {
		return "/" + page
	}
	return path
}

// here tells whether a page belongs to a menu entry: the entry itself, a page below it, or an object that is found under it.
func here(path, url string) bool {
	path = inYear(path)
	if path == url || strings.HasPrefix(path, url+"/") {
		return true
	}
	for prefix, entries := range belongs {
		if strings.HasPrefix(path, prefix) && slices.Contains(entries, url) {
			return true
		}
	}
	return false
}
