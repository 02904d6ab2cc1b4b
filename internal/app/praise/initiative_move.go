package praise

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Step is what is recorded with a move of an initiative: the session of the initiative council, or the decision with its reach and who made it.
type Step struct {
	Version    int64
	Reason     string
	Meeting    thidua.InitiativeMeeting
	Decision   string
	On         thidua.Date
	Reach      thidua.Reach
	Recogniser string
}

// MoveInitiative moves an initiative one step. Faults stand at "reason", "decision", "on", "number", "met", "result" and "agreed".
func (d *Desk) MoveInitiative(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, s Step) error {
	trim(&s.Reason, &s.Decision, &s.Recogniser, &s.Meeting.Number, &s.Meeting.Result)
	deed := act.Deed{Verb: do, Object: "initiative:" + id, Reason: s.Reason}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, dd *act.Deed) error {
		i, err := initiativeFor(tx, actor, id)
		if err != nil {
			return err
		}
		if _, err := app.OpenRound(tx, i.Round); err != nil {
			return err
		}
		dd.Name, dd.Before = i.Name, i
		i = s.onto(i, do)
		rule, err := thidua.InitiativeFlow.Next(i.State, do, i.RolesOn(actor), i.Facts(actor), s.Reason)
		if err != nil {
			return err
		}
		i.State, i.Version, i.Reason = rule.To, s.Version, s.Reason
		i.Recognised = rule.To == thidua.InitiativeRecognised
		if err := i.Check(act.Today(tx)); err != nil {
			return err
		}
		dd.After = i
		return tx.UpdateInitiative(i)
	})
}

// onto puts what an action records into an initiative.
func (s Step) onto(i thidua.Initiative, do thidua.Action) thidua.Initiative {
	switch do {
	case thidua.RecordMeeting:
		i.Meeting = s.Meeting
	case thidua.RecogniseWork, thidua.RecordRecognised:
		i.Decision, i.On, i.Reach, i.Recogniser = s.Decision, s.On, s.Reach, s.Recogniser
	}
	return i
}

// Replicate records that a recognised initiative was taken over somewhere: by Văn phòng, the head of its unit or an author. Faults stand at
// "place" and "taken".
func (d *Desk) Replicate(ctx context.Context, actor thidua.Actor, r thidua.Replication) error {
	trim(&r.Place, &r.Document, &r.Effect)
	deed := act.Deed{Verb: thidua.RecordReplication, Object: "initiative:" + r.Initiative}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, dd *act.Deed) error {
		i, err := initiativeFor(tx, actor, r.Initiative)
		if err != nil {
			return err
		}
		if !writes(actor, i) {
			return thidua.Refuse(thidua.Forbidden, app.CodeNoRight)
		}
		if !i.Recognised {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.RecordReplication, i.State)
		}
		var f thidua.Faults
		if r.Place == "" {
			f.Add("place", thidua.CodePlaceMissing)
		}
		if r.On != "" && (!r.On.Valid() || r.On > act.Today(tx)) {
			f.Add("taken", thidua.CodeFutureDay)
		}
		if err := f.Err(); err != nil {
			return err
		}
		r.ID = store.NewID()
		dd.Name, dd.After = strings.Join([]string{i.Name, r.Place}, ": "), r
		return tx.InsertReplication(r)
	})
}
