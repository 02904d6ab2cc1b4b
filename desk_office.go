package thidua

import (
	"slices"
	"strings"
)

// The tasks of Văn phòng and of who puts number and day on papers.
const (
	TaskReviewUnits   Code = "task.review-units"   // names, year
	TaskReviewPeople  Code = "task.review-people"  // how many, year
	TaskGather        Code = "task.gather"         // year
	TaskConfirmation  Code = "task.confirmation"   // year
	TaskCheckEvidence Code = "task.check-evidence" // how many, year
	TaskChaseEvidence Code = "task.chase-evidence" // unit, criteria, year
	TaskOpenSheets    Code = "task.open-sheets"    // year
	TaskReviewSheets  Code = "task.review-sheets"  // names, year
	TaskDraftProposal Code = "task.draft-proposal" // year
	TaskMakeDossier   Code = "task.make-dossier"   // year
	TaskFinishDossier Code = "task.finish-dossier" // year
	TaskSendDossier   Code = "task.send-dossier"   // year
	TaskRecordResult  Code = "task.record-result"  // year
	TaskCeremony      Code = "task.ceremony"       // year
	TaskIssue         Code = "task.issue"          // title
	TaskRecordOpinion Code = "task.record-opinion" // subject of the slip, year
	TaskOpenItems     Code = "task.open-items"     // how many
	TaskLaunch        Code = "task.launch"         // first and last year of the movement
	TaskBeginWork     Code = "task.begin-work"     // first and last year of the movement
	TaskSumUp         Code = "task.sum-up"         // first and last year of the movement
	TaskOpenYear      Code = "task.open-year"      // year
	TaskCloseRegister Code = "task.close-register" // year
	TaskBeginJudging  Code = "task.begin-judging"  // year
	TaskEndYear       Code = "task.end-year"       // year
	TaskFinalReview   Code = "task.final-review"
	TaskClosingQuota  Code = "task.closing-quota"
	TaskBadFiles      Code = "task.bad-files"       // how many
	FactSentOn        Code = "task-fact.sent-on"    // days
	FactReceived      Code = "task-fact.received"   // units done, all, people done, all
	FactListAfter     Code = "task-fact.list-after" // day of the session
)

// officeTasks are those of Văn phòng in charge of the movement.
func (d Desk) officeTasks(a Actor, r Round) []Task {
	if !a.Has(RoleOffice) {
		return nil
	}
	var out []Task
	if r.State == RoundRegistering {
		out = append(out, d.reviewTasks(a, r)...)
		out = append(out, d.gather(r)...)
	}
	out = append(out, d.evidenceTasks(a, r)...)
	out = append(out, d.scoringTasks(a, r)...)
	out = append(out, d.dossierTasks(a, r)...)
	out = append(out, d.closingTasks(r)...)
	out = append(out, d.stepTasks(r)...)
	for _, s := range d.slips(r) {
		out = append(out, Task{Code: TaskRecordOpinion, Args: []any{s.About, r.Year}, Role: RoleOffice, Object: s.ID})
	}
	return out
}

// machineTasks are those of who looks after the installation.
func (d Desk) machineTasks(a Actor) []Task {
	if d.BadFiles == 0 || !a.Has(RoleAdmin) {
		return nil
	}
	return []Task{{Code: TaskBadFiles, Args: []any{d.BadFiles}, Role: RoleAdmin}}
}

// movementTasks are the next steps of the movements: launch, a year that has come, summing up, and what a plan leaves open.
func (d Desk) movementTasks(a Actor) (out []Task) {
	if !a.Has(RoleOffice) {
		return nil
	}
	for _, m := range d.Movements {
		if next := m.next(d.Today); next != "" {
			out = append(out, Task{Code: next, Args: []any{m.From, m.To}, Role: RoleOffice, Year: m.To, Object: m.ID})
		}
	}
	for _, r := range d.Unopened {
		due, before := d.lastDay(r)
		out = append(out, Task{Code: TaskOpenYear, Args: []any{r.Year}, Due: due, Before: before, Role: RoleOffice, Round: r.ID, Year: r.Year, Object: r.Movement})
	}
	if d.OpenItems > 0 {
		out = append(out, Task{Code: TaskOpenItems, Args: []any{d.OpenItems}, Role: RoleOffice})
	}
	return out
}

// next is the step that a movement waits for on a day.
func (m Movement) next(today Date) Code {
	switch {
	case m.State == MovementPlanned:
		return TaskLaunch
	case m.State == MovementLaunched:
		return TaskBeginWork
	case m.State == MovementRunning && m.Over(today):
		return TaskSumUp
	}
	return ""
}

