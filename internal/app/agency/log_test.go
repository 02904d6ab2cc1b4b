package agency_test

import (
	"context"
	"slices"
	"testing"

	"thidua/internal/app/agency"
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
