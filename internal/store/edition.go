package store

import "thidua"

const editionColumns = `id, movement_id, number, from_date, plan_number, plan_date, plan_title, signer, state, open_items, version`

func editionFields(e *thidua.Edition) []any {
	return []any{&e.ID, &e.Movement, &e.Number, &e.From, &e.PlanNumber, &e.PlanDate, &e.PlanTitle, &e.Signer, &e.State, &e.OpenItems, &e.Version}
}

// Editions lists the editions of a movement by number.
func (tx *Tx) Editions(movement string) ([]thidua.Edition, error) {
	return many(tx, editionFields, `SELECT `+editionColumns+` FROM edition WHERE tenant_id = $1 AND movement_id = $2 ORDER BY number LIMIT 100`,
		tx.Tenant, movement)
}

// Definition reads an edition with everything that it sets: a fixed number of queries, whatever its size.
func (tx *Tx) Definition(edition string) (thidua.Definition, error) {
	var d thidua.Definition
	var err error
	if d.Edition, err = one(tx, editionFields, `SELECT `+editionColumns+` FROM edition WHERE tenant_id = $1 AND id = $2`, tx.Tenant, edition); err != nil {
		return d, err
	}
	for _, read := range []func(*thidua.Definition) error{tx.criteria, tx.standards, tx.deadlines, tx.planLines} {
		if err := read(&d); err != nil {
			return d, err
		}
	}
	return d, nil
}

func (tx *Tx) criteria(d *thidua.Definition) (err error) {
	d.Criteria, err = many(tx, func(c *thidua.Criterion) []any {
		return []any{&c.ID, &c.Edition, &c.Parent, &c.Code, &c.Name, &c.Text, &c.Article, &c.ForUnits, &c.ForPeople, &c.MaxPoints, &c.PointsNote, &c.Order}
	}, `SELECT id, edition_id, parent_id, code, name, body, article, for_units, for_people, max_points, points_note, ord
		FROM criterion WHERE tenant_id = $1 AND edition_id = $2 ORDER BY ord LIMIT 500`, tx.Tenant, d.ID)
	return err
}

func (tx *Tx) standards(d *thidua.Definition) (err error) {
	d.Standards, err = many(tx, func(s *thidua.Standard) []any {
		return []any{&s.ID, &s.Edition, &s.For, &s.Name, &s.Text, &s.Article, toDocument(&s.Test), &s.Order}
	}, `SELECT id, edition_id, subject_kind, name, body, article, test, ord FROM standard WHERE tenant_id = $1 AND edition_id = $2 ORDER BY ord LIMIT 100`,
		tx.Tenant, d.ID)
	return err
}

func (tx *Tx) deadlines(d *thidua.Definition) (err error) {
	d.Deadlines, err = many(tx, func(r *thidua.Deadline) []any {
		return []any{&r.ID, &r.Edition, &r.What, &r.Day, &r.Date, &r.NextYear, &r.Inclusive, &r.Actor, &r.To, &r.Reference, &r.Text, &r.Article, &r.Order}
	}, `SELECT id, edition_id, what, day, on_date, next_year, inclusive, actor, addressee, reference, body, article, ord
		FROM deadline WHERE tenant_id = $1 AND edition_id = $2 ORDER BY ord LIMIT 100`, tx.Tenant, d.ID)
	return err
}

// The kinds of text-only lines of a plan, as they are stored.
const (
	linePurpose     = "purpose"
	lineRequirement = "requirement"
	lineAssignment  = "assignment"
	lineRecipient   = "recipient"
	lineSubject     = "subject"
	lineProcess     = "process"
)

// The kinds of what else planLines reads, from tables of their own.
const (
	lineAward = "award"
	linePart  = "part"
	lineBase  = "base"
)

type planLine struct {
	from                         string // the table, empty for plan_line
	id, kind, who, body, article string
	order                        int
}

