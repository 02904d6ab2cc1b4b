package store

import (
	"encoding/json"

	"thidua"
)

const councilColumns = `id, name, decision, decided_on, from_date, to_date, quorum_num, quorum_den, threshold_num, threshold_den, rule_source, own_out, version`

func councilFields(c *thidua.Council) []any {
	return []any{&c.ID, &c.Name, &c.Decision, &c.DecidedOn, &c.From, &c.To, &c.Quorum.Num, &c.Quorum.Den, &c.Threshold.Num, &c.Threshold.Den,
		&c.RuleSource, &c.OwnOut, &c.Version}
}

// Councils lists the councils of the agency with their members, the latest first.
func (tx *Tx) Councils() ([]thidua.Council, error) {
	all, err := many(tx, councilFields, `SELECT `+councilColumns+` FROM council WHERE tenant_id = $1 ORDER BY from_date DESC, id DESC LIMIT 50`, tx.Tenant)
	if err != nil {
		return nil, err
	}
	return all, tx.seat(all)
}

// Council reads one council with its members.
func (tx *Tx) Council(id string) (thidua.Council, error) {
	c, err := one(tx, councilFields, `SELECT `+councilColumns+` FROM council WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
	if err != nil {
		return c, err
	}
	all := []thidua.Council{c}
	err = tx.seat(all)
	return all[0], err
}

type seatRow struct {
	council string
	thidua.CouncilMember
}

// seat reads the members of the councils in one query; the post shown is the one held now.
func (tx *Tx) seat(councils []thidua.Council) error {
	args := []any{tx.Tenant}
	var ids []string
	for _, c := range councils {
		ids = append(ids, c.ID)
	}
	rows, err := many(tx, func(r *seatRow) []any {
		return []any{&r.council, &r.Person, &r.Name, &r.Sex, &r.Post, &r.Seat, &r.Order}
	},
		`SELECT m.council_id, m.person_id, p.name, p.sex, COALESCE((SELECT o.title FROM post o WHERE o.tenant_id = m.tenant_id
			AND o.person_id = m.person_id AND o.to_date = '' ORDER BY o.from_date DESC LIMIT 1), ''), m.seat, m.ord
		FROM council_member m JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
		WHERE m.tenant_id = $1 AND m.council_id IN `+in(&args, ids)+` ORDER BY m.council_id, m.ord LIMIT 2000`, args...)
	for _, r := range rows {
		for i := range councils {
			if councils[i].ID == r.council {
				councils[i].Members = append(councils[i].Members, r.CouncilMember)
			}
		}
	}
	return err
}

// Seats lists the seats that a person holds on a day, in whatever council.
func (tx *Tx) Seats(person string, on thidua.Date) ([]thidua.Seat, error) {
	return many(tx, value[thidua.Seat], `SELECT m.seat FROM council_member m JOIN council c ON c.tenant_id = m.tenant_id AND c.id = m.council_id
		WHERE m.tenant_id = $1 AND m.person_id = $2 AND c.from_date <= $3 AND (c.to_date = '' OR c.to_date >= $3) LIMIT 20`, tx.Tenant, person, on)
}

// InsertCouncil adds a council with its members.
func (tx *Tx) InsertCouncil(c thidua.Council) error {
	err := tx.exec(`INSERT INTO council (tenant_id, `+councilColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)`,
		tx.Tenant, c.ID, c.Name, c.Decision, c.DecidedOn, c.From, c.To, c.Quorum.Num, c.Quorum.Den, c.Threshold.Num, c.Threshold.Den, c.RuleSource, c.OwnOut)
	if err != nil {
		return err
	}
	return tx.insertMembers(c)
}

// UpdateCouncil saves a council and its members; Conflict when somebody else saved first.
func (tx *Tx) UpdateCouncil(c thidua.Council) error {
	err := tx.versioned(`UPDATE council SET name = $3, decision = $4, decided_on = $5, from_date = $6, to_date = $7, quorum_num = $8, quorum_den = $9,
		threshold_num = $10, threshold_den = $11, rule_source = $12, own_out = $13, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $14`,
		tx.Tenant, c.ID, c.Name, c.Decision, c.DecidedOn, c.From, c.To, c.Quorum.Num, c.Quorum.Den, c.Threshold.Num, c.Threshold.Den, c.RuleSource,
		c.OwnOut, c.Version)
	if err != nil {
		return err
	}
	if err := tx.exec(`DELETE FROM council_member WHERE tenant_id = $1 AND council_id = $2`, tx.Tenant, c.ID); err != nil {
		return err
	}
	return tx.insertMembers(c)
}

func (tx *Tx) insertMembers(c thidua.Council) error {
	for i, m := range c.Members {
		if err := tx.exec(`INSERT INTO council_member (tenant_id, council_id, person_id, seat, ord) VALUES ($1, $2, $3, $4, $5)`,
			tx.Tenant, c.ID, m.Person, m.Seat, i+1); err != nil {
			return err
		}
	}
	return nil
}

const councilSessionColumns = `id, council_id, round_id, number, state, at, place, vote_kind, counters, chair_id, secretary_id, started_at, ended_at, discussion,
	index_words, conclusion, summoned_at, voting_at, version`

func councilSessionFields(s *thidua.Session) []any {
	return []any{&s.ID, &s.Council, &s.Round, &s.Number, &s.State, toInstant(&s.At), &s.Place, &s.VoteKind, toDocument(&s.Counters), &s.Chair, &s.Secretary,
		toInstant(&s.StartedAt), toInstant(&s.EndedAt), &s.Discussion, &s.IndexWords, &s.Conclusion, toInstant(&s.SummonedAt), toInstant(&s.VotingAt), &s.Version}
}

// CouncilSessions lists the council's sessions about a round, the latest first.
func (tx *Tx) CouncilSessions(round string) ([]thidua.Session, error) {
	return many(tx, councilSessionFields, `SELECT `+councilSessionColumns+` FROM council_session WHERE tenant_id = $1 AND round_id = $2 ORDER BY number DESC, id DESC LIMIT 50`,
		tx.Tenant, round)
}

// LatestCouncilSessions lists the sessions of all rounds that were not postponed, the latest first.
func (tx *Tx) LatestCouncilSessions(most int) ([]thidua.Session, error) {
	return many(tx, councilSessionFields, `SELECT `+councilSessionColumns+` FROM council_session WHERE tenant_id = $1 AND state <> $2 ORDER BY at DESC, id DESC LIMIT $3`,
		tx.Tenant, thidua.SessionPostponed, most)
}

// CouncilSession reads one session.
func (tx *Tx) CouncilSession(id string) (thidua.Session, error) {
	return one(tx, councilSessionFields, `SELECT `+councilSessionColumns+` FROM council_session WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertCouncilSession adds a session.
func (tx *Tx) InsertCouncilSession(s thidua.Session) error {
	return tx.exec(`INSERT INTO council_session (tenant_id, `+councilSessionColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)`,
		tx.Tenant, s.ID, s.Council, s.Round, s.Number, s.State, instant(s.At), s.Place, s.VoteKind, document(s.Counters), s.Chair, s.Secretary,
		instant(s.StartedAt), instant(s.EndedAt), s.Discussion, s.IndexWords, s.Conclusion, instant(s.SummonedAt),
		instant(s.VotingAt))
}

// UpdateCouncilSession saves a session; Conflict when somebody else saved first.
func (tx *Tx) UpdateCouncilSession(s thidua.Session) error {
	return tx.versioned(`UPDATE council_session SET number = $3, state = $4, at = $5, place = $6, vote_kind = $7, chair_id = $8, secretary_id = $9,
		started_at = $10, ended_at = $11, discussion = $12, index_words = $13, conclusion = $14, summoned_at = $15, counters = $16, voting_at = $17, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $18`,
		tx.Tenant, s.ID, s.Number, s.State, instant(s.At), s.Place, s.VoteKind, s.Chair, s.Secretary, instant(s.StartedAt), instant(s.EndedAt),
		s.Discussion, s.IndexWords, s.Conclusion, instant(s.SummonedAt), document(s.Counters), instant(s.VotingAt), s.Version)
}

// Attendance lists the roll call of a session.
func (tx *Tx) Attendance(session string) ([]thidua.Attendance, error) {
	return many(tx, func(a *thidua.Attendance) []any { return []any{&a.Person, &a.Present, &a.Reason} },
		`SELECT person_id, present, reason FROM attendance WHERE tenant_id = $1 AND session_id = $2 ORDER BY person_id LIMIT 200`, tx.Tenant, session)
}

// SaveAttendance replaces the roll call of a session.
func (tx *Tx) SaveAttendance(session string, roll []thidua.Attendance) error {
	if err := tx.exec(`DELETE FROM attendance WHERE tenant_id = $1 AND session_id = $2`, tx.Tenant, session); err != nil {
		return err
	}
	for _, a := range roll {
		if err := tx.exec(`INSERT INTO attendance (tenant_id, session_id, person_id, present, reason) VALUES ($1, $2, $3, $4, $5)`,
			tx.Tenant, session, a.Person, a.Present, a.Reason); err != nil {
			return err
		}
	}
	return nil
}

func countFields(c *thidua.Count) []any {
	return []any{&c.Session, &c.Nominee, &c.Round, &c.Issued, &c.Returned, &c.Invalid, &c.Yes, &c.No, &c.Blank, &c.By, &c.ByName}
}

// Counts lists the counts of a session, by nominee and then by which of the two counts.
func (tx *Tx) Counts(session string) ([]thidua.Count, error) {
	return many(tx, countFields, `SELECT session_id, nominee_id, round, issued, returned, invalid, yes, no, blank, by_person, by_name FROM vote_count
		WHERE tenant_id = $1 AND session_id = $2 ORDER BY nominee_id, round LIMIT 2000`, tx.Tenant, session)
}

// SaveCount enters a count of a nominee, or corrects it.
func (tx *Tx) SaveCount(c thidua.Count) error {
	return tx.exec(`INSERT INTO vote_count (tenant_id, session_id, nominee_id, round, issued, returned, invalid, yes, no, blank, by_person, by_name)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (tenant_id, session_id, nominee_id, round) DO UPDATE SET issued = excluded.issued, returned = excluded.returned,
		invalid = excluded.invalid, yes = excluded.yes, no = excluded.no, blank = excluded.blank, by_person = excluded.by_person, by_name = excluded.by_name`,
		tx.Tenant, c.Session, c.Nominee, c.Round, c.Issued, c.Returned, c.Invalid, c.Yes, c.No, c.Blank, c.By, c.ByName)
}

// DropCounts removes the counts of a session, when the kind of vote changes before the first result.
func (tx *Tx) DropCounts(session string) error {
	return tx.exec(`DELETE FROM vote_count WHERE tenant_id = $1 AND session_id = $2`, tx.Tenant, session)
}

// Opinions lists the written opinions of a session with the names of those who gave them.
func (tx *Tx) Opinions(session string) ([]thidua.Opinion, error) {
	return many(tx, func(o *thidua.Opinion) []any {
		return []any{&o.Session, &o.Nominee, &o.Person, &o.Name, &o.Choice, &o.On, &o.File.Hash, &o.File.Name, &o.File.Type, &o.File.Size}
	}, `SELECT w.session_id, w.nominee_id, w.person_id, p.name, w.choice, w.on_date, w.file_hash, w.file_name, w.file_type, w.file_size
		FROM written_opinion w JOIN person p ON p.tenant_id = w.tenant_id AND p.id = w.person_id
		WHERE w.tenant_id = $1 AND w.session_id = $2 ORDER BY w.nominee_id, p.name_key LIMIT 5000`, tx.Tenant, session)
}

// SaveOpinion records the written opinion of a member on a nominee, or corrects it.
func (tx *Tx) SaveOpinion(o thidua.Opinion) error {
	return tx.exec(`INSERT INTO written_opinion (tenant_id, session_id, nominee_id, person_id, choice, on_date, file_hash, file_name, file_type, file_size)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (tenant_id, session_id, nominee_id, person_id) DO UPDATE SET choice = excluded.choice, on_date = excluded.on_date,
		file_hash = excluded.file_hash, file_name = excluded.file_name, file_type = excluded.file_type, file_size = excluded.file_size`,
		tx.Tenant, o.Session, o.Nominee, o.Person, o.Choice, o.On, o.File.Hash, o.File.Name, o.File.Type, o.File.Size)
}

const nomineeColumns = `n.id, n.round_id, n.session_id, n.subject_kind, n.unit_id, n.person_id, n.award_id, n.state, n.summary, n.reason, n.held_from, n.ord, n.version,
	COALESCE(p.name, u.name), COALESCE(p.sex, ''), CASE WHEN n.person_id = '' THEN '' ELSE u.name END,
	COALESCE((SELECT o.title FROM post o WHERE o.tenant_id = n.tenant_id AND o.person_id = n.person_id ORDER BY o.to_date = '' DESC, o.from_date DESC LIMIT 1), '')`

const nomineeTables = ` FROM nominee n JOIN unit_in_round u ON u.tenant_id = n.tenant_id AND u.round_id = n.round_id AND u.id = n.unit_id
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
		FROM nominee n CROSS JOIN finding f JOIN standard s ON s.tenant_id = f.tenant_id AND s.id = f.standard_id
		WHERE n.tenant_id = $1 AND f.tenant_id = n.tenant_id AND f.nominee_id = n.id AND `+where+` ORDER BY s.ord LIMIT 5000`, tx.Tenant, value)
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
