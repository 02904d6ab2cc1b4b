// Package anchor takes what the log says out of the reach of whoever keeps the machine (neo ngoài): proof sheets for papers and dossiers, a checkpoint
// by mail every day, the hashes of the whole log for an outside keeper. It stands upon package app.
package anchor

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/audit"
	"thidua/internal/store"
)

// Desk is the anchors of an installation.
type Desk struct {
	app  *app.App
	data act.Data
	key  *audit.Key
	base string // the address that people use, for the code on a sheet; may be empty
	mail bool   // mail is sent
	to   []string
}

// Over makes the anchors of the given use cases; without WithKey nothing is signed.
func Over(a *app.App) *Desk { return &Desk{app: a, data: a.Ground()} }

// WithKey lets sheets and exports carry the key of the installation; base is the address of the program that the code on a sheet leads to, empty
// when it is not known.
func (d *Desk) WithKey(key *audit.Key, base string) *Desk {
	d.key, d.base = key, base
	return d
}

// WithMail lets checkpoints go out by mail, besides leaders and inspectors to the addresses that the operator named.
func (d *Desk) WithMail(to ...string) *Desk {
	d.mail, d.to = true, to
	return d
}

// SealJob is the kind of job by which a new sheet asks for a checkpoint at once.
const SealJob = "seal"

// The refusals of this package.
const (
	// CodeNotIssued is a sheet asked for a paper that is not issued with its signed copy, or for a dossier that is not whole.
	CodeNotIssued thidua.Code = "anchor.not-issued"
	// CodeWaiting is a sheet or proof whose event no checkpoint covers yet.
	CodeWaiting thidua.Code = "anchor.waiting"
	// CodeNoKey is a program that runs without the key of the log.
	CodeNoKey thidua.Code = "anchor.no-key"
	// CodeTooOften is a look-up of too many codes that there are not (the argument is the minutes to wait).
	CodeTooOften thidua.Code = "anchor.too-often"
)

// Seal gives the handler of the outbox that signs the log, so that a sheet can be printed within seconds.
func (d *Desk) Seal() func(context.Context, store.Job) error {
	return func(ctx context.Context, _ store.Job) error {
		_, err := d.data.DB.Seal(ctx, d.key)
		return err
	}
}
