package store

import (
	"encoding/json"
	"slices"
	"strings"

	"thidua"
)

const deliveryColumns = `id, movement_id, document_id, recipient, unit_id, way, sent_on, ack_on, ack_by, scan_hash, scan_name, scan_type, scan_size, by_name,
	withdrawn, version`

func deliveryFields(d *thidua.Delivery) []any {
	return []any{&d.ID, &d.Movement, &d.Document, &d.Recipient, &d.Unit, &d.Way, &d.SentOn, &d.AckOn, &d.AckBy, &d.Scan.Hash, &d.Scan.Name, &d.Scan.Type,
		&d.Scan.Size, &d.ByName, &d.Withdrawn, &d.Version}
}

// Deliveries lists to whom a paper of a movement went, in the order in which it was recorded; without a document the plan. 500 at most.
func (tx *Tx) Deliveries(movement, document string) ([]thidua.Delivery, error) {
	return many(tx, deliveryFields, `SELECT `+deliveryColumns+` FROM delivery WHERE tenant_id = $1 AND movement_id = $2 AND document_id = $3
		ORDER BY ord, id LIMIT 500`, tx.Tenant, movement, document)
}

// Delivery reads one line of a distribution.
func (tx *Tx) Delivery(id string) (thidua.Delivery, error) {
	return one(tx, deliveryFields, `SELECT `+deliveryColumns+` FROM delivery WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertDelivery adds a line of a distribution; order is its place among those of the paper.
func (tx *Tx) InsertDelivery(d thidua.Delivery, order int) error {
	return tx.exec(`INSERT INTO delivery (tenant_id, id, movement_id, document_id, recipient, unit_id, way, sent_on, by_name, ord)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, tx.Tenant, d.ID, d.Movement, d.Document, d.Recipient, d.Unit, d.Way, d.SentOn, d.ByName, order)
}

// UpdateDelivery saves the acknowledgement of a line and whether it was taken out; Conflict when somebody else saved first.
func (tx *Tx) UpdateDelivery(d thidua.Delivery) error {
	return tx.versioned(`UPDATE delivery SET ack_on = $3, ack_by = $4, scan_hash = $5, scan_name = $6, scan_type = $7, scan_size = $8, withdrawn = $9,
		version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $10`, tx.Tenant, d.ID, d.AckOn, d.AckBy, d.Scan.Hash, d.Scan.Name, d.Scan.Type,
		d.Scan.Size, d.Withdrawn, d.Version)
}

const pledgeSelect = `SELECT p.id, p.round_id, p.unit_id, p.block, COALESCE(u.name, ''), p.body, p.signers, p.state, p.signed_on, p.scan_hash, p.scan_name,
	p.scan_type, p.scan_size, p.reason, p.by_name, p.version FROM pledge p LEFT JOIN unit u ON u.tenant_id = p.tenant_id AND u.id = p.unit_id
	WHERE p.tenant_id = $1 AND `

func pledgeFields(p *thidua.Pledge) []any {
	return []any{&p.ID, &p.Round, &p.Unit, &p.Block, &p.UnitName, &p.Text, &p.Signers, &p.State, &p.SignedOn, &p.Scan.Hash, &p.Scan.Name, &p.Scan.Type,
		&p.Scan.Size, &p.Reason, &p.ByName, &p.Version}
}

// Pledges lists the pledges of a round, units first in their order, those that were dropped among them; 500 at most.
func (tx *Tx) Pledges(round string) ([]thidua.Pledge, error) {
	return many(tx, pledgeFields, pledgeSelect+`p.round_id = $2 ORDER BY COALESCE(u.ord, 9999), p.id LIMIT 500`, tx.Tenant, round)
}

// Pledge reads one pledge.
func (tx *Tx) Pledge(id string) (thidua.Pledge, error) {
	return one(tx, pledgeFields, pledgeSelect+`p.id = $2`, tx.Tenant, id)
}

