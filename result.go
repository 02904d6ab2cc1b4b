package thidua

import (
	"slices"
	"strings"
	"time"
)

// What is recorded beside the workflows between registration and council.
const (
	ReportProgress   Action = "cap-nhat-tien-do"
	AttachEvidence   Action = "them-minh-chung"
	RecordInitiative Action = "ghi-sang-kien"
	RecordEvaluation Action = "ghi-xep-loai"
	RecordIndex      Action = "ghi-chi-so"
	SetScale         Action = "ghi-thang-diem"
	OpenSheets       Action = "mo-phieu-cham"
	CommentSheet     Action = "gop-y-phieu"
)

// The faults of recorded results: index, evaluation, initiative, scale.
const (
	CodeIndexYear       Code = "result.index-year"
	CodeIndexRank       Code = "result.index-rank"
	CodeDocumentMissing Code = "result.document-missing"
	CodeClassUnknown    Code = "result.class"
	CodePersonMissing   Code = "result.person-missing"
	CodeTitleOfWork     Code = "result.initiative-name"
	CodeScalePoints     Code = "result.scale-points"
	CodeFutureDay       Code = "result.future-day"
)

// Classes lists the classes of the yearly evaluation, the best first.
var Classes = []EvaluationClass{ClassExcellent, ClassGood, ClassCompleted, ClassNot}

// Check says what is wrong with a published rank as it was typed.
func (i IndexResult) Check(today Date) error {
	var f Faults
	if i.Year < 2000 || i.Year > today.Year() {
		f.Add("year", CodeIndexYear)
	}
	if i.Rank < 1 || i.Rank > i.Of {
		f.Add("rank", CodeIndexRank)
	}
	if i.Document == "" {
		f.Add("document", CodeDocumentMissing)
	}
	checkPast(&f, "published", i.PublishedOn, today)
	return f.Err()
}

// Check says what is wrong with a recorded class as it was typed: it is nothing without the decision that gives it.
func (e EvaluationResult) Check(today Date) error {
	var f Faults
	if e.Person == "" && e.Unit == "" {
		f.Add("person", CodePersonMissing)
	}
	if e.Class != ClassExcellent && e.Class != ClassGood && e.Class != ClassCompleted && e.Class != ClassNot {
		f.Add("class", CodeClassUnknown)
	}
	if e.Decision == "" {
		f.Add("decision", CodeDocumentMissing)
	}
	checkPast(&f, "on", e.On, today)
	return f.Err()
}

// Good tells whether the class is at least Hoàn thành tốt nhiệm vụ.
func (e EvaluationResult) Good() bool { return e.Class == ClassExcellent || e.Class == ClassGood }

// Check says what is wrong with the record of the council's agreement to a scale as it was typed.
func (s Scale) Check(today Date) error {
	var f Faults
	if s.AgreedOn != "" && s.Decision == "" {
		f.Add("decision", CodeDocumentMissing)
	}
	checkPast(&f, "agreed", s.AgreedOn, today)
	return f.Err()
}

func checkPast(f *Faults, field string, day, today Date) {
	switch {
	case day == "":
	case !day.Valid():
		f.Add(field, CodeDateWrong)
	case day > today:
		f.Add(field, CodeFutureDay)
	}
}

// States of an item of publicity (tin, bài, hoạt động tuyên truyền).
const (
	PublicityNew      State = "publicity.new"      // Chờ xác nhận
	PublicityVerified State = "publicity.verified" // Đã xác nhận
	PublicityReturned State = "publicity.returned" // Cần bổ sung
)

// Actions on publicity; AskMore returns an item with a reason.
const (
	PlanPublicity   Action = "len-ke-hoach-tuyen-truyen"
	AddPublicity    Action = "ghi-tuyen-truyen"
	VerifyPublicity Action = "xac-nhan-tuyen-truyen"
	MendPublicity   Action = "bo-sung-tuyen-truyen"
)

// PublicityFlow is verified by Văn phòng; nobody verifies what he entered himself. RoleHead verifies only in Văn phòng (RolesOn).
var PublicityFlow = Machine{Name: "publicity", Start: PublicityNew, Ends: []State{PublicityVerified}, Rules: []Rule{
	{From: PublicityNew, Do: VerifyPublicity, To: PublicityVerified, By: RoleOffice, Needs: []Fact{NotOwnCase}},
	{From: PublicityNew, Do: AskMore, To: PublicityReturned, By: RoleOffice, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: PublicityNew, Do: VerifyPublicity, To: PublicityVerified, By: RoleHead, Needs: []Fact{NotOwnCase}},
	{From: PublicityNew, Do: AskMore, To: PublicityReturned, By: RoleHead, Needs: []Fact{NotOwnCase}, Reason: true},
	{From: PublicityReturned, Do: MendPublicity, To: PublicityNew, By: RoleHead},
	{From: PublicityReturned, Do: MendPublicity, To: PublicityNew, By: RoleStaff},
}}

// PublicityForm is the form of publicity (hình thức tuyên truyền).
type PublicityForm string

