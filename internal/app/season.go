package app

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// Season is a round with its movement and the definition that judges it: what most pages of a year stand on.
type Season struct {
	Movement thidua.Movement
	Round    thidua.Round
	thidua.Definition
}

// seasonOf reads the season of a round inside a transaction.
func seasonOf(tx *store.Tx, round string) (Season, error) {
	var s Season
	var err error
	if s.Round, err = tx.Round(round); err != nil {
		return s, err
	}
	if s.Movement, err = tx.Movement(s.Round.Movement); err != nil {
		return s, err
	}
	s.Definition, err = tx.Definition(s.Round.Edition)
	return s, err
}

// Season reads a round with its movement and definition.
func (a *App) Season(ctx context.Context, actor thidua.Actor, round string) (s Season, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		s, err = seasonOf(tx, round)
		return err
	})
	return s, err
}

// Years is the movement that runs now with its rounds, for the switch at the head of the menu.
type Years struct {
	Movement thidua.Movement
	Rounds   []thidua.Round
}

// In gives the latest round in one of the states; false when there is none.
func (y Years) In(states ...thidua.State) (thidua.Round, bool) {
	for i := len(y.Rounds) - 1; i >= 0; i-- {
		for _, s := range states {
			if y.Rounds[i].State == s {
				return y.Rounds[i], true
			}
		}
	}
	return thidua.Round{}, false
}

// Years reads the latest movement with its rounds; both are empty in a fresh agency.
func (a *App) Years(ctx context.Context, actor thidua.Actor) (y Years, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		y, err = yearsOf(tx)
		return err
	})
	return y, err
}

func yearsOf(tx *store.Tx) (y Years, err error) {
	all, err := tx.Movements()
	if err != nil || len(all) == 0 {
		return y, err
	}
	y.Movement = all[0]
	y.Rounds, err = tx.Rounds(y.Movement.ID)
	return y, err
}
