package thidua

import "time"

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
