package store

import "thidua"

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
