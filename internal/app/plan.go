package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"thidua"
	"thidua/internal/app/custody"
	"thidua/internal/plan"
	"thidua/internal/plan/extract"
	"thidua/internal/plan/reader"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// The refusals of a plan.
const (
	// CodePlanMissing is an upload without a file.
	CodePlanMissing thidua.Code = "plan.missing-file"
	// CodeMadeBefore is a movement that an earlier plan has made already; its arguments are name, first and last year.
	CodeMadeBefore thidua.Code = "plan.made-before"
)

func planObject(id string) string { return "plan:" + id }

// UploadPlan reads a plan (.txt, .docx, .doc, .pdf) and keeps it for review; the same file that is under review already is given instead. What is wrong
// with the file stands at the field "file", TooLarge above extract.MaxFile; nothing is kept then.
func (a *App) UploadPlan(ctx context.Context, actor thidua.Actor, name string, body io.Reader) (p thidua.PlanSource, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return p, err
	}
	data, err := io.ReadAll(io.LimitReader(body, extract.MaxFile+1))
	if err != nil {
		return p, fmt.Errorf("upload a plan: %w", err)
	}
	draft, err := reader.Read(ctx, name, data)
	if thidua.KindOf(err) == thidua.Invalid {
		err = atField("file", err)
	}
	if err != nil {
		return p, err
	}
	p = thidua.PlanSource{ID: store.NewID(), State: thidua.PlanOpen, ReadBy: actor.Name, Version: 1}
	if p.Draft, p.Review, err = packed(draft, plan.Propose(draft)); err != nil {
		return p, err
	}
	if p.File, err = a.KeepFile(ctx, actor, "file", name, bytes.NewReader(data)); err != nil {
		return p, err
	}
	if twin, err := a.underReview(ctx, actor, p.File.Hash); err != nil || twin.ID != "" {
		return twin, err
	}
	d := deed{Verb: thidua.ReadPlan, Object: planObject(p.ID), Name: p.File.Name, After: p.File}
	return p, a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error {
		p.ReadAt = tx.Now
		return tx.InsertPlanSource(p)
	})
}

func packed(d plan.Draft, r plan.Review) (draft, review string, err error) {
	first, err := json.Marshal(d)
	if err != nil {
		return "", "", fmt.Errorf("keep a plan: %w", err)
	}
	second, err := json.Marshal(r)
	if err != nil {
		return "", "", fmt.Errorf("keep a plan: %w", err)
	}
	return string(first), string(second), nil
}

// underReview finds a file among the plans that are under review; the zero value when it is not there.
func (a *App) underReview(ctx context.Context, actor thidua.Actor, hash string) (thidua.PlanSource, error) {
	all, err := a.Plans(ctx, actor)
	for _, p := range all {
		if p.State == thidua.PlanOpen && p.File.Hash == hash {
			return p, err
		}
	}
	return thidua.PlanSource{}, err
}

// Plans lists the plans that were uploaded, the latest first, without what was read from them.
func (a *App) Plans(ctx context.Context, actor thidua.Actor) (all []thidua.PlanSource, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return nil, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.PlanSources(store.Page{Size: 100})
		return err
	})
	return all, err
}

// PlanView is a plan under review.
type PlanView struct {
	Source   thidua.PlanSource
	Draft    plan.Draft
	Review   plan.Review
	Open     []thidua.OpenItem
	Offers   []thidua.Offer
	Twin     thidua.Movement // of the same name and years, made of another plan
	Movement string          // id of the movement that was made of this one
	Reform   ReformPlan      // of a yearly reform plan: with what its rows are compared

	Documents []thidua.MovementDocument // attached beside its bases and open items
	Today     thidua.Date
}

// Plan reads a plan under review.
func (a *App) Plan(ctx context.Context, actor thidua.Actor, id string) (v PlanView, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return v, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		v, err = planOf(tx, actor, id)
		return err
	})
	return v, err
}

func planOf(tx *store.Tx, actor thidua.Actor, id string) (v PlanView, err error) {
	if v.Source, err = tx.PlanSource(id); err != nil {
		return v, err
	}
	if err := v.unpack(); err != nil {
		return v, err
	}
	v.Today, v.Open = today(tx), v.Review.Open(v.Draft)
	if v.Documents, err = tx.PlanDocuments(id); err != nil {
		return v, err
	}
	v.Offers = thidua.PlanFlow.Offers(v.Source.State, actor.Roles, v.facts())
	if v.Source.Edition != "" {
		d, err := tx.Definition(v.Source.Edition)
		v.Movement = d.Movement
		return v, err
	}
	if v.Draft.Reform() {
		return v, v.readReform(tx)
	}
	return v, v.readTwin(tx)
}

