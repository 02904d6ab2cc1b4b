package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// ChangePassword sets a new password and ends the other sessions; faults stand at the fields "current" and "new".
func (k *Keeper) ChangePassword(ctx context.Context, actor thidua.Actor, token, current, next string) error {
	var mine store.Credential
	err := k.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		mine, err = tx.Account(actor.Account)
		return err
	})
	if err != nil {
		return err
	}
	guard := []guarded{{"password:" + actor.Account, auth.AccountPolicy}}
	if err := k.countTry(ctx, guard); err != nil {
		return act.AtField("current", err)
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
	d := act.Deed{Verb: thidua.PasswordSet, Object: "account:" + mine.ID, Name: mine.UserName}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error {
		if err := takeBack(tx, guard); err != nil {
			return err
		}
		if err := tx.SetPassword(mine.ID, hash, false); err != nil {
			return err
		}
		return tx.EndSessions(actor.Tenant, actor.Account, auth.HashToken(token), "")
	})
}

// Prove asks somebody who is signed in for the password once more, before something that a stolen session must not do; a fault stands at the field.
func (k *Keeper) Prove(ctx context.Context, actor thidua.Actor, field, password string) error {
	var mine store.Credential
	err := k.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		mine, err = tx.Account(actor.Account)
		return err
	})
	if err != nil {
		return err
	}
	guard := []guarded{{"password:" + actor.Account, auth.AccountPolicy}}
	if err := k.countTry(ctx, guard); err != nil {
		return act.AtField(field, err)
	}
	right, _, err := auth.Verify(ctx, password, mine.Hash)
	if err != nil {
		return err
	}
	if !right {
		return thidua.Faults{{Field: field, Code: CodePasswordWrong}}.Err()
	}
	return k.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error { return takeBack(tx, guard) })
}
