package launch

import (
	"context"
	"os"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// PledgeView is one pledge with what may be done to it.
type PledgeView struct {
	thidua.Pledge
	Movement thidua.Movement
	Year     thidua.Round
	Offers   []thidua.Offer
	Today    thidua.Date
}

// Pledge reads one pledge. Everybody of the agency may.
func (d *Desk) Pledge(ctx context.Context, actor thidua.Actor, id string) (v PledgeView, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Pledge, err = tx.Pledge(id); err != nil {
			return err
		}
		v.Today = act.Today(tx)
		if v.Movement, v.Year, err = yearOf(tx, v.Round); err == nil && v.Year.State != thidua.RoundEnded {
			v.Offers = thidua.PledgeFlow.Offers(v.State, actor.For(v.Unit, ""), nil)
		}
		return err
	})
	return v, err
}

// MovePledge saves the words of a pledge, records its signing with the day and the scan, or drops it with a reason.
func (d *Desk) MovePledge(ctx context.Context, actor thidua.Actor, do thidua.Action, in thidua.Pledge, reason string) error {
	reason = text(reason)
	return d.data.Write(ctx, actor, act.Deed{Verb: do, Reason: reason, Object: "pledge:" + in.ID}, func(tx *store.Tx, w *act.Deed) error {
		p, err := tx.Pledge(in.ID)
		if err != nil {
			return err
		}
		if _, err := openRound(tx, p.Round); err != nil {
			return err
		}
		rule, err := thidua.PledgeFlow.Next(p.State, do, actor.For(p.Unit, ""), nil, reason)
		if err != nil {
			return err
		}
		w.Name, w.Before = p.Whose(), p
		p.State, p.Reason, p.Version = rule.To, reason, in.Version
		if do != thidua.DropPledge {
			p.Text, p.Signers = text(in.Text), text(in.Signers)
			if p.Unit == "" {
				p.Block = text(in.Block)
			}
		}
		if do == thidua.SignPledge {
			p.SignedOn, p.Scan = in.SignedOn, in.Scan
		}
		w.After = p
		if err := p.Check(act.Today(tx)); err != nil && do != thidua.DropPledge {
			return err
		}
		if err := unmarked("block", p.Block, "text", p.Text, "signers", p.Signers); err != nil {
			return err
		}
		return tx.UpdatePledge(p)
	})
}

// OpenPledge gives the scan of a signed pledge to everybody of the agency; the caller closes it.
func (d *Desk) OpenPledge(ctx context.Context, actor thidua.Actor, id string) (thidua.FileRef, *os.File, error) {
	v, err := d.Pledge(ctx, actor, id)
	return d.open(actor, v.Scan, err)
}
