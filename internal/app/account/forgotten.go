package account

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/mail"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// LinkJob is the kind of job under which a link to a password waits in the outbox. The code is made when the letter is written: no row ever holds it.
const LinkJob = "password-link"

// errand is a link to be sent, to whoever has a name or to the account that an administrator invites at an address, or word of what was done to
// an account, which goes to the address of its owner and holds no link.
type errand struct {
	Fold             string        `json:",omitempty"`
	Account, Address string        `json:",omitempty"`
	Told             thidua.Action `json:",omitempty"`
	At               time.Time     `json:",omitzero"` // when it was done
}

const (
	// CodeAskedOften is an address from which too many links were asked for; the argument is the wait in minutes.
	CodeAskedOften thidua.Code = "account.asked-often"
	// CodeNoMail is an installation that sends no mail.
	CodeNoMail thidua.Code = "account.no-mail"
)

// Ask asks for a link to a new password, by mail to the address that the owner of the account has given. The answer and its time are the same
// whether there is such an account or not.
func (d *Desk) Ask(ctx context.Context, userName, from string) error {
	if !d.Mails() {
		return thidua.Refuse(thidua.Conflict, CodeNoMail)
	}
	err := d.app.CountTry(ctx, "ask@"+auth.Network(from), auth.AskPolicy)
	var e *thidua.Error
	if errors.As(err, &e) && e.Kind == thidua.SignIn {
		return thidua.Refuse(thidua.Invalid, CodeAskedOften, e.Args...)
	}
	if err != nil {
		return err
	}
	name := vi.Fold(userName)
	if thidua.CheckUserName(name) != nil {
		name = "" // perhaps a password, typed into the wrong field
	}
	return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error { return enqueue(tx, errand{Fold: name}) })
}

// InviteByMail sends a one-time link to an address; a fault stands at "address".
func (d *Desk) InviteByMail(ctx context.Context, actor thidua.Actor, account, address string) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if !d.Mails() {
		return thidua.Refuse(thidua.Conflict, CodeNoMail)
	}
	if !mail.Good(address) {
		return thidua.Faults{{Field: "address", Code: CodeAddressWrong}}.Err()
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.AccountInvited, Object: object(account), After: address}, func(tx *store.Tx, done *act.Deed) error {
		c, err := openAccount(tx, account)
		if err != nil {
			return err
		}
		done.Name = c.UserName
		if err := d.Tell(tx, account, thidua.AccountInvited); err != nil {
			return err
		}
		return enqueue(tx, errand{Account: account, Address: address})
	})
}

// CodeAddressWrong is an address to which no letter can go.
const CodeAddressWrong thidua.Code = "account.address"

func enqueue(tx *store.Tx, e errand) error {
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("link: %w", err)
	}
	return tx.Enqueue(LinkJob, string(body), tx.Wall)
}

// Deliver gives the handler of the outbox that sends links; send is the one door out.
func (d *Desk) Deliver(send func(ctx context.Context, l mail.Letter) error) func(context.Context, store.Job) error {
	return func(ctx context.Context, j store.Job) error {
		var e errand
		if err := json.Unmarshal([]byte(j.Body), &e); err != nil {
			return fmt.Errorf("link: %w", err)
		}
		if e.Told != "" {
			return d.tell(ctx, j, e, send)
		}
		if e.Account != "" {
			return d.invite(ctx, j, e, send)
		}
		return d.reset(ctx, j, e.Fold, send)
	}
}

func (d *Desk) invite(ctx context.Context, j store.Job, e errand, send func(ctx context.Context, l mail.Letter) error) error {
	token, _ := auth.NewToken()
	var l mail.Letter
	err := d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		tx.Tenant = j.Tenant
		c, err := openAccount(tx, e.Account)
		if err != nil {
			return err
		}
		l, err = d.letter(tx, c, j.ID, e.Address, token, InviteLife)
		return err
	})
	if err != nil {
		return act.Unless(act.Unless(err, thidua.Conflict), thidua.NotFound)
	}
	return send(ctx, l)
}

// reset sends a link to each account of a name that has an address; over the number of letters that a name gets nothing is sent.
func (d *Desk) reset(ctx context.Context, j store.Job, fold string, send func(ctx context.Context, l mail.Letter) error) error {
	var all []store.Credential
	err := d.data.DB.Read(ctx, "", func(tx *store.Tx) (err error) {
		all, err = tx.CredentialsNamed(fold)
		return err
	})
	if err != nil || len(all) == 0 {
		return err
	}
	if err := d.app.CountTry(ctx, "mail:"+fold, auth.MailPolicy); err != nil {
		return act.Unless(err, thidua.SignIn)
	}
	for _, c := range all {
		if failed := d.resetOne(ctx, j, c, send); failed != nil {
			err = errors.Join(err, failed)
		}
	}
	return err
}

func (d *Desk) resetOne(ctx context.Context, j store.Job, c store.Credential, send func(ctx context.Context, l mail.Letter) error) error {
	if !c.Disabled.IsZero() {
		return nil
	}
	var to thidua.Contact
	visitor := thidua.Actor{Tenant: c.Tenant, Account: c.ID}
	err := d.data.Read(ctx, visitor, func(tx *store.Tx) (err error) {
		to, err = tx.Contact(c.ID)
		return err
	})
	if err != nil || !mail.Good(to.Address) {
		return err
	}
	token, _ := auth.NewToken()
	var l mail.Letter
	deed := &store.Act{Tenant: c.Tenant, Actor: "visitor", Verb: string(thidua.ResetAsked), Object: object(c.ID), ObjectName: c.UserName}
	err = d.data.DB.Write(ctx, deed, func(tx *store.Tx) error {
		l, err = d.letter(tx, c, j.ID+"."+c.ID, to.Address, token, ResetLife)
		return err
	})
	if err != nil {
		return err
	}
	return send(ctx, l)
}

// letter writes the letter with a link and lets the link live.
func (d *Desk) letter(tx *store.Tx, c store.Credential, id, address, token string, life time.Duration) (mail.Letter, error) {
	from, err := tx.Agency()
	if err != nil {
		return mail.Letter{}, err
	}
	until := tx.Wall.Add(life)
	text := vi.LinkText(from.Name, c.UserName, d.base+"/dat-mat-khau/"+token, until)
	return mail.Letter{ID: id, To: address, Name: vi.OfficeOf(from.Name), Subject: vi.LinkSubject, Text: text}, keep(tx, c.ID, token, until)
}
