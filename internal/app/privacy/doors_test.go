package privacy_test

import (
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/privacy"
	"thidua/internal/testkit"
)

// TestEveryRestrictedColumnHasItsDoors asks for each column that is shown to few only by which doors it is shown, so that a new one cannot be shown by a
// door of which the log knows nothing. That the doors are there and leave events, internal/web and cmd/thidua ask.
func TestEveryRestrictedColumnHasItsDoors(t *testing.T) {
	known := map[string]bool{}
	for _, h := range privacy.Every() {
		for _, c := range h.Own {
			name := h.Table + "." + c.Name
			if known[name] = privacy.Restricted(c.Kind); known[name] && len(privacy.Doors()[name]) == 0 {
				t.Errorf("internal/app/privacy/doors.tsv: by which doors is %s shown?", name)
			}
		}
	}
	for name, doors := range privacy.Doors() {
		if !known[name] {
			t.Errorf("internal/app/privacy/doors.tsv: %s is no restricted column", name)
		}
		for _, d := range doors {
			alone := d == privacy.DoorOwn || d == privacy.DoorNever
			if way, _, _ := strings.Cut(d, " "); !alone && way != "GET" && way != "thidua" || alone && len(doors) > 1 {
				t.Errorf("internal/app/privacy/doors.tsv: %s has %q", name, doors)
			}
		}
	}
	if len(privacy.Doors()) < 30 {
		t.Errorf("%d columns", len(privacy.Doors()))
	}
}

// TestALookAtRestrictedDataIsToldOnceADay opens a page with restricted data twice, another object, and a page without any.
func TestALookAtRestrictedDataIsToldOnceADay(t *testing.T) {
	s := testkit.OpenSeason(t)
	d, who := privacy.Over(app.New(s.DB)), thidua.Actor{Tenant: s.Tenant, Account: "kiem-tra", Name: "Sùng Thị Mai", Roles: []thidua.Role{thidua.RoleInspector}}
	for _, look := range [][2]string{
		{"GET /truong-hop/{nominee}", "nominee:1"}, {"GET /truong-hop/{nominee}", "nominee:1"}, {"GET /truong-hop/{nominee}", "nominee:2"},
		{"GET /nhat-ky", "page:/nhat-ky"}, {"GET /nhat-ky", "page:/nhat-ky"}, {"GET /xep-hang/{round}", "round:1"}, {"GET /nguoi/{person}", "person:1"},
	} {
		if err := d.Looked(bg, who, look[0], look[1], "Trang"); err != nil {
			t.Fatal(err)
		}
	}
	lines, _, err := agency.New(s.DB).Log(bg, who, agency.LogQuery{Do: thidua.LimitedSeen})
	if err != nil || len(lines) != 3 {
		t.Fatalf("%d looks, %v", len(lines), err)
	}
	if l := lines[0]; l.Object != "page:/nhat-ky" || l.Detail.ActorName != who.Name {
		t.Errorf("the last look: %+v", l)
	}
}
