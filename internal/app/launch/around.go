package launch

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// Around is what stands around a movement: those of other agencies that it follows or runs beside, and the criteria of attached documents.
type Around struct {
	Movement  thidua.Movement
	Related   []thidua.RelatedMovement
	Documents []thidua.MovementDocument // that stand
	Guided    []thidua.GuidedCriterion
	Office    bool
}

// Of lists the criteria of one document.
func (v Around) Of(document string) (out []thidua.GuidedCriterion) {
	for _, g := range v.Guided {
		if g.Document == document {
			out = append(out, g)
		}
	}
	return out
}

// Around reads what stands around a movement. Everybody of the agency may.
func (d *Desk) Around(ctx context.Context, actor thidua.Actor, movement string) (v Around, err error) {
	v.Office = actor.Has(thidua.RoleOffice)
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Movement, err = tx.Movement(movement); err != nil {
			return err
		}
		if v.Related, err = tx.RelatedMovements(movement); err != nil {
			return err
		}
		v.Guided, err = tx.GuidedCriteria(movement)
		return err
	})
	return v, err
}
