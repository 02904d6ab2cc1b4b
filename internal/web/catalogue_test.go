package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"thidua/internal/web/handle"
)

// besideAll are the pages that "Tất cả chức năng" need not name: they lead on, belong to a page that it names, or stand in the frame.
var besideAll = []string{"/", "/dang-nhap", "/quen-mat-khau", "/tat-ca", "/doi-mat-khau", "/bang-vang", "/dang-ky", "/van-ban",
	"/thay-doi-to-chuc/moi", "/co-quan/thay-doi", "/xep-loai/nhieu-nguoi", "/so-sanh/bang.xlsx", "/guong-dien-hinh", "/tra-cuu"}

// ownPages are those of a person: an account without one has nothing there.
var ownPages = []string{"/dang-ky-ca-nhan", "/ket-qua", "/nhan-xet"}

// TestAllFunctionsShowsWhatMayBeOpened walks every page without an object and looks for it on "Tất cả chức năng" of somebody of each role.
func TestAllFunctionsShowsWhatMayBeOpened(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
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
			if !strings.HasPrefix(r.Pattern, "GET ") || strings.ContainsAny(path, "{") || strings.HasSuffix(path, "/them") || slices.Contains(besideAll, path) || !r.Who.Allows(actor) ||
				actor.Person == "" && slices.Contains(ownPages, path) {
				continue
			}
			if !strings.Contains(page, `href="`+path+`"`) {
				t.Errorf("%v may open %s and does not find it", actor.Roles, path)
			}
		}
	}
}
