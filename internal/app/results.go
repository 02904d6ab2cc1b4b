package app

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Results is what a round brought to each subject: collectives first, in the order of units and people.
type Results struct {
	Season
	Subjects []Result
}

// Result is what is known of one subject in a round, for the council and for the report of achievements (báo cáo thành tích).
type Result struct {
	Subject    thidua.Subject
	Registered bool
	Award      string            // id of the award form aimed at
	Criteria   []CriterionResult // every criterion and content of the plan, in its order
	Sheet      thidua.ScoreSheet // of a unit; the zero value when there is none
	Standing   thidua.Standing   // of a unit; Rank 0 while not every sheet is closed
	Record     thidua.Record     // for thidua.Standard.Judge
	Targets    []TargetResult    // all of the subject, in the order of the registration
}

// CriterionResult is what a subject did for one criterion or content; a head criterion holds its contents' targets and evidence too.
type CriterionResult struct {
	thidua.Criterion
	Tally       thidua.Tally
	Completion  int // mean percent, -1 without targets
	Targets     []TargetResult
	Evidence    []thidua.Evidence
	Initiatives []thidua.Initiative    // of the criterion on initiatives: the one with evidence or targets beside them, else the last head
	Publicity   []thidua.PublicityItem // verified, of the criterion on publicity
	Exemplars   []thidua.Exemplar      // published, of the criterion on publicity
	Score       *thidua.Points         // reviewed, once the sheet is closed
	Max         thidua.Points
}

// Results reads the results of every subject of a round; Forbidden for who may not see those of others.
func (a *App) Results(ctx context.Context, actor thidua.Actor, round string) (out Results, err error) {
	if err := may(actor, readers...); err != nil {
		return out, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		out, err = resultsOf(tx, season)
		return err
	})
	return out, err
}

// ResultOf reads the results of one subject; NotFound for a subject that the actor may not see or the round does not have. The rank of a
// unit is left out before it is published, except for those who may see it.
func (a *App) ResultOf(ctx context.Context, actor thidua.Actor, round string, subject thidua.Subject) (out Result, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		all, err := resultsOf(tx, season)
		if err != nil {
			return err
		}
		out, err = all.of(subject)
		if err == nil && !sees(actor, out.Subject.Unit, out.Subject.Person) {
			err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		if !season.Round.RanksPublished && !actor.Has(readers...) {
			out.Standing, out.Record.Rank, out.Record.Gain = thidua.Standing{}, 0, nil
		}
		return err
	})
	return out, err
}

