package demo_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/demo"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

const password = "một mùa thi đua mẫu"

// looks are what is asked of the sample on a day.
type looks map[string]func(*testing.T, *app.App, *store.DB)

// TestTheSample plays the whole season once and looks at it on the days that something is known of; a day without looks is one on which a
// stage begins, and has to be reached.
func TestTheSample(t *testing.T) {
	clock := &demo.Clock{}
	db := testkit.Open(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a := app.New(db, app.WithFiles(files))
	season, err := demo.Begin(context.Background(), a, clock, password)
	if err != nil {
		t.Fatal(err)
	}
	for _, stop := range []struct {
		day   thidua.Date
		looks looks
	}{
		{"2021-08-10", nil}, {"2022-02-01", nil}, {"2023-01-03", nil}, {"2024-02-06", nil},
		{"2025-01-14", looks{"screens": asTheScreensShow, "tasks": tasksOfTheScreens, "deputy": aDeputyActed}},
		{"2025-01-16", nil},
		{"2025-02-08", looks{"papers": papersBreakAlike}},
		{"2025-12-31", looks{"praise": fiveYearsOfPraise}},
		{"2026-01-12", looks{"closing": asTheClosingShows, "together": asEachYearAlone}},
		{"2026-04-30", looks{"agrees with itself": agreesWithItself, "log": everyActIsInTheLog}},
	} {
		if err := season.Until(stop.day); err != nil {
			t.Fatal(err)
		}
		if at := thidua.DateOf(clock.Now()); at != stop.day {
			t.Errorf("played up to %s, the clock stands on %s", stop.day, at)
		}
		for name, look := range stop.looks {
			t.Run(string(stop.day)+" "+name, func(t *testing.T) { look(t, a, db) })
		}
	}
}

// aDeputyActed finds, in the log, what was done in December under a deputising: whose name stands there, and for whom.
func aDeputyActed(t *testing.T, a *app.App, _ *store.DB) {
	ctx := context.Background()
	agencies, err := a.Agencies(ctx)
	if err != nil {
		t.Fatal(err)
	}
	reader := thidua.Actor{Tenant: agencies[0].ID, Account: "reader", Roles: []thidua.Role{thidua.RoleInspector}}
	acted := func(l agency.LogLine) bool {
		return l.ByDeputy() && strings.Contains(l.Detail.ActorName, "ủy quyền")
	}
	for page, more := 1, true; more; page++ {
		var lines []agency.LogLine
		if lines, more, err = a.Log(ctx, reader, agency.LogQuery{Do: thidua.ReportProgress, Page: page}); err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(lines, acted) {
			return
		}
	}
	t.Error("nobody reported on a target for another")
}
