package sample_test

import (
	"context"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/sample"
	"thidua/internal/store"
)

var ctx = context.Background()

func quietly(int, int) {}

// made makes a sample in a folder of its own.
func made(t *testing.T, size sample.Size, seed uint64) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "mau")
	if _, err := sample.Into(ctx, dir, "", size, seed, quietly); err != nil {
		t.Fatal(err)
	}
	return dir
}

var (
	agency, _ = sample.SizeNamed("agency")
	trio      = sample.Size{Name: "trio", Provinces: 1, Agencies: 3, Units: 20, People: 120, Above: true}
)

// TestASampleAgreesWithItself holds every agency of a sample against the rules that its rows could not all have come by: totals are sums of their leaves,
// who was awarded was passed by the council, was put before it and had registered, and the decision came after the session.
func TestASampleAgreesWithItself(t *testing.T) {
	for _, size := range []sample.Size{agency, trio} {
		db, err := store.Open(ctx, store.Config{Dir: made(t, size, 7)})
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		awards := 0
		for _, a := range agencies(t, db) {
			if !a.Sample {
				t.Errorf("%s is not marked as a sample", a.Name)
			}
			if a.Kind != thidua.AgencyOrdinary {
				continue
			}
			err := db.Read(ctx, a.ID, func(tx *store.Tx) error {
				awards += agrees(t, tx)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if awards < 15*size.Agencies {
			t.Errorf("%s: %d awards only", size.Name, awards)
		}
	}
}

func agencies(t *testing.T, db *store.DB) (all []thidua.Agency) {
	t.Helper()
	err := db.Read(ctx, "", func(tx *store.Tx) (err error) {
		all, err = tx.Agencies()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func agrees(t *testing.T, tx *store.Tx) (awards int) {
	t.Helper()
	movements, err := tx.Movements()
	if err != nil || len(movements) != 1 {
		t.Fatalf("movements: %v, %v", movements, err)
	}
	rounds, err := tx.Rounds(movements[0].ID)
	if err != nil || len(rounds) < 5 {
		t.Fatalf("rounds: %v, %v", rounds, err)
	}
	registered := map[string]map[string]bool{}
	for _, r := range rounds {
		entries, err := tx.Entries([]string{r.ID})
		if err != nil {
			t.Fatal(err)
		}
		registered[r.ID] = map[string]bool{}
		for _, e := range entries {
			registered[r.ID][e.Subject.Key()] = true
		}
		if !r.Closing && len(entries) < 30 {
			t.Errorf("%d registered in %d only", len(entries), r.Year)
		}
	}
	for _, r := range rounds {
		sumsHold(t, tx, r)
		awards += awardsHold(t, tx, r, func(key string) bool {
			if !r.Closing {
				return registered[r.ID][key]
			}
			for _, in := range registered {
				if in[key] {
					return true
				}
			}
			return false
		})
	}
	return awards
}

func sumsHold(t *testing.T, tx *store.Tx, r thidua.Round) {
	t.Helper()
	sheets, err := tx.ScoreSheets(r.ID)
	if err != nil || len(sheets) == 0 && !r.Closing {
		t.Fatalf("sheets of %d: %d, %v", r.Year, len(sheets), err)
	}
	kept, err := tx.UnitScores(r.Movement)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sheets {
		if err := s.CheckReview(false); err != nil {
			t.Errorf("%d, %s: %v", r.Year, s.UnitName, err)
		}
		for _, k := range kept {
			if k.Year == r.Year && k.Unit == s.Unit && k.Score != s.Totals().Review {
				t.Errorf("%d, %s: the leaves give %d, the sum kept is %d", r.Year, s.UnitName, s.Totals().Review, k.Score)
			}
		}
	}
}

func awardsHold(t *testing.T, tx *store.Tx, r thidua.Round, registered func(key string) bool) int {
	t.Helper()
	nominees, err := tx.Nominees(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]thidua.Nominee{}
	for _, n := range nominees {
		by[n.ID] = n
		if !registered(n.Subject.Key()) {
			t.Errorf("%d: %s was nominated without having registered", r.Year, n.Subject.Name)
		}
	}
	sessions, err := tx.CouncilSessions(r.ID)
	if err != nil || len(sessions) != 1 {
		t.Fatalf("sessions of %d: %v, %v", r.Year, sessions, err)
	}
	s := sessions[0]
	awards, err := tx.Awards(store.AwardFilter{Round: r.ID}, store.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range awards {
		n := by[w.Nominee]
		if n.State != thidua.NomineePresented || n.Subject.Key() != w.Subject.Key() || n.Session != s.ID || s.State != thidua.SessionSigned {
			t.Errorf("%d: the award of %s rests on %+v of %+v", r.Year, w.Subject.Name, n, s)
		}
		passed(t, tx, s, n)
		if met := thidua.DateOf(s.At); w.Decision.Dated <= met {
			t.Errorf("%d: decided on %s, the council met on %s", r.Year, w.Decision.Dated, met)
		}
	}
	if r.State == thidua.RoundEnded && len(awards) == 0 {
		t.Errorf("%d has ended without an award", r.Year)
	}
	return len(awards)
}

// passed recounts the votes of a case against the council's rules.
func passed(t *testing.T, tx *store.Tx, s thidua.Session, n thidua.Nominee) {
	t.Helper()
	counts, err := tx.Counts(s.ID)
	if err != nil {
		t.Fatal(err)
	}
	council, err := tx.Council(s.Council)
	if err != nil {
		t.Fatal(err)
	}
	base, counted := len(council.Members), false
	for _, m := range council.Members {
		if m.Person == n.Subject.Person && council.OwnOut {
			base--
		}
	}
	for _, c := range counts {
		if c.Nominee != n.ID {
			continue
		}
		if counted = true; c.Yes+c.No > base || !(thidua.Share{Num: c.Yes, Den: base}).AtLeast(council.Threshold) {
			t.Errorf("%s was awarded with %d for and %d against of %d", n.Subject.Name, c.Yes, c.No, base)
		}
	}
	if !counted {
		t.Errorf("nobody voted on %s", n.Subject.Name)
	}
}
