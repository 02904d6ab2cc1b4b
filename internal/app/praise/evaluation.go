package praise

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// The faults of evaluations that are entered for many at once; they stand at "lines" and name the line, counted from 1.
const (
	CodeLine      thidua.Code = "evaluation.line"
	CodeWho       thidua.Code = "evaluation.who"
	CodeSeveral   thidua.Code = "evaluation.several"
	CodeLineClass thidua.Code = "evaluation.class"
	CodeOwnLine   thidua.Code = "evaluation.own"
	CodeTwice     thidua.Code = "evaluation.twice"
	CodeNoLine    thidua.Code = "evaluation.none"
)

// Evaluations is what is entered for a year: the collectives with their class, and the people without one, who are offered as lines to fill.
type Evaluations struct {
	Units   []thidua.Unit
	Classes map[string]thidua.EvaluationResult // of collectives, by unit
	Open    []thidua.Staff                     // without a class
}

// Evaluations reads what a year still lacks: Văn phòng.
func (d *Desk) Evaluations(ctx context.Context, actor thidua.Actor, year int) (v Evaluations, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return v, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v = Evaluations{Classes: map[string]thidua.EvaluationResult{}}
		if v.Units, err = tx.Units(act.Today(tx)); err != nil {
			return err
		}
		units, err := tx.UnitEvaluations(year)
		if err != nil {
			return err
		}
		for _, e := range units {
			v.Classes[e.Unit] = e
		}
		have, err := tx.Evaluations(year)
		if err != nil {
			return err
		}
		done := map[string]bool{}
		for _, e := range have {
			done[e.Person] = true
		}
		staff, err := tx.Staff(store.StaffFilter{On: act.Today(tx)}, store.Page{})
		for _, s := range staff {
			if !done[s.Person.ID] {
				v.Open = append(v.Open, s)
			}
		}
		return err
	})
	return v, err
}

// SaveEvaluations records the classes of a year for many people and collectives at once, with one decision: each line "họ và tên; xếp loại",
// "họ và tên; đơn vị; xếp loại" or "tên đơn vị; xếp loại"; a tab separates as well. Either all lines are kept or none.
func (d *Desk) SaveEvaluations(ctx context.Context, actor thidua.Actor, year int, decision string, on thidua.Date, lines string) (n int, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return 0, err
	}
	trim(&decision)
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.RecordEvaluation, Name: decision}, func(tx *store.Tx, dd *act.Deed) error {
		staff, err := tx.Staff(store.StaffFilter{On: act.Today(tx)}, store.Page{})
		if err != nil {
			return err
		}
		units, err := tx.Units("")
		if err != nil {
			return err
		}
		all, err := reading{staff, units, actor}.lines(lines)
		if err != nil {
			return err
		}
		for i := range all {
			all[i].ID, all[i].Year, all[i].Decision, all[i].On = store.NewID(), year, decision, on
			if err := all[i].Check(act.Today(tx)); err != nil {
				return err
			}
			if err := tx.SaveEvaluation(all[i]); err != nil {
				return err
			}
		}
		n = len(all)
		dd.Object, dd.After = "evaluations:"+decision, all
		return nil
	})
	return n, err
}
