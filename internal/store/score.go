package store

import "thidua"

const sheetColumns = `s.id, s.round_id, s.unit_id, u.name, u.kind, s.by_points, s.state, s.sent_at, s.reviewer_id, s.reviewer_name, s.closed_at, s.version`

func sheetFields(s *thidua.ScoreSheet) []any {
	return []any{&s.ID, &s.Round, &s.Unit, &s.UnitName, &s.UnitKind, &s.ByPoints, &s.State, toInstant(&s.SentAt), &s.Reviewer, &s.ReviewName,
		toInstant(&s.ClosedAt), &s.Version}
}

const sheetFrom = ` FROM score_sheet s JOIN unit_in_round u ON u.tenant_id = s.tenant_id AND u.round_id = s.round_id AND u.id = s.unit_id `

// ScoreSheets lists the sheets of rounds with their lines, in the order of units; two queries.
func (tx *Tx) ScoreSheets(rounds ...string) ([]thidua.ScoreSheet, error) {
	all, err := tx.SheetsIn(rounds)
	if err != nil {
		return nil, err
	}
	return all, tx.fill(all)
}

// ScoreSheet reads one sheet with its lines.
func (tx *Tx) ScoreSheet(id string) (thidua.ScoreSheet, error) {
	s, err := one(tx, sheetFields, `SELECT `+sheetColumns+sheetFrom+`WHERE s.tenant_id = $1 AND s.id = $2`, tx.Tenant, id)
	if err != nil {
		return s, err
	}
	all := []thidua.ScoreSheet{s}
	err = tx.fill(all)
	return all[0], err
}

type sheetLine struct {
	sheet string
	thidua.ScoreLine
}

func (tx *Tx) fill(sheets []thidua.ScoreSheet) error {
	args := []any{tx.Tenant}
	at := map[string]int{}
	var ids []string
	for i, s := range sheets {
		at[s.ID], ids = i, append(ids, s.ID)
	}
	lines, err := many(tx, func(l *sheetLine) []any {
		return []any{&l.sheet, &l.Criterion, &l.Max, toNumber(&l.Self), &l.SelfAnswer, &l.SelfNote, toNumber(&l.Review), &l.Reviewed, &l.Reason}
	}, `SELECT sheet_id, criterion_id, max_points, self, self_answer, self_note, review, review_answer, reason FROM score_line
		WHERE tenant_id = $1 AND sheet_id IN `+in(&args, ids)+` ORDER BY sheet_id, ord LIMIT `+arg(&args, 500*len(ids)), args...)
	for _, l := range lines {
		s := &sheets[at[l.sheet]]
		s.Lines = append(s.Lines, l.ScoreLine)
	}
	return err
}

// InsertScoreSheet adds a sheet with its empty lines.
func (tx *Tx) InsertScoreSheet(s thidua.ScoreSheet) error {
	err := tx.exec(`INSERT INTO score_sheet (tenant_id, id, round_id, unit_id, by_points, state) VALUES ($1, $2, $3, $4, $5, $6)`,
		tx.Tenant, s.ID, s.Round, s.Unit, s.ByPoints, s.State)
	for i, l := range s.Lines {
		if err != nil {
			return err
		}
		err = tx.exec(`INSERT INTO score_line (tenant_id, sheet_id, criterion_id, ord, max_points) VALUES ($1, $2, $3, $4, $5)`,
			tx.Tenant, s.ID, l.Criterion, i+1, l.Max)
	}
	return err
}

// UpdateScoreSheet saves the state, the reviewer, the lines and the sums of a sheet; Conflict when somebody else saved first.
func (tx *Tx) UpdateScoreSheet(s thidua.ScoreSheet) error {
	sum := s.Totals()
	err := tx.versioned(`UPDATE score_sheet SET state = $3, sent_at = $4, reviewer_id = $5, reviewer_name = $6, closed_at = $7, self_sum = $8,
		review_sum = $9, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $10`, tx.Tenant, s.ID, s.State, instant(s.SentAt),
		s.Reviewer, s.ReviewName, instant(s.ClosedAt), sum.Self, sum.Review, s.Version)
	for _, l := range s.Lines {
		if err != nil {
			return err
		}
		err = tx.must(`UPDATE score_line SET self = $4, self_answer = $5, self_note = $6, review = $7, review_answer = $8, reason = $9
			WHERE tenant_id = $1 AND sheet_id = $2 AND criterion_id = $3`, tx.Tenant, s.ID, l.Criterion, number(l.Self), l.SelfAnswer, l.SelfNote,
			number(l.Review), l.Reviewed, l.Reason)
	}
	return err
}

// UnitScore is the reviewed sum of a unit in a year of a movement.
type UnitScore struct {
	Year      int
	Round     string
	Unit      string
	Score     thidua.Points
	Published bool
}

