package store

import (
	"thidua"
)

const movementColumns = `id, name, from_year, to_year, ends_on, end_article, regulation, state, version`

func movementFields(m *thidua.Movement) []any {
	return []any{&m.ID, &m.Name, &m.From, &m.To, &m.EndsOn, &m.EndArticle, &m.Regulation, &m.State, &m.Version}
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
	return tx.exec(`INSERT INTO movement (tenant_id, id, name, from_year, to_year, ends_on, regulation, state, name_fold, end_article)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		tx.Tenant, m.ID, m.Name, m.From, m.To, m.EndsOn, m.Regulation, m.State, fold, m.EndArticle)
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

const planColumns = `id, edition_id, file_hash, file_name, file_type, file_size, state, read_at, read_by, version`

func planFields(p *thidua.PlanSource) []any {
	return []any{&p.ID, &p.Edition, &p.File.Hash, &p.File.Name, &p.File.Type, &p.File.Size, &p.State, toInstant(&p.ReadAt), &p.ReadBy, &p.Version}
}

func wholePlanFields(p *thidua.PlanSource) []any { return append(planFields(p), &p.Draft, &p.Review) }

// InsertPlanSource adds a plan that was uploaded and read.
func (tx *Tx) InsertPlanSource(p thidua.PlanSource) error {
	return tx.exec(`INSERT INTO plan_source (tenant_id, `+planColumns+`, draft, review) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12)`,
		tx.Tenant, p.ID, p.Edition, p.File.Hash, p.File.Name, p.File.Type, p.File.Size, p.State, instant(p.ReadAt), p.ReadBy, p.Draft, p.Review)
}

// UpdatePlanSource saves the review, the state and the edition of a plan; Conflict when somebody else saved first.
func (tx *Tx) UpdatePlanSource(p thidua.PlanSource) error {
	return tx.versioned(`UPDATE plan_source SET review = $3, state = $4, edition_id = $5, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $6`, tx.Tenant, p.ID, p.Review, p.State, p.Edition, p.Version)
}

// PlanSource reads one plan with what was read from it.
func (tx *Tx) PlanSource(id string) (thidua.PlanSource, error) {
	return one(tx, wholePlanFields, `SELECT `+planColumns+`, draft, review FROM plan_source WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// PlanSourceOf reads the plan that an edition was made of; NotFound when it was entered in another way.
func (tx *Tx) PlanSourceOf(edition string) (thidua.PlanSource, error) {
	return one(tx, wholePlanFields, `SELECT `+planColumns+`, draft, review FROM plan_source WHERE tenant_id = $1 AND edition_id = $2
		ORDER BY read_at DESC LIMIT 1`, tx.Tenant, edition)
}

// PlanSources lists the plans that were uploaded, the latest first, without what was read from them.
func (tx *Tx) PlanSources(page Page) ([]thidua.PlanSource, error) {
	args := []any{tx.Tenant}
	return many(tx, planFields, `SELECT `+planColumns+` FROM plan_source WHERE tenant_id = $1 ORDER BY read_at DESC, id DESC`+page.limit(&args), args...)
}

// AwardCount is how many awards of one kind of subject a year brought.
type AwardCount struct {
	Year  int
	Kind  thidua.SubjectKind
	Count int
}

// AwardCounts counts the awards of a movement by year and kind of subject, the latest year first.
func (tx *Tx) AwardCounts(movement string) ([]AwardCount, error) {
	return many(tx, func(c *AwardCount) []any { return []any{&c.Year, &c.Kind, &c.Count} },
		`SELECT a.year, a.subject_kind, COUNT(*) FROM award a JOIN round r ON r.tenant_id = a.tenant_id AND r.id = a.round_id
		WHERE a.tenant_id = $1 AND r.movement_id = $2 GROUP BY a.year, a.subject_kind ORDER BY a.year DESC, a.subject_kind LIMIT 100`, tx.Tenant, movement)
}

const documentColumns = `id, COALESCE(movement_id, ''), plan_id, kind, number, on_date, issuer, summary, file_hash, file_name, file_type, file_size,
	by_name, withdrawn, version`

func documentFields(d *thidua.MovementDocument) []any {
	return []any{&d.ID, &d.Movement, &d.Plan, &d.Kind, &d.Number, &d.Date, &d.Issuer, &d.Summary, &d.File.Hash, &d.File.Name, &d.File.Type, &d.File.Size,
		&d.ByName, &d.Withdrawn, &d.Version}
}

// InsertMovementDocument adds a document of a movement, or of a plan under review.
func (tx *Tx) InsertMovementDocument(d thidua.MovementDocument) error {
	return tx.exec(`INSERT INTO movement_document (tenant_id, id, movement_id, plan_id, kind, number, on_date, issuer, summary, file_hash, file_name, file_type,
		file_size, by_name) VALUES ($1, $2, NULLIF($3, ''), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, tx.Tenant, d.ID, d.Movement, d.Plan, d.Kind, d.Number,
		d.Date, d.Issuer, d.Summary, d.File.Hash, d.File.Name, d.File.Type, d.File.Size, d.ByName)
}

// UpdateMovementDocument saves what a document is and whether it was withdrawn; Conflict when somebody else saved first.
func (tx *Tx) UpdateMovementDocument(d thidua.MovementDocument) error {
	return tx.versioned(`UPDATE movement_document SET kind = $3, number = $4, on_date = $5, issuer = $6, summary = $7, file_hash = $8, file_name = $9,
		file_type = $10, file_size = $11, withdrawn = $12, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $13`,
		tx.Tenant, d.ID, d.Kind, d.Number, d.Date, d.Issuer, d.Summary, d.File.Hash, d.File.Name, d.File.Type, d.File.Size, d.Withdrawn, d.Version)
}

// GiveDocuments lets the documents that came with a plan go over to the movement that was made of it.
func (tx *Tx) GiveDocuments(plan, movement string) error {
	return tx.exec(`UPDATE movement_document SET movement_id = $3 WHERE tenant_id = $1 AND plan_id = $2`, tx.Tenant, plan, movement)
}

// MovementDocuments lists the documents of a movement by their day, those that were withdrawn among them.
func (tx *Tx) MovementDocuments(movement string) ([]thidua.MovementDocument, error) {
	return many(tx, documentFields, `SELECT `+documentColumns+` FROM movement_document WHERE tenant_id = $1 AND movement_id = $2
		ORDER BY on_date, id LIMIT 200`, tx.Tenant, movement)
}

// PlanDocuments lists the documents that came with a plan, as MovementDocuments does.
func (tx *Tx) PlanDocuments(plan string) ([]thidua.MovementDocument, error) {
	return many(tx, documentFields, `SELECT `+documentColumns+` FROM movement_document WHERE tenant_id = $1 AND plan_id = $2
		ORDER BY on_date, id LIMIT 200`, tx.Tenant, plan)
}

// MovementDocument reads one document of a movement or of a plan under review.
func (tx *Tx) MovementDocument(id string) (thidua.MovementDocument, error) {
	return one(tx, documentFields, `SELECT `+documentColumns+` FROM movement_document WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}
