package agency

import (
	"context"
	"errors"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

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
func (k *Keeper) countTry(ctx context.Context, subjects []guarded) error {
	return k.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
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

// refuseSignIn notes the wrong try in the agencies that have such an account.
func (k *Keeper) refuseSignIn(ctx context.Context, fold string) error {
	var all []store.Credential
	err := k.data.DB.Read(ctx, "", func(tx *store.Tx) (err error) {
		all, err = tx.CredentialsNamed(fold)
		return err
	})
	for _, c := range all {
		event := &store.Act{Tenant: c.Tenant, Actor: visitorAct, Verb: string(thidua.SignInRefused), Object: "account:" + c.ID, ObjectName: c.UserName,
			From: act.Origin(ctx)}
		err = errors.Join(err, k.data.DB.Write(ctx, event, func(*store.Tx) error { return nil }))
	}
	if err != nil {
		return err
	}
	return thidua.Refuse(thidua.SignIn, CodeSignInWrong)
}
