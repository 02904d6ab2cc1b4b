package store

import "thidua"

// The queries of this file read what waits in several rounds at once, so that the first page costs the same whatever their number.

// RegistrationsIn lists the registrations of rounds without their targets, units first; positions are those of the day.
func (tx *Tx) RegistrationsIn(rounds []string, on thidua.Date) ([]thidua.Registration, error) {
	args := []any{tx.Tenant, on}
	return many(tx, registrationFields, registrationSelect+` AND r.round_id IN `+in(&args, rounds)+` ORDER BY `+unitsFirst+`, u.ord, p.name_key, r.id LIMIT 2000`, args...)
}

// OpenEvidence lists the evidence of rounds that is not checked yet or was returned, the oldest first.
func (tx *Tx) OpenEvidence(rounds []string) ([]thidua.OpenEvidence, error) {
	args := []any{tx.Tenant, thidua.EvidenceNew, thidua.EvidenceReturned}
	return many(tx, func(e *thidua.OpenEvidence) []any {
		return []any{&e.ID, &e.Round, &e.Unit, &e.Person, &e.Criterion, &e.Target, &e.Abstract, &e.State, &e.Reason, &e.AddedBy, &e.UnitShort, &e.Content}
	}, `SELECT e.id, e.round_id, e.unit_id, e.person_id, COALESCE(c.code, ''), e.target_id, e.abstract, e.state, e.reason, e.by_person, u.short,
		CASE WHEN e.abstract <> '' THEN e.abstract ELSE COALESCE(t.content, e.doc_number) END
		FROM evidence e JOIN unit_in_round u ON u.tenant_id = e.tenant_id AND u.round_id = e.round_id AND u.id = e.unit_id
		LEFT JOIN criterion c ON c.tenant_id = e.tenant_id AND c.id = e.criterion_id
		LEFT JOIN target t ON t.tenant_id = e.tenant_id AND t.id = e.target_id
		WHERE e.tenant_id = $1 AND e.state IN ($2, $3) AND e.round_id IN `+in(&args, rounds)+` ORDER BY e.at, e.id LIMIT 2000`, args...)
}

// SheetsIn lists the score sheets of rounds without their lines, in the order of units.
func (tx *Tx) SheetsIn(rounds []string) ([]thidua.ScoreSheet, error) {
	args := []any{tx.Tenant}
	return many(tx, sheetFields, `SELECT `+sheetColumns+sheetFrom+`WHERE s.tenant_id = $1 AND s.round_id IN `+in(&args, rounds)+
		` ORDER BY u.ord, u.name_key LIMIT `+arg(&args, 500*len(rounds)), args...)
}

// SessionsIn lists the council's sessions about rounds, the earliest first.
func (tx *Tx) SessionsIn(rounds []string) ([]thidua.Session, error) {
	args := []any{tx.Tenant}
	return many(tx, councilSessionFields, `SELECT `+councilSessionColumns+` FROM council_session WHERE tenant_id = $1 AND round_id IN `+
		in(&args, rounds)+` ORDER BY at, id LIMIT 200`, args...)
}

// NomineesIn lists the nominees of rounds without their findings.
func (tx *Tx) NomineesIn(rounds []string) ([]thidua.Nominee, error) {
	args := []any{tx.Tenant}
	return many(tx, func(n *thidua.Nominee) []any {
		return []any{&n.ID, &n.Round, &n.Session, &n.Subject.Kind, &n.Subject.Unit, &n.Subject.Person, &n.State}
	}, `SELECT id, round_id, session_id, subject_kind, unit_id, person_id, state FROM nominee WHERE tenant_id = $1 AND round_id IN `+
		in(&args, rounds)+` ORDER BY ord, id LIMIT 1000`, args...)
}

// DossiersIn lists the dossiers of rounds.
func (tx *Tx) DossiersIn(rounds []string) ([]thidua.Dossier, error) {
	args := []any{tx.Tenant}
	return many(tx, func(d *thidua.Dossier) []any { return []any{&d.ID, &d.Round, &d.State} },
		`SELECT id, round_id, state FROM dossier WHERE tenant_id = $1 AND round_id IN `+in(&args, rounds)+` ORDER BY id LIMIT 100`, args...)
}

