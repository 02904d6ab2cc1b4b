package factor

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
)

// Proof is what somebody types who is signed in and changes the factor; faults stand at "password" and "code".
type Proof struct{ Password, Code string }

// Begin makes the secret of a set-up; it counts once Confirm was given a code of it. Who has a factor already proves the old one.
func (d *Desk) Begin(ctx context.Context, actor thidua.Actor, p Proof) error {
	if d.key == nil {
		return thidua.Refuse(thidua.Invalid, CodeNoKey)
	}
	c, err := d.account(ctx, actor)
	if err != nil {
		return err
	}
	take := func(*store.Tx) error { return nil }
	if !c.Factor.IsZero() {
		if take, err = d.prove(ctx, actor, c, p); err != nil {
			return err
		}
	}
	sealed := d.key.Seal(totp.NewSecret(), actor.Tenant+"/"+actor.Account)
	return d.noted(ctx, c, d.data.Write(ctx, actor, deed(c, thidua.FactorBegun), func(tx *store.Tx, _ *act.Deed) error {
		if err := take(tx); err != nil {
			return err
		}
		return tx.OfferFactor(actor.Account, sealed)
	}))
}

// Confirm lets the secret of the set-up count and gives the recovery codes, which are shown once. All sessions of the account end; token is that of
// a new one in the place of the session whose token is given.
func (d *Desk) Confirm(ctx context.Context, actor thidua.Actor, session string, p Proof) (codes []string, token string, err error) {
	c, err := d.account(ctx, actor)
	if err != nil {
		return nil, "", err
	}
	if err := d.app.Prove(ctx, actor, "password", p.Password); err != nil {
		return nil, "", err
	}
	if err := d.count(ctx, c.ID); err != nil {
		return nil, "", atCode(err)
	}
	codes, token = totp.NewRecovery(), ""
	err = d.data.Write(ctx, actor, deed(c, thidua.FactorSet), func(tx *store.Tx, _ *act.Deed) error {
		f, err := tx.Factor(actor.Account)
		if err != nil {
			return err
		}
		secret, err := d.pending(tx, f, actor)
		if err != nil {
			return err
		}
		step, ok := totp.Match(secret, plain(p.Code), tx.Wall, 0)
		if !ok {
			return thidua.Refuse(thidua.Invalid, CodeWrong)
		}
		if err := tx.ConfirmFactor(actor.Account, f.Pending, step); err != nil {
			return err
		}
		if err := keep(tx, actor, codes); err != nil {
			return err
		}
		token, err = anew(tx, actor, session)
		return err
	})
	if err != nil {
		return nil, "", d.noted(ctx, c, err)
	}
	return codes, token, nil
}

func keep(tx *store.Tx, actor thidua.Actor, codes []string) error {
	hashes := make([]string, len(codes))
	for i, code := range codes {
		hashes[i], _ = totp.HashRecovery(code)
	}
	if err := tx.SetRecoveryCodes(actor.Account, hashes); err != nil {
		return err
	}
	return forget(tx, actor.Account)
}

// anew opens a session in the place of all of the account's: who holds an old token has nothing.
func anew(tx *store.Tx, actor thidua.Actor, session string) (token string, err error) {
	old, err := tx.Session(auth.HashToken(session))
	if err != nil {
		return "", err
	}
	token, hash := auth.NewToken()
	if err := tx.EndSessions(actor.Tenant, actor.Account, "", ""); err != nil {
		return "", err
	}
	old.ID = store.NewID()
	return token, tx.InsertSession(hash, old)
}

func (d *Desk) account(ctx context.Context, actor thidua.Actor) (c store.Credential, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		c, err = tx.Account(actor.Account)
		return err
	})
	return c, err
}

func deed(c store.Credential, verb thidua.Action) act.Deed {
	return act.Deed{Verb: verb, Object: "account:" + c.ID, Name: c.UserName}
}
