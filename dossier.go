package thidua

import (
	"slices"
	"time"
)

// States of a dossier (hồ sơ đề nghị khen thưởng).
const (
	DossierDraft     State = "dossier.draft"     // Đang lập
	DossierWhole     State = "dossier.whole"     // Đủ hồ sơ
	DossierSent      State = "dossier.sent"      // Đã gửi Sở Nội vụ (số, ngày)
	DossierReturned  State = "dossier.returned"  // Cần bổ sung
	DossierDecided   State = "dossier.decided"   // Có quyết định (số, ngày)
	DossierNot       State = "dossier.not"       // Không khen thưởng
	DossierPresented State = "dossier.presented" // Đã trao tặng
	DossierArchived  State = "dossier.archived"  // Đã lưu
	DossierWithdrawn State = "dossier.withdrawn" // Đã rút
)

// Actions on a dossier; each answer of Sở Nội vụ is recorded by Văn phòng.
const (
	MarkWhole      Action = "du-ho-so"
	ReopenDossier  Action = "mo-lai-ho-so"
	SendDossier    Action = "ghi-nhan-gui"
	RecordReturn   Action = "ghi-nhan-tra-lai"
	RecordDecision Action = "ghi-nhan-quyet-dinh"
	RecordRefusal  Action = "ghi-nhan-khong-khen"
	RecordCeremony Action = "ghi-nhan-trao"
	Archive        Action = "luu-ho-so"
)

// Facts of a dossier.
const (
	PartsWhole    Fact = "parts-whole"    // every part is issued and its signed copy recorded
	InQuota       Fact = "in-quota"       // within the number that may be proposed
	NamesAgree    Fact = "names-agree"    // the papers and the list name the same subjects
	ListRecorded  Fact = "list-recorded"  // every nominee has its result
	DecisionNamed Fact = "decision-named" // number, date and scan of the decision
)

// DossierFlow is the way of the dossier as Văn phòng records it.
var DossierFlow = Machine{Name: "dossier", Start: DossierDraft, Ends: []State{DossierArchived, DossierWithdrawn}, Rules: []Rule{
	{From: DossierDraft, Do: MarkWhole, To: DossierWhole, By: RoleOffice, Needs: []Fact{PartsWhole, InQuota, NamesAgree}},
	{From: DossierWhole, Do: ReopenDossier, To: DossierDraft, By: RoleOffice, Reason: true},
	{From: DossierWhole, Do: SendDossier, To: DossierSent, By: RoleOffice, Needs: []Fact{PartsWhole, InQuota, LetterNamed}},
	{From: DossierSent, Do: RecordReturn, To: DossierReturned, By: RoleOffice, Reason: true},
	{From: DossierReturned, Do: SendDossier, To: DossierSent, By: RoleOffice, Needs: []Fact{PartsWhole, InQuota, LetterNamed}},
	{From: DossierSent, Do: RecordDecision, To: DossierDecided, By: RoleOffice, Needs: []Fact{DecisionNamed, ListRecorded}},
	{From: DossierSent, Do: RecordRefusal, To: DossierNot, By: RoleOffice, Reason: true},
	{From: DossierDecided, Do: RecordCeremony, To: DossierPresented, By: RoleOffice},
	{From: DossierPresented, Do: Archive, To: DossierArchived, By: RoleOffice},
	{From: DossierNot, Do: Archive, To: DossierArchived, By: RoleOffice},
	{From: DossierDraft, Do: Withdraw, To: DossierWithdrawn, By: RoleLeader, Reason: true},
	{From: DossierWhole, Do: Withdraw, To: DossierWithdrawn, By: RoleLeader, Reason: true},
}}

// Dossier is the set of papers of a round that goes up.
type Dossier struct {
	ID        string
	Round     string
	State     State
	HardCopy  Date // 01 bộ bản chính giấy: đã nộp ngày
	CreatedAt time.Time
	Version   int64
}