// OpenPapers lists the papers of rounds that are neither issued nor recalled, without their words.
func (tx *Tx) OpenPapers(rounds []string) ([]thidua.Paper, error) {
	args := []any{tx.Tenant, thidua.PaperDraft, thidua.PaperInSign}
	return many(tx, func(p *thidua.Paper) []any {
		return []any{&p.ID, &p.Round, &p.Dossier, &p.Session, &p.Nominee, &p.Kind, &p.State, &p.Title}
	}, `SELECT id, round_id, dossier_id, session_id, nominee_id, kind, state, title FROM paper
		WHERE tenant_id = $1 AND state IN ($2, $3) AND round_id IN `+in(&args, rounds)+` ORDER BY id LIMIT 1000`, args...)
}

// WaitingSlips lists the cover slips of rounds on which the leader has not spoken yet, the oldest first.
func (tx *Tx) WaitingSlips(rounds []string) ([]thidua.CoverSlip, error) {
	args := []any{tx.Tenant, thidua.SlipWaiting}
	return many(tx, slipFields, `SELECT `+slipColumns+` FROM cover_slip WHERE tenant_id = $1 AND state = $2 AND round_id IN `+
		in(&args, rounds)+` ORDER BY made_at, id LIMIT 200`, args...)
}

// SendingsIn lists what was sent up in rounds without the answers, the latest first.
func (tx *Tx) SendingsIn(rounds []string) ([]thidua.Submission, error) {
	args := []any{tx.Tenant}
	return many(tx, submissionFields, `SELECT `+submissionColumns+` FROM submission WHERE tenant_id = $1 AND round_id IN `+
		in(&args, rounds)+` ORDER BY ord DESC, id DESC LIMIT 200`, args...)
}

// Footing is what the first page stands on beside the rounds.
type Footing struct {
	OpenItems int    // that the editions in force leave open
	Article   string // where the plan in force sets the yearly day of the registration, such as mục II.4; empty without a plan
	Members   int    // of the council that stands; 0 when there is none
	Trouble   int    // kept files that the nightly check found changed, missing or with malware, and that nobody has removed
}

// Footing reads what the first page stands on, on a day.
func (tx *Tx) Footing(on thidua.Date) (Footing, error) {
	return one(tx, func(f *Footing) []any { return []any{&f.OpenItems, &f.Article, &f.Members, &f.Trouble} },
		`SELECT (SELECT COALESCE(SUM(open_items), 0) FROM edition WHERE tenant_id = $1 AND state <> $2),
		COALESCE((SELECT d.article FROM deadline d JOIN edition e ON e.tenant_id = d.tenant_id AND e.id = d.edition_id
			WHERE d.tenant_id = $1 AND d.what = $3 AND d.day <> '' AND e.state <> $2 ORDER BY e.id DESC, d.ord LIMIT 1), ''),
		(SELECT COUNT(*) FROM council_member m JOIN council c ON c.tenant_id = m.tenant_id AND c.id = m.council_id
			WHERE m.tenant_id = $1 AND c.from_date <= $4 AND (c.to_date = '' OR c.to_date >= $4)),
		(SELECT COUNT(*) FROM kept_file k WHERE k.tenant_id = $1 AND (k.state <> 'whole' OR k.scan = 'found')
			AND NOT EXISTS (SELECT 1 FROM file_purge g WHERE g.tenant_id = k.tenant_id AND g.id = k.id))`,
		tx.Tenant, thidua.EditionEnded, thidua.DeadlineRegistration, on)
}

// foundLimit bounds each kind of what a search finds.
const foundLimit = 20

// FindUnits lists units that exist on a day whose name contains the folded text.
func (tx *Tx) FindUnits(fold string, on thidua.Date) ([]thidua.Unit, error) {
	return many(tx, unitFields, `SELECT `+unitColumns+` FROM unit WHERE tenant_id = $1 AND name_fold LIKE $2 ESCAPE '!'
		AND from_date <= $3 AND (to_date = '' OR to_date >= $3) ORDER BY ord, name_key LIMIT $4`,
		tx.Tenant, "%"+likeText(fold)+"%", on, foundLimit)
}

