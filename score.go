package thidua

import (
	"fmt"
	"sort"
	"time"
)

// States of a score sheet (phiếu chấm điểm).
const (
	SheetDraft     State = "sheet.draft"     // Nháp
	SheetSent      State = "sheet.sent"      // Đã gửi
	SheetReviewing State = "sheet.reviewing" // Văn phòng đang chấm
	SheetExplain   State = "sheet.explain"   // Cần giải trình
	SheetClosed    State = "sheet.closed"    // Đã chốt
	SheetPublished State = "sheet.published" // Đã công bố
)

// Actions on a score sheet.
const (
	SelfScore     Action = "tu-cham"
	TakeUp        Action = "nhan-cham"
	ReviewScore   Action = "cham"
	AskExplain    Action = "yeu-cau-giai-trinh"
	Explain       Action = "giai-trinh"
	CloseSheet    Action = "chot"
	ReopenSheet   Action = "mo-lai"
	PublishSheets Action = "cong-bo"
	RecordPublish Action = "ghi-nhan-cong-bo"
)

// Facts of a score sheet.
const (
	SelfWhole    Fact = "self-whole"    // every line has a self score, or an answer
	ReviewWhole  Fact = "review-whole"  // every line is reviewed, and every difference has its reason
	MayReview    Fact = "may-review"    // the reviewer is of another unit than the sheet; for Văn phòng's own, of the unit named for the round
	ScaleAgreed  Fact = "scale-agreed"  // the council agreed to the scale, or the sheet has no points
	RoundUnended Fact = "round-unended" // the round is not locked
	AllClosed    Fact = "all-closed"    // every sheet of the round is closed
)

// RoleReviewer is a head of the unit that the round names to review the sheet of Văn phòng (decision 8): for that sheet alone.
const RoleReviewer Role = "reviewer"

// ScoreSheetFlow: self score, review by Văn phòng, closed, published by the leader; only then are ranks of units visible to all.
var ScoreSheetFlow = Machine{Name: "score-sheet", Start: SheetDraft, Ends: []State{SheetPublished}, Rules: []Rule{
	{From: SheetDraft, Do: SelfScore, To: SheetDraft, By: RoleHead, Needs: []Fact{RoundUnended}},
	{From: SheetDraft, Do: Send, To: SheetSent, By: RoleHead, Needs: []Fact{SelfWhole, RoundUnended}},
	{From: SheetSent, Do: TakeUp, To: SheetReviewing, By: RoleOffice, Needs: []Fact{MayReview}},
	{From: SheetSent, Do: TakeUp, To: SheetReviewing, By: RoleReviewer, Needs: []Fact{MayReview}},
	{From: SheetReviewing, Do: ReviewScore, To: SheetReviewing, By: RoleOffice, Needs: []Fact{MayReview}},
	{From: SheetReviewing, Do: ReviewScore, To: SheetReviewing, By: RoleReviewer, Needs: []Fact{MayReview}},
	{From: SheetReviewing, Do: AskExplain, To: SheetExplain, By: RoleOffice, Needs: []Fact{MayReview}, Reason: true},
	{From: SheetReviewing, Do: AskExplain, To: SheetExplain, By: RoleReviewer, Needs: []Fact{MayReview}, Reason: true},
	{From: SheetExplain, Do: Explain, To: SheetReviewing, By: RoleHead, Reason: true},
	{From: SheetReviewing, Do: CloseSheet, To: SheetClosed, By: RoleOffice, Needs: []Fact{MayReview, ReviewWhole, ScaleAgreed}},
	{From: SheetReviewing, Do: CloseSheet, To: SheetClosed, By: RoleReviewer, Needs: []Fact{MayReview, ReviewWhole, ScaleAgreed}},
	{From: SheetClosed, Do: ReopenSheet, To: SheetReviewing, By: RoleOffice, Needs: []Fact{MayReview, RoundUnended}, Reason: true},
	{From: SheetClosed, Do: ReopenSheet, To: SheetReviewing, By: RoleReviewer, Needs: []Fact{MayReview, RoundUnended}, Reason: true},
	{From: SheetClosed, Do: PublishSheets, To: SheetPublished, By: RoleLeader, Needs: []Fact{AllClosed}},
	{From: SheetClosed, Do: RecordPublish, To: SheetPublished, By: RoleOffice, Needs: []Fact{AllClosed, OpinionGood}},
}}