func (v *PlanView) unpack() error {
	if err := json.Unmarshal([]byte(v.Source.Draft), &v.Draft); err != nil {
		return fmt.Errorf("kept plan: %w", err)
	}
	if err := json.Unmarshal([]byte(v.Source.Review), &v.Review); err != nil {
		return fmt.Errorf("kept review: %w", err)
	}
	return nil
}

func (v *PlanView) readTwin(tx *store.Tx) (err error) {
	m := v.Review.Movement
	v.Twin, err = tx.MovementNamed(vi.Fold(m.Name), m.From, m.To)
	if thidua.KindOf(err) == thidua.NotFound {
		return nil
	}
	return err
}

func (v *PlanView) facts() thidua.Facts {
	reform := v.Draft.Reform()
	return thidua.Facts{thidua.NothingOpen: len(v.Open) == 0, thidua.OfMovement: !reform, thidua.OfReform: reform}
}

// at refuses a plan that is no longer under review, or that somebody else saved since the version.
func (v *PlanView) at(do thidua.Action, version int64) error {
	if v.Source.State != thidua.PlanOpen {
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, do, v.Source.State)
	}
	if v.Source.Version != version {
		return thidua.Refuse(thidua.Conflict, store.CodeStale)
	}
	return nil
}

// EditPlan keeps what a person made of a plan of the given version: values that may still be incomplete, and ticks. It gives the new version.
func (a *App) EditPlan(ctx context.Context, actor thidua.Actor, id string, version int64, r plan.Review) (int64, error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return 0, err
	}
	d := deed{Verb: thidua.ReviewPlan, Object: planObject(id)}
	return version + 1, a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		v, err := planOf(tx, actor, id)
		if err != nil {
			return err
		}
		if err := v.at(thidua.ReviewPlan, version); err != nil {
			return err
		}
		d.Name, d.Before = v.Source.File.Name, v.Review
		r.Complete(v.Draft)
		d.After = r
		if _, v.Source.Review, err = packed(v.Draft, r); err != nil {
			return err
		}
		return tx.UpdatePlanSource(v.Source)
	})
}

// DropPlan ends the review of a plan without a movement; file and log stay.
func (a *App) DropPlan(ctx context.Context, actor thidua.Actor, id string, version int64) error {
	d := deed{Verb: thidua.DropPlan, Object: planObject(id)}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		v, err := planOf(tx, actor, id)
		if err != nil {
			return err
		}
		rule, err := thidua.PlanFlow.Next(v.Source.State, thidua.DropPlan, actor.Roles, v.facts(), "")
		if err != nil {
			return err
		}
		d.Name, v.Source.State, v.Source.Version = v.Source.File.Name, rule.To, version
		return tx.UpdatePlanSource(v.Source)
	})
}

// OpenPlanFile gives the file of a plan as it was uploaded to everybody of the agency once a movement or tasks were made of it, before that to Văn
// phòng; the caller closes it.
func (a *App) OpenPlanFile(ctx context.Context, actor thidua.Actor, id string) (ref thidua.FileRef, f *os.File, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		p, err := tx.PlanSource(id)
		if err == nil && p.State != thidua.PlanApplied {
			err = may(actor, thidua.RoleOffice)
		}
		ref = p.File
		return err
	})
	if err != nil {
		return ref, nil, err
	}
	f, err = a.openFile(actor, ref)
	return ref, f, err
}

// AddMovementDocument adds a document to a movement, or to a plan under review when no movement is named: Văn phòng, with its file or without.
// Faults stand at "kind", "number", "issued", "issuer" and "summary".
func (a *App) AddMovementDocument(ctx context.Context, actor thidua.Actor, d thidua.MovementDocument) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.AddDocument, Object: documentObject(d)}, func(tx *store.Tx, w *deed) (err error) {
		if w.Name, err = documentOwner(tx, actor, d); err != nil {
			return err
		}
		if err := errors.Join(checkDocument(tx, d), roomForDocument(tx, d)); err != nil {
			return err
		}
		d.ID, d.ByName = store.NewID(), actor.Name
		w.After = d
		return tx.InsertMovementDocument(d)
	})
}

