package privacy

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Mask takes away what is held of somebody who has left beyond what the archives keep (che dữ liệu): year of birth, code, the names and settings of the
// account, sessions, and the erasable part of the events about him. Name, posts, records, minutes, decisions and awards stay, and every event with its
// place in the log. The account must be closed before. A fault stands at "reason".
func (d *Desk) Mask(ctx context.Context, actor thidua.Actor, person, reason string) error {
	if err := act.May(actor, Maskers...); err != nil {
		return err
	}
	reason = vi.NFC(strings.TrimSpace(reason))
	if reason == "" {
		return thidua.Faults{{Field: "reason", Code: CodeReason}}.Err()
	}
	deed := act.Deed{Verb: thidua.DataMasked, Object: "person:" + person, Reason: reason}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, deed *act.Deed) error {
		p, err := tx.Person(person)
		if err != nil {
			return err
		}
		deed.Name = p.Name
		account, err := maskable(tx, actor, p)
		if err != nil {
			return err
		}
		return tx.MaskPerson(person, account, "che-"+strings.ToLower(store.NewID()[24:]), act.Today(tx))
	})
}

// maskable gives the closed account of somebody whose data may be masked, empty without one.
func maskable(tx *store.Tx, actor thidua.Actor, p thidua.Person) (account string, err error) {
	last, err := leftOn(tx, p.ID)
	if err != nil {
		return "", err
	}
	if actor.Own(p.ID) || last == "" {
		return "", thidua.Refuse(thidua.Conflict, CodeHere)
	}
	before, err := tx.MaskedOn(p.ID)
	if err != nil {
		return "", err
	}
	if before != "" {
		return "", thidua.Refuse(thidua.Conflict, CodeMasked)
	}
	all, err := tx.Accounts(store.Page{})
	for _, a := range all {
		if a.Person != p.ID {
			continue
		}
		if a.Disabled.IsZero() {
			return "", thidua.Refuse(thidua.Conflict, CodeAccount)
		}
		account = a.ID
	}
	return account, err
}

// leftOn gives the last day of the last post of somebody who holds none any more; empty while he holds one.
func leftOn(tx *store.Tx, person string) (last thidua.Date, err error) {
	posts, err := tx.Posts(person)
	for _, p := range posts {
		if p.To == "" || p.To >= act.Today(tx) {
			return "", err
		}
		last = max(last, p.To)
	}
	return last, err
}
