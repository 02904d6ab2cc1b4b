package app

import (
	"bytes"
	"encoding/json"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// drafting is everything that the papers of a round are written from, read in a fixed number of queries.
type drafting struct {
	record.Occasion
	Season
	day      thidua.Date
	council  string
	met      thidua.Date // day of the latest meeting that passed somebody
	nominees []thidua.Nominee
	results  Results
	past     []thidua.Award             // of earlier years
	before   map[string]thidua.Quantity // what was reached in the year before, by sameTarget
	heads    map[string]doc.Signer
	sessions map[string]thidua.Session
	edits    map[string]thidua.PaperFile  // by paper: edited on Word, and what is issued of it
	named    []thidua.AgencyVersion       // what the agency was called by day
	words    map[string]map[string]string // the agency's own, by form and part
}

func draftingOf(tx *store.Tx, round string) (*drafting, error) {
	g := &drafting{day: today(tx), heads: map[string]doc.Signer{}, sessions: map[string]thidua.Session{}}
	var err error
	if g.Season, err = seasonOf(tx, round); err != nil {
		return nil, err
	}
	g.Occasion = record.Occasion{Movement: g.Season.Movement, Year: g.Round.Year, Closing: g.Round.Closing}
	if len(g.Awards) > 0 {
		g.Award = g.Awards[0]
	}
	if g.Agency, err = tx.Agency(); err != nil {
		return nil, err
	}
	if g.named, err = tx.AgencyVersions(); err != nil {
		return nil, err
	}
	own, err := tx.OwnWords()
	if err != nil {
		return nil, err
	}
	g.words = thidua.WordsOn(own, g.day)
	for _, read := range []func(*store.Tx) error{g.readPeople, g.readCouncil, g.readAwards} {
		if err := read(tx); err != nil {
			return nil, err
		}
	}
	if g.results, err = resultsOf(tx, g.Season); err == nil {
		err = g.readYearBefore(tx)
	}
	return g, err
}

func (g *drafting) readPeople(tx *store.Tx) error {
	staff, err := tx.Staff(store.StaffFilter{On: g.day}, store.Page{})
	for _, s := range staff {
		switch {
		case s.Rank == thidua.RankLeader && (g.Leader == "" || s.Post == g.Agency.LeaderTitle):
			g.Leader = s.Name
		case s.Rank == thidua.RankHead, s.Rank == thidua.RankDeputy && g.heads[s.Unit].Name == "":
			g.heads[s.Unit] = doc.Signer{Titles: []string{s.Post}, Name: s.Name}
		}
	}
	return err
}

func (g *drafting) readCouncil(tx *store.Tx) error {
	all, err := tx.Nominees(g.Round.ID)
	if err != nil {
		return err
	}
	g.nominees = all
	sessions, err := tx.CouncilSessions(g.Round.ID)
	if err != nil || len(sessions) == 0 {
		return err
	}
	for _, s := range sessions {
		g.sessions[s.ID] = s
		if concluded(s) {
			g.met = max(g.met, thidua.DateOf(s.At))
		}
	}
	c, err := tx.Council(sessions[0].Council)
	g.council = c.Name
	return err
}

func concluded(s thidua.Session) bool {
	return s.State == thidua.SessionConcluded || s.State == thidua.SessionSigned
}

func (g *drafting) readAwards(tx *store.Tx) error {
	all, err := tx.Awards(store.AwardFilter{}, store.Page{})
	for _, w := range all {
		if w.Year < g.Round.Year || g.Round.Closing && w.Round != g.Round.ID {
			g.past = append(g.past, w)
		}
	}
	return err
}

// listed gives the nominees that the dossier proposes, or proposed before the decision came.
func (g *drafting) listed() []thidua.Nominee {
	var out []thidua.Nominee
	for _, n := range g.nominees {
		switch n.State {
		case thidua.NomineeInDossier, thidua.NomineeAwarded, thidua.NomineeNot, thidua.NomineePresented, thidua.NomineeRevoked:
			out = append(out, n)
		}
	}
	return out
}

// voted lists the nominees whose session has concluded.
func (g *drafting) voted() []string {
	var out []string
	for _, n := range g.nominees {
		if concluded(g.sessions[n.Session]) && n.State != thidua.NomineeFailed {
			out = append(out, n.ID)
		}
	}
	return out
}

// figures gives what a paper of the kind says now, as its form's input; nothing for papers that are not written here.
func (g *drafting) figures(kind thidua.PaperKind, nominee string, on thidua.Date) ([]byte, error) {
	then := *g
	then.Agency = g.Agency.On(on, g.named)
	g = &then
	switch kind {
	case thidua.PaperProposal:
		return json.Marshal(g.letter(on))
	case thidua.PaperReport:
		for _, n := range g.nominees {
			if n.ID == nominee {
				return json.Marshal(g.report(n))
			}
		}
	}
	return nil, nil
}

func (g *drafting) letter(on thidua.Date) record.ProposalLetter {
	listed := g.listed()
	l := record.Proposal{Occasion: g.Occasion, Laws: thidua.LawsOn(record.Laws, on), Bases: g.Bases, Council: g.council, Met: g.met, Nominees: listed,
		Reports: len(listed)}.Letter()
	l.Wording = g.words[record.LetterName]
	return l
}

func (g *drafting) report(n thidua.Nominee) record.AchievementReport {
	a := record.Achievement{Occasion: g.Occasion, Subject: n.Subject, UnitName: n.Subject.Home, Head: g.heads[n.Subject.Unit]}
	if n.Subject.Kind == thidua.Collective {
		a.UnitName = n.Subject.Name
	}
	if known, err := g.results.of(n.Subject); err == nil {
		if g.Round.RanksPublished {
			a.Standing, a.Units = known.Standing, known.Record.Units
		}
		a.Index, a.Evaluation = known.Record.Index, known.Record.Evaluation
		for _, c := range known.Criteria {
			a.Initiatives = append(a.Initiatives, c.Initiatives...)
			if c.Parent == "" && (n.Subject.Kind == thidua.Collective && c.ForUnits || n.Subject.Kind == thidua.Individual && c.ForPeople) {
				a.Criteria = append(a.Criteria, g.criterionData(c))
			}
		}
	}
	for _, w := range g.past {
		if w.Subject.Key() == n.Subject.Key() {
			a.Past = append(a.Past, w)
		}
	}
	r := a.Report()
	r.Wording = g.words[record.ReportName(r.Collective)]
	return r
}

func (g *drafting) criterionData(c CriterionResult) record.CriterionData {
	out := record.CriterionData{Code: c.Code, Name: c.Name, Score: c.Score, Max: c.Max, Initiatives: c.Initiatives,
		Publicity: c.Publicity, Exemplars: c.Exemplars, Whole: g.Round.Closing}
	of := map[string][]thidua.Evidence{}
	for _, e := range c.Evidence {
		of[e.Target] = append(of[e.Target], e)
	}
	for _, t := range c.Targets {
		data := record.TargetData{Target: t.Target, Actual: t.Latest.Value, Said: t.Latest.Text, Measured: t.Measured, Evidence: of[t.ID], Awaits: t.Awaits, ReachedOn: t.HeldFrom(t.Entries, 100),
			From: g.Round.ReachedFrom}
		switch {
		case g.Round.Closing:
			data.Part = vi.Term(g.Season.Movement, thidua.Round{Year: t.Year})
		case t.Criterion != c.ID:
			data.Part = g.Criterion(t.Criterion).Name
		}
		if was, known := g.before[sameTarget(t)]; known {
			data.Before = &was
		}
		out.Targets = append(out.Targets, data)
	}
	for _, e := range of[""] {
		out.Papers = append(out.Papers, record.EvidenceName(e))
	}
	return out
}

// components lists the papers that the plan asks for, with those that exist.
func (g *drafting) components(papers []thidua.Paper) ([]thidua.Component, error) {
	var out []thidua.Component
	for _, part := range g.parts() {
		switch part.Kind {
		case thidua.PartReport:
			for _, n := range g.listed() {
				out = append(out, thidua.Component{Kind: thidua.PaperReport, Nominee: n.ID, Name: n.Subject.Name})
			}
		case thidua.PartProposal:
			out = append(out, thidua.Component{Kind: thidua.PaperProposal, Name: part.Name})
		case thidua.PartMinutes:
			out = append(out, thidua.Component{Kind: thidua.PaperMinutes, Name: part.Name})
		default:
			out = append(out, thidua.Component{Kind: thidua.PaperOther, Name: part.Name})
		}
	}
	for i := range out {
		if err := g.match(&out[i], papers); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// parts are those of the plan; a plan that names none needs the three that every dossier has.
func (g *drafting) parts() []thidua.DossierPart {
	if len(g.Parts) > 0 {
		return g.Parts
	}
	return []thidua.DossierPart{{Kind: thidua.PartProposal, Name: vi.PaperKind(thidua.PaperProposal)},
		{Kind: thidua.PartMinutes, Name: vi.PaperKind(thidua.PaperMinutes)}, {Kind: thidua.PartReport, Name: vi.PaperKind(thidua.PaperReport)}}
}

// match finds the paper of a component, the latest that is not recalled, and compares it with the data.
func (g *drafting) match(c *thidua.Component, papers []thidua.Paper) error {
	for i := range papers {
		if fits(*c, papers[i]) {
			c.Paper = &papers[i]
		}
	}
	if c.Paper == nil {
		return nil
	}
	now, err := g.figures(c.Kind, c.Nominee, g.dayOf(*c.Paper))
	c.Fresh = now == nil || bytes.Equal(now, c.Paper.Figures)
	if c.Kind == thidua.PaperReport && now != nil && !c.Fresh {
		if c.Stale, err = changes(c.Paper.Figures, now); err == nil {
			c.Fresh = len(c.Stale) == 0
		}
	}
	open := map[string]bool{}
	for _, o := range openCriteria(*c.Paper) {
		open[o.Code] = true
	}
	for _, head := range g.Heads() {
		if open[head.Code] {
			c.Open = append(c.Open, head)
		}
	}
	return err
}

func fits(c thidua.Component, p thidua.Paper) bool {
	return p.Kind == c.Kind && p.Nominee == c.Nominee && p.State != thidua.PaperRecalled && (c.Kind != thidua.PaperOther || p.Title == c.Name)
}

// dayOf is the day whose law a paper rests on: its own, or today while it has none.
func (g *drafting) dayOf(p thidua.Paper) thidua.Date {
	if p.IssuedOn != "" {
		return p.IssuedOn
	}
	return g.day
}

// basesOpen counts what a person should verify among the bases of the letter: not in force on its day, not read in an official text, or
// the regulation of the province missing.
func (g *drafting) basesOpen(letter *thidua.Paper) int {
	if letter == nil {
		return 0
	}
	var l record.ProposalLetter
	if json.Unmarshal(letter.Figures, &l) != nil {
		return 0
	}
	on := g.dayOf(*letter)
	open := 0
	cited := strings.Join(l.Edited(letter.Words).Bases, "\n")
	for _, law := range record.Laws {
		if strings.Contains(cited, law.Name) && (!law.InForce(on) || !law.Verified) {
			open++
		}
	}
	if g.Agency.HomeRule == "" {
		open++
	}
	return open
}

// sameNames tells whether letter and reports name exactly those of the list, as the list names them.
func (g *drafting) sameNames(components []thidua.Component) bool {
	for _, c := range components {
		if c.Paper == nil {
			continue
		}
		now, err := g.figures(c.Kind, c.Nominee, g.day)
		if err != nil || now != nil && names(c.Kind, now) != names(c.Kind, c.Paper.Figures) {
			return false
		}
	}
	return true
}

// names gives who stands in a paper: names, posts and forms of address.
func names(kind thidua.PaperKind, figures []byte) string {
	var out strings.Builder
	switch kind {
	case thidua.PaperProposal:
		var l record.ProposalLetter
		if json.Unmarshal(figures, &l) == nil {
			for _, n := range append(l.Collectives, l.Individuals...) {
				out.WriteString(n.Honorific + "|" + n.Name + "|" + n.Post + "\n")
			}
		}
	case thidua.PaperReport:
		var r record.AchievementReport
		if json.Unmarshal(figures, &r) == nil {
			out.WriteString(r.Name)
			for _, p := range r.Profile {
				out.WriteString("|" + p.Value)
			}
		}
	}
	return out.String()
}

// file puts a dossier together with everything that its checks ask.
func (g *drafting) file(tx *store.Tx, d thidua.Dossier) (f thidua.File, err error) {
	papers, err := tx.Papers(d.Round)
	if err != nil {
		return f, err
	}
	f = thidua.File{Dossier: d, Round: g.Round, Nominees: g.listed(), Voted: g.voted(), Today: g.day}
	if f.Components, err = g.components(papers); err != nil {
		return f, err
	}
	if err := g.readEdits(tx, f.Components); err != nil {
		return f, err
	}
	f.SameNames = g.sameNames(f.Components)
	for _, c := range f.Components {
		if c.Kind == thidua.PaperProposal {
			f.BasesOpen = g.basesOpen(c.Paper)
		}
	}
	return f, nil
}

// readEdits tells of every component whether a file edited on Word is issued of it, with other figures than those of the data.
func (g *drafting) readEdits(tx *store.Tx, components []thidua.Component) error {
	all, err := tx.EditsInUse(g.Round.ID)
	g.edits = map[string]thidua.PaperFile{}
	for _, e := range all {
		g.edits[e.Paper] = e
	}
	for i, c := range components {
		components[i].Departs = c.Paper != nil && g.edits[c.Paper.ID].Differs > 0
	}
	return err
}
