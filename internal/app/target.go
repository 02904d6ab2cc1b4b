package app

import (
	"slices"

	"thidua"
	"thidua/internal/store"
)

// TargetResult is a followed target with what was reported of it: Latest decides, Entries are its course by day.
type TargetResult struct {
	store.Tracked
	Entries    []thidua.Progress
	Latest     thidua.Progress
	Measured   bool // something was reported
	Completion int  // percent, 0 to 100
	State      thidua.State
	Reached    bool // by the percentage of the round
}

// follow puts the entries to their targets and computes where each stands on a day.
func follow(targets []store.Tracked, entries []thidua.Progress, r thidua.Round, day thidua.Date) []TargetResult {
	of := map[string][]thidua.Progress{}
	for _, p := range entries {
		of[p.Target] = append(of[p.Target], p)
	}
	out := make([]TargetResult, len(targets))
	for i, t := range targets {
		res := TargetResult{Tracked: t, Entries: of[t.ID]}
		res.Latest, res.Measured = thidua.Latest(res.Entries)
		res.Completion = t.Completion(res.Latest.Value, res.Measured)
		res.State = t.State(res.Latest.Value, res.Measured, thidua.NewDate(r.Year, 1, 1), day, r.State == thidua.RoundEnded)
		res.Reached = r.Reached(res.Completion)
		out[i] = res
	}
	return out
}

// followed reads the targets of a round with their entries: two queries.
func followed(tx *store.Tx, r thidua.Round, f store.TargetFilter) ([]TargetResult, error) {
	f.Round = r.ID
	targets, err := tx.TrackedTargets(f)
	if err != nil {
		return nil, err
	}
	entries, err := tx.ProgressOfRound(r.ID)
	return follow(targets, entries, r, today(tx)), err
}

// mean gives the average completion of the targets that match, -1 for none.
func mean(targets []TargetResult, match func(TargetResult) bool) int {
	var percents []int
	for _, t := range targets {
		if match(t) {
			percents = append(percents, t.Completion)
		}
	}
	return thidua.Mean(percents)
}

func ofUnit(unit string) func(TargetResult) bool {
	return func(t TargetResult) bool { return t.Subject.Kind == thidua.Collective && t.Subject.Unit == unit }
}

func tally(targets []TargetResult, match func(TargetResult) bool) thidua.Tally {
	var n thidua.Tally
	for _, t := range targets {
		if match(t) {
			n.All++
			if t.Reached {
				n.Reached++
			}
		}
	}
	return n
}

// within tells whether a criterion is the given one or one of its contents.
func within(d thidua.Definition, criterion, of string) bool {
	return criterion == of || d.Top(criterion).ID == of
}

// readers see the results of everybody, published or not.
var readers = []thidua.Role{thidua.RoleOffice, thidua.RoleLeader, thidua.RoleCouncil, thidua.RoleSecretary, thidua.RoleChair, thidua.RoleInspector}

// sees tells whether the actor may see the results of a unit or of a person.
func sees(actor thidua.Actor, unit, person string) bool {
	if actor.Has(readers...) || actor.Own(person) {
		return true
	}
	return unit != "" && (actor.Unit == unit || slices.Contains(actor.Heads, unit))
}
