// Package agency holds the use cases about the agency itself, whatever the season: its units and people, its council and holidays, the
// accounts and who is signed in, the log.
package agency

import (
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Keeper keeps the agencies of an installation; it is safe for concurrent use.
type Keeper struct{ data act.Data }

// New makes a keeper over open data.
func New(db *store.DB) *Keeper { return &Keeper{act.Data{DB: db}} }

// keepers are who keep units, people and the council.
var keepers = []thidua.Role{thidua.RoleAdmin, thidua.RoleOffice}
