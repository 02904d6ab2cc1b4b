package privacy

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func requestObject(id string) string { return "data-request:" + id }

// Ask records what somebody asks about the data held on him; NotFound for an account without a person. Faults stand at "kind" and "words".
func (d *Desk) Ask(ctx context.Context, actor thidua.Actor, kind thidua.RequestKind, words string) error {
	r := thidua.DataRequest{ID: store.NewID(), Person: actor.Person, Kind: kind, Words: vi.NFC(strings.TrimSpace(words)), State: thidua.RequestOpen}
	if actor.Person == "" {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if err := r.Check(); err != nil {
		return err
	}
	deed := act.Deed{Verb: thidua.DataAsked, Object: requestObject(r.ID), Name: actor.Name}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, _ *act.Deed) error {
		r.AskedAt = tx.Now
		return tx.InsertDataRequest(r)
	})
}

// Answer records the answer of the agency to a request of somebody else; result is RequestGranted or RequestRefused, and neither is taken for granted.
// Faults stand at "result" and "answer".
func (d *Desk) Answer(ctx context.Context, actor thidua.Actor, id string, version int64, result thidua.State, answer string) error {
	if err := act.May(actor, Keepers...); err != nil {
		return err
	}
	answer = vi.NFC(strings.TrimSpace(answer))
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.DataAnswered, Object: requestObject(id)}, func(tx *store.Tx, deed *act.Deed) error {
		r, err := tx.DataRequest(id)
		if err != nil {
			return err
		}
		switch {
		case actor.Own(r.Person):
			return thidua.Refuse(thidua.Forbidden, CodeOwn)
		case r.State != thidua.RequestOpen:
			return thidua.Refuse(thidua.Conflict, CodeAnswered)
		}
		if err := checkAnswer(result, answer); err != nil {
			return err
		}
		r.State, r.Answer, r.AnsweredBy, r.AnsweredAt, r.Version = result, answer, actor.Name, tx.Now, version
		deed.Name = r.PersonName
		return tx.AnswerDataRequest(r)
	})
}

func checkAnswer(result thidua.State, answer string) error {
	var f thidua.Faults
	if result != thidua.RequestGranted && result != thidua.RequestRefused {
		f.Add("result", thidua.CodeRequestResult)
	}
	if answer == "" {
		f.Add("answer", thidua.CodeRequestAnswer)
	}
	return f.Err()
}

// Requests lists the requests of the whole agency, those that wait first.
func (d *Desk) Requests(ctx context.Context, actor thidua.Actor) (all []thidua.DataRequest, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return nil, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.DataRequests("")
		return err
	})
	return all, err
}
