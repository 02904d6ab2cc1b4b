package agency_test

import (
	"context"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/audit"
	"thidua/internal/job"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestCase59AClockThatIsSetRevivesNoSession sets the clock of the machine on by a day and back, and back by an hour and on, during sessions.
func TestCase59AClockThatIsSetRevivesNoSession(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	h.account(t, "hanh", "Trần Thị Hạnh")
	for _, jump := range []time.Duration{24 * time.Hour, -time.Hour} {
		token, _ := h.enter(t, "hanh")
		if _, err := h.Session(ctx, token); err != nil {
			t.Fatalf("before the clock is set by %s: %v", jump, err)
		}
		h.clock.Add(jump)
		if _, err := h.Session(ctx, token); thidua.KindOf(err) != thidua.SignIn {
			t.Errorf("the session goes on after the clock was set by %s: %v", jump, err)
		}
		h.clock.Add(-jump)
		if _, err := h.Session(ctx, token); thidua.KindOf(err) != thidua.SignIn {
			t.Errorf("the session lives again when the clock is set back by %s: %v", -jump, err)
		}
	}
}

// TestCase59NoDeadlineOpensAgain lets a day end and sets the clock back by an hour: business stays in the new day, while the log bears the time of the
// machine and keeps the order in which things were placed.
func TestCase59NoDeadlineOpensAgain(t *testing.T) {
	clock, ctx := testkit.NewClock("2025-01-15"), context.Background()
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Clock, c.Wall = store.Forward(clock.Now), clock.Now })
	k, who := agency.New(s.DB), operator(s.Tenant)
	today := func() (day thidua.Date) {
		t.Helper()
		if err := s.DB.Read(ctx, s.Tenant, func(tx *store.Tx) error { day = act.Today(tx); return nil }); err != nil {
			t.Fatal(err)
		}
		return day
	}
	note := func() {
		t.Helper()
		if err := k.NoteRefused(ctx, who, "/thu"); err != nil {
			t.Fatal(err)
		}
		if _, err := audit.Sequence(ctx, s.DB); err != nil {
			t.Fatal(err)
		}
	}
	clock.Add(10 * time.Minute)
	note()
	first := today()
	clock.Add(-time.Hour)
	note()
	if got := today(); first != "2025-01-15" || got != first {
		t.Errorf("the day was %s and is %s again", first, got)
	}
	lines, _, err := k.Log(ctx, who, agency.LogQuery{Do: thidua.AccessRefused})
	if err != nil || len(lines) != 2 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	later, earlier := lines[0], lines[1] // by the time that they bear
	if later.Seq < 0 || earlier.Seq != later.Seq+1 || !earlier.At.Before(later.At) {
		t.Errorf("the first has place %d at %s, the second %d at %s", later.Seq, later.At, earlier.Seq, earlier.At)
	}
	clock.Add(-24 * time.Hour) // a clock that was wrong by a day and is mended
	if got := today(); got != "2025-01-13" {
		t.Errorf("a clock that is mended by a day stays at %s", got)
	}
}

// TestCase59AJumpOfMoreThanFiveSecondsRaisesAnAlarm holds the clock against what has passed, as the running server does every few seconds.
func TestCase59AJumpOfMoreThanFiveSecondsRaisesAnAlarm(t *testing.T) {
	if agency.ClockLimit != 5*time.Second {
		t.Errorf("the limit is %s", agency.ClockLimit)
	}
	clock := job.Clock{}
	for _, c := range []struct {
		says, passed, by time.Duration
	}{{time.Minute, time.Minute, 0}, {2*time.Minute - time.Hour, 2 * time.Minute, -time.Hour}, {3*time.Minute - time.Hour, 3 * time.Minute, 0},
		{28 * time.Hour, 4 * time.Minute, 29*time.Hour - 4*time.Minute}} {
		if by := clock.Look(c.says, c.passed); by != c.by {
			t.Errorf("after %s the clock says %s: it was set by %s, not by %s", c.passed, c.says, by, c.by)
		}
	}
}