// FindTargets lists followed targets whose content contains the folded text, the latest year first; with units or a person only theirs.
func (tx *Tx) FindTargets(fold string, units []string, person string) ([]FoundTarget, error) {
	args := []any{tx.Tenant, "%" + likeText(fold) + "%"}
	where := `t.tenant_id = $1 AND t.content_fold LIKE $2 ESCAPE '!' AND r.state IN ` + in(&args, thidua.FollowedStates())
	if units != nil || person != "" {
		where += ` AND (r.unit_id IN ` + in(&args, units) + ` AND r.subject_kind = 'collective' OR r.person_id = ` + arg(&args, person) + `)`
	}
	return many(tx, func(f *FoundTarget) []any { return append(trackedFields(&f.Tracked), &f.Year) },
		`SELECT `+trackedColumns+`, y.year`+trackedFrom+`JOIN round y ON y.tenant_id = r.tenant_id AND y.id = r.round_id
		WHERE `+where+` ORDER BY y.year DESC, u.ord, r.subject_kind, t.ord, t.id LIMIT `+arg(&args, foundLimit), args...)
}

// FoundTarget is a target with the year in which it was registered.
type FoundTarget struct {
	Tracked
	Year int
}

// FindPapers lists papers whose title contains the folded text, the latest first.
func (tx *Tx) FindPapers(fold string) ([]thidua.Paper, error) {
	return many(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND title_fold LIKE $2 ESCAPE '!'
		ORDER BY id DESC LIMIT $3`, tx.Tenant, "%"+likeText(fold)+"%", foundLimit)
}

// FindMovements lists movements whose name contains the folded text.
func (tx *Tx) FindMovements(fold string) ([]thidua.Movement, error) {
	return many(tx, movementFields, `SELECT `+movementColumns+` FROM movement WHERE tenant_id = $1 AND name_fold LIKE $2 ESCAPE '!'
		ORDER BY from_year DESC LIMIT $3`, tx.Tenant, "%"+likeText(fold)+"%", foundLimit)
}

const requestSelect = `SELECT r.id, r.person_id, p.name, r.kind, r.words, r.asked_at, r.state, r.answer, r.answered_by, r.answered_at, r.version
	FROM data_request r JOIN person p ON p.tenant_id = r.tenant_id AND p.id = r.person_id WHERE r.tenant_id = $1`

func requestFields(r *thidua.DataRequest) []any {
	return []any{&r.ID, &r.Person, &r.PersonName, &r.Kind, &r.Words, toInstant(&r.AskedAt), &r.State, &r.Answer, &r.AnsweredBy, toInstant(&r.AnsweredAt), &r.Version}
}

// DataRequests lists the requests about personal data, of one person or of all for the empty one, those that wait first.
func (tx *Tx) DataRequests(person string) ([]thidua.DataRequest, error) {
	return many(tx, requestFields, requestSelect+` AND ($2 = '' OR r.person_id = $2)
		ORDER BY CASE WHEN r.state = $3 THEN 0 ELSE 1 END, r.asked_at DESC, r.id LIMIT 500`, tx.Tenant, person, thidua.RequestOpen)
}

// DataRequest reads one request about personal data.
func (tx *Tx) DataRequest(id string) (thidua.DataRequest, error) {
	return one(tx, requestFields, requestSelect+` AND r.id = $2`, tx.Tenant, id)
}

// InsertDataRequest keeps a request as it was asked.
func (tx *Tx) InsertDataRequest(r thidua.DataRequest) error {
	return tx.exec(`INSERT INTO data_request (tenant_id, id, person_id, kind, words, asked_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		tx.Tenant, r.ID, r.Person, r.Kind, r.Words, instant(r.AskedAt), r.State)
}

// AnswerDataRequest keeps the answer to a request; Conflict when somebody else answered first.
func (tx *Tx) AnswerDataRequest(r thidua.DataRequest) error {
	return tx.versioned(`UPDATE data_request SET state = $3, answer = $4, answered_by = $5, answered_at = $6, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $7`, tx.Tenant, r.ID, r.State, r.Answer, r.AnsweredBy, instant(r.AnsweredAt), r.Version)
}

// Saw tells whether an account has looked at somebody's page on a day already.
func (tx *Tx) Saw(account, person string, day thidua.Date) (bool, error) {
	n, err := one(tx, value[int], `SELECT COUNT(*) FROM data_view WHERE tenant_id = $1 AND account_id = $2 AND person_id = $3 AND day = $4`,
		tx.Tenant, account, person, day)
	return n > 0, err
}

// NoteSeen notes that an account has looked at somebody's page on a day.
func (tx *Tx) NoteSeen(account, person string, day thidua.Date) error {
	return tx.exec(`INSERT INTO data_view (tenant_id, account_id, person_id, day) VALUES ($1, $2, $3, $4)
		ON CONFLICT (tenant_id, account_id, person_id, day) DO NOTHING`, tx.Tenant, account, person, day)
}
