package thidua

import (
	"slices"
	"time"
)

// States of an inspection round (đợt kiểm tra, hướng dẫn).
const (
	InspectionPlanned State = "inspection.planned" // Đã lên kế hoạch
	InspectionOpen    State = "inspection.open"    // Đang kiểm tra
	InspectionEnded   State = "inspection.ended"   // Đã kết thúc kiểm tra
)

// States of a recommendation (kiến nghị) that a unit received.
const (
	RecommendationOpen     State = "recommendation.open"     // Chờ thực hiện
	RecommendationAnswered State = "recommendation.answered" // Đơn vị đã báo cáo
	RecommendationDone     State = "recommendation.done"     // Đã thực hiện xong
)

// Actions on inspection rounds and their recommendations.
const (
	PlanInspection  Action = "lap-dot-kiem-tra"
	SaveInspection  Action = "sua-dot-kiem-tra"
	BeginInspection Action = "bat-dau-kiem-tra"
	EndInspection   Action = "ket-thuc-kiem-tra"
	RecordFinding   Action = "ghi-ket-qua-kiem-tra"
	Recommend       Action = "ghi-kien-nghi"
	AnswerRecommend Action = "bao-cao-kien-nghi"
	ReturnRecommend Action = "de-nghi-bao-cao-them"
	CloseRecommend  Action = "xac-nhan-kien-nghi"
)

// EveryUnitSeen is true when each unit of the round has its finding.
const EveryUnitSeen Fact = "every-unit-seen"

// InspectionFlow is the way of an inspection round: the plan gives it to Văn phòng (mục V.4 of the plan).
var InspectionFlow = Machine{Name: "inspection", Start: InspectionPlanned, Ends: []State{InspectionEnded}, Rules: []Rule{
	{From: InspectionPlanned, Do: SaveInspection, To: InspectionPlanned, By: RoleOffice},
	{From: InspectionPlanned, Do: BeginInspection, To: InspectionOpen, By: RoleOffice},
	{From: InspectionOpen, Do: RecordFinding, To: InspectionOpen, By: RoleOffice},
	{From: InspectionOpen, Do: Recommend, To: InspectionOpen, By: RoleOffice},
	{From: InspectionOpen, Do: EndInspection, To: InspectionEnded, By: RoleOffice, Needs: []Fact{EveryUnitSeen}},
}}

// RecommendationFlow follows a recommendation until it is carried out: the unit reports, Văn phòng confirms or asks for more.
var RecommendationFlow = Machine{Name: "recommendation", Start: RecommendationOpen, Ends: []State{RecommendationDone}, Rules: []Rule{
	{From: RecommendationOpen, Do: AnswerRecommend, To: RecommendationAnswered, By: RoleHead},
	{From: RecommendationOpen, Do: AnswerRecommend, To: RecommendationAnswered, By: RoleOffice},
	{From: RecommendationAnswered, Do: CloseRecommend, To: RecommendationDone, By: RoleOffice},
	{From: RecommendationAnswered, Do: ReturnRecommend, To: RecommendationOpen, By: RoleOffice, Reason: true},
}}

// Inspection is one round in which Văn phòng follows, guides and inspects units (đợt kiểm tra, hướng dẫn).
type Inspection struct {
	ID      string
	Round   string
	Year    int
	Name    string
	Number  string // số, ký hiệu of the paper that plans it; may be empty
	Content string
	From    Date
	To      Date
	State   State
	Visits  []Visit
	ByName  string
	Version int64
}

// Visit is what an inspection round does at one unit (kiểm tra tại đơn vị), and what it found there.
type Visit struct {
	Unit     string
	UnitName string
	On       Date
	Finding  string // in neutral words; empty until it is written
	ByName   string
}

// visit finds the place of a unit among the visits of the round.
func (i Inspection) visit(unit string) int {
	return slices.IndexFunc(i.Visits, func(v Visit) bool { return v.Unit == unit })
}

// Includes tells whether the round goes to a unit.
func (i Inspection) Includes(unit string) bool { return i.visit(unit) >= 0 }

// Facts is what holds of the round, for its workflow.
func (i Inspection) Facts() Facts {
	blank := slices.ContainsFunc(i.Visits, func(v Visit) bool { return v.Finding == "" })
	return Facts{EveryUnitSeen: len(i.Visits) > 0 && !blank}
}

// Recommendation is what an inspection round asks of a unit, with its day and what came of it (kiến nghị).
type Recommendation struct {
	ID         string
	Inspection string
	Name       string // of the round
	Unit       string
	UnitName   string
	Text       string
	Due        Date
	State      State
	Answer     string // what the unit did
	AnsweredOn Date
	AnsweredBy string
	DocNumber  string // số, ký hiệu of the evidence; may be empty
	File       FileRef
	Reason     string // why more is asked for
	ClosedOn   Date
	ByName     string
	Version    int64
}

