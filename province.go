package thidua

import (
	"slices"
	"strconv"
	"time"
)

// AgencyKinds lists the kinds of agency, the ordinary one first.
var AgencyKinds = []AgencyKind{AgencyOrdinary, AgencyHomeAffairs, AgencyProvince}

// Granted lists the roles that the administrator of an agency of this kind gives by hand.
func (k AgencyKind) Granted() []Role {
	switch k {
	case AgencyHomeAffairs:
		return []Role{RoleAppraiser, RoleAdmin}
	case AgencyProvince:
		return []Role{RoleProvince, RoleAdmin}
	}
	return Granted
}

// Roles lists the roles that somebody of an agency of this kind may have, by hand, by his post or by his seat.
func (k AgencyKind) Roles() []Role {
	if k.RunsSeasons() {
		return ofAgency
	}
	return k.Granted()
}

// RunsSeasons tells whether an agency of this kind runs movements of its own; the others only receive, appraise and decide.
func (k AgencyKind) RunsSeasons() bool { return k == AgencyOrdinary || k == "" }

// States of a dossier at Sở Nội vụ (hồ sơ tiếp nhận), domain.md 2.2.
const (
	AppraisalWaiting   State = "appraisal.waiting"   // Chờ tiếp nhận
	AppraisalJudging   State = "appraisal.judging"   // Đang thẩm định
	AppraisalReturned  State = "appraisal.returned"  // Cần bổ sung
	AppraisalEligible  State = "appraisal.eligible"  // Đủ điều kiện
	AppraisalRaised    State = "appraisal.raised"    // Đã trình Chủ tịch UBND tỉnh
	AppraisalGranted   State = "appraisal.granted"   // Được tặng Bằng khen
	AppraisalNot       State = "appraisal.not"       // Không khen thưởng
	AppraisalWithdrawn State = "appraisal.withdrawn" // Đã rút
)

// States of the list of Sở Nội vụ that goes to Chủ tịch UBND tỉnh.
const (
	ListDraft   State = "list.draft"   // Dự thảo
	ListRaised  State = "list.raised"  // Đã trình Chủ tịch UBND tỉnh
	ListDecided State = "list.decided" // Đã ban hành
)

// The acts of Sở Nội vụ and UBND tỉnh.
const (
	AcceptDossier   Action = "tiep-nhan-ho-so"
	ReturnDossier   Action = "tra-lai-ho-so"
	RaiseDossier    Action = "trinh-ho-so"
	GrantDossier    Action = "ket-qua-duoc-tang"
	RefuseDossier   Action = "ket-qua-khong-khen"
	TakeResubmitted Action = "nhan-bo-sung"
	MarkEligible    Action = "du-dieu-kien"
	ReopenAppraisal Action = "tham-dinh-lai"
	TickParts       Action = "kiem-tra-thanh-phan"
	ChooseCases     Action = "lua-chon"
	SaveQuota       Action = "ghi-so-luong"
	SaveIndexPoint  Action = "ghi-chi-so-tinh"
	MakeRaiseList   Action = "lap-danh-sach"
	DropRaiseList   Action = "huy-danh-sach"
	RaiseList       Action = "trinh-danh-sach"
	IssueDecision   Action = "ban-hanh-quyet-dinh"
	AnswerSenders   Action = "tra-ket-qua"
)

// ListWhole is that the list names somebody.
const ListWhole Fact = "list-whole"

