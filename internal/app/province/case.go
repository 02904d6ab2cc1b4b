package province

import (
	"slices"
	"strconv"
	"strings"
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// putCases writes the cases of a package; what was noted of a case that was there before stays.
func putCases(tx *store.Tx, appraisal string, proposals []parcel.Proposal) error {
	before, err := tx.CasesOf(appraisal, 0)
	if err != nil {
		return err
	}
	if err := tx.DropCases(appraisal); err != nil {
		return err
	}
	for _, p := range proposals {
		c := thidua.AppraisalCase{ID: store.NewID(), Appraisal: appraisal, Proposal: p.ID, Kind: p.Subject.Kind, Name: p.Subject.Name, Title: p.Subject.Title,
			Sex: p.Subject.Sex, Home: p.Subject.Home, Award: awardName(p), Summary: p.Summary, OnTime: p.OnTime, Initiatives: p.Initiatives, Earlier: years(p.Earlier)}
		for _, old := range before {
			if old.Proposal == p.ID {
				c.ID, c.Note = old.ID, old.Note
			}
		}
		if err := tx.InsertCase(c, vi.SortKey(c.Name)); err != nil {
			return err
		}
	}
	return nil
}

func years(awards []parcel.Award) string {
	var all []int
	for _, a := range awards {
		if !slices.Contains(all, a.Year) {
			all = append(all, a.Year)
		}
	}
	slices.Sort(all)
	words := make([]string, len(all))
	for i, y := range all {
		words[i] = strconv.Itoa(y)
	}
	return strings.Join(words, ", ")
}

// takeDossier opens an appraisal of a dossier, or goes on with the one that was returned.
func takeDossier(tx *store.Tx, actor thidua.Actor, p thidua.Parcel, data parcel.Data, d *act.Deed) error {
	all, err := tx.Appraisals(thidua.Period{Movement: p.Movement, Year: p.Year, Closing: p.Closing})
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(a thidua.Appraisal) bool { return a.From == p.From && a.State != thidua.AppraisalWithdrawn })
	a := thidua.Appraisal{ID: store.NewID(), State: thidua.AppraisalFlow.Start, From: p.From, FromName: p.FromName, Version: 1}
	if at >= 0 {
		a = all[at]
		rule, err := thidua.AppraisalFlow.Next(a.State, thidua.TakeResubmitted, actor.Roles, nil, "")
		if err != nil {
			return thidua.Refuse(thidua.Conflict, thidua.CodeStrangeParcel, p.FromName)
		}
		d.Before, a.State, d.Verb = a.State, rule.To, thidua.TakeResubmitted
	}
	a.Times++
	a.Parcel, a.Number, a.Dated, a.SentOn, a.Until, a.Reason = p.ID, p.Number, p.Dated, thidua.DateOf(p.SealedAt), "", ""
	a.Period = thidua.Period{Movement: p.Movement, Year: p.Year, Closing: p.Closing}
	a.Parts, a.Units, a.People = partsOf(data), 0, 0
	for _, one := range data.Proposals {
		if one.Subject.Kind == thidua.Collective {
			a.Units++
		} else {
			a.People++
		}
	}
	d.Object, d.Name, d.After = appraisalObject(a.ID), a.FromName, a.State
	if at >= 0 {
		err = tx.UpdateAppraisal(a)
	} else {
		err = tx.InsertAppraisal(a, vi.Fold(a.FromName), vi.SortKey(a.FromName))
	}
	if err != nil {
		return err
	}
	if err := putCases(tx, a.ID, data.Proposals); err != nil {
		return err
	}
	return tx.UseParcel(p.ID, appraisalObject(a.ID))
}

// awardName gives the award with its authority, which the sender may have written apart.
func awardName(p parcel.Proposal) string {
	if p.Authority == "" || strings.Contains(p.Award, p.Authority) {
		return p.Award
	}
	return vi.AwardName(thidua.AwardForm{Name: p.Award, Authority: p.Authority})
}
