package app

import (
	"context"
	"errors"
	"time"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// The refusals of signing in; they never tell whether an account exists.
const (
	CodeSignInWrong thidua.Code = "sign-in-wrong"
	// CodeAccountLocked is a name or an address from which too many wrong tries came; the argument is the wait in minutes.
	CodeAccountLocked thidua.Code = "account-locked"
	CodeSessionEnded  thidua.Code = "session-ended"
	CodePasswordWrong thidua.Code = "password-wrong"
)

// visitorAct is the actor of the log while nobody has signed in yet.
const visitorAct = "visitor"

// SignIn checks a name and a password and opens a session; the refusal is of kind SignIn. Every try leaves an event in the agency of
// the account, and the typed name stands in none: some people type their password there.
func (a *App) SignIn(ctx context.Context, userName, password, from string) (token string, actor thidua.Actor, err error) {
	fold := vi.Fold(userName)
	if err := a.countTry(ctx, signInSubjects(fold, from)); err != nil {
		return "", actor, err
	}
	found, renewed, err := a.recognise(ctx, fold, password)
	if err != nil {
		return "", actor, err
	}
	if found.ID == "" {
		return "", actor, a.refuseSignIn(ctx, fold)
	}
	token, err = a.openSession(ctx, found, renewed, fold, from)
	if err != nil {
		return "", actor, err
	}
	actor, err = a.Session(ctx, token)
	return token, actor, err
}

type guarded struct {
	subject string
	policy  auth.Policy
}

func signInSubjects(fold, from string) []guarded {
	out := []guarded{{"account:" + fold, auth.AccountPolicy}}
	if from != "" {
		out = append(out, guarded{"peer:" + from, auth.PeerPolicy})
	}
	return out
}

// countTry counts a try before it is checked, so that a burst of guesses at once is bounded as well; a right one is taken back.
func (a *App) countTry(ctx context.Context, subjects []guarded) error {
	return a.db.WriteUpkeep(ctx, func(tx *store.Tx) error {
		for _, g := range subjects {
			tries, err := tx.Tries("", g.subject)
			if err != nil {
				return err
			}
			if open := g.policy.OpenAt(tries, tx.Wall); !open.IsZero() {
				return thidua.Refuse(thidua.SignIn, CodeAccountLocked, minutesUntil(tx.Wall, open))
			}
			if err := tx.SetTries("", g.subject, g.policy.Fail(tries, tx.Wall)); err != nil {
				return err
			}
		}
		return nil
	})
}

func minutesUntil(now, open time.Time) int {
	return int((open.Sub(now) + time.Minute - 1) / time.Minute)
}

// takeBack forgets the tries on the account and the one just counted for the address.
func takeBack(tx *store.Tx, subjects []guarded) error {
	for i, g := range subjects {
		tries, err := tx.Tries("", g.subject)
		if err != nil {
			return err
		}
		tries.Failures--
		if i == 0 || tries.Failures < 0 {
			tries.Failures = 0
		}
		if err := tx.SetTries("", g.subject, tries); err != nil {
			return err
		}
	}
	return nil
}

// recognise finds the account whose password this is; a missing one costs the same time. renewed is a stronger hash where one is due.
func (a *App) recognise(ctx context.Context, fold, password string) (found store.Credential, renewed string, err error) {
	var all []store.Credential
	err = a.db.Read(ctx, "", func(tx *store.Tx) error {
		all, err = tx.CredentialsNamed(fold)
		return err
	})
	if err != nil {
		return found, "", err
	}
	if len(all) == 0 {
		all = []store.Credential{{}}
	}
	for _, c := range all {
		right, renew, err := auth.Verify(ctx, password, c.Hash)
		if err != nil {
			return found, "", err
		}
		if !right || !c.Disabled.IsZero() {
			continue
		}
		if renew {
			renewed, err = auth.Hash(ctx, password)
		}
		return c, renewed, err
	}
	return found, "", nil
}

// refuseSignIn notes the wrong try in the agencies that have such an account.
func (a *App) refuseSignIn(ctx context.Context, fold string) error {
	var all []store.Credential
	err := a.db.Read(ctx, "", func(tx *store.Tx) (err error) {
		all, err = tx.CredentialsNamed(fold)
		return err
	})
	for _, c := range all {
		act := &store.Act{Tenant: c.Tenant, Actor: visitorAct, Verb: string(thidua.SignInRefused), Object: "account:" + c.ID, ObjectName: c.UserName,
			From: origin(ctx)}
		err = errors.Join(err, a.db.Write(ctx, act, func(*store.Tx) error { return nil }))
	}
	if err != nil {
		return err
	}
	return thidua.Refuse(thidua.SignIn, CodeSignInWrong)
}

func (a *App) openSession(ctx context.Context, c store.Credential, renewed, fold, from string) (string, error) {
	token, hash := auth.NewToken()
	name := c.PersonName
	if name == "" {
		name = c.UserName
	}
	act := &store.Act{Tenant: c.Tenant, Actor: "account:" + c.ID, ActorName: name, Verb: string(thidua.SignedIn), Object: "account:" + c.ID,
		ObjectName: c.UserName, From: origin(ctx)}
	err := a.db.Write(ctx, act, func(tx *store.Tx) error {
		if renewed != "" {
			if err := tx.SetPassword(c.ID, renewed, c.MustChange); err != nil {
				return err
			}
		}
		if err := takeBack(tx, signInSubjects(fold, from)); err != nil {
			return err
		}
		return tx.InsertSession(hash, auth.Session{ID: store.NewID(), Tenant: c.Tenant, Account: c.ID, Peer: from})
	})
	return token, err
}

// SignOut ends a session; an unknown token is no error.
func (a *App) SignOut(ctx context.Context, token string) error {
	actor, err := a.Session(ctx, token)
	if err != nil {
		return unless(err, thidua.SignIn)
	}
	d := deed{verb: thidua.SignedOut, object: "account:" + actor.Account, name: actor.Name}
	return a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error { return tx.EndSession(auth.HashToken(token)) })
}

// ChangePassword sets a new password and ends the other sessions; faults stand at the fields "current" and "new".
func (a *App) ChangePassword(ctx context.Context, actor thidua.Actor, token, current, next string) error {
	var mine store.Credential
	err := a.read(ctx, actor, func(tx *store.Tx) (err error) {
		mine, err = tx.Account(actor.Account)
		return err
	})
	if err != nil {
		return err
	}
	guard := []guarded{{"password:" + actor.Account, auth.AccountPolicy}}
	if err := a.countTry(ctx, guard); err != nil {
		return atField("current", err)
	}
	right, _, err := auth.Verify(ctx, current, mine.Hash)
	if err != nil {
		return err
	}
	if !right {
		return thidua.Faults{{Field: "current", Code: CodePasswordWrong}}.Err()
	}
	if err := auth.CheckPassword("new", mine.UserName, next); err != nil {
		return err
	}
	hash, err := auth.Hash(ctx, next)
	if err != nil {
		return err
	}
	d := deed{verb: thidua.PasswordSet, object: "account:" + mine.ID, name: mine.UserName}
	return a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error {
		if err := takeBack(tx, guard); err != nil {
			return err
		}
		if err := tx.SetPassword(mine.ID, hash, false); err != nil {
			return err
		}
		return tx.EndSessions(actor.Tenant, actor.Account, auth.HashToken(token), "")
	})
}

// unless gives no error for a refusal of the kind.
func unless(err error, kind thidua.Kind) error {
	if thidua.KindOf(err) == kind {
		return nil
	}
	return err
}
