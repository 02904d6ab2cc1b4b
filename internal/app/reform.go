package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/plan"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// CodeTasksMade is a reform plan of whose very file tasks were made before.
const CodeTasksMade thidua.Code = "plan.tasks-made-before"

// ReformPlan is what the rows of a yearly reform plan are compared with, and to which rounds they may go.
type ReformPlan struct {
	plan.Agency
	Names map[string]string // of the rounds, with their movement
	Made  thidua.PlanSource // another plan of the same file, of which tasks were made; without ID when there is none
	Round string            // to which that one's tasks went
}

// readReform reads what a reform plan is compared with, and proposes owners, days and round until somebody has saved them.
func (v *PlanView) readReform(tx *store.Tx) error {
	agency, err := tx.Agency()
	if err != nil {
		return err
	}
	v.Reform.Name = agency.Name
	if v.Reform.Units, err = tx.Units(v.Today); err != nil {
		return err
	}
	if v.Reform.Rounds, err = tx.OpenRounds(); err != nil {
		return err
	}
	movements, err := tx.Movements()
	if err != nil {
		return err
	}
	v.Reform.Names = map[string]string{}
	for _, r := range v.Reform.Rounds {
		if at := slices.IndexFunc(movements, func(m thidua.Movement) bool { return m.ID == r.Movement }); at >= 0 {
			v.Reform.Names[r.ID] = vi.RoundName(movements[at], r)
		}
	}
	if v.Review.Tasks == nil {
		v.Review.Tasks, v.Review.Round = plan.ProposeTasks(v.Draft, v.Reform.Agency)
	}
	return v.readMade(tx)
}

// readMade looks for tasks that were made of the same file.
func (v *PlanView) readMade(tx *store.Tx) error {
	made, err := tx.PlanApplied(v.Source.File.Hash, v.Source.ID)
	if thidua.KindOf(err) == thidua.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	other := PlanView{Source: made}
	if other.Source, err = tx.PlanSource(made.ID); err != nil {
		return err
	}
	v.Reform.Made, v.Reform.Round = made, ""
	if err := other.unpack(); err != nil {
		return err
	}
	v.Reform.Round = other.Review.Round
	return nil
}

// CreateTasks makes the chosen rows of a reform plan tasks of a round, all in one act; the plan is put to use by it, and what was attached to it
// goes over to the movement of the round. Faults stand at "round",
// "task-N-owner" and "task-N-due".
func (a *App) CreateTasks(ctx context.Context, actor thidua.Actor, id string, version int64) (round thidua.Round, err error) {
	d := deed{Verb: thidua.CreateTasks, Object: planObject(id)}
	err = a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		v, err := planOf(tx, actor, id)
		if err != nil {
			return err
		}
		rule, err := thidua.PlanFlow.Next(v.Source.State, thidua.CreateTasks, actor.Roles, v.facts(), "")
		if err != nil {
			return err
		}
		if err := v.at(thidua.CreateTasks, version); err != nil {
			return err
		}
		if v.Reform.Made.ID != "" {
			return thidua.Refuse(thidua.Conflict, CodeTasksMade)
		}
		var tasks []thidua.ReformTask
		tasks, round = v.tasks()
		if err := thidua.CheckTasks(tasks, round); err != nil {
			return err
		}
		d.Name, d.After = v.Source.File.Name, tasks
		v.Source.State = rule.To
		if _, v.Source.Review, err = packed(v.Draft, v.Review); err != nil {
			return err
		}
		if err := insertTasks(tx, v.Source, tasks); err != nil {
			return err
		}
		return tx.GiveDocuments(id, round.Movement)
	})
	return round, err
}

func insertTasks(tx *store.Tx, p thidua.PlanSource, tasks []thidua.ReformTask) error {
	for _, t := range tasks {
		if err := tx.InsertReformTask(t); err != nil {
			return err
		}
	}
	return tx.UpdatePlanSource(p)
}

// tasks gives the chosen rows as tasks, each with the number of its row as order, and the chosen round; an owner that is no unit of the day, or
// a round that has ended, is left out.
func (v *PlanView) tasks() (out []thidua.ReformTask, round thidua.Round) {
	for _, r := range v.Reform.Rounds {
		if r.ID == v.Review.Round {
			round = r
		}
	}
	for i, row := range v.Review.Tasks {
		if !row.Take || i >= len(v.Draft.Tasks) {
			continue
		}
		as := v.Draft.Tasks[i]
		t := thidua.ReformTask{ID: store.NewID(), Round: round.ID, Plan: v.Source.ID, Order: i + 1, Number: string(as.No), Text: as.Task, Product: string(as.Product),
			Lead: string(as.Lead), Support: string(as.Support), When: string(as.Due), Due: row.Due, Inclusive: row.Inclusive, State: thidua.ReformOpen}
		if slices.ContainsFunc(v.Reform.Units, func(u thidua.Unit) bool { return u.ID == row.Owner }) {
			t.Unit = row.Owner
		}
		out = append(out, t)
	}
	return out, round
}

// ReformLine is a task of a reform plan as it stands on the day, with what is left until its last one.
type ReformLine struct {
	thidua.ReformTask
	Stand thidua.ReformStand
	Left  thidua.Left
}

// ReformView is the tasks of the reform plans of a round.
type ReformView struct {
	Movement thidua.Movement
	Round    thidua.Round
	Lines    []ReformLine
	Today    thidua.Date
}

