package praise

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// CodeNotYours is a remark by who is not the head of the person's unit, or on oneself.
const CodeNotYours thidua.Code = "remark.not-yours"

// Remarks is the people whose remark of a year the actor writes or may read, by unit.
type Remarks struct {
	Year
	Rows []RemarkRow
}

// RemarkRow is a person with the remark, empty (Version 0) while none is written.
type RemarkRow struct {
	thidua.Staff
	thidua.Remark
	Write bool // the actor writes it
}

// Remarks reads the remarks of a year: the head those of the unit, Văn phòng, leaders and council all, everybody the own.
func (d *Desk) Remarks(ctx context.Context, actor thidua.Actor, round string) (v Remarks, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v = Remarks{}
		if v.Year, err = yearOf(tx, round); err != nil {
			return err
		}
		all, err := tx.Remarks(round)
		of := map[string]thidua.Remark{}
		for _, r := range all {
			of[r.Person] = r
		}
		for _, s := range v.People {
			write := v.Open() && thidua.MayRemark(actor, s.Unit, s.Person.ID, s.Rank)
			if write || app.Sees(actor, thidua.Subject{Unit: s.Unit, Person: s.Person.ID}) {
				v.Rows = append(v.Rows, RemarkRow{Staff: s, Remark: of[s.Person.ID], Write: write})
			}
		}
		slices.SortStableFunc(v.Rows, func(a, b RemarkRow) int { return order(a) - order(b) })
		return err
	})
	return v, err
}

// order puts those first whose remark the actor writes.
func order(r RemarkRow) int {
	if r.Write {
		return 0
	}
	return 1
}

// SaveRemark keeps the remark on a person, or corrects the one that was read (Version). Faults stand at "verdict", "words" and "met".
func (d *Desk) SaveRemark(ctx context.Context, actor thidua.Actor, r thidua.Remark) error {
	trim(&r.Words)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.WriteRemark, Object: "person:" + r.Person}, func(tx *store.Tx, dd *act.Deed) error {
		staff, err := tx.Staff(store.StaffFilter{On: act.Today(tx), Person: r.Person}, store.Page{})
		if err != nil {
			return err
		}
		if len(staff) == 0 {
			return missing()
		}
		if !thidua.MayRemark(actor, staff[0].Unit, r.Person, staff[0].Rank) {
			return thidua.Refuse(thidua.Forbidden, CodeNotYours)
		}
		if _, err := app.OpenRound(tx, r.Round); err != nil {
			return err
		}
		if err := r.Check(act.Today(tx)); err != nil {
			return err
		}
		if err := unmarked(map[string]string{"words": r.Words}); err != nil {
			return err
		}
		r.By, r.ByName, r.At = actor.Person, actor.Name, tx.Now
		dd.Name, dd.After = staff[0].Name, r
		return tx.SaveRemark(r)
	})
}
