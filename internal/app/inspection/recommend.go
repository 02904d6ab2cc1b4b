package inspection

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Recommend writes down what a round asks of a unit; faults stand at "text", "due" and "asked".
func (d *Desk) Recommend(ctx context.Context, actor thidua.Actor, in thidua.Recommendation) error {
	in.Text = clean(in.Text)
	deed := act.Deed{Verb: thidua.Recommend}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		i, err := tx.Inspection(in.Inspection)
		if err != nil {
			return err
		}
		if _, err := thidua.InspectionFlow.Next(i.State, thidua.Recommend, actor.Roles, nil, ""); err != nil {
			return err
		}
		var f thidua.Faults
		marks(&f, "text", in.Text)
		if err := with(f, in.Check(i)); err != nil {
			return err
		}
		in.ID, in.State, in.ByName = store.NewID(), thidua.RecommendationOpen, actor.Name
		done.Object, done.Name, done.After = "recommendation:"+in.ID, i.Name, in
		return tx.InsertRecommendation(in)
	})
}

// Follow is one recommendation with what the actor may do.
type Follow struct {
	thidua.Recommendation
	Offers []thidua.Offer
	Today  thidua.Date
}

// Follow reads one recommendation; NotFound for a head of another unit.
func (d *Desk) Follow(ctx context.Context, actor thidua.Actor, id string) (v Follow, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return v, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v.Today = act.Today(tx)
		if v.Recommendation, err = tx.Recommendation(id); err != nil {
			return err
		}
		if !sees(actor, v.Unit) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		v.Offers = thidua.RecommendationFlow.Offers(v.State, actor.For(v.Unit, ""), nil)
		return nil
	})
	return v, err
}

// Answer is what comes with a step of a recommendation: the report of the unit with its evidence, or the reason why more is asked for.
type Answer struct {
	Version   int64
	Text      string
	On        thidua.Date
	DocNumber string
	File      thidua.FileRef
	Reason    string
}

// MoveRecommendation takes a recommendation on: AnswerRecommend by the unit, or by Văn phòng for it; CloseRecommend or ReturnRecommend by Văn
// phòng. Faults stand at "answer", "answered", "evidence" and "reason".
func (d *Desk) MoveRecommendation(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, in Answer) error {
	in.Text, in.DocNumber, in.Reason = clean(in.Text), clean(in.DocNumber), clean(in.Reason)
	deed := act.Deed{Verb: do, Object: "recommendation:" + id, Reason: in.Reason}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		r, err := tx.Recommendation(id)
		if err != nil {
			return err
		}
		if !sees(actor, r.Unit) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		rule, err := thidua.RecommendationFlow.Next(r.State, do, actor.For(r.Unit, ""), nil, in.Reason)
		if err != nil {
			return err
		}
		done.Name, done.Before = r.Name, r
		r.State, r.Version = rule.To, in.Version
		if err := answer(tx, actor, &r, do, in); err != nil {
			return err
		}
		if do == thidua.AnswerRecommend && !actor.Leads(r.Unit) {
			done.ForWho = r.UnitName
		}
		done.After = r
		return tx.UpdateRecommendation(r)
	})
}

func answer(tx *store.Tx, actor thidua.Actor, r *thidua.Recommendation, do thidua.Action, in Answer) error {
	switch do {
	case thidua.AnswerRecommend:
		var f thidua.Faults
		marks(&f, "answer", in.Text)
		marks(&f, "evidence", in.DocNumber)
		r.Answer, r.AnsweredOn, r.AnsweredBy, r.DocNumber, r.Reason = in.Text, in.On, actor.Name, in.DocNumber, ""
		if !in.File.Missing() {
			r.File = in.File
		}
		return with(f, r.CheckAnswer(act.Today(tx)))
	case thidua.ReturnRecommend:
		r.Reason = in.Reason
	case thidua.CloseRecommend:
		r.ClosedOn = act.Today(tx)
	}
	return nil
}

// Evidence reads the file that a unit gave with its report.
func (d *Desk) Evidence(ctx context.Context, actor thidua.Actor, id string) (ref thidua.FileRef, content []byte, err error) {
	v, err := d.Follow(ctx, actor, id)
	if err != nil {
		return ref, nil, err
	}
	return d.kept(actor, v.File)
}

// kept reads a kept file; NotFound where there is none.
func (d *Desk) kept(actor thidua.Actor, ref thidua.FileRef) (thidua.FileRef, []byte, error) {
	if ref.Missing() {
		return ref, nil, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	content, err := d.app.Content(actor, ref)
	return ref, content, err
}
