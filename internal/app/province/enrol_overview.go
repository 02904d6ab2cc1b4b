package province

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// EnrolmentRow is an agency in the overview of a year with its list; List is nil while it has not sent.
type EnrolmentRow struct {
	From  string
	Name  string
	Block string
	List  *thidua.Enrolment
	By    thidua.DueDay
	Late  int // days after the deadline: of its first package, or up to today
}

// Show chooses agencies by where their list stands.
type Show string

// What the overview may show.
const (
	ShowAll       Show = ""
	ShowMissing   Show = "chua-gui"
	ShowWaiting   Show = "cho-xac-nhan"
	ShowReturned  Show = "can-bo-sung"
	ShowConfirmed Show = "da-xac-nhan"
	ShowLate      Show = "muon"
)

// Shows lists what the overview may show, as the page offers it.
var Shows = []Show{ShowAll, ShowMissing, ShowWaiting, ShowReturned, ShowConfirmed, ShowLate}

var shown = map[Show]thidua.State{ShowWaiting: thidua.EnrolmentWaiting, ShowReturned: thidua.EnrolmentReturned, ShowConfirmed: thidua.EnrolmentConfirmed}

// is tells whether a row is of those that are shown; late are those that sent late and those that should have sent.
func (r EnrolmentRow) is(s Show) bool {
	switch s {
	case ShowAll:
		return true
	case ShowMissing:
		return r.List == nil
	case ShowLate:
		return r.Late > 0
	}
	return r.List != nil && r.List.State == shown[s]
}

// EnrolmentFilter chooses what the overview shows.
type EnrolmentFilter struct {
	Period string // key
	Text   string
	Show   Show
	Block  string
	Page   int // from 1
}

// Set tells whether anything is left out.
func (f EnrolmentFilter) Set() bool { return f.Text != "" || f.Show != "" || f.Block != "" }

func (f EnrolmentFilter) keeps(r EnrolmentRow) bool {
	return r.is(f.Show) && (f.Block == "" || r.Block == f.Block) && (f.Text == "" || strings.Contains(vi.Fold(r.Name), vi.Fold(f.Text)))
}

// Enrolments is who has registered in a year, who has not, and who is late.
type Enrolments struct {
	Look
	Due     thidua.DueDay // as Sở Nội vụ entered it
	Rows    []EnrolmentRow
	Found   int
	Page    int
	Pages   int
	Count   map[Show]int
	Blocks  []string
	Waiting []thidua.Parcel // sealed lists that were not taken in
}

// Enrolments reads the overview of a year, one page of it.
func (b *Bureau) Enrolments(ctx context.Context, actor thidua.Actor, f EnrolmentFilter) (v Enrolments, err error) {
	err = b.read(ctx, actor, Appraisers, func(tx *store.Tx) error {
		v = Enrolments{Count: map[Show]int{}}
		if v.Periods, err = tx.EnrolmentPeriods(); err != nil {
			return err
		}
		if v.Period, err = chosen(v.Periods, f.Period); err != nil {
			return err
		}
		waiting, err := tx.ParcelsFor()
		for _, p := range waiting {
			if p.Kind == thidua.ParcelRegistrations {
				v.Waiting = append(v.Waiting, p)
			}
		}
		if err != nil || v.Period.Year == 0 {
			return err
		}
		return v.fill(tx, f)
	})
	return v, err
}

func chosen(all []thidua.Period, key string) (thidua.Period, error) {
	for i, p := range all {
		if key == PeriodKey(p) || key == "" && i == 0 {
			return p, nil
		}
	}
	if key != "" {
		return thidua.Period{}, errNotFound
	}
	return thidua.Period{}, nil
}

func (v *Enrolments) fill(tx *store.Tx, f EnrolmentFilter) (err error) {
	if v.Due, err = tx.EnrolmentDue(v.Period); err != nil {
		return err
	}
	partners, err := tx.Partners()
	if err != nil {
		return err
	}
	lists, err := tx.Enrolments(v.Period)
	if err != nil {
		return err
	}
	v.Blocks = Blocks(partners)
	var kept []EnrolmentRow
	for _, r := range enrolmentRows(partners, lists, v.Due, act.Today(tx)) {
		for _, s := range Shows {
			if r.is(s) {
				v.Count[s]++
			}
		}
		if f.keeps(r) {
			kept = append(kept, r)
		}
	}
	v.Found, v.Pages = len(kept), max(1, (len(kept)+PageSize-1)/PageSize)
	v.Page = min(max(1, f.Page), v.Pages)
	v.Rows = kept[(v.Page-1)*PageSize : min(v.Page*PageSize, len(kept))]
	return nil
}

// enrolmentRows gives every agency that runs movements a row, and every other one that sent a list.
func enrolmentRows(partners []thidua.Partner, lists []thidua.Enrolment, due thidua.DueDay, today thidua.Date) (out []EnrolmentRow) {
	known := map[string]bool{}
	for _, p := range partners {
		at := slices.IndexFunc(lists, func(e thidua.Enrolment) bool { return e.From == p.ID })
		if at < 0 && (p.Ended || !p.Kind.RunsSeasons()) {
			continue
		}
		known[p.ID] = true
		r := EnrolmentRow{From: p.ID, Name: p.Name, Block: p.Block, By: due, Late: due.LateBy(today)}
		if at >= 0 {
			r = rowOf(lists[at], due)
		}
		out = append(out, r)
	}
	for _, e := range lists {
		if !known[e.From] {
			out = append(out, rowOf(e, due))
		}
	}
	slices.SortStableFunc(out, func(a, b EnrolmentRow) int { return strings.Compare(vi.SortKey(a.Name), vi.SortKey(b.Name)) })
	return out
}

func rowOf(e thidua.Enrolment, due thidua.DueDay) EnrolmentRow {
	by := counting(due, e.Due)
	return EnrolmentRow{From: e.From, Name: e.FromName, Block: e.Block, List: &e, By: by, Late: by.LateBy(e.FirstOn)}
}
