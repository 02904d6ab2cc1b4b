package launch

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Guidance is what guides a movement: its papers of guidance, and the questions with their answers.
type Guidance struct {
	Movement  thidua.Movement
	Papers    []thidua.MovementDocument
	Questions []thidua.Question // answered ones for everybody, open ones for Văn phòng and who asked
	Office    bool
	Asks      bool // the actor may ask
}

// Guidance reads what guides a movement; asked narrows the questions to those in which a text stands, with or without diacritics. Everybody of
// the agency may.
func (d *Desk) Guidance(ctx context.Context, actor thidua.Actor, movement, asked string) (v Guidance, err error) {
	v.Office, v.Asks = actor.Has(thidua.RoleOffice), actor.Person != ""
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Movement, err = tx.Movement(movement); err != nil {
			return err
		}
		if v.Papers, err = tx.MovementDocuments(movement); err != nil {
			return err
		}
		v.Papers = slices.DeleteFunc(v.Papers, func(p thidua.MovementDocument) bool { return p.Withdrawn != "" })
		all, err := tx.Questions(movement, vi.Fold(text(asked)))
		v.Questions = slices.DeleteFunc(all, func(q thidua.Question) bool { return !shown(actor, q) })
		return err
	})
	return v, err
}

// shown tells whether somebody sees a question: once it is answered everybody.
func shown(actor thidua.Actor, q thidua.Question) bool {
	return !q.Open() || actor.Has(thidua.RoleOffice) || actor.Own(q.Person)
}

// Ask asks a question about a movement, in the name of a person of the agency. The fault stands at "text".
func (d *Desk) Ask(ctx context.Context, actor thidua.Actor, movement, words string) (thidua.Question, error) {
	q := thidua.Question{ID: store.NewID(), Movement: movement, Person: actor.Person, Name: actor.Name, Text: text(words), Version: 1}
	if q.Person == "" {
		return q, thidua.Refuse(thidua.Forbidden, act.CodeNoRight)
	}
	err := d.data.Write(ctx, actor, act.Deed{Verb: thidua.AskQuestion, Object: "question:" + q.ID}, func(tx *store.Tx, w *act.Deed) error {
		m, err := tx.Movement(movement)
		if err != nil {
			return err
		}
		if err := q.Check(false); err != nil {
			return err
		}
		if err := unmarked("text", q.Text); err != nil {
			return err
		}
		one := q
		one.At = tx.Now
		if actor.Unit != "" {
			u, err := tx.Unit(actor.Unit)
			if err != nil {
				return err
			}
			one.UnitName = u.Name
		}
		w.Name, w.After = m.Name, one
		return tx.InsertQuestion(one, vi.Fold(one.Text))
	})
	return q, err
}
