package store

import "thidua"

func initiativeFields(i *thidua.Initiative) []any {
	return []any{&i.ID, &i.Round, &i.Unit, &i.Person, &i.Name, &i.Recognised, &i.Decision, &i.On}
}

// Initiatives lists the initiatives of a round, or of one unit in it when unit is given.
func (tx *Tx) Initiatives(round, unit string) ([]thidua.Initiative, error) {
	return many(tx, initiativeFields, `SELECT id, round_id, unit_id, person_id, name, recognised, decision, decided_on FROM initiative
		WHERE tenant_id = $1 AND round_id = $2 AND ($3 = '' OR unit_id = $3) ORDER BY unit_id, id LIMIT 2000`, tx.Tenant, round, unit)
}

// SaveInitiative adds an initiative, or corrects the one with the same id in its round.
func (tx *Tx) SaveInitiative(i thidua.Initiative) error {
	return tx.exec(`INSERT INTO initiative (tenant_id, id, round_id, unit_id, person_id, name, recognised, decision, decided_on)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant_id, id) DO UPDATE SET unit_id = excluded.unit_id,
		person_id = excluded.person_id, name = excluded.name, recognised = excluded.recognised, decision = excluded.decision,
		decided_on = excluded.decided_on`, tx.Tenant, i.ID, i.Round, i.Unit, i.Person, i.Name, i.Recognised, i.Decision, i.On)
}

// Initiative reads one initiative.
func (tx *Tx) Initiative(id string) (thidua.Initiative, error) {
	return one(tx, initiativeFields, `SELECT id, round_id, unit_id, person_id, name, recognised, decision, decided_on FROM initiative
		WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// Evaluations lists the recorded classes of a year.
func (tx *Tx) Evaluations(year int) ([]thidua.EvaluationResult, error) {
	return many(tx, func(e *thidua.EvaluationResult) []any {
		return []any{&e.ID, &e.Person, &e.Year, &e.Class, &e.Decision, &e.On}
	}, `SELECT id, person_id, year, class, decision, decided_on FROM evaluation_result WHERE tenant_id = $1 AND year = $2 ORDER BY id LIMIT 5000`,
		tx.Tenant, year)
}

// SaveEvaluation records the class of a person in a year, or corrects it.
func (tx *Tx) SaveEvaluation(e thidua.EvaluationResult) error {
	return tx.exec(`INSERT INTO evaluation_result (tenant_id, id, person_id, year, class, decision, decided_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (tenant_id, person_id, year) DO UPDATE SET class = excluded.class, decision = excluded.decision,
		decided_on = excluded.decided_on`, tx.Tenant, e.ID, e.Person, e.Year, e.Class, e.Decision, e.On)
}

// IndexResults lists the published ranks of the agency in the reform index, the latest year first.
func (tx *Tx) IndexResults() ([]thidua.IndexResult, error) {
	return many(tx, func(i *thidua.IndexResult) []any {
		return []any{&i.ID, &i.Year, &i.Rank, &i.Of, &i.PublishedOn, &i.Document}
	}, `SELECT id, year, rank, out_of, published_on, document FROM index_result WHERE tenant_id = $1 ORDER BY year DESC LIMIT 100`, tx.Tenant)
}

// Held lists the subjects of a round whose case is held (tạm dừng).
func (tx *Tx) Held(round string) ([]thidua.Subject, error) {
	return many(tx, subjectFields, `SELECT subject_kind, unit_id, person_id FROM nominee WHERE tenant_id = $1 AND round_id = $2 AND state = $3 LIMIT 1000`,
		tx.Tenant, round, thidua.NomineeHeld)
}

func subjectFields(s *thidua.Subject) []any { return []any{&s.Kind, &s.Unit, &s.Person} }

// Entry is a subject of a round with the award that it aims at and the state of its registration.
type Entry struct {
	thidua.Subject
	Award string
	State thidua.State
}

// Entries lists the subjects whose registration of a round was sent, in the order of units and people.
func (tx *Tx) Entries(round string) ([]Entry, error) {
	args := []any{tx.Tenant, round}
	return many(tx, func(e *Entry) []any {
		return []any{&e.Kind, &e.Unit, &e.Person, &e.Name, &e.Sex, &e.Home, &e.Title, &e.Award, &e.State}
	}, `SELECT r.subject_kind, r.unit_id, r.person_id, COALESCE(p.name, u.name), COALESCE(p.sex, ''), u.name, COALESCE((SELECT o.title FROM post o
			WHERE o.tenant_id = r.tenant_id AND o.person_id = r.person_id AND o.to_date = '' ORDER BY o.from_date DESC LIMIT 1), ''), r.award_id, r.state
		FROM registration r JOIN unit u ON u.tenant_id = r.tenant_id AND u.id = r.unit_id
		LEFT JOIN person p ON p.tenant_id = r.tenant_id AND p.id = r.person_id
		WHERE r.tenant_id = $1 AND r.round_id = $2 AND r.state IN `+in(&args, thidua.FollowedStates())+`
		ORDER BY r.subject_kind, u.ord, COALESCE(p.name_key, ''), r.id LIMIT 5000`, args...)
}
