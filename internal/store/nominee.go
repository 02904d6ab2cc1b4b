package store

import (
	"encoding/json"

	"thidua"
)

const nomineeColumns = `n.id, n.round_id, n.session_id, n.subject_kind, n.unit_id, n.person_id, n.award_id, n.state, n.summary, n.reason, n.held_from, n.ord, n.version,
	COALESCE(p.name, u.name), COALESCE(p.sex, ''), CASE WHEN n.person_id = '' THEN '' ELSE u.name END,
	COALESCE((SELECT o.title FROM post o WHERE o.tenant_id = n.tenant_id AND o.person_id = n.person_id ORDER BY o.to_date = '' DESC, o.from_date DESC LIMIT 1), '')`

const nomineeTables = ` FROM nominee n JOIN unit u ON u.tenant_id = n.tenant_id AND u.id = n.unit_id
	LEFT JOIN person p ON p.tenant_id = n.tenant_id AND p.id = n.person_id `

func nomineeFields(n *thidua.Nominee) []any {
	s := &n.Subject
	return []any{&n.ID, &n.Round, &n.Session, &s.Kind, &s.Unit, &s.Person, &n.Award, &n.State, &n.Summary, &n.Reason, &n.HeldFrom, &n.Order, &n.Version,
		&s.Name, &s.Sex, &s.Home, &s.Title}
}

// Nominees lists the nominees of a round with their findings, collectives first: two queries whatever their number.
func (tx *Tx) Nominees(round string) ([]thidua.Nominee, error) {
	all, err := many(tx, nomineeFields, `SELECT `+nomineeColumns+nomineeTables+`WHERE n.tenant_id = $1 AND n.round_id = $2
		ORDER BY n.subject_kind, n.ord, n.id LIMIT 500`, tx.Tenant, round)
	if err != nil {
		return nil, err
	}
	return all, tx.findings(all, `n.round_id = $2`, round)
}

// Nominee reads one nominee with its findings.
func (tx *Tx) Nominee(id string) (thidua.Nominee, error) {
	n, err := one(tx, nomineeFields, `SELECT `+nomineeColumns+nomineeTables+`WHERE n.tenant_id = $1 AND n.id = $2`, tx.Tenant, id)
	if err != nil {
		return n, err
	}
	all := []thidua.Nominee{n}
	err = tx.findings(all, `n.id = $2`, id)
	return all[0], err
}

type findingRow struct {
	nominee string
	args    json.RawMessage
	thidua.Finding
}

func (tx *Tx) findings(nominees []thidua.Nominee, where, value string) error {
	rows, err := many(tx, func(r *findingRow) []any {
		return []any{&r.nominee, &r.Standard, &r.Verdict, &r.Code, toDocument(&r.args), &r.Note, &r.By, &r.ByName}
	}, `SELECT f.nominee_id, f.standard_id, f.verdict, f.code, f.args, f.note, f.by_person, f.by_name
		FROM finding f JOIN nominee n ON n.tenant_id = f.tenant_id AND n.id = f.nominee_id
		JOIN standard s ON s.tenant_id = f.tenant_id AND s.id = f.standard_id
		WHERE f.tenant_id = $1 AND `+where+` ORDER BY s.ord LIMIT 5000`, tx.Tenant, value)
	if err != nil {
		return err
	}
	at := map[string]*thidua.Nominee{}
	for i := range nominees {
		at[nominees[i].ID] = &nominees[i]
	}
	for _, r := range rows {
		if r.Args, err = thidua.FindingArgs(r.Code, r.args); err != nil {
			return err
		}
		at[r.nominee].Findings = append(at[r.nominee].Findings, r.Finding)
	}
	return nil
}

// InsertNominee adds a nominee; Conflict when the subject is proposed for the award already.
func (tx *Tx) InsertNominee(n thidua.Nominee) error {
	return tx.exec(`INSERT INTO nominee (tenant_id, id, round_id, session_id, subject_kind, unit_id, person_id, award_id, state, summary, reason, ord)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, tx.Tenant, n.ID, n.Round, n.Session, n.Subject.Kind, n.Subject.Unit,
		n.Subject.Person, n.Award, n.State, n.Summary, n.Reason, n.Order)
}

// UpdateNominee saves the state, session, summary and reason of a nominee; Conflict when somebody else saved first.
func (tx *Tx) UpdateNominee(n thidua.Nominee) error {
	return tx.versioned(`UPDATE nominee SET session_id = $3, state = $4, summary = $5, reason = $6, ord = $7, held_from = $8, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $9`, tx.Tenant, n.ID, n.Session, n.State, n.Summary, n.Reason, n.Order, n.HeldFrom, n.Version)
}

// SaveFinding records what a standard says of a nominee, or corrects it.
func (tx *Tx) SaveFinding(nominee string, f thidua.Finding) error {
	if f.Args == nil {
		f.Args = []any{}
	}
	return tx.exec(`INSERT INTO finding (tenant_id, nominee_id, standard_id, verdict, code, args, note, by_person, by_name)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (tenant_id, nominee_id, standard_id) DO UPDATE SET verdict = excluded.verdict, code = excluded.code, args = excluded.args,
		note = excluded.note, by_person = excluded.by_person, by_name = excluded.by_name`,
		tx.Tenant, nominee, f.Standard, f.Verdict, f.Code, document(f.Args), f.Note, f.By, f.ByName)
}
