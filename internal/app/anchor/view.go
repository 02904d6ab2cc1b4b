package anchor

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Readers see every proof sheet of the agency; who may see a paper sees those of that paper.
var Readers = thidua.RolesFor(thidua.MayReadProof)

// Sheets lists the proof sheets of an object (kind:id) that the actor has been shown, the newest first; of the whole agency, for its readers, when
// the object is empty.
func (d *Desk) Sheets(ctx context.Context, actor thidua.Actor, object string) (all []Sheet, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return nil, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		kept, err := tx.ProofSheets(object)
		for _, k := range kept {
			s := Sheet{Kept: k, Seq: -1, IssueSeq: -1}
			if s.Says, err = proof.ParseStatement(k.Statement); err != nil {
				return err
			}
			all = append(all, s)
		}
		return err
	})
	return all, err
}

// Sheet reads a proof sheet; NotFound for who may not see its paper or dossier.
func (d *Desk) Sheet(ctx context.Context, actor thidua.Actor, id string) (s Sheet, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		s, err = d.read(tx, id)
		return err
	})
	if err != nil || actor.Has(Readers...) {
		return s, err
	}
	paper, ok := strings.CutPrefix(s.Kept.Object, "paper:")
	if !ok {
		return Sheet{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if _, err := d.app.Paper(ctx, actor, paper); err != nil {
		return Sheet{}, err
	}
	return s, nil
}

func (d *Desk) read(tx *store.Tx, id string) (s Sheet, err error) {
	s.Seq, s.IssueSeq = -1, -1
	if s.Kept, err = tx.ProofSheet(id); err != nil {
		return s, err
	}
	if s.Says, err = proof.ParseStatement(s.Kept.Statement); err != nil {
		return s, err
	}
	made, issue, err := places(tx, s)
	if err != nil {
		return s, err
	}
	s.Seq, s.IssueSeq = made.Seq, issue.Seq
	if s.Seq < 0 || d.key == nil {
		return s, nil
	}
	s.Key = proof.KeyFingerprint(d.key.Public())
	if s.Note, err = tx.CheckpointOver(s.Seq); err != nil {
		return s, act.Unless(err, thidua.NotFound)
	}
	s.Covered, err = d.key.Open(s.Note)
	return s, err
}

// places finds the two events of a sheet.
func places(tx *store.Tx, s Sheet) (made, issue store.Place, err error) {
	if made, err = tx.EventAt(proof.Object(s.Kept.ID), string(thidua.MakeProofSheet)); err == nil {
		issue, err = tx.EventByID(s.Says.Issue)
	}
	return made, issue, err
}

// Proof makes the file beside the sheet; Conflict while no checkpoint covers it.
func (d *Desk) Proof(ctx context.Context, actor thidua.Actor, id string) (name string, file []byte, err error) {
	s, err := d.ready(ctx, actor, id)
	if err != nil {
		return "", nil, err
	}
	p := proof.Proof{Help: vi.ProofHelp, Key: d.key.Public(), Statement: s.Kept.Statement, Checkpoint: s.Note}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		made, issue, err := places(tx, s)
		if err != nil {
			return err
		}
		if p.Sheet, err = leaf(tx, s.Covered, made); err != nil {
			return err
		}
		p.Issue, err = leaf(tx, s.Covered, issue)
		return err
	})
	if err != nil {
		return "", nil, err
	}
	file, err = p.Encode()
	return app.FileTitle(vi.ProofFile(s.Kept.Code, s.Says.Title)) + ".json", file, err
}

func leaf(tx *store.Tx, c audit.Checkpoint, p store.Place) (proof.Leaf, error) {
	path, err := tx.ProveLeaf(c.Size, p.Seq)
	return proof.NewLeaf(p.Seq, p.Event, path), err
}

// ready reads a sheet that can be printed.
func (d *Desk) ready(ctx context.Context, actor thidua.Actor, id string) (Sheet, error) {
	s, err := d.Sheet(ctx, actor, id)
	switch {
	case err != nil:
		return s, err
	case d.key == nil:
		return s, thidua.Refuse(thidua.Conflict, CodeNoKey)
	case !s.Ready():
		return s, thidua.Refuse(thidua.Conflict, CodeWaiting)
	}
	return s, nil
}
