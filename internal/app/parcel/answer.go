package parcel

import (
	"bytes"
	"context"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// letterOf keeps the letter or the decision of an answer as a file of its own, as the scan of a recorded one is.
func (p *Post) letterOf(ctx context.Context, actor thidua.Actor, opened *parcel.Package) (ref thidua.FileRef, err error) {
	if opened.Kind != thidua.ParcelAnswer || opened.Data.Answer.File == "" {
		return ref, nil
	}
	name := opened.Data.Answer.File
	content, _ := opened.Paper(name)
	return p.App.KeepFile(ctx, actor, "file", name[strings.LastIndexByte(name, '/')+1:], bytes.NewReader(content))
}

// answered makes the answer of a package the answer to the sending whose package it answers, as Văn phòng would record it by hand; done is false
// when the sending had gone on meanwhile, so that the answer changes nothing any more.
func answered(tx *store.Tx, d *act.Deed, actor thidua.Actor, opened *parcel.Package, scan thidua.FileRef) (submission string, done bool, err error) {
	sent, err := tx.ParcelOut(opened.Of)
	id, ok := strings.CutPrefix(sent.Object, "submission:")
	if thidua.KindOf(err) == thidua.NotFound || err == nil && (!ok || sent.To != opened.From.ID) {
		return "", false, thidua.Refuse(thidua.Invalid, thidua.CodeParcelAnswered)
	}
	if err != nil {
		return "", false, err
	}
	s, err := tx.Submission(id)
	if err != nil {
		return "", false, err
	}
	d.Reason = opened.Data.Answer.Text
	_, err = thidua.SubmissionFlow.Next(s.State, opened.Data.Answer.Kind, actor.Roles, nil, d.Reason)
	if thidua.KindOf(err) == thidua.Conflict {
		return id, false, nil
	}
	if err != nil {
		return id, false, err
	}
	verb, object, name, after := d.Verb, d.Object, d.Name, d.After
	if a := opened.Data.Answer; a.Kind == thidua.AnswerDecided {
		_, err = app.DecideIn(tx, d, actor, s, s.Version, decisionOf(tx, *a, scan))
	} else {
		_, err = app.ReplyIn(tx, d, actor, s, s.Version, replyOf(tx, *a, scan))
	}
	d.Verb, d.Object, d.Name, d.Before, d.After = verb, object, name, nil, after
	return id, err == nil, err
}

func replyOf(tx *store.Tx, a parcel.Answer, scan thidua.FileRef) thidua.Reply {
	text := []string{strings.TrimSpace(a.Text)}
	for _, part := range a.Parts {
		text = append(text, "– "+part.Name+": "+part.Reason)
	}
	return thidua.Reply{Kind: a.Kind, Number: a.Number, Dated: a.Dated, ReceivedOn: act.Today(tx), Scan: scan, Text: strings.Join(text, "\n")}
}

func decisionOf(tx *store.Tx, a parcel.Answer, scan thidua.FileRef) thidua.Decision {
	d := thidua.Decision{AwardDecision: thidua.AwardDecision{Number: a.Number, Dated: a.Dated, ReceivedOn: act.Today(tx), Issuer: a.Issuer, Scan: scan}}
	for _, r := range a.Results {
		line := thidua.DecisionLine{Nominee: r.Proposal, Answer: thidua.AnswerNo, Note: r.Reason, GoldNumber: r.Gold}
		if r.Granted {
			line.Answer = thidua.AnswerYes
		}
		d.Lines = append(d.Lines, line)
	}
	return d
}
