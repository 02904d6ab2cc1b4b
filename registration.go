package thidua

import (
	"fmt"
	"time"
)

// Registration is what a subject registers for a round (đăng ký thi đua): content, targets and the award aimed at.
type Registration struct {
	ID         string
	Round      string
	Subject    Subject
	State      State
	Award      string // id of the award form aimed at; empty: takes part only
	FollowUnit bool   // a person's: "theo chỉ tiêu của phòng"
	EnteredFor bool   // nhập thay: the unit entered it
	EnteredBy  string // who entered it
	Sheet      FileRef
	Late       bool
	SentAt     time.Time
	Targets    []Target
	Version    int64
}

// Direction says when a target is reached.
type Direction string

// The directions of a target.
const (
	AtLeast Direction = "at-least" // the more the better: reached at or above the value
	AtMost  Direction = "at-most"  // the fewer the better: reached at or below the value
)

// Target is one registered target (chỉ tiêu): a number with its unit of measure and the day by which it is due.
type Target struct {
	ID        string
	Criterion string
	Content   string
	Value     Quantity
	Measure   string // đơn vị tính: %, bài, sáng kiến, kỳ
	Direction Direction
	Due       Date
	From      string // the unit's target that a person's line follows
	Owner     string // person in charge
	Order     int
}

// MaxPersonLines is how many lines a person registers at most.
const MaxPersonLines = 3

// The faults of a registration, at the field "target-N-…" counted from 1.
const (
	CodeContentMissing   Code = "registration.content-missing"
	CodeValueMissing     Code = "registration.value-missing"
	CodeValueWrong       Code = "registration.value-wrong"
	CodeMeasureMissing   Code = "registration.measure-missing"
	CodePercentTooHigh   Code = "registration.percent"
	CodeDueMissing       Code = "registration.due-missing"
	CodeDueOutside       Code = "registration.due-outside"
	CodeTooManyLines     Code = "registration.too-many-lines"
	CodeNoLines          Code = "registration.no-lines"
	CodeCriterionUnknown Code = "registration.criterion-unknown"
)

// Check says what is wrong with a registration as it was typed, for a round of the given year and its definition.
func (r Registration) Check(d Definition, year int) error {
	var f Faults
	if len(r.Targets) == 0 {
		f.Add("targets", CodeNoLines)
	}
	if r.Subject.Kind == Individual && len(r.Targets) > MaxPersonLines {
		f.Add("targets", CodeTooManyLines, MaxPersonLines)
	}
	for i, t := range r.Targets {
		t.check(&f, fmt.Sprintf("target-%d-", i+1), d, year)
	}
	return f.Err()
}

func (t Target) check(f *Faults, at string, d Definition, year int) {
	if d.Criterion(t.Criterion).ID == "" {
		f.Add(at+"criterion", CodeCriterionUnknown)
	}
	if t.Content == "" {
		f.Add(at+"content", CodeContentMissing)
	}
	switch {
	case t.Value <= 0 && t.Direction != AtMost:
		f.Add(at+"value", CodeValueMissing)
	case t.Value < 0:
		f.Add(at+"value", CodeValueWrong)
	case t.Measure == "%" && t.Value > 100_00:
		f.Add(at+"value", CodePercentTooHigh)
	}
	if t.Measure == "" {
		f.Add(at+"measure", CodeMeasureMissing)
	}
	switch {
	case !t.Due.Valid():
		f.Add(at+"due", CodeDueMissing)
	case t.Due.Year() != year:
		f.Add(at+"due", CodeDueOutside, year)
	}
}

// Covered counts the criteria of the plan that have at least one target (tiêu chí đã có chỉ tiêu).
func (r Registration) Covered(d Definition) int {
	seen := map[string]bool{}
	for _, t := range r.Targets {
		if top := d.Top(t.Criterion); top.ID != "" {
			seen[top.ID] = true
		}
	}
	return len(seen)
}
