package thidua

import (
	"cmp"
	"slices"
)

// The tasks of everybody and of heads of units.
const (
	TaskRegister      Code = "task.register"       // year
	TaskMendOwn       Code = "task.mend-own"       // year
	TaskSupply        Code = "task.supply"         // content
	TaskRegisterUnit  Code = "task.register-unit"  // unit, year
	TaskMendUnit      Code = "task.mend-unit"      // unit, year
	TaskApprovePeople Code = "task.approve-people" // how many, year
	TaskEnterFor      Code = "task.enter-for"      // names, year
	TaskScore         Code = "task.score"          // unit, year
	TaskExplain       Code = "task.explain"        // unit, year
	TaskReviewOffice  Code = "task.review-office"  // year
	TaskWriteReport   Code = "task.write-report"   // title
	TaskReform        Code = "task.reform"         // the task as written
	TaskReformOpen    Code = "task.reform-undated" // how many, unit, year
	TaskCarryOut      Code = "task.carry-out"      // the recommendation as written
	TaskCheckCarried  Code = "task.check-carried"  // unit
	FactDraftSaved    Code = "task-fact.draft"     // instant
	FactPrefilled     Code = "task-fact.prefilled"
	FactAskedFor      Code = "task-fact.asked-for" // the reason
	FactOfficeAsks    Code = "task-fact.office-asks"
	FactSessionOn     Code = "task-fact.session-on" // day
	FactUnit          Code = "task-fact.unit"       // unit, year
)

// staffTasks are those of a person as a competitor: the own registration, and evidence that was returned.
func (d Desk) staffTasks(a Actor, r Round) []Task {
	if !a.Has(RoleStaff) || a.Person == "" {
		return nil
	}
	var out []Task
	if r.State == RoundRegistering {
		out = d.ownRegistration(a, r)
	}
	for e := range d.evidence(r) {
		if e.State == EvidenceReturned && (a.Own(e.Person) || e.Person == "" && a.Own(e.AddedBy) && !a.Leads(e.Unit)) {
			out = append(out, d.supply(*e, r, RoleStaff))
		}
	}
	return out
}

// ownRegistration is filled in beforehand with what the unit registered, once it has.
func (d Desk) ownRegistration(a Actor, r Round) []Task {
	t, ok := d.register(d.registration(r, "", a.Person), r, TaskRegister, TaskMendOwn, []any{r.Year})
	if !ok {
		return nil
	}
	t.Role = RoleStaff
	if t.Code == TaskRegister && t.Object == "" && d.registration(r, cmp.Or(a.Unit, d.office().ID), "").ID != "" {
		t.Facts = []TaskFact{{Code: FactPrefilled}}
	}
	return []Task{t}
}

// register is the task behind a registration that has still to be written, or to be completed.
func (d Desk) register(v Registration, r Round, write, mend Code, args []any) (Task, bool) {
	t := Task{Code: write, Args: args, Due: r.InternalDue, Object: v.ID}
	if t.Due == "" {
		t.Due, t.Before = d.lastDay(r)
	}
	switch v.State {
	case RegistrationNone:
	case RegistrationDraft:
		t.Facts = []TaskFact{{Code: FactDraftSaved, Args: []any{v.SavedAt}}}
	case RegistrationReturned:
		t.Code, t.Facts = mend, []TaskFact{{Code: FactOfficeAsks}}
	default:
		return t, false
	}
	return t, true
}

// lastDay gives the last working day before the day of the plan, and that day where the plan excludes it.
func (d Desk) lastDay(r Round) (due, before Date) {
	last := LastDay(r.RegistrationDue, r.RegistrationIncl)
	if last == "" {
		return "", ""
	}
	if !r.RegistrationIncl {
		before = r.RegistrationDue
	}
	return d.Calendar.LastWorking(last), before
}

// supply asks for what is missing of evidence: a unit's before the scores are closed, a person's before the council has its papers.
func (d Desk) supply(e OpenEvidence, r Round, role Role) Task {
	t := Task{Code: TaskSupply, Args: []any{e.Content}, Due: r.ScoringDue, Role: role, Object: e.ID,
		Facts: []TaskFact{{Code: FactAskedFor, Args: []any{e.Reason}}}}
	if s, ok := d.Session(r.ID); ok && e.Person != "" && !done(s.State) {
		t.Due = d.papersDay(s.At)
	}
	return t
}

