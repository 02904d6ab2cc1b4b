package province

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// EnrolmentMove is an act on a list of registrations: its confirmation with number and date of the paper where there is one and a note, or its return
// with the reason, the day and the parts that are asked for; no part is the whole.
type EnrolmentMove struct {
	Do      thidua.Action
	Version int64
	Number  string
	Dated   thidua.Date
	Note    string
	Until   thidua.Date
	Asked   []thidua.AskedPart
}

// MoveEnrolment confirms a list or returns it, and tells the sender by a sealed package.
func (b *Bureau) MoveEnrolment(ctx context.Context, actor thidua.Actor, id string, m EnrolmentMove) error {
	v, err := b.Enrolment(ctx, actor, id)
	if err != nil {
		return err
	}
	m.Number, m.Note = strings.TrimSpace(m.Number), strings.TrimSpace(m.Note)
	if err := b.checkEnrolment(v, actor, m); err != nil {
		return err
	}
	a := parcel.Answer{Kind: thidua.AnswerConfirmed, Text: m.Note, Number: m.Number, Dated: m.Dated}
	if m.Do == thidua.ReturnEnrolment {
		a = parcel.Answer{Kind: thidua.AnswerReturned, Text: m.Note, Until: m.Until}
		for _, p := range m.Asked {
			a.Parts = append(a.Parts, parcel.Part{Paper: p.ID, Name: p.Name, Reason: p.Reason})
		}
	}
	sealed, err := b.answer(ctx, actor, v.Parcel, enrolmentObject(id), a)
	if err != nil {
		return err
	}
	d := act.Deed{Verb: m.Do, Object: enrolmentObject(id), Reason: m.Note}
	return b.write(ctx, actor, Appraisers, d, func(tx *store.Tx, d *act.Deed) error {
		if err := moveEnrolment(tx, actor, v, m, d); err != nil {
			return err
		}
		return tx.InsertParcelOut(sealed, enrolmentObject(id))
	})
}

// checkEnrolment refuses before anything is sealed what the transaction would refuse.
func (b *Bureau) checkEnrolment(v Enrolment, actor thidua.Actor, m EnrolmentMove) error {
	var err error
	switch m.Do {
	case thidua.ConfirmEnrolment:
		err = thidua.Reply{Number: m.Number, Dated: m.Dated, ReceivedOn: b.Today()}.Check(b.Today())
	case thidua.ReturnEnrolment:
		err = thidua.CheckEnrolmentReturn(m.Note, m.Until, b.Today())
	default:
		return errNotFound
	}
	if err != nil {
		return err
	}
	_, err = thidua.EnrolmentFlow.Next(v.State, m.Do, actor.Roles, v.facts(), m.Note)
	return err
}

// moveEnrolment writes what was decided about the package that was looked at; a later package that came meanwhile is a conflict.
func moveEnrolment(tx *store.Tx, actor thidua.Actor, v Enrolment, m EnrolmentMove, d *act.Deed) error {
	e, err := tx.Enrolment(v.ID)
	if err != nil {
		return err
	}
	rule, err := thidua.EnrolmentFlow.Next(e.State, m.Do, actor.Roles, v.facts(), m.Note)
	if err != nil {
		return err
	}
	if e.Parcel != v.Parcel.ID {
		return thidua.Refuse(thidua.Conflict, store.CodeStale)
	}
	d.Name, d.Before = e.FromName, e.State
	e.State, e.Version = rule.To, m.Version
	if m.Do == thidua.ReturnEnrolment {
		e.Reason, e.Until, e.Asked = m.Note, m.Until, m.Asked
	} else {
		e.Confirmed = thidua.EnrolmentAnswer{Parcel: e.Parcel, On: act.Today(tx), Number: m.Number, Dated: m.Dated, Note: m.Note}
		if err := tx.SaveEnrolled(e.ID, subjectsOf(v.Data)); err != nil {
			return err
		}
	}
	d.After = e
	return tx.UpdateEnrolment(e)
}

func subjectsOf(d parcel.Data) (out []string) {
	for _, r := range d.Registrations {
		out = append(out, thidua.SameSubject(r.Subject.Kind, r.Subject.Name))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
