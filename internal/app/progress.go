package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
)

// Refusals of what is followed over the year.
const (
	// CodeRoundEnded is a change in a year that is locked; the argument is the year.
	CodeRoundEnded thidua.Code = "round.ended"
	// CodeNotYourTarget is an entry for a target of another unit.
	CodeNotYourTarget thidua.Code = "progress.not-yours"
)

// AddProgress enters what was reached of a target on a day. Only the head of the unit, the person in charge or Văn phòng may, and only in a
// year that is not locked; faults stand at "on", "value" and "text". Entries are never changed, a later one corrects.
func (a *App) AddProgress(ctx context.Context, actor thidua.Actor, p thidua.Progress) (thidua.Progress, error) {
	p.Text = strings.TrimSpace(p.Text)
	err := a.write(ctx, actor, deed{verb: thidua.ReportProgress, object: "target:" + p.Target}, func(tx *store.Tx, d *deed) error {
		target, round, err := tx.TrackedTarget(p.Target)
		if err != nil {
			return err
		}
		if err := mayReport(actor, target); err != nil {
			return err
		}
		if _, err := openRound(tx, round); err != nil {
			return err
		}
		if err := p.Check(today(tx)); err != nil {
			return err
		}
		p.ID, p.By, p.ByName, p.At = store.NewID(), actor.Person, actor.Name, tx.Now
		d.name, d.after = target.Content, p
		return tx.InsertProgress(p)
	})
	return p, err
}

// mayReport refuses who may not speak for a target; what he may not even see is not found.
func mayReport(actor thidua.Actor, t store.Tracked) error {
	own := actor.Own(t.Subject.Person) || actor.Own(t.Owner)
	switch {
	case own || actor.Leads(t.Subject.Unit) || actor.Has(thidua.RoleOffice):
		return nil
	case sees(actor, t.Subject.Unit, t.Subject.Person):
		return thidua.Refuse(thidua.Forbidden, CodeNotYourTarget)
	}
	return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// openRound reads a round that still takes changes; Conflict when it is locked.
func openRound(tx *store.Tx, id string) (thidua.Round, error) {
	r, err := tx.Round(id)
	if err == nil && r.State == thidua.RoundEnded {
		err = thidua.Refuse(thidua.Conflict, CodeRoundEnded, r.Year)
	}
	return r, err
}

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
