package province

import (
	"cmp"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

func (f Filter) keeps(a thidua.Appraisal) bool {
	return (f.State == "" || a.State == f.State) && (f.Block == "" || a.Block == f.Block) &&
		(f.Text == "" || strings.Contains(vi.Fold(a.FromName), vi.Fold(f.Text)))
}

// Set tells whether anything is left out.
func (f Filter) Set() bool { return f.State != "" || f.Block != "" || f.Text != "" }

func (f Filter) order(rows []Row) {
	points := func(r Row) thidua.Quantity {
		if r.Index == nil {
			return -1
		}
		return *r.Index
	}
	switch f.Sort {
	case "ten":
		slices.SortStableFunc(rows, func(a, b Row) int { return strings.Compare(vi.SortKey(a.FromName), vi.SortKey(b.FromName)) })
	case "chi-so":
		slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(points(b), points(a)) })
	}
}
