package sso

import (
	"context"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/store"
)

// Link is the link of an account to a subject (mã định danh) of the provider.
type Link struct {
	Provider string // its name; empty where none is connected
	Issuer   string
	Subject  string    // empty without a link
	At       time.Time // when it was linked
}

// Mine gives the link of the actor's own account.
func (d *Desk) Mine(ctx context.Context, actor thidua.Actor) (Link, error) {
	return d.link(ctx, actor, actor.Account)
}

// LinkOf gives the link of an account, for an administrator.
func (d *Desk) LinkOf(ctx context.Context, actor thidua.Actor, account string) (Link, error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return Link{}, err
	}
	return d.link(ctx, actor, account)
}

func (d *Desk) link(ctx context.Context, actor thidua.Actor, account string) (l Link, err error) {
	if d.Off() {
		return Link{}, nil
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		kept, err := tx.SubjectLink(account, d.client.Issuer)
		l = Link{Provider: d.name, Issuer: d.client.Issuer, Subject: kept.Subject, At: kept.At}
		return err
	})
	return l, err
}

// SaveLink links an account to the subject that an administrator has verified, in the place of an earlier one; an empty subject takes the link away.
// A change ends the sessions of the account. The link that the administrator read is told with it: when it stands no more, another one changed it
// first, and the answer is the conflict of a stale version. Faults stand at "subject".
func (d *Desk) SaveLink(ctx context.Context, actor thidua.Actor, account, was, subject string) error {
	if d.Off() {
		return thidua.Refuse(thidua.NotFound, CodeOff)
	}
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if !goodSubject(subject) {
		return thidua.Faults{{Field: "subject", Code: CodeSubjectWrong}}.Err()
	}
	deed := act.Deed{Verb: thidua.SubjectLinked, Object: "account:" + account, After: linkAct{d.client.Issuer, subject}}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		before, err := tx.SubjectLink(account, d.client.Issuer)
		if err != nil {
			return err
		}
		if before.Subject != was {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		done.Name, done.Before = c.UserName, linkAct{d.client.Issuer, before.Subject}
		if err := taken(tx.LinkSubject(account, d.client.Issuer, subject)); err != nil || before.Subject == subject {
			return err
		}
		return agency.EndAll(tx, account)
	})
}

// linkAct is a link as the log keeps it.
type linkAct struct{ Issuer, Subject string }

func taken(err error) error {
	if thidua.KindOf(err) == thidua.Conflict {
		return thidua.Faults{{Field: "subject", Code: CodeSubjectTaken}}.Err()
	}
	return err
}

// goodSubject tells whether a provider could give the subject: at most 255 visible characters of ASCII, which are compared as they are.
func goodSubject(subject string) bool {
	const longest = 255
	return len(subject) <= longest && !strings.ContainsFunc(subject, func(r rune) bool { return r <= ' ' || r > '~' })
}
