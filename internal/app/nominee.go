package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/doc/alike"
	"thidua/internal/doc/record"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func nomineeObject(id string) string { return "nominee:" + id }

// Slate is who is proposed in a round and who may still be: what Văn phòng and the secretary prepare the council from.
type Slate struct {
	Results
	Nominees []thidua.Nominee
	Units    []thidua.Unit
	Sessions []thidua.Session // those that take cases
}

// Slate reads the nominees of a round with their findings: all of them for those who prepare or supervise, a unit's own for its head.
func (a *App) Slate(ctx context.Context, actor thidua.Actor, round string) (s Slate, err error) {
	if err := may(actor, append([]thidua.Role{thidua.RoleHead}, preparers...)...); err != nil {
		return s, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		if s.Results, err = resultsOf(tx, season); err != nil {
			return err
		}
		if s.Units, err = tx.UnitsNamed(season.unitsOn(today(tx))); err != nil {
			return err
		}
		if err := s.readSessions(tx); err != nil {
			return err
		}
		all, err := tx.Nominees(round)
		s.narrow(actor, all)
		return err
	})
	return s, err
}

func (s *Slate) readSessions(tx *store.Tx) error {
	all, err := tx.CouncilSessions(s.Round.ID)
	for _, one := range all {
		if one.Before() {
			s.Sessions = append(s.Sessions, one)
		}
	}
	return err
}

// narrow leaves to the head of a unit what is the unit's, and takes out of the subjects who is proposed already.
func (s *Slate) narrow(actor thidua.Actor, all []thidua.Nominee) {
	whole, taken := actor.Has(preparers...), map[string]bool{}
	for _, n := range all {
		taken[n.Subject.Key()] = true
		if whole || actor.Leads(n.Subject.Unit) {
			s.Nominees = append(s.Nominees, n)
		}
	}
	var free []Result
	for _, r := range s.Subjects {
		if !taken[r.Subject.Key()] && (whole || actor.Leads(r.Subject.Unit)) {
			free = append(free, r)
		}
	}
	s.Subjects = free
}

// Nomination is one nominee with its results on every criterion and the session that considers it.
type Nomination struct {
	thidua.Nominee
	Season  Season
	Result  Result
	Session thidua.Session // the zero value before one is set
	Facts   thidua.Facts
	Offers  []thidua.Offer
	Edit    bool // the actor may write findings and the summary
}

// Nomination reads a nominee: for who prepares or supervises, for the head of the unit, and for the council once it is put before it.
func (a *App) Nomination(ctx context.Context, actor thidua.Actor, nominee string) (n Nomination, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if n, err = nominationOf(tx, actor, nominee); err != nil {
			return err
		}
		all, err := resultsOf(tx, n.Season)
		if err != nil {
			return err
		}
		return n.show(actor, all)
	})
	return n, err
}

// Cases reads a session with every nominee put before it, as Nomination gives each alone, in a fixed number of queries.
func (a *App) Cases(ctx context.Context, actor thidua.Actor, session string) (r Room, cases []Nomination, err error) {
	if err := may(actor, CouncilReaders...); err != nil {
		return r, nil, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if r, err = shownRoom(tx, actor, session); err != nil || len(r.Nominees) == 0 {
			return err
		}
		results, err := resultsOf(tx, r.Season)
		if err != nil {
			return err
		}
		all, err := tx.Nominees(r.Round.ID)
		if err != nil {
			return err
		}
		for _, one := range r.Nominees {
			n := Nomination{Nominee: one, Season: r.Season, Session: r.Session}
			n.weigh(actor, all)
			if err := n.show(actor, results); err != nil {
				return err
			}
			cases = append(cases, n)
		}
		return nil
	})
	return r, cases, err
}