// AppraisalFlow is the way of a dossier at Sở Nội vụ; a resubmission goes on where the return ended.
var AppraisalFlow = Machine{Name: "appraisal", Start: AppraisalWaiting, Ends: []State{AppraisalGranted, AppraisalNot, AppraisalWithdrawn}, Rules: []Rule{
	{From: AppraisalWaiting, Do: AcceptDossier, To: AppraisalJudging, By: RoleAppraiser},
	{From: AppraisalWaiting, Do: ReturnDossier, To: AppraisalReturned, By: RoleAppraiser, Reason: true},
	{From: AppraisalJudging, Do: MarkEligible, To: AppraisalEligible, By: RoleAppraiser, Needs: []Fact{PartsWhole, NotOwnCase}},
	{From: AppraisalJudging, Do: ReturnDossier, To: AppraisalReturned, By: RoleAppraiser, Reason: true},
	{From: AppraisalReturned, Do: TakeResubmitted, To: AppraisalJudging, By: RoleAppraiser},
	{From: AppraisalEligible, Do: ReopenAppraisal, To: AppraisalJudging, By: RoleAppraiser, Reason: true},
	{From: AppraisalEligible, Do: RaiseDossier, To: AppraisalRaised, By: RoleAppraiser, Needs: []Fact{LetterNamed, InQuota}},
	{From: AppraisalEligible, Do: RefuseDossier, To: AppraisalNot, By: RoleAppraiser, Reason: true},
	{From: AppraisalRaised, Do: GrantDossier, To: AppraisalGranted, By: RoleAppraiser, Needs: []Fact{DecisionNamed}},
	{From: AppraisalRaised, Do: RefuseDossier, To: AppraisalNot, By: RoleAppraiser, Reason: true},
	{From: AppraisalWaiting, Do: Withdraw, To: AppraisalWithdrawn, By: RoleAppraiser, Reason: true},
	{From: AppraisalJudging, Do: Withdraw, To: AppraisalWithdrawn, By: RoleAppraiser, Reason: true},
	{From: AppraisalReturned, Do: Withdraw, To: AppraisalWithdrawn, By: RoleAppraiser, Reason: true},
}}

// ListFlow is the way of a list to Chủ tịch UBND tỉnh: Sở Nội vụ raises it, UBND tỉnh decides; where UBND tỉnh is not in the installation
// Sở Nội vụ records the decision.
var ListFlow = Machine{Name: "raise-list", Start: ListDraft, Ends: []State{ListDecided}, Rules: []Rule{
	{From: ListDraft, Do: RaiseList, To: ListRaised, By: RoleAppraiser, Needs: []Fact{ListWhole, LetterNamed, InQuota}},
	{From: ListRaised, Do: IssueDecision, To: ListDecided, By: RoleProvince, Needs: []Fact{DecisionNamed, ListRecorded}},
	{From: ListRaised, Do: RecordDecision, To: ListDecided, By: RoleAppraiser, Needs: []Fact{DecisionNamed, ListRecorded}},
}}

// Period is what Sở Nội vụ looks at in one go: a movement in a year, or its closing.
type Period struct {
	Movement string
	Year     int
	Closing  bool
}

// Appraisal is a dossier as Sở Nội vụ holds it; its data and papers stand in the package.
type Appraisal struct {
	ID        string
	Parcel    string // the package that counts now: the first one, or the last resubmission
	From      string // agency that sent it
	FromName  string
	Block     string // khối of the sender; empty while nobody entered it
	Period    Period
	State     State
	Number    string // of the letter with which it came
	Dated     Date
	SentOn    Date
	Units     int // collectives proposed
	People    int // individuals proposed
	Parts     []PartCheck
	Until     Date   // by when what is missing is asked for
	Reason    string // of the return, the refusal or the withdrawal
	Times     int    // packages that came for it
	UpdatedAt time.Time
	Version   int64
}

// PartCheck is a part of the dossier as Sở Nội vụ checked it against the package.
type PartCheck struct {
	Kind   PaperKind `json:"kind"`
	Name   string    `json:"name"`
	Paper  string    `json:"paper,omitempty"` // id in the package; empty for a part that did not come
	Signed bool      `json:"signed"`
	Good   bool      `json:"good"`             // somebody looked and found it complete
	Asked  bool      `json:"asked"`            // asked for again
	Reason string    `json:"reason,omitempty"` // why it is asked for
}

