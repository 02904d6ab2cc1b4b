package province

import (
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func enrolmentObject(id string) string { return "enrolment:" + id }

// takeEnrolment opens the list of registrations of an agency, or puts a later package in the place of the one that counts and names what it changed.
func takeEnrolment(tx *store.Tx, actor thidua.Actor, p thidua.Parcel, data parcel.Data, d *act.Deed) error {
	period := thidua.Period{Movement: p.Movement, Year: p.Year, Closing: p.Closing}
	all, err := tx.Enrolments(period)
	if err != nil {
		return err
	}
	e := thidua.Enrolment{ID: store.NewID(), State: thidua.EnrolmentFlow.Start, From: p.From, FromName: p.FromName, Period: period, FirstOn: thidua.DateOf(p.SealedAt)}
	keep := func() error { return tx.InsertEnrolment(e, vi.SortKey(e.FromName)) }
	if at := slices.IndexFunc(all, func(e thidua.Enrolment) bool { return e.From == p.From }); at >= 0 {
		e, keep = all[at], func() error { return tx.UpdateEnrolment(e) }
		if e.Changes, err = replaced(tx, e, p, data); err != nil {
			return err
		}
		rule, err := thidua.EnrolmentFlow.Next(e.State, thidua.TakeResubmitted, actor.Roles, nil, "")
		if err != nil {
			return err
		}
		d.Before, e.State, d.Verb = e.State, rule.To, thidua.TakeResubmitted
	}
	e.Times++
	e.Parcel, e.Number, e.Dated, e.SentOn = p.ID, p.Number, p.Dated, thidua.DateOf(p.SealedAt)
	e.Asked, e.Until, e.Reason, e.Due = nil, "", "", dueOf(data)
	e.Units, e.People = 0, 0
	for _, r := range data.Registrations {
		if r.Subject.Kind == thidua.Collective {
			e.Units++
		} else {
			e.People++
		}
	}
	d.Object, d.Name, d.After = enrolmentObject(e.ID), e.FromName, e
	if err := keep(); err != nil {
		return err
	}
	return tx.UseParcel(p.ID, enrolmentObject(e.ID))
}

// replaced compares a later package with the one that counts; one that was sealed before it replaces nothing.
func replaced(tx *store.Tx, e thidua.Enrolment, p thidua.Parcel, data parcel.Data) ([]thidua.EnrolmentChange, error) {
	before, err := tx.ParcelIn(e.Parcel)
	if err != nil {
		return nil, err
	}
	if !p.SealedAt.After(before.SealedAt) {
		return nil, thidua.Refuse(thidua.Conflict, thidua.CodeStrangeParcel, p.FromName)
	}
	old, err := parcel.ReadData(before.Data)
	return changes(old.Registrations, data.Registrations), err
}

func dueOf(data parcel.Data) thidua.DueDay {
	if data.Deadline == nil {
		return thidua.DueDay{}
	}
	return thidua.DueDay{Day: data.Deadline.Day, Inclusive: data.Deadline.Inclusive, Document: data.Deadline.Article}
}
