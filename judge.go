package thidua

import "encoding/json"

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
	if r.Gain == nil {
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
	for _, i := range r.Initiatives {
		if i.Recognised && i.Decision != "" {
			return found(VerdictMet, FindInitiative, i.Decision, i.On)
		}
	}
	if len(r.Initiatives) > 0 {
		return found(VerdictConsider, FindInitiativeDue)
	}
	return found(VerdictConsider, FindNoInitiative)
}

func judgeEvaluation(_ Test, r Record) Finding {
	switch {
	case r.Evaluation == nil:
		return found(VerdictConsider, FindNoData)
	case r.Evaluation.Class == ClassExcellent || r.Evaluation.Class == ClassGood:
		return found(VerdictMet, FindEvaluation, r.Evaluation.Class, r.Evaluation.Decision)
	}
	return found(VerdictNotMet, FindEvaluationLow, r.Evaluation.Class, r.Evaluation.Decision)
}

func judgePlan(t Test, r Record) Finding {
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

// findingShapes gives the types of the arguments that each reason carries, so that kept findings come back as they were.
var findingShapes = map[Code]func() []any{
	FindTargets:       func() []any { return []any{new(int), new(int)} },
	FindScore:         func() []any { return []any{new(Points), new(Points)} },
	FindRank:          func() []any { return []any{new(int), new(int)} },
	FindGain:          func() []any { return []any{new(int)} },
	FindIndex:         func() []any { return []any{new(int), new(int), new(int)} },
	FindIndexBefore:   func() []any { return []any{new(int), new(int), new(int)} },
	FindInitiative:    func() []any { return []any{new(string), new(Date)} },
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
