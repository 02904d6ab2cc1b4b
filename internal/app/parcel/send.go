package parcel

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// The refusals of sending a package.
const (
	// CodeNoReceiver is a package without anybody to whom it could go.
	CodeNoReceiver thidua.Code = "parcel.no-receiver"
	// CodeSent is a sending of which a package was sealed already.
	CodeSent thidua.Code = "parcel.sent"
)

// Send seals the package of a recorded sending for a partner, whole: what the data say today, and every paper as it was issued. A resubmission names
// the package that it replaces, and marks the parts that were asked for again.
func (p *Post) Send(ctx context.Context, actor thidua.Actor, submission, to string) (sent thidua.Parcel, err error) {
	if err := act.May(actor, writers...); err != nil {
		return sent, err
	}
	var s thidua.Submission
	var before string
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		if s, err = tx.Submission(submission); err != nil {
			return err
		}
		if to == "" {
			return thidua.Faults{{Field: "to", Code: CodeNoReceiver}}.Err()
		}
		if err := unsent(tx, s); err != nil {
			return err
		}
		before, err = replaced(tx, s)
		return err
	})
	if err != nil {
		return sent, err
	}
	out := Outgoing{To: to, Of: before, Object: ObjectOf(s)}
	if s.What == thidua.SentDossier {
		err = p.gatherDossier(ctx, actor, s, &out)
	} else {
		err = p.gatherRegistrations(ctx, actor, s, &out)
	}
	if err == nil {
		err = p.markMended(ctx, actor, &out)
	}
	if err != nil {
		return sent, err
	}
	if sent, err = p.Prepare(ctx, actor, out); err != nil {
		return sent, err
	}
	err = p.data.Write(ctx, actor, act.Deed{Verb: thidua.SealParcel, Object: object(sent.ID), Name: sent.ToName, After: sent}, func(tx *store.Tx, _ *act.Deed) error {
		if err := unsent(tx, s); err != nil {
			return err
		}
		return tx.InsertParcelOut(sent, out.Object)
	})
	return sent, err
}

// ObjectOf names a sending as what a package was made of.
func ObjectOf(s thidua.Submission) string { return "submission:" + s.ID }

func unsent(tx *store.Tx, s thidua.Submission) error {
	all, err := tx.ParcelsOutOf(ObjectOf(s))
	switch {
	case err != nil:
		return err
	case len(all) > 0:
		return thidua.Refuse(thidua.Conflict, CodeSent, all[0].SealedAt)
	case s.State != thidua.SubmissionSent:
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.SealParcel, s.State)
	}
	return nil
}

// replaced finds the package of the sending before this one; empty for a first one.
func replaced(tx *store.Tx, s thidua.Submission) (of string, err error) {
	all, err := tx.Submissions(s.Round, s.What)
	for _, earlier := range all {
		if err != nil || earlier.ID == s.ID {
			break
		}
		var packages []store.ParcelOut
		if packages, err = tx.ParcelsOutOf(ObjectOf(earlier)); len(packages) > 0 {
			of = packages[len(packages)-1].ID
		}
	}
	return of, err
}