// show adds what the page of a nominee shows; NotFound for who may not see it.
func (n *Nomination) show(actor thidua.Actor, all Results) error {
	if !n.seenBy(actor) {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if r, err := all.of(n.Subject); err == nil {
		n.Result = r
	}
	n.Offers = n.offers(actor)
	n.Edit = n.writable() && n.writes(actor) && !actor.Own(n.Subject.Person)
	return nil
}

func nominationOf(tx *store.Tx, actor thidua.Actor, id string) (n Nomination, err error) {
	if n.Nominee, err = tx.Nominee(id); err != nil {
		return n, err
	}
	if n.Season, err = seasonOf(tx, n.Round); err != nil {
		return n, err
	}
	if n.Nominee.Session != "" {
		if n.Session, err = tx.CouncilSession(n.Nominee.Session); err != nil {
			return n, err
		}
	}
	all, err := tx.Nominees(n.Round)
	n.weigh(actor, all)
	return n, err
}

// weigh answers what the next steps of the nominee ask, among all nominees of its round.
func (n *Nomination) weigh(actor thidua.Actor, all []thidua.Nominee) {
	n.Facts = n.StandardFacts(n.Season.StandardsFor(n.Subject.Kind))
	for fact, holds := range n.HoldFacts(n.Session) {
		n.Facts[fact] = holds
	}
	n.Facts[thidua.NotOwnCase] = !actor.Own(n.Subject.Person)
	n.Facts[thidua.WithinQuota] = n.Season.Round.RoomFor(n.Subject.Kind, all)
}

func (n Nomination) seenBy(actor thidua.Actor) bool {
	before := n.State != thidua.NomineeProposed && n.State != thidua.NomineeHeld && n.State != thidua.NomineeWithdrawn
	return actor.Has(preparers...) || actor.Leads(n.Subject.Unit) || before && actor.Has(CouncilReaders...)
}

// writes tells who may find by hand and sum up: Văn phòng, the secretary, and the head of the unit.
func (n Nomination) writes(actor thidua.Actor) bool {
	return actor.Has(thidua.RoleOffice, thidua.RoleSecretary) || actor.Leads(n.Subject.Unit)
}

// writable tells whether findings and summary are open: until the council votes.
func (n Nomination) writable() bool {
	return n.State == thidua.NomineeProposed || n.State == thidua.NomineeBefore && n.Session.Before()
}

// offers leaves out what comes with a vote, a dossier or a decision.
func (n Nomination) offers(actor thidua.Actor) []thidua.Offer {
	var out []thidua.Offer
	for _, o := range thidua.NomineeFlow.Offers(n.State, actor.For(n.Subject.Unit, n.Subject.Person), n.Facts) {
		if byHand(o.Do) {
			out = append(out, o)
		}
	}
	return out
}

// byHand tells the steps that are taken for one nominee alone.
func byHand(do thidua.Action) bool {
	return do == thidua.PutBefore || do == thidua.HoldNominee || do == thidua.LiftHold || do == thidua.Withdraw
}

// ReportState is how a report of achievements stands: against the data of today, and its words against those of other reports.
type ReportState struct {
	record.Manuscript
	Changes  []thidua.FigureChange        // what the data say otherwise now (số liệu đã cũ)
	Evidence map[string][]thidua.Evidence // by target, to lead to it
	Alike    []AlikeSentence
}

// AlikeSentence is a sentence of the report that is alike to one of another report: of the same subject in an earlier year, or of somebody else
// in the same year. Whose, Paper and the other sentence are empty for who may not read that report.
type AlikeSentence struct {
	alike.Pair
	Year  int
	Whose string
	Paper string
}

// ReportState reads how a report stands; NotFound for who may not see it and for any other paper. What is alike is told, never a reason to refuse.
func (a *App) ReportState(ctx context.Context, actor thidua.Actor, paper string) (s ReportState, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := paperOf(tx, paper)
		if err == nil && (!c.seenBy(actor) || c.Kind != thidua.PaperReport) {
			err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if err != nil {
			return err
		}
		g, err := draftingOf(tx, c.Round)
		if err != nil {
			return err
		}
		if s.Manuscript, err = record.ReadManuscript(c.Figures, c.Words); err != nil {
			return err
		}
		if n := g.nominee(c.Nominee); n != nil {
			s.Changes = s.AchievementReport.Changes(g.report(*n))
		}
		s.Evidence = g.evidenceOf(c.Subject)
		s.Alike, err = g.alike(tx, actor, c, s.Manuscript)
		return err
	})
	return s, err
}

