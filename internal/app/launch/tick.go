package launch

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// CodeTickUnknown is a line that is not ticked by hand.
const CodeTickUnknown thidua.Code = "launch.tick-unknown"

// Tick ticks a line of the check list with its day, or with done false takes the tick back: Văn phòng. Faults stand at "item", "on" and "note".
func (d *Desk) Tick(ctx context.Context, actor thidua.Actor, t thidua.LaunchTick, done bool) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	if !slices.Contains(ByHand, Item(t.Item)) {
		return thidua.Faults{{Field: "item", Code: CodeTickUnknown}}.Err()
	}
	t.ByName, t.Note = actor.Name, text(t.Note)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.TickLaunch, Object: "round:" + t.Round}, func(tx *store.Tx, w *act.Deed) error {
		m, r, err := yearOf(tx, t.Round)
		if err == nil {
			_, err = openRound(tx, r.ID)
		}
		if err != nil {
			return err
		}
		w.Name = m.Name
		if !done {
			w.Before = t.Item
			return tx.DropLaunchTick(t.Round, t.Item)
		}
		w.After = t
		if err := t.Check(act.Today(tx)); err != nil {
			return err
		}
		if err := unmarked("note", t.Note); err != nil {
			return err
		}
		return tx.SaveLaunchTick(t)
	})
}
