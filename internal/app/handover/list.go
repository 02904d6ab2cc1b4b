package handover

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// List is the handovers that somebody may see, and whose work he may hand over.
type List struct {
	Lines  []thidua.Handover
	People []thidua.Staff // whose work the actor may hand over, himself first
}

// List reads the handovers.
func (d *Desk) List(ctx context.Context, actor thidua.Actor) (l List, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Handovers()
		if err != nil {
			return err
		}
		l.Lines = slices.DeleteFunc(all, func(h thidua.Handover) bool { return !sees(actor, h) })
		everybody, err := tx.Staff(store.StaffFilter{On: act.Today(tx), All: true}, store.Page{})
		for _, s := range everybody {
			if begins(actor, s) && !slices.ContainsFunc(l.People, func(o thidua.Staff) bool { return o.ID == s.ID }) {
				l.People = append(l.People, s)
			}
		}
		slices.SortStableFunc(l.People, func(a, b thidua.Staff) int { return own(actor, b) - own(actor, a) })
		return err
	})
	return l, err
}

func own(actor thidua.Actor, s thidua.Staff) int {
	if actor.Own(s.ID) {
		return 1
	}
	return 0
}

// begins tells whether the actor may hand over the work of somebody: his own, of the unit that he leads, and Văn phòng of who holds no post.
func begins(actor thidua.Actor, s thidua.Staff) bool {
	return actor.Own(s.ID) || s.Post != "" && actor.Leads(s.Unit) || s.Post == "" && actor.Has(thidua.RoleOffice)
}
