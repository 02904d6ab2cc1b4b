package thidua_test

import (
	"slices"
	"strings"
	"testing"

	"thidua"
)

// TestStandOfATask tells from the day how a task stands, "trước ngày" excluding the day itself, and counts working days around Tết.
func TestStandOfATask(t *testing.T) {
	days := tetOf2025()
	task := func(due thidua.Date, inclusive bool) thidua.ReformTask {
		return thidua.ReformTask{State: thidua.ReformOpen, Due: due, Inclusive: inclusive}
	}
	done := func(due, on thidua.Date) thidua.ReformTask {
		return thidua.ReformTask{State: thidua.ReformDone, Due: due, DoneOn: on}
	}
	for name, c := range map[string]struct {
		task  thidua.ReformTask
		today thidua.Date
		want  thidua.ReformStand
		days  int // left, today among them
	}{
		"no day":                          {task("", false), "2025-01-14", thidua.StandTaskUndated, 0},
		"far ahead":                       {task("2025-06-30", true), "2025-06-20", thidua.StandTaskAhead, 7},
		"soon":                            {task("2025-06-30", true), "2025-06-23", thidua.StandTaskSoon, 6},
		"before the day":                  {task("2025-06-30", false), "2025-06-20", thidua.StandTaskSoon, 6},
		"Tết lies between":                {task("2025-02-05", true), "2025-01-24", thidua.StandTaskSoon, 4},
		"today is the last day":           {task("2025-06-30", true), "2025-06-30", thidua.StandTaskSoon, 1},
		"the excluded day is today":       {task("2025-06-30", false), "2025-06-30", thidua.StandTaskOverdue, 0},
		"the day after":                   {task("2025-06-30", true), "2025-07-01", thidua.StandTaskOverdue, 0},
		"done in time":                    {done("2025-06-30", "2025-06-29"), "2025-12-01", thidua.StandTaskDone, 0},
		"done on the excluded day":        {done("2025-06-30", "2025-06-30"), "2025-12-01", thidua.StandTaskLate, 0},
		"done without a day":              {done("", "2025-06-30"), "2025-12-01", thidua.StandTaskDone, 0},
		"withdrawn, whatever the day was": {thidua.ReformTask{State: thidua.ReformWithdrawn, Due: "2025-01-01"}, "2025-12-01", thidua.StandTaskWithdrawn, 0},
	} {
		if got, left := c.task.Stand(c.today, days), days.Left(c.today, c.task.LastDay()).Days; got != c.want || c.days >= 0 && left != c.days {
			t.Errorf("%s: %s with %d days left, want %s with %d", name, got, left, c.want, c.days)
		}
	}
}

func TestTasksAreCheckedAtTheirFields(t *testing.T) {
	round := thidua.Round{ID: "r", Year: 2025}
	good := thidua.ReformTask{Order: 1, Text: "Việc", Unit: "vp"}
	with := func(change func(*thidua.ReformTask)) thidua.ReformTask {
		task := good
		change(&task)
		return task
	}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"good":         {thidua.CheckTasks([]thidua.ReformTask{good}, round), ""},
		"none":         {thidua.CheckTasks(nil, round), "task-1-take: reform.no-task"},
		"no round":     {thidua.CheckTasks([]thidua.ReformTask{good}, thidua.Round{}), "round: reform.no-round"},
		"no owner":     {thidua.CheckTasks([]thidua.ReformTask{good, with(func(t *thidua.ReformTask) { t.Order, t.Unit = 7, "" })}, round), "task-7-owner: reform.no-owner"},
		"another year": {thidua.CheckTasks([]thidua.ReformTask{with(func(t *thidua.ReformTask) { t.Due = "2024-12-31" })}, round), "task-1-due: round.day-outside"},
		"next year":    {thidua.CheckTasks([]thidua.ReformTask{with(func(t *thidua.ReformTask) { t.Due = "2026-01-15" })}, round), ""},
		"mended blank": {with(func(t *thidua.ReformTask) { t.Text, t.Unit, t.Due = " ", "", "2030-01-01" }).CheckMended(round),
			"text: reform.no-text; owner: reform.no-owner; due: round.day-outside"},
		"mended long":   {with(func(t *thidua.ReformTask) { t.Text = strings.Repeat("ư", 2001) }).CheckMended(round), "text: org.name-long"},
		"done":          {with(func(t *thidua.ReformTask) { t.DoneOn = "2025-06-01" }).CheckDone("2025-06-01", round), ""},
		"done, no day":  {good.CheckDone("2025-06-01", round), "on: reform.no-done-day"},
		"done tomorrow": {with(func(t *thidua.ReformTask) { t.DoneOn = "2025-06-02" }).CheckDone("2025-06-01", round), "on: result.future-day"},
		"done long ago": {with(func(t *thidua.ReformTask) { t.DoneOn = "2015-06-02" }).CheckDone("2025-06-01", round), "on: round.day-outside"},
		"note too long": {with(func(t *thidua.ReformTask) { t.DoneOn, t.DoneNote = "2025-06-01", strings.Repeat("ư", 501) }).CheckDone("2025-06-01", round), "note: org.name-long"},
	} {
		got := ""
		if c.err != nil {
			_, got, _ = strings.Cut(c.err.Error(), "; ")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestReformTasksWaitForTheHeadOfTheirUnit: those with a day by their day, those without one counted, nothing for anybody else.
func TestReformTasksWaitForTheHeadOfTheirUnit(t *testing.T) {
	task := func(id, unit string, due thidua.Date, inclusive bool) thidua.ReformTask {
		return thidua.ReformTask{ID: id, Unit: unit, UnitName: unit, Round: "r", Year: 2025, Text: "Việc " + id, Due: due, Inclusive: inclusive, State: thidua.ReformOpen}
	}
	d := thidua.Desk{Today: "2025-06-01", Reform: []thidua.ReformTask{task("a", "NV1", "", false), task("b", "NV2", "2025-06-30", true), task("c", "NV1", "2025-06-20", false),
		task("d", "NV1", "", false), task("e", "NV1", "2025-05-20", true)}}
	head := thidua.Actor{Person: "p", Roles: []thidua.Role{thidua.RoleStaff, thidua.RoleHead}, Heads: []string{"NV1"}}
	var got []string
	for _, x := range d.Tasks(head) {
		if x.Role != thidua.RoleHead || x.Round != "r" || x.Year != 2025 {
			t.Errorf("%+v", x)
		}
		got = append(got, string(x.Code)+" "+x.Object+" "+string(x.Due)+" "+string(x.Before))
	}
	if want := []string{"task.reform e 2025-05-20 ", "task.reform c 2025-06-19 2025-06-20", "task.reform-undated   "}; !slices.Equal(got, want) {
		t.Errorf("the head has %q, want %q", got, want)
	}
	if n := d.Tasks(head)[2].Args[0]; n != 2 {
		t.Errorf("%v tasks without a day", n)
	}
	for _, role := range []thidua.Role{thidua.RoleOffice, thidua.RoleStaff} {
		if other := d.Tasks(thidua.Actor{Person: "q", Unit: "NV1", Roles: []thidua.Role{role}}); len(other) != 0 {
			t.Errorf("%s has %+v", role, other)
		}
	}
}
