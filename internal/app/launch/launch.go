// Package launch holds the use cases of launching a movement and of guiding it: the check list, who was sent what, pledges and plans of units,
// questions, movements beside this one, criteria of attached documents. It stands upon package app.
package launch

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Desk is where a movement is launched and guided.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// Senders record to whom papers went.
var Senders = thidua.RolesFor(thidua.MaySendGuidance)

// text is what was typed in a line or an area, as it is kept.
func text(s string) string { return vi.NFC(strings.TrimSpace(s)) }

// unmarked refuses words that carry the mark of a state secret, each at its field: pairs of field and text.
func unmarked(pairs ...string) error {
	var f thidua.Faults
	for i := 0; i+1 < len(pairs); i += 2 {
		if mark := file.Marked(pairs[i+1]); mark != "" {
			f.Add(pairs[i], file.CodeSecret, mark)
		}
	}
	return f.Err()
}

func notThere() error { return thidua.Refuse(thidua.NotFound, store.CodeNotFound) }

// openRound reads a round in which something may still be recorded.
func openRound(tx *store.Tx, id string) (thidua.Round, error) {
	r, err := tx.Round(id)
	if err == nil && r.State == thidua.RoundEnded {
		err = thidua.Refuse(thidua.Conflict, app.CodeRoundEnded, r.Year)
	}
	return r, err
}

// yearOf reads a round with its movement.
func yearOf(tx *store.Tx, round string) (m thidua.Movement, r thidua.Round, err error) {
	if r, err = tx.Round(round); err == nil {
		m, err = tx.Movement(r.Movement)
	}
	return m, r, err
}

// needReason refuses a blank reason at its field.
func needReason(reason string) error {
	if reason == "" {
		return thidua.Faults{{Field: "reason", Code: thidua.CodeReasonMissing}}.Err()
	}
	return nil
}

// Current is the year that is launched: the one that takes registrations or runs, else the one worked on today; NotFound without a movement.
func (d *Desk) Current(ctx context.Context, actor thidua.Actor) (thidua.Round, error) {
	y, err := d.app.Years(ctx, actor)
	if err != nil {
		return thidua.Round{}, err
	}
	r, ok := y.In(thidua.RoundRegistering, thidua.RoundRunning)
	if !ok {
		r, ok = y.Current()
	}
	if !ok {
		err = notThere()
	}
	return r, err
}
