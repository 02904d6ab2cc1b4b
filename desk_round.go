package thidua

import "slices"

// Where a round stands, in more words than its state.
const (
	StandWaiting     Code = "stand.waiting"     // Chưa nhận đăng ký
	StandRegistering Code = "stand.registering" // Đang đăng ký
	StandRunning     Code = "stand.running"     // Đang thực hiện
	StandScoring     Code = "stand.scoring"     // Đang chấm điểm
	StandScored      Code = "stand.scored"      // Đã chấm, chờ Hội đồng
	StandMet         Code = "stand.met"         // Hội đồng đã xét, lập hồ sơ
	StandSent        Code = "stand.sent"        // Đã gửi hồ sơ, chờ kết quả
	StandDecided     Code = "stand.decided"     // Có quyết định
	StandEnded       Code = "stand.ended"       // Đã tổng kết
)

// Stand tells where a round is.
func (d Desk) Stand(r Round) Code {
	switch r.State {
	case RoundEnded:
		return StandEnded
	case RoundRegistering:
		return StandRegistering
	case RoundRunning:
		return StandRunning
	case RoundJudging:
		return d.judging(r)
	}
	return StandWaiting
}

func (d Desk) judging(r Round) Code {
	for _, v := range d.Dossiers {
		if v.Round != r.ID {
			continue
		}
		switch v.State {
		case DossierSent:
			return StandSent
		case DossierDecided, DossierPresented, DossierArchived, DossierNot:
			return StandDecided
		}
		return StandMet
	}
	if s, ok := d.Session(r.ID); ok && done(s.State) {
		return StandMet
	}
	if r.ScoredOn == "" && !r.Closing {
		return StandScoring
	}
	return StandScored
}

// RoundStep is one step on the way of a round: done ("ok"), under way ("now") or to come.
type RoundStep struct {
	Code Code
	Args []any
	Note Code // how the day is said; empty without a day
	On   Date
	Is   string
}

// The steps of a round, and how their days are said.
const (
	StepRegister  Code = "step.register"   // Đăng ký
	StepWork      Code = "step.work"       // Thực hiện
	StepScore     Code = "step.score"      // Chấm điểm
	StepCouncil   Code = "step.council"    // Họp Hội đồng
	StepDossier   Code = "step.dossier"    // Lập hồ sơ
	StepSend      Code = "step.send"       // Gửi Sở Nội vụ
	StepSummingUp Code = "step.summing-up" // Tổng kết 5 năm; how many years
	NoteBefore    Code = "note.before"     // trước 01/02/2025
	NoteUntil     Code = "note.until"      // đến 31/12/2025
	NoteBy        Code = "note.by"         // đến 20/01
	NoteDone      Code = "note.done"       // xong 10/01/2025
	NoteOn        Code = "note.on"         // 16/01/2025
	NoteMonth     Code = "note.month"      // 12/2025
	NoteEnds      Code = "note.ends"       // kết thúc 31/12/2025
)

// Steps gives the way of a round: of its judging once that has begun, else of its year; last is the last year of the movement.
func (d Desk) Steps(r Round, m Movement) []RoundStep {
	if r.State == RoundJudging || r.State == RoundEnded {
		return d.judgingSteps(r)
	}
	steps := []RoundStep{{Code: StepRegister, Note: NoteBefore, On: r.RegistrationDue}, {Code: StepWork, Note: NoteUntil, On: r.WorkEnds},
		{Code: StepScore, Note: NoteMonth, On: r.WorkEnds}, {Code: StepCouncil}}
	if r.RegistrationIncl {
		steps[0].Note = NoteUntil
	}
	if r.Year == m.To {
		steps[3] = RoundStep{Code: StepSummingUp, Args: []any{m.Years()}, Note: NoteEnds, On: m.EndsOn}
	}
	return mark(steps, slices.Index([]State{RoundRegistering, RoundRunning}, r.State))
}

func (d Desk) judgingSteps(r Round) []RoundStep {
	steps := []RoundStep{{Code: StepScore, Note: NoteUntil, On: r.ScoringDue}, {Code: StepCouncil},
		{Code: StepDossier, Note: NoteBy, On: r.DossierInternal}, {Code: StepSend, Note: NoteBy, On: r.SendInternal}}
	if r.ScoredOn != "" {
		steps[0].Note, steps[0].On = NoteDone, r.ScoredOn
	}
	if s, ok := d.Session(r.ID); ok && !s.At.IsZero() {
		steps[1].Note, steps[1].On = NoteOn, DateOf(s.At)
	}
	at := slices.Index([]Code{StandScoring, StandScored, StandMet}, d.Stand(r))
	if at < 0 {
		at = len(steps)
	}
	if r.Closing { // its years were scored one by one
		return mark(steps[1:], at-1)
	}
	return mark(steps, at)
}

func mark(steps []RoundStep, now int) []RoundStep {
	for i := range steps {
		switch {
		case i < now:
			steps[i].Is = "ok"
		case i == now:
			steps[i].Is = "now"
		}
		if steps[i].On == "" {
			steps[i].Note = ""
		}
	}
	return steps
}

// Coming is a day of the near future (lịch sắp tới); Before says that the day itself is excluded.
type Coming struct {
	On       Date
	Before   bool
	Code     Code
	Args     []any
	Note     Code
	NoteArgs []any
}

// The days of the calendar.
const (
	ComingPapers   Code = "coming.papers"
	ComingSession  Code = "coming.session"  // number
	ComingInternal Code = "coming.internal" // year
	ComingHoliday  Code = "coming.holiday"
	ComingSendUp   Code = "coming.send-up"
	ComingScoring  Code = "coming.scoring" // year
	NoteMembers    Code = "note.members"   // how many
	NotePlace      Code = "note.place"     // instant, place
	NoteTakesIn    Code = "note.takes-in"
	NoteOfPlan     Code = "note.of-plan" // article
)

