package province

import (
	"slices"
	"strings"
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// takeList makes of a package of Sở Nội vụ the list that UBND tỉnh decides about.
func takeList(tx *store.Tx, p thidua.Parcel, data parcel.Data, paper thidua.FileRef, d *act.Deed) error {
	l := thidua.RaisedList{ID: store.NewID(), Period: thidua.Period{Movement: p.Movement, Year: p.Year, Closing: p.Closing}, State: thidua.ListRaised,
		From: p.FromName, FromID: p.From, Number: p.Number, Dated: p.Dated, Paper: paper, Parcel: p.ID}
	for _, one := range data.Proposals {
		l.Lines = append(l.Lines, thidua.RaiseLine{Case: one.ID, Kind: one.Subject.Kind, Name: one.Subject.Name, Title: one.Subject.Title, Sex: one.Subject.Sex,
			Unit: one.Subject.Home, Home: one.Authority, Award: one.Award, Summary: one.Summary})
	}
	d.Object, d.Name, d.After = listObject(l.ID), p.FromName, l.Number
	if err := tx.InsertRaiseList(l); err != nil {
		return err
	}
	return tx.UseParcel(p.ID, listObject(l.ID))
}

// takeDecision writes the decision of UBND tỉnh into the list that it answers, and closes the dossiers.
func takeDecision(tx *store.Tx, actor thidua.Actor, p thidua.Parcel, data parcel.Data, scan thidua.FileRef, d *act.Deed) error {
	all, err := tx.RaiseLists()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(l thidua.RaisedList) bool { return p.Of != "" && l.Parcel == p.Of && l.State == thidua.ListRaised })
	if at < 0 || data.Answer == nil || data.Answer.Kind != thidua.AnswerDecided {
		return thidua.Refuse(thidua.Conflict, thidua.CodeStrangeParcel, p.FromName)
	}
	l, a := all[at], data.Answer
	sent, err := tx.ParcelOut(p.Of)
	if err != nil || sent.To != p.From {
		return thidua.Refuse(thidua.Conflict, thidua.CodeStrangeParcel, p.FromName)
	}
	l.State, l.Decision, l.Decided, l.Signer, l.Scan = thidua.ListDecided, a.Number, a.Dated, a.Issuer, scan
	results(l.Lines, a.Results)
	d.Object, d.Name, d.After = listObject(l.ID), a.Number, l.Lines
	if err := tx.UpdateRaiseList(l); err != nil {
		return err
	}
	if err := closeDossiers(tx, actor, l); err != nil {
		return err
	}
	return tx.UseParcel(p.ID, listObject(l.ID))
}

// closeDossiers gives every raised dossier its result: granted when somebody of it is.
func closeDossiers(tx *store.Tx, actor thidua.Actor, l thidua.RaisedList) error {
	senders, err := sendersIn(tx, l.Period, thidua.AppraisalRaised)
	if err != nil {
		return err
	}
	for _, s := range senders {
		do, reason := thidua.RefuseDossier, ""
		for _, r := range resultsOf(l, s.cases) {
			if r.Granted {
				do = thidua.GrantDossier
			}
			reason = joined(reason, r.Reason)
		}
		rule, err := thidua.AppraisalFlow.Next(s.State, do, actor.Roles, thidua.Facts{thidua.DecisionNamed: true}, reason)
		if err != nil {
			return err
		}
		s.State, s.Reason = rule.To, reason
		if err := tx.UpdateAppraisal(s.Appraisal); err != nil {
			return err
		}
	}
	return nil
}

// joined joins reasons, each once.
func joined(all, one string) string {
	if one == "" || strings.Contains(all, one) {
		return all
	}
	return strings.TrimPrefix(all+"; "+one, "; ")
}

// results writes the results of an answer into the lines.
func results(lines []thidua.RaiseLine, all []parcel.Result) {
	for i := range lines {
		for _, r := range all {
			if r.Proposal == lines[i].Case {
				lines[i].Granted, lines[i].Reason, lines[i].Gold = r.Granted, r.Reason, r.Gold
			}
		}
	}
}
