package thidua

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Progress is one dated entry behind a target (tiến độ chỉ tiêu).
type Progress struct {
	ID     string
	Target string
	On     Date
	Value  Quantity
	Text   string
	By     string
	ByName string
	At     time.Time
}

// States of a target, computed from its entries.
const (
	TargetOnTrack State = "target.on-track" // Đúng tiến độ
	TargetSlow    State = "target.slow"     // Chậm
	TargetOverdue State = "target.overdue"  // Quá hạn
	TargetReached State = "target.reached"  // Hoàn thành
	TargetMissed  State = "target.missed"   // Không hoàn thành, after the round has ended
)

// Completion gives how far a target is reached in whole percent, 0 to 100, rounded down so that 100 means reached.
// For AtMost the measured value counts once there is an entry: at or below the limit is 100.
func (t Target) Completion(actual Quantity, measured bool) int {
	switch {
	case !measured, t.Value < 0 && actual <= 0:
		return 0
	case t.Value < 0: // a person's line without a number: done once something counts
		return 100
	}
	if t.Direction == AtMost {
		if actual <= t.Value {
			return 100
		}
		return int(int64(t.Value) * 100 / int64(actual))
	}
	if t.Value <= 0 || actual >= t.Value {
		return 100
	}
	return int(int64(actual) * 100 / int64(t.Value))
}

// State tells where a target stands on a day: reached; overdue after its due date; slow when it is behind an even line from the
// start of the year to the due date; missed once the round has ended.
func (t Target) State(actual Quantity, measured bool, start, today Date, ended bool) State {
	done := t.Completion(actual, measured)
	switch {
	case done >= 100:
		return TargetReached
	case ended:
		return TargetMissed
	case today > t.Due:
		return TargetOverdue
	case t.Direction == AtLeast && done < expected(start, t.Due, today):
		return TargetSlow
	}
	return TargetOnTrack
}

func expected(start, due, today Date) int {
	span, gone := start.DaysUntil(due), start.DaysUntil(today)
	if span <= 0 || gone <= 0 {
		return 0
	}
	return gone * 100 / span
}

// Latest gives the entry with the latest day, the last written winning; false when there is none.
func Latest(entries []Progress) (Progress, bool) {
	var last Progress
	found := false
	for _, p := range entries {
		if !found || p.On > last.On || p.On == last.On && !p.At.Before(last.At) {
			last, found = p, true
		}
	}
	return last, found
}

// HeldFrom gives the day of the first entry from which on a target stayed at so many percent or more: 100 asks for the whole goal,
// Round.ReachedFrom for the agency's convention (quy ước của cơ quan). It is empty while the target is below; a later entry corrects.
func (t Target) HeldFrom(entries []Progress, percent int) (on Date) {
	ordered := slices.Clone(entries)
	slices.SortStableFunc(ordered, func(a, b Progress) int { return cmp.Or(cmp.Compare(a.On, b.On), a.At.Compare(b.At)) })
	for _, p := range ordered {
		switch held := t.Completion(p.Value, true) >= percent; {
		case !held:
			on = ""
		case on == "":
			on = p.On
		}
	}
	return on
}

// Mean gives the average of percentages, rounded half up; -1 for none.
func Mean(percents []int) int {
	if len(percents) == 0 {
		return -1
	}
	sum := 0
	for _, p := range percents {
		sum += p
	}
	return (2*sum + len(percents)) / (2 * len(percents))
}

// The faults of a progress entry.
const (
	CodeProgressFuture Code = "progress.future"
	CodeProgressValue  Code = "progress.value"
	CodeProgressText   Code = "progress.text-missing"
)

// Check says what is wrong with an entry as it was typed on the given day.
func (p Progress) Check(today Date) error {
	var f Faults
	switch {
	case !p.On.Valid():
		f.Add("on", CodeDateWrong)
	case p.On > today:
		f.Add("on", CodeProgressFuture)
	}
	if p.Value < 0 {
		f.Add("value", CodeProgressValue)
	}
	if p.Text == "" {
		f.Add("text", CodeProgressText)
	}
	return f.Err()
}

// followed tells whether the targets of a registration are followed and counted: from the moment at which it was sent.
func followed(s State) bool {
	return s != RegistrationNone && s != RegistrationDraft && s != RegistrationWithdrawn
}

// FollowedStates lists the states of registrations whose targets count.
func FollowedStates() []State {
	var out []State
	for _, s := range RegistrationFlow.States() {
		if followed(s) {
			out = append(out, s)
		}
	}
	return out
}

// Reached tells whether a target counts as reached in a round, which sets from how many percent it does (quy ước của cơ quan).
func (r Round) Reached(completion int) bool { return completion >= r.ReachedFrom }

// EntriesUntil gives the entries up to a day, for the course over the months.
func EntriesUntil(entries []Progress, day Date) []Progress {
	var out []Progress
	for _, p := range entries {
		if p.On <= day {
			out = append(out, p)
		}
	}
	return out
}

