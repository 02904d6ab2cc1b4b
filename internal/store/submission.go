package store

import "thidua"

const submissionColumns = `id, round_id, what, dossier_id, state, number, dated, sent_on, by_person, by_name, version`

func submissionFields(s *thidua.Submission) []any {
	return []any{&s.ID, &s.Round, &s.What, &s.Dossier, &s.State, &s.Number, &s.Dated, &s.SentOn, &s.By, &s.ByName, &s.Version}
}

const replySelect = `SELECT id, submission_id, kind, number, dated, received_on, body, scan_hash, scan_name, scan_type, scan_size, by_person, by_name, at
	FROM reply WHERE tenant_id = $1`

func replyFields(r *thidua.Reply) []any {
	return []any{&r.ID, &r.Submission, &r.Kind, &r.Number, &r.Dated, &r.ReceivedOn, &r.Text, &r.Scan.Hash, &r.Scan.Name, &r.Scan.Type, &r.Scan.Size,
		&r.By, &r.ByName, toInstant(&r.At)}
}

// Submissions lists what was sent up in a round, oldest first, with the answers.
func (tx *Tx) Submissions(round string, what thidua.SentWhat) ([]thidua.Submission, error) {
	all, err := many(tx, submissionFields, `SELECT `+submissionColumns+` FROM submission WHERE tenant_id = $1 AND round_id = $2 AND what = $3
		ORDER BY ord LIMIT 100`, tx.Tenant, round, what)
	if err != nil || len(all) == 0 {
		return all, err
	}
	replies, err := many(tx, replyFields, replySelect+` AND submission_id IN (SELECT id FROM submission WHERE tenant_id = $1 AND round_id = $2 AND what = $3)
		ORDER BY at, id LIMIT 1000`, tx.Tenant, round, what)
	for i := range all {
		for _, r := range replies {
			if r.Submission == all[i].ID {
				all[i].Answers = append(all[i].Answers, r)
			}
		}
	}
	return all, err
}

// Submission reads one sending with its answers.
func (tx *Tx) Submission(id string) (thidua.Submission, error) {
	s, err := one(tx, submissionFields, `SELECT `+submissionColumns+` FROM submission WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
	if err != nil {
		return s, err
	}
	s.Answers, err = many(tx, replyFields, replySelect+` AND submission_id = $2 ORDER BY at, id LIMIT 100`, tx.Tenant, id)
	return s, err
}

// InsertSubmission adds a sending after the earlier ones of its kind.
func (tx *Tx) InsertSubmission(s thidua.Submission) error {
	return tx.exec(`INSERT INTO submission (tenant_id, id, round_id, what, dossier_id, state, number, dated, sent_on, by_person, by_name, ord)
		SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, COUNT(*) + 1 FROM submission WHERE tenant_id = $1 AND round_id = $3 AND what = $4`,
		tx.Tenant, s.ID, s.Round, s.What, s.Dossier, s.State, s.Number, s.Dated, s.SentOn, s.By, s.ByName)
}

// SetSubmissionState moves a sending on; Conflict when somebody else did.
func (tx *Tx) SetSubmissionState(s thidua.Submission, to thidua.State) error {
	return tx.versioned(`UPDATE submission SET state = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $4`,
		tx.Tenant, s.ID, to, s.Version)
}

// InsertReply adds a recorded answer.
func (tx *Tx) InsertReply(r thidua.Reply) error {
	return tx.exec(`INSERT INTO reply (tenant_id, id, submission_id, kind, number, dated, received_on, body, scan_hash, scan_name, scan_type, scan_size,
		by_person, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
		tx.Tenant, r.ID, r.Submission, r.Kind, r.Number, r.Dated, r.ReceivedOn, r.Text, r.Scan.Hash, r.Scan.Name, r.Scan.Type, r.Scan.Size, r.By,
		r.ByName, instant(r.At))
}
