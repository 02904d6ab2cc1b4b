package web_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/web/handle"
)

// TestCase01EveryRouteGivesTheMatrix opens every page as somebody of each role whom its row of the matrix lets in, and compares what opens with how far
// the row reaches for him. That everybody else is refused TestCase02EveryRouteRefusesAndChangesNothing shows; a route without a row fails here.
func TestCase01EveryRouteGivesTheMatrix(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	own, asked := w.of(t, w.season.Tenant), 0
	for _, r := range w.routes {
		row := thidua.RowOf(r.Who.Right())
		if len(row.Holders) == 0 {
			t.Errorf("%s stands in no row of the matrix", r.Pattern)
		}
		if r.Who.Open() || !strings.HasPrefix(r.Pattern, "GET ") || strings.Contains(r.Pattern, "{file}") {
			continue
		}
		for _, token := range w.oneOfEach() {
			if row.Lets(w.actors[token]) {
				asked++
				w.scopes(t, r, row, token, paths(t, r.Pattern, own)[0])
			}
		}
	}
	if asked < 900 {
		t.Errorf("only %d pages opened", asked)
	}
}

// oneOfEach gives a session for each set of roles of the agencies in the walk.
func (w *walk) oneOfEach() (out []string) {
	seen := map[string]bool{}
	for _, token := range slices.Sorted(maps.Keys(w.actors)) {
		key := fmt.Sprint(w.actors[token].Roles, w.actors[token].Kind)
		if !seen[key] {
			seen[key] = true
			out = append(out, token)
		}
	}
	return out
}

// scopes opens a page, where it names an object one of Phòng Nghiệp vụ 2. Whose right reaches over the agency must get it, whose right ends at another unit
// or at another person must not; pages without an object are never refused to whom the door lets in.
func (w *walk) scopes(t *testing.T, r handle.Route, row thidua.RightRow, token, path string) {
	t.Helper()
	actor, unit := w.actors[token], w.season.Units["NV2"].ID
	code, _, _ := w.ask(r, path, token)
	var reach []thidua.Scope
	for _, role := range actor.Roles {
		reach = append(reach, row.Scope(role))
	}
	wide := slices.Contains(reach, thidua.ScopeAgency) || slices.Contains(reach, thidua.ScopeAbove)
	near := slices.Contains(reach, thidua.ScopeUnit) && (actor.Leads(unit) || actor.Unit == unit)
	mine := len(reach) > 0 && (actor.Person != "" && strings.Contains(path, actor.Person) || actor.Name == "Phạm Mai Anh" && strings.Contains(r.Pattern, "{handover}"))
	switch opens := code == http.StatusOK; {
	case !ofSomebody(r):
		if code == http.StatusForbidden && actor.Person != "" && len(row.Checks) == 0 {
			t.Errorf("%s for %v: let in by %s and refused there", r.Pattern, actor.Roles, row.Right)
		}
	case opens && !wide && !near && !mine || code == http.StatusForbidden && wide && len(row.Checks) == 0 || code >= http.StatusInternalServerError:
		t.Errorf("%s for %v: %d; %s reaches %v", r.Pattern, actor.Roles, code, row.Right, reach)
	}
}

// ofSomebody tells whether a route names an object of a unit or a person, rather than the whole agency, a movement or a year.
func ofSomebody(r handle.Route) bool {
	return slices.ContainsFunc(slots(r.Pattern), func(name string) bool { return name != "round" && name != "movement" })
}
