package thidua

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
	FactDraftSaved    Code = "task-fact.draft"     // instant
	FactPrefilled     Code = "task-fact.prefilled"
	FactAskedFor      Code = "task-fact.asked-for" // the reason
	FactOfficeAsks    Code = "task-fact.office-asks"
	FactSessionOn     Code = "task-fact.session-on" // day
)

// staffTasks are those of a person as a competitor: the own registration, and evidence that was returned.
func (d Desk) staffTasks(a Actor, r Round) []Task {
	if !a.Has(RoleStaff) || a.Person == "" {
		return nil
	}
	var out []Task
	if r.State == RoundRegistering {
		if t, ok := d.register(d.registration(r, "", a.Person), r, TaskRegister, TaskMendOwn, []any{r.Year}); ok {
			t.Role = RoleStaff
			out = append(out, t)
		}
	}
	for _, e := range d.evidence(r) {
		if e.State == EvidenceReturned && (a.Own(e.Person) || e.Person == "" && a.Own(e.AddedBy) && !a.Leads(e.Unit)) {
			out = append(out, d.supply(e, r, RoleStaff))
		}
	}
	return out
}

// register is the task behind a registration that has still to be written, or to be completed.
func (d Desk) register(v Registration, r Round, write, mend Code, args []any) (Task, bool) {
	t := Task{Code: write, Args: args, Due: r.InternalDue, Object: v.ID}
	if t.Due == "" {
		t.Due, t.Before = d.lastDay(r)
	}
	switch v.State {
	case RegistrationNone:
		if write == TaskRegister {
			t.Facts = []TaskFact{{Code: FactPrefilled}}
		}
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
		for _, e := range d.evidence(r) {
			if e.State == EvidenceReturned && e.Unit == u.ID && e.Person == "" {
				out = append(out, d.supply(e, r, RoleHead))
			}
		}
		out = append(out, d.unitSheet(u, r)...)
	}
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
	for _, s := range d.sheets(r) {
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
	for _, s := range d.sheets(r) {
		if s.UnitKind == UnitOffice && s.Reviewable(a, r) && (s.State == SheetSent || s.State == SheetReviewing) {
			return []Task{{Code: TaskReviewOffice, Args: []any{r.Year}, Due: r.ScoringDue, Role: RoleHead, Object: s.ID}}
		}
	}
	return nil
}
