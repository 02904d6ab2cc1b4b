package clerk

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Register is the issued papers of a calendar year by number (sổ văn bản đã ban hành).
type Register struct {
	Agency thidua.Agency
	Year   int
	Years  []int // in which something was issued, and the present one; the latest first
	Papers []thidua.Paper
}

// Register reads the register of a year; 0 is the present one.
func (d *Desk) Register(ctx context.Context, actor thidua.Actor, year int) (r Register, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return r, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		now := act.Today(tx).Year()
		r = Register{Year: year, Years: []int{now}}
		if year == 0 {
			r.Year = now
		}
		if r.Agency, err = tx.Agency(); err != nil {
			return err
		}
		all, err := tx.PapersIssued("0001-01-01", "9999-12-31")
		for _, p := range all {
			if y := p.IssuedOn.Year(); !slices.Contains(r.Years, y) {
				r.Years = append(r.Years, y)
			}
			if p.IssuedOn.Year() == r.Year {
				r.Papers = append(r.Papers, p)
			}
		}
		return err
	})
	slices.SortFunc(r.Years, func(a, b int) int { return b - a })
	slices.SortStableFunc(r.Papers, byNumber)
	return r, err
}

// byNumber orders as a register on paper is kept: by the number, then by the symbol; papers without a number stand last, by day.
func byNumber(a, b thidua.Paper) int {
	x, y := number(a.Number), number(b.Number)
	switch {
	case x != 0 && y != 0:
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.Number, b.Number))
	case x != y:
		return cmp.Compare(y, x)
	}
	return cmp.Or(cmp.Compare(a.IssuedOn, b.IssuedOn), cmp.Compare(a.ID, b.ID))
}

// number is the number before the slash, 0 when there is none.
func number(full string) int {
	head, _, _ := strings.Cut(full, "/")
	n, err := strconv.Atoi(strings.TrimSpace(head))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
