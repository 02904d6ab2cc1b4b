package store

import "thidua"

const movementColumns = `id, name, from_year, to_year, ends_on, regulation, state, version`

func movementFields(m *thidua.Movement) []any {
	return []any{&m.ID, &m.Name, &m.From, &m.To, &m.EndsOn, &m.Regulation, &m.State, &m.Version}
}

// Movements lists the movements of the agency, the latest first.
func (tx *Tx) Movements() ([]thidua.Movement, error) {
	return many(tx, movementFields, `SELECT `+movementColumns+` FROM movement WHERE tenant_id = $1 ORDER BY from_year DESC, id DESC LIMIT 100`, tx.Tenant)
}

// Movement reads one movement.
func (tx *Tx) Movement(id string) (thidua.Movement, error) {
	return one(tx, movementFields, `SELECT `+movementColumns+` FROM movement WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// MovementNamed reads the movement of a name and a period, by the search key of the name; NotFound when there is none.
func (tx *Tx) MovementNamed(fold string, from, to int) (thidua.Movement, error) {
	return one(tx, movementFields, `SELECT `+movementColumns+` FROM movement WHERE tenant_id = $1 AND name_fold = $2 AND from_year = $3 AND to_year = $4
		ORDER BY id LIMIT 1`, tx.Tenant, fold, from, to)
}

// InsertMovement adds a movement; fold is the search key of its name.
func (tx *Tx) InsertMovement(m thidua.Movement, fold string) error {
	return tx.exec(`INSERT INTO movement (tenant_id, id, name, from_year, to_year, ends_on, regulation, state, name_fold)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.Tenant, m.ID, m.Name, m.From, m.To, m.EndsOn, m.Regulation, m.State, fold)
}

// SetMovementState moves a movement on; Conflict when somebody else changed it.
func (tx *Tx) SetMovementState(m thidua.Movement, to thidua.State) error {
	return tx.versioned(`UPDATE movement SET state = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $4`,
		tx.Tenant, m.ID, to, m.Version)
}

const roundColumns = `id, movement_id, edition_id, year, closing, state, launched_on, registration_due, registration_incl, internal_due, work_ends,
	scoring_due, scored_on, dossier_due, dossier_internal, send_internal, quota_units, quota_people, quota_source, reached_from, by_points,
	internal_rank, office_reviewer, ranks_published, honour_published, version`

func roundFields(r *thidua.Round) []any {
	return []any{&r.ID, &r.Movement, &r.Edition, &r.Year, &r.Closing, &r.State, &r.LaunchedOn, &r.RegistrationDue, &r.RegistrationIncl,
		&r.InternalDue, &r.WorkEnds, &r.ScoringDue, &r.ScoredOn, &r.DossierDue, &r.DossierInternal, &r.SendInternal, &r.QuotaUnits, &r.QuotaPeople,
		&r.QuotaSource, &r.ReachedFrom, &r.ByPoints, &r.InternalRank, &r.OfficeReviewer, &r.RanksPublished, &r.HonourPublished, &r.Version}
}

// Rounds lists the rounds of a movement by year, the closing round last.
func (tx *Tx) Rounds(movement string) ([]thidua.Round, error) {
	return many(tx, roundFields, `SELECT `+roundColumns+` FROM round WHERE tenant_id = $1 AND movement_id = $2 ORDER BY year, closing LIMIT 100`,
		tx.Tenant, movement)
}

// Round reads one round.
func (tx *Tx) Round(id string) (thidua.Round, error) {
	return one(tx, roundFields, `SELECT `+roundColumns+` FROM round WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// RoundOfYear reads the yearly round of a movement.
func (tx *Tx) RoundOfYear(movement string, year int) (thidua.Round, error) {
	return one(tx, roundFields, `SELECT `+roundColumns+` FROM round WHERE tenant_id = $1 AND movement_id = $2 AND year = $3 AND closing = FALSE`,
		tx.Tenant, movement, year)
}

// InsertRound adds a round.
func (tx *Tx) InsertRound(r thidua.Round) error {
	return tx.exec(`INSERT INTO round (tenant_id, `+roundColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, 1)`,
		tx.Tenant, r.ID, r.Movement, r.Edition, r.Year, r.Closing, r.State, r.LaunchedOn, r.RegistrationDue, r.RegistrationIncl, r.InternalDue,
		r.WorkEnds, r.ScoringDue, r.ScoredOn, r.DossierDue, r.DossierInternal, r.SendInternal, r.QuotaUnits, r.QuotaPeople, r.QuotaSource,
		r.ReachedFrom, r.ByPoints, r.InternalRank, r.OfficeReviewer, r.RanksPublished, r.HonourPublished)
}

// UpdateRound saves everything of a round but its place in the movement; Conflict when somebody else saved first.
func (tx *Tx) UpdateRound(r thidua.Round) error {
	return tx.versioned(`UPDATE round SET state = $3, launched_on = $4, registration_due = $5, registration_incl = $6, internal_due = $7, work_ends = $8,
		scoring_due = $9, scored_on = $10, dossier_due = $11, dossier_internal = $12, send_internal = $13, quota_units = $14, quota_people = $15,
		quota_source = $16, reached_from = $17, by_points = $18, internal_rank = $19, office_reviewer = $20, ranks_published = $21,
		honour_published = $22, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $23`,
		tx.Tenant, r.ID, r.State, r.LaunchedOn, r.RegistrationDue, r.RegistrationIncl, r.InternalDue, r.WorkEnds, r.ScoringDue, r.ScoredOn,
		r.DossierDue, r.DossierInternal, r.SendInternal, r.QuotaUnits, r.QuotaPeople, r.QuotaSource, r.ReachedFrom, r.ByPoints, r.InternalRank,
		r.OfficeReviewer, r.RanksPublished, r.HonourPublished, r.Version)
}

// IndexResult reads the published rank of the agency in the reform index of a year; NotFound until it is published.
func (tx *Tx) IndexResult(year int) (thidua.IndexResult, error) {
	return one(tx, func(i *thidua.IndexResult) []any {
		return []any{&i.ID, &i.Year, &i.Rank, &i.Of, &i.PublishedOn, &i.Document}
	}, `SELECT id, year, rank, out_of, published_on, document FROM index_result WHERE tenant_id = $1 AND year = $2`, tx.Tenant, year)
}

// SaveIndexResult records the rank of a year, or corrects it.
func (tx *Tx) SaveIndexResult(i thidua.IndexResult) error {
	return tx.exec(`INSERT INTO index_result (tenant_id, id, year, rank, out_of, published_on, document) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (tenant_id, year) DO UPDATE SET rank = excluded.rank, out_of = excluded.out_of, published_on = excluded.published_on,
		document = excluded.document`, tx.Tenant, i.ID, i.Year, i.Rank, i.Of, i.PublishedOn, i.Document)
}
