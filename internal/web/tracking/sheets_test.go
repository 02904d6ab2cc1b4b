package tracking_test

import (
	"thidua"
	"thidua/internal/store"
)

// reviewing puts the sheet of a unit back to the reviewer, with the last line still open.
func reviewing(d *desk, code string) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		s, err := tx.ScoreSheet(d.sheets[code])
		if err != nil {
			return err
		}
		s.State = thidua.SheetReviewing
		s.Lines[len(s.Lines)-1].Review = nil
		return tx.UpdateScoreSheet(s)
	}
}

// closing closes it again.
func closing(d *desk, code string) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		s, err := tx.ScoreSheet(d.sheets[code])
		if err != nil {
			return err
		}
		last := &s.Lines[len(s.Lines)-1]
		s.State, last.Review = thidua.SheetClosed, last.Self
		return tx.UpdateScoreSheet(s)
	}
}
