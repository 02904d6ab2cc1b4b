package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"thidua/internal/web/handle"
)

// inTheFrame are the pages that stand in the frame of every page or before it, which "Tất cả chức năng" need not name.
var inTheFrame = []string{"/", "/dang-nhap", "/quen-mat-khau", "/dat-mat-khau", "/tat-ca"}

// ownPages are those of a person: an account without one has nothing there.
var ownPages = []string{"/dang-ky-ca-nhan", "/ket-qua", "/nhan-xet"}

// TestAllFunctionsShowsWhatMayBeOpened walks every page without an object and looks for it on "Tất cả chức năng" of somebody of each role. A page that
// sends this person on, or has nothing for him, need not be there; public pages are those of agencies that run movements.
func TestAllFunctionsShowsWhatMayBeOpened(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	w.workAbove(t)
	for token, actor := range w.actors {
		if actor.Person == "" && len(actor.Roles) != 1 {
			continue
		}
		code, page, _ := w.ask(handle.Route{Pattern: "GET /tat-ca"}, "/tat-ca", token)
		if code != http.StatusOK {
			t.Fatalf("%v: %d", actor.Roles, code)
		}
		for _, r := range w.routes {
			_, path, _ := strings.Cut(r.Pattern, " ")
			if !strings.HasPrefix(r.Pattern, "GET ") || strings.ContainsAny(path, "{") || w.below(path) || slices.Contains(inTheFrame, path) || !r.Who.Allows(actor) ||
				actor.Person == "" && slices.Contains(ownPages, path) || r.Who.Open() && !actor.Kind.RunsSeasons() {
				continue
			}
			switch code, _, _ := w.ask(r, path, token); {
			case code == http.StatusForbidden:
				t.Errorf("%v is let in at %s and refused there", actor.Roles, path)
			case code == http.StatusOK && !strings.Contains(page, `href="`+path+`"`):
				t.Errorf("%v may open %s and does not find it", actor.Roles, path)
			}
		}
	}
}

// below tells whether an address stands below a page of its own, which leads to it: the form in which something new is entered, a list as a file.
func (w *walk) below(path string) bool {
	at := strings.LastIndex(path, "/")
	return at > 0 && slices.ContainsFunc(w.routes, func(r handle.Route) bool { return r.Pattern == "GET "+path[:at] })
}
