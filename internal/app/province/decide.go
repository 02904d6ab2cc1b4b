package province

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Lists reads the lists that are here, the latest first: at Sở Nội vụ its own, at UBND tỉnh those that it took in.
func (b *Bureau) Lists(ctx context.Context, actor thidua.Actor) (all []thidua.RaisedList, err error) {
	err = b.read(ctx, actor, Both, func(tx *store.Tx) error {
		all, err = tx.RaiseLists()
		return err
	})
	return all, err
}

// List reads one list.
func (b *Bureau) List(ctx context.Context, actor thidua.Actor, id string) (l thidua.RaisedList, err error) {
	err = b.read(ctx, actor, Both, func(tx *store.Tx) error {
		l, err = tx.RaiseList(id)
		return err
	})
	return l, err
}

// WaitingHere lists what was sealed for UBND tỉnh and what it has not taken in.
func (b *Bureau) WaitingHere(ctx context.Context, actor thidua.Actor) (all []thidua.Parcel, err error) {
	err = b.read(ctx, actor, Deciders, func(tx *store.Tx) error {
		all, err = tx.ParcelsFor()
		return err
	})
	return all, err
}

// Decide records the decision about a list (in names ID, Version, Decision, Decided, Signer, Scan and in Lines the result of each): UBND tỉnh issues
// it and answers Sở Nội vụ by a sealed package; where UBND tỉnh takes no packages Sở Nội vụ records it.
func (b *Bureau) Decide(ctx context.Context, actor thidua.Actor, in thidua.RaisedList) error {
	do := thidua.IssueDecision
	if !actor.Has(thidua.RoleProvince) {
		do = thidua.RecordDecision
	}
	l, err := b.List(ctx, actor, in.ID)
	if err != nil {
		return err
	}
	record(&l, in)
	rule, err := thidua.ListFlow.Next(l.State, do, actor.Roles, thidua.Facts{thidua.DecisionNamed: true, thidua.ListRecorded: true}, "")
	if err != nil {
		return err
	}
	if err := l.CheckDecision(b.Today()); err != nil {
		return err
	}
	sealed, err := b.toldOf(ctx, actor, do, l)
	if err != nil {
		return err
	}
	d := act.Deed{Verb: do, Object: listObject(l.ID), Name: l.Decision, Before: l.State, After: l.Lines}
	l.State, l.Version = rule.To, in.Version
	return b.write(ctx, actor, Both, d, func(tx *store.Tx, _ *act.Deed) error {
		if err := tx.UpdateRaiseList(l); err != nil {
			return err
		}
		if do == thidua.RecordDecision {
			if err := closeDossiers(tx, actor, l); err != nil {
				return err
			}
		}
		return insertAll(tx, sealed)
	})
}

// record writes what was typed into the list.
func record(l *thidua.RaisedList, in thidua.RaisedList) {
	l.Decision, l.Decided, l.Signer, l.Scan = strings.TrimSpace(in.Decision), in.Decided, strings.TrimSpace(in.Signer), in.Scan
	for i := range l.Lines {
		at := slices.IndexFunc(in.Lines, func(r thidua.RaiseLine) bool { return r.Case == l.Lines[i].Case })
		if at >= 0 {
			l.Lines[i].Granted, l.Lines[i].Reason, l.Lines[i].Gold = in.Lines[at].Granted, strings.TrimSpace(in.Lines[at].Reason), strings.TrimSpace(in.Lines[at].Gold)
		}
	}
}

// toldOf seals the decision of UBND tỉnh for Sở Nội vụ; what Sở Nội vụ records is sealed for nobody.
func (b *Bureau) toldOf(ctx context.Context, actor thidua.Actor, do thidua.Action, l thidua.RaisedList) ([]outgoing, error) {
	if do == thidua.IssueDecision {
		return b.sealDecision(ctx, actor, l)
	}
	if to, err := b.decider(ctx, actor); err != nil || to != nil && l.Parcel != "" {
		return nil, refusedToRecord(err)
	}
	return nil, nil
}

// refusedToRecord keeps Sở Nội vụ from writing down what UBND tỉnh decides in the program.
func refusedToRecord(err error) error {
	if err == nil {
		err = thidua.Refuse(thidua.Forbidden, thidua.CodeNotYours, thidua.RecordDecision)
	}
	return err
}
