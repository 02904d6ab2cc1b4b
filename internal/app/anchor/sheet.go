package anchor

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Makers are who may make a proof sheet; every reader of a paper sees those there are.
var Makers = thidua.RolesFor(thidua.MayMakeProof)

// Sheet is a proof sheet with what the log says of it.
type Sheet struct {
	Kept     store.ProofSheet
	Says     proof.Statement
	Seq      int64            // place of the event by which it was made; -1 while it waits
	IssueSeq int64            // of the event by which the paper was issued
	Covered  audit.Checkpoint // the first that covers both; zero while none does
	Note     string           // the checkpoint as it was signed
	Key      string           // fingerprint of the key that signed
}

// Ready tells whether the sheet can be printed: a checkpoint covers it.
func (s Sheet) Ready() bool { return s.Covered.Size > 0 }

// subject is a paper or dossier as a sheet speaks of it.
type subject struct {
	object, title, number string
	dated                 thidua.Date
	files                 []thidua.FileRef
	version               int64
	final                 bool
}

// MakeOfPaper makes the proof sheet of a paper that is issued with its signed copy; NotFound for who may not see it, Conflict before.
func (d *Desk) MakeOfPaper(ctx context.Context, actor thidua.Actor, paper string) (string, error) {
	v, err := d.app.Paper(ctx, actor, paper)
	if err != nil {
		return "", err
	}
	return d.make(ctx, actor, ofPaper(v.Paper), func(tx *store.Tx) (subject, error) {
		p, err := tx.Paper(paper)
		return ofPaper(p), err
	})
}

func ofPaper(p thidua.Paper) subject {
	return subject{object: "paper:" + p.ID, title: p.Title, number: p.Number, dated: p.IssuedOn, files: []thidua.FileRef{p.Signed}, version: p.Version,
		final: p.State == thidua.PaperIssued && !p.Signed.Missing()}
}

// MakeOfDossier makes the proof sheet of the dossier of a round that is whole, over every signed copy in it.
func (d *Desk) MakeOfDossier(ctx context.Context, actor thidua.Actor, round string) (string, error) {
	v, err := d.app.DossierOf(ctx, actor, round)
	if err != nil {
		return "", err
	}
	read := func(tx *store.Tx) (subject, error) { return ofDossier(tx, round) }
	var s subject
	err = d.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		s, err = read(tx)
		return err
	})
	if err != nil {
		return "", err
	}
	s.title = vi.ParcelTitle(thidua.ParcelDossier, v.Season.Round.Year)
	return d.make(ctx, actor, s, read)
}

// open are the states in which a dossier may still change, or holds no more.
var open = []thidua.State{thidua.DossierDraft, thidua.DossierReturned, thidua.DossierWithdrawn}

func ofDossier(tx *store.Tx, round string) (s subject, err error) {
	dossier, err := tx.DossierOf(round)
	if err != nil {
		return s, err
	}
	papers, err := tx.Papers(round)
	s = subject{object: "dossier:" + dossier.ID, version: dossier.Version}
	for _, p := range papers {
		if p.Dossier == dossier.ID && p.State == thidua.PaperIssued && !p.Signed.Missing() {
			s.files = append(s.files, p.Signed)
		}
	}
	s.final = !slices.Contains(open, dossier.State) && len(s.files) > 0
	return s, err
}

// today reads what a sheet speaks of as it is kept now; gone for what was recalled or withdrawn.
func today(tx *store.Tx, object string) (s subject, gone bool, err error) {
	kind, id, _ := strings.Cut(object, ":")
	if kind == "paper" {
		p, err := tx.Paper(id)
		return ofPaper(p), p.State == thidua.PaperRecalled, act.Unless(err, thidua.NotFound)
	}
	dossier, err := tx.Dossier(id)
	if err != nil {
		return s, false, act.Unless(err, thidua.NotFound)
	}
	s, err = ofDossier(tx, dossier.Round)
	return s, dossier.State == thidua.DossierWithdrawn, err
}

// make reads the files outside the transaction, and refuses when the subject has changed by the time it is written.
func (d *Desk) make(ctx context.Context, actor thidua.Actor, s subject, again func(*store.Tx) (subject, error)) (id string, err error) {
	if err := act.May(actor, Makers...); err != nil {
		return "", err
	}
	if !s.final {
		return "", thidua.Refuse(thidua.Conflict, CodeNotIssued)
	}
	files, err := d.sums(actor, s.files)
	if err != nil {
		return "", err
	}
	deed := act.Deed{Verb: thidua.MakeProofSheet, Name: s.title}
	err = d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		now, err := again(tx)
		if err != nil {
			return err
		}
		if !now.final || now.version != s.version || !slices.Equal(now.files, s.files) {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		kept, err := stated(tx, actor, s, files)
		if err != nil {
			return err
		}
		id, done.Object, done.After = kept.ID, proof.Object(kept.ID), map[string]string{"code": kept.Code, "object": kept.Object}
		if err := tx.InsertProofSheet(kept); err != nil || d.key == nil {
			return err
		}
		return tx.Enqueue(SealJob, "", tx.Wall)
	})
	return id, err
}

func stated(tx *store.Tx, actor thidua.Actor, s subject, files []proof.File) (kept store.ProofSheet, err error) {
	agency, err := tx.Agency()
	if err != nil {
		return kept, err
	}
	issue, err := tx.EventAt(s.object, verbs()...)
	if thidua.KindOf(err) == thidua.NotFound {
		return kept, thidua.Refuse(thidua.Conflict, CodeNotIssued)
	}
	if err == nil && issue.Seq < 0 {
		err = thidua.Refuse(thidua.Conflict, CodeWaiting)
	}
	if err != nil {
		return kept, err
	}
	text, err := proof.Statement{ID: store.NewID(), Agency: agency.Name, Tenant: tx.Tenant, Object: s.object, Title: s.title, Number: s.number, Dated: s.dated,
		Issue: issue.Event.ID, Sample: agency.Sample, Files: files}.Text()
	id := proof.Fingerprint(text)
	return store.ProofSheet{ID: id, Code: proof.Code(id), Object: s.object, Statement: text, ByName: actor.Name}, err
}

func verbs() (out []string) {
	for _, v := range proof.Issuing() {
		out = append(out, string(v))
	}
	return out
}

// sums reads the files as they are on disk.
func (d *Desk) sums(actor thidua.Actor, refs []thidua.FileRef) (out []proof.File, err error) {
	for _, ref := range refs {
		data, err := d.app.Content(actor, ref)
		if err != nil {
			return nil, err
		}
		out = append(out, proof.File{Name: strings.TrimSpace(ref.Name), Size: int64(len(data)), Sum: proof.Sum(data)})
	}
	return out, nil
}
