// Package account holds the use cases around signing in that are not signing in itself: one-time links and slips for a password, the sessions of an
// account, waits after wrong tries, and the rule that an agency has chosen. It stands upon package app.
package account

import (
	"thidua/internal/app"
	"thidua/internal/app/act"
)

// Desk is where people and administrators look after accounts; it is safe for concurrent use.
type Desk struct {
	app  *app.App
	data act.Data
	base string // the address that people use; empty when no mail goes out
}

// Over gives the desk of a program; without one a desk that sends nothing.
func Over(a *app.App) *Desk {
	if a == nil {
		return &Desk{}
	}
	return &Desk{app: a, data: a.Ground()}
}

// WithMail lets links to a password go out by mail; base is the address that they lead to, and without one nothing is sent: a link is never made of
// the name by which a request came.
func (d *Desk) WithMail(base string) *Desk {
	d.base = base
	return d
}

// Mails tells whether links go out by mail.
func (d *Desk) Mails() bool { return d.base != "" }

func object(account string) string { return "account:" + account }
