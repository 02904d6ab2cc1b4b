package thidua

import "slices"

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
		switch {
		case r.State == RegistrationReviewed:
			b.Reviewed++
		case r.Subject.Kind == Collective && r.State == RegistrationReturned:
			b.UnitsReturned++
		case r.Subject.Kind == Collective && r.State == RegistrationSent:
			b.UnitsOpen++
		case r.Subject.Kind == Individual && r.Given() && !r.Settled():
			b.PeopleOpen++
		}
		if r.Subject.Kind == Collective && (r.Given() || r.State == RegistrationWithdrawn) {
			b.UnitsMissing--
		}
	}
	return b
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
