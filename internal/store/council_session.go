package store

import "thidua"

const councilSessionColumns = `id, council_id, round_id, number, state, at, place, vote_kind, chair_id, secretary_id, started_at, ended_at, discussion,
	index_words, conclusion, summoned_at, version`

func councilSessionFields(s *thidua.Session) []any {
	return []any{&s.ID, &s.Council, &s.Round, &s.Number, &s.State, toInstant(&s.At), &s.Place, &s.VoteKind, &s.Chair, &s.Secretary,
		toInstant(&s.StartedAt), toInstant(&s.EndedAt), &s.Discussion, &s.IndexWords, &s.Conclusion, toInstant(&s.SummonedAt), &s.Version}
}

// CouncilSessions lists the council's sessions about a round, the latest first.
func (tx *Tx) CouncilSessions(round string) ([]thidua.Session, error) {
	return many(tx, councilSessionFields, `SELECT `+councilSessionColumns+` FROM council_session WHERE tenant_id = $1 AND round_id = $2 ORDER BY number DESC, id DESC LIMIT 50`,
		tx.Tenant, round)
}

// CouncilSession reads one session.
func (tx *Tx) CouncilSession(id string) (thidua.Session, error) {
	return one(tx, councilSessionFields, `SELECT `+councilSessionColumns+` FROM council_session WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertCouncilSession adds a session.
func (tx *Tx) InsertCouncilSession(s thidua.Session) error {
	return tx.exec(`INSERT INTO council_session (tenant_id, `+councilSessionColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)`,
		tx.Tenant, s.ID, s.Council, s.Round, s.Number, s.State, instant(s.At), s.Place, s.VoteKind, s.Chair, s.Secretary, instant(s.StartedAt),
		instant(s.EndedAt), s.Discussion, s.IndexWords, s.Conclusion, instant(s.SummonedAt))
}

// UpdateCouncilSession saves a session; Conflict when somebody else saved first.
func (tx *Tx) UpdateCouncilSession(s thidua.Session) error {
	return tx.versioned(`UPDATE council_session SET number = $3, state = $4, at = $5, place = $6, vote_kind = $7, chair_id = $8, secretary_id = $9,
		started_at = $10, ended_at = $11, discussion = $12, index_words = $13, conclusion = $14, summoned_at = $15, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $16`,
		tx.Tenant, s.ID, s.Number, s.State, instant(s.At), s.Place, s.VoteKind, s.Chair, s.Secretary, instant(s.StartedAt), instant(s.EndedAt),
		s.Discussion, s.IndexWords, s.Conclusion, instant(s.SummonedAt), s.Version)
}

// Attendance lists the roll call of a session.
func (tx *Tx) Attendance(session string) ([]thidua.Attendance, error) {
	return many(tx, func(a *thidua.Attendance) []any { return []any{&a.Person, &a.Present, &a.Reason} },
		`SELECT person_id, present, reason FROM attendance WHERE tenant_id = $1 AND session_id = $2 ORDER BY person_id LIMIT 200`, tx.Tenant, session)
}

// SaveAttendance replaces the roll call of a session.
func (tx *Tx) SaveAttendance(session string, roll []thidua.Attendance) error {
	if err := tx.exec(`DELETE FROM attendance WHERE tenant_id = $1 AND session_id = $2`, tx.Tenant, session); err != nil {
		return err
	}
	for _, a := range roll {
		if err := tx.exec(`INSERT INTO attendance (tenant_id, session_id, person_id, present, reason) VALUES ($1, $2, $3, $4, $5)`,
			tx.Tenant, session, a.Person, a.Present, a.Reason); err != nil {
			return err
		}
	}
	return nil
}
