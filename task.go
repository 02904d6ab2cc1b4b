package thidua

import (
	"iter"
	"slices"
	"sort"
	"time"
)

// Task is one thing that waits for a person (việc của tôi): what, in which round and by when; vi makes the words of the code.
type Task struct {
	Code    Code
	Args    []any
	Due     Date // the last day on which it is in time; empty: no day is set
	Before  Date // the exclusive day of the plan, shown as "trước …"; empty when Due itself is the day
	Role    Role // for which role it waits
	Round   string
	Year    int
	Closing bool   // of the closing round: the whole period instead of the year
	Object  string // id of the one object that it is about; empty for several or for the round
	Facts   []TaskFact
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

// Desk is everything that waits in an agency on a day, read once; Tasks sorts it out for one person.
type Desk struct {
	Today         Date
	Calendar      Calendar
	Rounds        []Round    // that have not ended
	Movements     []Movement // whose last day has passed and whose summing up has not begun
	Reviewed      bool       // the report of the closing round is made
	OpenItems     int        // items of the plan that Văn phòng still has to settle
	Article       string     // where the plan sets the day of the registration
	Units         []Unit
	Staff         []Staff
	Registrations []Registration // of the rounds that take registrations, without targets
	Evidence      []OpenEvidence // not checked yet, or returned
	Sheets        []ScoreSheet   // without lines
	Sessions      []Session      // of the rounds
	Members       int            // of the council
	Nominees      []Nominee      // without findings
	Dossiers      []Dossier
	Papers        []Paper     // without words
	Slips         []CoverSlip // that wait for the leader
	Sendings      []Submission
	Reform        []ReformTask // open ones of rounds that have not ended
	Launch        []LaunchMatter
}

// OpenEvidence is evidence that somebody has to check or to complete, with the words that name it.
type OpenEvidence struct {
	Evidence
	UnitShort string
	Criterion string // TC5
	Content   string // of the target, or the abstract
}

// Tasks gives what waits for the actor, strictly by date.
func (d Desk) Tasks(a Actor) []Task {
	var out []Task
	for _, r := range d.Rounds {
		for _, of := range []func(Actor, Round) []Task{
			d.councilTasks, d.officeTasks, d.headTasks, d.leaderTasks, d.paperTasks, d.staffTasks,
		} {
			for _, t := range of(a, r) {
				t.Round, t.Year, t.Closing = r.ID, r.Year, r.Closing
				out = append(out, t)
			}
		}
	}
	out = append(append(out, d.reformTasks(a)...), d.launchTasks()...)
	for _, m := range d.Movements {
		if a.Has(RoleOffice) {
			out = append(out, Task{Code: TaskSumUp, Args: []any{m.From, m.To}, Role: RoleOffice, Year: m.To, Object: m.ID})
		}
	}
	if a.Has(RoleOffice) && d.OpenItems > 0 {
		out = append(out, Task{Code: TaskOpenItems, Args: []any{d.OpenItems}, Role: RoleOffice})
	}
	SortTasks(out)
	return out
}

// of goes through what belongs to a round, without copying it.
func of[T any](all []T, round string, key func(*T) string) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range all {
			if key(&all[i]) == round && !yield(&all[i]) {
				return
			}
		}
	}
}

func (d Desk) registrations(r Round) iter.Seq[*Registration] {
	return of(d.Registrations, r.ID, func(v *Registration) string { return v.Round })
}

func (d Desk) evidence(r Round) iter.Seq[*OpenEvidence] {
	return of(d.Evidence, r.ID, func(v *OpenEvidence) string { return v.Round })
}

func (d Desk) sheets(r Round) iter.Seq[*ScoreSheet] {
	return of(d.Sheets, r.ID, func(v *ScoreSheet) string { return v.Round })
}

// registration finds that of a subject; without ID when there is none.
func (d Desk) registration(r Round, unit, person string) Registration {
	for v := range d.registrations(r) {
		s := &v.Subject
		if person != "" && s.Person == person || person == "" && s.Kind == Collective && s.Unit == unit {
			return *v
		}
	}
	return Registration{State: RegistrationNone}
}

// home is the unit in which somebody competes: lãnh đạo cơ quan registers with Văn phòng.
func (d Desk) home(s Staff) string {
	if s.Unit != "" {
		return s.Unit
	}
	return d.office().ID
}

func (d Desk) office() Unit {
	for _, u := range d.Units {
		if u.Kind == UnitOffice {
			return u
		}
	}
	return Unit{}
}

func (d Desk) unit(id string) Unit {
	for _, u := range d.Units {
		if u.ID == id {
			return u
		}
	}
	return Unit{}
}

// Session gives the session about a round that is still ahead or under way, else the latest; false when none is planned.
func (d Desk) Session(round string) (Session, bool) {
	var found Session
	for s := range of(d.Sessions, round, func(v *Session) string { return v.Round }) {
		if found.ID == "" || done(found.State) && !done(s.State) || done(found.State) == done(s.State) && s.At.After(found.At) {
			found = *s
		}
	}
	return found, found.ID != ""
}

func done(s State) bool { return s == SessionConcluded || s == SessionSigned }

// papersDay is when the members have the papers of a session: the working day before.
func (d Desk) papersDay(at time.Time) Date {
	if at.IsZero() {
		return ""
	}
	return d.Calendar.LastWorking(DateOf(at).AddDays(-1))
}

// Turnout is how many of all take part (tham gia), and who does not yet.
type Turnout struct {
	Done, All int
	Missing   []string // names of those who have not
}

// Given counts the units and the people of the agency whose registration of a round was sent.
func (d Desk) Given(r Round) (units, people Turnout) {
	given := map[string]bool{} // by key of the subject
	for v := range d.registrations(r) {
		given[v.Subject.Key()] = v.Given()
	}
	for _, u := range d.Units {
		units.add(given[Subject{Kind: Collective, Unit: u.ID}.Key()], u.Name)
	}
	for _, s := range d.Staff {
		people.add(given[Subject{Kind: Individual, Person: s.ID}.Key()], s.Name)
	}
	return units, people
}

func (c *Turnout) add(given bool, name string) {
	c.All++
	if given {
		c.Done++
		return
	}
	c.Missing = append(c.Missing, name)
}

func shorts(units []Unit) []string {
	var out []string
	for _, u := range units {
		out = append(out, u.Name)
	}
	return slices.Compact(out)
}
