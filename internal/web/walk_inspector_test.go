package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/testkit"
)

// ofOneself are what everybody may change, an inspector too, and what is asked for by a form but only reads: the ZIP of a dossier, whose taking
// stands in the log, and the list of faults of a file.
var ofOneself = []string{"POST /dang-xuat", "POST /giao-dien", "POST /doi-mat-khau", "POST /ho-so/{dossier}/tron-bo.zip", "POST /excel/{list}/{round}/loi",
	"POST /thong-bao", "POST /cach-nhan-nhac", "POST /cach-nhan-nhac/lich"}

// TestAnInspectorWritesNothing posts to every route of his own agency, with objects that are there: nothing is taken, nothing changes.
func TestAnInspectorWritesNothing(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	token := ""
	for one, actor := range w.actors {
		if slices.Equal(actor.Roles, []thidua.Role{thidua.RoleInspector}) {
			token = one
		}
	}
	if token == "" {
		t.Fatal("nobody only inspects")
	}
	w.other = w.season.Tenant
	before, asked := testkit.Fingerprint(t, w.raw), 0
	for _, r := range w.routes {
		if r.Who.Open() || !strings.HasPrefix(r.Pattern, "POST ") || slices.Contains(ofOneself, r.Pattern) {
			continue
		}
		for _, path := range paths(t, r.Pattern, w.foreign(t)) {
			asked++
			if code, _, _ := w.ask(r, path, token); code < http.StatusBadRequest {
				t.Errorf("%s takes something from an inspector: %d", path, code)
			}
		}
	}
	unchanged(t, before, testkit.Fingerprint(t, w.raw))
	if asked < 200 {
		t.Errorf("only %d addresses were asked", asked)
	}
}