// horizon is how many days the calendar looks ahead.
const horizon = 35

// Coming lists the days of the next five weeks that matter, in order.
func (d Desk) Coming() []Coming {
	var out []Coming
	add := func(c Coming) {
		if c.On >= d.Today && c.On <= d.Today.AddDays(horizon) {
			out = append(out, c)
		}
	}
	for _, r := range d.Rounds {
		if s, ok := d.Session(r.ID); ok && !done(s.State) {
			if s.SummonedAt.IsZero() {
				add(Coming{On: d.papersDay(s.At), Code: ComingPapers, Note: NoteMembers, NoteArgs: []any{d.Members}})
			}
			add(Coming{On: DateOf(s.At), Code: ComingSession, Args: []any{s.Number}, Note: NotePlace, NoteArgs: []any{s.At, s.Place}})
		}
		if r.State == RoundRegistering {
			add(Coming{On: r.InternalDue, Code: ComingInternal, Args: []any{r.Year}, Note: NoteTakesIn})
			c := Coming{On: r.RegistrationDue, Before: !r.RegistrationIncl, Code: ComingSendUp}
			if d.Article != "" {
				c.Note, c.NoteArgs = NoteOfPlan, []any{d.Article}
			}
			add(c)
		}
		if r.ScoredOn == "" && r.State != RoundRegistering {
			add(Coming{On: r.ScoringDue, Code: ComingScoring, Args: []any{r.Year}})
		}
	}
	if tet := d.Calendar.NextTet(d.Today); tet.From != "" {
		add(Coming{On: d.Calendar.LastWorking(tet.From.AddDays(-1)), Code: ComingHoliday})
	}
	slices.SortStableFunc(out, func(a, b Coming) int {
		return b.On.DaysUntil(a.On)
	})
	return out
}

// RoleDay is a day of the calendar of a person (lịch riêng): what ends on it, for the parts that the person holds.
type RoleDay struct {
	Code   Code
	Args   []any
	On     Date // the last day on which it is in time
	Before Date // the exclusive day of the plan; empty when On itself is the day
	Round  string
	Object string // besides the round, where a round has several
}

// The days of the calendar of a person.
const (
	DayRegister Code = "day.register"  // year
	DaySendList Code = "day.send-list" // year
	DayWorkEnds Code = "day.work-ends" // year
	DayScored   Code = "day.scored"    // year
	DayDossier  Code = "day.dossier"   // year
	DaySend     Code = "day.send"      // year
	DaySession  Code = "day.session"   // number
	DayPapers   Code = "day.papers"    // number
	DayReform   Code = "day.reform"    // year
)

// RoleDays gives the days of the rounds under way that concern the actor's parts, in order; what is done or past is left out.
func (d Desk) RoleDays(a Actor) (out []RoleDay) {
	for _, r := range d.Rounds {
		out = append(out, d.yearDays(a, r)...)
		out = append(out, d.sessionDays(a, r)...)
	}
	for _, t := range d.reformTasks(a) {
		if t.Due != "" {
			out = append(out, RoleDay{Code: DayReform, Args: []any{t.Year}, On: t.Due, Before: t.Before, Round: t.Round, Object: t.Object})
		}
	}
	out = slices.DeleteFunc(out, func(r RoleDay) bool { return r.On < d.Today })
	slices.SortStableFunc(out, func(a, b RoleDay) int { return b.On.DaysUntil(a.On) })
	return out
}

// yearDays are the days that a round has once.
func (d Desk) yearDays(a Actor, r Round) (out []RoleDay) {
	registering := r.State == RoundRegistering
	sendList, before := d.lastDay(r)
	for _, day := range []struct {
		code       Code
		on, before Date
		open       bool
		roles      []Role
	}{
		{DayRegister, r.InternalDue, "", registering, []Role{RoleStaff, RoleHead, RoleOffice}},
		{DaySendList, sendList, before, registering, []Role{RoleOffice, RoleLeader}},
		{DayWorkEnds, r.WorkEnds, "", true, []Role{RoleStaff, RoleHead, RoleOffice}},
		{DayScored, r.ScoringDue, "", r.ScoredOn == "" && !registering, []Role{RoleHead, RoleOffice}},
		{DayDossier, r.DossierInternal, "", true, []Role{RoleOffice, RoleSecretary}},
		{DaySend, r.SendInternal, "", true, []Role{RoleOffice, RoleClerk, RoleLeader}},
	} {
		if day.on != "" && day.open && a.Has(day.roles...) {
			out = append(out, RoleDay{Code: day.code, Args: []any{r.Year}, On: day.on, Before: day.before, Round: r.ID})
		}
	}
	return out
}

// sessionDays are those of the session of a round that is still ahead.
func (d Desk) sessionDays(a Actor, r Round) (out []RoleDay) {
	s, ok := d.Session(r.ID)
	if !ok || done(s.State) || s.At.IsZero() {
		return nil
	}
	for _, day := range []RoleDay{{Code: DayPapers, On: d.papersDay(s.At)}, {Code: DaySession, On: DateOf(s.At)}} {
		if a.Has(RoleSecretary, RoleOffice) || day.Code == DaySession && a.Has(RoleCouncil, RoleChair) {
			day.Args, day.Round, day.Object = []any{s.Number}, r.ID, s.ID
			out = append(out, day)
		}
	}
	return out
}