// ReformTasks lists the tasks of the reform plans of a round, as everybody of the agency may read them.
func (a *App) ReformTasks(ctx context.Context, actor thidua.Actor, round string) (v ReformView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		v = ReformView{Today: today(tx)}
		if v.Round, err = tx.Round(round); err != nil {
			return err
		}
		if v.Movement, err = tx.Movement(v.Round.Movement); err != nil {
			return err
		}
		tasks, err := tx.ReformTasks(round)
		if err != nil {
			return err
		}
		days, err := tx.Calendar(v.Today)
		for _, t := range tasks {
			v.Lines = append(v.Lines, lineOfTask(t, v.Today, days))
		}
		return err
	})
	return v, err
}

func lineOfTask(t thidua.ReformTask, today thidua.Date, days thidua.Calendar) ReformLine {
	l := ReformLine{ReformTask: t}
	l.Stand, l.Left = t.Stand(today, days), days.Left(today, t.LastDay())
	return l
}

// ReformTaskView is one task with what the actor may do to it.
type ReformTaskView struct {
	ReformLine
	Movement thidua.Movement
	Source   thidua.PlanSource // the plan of which it was made, without what was read from it; without an ID when it was pasted
	Units    []thidua.Unit     // of the day
	Offers   []thidua.Offer    // none once the round has ended
	Today    thidua.Date
}

// ReformTask reads one task of a reform plan, as everybody of the agency may.
func (a *App) ReformTask(ctx context.Context, actor thidua.Actor, id string) (v ReformTaskView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		t, err := tx.ReformTask(id)
		if err != nil {
			return err
		}
		v = ReformTaskView{Today: today(tx)}
		days, err := tx.Calendar(v.Today)
		if err != nil {
			return err
		}
		v.ReformLine = lineOfTask(t, v.Today, days)
		r, err := tx.Round(t.Round)
		if err != nil {
			return err
		}
		if r.State != thidua.RoundEnded {
			v.Offers = thidua.ReformTaskFlow.Offers(t.State, actor.For(t.Unit, ""), nil)
		}
		if v.Movement, err = tx.Movement(r.Movement); err != nil {
			return err
		}
		if t.Plan != "" {
			if v.Source, err = tx.PlanSource(t.Plan); err != nil {
				return err
			}
		}
		v.Source.Draft, v.Source.Review = "", ""
		v.Units, err = tx.Units(v.Today)
		return err
	})
	return v, err
}

// MoveReformTask corrects a task, records that it is done, opens it again or withdraws it; typed holds the id, the version that was read and, as
// the act needs them, words, owner and day, or the day and note of its completion. Văn phòng may do all of it; the head of the owning unit
// records completion. Faults stand at "text", "product", "owner", "due", "on", "note" and "reason".
func (a *App) MoveReformTask(ctx context.Context, actor thidua.Actor, do thidua.Action, typed thidua.ReformTask, reason string) error {
	reason = vi.NFC(strings.TrimSpace(reason))
	d := deed{Verb: do, Object: "reform-task:" + typed.ID, Reason: reason}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		t, err := tx.ReformTask(typed.ID)
		if err != nil {
			return err
		}
		r, err := openRound(tx, t.Round)
		if err != nil {
			return err
		}
		rule, err := thidua.ReformTaskFlow.Next(t.State, do, actor.For(t.Unit, ""), nil, reason)
		if err != nil {
			return err
		}
		d.Name, d.Before = vi.ReformName(t), t
		if do == thidua.CompleteTask && !actor.Leads(t.Unit) {
			d.ForWho = t.UnitName
		}
		t.State, t.Version, t.Reason = rule.To, typed.Version, reason
		if err := change(tx, &t, do, typed, r); err != nil {
			return err
		}
		d.After = t
		return tx.UpdateReformTask(t)
	})
}

func change(tx *store.Tx, t *thidua.ReformTask, do thidua.Action, typed thidua.ReformTask, r thidua.Round) error {
	var f thidua.Faults
	switch do {
	case thidua.MendTask:
		checkMark(&f, "text", typed.Text)
		checkMark(&f, "product", typed.Product)
		if err := owns(tx, *t, typed.Unit); err != nil {
			return err
		}
		t.Text, t.Product, t.Unit, t.Due, t.Inclusive = typed.Text, typed.Product, typed.Unit, typed.Due, typed.Inclusive
		return also(f, t.CheckMended(r))
	case thidua.CompleteTask:
		checkMark(&f, "note", typed.DoneNote)
		t.DoneOn, t.DoneNote = typed.DoneOn, typed.DoneNote
		return also(f, t.CheckDone(today(tx), r))
	case thidua.ReopenTask:
		t.DoneOn, t.DoneNote = "", ""
	}
	return nil
}

// also puts the faults of a check beside those that were found before.
func also(f thidua.Faults, err error) error {
	var wrong *thidua.Error
	if errors.As(err, &wrong) {
		f = append(f, wrong.Faults...)
	}
	return f.Err()
}

// owns refuses a new owner that is no unit of the agency on this day; a blank one is a fault of the form.
func owns(tx *store.Tx, t thidua.ReformTask, unit string) error {
	if unit == "" || unit == t.Unit {
		return nil
	}
	units, err := tx.Units(today(tx))
	if err == nil && !slices.ContainsFunc(units, func(u thidua.Unit) bool { return u.ID == unit }) {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return err
}
