package agency

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/vi"
)

// UndoChange takes a change back as if it had never been, with the reason, while nothing that came later stands on it.
func (k *Keeper) UndoChange(ctx context.Context, actor thidua.Actor, id string, version int64, reason string) error {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return thidua.Faults{{Field: "reason", Code: thidua.CodeReasonMissing}}.Err()
	}
	return k.onChange(ctx, actor, act.Deed{Verb: thidua.ChangeTaken, Reason: reason}, id, version, func(w *work) error {
		if w.c.State != thidua.OrgDone {
			return thidua.Refuse(thidua.Conflict, thidua.CodeChangeState)
		}
		w.c.State, w.c.Reason = thidua.OrgUndone, reason
		switch w.c.Kind {
		case thidua.ChangeAgency:
			if err := w.tx.RemoveAgencyVersion(w.c.ID); err != nil {
				return err
			}
			return presentAgency(w.tx)
		case thidua.ChangeRename:
			if err := w.tx.RemoveUnitVersion(w.c.Plan.Units[0], w.c.ID); err != nil {
				return err
			}
			if err := presentUnit(w.tx, w.c.Plan.Units[0]); err != nil {
				return err
			}
		}
		for _, step := range []func() error{w.rowsBack, w.stands, w.postsBack, w.unitsBack} {
			if err := step(); err != nil {
				return err
			}
		}
		return w.tx.DeleteUnitLinks(w.c.ID)
	})
}

func standing(what ...string) error {
	return thidua.Faults{{Field: "reason", Code: thidua.CodeChangeStands, Args: []any{strings.Join(what, ", ")}}}.Err()
}

func (w *work) rowsBack() error {
	for _, m := range slices.Backward(w.c.Done.Rows) {
		m.From, m.To = m.To, m.From
		err := w.tx.MoveRow(m)
		if thidua.KindOf(err) == thidua.NotFound && err != nil {
			return standing(vi.RowsOf(m.Table))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// stands refuses while a new unit has something of its own, or another change is about it.
func (w *work) stands() error {
	var what []string
	changes, err := w.tx.OrgChanges()
	if err != nil {
		return err
	}
	for _, c := range changes {
		about := slices.Concat(c.Plan.Units, idsOf(c.Plan.Into))
		if c.ID != w.c.ID && (c.State == thidua.OrgDone || c.State == thidua.OrgPlanned) &&
			slices.ContainsFunc(w.c.Done.Added, func(id string) bool { return slices.Contains(about, id) }) {
			what = append(what, vi.ChangeNamed(c))
		}
	}
	for _, id := range w.c.Done.Added {
		rows, err := w.tx.UnitRows(id, true)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if word := vi.RowsOf(r.Table); !slices.Contains(what, word) {
				what = append(what, word)
			}
		}
	}
	if len(what) > 0 {
		return standing(what...)
	}
	return nil
}

func idsOf(units []thidua.Unit) (out []string) {
	for _, u := range units {
		out = append(out, u.ID)
	}
	return out
}

// postsBack removes the posts that began and opens those that ended, unless somebody has changed one since.
func (w *work) postsBack() error {
	for _, p := range w.c.Done.Posts {
		held, err := w.tx.Posts(p.Person)
		if err != nil {
			return err
		}
		if !slices.Contains(held, p) {
			return standing(vi.RowsOf("post"))
		}
		if err := w.tx.DeletePost(p.ID); err != nil {
			return err
		}
	}
	for id, to := range w.c.Done.Closed {
		if err := w.tx.EndPost(id, to); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) unitsBack() error {
	for id, to := range w.c.Done.Ended {
		u, err := w.tx.Unit(id)
		if err != nil {
			return err
		}
		u.To = to
		if err := w.tx.UpdateUnit(u, unitKeys(u)); err != nil {
			return err
		}
	}
	for _, id := range w.c.Done.Added {
		left, err := w.tx.PostsIn([]string{id}, "")
		if err != nil {
			return err
		}
		if len(left) > 0 {
			return standing(vi.RowsOf("post"))
		}
	}
	if err := w.tx.DeleteUnitLinks(w.c.ID); err != nil {
		return err
	}
	for _, id := range w.c.Done.Added {
		if err := w.tx.DeleteUnit(id); err != nil {
			return err
		}
	}
	return nil
}
