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
	Late       bool // nộp muộn: first sent after the internal day
	SentAt     time.Time
	SavedAt    time.Time
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

// NoValue is the value of a target whose number has not been typed yet; nought is a number ("không quá 0").
const NoValue Quantity = -1

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

// Check says what keeps a registration from being sent, for a round of the given year and its definition: it has a target and every line
// is whole. A unit may leave criteria out.
func (r Registration) Check(d Definition, year int) error {
	var f Faults
	if len(r.Targets) == 0 {
		f.Add("targets", CodeNoLines)
	}
	if r.Subject.Kind == Individual && len(r.Targets) > MaxPersonLines {
		f.Add("targets", CodeTooManyLines, MaxPersonLines)
	}
	for i, t := range r.Targets {
		t.check(&f, fmt.Sprintf("target-%d-", i+1), r.Subject.Kind, d, year)
	}
	return f.Err()
}

func (t Target) check(f *Faults, at string, kind SubjectKind, d Definition, year int) {
	if d.Criterion(t.Criterion).ID == "" {
		f.Add(at+"criterion", CodeCriterionUnknown)
	}
	if t.Content == "" {
		f.Add(at+"content", CodeContentMissing)
	}
	t.checkValue(f, at, kind)
	switch {
	case !t.Due.Valid():
		f.Add(at+"due", CodeDueMissing)
	case t.Due.Year() != year:
		f.Add(at+"due", CodeDueOutside, year)
	}
}

// checkValue lets a person leave the number out, because the words may carry it ("Viết 1 tin, bài"); a unit's target is a number.
func (t Target) checkValue(f *Faults, at string, kind SubjectKind) {
	none := t.Value == NoValue || (t.Value == 0 && t.Direction != AtMost)
	switch {
	case none && kind == Individual:
		return
	case none:
		f.Add(at+"value", CodeValueMissing)
	case t.Value < 0:
		f.Add(at+"value", CodeValueWrong)
	case t.Measure == "%" && t.Value > 100_00:
		f.Add(at+"value", CodePercentTooHigh)
	}
	if t.Measure == "" {
		f.Add(at+"measure", CodeMeasureMissing)
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
