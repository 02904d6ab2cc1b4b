package app

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/store"
)

// AddEvidence adds a document behind a target, or behind a criterion of a unit when no target is named: a kept file (KeepFile), or a
// reference alone. Faults stand at "number", "issued", "abstract" and "criterion".
func (a *App) AddEvidence(ctx context.Context, actor thidua.Actor, e thidua.Evidence) (thidua.Evidence, error) {
	trimEvidence(&e)
	err := a.write(ctx, actor, deed{verb: thidua.AttachEvidence}, func(tx *store.Tx, d *deed) error {
		if err := place(tx, actor, &e); err != nil {
			return err
		}
		if _, err := openRound(tx, e.Round); err != nil {
			return err
		}
		if err := checkEvidence(e, today(tx)); err != nil {
			return err
		}
		e.ID, e.State, e.AddedBy, e.AddedByName, e.AddedAt, e.Version = store.NewID(), thidua.EvidenceNew, actor.Person, actor.Name, tx.Now, 1
		d.object, d.name, d.after = "evidence:"+e.ID, evidenceName(e), e
		return tx.InsertEvidence(e)
	})
	return e, err
}

func trimEvidence(e *thidua.Evidence) {
	e.DocNumber, e.Abstract = strings.TrimSpace(e.DocNumber), strings.TrimSpace(e.Abstract)
}

func checkEvidence(e thidua.Evidence, day thidua.Date) error {
	var f thidua.Faults
	checkMark(&f, "number", e.DocNumber)
	checkMark(&f, "abstract", e.Abstract)
	if e.IssuedOn > day && e.IssuedOn.Valid() {
		f.Add("issued", thidua.CodeFutureDay)
	}
	var wrong *thidua.Error
	if errors.As(e.Check(), &wrong) {
		f = append(f, wrong.Faults...)
	}
	return f.Err()
}

// place fills in whose evidence it is from its target, and refuses who may not add it there.
func place(tx *store.Tx, actor thidua.Actor, e *thidua.Evidence) error {
	if e.Target != "" {
		t, round, err := tx.TrackedTarget(e.Target)
		if err != nil {
			return err
		}
		e.Round, e.Unit, e.Person, e.Criterion = round, t.Subject.Unit, t.Subject.Person, t.Criterion
		return mayReport(actor, t)
	}
	if !actor.Leads(e.Unit) && !actor.Has(thidua.RoleOffice) && !actor.Own(e.Person) {
		return thidua.Refuse(thidua.Forbidden, CodeNotYourTarget)
	}
	if _, err := tx.Unit(e.Unit); err != nil {
		return err
	}
	season, err := seasonOf(tx, e.Round)
	if err == nil && season.Criterion(e.Criterion).ID == "" {
		err = thidua.Faults{{Field: "criterion", Code: thidua.CodeCriterionUnknown}}.Err()
	}
	return err
}

func evidenceName(e thidua.Evidence) string {
	for _, name := range []string{e.DocNumber, e.File.Name, e.Abstract} {
		if name != "" {
			return name
		}
	}
	return e.ID
}

// MoveEvidence checks evidence, returns it with a reason, or mends it: mended holds the id, the version that was read and, for
// MendEvidence, the document as it should be now. Văn phòng does not check its own.
func (a *App) MoveEvidence(ctx context.Context, actor thidua.Actor, do thidua.Action, mended thidua.Evidence, reason string) error {
	trimEvidence(&mended)
	reason = strings.TrimSpace(reason)
	d := deed{verb: do, object: "evidence:" + mended.ID, reason: reason}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		e, err := evidenceFor(tx, actor, mended.ID)
		if err != nil {
			return err
		}
		if _, err := openRound(tx, e.Round); err != nil {
			return err
		}
		rule, err := thidua.EvidenceFlow.Next(e.State, do, evidenceRoles(actor, e), evidenceFacts(actor, e), reason)
		if err != nil {
			return err
		}
		d.name, d.before = evidenceName(e), e
		e.Version, e.State, e.Reason = mended.Version, rule.To, reason
		if do == thidua.MendEvidence {
			e.DocNumber, e.IssuedOn, e.Abstract = mended.DocNumber, mended.IssuedOn, mended.Abstract
			if !mended.File.Missing() {
				e.File = mended.File
			}
			if err := checkEvidence(e, today(tx)); err != nil {
				return err
			}
		}
		d.after = e
		return tx.UpdateEvidence(e)
	})
}