// PartsGood counts the kinds of part of which every paper was found complete, out of all kinds.
func (a Appraisal) PartsGood() (good, all int) {
	open := map[PaperKind]bool{}
	for _, p := range a.Parts {
		open[p.Kind] = open[p.Kind] || !p.Good
	}
	for _, still := range open {
		if !still {
			good++
		}
	}
	return good, len(open)
}

// Facts is what is known for the workflow of the dossier; own tells that the actor is proposed in it.
func (a Appraisal) Facts(own bool) Facts {
	good, all := a.PartsGood()
	return Facts{PartsWhole: all > 0 && good == all, NotOwnCase: !own}
}

// AppraisalCase is one collective or person of a dossier with what Sở Nội vụ compares; the figures are those of the sealed package.
type AppraisalCase struct {
	ID          string
	Appraisal   string
	Proposal    string // id at the sender
	Kind        SubjectKind
	Name        string
	Title       string
	Sex         Sex
	Award       string
	Summary     string
	OnTime      int // whole percent, -1 when unknown
	Initiatives int
	Earlier     string // years of earlier awards, "2021, 2023"
	Note        string // ghi chú thẩm định; why not, for one that is not chosen
	Chosen      bool
	Home        string // name of the person's unit
	From        string
	FromName    string
	Block       string
	State       State // of the dossier
	Index       *Quantity
	Rank        int // in the block, 0 while unknown
	Before      int // the year before, 0 while unknown
	Version     int64
}

// Quota is the number (số lượng quy định) of awards of a kind in a block; an empty block is the whole province. It comes from a document.
type Quota struct {
	Kind     SubjectKind
	Block    string
	Number   int
	Document string
}

// IndexPoint is the reform index of an agency in a year with its rank in the block, and the document that published it.
type IndexPoint struct {
	Agency      string
	Year        int
	Points      Quantity // of 100, in hundredths
	Rank        int      // in the block
	PublishedOn Date
	Document    string
}

// RaiseLine is a collective or person on the list that goes to Chủ tịch UBND tỉnh, with what was decided.
type RaiseLine struct {
	Case    string      `json:"case"` // id of the case at Sở Nội vụ
	Kind    SubjectKind `json:"kind"`
	Name    string      `json:"name"`
	Title   string      `json:"title,omitempty"`
	Sex     Sex         `json:"sex,omitempty"`
	Unit    string      `json:"unit,omitempty"` // of a person
	Home    string      `json:"home"`           // the agency that proposes
	Award   string      `json:"award"`
	Summary string      `json:"summary,omitempty"`
	Granted bool        `json:"granted"`
	Reason  string      `json:"reason,omitempty"` // why not
	Gold    string      `json:"gold,omitempty"`   // số sổ vàng
}

// RaisedList is the list with its Tờ trình, at Sở Nội vụ and at UBND tỉnh, and the decision about it.
type RaisedList struct {
	ID       string
	Period   Period
	State    State
	Lines    []RaiseLine
	From     string // name of Sở Nội vụ
	FromID   string
	Number   string // of the Tờ trình
	Dated    Date
	Paper    FileRef // signed copy of the Tờ trình
	Parcel   string  // package that carries it; empty when UBND tỉnh is not in the installation
	Decision string  // number of the decision
	Decided  Date
	Signer   string
	Scan     FileRef
	Answered bool // results went to the senders
	Version  int64
}

