package thidua

import (
	"iter"
	"slices"
	"sort"
	"strconv"
	"strings"
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
	Movements     []Movement // under way, those that are not launched yet among them
	Unopened      []Round    // years that have come and take no registrations yet
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
	Asked         []Recommendation // that are not done
	BadFiles      int              // kept files that the nightly check found changed, missing or with malware
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
	out = append(append(append(out, d.reformTasks(a)...), d.launchTasks()...), d.movementTasks(a)...)
	out = append(out, d.recommendationTasks(a)...)
	out = append(out, d.machineTasks(a)...)
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

// evidence of a round whose dossier has gone up waits for nobody any more.
func (d Desk) evidence(r Round) iter.Seq[*OpenEvidence] {
	if stand := d.Stand(r); stand == StandSent || stand == StandDecided {
		return func(func(*OpenEvidence) bool) {}
	}
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

// Notice is one thing that a person is told (thông báo): a task that has come to them, or whose day is near. It ends when the task is done or
// is no longer theirs.
type Notice struct {
	ID      string
	Account string
	Key     string // what it is about and at which step; a person has one live notice of a key
	Text    string // the task in words, as it was when it was told
	Code    Code   // of the task
	Role    Role
	Round   string
	Object  string
	Due     Date
	Before  Date
	Made    time.Time
	Read    time.Time // zero while it has not been read
	Ended   time.Time // zero while the task waits
}

// Task gives the task behind a notice, as far as is needed to find its page and its day.
func (n Notice) Task() Task {
	return Task{Code: n.Code, Role: n.Role, Round: n.Round, Object: n.Object, Due: n.Due, Before: n.Before}
}

// NoticeRule says when somebody is told of a task: as soon as it comes to them, and how many working days before its day, the most first.
type NoticeRule struct {
	Task   Code
	AtOnce bool
	Before []int
}

// NoticeRules is what is told besides NoticeDefault, task by task: what was returned, answered or assigned at once.
var NoticeRules = []NoticeRule{
	{TaskRegister, false, []int{10, 5, 1}},
	{TaskRegisterUnit, false, []int{10, 5, 1}},
	{TaskMendOwn, true, []int{3, 1}},
	{TaskMendUnit, true, []int{3, 1}},
	{TaskSupply, true, []int{3, 1}},
	{TaskReform, true, []int{10, 5, 1}},
	{TaskReformOpen, true, nil},
	{TaskCarryOut, true, []int{5, 1}},
	{TaskCheckCarried, true, nil},
	{TaskApprovePeople, true, []int{3, 1}},
	{TaskReviewUnits, true, []int{3, 1}},
	{TaskReviewPeople, true, []int{3, 1}},
	{TaskGather, false, []int{10, 5, 1}},
	{TaskScore, true, []int{5, 1}},
	{TaskExplain, true, []int{3, 1}},
	{TaskOpinion, true, nil},
	{TaskRecordOpinion, true, nil},
	{TaskIssue, true, []int{3, 1}},
	{TaskAttend, true, []int{3, 1}},
}

// NoticeDefault is the rule of every other task.
var NoticeDefault = NoticeRule{Before: []int{5, 1}}

// noticeRule gives the rule of a task.
func noticeRule(task Code) NoticeRule {
	for _, r := range NoticeRules {
		if r.Task == task {
			return r
		}
	}
	return NoticeDefault
}

// NoticeKey says whether somebody is told of a task on a day, and gives the key of what is told: another one at each step of the rule, and
// once more when the day has passed.
func (c Calendar) NoticeKey(t Task, today Date) (key string, told bool) {
	rule, step := noticeRule(t.Code), ""
	if rule.AtOnce {
		step = "new"
	}
	if t.Due != "" {
		left := c.WorkingDays(today.AddDays(-1), t.Due)
		for _, n := range rule.Before {
			if left <= n {
				step = strconv.Itoa(n)
			}
		}
		if t.Due < today {
			step = "late"
		}
	}
	about := t.Object
	if about == "" && len(t.Args) > 0 {
		about, _ = t.Args[0].(string)
	}
	return strings.Join([]string{string(t.Code), t.Round, about, string(t.Due), step}, "|"), step != ""
}