// InsertPledge adds a pledge.
func (tx *Tx) InsertPledge(p thidua.Pledge) error {
	return tx.exec(`INSERT INTO pledge (tenant_id, id, round_id, unit_id, block, body, signers, state, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.Tenant, p.ID, p.Round, p.Unit, p.Block, p.Text, p.Signers, p.State, p.ByName)
}

// UpdatePledge saves the words, the state and the signing of a pledge; Conflict when somebody else saved first.
func (tx *Tx) UpdatePledge(p thidua.Pledge) error {
	return tx.versioned(`UPDATE pledge SET block = $3, body = $4, signers = $5, state = $6, signed_on = $7, scan_hash = $8, scan_name = $9, scan_type = $10,
		scan_size = $11, reason = $12, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $13`, tx.Tenant, p.ID, p.Block, p.Text, p.Signers,
		p.State, p.SignedOn, p.Scan.Hash, p.Scan.Name, p.Scan.Type, p.Scan.Size, p.Reason, p.Version)
}

const unitPlanSelect = `SELECT p.id, p.round_id, p.unit_id, u.name, p.number, p.on_date, p.summary, p.file_hash, p.file_name, p.file_type, p.file_size,
	p.by_name, p.withdrawn, p.version FROM unit_plan p JOIN unit u ON u.tenant_id = p.tenant_id AND u.id = p.unit_id WHERE p.tenant_id = $1 AND `

func unitPlanFields(p *thidua.UnitPlan) []any {
	return []any{&p.ID, &p.Round, &p.Unit, &p.UnitName, &p.Number, &p.Date, &p.Summary, &p.File.Hash, &p.File.Name, &p.File.Type, &p.File.Size, &p.ByName,
		&p.Withdrawn, &p.Version}
}

// UnitPlans lists the launch plans of units in rounds, by unit and day, those that were taken out among them; 1.000 for each round at most.
func (tx *Tx) UnitPlans(rounds ...string) ([]thidua.UnitPlan, error) {
	args := []any{tx.Tenant}
	return many(tx, unitPlanFields, unitPlanSelect+`p.round_id IN `+in(&args, rounds)+` ORDER BY u.ord, p.on_date, p.id LIMIT `+
		arg(&args, 1000*len(rounds)), args...)
}

// UnitPlan reads one launch plan of a unit.
func (tx *Tx) UnitPlan(id string) (thidua.UnitPlan, error) {
	return one(tx, unitPlanFields, unitPlanSelect+`p.id = $2`, tx.Tenant, id)
}

// InsertUnitPlan adds a launch plan of a unit.
func (tx *Tx) InsertUnitPlan(p thidua.UnitPlan) error {
	return tx.exec(`INSERT INTO unit_plan (tenant_id, id, round_id, unit_id, number, on_date, summary, file_hash, file_name, file_type, file_size, by_name)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, tx.Tenant, p.ID, p.Round, p.Unit, p.Number, p.Date, p.Summary, p.File.Hash, p.File.Name,
		p.File.Type, p.File.Size, p.ByName)
}

// WithdrawUnitPlan takes a plan of a unit out, with the reason that stands in it; Conflict when somebody else saved first.
func (tx *Tx) WithdrawUnitPlan(p thidua.UnitPlan) error {
	return tx.versioned(`UPDATE unit_plan SET withdrawn = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $4`,
		tx.Tenant, p.ID, p.Withdrawn, p.Version)
}

const questionColumns = `id, movement_id, person_id, person_name, unit_name, body, at, answer, basis, answered_by, answered_at, seen, version`

func questionFields(q *thidua.Question) []any {
	return []any{&q.ID, &q.Movement, &q.Person, &q.Name, &q.UnitName, &q.Text, toInstant(&q.At), &q.Answer, &q.Basis, &q.AnsweredBy, toInstant(&q.AnsweredAt),
		&q.Seen, &q.Version}
}

// Questions lists the questions about a movement in which a folded text stands, the latest first; 200 at most.
func (tx *Tx) Questions(movement, fold string) ([]thidua.Question, error) {
	return many(tx, questionFields, `SELECT `+questionColumns+` FROM question WHERE tenant_id = $1 AND movement_id = $2 AND fold LIKE $3 ESCAPE '!'
		ORDER BY at DESC, id LIMIT 200`, tx.Tenant, movement, "%"+likeText(fold)+"%")
}

// Question reads one question.
func (tx *Tx) Question(id string) (thidua.Question, error) {
	return one(tx, questionFields, `SELECT `+questionColumns+` FROM question WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertQuestion adds a question; fold is its search key.
func (tx *Tx) InsertQuestion(q thidua.Question, fold string) error {
	return tx.exec(`INSERT INTO question (tenant_id, id, movement_id, person_id, person_name, unit_name, body, at, fold) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.Tenant, q.ID, q.Movement, q.Person, q.Name, q.UnitName, q.Text, instant(q.At), fold)
}

// UpdateQuestion saves the answer and whether it was read; fold is the search key of both texts. Conflict when somebody else saved first.
func (tx *Tx) UpdateQuestion(q thidua.Question, fold string) error {
	return tx.versioned(`UPDATE question SET answer = $3, basis = $4, answered_by = $5, answered_at = $6, seen = $7, fold = $8, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $9`, tx.Tenant, q.ID, q.Answer, q.Basis, q.AnsweredBy, instant(q.AnsweredAt), q.Seen, fold, q.Version)
}

