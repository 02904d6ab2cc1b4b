package exchange

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/store/former"
	"thidua/internal/vi"
)

// Past is an import of a list as the list of imports shows it; Mine tells whether the actor may take it back, as far as rights go.
type Past struct {
	thidua.ImportRun
	Mine bool
}

// pastShown bounds the imports that a page shows.
const pastShown = 50

// Past lists the imports of a list that the actor may know of, the newest first: his own, and those of rows that he may change or oversees.
func (x *Exchange) Past(ctx context.Context, actor thidua.Actor, l *List) (out []Past, err error) {
	err = x.app.Ground().Read(ctx, actor, func(tx *store.Tx) error {
		out = nil
		runs, err := tx.ImportRuns(string(l.Name), l.Mark.Round, store.Page{Size: pastShown})
		for _, r := range runs {
			p := Past{r, l.mine(actor, r)}
			if !p.Mine && r.Undone.IsZero() && l.Name.OfYear() {
				steps, err := tx.ImportSteps(r.ID)
				if err != nil {
					return err
				}
				p.Mine = l.shut(steps) == nil
			}
			if p.Mine || actor.Has(bookReaders...) {
				out = append(out, p)
			}
		}
		return err
	})
	return out, err
}

// mine tells whether an import is the actor's by who he is: he made it, or the list is one that its keepers change as a whole.
func (l *List) mine(actor thidua.Actor, r thidua.ImportRun) bool {
	return !l.Name.OfYear() || r.Account == actor.Account
}

// shut says why the actor may not change what an import changed, as the list itself says it row by row; nil when he may.
func (l *List) shut(steps []store.ImportStep) error {
	if !l.Name.OfYear() {
		return nil
	}
	why := map[string]error{}
	for _, rows := range l.rows {
		for _, r := range rows {
			why[r.group] = r.shut
		}
	}
	for _, s := range steps {
		err, there := why[s.Group]
		if !there {
			return thidua.Refuse(thidua.Forbidden, app.CodeNoRight)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Undo takes an import of a list back as a whole, while nothing has been built on it: who may change those rows may take it back. A refusal says
// what stands in the way, and nothing has changed then.
func (x *Exchange) Undo(ctx context.Context, actor thidua.Actor, l *List, id string) error {
	d := act.Deed{Verb: thidua.ImportUndone, Object: "import:" + id}
	return x.app.Ground().Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		run, err := tx.ImportRun(id)
		if err != nil {
			return err
		}
		steps, err := tx.ImportSteps(id)
		if err != nil {
			return err
		}
		if err := l.mayUndo(actor, run, steps); err != nil {
			return err
		}
		if run.Round != "" {
			if err := yearOpen(tx, run.Round); err != nil {
				return err
			}
		}
		for _, s := range slices.Backward(steps) {
			if err := takeBack(tx, s); err != nil {
				return err
			}
		}
		if err := l.shut(steps); err != nil {
			return err
		}
		d.Name, d.Before = run.File, named(steps)
		return tx.EndImportRun(id, actor.Name)
	})
}

// mayUndo refuses an import of another list, one that was taken back, and one of rows that are not this actor's at all.
func (l *List) mayUndo(actor thidua.Actor, run thidua.ImportRun, steps []store.ImportStep) error {
	err := l.shut(steps)
	switch forbidden := thidua.KindOf(err) == thidua.Forbidden && err != nil; {
	case run.List != string(l.Name) || run.Round != l.Mark.Round || forbidden && !l.mine(actor, run) && !actor.Has(bookReaders...):
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	case forbidden:
		return err
	case !run.Undone.IsZero():
		return thidua.Refuse(thidua.Conflict, thidua.CodeImportUndone, run.UndoneBy)
	}
	return nil
}

func yearOpen(tx *store.Tx, round string) error {
	r, err := tx.Round(round)
	if err == nil && r.State == thidua.RoundEnded {
		err = thidua.Refuse(thidua.Conflict, app.CodeRoundEnded, r.Year)
	}
	return err
}

// takeBack brings one object to what it was before a step, if it is still what the step made of it and nothing else names what goes away.
func takeBack(tx *store.Tx, s store.ImportStep) error {
	now, err := tx.ObjectRows(s.Object)
	if err != nil {
		return err
	}
	if !former.Same(now, s.After) {
		by, err := act.Later(tx, s.Object, s.Wall)
		if err == nil && by == "" {
			err = thidua.Refuse(thidua.Conflict, thidua.CodeImportDiffers, s.Name)
		} else if err == nil {
			err = thidua.Refuse(thidua.Conflict, thidua.CodeImportChanged, s.Name, by)
		}
		return err
	}
	table, err := tx.UsedBy(former.Added(s.Before, s.After))
	if err != nil {
		return err
	}
	if table == "" {
		err = tx.TakeBack(s)
	}
	if e, tied := act.Refusal(err); table != "" || tied && e.Code == store.CodeTied {
		return thidua.Refuse(thidua.Conflict, thidua.CodeImportTied, s.Name, vi.RowsOf(table))
	}
	return err
}

// named gives the names of what an import changed, each once, as the log keeps them.
func named(steps []store.ImportStep) (out []string) {
	for _, s := range steps {
		if !slices.Contains(out, s.Name) {
			out = append(out, s.Name)
		}
	}
	return out
}
