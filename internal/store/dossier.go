package store

import "thidua"

func dossierFields(d *thidua.Dossier) []any {
	return []any{&d.ID, &d.Round, &d.State, &d.HardCopy, toInstant(&d.CreatedAt), &d.Version}
}

const dossierSelect = `SELECT id, round_id, state, hard_copy, created_at, version FROM dossier WHERE tenant_id = $1`

// Dossier reads one dossier.
func (tx *Tx) Dossier(id string) (thidua.Dossier, error) {
	return one(tx, dossierFields, dossierSelect+` AND id = $2`, tx.Tenant, id)
}

// DossierOf reads the dossier of a round; NotFound while there is none.
func (tx *Tx) DossierOf(round string) (thidua.Dossier, error) {
	return one(tx, dossierFields, dossierSelect+` AND round_id = $2`, tx.Tenant, round)
}

// Dossiers lists the dossiers of the agency, the newest first.
func (tx *Tx) Dossiers() ([]thidua.Dossier, error) {
	return many(tx, dossierFields, dossierSelect+` ORDER BY created_at DESC, id DESC LIMIT 100`, tx.Tenant)
}

// InsertDossier adds the dossier of a round; Conflict when it has one.
func (tx *Tx) InsertDossier(d thidua.Dossier) error {
	return tx.exec(`INSERT INTO dossier (tenant_id, id, round_id, state, hard_copy, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		tx.Tenant, d.ID, d.Round, d.State, d.HardCopy, instant(d.CreatedAt))
}

// UpdateDossier saves state and hard copy; Conflict when somebody else saved first.
func (tx *Tx) UpdateDossier(d thidua.Dossier) error {
	return tx.versioned(`UPDATE dossier SET state = $3, hard_copy = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $5`,
		tx.Tenant, d.ID, d.State, d.HardCopy, d.Version)
}

// InsertDecision adds a decision on awards as it was received.
func (tx *Tx) InsertDecision(d thidua.AwardDecision) error {
	return tx.exec(`INSERT INTO award_decision (tenant_id, id, round_id, number, dated, received_on, issuer, scan_hash, scan_name, scan_type, scan_size)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, tx.Tenant, d.ID, d.Round, d.Number, d.Dated, d.ReceivedOn, d.Issuer, d.Scan.Hash,
		d.Scan.Name, d.Scan.Type, d.Scan.Size)
}

func decisionFields(d *thidua.AwardDecision) []any {
	return []any{&d.ID, &d.Round, &d.Number, &d.Dated, &d.ReceivedOn, &d.Issuer, &d.Scan.Hash, &d.Scan.Name, &d.Scan.Type, &d.Scan.Size}
}

// Decisions lists the decisions on awards of a round, oldest first.
func (tx *Tx) Decisions(round string) ([]thidua.AwardDecision, error) {
	return many(tx, decisionFields, `SELECT id, round_id, number, dated, received_on, issuer, scan_hash, scan_name, scan_type, scan_size
		FROM award_decision WHERE tenant_id = $1 AND round_id = $2 ORDER BY dated, id LIMIT 20`, tx.Tenant, round)
}

