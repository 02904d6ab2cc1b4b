package thidua

import (
	"slices"
	"strings"
	"time"
)

// ParcelKind is what a sealed package (gói hồ sơ) carries.
type ParcelKind string

// The kinds of package: two go up to Sở Nội vụ, one comes back.
const (
	ParcelRegistrations ParcelKind = "registrations" // đăng ký thi đua của một năm
	ParcelDossier       ParcelKind = "dossier"       // hồ sơ đề nghị khen thưởng
	ParcelAnswer        ParcelKind = "answer"        // trả lời: tiếp nhận, trả lại để bổ sung, kết quả
)

// Parcel is a sealed package (gói hồ sơ) as its sender and its receiver keep it: what its manifest says, and the file itself, which never changes.
type Parcel struct {
	ID       string // the same at sender and receiver
	Kind     ParcelKind
	From     string // agency that sealed it
	FromName string
	To       string // agency for which it was sealed
	ToName   string
	Key      string // fingerprint of the key that sealed it
	Of       string // the package that it answers or replaces; empty for a first one
	Movement string // name of the movement
	Year     int
	Closing  bool
	Number   string // số, ký hiệu of the letter that goes with it
	Dated    Date
	SealedAt time.Time
	File     FileRef
}

// AgencyKind tells an agency that runs a movement from the bodies above it.
type AgencyKind string

// The kinds of agency.
const (
	AgencyOrdinary    AgencyKind = "agency"       // cơ quan tổ chức phong trào
	AgencyHomeAffairs AgencyKind = "home-affairs" // Sở Nội vụ
	AgencyProvince    AgencyKind = "province"     // UBND tỉnh
)

// Partner is an agency with which packages are exchanged (đối tác): another one of the installation, or one elsewhere whose key was entered.
type Partner struct {
	ID      string // of the agency, as its packages name it
	Name    string
	Kind    AgencyKind
	Block   string // khối in which Sở Nội vụ compares it
	Key     string // public key; empty for an agency of the installation
	Inside  bool   // of this installation
	Ended   bool   // nothing is exchanged any more
	Version int64
}

// Deeds on packages and partners.
const (
	SealParcel    Action = "dong-goi"
	TakeParcel    Action = "nhan-goi"
	AddPartner    Action = "them-doi-tac"
	ChangePartner Action = "sua-doi-tac"
)

// The refusals of a package and of a partner.
const (
	CodeParcelChanged  Code = "parcel.changed"
	CodeParcelUnknown  Code = "parcel.sender-unknown"
	CodeParcelNewer    Code = "parcel.newer"
	CodeParcelNone     Code = "parcel.not-one"
	CodeParcelTooLarge Code = "parcel.too-large" // with the bound in megabytes
	CodeParcelNotOurs  Code = "parcel.not-ours"  // with the name of the agency for which it was sealed
	CodeParcelTwice    Code = "parcel.twice"     // with the time at which it was taken in
	CodeParcelSample   Code = "parcel.sample"    // sample data for an agency that has real ones
	CodeParcelUnsealed Code = "parcel.no-key"    // the program was started without a key
	CodeParcelAnswered Code = "parcel.answer-of-nothing"
	CodePartnerEnded   Code = "partner.ended"
)

// States of a list of registrations at Sở Nội vụ (danh sách đăng ký).
const (
	EnrolmentWaiting   State = "enrolment.waiting"   // Chờ xác nhận
	EnrolmentReturned  State = "enrolment.returned"  // Cần bổ sung
	EnrolmentConfirmed State = "enrolment.confirmed" // Đã xác nhận
)

// Deeds of Sở Nội vụ on a list of registrations.
const (
	ConfirmEnrolment Action = "xac-nhan-dang-ky"
	ReturnEnrolment  Action = "tra-lai-dang-ky"
	SaveEnrolmentDue Action = "ghi-han-dang-ky"
)

// EnrolmentFlow is the way of a list of registrations at Sở Nội vụ; a later package of its sender replaces it and waits anew.
var EnrolmentFlow = Machine{Name: "enrolment", Start: EnrolmentWaiting, Rules: []Rule{
	{From: EnrolmentWaiting, Do: ConfirmEnrolment, To: EnrolmentConfirmed, By: RoleAppraiser, Needs: []Fact{ListWhole}},
	{From: EnrolmentWaiting, Do: ReturnEnrolment, To: EnrolmentReturned, By: RoleAppraiser, Reason: true},
	{From: EnrolmentWaiting, Do: TakeResubmitted, To: EnrolmentWaiting, By: RoleAppraiser},
	{From: EnrolmentReturned, Do: TakeResubmitted, To: EnrolmentWaiting, By: RoleAppraiser},
	{From: EnrolmentConfirmed, Do: TakeResubmitted, To: EnrolmentWaiting, By: RoleAppraiser},
}}