// The forms of publicity.
const (
	FormArticle PublicityForm = "article" // tin, bài viết
	FormMeeting PublicityForm = "meeting" // hội nghị, tọa đàm, sinh hoạt
	FormBanner  PublicityForm = "banner"  // pa-nô, áp phích, khẩu hiệu
	FormSocial  PublicityForm = "social"  // mạng xã hội
	FormContest PublicityForm = "contest" // hội thi, cuộc thi
	FormOther   PublicityForm = "other"   // hình thức khác
)

// PublicityForms lists the forms of publicity.
var PublicityForms = []PublicityForm{FormArticle, FormMeeting, FormBanner, FormSocial, FormContest, FormOther}

// PublicityPlan is a line of the publicity plan of a year (kế hoạch tuyên truyền): what, which unit, by when. Done counts its items.
type PublicityPlan struct {
	ID      string
	Round   string
	Unit    string
	Form    PublicityForm
	Content string
	Due     Date
	Done    int
}

// PublicityItem is one thing that was done for publicity: its form, day, medium, and a link, a reference or a file as evidence.
type PublicityItem struct {
	ID          string
	Round       string
	Plan        string // id of the line of the plan; may be empty
	Unit        string
	Person      string // author; may be empty
	Form        PublicityForm
	Title       string
	On          Date
	Media       string // Báo Lào Cai, Cổng thông tin điện tử
	Link        string
	DocNumber   string
	File        FileRef
	State       State
	Reason      string
	AddedBy     string
	AddedByName string
	AddedAt     time.Time
	Version     int64
}

// The faults of publicity.
const (
	CodePublicityTitle Code = "publicity.title"
	CodePublicityForm  Code = "publicity.form"
	CodePublicityDay   Code = "publicity.day"
	CodePublicityProof Code = "publicity.proof"
	CodePublicityLink  Code = "publicity.link"
)

// RolesOn gives the roles that hold for an item: a head mends what is of the own unit and, in Văn phòng, verifies; RoleStaff is for who
// entered it.
func (p PublicityItem) RolesOn(a Actor) []Role {
	return Evidence{Unit: p.Unit, Person: p.Person, AddedBy: p.AddedBy, State: map[State]State{PublicityNew: EvidenceNew}[p.State]}.RolesOn(a)
}

// Facts is what is true of the item for an actor.
func (p PublicityItem) Facts(a Actor) Facts { return Facts{NotOwnCase: !a.Own(p.AddedBy)} }

// Check says what is wrong with an item as it was typed: its form, title, day, and something that proves it. Faults stand at "title",
// "form", "on", "link" and "media".
func (p PublicityItem) Check(today Date) error {
	var f Faults
	if p.Title == "" {
		f.Add("title", CodePublicityTitle)
	}
	if !slices.Contains(PublicityForms, p.Form) {
		f.Add("form", CodePublicityForm)
	}
	if p.On == "" {
		f.Add("on", CodePublicityDay)
	}
	checkPast(&f, "on", p.On, today)
	if p.Link != "" && !strings.HasPrefix(p.Link, "https://") && !strings.HasPrefix(p.Link, "http://") {
		f.Add("link", CodePublicityLink)
	}
	if p.Media == "" && p.Link == "" && p.DocNumber == "" && p.File.Missing() {
		f.Add("media", CodePublicityProof)
	}
	return f.Err()
}

// Check says what is wrong with a line of the plan as it was typed; faults stand at "content", "plan-form" and "due".
func (p PublicityPlan) Check() error {
	var f Faults
	if p.Content == "" {
		f.Add("content", CodePublicityTitle)
	}
	if !slices.Contains(PublicityForms, p.Form) {
		f.Add("plan-form", CodePublicityForm)
	}
	if p.Due != "" && !p.Due.Valid() {
		f.Add("due", CodeDateWrong)
	}
	return f.Err()
}

// Remark is what the head of a unit writes of a person's character in a year (nhận xét của đơn vị về phẩm chất, đoàn kết, gương mẫu), with
// the day of the meeting that discussed it. Verdict is VerdictMet or VerdictConsider.
type Remark struct {
	Round   string
	Person  string
	Verdict Verdict
	Words   string
	MetOn   Date
	By      string
	ByName  string
	At      time.Time
	Version int64
}

// The faults of remarks.
const (
	CodeRemarkVerdict Code = "remark.verdict"
	CodeRemarkWords   Code = "remark.words"
	CodeRemarkDay     Code = "remark.day"
)

// WriteRemark is the act of writing a remark.
const WriteRemark Action = "nhan-xet-pham-chat"

// Check says what is wrong with a remark as it was typed; faults stand at "verdict", "words" and "met".
func (r Remark) Check(today Date) error {
	var f Faults
	if r.Verdict != VerdictMet && r.Verdict != VerdictConsider {
		f.Add("verdict", CodeRemarkVerdict)
	}
	if r.Words == "" {
		f.Add("words", CodeRemarkWords)
	}
	if r.MetOn == "" {
		f.Add("met", CodeRemarkDay)
	}
	checkPast(&f, "met", r.MetOn, today)
	return f.Err()
}
