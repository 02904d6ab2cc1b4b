package app

import (
	"context"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Surroundings is what every page shows of its agency and of the person's work.
type Surroundings struct {
	Agency   string
	Sample   bool   // the data is a sample
	Day      string // the day that a sample shows, dd/mm/yyyy
	Movement string // short name of the movement at hand
	Season   string // its period and year in words
	Campaign string // its full name, on the sign-in page
	Unread   int
	Waiting  []Waiting
}

// Waiting is how many things wait for this person behind one address of the menu.
type Waiting struct {
	URL   string
	Count int
}

// Surroundings gives what frames a page; a visitor sees the agency of the installation when there is only one.
func (a *App) Surroundings(ctx context.Context, actor thidua.Actor) (s Surroundings, err error) {
	err = a.db.Read(ctx, actor.Tenant, func(tx *store.Tx) error {
		if tx.Tenant == "" {
			all, err := tx.Agencies()
			if err != nil || len(all) != 1 {
				return err
			}
			tx.Tenant = all[0].ID
		}
		if s, err = surroundingsOf(tx); err != nil || actor.Account == "" {
			return err
		}
		s.Waiting, err = waitingFor(tx, actor)
		return err
	})
	return s, err
}

func surroundingsOf(tx *store.Tx) (s Surroundings, err error) {
	agency, err := tx.Agency()
	if err != nil {
		return s, err
	}
	s.Agency, s.Sample = agency.Name, agency.Sample
	if agency.Sample {
		s.Day = vi.Date(today(tx))
	}
	y, err := yearsOf(tx)
	if err != nil || y.Movement.ID == "" {
		return s, err
	}
	s.Movement, s.Campaign = vi.ShortMovement(y.Movement.Name), vi.Campaign(y.Movement)
	at, _ := thidua.Current(y.Rounds)
	s.Season = vi.Season(y.Movement, at.Year)
	return s, nil
}
