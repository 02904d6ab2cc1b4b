package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// SheetView is a score sheet as it is shown: its rows in the order of the plan, the running totals, the exchange beside it and what the
// actor may do.
type SheetView struct {
	Season
	Sheet    thidua.ScoreSheet
	Scale    thidua.Scale
	Rows     []SheetRow
	Totals   thidua.Totals
	Offers   []thidua.Offer
	Notes    []thidua.Note
	Reviewer thidua.Unit // who reviews it: Văn phòng, or the unit named for the sheet of Văn phòng
	Other    thidua.Unit // who reviews the sheet of Văn phòng in this year
	Head     string      // who leads the unit today
	Previous SheetLink
	Next     SheetLink
}

// SheetRow is a row of a sheet: a criterion with its line, or a head criterion with the sums of its contents.
type SheetRow struct {
	Criterion string
	Code      string
	Name      string
	Note      string // how the points are given
	Head      bool   // stands at the margin; contents stand below it
	Index     int    // of the line in the sheet; -1 for sums
	Line      thidua.ScoreLine
	Evidence  []thidua.Evidence
}

// SheetLink leads to the sheet of another unit; the zero value when there is none.
type SheetLink struct{ ID, Name string }

// Sheet reads one score sheet; NotFound for who may not see it.
func (a *App) Sheet(ctx context.Context, actor thidua.Actor, id string) (v SheetView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		s, err := tx.ScoreSheet(id)
		if err != nil {
			return err
		}
		c, err := caseOf(tx, actor, s)
		if err != nil {
			return err
		}
		v = SheetView{Sheet: s, Totals: s.Totals(), Offers: thidua.ScoreSheetFlow.Offers(s.State, singles(c.roles), c.facts)}
		if v.Season, err = seasonOf(tx, s.Round); err != nil {
			return err
		}
		if v.Scale, err = tx.Scale(s.Round); err != nil {
			return err
		}
		if v.Notes, err = tx.Notes("score-sheet:" + id); err != nil {
			return err
		}
		return v.fill(tx, actor)
	})
	return v, err
}

// singles leaves out the leader, whose only act is to publish all sheets at once.
func singles(roles []thidua.Role) []thidua.Role {
	return slices.DeleteFunc(slices.Clone(roles), func(r thidua.Role) bool { return r == thidua.RoleLeader })
}

func (v *SheetView) fill(tx *store.Tx, actor thidua.Actor) error {
	evidence, err := tx.EvidenceOf(store.EvidenceFilter{Round: v.Round.ID, Unit: v.Sheet.Unit})
	if err != nil {
		return err
	}
	evidence = slices.DeleteFunc(evidence, func(e thidua.Evidence) bool { return e.Person != "" })
	if v.Sheet.ByPoints {
		v.criterionRows(evidence)
	} else {
		v.standardRows()
	}
	units, err := tx.UnitsNamed(v.unitsOn(today(tx)))
	if err != nil {
		return err
	}
	v.Other = unitOf(units, v.Round.OfficeReviewer)
	v.Reviewer = v.Other
	if v.Sheet.UnitKind != thidua.UnitOffice {
		v.Reviewer = units[max(slices.IndexFunc(units, func(u thidua.Unit) bool { return u.Kind == thidua.UnitOffice }), 0)]
	}
	staff, err := tx.Staff(store.StaffFilter{On: today(tx), Unit: v.Sheet.Unit}, store.Page{})
	if err != nil {
		return err
	}
	v.Head = headOf(staff).Name
	return v.neighbours(tx, actor)
}

func (v *SheetView) criterionRows(evidence []thidua.Evidence) {
	at := map[string]int{}
	for i, l := range v.Sheet.Lines {
		at[l.Criterion] = i
	}
	for _, c := range v.Criteria {
		row := SheetRow{Criterion: c.ID, Code: c.Code, Name: c.Name, Note: c.PointsNote, Head: c.Parent == "", Index: -1}
		for _, e := range evidence {
			if v.Within(e.Criterion, c.ID) {
				row.Evidence = append(row.Evidence, e)
			}
		}
		i, leaf := at[c.ID]
		if leaf {
			row.Index, row.Line = i, v.Sheet.Lines[i]
		} else {
			row.Line = v.sum(c)
		}
		if leaf || row.Line.Max > 0 {
			v.Rows = append(v.Rows, row)
		}
	}
}

