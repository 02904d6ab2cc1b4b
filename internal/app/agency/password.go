package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// ChangePassword sets a new password, ends the other sessions and lets this one go on under a new token; faults stand at the fields "current" and
// "new".
func (k *Keeper) ChangePassword(ctx context.Context, actor thidua.Actor, token, current, next string) (fresh string, err error) {
	var mine store.Credential
	err = k.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		mine, err = tx.Account(actor.Account)
		return err
	})
	if err != nil {
		return "", err
	}
	guard := []guarded{{"password:" + actor.Account, auth.AccountPolicy}}
	if err := k.countTry(ctx, guard); err != nil {
		return "", act.AtField("current", err)
	}
	right, _, err := auth.Verify(ctx, current, mine.Hash)
	if err != nil {
		return "", err
	}
	if !right {
		return "", thidua.Faults{{Field: "current", Code: CodePasswordWrong}}.Err()
	}
	hash, err := k.NextHash(ctx, mine, "new", next)
	if err != nil {
		return "", err
	}
	fresh, kept := auth.NewToken()
	d := act.Deed{Verb: thidua.PasswordSet, Object: "account:" + mine.ID, Name: mine.UserName}
	return fresh, k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error {
		if err := takeBack(tx, guard); err != nil {
			return err
		}
		if err := tx.SetPassword(mine.ID, hash, false); err != nil {
			return err
		}
		if err := tx.EndSessions(actor.Tenant, actor.Account, auth.HashToken(token), ""); err != nil {
			return err
		}
		return ended(tx.RenewSession(auth.HashToken(token), kept, rights(actor)))
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

// NextHash checks a new password of an account under the rule of its agency, the earlier ones among it, and gives its hash; faults stand at the
// field.
func (k *Keeper) NextHash(ctx context.Context, c store.Credential, field, password string) (hash string, err error) {
	profile := auth.ProfileNamed(c.Profile)
	if err := profile.Check(field, c.UserName, password); err != nil {
		return "", err
	}
	var earlier []string
	if profile.History > 0 {
		err = k.data.DB.Read(ctx, c.Tenant, func(tx *store.Tx) error {
			earlier, err = tx.EarlierPasswords(c.ID, profile.History-1)
			return err
		})
		if err != nil {
			return "", err
		}
		earlier = append(earlier, c.Hash)
	}
	for _, h := range earlier {
		used, _, err := auth.Verify(ctx, password, h)
		if err != nil {
			return "", err
		}
		if used {
			return "", thidua.Faults{{Field: field, Code: auth.CodePasswordUsed, Args: []any{profile.History}}}.Err()
		}
	}
	return auth.Hash(ctx, password)
}

// EndAll ends every session of an account, its links to a new password, and that devices are known for it.
func EndAll(tx *store.Tx, account string) error {
	if err := tx.EndSessions(tx.Tenant, account, "", ""); err != nil {
		return err
	}
	if err := tx.DropLinks(account); err != nil {
		return err
	}
	return tx.ForgetDevices(account)
}