// The refusals of Sở Nội vụ and UBND tỉnh.
const (
	CodeAgencyKind    Code = "agency.kind"
	CodeOverUnits     Code = "province.over-units"     // number, chosen
	CodeOverPeople    Code = "province.over-people"    // number, chosen
	CodeOverUnitsIn   Code = "province.over-units-in"  // number, chosen, block
	CodeOverPeopleIn  Code = "province.over-people-in" // number, chosen, block
	CodeNotEligible   Code = "province.not-eligible"
	CodeRaisedEarly   Code = "province.raised-early" // of whom, agency
	CodeNothingChosen Code = "province.nothing-chosen"
	CodeListOpen      Code = "province.list-open"
	CodeQuotaNumber   Code = "province.quota-number"
	CodePartsAsked    Code = "province.parts-asked" // no part was marked for the return
	CodeUntilPast     Code = "province.until-past"
	CodePointsWrong   Code = "province.points"
	CodeAgencyUnknown Code = "province.agency-unknown"
	CodeStrangeParcel Code = "province.strange-parcel"
	CodeNotChosenWhy  Code = "province.not-chosen-why"
	CodeSignerMissing Code = "province.signer-missing"
	CodeOwnChosen     Code = "province.own-chosen"
)

// maxQuota bounds a number that somebody types.
const maxQuota = 10000

// Check says what is wrong with a number as it was typed.
func (q Quota) Check() error {
	var f Faults
	if q.Number < 0 || q.Number > maxQuota {
		f.Add("number", CodeQuotaNumber)
	}
	if q.Document == "" {
		f.Add("document", CodeDocumentMissing)
	}
	return f.Err()
}

// Count counts the chosen cases to which the number applies.
func (q Quota) Count(cases []AppraisalCase) (n int) {
	for _, c := range cases {
		if c.Chosen && c.Kind == q.Kind && (q.Block == "" || q.Block == c.Block) {
			n++
		}
	}
	return n
}

func (q Quota) over() Code {
	switch {
	case q.Kind == Collective && q.Block == "":
		return CodeOverUnits
	case q.Kind == Collective:
		return CodeOverUnitsIn
	case q.Block == "":
		return CodeOverPeople
	}
	return CodeOverPeopleIn
}

// CheckQuotas refuses a choice that goes over a number; the fault names the first one.
func CheckQuotas(quotas []Quota, cases []AppraisalCase) error {
	for _, q := range quotas {
		if n := q.Count(cases); n > q.Number {
			return Faults{{Field: "chosen", Code: q.over(), Args: []any{q.Number, n, q.Block}}}.Err()
		}
	}
	return nil
}

// Check says what is wrong with an index as it was typed on a day.
func (i IndexPoint) Check(today Date) error {
	var f Faults
	if i.Year < 2000 || i.Year > today.Year() {
		f.Add("year", CodeIndexYear)
	}
	if i.Points < 0 || i.Points > 10000 {
		f.Add("points", CodePointsWrong)
	}
	if i.Rank < 1 {
		f.Add("rank", CodeIndexRank)
	}
	if i.Document == "" {
		f.Add("document", CodeDocumentMissing)
	}
	checkPast(&f, "published", i.PublishedOn, today)
	return f.Err()
}

// CheckReturn says what is wrong with a return: which parts, why, and by which day after today.
func CheckReturn(parts []PartCheck, reason string, until, today Date) error {
	var f Faults
	if !slices.ContainsFunc(parts, func(p PartCheck) bool { return p.Asked }) {
		f.Add("parts", CodePartsAsked)
	}
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

// CheckDecision says what is wrong with a decision as it was typed on a day: number, day, signer, scan, and a reason for each who is refused,
// at "why-N" by the place in the list.
func (l RaisedList) CheckDecision(today Date) error {
	var f Faults
	if l.Decision == "" {
		f.Add("number", CodeNumberMissing)
	}
	checkDay(&f, "dated", l.Decided, today)
	if l.Decided.Valid() && l.Decided < l.Dated {
		f.Add("dated", CodeDayBackwards)
	}
	if l.Signer == "" {
		f.Add("signer", CodeSignerMissing)
	}
	if l.Scan.Missing() {
		f.Add("scan", CodeScanMissing)
	}
	for i, line := range l.Lines {
		if !line.Granted && line.Reason == "" {
			f.Add("why-"+strconv.Itoa(i), CodeWhyMissing)
		}
	}
	return f.Err()
}