// Overdue tells whether its day has passed while it is not reported.
func (r Recommendation) Overdue(today Date) bool {
	return r.State == RecommendationOpen && r.Due != "" && r.Due < today
}

// recommendationTasks wait for the head of the unit until it has reported, then for Văn phòng until it has looked at the report.
func (d Desk) recommendationTasks(a Actor) []Task {
	var out []Task
	for _, r := range d.Asked {
		switch {
		case r.State == RecommendationOpen && a.Has(RoleHead) && a.Leads(r.Unit):
			t := Task{Code: TaskCarryOut, Args: []any{r.Text}, Due: r.Due, Role: RoleHead, Object: r.ID}
			if r.Reason != "" {
				t.Facts = []TaskFact{{Code: FactAskedFor, Args: []any{r.Reason}}}
			}
			out = append(out, t)
		case r.State == RecommendationAnswered && a.Has(RoleOffice):
			out = append(out, Task{Code: TaskCheckCarried, Args: []any{r.UnitName}, Due: r.Due, Role: RoleOffice, Object: r.ID})
		}
	}
	return out
}

// The faults of inspection, mobilisation and links.
const (
	CodeWhatMissing     Code = "inspection.content-missing"
	CodeUnitsMissing    Code = "inspection.units-missing"
	CodeVisitOutside    Code = "inspection.visit-outside" // the first and the last day of the round
	CodeFindingMissing  Code = "inspection.finding-missing"
	CodeDueEarly        Code = "inspection.due-early" // the first day of the round
	CodeAnswerEvidence  Code = "inspection.answer-evidence"
	CodeTookPartWrong   Code = "mobilisation.took-part"
	CodeWordsMissing    Code = "mobilisation.words-missing"
	CodeLinkDays        Code = "link.days" // the most that it may be
	CodeLinkClosed      Code = "link.closed"
	CodeLinkDevices     Code = "link.devices"
	CodeLinkReads       Code = "link.reads-only"
	CodeDepositedNumber Code = "archive.number-missing"
)

// Check says what is wrong with an inspection round as it was typed; fields "name", "content", "from", "to", "units", "on-UNIT".
func (i Inspection) Check() error {
	var f Faults
	if i.Name == "" {
		f.Add("name", CodeNameMissing)
	}
	if i.Content == "" {
		f.Add("content", CodeWhatMissing)
	}
	if i.From == "" {
		f.Add("from", CodeDayMissing)
	}
	if i.To == "" {
		f.Add("to", CodeDayMissing)
	}
	checkPeriod(&f, i.From, i.To)
	i.checkVisits(&f)
	return f.Err()
}

func (i Inspection) checkVisits(f *Faults) {
	if len(i.Visits) == 0 {
		f.Add("units", CodeUnitsMissing)
	}
	for _, v := range i.Visits {
		switch {
		case v.On == "":
		case !v.On.Valid():
			f.Add("on-"+v.Unit, CodeDateWrong)
		case i.From.Valid() && i.To.Valid() && (v.On < i.From || v.On > i.To):
			f.Add("on-"+v.Unit, CodeVisitOutside, i.From, i.To)
		}
	}
}

// Write notes what was found at a unit; fields "finding" and "on".
func (i *Inspection) Write(unit, finding string, on, today Date, by string) error {
	at := i.visit(unit)
	if at < 0 {
		return Faults{{Field: "finding", Code: CodeUnitsMissing}}.Err()
	}
	var f Faults
	if finding == "" {
		f.Add("finding", CodeFindingMissing)
	}
	checkDay(&f, "on", on, today)
	if on.Valid() && on < i.From {
		f.Add("on", CodeVisitOutside, i.From, i.To)
	}
	if len(f) > 0 {
		return f.Err()
	}
	v := &i.Visits[at]
	v.Finding, v.On, v.ByName = finding, on, by
	return nil
}

// Check says what is wrong with a recommendation as it was typed; fields "text", "due", "asked".
func (r Recommendation) Check(i Inspection) error {
	var f Faults
	if r.Text == "" {
		f.Add("text", CodeWhatMissing)
	}
	switch {
	case r.Due == "":
		f.Add("due", CodeDayMissing)
	case !r.Due.Valid():
		f.Add("due", CodeDateWrong)
	case r.Due < i.From:
		f.Add("due", CodeDueEarly, i.From)
	}
	if !i.Includes(r.Unit) {
		f.Add("asked", CodeUnitsMissing)
	}
	return f.Err()
}

// CheckAnswer says what is wrong with the report of a unit; fields "answer", "answered" and "evidence": a paper or a file shows it.
func (r Recommendation) CheckAnswer(today Date) error {
	var f Faults
	if r.Answer == "" {
		f.Add("answer", CodeWhatMissing)
	}
	checkDay(&f, "answered", r.AnsweredOn, today)
	if r.DocNumber == "" && r.File.Missing() {
		f.Add("evidence", CodeAnswerEvidence)
	}
	return f.Err()
}