// States of a sending (lần gửi): a resubmission is a new row.
const (
	SubmissionSent     State = "submission.sent"     // Đã gửi (số, ngày)
	SubmissionReceived State = "submission.received" // Sở Nội vụ đã tiếp nhận
	SubmissionReturned State = "submission.returned" // Trả lại bổ sung
	SubmissionAppraise State = "submission.appraise" // Đang thẩm định (hiệp y)
	SubmissionRaised   State = "submission.raised"   // Đã trình Chủ tịch UBND tỉnh
	SubmissionResult   State = "submission.result"   // Có kết quả
)

// The answers: what Sở Nội vụ answers, as Văn phòng records it.
const (
	AnswerReceived  Action = "tiep-nhan"
	AnswerReturned  Action = "tra-lai-bo-sung"
	AnswerConsult   Action = "hiep-y"
	AnswerRaised    Action = "trinh-chu-tich"
	AnswerDecided   Action = "quyet-dinh"
	AnswerRefused   Action = "khong-khen-thuong"
	AnswerConfirmed Action = "xac-nhan"
)

// SubmissionFlow is one sending until its result; every answer carries number, date and, where there is one, the scan.
var SubmissionFlow = Machine{Name: "submission", Start: SubmissionSent, Ends: []State{SubmissionReturned, SubmissionResult}, Rules: []Rule{
	{From: SubmissionSent, Do: AnswerReceived, To: SubmissionReceived, By: RoleOffice},
	{From: SubmissionSent, Do: AnswerConfirmed, To: SubmissionResult, By: RoleOffice},
	{From: SubmissionReceived, Do: AnswerConfirmed, To: SubmissionResult, By: RoleOffice},
	{From: SubmissionSent, Do: AnswerReturned, To: SubmissionReturned, By: RoleOffice, Reason: true},
	{From: SubmissionReceived, Do: AnswerReturned, To: SubmissionReturned, By: RoleOffice, Reason: true},
	{From: SubmissionReceived, Do: AnswerConsult, To: SubmissionAppraise, By: RoleOffice},
	{From: SubmissionSent, Do: AnswerRaised, To: SubmissionRaised, By: RoleOffice},
	{From: SubmissionReceived, Do: AnswerRaised, To: SubmissionRaised, By: RoleOffice},
	{From: SubmissionAppraise, Do: AnswerReturned, To: SubmissionReturned, By: RoleOffice, Reason: true},
	{From: SubmissionAppraise, Do: AnswerRaised, To: SubmissionRaised, By: RoleOffice},
	{From: SubmissionSent, Do: AnswerDecided, To: SubmissionResult, By: RoleOffice},
	{From: SubmissionReceived, Do: AnswerDecided, To: SubmissionResult, By: RoleOffice},
	{From: SubmissionAppraise, Do: AnswerDecided, To: SubmissionResult, By: RoleOffice},
	{From: SubmissionRaised, Do: AnswerDecided, To: SubmissionResult, By: RoleOffice},
	{From: SubmissionSent, Do: AnswerRefused, To: SubmissionResult, By: RoleOffice, Reason: true},
	{From: SubmissionReceived, Do: AnswerRefused, To: SubmissionResult, By: RoleOffice, Reason: true},
	{From: SubmissionAppraise, Do: AnswerRefused, To: SubmissionResult, By: RoleOffice, Reason: true},
	{From: SubmissionRaised, Do: AnswerRefused, To: SubmissionResult, By: RoleOffice, Reason: true},
}}

// SentWhat is what a sending carries.
type SentWhat string

// What goes up to Sở Nội vụ.
const (
	SentRegistrations SentWhat = "registrations"
	SentDossier       SentWhat = "dossier"
)

// Submission is one sending to Sở Nội vụ (lần gửi), near or far.
type Submission struct {
	ID      string
	Round   string
	What    SentWhat
	Dossier string
	State   State
	Number  string // of the letter or Tờ trình
	Dated   Date
	SentOn  Date
	By      string
	ByName  string
	Answers []Reply
	Version int64
}

// Confirmation finds the answer by which Sở Nội vụ confirmed the registrations of a sending, recorded by hand or come as a package.
func (s Submission) Confirmation() (Reply, bool) {
	at := slices.IndexFunc(s.Answers, func(r Reply) bool { return r.Kind == AnswerConfirmed })
	if at < 0 {
		return Reply{}, false
	}
	return s.Answers[at], true
}

