package thidua

import (
	"strconv"
	"strings"
	"time"
)

// States of a movement (phong trào), of an edition (phiên bản kế hoạch), of a plan that was read, and of a round (năm, đợt).
const (
	MovementPlanned  State = "movement.planned"  // Đang lập kế hoạch
	MovementLaunched State = "movement.launched" // Đã phát động
	MovementRunning  State = "movement.running"  // Đang thực hiện
	MovementSumming  State = "movement.summing"  // Đang tổng kết
	MovementEnded    State = "movement.ended"    // Đã kết thúc

	EditionDraft   State = "edition.draft"   // Dự thảo
	EditionInForce State = "edition.inforce" // Đang áp dụng
	EditionEnded   State = "edition.ended"   // Hết áp dụng

	PlanOpen    State = "plan.open"    // Đang đối chiếu
	PlanApplied State = "plan.applied" // Đã đưa vào thực hiện: a movement, or the tasks of a year, was made of it
	PlanDropped State = "plan.dropped" // Đã bỏ

	RoundWaiting     State = "round.waiting"     // Chưa nhận đăng ký
	RoundRegistering State = "round.registering" // Đang nhận đăng ký
	RoundRunning     State = "round.running"     // Đang thực hiện
	RoundJudging     State = "round.judging"     // Đang xét
	RoundEnded       State = "round.ended"       // Đã kết thúc
)

// Actions on a movement, an edition, a plan and a round.
const (
	Launch           Action = "phat-dong"
	BeginWork        Action = "bat-dau-thuc-hien"
	BeginSumming     Action = "bat-dau-tong-ket"
	EndMovement      Action = "ket-thuc"
	PutInForce       Action = "ap-dung"
	EndEdition       Action = "het-ap-dung"
	ReadPlan         Action = "tai-ke-hoach"
	ReviewPlan       Action = "doi-chieu"
	ConfirmPlan      Action = "xac-nhan-ke-hoach"
	CreateFromPlan   Action = "tao-phong-trao"
	CreateTasks      Action = "tao-nhiem-vu"
	DropPlan         Action = "bo-ke-hoach"
	CompletePlan     Action = "bo-sung-ke-hoach"
	SetRound         Action = "thiet-lap"
	TakeSettings     Action = "lay-thiet-lap-nam-truoc"
	AddDocument      Action = "them-van-ban"
	MendDocument     Action = "sua-van-ban"
	WithdrawDocument Action = "rut-van-ban"
	OpenRegistration Action = "mo-dang-ky"
	CloseRegister    Action = "dong-dang-ky"
	BeginJudging     Action = "bat-dau-xet"
	EndRound         Action = "ket-thuc-nam"
)

// Facts of a movement, and of a plan that was read.
const (
	NothingOpen Fact = "nothing-open" // no item is left to check ("Xác nhận" needs it; "Tạo, bổ sung sau" does not)
	RoundsEnded Fact = "rounds-ended" // no year of the movement, nor its closing round, is still worked on
	OfMovement  Fact = "of-movement"  // a plan of an emulation movement
	OfReform    Fact = "of-reform"    // a yearly reform plan with its task table
)

// MovementFlow is the life of a movement.
var MovementFlow = Machine{Name: "movement", Start: MovementPlanned, Ends: []State{MovementEnded}, Rules: []Rule{
	{From: MovementPlanned, Do: Launch, To: MovementLaunched, By: RoleOffice},
	{From: MovementLaunched, Do: BeginWork, To: MovementRunning, By: RoleOffice},
	{From: MovementRunning, Do: BeginSumming, To: MovementSumming, By: RoleOffice},
	{From: MovementSumming, Do: EndMovement, To: MovementEnded, By: RoleOffice, Needs: []Fact{RoundsEnded}},
}}

// EditionFlow is the life of an edition; one with open items stays usable, and they stay in Việc của tôi.
var EditionFlow = Machine{Name: "edition", Start: EditionDraft, Ends: []State{EditionEnded}, Rules: []Rule{
	{From: EditionDraft, Do: PutInForce, To: EditionInForce, By: RoleOffice},
	{From: EditionInForce, Do: EndEdition, To: EditionEnded, By: RoleOffice},
}}

// PlanFlow is the way of a plan that was read: checked against its text, then made a movement, at once or with items left open; of a yearly
// reform plan tasks of a round are made instead.
var PlanFlow = Machine{Name: "plan", Start: PlanOpen, Ends: []State{PlanApplied, PlanDropped}, Rules: []Rule{
	{From: PlanOpen, Do: ConfirmPlan, To: PlanApplied, By: RoleOffice, Needs: []Fact{OfMovement, NothingOpen}},
	{From: PlanOpen, Do: CreateFromPlan, To: PlanApplied, By: RoleOffice, Needs: []Fact{OfMovement}},
	{From: PlanOpen, Do: CreateTasks, To: PlanApplied, By: RoleOffice, Needs: []Fact{OfReform}},
	{From: PlanOpen, Do: DropPlan, To: PlanDropped, By: RoleOffice},
}}

