// Package factor holds the use cases of the second factor (xác thực hai lớp): setting it up, its recovery codes, taking it away, and the code at
// signing in. It stands on app, whose signing in asks it.
package factor

import (
	"context"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/account"
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
	letters  *account.Desk // nil where no mail goes out
}

// UseLetters has the owner of a factor told by mail when an administrator takes it away; it is set once, before anybody signs in.
func (d *Desk) UseLetters(l *account.Desk) { d.letters = l }

func (d *Desk) tell(tx *store.Tx, owner string) error {
	if d.letters == nil {
		return nil
	}
	return d.letters.Tell(tx, owner, thidua.FactorReset)
}

// Over builds the desk and has signing in ask it. Without a key nobody can set up a factor; required asks administrators and all who approve for
// one before anything else.
func Over(core *app.App, key *totp.Key, required bool) *Desk {
	d := &Desk{app: core, data: core.Ground(), key: key, required: required}
	core.UseSecond(d)
	return d
}

// Floor lists the roles of an agency of which the operator asks a second factor; the agency may ask it of more, never of fewer.
func (d *Desk) Floor(kind thidua.AgencyKind) (out []thidua.Role) {
	for _, r := range kind.Roles() {
		if d.required && r.NeedsFactor() {
			out = append(out, r)
		}
	}
	return out
}

// Ready tells whether the program holds the key without which nobody can set up a factor.
func (d *Desk) Ready() bool { return d.key != nil }

// asks tells whether a second factor is asked of somebody, by the operator or by the choice of the agency.
func (d *Desk) asks(c store.Credential, actor thidua.Actor) bool {
	return slices.ContainsFunc(actor.Roles, func(r thidua.Role) bool { return d.required && r.NeedsFactor() || slices.Contains(c.Second, r) })
}

// Due tells whether somebody has to set up a second factor before anything else.
func (d *Desk) Due(c store.Credential, actor thidua.Actor) bool {
	return d.key != nil && c.Factor.IsZero() && d.asks(c, actor)
}

// Owes asks the same of somebody who has taken on the rights of another's post: they are worth what they were to whom he stands in for.
func (d *Desk) Owes(ctx context.Context, actor thidua.Actor) (bool, error) {
	c, err := d.account(ctx, actor)
	return err == nil && d.Due(c, actor), err
}

// Asked tells whether the sign-in page has a field for the code: somebody has a factor, or some must have one.
func (d *Desk) Asked(ctx context.Context) (asked bool, err error) {
	if d.required {
		return true, nil
	}
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		asked, err = tx.AnyFactor() // an agency that asks for one has somebody who set it up before anything else
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
		v = View{On: f.Confirmed, Codes: f.Codes, Reset: f.Reset, Required: d.asks(c, actor)}
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
