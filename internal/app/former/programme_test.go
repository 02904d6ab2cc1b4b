package former_test

import (
	"slices"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/former"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func clock(year, month, day, hour, minute int) time.Time {
	return time.Date(year, time.Month(month), day, hour, minute, 0, 0, thidua.Zone)
}

// earlierSession plans a session about 2024 in which one member counts beside the secretary.
func earlierSession(t *testing.T, s *testkit.Season, counter string) thidua.Session {
	t.Helper()
	made, err := app.New(s.DB).PlanSession(ctx, s.Actor("Nguyễn Thị Thu Hà"), thidua.Session{Round: s.Rounds[2024].ID, Number: "09/2024", At: clock(2025, 1, 18, 14, 30),
		Place: "Phòng họp tầng 3", VoteKind: thidua.PaperBallot, Counters: []string{counter}})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// plain gives a member of the council who holds no office in it.
func plain(s *testkit.Season) string {
	at := slices.IndexFunc(s.Council.Members, func(m thidua.CouncilMember) bool { return m.Seat == thidua.SeatMember })
	return s.Council.Members[at].Person
}

func TestASessionIsProposedAfterAnEarlierOne(t *testing.T) {
	s := testkit.OpenSeason(t)
	office, counter := s.Actor("Nguyễn Thị Thu Hà"), plain(s)
	made := earlierSession(t, s, counter)
	d := former.Over(app.New(s.DB))
	all, err := d.Sessions(ctx, office)
	if err != nil || len(all) == 0 || all[0].ID != made.ID {
		t.Fatalf("%v, %v", all, err)
	}
	p, err := d.Programme(ctx, office, s.Rounds[2025].ID, made.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Session; got.Place != made.Place || got.VoteKind != thidua.PaperBallot || !slices.Equal(got.Counters, []string{counter}) || got.ID != "" || got.Number != "" {
		t.Errorf("proposed %+v", got)
	}
	if !p.Session.At.Equal(clock(2026, 1, 16, 14, 30)) || !p.Moved || !p.Blind {
		t.Errorf("18/01/2026 is a Sunday: %v, moved %v, blind %v", p.Session.At, p.Moved, p.Blind)
	}
	if p.Council.ID != s.Council.ID || len(p.New)+len(p.Gone)+len(p.Dropped) != 0 {
		t.Errorf("the same council: %+v", p)
	}
	if same, err := d.Programme(ctx, office, s.Rounds[2024].ID, made.ID); err != nil || !same.Session.At.IsZero() {
		t.Errorf("a second session of the same year has a day: %v, %v", same.Session.At, err)
	}
	if _, err := d.Programme(ctx, office, s.Rounds[2025].ID, "none"); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("no such session: %v", err)
	}
	if _, err := d.Programme(ctx, s.Actor("Phạm Mai Anh"), s.Rounds[2025].ID, made.ID); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("a staff member: %v", err)
	}
}

func TestWhoIsNoMemberAnyMoreIsNamedAndDoesNotCount(t *testing.T) {
	s := testkit.OpenSeason(t)
	counter := plain(s)
	made := earlierSession(t, s, counter)
	write(t, s, func(tx *store.Tx) error {
		old := s.Council
		old.To, old.Version = "2025-12-31", 1
		if err := tx.UpdateCouncil(old); err != nil {
			return err
		}
		next := s.Council
		next.ID, next.Decision, next.From, next.Threshold = store.NewID(), "31/QĐ-TT", "2026-01-01", thidua.Share{Num: 4, Den: 5}
		next.Members = slices.DeleteFunc(slices.Clone(next.Members), func(m thidua.CouncilMember) bool { return m.Person == counter })
		return tx.InsertCouncil(next)
	})
	p, err := former.Over(app.New(s.DB)).Programme(ctx, s.Actor("Nguyễn Thị Thu Hà"), s.Rounds[2025].ID, made.ID)
	if err != nil || len(p.Session.Counters) != 0 || len(p.Dropped) != 1 || p.Dropped[0].Person != counter || len(p.Gone) != 1 || p.Council.Threshold.Num != 4 || p.Was.Threshold.Num != 2 {
		t.Errorf("%+v, %v", p, err)
	}
	_, err = app.New(s.DB).PlanSession(ctx, s.Actor("Nguyễn Thị Thu Hà"), thidua.Session{Round: s.Rounds[2025].ID, Number: "01/2026", At: clock(2026, 1, 16, 14, 0), Place: "Phòng họp", Counters: []string{counter}})
	if thidua.KindOf(err) != thidua.Invalid {
		t.Errorf("somebody who is no member counts: %v", err)
	}
}
