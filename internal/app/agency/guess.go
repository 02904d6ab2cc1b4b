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

// signInSubjects gives what a try to sign in counts against. A device that is known for the name counts for itself alone, so that no stranger
// makes its owner wait; others count for the name at their address, for their address, and for the name wherever they are.
func (k *Keeper) signInSubjects(ctx context.Context, fold, from string) (out []guarded, err error) {
	b := browserOf(ctx)
	known := false
	if b.Device != "" {
		err = k.data.DB.Read(ctx, "", func(tx *store.Tx) error {
			known, err = tx.Knows(fold, auth.HashToken(b.Device))
			return err
		})
	}
	if known {
		return []guarded{{"account:" + fold + "@device:" + auth.HashToken(b.Device), auth.AccountPolicy}}, err
	}
	from = auth.Network(from)
	out = []guarded{{"account:" + fold + "@" + from, auth.AccountPolicy}, {"account:" + fold, auth.CrowdPolicy}}
	if from != "" {
		out = append(out, guarded{"peer:" + from, auth.PeerPolicy})
	}
	return out, err
}

// CountTry counts a try against a subject of its own, such as an address from which codes are guessed; the refusal is of kind SignIn and names
// the wait.
func (k *Keeper) CountTry(ctx context.Context, subject string, policy auth.Policy) error {
	return k.countTry(ctx, []guarded{{subject, policy}})
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
		err = errors.Join(err, k.noteRefused(ctx, c, ""))
	}
	if len(all) == 0 {
		err = errors.Join(err, k.data.DB.WriteUpkeep(ctx, costsAlike))
	}
	if err != nil {
		return err
	}
	return thidua.Refuse(thidua.SignIn, CodeSignInWrong)
}

// noteRefused notes in the agency of an account that somebody was not let in to it.
func (k *Keeper) noteRefused(ctx context.Context, c store.Credential, how string) error {
	event := &store.Act{Tenant: c.Tenant, Actor: visitorAct, Verb: string(thidua.SignInRefused), Object: "account:" + c.ID, ObjectName: c.UserName,
		Reason: how, From: act.Origin(ctx)}
	return k.data.DB.Write(ctx, event, func(*store.Tx) error { return nil })
}

// costsAlike writes for a name that there is not, as the event is written for one that there is: the time of the answer tells nothing.
func costsAlike(tx *store.Tx) error {
	return tx.SetTries("", "nobody", auth.Tries{Failures: 1, Last: tx.Wall})
}
