package launch

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/store"
)

// Mapping is an attached document with its criteria beside those of the plan.
type Mapping struct {
	Movement thidua.Movement
	Document thidua.MovementDocument
	Plan     []thidua.Criterion // heads of the plan, in their order
	Guided   []thidua.GuidedCriterion
	Office   bool
}

// Mapping reads the criteria of an attached document beside those of the plan. Everybody of the agency may.
func (d *Desk) Mapping(ctx context.Context, actor thidua.Actor, document string) (v Mapping, err error) {
	v.Office = actor.Has(thidua.RoleOffice)
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error { return v.read(tx, document) })
	return v, err
}

func (v *Mapping) read(tx *store.Tx, document string) (err error) {
	if v.Document, err = tx.MovementDocument(document); err != nil {
		return err
	}
	if v.Document.Movement == "" || v.Document.Withdrawn != "" {
		return notThere()
	}
	if v.Movement, err = tx.Movement(v.Document.Movement); err != nil {
		return err
	}
	editions, err := tx.Editions(v.Movement.ID)
	if err != nil {
		return err
	}
	if n := len(editions); n > 0 {
		def, err := tx.Definition(editions[n-1].ID)
		if err != nil {
			return err
		}
		v.Plan = def.Heads()
	}
	all, err := tx.GuidedCriteria(v.Movement.ID)
	v.Guided = slices.DeleteFunc(all, func(g thidua.GuidedCriterion) bool { return g.Document != document })
	return err
}
