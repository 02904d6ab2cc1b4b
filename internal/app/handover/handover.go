// Package handover holds the use cases by which an official hands work over to another (bàn giao công việc): what is open, the transfer in one act,
// the minutes. It stands upon package app.
package handover

import (
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/file"
	"thidua/internal/vi"
)

// Desk is where work is handed over.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// The refusals of a handover.
const (
	// CodeReceiver is a receiver who is not there, or who hands over himself.
	CodeReceiver thidua.Code = "handover.receiver"
	// CodeOpen is a second handover of somebody while one is being prepared; the argument is the name.
	CodeOpen thidua.Code = "handover.open"
	// CodeChanged is a handover whose matters are not those that were shown.
	CodeChanged thidua.Code = "handover.changed"
)

// readers see every handover of the agency.
var readers = thidua.RolesFor(thidua.MayHandOver)

// sees tells whether somebody may see a handover: both sides, the head of the unit, and who looks after the agency.
func sees(actor thidua.Actor, h thidua.Handover) bool {
	return actor.Own(h.From) || actor.Own(h.To) || actor.Leads(h.Unit) || actor.Has(readers...)
}

// text is what was typed in a line or an area, as it is kept.
func text(s string) string { return vi.NFC(strings.TrimSpace(s)) }

// check says what is wrong with the words of a handover. Faults stand at "words" and "contacts".
func check(h thidua.Handover) error {
	var f thidua.Faults
	for field, words := range map[string]string{"words": h.Words, "contacts": h.Contacts} {
		if len([]rune(words)) > thidua.MaxWord {
			f.Add(field, thidua.CodeNameLong, thidua.MaxWord)
		}
		if mark := file.Marked(words); mark != "" {
			f.Add(field, file.CodeSecret, mark)
		}
	}
	return f.Err()
}
