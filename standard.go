package thidua

import (
	"encoding/json"
	"slices"
)

// Predicate names how a standard is judged; the parameters stand beside it in the row.
type Predicate string

// The predicates of which standards are composed (architecture: rules are data).
const (
	WhenRegistered     Predicate = "registered"            // registered for the round
	WhenTargetsReached Predicate = "targets-reached"       // every target of the criteria in Criteria is reached
	WhenScoreAtLeast   Predicate = "score-at-least"        // reviewed score at least Number hundredths
	WhenRankWithin     Predicate = "rank-within"           // internal rank within Number
	WhenRankGained     Predicate = "rank-gained"           // rank risen by at least Number places
	WhenIndexRank      Predicate = "index-rank"            // rank in the provincial reform index: published late
	WhenNoHold         Predicate = "no-hold"               // no discipline or hold in force
	WhenInitiative     Predicate = "initiative-recognised" // an initiative with its decision
	WhenEvaluation     Predicate = "evaluation"            // class of the yearly evaluation at least Hoàn thành tốt
	WhenPlanIssued     Predicate = "plan-issued"           // a launch plan of the unit, recorded or with number and date among the evidence of Criteria
	WhenPublicity      Predicate = "publicity-at-least"    // at least Number publicity items
	WhenRemark         Predicate = "unit-remark"           // the remark of the unit on character (phẩm chất, đoàn kết, gương mẫu)
	WhenManual         Predicate = "manual"                // a finding by a person, in words
	WhenAll            Predicate = "all-of"
	WhenAny            Predicate = "any-of"
)

// Standard is a standard of commendation (tiêu chuẩn khen thưởng) of one kind of subject, as typed data with its article.
type Standard struct {
	ID      string
	Edition string
	For     SubjectKind
	Name    string // short, for the table of the council
	Text    string // as in the plan
	Article string // mục III.2.a, ý 5
	Test    Test
	Order   int
}

// Test is a predicate with its parameters; Parts belong to all-of and any-of.
type Test struct {
	When     Predicate `json:"when"`
	Criteria []string  `json:"criteria,omitempty"` // codes: TC2
	Number   int       `json:"number,omitempty"`
	Parts    []Test    `json:"parts,omitempty"`
}

// Verdict is what a standard says of a subject.
type Verdict string

// The verdicts; missing data lead to VerdictConsider, never to a silent yes or no.
const (
	VerdictMet      Verdict = "met"      // Đạt
	VerdictNotMet   Verdict = "not-met"  // Chưa đạt
	VerdictConsider Verdict = "consider" // Cần xem xét
	VerdictAwaited  Verdict = "awaited"  // Chờ công bố
)

// Finding is a verdict with its reason: a code and its arguments, for which vi makes the sentence, and the words of a person if one judged.
type Finding struct {
	Standard string
	Verdict  Verdict
	Code     Code
	Args     []any
	Note     string // nhận xét, or the council's sentence
	By       string // person who found it by hand
	ByName   string
}

// Record is what is known of a subject in a round; nil and zero mean not known.
type Record struct {
	Kind         SubjectKind
	Registered   bool
	Targets      map[string]Tally // by code of the criterion, TC1 or 2.1; a head criterion sums its contents
	Score        *Points
	Rank, Units  int
	Gain         *int
	Index        *IndexResult // of the year
	IndexBefore  *IndexResult // of the year before
	Origins      int          // as in Standing
	InternalRank bool         // decision 6: the internal rank stands in for the index
	Hold         bool
	Initiatives  []Initiative
	Evaluation   *EvaluationResult
	Plans        map[string]Evidence // launch plan found among the evidence, by code of the criterion
	Launch       UnitPlan            // recorded plan of the unit that launches the movement; without number when there is none
	Publicity    int                 // items that Văn phòng has verified
	Exemplars    int                 // published
	Remark       *Remark
	Evidence     map[string]int // pieces of evidence by code of the criterion
	Years        []YearRecord   // of a closing round: the years in which the subject was there
}

