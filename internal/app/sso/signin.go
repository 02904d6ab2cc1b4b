package sso

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/auth/oidc"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Begin begins a sign-in that will lead to next: the secret is for the browser that began, and the address is where the provider asks who it is.
func (d *Desk) Begin(ctx context.Context, next, from string) (secret, address string, err error) {
	if d.Off() {
		return "", "", thidua.Refuse(thidua.NotFound, CodeOff)
	}
	if err := d.app.CountTry(ctx, subject(from), beginPolicy); err != nil {
		return "", "", often(err)
	}
	secret, hash := auth.NewToken()
	if address, err = d.client.Begin(ctx, oidc.KeysOf(secret)); err != nil {
		return "", "", told(err)
	}
	return secret, address, d.keep(ctx, store.SignInStep{Next: next}, hash)
}

func (d *Desk) keep(ctx context.Context, s store.SignInStep, hash string) error {
	return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.InsertStep(s, hash, tx.Wall.Add(StepLife)) })
}

// subject is what a sign-in counts against.
func subject(from string) string { return "provider@" + auth.Network(from) }

func often(err error) error {
	if e, ok := act.Refusal(err); ok && e.Kind == thidua.SignIn {
		return &Refusal{Why: thidua.Refuse(thidua.Invalid, CodeOften, e.Args...)}
	}
	return err
}

// Entered is how a sign-in went on: with the token of a session, or with the secret of a further step that asks for the code of the second factor.
type Entered struct{ Token, Step, Next string }

// Return takes the answer of the provider in the browser that began. The step is used up before the provider is asked, so that no answer
// counts twice, whichever instance it reaches.
func (d *Desk) Return(ctx context.Context, secret string, a oidc.Answer, from string) (e Entered, err error) {
	if d.Off() {
		return e, thidua.Refuse(thidua.NotFound, CodeOff)
	}
	keys := oidc.KeysOf(secret)
	if !a.Same(keys) {
		return e, refuse(thidua.Invalid, CodeStepOver, errors.New("the state is of another browser"))
	}
	s, err := d.take(ctx, secret)
	if err != nil {
		return e, err
	}
	who, err := d.client.Redeem(ctx, a, keys)
	if err != nil {
		return e, told(err)
	}
	c, err := d.linked(ctx, who)
	if err != nil {
		return e, err
	}
	if err := d.app.Admit(ctx, c, vi.ByProvider); err != nil {
		if e, ok := act.Refusal(err); ok && e.Code == agency.CodeSignInWrong {
			return Entered{}, unknown(who, "a closed account is linked to")
		}
		return Entered{}, err
	}
	e.Next = s.Next
	if !c.Factor.IsZero() {
		step, hash := auth.NewToken()
		e.Step = step
		return e, d.keep(ctx, store.SignInStep{Tenant: c.Tenant, Account: c.ID, Next: s.Next}, hash)
	}
	e.Token, err = d.open(ctx, c, who, "", from, func(*store.Tx) error { return nil })
	return e, err
}

// take uses up the step of a browser that has no account yet.
func (d *Desk) take(ctx context.Context, secret string) (s store.SignInStep, err error) {
	hash := auth.HashToken(secret)
	err = d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		if s, err = tx.Step(hash); err != nil {
			return err
		}
		if s.Account != "" {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		return tx.TakeStep(hash)
	})
	return s, over(err)
}

// over turns a step that is not there any more into its refusal.
func over(err error) error {
	if thidua.KindOf(err) == thidua.NotFound {
		return refuse(thidua.Invalid, CodeStepOver, err)
	}
	return err
}

// linked gives the account that an administrator has linked to a subject; nothing else leads to one.
func (d *Desk) linked(ctx context.Context, who string) (c store.Credential, err error) {
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		tenant, account, err := tx.SubjectAccount(d.client.Issuer, who)
		if err != nil {
			return err
		}
		tx.Tenant = tenant // the link tells the agency; nothing was read before it
		c, err = tx.Account(account)
		return err
	})
	if thidua.KindOf(err) == thidua.NotFound {
		return c, unknown(who, "no account is linked to")
	}
	return c, err
}

// unknown refuses somebody whom the provider knows; it says the same whether there is an account or not.
func unknown(who, why string) error {
	return &Refusal{Why: thidua.Refuse(thidua.Forbidden, CodeUnknown), Subject: who,
		Cause: fmt.Errorf("%s the subject with the SHA-256 %.6x", why, sha256.Sum256([]byte(who)))}
}

// open opens the session, if the link still stands.
func (d *Desk) open(ctx context.Context, c store.Credential, who, code, from string, take func(tx *store.Tx) error) (string, error) {
	return d.app.SignInKnown(ctx, c, code, from, vi.ByProvider, func(tx *store.Tx) error {
		if now, err := tx.SubjectLink(c.ID, d.client.Issuer); err != nil || now.Subject != who {
			return errors.Join(err, unknown(who, "no account is linked any more to"))
		}
		if err := take(tx); err != nil {
			return err
		}
		return takeBack(tx, from)
	})
}

// takeBack forgets the begin that has opened a session.
func takeBack(tx *store.Tx, from string) error {
	tries, err := tx.Tries("", subject(from))
	if err != nil {
		return err
	}
	tries.Failures = max(tries.Failures-1, 0)
	return tx.SetTries("", subject(from), tries)
}

// Confirm takes the code of the second factor for a step whose person the provider has told; a wrong one leaves the step as it is.
func (d *Desk) Confirm(ctx context.Context, secret, code, from string) (e Entered, err error) {
	s, c, who, err := d.waiting(ctx, secret)
	if err != nil {
		return e, err
	}
	e.Next = s.Next
	e.Token, err = d.open(ctx, c, who, code, from, func(tx *store.Tx) error { return over(tx.TakeStep(auth.HashToken(secret))) })
	if refusal, ok := act.Refusal(err); ok && refusal.Code == agency.CodeSignInWrong {
		return Entered{}, thidua.Faults{{Field: "code", Code: CodeCodeWrong}}.Err()
	}
	return e, err
}

// Waits tells whether a step waits for a code; the refusal is of kind Invalid.
func (d *Desk) Waits(ctx context.Context, secret string) error {
	_, _, _, err := d.waiting(ctx, secret)
	return err
}

func (d *Desk) waiting(ctx context.Context, secret string) (s store.SignInStep, c store.Credential, who string, err error) {
	if d.Off() {
		return s, c, "", thidua.Refuse(thidua.NotFound, CodeOff)
	}
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		if s, err = tx.Step(auth.HashToken(secret)); err != nil {
			return err
		}
		if s.Account == "" { // it waits for the provider
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		tx.Tenant = s.Tenant // the step tells the agency; nothing was read before it
		link, err := tx.SubjectLink(s.Account, d.client.Issuer)
		if err != nil {
			return err
		}
		if who = link.Subject; who == "" {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		c, err = tx.Account(s.Account)
		return err
	})
	return s, c, who, over(err)
}
