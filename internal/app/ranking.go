package app

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// standings ranks the units of a round once every sheet by points is closed; none before. The year before is that of the same movement, and
// a unit that was one other unit then is compared with that one.
func standings(r thidua.Round, units []thidua.Unit, sheets []thidua.ScoreSheet, scores []store.UnitScore, d thidua.Descent) []thidua.Standing {
	if len(sheets) == 0 || !r.ByPoints || slices.ContainsFunc(sheets, func(s thidua.ScoreSheet) bool { return !closed(s) }) {
		return nil
	}
	before := map[string]thidua.Standing{}
	for _, s := range ranked(scores, units, r.Year-1) {
		before[s.Unit] = s
	}
	out := ranked(scores, units, r.Year)
	for i, s := range out {
		if out[i].Origins = d.Origins(s.Unit); out[i].Origins != 0 {
			continue
		}
		if forebears := d[s.Unit]; len(forebears) == 1 {
			s.Unit = forebears[0]
		}
		if was, ok := before[s.Unit]; ok {
			score := was.Score
			out[i].Before, out[i].Was = &score, was.Rank
		}
	}
	return out
}

// ranked ranks the scores of one year; a unit that no longer exists keeps its place, without a name.
func ranked(scores []store.UnitScore, units []thidua.Unit, year int) []thidua.Standing {
	var in []thidua.Standing
	for _, s := range scores {
		if s.Year == year {
			in = append(in, thidua.Standing{Unit: s.Unit, Name: unitOf(units, s.Unit).Name, Score: s.Score})
		}
	}
	return thidua.RankUnits(in)
}

// scoreOf sums the reviewed lines of a criterion once the sheet is closed; nil before, and for people, who are not scored.
func (m *material) scoreOf(s thidua.Subject, c thidua.Criterion) (*thidua.Points, thidua.Points) {
	sheet, ok := m.sheets[s.Unit]
	if s.Kind != thidua.Collective || !ok || !sheet.ByPoints || !closed(sheet) {
		return nil, c.MaxPoints
	}
	var sum, most thidua.Points
	for _, l := range sheet.Lines {
		if m.Within(l.Criterion, c.ID) && l.Review != nil {
			sum, most = sum+*l.Review, most+l.Max
		}
	}
	return &sum, most
}

func closed(s thidua.ScoreSheet) bool {
	return s.State == thidua.SheetClosed || s.State == thidua.SheetPublished
}

func unitOf(units []thidua.Unit, id string) thidua.Unit {
	for _, u := range units {
		if u.ID == id {
			return u
		}
	}
	return thidua.Unit{}
}

// Ranking is the standings of the units of a round, with what stands beside them; people are never ranked.
type Ranking struct {
	Season
	Scale   thidua.Scale
	Rounds  []thidua.Round
	Hidden  bool // not published yet, and this actor may not see it before
	Rows    []RankRow
	Pending []string // units whose sheet is not closed yet
	Heads   []thidua.Criterion
	Years   []int // of the movement, up to this round
	Offers  []thidua.Offer
	Session thidua.Session      // of the council about the year; the zero value while none is planned
	Index   *thidua.IndexResult // of the year; nil while it is awaited
	Before  *thidua.IndexResult
}

// RankRow is one unit: its place, its scores over the years, and how it did on each criterion.
type RankRow struct {
	thidua.Standing
	Short      string
	Sheet      string // id of its sheet; empty for who may not open it
	History    []*thidua.Points
	Completion int   // mean percent of its targets, -1 without any
	Shares     []int // percent of the largest score, by head criterion; -1 without points
}

// Ranking reads the standings of a round; before they are published only Văn phòng, leaders, the council and inspectors see them.
func (a *App) Ranking(ctx context.Context, actor thidua.Actor, round string) (r Ranking, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		r = Ranking{Season: season, Heads: season.Heads(), Hidden: !season.Round.RanksPublished && !actor.Has(readers...)}
		if r.Scale, err = tx.Scale(round); err != nil {
			return err
		}
		if r.Rounds, err = tx.Rounds(season.Movement.ID); err != nil || r.Hidden {
			return err
		}
		if err := r.meets(tx); err != nil {
			return err
		}
		return r.fill(tx, actor)
	})
	return r, err
}

