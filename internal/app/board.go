package app

import (
	"context"
	"slices"
	"time"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Board is how a round stands: unit by leaf of the criteria, with the detail that was asked for.
type Board struct {
	Season
	Rounds  []thidua.Round
	Day     thidua.Date // up to which the figures go
	Leaves  []thidua.Criterion
	Rows    []BoardRow
	Tally   thidua.Tally // of the units shown
	Missed  []UnitCount  // targets not reached, by unit; units without any left out
	Waiting []UnitCount  // evidence not checked yet, by unit
	Fresh   int          // entries of the last seven days
	Detail  *Detail      // nil when nothing is asked for
}

// BoardRow is one unit: the mean completion on each leaf and in all, -1 where it has no target, and at the end of each month so far.
type BoardRow struct {
	thidua.Unit
	Cells  []int
	Total  int
	Months []int
	Tally  thidua.Tally
}

// UnitCount is how many of something a unit has.
type UnitCount struct {
	Unit  string // short name
	Count int
}

// Detail is the targets, evidence and initiatives of a unit, or of one criterion of it.
type Detail struct {
	Unit        thidua.Unit
	Criterion   thidua.Criterion // the zero value for all
	Targets     []TargetResult
	Evidence    []Evidence
	Initiatives []thidua.Initiative
	MayReport   bool
}

// BoardFilter asks for a detail: the targets of a unit, of a criterion of it, or neither.
// Urgent opens, where nothing is asked for, the criterion whose evidence a unit owes longest.
type BoardFilter struct {
	Unit      string
	Criterion string
	Urgent    bool
}

// Board reads how a round stands. Văn phòng, leaders, the council and inspectors see every unit, others their own.
func (a *App) Board(ctx context.Context, actor thidua.Actor, round string, f BoardFilter) (b Board, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		b = Board{Day: today(tx)}
		if b.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		if b.Rounds, err = tx.Rounds(b.Movement.ID); err != nil {
			return err
		}
		m, err := materialTo(tx, b.Season, workDone)
		if err != nil {
			return err
		}
		b.fill(m, actor)
		return b.detail(m, actor, f)
	})
	return b, err
}

func (b *Board) fill(m *material, actor thidua.Actor) {
	for _, c := range b.Season.Leaves() {
		if c.ForUnits {
			b.Leaves = append(b.Leaves, c)
		}
	}
	for _, u := range m.units {
		if sees(actor, u.ID, "") {
			b.add(m, u)
		}
	}
}

func (b *Board) add(m *material, u thidua.Unit) {
	own := ofUnit(u.ID)
	row := BoardRow{Unit: u, Total: mean(m.targets, own), Months: months(m.targets, own, b.Round.Year, b.Day)}
	for _, c := range b.Leaves {
		row.Cells = append(row.Cells, mean(m.targets, func(t TargetResult) bool { return own(t) && t.Criterion == c.ID }))
	}
	n := tally(b.Round, m.targets, own)
	row.Tally = n
	b.Rows = append(b.Rows, row)
	b.Tally = thidua.Tally{All: b.Tally.All + n.All, Reached: b.Tally.Reached + n.Reached, Awaited: b.Tally.Awaited + n.Awaited}
	if missed := n.All - n.Reached - n.Awaited; missed > 0 {
		b.Missed = append(b.Missed, UnitCount{u.Short, missed})
	}
	waiting := 0
	for _, e := range m.evidence {
		if e.Unit == u.ID && e.State == thidua.EvidenceNew {
			waiting++
		}
	}
	if waiting > 0 {
		b.Waiting = append(b.Waiting, UnitCount{u.Short, waiting})
	}
	for _, t := range m.targets {
		if own(t) {
			b.Fresh += len(t.Entries) - len(thidua.EntriesUntil(t.Entries, b.Day.AddDays(-7)))
		}
	}
}

