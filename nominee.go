package thidua

// Nominee is one subject proposed for one award for one achievement (tập thể, cá nhân được đề nghị).
type Nominee struct {
	ID       string
	Round    string
	Session  string // the session that considers it; empty before
	Subject  Subject
	Award    string // id of the award form
	State    State
	Summary  string // tóm tắt thành tích, ten lines at most
	Findings []Finding
	HeldFrom State // the state before a hold; empty when none is in force
	Order    int
	Reason   string // of the last side step
	Version  int64
}

// States of a nominee.
const (
	NomineeProposed  State = "nominee.proposed"  // Đề nghị
	NomineeBefore    State = "nominee.before"    // Đưa ra Hội đồng
	NomineePassed    State = "nominee.passed"    // Hội đồng thông qua
	NomineeFailed    State = "nominee.failed"    // Hội đồng không thông qua
	NomineeInDossier State = "nominee.dossier"   // Trong hồ sơ trình
	NomineeAwarded   State = "nominee.awarded"   // Được khen thưởng (quyết định số, ngày)
	NomineeNot       State = "nominee.not"       // Không khen thưởng
	NomineePresented State = "nominee.presented" // Đã trao tặng
	NomineeHeld      State = "nominee.held"      // Tạm dừng
	NomineeWithdrawn State = "nominee.withdrawn" // Đã rút
	NomineeRevoked   State = "nominee.revoked"   // Thu hồi
)

// Actions on a nominee; the result of a vote and of a decision are recorded for all of them at once.
const (
	PutBefore      Action = "dua-ra-hoi-dong"
	RecordPassed   Action = "thong-qua"
	RecordFailed   Action = "khong-thong-qua"
	TakeIn         Action = "dua-vao-ho-so"
	RecordAwarded  Action = "duoc-khen"
	RecordNot      Action = "khong-khen"
	RecordPresent  Action = "trao-tang"
	HoldNominee    Action = "tam-dung"
	LiftHold       Action = "go-tam-dung"
	RevokeAward    Action = "thu-hoi"
	TakeOutDossier Action = "dua-ra-khoi-ho-so"
)

// Deeds on a nominee that leave its state as it is, or make it.
const (
	Propose    Action = "de-xuat"
	FindByHand Action = "nhan-xet"
	Refresh    Action = "xet-lai-tieu-chuan"
	Summarise  Action = "tom-tat-thanh-tich"
)

// Facts of a nominee.
const (
	FindingsWhole Fact = "findings-whole" // every standard is judged, with a reason
	NothingUnmet  Fact = "nothing-unmet"  // no standard says "chưa đạt"
	WithinQuota   Fact = "within-quota"   // the number that may be proposed is not passed, where a document sets it
	HeldProposed  Fact = "held-proposed"  // the hold began before the council, or the session has gone on without the case
	HeldBefore    Fact = "held-before"    // the hold began when the case stood before a session that has not voted yet
	HeldPassed    Fact = "held-passed"    // the hold began after the council passed it
	HeldInDossier Fact = "held-dossier"   // the hold began in the dossier
)

// NomineeFlow is the way of a case through council, dossier and decision; the council advises, the head decides.
var NomineeFlow = Machine{
	Name: "nominee", Start: NomineeProposed, Ends: []State{NomineeFailed, NomineeNot, NomineeWithdrawn, NomineeRevoked},
	Rules: []Rule{
		{From: NomineeProposed, Do: PutBefore, To: NomineeBefore, By: RoleOffice, Needs: []Fact{FindingsWhole, NothingUnmet, NotOwnCase}},
		{From: NomineeProposed, Do: PutBefore, To: NomineeBefore, By: RoleSecretary, Needs: []Fact{FindingsWhole, NothingUnmet, NotOwnCase}},
		{From: NomineeBefore, Do: RecordPassed, To: NomineePassed, By: RoleSecretary},
		{From: NomineeBefore, Do: RecordPassed, To: NomineePassed, By: RoleChair},
		{From: NomineeBefore, Do: RecordFailed, To: NomineeFailed, By: RoleSecretary},
		{From: NomineeBefore, Do: RecordFailed, To: NomineeFailed, By: RoleChair},
		{From: NomineePassed, Do: TakeIn, To: NomineeInDossier, By: RoleOffice, Needs: []Fact{WithinQuota}},
		{From: NomineeInDossier, Do: TakeOutDossier, To: NomineePassed, By: RoleOffice, Reason: true},
		{From: NomineeInDossier, Do: RecordAwarded, To: NomineeAwarded, By: RoleOffice},
		{From: NomineeInDossier, Do: RecordNot, To: NomineeNot, By: RoleOffice, Reason: true},
		{From: NomineeAwarded, Do: RecordPresent, To: NomineePresented, By: RoleOffice},
		{From: NomineePresented, Do: RevokeAward, To: NomineeRevoked, By: RoleOffice, Reason: true},
		{From: NomineeProposed, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineeBefore, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineePassed, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineeInDossier, Do: HoldNominee, To: NomineeHeld, By: RoleOffice, Reason: true},
		{From: NomineeHeld, Do: LiftHold, To: NomineeProposed, By: RoleOffice, Needs: []Fact{HeldProposed}, Reason: true},
		{From: NomineeHeld, Do: LiftHold, To: NomineeBefore, By: RoleOffice, Needs: []Fact{HeldBefore}, Reason: true},
		{From: NomineeHeld, Do: LiftHold, To: NomineePassed, By: RoleOffice, Needs: []Fact{HeldPassed}, Reason: true},
		{From: NomineeHeld, Do: LiftHold, To: NomineeInDossier, By: RoleOffice, Needs: []Fact{HeldInDossier}, Reason: true},
		{From: NomineeProposed, Do: Withdraw, To: NomineeWithdrawn, By: RoleOffice, Reason: true},
		{From: NomineeBefore, Do: Withdraw, To: NomineeWithdrawn, By: RoleOffice, Reason: true},
		{From: NomineePassed, Do: Withdraw, To: NomineeWithdrawn, By: RoleOffice, Reason: true},
	},
}

