package launch

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// QuestionView is one question with what may be done to it.
type QuestionView struct {
	thidua.Question
	Answers bool // the actor may answer it
	Reads   bool // the actor asked and has not read the answer yet
}

// Question reads one question; NotFound for who may not see it.
func (d *Desk) Question(ctx context.Context, actor thidua.Actor, id string) (v QuestionView, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v.Question, err = tx.Question(id)
		if err == nil && !shown(actor, v.Question) {
			err = notThere()
		}
		v.Answers = v.Open() && actor.Has(thidua.RoleOffice)
		v.Reads = !v.Open() && !v.Seen && actor.Own(v.Person)
		return err
	})
	return v, err
}

// Answer answers a question once for all: Văn phòng, with the document that the answer rests on. Faults stand at "answer" and "basis".
func (d *Desk) Answer(ctx context.Context, actor thidua.Actor, in thidua.Question) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	in.Answer, in.Basis = text(in.Answer), text(in.Basis)
	return d.reply(ctx, actor, in, thidua.AnswerIt, func(tx *store.Tx, q *thidua.Question) error {
		if !q.Open() {
			return thidua.Refuse(thidua.Conflict, CodeAnswered)
		}
		q.Answer, q.Basis, q.AnsweredBy, q.AnsweredAt = in.Answer, in.Basis, actor.Name, tx.Now
		q.Seen = actor.Own(q.Person)
		if err := q.Check(true); err != nil {
			return err
		}
		return unmarked("answer", q.Answer, "basis", q.Basis)
	})
}

// CodeAnswered is a second answer to a question.
const CodeAnswered thidua.Code = "launch.answered"

// ReadAnswer notes that who asked has read the answer, so that it waits no more.
func (d *Desk) ReadAnswer(ctx context.Context, actor thidua.Actor, in thidua.Question) error {
	return d.reply(ctx, actor, in, thidua.ReadAnswer, func(_ *store.Tx, q *thidua.Question) error {
		if q.Open() || !actor.Own(q.Person) {
			return thidua.Refuse(thidua.Forbidden, act.CodeNoRight)
		}
		q.Seen = true
		return nil
	})
}

func (d *Desk) reply(ctx context.Context, actor thidua.Actor, in thidua.Question, do thidua.Action, fn func(*store.Tx, *thidua.Question) error) error {
	return d.data.Write(ctx, actor, act.Deed{Verb: do, Object: "question:" + in.ID}, func(tx *store.Tx, w *act.Deed) error {
		q, err := tx.Question(in.ID)
		if err != nil {
			return err
		}
		if !shown(actor, q) {
			return notThere()
		}
		w.Name, w.Before = q.Name, q
		if err := fn(tx, &q); err != nil {
			return err
		}
		q.Version, w.After = in.Version, q
		return tx.UpdateQuestion(q, vi.Fold(q.Text+" "+q.Answer+" "+q.Basis))
	})
}
