package former

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Settings is what the year before has set, beside what a round that has not begun has now.
type Settings struct {
	Movement thidua.Movement
	Round    thidua.Round
	Before   thidua.Round // as it was set
	Next     thidua.Round // as it would be taken over, its days moved into the year of Round
	Offered  []Setting    // only what differs
	Units    []thidua.Unit
	leaves   []thidua.Criterion // with the largest scores that would be taken over
}

// Scores gives the criteria of the round with the largest scores that the year before gave them, when they are offered.
func (s Settings) Scores() []thidua.Criterion { return s.leaves }

// Settings reads what the year before offers to a round: Conflict once the work of the round has begun, NotFound without a year before.
func (d *Desk) Settings(ctx context.Context, actor thidua.Actor, round string) (s Settings, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return s, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		s, err = settingsOf(tx, round)
		return err
	})
	return s, err
}

// YearBefore gives the year whose settings a round may take over; 0 when there is none, or once the work of the round has begun.
func (d *Desk) YearBefore(ctx context.Context, actor thidua.Actor, r thidua.Round) (year int, err error) {
	if r.Begun() || !actor.Has(thidua.RoleOffice) {
		return 0, nil
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		before, err := yearBefore(tx, r)
		year = before.Year
		return err
	})
	return year, err
}

func settingsOf(tx *store.Tx, round string) (s Settings, err error) {
	if s.Round, err = tx.Round(round); err != nil {
		return s, err
	}
	if s.Round.Begun() {
		return s, thidua.Refuse(thidua.Conflict, CodeBegun, s.Round.Year)
	}
	if s.Movement, err = tx.Movement(s.Round.Movement); err != nil {
		return s, err
	}
	if s.Before, err = yearBefore(tx, s.Round); err != nil {
		return s, err
	}
	if s.Before.ID == "" {
		return s, thidua.Refuse(thidua.NotFound, CodeNoYear, s.Round.Year)
	}
	days, err := tx.Calendar(thidua.NewDate(s.Round.Year, 1, 1))
	if err != nil {
		return s, err
	}
	if s.Units, err = tx.Units(act.Today(tx)); err != nil {
		return s, err
	}
	s.Next = s.Before
	s.offered(days, s.Units)
	return s, s.readScores(tx)
}

// readScores offers the largest scores of the criteria, when another edition of the plan holds and has the same criteria without them.
func (s *Settings) readScores(tx *store.Tx) error {
	if s.Round.Edition == s.Before.Edition || !s.Before.ByPoints {
		return nil
	}
	now, err := tx.Definition(s.Round.Edition)
	if err != nil {
		return err
	}
	before, err := tx.Definition(s.Before.Edition)
	if err != nil {
		return err
	}
	was, set := map[string]thidua.Criterion{}, false
	for _, c := range before.Leaves() {
		was[c.Code] = c
	}
	for _, c := range now.Leaves() {
		old := was[c.Code]
		if old.MaxPoints == 0 || vi.Fold(old.Name) != vi.Fold(c.Name) || old.MaxPoints == c.MaxPoints {
			continue
		}
		set = set || c.MaxPoints != 0
		c.MaxPoints, c.PointsNote = old.MaxPoints, old.PointsNote
		s.leaves = append(s.leaves, c)
	}
	if len(s.leaves) > 0 {
		s.Offered = append(s.Offered, Setting{Name: Scale, Set: set})
	}
	return nil
}

// Take writes the chosen settings of the year before into the round of the given version, all in one act; what was not chosen stays. Faults
// stand at "row" and, where a day does not fit, at the name of the setting.
func (d *Desk) Take(ctx context.Context, actor thidua.Actor, round string, version int64, chosen []string) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	deed := act.Deed{Verb: thidua.TakeSettings, Object: "round:" + round}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, d *act.Deed) error {
		s, err := settingsOf(tx, round)
		if err != nil {
			return err
		}
		r, scale, err := s.chosen(chosen)
		if err != nil {
			return err
		}
		if err := r.Check(false); err != nil { // a reviewer of Văn phòng itself is not offered
			return err
		}
		if err := sheetsAllow(tx, s.Round, scale || r.ByPoints != s.Round.ByPoints); err != nil {
			return err
		}
		d.Name, d.Before, d.After = vi.RoundName(s.Movement, r), s.Round, r
		if scale {
			if err := setScale(tx, s.leaves); err != nil {
				return err
			}
		}
		r.Version = version
		return tx.UpdateRound(r)
	})
}

// chosen gives the round with the chosen settings in it, and whether the largest scores are among them.
func (s Settings) chosen(names []string) (r thidua.Round, scale bool, err error) {
	r = s.Round
	err = thidua.Faults{{Field: "row", Code: CodeNothing}}.Err()
	for _, x := range s.Offered {
		if !slices.Contains(names, x.Name) || x.Lost {
			continue
		}
		if err = nil; x.Name == Scale {
			scale = true
		} else {
			apply[x.Name](&r, s.Next)
		}
	}
	return r, scale, err
}

// sheetsAllow keeps what sheets stand on once they are open.
func sheetsAllow(tx *store.Tx, r thidua.Round, touched bool) error {
	if !touched {
		return nil
	}
	sheets, err := tx.ScoreSheets(r.ID)
	if err == nil && len(sheets) > 0 {
		err = thidua.Refuse(thidua.Conflict, app.CodeSheetsOpen)
	}
	return err
}

func setScale(tx *store.Tx, leaves []thidua.Criterion) error {
	for _, c := range leaves {
		if err := tx.SetPoints(c); err != nil {
			return err
		}
	}
	return nil
}
