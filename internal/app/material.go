package app

import (
	"slices"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// material is everything that was recorded of a round, sorted by what it belongs to: only looked at once it is made.
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
	outreach    map[string]bool // heads of the plan that speak of publicity
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

// praise is what was recorded of publicity, exemplars and character in a round.
type praise struct {
	publicity []thidua.PublicityItem
	exemplars []thidua.Exemplar
	remarks   map[string]*thidua.Remark // by person
}

// of gives the verified publicity and the published exemplars of a subject; those of its people are also the unit's.
func (p praise) of(s thidua.Subject) (items []thidua.PublicityItem, exemplars []thidua.Exemplar) {
	for _, i := range p.publicity {
		if s.Kind == thidua.Collective && i.Unit == s.Unit || s.Kind == thidua.Individual && i.Person == s.Person {
			items = append(items, i)
		}
	}
	for _, e := range p.exemplars {
		if s.Kind == thidua.Collective && e.Subject.Unit == s.Unit || s.Kind == thidua.Individual && e.Subject.Person == s.Person {
			exemplars = append(exemplars, e)
		}
	}
	return items, exemplars
}

// recorded is what was recorded of rounds, as it was read.
type recorded struct {
	today       thidua.Date
	units       []store.DatedUnit
	links       []thidua.UnitLink
	entries     []store.Entry
	evidence    []thidua.Evidence
	targets     []store.Tracked
	progress    map[string][]thidua.Progress // by target
	initiatives []thidua.Initiative
	sheets      []thidua.ScoreSheet
	scores      []store.UnitScore // of the movement
	index       []thidua.IndexResult
	evaluations []thidua.EvaluationResult
	held        map[string][]thidua.Subject // by round
	launches    []thidua.UnitPlan
	praised     store.Praised
	staff       map[string][]string // by year that a closing round looks back on: people who were there at its end
}

// materialOf reads the whole material of one season.
func materialOf(tx *store.Tx, season Season) (*material, error) {
	return materialTo(tx, season, everything)
}

// materialTo reads the material of one season as deep as it is needed.
func materialTo(tx *store.Tx, season Season, deep depth) (*material, error) {
	all, err := materials(tx, season, []thidua.Round{season.Round}, deep)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// materials reads the material of rounds of one movement, which one edition judges.
func materials(tx *store.Tx, of Season, rounds []thidua.Round, deep depth) ([]*material, error) {
	judged := make([][]thidua.Round, len(rounds))
	var ids, back []string
	var years []int
	for i, r := range rounds {
		var err error
		if judged[i], err = yearsOfRound(tx, r); err != nil {
			return nil, err
		}
		ids, years = append(ids, r.ID), append(years, r.Year)
		for _, y := range judged[i] {
			ids, years = append(ids, y.ID), append(years, y.Year)
			if r.Closing {
				back = append(back, y.ID)
			}
		}
	}
	slices.Sort(ids)
	slices.Sort(years)
	rec := &recorded{today: today(tx)}
	if err := rec.read(tx, of.Movement.ID, slices.Compact(ids), deep); err != nil {
		return nil, err
	}
	if deep == everything {
		if err := rec.readPeople(tx, slices.Compact(years), back); err != nil {
			return nil, err
		}
	}
	out := make([]*material, len(rounds))
	for i, r := range rounds {
		of.Round = r
		out[i] = rec.of(of, judged[i])
	}
	return out, nil
}

// yearsOfRound gives the rounds whose work a round judges: itself, or all years of the movement when it is the closing one.
func yearsOfRound(tx *store.Tx, r thidua.Round) ([]thidua.Round, error) {
	if !r.Closing {
		return []thidua.Round{r}, nil
	}
	all, err := tx.Rounds(r.Movement)
	return slices.DeleteFunc(all, func(one thidua.Round) bool { return one.Closing }), err
}

// depth is how much of a round is needed: each holds the ones before it.
type depth int

const (
	workDone   depth = iota // units, registrations, targets, evidence, initiatives
	scored                  // score sheets and ranks
	everything              // what the standards are judged by
)

// read asks one query for each kind of thing, whatever the number of rounds.
func (r *recorded) read(tx *store.Tx, movement string, rounds []string, deep depth) error {
	for _, one := range []struct {
		at   depth
		read func() error
	}{
		{workDone, func() (err error) { r.units, err = tx.UnitNames(); return err }},
		{workDone, func() (err error) { r.links, err = tx.UnitLinks(); return err }},
		{workDone, func() (err error) { r.entries, err = tx.Entries(rounds); return err }},
		{workDone, func() (err error) { r.evidence, err = tx.EvidenceIn(rounds); return err }},
		{workDone, func() (err error) { r.targets, err = tx.TrackedTargets(store.TargetFilter{Rounds: rounds}); return err }},
		{workDone, func() (err error) { r.progress, err = progressOf(tx, rounds, ""); return err }},
		{workDone, func() (err error) { r.initiatives, err = tx.InitiativesIn(rounds); return err }},
		{scored, func() (err error) { r.sheets, err = tx.ScoreSheets(rounds...); return err }},
		{scored, func() (err error) { r.scores, err = tx.UnitScores(movement); return err }},
		{everything, func() (err error) { r.index, err = tx.IndexResults(); return err }},
		{everything, func() (err error) { r.held, err = tx.Held(rounds); return err }},
		{everything, func() (err error) { r.launches, err = tx.UnitPlans(rounds...); return err }},
		{everything, func() (err error) { r.praised, err = tx.Praised(rounds); return err }},
	} {
		if one.at > deep {
			continue
		}
		if err := one.read(); err != nil {
			return err
		}
	}
	return nil
}

// readPeople reads the classes of people in years, and who was there at the end of those that a closing round looks back on.
func (r *recorded) readPeople(tx *store.Tx, years []int, back []string) (err error) {
	if r.evaluations, err = tx.Evaluations(years...); err != nil || len(back) == 0 {
		return err
	}
	r.staff, err = tx.StaffAtEnd(back)
	return err
}

// of sorts out what belongs to one season; its years are those whose work counts.
func (r *recorded) of(season Season, years []thidua.Round) *material {
	m := &material{Season: season, years: years, outreach: map[string]bool{}}
	for _, c := range season.Criteria {
		m.outreach[c.ID] = c.Parent == "" && vi.Outreach(c)
	}
	m.units = r.unitsOn(m.unitsOn(r.today))
	m.descent = thidua.DescentOf(m.Round.Year, m.units, r.links)
	r.work(m)
	r.score(m)
	r.noted(m)
	r.period(m)
	m.sort()
	return m
}

func (r *recorded) unitsOn(day thidua.Date) (out []thidua.Unit) {
	for _, u := range r.units {
		if u.On(day) {
			out = append(out, u.Unit)
		}
	}
	return out
}

// unitsOn is the day whose units compete: the end of the work, or today while the year runs.
func (s Season) unitsOn(day thidua.Date) thidua.Date {
	end := s.Round.WorkEnds
	if end == "" {
		end = thidua.NewDate(s.Round.Year, 12, 31)
	}
	return min(end, day)
}

// in keeps what belongs to a round.
func in[T any](all []T, round string, of func(T) string) (out []T) {
	for _, one := range all {
		if of(one) == round {
			out = append(out, one)
		}
	}
	return out
}

// work gathers what was registered and done in the years of the material; of an entry the latest year counts.
func (r *recorded) work(m *material) {
	at := map[string]int{}
	for _, y := range m.years {
		for _, e := range in(r.entries, y.ID, func(e store.Entry) string { return e.Round }) {
			if i, known := at[e.Key()]; known {
				m.entries[i] = e
				continue
			}
			at[e.Key()] = len(m.entries)
			m.entries = append(m.entries, e)
		}
		evidence := in(r.evidence, y.ID, func(e thidua.Evidence) string { return e.Round })
		targets := in(r.targets, y.ID, func(t store.Tracked) string { return t.Round })
		m.evidence = append(m.evidence, evidence...)
		m.targets = append(m.targets, follow(targets, r.progress, evidence, y, r.today)...)
		m.initiatives = append(m.initiatives, in(r.initiatives, y.ID, func(i thidua.Initiative) string { return i.Round })...)
	}
}

func (r *recorded) score(m *material) {
	sheets := in(r.sheets, m.Round.ID, func(s thidua.ScoreSheet) string { return s.Round })
	m.sheets, m.standings = map[string]thidua.ScoreSheet{}, map[string]thidua.Standing{}
	for _, s := range sheets {
		m.sheets[s.Unit] = s
	}
	for _, s := range standings(m.Round, m.units, sheets, r.scores, m.descent) {
		m.standings[s.Unit] = s
	}
}

// noted gathers what is recorded beside the work: index, classes, launch plans, praise, and whose case is held.
func (r *recorded) noted(m *material) {
	for i := range r.index {
		switch r.index[i].Year {
		case m.Round.Year:
			m.index = &r.index[i]
		case m.Round.Year - 1:
			m.before = &r.index[i]
		}
	}
	m.evaluations, m.held, m.launches = r.classes(m.Round.Year), map[string]bool{}, map[string]thidua.UnitPlan{}
	for _, s := range r.held[m.Round.ID] {
		m.held[s.Key()] = true
	}
	for _, p := range in(r.launches, m.Round.ID, func(p thidua.UnitPlan) string { return p.Round }) {
		if _, found := m.launches[p.Unit]; !found && p.Withdrawn == "" {
			m.launches[p.Unit] = p
		}
	}
	m.praise = praise{remarks: map[string]*thidua.Remark{},
		publicity: in(r.praised.Publicity, m.Round.ID, func(i thidua.PublicityItem) string { return i.Round }),
		exemplars: in(r.praised.Exemplars, m.Round.ID, func(e thidua.Exemplar) string { return e.Round })}
	for i, one := range r.praised.Remarks {
		if one.Round == m.Round.ID {
			m.praise.remarks[one.Person] = &r.praised.Remarks[i]
		}
	}
}

// classes gives the class of each person in a year.
func (r *recorded) classes(year int) map[string]*thidua.EvaluationResult {
	out := map[string]*thidua.EvaluationResult{}
	for i := range r.evaluations {
		if e := &r.evaluations[i]; e.Year == year {
			out[e.Person] = e
		}
	}
	return out
}

// period finds, for a closing round, in which years each subject was there, and what each of these years says of it.
func (r *recorded) period(m *material) {
	if m.period = map[string][]thidua.YearRecord{}; !m.Round.Closing {
		return
	}
	for _, y := range m.years {
		if y.State == thidua.RoundWaiting {
			continue
		}
		registered := map[string]bool{}
		for _, e := range in(r.entries, y.ID, func(e store.Entry) string { return e.Round }) {
			registered[e.Key()] = accepted(e.State)
		}
		note := func(s thidua.Subject, class *thidua.EvaluationResult) {
			m.period[s.Key()] = append(m.period[s.Key()], thidua.YearRecord{Year: y.Year, Registered: registered[s.Key()], Evaluation: class})
		}
		for _, u := range r.unitsOn(y.WorkEnds) {
			note(thidua.Subject{Kind: thidua.Collective, Unit: u.ID}, nil)
		}
		classes := r.classes(y.Year)
		for _, person := range r.staff[y.ID] {
			note(thidua.Subject{Kind: thidua.Individual, Person: person}, classes[person])
		}
	}
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