// MaxSummary is the most lines of a summary of achievements (tóm tắt thành tích), as the list of nominees has room for.
const MaxSummary = 10

// Judged counts the findings by verdict.
func (n Nominee) Judged() map[Verdict]int {
	out := map[Verdict]int{}
	for _, f := range n.Findings {
		out[f.Verdict]++
	}
	return out
}

// Finding gives what a standard says of the nominee; false while it has not been judged.
func (n Nominee) Finding(standard string) (Finding, bool) {
	for _, f := range n.Findings {
		if f.Standard == standard {
			return f, true
		}
	}
	return Finding{}, false
}

// StandardFacts tells what holds of the findings: each standard judged, a human one in words, and none that says "chưa đạt".
func (n Nominee) StandardFacts(standards []Standard) Facts {
	facts := Facts{FindingsWhole: true, NothingUnmet: true}
	for _, s := range standards {
		f, ok := n.Finding(s.ID)
		if !ok || f.Code == FindManual && f.Note == "" {
			facts[FindingsWhole] = false
		}
		if f.Verdict == VerdictNotMet {
			facts[NothingUnmet] = false
		}
	}
	return facts
}

// HoldFacts tells to which state a lifted hold leads; session is the one that the case stood before.
func (n Nominee) HoldFacts(session Session) Facts {
	switch {
	case n.HeldFrom == NomineePassed:
		return Facts{HeldPassed: true}
	case n.HeldFrom == NomineeInDossier:
		return Facts{HeldInDossier: true}
	case n.HeldFrom == NomineeBefore && session.Before():
		return Facts{HeldBefore: true}
	}
	return Facts{HeldProposed: true}
}

// Quota is how many of a kind the agency may propose (số lượng được đề nghị); -1 while the number is unknown.
func (r Round) Quota(kind SubjectKind) int {
	if kind == Collective {
		return r.QuotaUnits
	}
	return r.QuotaPeople
}

// RoomFor tells whether one more of a kind may go into the dossier: only a number that a document sets binds.
func (r Round) RoomFor(kind SubjectKind, all []Nominee) bool {
	quota := r.Quota(kind)
	if quota < 0 || r.QuotaSource == "" {
		return true
	}
	taken := 0
	for _, n := range all {
		if n.Subject.Kind == kind && n.State == NomineeInDossier {
			taken++
		}
	}
	return taken < quota
}

// Count is one entering of the counts for a nominee: by show of hands once, on paper twice by two members independently.
type Count struct {
	Session  string
	Nominee  string
	Round    int // 1 or 2: which of the independent counts
	Issued   int // phiếu phát ra
	Returned int // phiếu thu về
	Invalid  int // phiếu không hợp lệ
	Yes      int // đồng ý
	No       int // không đồng ý
	Blank    int // không có ý kiến
	By       string
	ByName   string
}

// Choice is one member's answer in writing.
type Choice string

// The choices; none is preselected.
const (
	ChoiceYes   Choice = "yes"   // Đồng ý
	ChoiceNo    Choice = "no"    // Không đồng ý
	ChoiceBlank Choice = "blank" // Không có ý kiến
)

// Opinion is a written opinion (ý kiến bằng văn bản) of one member on one nominee.
type Opinion struct {
	Session string
	Nominee string
	Person  string
	Name    string
	Choice  Choice
	On      Date
	File    FileRef
}

// Electorate is who votes on one nominee: all members make the base, those present vote by hand or ballot, the absent in writing;
// one who is the case does not vote.
type Electorate struct {
	Members int  // total members of the council
	Present int  // present, less the one who is the case
	Own     int  // 1 when a member is the case
	OwnOut  bool // the council's rules take that member out of the base
}

