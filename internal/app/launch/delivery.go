package launch

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Distribution is to whom a paper went: the plan of a movement, or one of its documents.
type Distribution struct {
	Movement thidua.Movement
	Agency   thidua.Agency
	Document thidua.MovementDocument // without ID: the plan
	Plan     thidua.Edition
	Lines    []thidua.Delivery // those that stand
	Offered  []Recipient       // who may still be sent it: units, and for the plan its Nơi nhận
	May      bool              // the actor records sendings
	Today    thidua.Date
}

// Recipient is somebody to whom a paper can go; Unit is set for a unit of the agency.
type Recipient struct{ Name, Unit string }

// Awaited lists who has not acknowledged yet.
func (v Distribution) Awaited() (out []thidua.Delivery) {
	for _, l := range v.Lines {
		if l.AckOn == "" {
			out = append(out, l)
		}
	}
	return out
}

// Distribution reads to whom the plan of a movement went, or with a document that one. Everybody of the agency may.
func (d *Desk) Distribution(ctx context.Context, actor thidua.Actor, movement, document string) (v Distribution, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v, err = distributionOf(tx, movement, document)
		v.May = actor.Has(Senders...)
		return err
	})
	return v, err
}

func distributionOf(tx *store.Tx, movement, document string) (v Distribution, err error) {
	v.Today = act.Today(tx)
	if document != "" {
		if v.Document, err = tx.MovementDocument(document); err != nil {
			return v, err
		}
		if movement = v.Document.Movement; movement == "" || v.Document.Withdrawn != "" {
			return v, notThere()
		}
	}
	if v.Movement, err = tx.Movement(movement); err != nil {
		return v, err
	}
	if v.Agency, err = tx.Agency(); err != nil {
		return v, err
	}
	lines, err := tx.Deliveries(movement, document)
	if err != nil {
		return v, err
	}
	v.Lines = slices.DeleteFunc(lines, func(l thidua.Delivery) bool { return l.Withdrawn != "" })
	return v, v.offer(tx)
}

// offer lists who may still be sent the paper.
func (v *Distribution) offer(tx *store.Tx) error {
	editions, err := tx.Editions(v.Movement.ID)
	if err != nil {
		return err
	}
	if n := len(editions); n > 0 {
		def, err := tx.Definition(editions[n-1].ID)
		if err != nil {
			return err
		}
		v.Plan = def.Edition
		for _, r := range def.Recipients {
			if v.Document.ID == "" {
				v.Offered = append(v.Offered, Recipient{Name: r.Name})
			}
		}
	}
	units, err := tx.Units(v.Today)
	for _, u := range units {
		v.Offered = append(v.Offered, Recipient{Name: u.Name, Unit: u.ID})
	}
	v.Offered = slices.DeleteFunc(v.Offered, func(r Recipient) bool {
		return slices.ContainsFunc(v.Lines, func(l thidua.Delivery) bool { return l.Recipient == r.Name && l.Unit == r.Unit })
	})
	return err
}
