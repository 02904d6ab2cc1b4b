package custody

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Refusals of a removal.
const (
	CodeBasis  thidua.Code = "file.basis"  // without the document, or with a long one
	CodeReason thidua.Code = "file.reason" // without the reason, or with a long one
	CodeGone   thidua.Code = "file.gone"   // removed before
)

// Kept is what is known of a kept file, for pages.
type Kept = store.KeptFile

// listed is how many files stand on one page of the list.
const listed = 50

// List lists a page of the kept files for the administrator, from 1, those in trouble first; more tells whether another follows.
func (d *Desk) List(ctx context.Context, actor thidua.Actor, page int) (all []store.KeptFile, more bool, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return nil, false, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.KeptFiles(store.Page{Offset: (max(page, 1) - 1) * listed, Size: listed + 1})
		return err
	})
	more = len(all) > listed
	return all[:min(len(all), listed)], more, err
}

// One is a kept file with the rows that name it, counted by table.
type One struct {
	store.KeptFile
	NamedBy map[string]int
}

// File reads what is known of one file, never its content: the administrator has no way into what the others work on.
func (d *Desk) File(ctx context.Context, actor thidua.Actor, address string) (o One, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return o, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if o.KeptFile, err = tx.KeptFile(address); err == nil {
			o.NamedBy, err = tx.FileNamedBy(address)
		}
		return err
	})
	return o, err
}

func said(text string) bool { return text != "" && len([]rune(text)) <= thidua.MaxName }

// Purge removes a file that should not be here, by a document and for a reason: its bytes are gone at once, every row that names it says so, and the
// log keeps address, document and reason. Backups that were made before still hold it until they are thrown away.
func (d *Desk) Purge(ctx context.Context, actor thidua.Actor, address, basis, reason string) error {
	basis, reason = strings.TrimSpace(basis), strings.TrimSpace(reason)
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	var f thidua.Faults
	if !said(basis) {
		f.Add("basis", CodeBasis)
	}
	if !said(reason) {
		f.Add("reason", CodeReason)
	}
	if err := f.Err(); err != nil {
		return err
	}
	deed := act.Deed{Verb: thidua.FilePurged, Object: "kept_file:" + address, Reason: basis + ": " + reason}
	err := d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		k, err := tx.KeptFile(address)
		switch {
		case err != nil:
			return err
		case !k.Purged.IsZero():
			return thidua.Refuse(thidua.Conflict, CodeGone)
		}
		k.Basis, k.Reason, k.Purger = basis, reason, actor.Name
		k.Uses, err = tx.PurgeFile(k, vi.PurgedFile(basis))
		done.Name, done.After = vi.PurgedFile(basis), map[string]any{"address": address, "size": k.Size, "uses": k.Uses}
		return err
	})
	if err != nil {
		return err
	}
	d.forget(address)
	return d.files.Remove(address)
}