// Base is the denominator: all members, less the own case where the council's rules say so.
func (e Electorate) Base() int {
	if e.OwnOut {
		return e.Members - e.Own
	}
	return e.Members
}

// Outcome is the result for one nominee.
type Outcome struct {
	Yes, No, Blank int // by hand or ballot, and in writing
	Written        int // of these in writing
	Base           int
	Need           int // votes that the threshold asks of the base, rounded up
	Passed         bool
}

// The faults of counts.
const (
	CodeCountSum       Code = "vote.sum"         // entered, expected
	CodeCountNegative  Code = "vote.negative"    //
	CodeCountReturned  Code = "vote.returned"    // returned more than issued
	CodeCountIssued    Code = "vote.issued"      // issued more than present
	CodeCountsDiffer   Code = "vote.differ"      // the two counts differ
	CodeCountSameHand  Code = "vote.same-hand"   // the same person counted twice
	CodeOpinionPresent Code = "vote.was-present" // a present member votes in the room
	CodeOwnVote        Code = "vote.own-case"
	CodeCountsTaken    Code = "vote.taken"        // two others have counted already
	CodeOnlyWritten    Code = "vote.only-written" // the session takes opinions in writing only
)

// Check says what is wrong with a count for the electorate: by hand the three add up to those present; on paper valid and invalid
// ballots add up to those returned.
func (c Count) Check(kind VoteKind, e Electorate) error {
	var f Faults
	if min(c.Issued, c.Returned, c.Invalid, c.Yes, c.No, c.Blank) < 0 {
		f.Add("yes", CodeCountNegative)
		return f.Err()
	}
	sum := c.Yes + c.No + c.Blank
	if kind != PaperBallot {
		if sum != e.Present {
			f.Add("yes", CodeCountSum, sum, e.Present)
		}
		return f.Err()
	}
	switch {
	case c.Issued > e.Present:
		f.Add("issued", CodeCountIssued, c.Issued, e.Present)
	case c.Returned > c.Issued:
		f.Add("returned", CodeCountReturned, c.Returned, c.Issued)
	case sum+c.Invalid != c.Returned:
		f.Add("yes", CodeCountSum, sum+c.Invalid, c.Returned)
	}
	return f.Err()
}

// Turn tells which of the independent counts a person enters: the own one again, else the first that is free; 0 when both are others'.
func Turn(kind VoteKind, counts []Count, person string) int {
	if kind != PaperBallot {
		return 1
	}
	free := 1
	for _, c := range counts {
		if c.By == person {
			return c.Round
		}
		if c.Round == free {
			free++
		}
	}
	if free > 2 {
		return 0
	}
	return free
}

// Shown gives the counts of one nominee as a person may see them: the figures of a single paper count are its counter's alone, so that
// the second counting is independent.
func Shown(kind VoteKind, counts []Count, person string) []Count {
	if kind != PaperBallot || len(counts) != 1 || counts[0].By == person {
		return counts
	}
	c := counts[0]
	return []Count{{Session: c.Session, Nominee: c.Nominee, Round: c.Round, By: c.By, ByName: c.ByName}}
}

// Agreed gives the count that holds: the one by hand, or both on paper when two different people found the same.
func Agreed(kind VoteKind, counts []Count) (Count, error) {
	switch {
	case kind == WrittenOpinion:
		return Count{}, nil
	case len(counts) == 0, kind == PaperBallot && len(counts) < 2:
		return Count{}, Refuse(Invalid, CodeMissing, []Fact{VotesWhole})
	case kind != PaperBallot:
		return counts[0], nil
	case counts[0].By == counts[1].By:
		return Count{}, Refuse(Invalid, CodeCountSameHand)
	case !counts[0].same(counts[1]):
		return Count{}, Refuse(Invalid, CodeCountsDiffer)
	}
	return counts[0], nil
}

func (c Count) same(d Count) bool {
	return c.Issued == d.Issued && c.Returned == d.Returned && c.Invalid == d.Invalid &&
		c.Yes == d.Yes && c.No == d.No && c.Blank == d.Blank
}

// Result adds the written opinions to the agreed count and compares the share of đồng ý in the base with the threshold, as fractions.
func Result(c Count, written []Opinion, e Electorate, threshold Share) Outcome {
	o := Outcome{Yes: c.Yes, No: c.No, Blank: c.Blank, Written: len(written), Base: e.Base(), Need: threshold.Of(e.Base())}
	for _, w := range written {
		switch w.Choice {
		case ChoiceYes:
			o.Yes++
		case ChoiceNo:
			o.No++
		default:
			o.Blank++
		}
	}
	o.Passed = Share{o.Yes, o.Base}.AtLeast(threshold)
	return o
}