// of finds the result of a subject.
func (r Results) of(s thidua.Subject) (Result, error) {
	for _, one := range r.Subjects {
		if one.Subject.Key() == s.Key() {
			return one, nil
		}
	}
	return Result{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// several tells whether a collective was several units the year before, so that no figure of one of them stands for it.
func (r Results) several(s thidua.Subject) bool {
	one, err := r.of(s)
	return err == nil && one.Record.Origins > 1
}

// Completion is the mean percent of all targets of the subject, -1 without any.
func (r Result) Completion() int { return mean(r.Targets, func(TargetResult) bool { return true }) }

// recordOf reads what is known of one subject; a subject without any record has the empty one of its kind, with what holds for all.
func recordOf(tx *store.Tx, season Season, subject thidua.Subject) (thidua.Record, error) {
	m, err := materialOf(tx, season)
	if err != nil {
		return thidua.Record{}, err
	}
	return m.result(subject).Record, nil
}

// resultsOf reads everything recorded of a round and sorts it by subject.
func resultsOf(tx *store.Tx, season Season) (Results, error) {
	out := Results{Season: season}
	m, err := materialOf(tx, season)
	if err != nil {
		return out, err
	}
	for _, s := range m.subjects() {
		out.Subjects = append(out.Subjects, m.result(s))
	}
	return out, nil
}

// result sorts what is known of one subject by criterion, and makes the record by which the standards are judged.
func (m *material) result(s thidua.Subject) Result {
	out := Result{Subject: s, Record: thidua.Record{Kind: s.Kind, Targets: map[string]thidua.Tally{}, Plans: map[string]thidua.Evidence{},
		Evidence: map[string]int{}, Index: m.index, IndexBefore: m.before, InternalRank: m.Round.InternalRank, Hold: m.held[s.Key()]}}
	mine := m.by[s.Key()]
	if mine.entry != nil {
		out.Subject, out.Award, out.Registered = mine.entry.Subject, mine.entry.Award, accepted(mine.entry.State)
	}
	out.Targets = mine.targets
	for _, c := range m.Criteria {
		out.Criteria = append(out.Criteria, m.criterionOf(&out, mine, c))
	}
	m.fillRecord(&out)
	return out
}

// accepted tells whether a registration was taken into the list of the agency.
func accepted(s thidua.State) bool {
	return s == thidua.RegistrationApproved || s == thidua.RegistrationSentUp || s == thidua.RegistrationConfirmed
}

func (m *material) criterionOf(r *Result, mine share, c thidua.Criterion) CriterionResult {
	out := CriterionResult{Criterion: c, Max: c.MaxPoints}
	for i := range r.Targets {
		if m.Within(r.Targets[i].Criterion, c.ID) {
			out.Targets = append(out.Targets, r.Targets[i])
		}
	}
	every := func(TargetResult) bool { return true }
	out.Tally, out.Completion = tally(m.Round, out.Targets, every), mean(out.Targets, every)
	for i := range mine.evidence {
		if m.Within(mine.evidence[i].Criterion, c.ID) {
			out.Evidence = append(out.Evidence, mine.evidence[i])
		}
	}
	if c.ID == m.innovation().ID {
		out.Initiatives = m.initiativesOf(r.Subject)
	}
	if c.Parent == "" && vi.Outreach(c) {
		out.Publicity, out.Exemplars = m.praise.of(r.Subject)
	}
	out.Score, out.Max = m.scoreOf(r.Subject, c)
	return out
}

// innovation is the criterion of initiatives: the last head of the plan (TC5, mục II.2).
func (s Season) innovation() thidua.Criterion {
	for i := len(s.Criteria) - 1; i >= 0; i-- {
		if s.Criteria[i].Parent == "" {
			return s.Criteria[i]
		}
	}
	return thidua.Criterion{}
}

func (m *material) initiativesOf(s thidua.Subject) []thidua.Initiative {
	var out []thidua.Initiative
	for _, i := range m.initiatives {
		if s.Kind == thidua.Individual && i.By(s.Person) || s.Kind == thidua.Collective && i.Unit == s.Unit {
			i.UsedBy = slices.DeleteFunc(slices.Clone(i.UsedBy), func(u thidua.InitiativeUse) bool { return u.Round == m.Round.ID && u.Subject.Key() == s.Key() })
			out = append(out, i)
		}
	}
	return out
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

func (m *material) fillRecord(r *Result) {
	rec := &r.Record
	rec.Registered, rec.Initiatives, rec.Years = r.Registered, m.initiativesOf(r.Subject), m.period[r.Subject.Key()]
	for _, c := range r.Criteria {
		rec.Targets[c.Code], rec.Evidence[c.Code] = c.Tally, len(c.Evidence)
		for _, e := range c.Evidence {
			if _, found := rec.Plans[c.Code]; !found && e.Plan() {
				rec.Plans[c.Code] = e
			}
		}
	}
	items, exemplars := m.praise.of(r.Subject)
	rec.Publicity, rec.Exemplars = len(items), len(exemplars)
	if r.Subject.Kind == thidua.Individual {
		rec.Evaluation, rec.Remark = m.evaluations[r.Subject.Person], m.praise.remarks[r.Subject.Person]
		return
	}
	rec.Origins = m.descent.Origins(r.Subject.Unit)
	r.Sheet, rec.Launch = m.sheets[r.Subject.Unit], m.launches[r.Subject.Unit]
	if r.Sheet.ByPoints && closed(r.Sheet) {
		total := r.Sheet.Totals().Review
		rec.Score = &total
	}
	if s, ok := m.standings[r.Subject.Unit]; ok {
		r.Standing, rec.Rank, rec.Units = s, s.Rank, len(m.standings)
		if s.Was > 0 {
			gain := s.Gain()
			rec.Gain = &gain
		}
	}
}

// material is everything that was recorded of a round: read in a fixed number of queries, then only looked at.
type material struct {
	Season
	years       []thidua.Round // whose work counts: the round itself, of a closing round every year
	units       []thidua.Unit
	entries     []store.Entry
	targets     []TargetResult
	evidence    []thidua.Evidence
	initiatives []thidua.Initiative
	evaluations map[string]*thidua.EvaluationResult // by person
	sheets      map[string]thidua.ScoreSheet        // by unit
	standings   map[string]thidua.Standing          // by unit; empty while not every sheet is closed
	launches    map[string]thidua.UnitPlan          // by unit: the first launch plan that stands
	index       *thidua.IndexResult
	before      *thidua.IndexResult
	praise      praise
	held        map[string]bool // by key of the subject
	descent     thidua.Descent
	by          map[string]share               // by key of the subject
	period      map[string][]thidua.YearRecord // of a closing round, by key of the subject
}

// share is what of the material belongs to one subject: evidence of a person is the person's alone, that of a unit the unit's.
type share struct {
	entry    *store.Entry
	targets  []TargetResult
	evidence []thidua.Evidence
}

func materialOf(tx *store.Tx, season Season) (*material, error) {
	m := &material{Season: season, evaluations: map[string]*thidua.EvaluationResult{},
		sheets: map[string]thidua.ScoreSheet{}, standings: map[string]thidua.Standing{}, held: map[string]bool{}}
	for _, read := range []func(*store.Tx) error{m.readSubjects, m.readWork, m.readScores, m.readYear, m.readPeriod, m.readLaunches, m.readPraise} {
		if err := read(tx); err != nil {
			return nil, err
		}
	}
	m.sort()
	return m, nil
}

// sort finds the shares of all subjects at once: looking for each of them would take the square of their number.
func (m *material) sort() {
	m.by = map[string]share{}
	change := func(s thidua.Subject, to func(*share)) {
		mine := m.by[s.Key()]
		to(&mine)
		m.by[s.Key()] = mine
	}
	for i := range m.entries {
		change(m.entries[i].Subject, func(mine *share) { mine.entry = &m.entries[i] })
	}
	for _, t := range m.targets {
		change(t.Subject, func(mine *share) { mine.targets = append(mine.targets, t) })
	}
	for _, e := range m.evidence {
		change(ownerOf(e), func(mine *share) { mine.evidence = append(mine.evidence, e) })
	}
}

func ownerOf(e thidua.Evidence) thidua.Subject {
	if e.Person != "" {
		return thidua.Subject{Kind: thidua.Individual, Person: e.Person}
	}
	return thidua.Subject{Kind: thidua.Collective, Unit: e.Unit}
}

func (m *material) readSubjects(tx *store.Tx) (err error) {
	if m.units, err = tx.Units(m.unitsOn(today(tx))); err != nil {
		return err
	}
	if m.years, err = yearsOfRound(tx, m.Round); err != nil {
		return err
	}
	at := map[string]int{}
	for _, r := range m.years {
		all, err := tx.Entries(r.ID)
		if err != nil {
			return err
		}
		for _, e := range all {
			if i, known := at[e.Key()]; known {
				m.entries[i] = e
				continue
			}
			at[e.Key()] = len(m.entries)
			m.entries = append(m.entries, e)
		}
	}
	links, err := tx.UnitLinks()
	m.descent = thidua.DescentOf(m.Round.Year, m.units, links)
	return err
}

// unitsOn is the day whose units compete: the end of the work, or today while the year runs.
func (s Season) unitsOn(day thidua.Date) thidua.Date {
	end := s.Round.WorkEnds
	if end == "" {
		end = thidua.NewDate(s.Round.Year, 12, 31)
	}
	return min(end, day)
}

func (m *material) readWork(tx *store.Tx) error {
	for _, r := range m.years {
		evidence, err := tx.EvidenceOf(store.EvidenceFilter{Round: r.ID})
		if err != nil {
			return err
		}
		targets, err := followed(tx, r, store.TargetFilter{}, evidence)
		if err != nil {
			return err
		}
		initiatives, err := tx.Initiatives(r.ID, "")
		if err != nil {
			return err
		}
		m.evidence, m.targets, m.initiatives = append(m.evidence, evidence...), append(m.targets, targets...), append(m.initiatives, initiatives...)
	}
	return nil
}

func (m *material) readScores(tx *store.Tx) error {
	sheets, err := tx.ScoreSheets(m.Round.ID)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		m.sheets[s.Unit] = s
	}
	scores, err := tx.UnitScores(m.Movement.ID)
	if err != nil {
		return err
	}
	for _, s := range standings(m.Round, m.units, sheets, scores, m.descent) {
		m.standings[s.Unit] = s
	}
	return nil
}

// subjects lists the units of the round, then those who registered, each once.
func (m *material) subjects() []thidua.Subject {
	var out []thidua.Subject
	for _, u := range m.units {
		out = append(out, thidua.Subject{Kind: thidua.Collective, Unit: u.ID, Name: u.Name})
	}
	for _, e := range m.entries {
		if e.Kind == thidua.Individual {
			out = append(out, e.Subject)
		}
	}
	return out
}