func roomForDocument(tx *store.Tx, d thidua.MovementDocument) error {
	if d.Movement != "" {
		return custody.Room(tx, "file", d.File, store.HeldByMovement, d.Movement)
	}
	return custody.Room(tx, "file", d.File, store.HeldByPlan, d.Plan)
}

func documentObject(d thidua.MovementDocument) string {
	if d.Movement == "" {
		return planObject(d.Plan)
	}
	return "movement:" + d.Movement
}

// documentOwner names the movement or the plan that a document is added to; a plan must still be under review.
func documentOwner(tx *store.Tx, actor thidua.Actor, d thidua.MovementDocument) (string, error) {
	if d.Movement != "" {
		m, err := tx.Movement(d.Movement)
		return m.Name, err
	}
	v, err := planOf(tx, actor, d.Plan)
	if err == nil {
		err = v.at(thidua.AddDocument, v.Source.Version)
	}
	return v.Source.File.Name, err
}

func checkDocument(tx *store.Tx, d thidua.MovementDocument) error {
	if err := d.Check(today(tx)); err != nil {
		return err
	}
	var f thidua.Faults
	checkMark(&f, "summary", d.Kind+" "+d.Number+" "+d.Summary)
	return f.Err()
}

// MendMovementDocument corrects a document that stands: its words, and its file when another one is given. Faults as in AddMovementDocument.
func (a *App) MendMovementDocument(ctx context.Context, actor thidua.Actor, in thidua.MovementDocument) (thidua.MovementDocument, error) {
	return a.changeDocument(ctx, actor, thidua.MendDocument, "", in, func(tx *store.Tx, d *thidua.MovementDocument) error {
		d.Kind, d.Number, d.Date, d.Issuer, d.Summary = in.Kind, in.Number, in.Date, in.Issuer, in.Summary
		if !in.File.Missing() {
			d.File = in.File
		}
		return checkDocument(tx, *d)
	})
}

// WithdrawMovementDocument takes a document out of the list, with a reason; document, file and log stay.
func (a *App) WithdrawMovementDocument(ctx context.Context, actor thidua.Actor, id string, version int64, reason string) (thidua.MovementDocument, error) {
	reason = vi.NFC(strings.TrimSpace(reason))
	in := thidua.MovementDocument{ID: id, Version: version}
	return a.changeDocument(ctx, actor, thidua.WithdrawDocument, reason, in, func(_ *store.Tx, d *thidua.MovementDocument) error {
		d.Withdrawn = reason
		if reason == "" {
			return thidua.Faults{{Field: "reason", Code: thidua.CodeReasonMissing}}.Err()
		}
		return nil
	})
}

func (a *App) changeDocument(ctx context.Context, actor thidua.Actor, verb thidua.Action, reason string, in thidua.MovementDocument,
	change func(tx *store.Tx, d *thidua.MovementDocument) error,
) (d thidua.MovementDocument, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return d, err
	}
	err = a.write(ctx, actor, deed{Verb: verb, Reason: reason}, func(tx *store.Tx, w *deed) error {
		if d, err = standing(tx, in.ID); err != nil {
			return err
		}
		w.Object, w.Name, w.Before = documentObject(d), d.Kind+" "+d.Number, d
		if err := change(tx, &d); err != nil {
			return err
		}
		d.Version, w.After = in.Version, d
		return tx.UpdateMovementDocument(d)
	})
	return d, err
}

// standing reads a document that was not withdrawn; NotFound otherwise.
func standing(tx *store.Tx, id string) (thidua.MovementDocument, error) {
	d, err := tx.MovementDocument(id)
	if err == nil && d.Withdrawn != "" {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return d, err
}

// DocumentOf reads a document that stands, for Văn phòng to correct.
func (a *App) DocumentOf(ctx context.Context, actor thidua.Actor, id string) (d thidua.MovementDocument, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return d, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		d, err = standing(tx, id)
		return err
	})
	return d, err
}

// OpenMovementDocument gives the file of a document of a movement to everybody of the agency, of a plan under review to Văn phòng; the caller
// closes it.
func (a *App) OpenMovementDocument(ctx context.Context, actor thidua.Actor, id string) (ref thidua.FileRef, f *os.File, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		d, err := tx.MovementDocument(id)
		if ref = d.File; err == nil && (ref.Missing() || (d.Movement == "" || d.Withdrawn != "") && !actor.Has(thidua.RoleOffice)) {
			err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		return err
	})
	if err != nil {
		return ref, nil, err
	}
	f, err = a.openFile(actor, ref)
	return ref, f, err
}
