package store

import (
	"strings"

	"thidua"
)

const initiativeColumns = `id, round_id, unit_id, person_id, name, recognised, decision, decided_on, state, field, purpose, problem, solution, effect, apply, applied_on,
	meeting_number, meeting_on, meeting_result, meeting_agreed, meeting_members, reach, recogniser, reason, version`

func initiativeFields(i *thidua.Initiative) []any {
	return []any{&i.ID, &i.Round, &i.Unit, &i.Person, &i.Name, &i.Recognised, &i.Decision, &i.On, &i.State, &i.Field, &i.Purpose, &i.Problem, &i.Solution, &i.Effect,
		&i.Apply, &i.AppliedOn, &i.Meeting.Number, &i.Meeting.On, &i.Meeting.Result, &i.Meeting.Agreed, &i.Meeting.Members, &i.Reach, &i.Recogniser, &i.Reason, &i.Version}
}

// Initiatives lists the initiatives of a round, or of one unit in it when unit is given, with their authors and the proposals that they
// served.
func (tx *Tx) Initiatives(round, unit string) ([]thidua.Initiative, error) {
	all, err := many(tx, initiativeFields, `SELECT `+initiativeColumns+` FROM initiative
		WHERE tenant_id = $1 AND round_id = $2 AND ($3 = '' OR unit_id = $3) ORDER BY unit_id, id LIMIT 2000`, tx.Tenant, round, unit)
	return all, tx.fillInitiatives(all, "i.round_id", []string{round}, err)
}

// InitiativesIn lists the initiatives of rounds as Initiatives does those of one; 2.000 for each round at most.
func (tx *Tx) InitiativesIn(rounds []string) ([]thidua.Initiative, error) {
	args := []any{tx.Tenant}
	all, err := many(tx, initiativeFields, `SELECT `+initiativeColumns+` FROM initiative WHERE tenant_id = $1 AND round_id IN `+in(&args, rounds)+
		` ORDER BY unit_id, id LIMIT `+arg(&args, 2000*len(rounds)), args...)
	return all, tx.fillInitiatives(all, "i.round_id", rounds, err)
}

// InitiativesOf lists the initiatives of a person in all years, the first recorded first.
func (tx *Tx) InitiativesOf(person string) ([]thidua.Initiative, error) {
	return many(tx, initiativeFields, `SELECT `+initiativeColumns+` FROM initiative WHERE tenant_id = $1 AND (person_id = $2 OR id IN
		(SELECT initiative_id FROM initiative_author WHERE tenant_id = $1 AND person_id = $2)) ORDER BY id LIMIT 500`, tx.Tenant, person)
}

