// Package remind tells people what waits for them before it is late: in the program, by mail, in a calendar of their own, and in words and
// pictures that Văn phòng sends by whatever means it uses.
package remind

import (
	"thidua/internal/app"
	"thidua/internal/app/act"
)

// Desk is the reminders of an installation.
type Desk struct {
	app  *app.App
	data act.Data
	base string // the address that people use, for the link in a mail; may be empty
	mail bool   // mail is sent
}

// Over makes the reminders of the given use cases.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// WithMail lets notices go out by mail as well; base is the address of the program that a mail leads to, empty when it is not known.
func (d *Desk) WithMail(base string) *Desk {
	d.mail, d.base = true, base
	return d
}
