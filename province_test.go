package thidua

import (
	"testing"

	"pgregory.net/rapid"
)

// TestQuotasHoldForEveryChoice draws numbers and choices: a choice is refused exactly when one of the numbers is passed, and each number counts
// its own kind and block alone.
func TestQuotasHoldForEveryChoice(t *testing.T) {
	kinds, blocks := []SubjectKind{Collective, Individual}, []string{"Sở, ngành", "Huyện, thị xã, thành phố"}
	rapid.Check(t, func(t *rapid.T) {
		var cases []AppraisalCase
		count := map[SubjectKind]map[string]int{Collective: {}, Individual: {}}
		for range rapid.IntRange(0, 20).Draw(t, "cases") {
			c := AppraisalCase{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Block: rapid.SampledFrom(blocks).Draw(t, "block"), Chosen: rapid.Bool().Draw(t, "chosen")}
			cases = append(cases, c)
			if c.Chosen {
				count[c.Kind][c.Block]++
				count[c.Kind][""]++
			}
		}
		var quotas []Quota
		over := false
		for _, kind := range kinds {
			for _, block := range append([]string{""}, blocks...) {
				if rapid.Bool().Draw(t, "known") {
					q := Quota{Kind: kind, Block: block, Number: rapid.IntRange(0, 8).Draw(t, "number"), Document: "Công văn (mẫu)"}
					quotas = append(quotas, q)
					over = over || count[kind][block] > q.Number
				}
			}
		}
		if err := CheckQuotas(quotas, cases); (err != nil) != over {
			t.Fatalf("%v for %v, counts %v", err, quotas, count)
		}
	})
}

// TestPartsAreCountedByKind counts a kind of part as complete only with its last paper.
func TestPartsAreCountedByKind(t *testing.T) {
	a := Appraisal{Parts: []PartCheck{{Kind: PaperProposal, Good: true}, {Kind: PaperReport, Good: true}, {Kind: PaperReport}}}
	if good, all := a.PartsGood(); good != 1 || all != 2 || a.Facts(false)[PartsWhole] {
		t.Errorf("%d of %d", good, all)
	}
	a.Parts[2].Good = true
	if facts := a.Facts(true); !facts[PartsWhole] || facts[NotOwnCase] {
		t.Errorf("facts %v", facts)
	}
}
