package province

import (
	"context"
	"path"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// AnswerSenders seals for every sender of a decided list the results of its own cases, with the decision; once.
func (b *Bureau) AnswerSenders(ctx context.Context, actor thidua.Actor, list string, version int64) error {
	if err := act.May(actor, Appraisers...); err != nil {
		return err
	}
	var l thidua.RaisedList
	var senders []sender
	err := b.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		if l, err = tx.RaiseList(list); err != nil {
			return err
		}
		for _, state := range []thidua.State{thidua.AppraisalGranted, thidua.AppraisalNot} {
			some, err := sendersIn(tx, l.Period, state)
			if err != nil {
				return err
			}
			senders = append(senders, onList(some, l)...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if l.State != thidua.ListDecided || l.Answered {
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.AnswerSenders, l.State)
	}
	body, err := b.app.Content(actor, l.Scan)
	if err != nil {
		return err
	}
	name := vi.DecisionPart + path.Ext(l.Scan.Name)
	var sealed []outgoing
	for _, s := range senders {
		a := parcel.Answer{Kind: thidua.AnswerDecided, Number: l.Decision, Dated: l.Decided, Issuer: l.Signer, File: parcel.PaperFile(name), Results: resultsOf(l, s.cases)}
		sent, err := b.answer(ctx, actor, s.parcel, appraisalObject(s.ID), a, parcel.Content{Name: name, Data: body})
		if err != nil {
			return err
		}
		sealed = append(sealed, outgoing{sent, appraisalObject(s.ID)})
	}
	l.Answered, l.Version = true, version
	d := act.Deed{Verb: thidua.AnswerSenders, Object: listObject(list), Name: l.Decision}
	return b.write(ctx, actor, Appraisers, d, func(tx *store.Tx, _ *act.Deed) error {
		if err := tx.UpdateRaiseList(l); err != nil {
			return err
		}
		return insertAll(tx, sealed)
	})
}

// onList keeps the senders of whom somebody stands on the list.
func onList(all []sender, l thidua.RaisedList) (out []sender) {
	for _, s := range all {
		if slices.ContainsFunc(s.cases, func(c thidua.AppraisalCase) bool {
			return slices.ContainsFunc(l.Lines, func(line thidua.RaiseLine) bool { return line.Case == c.ID })
		}) {
			out = append(out, s)
		}
	}
	return out
}

// Sender is an agency as Sở Nội vụ sees it: its block and what it sent, by year.
type Sender struct {
	thidua.Partner
	Sent []thidua.Appraisal
}

// Senders lists the agencies that send to Sở Nội vụ with what they sent each year.
func (b *Bureau) Senders(ctx context.Context, actor thidua.Actor) (out []Sender, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		partners, err := tx.Partners()
		if err != nil {
			return err
		}
		sent, err := tx.Appraisals(thidua.Period{})
		for _, p := range partners {
			if !p.Kind.RunsSeasons() {
				continue
			}
			s := Sender{Partner: p}
			for _, a := range sent {
				if a.From == p.ID {
					s.Sent = append(s.Sent, a)
				}
			}
			out = append(out, s)
		}
		return err
	})
	return out, err
}

// Roll lists what was decided, the latest list first: the roll of honour of the province.
func (b *Bureau) Roll(ctx context.Context, actor thidua.Actor) ([]thidua.RaisedList, error) {
	all, err := b.Lists(ctx, actor)
	var out []thidua.RaisedList
	for _, l := range all {
		if l.State == thidua.ListDecided {
			out = append(out, l)
		}
	}
	return out, err
}

// ListFile opens the signed Tờ trình ("to-trinh") or the decision ("quyet-dinh") of a list.
func (b *Bureau) ListFile(ctx context.Context, actor thidua.Actor, id, which string) (thidua.FileRef, []byte, error) {
	l, err := b.List(ctx, actor, id)
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	ref := map[string]thidua.FileRef{"to-trinh": l.Paper, "quyet-dinh": l.Scan}[which]
	if ref.Missing() {
		return ref, nil, errNotFound
	}
	body, err := b.app.Content(actor, ref)
	return ref, body, err
}
