package sample

import (
	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Account is a person of the sample who can sign in.
type Account struct {
	UserName string
	Name     string
	Post     string
	Roles    []thidua.Role
}

// opened is an account with the roles that are granted to it; the others follow from post and council.
type opened struct {
	Account
	person  string
	granted []thidua.Role
}

// part is an account of somebody: the roles that are granted, and those that follow from post and council.
func (h *house) part(user string, p *person, granted, follow []thidua.Role) opened {
	return opened{Account: Account{UserName: user, Name: p.Name, Post: p.title, Roles: append(append([]thidua.Role{}, granted...), follow...)}, person: p.ID, granted: granted}
}

// ownAccounts gives one account for each part that somebody plays in an agency.
func (h *house) ownAccounts() []opened {
	head := h.units[1].head
	return []opened{
		h.part("vanphong", h.official("chuyen-vien-vp"), []thidua.Role{thidua.RoleOffice}, []thidua.Role{thidua.RoleSecretary}),
		h.part("lanhdao", &h.people[0], []thidua.Role{thidua.RoleLeader}, []thidua.Role{thidua.RoleChair}),
		h.part("truongphong", &h.people[head], nil, []thidua.Role{thidua.RoleHead, thidua.RoleCouncil}),
		h.part("vanthu", h.official("van-thu"), []thidua.Role{thidua.RoleClerk}, nil),
		h.part("congdoan", h.official("cong-doan"), []thidua.Role{thidua.RoleHelper}, nil),
		h.part("quantri", h.official("quan-tri"), []thidua.Role{thidua.RoleAdmin}, nil),
		h.part("giamsat", &h.people[head+1], []thidua.Role{thidua.RoleInspector}, nil),
		h.part("canbo", &h.people[head+3], nil, []thidua.Role{thidua.RoleStaff}),
	}
}

// open writes accounts with their grants; nobody else of the sample has one.
func (l *load) open(h *house, object string, all []opened) error {
	hashes := make([]string, len(all))
	for i := range all {
		var err error
		if hashes[i], err = auth.Hash(l.ctx, l.password); err != nil {
			return err
		}
		l.accounts = append(l.accounts, all[i].Account)
	}
	at := moment(founded, 9, 0)
	return l.write(h, thidua.AccountAdded, object, at, func(tx *store.Tx) error {
		for i, a := range all {
			row := thidua.Account{ID: h.id(at), UserName: a.UserName, Person: a.person}
			if err := tx.InsertAccount(row, vi.Fold(a.UserName), hashes[i]); err != nil {
				return err
			}
			for _, role := range a.granted {
				if err := tx.InsertGrant(thidua.Grant{ID: h.id(at), Account: row.ID, Role: role, From: founded}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