// evidenceOf gives the evidence of a subject by the target that it proves.
func (g *drafting) evidenceOf(subject thidua.Subject) map[string][]thidua.Evidence {
	out := map[string][]thidua.Evidence{}
	known, err := g.results.of(subject)
	if err != nil {
		return out
	}
	seen := map[string]bool{}
	for _, c := range known.Criteria {
		for _, e := range c.Evidence {
			if !seen[e.ID] { // a head criterion holds that of its contents too
				seen[e.ID] = true
				out[e.Target] = append(out[e.Target], e)
			}
		}
	}
	return out
}

// alike compares the author's own sentences with those of the other reports of the round and of the subject's earlier ones.
func (g *drafting) alike(tx *store.Tx, actor thidua.Actor, c paperCase, m record.Manuscript) ([]AlikeSentence, error) {
	own := m.Own(c.ID)
	if len(own) == 0 {
		return nil, nil
	}
	others, err := tx.ReportsBeside(g.Round, c.Subject)
	if err != nil {
		return nil, err
	}
	var sentences []alike.Sentence
	of := map[string]store.NamedReport{}
	for _, o := range others {
		if other, err := record.ReadManuscript(o.Figures, o.Words); err == nil && o.ID != c.ID {
			of[o.ID] = o
			sentences = append(sentences, other.Own(o.ID)...)
		}
	}
	var out []AlikeSentence
	index := alike.NewIndex(alike.Usual, sentences)
	for _, s := range own {
		hidden := false // one line says that some other report is alike, whatever their number
		for _, pair := range index.Like(s) {
			if one := shownTo(actor, of[pair.Other.Of], pair); one.Paper != "" || !hidden {
				hidden = hidden || one.Paper == ""
				out = append(out, one)
			}
		}
	}
	return out, nil
}

// shownTo leaves out of a pair what the actor may not read.
func shownTo(actor thidua.Actor, o store.NamedReport, pair alike.Pair) AlikeSentence {
	out := AlikeSentence{Pair: pair, Year: o.Year}
	if (paperCase{Paper: o.Paper, Subject: o.Subject}).seenBy(actor) {
		out.Whose, out.Paper = o.Subject.Name, o.ID
		return out
	}
	out.Other, out.Pieces, out.OwnPieces = alike.Sentence{}, nil, []alike.Piece{{Text: pair.Own.Text}}
	return out
}

// readYearBefore reads what was reached in the year before, for the comparison that a report makes.
func (g *drafting) readYearBefore(tx *store.Tx) error {
	if g.Round.Closing {
		return nil
	}
	rounds, err := tx.Rounds(g.Season.Movement.ID)
	at := slices.IndexFunc(rounds, func(r thidua.Round) bool { return r.Year == g.Round.Year-1 })
	if err != nil || at < 0 {
		return err
	}
	targets, err := followed(tx, rounds[at], store.TargetFilter{}, nil)
	g.before = map[string]thidua.Quantity{}
	for _, t := range targets {
		if t.Measured && t.Value != thidua.NoValue && !g.results.several(t.Subject) {
			g.before[sameTarget(t)] = t.Latest.Value
		}
	}
	return err
}

// sameTarget is by what a target is known again in another year: whose it is, the content and the measure.
func sameTarget(t TargetResult) string {
	return strings.Join([]string{t.Subject.Key(), vi.Fold(t.Content), vi.Fold(t.Measure)}, "|")
}

// changes names the figures of a report that the data state otherwise now.
func changes(kept, now []byte) ([]thidua.FigureChange, error) {
	was, err := record.ReadManuscript(kept, nil)
	if err != nil {
		return nil, err
	}
	is, err := record.ReadManuscript(now, nil)
	return was.Changes(is.AchievementReport), err
}
