package factor

import (
	"context"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
)

// Check tells whether a code, of the application or a recovery code, is right for an account at signing in: see agency.Second.
func (d *Desk) Check(ctx context.Context, c store.Credential, code string) (take func(tx *store.Tx) error, err error) {
	if err := d.count(ctx, c.ID); err != nil {
		return nil, err
	}
	right, err := d.right(ctx, c, code)
	if err != nil {
		return nil, atSignIn(err)
	}
	return func(tx *store.Tx) error { return atSignIn(right(tx)) }, nil
}

// atSignIn gives a wrong code the words that a wrong password has.
func atSignIn(err error) error {
	if e, ok := act.Refusal(err); ok && e.Code == CodeWrong {
		return thidua.Refuse(thidua.SignIn, agency.CodeSignInWrong)
	}
	return err
}

// Refused notes a wrong code in the log of the account's agency.
func (d *Desk) Refused(ctx context.Context, c store.Credential) error {
	return d.data.DB.Write(ctx, d.event(ctx, c, thidua.FactorWrong), func(*store.Tx) error { return nil })
}

func (d *Desk) event(ctx context.Context, c store.Credential, verb thidua.Action) *store.Act {
	name := c.PersonName
	if name == "" {
		name = c.UserName
	}
	return &store.Act{Tenant: c.Tenant, Actor: "account:" + c.ID, ActorName: name, Verb: string(verb), Object: "account:" + c.ID,
		ObjectName: c.UserName, From: act.Origin(ctx)}
}

// right tells whether a code is right now; take, in a transaction of the agency, uses it up and refuses when another was faster. A recovery code
// is gone at once, with an event of its own.
func (d *Desk) right(ctx context.Context, c store.Credential, code string) (take func(tx *store.Tx) error, err error) {
	if hash, ok := totp.HashRecovery(code); ok {
		err = d.data.DB.Write(ctx, d.event(ctx, c, thidua.RecoveryUsed), func(tx *store.Tx) error {
			return wrong(tx.UseRecoveryCode(c.ID, hash))
		})
		return func(tx *store.Tx) error { return forget(tx, c.ID) }, err
	}
	var f store.Factor
	var now time.Time
	err = d.data.DB.Read(ctx, c.Tenant, func(tx *store.Tx) error {
		now = tx.Wall
		f, err = tx.Factor(c.ID)
		return err
	})
	if err != nil {
		return nil, err
	}
	secret, err := d.open(f.Secret, c.Tenant, c.ID)
	if err != nil {
		return nil, err
	}
	step, ok := totp.Match(secret, plain(code), now, f.LastStep)
	if !ok {
		return nil, thidua.Refuse(thidua.Invalid, CodeWrong)
	}
	return func(tx *store.Tx) error {
		if err := wrong(tx.UseFactorStep(c.ID, step)); err != nil {
			return err
		}
		return forget(tx, c.ID)
	}, nil
}

// plain takes out the spaces with which applications show a code.
func plain(code string) string { return strings.Join(strings.Fields(code), "") }

// wrong turns a code that is not there any more into a wrong one.
func wrong(err error) error {
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Refuse(thidua.Invalid, CodeWrong)
	}
	return err
}

func subject(account string) string { return "code:" + account }

// count counts a code before it is looked at, so that a burst is bounded as well: wrong codes have a count of their own besides that of the name
// and the address.
func (d *Desk) count(ctx context.Context, account string) error {
	return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		tries, err := tx.Tries("", subject(account))
		if err != nil {
			return err
		}
		if open := auth.AccountPolicy.OpenAt(tries, tx.Wall); !open.IsZero() {
			wait := open.Sub(tx.Wall)
			return thidua.Refuse(thidua.SignIn, agency.CodeAccountLocked, int((wait+time.Minute-1)/time.Minute))
		}
		return tx.SetTries("", subject(account), auth.AccountPolicy.Fail(tries, tx.Wall))
	})
}

func forget(tx *store.Tx, account string) error {
	return tx.SetTries("", subject(account), auth.Tries{})
}
