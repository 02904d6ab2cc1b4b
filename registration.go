package thidua

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Registration is what a subject registers for a round (đăng ký thi đua): content, targets and the award aimed at.
type Registration struct {
	ID         string
	Round      string
	Subject    Subject
	State      State
	Award      string      // id of the award form aimed at; empty: takes part only
	Annual     AnnualTitle // a person's: the title of the year aimed at; empty: none
	FollowUnit bool        // a person's: "theo chỉ tiêu của phòng"
	EnteredFor bool        // nhập thay: the unit entered it
	EnteredBy  string      // who entered it
	Sheet      FileRef
	Late       bool // nộp muộn: first sent after the internal day
	SentAt     time.Time
	SavedAt    time.Time
	Targets    []Target
	Version    int64
}

// AnnualTitle is a title (danh hiệu thi đua) that a person may aim at in a year beside the movement, on the same sheet.
type AnnualTitle string

// The titles of a year that an agency decides itself.
const (
	AdvancedWorker    AnnualTitle = "advanced-worker"
	GrassrootsFighter AnnualTitle = "emulation-fighter-grassroots"
)

// AnnualTitles lists the titles that a person may register for, the lower first.
func AnnualTitles() []AnnualTitle { return []AnnualTitle{AdvancedWorker, GrassrootsFighter} }

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
	checkLength(f, at+"content", t.Content, MaxContent)
	checkLength(f, at+"measure", t.Measure, MaxName)
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

// ListBlock counts what keeps the list of a round from going to the leader; all zero means that it may go.
type ListBlock struct {
	UnitsMissing  int // đơn vị chưa gửi
	UnitsReturned int // đơn vị đang bổ sung
	UnitsOpen     int // bản của đơn vị chưa rà soát
	PeopleOpen    int // bản của cá nhân đang chờ duyệt, rà soát hoặc bổ sung
	Reviewed      int // reviewed and not yet approved: what the list would carry
}

// BlockOf counts over the registrations of a round in an agency of so many units. Nobody is forced to take part: a person who has not
// sent, and a unit that took its registration back, do not block.
func BlockOf(all []Registration, units int) ListBlock {
	b := ListBlock{UnitsMissing: units}
	for _, r := range all {
		if r.State == RegistrationReviewed {
			b.Reviewed++
		}
		switch {
		case r.Subject.Kind == Collective:
			b.countUnit(r)
		case r.Given() && !r.Settled():
			b.PeopleOpen++
		}
	}
	return b
}

func (b *ListBlock) countUnit(r Registration) {
	if r.Given() || r.State == RegistrationWithdrawn {
		b.UnitsMissing--
	}
	switch r.State {
	case RegistrationReturned:
		b.UnitsReturned++
	case RegistrationSent:
		b.UnitsOpen++
	}
}

// Clear tells whether nothing is in the way.
func (b ListBlock) Clear() bool {
	return b.UnitsMissing <= 0 && b.UnitsReturned == 0 && b.UnitsOpen == 0 && b.PeopleOpen == 0
}

// CodeListBlocked is a list that cannot go to the leader yet; CodeListEmpty one without any reviewed registration.
const (
	CodeListBlocked Code = "registration.list-blocked"
	CodeListEmpty   Code = "registration.list-empty"
)

// Ready refuses a list that may not go to the leader.
func (b ListBlock) Ready() error {
	switch {
	case !b.Clear():
		return Refuse(Invalid, CodeListBlocked)
	case b.Reviewed == 0:
		return Refuse(Invalid, CodeListEmpty)
	}
	return nil
}

// Repeated gives the targets of an earlier year for a later one: new lines, their days moved to the same day of the new year.
func Repeated(old []Target, d Definition, from, to int) []Target {
	var out []Target
	for _, t := range old {
		if d.Criterion(t.Criterion).ID == "" {
			continue
		}
		t.ID, t.From, t.Due = "", "", sameDay(t.Due, to-from)
		out = append(out, t)
	}
	return out
}

// sameDay moves a day by years; the 29th of February becomes the 28th.
func sameDay(d Date, years int) Date {
	if !d.Valid() {
		return ""
	}
	t := d.Time()
	if moved := NewDate(t.Year()+years, int(t.Month()), t.Day()); moved != "" {
		return moved
	}
	return NewDate(t.Year()+years, int(t.Month()), t.Day()-1)
}

