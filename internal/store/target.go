package store

import (
	"strings"

	"thidua"
)

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
