package app

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Found is what a search gives, each kind bounded; Asked is false while there is nothing to look for.
type Found struct {
	Asked     bool
	Movements []thidua.Movement
	Units     []thidua.Unit
	People    []thidua.Staff
	Targets   []store.FoundTarget
	Papers    []thidua.Paper
}

// Empty tells whether nothing was found.
func (f Found) Empty() bool {
	return len(f.Movements)+len(f.Units)+len(f.People)+len(f.Targets)+len(f.Papers) == 0
}

// shortest and longest bound what is looked for, in letters.
const (
	shortestSearch = 2
	longestSearch  = 100
)

// Search looks for a part of a name, with or without diacritics ("thi dua" finds "Thi đua"), among what the actor may see: units are seen by
// all, people by name alone, the targets of others and papers only by those who may read them.
func (a *App) Search(ctx context.Context, actor thidua.Actor, text string) (f Found, err error) {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	fold := vi.Fold(string(letters[:min(len(letters), longestSearch)]))
	if len([]rune(fold)) < shortestSearch {
		return f, nil
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		f, err = search(tx, actor, fold)
		return err
	})
	return f, err
}

func search(tx *store.Tx, actor thidua.Actor, fold string) (f Found, err error) {
	f.Asked = true
	if f.Movements, err = tx.FindMovements(fold); err != nil {
		return f, err
	}
	if f.Units, err = tx.FindUnits(fold, today(tx)); err != nil {
		return f, err
	}
	if f.People, err = tx.Staff(store.StaffFilter{On: today(tx), Fold: fold}, store.Page{Size: 20}); err != nil {
		return f, err
	}
	var units []string
	person := ""
	if !actor.Has(readers...) {
		units, person = append([]string{actor.Unit}, actor.Heads...), actor.Person
	}
	if f.Targets, err = tx.FindTargets(fold, units, person); err != nil {
		return f, err
	}
	if actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleClerk, thidua.RoleInspector, thidua.RoleSecretary) {
		f.Papers, err = tx.FindPapers(fold)
	}
	return f, err
}
