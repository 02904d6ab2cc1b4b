package launch

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// AddRelated adds a movement of another agency: Văn phòng. Faults stand at "relation", "name", "agency", "document" and "address".
func (d *Desk) AddRelated(ctx context.Context, actor thidua.Actor, r thidua.RelatedMovement) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	r.ID, r.Name, r.Agency, r.Document, r.Address = store.NewID(), text(r.Name), text(r.Agency), text(r.Document), text(r.Address)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.AddRelated, Object: "movement:" + r.Movement, After: r}, func(tx *store.Tx, w *act.Deed) error {
		m, err := tx.Movement(r.Movement)
		if err != nil {
			return err
		}
		w.Name = m.Name
		if err := r.Check(); err != nil {
			return err
		}
		if err := unmarked("name", r.Name, "document", r.Document); err != nil {
			return err
		}
		return tx.InsertRelatedMovement(r)
	})
}

// DropRelated takes a movement of another agency out, with a reason: Văn phòng.
func (d *Desk) DropRelated(ctx context.Context, actor thidua.Actor, id string, version int64, reason string) (movement string, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return "", err
	}
	reason = text(reason)
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.DropRelated, Reason: reason}, func(tx *store.Tx, w *act.Deed) error {
		r, err := tx.RelatedMovement(id)
		if err != nil {
			return err
		}
		if r.Withdrawn != "" {
			return notThere()
		}
		movement = r.Movement
		w.Object, w.Name, w.Before = "movement:"+r.Movement, r.Name, r
		r.Withdrawn, r.Version = reason, version
		if err := needReason(reason); err != nil {
			return err
		}
		return tx.WithdrawRelatedMovement(r)
	})
	return movement, err
}

// RelatedOf reads one related movement that stands. Everybody of the agency may.
func (d *Desk) RelatedOf(ctx context.Context, actor thidua.Actor, id string) (r thidua.RelatedMovement, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if r, err = tx.RelatedMovement(id); err == nil && r.Withdrawn != "" {
			err = notThere()
		}
		return err
	})
	return r, err
}
