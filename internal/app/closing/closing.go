// Package closing sums a movement up over all its years (tổng kết phong trào): what was registered and reached by each unit and person, ranks,
// awards, initiatives, and the papers of the closing round. It stands upon package app and reads through its use cases.
package closing

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Closing is the summing up of the movements of an installation.
type Closing struct {
	app  *app.App
	data act.Data
}

// Over gives the summing up of a program.
func Over(a *app.App) *Closing { return &Closing{app: a, data: a.Ground()} }

// Office tells whether the actor works on the closing.
func Office(actor thidua.Actor) bool { return actor.Has(thidua.RoleOffice) }

// View sums up a movement; of none named the one that is being summed up, or else the one that runs. A movement that does not exist is NotFound.
func (c *Closing) View(ctx context.Context, actor thidua.Actor, movement string) (v View, err error) {
	err = c.data.Read(ctx, actor, func(tx *store.Tx) error {
		v = View{}
		if err := v.choose(tx, movement); err != nil {
			return err
		}
		if err := v.read(tx, actor); err != nil {
			return err
		}
		if v.Offers = thidua.MovementFlow.Offers(v.Movement.State, actor.Roles, thidua.Facts{}); v.Closing.ID == "" || !Office(actor) && !actor.Has(thidua.RoleLeader, thidua.RoleInspector, thidua.RoleClerk) {
			return nil
		}
		v.Papers, err = papersOf(tx, v.Closing)
		return err
	})
	return v, err
}

// choose finds the movement, its years and its closing round.
func (v *View) choose(tx *store.Tx, movement string) error {
	all, err := tx.Movements()
	if err != nil {
		return err
	}
	at := pick(all, movement)
	if at < 0 {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	v.Movement, v.Others = all[at], append(all[:at:at], all[at+1:]...)
	rounds, err := tx.Rounds(v.Movement.ID)
	if err != nil {
		return err
	}
	for _, r := range rounds {
		switch {
		case r.Closing:
			v.Closing = r
		case r.State != thidua.RoundWaiting && r.State != thidua.RoundRegistering:
			v.Years = append(v.Years, Year{Round: r})
		}
	}
	if len(rounds) > 0 {
		v.Definition, err = tx.Definition(rounds[0].Edition)
	}
	return err
}

// pick gives the place of the movement that is meant: the named one, or the one that is summed up, or the latest that runs or has ended.
func pick(all []thidua.Movement, id string) int {
	at := -1
	for i, m := range all {
		switch {
		case id != "":
			if m.ID == id {
				return i
			}
		case m.State == thidua.MovementSumming:
			return i
		case at < 0 && m.State != thidua.MovementPlanned:
			at = i
		}
	}
	if at < 0 && id == "" && len(all) > 0 {
		return 0
	}
	return at
}