// Reply is one recorded answer to a sending.
type Reply struct {
	ID         string
	Submission string
	Kind       Action
	Number     string
	Dated      Date
	ReceivedOn Date
	Text       string
	Scan       FileRef
	By         string // who recorded it
	ByName     string
	At         time.Time
}

// AwardDecision is the decision on awards (quyết định khen thưởng) as it was received.
type AwardDecision struct {
	ID         string
	Round      string
	Number     string
	Dated      Date
	ReceivedOn Date
	Issuer     string
	Scan       FileRef
}

// Award is one award in the history of a unit or person (thành tích khen thưởng).
type Award struct {
	ID          string
	Decision    AwardDecision
	Round       string
	Year        int
	Nominee     string
	Subject     Subject // names as they were when the decision was recorded
	Form        string  // name with authority
	Citation    string  // thành tích, as printed on the roll
	GoldNumber  string  // số sổ vàng
	PresentedOn Date
}

// Deeds on papers, dossiers and the roll of honour that leave the state as it is, or make the object.
const (
	MakeDossier    Action = "lap-ho-so"
	RenewPaper     Action = "lam-ban-moi"
	RecordConfirm  Action = "ghi-nhan-xac-nhan"
	RecordHardCopy Action = "nop-ban-giay"
	ExportDossier  Action = "xuat-ho-so"
	SetCertificate Action = "luu-mau-in"
	SetPrinter     Action = "luu-may-in"
	DropPrinter    Action = "bo-may-in"
	PublishHonour  Action = "cong-bo-bang-vang"
	HideHonour     Action = "go-bang-vang"
)

// The faults of papers, dossiers, decisions and of the roll of honour.
const (
	CodeNobodyPassed   Code = "dossier.nobody-passed"
	CodeDossierFixed   Code = "dossier.fixed"
	CodePaperWords     Code = "paper.words-unknown"
	CodeDecisionSooner Code = "decision.before-session"
	CodeNoResult       Code = "decision.no-result"
	CodeWhyMissing     Code = "decision.why-missing"
	CodeIssuerMissing  Code = "decision.issuer-missing"
	CodeScanMissing    Code = "decision.scan-missing"
	CodeSignedMissing  Code = "paper.signed-missing"
	CodeAskDecision    Code = "decision.own-form"
	CodeNoAwards       Code = "honour.no-awards"
	CodeCeremonySooner Code = "ceremony.before-decision"
)

// DecisionLine is what the decision says of one nominee (danh sách theo Quyết định).
type DecisionLine struct {
	Nominee    string
	Answer     Answer // AnswerYes: được tặng; AnswerNo: không khen thưởng
	GoldNumber string // số sổ vàng
	Note       string // why not, or a remark
}

// Decision is a decision on awards as it was received, with what it says of every nominee.
type Decision struct {
	AwardDecision
	Lines []DecisionLine
}

// Check says what is wrong with a decision as it was typed on a day, for the nominees of the dossier and the day on which the council met;
// the faults of a line stand at "result-ID" and "note-ID".
func (d Decision) Check(nominees []Nominee, met, today Date) error {
	var f Faults
	if d.Number == "" {
		f.Add("number", CodeNumberMissing)
	}
	checkDay(&f, "dated", d.Dated, today)
	checkDay(&f, "received", d.ReceivedOn, today)
	switch {
	case d.Dated.Valid() && d.ReceivedOn.Valid() && d.ReceivedOn < d.Dated:
		f.Add("received", CodeDayBackwards)
	case d.Dated.Valid() && d.Dated < met:
		f.Add("dated", CodeDecisionSooner, met)
	}
	if d.Issuer == "" {
		f.Add("issuer", CodeIssuerMissing)
	}
	if d.Scan.Missing() {
		f.Add("scan", CodeScanMissing)
	}
	for _, n := range nominees {
		d.checkLine(&f, n.ID)
	}
	return f.Err()
}

