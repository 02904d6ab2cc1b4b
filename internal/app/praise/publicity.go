package praise

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Publicity is the publicity of a year: its plan, and what was done, as far as the actor may see it.
type Publicity struct {
	Year
	Plans  []thidua.PublicityPlan
	Items  []Item
	Counts map[string]int // verified items by unit
	Plan   bool           // the actor writes the plan
	Units  []thidua.Unit  // for which the actor may enter items
}

// Item is one item of publicity with what the actor may do.
type Item struct {
	thidua.PublicityItem
	Offers []thidua.Offer
}

// Publicity reads the publicity of a year; everybody sees what was verified, and the own unit's whole.
func (d *Desk) Publicity(ctx context.Context, actor thidua.Actor, round string) (v Publicity, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v = Publicity{Counts: map[string]int{}, Plan: actor.Has(thidua.RoleOffice)}
		if v.Year, err = yearOf(tx, round); err != nil {
			return err
		}
		for _, u := range v.Year.Units {
			if enters(actor, u.ID) {
				v.Units = append(v.Units, u)
			}
		}
		if v.Plans, err = tx.PublicityPlans(round); err != nil {
			return err
		}
		all, err := tx.Publicity(round)
		for _, p := range all {
			if p.State == thidua.PublicityVerified {
				v.Counts[p.Unit]++
			} else if !seesItem(actor, p) {
				continue
			}
			one := Item{PublicityItem: p}
			if v.Open() {
				one.Offers = thidua.PublicityFlow.Offers(p.State, p.RolesOn(actor), p.Facts(actor))
			}
			v.Items = append(v.Items, one)
		}
		return err
	})
	return v, err
}

func seesItem(actor thidua.Actor, p thidua.PublicityItem) bool {
	return app.Sees(actor, thidua.Subject{Unit: p.Unit}) || actor.Own(p.AddedBy) || actor.Own(p.Person)
}

// enters tells whether an actor may enter publicity of a unit: Văn phòng of all, everybody else of the own.
func enters(actor thidua.Actor, unit string) bool {
	return actor.Has(thidua.RoleOffice) || actor.Unit == unit && actor.Person != "" || actor.Leads(unit)
}

// PlanPublicity adds a line to the publicity plan of a year: Văn phòng. Faults stand at "content", "plan-form" and "due".
func (d *Desk) PlanPublicity(ctx context.Context, actor thidua.Actor, p thidua.PublicityPlan) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	trim(&p.Content)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.PlanPublicity, Object: "round:" + p.Round, Name: p.Content}, func(tx *store.Tx, dd *act.Deed) error {
		if _, err := app.OpenRound(tx, p.Round); err != nil {
			return err
		}
		if err := p.Check(); err != nil {
			return err
		}
		if _, err := tx.Unit(p.Unit); err != nil {
			return act.AtField("plan-unit", err)
		}
		p.ID = store.NewID()
		dd.After = p
		return tx.InsertPublicityPlan(p)
	})
}

// AddPublicity enters an item of publicity of a unit; it counts once Văn phòng has verified it. Faults stand at "title", "form", "on",
// "media", "link" and "unit".
func (d *Desk) AddPublicity(ctx context.Context, actor thidua.Actor, p thidua.PublicityItem) (thidua.PublicityItem, error) {
	trim(&p.Title, &p.Media, &p.Link, &p.DocNumber)
	err := d.data.Write(ctx, actor, act.Deed{Verb: thidua.AddPublicity, Name: p.Title}, func(tx *store.Tx, dd *act.Deed) error {
		if _, err := app.OpenRound(tx, p.Round); err != nil {
			return err
		}
		if err := checkItem(tx, p); err != nil {
			return err
		}
		if _, err := tx.Unit(p.Unit); err != nil {
			return act.AtField("unit", err)
		}
		if !enters(actor, p.Unit) {
			return thidua.Refuse(thidua.Forbidden, app.CodeNoRight)
		}
		p.ID, p.State, p.AddedBy, p.AddedByName, p.AddedAt, p.Version = store.NewID(), thidua.PublicityNew, actor.Person, actor.Name, tx.Now, 1
		dd.Object, dd.After = "publicity:"+p.ID, p
		return tx.InsertPublicityItem(p)
	})
	return p, err
}

func checkItem(tx *store.Tx, p thidua.PublicityItem) error {
	if err := p.Check(act.Today(tx)); err != nil {
		return err
	}
	if err := planned(tx, p); err != nil {
		return err
	}
	return unmarked(map[string]string{"title": p.Title, "media": p.Media})
}

// planned refuses an item that names a line of another plan than that of its own year, or one that never was.
func planned(tx *store.Tx, p thidua.PublicityItem) error {
	if p.Plan == "" {
		return nil
	}
	plans, err := tx.PublicityPlans(p.Round)
	if err == nil && !slices.ContainsFunc(plans, func(line thidua.PublicityPlan) bool { return line.ID == p.Plan }) {
		err = missing()
	}
	return err
}