// evidenceRoles gives RoleStaff also to who brought the evidence, so that he may mend it.
func evidenceRoles(actor thidua.Actor, e thidua.Evidence) []thidua.Role {
	roles := actor.For(e.Unit, e.Person)
	if actor.Own(e.AddedBy) {
		roles = append(roles, thidua.RoleStaff)
	}
	return roles
}

func evidenceFacts(actor thidua.Actor, e thidua.Evidence) thidua.Facts {
	return thidua.Facts{thidua.NotOwnCase: !actor.Own(e.AddedBy) && !actor.Own(e.Person)}
}

// evidenceFor reads evidence that the actor may see; NotFound otherwise.
func evidenceFor(tx *store.Tx, actor thidua.Actor, id string) (thidua.Evidence, error) {
	e, err := tx.Evidence(id)
	if err == nil && !sees(actor, e.Unit, e.Person) && !actor.Own(e.AddedBy) {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return e, err
}

// Evidence is one piece with what the actor may do to it.
type Evidence struct {
	thidua.Evidence
	Criterion thidua.Criterion
	Offers    []thidua.Offer
}

// Evidence reads one piece of evidence; NotFound for who may not see it.
func (a *App) Evidence(ctx context.Context, actor thidua.Actor, id string) (out Evidence, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		e, err := evidenceFor(tx, actor, id)
		if err != nil {
			return err
		}
		season, err := seasonOf(tx, e.Round)
		out = Evidence{Evidence: e, Criterion: season.Criterion(e.Criterion), Offers: offersOf(actor, e)}
		return err
	})
	return out, err
}

func offersOf(actor thidua.Actor, e thidua.Evidence) []thidua.Offer {
	return thidua.EvidenceFlow.Offers(e.State, evidenceRoles(actor, e), evidenceFacts(actor, e))
}

// OpenEvidence gives the file of evidence to who may see it; the caller closes it.
func (a *App) OpenEvidence(ctx context.Context, actor thidua.Actor, id string) (thidua.FileRef, *os.File, error) {
	e, err := a.Evidence(ctx, actor, id)
	if err == nil && e.File.Missing() {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	f, err := a.openFile(actor, e.File)
	return e.File, f, err
}

// CodeNoFiles is an upload to a program without a folder for files.
const CodeNoFiles thidua.Code = "file.no-folder"

// KeepFile looks at an uploaded file and keeps it for the actor's agency; what is wrong with it stands at the given field of the form.
// The file counts only once a use case has written it down.
func (a *App) KeepFile(ctx context.Context, actor thidua.Actor, field, name string, body io.Reader) (thidua.FileRef, error) {
	if a.files == nil {
		return thidua.FileRef{}, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	kept, err := a.files.Put(ctx, actor.Tenant, name, body)
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind == thidua.Invalid && len(refusal.Faults) == 0 {
		return thidua.FileRef{}, thidua.Faults{{Field: field, Code: refusal.Code, Args: refusal.Args}}.Err()
	}
	return thidua.FileRef{Hash: kept.Hash, Name: kept.Name, Type: kept.Type, Size: kept.Size}, err
}

// openFile gives a kept file of the agency; the use case has checked the right to it. The caller closes it.
func (a *App) openFile(actor thidua.Actor, ref thidua.FileRef) (*os.File, error) {
	if a.files == nil {
		return nil, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	return a.files.Open(actor.Tenant, ref.Hash)
}

// checkMark refuses words that carry the mark of a state secret: such a document is not even named here (decision 13).
func checkMark(f *thidua.Faults, field, text string) {
	if mark := file.Marked(text); mark != "" {
		f.Add(field, file.CodeSecret, mark)
	}
}
