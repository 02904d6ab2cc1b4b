// Package opinion holds the use cases of the link for leaders: Văn phòng makes and withdraws it, the leader without an account reads what waits for
// his word, and, where the agency has turned that on, gives it. It stands upon package app.
package opinion

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// Desk is where links for leaders are made and opened.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

func object(id string) string { return "leader-link:" + id }

// newSecret makes the secret of a link: 128 random bits in small letters and digits, which a chat program does not break.
func newSecret() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b))
}

// Links is what Văn phòng sees: the links that were made, the leaders of today, and whether a word may be given through a link.
type Links struct {
	All     []thidua.LeaderLink
	Leaders []thidua.Staff
	Option  thidua.LinkOption
	Today   thidua.Date
}

// Links reads the links of the agency.
func (d *Desk) Links(ctx context.Context, actor thidua.Actor) (l Links, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return l, err
	}
	if l.Leaders, err = d.app.Leaders(ctx, actor); err != nil {
		return l, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		l.Today = act.Today(tx)
		if l.All, err = tx.LeaderLinks(); err != nil {
			return err
		}
		agency, err := tx.Agency()
		if err != nil {
			return err
		}
		slices.SortStableFunc(l.Leaders, func(a, b thidua.Staff) int { return second(a, agency) - second(b, agency) })
		l.Option, err = tx.LinkOption()
		return err
	})
	return l, err
}

// second is 0 for who heads the agency, so that he stands first.
func second(s thidua.Staff, agency thidua.Agency) int {
	if s.Post == agency.LeaderTitle {
		return 0
	}
	return 1
}

// Make makes a link for a leader and gives its secret, this once: only the hash is kept. Faults stand at "leader" and "until".
func (d *Desk) Make(ctx context.Context, actor thidua.Actor, leader string, until thidua.Date) (l thidua.LeaderLink, secret string, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return l, "", err
	}
	leaders, err := d.app.Leaders(ctx, actor)
	if err != nil {
		return l, "", err
	}
	secret = newSecret()
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.MakeLink}, func(tx *store.Tx, done *act.Deed) error {
		var f thidua.Faults
		at := slices.IndexFunc(leaders, func(s thidua.Staff) bool { return s.ID == leader })
		if at < 0 {
			f.Add("leader", thidua.CodeLeaderMissing)
		}
		today := act.Today(tx)
		if most := today.AddDays(thidua.LinkDaysMost); !until.Valid() || until < today || until > most {
			f.Add("until", thidua.CodeLinkDays, most)
		}
		if err := f.Err(); err != nil {
			return err
		}
		l = thidua.LeaderLink{ID: store.NewID(), Leader: leader, LeaderName: leaders[at].Name, LeaderPost: leaders[at].Post, Hash: auth.HashToken(secret), Until: until,
			ByName: actor.Name, MadeAt: tx.Now}
		done.Object, done.Name, done.After = object(l.ID), l.LeaderName, l.Until
		return tx.InsertLeaderLink(l)
	})
	return l, secret, err
}

// End withdraws a link at once; Conflict when it was withdrawn before.
func (d *Desk) End(ctx context.Context, actor thidua.Actor, id string) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.EndLink, Object: object(id)}, func(tx *store.Tx, done *act.Deed) error {
		l, err := tx.LeaderLink(id)
		if err != nil {
			return err
		}
		if l.Ended != "" {
			return thidua.Refuse(thidua.Conflict, thidua.CodeLinkClosed)
		}
		done.Name = l.LeaderName
		return tx.EndLeaderLink(id, act.Today(tx))
	})
}

// SetWords turns on or off that a leader may give a word through a link.
func (d *Desk) SetWords(ctx context.Context, actor thidua.Actor, on bool) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.SetLinkWords, Object: "agency:" + actor.Tenant}, func(tx *store.Tx, done *act.Deed) error {
		before, err := tx.LinkOption()
		if err != nil {
			return err
		}
		done.Before, done.After = before.Words, on
		return tx.SetLinkOption(on)
	})
}
