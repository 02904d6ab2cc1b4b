// Package pasting takes the tasks of a year out of a table that somebody has copied in Excel or Word (dán bảng nhiệm vụ): read, looked at row by
// row, and made tasks only when a person saves them.
package pasting

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/plan"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Desk is the table of tasks of a year, for Văn phòng.
type Desk struct{ data act.Data }

// Over gives the desk of a program.
func Over(a *app.App) *Desk { return &Desk{data: a.Ground()} }

// Sheet is a year with the rows that were read.
type Sheet struct {
	Movement thidua.Movement
	Round    thidua.Round
	Units    []thidua.Unit
	Rows     []Row
	agency   string
	made     []thidua.ReformTask
}

// Sheet reads the year into which tasks are pasted: Conflict once it has ended.
func (d *Desk) Sheet(ctx context.Context, actor thidua.Actor, round string) (s Sheet, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return s, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		s, err = sheetOf(tx, round)
		return err
	})
	return s, err
}

func sheetOf(tx *store.Tx, round string) (s Sheet, err error) {
	if s.Round, err = tx.Round(round); err != nil {
		return s, err
	}
	if s.Round.State == thidua.RoundEnded {
		return s, thidua.Refuse(thidua.Conflict, app.CodeRoundEnded, s.Round.Year)
	}
	if s.Movement, err = tx.Movement(s.Round.Movement); err != nil {
		return s, err
	}
	if s.Units, err = tx.Units(act.Today(tx)); err != nil {
		return s, err
	}
	agency, err := tx.Agency()
	if err != nil {
		return s, err
	}
	s.agency = agency.Name
	s.made, err = tx.ReformTasks(round)
	return s, err
}

// Read understands what was pasted; a row whose task the year has already is remarked on and not taken. A fault of the whole stands at "dan".
func (s Sheet) Read(text string) (rows []Row, err error) {
	rows, err = Read(text, plan.Agency{Name: s.agency, Units: s.Units}, s.Round.Year)
	for i := range rows {
		if r := &rows[i]; r.Task.Text != "" && slices.ContainsFunc(s.made, func(t thidua.ReformTask) bool { return vi.Fold(t.Text) == vi.Fold(r.Task.Text) }) {
			r.Take = false
			r.remark(CodeTwice)
		}
	}
	return rows, err
}

// Save makes the rows that are taken tasks of the year, all in one act, and tells how many. Faults stand at "task-N-take", "task-N-text",
// "task-N-owner" and "task-N-due", counted from 1 as the rows are.
func (d *Desk) Save(ctx context.Context, actor thidua.Actor, round string, rows []Row) (made int, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return 0, err
	}
	deed := act.Deed{Verb: thidua.PasteTasks, Object: "round:" + round}
	err = d.data.Write(ctx, actor, deed, func(tx *store.Tx, d *act.Deed) error {
		s, err := sheetOf(tx, round)
		if err != nil {
			return err
		}
		tasks := s.taken(rows)
		if err := thidua.CheckPasted(tasks, s.Round); err != nil {
			return err
		}
		for i := range tasks {
			tasks[i].Order += len(s.made)
			if err := tx.InsertReformTask(tasks[i]); err != nil {
				return err
			}
		}
		d.Name, d.After, made = vi.RoundName(s.Movement, s.Round), tasks, len(tasks)
		return nil
	})
	return made, err
}

// taken gives the rows that are taken as tasks, each with the number of its row as order; an owner that is no unit of the day is left out.
func (s Sheet) taken(rows []Row) (out []thidua.ReformTask) {
	for i, r := range rows {
		if !r.Take {
			continue
		}
		t := r.Task
		t.ID, t.Round, t.Order, t.State = store.NewID(), s.Round.ID, i+1, thidua.ReformOpen
		if !slices.ContainsFunc(s.Units, func(u thidua.Unit) bool { return u.ID == t.Unit }) {
			t.Unit = ""
		}
		out = append(out, t)
	}
	return out
}