// stepTasks take a year on when its time has come; the list of its registrations is followed by gather.
func (d Desk) stepTasks(r Round) []Task {
	var code Code
	switch {
	case r.State == RoundRunning && !r.Closing && r.WorkEnds != "" && d.Today > r.WorkEnds:
		code = TaskBeginJudging
	case r.State == RoundJudging && !r.Closing && d.awarded(r):
		code = TaskEndYear
	default:
		return nil
	}
	return []Task{{Code: code, Args: []any{r.Year}, Role: RoleOffice, Object: r.Movement}}
}

// awarded tells whether the dossier of a round has gone its way to the end.
func (d Desk) awarded(r Round) bool {
	return slices.ContainsFunc(d.Dossiers, func(v Dossier) bool {
		return v.Round == r.ID && (v.State == DossierPresented || v.State == DossierArchived || v.State == DossierNot)
	})
}

// closingTasks are those that only the closing round has: its report, and how many may be proposed.
func (d Desk) closingTasks(r Round) []Task {
	if !r.Closing {
		return nil
	}
	var out []Task
	if !d.Reviewed {
		out = append(out, Task{Code: TaskFinalReview, Role: RoleOffice})
	}
	if r.QuotaSource == "" {
		out = append(out, Task{Code: TaskClosingQuota, Role: RoleOffice})
	}
	return out
}

// slips are the cover slips of the round on which the leader's word is still asked: a paper that has come back or is issued asks no more.
func (d Desk) slips(r Round) []CoverSlip {
	var out []CoverSlip
	for _, s := range d.Slips {
		signing := func(p Paper) bool { return p.ID == s.Object && p.State == PaperInSign }
		if s.Round == r.ID && (s.About != SlipPaper || slices.ContainsFunc(d.Papers, signing)) {
			out = append(out, s)
		}
	}
	return out
}

func (d Desk) reviewTasks(a Actor, r Round) []Task {
	var units []Unit
	var days []Date
	people := 0
	for v := range d.registrations(r) {
		switch {
		case v.Subject.Kind == Collective && v.State == RegistrationSent:
			units = append(units, d.unit(v.Subject.Unit))
			if day := DateOf(v.SentAt); len(days) == 0 || days[len(days)-1] != day {
				days = append(days, day)
			}
		case v.State == RegistrationHeadOK && !a.Own(v.Subject.Person):
			people++
		}
	}
	var out []Task
	if len(units) > 0 {
		out = append(out, Task{Code: TaskReviewUnits, Args: []any{shorts(units), r.Year}, Due: r.InternalDue, Role: RoleOffice,
			Facts: []TaskFact{{Code: FactSentOn, Args: []any{days}}}})
	}
	if people > 0 {
		due, before := d.lastDay(r)
		out = append(out, Task{Code: TaskReviewPeople, Args: []any{people, r.Year}, Due: due, Before: before, Role: RoleOffice})
	}
	return out
}

// gather is the list that goes up: until it is sent, until it is confirmed, until the year takes no more.
func (d Desk) gather(r Round) []Task {
	for _, s := range d.Sendings {
		if s.Round == r.ID && s.What == SentRegistrations {
			if s.State == SubmissionResult {
				return []Task{{Code: TaskCloseRegister, Args: []any{r.Year}, Role: RoleOffice, Object: r.Movement}}
			}
			return []Task{{Code: TaskConfirmation, Args: []any{r.Year}, Role: RoleOffice}}
		}
	}
	units, people := d.Given(r)
	due, before := d.lastDay(r)
	return []Task{{Code: TaskGather, Args: []any{r.Year}, Due: due, Before: before, Role: RoleOffice,
		Facts: []TaskFact{{Code: FactReceived, Args: []any{units.Done, units.All, people.Done, people.All}}}}}
}

func (d Desk) evidenceTasks(a Actor, r Round) []Task {
	unchecked := 0
	var out []Task
	for e := range d.evidence(r) {
		switch {
		case e.State == EvidenceNew && e.AddedBy != a.Person:
			unchecked++
		case e.State == EvidenceReturned && e.Person == "" && r.ScoringDue != "" && r.ScoringDue < d.Today:
			out = append(out, d.chase(*e, r))
		}
	}
	return append(out, d.checkTasks(unchecked, r, RoleOffice)...)
}

func (d Desk) checkTasks(unchecked int, r Round, role Role) []Task {
	if unchecked == 0 || r.State == RoundRegistering {
		return nil
	}
	return []Task{{Code: TaskCheckEvidence, Args: []any{unchecked, r.Year}, Due: d.checkedBy(r), Role: role}}
}

// leaderEvidence is for a leader of Văn phòng: what its own people brought, which they do not check themselves.
func (d Desk) leaderEvidence(a Actor, r Round) []Task {
	if !a.LeadsOffice || a.Has(RoleOffice) {
		return nil
	}
	unchecked := 0
	for e := range d.evidence(r) {
		if e.State == EvidenceNew && !a.Own(e.AddedBy) && d.ofOffice(e.AddedBy) {
			unchecked++
		}
	}
	return d.checkTasks(unchecked, r, RoleHead)
}

