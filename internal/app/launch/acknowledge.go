package launch

import (
	"context"
	"os"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Acknowledge records that a paper came (xác nhận đã nhận): the head of a unit for that unit, in his own name and on this day; Văn phòng and văn thư for everybody
// else, with the day, who received it and a scan if there is one. Faults stand at "on" and "by".
func (d *Desk) Acknowledge(ctx context.Context, actor thidua.Actor, in thidua.Delivery) error {
	return d.change(ctx, actor, in, act.Deed{Verb: thidua.Acknowledge}, func(tx *store.Tx, l *thidua.Delivery) error {
		l.AckOn, l.AckBy, l.Scan = in.AckOn, text(in.AckBy), in.Scan
		switch {
		case actor.Leads(l.Unit):
			l.AckOn, l.AckBy = act.Today(tx), actor.Name
		case !actor.Has(Senders...):
			return thidua.Refuse(thidua.Forbidden, act.CodeNoRight)
		}
		if err := l.CheckAck(act.Today(tx)); err != nil {
			return err
		}
		return unmarked("by", l.AckBy)
	})
}

// TakeBack takes a line of a distribution out, with a reason: Văn phòng or văn thư, for what was recorded by mistake.
func (d *Desk) TakeBack(ctx context.Context, actor thidua.Actor, id string, version int64, reason string) error {
	if err := act.May(actor, Senders...); err != nil {
		return err
	}
	reason = text(reason)
	in := thidua.Delivery{ID: id, Version: version}
	return d.change(ctx, actor, in, act.Deed{Verb: thidua.TakeBack, Reason: reason}, func(_ *store.Tx, l *thidua.Delivery) error {
		l.Withdrawn = reason
		return needReason(reason)
	})
}

func (d *Desk) change(ctx context.Context, actor thidua.Actor, in thidua.Delivery, deed act.Deed, fn func(*store.Tx, *thidua.Delivery) error) error {
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, w *act.Deed) error {
		l, err := tx.Delivery(in.ID)
		if err != nil {
			return err
		}
		if l.Withdrawn != "" {
			return notThere()
		}
		w.Object, w.Name, w.Before = "movement:"+l.Movement, l.Recipient, l
		if err := fn(tx, &l); err != nil {
			return err
		}
		l.Version, w.After = in.Version, l
		return tx.UpdateDelivery(l)
	})
}

// Delivery reads one line of a distribution that stands.
func (d *Desk) Delivery(ctx context.Context, actor thidua.Actor, id string) (l thidua.Delivery, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		l, err = tx.Delivery(id)
		if err == nil && l.Withdrawn != "" {
			err = notThere()
		}
		return err
	})
	return l, err
}

// OpenDelivery gives the scan of an acknowledgement to everybody of the agency; the caller closes it.
func (d *Desk) OpenDelivery(ctx context.Context, actor thidua.Actor, id string) (thidua.FileRef, *os.File, error) {
	l, err := d.Delivery(ctx, actor, id)
	return d.open(actor, l.Scan, err)
}

// open gives a kept file, NotFound without one.
func (d *Desk) open(actor thidua.Actor, ref thidua.FileRef, err error) (thidua.FileRef, *os.File, error) {
	if err == nil && ref.Missing() {
		err = notThere()
	}
	if err != nil {
		return ref, nil, err
	}
	f, err := d.app.OpenKept(actor, ref)
	return ref, f, err
}