// planLines reads what of a plan is a few words each, of four tables at once: its lines, forms of award, parts of the dossier and legal bases.
func (tx *Tx) planLines(d *thidua.Definition) error {
	lines, err := many(tx, func(l *planLine) []any {
		return []any{&l.from, &l.id, &l.kind, &l.who, &l.body, &l.article, &l.order}
	}, `SELECT '', id, kind, who, body, article, ord FROM plan_line WHERE tenant_id = $1 AND edition_id = $2
		UNION ALL SELECT '`+lineAward+`', id, '', authority, name, article, 0 FROM award_form WHERE tenant_id = $1 AND edition_id = $2
		UNION ALL SELECT '`+linePart+`', id, kind, '', name, article, ord FROM dossier_part WHERE tenant_id = $1 AND edition_id = $2
		UNION ALL SELECT '`+lineBase+`', id, kind, on_date, number, issuer, ord FROM legal_base WHERE tenant_id = $1 AND edition_id = $2
		ORDER BY 1, 7, 2 LIMIT 900`, tx.Tenant, d.ID)
	for _, l := range lines {
		switch l.from {
		case lineAward:
			d.Awards = append(d.Awards, thidua.AwardForm{ID: l.id, Edition: d.ID, Name: l.body, Authority: l.who, Article: l.article})
		case linePart:
			d.Parts = append(d.Parts, thidua.DossierPart{ID: l.id, Edition: d.ID, Kind: thidua.PartKind(l.kind), Name: l.body, Article: l.article, Order: l.order})
		case lineBase:
			d.Bases = append(d.Bases, thidua.LegalBase{ID: l.id, Edition: d.ID, Kind: l.kind, Number: l.body, Date: thidua.Date(l.who), Issuer: l.article, Order: l.order})
		default:
			l.put(d)
		}
	}
	return err
}

// put adds a text-only line to its definition.
func (l planLine) put(d *thidua.Definition) {
	switch l.kind {
	case linePurpose:
		d.Purposes = append(d.Purposes, l.body)
	case lineRequirement:
		d.Requirements = append(d.Requirements, l.body)
	case lineSubject:
		d.Subjects = append(d.Subjects, l.body)
	case lineProcess:
		d.Process = append(d.Process, l.body)
	case lineAssignment:
		d.Assignments = append(d.Assignments, thidua.Assignment{ID: l.id, Edition: d.ID, Who: l.who, Text: l.body, Article: l.article, Order: l.order})
	case lineRecipient:
		d.Recipients = append(d.Recipients, thidua.Recipient{ID: l.id, Edition: d.ID, Name: l.body, Order: l.order})
	}
}

// InsertDefinition adds an edition with everything that it sets; ids of the parts are made by the caller.
func (tx *Tx) InsertDefinition(d thidua.Definition) error {
	e := d.Edition
	err := tx.exec(`INSERT INTO edition (tenant_id, `+editionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)`,
		tx.Tenant, e.ID, e.Movement, e.Number, e.From, e.PlanNumber, e.PlanDate, e.PlanTitle, e.Signer, e.State, e.OpenItems)
	if err != nil {
		return err
	}
	for _, insert := range []func(thidua.Definition) error{tx.insertCriteria, tx.insertStandards, tx.insertDeadlines, tx.insertOffers, tx.insertLines} {
		if err := insert(d); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) insertCriteria(d thidua.Definition) error {
	for _, c := range d.Criteria {
		err := tx.exec(`INSERT INTO criterion (tenant_id, id, edition_id, parent_id, code, name, body, article, for_units, for_people, max_points, points_note, ord)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
			tx.Tenant, c.ID, d.ID, c.Parent, c.Code, c.Name, c.Text, c.Article, c.ForUnits, c.ForPeople, c.MaxPoints, c.PointsNote, c.Order)
		if err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) insertStandards(d thidua.Definition) error {
	for _, s := range d.Standards {
		err := tx.exec(`INSERT INTO standard (tenant_id, id, edition_id, subject_kind, name, body, article, test, ord) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			tx.Tenant, s.ID, d.ID, s.For, s.Name, s.Text, s.Article, document(s.Test), s.Order)
		if err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) insertDeadlines(d thidua.Definition) error {
	for _, r := range d.Deadlines {
		err := tx.exec(`INSERT INTO deadline (tenant_id, id, edition_id, what, day, on_date, next_year, inclusive, actor, addressee, reference, body, article, ord)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
			tx.Tenant, r.ID, d.ID, r.What, r.Day, r.Date, r.NextYear, r.Inclusive, r.Actor, r.To, r.Reference, r.Text, r.Article, r.Order)
		if err != nil {
			return err
		}
	}
	return nil
}

