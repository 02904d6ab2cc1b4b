package thidua

import "time"

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
	ScaleAgreed  Fact = "scale-agreed"  // the council agreed to the scale
	RoundUnended Fact = "round-unended" // the round is not locked
)

// ScoreSheetFlow: self score, review by Văn phòng, closed, published by the leader; only then are ranks of units visible to all.
var ScoreSheetFlow = Machine{Name: "score-sheet", Start: SheetDraft, Ends: []State{SheetPublished}, Rules: []Rule{
	{From: SheetDraft, Do: SelfScore, To: SheetDraft, By: RoleHead, Needs: []Fact{RoundUnended}},
	{From: SheetDraft, Do: Send, To: SheetSent, By: RoleHead, Needs: []Fact{SelfWhole, RoundUnended}},
	{From: SheetSent, Do: TakeUp, To: SheetReviewing, By: RoleOffice, Needs: []Fact{MayReview}},
	{From: SheetSent, Do: TakeUp, To: SheetReviewing, By: RoleHead, Needs: []Fact{MayReview}},
	{From: SheetReviewing, Do: ReviewScore, To: SheetReviewing, By: RoleOffice, Needs: []Fact{MayReview}},
	{From: SheetReviewing, Do: ReviewScore, To: SheetReviewing, By: RoleHead, Needs: []Fact{MayReview}},
	{From: SheetReviewing, Do: AskExplain, To: SheetExplain, By: RoleOffice, Needs: []Fact{MayReview}, Reason: true},
	{From: SheetReviewing, Do: AskExplain, To: SheetExplain, By: RoleHead, Needs: []Fact{MayReview}, Reason: true},
	{From: SheetExplain, Do: Explain, To: SheetReviewing, By: RoleHead},
	{From: SheetReviewing, Do: CloseSheet, To: SheetClosed, By: RoleOffice, Needs: []Fact{MayReview, ReviewWhole}},
	{From: SheetReviewing, Do: CloseSheet, To: SheetClosed, By: RoleHead, Needs: []Fact{MayReview, ReviewWhole}},
	{From: SheetClosed, Do: ReopenSheet, To: SheetReviewing, By: RoleOffice, Needs: []Fact{RoundUnended}, Reason: true},
	{From: SheetClosed, Do: PublishSheets, To: SheetPublished, By: RoleLeader},
	{From: SheetClosed, Do: RecordPublish, To: SheetPublished, By: RoleOffice, Needs: []Fact{OpinionGood}},
}}

// Answer is what a yes/no sheet says of a standard or criterion.
type Answer string

// The answers of the yes/no sheet.
const (
	AnswerYes Answer = "yes" // Đạt
	AnswerNo  Answer = "no"  // Chưa đạt
)

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

// ScoreLine is one leaf of the sheet; a nil score has not been given.
type ScoreLine struct {
	Criterion  string
	Max        Points
	Self       *Points
	SelfAnswer Answer
	SelfNote   string
	Review     *Points
	Reviewed   Answer
	Reason     string // why the review differs from the self score
	Evidence   int    // pieces of evidence for the criterion
}

// The faults of a score line, at the field "line-N-…" counted from 1.
const (
	CodeScoreRange  Code = "score.range"
	CodeScoreStep   Code = "score.step"
	CodeScoreReason Code = "score.reason-missing"
	CodeScoreNote   Code = "score.note-missing"
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
	if points {
		return l.Review != nil && (l.Self == nil || *l.Self == *l.Review || l.Reason != "")
	}
	return l.Reviewed != "" && (l.Reviewed == l.SelfAnswer || l.Reason != "")
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
