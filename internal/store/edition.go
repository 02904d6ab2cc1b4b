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
	for _, read := range []func(*thidua.Definition) error{tx.criteria, tx.standards, tx.deadlines, tx.awardForms, tx.dossierParts, tx.planLines, tx.legalBases} {
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

func (tx *Tx) awardForms(d *thidua.Definition) (err error) {
	d.Awards, err = many(tx, func(a *thidua.AwardForm) []any { return []any{&a.ID, &a.Edition, &a.Name, &a.Authority, &a.Article} },
		`SELECT id, edition_id, name, authority, article FROM award_form WHERE tenant_id = $1 AND edition_id = $2 ORDER BY id LIMIT 100`, tx.Tenant, d.ID)
	return err
}

func (tx *Tx) dossierParts(d *thidua.Definition) (err error) {
	d.Parts, err = many(tx, func(p *thidua.DossierPart) []any {
		return []any{&p.ID, &p.Edition, &p.Kind, &p.Name, &p.Article, &p.Order}
	}, `SELECT id, edition_id, kind, name, article, ord FROM dossier_part WHERE tenant_id = $1 AND edition_id = $2 ORDER BY ord LIMIT 100`, tx.Tenant, d.ID)
	return err
}

func (tx *Tx) legalBases(d *thidua.Definition) (err error) {
	d.Bases, err = many(tx, func(b *thidua.LegalBase) []any {
		return []any{&b.ID, &b.Edition, &b.Kind, &b.Number, &b.Date, &b.Issuer, &b.Order}
	}, `SELECT id, edition_id, kind, number, on_date, issuer, ord FROM legal_base WHERE tenant_id = $1 AND edition_id = $2 ORDER BY ord LIMIT 200`,
		tx.Tenant, d.ID)
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

type planLine struct {
	id, kind, who, body, article string
	order                        int
}

func (tx *Tx) planLines(d *thidua.Definition) error {
	lines, err := many(tx, func(l *planLine) []any { return []any{&l.id, &l.kind, &l.who, &l.body, &l.article, &l.order} },
		`SELECT id, kind, who, body, article, ord FROM plan_line WHERE tenant_id = $1 AND edition_id = $2 ORDER BY kind, ord LIMIT 500`, tx.Tenant, d.ID)
	for _, l := range lines {
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
	return err
}
