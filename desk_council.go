package thidua

// The tasks of the council and of the leader.
const (
	TaskPlanSession  Code = "task.plan-session"  // year
	TaskSendPapers   Code = "task.send-papers"   // number, members
	TaskRunSession   Code = "task.run-session"   // number
	TaskMinutes      Code = "task.minutes"       // number
	TaskAttend       Code = "task.attend"        // number
	TaskOpinion      Code = "task.opinion"       // subject of the slip, year
	TaskPublishRanks Code = "task.publish-ranks" // year
	TaskApproveHeads Code = "task.approve-heads" // how many, year
	FactWaiting      Code = "task-fact.waiting"  // how many people
	FactPlace        Code = "task-fact.place"    // time, place
)

// councilTasks are those of the secretary, and for members the session that comes.
func (d Desk) councilTasks(a Actor, r Round) []Task {
	s, planned := d.Session(r.ID)
	if a.Has(RoleSecretary) {
		return d.secretaryTasks(r, s, planned)
	}
	if !planned || done(s.State) || s.State == SessionPlanned || !a.Has(RoleCouncil, RoleChair) {
		return nil
	}
	role := RoleCouncil
	if a.Has(RoleChair) {
		role = RoleChair
	}
	return []Task{{Code: TaskAttend, Args: []any{s.Number}, Due: DateOf(s.At), Role: role, Object: s.ID,
		Facts: []TaskFact{{Code: FactPlace, Args: []any{s.At, s.Place}}}}}
}

func (d Desk) secretaryTasks(r Round, s Session, planned bool) []Task {
	t := Task{Role: RoleSecretary, Object: s.ID, Args: []any{s.Number}}
	switch {
	case !planned:
		if r.State != RoundJudging {
			return nil
		}
		t.Code, t.Args, t.Due = TaskPlanSession, []any{r.Year}, r.DossierInternal
	case s.State == SessionPlanned, s.State == SessionPostponed:
		t.Code, t.Args, t.Due = TaskSendPapers, []any{s.Number, d.Members}, d.papersDay(s.At)
		t.Facts = []TaskFact{{Code: FactWaiting, Args: []any{d.Members}}}
	case s.State == SessionConcluded:
		t.Code, t.Due = TaskMinutes, r.DossierInternal
	case s.State == SessionSigned:
		return nil
	default:
		t.Code, t.Due = TaskRunSession, DateOf(s.At)
		t.Facts = []TaskFact{{Code: FactPlace, Args: []any{s.At, s.Place}}}
	}
	return []Task{t}
}

// leaderTasks are the slips that wait, the registrations of heads, and the ranks to be published.
func (d Desk) leaderTasks(a Actor, r Round) []Task {
	if !a.Has(RoleLeader) {
		return nil
	}
	var out []Task
	for _, s := range d.Slips {
		if s.Round == r.ID {
			out = append(out, Task{Code: TaskOpinion, Args: []any{s.About, r.Year}, Role: RoleLeader, Object: s.ID})
		}
	}
	heads := 0
	for _, v := range d.registrations(r) {
		if v.Subject.Kind == Individual && v.State == RegistrationSent && !a.Own(v.Subject.Person) && d.heads(v.Subject.Person) {
			heads++
		}
	}
	if heads > 0 {
		out = append(out, Task{Code: TaskApproveHeads, Args: []any{heads, r.Year}, Due: r.InternalDue, Role: RoleLeader})
	}
	if d.ranksReady(r) {
		out = append(out, Task{Code: TaskPublishRanks, Args: []any{r.Year}, Role: RoleLeader})
	}
	return out
}

// heads tells whether somebody leads a unit, so that the level above approves his or her registration.
func (d Desk) heads(person string) bool {
	for _, s := range d.Staff {
		if s.ID == person {
			return s.Rank == RankHead || s.Rank == RankLeader
		}
	}
	return false
}

func (d Desk) ranksReady(r Round) bool {
	sheets := d.sheets(r)
	for _, s := range sheets {
		if s.State != SheetClosed {
			return false
		}
	}
	return len(sheets) > 0 && r.ByPoints && !r.RanksPublished
}