// UnitScores lists the closed sums by points of the yearly rounds of a movement, by year and unit.
func (tx *Tx) UnitScores(movement string) ([]UnitScore, error) {
	return many(tx, func(u *UnitScore) []any { return []any{&u.Year, &u.Round, &u.Unit, &u.Score, &u.Published} },
		`SELECT r.year, r.id, s.unit_id, s.review_sum, r.ranks_published FROM score_sheet s
		JOIN round r ON r.tenant_id = s.tenant_id AND r.id = s.round_id JOIN unit_in_round u ON u.tenant_id = s.tenant_id AND u.round_id = s.round_id AND u.id = s.unit_id
		WHERE s.tenant_id = $1 AND r.movement_id = $2 AND r.closing = FALSE AND s.by_points = TRUE AND s.state IN ($3, $4)
		ORDER BY r.year, u.ord, u.name_key LIMIT 5000`, tx.Tenant, movement, thidua.SheetClosed, thidua.SheetPublished)
}

// Scale reads the agreement to the scale of a round; the zero version while nothing was saved.
func (tx *Tx) Scale(round string) (thidua.Scale, error) {
	found, err := many(tx, func(s *thidua.Scale) []any { return []any{&s.Round, &s.Decision, &s.AgreedOn, &s.Version} },
		`SELECT round_id, decision, agreed_on, version FROM scale WHERE tenant_id = $1 AND round_id = $2`, tx.Tenant, round)
	if err != nil || len(found) == 0 {
		return thidua.Scale{Round: round}, err
	}
	return found[0], nil
}

// SaveScale records the agreement to the scale of a round; Conflict when somebody else saved first.
func (tx *Tx) SaveScale(s thidua.Scale) error {
	if s.Version == 0 {
		return tx.exec(`INSERT INTO scale (tenant_id, round_id, decision, agreed_on) VALUES ($1, $2, $3, $4)`, tx.Tenant, s.Round, s.Decision, s.AgreedOn)
	}
	return tx.versioned(`UPDATE scale SET decision = $3, agreed_on = $4, version = version + 1 WHERE tenant_id = $1 AND round_id = $2 AND version = $5`,
		tx.Tenant, s.Round, s.Decision, s.AgreedOn, s.Version)
}

// SetPoints gives a criterion its largest score and the words that say how it is given.
func (tx *Tx) SetPoints(c thidua.Criterion) error {
	return tx.must(`UPDATE criterion SET max_points = $3, points_note = $4 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, c.ID, c.MaxPoints, c.PointsNote)
}

// IndexResults lists the published ranks of the agency in the reform index, the latest year first.
func (tx *Tx) IndexResults() ([]thidua.IndexResult, error) {
	return many(tx, func(i *thidua.IndexResult) []any {
		return []any{&i.ID, &i.Year, &i.Rank, &i.Of, &i.PublishedOn, &i.Document}
	}, `SELECT id, year, rank, out_of, published_on, document FROM index_result WHERE tenant_id = $1 ORDER BY year DESC LIMIT 100`, tx.Tenant)
}

// Held lists the subjects of rounds whose case is held (tạm dừng), by round.
func (tx *Tx) Held(rounds []string) (map[string][]thidua.Subject, error) {
	type row struct {
		round string
		thidua.Subject
	}
	args, out := []any{tx.Tenant, thidua.NomineeHeld}, map[string][]thidua.Subject{}
	rows, err := many(tx, func(r *row) []any { return append([]any{&r.round}, subjectFields(&r.Subject)...) },
		`SELECT round_id, subject_kind, unit_id, person_id FROM nominee WHERE tenant_id = $1 AND state = $2 AND round_id IN `+in(&args, rounds)+
			` LIMIT `+arg(&args, 1000*len(rounds)), args...)
	for _, r := range rows {
		out[r.round] = append(out[r.round], r.Subject)
	}
	return out, err
}

func subjectFields(s *thidua.Subject) []any { return []any{&s.Kind, &s.Unit, &s.Person} }

// Entry is a subject of a round with the award that it aims at and the state of its registration.
type Entry struct {
	thidua.Subject
	Round string
	Award string
	State thidua.State
}

// Entries lists the subjects whose registration of rounds was sent, in the order of units and people; 5.000 for each round at most.
func (tx *Tx) Entries(rounds []string) ([]Entry, error) {
	args := []any{tx.Tenant}
	return many(tx, func(e *Entry) []any {
		return []any{&e.Round, &e.Kind, &e.Unit, &e.Person, &e.Name, &e.Sex, &e.Home, &e.Title, &e.Award, &e.State}
	}, `SELECT r.round_id, r.subject_kind, r.unit_id, r.person_id, COALESCE(p.name, u.name), COALESCE(p.sex, ''), u.name, COALESCE((SELECT o.title FROM post o
			WHERE o.tenant_id = r.tenant_id AND o.person_id = r.person_id AND o.to_date = '' ORDER BY o.from_date DESC LIMIT 1), ''), r.award_id, r.state
		FROM registration r JOIN unit_in_round u ON u.tenant_id = r.tenant_id AND u.round_id = r.round_id AND u.id = r.unit_id
		LEFT JOIN person p ON p.tenant_id = r.tenant_id AND p.id = r.person_id
		WHERE r.tenant_id = $1 AND r.round_id IN `+in(&args, rounds)+` AND r.state IN `+in(&args, thidua.FollowedStates())+`
		ORDER BY `+unitsFirst+`, u.ord, COALESCE(p.name_key, ''), r.id LIMIT `+arg(&args, 5000*len(rounds)), args...)
}
