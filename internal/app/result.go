package app

import "thidua"

// result sorts what is known of one subject by criterion, and makes the record by which the standards are judged.
func (m *material) result(s thidua.Subject) Result {
	out := Result{Subject: s, Record: thidua.Record{Kind: s.Kind, Targets: map[string]thidua.Tally{}, Plans: map[string]thidua.Evidence{},
		Evidence: map[string]int{}, Index: m.index, IndexBefore: m.before, InternalRank: m.Round.InternalRank, Hold: m.held[s.Key()]}}
	for _, e := range m.entries {
		if e.Subject.Key() == s.Key() {
			out.Subject, out.Award, out.Registered = e.Subject, e.Award, accepted(e.State)
		}
	}
	for _, t := range m.targets {
		if t.Subject.Key() == s.Key() {
			out.Targets = append(out.Targets, t)
		}
	}
	for _, c := range m.Criteria {
		out.Criteria = append(out.Criteria, m.criterionOf(&out, c))
	}
	m.fillRecord(&out)
	return out
}

// accepted tells whether a registration was taken into the list of the agency.
func accepted(s thidua.State) bool {
	return s == thidua.RegistrationApproved || s == thidua.RegistrationSentUp || s == thidua.RegistrationConfirmed
}

func (m *material) criterionOf(r *Result, c thidua.Criterion) CriterionResult {
	in := func(t TargetResult) bool { return within(m.Definition, t.Criterion, c.ID) }
	out := CriterionResult{Criterion: c, Tally: tally(r.Targets, in), Completion: mean(r.Targets, in), Max: c.MaxPoints}
	for _, t := range r.Targets {
		if in(t) {
			out.Targets = append(out.Targets, t)
		}
	}
	for _, e := range m.evidence {
		if within(m.Definition, e.Criterion, c.ID) && belongs(r.Subject, e.Unit, e.Person) {
			out.Evidence = append(out.Evidence, e)
		}
	}
	if c.ID == m.innovation().ID {
		out.Initiatives = m.initiativesOf(r.Subject)
	}
	out.Score, out.Max = m.scoreOf(r.Subject, c)
	return out
}

// belongs tells whose evidence it is: that of a person is the person's alone, that of a unit the unit's.
func belongs(s thidua.Subject, unit, person string) bool {
	if s.Kind == thidua.Individual {
		return person == s.Person
	}
	return person == "" && unit == s.Unit
}

// innovation is the criterion of initiatives: the last head of the plan (TC5, mục II.2).
func (s Season) innovation() thidua.Criterion {
	heads := s.Heads()
	if len(heads) == 0 {
		return thidua.Criterion{}
	}
	return heads[len(heads)-1]
}

func (m *material) initiativesOf(s thidua.Subject) []thidua.Initiative {
	var out []thidua.Initiative
	for _, i := range m.initiatives {
		if s.Kind == thidua.Individual && i.Person == s.Person || s.Kind == thidua.Collective && i.Unit == s.Unit {
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
		if within(m.Definition, l.Criterion, c.ID) && l.Review != nil {
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
	rec.Registered, rec.Initiatives = r.Registered, m.initiativesOf(r.Subject)
	for _, c := range r.Criteria {
		rec.Targets[c.Code], rec.Evidence[c.Code] = c.Tally, len(c.Evidence)
		for _, e := range c.Evidence {
			if _, found := rec.Plans[c.Code]; !found && e.Plan() {
				rec.Plans[c.Code] = e
			}
		}
	}
	if r.Subject.Kind == thidua.Individual {
		rec.Evaluation = m.evaluations[r.Subject.Person]
		return
	}
	r.Sheet = m.sheets[r.Subject.Unit]
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
