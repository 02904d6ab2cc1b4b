package thidua

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDeadlinesOfAYear(t *testing.T) {
	d := Definition{Deadlines: []Deadline{
		{What: DeadlineRegistration, Day: "02-01"}, {What: DeadlineRegistration, Date: "2021-08-30"},
		{What: DeadlineDossier, Reference: "Điều 12", ID: "ho-so"},
	}}
	m := Movement{From: 2021, To: 2025, EndsOn: "2025-11-30"}
	rounds := m.PlannedRounds(d)
	if len(rounds) != 5 || rounds[0].RegistrationDue != "2021-08-30" || rounds[1].RegistrationDue != "2022-02-01" || rounds[4].WorkEnds != "2025-11-30" || rounds[3].WorkEnds != "2024-12-31" {
		t.Errorf("rounds %+v", rounds)
	}
	if open := d.Open(); len(open) != 3 || open[0].Kind != OpenNumber || open[1].Kind != OpenStart || open[2].ID != "ho-so" {
		t.Errorf("open %+v", open)
	}
	d.Deadlines[2].Day, d.Deadlines[2].NextYear = "01-31", true
	d.PlanNumber, d.PlanDate, d.From = "1/KH", "2021-08-02", "2021-08-02"
	if len(d.Open()) != 0 {
		t.Errorf("still open %+v", d.Open())
	}
	if r := rounds[2].Completed(d); r.DossierDue != "2024-01-30" {
		t.Errorf("the dossier of 2023 is due before 31/01/2024, on %s", r.DossierDue)
	}
	ended := rounds[2]
	ended.State = RoundEnded
	if ended.Completed(d) != ended {
		t.Error("an ended round changes")
	}
}

func TestCurrentRound(t *testing.T) {
	round := func(year int, s State) Round {
		return Round{ID: NewDate(year, 1, 1).Time().String(), Year: year, State: s}
	}
	for _, c := range []struct {
		states []State
		year   int
	}{
		{[]State{RoundWaiting, RoundWaiting, RoundWaiting}, 2022}, {[]State{RoundWaiting}, 2021}, {[]State{RoundEnded, RoundJudging, RoundRegistering}, 2022},
		{[]State{RoundEnded, RoundEnded, RoundWaiting}, 2022}, {nil, 0},
	} {
		var all []Round
		for i, s := range c.states {
			all = append(all, round(2021+i, s))
		}
		if r, ok := Current(all, "2022-03-01"); r.Year != c.year || ok != (c.year > 0) {
			t.Errorf("%v: %d", c.states, r.Year)
		}
	}
}

// Whatever a movement's years are, it has one round for each, in order, and each ends its work within its year.
func TestPlannedRoundsCoverTheYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Movement{From: rapid.IntRange(2000, 2050).Draw(t, "from")}
		m.To = m.From + rapid.IntRange(0, MaxYears-1).Draw(t, "length")
		if CheckPlan(Movement{Name: "x", From: m.From, To: m.To}, Definition{Criteria: []Criterion{{ForUnits: true}}, Awards: []AwardForm{{}}}, "2060-01-01") != nil {
			t.Fatal("the years are refused")
		}
		rounds := m.PlannedRounds(Definition{})
		for i, r := range rounds {
			if r.Year != m.From+i || r.WorkEnds.Year() != r.Year || r.State != RoundFlow.Start {
				t.Errorf("round %+v", r)
			}
		}
		if len(rounds) != m.To-m.From+1 {
			t.Errorf("%d rounds", len(rounds))
		}
	})
}

func TestSettingsOfARound(t *testing.T) {
	good := Round{Year: 2025, ReachedFrom: 70, RegistrationDue: "2025-02-01", InternalDue: "2025-01-31"}
	if err := good.Check(false); err != nil {
		t.Error(err)
	}
	bad := Round{Year: 2025, ReachedFrom: 101, RegistrationDue: "2025-02-01", InternalDue: "2025-02-01"}
	var e *Error
	if err := bad.Check(true); !errors.As(err, &e) || len(e.Faults) != 3 {
		t.Errorf("refused for %v", err)
	}
}

func TestTheDaysOfARoundStandInTheirYearsAndOrder(t *testing.T) {
	good := Round{Year: 2025, ReachedFrom: 70, InternalDue: "2024-12-20", ScoringDue: "2026-01-10", DossierInternal: "2026-01-20", SendInternal: "2026-01-24"}
	for name, c := range map[string]struct {
		change func(*Round)
		want   string
	}{
		"as it should be":      {func(*Round) {}, ""},
		"taken in years ago":   {func(r *Round) { r.InternalDue = "2020-01-25" }, "internal"},
		"scored before it is":  {func(r *Round) { r.ScoringDue = "2024-01-10" }, "scoring"},
		"scored in years":      {func(r *Round) { r.ScoringDue, r.DossierInternal, r.SendInternal = "2062-01-10", "", "" }, "scoring"},
		"a dossier too early":  {func(r *Round) { r.DossierInternal = "2026-01-09" }, "dossier"},
		"sent before complete": {func(r *Round) { r.SendInternal = "2026-01-19" }, "send"},
		"sent before scored":   {func(r *Round) { r.DossierInternal, r.SendInternal = "", "2026-01-09" }, "send"},
	} {
		r := good
		c.change(&r)
		if got := faultFields(r.Check(false)); got != c.want {
			t.Errorf("%s: refused at %q, want %q", name, got, c.want)
		}
	}
}

func TestAMovementEndsAfterItStartsAndKnowsItsCriteriaApart(t *testing.T) {
	m := Movement{Name: "x", From: 2021, To: 2025, EndsOn: "2025-12-31"}
	d := Definition{Edition: Edition{From: "2021-08-20"}, Awards: []AwardForm{{}},
		Criteria: []Criterion{{Code: "TC1", ForUnits: true}, {Code: "TC2", ForUnits: true}, {ForUnits: true}, {ForUnits: true}}}
	for name, c := range map[string]struct {
		change func(*Movement, *Definition)
		want   string
	}{
		"as it should be":        {func(*Movement, *Definition) {}, ""},
		"a start after the end":  {func(_ *Movement, d *Definition) { d.From = "2030-01-01" }, "starts"},
		"an end years later":     {func(m *Movement, _ *Definition) { m.EndsOn = "2030-12-31" }, "ends"},
		"an end before its time": {func(m *Movement, _ *Definition) { m.EndsOn = "2024-12-31" }, "ends"},
		"one code twice":         {func(_ *Movement, d *Definition) { d.Criteria[1].Code = "TC1" }, "criterion-2-code"},
	} {
		m, d := m, d
		d.Criteria = slices.Clone(d.Criteria)
		c.change(&m, &d)
		if got := faultFields(CheckPlan(m, d, "2025-01-14")); got != c.want {
			t.Errorf("%s: refused at %q, want %q", name, got, c.want)
		}
	}
}

func faultFields(err error) string {
	var e *Error
	if !errors.As(err, &e) {
		return ""
	}
	var fields []string
	for _, f := range e.Faults {
		fields = append(fields, f.Field)
	}
	return strings.Join(fields, " ")
}