// RoundFlow is the life of a year: registering, work, judging, locked.
var RoundFlow = Machine{Name: "round", Start: RoundWaiting, Ends: []State{RoundEnded}, Rules: []Rule{
	{From: RoundWaiting, Do: OpenRegistration, To: RoundRegistering, By: RoleOffice},
	{From: RoundRegistering, Do: CloseRegister, To: RoundRunning, By: RoleOffice},
	{From: RoundRunning, Do: OpenRegistration, To: RoundRegistering, By: RoleOffice, Reason: true},
	{From: RoundRunning, Do: BeginJudging, To: RoundJudging, By: RoleOffice},
	{From: RoundJudging, Do: EndRound, To: RoundEnded, By: RoleOffice},
}}

// PlanSource is a plan that was uploaded (bản kế hoạch): the file itself, what was read from it and what a person made of that.
type PlanSource struct {
	ID      string
	Edition string // the edition that was made of it; empty before
	File    FileRef
	Draft   string // JSON: what was read
	Review  string // JSON: what a person made of it, with the items that were checked
	State   State
	ReadAt  time.Time
	ReadBy  string
	Version int64
}

// OpenKind says what kind of thing a plan leaves open.
type OpenKind string

// What a plan can leave open; the first three need a value, a passage only somebody's look.
const (
	OpenNumber   OpenKind = "number"   // số, ngày ban hành
	OpenStart    OpenKind = "start"    // từ ngày
	OpenDeadline OpenKind = "deadline" // the day of a deadline that the plan only refers to
	OpenPassage  OpenKind = "passage"  // read with doubt
)

// OpenItem is one thing of a plan that somebody still has to settle ("Cần kiểm tra").
type OpenItem struct {
	Kind      OpenKind
	ID        string // of the deadline, or the key of the passage
	Number    int    // of the item on the review page; 0 when it is not known
	Article   string
	Reference string // the text that sets the day
	Reason    string // why a passage is in doubt, in words
}

// Open lists what the edition still leaves open: number and day of the plan, its first day, deadlines that are only a reference.
func (d Definition) Open() []OpenItem {
	var out []OpenItem
	if strings.TrimSpace(d.PlanNumber) == "" || d.PlanDate == "" {
		out = append(out, OpenItem{Kind: OpenNumber})
	}
	if d.From == "" {
		out = append(out, OpenItem{Kind: OpenStart})
	}
	for _, r := range d.Deadlines {
		if r.Blank() {
			out = append(out, OpenItem{Kind: OpenDeadline, ID: r.ID, Article: r.Article, Reference: r.Reference})
		}
	}
	return out
}

// Blank tells whether the deadline is only a reference to a text whose day is not entered yet.
func (d Deadline) Blank() bool { return d.Reference != "" && d.Date == "" && d.Day == "" }

// PlannedRounds makes the rounds of a movement, one for each year, with the days that the edition sets; the ids are left to the caller.
func (m Movement) PlannedRounds(d Definition) []Round {
	var out []Round
	for year := m.From; year <= m.To; year++ {
		r := Round{Movement: m.ID, Edition: d.ID, Year: year, State: RoundWaiting, WorkEnds: NewDate(year, 12, 31), QuotaUnits: -1, QuotaPeople: -1,
			ReachedFrom: 100}
		if year == m.To && m.EndsOn.Valid() {
			r.WorkEnds = m.EndsOn
		}
		rule, due := d.DeadlineIn(DeadlineRegistration, year)
		r.RegistrationDue, r.RegistrationIncl = due, due != "" && rule.Inclusive
		out = append(out, r.withDossierDue(d))
	}
	return out
}

// ClosingRound makes the round in which the whole movement is summed up (đợt tổng kết): it is judged at once, for its years were registered for
// one by one. The id is left to the caller; last is the last year.
func (m Movement) ClosingRound(last Round) Round {
	return Round{Movement: m.ID, Edition: last.Edition, Year: m.To, Closing: true, State: RoundJudging, WorkEnds: last.WorkEnds, QuotaUnits: -1, QuotaPeople: -1,
		ReachedFrom: last.ReachedFrom}
}

// withDossierDue sets the last day for the dossier where the edition tells it.
func (r Round) withDossierDue(d Definition) Round {
	if rule, due := d.DeadlineIn(DeadlineDossier, r.Year); due != "" {
		r.DossierDue = LastDay(due, rule.Inclusive)
	}
	return r
}

// Completed gives the round with the days of an edition that was completed later; a round that has ended keeps what it had.
func (r Round) Completed(d Definition) Round {
	if r.State == RoundEnded {
		return r
	}
	if rule, due := d.DeadlineIn(DeadlineRegistration, r.Year); r.RegistrationDue == "" && due != "" {
		r.RegistrationDue, r.RegistrationIncl = due, rule.Inclusive
	}
	return r.withDossierDue(d)
}

