// Package inspection holds the use cases beside the season's own path: inspection rounds with their recommendations (plan, V.4), and the part of
// Công đoàn or of whom the agency names after it: participation, mobilisation, confirmation (plan, V.3). It stands upon package app.
package inspection

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

// Desk is where inspection rounds and records of mobilisation are kept.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// Who may read inspection rounds, and who the participation of a year. Heads see the rounds that go to their units.
var (
	Readers  = thidua.RowOf(thidua.MayReadInspection).Who()
	Watchers = thidua.RolesFor(thidua.MayReadMobilising)
	Movers   = thidua.RolesFor(thidua.MayMobilise)
)

// clean gives a text as it is kept: without the space around it, in NFC.
func clean(text string) string { return vi.NFC(strings.TrimSpace(text)) }

// marks notes at its field a text that bears the mark of a state secret.
func marks(f *thidua.Faults, field, text string) {
	if mark := file.Marked(text); mark != "" {
		f.Add(field, file.CodeSecret, mark)
	}
}

// with puts the faults of a check behind those that were found before.
func with(f thidua.Faults, err error) error {
	if e, ok := act.Refusal(err); ok && e.Kind == thidua.Invalid {
		return append(f, e.Faults...).Err()
	}
	if err != nil {
		return err
	}
	return f.Err()
}

// openRound reads a round that still takes changes; Conflict once it has ended.
func openRound(tx *store.Tx, id string) (thidua.Round, error) {
	r, err := tx.Round(id)
	if err == nil && r.State == thidua.RoundEnded {
		err = thidua.Refuse(thidua.Conflict, app.CodeRoundEnded, r.Year)
	}
	return r, err
}

// Current gives the round that a menu leads to: the latest under way or being judged, else the latest; empty in a fresh agency.
func (d *Desk) Current(ctx context.Context, actor thidua.Actor) (string, error) {
	y, err := d.app.Years(ctx, actor)
	if err != nil {
		return "", err
	}
	for _, state := range []thidua.State{thidua.RoundJudging, thidua.RoundRunning, thidua.RoundRegistering} {
		if r, ok := y.In(state); ok {
			return r.ID, nil
		}
	}
	r, _ := y.Current()
	return r.ID, nil
}
