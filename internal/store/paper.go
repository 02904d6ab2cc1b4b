package store

import (
	"time"

	"thidua"
)

const paperColumns = `id, round_id, dossier_id, session_id, nominee_id, kind, state, title, words, edition, number, issued_on, confirmed_on,
	signed_hash, signed_name, signed_type, signed_size, author, figures, version`

func paperFields(p *thidua.Paper) []any {
	return []any{&p.ID, &p.Round, &p.Dossier, &p.Session, &p.Nominee, &p.Kind, &p.State, &p.Title, toDocument(&p.Words), &p.Edition, &p.Number,
		&p.IssuedOn, &p.Confirmed, &p.Signed.Hash, &p.Signed.Name, &p.Signed.Type, &p.Signed.Size, &p.Author, &p.Figures, &p.Version}
}

// Papers lists the papers of a round, in the order of their making.
func (tx *Tx) Papers(round string) ([]thidua.Paper, error) {
	return many(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND round_id = $2 ORDER BY id LIMIT 500`, tx.Tenant, round)
}

// PapersOfSession lists the papers of a council session: its minutes.
func (tx *Tx) PapersOfSession(session string) ([]thidua.Paper, error) {
	return many(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND session_id = $2 ORDER BY id LIMIT 50`, tx.Tenant, session)
}