// Enrolment is the list of registrations of an agency for a year as Sở Nội vụ holds it; what is registered stands in the package.
type Enrolment struct {
	ID        string
	Parcel    string // the package that counts now
	From      string // agency that sent it
	FromName  string
	Block     string // khối of the sender
	Period    Period
	State     State
	Number    string // of the letter with which it came
	Dated     Date
	FirstOn   Date // day of the first package: lateness is measured by it
	SentOn    Date // day of the package that counts
	Units     int
	People    int
	Due       DueDay // by the plan of the sender; empty when the package names none
	Asked     []AskedPart
	Changes   []EnrolmentChange // against the package before
	Until     Date              // by when what is missing is asked for
	Reason    string            // of the return
	Confirmed EnrolmentAnswer
	Times     int // packages that came for it
	UpdatedAt time.Time
	Version   int64
}

// EnrolmentAnswer is that Sở Nội vụ has confirmed a list: the day, number and date of its paper where there is one, and the package that it saw.
type EnrolmentAnswer struct {
	Parcel string `json:"parcel"`
	On     Date   `json:"on"`
	Number string `json:"number,omitempty"`
	Dated  Date   `json:"dated,omitempty"`
	Note   string `json:"note,omitempty"`
}

// DueDay is a day by which lists are due at Sở Nội vụ, and the document or article that says so.
type DueDay struct {
	Day       Date   `json:"day"`
	Inclusive bool   `json:"inclusive"`
	Document  string `json:"document,omitempty"`
}

// LateBy counts the days after the last one in time; 0 in time, and while no day is known.
func (d DueDay) LateBy(on Date) int {
	last := LastDay(d.Day, d.Inclusive)
	if last == "" || on <= last {
		return 0
	}
	return int(on.Time().Sub(last.Time()).Hours() / 24)
}

// Check says what is wrong with a day as it was typed for a year.
func (d DueDay) Check(year int) error {
	var f Faults
	if !d.Day.Valid() || d.Day.Year() != year {
		f.Add("due", CodeDueYear, year)
	}
	if d.Document == "" {
		f.Add("document", CodeDocumentMissing)
	}
	return f.Err()
}

// CheckEnrolmentReturn says what is wrong with the return of a list as it was typed: the reason, and a day after today; no part chosen is the whole.
func CheckEnrolmentReturn(reason string, until, today Date) error {
	var f Faults
	if reason == "" {
		f.Add("reason", CodeReasonMissing)
	}
	switch {
	case !until.Valid():
		f.Add("until", CodeDateWrong)
	case until <= today:
		f.Add("until", CodeUntilPast)
	}
	return f.Err()
}

// AskedPart is a paper or a registration that is asked for again, with the reason.
type AskedPart struct {
	ID     string `json:"id"` // of the paper or registration in the package
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// ChangeWhat tells in what a registration differs from that of the package before.
type ChangeWhat string

// What changed.
const (
	ChangeAdded   ChangeWhat = "added"
	ChangeRemoved ChangeWhat = "removed"
	ChangeAward   ChangeWhat = "award"
	ChangeTitle   ChangeWhat = "title"
	ChangeTargets ChangeWhat = "targets"
)

// EnrolmentChange names what a later package changed in the registration of a subject.
type EnrolmentChange struct {
	What ChangeWhat  `json:"what"`
	Kind SubjectKind `json:"kind"`
	Name string      `json:"name"`
	Home string      `json:"home,omitempty"`
	From string      `json:"from,omitempty"`
	To   string      `json:"to,omitempty"`
}

// Enrolled tells whether a proposed subject stands in a confirmed list of its agency (awards ⊆ nominees ⊆ registered).
type Enrolled string

// What is known of a proposed subject.
const (
	EnrolledYes     Enrolled = "yes"
	EnrolledNo      Enrolled = "no"      // the confirmed list does not name it
	EnrolledUnknown Enrolled = "unknown" // no list of its agency is confirmed
)

// SameSubject is the key by which a name is found in another package: case and spaces do not count, every mark does.
func SameSubject(kind SubjectKind, name string) string {
	return string(kind) + ":" + strings.ToLower(strings.Join(strings.Fields(name), " "))
}

// EnrolledOf looks a subject up among the keys of the confirmed lists of its agency; nil keys are no confirmed list.
func EnrolledOf(keys []string, kind SubjectKind, name string) Enrolled {
	switch {
	case keys == nil:
		return EnrolledUnknown
	case slices.Contains(keys, SameSubject(kind, name)):
		return EnrolledYes
	}
	return EnrolledNo
}

// CodeDueYear is a deadline that is no day of its year; the argument is the year.
const CodeDueYear Code = "enrolment.due"
