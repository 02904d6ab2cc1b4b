package app

import (
	"thidua"
	"thidua/internal/store"
)

// material is everything that was recorded of a round: read in a fixed number of queries, then only looked at.
type material struct {
	Season
	units       []thidua.Unit
	entries     []store.Entry
	targets     []TargetResult
	evidence    []thidua.Evidence
	initiatives []thidua.Initiative
	evaluations map[string]*thidua.EvaluationResult // by person
	sheets      map[string]thidua.ScoreSheet        // by unit
	standings   map[string]thidua.Standing          // by unit; empty while not every sheet is closed
	index       *thidua.IndexResult
	before      *thidua.IndexResult
	held        map[string]bool // by key of the subject
}

func materialOf(tx *store.Tx, season Season) (*material, error) {
	m := &material{Season: season, evaluations: map[string]*thidua.EvaluationResult{},
		sheets: map[string]thidua.ScoreSheet{}, standings: map[string]thidua.Standing{}, held: map[string]bool{}}
	for _, read := range []func(*store.Tx) error{m.readSubjects, m.readWork, m.readScores, m.readYear} {
		if err := read(tx); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m *material) readSubjects(tx *store.Tx) (err error) {
	if m.units, err = tx.Units(m.unitsOn(today(tx))); err != nil {
		return err
	}
	m.entries, err = tx.Entries(m.Round.ID)
	return err
}

// unitsOn is the day whose units compete: the end of the work, or today while the year runs.
func (s Season) unitsOn(day thidua.Date) thidua.Date {
	if s.Round.WorkEnds != "" && s.Round.WorkEnds < day {
		return s.Round.WorkEnds
	}
	return day
}

func (m *material) readWork(tx *store.Tx) (err error) {
	if m.targets, err = followed(tx, m.Round, store.TargetFilter{}); err != nil {
		return err
	}
	if m.evidence, err = tx.EvidenceOf(store.EvidenceFilter{Round: m.Round.ID}); err != nil {
		return err
	}
	m.initiatives, err = tx.Initiatives(m.Round.ID, "")
	return err
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
	for _, s := range standings(m.Round, m.units, sheets, scores) {
		m.standings[s.Unit] = s
	}
	return nil
}

func (m *material) readYear(tx *store.Tx) error {
	index, err := tx.IndexResults()
	if err != nil {
		return err
	}
	for i := range index {
		switch index[i].Year {
		case m.Round.Year:
			m.index = &index[i]
		case m.Round.Year - 1:
			m.before = &index[i]
		}
	}
	evaluations, err := tx.Evaluations(m.Round.Year)
	if err != nil {
		return err
	}
	for i := range evaluations {
		m.evaluations[evaluations[i].Person] = &evaluations[i]
	}
	held, err := tx.Held(m.Round.ID)
	for _, s := range held {
		m.held[s.Key()] = true
	}
	return err
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
