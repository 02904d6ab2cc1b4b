package handover

import (
	"context"
	"os"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Typed is what somebody typed over a handover.
type Typed struct {
	To, Words, Contacts string
	Mark                string // of the matters that were shown, needed to hand over
	Scan                thidua.FileRef
	Reason              string
	Version             int64
}

// Move saves the receiver and the words of a handover, hands over, records the signed minutes, or drops it with a reason. Handing over puts
// the receiver in charge of targets and drafts and keeps the matters as they stand, in one act. Faults stand at "to", "words", "contacts" and "reason".
func (d *Desk) Move(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, in Typed) error {
	v, err := d.Handover(ctx, actor, id)
	if err != nil {
		return err
	}
	in.Reason = text(in.Reason)
	if do == thidua.HandOver && in.Mark != v.Mark() {
		return thidua.Refuse(thidua.Conflict, CodeChanged)
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: do, Reason: in.Reason, Object: "handover:" + id}, func(tx *store.Tx, w *act.Deed) error {
		h, err := tx.Handover(id)
		if err != nil {
			return err
		}
		w.Name, w.Before = h.FromName, h
		if !actor.Own(h.From) {
			w.ForWho = h.FromName
		}
		facts, err := factsOf(tx, h)
		if err != nil {
			return err
		}
		rule, err := thidua.HandoverFlow.Next(h.State, do, actor.For(h.Unit, h.From), facts, in.Reason)
		if err != nil {
			return err
		}
		h.State, h.Version = rule.To, in.Version
		if err := change(tx, &h, do, in, v.Matters); err != nil {
			return err
		}
		w.After = h
		return tx.UpdateHandover(h)
	})
}

// change does to a handover what the act asks for; matters are those that were shown.
func change(tx *store.Tx, h *thidua.Handover, do thidua.Action, in Typed, matters []thidua.Matter) error {
	switch do {
	case thidua.SaveHandover:
		return typed(tx, h, in)
	case thidua.HandOver:
		h.Matters, h.DoneAt = matters, tx.Now
		return give(tx, *h)
	case thidua.SignHandover:
		h.Scan = in.Scan
	case thidua.DropHandover:
		h.Reason = in.Reason
	}
	return nil
}

// typed puts the receiver and the words into a handover.
func typed(tx *store.Tx, h *thidua.Handover, in Typed) error {
	h.Words, h.Contacts = text(in.Words), text(in.Contacts)
	h.To, h.ToName, h.ToPost, h.ToUnit = "", "", "", ""
	if in.To != "" {
		s, err := staffOf(tx, in.To)
		if err != nil {
			return err
		}
		if s.Post == "" || s.ID == h.From {
			return thidua.Faults{{Field: "to", Code: CodeReceiver}}.Err()
		}
		h.To, h.ToName, h.ToPost, h.ToUnit = s.ID, s.Name, s.Post, s.Unit
	}
	return check(*h)
}

// give puts the receiver in charge of what the program moves; what is not the giver's any more is a change that was not shown.
func give(tx *store.Tx, h thidua.Handover) error {
	for _, m := range h.Matters {
		var err error
		switch {
		case !m.Moves:
			continue
		case m.Kind == thidua.MatterTarget:
			err = tx.GiveTarget(m.ID, h.From, h.To)
		case m.Kind == thidua.MatterPaper:
			err = tx.GivePaper(m.ID, h.From, h.To)
		}
		if thidua.KindOf(err) == thidua.NotFound && err != nil {
			return thidua.Refuse(thidua.Conflict, CodeChanged)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// OpenScan gives the scan of the signed minutes to who may see the handover; the caller closes it.
func (d *Desk) OpenScan(ctx context.Context, actor thidua.Actor, id string) (thidua.FileRef, *os.File, error) {
	v, err := d.Handover(ctx, actor, id)
	if err == nil && v.Scan.Missing() {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if err != nil {
		return v.Scan, nil, err
	}
	f, err := d.app.OpenKept(actor, v.Scan)
	return v.Scan, f, err
}
