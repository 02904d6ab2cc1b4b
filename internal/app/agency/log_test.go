package agency_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestTheFilterOfTheLogNamesPeopleByGivenName(t *testing.T) {
	s := testkit.OpenSeason(t)
	s.OpenAccounts(t)
	accounts, err := agency.New(s.DB).LogPeople(context.Background(), s.Actor("Nguyễn Thị Thu Hà"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range accounts {
		names = append(names, a.PersonName)
	}
	if first := []string{"Phạm Mai Anh", "Trần Quốc Bảo", "Lý Văn Dũng", "Đỗ Đức Đạt", "Nguyễn Thị Thu Hà"}; len(names) < 10 || !slices.Equal(names[:5], first) {
		t.Errorf("the names begin with %q, want %q", names, first)
	}
}

// TestAnAdministratorReadsNoReviewInTheLog writes what a reviewer said and what an administrator changed into the log.
func TestAnAdministratorReadsNoReviewInTheLog(t *testing.T) {
	s := testkit.OpenSeason(t)
	const secret = "nhận xét chưa công bố"
	for _, object := range []string{"sheet:1", "session:1", "nominee:1", "unit:1"} {
		e := &store.Act{Tenant: s.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "thu", Object: object, Reason: secret, Before: secret, After: secret}
		if err := s.DB.Write(context.Background(), e, func(*store.Tx) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	k := agency.New(s.DB)
	for role, want := range map[thidua.Role]int{thidua.RoleAdmin: 1, thidua.RoleInspector: 4} {
		who := thidua.Actor{Tenant: s.Tenant, Account: "x", Roles: []thidua.Role{role}}
		lines, _, err := k.Log(context.Background(), who, agency.LogQuery{Do: "thu"})
		if err != nil || len(lines) != 4 {
			t.Fatalf("%s: %d lines, %v", role, len(lines), err)
		}
		told := 0
		for _, l := range lines {
			if l.Detail.Reason+l.Detail.Before+l.Detail.After != "" {
				told++
			}
		}
		if told != want {
			t.Errorf("%s reads what was written in %d events, want %d", role, told, want)
		}
		text, err := k.ExportLog(context.Background(), who, agency.LogQuery{Do: "thu"}, true)
		if got := strings.Contains(string(text), secret); err != nil || !got {
			t.Errorf("%s: the export has nothing of the unit: %v", role, err)
		}
	}
}

// TestTheExportOfAnIncidentHoldsItsHoursAlone writes acts two days apart and asks for one day and for three.
func TestTheExportOfAnIncidentHoldsItsHoursAlone(t *testing.T) {
	clock := testkit.NewClock("2025-01-14")
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Wall = clock.Now })
	k, ctx := agency.New(s.DB), context.Background()
	who := thidua.Actor{Tenant: s.Tenant, Account: "i", Name: "Người Mẫu", Roles: []thidua.Role{thidua.RoleInspector}}
	for _, address := range []string{"/truoc", "/sau"} {
		if err := k.NoteRefused(ctx, who, address); err != nil {
			t.Fatal(err)
		}
		clock.Add(25 * time.Hour)
	}
	clock.Add(-2 * time.Hour)
	for hours, want := range map[int]string{24: "/sau", 72: "/sau/truoc"} {
		data, err := k.ExportLog(ctx, who, agency.LogQuery{Hours: hours}, true)
		got := ""
		for _, address := range []string{"/sau", "/truoc"} {
			if strings.Contains(string(data), address) {
				got += address
			}
		}
		if err != nil || got != want {
			t.Errorf("%d hours hold %q, want %q, %v", hours, got, want, err)
		}
	}
}
