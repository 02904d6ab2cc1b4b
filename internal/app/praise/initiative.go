package praise

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

// Initiative is one initiative as an actor sees it: with its year, where it was taken over, and what the actor may do.
type Initiative struct {
	thidua.Initiative
	Year
	Replications []thidua.Replication
	Offers       []thidua.Offer
	Edit         bool // the actor may change its words
}

// Initiative reads one initiative; NotFound for who may not see it.
func (d *Desk) Initiative(ctx context.Context, actor thidua.Actor, id string) (v Initiative, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Initiative, err = initiativeFor(tx, actor, id); err != nil {
			return err
		}
		if v.Year, err = yearOf(tx, v.Initiative.Round); err != nil {
			return err
		}
		if v.Year.Open() {
			v.Offers = thidua.InitiativeFlow.Offers(v.State, v.RolesOn(actor), v.Facts(actor))
			v.Edit = v.Editable() && writes(actor, v.Initiative)
		}
		v.Replications, err = tx.Replications(id)
		return err
	})
	return v, err
}

// initiativeFor reads an initiative that the actor may see; NotFound otherwise.
func initiativeFor(tx *store.Tx, actor thidua.Actor, id string) (thidua.Initiative, error) {
	i, err := tx.Initiative(id)
	if err == nil && !app.Sees(actor, thidua.Subject{Unit: i.Unit}) && !i.By(actor.Person) {
		err = missing()
	}
	return i, err
}

// writes tells whether an actor may write the words of an initiative: an author, the head of its unit, Văn phòng.
func writes(actor thidua.Actor, i thidua.Initiative) bool {
	return i.By(actor.Person) || actor.Leads(i.Unit) || actor.Has(thidua.RoleOffice)
}
