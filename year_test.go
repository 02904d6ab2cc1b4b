package thidua_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua"
)

func TestTheTotalIsTheSumOfTheLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := thidua.ScoreSheet{ByPoints: true}
		var most, self, review thidua.Points
		for range rapid.IntRange(0, 12).Draw(t, "lines") {
			l := thidua.ScoreLine{Max: thidua.Points(rapid.IntRange(1, 60).Draw(t, "max")) * thidua.Half}
			for _, p := range []**thidua.Points{&l.Self, &l.Review} {
				if rapid.Bool().Draw(t, "given") {
					v := thidua.Points(rapid.Int64Range(0, int64(l.Max/thidua.Half)).Draw(t, "score")) * thidua.Half
					*p = &v
				}
			}
			most += l.Max
			if l.Self != nil {
				self += *l.Self
			}
			if l.Review != nil {
				review += *l.Review
			}
			s.Lines = append(s.Lines, l)
		}
		if got := s.Totals(); got.Max != most || got.Self != self || got.Review != review || got.Review > got.MaxJudged || got.Judged > got.Lines {
			t.Fatalf("totals %+v, want %d, %d, %d", got, most, self, review)
		}
		if s.ReviewWhole() && s.Totals().MaxJudged != most {
			t.Fatal("a whole review leaves points out")
		}
	})
}

func TestRanksDoNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var in []thidua.Standing
		for i, p := range rapid.SliceOfN(rapid.Int64Range(0, 20), 0, 15).Draw(t, "scores") {
			in = append(in, thidua.Standing{Unit: string(rune('a' + i)), Score: thidua.Points(p)})
		}
		shuffled := rapid.Permutation(in).Draw(t, "order")
		ranks := map[string]int{}
		for _, s := range thidua.RankUnits(in) {
			ranks[s.Unit] = s.Rank
		}
		for _, s := range thidua.RankUnits(shuffled) {
			better := 0
			for _, other := range in {
				if other.Score > s.Score {
					better++
				}
			}
			if s.Rank != ranks[s.Unit] || s.Rank != better+1 {
				t.Fatalf("%s has rank %d, elsewhere %d, and %d are better", s.Unit, s.Rank, ranks[s.Unit], better)
			}
		}
	})
}

func TestEqualScoresShareARankAndTheNextIsLeftOut(t *testing.T) {
	var got []int
	for _, s := range thidua.RankUnits([]thidua.Standing{{Score: 80}, {Score: 90}, {Score: 90}, {Score: 70}}) {
		got = append(got, s.Rank)
	}
	if !slices.Equal(got, []int{1, 1, 3, 4}) {
		t.Errorf("ranks %v", got)
	}
}

func TestCompletionGrowsWithWhatIsReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := thidua.Target{Value: thidua.Quantity(rapid.Int64Range(-1, 1_000_00).Draw(t, "target")),
			Direction: rapid.SampledFrom([]thidua.Direction{thidua.AtLeast, thidua.AtMost}).Draw(t, "direction")}
		less := thidua.Quantity(rapid.Int64Range(0, 2_000_00).Draw(t, "less"))
		more := less + thidua.Quantity(rapid.Int64Range(0, 2_000_00).Draw(t, "more"))
		low, high := target.Completion(less, true), target.Completion(more, true)
		if target.Direction == thidua.AtMost && target.Value >= 0 {
			low, high = high, low
		}
		if low > high || low < 0 || high > 100 {
			t.Fatalf("%d of %d gives %d, %d gives %d", less, target.Value, low, more, high)
		}
		if target.Completion(more, false) != 0 {
			t.Fatal("nothing reported counts as something")
		}
	})
}

func TestStateOfATarget(t *testing.T) {
	target := thidua.Target{Value: 100_00, Direction: thidua.AtLeast, Due: "2024-10-31"}
	for _, c := range []struct {
		actual thidua.Quantity
		today  thidua.Date
		ended  bool
		want   thidua.State
	}{
		{100_00, "2024-12-01", true, thidua.TargetReached},
		{99_00, "2024-12-01", true, thidua.TargetMissed},
		{99_00, "2024-11-01", false, thidua.TargetOverdue},
		{10_00, "2024-10-31", false, thidua.TargetSlow},
		{50_00, "2024-05-31", false, thidua.TargetOnTrack},
	} {
		if got := target.State(c.actual, true, "2024-01-01", c.today, c.ended); got != c.want {
			t.Errorf("%d on %s: %s, want %s", c.actual, c.today, got, c.want)
		}
	}
}

func TestWhoReviewsASheet(t *testing.T) {
	round := thidua.Round{OfficeReviewer: "nv1"}
	officer := thidua.Actor{Unit: "vp", Roles: []thidua.Role{thidua.RoleOffice}}
	deputy := thidua.Actor{Unit: "nv1", Roles: []thidua.Role{thidua.RoleHead}, Heads: []string{"nv1"}}
	home, division := thidua.ScoreSheet{Unit: "vp", UnitKind: thidua.UnitOffice}, thidua.ScoreSheet{Unit: "nv1", UnitKind: thidua.UnitDivision}
	for _, c := range []struct {
		sheet      thidua.ScoreSheet
		actor      thidua.Actor
		may, named bool
	}{{home, officer, false, false}, {home, deputy, true, true}, {division, officer, true, false}, {division, deputy, false, false}} {
		if got := c.sheet.Reviewable(c.actor, round); got != c.may {
			t.Errorf("%s reviews %s: %v", c.actor.Unit, c.sheet.Unit, got)
		}
		if got := slices.Contains(c.sheet.RolesOn(c.actor, round), thidua.RoleReviewer); got != c.named {
			t.Errorf("%s is the named reviewer of %s: %v", c.actor.Unit, c.sheet.Unit, got)
		}
	}
}

func TestRecordedResultsAsTheyAreTyped(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want []string
	}{
		"index":      {thidua.IndexResult{Year: 1, Rank: 21, Of: 20, PublishedOn: "2025-02-30"}.Check("2025-01-14"), []string{"year", "rank", "document", "published"}},
		"evaluation": {thidua.EvaluationResult{Class: "best", On: "2025-01-15"}.Check("2025-01-14"), []string{"person", "class", "decision", "on"}},
		"initiative": {thidua.Initiative{Recognised: true}.Check("2025-01-14"), []string{"name", "unit", "decision"}},
		"scale":      {thidua.Scale{AgreedOn: "2025-01-14"}.Check("2025-01-14"), []string{"decision"}},
		"whole":      {thidua.IndexResult{Year: 2024, Rank: 3, Of: 20, Document: "1/QĐ"}.Check("2025-01-14"), nil},
	} {
		var e *thidua.Error
		var got []string
		if errors.As(c.err, &e) {
			for _, f := range e.Faults {
				got = append(got, f.Field)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: faults at %v, want %v", name, got, c.want)
		}
	}
}
