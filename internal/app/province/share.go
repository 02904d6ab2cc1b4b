package province

import (
	"slices"
	"thidua"
	"thidua/internal/store"
)

// Share is how much of a number is used for one kind of subject.
type Share struct {
	Kind     thidua.SubjectKind
	Proposed int
	Chosen   int
	Quota    int // -1 while nobody entered it
}

// sharesOf counts proposals and choice of a period beside the numbers for the whole province.
func sharesOf(tx *store.Tx, l Look) ([]Share, error) {
	if l.Period.Year == 0 {
		return nil, nil
	}
	cases, err := tx.Cases(store.CaseFilter{Period: l.Period, IndexYear: l.IndexYear}, store.Page{})
	if err != nil {
		return nil, err
	}
	quotas, err := tx.Quotas(l.Period)
	out := []Share{{Kind: thidua.Collective, Quota: -1}, {Kind: thidua.Individual, Quota: -1}}
	for i := range out {
		for _, c := range cases {
			if c.Kind == out[i].Kind {
				out[i].Proposed++
			}
		}
		whole := thidua.Quota{Kind: out[i].Kind}
		out[i].Chosen = whole.Count(cases)
		for _, q := range quotas {
			if q.Kind == whole.Kind && q.Block == "" {
				out[i].Quota = q.Number
			}
		}
	}
	return out, err
}

func pointOf(points []thidua.IndexPoint, agency string) *thidua.Quantity {
	for _, i := range points {
		if i.Agency == agency {
			return &i.Points
		}
	}
	return nil
}

func notSent(partners []thidua.Partner, all []thidua.Appraisal) (out []thidua.Partner) {
	for _, p := range partners {
		sent := slices.ContainsFunc(all, func(a thidua.Appraisal) bool { return a.From == p.ID && a.State != thidua.AppraisalWithdrawn })
		if !sent && !p.Ended && p.Kind.RunsSeasons() {
			out = append(out, p)
		}
	}
	return out
}

// Blocks lists the blocks (khối) that were entered, in their order of first appearance by name.
func Blocks(partners []thidua.Partner) (out []string) {
	for _, p := range partners {
		if p.Block != "" && !slices.Contains(out, p.Block) {
			out = append(out, p.Block)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}