// The faults of a plan under review and of the settings of a round.
const (
	CodeMovementName  Code = "movement.name"
	CodeMovementYears Code = "movement.years"
	CodeNoCriterion   Code = "plan.no-criterion"
	CodeNoSubject     Code = "plan.no-subject" // of a criterion
	CodeNoAward       Code = "plan.no-award"
	CodePlanFuture    Code = "plan.future"
	CodePercent       Code = "round.percent"
	CodeOwnReviewer   Code = "round.own-reviewer"
	CodeAfterDue      Code = "round.after-due"   // the last day of registration
	CodeDayOutside    Code = "round.day-outside" // the two years in which the day may lie
	CodeDayBefore     Code = "round.day-before"  // the day of the step before
	CodeStartsLate    Code = "plan.starts-late"  // the last day of the movement
	CodeEndsOutside   Code = "plan.ends-outside" // the last year of the movement
	CodeCriterionCode Code = "plan.code-twice"
)

// MaxYears bounds the years of a movement.
const MaxYears = 20

// CheckPlan says what keeps a movement from being made of a definition; open items are no fault. Faults stand at the fields "name", "from",
// "issued", "starts", "ends", "criterion-1-text", "criterion-N-for", "criterion-N-code" and "award-1-name".
func CheckPlan(m Movement, d Definition, today Date) error {
	var f Faults
	if strings.TrimSpace(m.Name) == "" {
		f.Add("name", CodeMovementName)
	}
	if m.From < 2000 || m.To < m.From || m.To-m.From >= MaxYears {
		f.Add("from", CodeMovementYears)
	}
	if d.PlanDate > today {
		f.Add("issued", CodePlanFuture)
	}
	checkSpan(&f, m, d)
	checkCriteria(&f, d)
	if len(d.Awards) == 0 {
		f.Add("award-1-name", CodeNoAward)
	}
	return f.Err()
}

func checkSpan(f *Faults, m Movement, d Definition) {
	if m.EndsOn == "" {
		return
	}
	if d.From > m.EndsOn {
		f.Add("starts", CodeStartsLate, m.EndsOn)
	}
	if y := m.EndsOn.Year(); y != m.To && y != m.To+1 {
		f.Add("ends", CodeEndsOutside, m.To)
	}
}

func checkCriteria(f *Faults, d Definition) {
	if len(d.Heads()) == 0 {
		f.Add("criterion-1-text", CodeNoCriterion)
	}
	held := map[string]bool{}
	for i, c := range d.Criteria {
		at := "criterion-" + strconv.Itoa(i+1)
		if !c.ForUnits && !c.ForPeople && c.Parent == "" {
			f.Add(at+"-for", CodeNoSubject)
		}
		if held[c.Code] && c.Code != "" {
			f.Add(at+"-code", CodeCriterionCode)
		}
		held[c.Code] = true
	}
}

// Check says what is wrong with the settings of a round; office tells whether the reviewing unit is Văn phòng itself, which nobody lets
// review its own sheet. Faults stand at "reached", "reviewer", "internal", "scoring", "dossier" and "send".
func (r Round) Check(office bool) error {
	var f Faults
	if r.ReachedFrom < 1 || r.ReachedFrom > 100 {
		f.Add("reached", CodePercent)
	}
	if office {
		f.Add("reviewer", CodeOwnReviewer)
	}
	if last := LastDay(r.RegistrationDue, r.RegistrationIncl); last != "" && r.InternalDue > last {
		f.Add("internal", CodeAfterDue, last)
	}
	r.checkDays(&f)
	return f.Err()
}

// Begun tells whether the work of the year has begun: before that its settings may be taken over from another year.
func (r Round) Begun() bool { return r.State != RoundWaiting && r.State != RoundRegistering }

// checkDays refuses a day of another year, such as one typed with last year's number, and steps that are due before those they follow.
func (r Round) checkDays(f *Faults) {
	within := func(field string, d Date, first int) {
		if y := d.Year(); d != "" && (y < first || y > first+1) {
			f.Add(field, CodeDayOutside, first, first+1)
		}
	}
	within("internal", r.InternalDue, r.Year-1)
	within("scoring", r.ScoringDue, r.Year)
	within("dossier", r.DossierInternal, r.Year)
	within("send", r.SendInternal, r.Year)
	if r.DossierInternal != "" && r.DossierInternal < r.ScoringDue {
		f.Add("dossier", CodeDayBefore, r.ScoringDue)
	}
	if r.SendInternal != "" && r.SendInternal < max(r.ScoringDue, r.DossierInternal) {
		f.Add("send", CodeDayBefore, max(r.ScoringDue, r.DossierInternal))
	}
}

// Current gives the year that is worked on, never the closing round: the first by year that neither waits nor has ended, else the last that ended, else, before an
// agency has opened any, the one of today's year or the first.
func Current(rounds []Round, today Date) (Round, bool) {
	var ended, first Round
	for _, r := range rounds {
		switch {
		case r.Closing:
		case r.State == RoundEnded:
			ended = r
		case r.State != RoundWaiting:
			return r, true
		case first.ID == "" || r.Year == today.Year():
			first = r
		}
	}
	if ended.ID != "" {
		return ended, true
	}
	return first, first.ID != ""
}
