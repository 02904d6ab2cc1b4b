package anchor

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/audit/proof"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Exporters may take the hashes of the log out.
var Exporters = thidua.RolesFor(thidua.MayProveLog)

// Export is a file with the hashes of the log, in the folder for temporary files until Close.
type Export struct {
	Name string
	File *os.File
}

// Close takes the file away.
func (e Export) Close() error { return errors.Join(e.File.Close(), os.Remove(e.File.Name())) }

// Export writes the hashes of the whole log with its checkpoints, for an outside keeper: no name and no text is in it. That it was taken is logged.
func (d *Desk) Export(ctx context.Context, actor thidua.Actor) (e Export, err error) {
	if err := act.May(actor, Exporters...); err != nil {
		return e, err
	}
	if d.key == nil {
		return e, thidua.Refuse(thidua.Conflict, CodeNoKey)
	}
	deed := act.Deed{Verb: thidua.ProofExported, Object: "agency:" + actor.Tenant}
	err = d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		size, err := tx.LogSize(tx.Tenant)
		if err != nil {
			return err
		}
		signed, err := d.lastSigned(tx)
		done.After = map[string]int64{"leaves": size, "signed": signed}
		return err
	})
	if err != nil {
		return e, err
	}
	return d.filled(ctx, actor)
}

// lastSigned gives how many events the last checkpoint covers; 0 while none is signed.
func (d *Desk) lastSigned(tx *store.Tx) (int64, error) {
	note, err := tx.LastCheckpoint()
	if err != nil {
		return 0, act.Unless(err, thidua.NotFound)
	}
	c, err := d.key.Open(note)
	return c.Size, err
}

// filled writes the file on one consistent state of the log.
func (d *Desk) filled(ctx context.Context, actor thidua.Actor) (e Export, err error) {
	if e.File, err = os.CreateTemp("", "thidua-*.jsonl"); err != nil {
		return e, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if err := restart(e.File); err != nil {
			return err
		}
		out := bufio.NewWriter(e.File)
		head, err := d.write(tx, out)
		e.Name = vi.LogProofFile(head.Agency, thidua.DateOf(tx.Now))
		return errors.Join(err, out.Flush())
	})
	if err == nil {
		_, err = e.File.Seek(0, io.SeekStart)
	}
	if err != nil {
		return Export{}, errors.Join(err, e.Close())
	}
	return e, nil
}

// restart empties a file, because a reading transaction may be repeated.
func restart(f *os.File) error {
	_, err := f.Seek(0, io.SeekStart)
	return errors.Join(err, f.Truncate(0))
}

// step is how many rows are read at a time.
const step = 1000

func (d *Desk) write(tx *store.Tx, out io.Writer) (head proof.LogHead, err error) {
	agency, err := tx.Agency()
	if err != nil {
		return head, err
	}
	size, err := tx.LogSize(tx.Tenant)
	if err != nil {
		return head, err
	}
	head = proof.LogHead{Help: vi.LogProofHelp, Agency: agency.Name, Tenant: tx.Tenant, Sample: agency.Sample, Key: d.key.Public(), Size: size, Made: tx.Wall.UTC()}
	w, err := proof.NewLog(out, head)
	if err != nil {
		return head, err
	}
	if err := d.notes(tx, w, size); err != nil {
		return head, err
	}
	return head, leaves(tx, w, size)
}

// notes writes every checkpoint of the log up to a size.
func (d *Desk) notes(tx *store.Tx, w proof.LogWriter, size int64) error {
	for from := int64(0); from < size; {
		notes, err := tx.Checkpoints(tx.Tenant, from)
		if err != nil || len(notes) == 0 {
			return err
		}
		for _, n := range notes {
			c, err := d.key.Open(n)
			if err != nil {
				return err
			}
			if err := w.Checkpoint(n); err != nil {
				return err
			}
			from = c.Size
		}
	}
	return nil
}

func leaves(tx *store.Tx, w proof.LogWriter, size int64) error {
	for from := int64(0); from < size; from += step {
		hashes, err := tx.Leaves(from, step)
		if err != nil {
			return err
		}
		for _, h := range hashes {
			if err := w.Leaf(h); err != nil {
				return err
			}
		}
	}
	return nil
}
