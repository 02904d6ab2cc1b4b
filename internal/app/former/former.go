// Package former offers what was set before (lấy theo năm trước, theo phiên trước): the settings of the round before for one that has not
// begun, and the programme of an earlier session for a new one. Nothing of it holds before a person has chosen it.
package former

import (
	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// The refusals of this package.
const (
	// CodeBegun is a round whose work has begun: its settings are changed one by one.
	CodeBegun thidua.Code = "former.begun"
	// CodeNoYear is a round with none before it.
	CodeNoYear thidua.Code = "former.no-year"
	// CodeNothing is an act for which nothing was chosen; the fault stands at "row".
	CodeNothing thidua.Code = "former.nothing"
)

// Desk is what was set before, for those who set the next.
type Desk struct{ data act.Data }

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{data: a.Ground()} }

// yearBefore finds the latest yearly round before a round, in its movement or an earlier one; without an ID when there is none.
func yearBefore(tx *store.Tx, r thidua.Round) (last thidua.Round, err error) {
	movements, err := tx.Movements()
	if err != nil {
		return last, err
	}
	for _, m := range movements {
		rounds, err := tx.Rounds(m.ID)
		if err != nil {
			return last, err
		}
		for _, x := range rounds {
			if !x.Closing && x.Year < r.Year && x.Year > last.Year {
				last = x
			}
		}
	}
	return last, nil
}
