package praise

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// NewInitiative gives the year in which an initiative is to be written, for the form.
func (d *Desk) NewInitiative(ctx context.Context, actor thidua.Actor, round string) (y Year, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		y, err = yearOf(tx, round)
		return err
	})
	return y, err
}

// WriteInitiative keeps an initiative in the words of the form, with its authors and their shares: a new one (ID empty, as a draft), or one
// that is a draft or was returned. Faults stand at "name", "unit", "applied" and "authors".
func (d *Desk) WriteInitiative(ctx context.Context, actor thidua.Actor, asked thidua.Initiative) (i thidua.Initiative, err error) {
	trim(&asked.Name, &asked.Field, &asked.Purpose, &asked.Problem, &asked.Solution, &asked.Effect, &asked.Apply)
	deed := act.Deed{Verb: thidua.WriteInitiative, Name: asked.Name}
	err = d.data.Write(ctx, actor, deed, func(tx *store.Tx, dd *act.Deed) error {
		i = asked
		save := tx.InsertInitiative
		if i.ID != "" {
			before, err := initiativeFor(tx, actor, i.ID)
			if err != nil {
				return err
			}
			if !before.Editable() {
				return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.WriteInitiative, before.State)
			}
			dd.Before, i, save = before, reworded(before, asked), tx.UpdateInitiative
			if !writes(actor, before) {
				return thidua.Refuse(thidua.Forbidden, app.CodeNoRight)
			}
		} else {
			i = reworded(thidua.Initiative{ID: store.NewID(), Round: asked.Round, Unit: asked.Unit, State: thidua.InitiativeDraft}, asked)
		}
		if err := checkWords(tx, actor, &i); err != nil {
			return err
		}
		dd.Object, dd.After = "initiative:"+i.ID, i
		return save(i)
	})
	return i, err
}

// reworded puts what was typed into an initiative; the first author stands for it.
func reworded(i, typed thidua.Initiative) thidua.Initiative {
	i.Name, i.Field, i.Purpose, i.Problem, i.Solution = typed.Name, typed.Field, typed.Purpose, typed.Problem, typed.Solution
	i.Effect, i.Apply, i.AppliedOn, i.Authors, i.Person = typed.Effect, typed.Apply, typed.AppliedOn, typed.Authors, ""
	if i.Version = typed.Version; len(i.Authors) > 0 {
		i.Person = i.Authors[0].Person
	}
	return i
}

func checkWords(tx *store.Tx, actor thidua.Actor, i *thidua.Initiative) error {
	if _, err := app.OpenRound(tx, i.Round); err != nil {
		return err
	}
	if err := i.Check(act.Today(tx)); err != nil {
		return err
	}
	if _, err := tx.Unit(i.Unit); err != nil {
		return err
	}
	if !writes(actor, *i) {
		return thidua.Refuse(thidua.Forbidden, app.CodeNoRight)
	}
	staff, err := tx.Staff(store.StaffFilter{On: act.Today(tx)}, store.Page{})
	if err != nil {
		return err
	}
	for n, a := range i.Authors {
		at := slices.IndexFunc(staff, func(s thidua.Staff) bool { return s.Person.ID == a.Person })
		if at < 0 {
			return thidua.Faults{{Field: "authors", Code: thidua.CodeAuthorUnknown}}.Err()
		}
		i.Authors[n].Name = staff[at].Name
	}
	if err := thidua.CheckShares(i.Authors); err != nil {
		return err
	}
	return unmarked(map[string]string{"name": i.Name, "purpose": i.Purpose, "problem": i.Problem, "solution": i.Solution, "effect": i.Effect, "apply": i.Apply})
}
