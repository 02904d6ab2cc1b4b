package thidua

import "encoding/json"

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