// Initiative reads one initiative with its authors and uses.
func (tx *Tx) Initiative(id string) (thidua.Initiative, error) {
	i, err := one(tx, initiativeFields, `SELECT `+initiativeColumns+` FROM initiative WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
	all := []thidua.Initiative{i}
	err = tx.fillInitiatives(all, "i.id", []string{id}, err)
	return all[0], err
}

// fillInitiatives reads the authors and the uses of initiatives that were found by the values of a column.
func (tx *Tx) fillInitiatives(all []thidua.Initiative, column string, values []string, err error) error {
	if err != nil || len(all) == 0 {
		return err
	}
	at := map[string]*thidua.Initiative{}
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	type beside struct {
		of, person, name string
		share            thidua.Quantity
		use              thidua.InitiativeUse
	}
	args := []any{tx.Tenant, thidua.NomineeWithdrawn, thidua.NomineeFailed}
	found := column + ` IN ` + in(&args, values)
	rows, err := many(tx, func(b *beside) []any {
		return []any{&b.of, &b.person, &b.name, &b.share, &b.use.Nominee, &b.use.Round, &b.use.Year, &b.use.Subject.Kind, &b.use.Subject.Unit}
	}, `SELECT a.initiative_id, a.person_id, p.name, a.share, '', '', a.ord, '', '' FROM initiative_author a
		JOIN initiative i ON i.tenant_id = a.tenant_id AND i.id = a.initiative_id JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
		WHERE a.tenant_id = $1 AND `+found+`
		UNION ALL SELECT u.initiative_id, n.person_id, COALESCE(p.name, t.name), 0, u.nominee_id, n.round_id, r.year, n.subject_kind, n.unit_id FROM initiative_use u
		JOIN initiative i ON i.tenant_id = u.tenant_id AND i.id = u.initiative_id
		JOIN nominee n ON n.tenant_id = u.tenant_id AND n.id = u.nominee_id JOIN round r ON r.tenant_id = n.tenant_id AND r.id = n.round_id
		JOIN unit t ON t.tenant_id = n.tenant_id AND t.id = n.unit_id LEFT JOIN person p ON p.tenant_id = n.tenant_id AND p.id = n.person_id
		WHERE u.tenant_id = $1 AND `+found+` AND n.state NOT IN ($2, $3) ORDER BY 7, 5 LIMIT `+arg(&args, 10000*len(values)), args...)
	for _, r := range rows {
		switch i := at[r.of]; {
		case i == nil:
		case r.use.Nominee == "":
			i.Authors = append(i.Authors, thidua.Author{Person: r.person, Name: r.name, Share: r.share})
		default:
			r.use.Initiative, r.use.Subject.Person, r.use.Subject.Name = r.of, r.person, r.name
			i.UsedBy = append(i.UsedBy, r.use)
		}
	}
	return err
}

// InsertInitiative adds an initiative with its authors.
func (tx *Tx) InsertInitiative(i thidua.Initiative) error {
	if err := tx.exec(`INSERT INTO initiative (tenant_id, `+initiativeColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
		$19, $20, $21, $22, $23, $24, $25, 1)`, tx.Tenant, i.ID, i.Round, i.Unit, i.Person, i.Name, i.Recognised, i.Decision, i.On, i.State, i.Field, i.Purpose, i.Problem,
		i.Solution, i.Effect, i.Apply, i.AppliedOn, i.Meeting.Number, i.Meeting.On, i.Meeting.Result, i.Meeting.Agreed, i.Meeting.Members, i.Reach, i.Recogniser,
		i.Reason); err != nil {
		return err
	}
	return tx.setAuthors(i)
}

// UpdateInitiative saves an initiative and its authors; Conflict when somebody else saved first.
func (tx *Tx) UpdateInitiative(i thidua.Initiative) error {
	if err := tx.versioned(`UPDATE initiative SET person_id = $3, name = $4, recognised = $5, decision = $6, decided_on = $7, state = $8, field = $9, purpose = $10,
		problem = $11, solution = $12, effect = $13, apply = $14, applied_on = $15, meeting_number = $16, meeting_on = $17, meeting_result = $18, meeting_agreed = $19,
		meeting_members = $20, reach = $21, recogniser = $22, reason = $23, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $24`, tx.Tenant, i.ID,
		i.Person, i.Name, i.Recognised, i.Decision, i.On, i.State, i.Field, i.Purpose, i.Problem, i.Solution, i.Effect, i.Apply, i.AppliedOn, i.Meeting.Number, i.Meeting.On,
		i.Meeting.Result, i.Meeting.Agreed, i.Meeting.Members, i.Reach, i.Recogniser, i.Reason, i.Version); err != nil {
		return err
	}
	if err := tx.exec(`DELETE FROM initiative_author WHERE tenant_id = $1 AND initiative_id = $2`, tx.Tenant, i.ID); err != nil {
		return err
	}
	return tx.setAuthors(i)
}

func (tx *Tx) setAuthors(i thidua.Initiative) error {
	for n, a := range i.Authors {
		if err := tx.exec(`INSERT INTO initiative_author (tenant_id, initiative_id, person_id, share, ord) VALUES ($1, $2, $3, $4, $5)`, tx.Tenant, i.ID, a.Person,
			a.Share, n+1); err != nil {
			return err
		}
	}
	return nil
}

// UseInitiative notes that an initiative stands as a standard of a proposal.
func (tx *Tx) UseInitiative(initiative, nominee string) error {
	return tx.exec(`INSERT INTO initiative_use (tenant_id, initiative_id, nominee_id) VALUES ($1, $2, $3)
		ON CONFLICT (tenant_id, initiative_id, nominee_id) DO NOTHING`, tx.Tenant, initiative, nominee)
}

// Replications lists where an initiative was taken over, the earliest first.
func (tx *Tx) Replications(initiative string) ([]thidua.Replication, error) {
	return many(tx, func(r *thidua.Replication) []any {
		return []any{&r.ID, &r.Initiative, &r.Place, &r.On, &r.Document, &r.Effect}
	}, `SELECT id, initiative_id, place, taken_on, document, effect FROM replication WHERE tenant_id = $1 AND initiative_id = $2 ORDER BY taken_on, id LIMIT 500`,
		tx.Tenant, initiative)
}

// InsertReplication adds a place where an initiative was taken over.
func (tx *Tx) InsertReplication(r thidua.Replication) error {
	return tx.exec(`INSERT INTO replication (tenant_id, id, initiative_id, place, taken_on, document, effect) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		tx.Tenant, r.ID, r.Initiative, r.Place, r.On, r.Document, r.Effect)
}

func evaluationFields(e *thidua.EvaluationResult) []any {
	return []any{&e.ID, &e.Person, &e.Unit, &e.Year, &e.Class, &e.Decision, &e.On}
}

// Evaluations lists the recorded classes of people in years; 5.000 for each year at most.
func (tx *Tx) Evaluations(years ...int) ([]thidua.EvaluationResult, error) {
	args := []any{tx.Tenant}
	marks := make([]string, len(years))
	for i, year := range years {
		marks[i] = arg(&args, year)
	}
	return many(tx, evaluationFields, `SELECT id, person_id, unit_id, year, class, decision, decided_on FROM evaluation_result
		WHERE tenant_id = $1 AND year IN (`+strings.Join(marks, ", ")+`) AND person_id <> '' ORDER BY id LIMIT `+arg(&args, 5000*len(years)), args...)
}

// UnitEvaluations lists the recorded classes of collectives in a year.
func (tx *Tx) UnitEvaluations(year int) ([]thidua.EvaluationResult, error) {
	return many(tx, evaluationFields, `SELECT id, person_id, unit_id, year, class, decision, decided_on FROM evaluation_result
		WHERE tenant_id = $1 AND year = $2 AND person_id = '' ORDER BY id LIMIT 1000`, tx.Tenant, year)
}

// SaveEvaluation records the class of a person or a collective in a year, or corrects it.
func (tx *Tx) SaveEvaluation(e thidua.EvaluationResult) error {
	return tx.exec(`INSERT INTO evaluation_result (tenant_id, id, person_id, unit_id, year, class, decision, decided_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (tenant_id, person_id, unit_id, year) DO UPDATE SET class = excluded.class, decision = excluded.decision,
		decided_on = excluded.decided_on`, tx.Tenant, e.ID, e.Person, e.Unit, e.Year, e.Class, e.Decision, e.On)
}

// PublicityPlans lists the lines of the publicity plan of a round by day, each with how many verified items it has.
func (tx *Tx) PublicityPlans(round string) ([]thidua.PublicityPlan, error) {
	return many(tx, func(p *thidua.PublicityPlan) []any {
		return []any{&p.ID, &p.Round, &p.Unit, &p.Form, &p.Content, &p.Due, &p.Done}
	}, `SELECT p.id, p.round_id, p.unit_id, p.form, p.content, p.due, (SELECT COUNT(*) FROM publicity_item i WHERE i.tenant_id = p.tenant_id AND i.plan_id = p.id
		AND i.state = $3) FROM publicity_plan p WHERE p.tenant_id = $1 AND p.round_id = $2 ORDER BY p.due, p.id LIMIT 500`, tx.Tenant, round, thidua.PublicityVerified)
}

// InsertPublicityPlan adds a line to the publicity plan.
func (tx *Tx) InsertPublicityPlan(p thidua.PublicityPlan) error {
	return tx.exec(`INSERT INTO publicity_plan (tenant_id, id, round_id, unit_id, form, content, due) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		tx.Tenant, p.ID, p.Round, p.Unit, p.Form, p.Content, p.Due)
}

const publicityColumns = `id, round_id, plan_id, unit_id, person_id, form, title, done_on, media, link, doc_number, file_hash, file_name, file_type, file_size, state, reason,
	by_person, by_name, at, version`

func publicityFields(p *thidua.PublicityItem) []any {
	return []any{&p.ID, &p.Round, &p.Plan, &p.Unit, &p.Person, &p.Form, &p.Title, &p.On, &p.Media, &p.Link, &p.DocNumber, &p.File.Hash, &p.File.Name, &p.File.Type,
		&p.File.Size, &p.State, &p.Reason, &p.AddedBy, &p.AddedByName, toInstant(&p.AddedAt), &p.Version}
}

// Publicity lists the items of publicity of a round by day.
func (tx *Tx) Publicity(round string) ([]thidua.PublicityItem, error) {
	return many(tx, publicityFields, `SELECT `+publicityColumns+` FROM publicity_item WHERE tenant_id = $1 AND round_id = $2 ORDER BY done_on, id LIMIT 5000`, tx.Tenant, round)
}

// PublicityItem reads one item.
func (tx *Tx) PublicityItem(id string) (thidua.PublicityItem, error) {
	return one(tx, publicityFields, `SELECT `+publicityColumns+` FROM publicity_item WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertPublicityItem adds an item of publicity.
func (tx *Tx) InsertPublicityItem(p thidua.PublicityItem) error {
	return tx.exec(`INSERT INTO publicity_item (tenant_id, `+publicityColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
		$20, $21, 1)`, tx.Tenant, p.ID, p.Round, p.Plan, p.Unit, p.Person, p.Form, p.Title, p.On, p.Media, p.Link, p.DocNumber, p.File.Hash, p.File.Name, p.File.Type,
		p.File.Size, p.State, p.Reason, p.AddedBy, p.AddedByName, instant(p.AddedAt))
}

// UpdatePublicityItem saves an item; Conflict when somebody else saved first.
func (tx *Tx) UpdatePublicityItem(p thidua.PublicityItem) error {
	return tx.versioned(`UPDATE publicity_item SET form = $3, title = $4, done_on = $5, media = $6, link = $7, doc_number = $8, file_hash = $9, file_name = $10,
		file_type = $11, file_size = $12, state = $13, reason = $14, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $15`, tx.Tenant, p.ID, p.Form,
		p.Title, p.On, p.Media, p.Link, p.DocNumber, p.File.Hash, p.File.Name, p.File.Type, p.File.Size, p.State, p.Reason, p.Version)
}

const exemplarColumns = `id, round_id, kind, subject_kind, unit_id, person_id, title, deed, doc_number, file_hash, file_name, file_type, file_size, state, consent_on, verified,
	verified_by, reason, published_on, spread, by_person, by_name, at, version`

func exemplarFields(e *thidua.Exemplar) []any {
	return []any{&e.ID, &e.Round, &e.Kind, &e.Subject.Kind, &e.Subject.Unit, &e.Subject.Person, &e.Title, &e.Deed, &e.DocNumber, &e.File.Hash, &e.File.Name, &e.File.Type,
		&e.File.Size, &e.State, &e.ConsentOn, &e.Verified, &e.VerifiedBy, &e.Reason, &e.PublishedOn, &e.Spread, &e.AddedBy, &e.AddedByName, toInstant(&e.AddedAt), &e.Version,
		&e.Year, &e.Subject.Name, &e.Subject.Home}
}

var exemplarSelect = `SELECT e.` + strings.ReplaceAll(strings.Join(strings.Fields(exemplarColumns), " "), ", ", ", e.") + `, r.year, COALESCE(p.name, u.name), u.name FROM exemplar e
	JOIN round r ON r.tenant_id = e.tenant_id AND r.id = e.round_id JOIN unit u ON u.tenant_id = e.tenant_id AND u.id = e.unit_id
	LEFT JOIN person p ON p.tenant_id = e.tenant_id AND p.id = e.person_id WHERE e.tenant_id = $1`

// Exemplars lists the exemplars of a round, of all rounds when it is empty, in one state when it is given; the latest first.
func (tx *Tx) Exemplars(round string, state thidua.State) ([]thidua.Exemplar, error) {
	return many(tx, exemplarFields, exemplarSelect+` AND ($2 = '' OR e.round_id = $2) AND ($3 = '' OR e.state = $3) ORDER BY e.published_on DESC, e.at DESC, e.id LIMIT 2000`,
		tx.Tenant, round, state)
}

// Exemplar reads one exemplar.
func (tx *Tx) Exemplar(id string) (thidua.Exemplar, error) {
	return one(tx, exemplarFields, exemplarSelect+` AND e.id = $2`, tx.Tenant, id)
}

// InsertExemplar adds an exemplar.
func (tx *Tx) InsertExemplar(e thidua.Exemplar) error {
	return tx.exec(`INSERT INTO exemplar (tenant_id, `+exemplarColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
		$22, $23, $24, 1)`, tx.Tenant, e.ID, e.Round, e.Kind, e.Subject.Kind, e.Subject.Unit, e.Subject.Person, e.Title, e.Deed, e.DocNumber, e.File.Hash, e.File.Name,
		e.File.Type, e.File.Size, e.State, e.ConsentOn, e.Verified, e.VerifiedBy, e.Reason, e.PublishedOn, e.Spread, e.AddedBy, e.AddedByName, instant(e.AddedAt))
}

// UpdateExemplar saves what becomes of an exemplar; Conflict when somebody else saved first.
func (tx *Tx) UpdateExemplar(e thidua.Exemplar) error {
	return tx.versioned(`UPDATE exemplar SET state = $3, consent_on = $4, verified = $5, verified_by = $6, reason = $7, published_on = $8, spread = $9, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $10`, tx.Tenant, e.ID, e.State, e.ConsentOn, e.Verified, e.VerifiedBy, e.Reason, e.PublishedOn, e.Spread, e.Version)
}

// Remarks lists the remarks of a round.
func (tx *Tx) Remarks(round string) ([]thidua.Remark, error) {
	return many(tx, func(r *thidua.Remark) []any {
		return []any{&r.Round, &r.Person, &r.Verdict, &r.Words, &r.MetOn, &r.By, &r.ByName, toInstant(&r.At), &r.Version}
	}, `SELECT round_id, person_id, verdict, words, met_on, by_person, by_name, at, version FROM remark WHERE tenant_id = $1 AND round_id = $2 ORDER BY person_id LIMIT 5000`,
		tx.Tenant, round)
}

// SaveRemark adds a remark (Version 0), or corrects the one that was read.
func (tx *Tx) SaveRemark(r thidua.Remark) error {
	if r.Version == 0 {
		return tx.exec(`INSERT INTO remark (tenant_id, round_id, person_id, verdict, words, met_on, by_person, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			tx.Tenant, r.Round, r.Person, r.Verdict, r.Words, r.MetOn, r.By, r.ByName, instant(r.At))
	}
	return tx.versioned(`UPDATE remark SET verdict = $4, words = $5, met_on = $6, by_person = $7, by_name = $8, at = $9, version = version + 1
		WHERE tenant_id = $1 AND round_id = $2 AND person_id = $3 AND version = $10`, tx.Tenant, r.Round, r.Person, r.Verdict, r.Words, r.MetOn, r.By, r.ByName, instant(r.At),
		r.Version)
}

// Praised is what the results of rounds need of what was praised in them: publicity that is verified, exemplars that are published, and
// remarks, each with what is told of them.
type Praised struct {
	Publicity []thidua.PublicityItem
	Exemplars []thidua.Exemplar
	Remarks   []thidua.Remark
}

// Praised reads what was praised in rounds, in one query and in the order of days.
func (tx *Tx) Praised(rounds []string) (out Praised, err error) {
	args := []any{tx.Tenant, thidua.PublicityVerified, thidua.ExemplarPublished}
	within := `round_id IN ` + in(&args, rounds)
	type row struct {
		what, round, id, unit, person, kind, title, media, number, by, byName string
		day                                                                   thidua.Date
	}
	rows, err := many(tx, func(r *row) []any {
		return []any{&r.what, &r.round, &r.id, &r.unit, &r.person, &r.kind, &r.title, &r.media, &r.number, &r.day, &r.by, &r.byName}
	}, `SELECT 'p', round_id, id, unit_id, person_id, form, title, media, doc_number, done_on, '', '' FROM publicity_item WHERE tenant_id = $1 AND `+within+` AND state = $2
		UNION ALL SELECT 'e', round_id, id, unit_id, person_id, kind, title, spread, doc_number, published_on, subject_kind, '' FROM exemplar
			WHERE tenant_id = $1 AND `+within+` AND state = $3
		UNION ALL SELECT 'r', round_id, '', '', person_id, verdict, words, '', '', met_on, by_person, by_name FROM remark WHERE tenant_id = $1 AND `+within+`
		ORDER BY 10, 3, 5 LIMIT `+arg(&args, 10000*len(rounds)), args...)
	for _, r := range rows {
		switch r.what {
		case "p":
			out.Publicity = append(out.Publicity, thidua.PublicityItem{ID: r.id, Round: r.round, Unit: r.unit, Person: r.person, Form: thidua.PublicityForm(r.kind), Title: r.title,
				Media: r.media, DocNumber: r.number, On: r.day, State: thidua.PublicityVerified})
		case "e":
			out.Exemplars = append(out.Exemplars, thidua.Exemplar{ID: r.id, Round: r.round, Kind: thidua.ExemplarKind(r.kind), Title: r.title, Spread: r.media, DocNumber: r.number,
				PublishedOn: r.day, State: thidua.ExemplarPublished, Subject: thidua.Subject{Kind: thidua.SubjectKind(r.by), Unit: r.unit, Person: r.person}})
		default:
			out.Remarks = append(out.Remarks, thidua.Remark{Round: r.round, Person: r.person, Verdict: thidua.Verdict(r.kind), Words: r.title, MetOn: r.day, By: r.by, ByName: r.byName})
		}
	}
	return out, err
}

// PraiseCounts counts the initiatives recognised, the exemplars published and the publicity verified from one year to another, by year and
// unit; a unit without any of them in a year has no row.
func (tx *Tx) PraiseCounts(from, to int) ([]thidua.PraiseCount, error) {
	return many(tx, func(c *thidua.PraiseCount) []any {
		return []any{&c.Year, &c.Unit, &c.Initiatives, &c.Exemplars, &c.Publicity}
	}, `SELECT r.year, x.unit_id, SUM(x.i), SUM(x.e), SUM(x.p) FROM round r JOIN (
			SELECT tenant_id, round_id, unit_id, 1 AS i, 0 AS e, 0 AS p FROM initiative WHERE tenant_id = $1 AND recognised
			UNION ALL SELECT tenant_id, round_id, unit_id, 0, 1, 0 FROM exemplar WHERE tenant_id = $1 AND state = $4
			UNION ALL SELECT tenant_id, round_id, unit_id, 0, 0, 1 FROM publicity_item WHERE tenant_id = $1 AND state = $5
		) x ON x.tenant_id = r.tenant_id AND x.round_id = r.id
		WHERE r.tenant_id = $1 AND r.year >= $2 AND r.year <= $3 GROUP BY r.year, x.unit_id ORDER BY r.year, x.unit_id LIMIT 2000`,
		tx.Tenant, from, to, thidua.ExemplarPublished, thidua.PublicityVerified)
}
