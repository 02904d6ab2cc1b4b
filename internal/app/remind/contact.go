package remind

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/mail"
	"thidua/internal/store"
)

// The refusals of how somebody wants to be reminded.
const (
	CodeAddressWrong   thidua.Code = "remind.address-wrong"
	CodeAddressMissing thidua.Code = "remind.address-missing"
	CodeChoiceUnknown  thidua.Code = "remind.choice-unknown"
)

// Ways is how the actor is reminded.
type Ways struct {
	Contact thidua.Contact
	Feed    store.Feed // zero without a calendar
	Mail    bool       // the installation sends mail
}

// Ways reads how the actor is reminded.
func (d *Desk) Ways(ctx context.Context, actor thidua.Actor) (w Ways, err error) {
	w.Mail = d.mail
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if w.Contact, err = tx.Contact(actor.Account); err != nil {
			return err
		}
		w.Feed, err = tx.FeedOf(actor.Account)
		return act.Unless(err, thidua.NotFound)
	})
	return w, err
}

// SaveContact keeps where and how the actor wants mail; nobody sets it for somebody else. A link to a new password goes to this address, so again
// asks for password and code before it changes.
func (d *Desk) SaveContact(ctx context.Context, actor thidua.Actor, c thidua.Contact, again func() error) error {
	c.Account, c.Address = actor.Account, strings.TrimSpace(c.Address)
	if !slices.Contains(thidua.MailChoices, c.Choice) {
		return thidua.Faults{{Field: "choice", Code: CodeChoiceUnknown}}.Err()
	}
	if c.Address == "" && c.Choice != thidua.MailNone {
		return thidua.Faults{{Field: "address", Code: CodeAddressMissing}}.Err()
	}
	if c.Address != "" && !mail.Good(c.Address) {
		return thidua.Faults{{Field: "address", Code: CodeAddressWrong}}.Err()
	}
	before, err := d.Ways(ctx, actor)
	if err != nil {
		return err
	}
	if before.Contact.Address != c.Address {
		if err := again(); err != nil {
			return err
		}
	}
	deed := act.Deed{Verb: thidua.ContactSaved, Object: "account:" + actor.Account, Name: actor.Name, After: c.Choice}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error { return tx.SaveContact(c) })
}
