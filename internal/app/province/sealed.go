package province

import (
	"context"
	"path"
	"slices"
	"thidua"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func (b *Bureau) sealDecision(ctx context.Context, actor thidua.Actor, l thidua.RaisedList) ([]outgoing, error) {
	body, err := b.app.Content(actor, l.Scan)
	if err != nil {
		return nil, err
	}
	var to store.ParcelIn
	err = b.data.Read(ctx, actor, func(tx *store.Tx) error {
		to, err = tx.ParcelIn(l.Parcel)
		return err
	})
	if err != nil {
		return nil, err
	}
	name := vi.DecisionPart + path.Ext(l.Scan.Name)
	a := parcel.Answer{Kind: thidua.AnswerDecided, Number: l.Decision, Dated: l.Decided, Issuer: l.Signer, File: parcel.PaperFile(name), Results: resultsOf(l, nil)}
	sent, err := b.answer(ctx, actor, to, listObject(l.ID), a, parcel.Content{Name: name, Data: body})
	return []outgoing{{sent, listObject(l.ID)}}, err
}

// resultsOf gives the results of a list by the id at Sở Nội vụ, or by that of the sender where proposals names it; a case that is on no list was not
// chosen and says so with the note of Sở Nội vụ.
func resultsOf(l thidua.RaisedList, cases []thidua.AppraisalCase) (out []parcel.Result) {
	if cases == nil {
		for _, line := range l.Lines {
			out = append(out, parcel.Result{Proposal: line.Case, Granted: line.Granted, Reason: line.Reason, Gold: line.Gold})
		}
		return out
	}
	for _, c := range cases {
		r := parcel.Result{Proposal: c.Proposal, Reason: c.Note}
		if at := slices.IndexFunc(l.Lines, func(line thidua.RaiseLine) bool { return line.Case == c.ID }); at >= 0 {
			r.Granted, r.Reason, r.Gold = l.Lines[at].Granted, l.Lines[at].Reason, l.Lines[at].Gold
		}
		out = append(out, r)
	}
	return out
}
