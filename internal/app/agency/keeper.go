// Package agency holds the use cases about the agency itself, whatever the season: its units and people, its council and holidays, the
// accounts and who is signed in, the log.
package agency

import (
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Keeper keeps the agencies of an installation; it is safe for concurrent use.
type Keeper struct {
	data   act.Data
	second Second // nil in a program that knows no second factor
}

// New makes a keeper over open data.
func New(db *store.DB) *Keeper { return &Keeper{data: act.Data{DB: db}} }

// keepers are who keep units, people and the council.
var keepers = thidua.RolesFor(thidua.MayKeepOrganisation)

// ListSize is the number of rows on a page of a list.
const ListSize = 50

// page asks for the rows of a page counted from 1, and one more that tells whether another page follows.
func page(n int) store.Page {
	return store.Page{Offset: (max(n, 1) - 1) * ListSize, Size: ListSize + 1}
}

func cut[T any](rows []T) (shown []T, more bool) {
	if len(rows) > ListSize {
		return rows[:ListSize], true
	}
	return rows, false
}
