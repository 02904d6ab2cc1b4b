package praise

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// MoveExemplar moves an exemplar one step; the words are what was verified, where it spread, how consent was given, or the reason. A fault
// stands at "reason".
func (d *Desk) MoveExemplar(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, version int64, words string) error {
	trim(&words)
	deed := act.Deed{Verb: do, Object: "exemplar:" + id, Reason: words}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, dd *act.Deed) error {
		e, err := exemplarFor(tx, actor, id)
		if err != nil {
			return err
		}
		rule, err := thidua.ExemplarFlow.Next(e.State, do, e.RolesOn(actor), e.Facts(actor), words)
		if err != nil {
			return err
		}
		dd.Name, dd.Before = e.Title, e
		e.Version = version
		note(&e, do, actor, act.Today(tx), words)
		e.State = rule.To
		dd.After = e
		return tx.UpdateExemplar(e)
	})
}

// note keeps what an act says of an exemplar; who takes his own case down takes his consent back.
func note(e *thidua.Exemplar, do thidua.Action, actor thidua.Actor, day thidua.Date, words string) {
	switch do {
	case thidua.VerifyExemplar:
		e.Verified, e.VerifiedBy = words, actor.Name
	case thidua.AgreeToPublish:
		e.ConsentOn = day
	case thidua.PublishExemplar:
		e.PublishedOn, e.Reason = day, ""
	case thidua.RecordSpread:
		e.Spread = words
	case thidua.TakeDown:
		e.Reason, e.PublishedOn, e.ConsentOn = words, "", ""
	default:
		e.Reason = words
	}
}
