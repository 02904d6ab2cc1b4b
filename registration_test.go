package thidua

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func planned() Definition {
	return Definition{Criteria: []Criterion{
		{ID: "c1", Code: "TC1", ForUnits: true}, {ID: "c2", Code: "TC2", ForUnits: true, ForPeople: true},
		{ID: "c21", Parent: "c2", Code: "2.1", ForUnits: true, ForPeople: true}, {ID: "c4", Code: "TC4", ForUnits: true, ForPeople: true},
	}}
}

func TestRegistrationCheck(t *testing.T) {
	whole := Target{Criterion: "c2", Content: "Hồ sơ đúng hạn", Value: 95_00, Measure: "%", Direction: AtLeast, Due: "2025-12-31"}
	with := func(change func(*Target)) Target { t := whole; change(&t); return t }
	for name, c := range map[string]struct {
		kind  SubjectKind
		lines []Target
		want  []Code
	}{
		"whole":            {Collective, []Target{whole}, nil},
		"no line":          {Collective, nil, []Code{CodeNoLines}},
		"no number":        {Collective, []Target{with(func(t *Target) { t.Value = NoValue })}, []Code{CodeValueMissing}},
		"nought at most":   {Collective, []Target{with(func(t *Target) { t.Value, t.Direction = 0, AtMost })}, nil},
		"nought at least":  {Collective, []Target{with(func(t *Target) { t.Value = 0 })}, []Code{CodeValueMissing}},
		"more than all":    {Collective, []Target{with(func(t *Target) { t.Value = 101_00 })}, []Code{CodePercentTooHigh}},
		"other year":       {Collective, []Target{with(func(t *Target) { t.Due = "2026-01-01" })}, []Code{CodeDueOutside}},
		"words alone":      {Individual, []Target{{Criterion: "c4", Content: "Viết 1 tin, bài", Value: NoValue, Due: "2025-12-31"}}, nil},
		"number, no unit":  {Individual, []Target{with(func(t *Target) { t.Measure = "" })}, []Code{CodeMeasureMissing}},
		"four lines":       {Individual, []Target{whole, whole, whole, whole}, []Code{CodeTooManyLines}},
		"empty line":       {Collective, []Target{{Value: NoValue}}, []Code{CodeCriterionUnknown, CodeContentMissing, CodeValueMissing, CodeMeasureMissing, CodeDueMissing}},
		"long words":       {Individual, []Target{with(func(t *Target) { t.Content = strings.Repeat("ư", MaxContent+1) })}, []Code{CodeNameLong}},
		"as long as may":   {Individual, []Target{with(func(t *Target) { t.Content = strings.Repeat("ư", MaxContent) })}, nil},
		"unknown criteria": {Collective, []Target{with(func(t *Target) { t.Criterion = "x" })}, []Code{CodeCriterionUnknown}},
	} {
		err := Registration{Subject: Subject{Kind: c.kind}, Targets: c.lines}.Check(planned(), 2025)
		var got []Code
		if e := (*Error)(nil); errors.As(err, &e) {
			for _, f := range e.Faults {
				got = append(got, f.Code)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: faults %v, want %v", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: faults %v, want %v", name, got, c.want)
			}
		}
	}
}

func TestFollowedTakesRatesFirst(t *testing.T) {
	unit := []Target{
		{ID: "1", Criterion: "c1", Content: "Kế hoạch", Value: 1_00, Measure: "văn bản"},
		{ID: "2", Criterion: "c2", Content: "Đúng hạn", Value: 100_00, Measure: "%"},
		{ID: "3", Criterion: "c21", Content: "Trên mạng", Value: 95_00, Measure: "%"},
		{ID: "4", Criterion: "c2", Content: "Góp ý", Value: 100_00, Measure: "%"},
		{ID: "5", Criterion: "c4", Content: "Tin, bài", Value: 5_00, Measure: "bài"},
	}
	got := Followed(unit, planned())
	if len(got) != 3 || got[0].From != "2" || got[1].From != "3" || got[2].From != "5" || got[2].Value != NoValue || got[1].Value != 95_00 {
		t.Errorf("followed: %+v", got)
	}
}

func TestFollowedIsShortAndOfThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := planned()
		unit := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Target {
			return Target{ID: rapid.StringN(1, 4, 8).Draw(t, "id"), Criterion: rapid.SampledFrom([]string{"c1", "c2", "c21", "c4", "x"}).Draw(t, "criterion"),
				Measure: rapid.SampledFrom([]string{"%", "bài"}).Draw(t, "measure"), Value: Quantity(rapid.IntRange(0, 100_00).Draw(t, "value"))}
		})).Draw(t, "unit")
		lines := Followed(unit, d)
		if len(lines) > MaxPersonLines {
			t.Fatalf("%d lines", len(lines))
		}
		for _, l := range lines {
			if !d.Top(l.Criterion).ForPeople || l.From == "" || l.ID != "" {
				t.Fatalf("line %+v", l)
			}
		}
	})
}

func TestRepeatedMovesTheDays(t *testing.T) {
	old := []Target{{ID: "1", Criterion: "c2", Due: "2024-02-29"}, {ID: "2", Criterion: "gone", Due: "2024-12-31"}, {ID: "3", Criterion: "c4"}}
	got := Repeated(old, planned(), 2024, 2025)
	if len(got) != 2 || got[0].Due != "2025-02-28" || got[0].ID != "" || got[1].Due != "" {
		t.Errorf("repeated: %+v", got)
	}
}

func TestBlockOf(t *testing.T) {
	of := func(kind SubjectKind, s State) Registration {
		return Registration{Subject: Subject{Kind: kind}, State: s}
	}
	all := []Registration{
		of(Collective, RegistrationDraft), of(Collective, RegistrationSent), of(Collective, RegistrationReturned), of(Collective, RegistrationReviewed),
		of(Collective, RegistrationSent), of(Individual, RegistrationHeadOK), of(Individual, RegistrationDraft), of(Individual, RegistrationReviewed),
	}
	if got := BlockOf(all, 6); got != (ListBlock{UnitsMissing: 2, UnitsReturned: 1, UnitsOpen: 2, PeopleOpen: 1, Reviewed: 2}) {
		t.Errorf("block %+v", got)
	}
	if b := BlockOf([]Registration{of(Collective, RegistrationReviewed), of(Collective, RegistrationWithdrawn)}, 2); !b.Clear() || b.Ready() != nil {
		t.Errorf("a list with a unit that took its registration back is blocked: %+v", b)
	}
	if err := BlockOf(nil, 0).Ready(); KindOf(err) != Invalid {
		t.Errorf("an empty list may go: %v", err)
	}
}

func TestRegistrationFlowKeepsOwnCasesOut(t *testing.T) {
	asked := 0
	for _, rule := range RegistrationFlow.Rules {
		if rule.Do != HeadApprove && !(rule.Do == Review && rule.By == RoleHead) {
			continue
		}
		asked++
		facts := Facts{OfPerson: true, OfUnit: true, ReviewerOwn: true, Complete: true}
		if _, err := RegistrationFlow.Next(rule.From, rule.Do, []Role{rule.By}, facts, "lý do"); KindOf(err) != Invalid {
			t.Errorf("%s does %s with his own: %v", rule.By, rule.Do, err)
		}
	}
	if asked < 3 {
		t.Errorf("only %d rules", asked)
	}
}
