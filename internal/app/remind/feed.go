package remind

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// Days is the calendar of a person as it stands today.
type Days struct {
	Agency   thidua.Agency
	Today    thidua.Date
	Days     []thidua.RoleDay
	Calendar thidua.Calendar
}

// Days reads the calendar of the actor.
func (d *Desk) Days(ctx context.Context, actor thidua.Actor) (out Days, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		out, err = daysOf(tx, actor)
		return err
	})
	return out, err
}

func daysOf(tx *store.Tx, actor thidua.Actor) (out Days, err error) {
	if out.Agency, err = tx.Agency(); err != nil {
		return out, err
	}
	waiting, err := app.DeskOf(tx)
	out.Today, out.Calendar, out.Days = act.Today(tx), waiting.Calendar, waiting.RoleDays(actor)
	return out, err
}

// MakeFeed gives the actor's calendar a new secret address of 128 random bits; the former one is void. Only its hash is kept, so that the
// address is shown this one time.
func (d *Desk) MakeFeed(ctx context.Context, actor thidua.Actor) (token string, err error) {
	b := make([]byte, 16)
	rand.Read(b)
	token = strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b))
	deed := act.Deed{Verb: thidua.FeedMade, Object: "account:" + actor.Account, Name: actor.Name}
	return token, d.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error {
		return tx.SaveFeed(actor.Account, auth.HashToken(token))
	})
}

// RevokeFeed makes the address of the actor's calendar void.
func (d *Desk) RevokeFeed(ctx context.Context, actor thidua.Actor) error {
	deed := act.Deed{Verb: thidua.FeedRevoked, Object: "account:" + actor.Account, Name: actor.Name}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error { return tx.RemoveFeed(actor.Account) })
}

// Feed reads the calendar behind the last part of a secret address ("….ics"), of whatever agency: with the parts that its owner holds today. NotFound for an address
// that is void and for an account that is closed, without telling which.
func (d *Desk) Feed(ctx context.Context, file string) (out Days, err error) {
	token, ok := strings.CutSuffix(file, ".ics")
	if !ok {
		return out, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		f, err := tx.Feed(auth.HashToken(token))
		if err != nil {
			return err
		}
		tx.Tenant = f.Tenant // the address tells the agency; nothing was read before it
		actor, err := agency.ActorOf(tx, f.Account)
		if thidua.KindOf(err) == thidua.SignIn {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if err != nil {
			return err
		}
		out, err = daysOf(tx, actor)
		return err
	})
	return out, err
}
