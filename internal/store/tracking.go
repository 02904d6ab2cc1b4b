package store

import (
	"strings"

	"thidua"
)

// Tracked is a registered target of a round with its subject, as it is followed over the year.
type Tracked struct {
	thidua.Target
	Round        string
	Registration string
	Subject      thidua.Subject
	OwnerName    string // empty when nobody is named
}

// TargetFilter narrows the followed targets of rounds; empty fields do not.
type TargetFilter struct {
	Rounds []string // needed
	Target string
	Unit   string
	Kind   thidua.SubjectKind
}

const trackedColumns = `t.id, t.criterion_id, t.content, t.value, t.measure, t.direction, t.due, t.from_target, t.owner_id, t.ord, r.round_id, r.id,
	r.subject_kind, r.unit_id, r.person_id, COALESCE(p.name, u.name), COALESCE(p.sex, ''), u.name, COALESCE(o.name, '')`

func trackedFields(t *Tracked) []any {
	return []any{&t.ID, &t.Criterion, &t.Content, &t.Value, &t.Measure, &t.Direction, &t.Due, &t.From, &t.Owner, &t.Order, &t.Round, &t.Registration,
		&t.Subject.Kind, &t.Subject.Unit, &t.Subject.Person, &t.Subject.Name, &t.Subject.Sex, &t.Subject.Home, &t.OwnerName}
}

const trackedFrom = ` FROM target t JOIN registration r ON r.tenant_id = t.tenant_id AND r.id = t.registration_id` + trackedJoins

const trackedJoins = ` JOIN unit_in_round u ON u.tenant_id = r.tenant_id AND u.round_id = r.round_id AND u.id = r.unit_id
	LEFT JOIN person p ON p.tenant_id = r.tenant_id AND p.id = r.person_id
	LEFT JOIN person o ON o.tenant_id = t.tenant_id AND o.id = t.owner_id `

// fromRound goes to targets by the registrations of a round, fromTarget from one target to its registration. CROSS JOIN keeps the embedded database to
// that order: without statistics it would go through the targets of all years.
const (
	fromRound  = ` FROM registration r CROSS JOIN target t`
	fromTarget = ` FROM target t CROSS JOIN registration r`
)

// TrackedTargets lists the followed targets of rounds in the order of units, people and the registration; 5.000 for each round at most.
func (tx *Tx) TrackedTargets(f TargetFilter) ([]Tracked, error) {
	args := []any{tx.Tenant}
	from := fromRound
	if f.Target != "" {
		from = fromTarget
	}
	where := `t.tenant_id = $1 AND r.tenant_id = $1 AND r.id = t.registration_id AND r.round_id IN ` + in(&args, f.Rounds) +
		` AND r.state IN ` + in(&args, thidua.FollowedStates())
	for _, c := range []struct{ column, value string }{{"t.id", f.Target}, {"r.unit_id", f.Unit}, {"r.subject_kind", string(f.Kind)}} {
		if c.value != "" {
			where += " AND " + c.column + " = " + arg(&args, c.value)
		}
	}
	return many(tx, trackedFields, `SELECT `+trackedColumns+from+trackedJoins+`WHERE `+where+
		` ORDER BY u.ord, r.subject_kind, COALESCE(p.name_key, ''), t.ord, t.id LIMIT `+arg(&args, 5000*len(f.Rounds)), args...)
}

// TrackedTarget reads one target with its round; NotFound when its registration was never sent.
func (tx *Tx) TrackedTarget(id string) (t Tracked, round string, err error) {
	round, err = one(tx, value[string], `SELECT r.round_id FROM target t JOIN registration r ON r.tenant_id = t.tenant_id AND r.id = t.registration_id
		WHERE t.tenant_id = $1 AND t.id = $2`, tx.Tenant, id)
	if err != nil {
		return t, "", err
	}
	found, err := tx.TrackedTargets(TargetFilter{Rounds: []string{round}, Target: id})
	if err == nil && len(found) == 0 {
		err = thidua.Refuse(thidua.NotFound, CodeNotFound)
	}
	if err != nil {
		return t, "", err
	}
	return found[0], round, nil
}

