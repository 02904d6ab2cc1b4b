package store

import "thidua"

const reformColumns = `k.id, k.round_id, k.plan_id, k.ord, k.number, k.body, k.product, k.unit_id, k.lead_words, k.support_words, k.due_words, k.due,
	k.inclusive, k.state, k.done_on, k.done_note, k.reason, k.version, u.name, n.year`

func reformFields(t *thidua.ReformTask) []any {
	return []any{&t.ID, &t.Round, &t.Plan, &t.Order, &t.Number, &t.Text, &t.Product, &t.Unit, &t.Lead, &t.Support, &t.When, &t.Due,
		&t.Inclusive, &t.State, &t.DoneOn, &t.DoneNote, &t.Reason, &t.Version, &t.UnitName, &t.Year}
}

const reformSelect = `SELECT ` + reformColumns + ` FROM reform_task k JOIN unit u ON u.tenant_id = k.tenant_id AND u.id = k.unit_id
	JOIN round n ON n.tenant_id = k.tenant_id AND n.id = k.round_id WHERE k.tenant_id = $1 AND `

// ReformTasks lists the tasks of a round in the order of units and of its plans, those that were withdrawn among them; the 2.000 first at most.
func (tx *Tx) ReformTasks(round string) ([]thidua.ReformTask, error) {
	return many(tx, reformFields, reformSelect+`k.round_id = $2 ORDER BY u.ord, u.name_key, k.plan_id, k.ord, k.id LIMIT 2000`, tx.Tenant, round)
}

// ReformTask reads one task of a reform plan.
func (tx *Tx) ReformTask(id string) (thidua.ReformTask, error) {
	return one(tx, reformFields, reformSelect+`k.id = $2`, tx.Tenant, id)
}

// OpenReformTasks lists the open tasks of units in the rounds that have not ended, by day, those without one first; 1.000 at most.
func (tx *Tx) OpenReformTasks(units []string) ([]thidua.ReformTask, error) {
	args := []any{tx.Tenant, thidua.ReformOpen, thidua.RoundEnded}
	return many(tx, reformFields, reformSelect+`k.state = $2 AND n.state <> $3 AND k.unit_id IN `+in(&args, units)+` ORDER BY k.due, k.ord, k.id LIMIT 1000`, args...)
}

// ReformCount is how many tasks of a round stand, and how many of them are done.
type ReformCount struct{ All, Done int }

// ReformCount counts the tasks of a round that were not withdrawn.
func (tx *Tx) ReformCount(round string) (ReformCount, error) {
	return one(tx, func(c *ReformCount) []any { return []any{&c.All, &c.Done} }, `SELECT COUNT(*), COUNT(*) FILTER (WHERE state = $3) FROM reform_task
		WHERE tenant_id = $1 AND round_id = $2 AND state <> $4`, tx.Tenant, round, thidua.ReformDone, thidua.ReformWithdrawn)
}

// InsertReformTask adds a task of a reform plan.
func (tx *Tx) InsertReformTask(t thidua.ReformTask) error {
	return tx.exec(`INSERT INTO reform_task (tenant_id, id, round_id, plan_id, ord, number, body, product, unit_id, lead_words, support_words, due_words, due,
		inclusive, state, done_on, done_note, reason, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)`,
		tx.Tenant, t.ID, t.Round, t.Plan, t.Order, t.Number, t.Text, t.Product, t.Unit, t.Lead, t.Support, t.When, t.Due, t.Inclusive, t.State,
		t.DoneOn, t.DoneNote, t.Reason)
}

// UpdateReformTask saves what a task is, whose and by when, its state and what was recorded of it; Conflict when somebody else saved first.
func (tx *Tx) UpdateReformTask(t thidua.ReformTask) error {
	return tx.versioned(`UPDATE reform_task SET body = $3, product = $4, unit_id = $5, due = $6, inclusive = $7, state = $8, done_on = $9, done_note = $10,
		reason = $11, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $12`,
		tx.Tenant, t.ID, t.Text, t.Product, t.Unit, t.Due, t.Inclusive, t.State, t.DoneOn, t.DoneNote, t.Reason, t.Version)
}

// PlanApplied reads another plan of the same file that was put to use already; NotFound when there is none.
func (tx *Tx) PlanApplied(file, but string) (thidua.PlanSource, error) {
	return one(tx, planFields, `SELECT `+planColumns+` FROM plan_source WHERE tenant_id = $1 AND file_hash = $2 AND state = $3 AND id <> $4
		ORDER BY read_at, id LIMIT 1`, tx.Tenant, file, thidua.PlanApplied, but)
}

// OpenRounds lists the yearly rounds of all movements that have not ended, the earliest year first.
func (tx *Tx) OpenRounds() ([]thidua.Round, error) {
	return many(tx, roundFields, `SELECT `+roundColumns+` FROM round WHERE tenant_id = $1 AND state <> $2 AND closing = FALSE ORDER BY year, id LIMIT 100`,
		tx.Tenant, thidua.RoundEnded)
}