// Answer is what a yes/no sheet says of a standard or criterion.
type Answer string

// The answers of the yes/no sheet.
const (
	AnswerYes Answer = "yes" // Đạt
	AnswerNo  Answer = "no"  // Chưa đạt
)

// Scale is the agency's own scale of a round (thang điểm): proposed by Văn phòng, agreed to by the council, never read from the plan.
type Scale struct {
	Round    string
	Decision string // biên bản or nghị quyết by which the council agreed; empty while it has not
	AgreedOn Date
	Version  int64 // 0 before it was first saved
}

// Agreed tells whether the council's agreement is recorded.
func (s Scale) Agreed() bool { return s.AgreedOn.Valid() }

// ScoreSheet is the sheet of one unit in one round.
type ScoreSheet struct {
	ID         string
	Round      string
	Unit       string
	UnitName   string
	UnitKind   UnitKind
	ByPoints   bool
	State      State
	SentAt     time.Time
	Reviewer   string // person who took it up
	ReviewName string
	ClosedAt   time.Time
	Lines      []ScoreLine
	Version    int64
}

// ScoreLine is one line of the sheet: a leaf of the criteria, or a standard on the yes/no sheet; a nil score has not been given.
type ScoreLine struct {
	Criterion  string // id of the criterion, or of the standard on the yes/no sheet
	Max        Points
	Self       *Points
	SelfAnswer Answer
	SelfNote   string
	Review     *Points
	Reviewed   Answer
	Reason     string // why the review differs from the self score
}

// The faults of a score line, at the field "line-N-…" counted from 1.
const (
	CodeScoreRange  Code = "score.range"
	CodeScoreStep   Code = "score.step"
	CodeScoreReason Code = "score.reason-missing"
	CodeScoreAnswer Code = "score.answer"
)

// CheckScore says what is wrong with points as they were typed: 0 to the maximum, in steps of 0,5.
func CheckScore(f *Faults, field string, p *Points, max Points) {
	switch {
	case p == nil:
	case *p < 0 || *p > max:
		f.Add(field, CodeScoreRange, max)
	case *p%Half != 0:
		f.Add(field, CodeScoreStep)
	}
}

// Done tells whether the unit has answered the line.
func (l ScoreLine) Done(points bool) bool {
	if points {
		return l.Self != nil
	}
	return l.SelfAnswer != ""
}

// Judged tells whether the line is reviewed, with a reason where the review differs.
func (l ScoreLine) Judged(points bool) bool {
	given := l.Reviewed != ""
	if points {
		given = l.Review != nil
	}
	return given && (!l.Differs(points) || l.Reason != "")
}

// Totals are the sums of a sheet: the total is the sum of its leaves.
type Totals struct {
	Max, Self, Review, MaxJudged Points
	Judged, Lines                int
}

// Totals sums the sheet.
func (s ScoreSheet) Totals() Totals {
	t := Totals{Lines: len(s.Lines)}
	for _, l := range s.Lines {
		t.Max += l.Max
		if l.Self != nil {
			t.Self += *l.Self
		}
		if l.Review != nil {
			t.Review += *l.Review
			t.MaxJudged += l.Max
		}
		if l.Judged(s.ByPoints) {
			t.Judged++
		}
	}
	return t
}

// SelfWhole tells whether every line has its self score.
func (s ScoreSheet) SelfWhole() bool {
	for _, l := range s.Lines {
		if !l.Done(s.ByPoints) {
			return false
		}
	}
	return len(s.Lines) > 0
}

// ReviewWhole tells whether every line is judged.
func (s ScoreSheet) ReviewWhole() bool { return len(s.Lines) > 0 && s.Totals().Judged == len(s.Lines) }

// RolesOn gives the roles that an actor holds for the sheet, RoleReviewer among them for the sheet of Văn phòng.
func (s ScoreSheet) RolesOn(a Actor, r Round) []Role {
	roles := a.For(s.Unit, "")
	if s.UnitKind == UnitOffice && s.Unit != r.OfficeReviewer && a.Leads(r.OfficeReviewer) {
		roles = append(roles, RoleReviewer)
	}
	return roles
}