func (d Decision) checkLine(f *Faults, nominee string) {
	l, ok := d.Line(nominee)
	switch {
	case !ok || l.Answer != AnswerYes && l.Answer != AnswerNo:
		f.Add("result-"+nominee, CodeNoResult)
	case l.Answer == AnswerNo && l.Note == "":
		f.Add("note-"+nominee, CodeWhyMissing)
	}
}

// Line finds what the decision says of a nominee.
func (d Decision) Line(nominee string) (DecisionLine, bool) {
	for _, l := range d.Lines {
		if l.Nominee == nominee {
			return l, true
		}
	}
	return DecisionLine{}, false
}

// The faults of an opinion, of a sending and of an answer, at the fields of their forms.
const (
	CodeLeaderMissing   Code = "slip.leader-missing"
	CodeFormMissing     Code = "slip.form-missing"
	CodeOpinionMissing  Code = "slip.opinion-missing"
	CodeAnswerMissing   Code = "reply.kind-missing"
	CodeDayMissing      Code = "day.missing"
	CodeDayFuture       Code = "day.future"
	CodeDayBackwards    Code = "day.backwards"
	CodeNumberMissing   Code = "letter.number-missing"
	CodeNothingApproved Code = "submission.nothing-approved"
)

// checkDay wants a day that exists and is not later than today.
func checkDay(f *Faults, field string, d, today Date) {
	switch {
	case d == "":
		f.Add(field, CodeDayMissing)
	case !d.Valid():
		f.Add(field, CodeDateWrong)
	case d > today:
		f.Add(field, CodeDayFuture)
	}
}

// CheckOpinion says what is wrong with a leader's opinion as it was typed; fields "leader", "form", "on".
func (s CoverSlip) CheckOpinion(today Date) error {
	var f Faults
	if s.Leader == "" {
		f.Add("leader", CodeLeaderMissing)
	}
	switch s.Form {
	case OpinionOnSlip, OpinionInSystem, OpinionAtMeeting, OpinionHere, OpinionByLink:
	default:
		f.Add("form", CodeFormMissing)
	}
	checkDay(&f, "on", s.On, today)
	return f.Err()
}

// Good tells whether the leader agreed, with changes or without.
func (s CoverSlip) Good() bool { return s.State == SlipAgreed || s.State == SlipAmended }

// Check says what is wrong with a sending as it was typed; fields "number", "dated", "sent".
func (s Submission) Check(today Date) error {
	var f Faults
	if s.Number == "" {
		f.Add("number", CodeNumberMissing)
	}
	checkDay(&f, "dated", s.Dated, today)
	checkDay(&f, "sent", s.SentOn, today)
	if s.Dated.Valid() && s.SentOn.Valid() && s.SentOn < s.Dated {
		f.Add("sent", CodeDayBackwards)
	}
	return f.Err()
}

// Check says what is wrong with an answer as it was typed; fields "number", "dated", "received". A letter has number and day; an answer
// without a letter (by telephone, or seen on the axis of documents) has neither.
func (r Reply) Check(today Date) error {
	var f Faults
	checkDay(&f, "received", r.ReceivedOn, today)
	if r.Number == "" && r.Dated != "" {
		f.Add("number", CodeNumberMissing)
	}
	if r.Number != "" || r.Dated != "" {
		checkDay(&f, "dated", r.Dated, today)
	}
	return f.Err()
}

// CheckDay says what is wrong with a day as it was typed: missing, no day, later than today.
func CheckDay(field string, d, today Date) error {
	var f Faults
	checkDay(&f, field, d, today)
	return f.Err()
}

// CheckIssue says what is wrong with the record of an issued paper: number (where the kind has one), day and signed copy; fields "number",
// "issued", "signed".
func (p Paper) CheckIssue(numbered bool, today Date) error {
	var f Faults
	if numbered && p.Number == "" {
		f.Add("number", CodeNumberMissing)
	}
	checkDay(&f, "issued", p.IssuedOn, today)
	if p.Signed.Missing() {
		f.Add("signed", CodeSignedMissing)
	}
	return f.Err()
}
