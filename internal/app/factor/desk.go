// Package factor holds the use cases of the second factor (xác thực hai lớp): setting it up, its recovery codes, taking it away, and the code at
// signing in. It stands on app, whose signing in asks it.
package factor

import (
	"context"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// The refusals of the second factor.
const (
	// CodeNoKey is a program without the key under which secrets are kept.
	CodeNoKey thidua.Code = "factor.no-key"
	// CodeWrong is a code that is wrong or was used.
	CodeWrong thidua.Code = "factor.code-wrong"
	// CodeNotBegun is a set-up whose secret was never made, was confirmed, or has run out.
	CodeNotBegun thidua.Code = "factor.not-begun"
	// CodeHow is a removal that does not say how the person was recognised.
	CodeHow thidua.Code = "factor.how"
	// CodeNone is an account without a second factor.
	CodeNone thidua.Code = "factor.none"
	// CodeOwn is an administrator who would take his own factor away without a code.
	CodeOwn thidua.Code = "factor.own"
)

// offeredFor is how long a secret waits for the code that confirms it.
const offeredFor = 30 * time.Minute

// Desk keeps the second factors of an installation; it is safe for concurrent use.
type Desk struct {
	app      *app.App
	data     act.Data
	key      *totp.Key
	required bool
}

// Over builds the desk and has signing in ask it. Without a key nobody can set up a factor; required asks administrators and all who approve for
// one before anything else.
func Over(core *app.App, key *totp.Key, required bool) *Desk {
	d := &Desk{app: core, data: core.Ground(), key: key, required: required}
	core.UseSecond(d)
	return d
}

// Due tells whether somebody has to set up a second factor before anything else.
func (d *Desk) Due(c store.Credential, actor thidua.Actor) bool {
	return d.required && d.key != nil && c.Factor.IsZero() && actor.NeedsFactor()
}

// Asked tells whether the sign-in page has a field for the code: somebody has a factor, or some must have one.
func (d *Desk) Asked(ctx context.Context) (asked bool, err error) {
	if d.required {
		return true, nil
	}
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		asked, err = tx.AnyFactor()
		return err
	})
	return asked, err
}

// View is what the pages show of a person's own factor.
type View struct {
	On       time.Time // since when it counts; zero without one
	Codes    int       // recovery codes that are left
	Reset    time.Time // when an administrator took it away
	Required bool      // the person's roles ask for one
	Secret   string    // of a set-up under way, as it is typed into an application; empty otherwise
	URI      string    // what its QR code holds
}

// Mine reads the actor's own factor.
func (d *Desk) Mine(ctx context.Context, actor thidua.Actor) (v View, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		c, err := tx.Account(actor.Account)
		if err != nil {
			return err
		}
		f, err := tx.Factor(actor.Account)
		if err != nil {
			return err
		}
		v = View{On: f.Confirmed, Codes: f.Codes, Reset: f.Reset, Required: d.required && actor.NeedsFactor()}
		secret, err := d.pending(tx, f, actor)
		if err != nil || secret == nil {
			return act.Unless(err, thidua.Invalid)
		}
		agency, err := tx.Agency()
		v.Secret, v.URI = totp.Text(secret), totp.URI(secret, vi.Product+" "+agency.Name, c.UserName)
		return err
	})
	return v, err
}

// pending opens the secret of a set-up under way; refuses where there is none.
func (d *Desk) pending(tx *store.Tx, f store.Factor, actor thidua.Actor) ([]byte, error) {
	if f.Pending == "" || tx.Wall.Sub(f.Offered) >= offeredFor {
		return nil, thidua.Refuse(thidua.Invalid, CodeNotBegun)
	}
	return d.open(f.Pending, actor.Tenant, actor.Account)
}

func (d *Desk) open(sealed, tenant, account string) ([]byte, error) {
	if d.key == nil {
		return nil, thidua.Refuse(thidua.Internal, CodeNoKey)
	}
	return d.key.Open(sealed, tenant+"/"+account)
}

var _ agency.Second = (*Desk)(nil)
