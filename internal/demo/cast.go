package demo

import (
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/agency"
)

// join adds a person with post and account, and the actor that the account will be.
func (p *player) join(r []string) (member, error) {
	m := member{unit: r[2], rank: thidua.Rank(r[4])}
	unit := p.units[r[2]].ID
	post := thidua.Post{Unit: unit, Title: r[3], Rank: m.rank, From: founded}
	var err error
	m.Person, err = p.AddPerson(p.ctx, p.maker, thidua.Person{Code: personCode(r), Name: r[0], Sex: thidua.Sex(r[1]), Civil: r[5] != "", From: founded}, post)
	if err != nil {
		return m, err
	}
	m.actor = thidua.Actor{Tenant: p.tenant, Person: m.ID, Name: m.Name, Post: r[3], Unit: unit, Roles: rolesOf(r)}
	if m.actor.Has(thidua.RoleHead) {
		m.actor.Heads, m.actor.LeadsOffice = []string{unit}, r[2] == focal
	}
	if r[5] != "" {
		n := agency.NewAccount{UserName: r[5], Person: m.ID, Password: p.password}
		if r[6] != "" {
			n.Roles = []thidua.Role{thidua.Role(r[6])}
		}
		if m.actor.Account, _, err = p.AddAccount(p.ctx, p.maker, n); err != nil {
			return m, err
		}
	}
	p.people[m.Name] = m
	return m, nil
}

func personCode(r []string) string {
	if r[5] != "" {
		return strings.ToUpper(r[5])
	}
	return "NLD01"
}

// rolesOf gives the roles of a line of the cast: those granted, and those that follow from post and seat.
func rolesOf(r []string) []thidua.Role {
	a := thidua.Actor{Roles: []thidua.Role{thidua.RoleStaff}}
	if r[6] != "" {
		a.Add(thidua.Role(r[6]))
	}
	if rank := thidua.Rank(r[4]); rank == thidua.RankHead || rank == thidua.RankDeputy {
		a.Add(thidua.RoleHead)
	}
	if r[7] != "" {
		a.Add(thidua.RoleCouncil)
	}
	switch thidua.Seat(r[7]) {
	case thidua.SeatChair:
		a.Add(thidua.RoleChair)
	case thidua.SeatSecretary:
		a.Add(thidua.RoleSecretary)
	}
	return a.Roles
}

// Accounts lists enough accounts to see every role, each once with what it is shown as, for printing at the start.
func Accounts() []Account {
	var out []Account
	for _, role := range thidua.Roles {
		for _, r := range rows("people.txt") {
			roles := rolesOf(r)
			if r[5] == "" || !slices.Contains(roles, role) || role == thidua.RoleStaff && len(roles) > 1 || role == thidua.RoleCouncil && len(roles) > 3 {
				continue
			}
			if !slices.ContainsFunc(out, func(a Account) bool { return a.UserName == r[5] }) {
				out = append(out, Account{UserName: r[5], Person: thidua.Person{Name: r[0]}, Post: r[3], Roles: telling(roles)})
			}
			break
		}
	}
	return out
}

// telling leaves out the roles that others imply: everybody is staff, the chair and the secretary are members of the council.
func telling(roles []thidua.Role) []thidua.Role {
	return slices.DeleteFunc(slices.Clone(roles), func(r thidua.Role) bool {
		seated := slices.Contains(roles, thidua.RoleChair) || slices.Contains(roles, thidua.RoleSecretary)
		return r == thidua.RoleStaff && len(roles) > 1 || r == thidua.RoleCouncil && seated
	})
}
