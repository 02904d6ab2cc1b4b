package thidua

import "sort"

// Task is one thing that waits for a person (việc của tôi): what, where and by when; the words are made in vi from the code.
type Task struct {
	Code   Code
	Args   []any
	Due    Date // the last day on which it is in time; empty: no day is set
	Before Date // the exclusive day of the plan, shown as "trước …"; empty when Due itself is the day
	Role   Role // for which role it waits
	Link   string
	Do     Code // label of the button
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

// Tet is the holiday from the first to the last free day.
type Tet struct{ From, To Date }

// GroupTasks sorts tasks strictly by date and puts them into groups for a day; the week ends on its Friday.
func GroupTasks(tasks []Task, today Date, tet Tet) map[TaskGroup][]Task {
	sorted := append([]Task(nil), tasks...)
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i].Due, sorted[j].Due
		return a != b && (b == "" || a != "" && a < b)
	})
	out := map[TaskGroup][]Task{}
	for _, t := range sorted {
		g := groupOf(t.Due, today, tet)
		out[g] = append(out[g], t)
	}
	return out
}

func groupOf(due, today Date, tet Tet) TaskGroup {
	near := tet.From != "" && today <= tet.To && today.DaysUntil(tet.From) <= 42
	switch {
	case due == "":
		return TasksUndated
	case due < today:
		return TasksOverdue
	case due <= weekEnd(today):
		return TasksThisWeek
	case near && due <= tet.To:
		return TasksBeforeTet
	case near:
		return TasksAfterTet
	}
	return TasksLater
}

// weekEnd is the Friday of the week; on Saturday and Sunday that of the next one.
func weekEnd(d Date) Date {
	return d.AddDays((5 - int(d.Time().Weekday()) + 7) % 7)
}
