package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
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
func (k *Keeper) SignIn(ctx context.Context, userName, password, from string) (token string, actor thidua.Actor, err error) {
	fold := vi.Fold(userName)
	if err := k.countTry(ctx, signInSubjects(fold, from)); err != nil {
		return "", actor, err
	}
	found, renewed, err := k.recognise(ctx, fold, password)
	if err != nil {
		return "", actor, err
	}
	if found.ID == "" {
		return "", actor, k.refuseSignIn(ctx, fold)
	}
	token, err = k.openSession(ctx, found, renewed, fold, from)
	if err != nil {
		return "", actor, err
	}
	actor, err = k.Session(ctx, token)
	return token, actor, err
}

// recognise finds the account whose password this is; a missing one costs the same time. renewed is a stronger hash where one is due.
func (k *Keeper) recognise(ctx context.Context, fold, password string) (found store.Credential, renewed string, err error) {
	var all []store.Credential
	err = k.data.DB.Read(ctx, "", func(tx *store.Tx) error {
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

func (k *Keeper) openSession(ctx context.Context, c store.Credential, renewed, fold, from string) (string, error) {
	token, hash := auth.NewToken()
	name := c.PersonName
	if name == "" {
		name = c.UserName
	}
	event := &store.Act{Tenant: c.Tenant, Actor: "account:" + c.ID, ActorName: name, Verb: string(thidua.SignedIn), Object: "account:" + c.ID,
		ObjectName: c.UserName, From: act.Origin(ctx)}
	err := k.data.DB.Write(ctx, event, func(tx *store.Tx) error {
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
func (k *Keeper) SignOut(ctx context.Context, token string) error {
	actor, err := k.Session(ctx, token)
	if err != nil {
		return act.Unless(err, thidua.SignIn)
	}
	d := act.Deed{Verb: thidua.SignedOut, Object: "account:" + actor.Account, Name: actor.Name}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error { return tx.EndSession(auth.HashToken(token)) })
}