const progressColumns = `g.id, g.target_id, g.on_date, g.value, g.body, g.by_person, g.by_name, g.at`

func progressFields(p *thidua.Progress) []any {
	return []any{&p.ID, &p.Target, &p.On, &p.Value, &p.Text, &p.By, &p.ByName, toInstant(&p.At)}
}

// ProgressIn reads the entries behind all targets of rounds, or behind one, by day; the 20.000 first for each round at most.
func (tx *Tx) ProgressIn(rounds []string, target string) ([]thidua.Progress, error) {
	args := []any{tx.Tenant}
	from, of := fromRound, `r.round_id IN `+in(&args, rounds)
	if target != "" {
		from, of = fromTarget, of+` AND t.id = `+arg(&args, target)
	}
	return many(tx, progressFields, `SELECT `+progressColumns+from+` CROSS JOIN progress g
		WHERE r.tenant_id = $1 AND `+of+` AND t.tenant_id = $1 AND t.registration_id = r.id AND g.tenant_id = $1 AND g.target_id = t.id
		ORDER BY g.on_date, g.at, g.id LIMIT `+arg(&args, 20000*len(rounds)), args...)
}

// InsertProgress adds an entry; entries are never changed, a later one corrects.
func (tx *Tx) InsertProgress(p thidua.Progress) error {
	return tx.exec(`INSERT INTO progress (tenant_id, id, target_id, on_date, value, body, by_person, by_name, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, tx.Tenant, p.ID, p.Target, p.On, p.Value, p.Text, p.By, p.ByName, instant(p.At))
}

const evidenceColumns = `id, round_id, unit_id, person_id, criterion_id, target_id, doc_number, issued_on, abstract, page, file_hash, file_name, file_type,
	file_size, state, reason, by_person, by_name, at, version`

func evidenceFields(e *thidua.Evidence) []any {
	return []any{&e.ID, &e.Round, &e.Unit, &e.Person, &e.Criterion, &e.Target, &e.DocNumber, &e.IssuedOn, &e.Abstract, &e.Page, &e.File.Hash, &e.File.Name,
		&e.File.Type, &e.File.Size, &e.State, &e.Reason, &e.AddedBy, &e.AddedByName, toInstant(&e.AddedAt), &e.Version}
}

// EvidenceIn lists the evidence of rounds, the oldest first; 5.000 pieces for each round at most.
func (tx *Tx) EvidenceIn(rounds []string) ([]thidua.Evidence, error) {
	args := []any{tx.Tenant}
	return many(tx, evidenceFields, `SELECT `+evidenceColumns+` FROM evidence WHERE tenant_id = $1 AND round_id IN `+in(&args, rounds)+
		` ORDER BY at, id LIMIT `+arg(&args, 5000*len(rounds)), args...)
}

// EvidenceFilter narrows the evidence of a round; empty fields do not.
type EvidenceFilter struct {
	Round     string // needed
	Unit      string
	Person    string
	Criterion string
	Target    string
	State     thidua.State
}

// EvidenceOf lists evidence of a round, the oldest first; 5.000 pieces at most.
func (tx *Tx) EvidenceOf(f EvidenceFilter) ([]thidua.Evidence, error) {
	args := []any{tx.Tenant, f.Round}
	where := `tenant_id = $1 AND round_id = $2`
	for _, c := range []struct{ column, value string }{{"unit_id", f.Unit}, {"person_id", f.Person}, {"criterion_id", f.Criterion},
		{"target_id", f.Target}, {"state", string(f.State)}} {
		if c.value != "" {
			where += " AND " + c.column + " = " + arg(&args, c.value)
		}
	}
	return many(tx, evidenceFields, `SELECT `+evidenceColumns+` FROM evidence WHERE `+where+` ORDER BY at, id LIMIT 5000`, args...)
}

// Evidence reads one piece of evidence.
func (tx *Tx) Evidence(id string) (thidua.Evidence, error) {
	return one(tx, evidenceFields, `SELECT `+evidenceColumns+` FROM evidence WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertEvidence adds a piece of evidence.
func (tx *Tx) InsertEvidence(e thidua.Evidence) error {
	return tx.exec(`INSERT INTO evidence (tenant_id, `+evidenceColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1)`,
		tx.Tenant, e.ID, e.Round, e.Unit, e.Person, e.Criterion, e.Target, e.DocNumber, e.IssuedOn, e.Abstract, e.Page, e.File.Hash, e.File.Name,
		e.File.Type, e.File.Size, e.State, e.Reason, e.AddedBy, e.AddedByName, instant(e.AddedAt))
}

// UpdateEvidence saves the document, the state and the reason; Conflict when somebody else saved first.
func (tx *Tx) UpdateEvidence(e thidua.Evidence) error {
	return tx.versioned(`UPDATE evidence SET doc_number = $3, issued_on = $4, abstract = $5, file_hash = $6, file_name = $7, file_type = $8,
		file_size = $9, state = $10, reason = $11, page = $12, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $13`,
		tx.Tenant, e.ID, e.DocNumber, e.IssuedOn, e.Abstract, e.File.Hash, e.File.Name, e.File.Type, e.File.Size, e.State, e.Reason, e.Page, e.Version)
}

// fileUses asks each table that names a kept file; whatever goes through all files of the agency is made of these lines.
const fileUses = `SELECT id FROM movement_document WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM plan_source WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM registration WHERE tenant_id = $1 AND sheet_hash = $2
	UNION ALL SELECT id FROM evidence WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT session_id FROM written_opinion WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM paper WHERE tenant_id = $1 AND signed_hash = $2
	UNION ALL SELECT id FROM paper_file WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM parcel_out WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM parcel_in WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM raise_list WHERE tenant_id = $1 AND paper_hash = $2
	UNION ALL SELECT id FROM raise_list WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM delivery WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM pledge WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM unit_plan WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM handover WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM cover_slip WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM reply WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM org_change WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM publicity_item WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM exemplar WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM award_decision WHERE tenant_id = $1 AND scan_hash = $2
	UNION ALL SELECT id FROM recommendation WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM mobilisation WHERE tenant_id = $1 AND file_hash = $2
	UNION ALL SELECT id FROM file_version WHERE tenant_id = $1 AND file_hash = $2`

// FileUsed tells whether a row of the agency names a kept file.
func (tx *Tx) FileUsed(hash string) (bool, error) {
	rows, err := many(tx, value[string], fileUses+` LIMIT 1`, tx.Tenant, hash)
	return len(rows) > 0, err
}

const targetSelect = `SELECT t.registration_id, t.id, t.criterion_id, t.content, t.value, t.measure, t.direction, t.due, t.from_target, t.owner_id, t.ord
	FROM target t WHERE t.tenant_id = $1`

func targetFields(t *thidua.Target) []any {
	var registration string
	return append([]any{&registration}, targetColumns(t)...)
}

func targetColumns(t *thidua.Target) []any {
	return []any{&t.ID, &t.Criterion, &t.Content, &t.Value, &t.Measure, &t.Direction, &t.Due, &t.From, &t.Owner, &t.Order}
}

// maxTargets bounds the targets of a round: 500 registrations of 20 lines.
const maxTargets = "10000"

// TargetsOfRound reads the targets of all registrations of a round, by registration.
func (tx *Tx) TargetsOfRound(round string) (map[string][]thidua.Target, error) {
	type row struct {
		registration string
		target       thidua.Target
	}
	rows, err := many(tx, func(r *row) []any { return append([]any{&r.registration}, targetColumns(&r.target)...) },
		targetSelect+` AND t.registration_id IN (SELECT id FROM registration WHERE tenant_id = $1 AND round_id = $2)
		ORDER BY t.registration_id, t.ord LIMIT `+maxTargets, tx.Tenant, round)
	out := map[string][]thidua.Target{}
	for _, r := range rows {
		out[r.registration] = append(out[r.registration], r.target)
	}
	return out, err
}

// SetTargets makes the targets of a registration exactly these; folds are their search keys. A line keeps its id, and with it its progress;
// one with progress cannot be taken out (Conflict).
func (tx *Tx) SetTargets(registration string, targets []thidua.Target, folds []string) error {
	args := []any{tx.Tenant, registration}
	ids := make([]string, len(targets))
	for i, t := range targets {
		ids[i] = t.ID
	}
	gone := `DELETE FROM target WHERE tenant_id = $1 AND registration_id = $2`
	if len(ids) > 0 {
		gone += ` AND id NOT IN ` + in(&args, ids)
	}
	if err := tx.exec(gone, args...); err != nil || len(targets) == 0 {
		return err
	}
	args = []any{tx.Tenant, registration}
	rows := make([]string, len(targets))
	for i, t := range targets {
		var cells []string
		for _, v := range []any{t.ID, t.Criterion, t.Content, folds[i], t.Value, t.Measure, t.Direction, t.Due, t.From, t.Owner, i + 1} {
			cells = append(cells, arg(&args, v))
		}
		rows[i] = "($1, $2, " + strings.Join(cells, ", ") + ")"
	}
	return tx.exec(`INSERT INTO target (tenant_id, registration_id, id, criterion_id, content, content_fold, value, measure, direction, due, from_target,
		owner_id, ord) VALUES `+strings.Join(rows, ", ")+` ON CONFLICT (tenant_id, id) DO UPDATE SET criterion_id = excluded.criterion_id,
		content = excluded.content, content_fold = excluded.content_fold, value = excluded.value, measure = excluded.measure,
		direction = excluded.direction, due = excluded.due, from_target = excluded.from_target, owner_id = excluded.owner_id, ord = excluded.ord`, args...)
}

const reformColumns = `k.id, k.round_id, COALESCE(k.plan_id, ''), k.ord, k.number, k.body, k.product, k.unit_id, k.lead_words, k.support_words, k.due_words, k.due,
	k.inclusive, k.state, k.done_on, k.done_note, k.reason, k.version, u.name, n.year`

func reformFields(t *thidua.ReformTask) []any {
	return []any{&t.ID, &t.Round, &t.Plan, &t.Order, &t.Number, &t.Text, &t.Product, &t.Unit, &t.Lead, &t.Support, &t.When, &t.Due,
		&t.Inclusive, &t.State, &t.DoneOn, &t.DoneNote, &t.Reason, &t.Version, &t.UnitName, &t.Year}
}

const reformSelect = `SELECT ` + reformColumns + ` FROM reform_task k JOIN unit_in_round u ON u.tenant_id = k.tenant_id AND u.round_id = k.round_id AND u.id = k.unit_id
	JOIN round n ON n.tenant_id = k.tenant_id AND n.id = k.round_id WHERE k.tenant_id = $1 AND `

// ReformTasks lists the tasks of a round in the order of units and of its plans, those that were withdrawn among them; the 2.000 first at most.
func (tx *Tx) ReformTasks(round string) ([]thidua.ReformTask, error) {
	return many(tx, reformFields, reformSelect+`k.round_id = $2 ORDER BY u.ord, u.name_key, COALESCE(k.plan_id, ''), k.ord, k.id LIMIT 2000`, tx.Tenant, round)
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

// InsertReformTask adds a task of a reform plan, or of no plan.
func (tx *Tx) InsertReformTask(t thidua.ReformTask) error {
	return tx.exec(`INSERT INTO reform_task (tenant_id, id, round_id, plan_id, ord, number, body, product, unit_id, lead_words, support_words, due_words, due,
		inclusive, state, done_on, done_note, reason, version) VALUES ($1, $2, $3, NULLIF($4, ''), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)`,
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