func (r *Ranking) fill(tx *store.Tx, actor thidua.Actor) error {
	m, err := materialOf(tx, r.Season)
	if err != nil {
		return err
	}
	scores, err := tx.UnitScores(r.Movement.ID)
	if err != nil {
		return err
	}
	for _, s := range scores {
		if !slices.Contains(r.Years, s.Year) && s.Year <= r.Round.Year {
			r.Years = append(r.Years, s.Year)
		}
	}
	for _, s := range m.standings {
		r.Rows = append(r.Rows, r.row(m, scores, actor, s))
	}
	slices.SortFunc(r.Rows, func(a, b RankRow) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(orderOf(m.units, a.Unit), orderOf(m.units, b.Unit)))
	})
	for _, u := range m.units {
		if s, ok := m.sheets[u.ID]; !ok || !closed(s) {
			r.Pending = append(r.Pending, u.Short)
		}
	}
	r.Index, r.Before = m.index, m.before
	if len(m.sheets) > 0 && !r.Round.RanksPublished {
		facts := thidua.Facts{thidua.AllClosed: len(r.Pending) == 0, thidua.OpinionGood: true}
		r.Offers = publications(thidua.ScoreSheetFlow.Offers(thidua.SheetClosed, actor.Roles, facts))
	}
	return nil
}

// publications keeps the acts that publish, so that the other acts on a closed sheet are not offered here.
func publications(offers []thidua.Offer) []thidua.Offer {
	return slices.DeleteFunc(offers, func(o thidua.Offer) bool { return o.Do != thidua.PublishSheets && o.Do != thidua.RecordPublish })
}

// meets reads when the council meets about the year.
func (r *Ranking) meets(tx *store.Tx) error {
	sessions, err := tx.CouncilSessions(r.Round.ID)
	for _, s := range sessions {
		if s.State != thidua.SessionPostponed && !s.At.Before(r.Session.At) {
			r.Session = s
		}
	}
	return err
}

func orderOf(units []thidua.Unit, id string) int {
	return slices.IndexFunc(units, func(u thidua.Unit) bool { return u.ID == id })
}

func (r *Ranking) row(m *material, scores []store.UnitScore, actor thidua.Actor, s thidua.Standing) RankRow {
	row := RankRow{Standing: s, Short: unitOf(m.units, s.Unit).Short, Completion: mean(m.targets, ofUnit(s.Unit))}
	if actor.Has(readers...) || actor.Leads(s.Unit) {
		row.Sheet = m.sheets[s.Unit].ID
	}
	for _, year := range r.Years {
		row.History = append(row.History, scoreIn(scores, s.Unit, year))
	}
	for _, c := range r.Heads {
		got, most := m.scoreOf(thidua.Subject{Kind: thidua.Collective, Unit: s.Unit}, c)
		share := -1
		if got != nil && most > 0 {
			share = int((*got*200 + most) / (most * 2)) // rounded half up, as the averages are
		}
		row.Shares = append(row.Shares, share)
	}
	return row
}

func scoreIn(scores []store.UnitScore, unit string, year int) *thidua.Points {
	for _, s := range scores {
		if s.Unit == unit && s.Year == year {
			return &s.Score
		}
	}
	return nil
}

