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
