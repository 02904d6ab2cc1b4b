package former_test

import (
	"context"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/former"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var ctx = context.Background()

// write does something to the data of the season beside the use cases.
func write(t *testing.T, s *testkit.Season, do func(tx *store.Tx) error) {
	t.Helper()
	if err := s.DB.Write(ctx, &store.Act{Tenant: s.Tenant, Actor: "account:test", ActorName: "Test", Verb: "set", Object: "round:x"}, do); err != nil {
		t.Fatal(err)
	}
}

func roundOf(t *testing.T, s *testkit.Season, year int) (r thidua.Round) {
	t.Helper()
	err := s.DB.Read(ctx, s.Tenant, func(tx *store.Tx) (err error) { r, err = tx.Round(s.Rounds[year].ID); return err })
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// twoYears sets all of 2024 and one thing of 2025; the holidays of 2025 are loaded.
func twoYears(t *testing.T) *testkit.Season {
	s := testkit.OpenSeason(t)
	write(t, s, func(tx *store.Tx) error {
		r, err := tx.Round(s.Rounds[2024].ID)
		if err != nil {
			return err
		}
		r.InternalDue, r.ScoringDue, r.DossierInternal, r.SendInternal = "2024-01-25", "2024-12-15", "2025-01-29", "2025-02-28"
		r.QuotaUnits, r.QuotaPeople, r.QuotaSource, r.ReachedFrom, r.InternalRank, r.OfficeReviewer = 2, 5, "12/SNV-TĐKT", 90, true, s.Units["NV1"].ID
		if err := tx.UpdateRound(r); err != nil {
			return err
		}
		now, err := tx.Round(s.Rounds[2025].ID)
		if err != nil {
			return err
		}
		now.InternalDue, now.ScoringDue, now.DossierInternal, now.SendInternal = "", "", "", ""
		now.QuotaUnits, now.QuotaPeople, now.ReachedFrom, now.InternalRank, now.OfficeReviewer, now.QuotaSource = 3, -1, 100, false, "", ""
		if err := tx.UpdateRound(now); err != nil {
			return err
		}
		return tx.SaveHoliday(thidua.Holiday{Day: "2025-01-29", DayKind: thidua.DayKind{Free: true, Name: "Tết Nguyên đán"}})
	})
	return s
}

func names(all []former.Setting) (out []string) {
	for _, x := range all {
		out = append(out, x.Name)
	}
	return out
}

func TestTheYearBeforeIsOfferedWithItsDaysMoved(t *testing.T) {
	s := twoYears(t)
	d := former.Over(app.New(s.DB))
	got, err := d.Settings(ctx, s.Actor("Nguyễn Thị Thu Hà"), s.Rounds[2025].ID)
	if err != nil {
		t.Fatal(err)
	}
	if got.Before.Year != 2024 || got.Next.InternalDue != "2025-01-24" || got.Next.ScoringDue != "2025-12-15" || got.Next.SendInternal != "2026-02-27" {
		t.Errorf("from %d: %s, %s, %s", got.Before.Year, got.Next.InternalDue, got.Next.ScoringDue, got.Next.SendInternal)
	}
	want := []string{former.Internal, former.Scoring, former.Dossier, former.Sending, former.QuotaUnits, former.QuotaPeople, former.Reached, former.Reviewer, former.InternalRank}
	if !slices.Equal(names(got.Offered), want) {
		t.Fatalf("offered %v", names(got.Offered))
	}
	if x := got.Offered[0]; !x.Moved || x.Free != "2025-01-25" || x.Why != "" || x.Blind || x.Set {
		t.Errorf("a day on a Saturday: %+v", x)
	}
	if x := got.Offered[3]; !x.Moved || !x.Blind {
		t.Errorf("a day of a year whose holidays are not loaded: %+v", x)
	}
	if x := got.Offered[4]; !x.Set {
		t.Errorf("the quota that 2025 has already: %+v", x)
	}
}

func TestADayOnAHolidayGoesBackToTheWorkingDayBefore(t *testing.T) {
	s := twoYears(t)
	write(t, s, func(tx *store.Tx) error {
		r, err := tx.Round(s.Rounds[2024].ID)
		r.InternalDue = "2024-01-29"
		if err != nil {
			return err
		}
		return tx.UpdateRound(r)
	})
	got, err := former.Over(app.New(s.DB)).Settings(ctx, s.Actor("Nguyễn Thị Thu Hà"), s.Rounds[2025].ID)
	if err != nil || got.Next.InternalDue != "2025-01-28" || got.Offered[0].Why != "Tết Nguyên đán" {
		t.Errorf("%s, %+v, %v", got.Next.InternalDue, got.Offered[0], err)
	}
}

func TestOnlyWhatIsChosenIsTaken(t *testing.T) {
	s := twoYears(t)
	d, office := former.Over(app.New(s.DB)), s.Actor("Nguyễn Thị Thu Hà")
	now := roundOf(t, s, 2025)
	if err := d.Take(ctx, office, now.ID, now.Version, nil); thidua.KindOf(err) != thidua.Invalid {
		t.Errorf("nothing chosen: %v", err)
	}
	if err := d.Take(ctx, office, now.ID, now.Version, []string{former.Internal, former.QuotaPeople, former.Reviewer}); err != nil {
		t.Fatal(err)
	}
	got := roundOf(t, s, 2025)
	if got.InternalDue != "2025-01-24" || got.QuotaPeople != 5 || got.OfficeReviewer != s.Units["NV1"].ID {
		t.Errorf("taken %+v", got)
	}
	if got.QuotaUnits != 3 || got.ReachedFrom != 100 || got.ScoringDue != "" || got.QuotaSource != "" || got.InternalRank {
		t.Errorf("what nobody chose has changed: %+v", got)
	}
	if err := d.Take(ctx, office, now.ID, now.Version, []string{former.Reached}); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("a stale version: %v", err)
	}
	if err := d.Take(ctx, s.Actor("Lý Văn Dũng"), now.ID, got.Version, []string{former.Reached}); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("a head of a unit: %v", err)
	}
}

func TestAYearThatHasBegunOrIsTheFirstTakesNothing(t *testing.T) {
	s := twoYears(t)
	d, office := former.Over(app.New(s.DB)), s.Actor("Nguyễn Thị Thu Hà")
	if _, err := d.Settings(ctx, office, s.Rounds[2024].ID); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("a year that is judged: %v", err)
	}
	if year, err := d.YearBefore(ctx, office, roundOf(t, s, 2024)); year != 0 || err != nil {
		t.Errorf("offers %d, %v to a year that is judged", year, err)
	}
	if year, err := d.YearBefore(ctx, office, roundOf(t, s, 2025)); year != 2024 || err != nil {
		t.Errorf("offers %d, %v", year, err)
	}
	first := thidua.Round{}
	for year := range s.Rounds {
		if first.Year == 0 || year < first.Year {
			first = s.Rounds[year]
		}
	}
	write(t, s, func(tx *store.Tx) error {
		r, err := tx.Round(first.ID)
		if err != nil {
			return err
		}
		r.State = thidua.RoundWaiting
		return tx.UpdateRound(r)
	})
	if _, err := d.Settings(ctx, office, first.ID); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("the first year: %v", err)
	}
}
