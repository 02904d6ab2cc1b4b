package app

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// TargetView is one target with its course, its evidence, and whether the actor may report on it.
type TargetView struct {
	Season
	TargetResult
	Criterion thidua.Criterion
	Evidence  []Evidence
	MayReport bool
}

// Target reads one target; NotFound for who may not see it.
func (a *App) Target(ctx context.Context, actor thidua.Actor, id string) (v TargetView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		t, round, err := tx.TrackedTarget(id)
		if err != nil {
			return err
		}
		if !sees(actor, t.Subject.Unit, t.Subject.Person) && !actor.Own(t.Owner) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if v.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		all, err := followed(tx, v.Round, store.TargetFilter{Target: id})
		if err != nil {
			return err
		}
		v.TargetResult, v.Criterion = all[0], v.Season.Criterion(t.Criterion)
		v.MayReport = mayReport(actor, t) == nil && v.Round.State != thidua.RoundEnded
		found, err := tx.EvidenceOf(store.EvidenceFilter{Round: round, Target: id})
		v.Evidence = withOffers(v.Season, actor, found)
		return err
	})
	return v, err
}

func withOffers(s Season, actor thidua.Actor, found []thidua.Evidence) []Evidence {
	out := make([]Evidence, len(found))
	for i, e := range found {
		out[i] = Evidence{Evidence: e, Criterion: s.Criterion(e.Criterion), Offers: offersOf(actor, e)}
	}
	return out
}

// Mine is what a person sees of the own year: the targets in his or her charge, the evidence, and each standard with its finding.
type Mine struct {
	Season
	Targets     []TargetResult
	Evidence    []Evidence
	Initiatives []thidua.Initiative
	Findings    []StandardFinding
}

// StandardFinding is a standard with what it says of a subject.
type StandardFinding struct {
	thidua.Standard
	thidua.Finding
}

// Mine reads the actor's own year; an account without a person has none.
func (a *App) Mine(ctx context.Context, actor thidua.Actor, round string) (v Mine, err error) {
	if actor.Person == "" {
		return v, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if v.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		if v.Targets, err = followed(tx, v.Round, store.TargetFilter{Person: actor.Person}); err != nil {
			return err
		}
		found, err := tx.EvidenceOf(store.EvidenceFilter{Round: round, Person: actor.Person})
		if err != nil {
			return err
		}
		v.Evidence = withOffers(v.Season, actor, found)
		record, err := recordOf(tx, v.Season, thidua.Subject{Kind: thidua.Individual, Unit: actor.Unit, Person: actor.Person, Name: actor.Name})
		v.Initiatives = record.Initiatives
		for _, s := range v.StandardsFor(thidua.Individual) {
			v.Findings = append(v.Findings, StandardFinding{Standard: s, Finding: s.Judge(record)})
		}
		return err
	})
	return v, err
}
