// Package custody holds the use cases of kept files, whatever they belong to: how many there may be, what is known of each, the nightly
// check, and the removal of one that should not be there. It stands below package app, which gives files out.
package custody

import (
	"context"
	"errors"
	"os"
	"sync"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/file"
	"thidua/internal/store"
)

// Refusals of kept files.
const (
	// CodeNoFiles is an upload to a program without a folder for files.
	CodeNoFiles thidua.Code = "file.no-folder"
	// CodeQuotaOwn and CodeQuotaAgency have the numbers of files and of gigabytes as their arguments.
	CodeQuotaOwn    thidua.Code = "file.quota-own"
	CodeQuotaAgency thidua.Code = "file.quota-agency"
	// CodePurged is a file that an administrator removed (the day, and by which document).
	CodePurged thidua.Code = "file.purged"
	// CodePurgedAgain is such a file sent once more (the day).
	CodePurgedAgain thidua.Code = "file.purged-again"
	// CodeQuarantined is a file in which malware was found after it had come.
	CodeQuarantined thidua.Code = "file.quarantined"
)

// Quota is how much may be kept, by one account and by one agency: files, and gigabytes.
type Quota struct{ OwnFiles, OwnGB, Files, GB int }

// DefaultQuota leaves an agency of a few hundred people room for many years; one person cannot fill it.
var DefaultQuota = Quota{OwnFiles: 5000, OwnGB: 10, Files: 50_000, GB: 100}

// Desk keeps and gives out files; it is safe for concurrent use. A desk without files refuses both.
type Desk struct {
	data  act.Data
	files *file.Store
	quota Quota
	mu    sync.Mutex
	shown []picture // pages that were drawn lately, the latest last
}

// New makes the desk over the files of an installation; nil for a program without files.
func New(data act.Data, files *file.Store, quota Quota) *Desk {
	return &Desk{data: data, files: files, quota: quota}
}

// Usage tells how much room the kept files take; nothing for a program without files.
func (d *Desk) Usage() (file.Usage, error) {
	if d.files == nil {
		return file.Usage{}, nil
	}
	return d.files.Usage()
}

// Open gives a kept file of the agency; the use case has checked the right to it, and the caller closes it. Gone says by which document it
// was removed.
func (d *Desk) Open(actor thidua.Actor, ref thidua.FileRef) (*os.File, error) {
	if d.files == nil {
		return nil, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	k, err := d.known(context.Background(), actor, ref.Hash)
	switch {
	case err != nil:
		return nil, err
	case !k.Purged.IsZero():
		return nil, thidua.Refuse(thidua.Gone, CodePurged, thidua.DateOf(k.Purged), k.Basis)
	case k.Scan == string(file.ScanFound):
		return nil, thidua.Refuse(thidua.Conflict, CodeQuarantined)
	}
	return d.files.Open(actor.Tenant, ref.Hash)
}

// known reads what is known of a file; the zero value for one that came before that was noted.
func (d *Desk) known(ctx context.Context, actor thidua.Actor, address string) (k store.KeptFile, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		k, err = tx.KeptFile(address)
		return act.Unless(err, thidua.NotFound)
	})
	return k, err
}

// ScanOf tells what is known of malware in a file, for the page on which it is offered.
func (d *Desk) ScanOf(ctx context.Context, actor thidua.Actor, ref thidua.FileRef) (file.Scan, error) {
	k, err := d.known(ctx, actor, ref.Hash)
	if err == nil && k.Scan == "" {
		return file.ScanOff, nil
	}
	return file.Scan(k.Scan), err
}

// atField puts what is wrong with a file at its field of the form; other refusals stay what they are.
func atField(field string, err error) error {
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind == thidua.Invalid && len(refusal.Faults) == 0 {
		return thidua.Faults{{Field: field, Code: refusal.Code, Args: refusal.Args}}.Err()
	}
	return err
}
