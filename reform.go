package thidua

import (
	"errors"
	"strconv"
	"strings"
)

// States of a task of a yearly reform plan.
const (
	ReformOpen      State = "reform-task.open"      // Đang thực hiện
	ReformDone      State = "reform-task.done"      // Đã hoàn thành
	ReformWithdrawn State = "reform-task.withdrawn" // Đã rút
)

// Actions on a task of a reform plan.
const (
	MendTask     Action = "sua-nhiem-vu"
	CompleteTask Action = "hoan-thanh-nhiem-vu"
	ReopenTask   Action = "mo-lai-nhiem-vu"
	WithdrawTask Action = "rut-nhiem-vu"
	PasteTasks   Action = "dan-nhiem-vu"
)

// ReformTaskFlow: Văn phòng corrects and withdraws; the head of the owning unit, or Văn phòng, records that it is done.
var ReformTaskFlow = Machine{Name: "reform-task", Start: ReformOpen, Ends: []State{ReformWithdrawn}, Rules: []Rule{
	{From: ReformOpen, Do: CompleteTask, To: ReformDone, By: RoleHead},
	{From: ReformOpen, Do: CompleteTask, To: ReformDone, By: RoleOffice},
	{From: ReformOpen, Do: MendTask, To: ReformOpen, By: RoleOffice},
	{From: ReformDone, Do: ReopenTask, To: ReformOpen, By: RoleOffice, Reason: true},
	{From: ReformOpen, Do: WithdrawTask, To: ReformWithdrawn, By: RoleOffice, Reason: true},
}}

// ReformTask is a task of a yearly reform plan (nhiệm vụ cải cách hành chính) in a round; what the plan wrote of time, lead and support stays
// beside the owner and the day that Văn phòng set.
type ReformTask struct {
	ID        string
	Round     string
	Plan      string // id of the plan of which it was made; empty for one that was pasted into the year
	Order     int
	Number    string // as the plan numbers it: 4.1
	Text      string
	Product   string // sản phẩm
	Unit      string // id of the owner (đơn vị chủ trì)
	Lead      string // đơn vị chủ trì, as written
	Support   string // đơn vị phối hợp, as written
	When      string // thời gian, as written
	Due       Date   // empty where the plan names no day
	Inclusive bool   // false: "trước ngày", the day itself is too late
	State     State
	DoneOn    Date
	DoneNote  string // the product, or what was done
	Reason    string // why it was withdrawn or opened again
	Version   int64
	UnitName  string // of the owner, when it is read
	Year      int    // of the round, when it is read
}

// LastDay is the last day on which the task is done in time; empty without a day.
func (t ReformTask) LastDay() Date { return LastDay(t.Due, t.Inclusive) }

// ReformStand is how a task stands against its day.
type ReformStand string

// How a task stands on a day.
const (
	StandTaskUndated   ReformStand = "reform-stand.undated"   // Không có ngày
	StandTaskAhead     ReformStand = "reform-stand.ahead"     // Chưa đến hạn
	StandTaskSoon      ReformStand = "reform-stand.soon"      // Sắp đến hạn
	StandTaskOverdue   ReformStand = "reform-stand.overdue"   // Quá hạn
	StandTaskDone      ReformStand = "reform-stand.done"      // Đã hoàn thành
	StandTaskLate      ReformStand = "reform-stand.late"      // Đã hoàn thành, sau hạn
	StandTaskWithdrawn ReformStand = "reform-stand.withdrawn" // Đã rút
)

// taskSoon is how many working days before its last day a task is said to be due soon.
const taskSoon = 5

// Stand tells how the task stands on a day.
func (t ReformTask) Stand(today Date, c Calendar) ReformStand {
	last := t.LastDay()
	switch {
	case t.State == ReformWithdrawn:
		return StandTaskWithdrawn
	case t.State == ReformDone && last != "" && t.DoneOn > last:
		return StandTaskLate
	case t.State == ReformDone:
		return StandTaskDone
	case last == "":
		return StandTaskUndated
	case last < today:
		return StandTaskOverdue
	}
	if c.WorkingDays(today, last) > taskSoon {
		return StandTaskAhead
	}
	return StandTaskSoon
}

// The faults of tasks of a reform plan.
const (
	CodeNoTask     Code = "reform.no-task"
	CodeNoOwner    Code = "reform.no-owner"
	CodeNoRound    Code = "reform.no-round"
	CodeNoTaskText Code = "reform.no-text"
	CodeNoDoneDay  Code = "reform.no-done-day"
)

const (
	maxTask = 2000 // characters of a task as it is corrected
	maxDone = 500  // of the note about what was done
)

// CheckTasks says what keeps tasks from being made in a round. Faults stand at "round", and for the row of each task's order at
// "task-N-owner" and "task-N-due".
func CheckTasks(tasks []ReformTask, r Round) error {
	var f Faults
	if r.ID == "" {
		f.Add("round", CodeNoRound)
	}
	if len(tasks) == 0 {
		f.Add(taskField(1, "take"), CodeNoTask)
	}
	for _, t := range tasks {
		if t.Unit == "" {
			f.Add(taskField(t.Order, "owner"), CodeNoOwner)
		}
		if r.ID != "" {
			checkTaskDay(&f, taskField(t.Order, "due"), t.Due, r)
		}
	}
	return f.Err()
}

// CheckPasted says what keeps tasks of a pasted table from being made in a round: as CheckTasks, and also at "task-N-text" and "task-N-product".
func CheckPasted(tasks []ReformTask, r Round) error {
	var f Faults
	for _, t := range tasks {
		if strings.TrimSpace(t.Text) == "" {
			f.Add(taskField(t.Order, "text"), CodeNoTaskText)
		}
		checkLength(&f, taskField(t.Order, "text"), t.Text, maxTask)
		checkLength(&f, taskField(t.Order, "product"), t.Product, maxTask)
	}
	var wrong *Error
	if errors.As(CheckTasks(tasks, r), &wrong) {
		f = append(f, wrong.Faults...)
	}
	return f.Err()
}

func taskField(n int, name string) string { return "task-" + strconv.Itoa(n) + "-" + name }

// checkTaskDay refuses a day that lies in another year than the round's or the next.
func checkTaskDay(f *Faults, field string, day Date, r Round) {
	if y := day.Year(); day != "" && y != r.Year && y != r.Year+1 {
		f.Add(field, CodeDayOutside, r.Year, r.Year+1)
	}
}

// CheckMended says what is wrong with a corrected task. Faults stand at "text", "product", "owner" and "due".
func (t ReformTask) CheckMended(r Round) error {
	var f Faults
	if strings.TrimSpace(t.Text) == "" {
		f.Add("text", CodeNoTaskText)
	}
	checkLength(&f, "text", t.Text, maxTask)
	checkLength(&f, "product", t.Product, maxTask)
	if t.Unit == "" {
		f.Add("owner", CodeNoOwner)
	}
	checkTaskDay(&f, "due", t.Due, r)
	return f.Err()
}

// CheckDone says what is wrong with what was recorded of a finished task. Faults stand at "on" and "note".
func (t ReformTask) CheckDone(today Date, r Round) error {
	var f Faults
	switch {
	case !t.DoneOn.Valid():
		f.Add("on", CodeNoDoneDay)
	case t.DoneOn > today:
		f.Add("on", CodeFutureDay)
	default:
		checkTaskDay(&f, "on", t.DoneOn, r)
	}
	checkLength(&f, "note", t.DoneNote, maxDone)
	return f.Err()
}