// YearRecord is one year of a movement in the record of its closing round.
type YearRecord struct {
	Year       int
	Registered bool
	Evaluation *EvaluationResult // of a person, once it is recorded
}

// Tally counts targets and those that count as reached.
type Tally struct{ Reached, Awaited, All int }

// The reasons of findings.
const (
	FindNoData        Code = "find.no-data"
	FindRegistered    Code = "find.registered"
	FindUnregistered  Code = "find.unregistered"
	FindYears         Code = "find.years"         // years registered for, years in which the subject was there
	FindTargets       Code = "find.targets"       // reached, all
	FindScore         Code = "find.score"         // score, needed
	FindRank          Code = "find.rank"          // rank, of
	FindGain          Code = "find.gain"          // places
	FindNewUnit       Code = "find.new-unit"      // nothing to compare with: the unit is new
	FindMergedUnit    Code = "find.merged-unit"   // how many units it was the year before
	FindIndex         Code = "find.index"         // rank, of, year
	FindIndexAwaited  Code = "find.index-awaited" // year
	FindIndexBefore   Code = "find.index-before"  // year before, rank, of
	FindHold          Code = "find.hold"
	FindNoHold        Code = "find.no-hold"
	FindInitiative    Code = "find.initiative"     // decision, date
	FindInitiativeDue Code = "find.initiative-due" // recorded, not recognised yet
	FindNoInitiative  Code = "find.no-initiative"
	FindUsed          Code = "find.initiative-used" // decision, date, for whom and in which year it was used (R8)
	FindEvaluation    Code = "find.evaluation"      // class, decision
	FindEvaluationLow Code = "find.evaluation-low"
	FindClasses       Code = "find.classes"   // years evaluated at least Hoàn thành tốt, years
	FindPlan          Code = "find.plan"      // number, date
	FindPublicity     Code = "find.publicity" // count, needed
	FindRemark        Code = "find.remark"    // day of the meeting
	FindNoRemark      Code = "find.no-remark"
	FindManual        Code = "find.manual"
)

// Judge answers a standard from what is known. It is pure: the same record gives the same finding.
func (s Standard) Judge(r Record) Finding {
	f := s.Test.judge(r)
	f.Standard = s.ID
	return f
}

func (t Test) judge(r Record) Finding {
	if t.When == WhenAll || t.When == WhenAny {
		return t.combine(r)
	}
	judge, known := judges[t.When]
	if !known {
		return Finding{Verdict: VerdictConsider, Code: FindManual}
	}
	return judge(t, r)
}

// combine takes the worst of all, or the best of any; the reason is that of the part which decides.
func (t Test) combine(r Record) Finding {
	best := Finding{Verdict: VerdictConsider, Code: FindNoData}
	for i, p := range t.Parts {
		f := p.judge(r)
		better := weight[f.Verdict] > weight[best.Verdict]
		if i == 0 || better == (t.When == WhenAny) && weight[f.Verdict] != weight[best.Verdict] {
			best = f
		}
	}
	return best
}

var weight = map[Verdict]int{VerdictNotMet: 0, VerdictConsider: 1, VerdictAwaited: 2, VerdictMet: 3}

var judges = map[Predicate]func(Test, Record) Finding{
	WhenRegistered:     judgeRegistered,
	WhenTargetsReached: judgeTargets,
	WhenScoreAtLeast:   judgeScore,
	WhenRankWithin:     judgeRank,
	WhenRankGained:     judgeGain,
	WhenIndexRank:      judgeIndex,
	WhenNoHold:         judgeHold,
	WhenInitiative:     judgeInitiative,
	WhenEvaluation:     judgeEvaluation,
	WhenPlanIssued:     judgePlan,
	WhenPublicity:      judgePublicity,
	WhenRemark:         judgeRemark,
}

func found(v Verdict, c Code, args ...any) Finding { return Finding{Verdict: v, Code: c, Args: args} }

func decide(met bool, c Code, args ...any) Finding {
	if met {
		return found(VerdictMet, c, args...)
	}
	return found(VerdictNotMet, c, args...)
}