// RankingPaper makes the ranking of a round as a table to print; NotFound for who may not see the ranks, and while there are none.
func (a *App) RankingPaper(ctx context.Context, actor thidua.Actor, round string) (d doc.Document, err error) {
	r, err := a.Ranking(ctx, actor, round)
	if err != nil {
		return d, err
	}
	if len(r.Rows) == 0 {
		return d, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	agency, err := a.Agency(ctx, actor)
	if err != nil {
		return d, err
	}
	t := record.RankTable{Sample: agency.Sample, Issuer: issuerOf(agency), Date: a.Today(), Year: r.Round.Year, Of: vi.YearOf(r.Movement, r.Round.Year),
		Notes: []string{vi.PeopleUnranked + " " + vi.ScaleSentence(r.Scale)}}
	if !r.Round.RanksPublished {
		t.Notes = append(t.Notes, vi.RanksHidden)
	}
	t.Maker = actor.Name
	leaders, err := a.Leaders(ctx, actor)
	if err != nil {
		return d, err
	}
	if len(leaders) > 0 {
		first := leaders[max(slices.IndexFunc(leaders, func(s thidua.Staff) bool { return s.Post == agency.LeaderTitle }), 0)]
		t.Signer = doc.Signer{Titles: vi.HeadOf(agency, first.Post), Name: first.Name}
	}
	for _, row := range r.Rows {
		t.Lines = append(t.Lines, row.line())
	}
	return t.Document(), nil
}

func issuerOf(a thidua.Agency) doc.Issuer {
	return doc.Issuer{Superior: a.Parent, Agency: a.Name, Place: a.Place}
}

func (r RankRow) line() record.RankLine {
	l := record.RankLine{Rank: r.Rank, Unit: r.Name, Score: vi.Score(r.Score), Move: vi.Move(r.Standing)}
	if r.Before != nil {
		l.Before, l.Difference = vi.Score(*r.Before), vi.Difference(r.Score-*r.Before)
	}
	if r.Completion >= 0 {
		l.Done = strconv.Itoa(r.Completion) + "%"
	}
	return l
}

// PublishRanks publishes the sheets and the ranking of a round: a leader, once every sheet is closed. Version is that of the round.
func (a *App) PublishRanks(ctx context.Context, actor thidua.Actor, round string, version int64) error {
	d := deed{Verb: thidua.PublishSheets, Object: "round:" + round}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		p, err := publicationOf(tx, round)
		if err != nil {
			return err
		}
		p.Version = version
		return p.publish(tx, actor.Roles, d, false)
	})
}

// RecordRanksPublished records that a leader who works on paper lets the ranking of a round be published (ghi thay): Văn phòng, with the
// scan of the opinion on the Phiếu trình. Version is that of the round; faults are those of an Instruction.
func (a *App) RecordRanksPublished(ctx context.Context, actor thidua.Actor, round string, version int64, in Instruction) error {
	d := deed{Verb: thidua.RecordPublish, Object: "round:" + round}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		p, err := publicationOf(tx, round)
		if err != nil {
			return err
		}
		if _, err := thidua.ScoreSheetFlow.Next(p.from, d.Verb, actor.Roles, p.facts(true), ""); err != nil {
			return err
		}
		slip := thidua.CoverSlip{ID: store.NewID(), Round: round, About: thidua.SlipRanking, Object: round, State: thidua.SlipWaiting, MadeAt: tx.Now, Version: 1}
		if err := tx.InsertCoverSlip(slip); err != nil {
			return err
		}
		in.Version = slip.Version
		if err := giveOpinion(tx, actor, &slip, in); err != nil {
			return err
		}
		if err := tx.UpdateCoverSlip(slip); err != nil {
			return err
		}
		p.Version, d.ForWho = version, slip.LeaderName
		return p.publish(tx, actor.Roles, d, slip.Good())
	})
}

// publication is a round with its sheets, on the way to be published.
type publication struct {
	thidua.Round
	sheets []thidua.ScoreSheet
	from   thidua.State
}

func publicationOf(tx *store.Tx, round string) (p publication, err error) {
	if p.Round, err = tx.Round(round); err != nil {
		return p, err
	}
	p.from = thidua.SheetClosed
	if p.RanksPublished {
		p.from = thidua.SheetPublished
	}
	p.sheets, err = tx.ScoreSheets(round)
	return p, err
}

func (p publication) facts(opinion bool) thidua.Facts {
	open := slices.ContainsFunc(p.sheets, func(s thidua.ScoreSheet) bool { return !closed(s) })
	return thidua.Facts{thidua.AllClosed: len(p.sheets) > 0 && !open, thidua.OpinionGood: opinion}
}

// publish moves every sheet of the round to published, under the rule of the deed.
func (p publication) publish(tx *store.Tx, roles []thidua.Role, d *deed, opinion bool) error {
	rule, err := thidua.ScoreSheetFlow.Next(p.from, d.Verb, roles, p.facts(opinion), d.Reason)
	if err != nil {
		return err
	}
	for _, s := range p.sheets {
		s.State = rule.To
		if err := tx.UpdateScoreSheet(s); err != nil {
			return err
		}
	}
	p.RanksPublished = true
	d.Name, d.After = strconv.Itoa(p.Year), len(p.sheets)
	return tx.UpdateRound(p.Round)
}