const relatedColumns = `id, movement_id, relation, name, agency, document, address, withdrawn, version`

func relatedFields(r *thidua.RelatedMovement) []any {
	return []any{&r.ID, &r.Movement, &r.Relation, &r.Name, &r.Agency, &r.Document, &r.Address, &r.Withdrawn, &r.Version}
}

// RelatedMovements lists the movements that stand around one, those of the level above first, without those that were taken out; 100 at most.
func (tx *Tx) RelatedMovements(movement string) ([]thidua.RelatedMovement, error) {
	return many(tx, relatedFields, `SELECT `+relatedColumns+` FROM related_movement WHERE tenant_id = $1 AND movement_id = $2 AND withdrawn = ''
		ORDER BY relation, id LIMIT 100`, tx.Tenant, movement)
}

// RelatedMovement reads one related movement.
func (tx *Tx) RelatedMovement(id string) (thidua.RelatedMovement, error) {
	return one(tx, relatedFields, `SELECT `+relatedColumns+` FROM related_movement WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertRelatedMovement adds a related movement.
func (tx *Tx) InsertRelatedMovement(r thidua.RelatedMovement) error {
	return tx.exec(`INSERT INTO related_movement (tenant_id, id, movement_id, relation, name, agency, document, address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		tx.Tenant, r.ID, r.Movement, r.Relation, r.Name, r.Agency, r.Document, r.Address)
}

// WithdrawRelatedMovement takes a related movement out, with the reason that stands in it; Conflict when somebody else saved first.
func (tx *Tx) WithdrawRelatedMovement(r thidua.RelatedMovement) error {
	return tx.versioned(`UPDATE related_movement SET withdrawn = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $4`,
		tx.Tenant, r.ID, r.Withdrawn, r.Version)
}

const guidedSelect = `SELECT g.id, g.document_id, g.code, g.body, g.ord, g.withdrawn, g.version, COALESCE(l.criterion, '') FROM guided_criterion g
	LEFT JOIN guided_link l ON l.tenant_id = g.tenant_id AND l.guided_id = g.id `

type guidedRow struct {
	thidua.GuidedCriterion
	link string
}

func (tx *Tx) guided(query string, args ...any) (out []thidua.GuidedCriterion, err error) {
	rows, err := many(tx, func(r *guidedRow) []any {
		return []any{&r.ID, &r.Document, &r.Code, &r.Text, &r.Order, &r.Withdrawn, &r.Version, &r.link}
	}, guidedSelect+query, args...)
	for _, r := range rows {
		if n := len(out); n == 0 || out[n-1].ID != r.ID {
			out = append(out, r.GuidedCriterion)
		}
		if r.link != "" {
			out[len(out)-1].Criteria = append(out[len(out)-1].Criteria, r.link)
		}
	}
	return out, err
}

// GuidedCriteria lists the criteria that stand of the attached documents of a movement, document by document; about a thousand at most.
func (tx *Tx) GuidedCriteria(movement string) ([]thidua.GuidedCriterion, error) {
	return tx.guided(`JOIN movement_document d ON d.tenant_id = g.tenant_id AND d.id = g.document_id
		WHERE g.tenant_id = $1 AND d.movement_id = $2 AND d.withdrawn = '' AND g.withdrawn = '' ORDER BY d.on_date, d.id, g.ord, g.id, l.criterion LIMIT 5000`, tx.Tenant, movement)
}

// GuidedCriterion reads one criterion of an attached document; NotFound when there is none.
func (tx *Tx) GuidedCriterion(id string) (g thidua.GuidedCriterion, err error) {
	all, err := tx.guided(`WHERE g.tenant_id = $1 AND g.id = $2 ORDER BY l.criterion`, tx.Tenant, id)
	if err == nil && len(all) == 0 {
		err = thidua.Refuse(thidua.NotFound, CodeNotFound)
	}
	if err == nil {
		g = all[0]
	}
	return g, err
}

// InsertGuidedCriterion adds a criterion of an attached document with the codes of those of the plan.
func (tx *Tx) InsertGuidedCriterion(g thidua.GuidedCriterion) error {
	err := tx.exec(`INSERT INTO guided_criterion (tenant_id, id, document_id, code, body, ord) VALUES ($1, $2, $3, $4, $5, $6)`,
		tx.Tenant, g.ID, g.Document, g.Code, g.Text, g.Order)
	for _, c := range slices.Compact(slices.Sorted(slices.Values(g.Criteria))) {
		if err == nil {
			err = tx.exec(`INSERT INTO guided_link (tenant_id, guided_id, criterion) VALUES ($1, $2, $3)`, tx.Tenant, g.ID, c)
		}
	}
	return err
}

// WithdrawGuidedCriterion takes a criterion of an attached document out, with the reason that stands in it; Conflict when somebody else saved first.
func (tx *Tx) WithdrawGuidedCriterion(g thidua.GuidedCriterion) error {
	return tx.versioned(`UPDATE guided_criterion SET withdrawn = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $4`,
		tx.Tenant, g.ID, g.Withdrawn, g.Version)
}

// LaunchTicks lists the lines of the launch check list of a round that were ticked by hand.
func (tx *Tx) LaunchTicks(round string) ([]thidua.LaunchTick, error) {
	return many(tx, func(l *thidua.LaunchTick) []any { return []any{&l.Round, &l.Item, &l.On, &l.Note, &l.ByName} },
		`SELECT round_id, item, on_date, note, by_name FROM launch_tick WHERE tenant_id = $1 AND round_id = $2 ORDER BY item LIMIT 100`, tx.Tenant, round)
}

// SaveLaunchTick ticks a line of the check list, or corrects its day.
func (tx *Tx) SaveLaunchTick(l thidua.LaunchTick) error {
	return tx.exec(`INSERT INTO launch_tick (tenant_id, round_id, item, on_date, note, by_name) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (tenant_id, round_id, item) DO UPDATE SET on_date = excluded.on_date, note = excluded.note, by_name = excluded.by_name`,
		tx.Tenant, l.Round, l.Item, l.On, l.Note, l.ByName)
}

// DropLaunchTick takes a tick back; NotFound when there is none.
func (tx *Tx) DropLaunchTick(round, item string) error {
	return tx.must(`DELETE FROM launch_tick WHERE tenant_id = $1 AND round_id = $2 AND item = $3`, tx.Tenant, round, item)
}

const handoverColumns = `id, from_person, from_called, from_post, unit_id, unit_called, to_person, to_called, to_post, to_unit, words, contacts, matters, state,
	done_at, scan_hash, scan_name, scan_type, scan_size, reason, by_name, version`

func handoverFields(h *thidua.Handover) []any {
	return []any{&h.ID, &h.From, &h.FromName, &h.FromPost, &h.Unit, &h.UnitName, &h.To, &h.ToName, &h.ToPost, &h.ToUnit, &h.Words, &h.Contacts,
		scanner(func(src any) error { return scanMatters(&h.Matters, src) }), &h.State, toInstant(&h.DoneAt), &h.Scan.Hash, &h.Scan.Name, &h.Scan.Type,
		&h.Scan.Size, &h.Reason, &h.ByName, &h.Version}
}

func scanMatters(into *[]thidua.Matter, src any) error {
	switch s := src.(type) {
	case string:
		return json.Unmarshal([]byte(s), into)
	case []byte:
		return json.Unmarshal(s, into)
	}
	return nil
}

// Handovers lists the handovers of the agency, the latest first; 200 at most.
func (tx *Tx) Handovers() ([]thidua.Handover, error) {
	return many(tx, handoverFields, `SELECT `+handoverColumns+` FROM handover WHERE tenant_id = $1 ORDER BY id DESC LIMIT 200`, tx.Tenant)
}

// Handover reads one handover.
func (tx *Tx) Handover(id string) (thidua.Handover, error) {
	return one(tx, handoverFields, `SELECT `+handoverColumns+` FROM handover WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertHandover adds a handover that is being prepared.
func (tx *Tx) InsertHandover(h thidua.Handover) error {
	return tx.exec(`INSERT INTO handover (tenant_id, id, from_person, from_called, from_post, unit_id, unit_called, state, by_name)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, tx.Tenant, h.ID, h.From, h.FromName, h.FromPost, h.Unit, h.UnitName, h.State, h.ByName)
}

// UpdateHandover saves everything of a handover but who hands over; Conflict when somebody else saved first.
func (tx *Tx) UpdateHandover(h thidua.Handover) error {
	matters, err := json.Marshal(append([]thidua.Matter{}, h.Matters...))
	if err != nil {
		return err
	}
	return tx.versioned(`UPDATE handover SET to_person = $3, to_called = $4, to_post = $5, to_unit = $6, words = $7, contacts = $8, matters = $9, state = $10,
		done_at = $11, scan_hash = $12, scan_name = $13, scan_type = $14, scan_size = $15, reason = $16, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $17`, tx.Tenant, h.ID, h.To, h.ToName, h.ToPost, h.ToUnit, h.Words, h.Contacts, string(matters), h.State,
		instant(h.DoneAt), h.Scan.Hash, h.Scan.Name, h.Scan.Type, h.Scan.Size, h.Reason, h.Version)
}

// OwnedTargets lists the targets of units for which somebody is in charge, in rounds that have not ended; 1.000 at most.
func (tx *Tx) OwnedTargets(person string) ([]Tracked, error) {
	return many(tx, trackedFields, `SELECT `+trackedColumns+trackedFrom+`JOIN round n ON n.tenant_id = r.tenant_id AND n.id = r.round_id
		WHERE t.tenant_id = $1 AND t.owner_id = $2 AND r.subject_kind = 'collective' AND n.state <> $3 ORDER BY t.due, t.ord, t.id LIMIT 1000`,
		tx.Tenant, person, thidua.RoundEnded)
}

// GiveTarget puts somebody else in charge of a target; NotFound when it is not the giver's any more.
func (tx *Tx) GiveTarget(target, from, to string) error {
	return tx.must(`UPDATE target SET owner_id = $4 WHERE tenant_id = $1 AND id = $2 AND owner_id = $3`, tx.Tenant, target, from, to)
}

// DraftsOf lists the papers that somebody drafted and that are not issued yet.
func (tx *Tx) DraftsOf(person string) ([]thidua.Paper, error) {
	return many(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND author = $2 AND state IN ($3, $4) ORDER BY id LIMIT 500`,
		tx.Tenant, person, thidua.PaperDraft, thidua.PaperInSign)
}

// GivePaper makes somebody else the author of a paper; NotFound when it is not the giver's any more.
func (tx *Tx) GivePaper(paper, from, to string) error {
	return tx.must(`UPDATE paper SET author = $4 WHERE tenant_id = $1 AND id = $2 AND author = $3`, tx.Tenant, paper, from, to)
}

// Arrived lists what came and waits: answers to read of the person, papers to acknowledge and recommendations to carry out of the units, and with
// all the open questions, every recommendation that is not done and, once for each sender, the sealed packages that nobody took in. 200 at most.
func (tx *Tx) Arrived(person string, units []string, all bool) (matters []thidua.LaunchMatter, asked []thidua.Recommendation, err error) {
	type row struct {
		thidua.LaunchMatter
		thidua.Recommendation
	}
	args := []any{tx.Tenant, thidua.TaskReadAnswer, person, thidua.TaskAnswer, all, thidua.TaskAcknowledge, thidua.TaskTakeParcel, thidua.RecommendationDone}
	led := in(&args, units)
	rows, err := many(tx, func(r *row) []any {
		return []any{&r.Code, &r.Object, &r.Words, &r.Unit, &r.UnitName, &r.Due, &r.State, &r.Reason}
	}, strings.Join([]string{
		`SELECT CAST($2 AS TEXT), id, body, '', '', '', '', '' FROM question WHERE tenant_id = $1 AND person_id = $3 AND answer <> '' AND seen = FALSE`,
		`SELECT CAST($4 AS TEXT), id, body, '', '', '', '', '' FROM question WHERE tenant_id = $1 AND answer = '' AND $5 = TRUE`,
		`SELECT CAST($7 AS TEXT), MIN(o.id), o.from_name, '', '', '', '', ''` + parcelFor + ` AND $5 = TRUE
			AND NOT EXISTS (SELECT 1 FROM parcel_in i WHERE i.tenant_id = $1 AND i.id = o.id) GROUP BY o.from_name`,
		`SELECT CAST($6 AS TEXT), d.id, COALESCE(m.kind || ' ' || m.number, ''), '', '', '', '', '' FROM delivery d LEFT JOIN movement_document m ON m.tenant_id = d.tenant_id
			AND m.id = d.document_id WHERE d.tenant_id = $1 AND d.ack_on = '' AND d.withdrawn = '' AND d.unit_id IN ` + led,
		`SELECT '', r.id, r.body, r.unit_id, u.name, r.due, r.state, r.reason FROM recommendation r JOIN unit u ON u.tenant_id = r.tenant_id AND u.id = r.unit_id
			WHERE r.tenant_id = $1 AND r.state <> $8 AND ($5 = TRUE OR r.unit_id IN ` + led + `)`,
	}, ` UNION ALL `)+` ORDER BY 1, 6, 2 LIMIT 200`, args...)
	for _, r := range rows {
		if r.Code != "" {
			matters = append(matters, r.LaunchMatter)
			continue
		}
		r.ID, r.Text = r.Object, r.Words
		asked = append(asked, r.Recommendation)
	}
	return matters, asked, err
}
