package province

import (
	"slices"
	"strings"

	"thidua"
	"thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

// changes names what differs between the registrations of two packages: who came, who went, and what a subject registers otherwise.
func changes(old, now []parcel.Registration) (out []thidua.EnrolmentChange) {
	for _, r := range now {
		at := slices.IndexFunc(old, func(o parcel.Registration) bool { return sameRegistration(o, r) })
		if at < 0 {
			out = append(out, changed(thidua.ChangeAdded, r, "", ""))
			continue
		}
		o := old[at]
		if o.Award != r.Award {
			out = append(out, changed(thidua.ChangeAward, r, o.Award, r.Award))
		}
		if o.Title != r.Title {
			out = append(out, changed(thidua.ChangeTitle, r, o.Title, r.Title))
		}
		out = append(out, changedTargets(r, o.Targets)...)
	}
	for _, o := range old {
		if !slices.ContainsFunc(now, func(r parcel.Registration) bool { return sameRegistration(o, r) }) {
			out = append(out, changed(thidua.ChangeRemoved, o, "", ""))
		}
	}
	return out
}

func sameRegistration(a, b parcel.Registration) bool {
	if a.ID != "" && b.ID != "" {
		return a.ID == b.ID
	}
	return a.Subject.Kind == b.Subject.Kind && strings.EqualFold(a.Subject.Name, b.Subject.Name) && strings.EqualFold(a.Subject.Home, b.Subject.Home)
}

func changed(what thidua.ChangeWhat, r parcel.Registration, from, to string) thidua.EnrolmentChange {
	return thidua.EnrolmentChange{What: what, Kind: r.Subject.Kind, Name: r.Subject.Name, Home: r.Subject.Home, From: from, To: to}
}

// changedTargets pairs the targets by criterion and content; those left over stand alone, as new or as left out.
func changedTargets(r parcel.Registration, old []parcel.Target) (out []thidua.EnrolmentChange) {
	left := slices.Clone(old)
	for _, t := range r.Targets {
		at := slices.IndexFunc(left, func(o parcel.Target) bool { return o.Criterion == t.Criterion && o.Content == t.Content })
		switch {
		case at < 0:
			out = append(out, changed(thidua.ChangeTargets, r, "", TargetWords(t)))
			continue
		case left[at] != t:
			out = append(out, changed(thidua.ChangeTargets, r, TargetWords(left[at]), TargetWords(t)))
		}
		left = slices.Delete(left, at, at+1)
	}
	for _, o := range left {
		out = append(out, changed(thidua.ChangeTargets, r, TargetWords(o), ""))
	}
	return out
}

// TargetWords writes a target of a package in one line, with its day.
func TargetWords(t parcel.Target) string {
	return vi.TargetLine(thidua.Target{Content: t.Content, Value: t.Value, Measure: t.Measure, Direction: t.Direction, Due: t.Due})
}
