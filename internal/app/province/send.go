package province

import (
	"context"
	"path"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	post "thidua/internal/app/parcel"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Raise records that the list went to Chủ tịch UBND tỉnh with its Tờ trình (l names ID, Version, Number, Dated and Paper), hands it to UBND tỉnh where
// that takes packages, and tells every sender.
func (b *Bureau) Raise(ctx context.Context, actor thidua.Actor, l thidua.RaisedList) error {
	if err := act.May(actor, Appraisers...); err != nil {
		return err
	}
	l.Number = strings.TrimSpace(l.Number)
	if err := checkLetter(l, b.Today()); err != nil {
		return err
	}
	kept, senders, err := b.raised(ctx, actor, l)
	if err != nil {
		return err
	}
	sealed, err := b.sealList(ctx, actor, &kept)
	if err != nil {
		return err
	}
	told, err := b.tell(ctx, actor, senders, kept)
	if err != nil {
		return err
	}
	sealed = append(sealed, told...)
	return b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.RaiseList, Object: listObject(l.ID)}, func(tx *store.Tx, d *act.Deed) error {
		facts := thidua.Facts{thidua.ListWhole: len(kept.Lines) > 0, thidua.LetterNamed: true, thidua.InQuota: true}
		before, err := tx.RaiseList(l.ID)
		if err != nil {
			return err
		}
		rule, err := thidua.ListFlow.Next(before.State, thidua.RaiseList, actor.Roles, facts, "")
		if err != nil {
			return err
		}
		kept.State, kept.Version = rule.To, l.Version
		d.Name, d.Before, d.After = kept.Number, before.State, kept
		if err := tx.UpdateRaiseList(kept); err != nil {
			return err
		}
		for _, s := range senders {
			if err := raiseOne(tx, actor, s); err != nil {
				return err
			}
		}
		return insertAll(tx, sealed)
	})
}

func checkLetter(l thidua.RaisedList, today thidua.Date) error {
	var f thidua.Faults
	if l.Number == "" {
		f.Add("number", thidua.CodeNumberMissing)
	}
	if err := thidua.CheckDay("dated", l.Dated, today); err != nil {
		if e, ok := act.Refusal(err); ok {
			f = append(f, e.Faults...)
		}
	}
	if l.Paper.Missing() {
		f.Add("paper", thidua.CodeSignedMissing)
	}
	return f.Err()
}

// raised reads the list with what was typed, and the dossiers about which it decides.
func (b *Bureau) raised(ctx context.Context, actor thidua.Actor, typed thidua.RaisedList) (l thidua.RaisedList, senders []sender, err error) {
	err = b.data.Read(ctx, actor, func(tx *store.Tx) error {
		if l, err = tx.RaiseList(typed.ID); err != nil {
			return err
		}
		l.Number, l.Dated, l.Paper = typed.Number, typed.Dated, typed.Paper
		senders, err = sendersIn(tx, l.Period, thidua.AppraisalEligible)
		return err
	})
	return l, senders, err
}

// sealList seals the list for UBND tỉnh, when that takes packages.
func (b *Bureau) sealList(ctx context.Context, actor thidua.Actor, l *thidua.RaisedList) ([]outgoing, error) {
	to, err := b.decider(ctx, actor)
	if err != nil || to == nil {
		return nil, err
	}
	body, err := b.app.Content(actor, l.Paper)
	if err != nil {
		return nil, err
	}
	name := vi.LetterPart + path.Ext(l.Paper.Name)
	data := parcel.Data{Movement: parcel.Movement{Name: l.Period.Movement, Year: l.Period.Year, Closing: l.Period.Closing},
		Letter: parcel.Letter{Number: l.Number, Dated: l.Dated, Signer: l.From},
		Papers: []parcel.Paper{{ID: l.ID, Kind: thidua.PaperProposal, Title: vi.PaperKind(thidua.PaperProposal), Number: l.Number, Dated: l.Dated, Signed: true, File: parcel.PaperFile(name)}}}
	for _, line := range l.Lines {
		data.Proposals = append(data.Proposals, parcel.Proposal{ID: line.Case, Subject: parcel.Subject{Kind: line.Kind, Name: line.Name, Title: line.Title, Sex: line.Sex, Home: line.Unit},
			Award: line.Award, Authority: line.Home, Summary: line.Summary, OnTime: -1})
	}
	sent, err := b.post.Prepare(ctx, actor, post.Outgoing{Kind: thidua.ParcelDossier, To: to.ID, Object: listObject(l.ID), Data: data, Papers: []parcel.Content{{Name: name, Data: body}}})
	l.Parcel = sent.ID
	return []outgoing{{sent, listObject(l.ID)}}, err
}

// tell seals for every sender that its dossier went up, or that nobody of it was chosen.
func (b *Bureau) tell(ctx context.Context, actor thidua.Actor, senders []sender, l thidua.RaisedList) (out []outgoing, err error) {
	for _, s := range senders {
		a := parcel.Answer{Kind: thidua.AnswerRaised, Number: l.Number, Dated: l.Dated}
		if s.chosen() == 0 {
			a = parcel.Answer{Kind: thidua.AnswerRefused, Text: s.why()}
		}
		sent, err := b.answer(ctx, actor, s.parcel, appraisalObject(s.ID), a)
		if err != nil {
			return nil, err
		}
		out = append(out, outgoing{sent, appraisalObject(s.ID)})
	}
	return out, nil
}