func (d Desk) ofOffice(person string) bool {
	for _, s := range d.Staff {
		if s.ID == person && s.Unit != "" {
			return s.Unit == d.office().ID
		}
	}
	return false
}

// chase is evidence that a unit owes after the scores should have been closed.
func (d Desk) chase(e OpenEvidence, r Round) Task {
	t := Task{Code: TaskChaseEvidence, Args: []any{d.unit(e.Unit).Name, strings.TrimPrefix(e.Criterion, "TC"), r.Year}, Due: r.ScoringDue, Role: RoleOffice, Object: e.ID}
	if s, ok := d.Session(r.ID); ok && !done(s.State) {
		t.Facts = []TaskFact{{Code: FactSessionOn, Args: []any{DateOf(s.At)}}}
	}
	return t
}

// checkedBy is when evidence must have been looked at: before the scores are closed, and what comes later before the council has its papers.
func (d Desk) checkedBy(r Round) Date {
	if s, ok := d.Session(r.ID); ok && r.ScoringDue < d.Today && !done(s.State) {
		return d.papersDay(s.At)
	}
	return r.ScoringDue
}

func (d Desk) scoringTasks(a Actor, r Round) []Task {
	if r.Closing || r.State != RoundRunning && r.State != RoundJudging {
		return nil
	}
	sheets := slices.Collect(d.sheets(r))
	if len(sheets) == 0 {
		if r.State == RoundRunning && d.Today <= r.WorkEnds.AddDays(-31) {
			return nil
		}
		return []Task{{Code: TaskOpenSheets, Args: []any{r.Year}, Due: r.ScoringDue, Role: RoleOffice}}
	}
	var units []Unit
	for _, s := range sheets {
		if (s.State == SheetSent || s.State == SheetReviewing) && s.Reviewable(a, r) {
			units = append(units, d.unit(s.Unit))
		}
	}
	if len(units) == 0 {
		return nil
	}
	return []Task{{Code: TaskReviewSheets, Args: []any{shorts(units), r.Year}, Due: r.ScoringDue, Role: RoleOffice}}
}

// dossierTasks follow the dossier of a round: before the session a draft of the Tờ trình, then its papers, its sending and its result.
func (d Desk) dossierTasks(a Actor, r Round) []Task {
	one := func(code Code, due Date, object string) []Task {
		return []Task{{Code: code, Args: []any{r.Year}, Due: due, Role: RoleOffice, Object: object}}
	}
	for _, v := range d.Dossiers {
		if v.Round != r.ID {
			continue
		}
		switch v.State {
		case DossierDraft, DossierReturned:
			return one(TaskFinishDossier, r.DossierInternal, v.ID)
		case DossierWhole:
			return one(TaskSendDossier, r.SendInternal, v.ID)
		case DossierSent:
			return one(TaskRecordResult, "", v.ID)
		case DossierDecided:
			return one(TaskCeremony, "", v.ID)
		}
		return nil
	}
	s, planned := d.Session(r.ID)
	if !planned {
		return nil
	}
	if done(s.State) {
		return one(TaskMakeDossier, r.DossierInternal, "")
	}
	t := one(TaskDraftProposal, r.DossierInternal, "")
	if a.Has(RoleSecretary) {
		t[0].Role = RoleSecretary
	}
	t[0].Facts = []TaskFact{{Code: FactListAfter, Args: []any{DateOf(s.At)}}}
	return t
}

// paperTasks are the papers that wait for number and day, for văn thư, and the reports that a unit has to write.
func (d Desk) paperTasks(a Actor, r Round) []Task {
	var out []Task
	for _, p := range d.Papers {
		if p.Round != r.ID {
			continue
		}
		switch {
		case p.State == PaperInSign && a.Has(RoleClerk):
			out = append(out, Task{Code: TaskIssue, Args: []any{p.Title}, Due: r.SendInternal, Role: RoleClerk, Object: p.ID})
		case p.State == PaperDraft && p.Kind == PaperReport && d.writes(a, p):
			out = append(out, Task{Code: TaskWriteReport, Args: []any{p.Title}, Due: r.DossierInternal, Role: RoleHead, Object: p.ID})
		}
	}
	return out
}

// writes tells whether the actor writes the words of a report: the person praised, or the head of the unit.
func (d Desk) writes(a Actor, p Paper) bool {
	for _, n := range d.Nominees {
		if n.ID == p.Nominee {
			return a.Own(n.Subject.Person) || a.Leads(n.Subject.Unit)
		}
	}
	return false
}