// months gives the mean completion at the end of each month of the year up to a day; the month of that day counts as it stands, and
// December takes what was reported for the year after its end.
func months(targets []TargetResult, own func(TargetResult) bool, year int, day thidua.Date) []int {
	var out []int
	for month := time.January; month <= time.December; month++ {
		if thidua.NewDate(year, int(month), 1) > day {
			break
		}
		end := thidua.DateOf(time.Date(year, month+1, 0, 12, 0, 0, 0, thidua.Zone))
		if month == time.December {
			end = max(end, day)
		}
		var percents []int
		for _, t := range targets {
			if own(t) {
				last, measured := thidua.Latest(thidua.EntriesUntil(t.Entries, end))
				percents = append(percents, t.Target.Completion(last.Value, measured))
			}
		}
		out = append(out, thidua.Mean(percents))
	}
	return out
}

// detail picks what was asked for; NotFound for a unit that is not on the board or a criterion that the plan does not have.
func (b *Board) detail(m *material, actor thidua.Actor, f BoardFilter) error {
	if f.Unit == "" && f.Urgent {
		f.Unit, f.Criterion = m.owed()
	}
	if f.Unit == "" {
		return nil
	}
	d := &Detail{Unit: unitOf(m.units, f.Unit), Criterion: b.Criterion(f.Criterion), MayReport: actor.Leads(f.Unit) || actor.Has(thidua.RoleOffice)}
	if d.Unit.ID == "" || !sees(actor, f.Unit, "") || f.Criterion != "" && d.Criterion.ID == "" {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	asked := func(criterion string) bool { return f.Criterion == "" || b.Within(criterion, f.Criterion) }
	d.pick(m, actor, asked)
	if asked(b.innovation().ID) {
		d.Initiatives = m.initiativesOf(thidua.Subject{Kind: thidua.Collective, Unit: f.Unit})
	}
	b.Detail = d
	return nil
}

// Reportable is a followed target with what keeps the actor from reporting on it; nil when nothing does.
type Reportable struct {
	TargetResult
	Unit thidua.Unit
	Shut error
}

// Reportables lists the targets of the units that the actor sees, in the order of the agency, for lists that are filled in outside the pages.
func (a *App) Reportables(ctx context.Context, actor thidua.Actor, round string) (all []Reportable, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		all = nil
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		m, err := materialTo(tx, season, workDone)
		if err != nil {
			return err
		}
		for _, u := range m.units {
			for _, t := range m.targets {
				if !sees(actor, u.ID, "") || !ofUnit(u.ID)(t) {
					continue
				}
				shut := mayReport(actor, t.Tracked)
				if m.Round.State == thidua.RoundEnded {
					shut = thidua.Refuse(thidua.Conflict, CodeRoundEnded, m.Round.Year)
				}
				all = append(all, Reportable{t, u, shut})
			}
		}
		return nil
	})
	return all, err
}

// owed finds the unit and the criterion of the oldest evidence that was returned to a unit; empty when none is owed.
func (m *material) owed() (unit, criterion string) {
	for _, e := range m.evidence {
		if e.State == thidua.EvidenceReturned && e.Person == "" {
			return e.Unit, e.Criterion
		}
	}
	return "", ""
}

// BoardTable makes the board of a round as a table for a workbook: units by the leaves of the criteria, percents, and the counts of targets.
func (a *App) BoardTable(ctx context.Context, actor thidua.Actor, round string) (sheet.Table, error) {
	b, err := a.Board(ctx, actor, round, BoardFilter{})
	if err != nil {
		return sheet.Table{}, err
	}
	agency, err := a.Agency(ctx, actor)
	t := sheet.Table{Name: vi.BoardTab(b.Round.Year), Title: vi.BoardTitle(b.Round.Year), Notes: []string{vi.BoardNote(b.Day)}}
	if agency.Sample {
		t.Notes = append(t.Notes, doc.SampleMark)
	}
	var leaves []string
	for _, c := range b.Leaves {
		leaves = append(leaves, c.Code+" "+vi.ShortCriterion(c.Name))
	}
	for i, head := range vi.BoardHeads(leaves) {
		width := 12.0
		if i == 1 {
			width = 26
		}
		t.Columns = append(t.Columns, sheet.TableColumn{Head: head, Width: width})
	}
	for i, r := range b.Rows {
		t.Rows = append(t.Rows, append([]any{i + 1, r.Name}, r.cells()...))
	}
	return t, err
}

