package launch

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// unitDay is the day whose units count for a round: today, or the end of a year that is over.
func unitDay(tx *store.Tx, r thidua.Round) thidua.Date {
	return min(act.Today(tx), thidua.NewDate(r.Year, 12, 31))
}

// Words makes the text of a pledge from the registration of a unit for the year: one line for each target. Without a registration it is empty.
func pledgeWords(tx *store.Tx, m thidua.Movement, r thidua.Round, unit thidua.Unit) (string, error) {
	all, err := tx.Registrations(store.RegistrationFilter{Round: r.ID, Kind: thidua.Collective, Unit: unit.ID}, act.Today(tx), store.Page{})
	if err != nil || len(all) == 0 {
		return "", err
	}
	one, err := tx.Registration(all[0].ID, act.Today(tx))
	if err != nil || len(one.Targets) == 0 {
		return "", err
	}
	lines := []string{vi.PledgeHead(unit.Name, m, r.Year)}
	for _, t := range one.Targets {
		lines = append(lines, vi.PledgeLine(t))
	}
	return strings.Join(lines, "\n"), nil
}

// DraftPledge begins the pledge of a unit with the words of its registration, or that of a block with the words given. A head for the own
// unit, Văn phòng for all. Faults stand at "block", "unit" and "text".
func (d *Desk) DraftPledge(ctx context.Context, actor thidua.Actor, p thidua.Pledge) (thidua.Pledge, error) {
	p.ID, p.State, p.ByName, p.Version = store.NewID(), thidua.PledgeDraft, actor.Name, 1
	p.Text, p.Block, p.Signers = text(p.Text), text(p.Block), text(p.Signers)
	err := d.data.Write(ctx, actor, act.Deed{Verb: thidua.SavePledge, Object: "pledge:" + p.ID}, func(tx *store.Tx, w *act.Deed) error {
		r, err := openRound(tx, p.Round)
		if err != nil {
			return err
		}
		if _, err := thidua.PledgeFlow.Next(p.State, thidua.SavePledge, actor.For(p.Unit, ""), nil, ""); err != nil {
			return err
		}
		one := p
		if p.Unit != "" {
			if err := d.unitWords(tx, &one, r); err != nil {
				return err
			}
		}
		w.Name, w.After = one.Whose(), one
		if err := one.Check(act.Today(tx)); err != nil {
			return err
		}
		if err := unmarked("block", one.Block, "text", one.Text, "signers", one.Signers); err != nil {
			return err
		}
		return tx.InsertPledge(one)
	})
	return p, err
}

// unitWords fills in a pledge of a unit: its name, and the words where none were typed; one unit pledges once a year.
func (d *Desk) unitWords(tx *store.Tx, p *thidua.Pledge, r thidua.Round) error {
	u, err := tx.Unit(p.Unit)
	if err != nil {
		return err
	}
	all, err := tx.Pledges(p.Round)
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.Unit == p.Unit && o.State != thidua.PledgeDropped {
			return thidua.Refuse(thidua.Conflict, CodePledged, u.Name, r.Year)
		}
	}
	p.UnitName = u.Name
	if p.Text != "" {
		return nil
	}
	m, err := tx.Movement(r.Movement)
	if err == nil {
		p.Text, err = pledgeWords(tx, m, r, u)
	}
	return err
}

// CodePledged is a second pledge of a unit in a year; the arguments are its name and the year.
const CodePledged thidua.Code = "launch.pledged"