// Reviewable tells whether the actor is of another unit than the sheet, and for the sheet of Văn phòng of the unit named for the round.
func (s ScoreSheet) Reviewable(a Actor, r Round) bool {
	if s.UnitKind == UnitOffice {
		return s.Unit != r.OfficeReviewer && a.Leads(r.OfficeReviewer)
	}
	return a.Unit != s.Unit && !a.Leads(s.Unit)
}

// CheckSelf says what is wrong with the self scores as they were typed; what is still empty is no fault of a draft.
func (s ScoreSheet) CheckSelf() error {
	var f Faults
	for i, l := range s.Lines {
		if s.ByPoints {
			CheckScore(&f, LineField(i, "self"), l.Self, l.Max)
		} else {
			checkAnswer(&f, LineField(i, "self"), l.SelfAnswer)
		}
	}
	return f.Err()
}

// CheckReview says what is wrong with the reviewed scores as they were typed: a difference from the self score needs its reason, though a
// draft may still lack it.
func (s ScoreSheet) CheckReview(draft bool) error {
	var f Faults
	for i, l := range s.Lines {
		if s.ByPoints {
			CheckScore(&f, LineField(i, "review"), l.Review, l.Max)
		} else {
			checkAnswer(&f, LineField(i, "review"), l.Reviewed)
		}
		if !draft && l.Differs(s.ByPoints) && l.Reason == "" {
			f.Add(LineField(i, "reason"), CodeScoreReason)
		}
	}
	return f.Err()
}

func checkAnswer(f *Faults, field string, a Answer) {
	if a != "" && a != AnswerYes && a != AnswerNo {
		f.Add(field, CodeScoreAnswer)
	}
}

// LineField names the field of a line in a form: line-1-self is the first.
func LineField(index int, what string) string { return fmt.Sprintf("line-%d-%s", index+1, what) }

// Differs tells whether the line is reviewed otherwise than the unit scored it.
func (l ScoreLine) Differs(points bool) bool {
	if points {
		return l.Self != nil && l.Review != nil && *l.Self != *l.Review
	}
	return l.SelfAnswer != "" && l.Reviewed != "" && l.SelfAnswer != l.Reviewed
}

// Points are hundredths of a point, so that sums and ranks are exact.
type Points int64

// Half is the step of a score: 0,5.
const Half Points = 50

// Quantity is a value of a target in hundredths of its unit of measure (đơn vị tính).
type Quantity int64

// Share is an exact fraction, such as 7 of 9 members or 2/3.
type Share struct{ Num, Den int }

// AtLeast tells whether the share reaches another one; nothing of nothing reaches nothing.
func (s Share) AtLeast(t Share) bool {
	return s.Den > 0 && t.Den > 0 && s.Num*t.Den >= t.Num*s.Den
}

// Of gives the smallest whole number that is at least the share of n (làm tròn lên): two thirds of 8 are 6.
func (s Share) Of(n int) int {
	if s.Den <= 0 {
		return 0
	}
	return (s.Num*n + s.Den - 1) / s.Den
}

// PerMille gives the share in tenths of a percent, rounded half up, for showing only: decisions compare fractions.
func (s Share) PerMille() int {
	if s.Den <= 0 {
		return 0
	}
	return (2*1000*s.Num + s.Den) / (2 * s.Den)
}

// Standing is the place of a unit in a round; equal scores share a rank and the next rank is left out.
type Standing struct {
	Unit   string
	Name   string
	Score  Points
	Rank   int
	Before *Points // score of the year before; nil when there was none
	Was    int     // rank of the year before; 0 when there was none
	// Origins tells why nothing is compared with the year before: NoOrigin for a unit that is new, the number for one that was several; 0 otherwise.
	Origins int
}

// NoOrigin stands for a unit that came of no other.
const NoOrigin = -1

// Gain is how many places the unit has risen since the year before (thay đổi thứ hạng): positive is up, 0 also when nothing is known.
func (s Standing) Gain() int {
	if s.Was == 0 {
		return 0
	}
	return s.Was - s.Rank
}

// RankUnits gives the standings sorted by score, highest first, then in the order given, with shared ranks.
func RankUnits(in []Standing) []Standing {
	out := append([]Standing(nil), in...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	for i := range out {
		out[i].Rank = i + 1
		if i > 0 && out[i].Score == out[i-1].Score {
			out[i].Rank = out[i-1].Rank
		}
	}
	return out
}
