package deputy

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// Give enters a deputising: by who holds the post, or by an administrator with the number of the document. Faults stand at the fields that
// thidua.Deputy.Check names.
func (d *Desk) Give(ctx context.Context, actor thidua.Actor, dep thidua.Deputy) error {
	if actor.Deputy != "" {
		return thidua.Refuse(thidua.Forbidden, thidua.CodeDeputyChain)
	}
	if dep.From != actor.Person || actor.Person == "" {
		if err := act.May(actor, thidua.RoleAdmin); err != nil {
			return err
		}
	}
	dep.ID, dep.Number, dep.ByName = store.NewID(), strings.TrimSpace(dep.Number), actor.Name
	deed := act.Deed{Verb: thidua.DeputyGiven, Object: "deputy:" + dep.ID}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		if err := dep.Check(actor, act.Today(tx)); err != nil {
			return err
		}
		if err := fit(tx, dep); err != nil {
			return err
		}
		if err := tx.InsertDeputy(dep); err != nil {
			return err
		}
		kept, err := tx.Deputy(dep.ID)
		done.Name, done.After = kept.FromName+" – "+kept.ToName, told(kept)
		return err
	})
}

// terms is a deputising as the log tells it.
type terms struct {
	Principal, Substitute string
	Post                  thidua.Role
	UnitName              string
	Begin, End            thidua.Date
	Number                string
	Dated                 thidua.Date
}

func told(d thidua.Deputy) terms {
	return terms{d.FromName, d.ToName, d.Post, d.UnitName, d.Begin, d.End, d.Number, d.Dated}
}

// fit asks what the two people are today, and whether the same was given before.
func fit(tx *store.Tx, dep thidua.Deputy) error {
	var f thidua.Faults
	holder, err := standing(tx, dep.From)
	if err != nil {
		return err
	}
	to, err := standing(tx, dep.To)
	if err != nil {
		return err
	}
	if !holds(holder, dep) {
		f.Add("post", thidua.CodeDeputyPost)
	}
	switch {
	case to.Person == "":
		f.Add("to", thidua.CodeDeputyTo)
	case to.Has(thidua.RoleAdmin):
		f.Add("to", thidua.CodeDeputyAdmin)
	case dep.Post == thidua.RoleChair && !to.Has(thidua.RoleCouncil):
		f.Add("to", thidua.CodeDeputySeat)
	}
	before, err := tx.Deputies(dep.From)
	if slices.ContainsFunc(before, dep.Again) {
		f.Add("until", thidua.CodeDeputyHeld)
	}
	if err != nil {
		return err
	}
	return f.Err()
}

// Withdraw ends a deputising from now on: by who gave it, or by an administrator.
func (d *Desk) Withdraw(ctx context.Context, actor thidua.Actor, id string) error {
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.DeputyTaken, Object: "deputy:" + id}, func(tx *store.Tx, done *act.Deed) error {
		dep, err := seen(tx, actor, id)
		if err != nil {
			return err
		}
		if actor.Deputy != "" || dep.From != actor.Person && !actor.Has(thidua.RoleAdmin) {
			return thidua.Refuse(thidua.Forbidden, act.CodeNoRight)
		}
		done.Name, done.Before = dep.FromName+" – "+dep.ToName, told(dep)
		return tx.WithdrawDeputy(id, actor.Name)
	})
}

// seen gives a deputising to whom it concerns, as if there were none to everybody else.
func seen(tx *store.Tx, actor thidua.Actor, id string) (thidua.Deputy, error) {
	dep, err := tx.Deputy(id)
	if err == nil && dep.From != actor.Person && dep.To != actor.Person && !actor.Has(thidua.RoleAdmin) {
		return dep, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return dep, err
}

// Begin notes that somebody begins to act under a deputising; that he may, each request asks anew (Acting). What he may do changes, so his session
// goes on under another token, which is given; the old one is dead.
func (d *Desk) Begin(ctx context.Context, actor thidua.Actor, token, id string) (fresh string, err error) {
	if actor.Deputy != "" {
		return "", thidua.Refuse(thidua.Forbidden, thidua.CodeDeputyChain)
	}
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.DeputyBegun, Object: "deputy:" + id}, func(tx *store.Tx, done *act.Deed) error {
		dep, err := seen(tx, actor, id)
		if err != nil {
			return err
		}
		done.Name = dep.FromName + " – " + dep.ToName
		if _, err = stand(tx, actor, dep); err != nil {
			return err
		}
		fresh, err = renew(tx, token)
		return err
	})
	return fresh, err
}

// Leave notes that somebody acts in his own name again, under another token.
func (d *Desk) Leave(ctx context.Context, actor thidua.Actor, token string) (fresh string, err error) {
	if actor.Deputy == "" {
		return "", thidua.Refuse(thidua.Conflict, thidua.CodeDeputyNotSelf)
	}
	deed := act.Deed{Verb: thidua.DeputyLeft, Object: "deputy:" + actor.Deputy, Name: actor.Name}
	err = d.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error {
		fresh, err = renew(tx, token)
		return err
	})
	return fresh, err
}

// renew lets a session go on under another token; whoever acts without one, as the sample does, gets none.
func renew(tx *store.Tx, token string) (string, error) {
	if token == "" {
		return "", nil
	}
	s, err := tx.Session(auth.HashToken(token))
	if err != nil {
		return "", err
	}
	fresh, hash := auth.NewToken()
	return fresh, tx.RenewSession(auth.HashToken(token), hash, s.Roles)
}