// headTasks are those of a head or deputy for the units that he or she leads.
func (d Desk) headTasks(a Actor, r Round) []Task {
	var out []Task
	for _, unit := range a.Heads {
		u := d.unit(unit)
		if u.ID == "" {
			continue
		}
		if r.State == RoundRegistering {
			out = append(out, d.unitRegistration(a, u, r)...)
		}
		for e := range d.evidence(r) {
			if e.State == EvidenceReturned && e.Unit == u.ID && e.Person == "" {
				out = append(out, d.supply(*e, r, RoleHead))
			}
		}
		out = append(out, d.unitSheet(u, r)...)
	}
	out = append(out, d.leaderEvidence(a, r)...)
	return append(out, d.reviewerTasks(a, r)...)
}

func (d Desk) unitRegistration(a Actor, u Unit, r Round) []Task {
	var out []Task
	if t, ok := d.register(d.registration(r, u.ID, ""), r, TaskRegisterUnit, TaskMendUnit, []any{u.Name, r.Year}); ok {
		t.Role = RoleHead
		out = append(out, t)
	}
	waiting := 0
	var without []string
	for _, s := range d.Staff {
		if d.home(s) != u.ID {
			continue
		}
		v := d.registration(r, "", s.ID)
		if v.State == RegistrationSent && !a.Own(s.ID) {
			waiting++
		}
		if s.Account == "" && (v.State == RegistrationNone || v.State == RegistrationDraft) {
			without = append(without, s.Name)
		}
	}
	if waiting > 0 {
		out = append(out, Task{Code: TaskApprovePeople, Args: []any{waiting, r.Year}, Due: r.InternalDue, Role: RoleHead, Object: u.ID})
	}
	if len(without) > 0 {
		out = append(out, Task{Code: TaskEnterFor, Args: []any{without, r.Year}, Due: r.InternalDue, Role: RoleHead, Object: u.ID})
	}
	return out
}

func (d Desk) unitSheet(u Unit, r Round) []Task {
	for s := range d.sheets(r) {
		switch {
		case s.Unit != u.ID:
		case s.State == SheetDraft:
			return []Task{{Code: TaskScore, Args: []any{u.Name, r.Year}, Due: r.ScoringDue, Role: RoleHead, Object: s.ID}}
		case s.State == SheetExplain:
			return []Task{{Code: TaskExplain, Args: []any{u.Name, r.Year}, Due: r.ScoringDue, Role: RoleHead, Object: s.ID}}
		}
	}
	return nil
}

// reviewerTasks is the sheet of Văn phòng, for a head of the unit that the round names (decision 8).
func (d Desk) reviewerTasks(a Actor, r Round) []Task {
	for s := range d.sheets(r) {
		if s.UnitKind == UnitOffice && s.Reviewable(a, r) && (s.State == SheetSent || s.State == SheetReviewing) {
			return []Task{{Code: TaskReviewOffice, Args: []any{r.Year}, Due: r.ScoringDue, Role: RoleHead, Object: s.ID}}
		}
	}
	return nil
}

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
	for _, s := range d.slips(r) {
		out = append(out, Task{Code: TaskOpinion, Args: []any{s.About, r.Year}, Role: RoleLeader, Object: s.ID})
	}
	heads := 0
	for v := range d.registrations(r) {
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
	sheets := slices.Collect(d.sheets(r))
	for _, s := range sheets {
		if s.State != SheetClosed {
			return false
		}
	}
	return len(sheets) > 0 && r.ByPoints && !r.RanksPublished
}

// reformTasks are the tasks of reform plans for a head of the owning unit: each with a day by itself, those without one counted together.
func (d Desk) reformTasks(a Actor) []Task {
	var out []Task
	undated := map[string]int{} // place in out by round and unit
	for _, t := range d.Reform {
		if !a.Leads(t.Unit) || !a.Has(RoleHead) {
			continue
		}
		if due := t.LastDay(); due != "" {
			one := Task{Code: TaskReform, Args: []any{t.Text}, Due: due, Role: RoleHead, Round: t.Round, Year: t.Year, Object: t.ID,
				Facts: []TaskFact{{Code: FactUnit, Args: []any{t.UnitName, t.Year}}}}
			if !t.Inclusive {
				one.Before = t.Due
			}
			out = append(out, one)
			continue
		}
		at, there := undated[t.Round+t.Unit]
		if !there {
			undated[t.Round+t.Unit] = len(out)
			out = append(out, Task{Code: TaskReformOpen, Args: []any{1, t.UnitName, t.Year}, Role: RoleHead, Round: t.Round, Year: t.Year})
			continue
		}
		n, _ := out[at].Args[0].(int)
		out[at].Args[0] = n + 1
	}
	return out
}