// UnionUntil is the last day on which a trade union (Công đoàn) stands in a state agency; from the day after, the part that the plan gives
// to it passes to whom the agency names.
const UnionUntil Date = "2025-06-15"

// UnionSource says where UnionUntil is read.
const UnionSource = "NQ 60-NQ/TW"

// UnionOn tells whether the part of mobilising belongs to the trade union on a day.
func UnionOn(d Date) bool { return d <= UnionUntil }

// Mobilisation is one record of mobilising people to take part (ghi nhận vận động).
type Mobilisation struct {
	ID        string
	Round     string
	Unit      string // empty for the whole agency
	UnitName  string
	On        Date
	What      string
	TookPart  int // people
	DocNumber string
	File      FileRef
	ByName    string
	Version   int64
}

// Actions of who mobilises.
const (
	RecordMobilisation   Action = "ghi-nhan-van-dong"
	ConfirmParticipation Action = "xac-nhan-tham-gia"
)

// Check says what is wrong with a record as it was typed; fields "on", "what", "took".
func (m Mobilisation) Check(today Date) error {
	var f Faults
	checkDay(&f, "on", m.On, today)
	if m.What == "" {
		f.Add("what", CodeWhatMissing)
	}
	if m.TookPart < 0 || m.TookPart > 100_000 {
		f.Add("took", CodeTookPartWrong)
	}
	return f.Err()
}

// Confirmation is the word of who mobilises on the participation of a year (xác nhận tình hình tham gia).
type Confirmation struct {
	Round   string
	Words   string
	On      Date
	ByName  string
	Union   bool // it was said by the trade union
	Version int64
}

// Check says what is wrong with a confirmation as it was typed; field "words".
func (c Confirmation) Check() error {
	if c.Words == "" {
		return Faults{{Field: "words", Code: CodeWordsMissing}}.Err()
	}
	return nil
}

// Participation is how many of those who may have registered in one unit of a round (tình hình tham gia).
type Participation struct {
	Unit       string
	Name       string
	Registered bool // the unit itself
	People     int  // who may
	Joined     int  // who have registered
	Records    int  // of mobilisation
}

// ArchivePlace is where the original on paper of a dossier lies (hồ sơ số, hộp, ngày nộp lưu).
type ArchivePlace struct {
	Dossier   string
	Number    string // hồ sơ số
	Box       string // hộp, giá
	Deposited Date   // nộp lưu ngày; may be empty
	Note      string
	ByName    string
	Version   int64
}

// RecordArchivePlace is the act of writing down where the original of a dossier lies.
const RecordArchivePlace Action = "ghi-noi-luu"

// Check says what is wrong with a place as it was typed; fields "number" and "deposited".
func (p ArchivePlace) Check(today Date) error {
	var f Faults
	if p.Number == "" {
		f.Add("number", CodeDepositedNumber)
	}
	if p.Deposited != "" {
		checkDay(&f, "deposited", p.Deposited, today)
	}
	return f.Err()
}

// The bounds of a link for a leader: how many days it may live, on how many devices it opens, how long a device stays open without being
// opened anew.
const (
	LinkDaysMost = 60
	LinkDays     = 14
	LinkDevices  = 2
	LinkOpen     = 30 * time.Minute
)

// LeaderLink is a link by which a leader without an account reads what waits for his word (liên kết dành cho lãnh đạo). Only the hash of its
// secret is kept.
type LeaderLink struct {
	ID         string
	Leader     string // person
	LeaderName string
	LeaderPost string
	Hash       string
	Until      Date // last day
	Ended      Date // withdrawn on; empty while it holds
	Opened     int  // how often
	LastAt     time.Time
	Devices    int
	ByName     string
	MadeAt     time.Time
	Version    int64
}

// Holds tells whether the link opens on a day.
func (l LeaderLink) Holds(today Date) bool { return l.Ended == "" && today <= l.Until }

// LinkDevice is a device on which a link was opened; only the hash of its secret is kept.
type LinkDevice struct {
	Link     string
	Hash     string
	OpenedAt time.Time
}

// Open tells whether the device may still read without opening the link anew.
func (d LinkDevice) Open(now time.Time) bool {
	return !now.Before(d.OpenedAt) && now.Sub(d.OpenedAt) < LinkOpen
}

// Actions on links for leaders.
const (
	MakeLink     Action = "lap-lien-ket"
	EndLink      Action = "thu-hoi-lien-ket"
	OpenLink     Action = "mo-lien-ket"
	SetLinkWords Action = "cho-phep-y-kien-qua-lien-ket"
)

// OpinionByLink is an opinion that the leader gave through his link.
const OpinionByLink OpinionForm = "link"

// LinkOption is whether a leader may give a word through a link (off until the agency turns it on).
type LinkOption struct {
	Words   bool
	Version int64
}