// InsertAward adds an award to the history of its subject; fold is the search key of the subject with its unit.
func (tx *Tx) InsertAward(w thidua.Award, fold string) error {
	return tx.exec(`INSERT INTO award (tenant_id, id, decision_id, round_id, year, nominee_id, subject_kind, unit_id, person_id, subject_name,
		subject_title, subject_sex, unit_name, form, citation, gold_number, presented_on, subject_fold)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
		tx.Tenant, w.ID, w.Decision.ID, w.Round, w.Year, w.Nominee, w.Subject.Kind, w.Subject.Unit, w.Subject.Person, w.Subject.Name,
		w.Subject.Title, w.Subject.Sex, w.Subject.Home, w.Form, w.Citation, w.GoldNumber, w.PresentedOn, fold)
}

// PresentAwards notes the day of the ceremony on every award of a round that has none.
func (tx *Tx) PresentAwards(round string, on thidua.Date) error {
	return tx.exec(`UPDATE award SET presented_on = $3 WHERE tenant_id = $1 AND round_id = $2 AND presented_on = ''`, tx.Tenant, round, on)
}

// AwardFilter chooses awards; the zero value is all.
type AwardFilter struct {
	Round     string
	Year      int
	Unit      string // awards of the unit itself and of its people at that time
	Person    string
	Published bool     // only those of rounds whose roll of honour is published
	Fold      string   // part of the search key
	Or        []string // keys of people whose awards are listed published or not; with Published
	OrUnits   []string // units whose awards are listed published or not; with Published
}

func awardFields(w *thidua.Award) []any {
	s, d := &w.Subject, &w.Decision
	return append([]any{&w.ID, &w.Round, &w.Year, &w.Nominee, &s.Kind, &s.Unit, &s.Person, &s.Name, &s.Title, &s.Sex, &s.Home, &w.Form, &w.Citation,
		&w.GoldNumber, &w.PresentedOn}, &d.ID, &d.Round, &d.Number, &d.Dated, &d.ReceivedOn, &d.Issuer, &d.Scan.Hash, &d.Scan.Name, &d.Scan.Type, &d.Scan.Size)
}

// Awards lists awards, the latest year first, collectives before individuals, in the order of the golden book.
func (tx *Tx) Awards(f AwardFilter, page Page) ([]thidua.Award, error) {
	args := []any{tx.Tenant}
	query := `SELECT w.id, w.round_id, w.year, w.nominee_id, w.subject_kind, w.unit_id, w.person_id, w.subject_name, w.subject_title, w.subject_sex,
		w.unit_name, w.form, w.citation, w.gold_number, w.presented_on, d.id, d.round_id, d.number, d.dated, d.received_on, d.issuer,
		d.scan_hash, d.scan_name, d.scan_type, d.scan_size
		FROM award w JOIN award_decision d ON d.tenant_id = w.tenant_id AND d.id = w.decision_id
		JOIN round r ON r.tenant_id = w.tenant_id AND r.id = w.round_id
		JOIN nominee n ON n.tenant_id = w.tenant_id AND n.id = w.nominee_id
		WHERE w.tenant_id = $1 AND n.state <> ` + arg(&args, thidua.NomineeRevoked) + f.where(&args) +
		` ORDER BY w.year DESC, w.subject_kind, w.gold_number, w.id`
	return many(tx, awardFields, query+page.limit(&args), args...)
}

func (f AwardFilter) where(args *[]any) string {
	out := ""
	if f.Round != "" {
		out += ` AND w.round_id = ` + arg(args, f.Round)
	}
	if f.Year != 0 {
		out += ` AND w.year = ` + arg(args, f.Year)
	}
	if f.Unit != "" {
		out += ` AND w.unit_id = ` + arg(args, f.Unit)
	}
	if f.Person != "" {
		out += ` AND w.person_id = ` + arg(args, f.Person)
	}
	if f.Fold != "" {
		out += ` AND w.subject_fold LIKE ` + arg(args, "%"+likeText(f.Fold)+"%") + ` ESCAPE '!'`
	}
	if f.Published {
		out += ` AND (r.honour_published = TRUE OR w.person_id IN ` + in(args, f.Or) + ` OR w.unit_id IN ` + in(args, f.OrUnits) + `)`
	}
	return out
}

// AwardYears lists the years that have awards, the latest first; published asks for those on a published roll.
func (tx *Tx) AwardYears(published bool) ([]int, error) {
	return many(tx, value[int], `SELECT DISTINCT w.year FROM award w JOIN round r ON r.tenant_id = w.tenant_id AND r.id = w.round_id
		WHERE w.tenant_id = $1 AND (r.honour_published = TRUE OR $2 = FALSE) ORDER BY w.year DESC LIMIT 100`, tx.Tenant, published)
}

// CertificateTemplate is how the agency prints on its own stock, as one text in JSON.
type CertificateTemplate struct {
	Body    string
	Version int64
}

// CertificateTemplate reads the template of the agency; NotFound while it has none.
func (tx *Tx) CertificateTemplate() (CertificateTemplate, error) {
	return one(tx, func(c *CertificateTemplate) []any { return []any{&c.Body, &c.Version} },
		`SELECT body, version FROM certificate_template WHERE tenant_id = $1`, tx.Tenant)
}

// SaveCertificateTemplate saves the template, the first one with version 0; Conflict when somebody else saved first.
func (tx *Tx) SaveCertificateTemplate(c CertificateTemplate) error {
	if c.Version == 0 {
		return tx.versioned(`INSERT INTO certificate_template (tenant_id, body) VALUES ($1, $2) ON CONFLICT (tenant_id) DO NOTHING`, tx.Tenant, c.Body)
	}
	return tx.versioned(`UPDATE certificate_template SET body = $2, version = version + 1 WHERE tenant_id = $1 AND version = $3`, tx.Tenant, c.Body, c.Version)
}

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
	return withAnswers(all, replies), err
}

// SubmissionsIn lists what was sent up in rounds with its answers, in the order of sending; two queries.
func (tx *Tx) SubmissionsIn(rounds []string) ([]thidua.Submission, error) {
	args := []any{tx.Tenant}
	within := ` AND round_id IN ` + in(&args, rounds)
	limit := ` LIMIT ` + arg(&args, 1000*len(rounds))
	all, err := many(tx, submissionFields, `SELECT `+submissionColumns+` FROM submission WHERE tenant_id = $1`+within+` ORDER BY ord, id`+limit, args...)
	if err != nil || len(all) == 0 {
		return all, err
	}
	replies, err := many(tx, replyFields, replySelect+` AND submission_id IN (SELECT id FROM submission WHERE tenant_id = $1`+within+`) ORDER BY at, id`+limit, args...)
	return withAnswers(all, replies), err
}

// withAnswers puts answers to the sendings that they answer.
func withAnswers(all []thidua.Submission, replies []thidua.Reply) []thidua.Submission {
	at := map[string]int{}
	for i := range all {
		at[all[i].ID] = i
	}
	for _, r := range replies {
		if i, known := at[r.Submission]; known {
			all[i].Answers = append(all[i].Answers, r)
		}
	}
	return all
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