// Followed chooses the lines that a person takes over from the unit's targets, at most MaxPersonLines: rates first, two of a criterion at
// most, because a rate holds for each person as it stands; then counts without their number, from the end of the plan, where publicity and initiatives
// stand, and not the orders of the leadership.
func Followed(unit []Target, d Definition) []Target {
	var out []Target
	of := map[string]int{}
	counts := slices.Clone(unit)
	slices.Reverse(counts)
	for _, from := range []struct {
		rates   bool
		targets []Target
	}{{true, unit}, {false, counts}} {
		for _, t := range from.targets {
			top := d.Top(t.Criterion)
			if from.rates != (t.Measure == "%") || !top.ForPeople || of[top.ID] == 2 || len(out) == MaxPersonLines {
				continue
			}
			of[top.ID]++
			line := Target{Criterion: t.Criterion, Content: t.Content, Value: NoValue, Direction: t.Direction, Due: t.Due, From: t.ID, Order: len(out) + 1}
			if from.rates {
				line.Value, line.Measure = t.Value, t.Measure
			}
			out = append(out, line)
		}
	}
	return out
}

// Note is a remark or a request beside an object (trao đổi, ý kiến): dated, with its author; Văn phòng speaks under its own name on screen.
type Note struct {
	ID         string
	Object     string // kind:id
	Criterion  string // the criterion that it is about; empty for the whole
	Text       string
	By         string
	ByName     string
	FromOffice bool
	At         time.Time
}

// Event is one line of the log (nhật ký) as it is shown: who did what to which object, when and why.
type Event struct {
	ID         string
	At         time.Time
	Actor      string
	ActorName  string
	ActingFor  string // ghi thay, nhập thay: for whom
	Verb       string
	Object     string
	ObjectName string
	Reason     string
	Seq        int64 // place in the sequenced log; 0 until the sequencer has reached it
}

// PhraseField is the work that a sample target belongs to.
type PhraseField string

// The fields of sample targets.
const (
	FieldInspection PhraseField = "thanh-tra" // công tác thanh tra, tiếp công dân, khiếu nại, tố cáo
	FieldReform     PhraseField = "cchc"      // cải cách hành chính
)

// PhraseFields lists the fields in the order of the page.
var PhraseFields = []PhraseField{FieldInspection, FieldReform}

// Phrase is a sample target (câu mẫu): a sentence to begin with, not a target that anybody has been given; its numbers are left out.
type Phrase struct {
	ID        string
	Criterion int // its place among the criteria of the plan, from 1
	Field     PhraseField
	Content   string
	Measure   string
	Direction Direction
	Guidance  string // one sentence on how it is counted and shown
	BuiltIn   bool   // of the program, not of the agency
	Hidden    bool
	ByName    string // who wrote it down
}

// The faults of a sample target.
const (
	CodePhraseContent   Code = "bank.content-missing"
	CodePhraseMeasure   Code = "bank.measure-missing"
	CodePhraseCriterion Code = "bank.criterion-unknown"
	CodePhraseNumber    Code = "bank.number-inside"
)

// Check says what is wrong with a sample target of an agency's own: a number in it would be taken for one that was given.
func (p Phrase) Check() error {
	var f Faults
	switch {
	case p.Content == "":
		f.Add("content", CodePhraseContent)
	case strings.ContainsAny(p.Content, "0123456789"):
		f.Add("content", CodePhraseNumber)
	}
	checkLength(&f, "content", p.Content, MaxContent)
	if p.Measure == "" {
		f.Add("measure", CodePhraseMeasure)
	}
	checkLength(&f, "measure", p.Measure, MaxName)
	checkLength(&f, "guidance", p.Guidance, MaxContent)
	if p.Criterion < 1 || p.Criterion > 20 || !slices.Contains(PhraseFields, p.Field) {
		f.Add("criterion", CodePhraseCriterion)
	}
	if p.Direction != AtLeast && p.Direction != AtMost {
		f.Add("criterion", CodePhraseCriterion)
	}
	return f.Err()
}
