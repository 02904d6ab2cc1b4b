package province

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Raising is the page of the list to Chủ tịch UBND tỉnh of a period.
type Raising struct {
	Look
	List     *thidua.RaisedList // nil while none was made
	Chosen   []thidua.AppraisalCase
	Decider  *thidua.Partner // UBND tỉnh, when it takes packages; nil: Sở Nội vụ records the decision
	Senders  []thidua.Appraisal
	Declared int // cases of these senders
}

// Raising reads the list of a period, or what would stand in it.
func (b *Bureau) Raising(ctx context.Context, actor thidua.Actor, period string) (v Raising, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		if v.Look, err = lookAt(tx, period); err != nil || v.Period.Year == 0 {
			return err
		}
		cases, err := tx.Cases(store.CaseFilter{Period: v.Period, IndexYear: v.IndexYear}, store.Page{})
		if err != nil {
			return err
		}
		for _, c := range cases {
			if c.Chosen {
				v.Chosen = append(v.Chosen, c)
			}
		}
		v.Declared = len(cases)
		if v.Senders, err = tx.Appraisals(v.Period); err != nil {
			return err
		}
		v.List, err = openList(tx, v.Period)
		return err
	})
	if err == nil {
		v.Decider, err = b.decider(ctx, actor)
	}
	return v, err
}

// decider finds UBND tỉnh among those with whom packages are exchanged: the only one, or where several provinces share an installation the one that is
// the superior body of this Sở Nội vụ.
func (b *Bureau) decider(ctx context.Context, actor thidua.Actor) (*thidua.Partner, error) {
	all, err := b.post.Partners(ctx, actor)
	all = slices.DeleteFunc(all, func(p thidua.Partner) bool { return p.Kind != thidua.AgencyProvince || p.Ended })
	if err == nil && len(all) > 1 {
		err = b.read(ctx, actor, Both, func(tx *store.Tx) error {
			own, err := tx.Agency()
			all = slices.DeleteFunc(all, func(p thidua.Partner) bool { return p.Name != own.Parent })
			return err
		})
	}
	if err != nil || len(all) != 1 {
		return nil, err
	}
	return &all[0], nil
}

// MakeList makes the list of what is chosen: every chosen case belongs to an eligible dossier, and each other case of those has its reason.
func (b *Bureau) MakeList(ctx context.Context, actor thidua.Actor, period string) (l thidua.RaisedList, err error) {
	err = b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.MakeRaiseList}, func(tx *store.Tx, d *act.Deed) error {
		look, err := lookAt(tx, period)
		if err != nil {
			return err
		}
		if open, err := openList(tx, look.Period); err != nil || open != nil {
			return notWhile(open, err)
		}
		agency, err := tx.Agency()
		if err != nil {
			return err
		}
		cases, err := tx.Cases(store.CaseFilter{Period: look.Period, IndexYear: look.IndexYear}, store.Page{})
		if err != nil {
			return err
		}
		if err := listable(tx, look.Period, cases); err != nil {
			return err
		}
		l = thidua.RaisedList{ID: store.NewID(), Period: look.Period, State: thidua.ListFlow.Start, From: agency.Name, FromID: agency.ID, Lines: linesOf(cases), Version: 1}
		d.Object, d.Name, d.After = listObject(l.ID), look.Period.Movement, l.Lines
		return tx.InsertRaiseList(l)
	})
	return l, err
}

func listable(tx *store.Tx, p thidua.Period, cases []thidua.AppraisalCase) error {
	quotas, err := tx.Quotas(p)
	if err != nil {
		return err
	}
	var f thidua.Faults
	chosen := false
	for _, c := range cases {
		chosen = chosen || c.Chosen
		switch {
		case c.Chosen && c.State != thidua.AppraisalEligible:
			f.Add("chosen", thidua.CodeRaisedEarly, c.Name, c.FromName)
		case !c.Chosen && c.State == thidua.AppraisalEligible && c.Note == "":
			f.Add("chosen", thidua.CodeNotChosenWhy, c.Name+", "+c.FromName)
		}
	}
	if !chosen {
		f.Add("chosen", thidua.CodeNothingChosen)
	}
	if err := f.Err(); err != nil {
		return err
	}
	return thidua.CheckQuotas(quotas, cases)
}

func linesOf(cases []thidua.AppraisalCase) (out []thidua.RaiseLine) {
	for _, c := range cases {
		if c.Chosen {
			out = append(out, thidua.RaiseLine{Case: c.ID, Kind: c.Kind, Name: c.Name, Title: c.Title, Sex: c.Sex, Unit: c.Home, Home: c.FromName, Award: c.Award, Summary: c.Summary})
		}
	}
	slices.SortStableFunc(out, func(a, b thidua.RaiseLine) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
	return out
}

// DropList takes back a list that was not raised yet.
func (b *Bureau) DropList(ctx context.Context, actor thidua.Actor, id string) error {
	return b.write(ctx, actor, Appraisers, act.Deed{Verb: thidua.DropRaiseList, Object: listObject(id)}, func(tx *store.Tx, d *act.Deed) error {
		l, err := tx.RaiseList(id)
		if err != nil {
			return err
		}
		if l.State != thidua.ListDraft {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.DropRaiseList, l.State)
		}
		d.Name, d.Before = l.Period.Movement, l.Lines
		return tx.DropRaiseList(id)
	})
}