// Paper reads one paper.
func (tx *Tx) Paper(id string) (thidua.Paper, error) {
	return one(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertPaper adds a paper; fold is the search key of its title.
func (tx *Tx) InsertPaper(p thidua.Paper, fold string) error {
	return tx.exec(`INSERT INTO paper (tenant_id, `+paperColumns+`, title_fold)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1, $21)`,
		tx.Tenant, p.ID, p.Round, p.Dossier, p.Session, p.Nominee, p.Kind, p.State, p.Title, document(p.Words), p.Edition, p.Number, p.IssuedOn,
		p.Confirmed, p.Signed.Hash, p.Signed.Name, p.Signed.Type, p.Signed.Size, p.Author, string(p.Figures), fold)
}

// UpdatePaper saves the state, words, number and signed copy of a paper; Conflict when somebody else saved first.
func (tx *Tx) UpdatePaper(p thidua.Paper) error {
	return tx.versioned(`UPDATE paper SET dossier_id = $3, state = $4, words = $5, edition = $6, number = $7, issued_on = $8, confirmed_on = $9,
		signed_hash = $10, signed_name = $11, signed_type = $12, signed_size = $13, figures = $14,
		version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $15`,
		tx.Tenant, p.ID, p.Dossier, p.State, document(p.Words), p.Edition, p.Number, p.IssuedOn, p.Confirmed, p.Signed.Hash, p.Signed.Name,
		p.Signed.Type, p.Signed.Size, string(p.Figures), p.Version)
}

// PaperStep is one step on the path of a paper, with the words that it had.
type PaperStep struct {
	Paper   string
	Action  thidua.Action
	Edition int
	Words   map[string]string
	Reason  string
	ByName  string
	At      time.Time
}

// InsertPaperStep notes a step.
func (tx *Tx) InsertPaperStep(s PaperStep) error {
	return tx.exec(`INSERT INTO paper_step (tenant_id, id, paper_id, action, edition, words, reason, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.Tenant, NewID(), s.Paper, s.Action, s.Edition, document(s.Words), s.Reason, s.ByName, instant(s.At))
}

// PaperSteps lists the path of a paper, the latest first.
func (tx *Tx) PaperSteps(paper string) ([]PaperStep, error) {
	return many(tx, func(s *PaperStep) []any {
		return []any{&s.Paper, &s.Action, &s.Edition, toDocument(&s.Words), &s.Reason, &s.ByName, toInstant(&s.At)}
	}, `SELECT paper_id, action, edition, words, reason, by_name, at FROM paper_step WHERE tenant_id = $1 AND paper_id = $2 ORDER BY at DESC, id DESC LIMIT 100`,
		tx.Tenant, paper)
}

const paperFileColumns = `f.id, f.paper_id, f.kind, f.state, f.edition, f.file_hash, f.file_name, f.file_type, f.file_size, f.sum, f.differs, f.reason, f.by_name, f.at`

func paperFileFields(f *thidua.PaperFile) []any {
	return []any{&f.ID, &f.Paper, &f.Kind, &f.State, &f.Edition, &f.File.Hash, &f.File.Name, &f.File.Type, &f.File.Size, &f.Sum, &f.Differs, &f.Reason,
		&f.ByName, toInstant(&f.At)}
}

// PaperFiles lists the files that came to a paper, the latest first.
func (tx *Tx) PaperFiles(paper string) ([]thidua.PaperFile, error) {
	return many(tx, paperFileFields, `SELECT `+paperFileColumns+` FROM paper_file f WHERE f.tenant_id = $1 AND f.paper_id = $2
		ORDER BY f.at DESC, f.id DESC LIMIT 100`, tx.Tenant, paper)
}

// EditsInUse lists the edited files of a round that are what is issued of their papers.
func (tx *Tx) EditsInUse(round string) ([]thidua.PaperFile, error) {
	return many(tx, paperFileFields, `SELECT `+paperFileColumns+` FROM paper_file f JOIN paper p ON p.tenant_id = f.tenant_id AND p.id = f.paper_id
		WHERE f.tenant_id = $1 AND p.round_id = $2 AND f.state = $3 AND f.edition = p.edition ORDER BY f.id LIMIT 500`, tx.Tenant, round, thidua.EditUsed)
}

// InsertPaperFile adds a file to a paper.
func (tx *Tx) InsertPaperFile(f thidua.PaperFile) error {
	return tx.exec(`INSERT INTO paper_file (tenant_id, id, paper_id, kind, state, edition, file_hash, file_name, file_type, file_size, sum, by_name, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		tx.Tenant, f.ID, f.Paper, f.Kind, f.State, f.Edition, f.File.Hash, f.File.Name, f.File.Type, f.File.Size, f.Sum, f.ByName, instant(f.At))
}

// DecidePaperFile saves what was decided about an edited file.
func (tx *Tx) DecidePaperFile(f thidua.PaperFile) error {
	return tx.must(`UPDATE paper_file SET state = $3, edition = $4, differs = $5, reason = $6 WHERE tenant_id = $1 AND id = $2`,
		tx.Tenant, f.ID, f.State, f.Edition, f.Differs, f.Reason)
}

// PapersIn lists the papers of the agency in one of the states, the latest first; reports and letters of every round.
func (tx *Tx) PapersIn(states ...thidua.State) ([]thidua.Paper, error) {
	args := []any{tx.Tenant}
	return many(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND state IN `+in(&args, states)+
		` ORDER BY issued_on DESC, id DESC LIMIT 200`, args...)
}

// ReportsOf lists the reports of achievements of the units and of a person, the latest first.
func (tx *Tx) ReportsOf(units []string, person string) ([]thidua.Paper, error) {
	args := []any{tx.Tenant}
	kinds := in(&args, []thidua.PaperKind{thidua.PaperReport, thidua.PaperUnitMerit, thidua.PaperPersonMerit})
	return many(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND kind IN `+kinds+` AND nominee_id IN (SELECT id FROM nominee
		WHERE tenant_id = $1 AND (unit_id IN `+in(&args, units)+` OR (person_id <> '' AND person_id = `+arg(&args, person)+`)))
		ORDER BY id DESC LIMIT 200`, args...)
}

// NamedReport is a report of achievements with whose it is and its year, of its paper what is compared: id, nominee, title, words and figures.
type NamedReport struct {
	thidua.Paper
	Subject thidua.Subject
	Year    int
}

// ReportsBeside lists the reports that one is compared with: all of its round, and those of the same subject in earlier rounds of the
// movement; none that was recalled.
func (tx *Tx) ReportsBeside(r thidua.Round, s thidua.Subject) ([]NamedReport, error) {
	return many(tx, func(o *NamedReport) []any {
		return []any{&o.ID, &o.Round, &o.Nominee, &o.Kind, &o.State, &o.Title, toDocument(&o.Words), &o.Figures, &o.Subject.Kind, &o.Subject.Unit,
			&o.Subject.Person, &o.Subject.Name, &o.Year}
	}, `SELECT a.id, a.round_id, a.nominee_id, a.kind, a.state, a.title, a.words, a.figures, n.subject_kind, n.unit_id, n.person_id,
			COALESCE(p.name, u.name), r.year
		FROM paper a
		JOIN nominee n ON n.tenant_id = a.tenant_id AND n.id = a.nominee_id
		JOIN round r ON r.tenant_id = a.tenant_id AND r.id = a.round_id
		JOIN unit_in_round u ON u.tenant_id = n.tenant_id AND u.round_id = n.round_id AND u.id = n.unit_id
		LEFT JOIN person p ON p.tenant_id = n.tenant_id AND p.id = n.person_id
		WHERE a.tenant_id = $1 AND a.kind = $2 AND a.state <> $3 AND r.movement_id = $4 AND (a.round_id = $5
			OR (r.year < $6 AND n.subject_kind = $7 AND n.person_id = $8 AND (n.person_id <> '' OR n.unit_id = $9)))
		ORDER BY r.year DESC, a.id LIMIT 1000`,
		tx.Tenant, thidua.PaperReport, thidua.PaperRecalled, r.Movement, r.ID, r.Year, s.Kind, s.Person, s.Unit)
}

const slipColumns = `id, round_id, about, object_id, state, proposal, leader_id, leader_name, leader_post, form, on_date, words,
	scan_hash, scan_name, scan_type, scan_size, behalf_id, behalf_name, made_at, version`

func slipFields(s *thidua.CoverSlip) []any {
	return []any{&s.ID, &s.Round, &s.About, &s.Object, &s.State, &s.Proposal, &s.Leader, &s.LeaderName, &s.LeaderPost, &s.Form, &s.On, &s.Words,
		&s.Scan.Hash, &s.Scan.Name, &s.Scan.Type, &s.Scan.Size, &s.OnBehalf, &s.BehalfName, toInstant(&s.MadeAt), &s.Version}
}

// CoverSlip reads one cover slip.
func (tx *Tx) CoverSlip(id string) (thidua.CoverSlip, error) {
	return one(tx, slipFields, `SELECT `+slipColumns+` FROM cover_slip WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// CoverSlips lists the cover slips about one object, oldest first: the last one holds.
func (tx *Tx) CoverSlips(about thidua.SlipSubject, object string) ([]thidua.CoverSlip, error) {
	return many(tx, slipFields, `SELECT `+slipColumns+` FROM cover_slip WHERE tenant_id = $1 AND about = $2 AND object_id = $3
		ORDER BY made_at, id LIMIT 100`, tx.Tenant, about, object)
}

// CoverSlipsIn lists the cover slips of a round in a state, the newest first: what waits for the leader.
func (tx *Tx) CoverSlipsIn(round string, state thidua.State) ([]thidua.CoverSlip, error) {
	return many(tx, slipFields, `SELECT `+slipColumns+` FROM cover_slip WHERE tenant_id = $1 AND round_id = $2 AND state = $3
		ORDER BY made_at DESC, id DESC LIMIT 100`, tx.Tenant, round, state)
}

// InsertCoverSlip adds a cover slip that waits for the leader.
func (tx *Tx) InsertCoverSlip(s thidua.CoverSlip) error {
	return tx.exec(`INSERT INTO cover_slip (tenant_id, id, round_id, about, object_id, state, proposal, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		tx.Tenant, s.ID, s.Round, s.About, s.Object, s.State, s.Proposal, instant(s.MadeAt))
}

// UpdateCoverSlip saves the leader's opinion; Conflict when somebody else saved first.
func (tx *Tx) UpdateCoverSlip(s thidua.CoverSlip) error {
	return tx.versioned(`UPDATE cover_slip SET state = $3, proposal = $4, leader_id = $5, leader_name = $6, leader_post = $7, form = $8, on_date = $9,
		words = $10, scan_hash = $11, scan_name = $12, scan_type = $13, scan_size = $14, behalf_id = $15, behalf_name = $16, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $17`,
		tx.Tenant, s.ID, s.State, s.Proposal, s.Leader, s.LeaderName, s.LeaderPost, s.Form, s.On, s.Words, s.Scan.Hash, s.Scan.Name, s.Scan.Type,
		s.Scan.Size, s.OnBehalf, s.BehalfName, s.Version)
}

// OwnWords lists what the agency says in the place of the forms' own words, by form and part, the latest day first.
func (tx *Tx) OwnWords() ([]thidua.OwnWords, error) {
	return many(tx, func(w *thidua.OwnWords) []any {
		return []any{&w.Form, &w.Part, &w.From, &w.Text, &w.By, toInstant(&w.At)}
	}, `SELECT form, part, from_day, words, by_name, at FROM own_words WHERE tenant_id = $1 ORDER BY form, part, from_day DESC LIMIT 5000`, tx.Tenant)
}

// SaveOwnWords keeps what the agency says for a part from a day on; words of the same day give way.
func (tx *Tx) SaveOwnWords(w thidua.OwnWords) error {
	return tx.exec(`INSERT INTO own_words (tenant_id, form, part, from_day, words, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (tenant_id, form, part, from_day) DO UPDATE SET words = excluded.words, by_name = excluded.by_name, at = excluded.at`,
		tx.Tenant, w.Form, w.Part, w.From, w.Text, w.By, instant(w.At))
}

// ProofSheet is a proof sheet (phiếu kiểm chứng) as it is kept.
type ProofSheet struct {
	ID        string // fingerprint of the statement
	Code      string
	Object    string // kind:id of the paper or dossier
	Statement string
	ByName    string
	MadeAt    time.Time
}

func proofSheetFields(s *ProofSheet) []any {
	return []any{&s.ID, &s.Code, &s.Object, &s.Statement, &s.ByName, toInstant(&s.MadeAt)}
}

const proofSheetSelect = `SELECT id, code, object, statement, by_name, made_at FROM proof_sheet WHERE tenant_id = $1 AND `

// InsertProofSheet keeps a proof sheet.
func (tx *Tx) InsertProofSheet(s ProofSheet) error {
	return tx.exec(`INSERT INTO proof_sheet (tenant_id, id, code, object, statement, by_name, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		tx.Tenant, s.ID, s.Code, s.Object, s.Statement, s.ByName, instant(tx.Now))
}

// ProofSheet reads a proof sheet by its fingerprint.
func (tx *Tx) ProofSheet(id string) (ProofSheet, error) {
	return one(tx, proofSheetFields, proofSheetSelect+`id = $2`, tx.Tenant, id)
}

// ProofSheetByCode reads a proof sheet by its short code.
func (tx *Tx) ProofSheetByCode(code string) (ProofSheet, error) {
	return one(tx, proofSheetFields, proofSheetSelect+`code = $2`, tx.Tenant, code)
}

// ProofSheets lists the proof sheets of a paper or dossier, the newest first; of all for the empty object. 200 at most.
func (tx *Tx) ProofSheets(object string) ([]ProofSheet, error) {
	return many(tx, proofSheetFields, proofSheetSelect+`($2 = '' OR object = $2) ORDER BY made_at DESC, id LIMIT 200`, tx.Tenant, object)
}
