package thidua

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestJudging(t *testing.T) {
	score, gain := Points(9550), 2
	for _, c := range []struct {
		name    string
		test    Test
		record  Record
		verdict Verdict
		code    Code
	}{
		{"nothing known of the score", Test{When: WhenScoreAtLeast, Number: 8000}, Record{}, VerdictConsider, FindNoData},
		{"score reached", Test{When: WhenScoreAtLeast, Number: 8000}, Record{Score: &score}, VerdictMet, FindScore},
		{"score missed", Test{When: WhenScoreAtLeast, Number: 9600}, Record{Score: &score}, VerdictNotMet, FindScore},
		{"not registered is only to consider", Test{When: WhenRegistered}, Record{}, VerdictConsider, FindUnregistered},
		{"all targets", Test{When: WhenTargetsReached, Criteria: []string{"TC1", "TC2"}},
			Record{Targets: map[string]Tally{"TC1": {Reached: 2, All: 2}, "TC2": {Reached: 3, All: 3}}}, VerdictMet, FindTargets},
		{"one target short", Test{When: WhenTargetsReached, Criteria: []string{"TC2"}}, Record{Targets: map[string]Tally{"TC2": {Reached: 2, All: 3}}}, VerdictConsider, FindTargets},
		{"rank gained", Test{When: WhenRankGained, Number: 2}, Record{Gain: &gain}, VerdictMet, FindGain},
		{"index not published", Test{When: WhenIndexRank}, Record{}, VerdictAwaited, FindIndexAwaited},
		{"index of last year", Test{When: WhenIndexRank}, Record{IndexBefore: &IndexResult{Year: 2023, Rank: 3, Of: 17}}, VerdictAwaited, FindIndexBefore},
		{"index published is for people to weigh", Test{When: WhenIndexRank}, Record{Index: &IndexResult{Year: 2024, Rank: 1, Of: 17}}, VerdictConsider, FindIndex},
		{"class too low", Test{When: WhenEvaluation}, Record{Evaluation: &EvaluationResult{Class: ClassCompleted, Decision: "1/QĐ"}}, VerdictNotMet, FindEvaluationLow},
		{"on hold", Test{When: WhenNoHold}, Record{Hold: true}, VerdictConsider, FindHold},
		{"no predicate of that name", Test{When: "no-such"}, Record{}, VerdictConsider, FindManual},
		{"the worst of all", Test{When: WhenAll, Parts: []Test{{When: WhenNoHold}, {When: WhenScoreAtLeast, Number: 9600}}}, Record{Score: &score}, VerdictNotMet, FindScore},
		{"the best of any", Test{When: WhenAny, Parts: []Test{{When: WhenScoreAtLeast, Number: 9600}, {When: WhenNoHold}}}, Record{Score: &score}, VerdictMet, FindNoHold},
		{"nothing to combine", Test{When: WhenAll}, Record{}, VerdictConsider, FindNoData},
	} {
		f := Standard{ID: "s", Test: c.test}.Judge(c.record)
		if f.Verdict != c.verdict || f.Code != c.code || f.Standard != "s" {
			t.Errorf("%s: %+v", c.name, f)
		}
	}
}

// Missing data never say yes or no.
func TestNothingKnownIsNeverYesOrNo(t *testing.T) {
	for when := range judges {
		if when == WhenNoHold {
			continue // a hold is recorded or there is none
		}
		if f := (Test{When: when, Number: 1, Criteria: []string{"TC1"}}).judge(Record{}); f.Verdict == VerdictMet || f.Verdict == VerdictNotMet {
			t.Errorf("%s of nothing says %s", when, f.Verdict)
		}
	}
}

func TestFindingsComeBackAsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 500)
		score := Points(n.Draw(t, "score"))
		r := Record{Score: &score, Rank: n.Draw(t, "rank"), Units: n.Draw(t, "units"), Publicity: n.Draw(t, "publicity"),
			IndexBefore: &IndexResult{Year: 2023, Rank: n.Draw(t, "index"), Of: 17}, Initiatives: []Initiative{{Recognised: true, Decision: "12/QĐ", On: "2024-10-01"}},
			Evaluation: &EvaluationResult{Class: ClassGood, Decision: "3/QĐ"}, Plans: map[string]Evidence{"TC1": {DocNumber: "07/KH", IssuedOn: "2024-02-19"}}}
		when := rapid.SampledFrom([]Predicate{WhenScoreAtLeast, WhenRankWithin, WhenIndexRank, WhenInitiative, WhenEvaluation, WhenPlanIssued, WhenPublicity}).Draw(t, "when")
		f := Test{When: when, Number: 5, Criteria: []string{"TC1"}}.judge(r)
		kept, err := json.Marshal(f.Args)
		if err != nil {
			t.Fatal(err)
		}
		back, err := FindingArgs(f.Code, kept)
		if err != nil || len(f.Args) > 0 && !reflect.DeepEqual(back, f.Args) {
			t.Fatalf("%s: %v came back as %v (%v)", f.Code, f.Args, back, err)
		}
	})
	if _, err := FindingArgs(FindScore, []byte(`{`)); err == nil {
		t.Error("damaged arguments were read")
	}
}
