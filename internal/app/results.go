package app

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// Results is what a round brought to each subject: collectives first, in the order of units and people.
type Results struct {
	Season
	Subjects []Result
}

// Result is what is known of one subject in a round, for the council and for the report of achievements (báo cáo thành tích).
type Result struct {
	Subject    thidua.Subject
	Registered bool
	Award      string            // id of the award form aimed at
	Criteria   []CriterionResult // every criterion and content of the plan, in its order
	Sheet      thidua.ScoreSheet // of a unit; the zero value when there is none
	Standing   thidua.Standing   // of a unit; Rank 0 while not every sheet is closed
	Record     thidua.Record     // for thidua.Standard.Judge
	Targets    []TargetResult    // all of the subject, in the order of the registration
}

// CriterionResult is what a subject did for one criterion or content; a head criterion holds its contents' targets and evidence too.
type CriterionResult struct {
	thidua.Criterion
	Tally       thidua.Tally
	Completion  int // mean percent, -1 without targets
	Targets     []TargetResult
	Evidence    []thidua.Evidence
	Initiatives []thidua.Initiative // of the criterion on initiatives: the one with evidence or targets beside them, else the last head
	Score       *thidua.Points      // reviewed, once the sheet is closed
	Max         thidua.Points
}

// Results reads the results of every subject of a round; Forbidden for who may not see those of others.
func (a *App) Results(ctx context.Context, actor thidua.Actor, round string) (out Results, err error) {
	if err := may(actor, readers...); err != nil {
		return out, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		out, err = resultsOf(tx, season)
		return err
	})
	return out, err
}

// ResultOf reads the results of one subject; NotFound for a subject that the actor may not see or the round does not have. The rank of a
// unit is left out before it is published, except for those who may see it.
func (a *App) ResultOf(ctx context.Context, actor thidua.Actor, round string, subject thidua.Subject) (out Result, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		all, err := resultsOf(tx, season)
		if err != nil {
			return err
		}
		out, err = all.of(subject)
		if err == nil && !sees(actor, out.Subject.Unit, out.Subject.Person) {
			err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if !season.Round.RanksPublished && !actor.Has(readers...) {
			out.Standing, out.Record.Rank, out.Record.Gain = thidua.Standing{}, 0, nil
		}
		return err
	})
	return out, err
}

// of finds the result of a subject.
func (r Results) of(s thidua.Subject) (Result, error) {
	for _, one := range r.Subjects {
		if one.Subject.Key() == s.Key() {
			return one, nil
		}
	}
	return Result{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// recordsOf reads what is known of every subject of a round by thidua.Subject.Key, in a fixed number of queries.
func recordsOf(tx *store.Tx, season Season) (map[string]thidua.Record, error) {
	all, err := resultsOf(tx, season)
	out := make(map[string]thidua.Record, len(all.Subjects))
	for _, r := range all.Subjects {
		out[r.Subject.Key()] = r.Record
	}
	return out, err
}

// recordOf reads what is known of one subject; a subject without any record has the empty one of its kind, with what holds for all.
func recordOf(tx *store.Tx, season Season, subject thidua.Subject) (thidua.Record, error) {
	m, err := materialOf(tx, season)
	if err != nil {
		return thidua.Record{}, err
	}
	return m.result(subject).Record, nil
}

// resultsOf reads everything recorded of a round and sorts it by subject.
func resultsOf(tx *store.Tx, season Season) (Results, error) {
	out := Results{Season: season}
	m, err := materialOf(tx, season)
	if err != nil {
		return out, err
	}
	for _, s := range m.subjects() {
		out.Subjects = append(out.Subjects, m.result(s))
	}
	return out, nil
}