// judgeRegistered only asks to consider: that registration is a condition is custom, not verified law (R10).
func judgeRegistered(_ Test, r Record) Finding {
	if len(r.Years) > 0 {
		return r.overYears(FindYears, func(y YearRecord) bool { return y.Registered })
	}
	if r.Registered {
		return found(VerdictMet, FindRegistered)
	}
	return found(VerdictConsider, FindUnregistered)
}

// judgeTargets asks to consider what is not wholly reached: whether it is still "well done" is for people to say.
func judgeTargets(t Test, r Record) Finding {
	var sum Tally
	for _, c := range t.Criteria {
		sum.All += r.Targets[c].All
		sum.Reached += r.Targets[c].Reached
	}
	switch {
	case sum.All == 0:
		return found(VerdictConsider, FindNoData)
	case sum.Reached == sum.All:
		return found(VerdictMet, FindTargets, sum.Reached, sum.All)
	}
	return found(VerdictConsider, FindTargets, sum.Reached, sum.All)
}

func judgeScore(t Test, r Record) Finding {
	if r.Score == nil {
		return found(VerdictConsider, FindNoData)
	}
	return decide(*r.Score >= Points(t.Number), FindScore, *r.Score, Points(t.Number))
}

func judgeRank(t Test, r Record) Finding {
	if r.Rank == 0 {
		return found(VerdictConsider, FindNoData)
	}
	return decide(r.Rank <= t.Number, FindRank, r.Rank, r.Units)
}

func judgeGain(t Test, r Record) Finding {
	switch {
	case r.Origins == NoOrigin:
		return found(VerdictConsider, FindNewUnit)
	case r.Origins != 0:
		return found(VerdictConsider, FindMergedUnit, r.Origins)
	case r.Gain == nil:
		return found(VerdictConsider, FindNoData)
	}
	return decide(*r.Gain >= t.Number, FindGain, *r.Gain)
}

// judgeIndex never says no: "thứ hạng cao hoặc thay đổi vượt bậc" is a human finding that the difference supports (decision 6).
func judgeIndex(_ Test, r Record) Finding {
	switch {
	case r.InternalRank && r.Rank > 0:
		return found(VerdictConsider, FindRank, r.Rank, r.Units)
	case r.Index != nil:
		return found(VerdictConsider, FindIndex, r.Index.Rank, r.Index.Of, r.Index.Year)
	case r.IndexBefore != nil:
		return found(VerdictAwaited, FindIndexBefore, r.IndexBefore.Year, r.IndexBefore.Rank, r.IndexBefore.Of)
	}
	return found(VerdictAwaited, FindIndexAwaited)
}

func judgeHold(_ Test, r Record) Finding {
	if r.Hold {
		return found(VerdictConsider, FindHold)
	}
	return found(VerdictMet, FindNoHold)
}

func judgeInitiative(_ Test, r Record) Finding {
	used := found(VerdictConsider, FindNoInitiative)
	for _, i := range r.Initiatives {
		switch {
		case !i.Recognised || i.Decision == "":
			if used.Code == FindNoInitiative {
				used.Code = FindInitiativeDue
			}
		case len(i.UsedBy) == 0:
			return found(VerdictMet, FindInitiative, i.Decision, i.On)
		default:
			used = found(VerdictConsider, FindUsed, i.Decision, i.On, i.UsedBy[0].Subject.Name, i.UsedBy[0].Year)
		}
	}
	return used
}

func judgeEvaluation(_ Test, r Record) Finding {
	if len(r.Years) > 0 {
		return r.overYears(FindClasses, func(y YearRecord) bool { return y.Evaluation != nil && y.Evaluation.Good() })
	}
	switch {
	case r.Evaluation == nil:
		return found(VerdictConsider, FindNoData)
	case r.Evaluation.Good():
		return found(VerdictMet, FindEvaluation, r.Evaluation.Class, r.Evaluation.Decision)
	}
	return found(VerdictNotMet, FindEvaluationLow, r.Evaluation.Class, r.Evaluation.Decision)
}

