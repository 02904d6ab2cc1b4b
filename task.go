package thidua

import "sort"

// Task is one thing that waits for a person (việc của tôi): what, in which round and by when; vi makes the words of the code.
type Task struct {
	Code   Code
	Args   []any
	Due    Date // the last day on which it is in time; empty: no day is set
	Before Date // the exclusive day of the plan, shown as "trước …"; empty when Due itself is the day
	Role   Role // for which role it waits
	Round  string
	Year   int
	Object string // id of the one object that it is about; empty for several or for the round
	Facts  []TaskFact
}

// TaskFact is a short fact beside a task, such as "đã nhận 4/6 đơn vị".
type TaskFact struct {
	Code Code
	Args []any
}

// TaskGroup is where a task stands by date.
type TaskGroup string

// The groups of screen 01; the ones around Tết are used when Tết lies within the coming six weeks.
const (
	TasksOverdue   TaskGroup = "overdue"    // Quá hạn
	TasksThisWeek  TaskGroup = "this-week"  // Tuần này
	TasksBeforeTet TaskGroup = "before-tet" // Trước Tết
	TasksAfterTet  TaskGroup = "after-tet"  // Sau Tết
	TasksLater     TaskGroup = "later"      // Sắp tới
	TasksUndated   TaskGroup = "undated"    // Chưa có ngày
)

// TaskGroups lists the groups in the order of the page.
var TaskGroups = []TaskGroup{TasksOverdue, TasksThisWeek, TasksBeforeTet, TasksAfterTet, TasksLater, TasksUndated}

// Tet is a holiday of several days (kỳ nghỉ Tết) from the first to the last free day, weekends included; the zero value is none.
type Tet struct{ From, To Date }

// Near tells whether the holiday lies ahead, or is under way, within six weeks.
func (t Tet) Near(today Date) bool {
	return t.From != "" && today <= t.To && today.DaysUntil(t.From) <= 42
}

// longBreak is how many free days in a row make a holiday that work is planned around.
const longBreak = 7

// NextTet finds the next long holiday that begins within six weeks of a day or is under way.
func (c Calendar) NextTet(today Date) Tet {
	for i := range 43 {
		d := today.AddDays(i)
		if k, ok := c[d]; !ok || !k.Free {
			continue
		}
		t := Tet{From: d, To: d}
		for before := d.AddDays(-1); !c.Works(before); before = before.AddDays(-1) {
			t.From = before
		}
		for after := d.AddDays(1); !c.Works(after); after = after.AddDays(1) {
			t.To = after
		}
		if t.From.DaysUntil(t.To) >= longBreak-1 {
			return t
		}
	}
	return Tet{}
}

// SortTasks puts tasks strictly by date, those without a day last; equal days keep their order.
func SortTasks(tasks []Task) {
	sort.SliceStable(tasks, func(i, j int) bool {
		a, b := tasks[i].Due, tasks[j].Due
		return a != b && (b == "" || a != "" && a < b)
	})
}

// GroupTasks sorts tasks strictly by date and puts them into groups for a day; the week ends on its Friday.
func GroupTasks(tasks []Task, today Date, tet Tet) map[TaskGroup][]Task {
	sorted := append([]Task(nil), tasks...)
	SortTasks(sorted)
	out := map[TaskGroup][]Task{}
	for _, t := range sorted {
		g := groupOf(t.Due, today, tet)
		out[g] = append(out[g], t)
	}
	return out
}

func groupOf(due, today Date, tet Tet) TaskGroup {
	switch {
	case due == "":
		return TasksUndated
	case due < today:
		return TasksOverdue
	case due <= WeekEnd(today):
		return TasksThisWeek
	case tet.Near(today) && due <= tet.To:
		return TasksBeforeTet
	case tet.Near(today):
		return TasksAfterTet
	}
	return TasksLater
}

// WeekEnd is the Friday of the week; on Saturday and Sunday that of the next one.
func WeekEnd(d Date) Date {
	return d.AddDays((5 - int(d.Time().Weekday()) + 7) % 7)
}
