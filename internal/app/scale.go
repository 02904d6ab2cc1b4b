package app

import (
	"context"
	"errors"
	"strconv"

	"thidua"
	"thidua/internal/store"
)

// ScaleForm is how a round scores: by points or by yes and no, the points of each leaf, who reviews the sheet of Văn phòng, and by which
// decision the council agreed.
type ScaleForm struct {
	Season
	Scale  thidua.Scale
	Leaves []thidua.Criterion // with MaxPoints and PointsNote
	Units  []thidua.Unit
	Open   bool // sheets stand on it: the points are fixed, the agreement may still be recorded
}

// ScaleOf reads how a round scores, for who may see all results and for heads of units.
func (a *App) ScaleOf(ctx context.Context, actor thidua.Actor, round string) (f ScaleForm, err error) {
	if err := may(actor, append([]thidua.Role{thidua.RoleHead}, readers...)...); err != nil {
		return f, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		f, err = scaleOf(tx, round)
		return err
	})
	return f, err
}

func scaleOf(tx *store.Tx, round string) (f ScaleForm, err error) {
	if f.Season, err = seasonOf(tx, round); err != nil {
		return f, err
	}
	f.Leaves = f.scored()
	if f.Scale, err = tx.Scale(round); err != nil {
		return f, err
	}
	if f.Units, err = tx.Units(f.unitsOn(today(tx))); err != nil {
		return f, err
	}
	sheets, err := tx.ScoreSheets(round)
	f.Open = len(sheets) > 0
	return f, err
}

// SaveScale saves how a round scores; Scale.Version and Round.Version are those that were read. Points, kind of sheet and reviewer are fixed
// once sheets are open (Conflict "score.sheets-open"); the council's agreement may be recorded until the round ends. Faults stand at
// "max-N", counted from 1, "decision", "agreed" and "reviewer".
func (a *App) SaveScale(ctx context.Context, actor thidua.Actor, typed ScaleForm) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	d := deed{verb: thidua.SetScale, object: "round:" + typed.Round.ID}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		if _, err := openRound(tx, typed.Round.ID); err != nil {
			return err
		}
		now, err := scaleOf(tx, typed.Round.ID)
		if err != nil {
			return err
		}
		if err := now.check(typed, today(tx)); err != nil {
			return err
		}
		typed.Scale.Round = now.Round.ID
		d.before, d.after = now.Scale, typed.Scale
		if err := tx.SaveScale(typed.Scale); err != nil || now.Open {
			return err
		}
		return now.saveBasis(tx, typed)
	})
}

// saveBasis saves what sheets will stand on.
func (f ScaleForm) saveBasis(tx *store.Tx, typed ScaleForm) error {
	for i, c := range f.Leaves {
		c.MaxPoints, c.PointsNote = typed.Leaves[i].MaxPoints, typed.Leaves[i].PointsNote
		if err := tx.SetPoints(c); err != nil {
			return err
		}
	}
	r := f.Round
	r.ByPoints, r.OfficeReviewer, r.Version = typed.Round.ByPoints, typed.Round.OfficeReviewer, typed.Round.Version
	return tx.UpdateRound(r)
}

func (f ScaleForm) check(typed ScaleForm, day thidua.Date) error {
	if f.Open && f.differs(typed) {
		return thidua.Refuse(thidua.Conflict, CodeSheetsOpen)
	}
	var faults thidua.Faults
	for i, c := range typed.Leaves {
		if typed.Round.ByPoints && (c.MaxPoints <= 0 || c.MaxPoints%thidua.Half != 0) {
			faults.Add("max-"+strconv.Itoa(i+1), thidua.CodeScalePoints)
		}
	}
	if u := unitOf(f.Units, typed.Round.OfficeReviewer); typed.Round.OfficeReviewer != "" && (u.ID == "" || u.Kind == thidua.UnitOffice) {
		faults.Add("reviewer", thidua.CodeUnitMissing)
	}
	var wrong *thidua.Error
	if errors.As(typed.Scale.Check(day), &wrong) {
		faults = append(faults, wrong.Faults...)
	}
	return faults.Err()
}

// differs tells whether what was typed changes anything that sheets stand on.
func (f ScaleForm) differs(typed ScaleForm) bool {
	if typed.Round.ByPoints != f.Round.ByPoints || typed.Round.OfficeReviewer != f.Round.OfficeReviewer || len(typed.Leaves) != len(f.Leaves) {
		return true
	}
	for i, c := range f.Leaves {
		if c.MaxPoints != typed.Leaves[i].MaxPoints {
			return true
		}
	}
	return false
}