// sum adds the lines of the contents of a head criterion; what is not whole yet stays empty.
func (v *SheetView) sum(head thidua.Criterion) thidua.ScoreLine {
	var self, review thidua.Points
	out := thidua.ScoreLine{Criterion: head.ID, Self: &self, Review: &review}
	for _, l := range v.Sheet.Lines {
		if !v.Within(l.Criterion, head.ID) {
			continue
		}
		out.Max += l.Max
		out.Self, out.Review = plus(out.Self, l.Self), plus(out.Review, l.Review)
	}
	return out
}

func plus(sum, p *thidua.Points) *thidua.Points {
	if sum == nil || p == nil {
		return nil
	}
	total := *sum + *p
	return &total
}

func (v *SheetView) standardRows() {
	for i, l := range v.Sheet.Lines {
		for _, s := range v.Standards {
			if s.ID == l.Criterion {
				v.Rows = append(v.Rows, SheetRow{Criterion: s.ID, Name: s.Name, Note: s.Article, Head: true, Index: i, Line: l})
			}
		}
	}
}

// neighbours finds the sheets before and after this one among those that the actor sees.
func (v *SheetView) neighbours(tx *store.Tx, actor thidua.Actor) error {
	if !actor.Has(readers...) {
		return nil
	}
	all, err := tx.ScoreSheets(v.Round.ID)
	at := slices.IndexFunc(all, func(s thidua.ScoreSheet) bool { return s.ID == v.Sheet.ID })
	if at > 0 {
		v.Previous = SheetLink{all[at-1].ID, all[at-1].UnitName}
	}
	if at >= 0 && at+1 < len(all) {
		v.Next = SheetLink{all[at+1].ID, all[at+1].UnitName}
	}
	return err
}

// SheetList is the sheets of a round that an actor may open.
type SheetList struct {
	Season
	Scale  thidua.Scale
	Rounds []thidua.Round
	Sheets []thidua.ScoreSheet
	Open   bool // at least one sheet exists, seen or not
}

// Sheets lists the sheets of a round: all for who may see all results, otherwise those that the actor scores or reviews.
func (a *App) Sheets(ctx context.Context, actor thidua.Actor, round string) (l SheetList, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		l = SheetList{}
		if l.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		if l.Rounds, err = tx.Rounds(l.Movement.ID); err != nil {
			return err
		}
		if l.Scale, err = tx.Scale(round); err != nil {
			return err
		}
		all, err := tx.ScoreSheets(round)
		for _, s := range all {
			if actor.Has(readers...) || actor.Leads(s.Unit) || slices.Contains(s.RolesOn(actor, l.Round), thidua.RoleReviewer) {
				l.Sheets = append(l.Sheets, s)
			}
		}
		l.Open = len(all) > 0
		return err
	})
	return l, err
}

// SheetPaper makes one score sheet to print, as far as it is filled in; NotFound for who may not see it.
func (a *App) SheetPaper(ctx context.Context, actor thidua.Actor, id string) (d doc.Document, err error) {
	v, err := a.Sheet(ctx, actor, id)
	if err != nil {
		return d, err
	}
	agency, err := a.Agency(ctx, actor)
	p := record.ScorePaper{Sample: agency.Sample, Issuer: issuerOf(agency), Date: a.Today(), Year: v.Round.Year, Of: vi.YearOf(v.Movement, v.Round.Year),
		Unit: v.Sheet.UnitName, State: vi.State(v.Sheet.State), ByPoints: v.Sheet.ByPoints, Scale: vi.NoPoints}
	if p.ByPoints {
		p.Scale = vi.ScaleSentence(v.Scale)
		p.Total = record.ScoreLine{Name: vi.Total, Most: vi.Number(v.Totals.Max), Self: vi.Score(v.Totals.Self), Review: vi.Score(v.Totals.Review), Head: true}
	}
	for _, r := range v.Rows {
		p.Lines = append(p.Lines, r.line(p.ByPoints))
	}
	p.Head, p.Reviewer = v.Head, v.Sheet.ReviewName
	return p.Document(), err
}

func (r SheetRow) line(byPoints bool) record.ScoreLine {
	l := record.ScoreLine{Name: strings.TrimSpace(r.Code + " " + r.Name), Head: r.Head, Self: vi.Answer(r.Line.SelfAnswer), Review: vi.Answer(r.Line.Reviewed),
		Words: strings.Trim(r.Line.SelfNote+"\n"+r.Line.Reason, "\n")}
	if byPoints {
		l.Most, l.Self, l.Review = vi.Number(r.Line.Max), scoreOrBlank(r.Line.Self), scoreOrBlank(r.Line.Review)
	}
	return l
}

func scoreOrBlank(p *thidua.Points) string {
	if p == nil {
		return ""
	}
	return vi.Score(*p)
}
