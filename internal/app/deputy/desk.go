// Package deputy holds the use cases of deputising (ủy quyền): somebody acts in another's post for some days, and every act says so.
package deputy

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Desk is where deputisings are given, used and withdrawn.
type Desk struct{ data act.Data }

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{data: a.Ground()} }

// Acting gives the actor under a deputising, for this one request: the rights of the post, as long as the deputising holds and whom he stands in
// for holds the post. Refused with CodeDeputyEnded otherwise.
func (d *Desk) Acting(ctx context.Context, actor thidua.Actor, id string) (behind thidua.Actor, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		dep, err := tx.Deputy(id)
		if err != nil {
			return err
		}
		behind, err = stand(tx, actor, dep)
		return err
	})
	return behind, err
}

// stand puts the actor behind a deputising after all that must hold today.
func stand(tx *store.Tx, actor thidua.Actor, dep thidua.Deputy) (thidua.Actor, error) {
	refused := thidua.Refuse(thidua.Forbidden, thidua.CodeDeputyEnded)
	if dep.To != actor.Person || !dep.On(act.Today(tx)) || actor.Has(thidua.RoleAdmin) {
		return actor, refused
	}
	holder, err := standing(tx, dep.From)
	if err != nil {
		return actor, err
	}
	if !holds(holder, dep) || dep.Post == thidua.RoleChair && !actor.Has(thidua.RoleCouncil) {
		return actor, refused
	}
	behind := actor.Behind(dep)
	behind.Name = vi.ByDeputy(actor.Name, dep.FromName)
	if dep.Post == thidua.RoleHead {
		u, err := tx.Unit(dep.Unit)
		if err != nil {
			return actor, err
		}
		behind.LeadsOffice = u.Kind == thidua.UnitOffice
	}
	return behind, nil
}

// holds tells whether somebody holds, in his own right, the post that a deputising is about.
func holds(holder thidua.Actor, dep thidua.Deputy) bool {
	return holder.Has(dep.Post) && (dep.Post != thidua.RoleHead || holder.Leads(dep.Unit))
}

// standing gives what a person of the agency may do today; nobody's when there is no such person.
func standing(tx *store.Tx, person string) (thidua.Actor, error) {
	staff, err := tx.Staff(store.StaffFilter{On: act.Today(tx), Person: person}, store.Page{Size: 1})
	if err != nil || len(staff) == 0 {
		return thidua.Actor{}, err
	}
	return agency.Standing(tx, staff[0])
}

// Post is a post that somebody holds and may have deputised.
type Post struct {
	Holder, HolderName string
	Role               thidua.Role
	Unit, UnitName     string
}

// View is the page of deputisings.
type View struct {
	Lines  []thidua.Deputy
	Posts  []Post         // that the reader may have deputised
	People []thidua.Staff // who may act for another: with an account
	Today  thidua.Date
}

// List reads the deputisings that concern the reader, all of them for an administrator.
func (d *Desk) List(ctx context.Context, actor thidua.Actor) (v View, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v.Today = act.Today(tx)
		all := actor.Has(thidua.RoleAdmin)
		if !all && actor.Person == "" {
			return nil
		}
		whose := actor.Person
		if all {
			whose = ""
		}
		if v.Lines, err = tx.Deputies(whose); err != nil {
			return err
		}
		if actor.Deputy != "" {
			return nil
		}
		staff, err := tx.Staff(store.StaffFilter{On: v.Today}, store.Page{})
		if err != nil {
			return err
		}
		for _, s := range staff {
			if s.Account != "" && !slices.ContainsFunc(v.People, func(o thidua.Staff) bool { return o.ID == s.ID }) {
				v.People = append(v.People, s)
			}
		}
		v.Posts, err = posts(tx, actor, staff)
		return err
	})
	return v, err
}
