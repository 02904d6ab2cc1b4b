package province

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
)

// PageSize is how many cases a comparison shows on one page.
const PageSize = 50

// Comparison is the proposed collectives or people of a period side by side.
type Comparison struct {
	Look
	Kind   thidua.SubjectKind
	Order  store.CaseOrder
	Cases  []thidua.AppraisalCase
	Page   int // from 1
	Pages  int
	Units  int // proposed
	People int
	Counts []Counted
	List   *thidua.RaisedList // of the period, once it was made
	// Enrolled tells by case whether the subject was in the confirmed list of registrations; nil while no list of the period is confirmed.
	Enrolled map[string]thidua.Enrolled
}

// Counted is a number with how many are chosen under it.
type Counted struct {
	thidua.Quota
	Chosen int
}

// Compare reads the cases of a kind, sorted, one page; page 0 is all of them.
func (b *Bureau) Compare(ctx context.Context, actor thidua.Actor, period string, kind thidua.SubjectKind, order string, page int) (v Comparison, err error) {
	v.Kind, v.Order, v.Page = kind, store.CaseOrder(order), page
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		if v.Look, err = lookAt(tx, period); err != nil || v.Period.Year == 0 {
			return err
		}
		all, err := tx.Cases(store.CaseFilter{Period: v.Period, IndexYear: v.IndexYear, Order: v.Order}, store.Page{})
		if err != nil {
			return err
		}
		for _, c := range all {
			if c.Kind == thidua.Collective {
				v.Units++
			} else {
				v.People++
			}
			if c.Kind == kind {
				v.Cases = append(v.Cases, c)
			}
		}
		if v.Counts, err = countsOf(tx, v.Period, kind, all); err != nil {
			return err
		}
		if v.Enrolled, err = enrolledIn(tx, v.Period, v.Cases); err != nil {
			return err
		}
		v.List, err = openList(tx, v.Period)
		return err
	})
	v.turn()
	return v, err
}

// turn keeps the cases of the page alone.
func (v *Comparison) turn() {
	v.Pages = max(1, (len(v.Cases)+PageSize-1)/PageSize)
	if v.Page > 0 {
		v.Page = min(v.Page, v.Pages)
		from := (v.Page - 1) * PageSize
		v.Cases = v.Cases[from:min(from+PageSize, len(v.Cases))]
	}
}

func countsOf(tx *store.Tx, p thidua.Period, kind thidua.SubjectKind, cases []thidua.AppraisalCase) (out []Counted, err error) {
	quotas, err := tx.Quotas(p)
	for _, q := range quotas {
		if q.Kind == kind {
			out = append(out, Counted{q, q.Count(cases)})
		}
	}
	slices.SortStableFunc(out, func(a, b Counted) int {
		if (a.Block == "") != (b.Block == "") {
			return map[bool]int{true: -1, false: 1}[a.Block == ""]
		}
		return strings.Compare(b.Block, a.Block)
	})
	return out, err
}

// openList gives the list of a period, nil while none was made.
func openList(tx *store.Tx, p thidua.Period) (*thidua.RaisedList, error) {
	all, err := tx.RaiseLists()
	for _, l := range all {
		if l.Period == p {
			return &l, err
		}
	}
	return nil, err
}