// insertOffers adds the awards, the dossier parts and the legal bases.
func (tx *Tx) insertOffers(d thidua.Definition) error {
	for _, a := range d.Awards {
		if err := tx.exec(`INSERT INTO award_form (tenant_id, id, edition_id, name, authority, article) VALUES ($1, $2, $3, $4, $5, $6)`,
			tx.Tenant, a.ID, d.ID, a.Name, a.Authority, a.Article); err != nil {
			return err
		}
	}
	for _, p := range d.Parts {
		if err := tx.exec(`INSERT INTO dossier_part (tenant_id, id, edition_id, kind, name, article, ord) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			tx.Tenant, p.ID, d.ID, p.Kind, p.Name, p.Article, p.Order); err != nil {
			return err
		}
	}
	for _, b := range d.Bases {
		if err := tx.exec(`INSERT INTO legal_base (tenant_id, id, edition_id, kind, number, on_date, issuer, ord) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			tx.Tenant, b.ID, d.ID, b.Kind, b.Number, b.Date, b.Issuer, b.Order); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) insertLines(d thidua.Definition) error {
	var lines []planLine
	for kind, texts := range map[string][]string{linePurpose: d.Purposes, lineRequirement: d.Requirements, lineSubject: d.Subjects, lineProcess: d.Process} {
		for i, text := range texts {
			lines = append(lines, planLine{kind: kind, body: text, order: i + 1})
		}
	}
	for _, a := range d.Assignments {
		lines = append(lines, planLine{kind: lineAssignment, who: a.Who, body: a.Text, article: a.Article, order: a.Order})
	}
	for _, r := range d.Recipients {
		lines = append(lines, planLine{kind: lineRecipient, body: r.Name, order: r.Order})
	}
	for _, l := range lines {
		if err := tx.exec(`INSERT INTO plan_line (tenant_id, id, edition_id, kind, who, body, article, ord) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			tx.Tenant, NewID(), d.ID, l.kind, l.who, l.body, l.article, l.order); err != nil {
			return err
		}
	}
	return nil
}

// UpdateEdition saves the number and day of the plan, its state and the count of open items; Conflict when somebody else saved first.
func (tx *Tx) UpdateEdition(e thidua.Edition) error {
	return tx.versioned(`UPDATE edition SET from_date = $3, plan_number = $4, plan_date = $5, state = $6, open_items = $7, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $8`, tx.Tenant, e.ID, e.From, e.PlanNumber, e.PlanDate, e.State, e.OpenItems, e.Version)
}

// UpdateCriterionPoints sets the agency's own scale on a criterion.
func (tx *Tx) UpdateCriterionPoints(c thidua.Criterion) error {
	return tx.must(`UPDATE criterion SET max_points = $3, points_note = $4 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, c.ID, c.MaxPoints, c.PointsNote)
}

// UpdateDeadline enters the date of a deadline that the plan only refers to, with the text that sets it.
func (tx *Tx) UpdateDeadline(r thidua.Deadline) error {
	return tx.must(`UPDATE deadline SET day = $3, on_date = $4, next_year = $5, inclusive = $6, reference = $7 WHERE tenant_id = $1 AND id = $2`,
		tx.Tenant, r.ID, r.Day, r.Date, r.NextYear, r.Inclusive, r.Reference)
}
