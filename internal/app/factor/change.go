package factor

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
)

// NewCodes gives ten recovery codes in the place of those before, shown once.
func (d *Desk) NewCodes(ctx context.Context, actor thidua.Actor, p Proof) (codes []string, err error) {
	codes = totp.NewRecovery()
	err = d.proven(ctx, actor, p, thidua.RecoveryMade, func(tx *store.Tx) error { return keep(tx, actor, codes) })
	if err != nil {
		return nil, err
	}
	return codes, nil
}

// Remove takes the actor's own factor away and ends all sessions; token is that of a new one.
func (d *Desk) Remove(ctx context.Context, actor thidua.Actor, session string, p Proof) (token string, err error) {
	err = d.proven(ctx, actor, p, thidua.FactorRemoved, func(tx *store.Tx) error {
		if err := tx.ClearFactor(actor.Account, false); err != nil {
			return err
		}
		token, err = anew(tx, actor, session)
		return err
	})
	if err != nil {
		return "", err
	}
	return token, nil
}

// Again asks somebody who is signed in for all that he signs in with, before he changes where a link to a new password goes: the password and,
// with a second factor, a code. Faults stand at "password" and "code".
func (d *Desk) Again(ctx context.Context, actor thidua.Actor, p Proof) error {
	c, err := d.account(ctx, actor)
	if err != nil {
		return err
	}
	if c.Factor.IsZero() {
		return d.app.Prove(ctx, actor, "password", p.Password)
	}
	take, err := d.prove(ctx, actor, c, p)
	if err != nil {
		return err
	}
	return d.noted(ctx, c, d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		tx.Tenant = actor.Tenant
		return take(tx)
	}))
}

// proven does something to a factor for who proved the password and a code.
func (d *Desk) proven(ctx context.Context, actor thidua.Actor, p Proof, verb thidua.Action, do func(tx *store.Tx) error) error {
	c, err := d.account(ctx, actor)
	if err != nil {
		return err
	}
	if c.Factor.IsZero() {
		return thidua.Refuse(thidua.Conflict, CodeNone)
	}
	take, err := d.prove(ctx, actor, c, p)
	if err != nil {
		return err
	}
	return d.noted(ctx, c, d.data.Write(ctx, actor, deed(c, verb), func(tx *store.Tx, _ *act.Deed) error {
		if err := take(tx); err != nil {
			return err
		}
		return do(tx)
	}))
}

// prove asks for the password and a code; a wrong code leaves an event.
func (d *Desk) prove(ctx context.Context, actor thidua.Actor, c store.Credential, p Proof) (take func(tx *store.Tx) error, err error) {
	if err := d.app.Prove(ctx, actor, "password", p.Password); err != nil {
		return nil, err
	}
	if err := d.count(ctx, c.ID); err != nil {
		return nil, atCode(err)
	}
	take, err = d.right(ctx, c, p.Code)
	return take, d.noted(ctx, c, err)
}

// noted leaves an event of a wrong code and puts the refusal at its field.
func (d *Desk) noted(ctx context.Context, c store.Credential, err error) error {
	if e, ok := act.Refusal(err); ok && (e.Code == CodeWrong || len(e.Faults) > 0 && e.Faults[0].Code == CodeWrong) {
		if failed := d.Refused(ctx, c); failed != nil {
			return failed
		}
	}
	return atCode(err)
}

// atCode puts a refusal at the field of the code; one that stands at a field stays there.
func atCode(err error) error {
	if e, ok := act.Refusal(err); !ok || len(e.Faults) > 0 {
		return err
	}
	return act.AtField("code", err)
}

// Reset takes somebody else's factor away, for who lost the telephone and the recovery codes; reason is how it was made sure who asks. The person's
// sessions end, and the next sign-in says what was done.
func (d *Desk) Reset(ctx context.Context, actor thidua.Actor, account, reason string) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if actor.Account == account {
		return thidua.Refuse(thidua.Forbidden, CodeOwn)
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return thidua.Faults{{Field: "reason", Code: CodeHow}}.Err()
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.FactorReset, Object: "account:" + account, Reason: reason}, func(tx *store.Tx, done *act.Deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		done.Name = c.UserName
		if c.Factor.IsZero() {
			return thidua.Refuse(thidua.Conflict, CodeNone)
		}
		if err := tx.ClearFactor(account, true); err != nil {
			return err
		}
		if err := d.tell(tx, account); err != nil {
			return err
		}
		return tx.EndSessions(actor.Tenant, account, "", "")
	})
}