// cells are the percents of a row and its counts of targets: registered, reached, with evidence awaited.
func (r BoardRow) cells() []any {
	var out []any
	for _, percent := range append(slices.Clone(r.Cells), r.Total) {
		if percent < 0 {
			out = append(out, nil)
		} else {
			out = append(out, percent)
		}
	}
	return append(out, r.Tally.All, r.Tally.Reached, r.Tally.Awaited)
}

func (d *Detail) pick(m *material, actor thidua.Actor, asked func(criterion string) bool) {
	own := ofUnit(d.Unit.ID)
	for _, t := range m.targets {
		if own(t) && asked(t.Criterion) {
			d.Targets = append(d.Targets, t)
		}
	}
	for _, e := range m.evidence {
		if e.Unit == d.Unit.ID && asked(e.Criterion) {
			d.Evidence = append(d.Evidence, Evidence{Evidence: e, Criterion: m.Criterion(e.Criterion), Offers: offersOf(actor, e)})
		}
	}
}

// TargetView is one target with its course, its evidence, and whether the actor may report on it.
type TargetView struct {
	Season
	TargetResult
	Criterion thidua.Criterion
	Evidence  []Evidence
	MayReport bool
}

// Target reads one target; NotFound for who may not see it.
func (a *App) Target(ctx context.Context, actor thidua.Actor, id string) (v TargetView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		t, round, err := tx.TrackedTarget(id)
		if err != nil {
			return err
		}
		if !sees(actor, t.Subject.Unit, t.Subject.Person) && !actor.Own(t.Owner) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if v.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		found, err := tx.EvidenceOf(store.EvidenceFilter{Round: round, Target: id})
		if err != nil {
			return err
		}
		all, err := followed(tx, v.Round, store.TargetFilter{Target: id}, found)
		if err != nil {
			return err
		}
		v.TargetResult, v.Criterion = all[0], v.Season.Criterion(t.Criterion)
		v.MayReport = mayReport(actor, t) == nil && v.Round.State != thidua.RoundEnded
		v.Evidence = withOffers(v.Season, actor, found)
		return nil
	})
	return v, err
}

func withOffers(s Season, actor thidua.Actor, found []thidua.Evidence) []Evidence {
	out := make([]Evidence, len(found))
	for i, e := range found {
		out[i] = Evidence{Evidence: e, Criterion: s.Criterion(e.Criterion), Offers: offersOf(actor, e)}
	}
	return out
}

// Mine is what a person sees of the own year: the targets in his or her charge, the evidence, and each standard with its finding.
type Mine struct {
	Season
	Targets     []TargetResult
	Evidence    []Evidence
	Initiatives []thidua.Initiative
	Findings    []StandardFinding
}

// StandardFinding is a standard with what it says of a subject.
type StandardFinding struct {
	thidua.Standard
	thidua.Finding
}

// Mine reads the actor's own year; an account without a person has none.
func (a *App) Mine(ctx context.Context, actor thidua.Actor, round string) (v Mine, err error) {
	if actor.Person == "" {
		return v, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if v.Season, err = seasonOf(tx, round); err != nil {
			return err
		}
		m, err := materialOf(tx, v.Season)
		if err != nil {
			return err
		}
		for _, t := range m.targets {
			if t.Subject.Person == actor.Person || t.Owner == actor.Person {
				v.Targets = append(v.Targets, t)
			}
		}
		me := thidua.Subject{Kind: thidua.Individual, Unit: actor.Unit, Person: actor.Person, Name: actor.Name}
		v.Evidence = withOffers(v.Season, actor, m.by[me.Key()].evidence)
		record := m.result(me).Record
		v.Initiatives = record.Initiatives
		for _, s := range v.StandardsFor(thidua.Individual) {
			v.Findings = append(v.Findings, StandardFinding{Standard: s, Finding: s.Judge(record)})
		}
		return nil
	})
	return v, err
}