// overYears asks for the same thing in every year of the period; what one year lacks is for people to weigh, because the plan speaks of a year.
func (r Record) overYears(code Code, holds func(YearRecord) bool) Finding {
	n := 0
	for _, y := range r.Years {
		if holds(y) {
			n++
		}
	}
	if n == len(r.Years) {
		return found(VerdictMet, code, n, len(r.Years))
	}
	return found(VerdictConsider, code, n, len(r.Years))
}

func judgePlan(t Test, r Record) Finding {
	if r.Launch.Number != "" {
		return found(VerdictMet, FindPlan, r.Launch.Number, r.Launch.Date)
	}
	for _, c := range t.Criteria {
		if p, ok := r.Plans[c]; ok && p.DocNumber != "" {
			return found(VerdictMet, FindPlan, p.DocNumber, p.IssuedOn)
		}
	}
	return found(VerdictConsider, FindNoData)
}

func judgePublicity(t Test, r Record) Finding {
	if r.Publicity >= t.Number {
		return found(VerdictMet, FindPublicity, r.Publicity, t.Number)
	}
	return found(VerdictConsider, FindPublicity, r.Publicity, t.Number)
}

// judgeRemark reads what the unit says of a person; a remark that is missing is never silently met.
func judgeRemark(_ Test, r Record) Finding {
	if r.Remark == nil {
		return found(VerdictConsider, FindNoRemark)
	}
	f := found(r.Remark.Verdict, FindRemark, r.Remark.MetOn)
	f.Note, f.ByName = r.Remark.Words, r.Remark.ByName
	return f
}

// Asks tells whether the test, or a part of it, is judged by a predicate.
func (t Test) Asks(p Predicate) bool {
	return t.When == p || slices.ContainsFunc(t.Parts, func(part Test) bool { return part.Asks(p) })
}

// findingShapes gives the types of the arguments that each reason carries, so that kept findings come back as they were.
var findingShapes = map[Code]func() []any{
	FindTargets:       func() []any { return []any{new(int), new(int)} },
	FindYears:         func() []any { return []any{new(int), new(int)} },
	FindClasses:       func() []any { return []any{new(int), new(int)} },
	FindScore:         func() []any { return []any{new(Points), new(Points)} },
	FindRank:          func() []any { return []any{new(int), new(int)} },
	FindGain:          func() []any { return []any{new(int)} },
	FindMergedUnit:    func() []any { return []any{new(int)} },
	FindIndex:         func() []any { return []any{new(int), new(int), new(int)} },
	FindIndexBefore:   func() []any { return []any{new(int), new(int), new(int)} },
	FindInitiative:    func() []any { return []any{new(string), new(Date)} },
	FindUsed:          func() []any { return []any{new(string), new(Date), new(string), new(int)} },
	FindRemark:        func() []any { return []any{new(Date)} },
	FindEvaluation:    func() []any { return []any{new(EvaluationClass), new(string)} },
	FindEvaluationLow: func() []any { return []any{new(EvaluationClass), new(string)} },
	FindPlan:          func() []any { return []any{new(string), new(Date)} },
	FindPublicity:     func() []any { return []any{new(int), new(int)} },
}

// FindingArgs reads the arguments of a kept finding; a reason without arguments gives none.
func FindingArgs(code Code, kept json.RawMessage) ([]any, error) {
	shape, ok := findingShapes[code]
	if !ok || len(kept) == 0 {
		return nil, nil
	}
	into := shape()
	if err := json.Unmarshal(kept, &into); err != nil {
		return nil, err
	}
	for i, p := range into {
		into[i] = pointed(p)
	}
	return into, nil
}

func pointed(p any) any {
	switch v := p.(type) {
	case *int:
		return *v
	case *string:
		return *v
	case *Points:
		return *v
	case *Date:
		return *v
	case *EvaluationClass:
		return *v
	}
	return p
}
