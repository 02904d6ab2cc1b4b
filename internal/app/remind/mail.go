package remind

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/mail"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// MailJob is the kind of job under which a mail waits in the outbox.
const MailJob = "mail"

// digestHour is when the mail of the day may go out, by the clock of business.
const digestHour = 7

// parcel is a mail in the outbox: what it is about is read anew when it is sent, so that who has lost a right is sent nothing.
type parcel struct {
	Account string
	Notices []string
}

// enqueue leaves mails in the outbox for who chose them: at once what is fresh, on a working morning all that is unread.
func (d *Desk) enqueue(tx *store.Tx, days thidua.Calendar, fresh map[string][]string) (mails int, err error) {
	if !d.mail {
		return 0, nil
	}
	contacts, err := tx.Contacts()
	if err != nil {
		return 0, err
	}
	today := act.Today(tx)
	morning := days.Works(today) && tx.Now.In(thidua.Zone).Hour() >= digestHour
	for _, c := range contacts {
		ids := fresh[c.Account]
		if c.Choice == thidua.MailDaily {
			if ids = nil; morning && c.DigestOn < today {
				ids, err = digest(tx, c.Account, today)
			}
		}
		if err == nil && len(ids) > 0 {
			mails++
			err = put(tx, parcel{Account: c.Account, Notices: ids})
		}
		if err != nil {
			return mails, err
		}
	}
	return mails, nil
}

func put(tx *store.Tx, p parcel) error {
	body, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	return tx.Enqueue(MailJob, string(body), tx.Wall)
}

// digest gives what an account has not read, once a day.
func digest(tx *store.Tx, account string, today thidua.Date) ([]string, error) {
	if err := tx.NoteDigest(account, today); err != nil {
		return nil, err
	}
	return unread(tx, account)
}

func unread(tx *store.Tx, account string) (ids []string, err error) {
	all, err := tx.Notices(account)
	for _, n := range all {
		if n.Ended.IsZero() && n.Read.IsZero() {
			ids = append(ids, n.ID)
		}
	}
	return ids, err
}

// Deliver gives the handler of the outbox that sends a mail; send is the one door out.
func (d *Desk) Deliver(send func(ctx context.Context, l mail.Letter) error) func(context.Context, store.Job) error {
	return func(ctx context.Context, j store.Job) error {
		var p parcel
		if err := json.Unmarshal([]byte(j.Body), &p); err != nil {
			return fmt.Errorf("mail: %w", err)
		}
		l, wanted, err := d.letter(ctx, j, p)
		if err != nil || !wanted {
			return err
		}
		return send(ctx, l)
	}
}

// letter writes a mail as things stand now; not wanted when the account is closed, wants none, or nothing of it waits any more.
func (d *Desk) letter(ctx context.Context, j store.Job, p parcel) (l mail.Letter, wanted bool, err error) {
	err = d.data.DB.Read(ctx, j.Tenant, func(tx *store.Tx) error {
		to, err := tx.Contact(p.Account)
		if err != nil || to.Choice == thidua.MailNone || to.Address == "" {
			return err
		}
		actor, err := agency.ActorOf(tx, p.Account)
		if err != nil {
			return act.Unless(act.Unless(err, thidua.SignIn), thidua.NotFound)
		}
		lines, err := d.lines(tx, actor, p.Notices)
		if err != nil || len(lines) == 0 {
			return err
		}
		from, err := tx.Agency()
		if err != nil {
			return err
		}
		wanted = true
		l = mail.Letter{ID: j.ID, To: to.Address, Name: vi.OfficeOf(from.Name), Subject: vi.MailSubject(len(lines)), Text: vi.MailText(from.Name, lines, d.base)}
		return nil
	})
	return l, wanted, err
}

func (d *Desk) lines(tx *store.Tx, actor thidua.Actor, ids []string) (lines []string, err error) {
	today := act.Today(tx)
	days, err := tx.Calendar(today)
	if err != nil {
		return nil, err
	}
	all, err := tx.Notices(actor.Account)
	for _, n := range all {
		if n.Ended.IsZero() && actor.Has(n.Role) && slices.Contains(ids, n.ID) {
			lines = append(lines, vi.Outside(n.Code, n.Text)+vi.WithDue(days, today, n.Task()))
		}
	}
	return lines, err
}
