package app

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/store"
)

// Refusals of what is followed over the year.
const (
	// CodeRoundEnded is a change in a year that is locked; the argument is the year.
	CodeRoundEnded thidua.Code = "round.ended"
	// CodeNotYourTarget is an entry for a target of another unit.
	CodeNotYourTarget thidua.Code = "progress.not-yours"
)

// AddProgress enters what was reached of a target on a day. Only the head of the unit, the person in charge or Văn phòng may, and only in a
// year that is not locked; faults stand at "on", "value" and "text". Entries are never changed, a later one corrects.
func (a *App) AddProgress(ctx context.Context, actor thidua.Actor, p thidua.Progress) (thidua.Progress, error) {
	p.Text = strings.TrimSpace(p.Text)
	err := a.write(ctx, actor, deed{verb: thidua.ReportProgress, object: "target:" + p.Target}, func(tx *store.Tx, d *deed) error {
		target, round, err := tx.TrackedTarget(p.Target)
		if err != nil {
			return err
		}
		if err := mayReport(actor, target); err != nil {
			return err
		}
		if _, err := openRound(tx, round); err != nil {
			return err
		}
		if err := p.Check(today(tx)); err != nil {
			return err
		}
		p.ID, p.By, p.ByName, p.At = store.NewID(), actor.Person, actor.Name, tx.Now
		d.name, d.after = target.Content, p
		return tx.InsertProgress(p)
	})
	return p, err
}

// mayReport refuses who may not speak for a target; what he may not even see is not found.
func mayReport(actor thidua.Actor, t store.Tracked) error {
	own := actor.Own(t.Subject.Person) || actor.Own(t.Owner)
	switch {
	case own || actor.Leads(t.Subject.Unit) || actor.Has(thidua.RoleOffice):
		return nil
	case sees(actor, t.Subject.Unit, t.Subject.Person):
		return thidua.Refuse(thidua.Forbidden, CodeNotYourTarget)
	}
	return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// openRound reads a round that still takes changes; Conflict when it is locked.
func openRound(tx *store.Tx, id string) (thidua.Round, error) {
	r, err := tx.Round(id)
	if err == nil && r.State == thidua.RoundEnded {
		err = thidua.Refuse(thidua.Conflict, CodeRoundEnded, r.Year)
	}
	return r, err
}
