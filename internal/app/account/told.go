package account

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/mail"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Tell lets the owner of an account know by mail what an administrator did to it, if mail goes out and he has given an address.
func (d *Desk) Tell(tx *store.Tx, account string, what thidua.Action) error {
	if !d.Mails() {
		return nil
	}
	return enqueue(tx, errand{Account: account, Told: what, At: tx.Wall})
}

func (d *Desk) tell(ctx context.Context, j store.Job, e errand, send func(ctx context.Context, l mail.Letter) error) error {
	var l mail.Letter
	err := d.data.DB.Read(ctx, j.Tenant, func(tx *store.Tx) error {
		c, err := tx.Account(e.Account)
		if err != nil {
			return err
		}
		to, err := tx.Contact(e.Account)
		if err != nil || !mail.Good(to.Address) {
			return err
		}
		from, err := tx.Agency()
		l = mail.Letter{ID: j.ID, To: to.Address, Name: vi.OfficeOf(from.Name), Subject: vi.ToldSubject, Text: vi.ToldText(from.Name, c.UserName, e.Told, e.At)}
		return err
	})
	if err != nil || l.To == "" {
		return act.Unless(err, thidua.NotFound)
	}
	return send(ctx, l)
}
