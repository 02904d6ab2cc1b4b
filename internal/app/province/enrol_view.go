package province

import (
	"context"

	"thidua"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Enrolment is one list of registrations with everything that its page shows.
type Enrolment struct {
	thidua.Enrolment
	Data   parcel.Data // of the package that counts
	Parcel store.ParcelIn
	Offers []thidua.Offer
	By     thidua.DueDay // the deadline that counts: of Sở Nội vụ, else of the sender's plan
	Late   int           // days
	Points []EnrolmentPoint
}

// Enrolment reads a list of registrations of Sở Nội vụ.
func (b *Bureau) Enrolment(ctx context.Context, actor thidua.Actor, id string) (v Enrolment, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		if v.Enrolment, err = tx.Enrolment(id); err != nil {
			return err
		}
		if v.Parcel, err = tx.ParcelIn(v.Enrolment.Parcel); err != nil {
			return err
		}
		due, err := tx.EnrolmentDue(v.Period)
		if err != nil {
			return err
		}
		v.By = counting(due, v.Due)
		v.Late = v.By.LateBy(v.FirstOn)
		v.Data, err = parcel.ReadData(v.Parcel.Data)
		return err
	})
	v.Points = pointsOf(v.Data)
	v.Offers = thidua.EnrolmentFlow.Offers(v.State, actor.Roles, v.facts())
	return v, err
}

func (v Enrolment) facts() thidua.Facts {
	return thidua.Facts{thidua.ListWhole: len(v.Data.Registrations) > 0}
}

// counting gives the deadline by which a list is late: what Sở Nội vụ entered goes before the plan of the sender.
func counting(own, sender thidua.DueDay) thidua.DueDay {
	if own.Day != "" {
		return own
	}
	return sender
}

// EnrolmentPoint is one thing that a list must have to be complete; Names are those of whom it is missing.
type EnrolmentPoint struct {
	What  PointWhat
	Good  bool
	Names []string
}

// PointWhat is what is looked at in a list.
type PointWhat string

// What makes a list complete.
const (
	PointLetter  PointWhat = "letter"  // số, ngày công văn
	PointPaper   PointWhat = "paper"   // the list as a paper
	PointSigned  PointWhat = "signed"  // it is the signed copy
	PointTargets PointWhat = "targets" // everybody registers a target
	PointAims    PointWhat = "aims"    // every collective aims at an award
)

func pointsOf(d parcel.Data) []EnrolmentPoint {
	letter, paper, signed := EnrolmentPoint{What: PointLetter, Good: d.Letter.Number != "" && d.Letter.Dated != ""}, EnrolmentPoint{What: PointPaper}, EnrolmentPoint{What: PointSigned}
	for _, p := range d.Papers {
		paper.Good = paper.Good || p.Kind == thidua.PaperRegistration
		signed.Good = signed.Good || p.Kind == thidua.PaperRegistration && p.Signed
	}
	targets, aims := EnrolmentPoint{What: PointTargets}, EnrolmentPoint{What: PointAims}
	for _, r := range d.Registrations {
		if len(r.Targets) == 0 {
			targets.Names = append(targets.Names, r.Subject.Name)
		}
		if r.Award == "" && r.Title == "" && r.Subject.Kind == thidua.Collective {
			aims.Names = append(aims.Names, r.Subject.Name)
		}
	}
	targets.Good, aims.Good = len(targets.Names) == 0, len(aims.Names) == 0
	return []EnrolmentPoint{letter, paper, signed, targets, aims}
}
