package deputy

import (
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// posts lists what may be deputised: the reader's own posts, those of everybody for an administrator.
func posts(tx *store.Tx, actor thidua.Actor, staff []thidua.Staff) (out []Post, err error) {
	for _, s := range staff {
		if s.Unit != "" && (s.Rank == thidua.RankHead || s.Rank == thidua.RankDeputy) {
			out = append(out, Post{s.ID, s.Name, thidua.RoleHead, s.Unit, s.UnitName})
		}
	}
	leaders, err := leaders(tx)
	if err != nil {
		return nil, err
	}
	chairs, err := chairs(tx)
	if err != nil {
		return nil, err
	}
	out = slices.Concat(leaders, out, chairs)
	if !actor.Has(thidua.RoleAdmin) {
		out = slices.DeleteFunc(out, func(p Post) bool { return !actor.Own(p.Holder) })
	}
	return out, nil
}

func leaders(tx *store.Tx) (out []Post, err error) {
	grants, err := tx.AllGrants()
	if err != nil {
		return nil, err
	}
	accounts, err := tx.Accounts(store.Page{})
	for _, a := range accounts {
		leads := slices.ContainsFunc(grants, func(g thidua.Grant) bool {
			return g.Account == a.ID && g.Role == thidua.RoleLeader && g.On(act.Today(tx))
		})
		if leads && a.Person != "" {
			out = append(out, Post{Holder: a.Person, HolderName: a.PersonName, Role: thidua.RoleLeader})
		}
	}
	return out, err
}

func chairs(tx *store.Tx) (out []Post, err error) {
	all, err := tx.Councils()
	for _, c := range all {
		if c.From > act.Today(tx) || c.To != "" && c.To < act.Today(tx) {
			continue
		}
		for _, m := range c.Members {
			if m.Seat == thidua.SeatChair {
				out = append(out, Post{Holder: m.Person, HolderName: m.Name, Role: thidua.RoleChair})
			}
		}
	}
	return out, err
}