// States of evidence (minh chứng).
const (
	EvidenceNew      State = "evidence.new"      // Chưa kiểm
	EvidenceChecked  State = "evidence.checked"  // Đã kiểm
	EvidenceReturned State = "evidence.returned" // Cần bổ sung
)

// Actions on evidence; AskMore returns it with a reason.
const (
	CheckEvidence Action = "kiem-tra"
	MendEvidence  Action = "bo-sung"
)

// EvidenceFlow is checked by Văn phòng; nobody checks what he brought himself. What the reviewer of Văn phòng brought, such as papers that a
// unit handed in, is checked by a leader of Văn phòng: RoleHead holds for new evidence only there (RolesOn).
var EvidenceFlow = Machine{Name: "evidence", Start: EvidenceNew, Ends: []State{EvidenceChecked}, Rules: []Rule{
	{From: EvidenceNew, Do: CheckEvidence, To: EvidenceChecked, By: RoleOffice, Needs: []Fact{NotOwnCase}},
	{From: EvidenceNew, Do: AskMore, To: EvidenceReturned, By: RoleOffice, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: EvidenceNew, Do: CheckEvidence, To: EvidenceChecked, By: RoleHead, Needs: []Fact{NotOwnCase}},
	{From: EvidenceNew, Do: AskMore, To: EvidenceReturned, By: RoleHead, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: EvidenceReturned, Do: MendEvidence, To: EvidenceNew, By: RoleHead},
	{From: EvidenceReturned, Do: MendEvidence, To: EvidenceNew, By: RoleStaff},
}}

// Evidence is a document behind a target: a file, or a reference alone (số, ký hiệu, ngày, trích yếu), which is the default where secrecy is possible.
type Evidence struct {
	ID          string
	Round       string
	Unit        string
	Person      string // whose it is; empty for a unit's own
	Criterion   string
	Target      string
	DocNumber   string // số, ký hiệu
	IssuedOn    Date
	Abstract    string // trích yếu
	Page        string // trang that proves it: "3", "3–5"; may be empty
	File        FileRef
	State       State
	Reason      string // why it was returned
	AddedBy     string // person
	AddedByName string
	AddedAt     time.Time
	Version     int64
}

// FileRef names a stored file by its content hash; the zero value means that there is none.
type FileRef struct {
	Hash string
	Name string
	Type string
	Size int64
}

// MaxFiles is how many files one object holds: a target its evidence, a movement its documents, a paper its edited copies.
const MaxFiles = 100

// MaxPage is how many characters the page of a piece of evidence may have.
const MaxPage = 40

// Missing tells whether no file is named.
func (f FileRef) Missing() bool { return f.Hash == "" }

// The faults of evidence.
const (
	CodeEvidenceEmpty  Code = "evidence.empty"
	CodeEvidenceNumber Code = "evidence.number-missing"
	CodeDateWrong      Code = "date.wrong"
)

// Check says what is wrong with evidence as it was typed: a file or a reference with number, date and abstract is needed.
func (e Evidence) Check() error {
	var f Faults
	if e.File.Missing() && e.DocNumber == "" && e.Abstract == "" {
		f.Add("abstract", CodeEvidenceEmpty)
	}
	if e.File.Missing() && e.Abstract != "" && e.DocNumber == "" {
		f.Add("number", CodeEvidenceNumber)
	}
	if e.IssuedOn != "" && !e.IssuedOn.Valid() {
		f.Add("issued", CodeDateWrong)
	}
	checkLength(&f, "page", e.Page, MaxPage)
	return f.Err()
}

// Plan tells whether the evidence is a plan by its symbol: …/KH-…, the abbreviation of kế hoạch in Phụ lục III, Nghị định 30/2020/NĐ-CP.
func (e Evidence) Plan() bool {
	return e.State != EvidenceReturned && (strings.Contains(e.DocNumber, "/KH-") || strings.HasSuffix(e.DocNumber, "/KH"))
}

// RolesOn gives the roles that hold for a piece of evidence: a head mends what is of the own unit and, in Văn phòng, checks what is new;
// RoleStaff is also for who brought the evidence, so that he may mend it.
func (e Evidence) RolesOn(a Actor) []Role {
	var out []Role
	for _, r := range a.For(e.Unit, e.Person) {
		if r != RoleHead || e.State != EvidenceNew {
			out = append(out, r)
		}
	}
	if e.State == EvidenceNew && a.LeadsOffice {
		out = append(out, RoleHead)
	}
	if a.Own(e.AddedBy) {
		out = append(out, RoleStaff)
	}
	return out
}

// Awaited gives the state of the evidence behind a target that keeps it from being counted: returned before not looked at yet; empty when
// all of it is checked, or there is none.
func Awaited(all []Evidence, target string) State {
	var out State
	for _, e := range all {
		if e.Target == target && (e.State == EvidenceReturned || e.State == EvidenceNew && out == "") {
			out = e.State
		}
	}
	return out
}
