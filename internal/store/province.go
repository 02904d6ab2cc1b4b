package store

import (
	"thidua"
)

const appraisalSelect = `SELECT a.id, a.parcel_id, a.from_agency, a.from_name, COALESCE(p.block, ''), a.movement, a.year, a.closing, a.state, a.number, a.dated,
	a.sent_on, a.units, a.people, a.parts, a.until_day, a.reason, a.times, a.updated_at, a.version
	FROM appraisal a LEFT JOIN partner p ON p.tenant_id = a.tenant_id AND p.id = a.from_agency WHERE a.tenant_id = $1`

func appraisalFields(a *thidua.Appraisal) []any {
	return []any{&a.ID, &a.Parcel, &a.From, &a.FromName, &a.Block, &a.Period.Movement, &a.Period.Year, &a.Period.Closing, &a.State, &a.Number, &a.Dated,
		&a.SentOn, &a.Units, &a.People, toDocument(&a.Parts), &a.Until, &a.Reason, &a.Times, toInstant(&a.UpdatedAt), &a.Version}
}

// Appraisals lists the dossiers of a period, the last sent first; the zero period is every one.
func (tx *Tx) Appraisals(p thidua.Period) ([]thidua.Appraisal, error) {
	return many(tx, appraisalFields, appraisalSelect+` AND ($2 = 0 OR (a.year = $2 AND a.movement = $3 AND a.closing = $4))
		ORDER BY a.sent_on DESC, a.name_key, a.id LIMIT 2000`, tx.Tenant, p.Year, p.Movement, p.Closing)
}

// Appraisal reads one dossier of Sở Nội vụ.
func (tx *Tx) Appraisal(id string) (thidua.Appraisal, error) {
	return one(tx, appraisalFields, appraisalSelect+` AND a.id = $2`, tx.Tenant, id)
}

// InsertAppraisal adds a dossier that came; fold and key are the search key and the sort key of the sender's name.
func (tx *Tx) InsertAppraisal(a thidua.Appraisal, fold, key string) error {
	return tx.exec(`INSERT INTO appraisal (tenant_id, id, parcel_id, from_agency, from_name, movement, year, closing, state, number, dated, sent_on, units, people,
		parts, updated_at, name_fold, name_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
		tx.Tenant, a.ID, a.Parcel, a.From, a.FromName, a.Period.Movement, a.Period.Year, a.Period.Closing, a.State, a.Number, a.Dated, a.SentOn, a.Units, a.People,
		document(a.Parts), instant(tx.Now), fold, key)
}

// UpdateAppraisal saves what became of a dossier; Conflict when somebody else saved first.
func (tx *Tx) UpdateAppraisal(a thidua.Appraisal) error {
	return tx.versioned(`UPDATE appraisal SET parcel_id = $3, state = $4, number = $5, dated = $6, sent_on = $7, units = $8, people = $9, parts = $10,
		until_day = $11, reason = $12, times = $13, updated_at = $14, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $15`,
		tx.Tenant, a.ID, a.Parcel, a.State, a.Number, a.Dated, a.SentOn, a.Units, a.People, document(a.Parts), a.Until, a.Reason, a.Times, instant(tx.Now), a.Version)
}

// Periods lists the movements and years of which dossiers came, the latest first.
func (tx *Tx) Periods() ([]thidua.Period, error) {
	return many(tx, func(p *thidua.Period) []any { return []any{&p.Movement, &p.Year, &p.Closing} },
		`SELECT movement, year, closing FROM appraisal WHERE tenant_id = $1
		UNION SELECT movement, year, closing FROM raise_list WHERE tenant_id = $1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT 100`, tx.Tenant)
}

// ParcelsUnused lists the packages of a kind that were taken in and of which nothing was made yet, the oldest first, with their data.
func (tx *Tx) ParcelsUnused(kind thidua.ParcelKind) ([]ParcelIn, error) {
	return many(tx, parcelInFields, `SELECT id, from_agency, tenant_id, `+parcelShared+`, received_at, by_name, data FROM parcel_in i
		WHERE tenant_id = $1 AND kind = $2 AND NOT EXISTS (SELECT 1 FROM parcel_use u WHERE u.tenant_id = $1 AND u.parcel_id = i.id)
		ORDER BY sealed_at, id LIMIT 500`, tx.Tenant, kind)
}

// UseParcel notes what was made of a package, such as "appraisal:ID"; Conflict when something was made of it before.
func (tx *Tx) UseParcel(parcel, object string) error {
	return tx.exec(`INSERT INTO parcel_use (tenant_id, parcel_id, object) VALUES ($1, $2, $3)`, tx.Tenant, parcel, object)
}

// ParcelUse tells what was made of a package; NotFound while nothing was.
func (tx *Tx) ParcelUse(parcel string) (string, error) {
	return one(tx, value[string], `SELECT object FROM parcel_use WHERE tenant_id = $1 AND parcel_id = $2`, tx.Tenant, parcel)
}

const caseSelect = `SELECT c.id, c.appraisal_id, c.proposal_id, c.kind, c.name, c.title, c.sex, c.home, c.award, c.summary, c.on_time, c.initiatives, c.earlier,
	c.note, c.chosen, c.version, a.from_agency, a.from_name, COALESCE(p.block, ''), a.state, i.points, COALESCE(i.place, 0), COALESCE(j.place, 0)
	FROM appraisal_case c JOIN appraisal a ON a.tenant_id = c.tenant_id AND a.id = c.appraisal_id
	LEFT JOIN partner p ON p.tenant_id = a.tenant_id AND p.id = a.from_agency
	LEFT JOIN province_index i ON i.tenant_id = a.tenant_id AND i.agency = a.from_agency AND i.year = $2
	LEFT JOIN province_index j ON j.tenant_id = a.tenant_id AND j.agency = a.from_agency AND j.year = $2 - 1
	WHERE c.tenant_id = $1`

func caseFields(c *thidua.AppraisalCase) []any {
	return []any{&c.ID, &c.Appraisal, &c.Proposal, &c.Kind, &c.Name, &c.Title, &c.Sex, &c.Home, &c.Award, &c.Summary, &c.OnTime, &c.Initiatives, &c.Earlier,
		&c.Note, &c.Chosen, &c.Version, &c.From, &c.FromName, &c.Block, &c.State, toNumber(&c.Index), &c.Rank, &c.Before}
}

// CaseOrder is how a comparison is sorted.
type CaseOrder string

// The orders of a comparison.
const (
	ByIndex       CaseOrder = "chi-so"
	ByRank        CaseOrder = "thu-hang"
	ByOnTime      CaseOrder = "dung-han"
	ByInitiatives CaseOrder = "sang-kien"
)

var caseOrders = map[CaseOrder]string{
	ByIndex:       `COALESCE(i.points, -1) DESC, COALESCE(i.place, 999), a.name_key, c.name_key, c.id`,
	ByRank:        `COALESCE(i.place, 999), COALESCE(i.points, -1) DESC, a.name_key, c.name_key, c.id`,
	ByOnTime:      `c.on_time DESC, a.name_key, c.name_key, c.id`,
	ByInitiatives: `c.initiatives DESC, a.name_key, c.name_key, c.id`,
}

// CaseFilter chooses cases: of a period, of one kind unless empty, with the index of a year.
type CaseFilter struct {
	Period    thidua.Period
	Kind      thidua.SubjectKind
	IndexYear int
	Order     CaseOrder
}

// Cases lists the cases of a period whose dossier was not withdrawn.
func (tx *Tx) Cases(f CaseFilter, page Page) ([]thidua.AppraisalCase, error) {
	order, ok := caseOrders[f.Order]
	if !ok {
		order = caseOrders[ByIndex]
	}
	args := []any{tx.Tenant, f.IndexYear, f.Period.Year, f.Period.Movement, f.Period.Closing, f.Kind, thidua.AppraisalWithdrawn}
	return many(tx, caseFields, caseSelect+` AND a.year = $3 AND a.movement = $4 AND a.closing = $5 AND ($6 = '' OR c.kind = $6) AND a.state <> $7
		ORDER BY `+order+page.limit(&args), args...)
}

// CasesOf lists the cases of one dossier, collectives first.
func (tx *Tx) CasesOf(appraisal string, indexYear int) ([]thidua.AppraisalCase, error) {
	return many(tx, caseFields, caseSelect+` AND c.appraisal_id = $3 ORDER BY c.kind, c.name_key, c.id LIMIT 500`, tx.Tenant, indexYear, appraisal)
}

// InsertCase adds a case of a dossier; key is the sort key of its name.
func (tx *Tx) InsertCase(c thidua.AppraisalCase, key string) error {
	return tx.exec(`INSERT INTO appraisal_case (tenant_id, id, appraisal_id, proposal_id, kind, name, title, sex, home, award, summary, on_time, initiatives, earlier,
		note, name_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
		tx.Tenant, c.ID, c.Appraisal, c.Proposal, c.Kind, c.Name, c.Title, c.Sex, c.Home, c.Award, c.Summary, c.OnTime, c.Initiatives, c.Earlier, c.Note, key)
}

// DropCases takes away the cases of a dossier, which a resubmission brings anew.
func (tx *Tx) DropCases(appraisal string) error {
	return tx.exec(`DELETE FROM appraisal_case WHERE tenant_id = $1 AND appraisal_id = $2`, tx.Tenant, appraisal)
}

// UpdateCase saves note and choice of a case; Conflict when somebody else saved first.
func (tx *Tx) UpdateCase(c thidua.AppraisalCase) error {
	return tx.versioned(`UPDATE appraisal_case SET note = $3, chosen = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $5`,
		tx.Tenant, c.ID, c.Note, c.Chosen, c.Version)
}

func indexPointFields(i *thidua.IndexPoint) []any {
	return []any{&i.Agency, &i.Year, &i.Points, &i.Rank, &i.PublishedOn, &i.Document}
}

// IndexPoints lists the index of every agency in a year.
func (tx *Tx) IndexPoints(year int) ([]thidua.IndexPoint, error) {
	return many(tx, indexPointFields, `SELECT agency, year, points, place, published_on, document FROM province_index WHERE tenant_id = $1 AND year = $2
		ORDER BY agency LIMIT 2000`, tx.Tenant, year)
}

// IndexYear gives the latest year up to one of which the index is known, 0 when none is.
func (tx *Tx) IndexYear(upTo int) (int, error) {
	return one(tx, value[int], `SELECT COALESCE(MAX(year), 0) FROM province_index WHERE tenant_id = $1 AND year <= $2`, tx.Tenant, upTo)
}

// SaveIndexPoint records the index of an agency in a year, or corrects it.
func (tx *Tx) SaveIndexPoint(i thidua.IndexPoint) error {
	return tx.exec(`INSERT INTO province_index (tenant_id, agency, year, points, place, published_on, document) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (tenant_id, agency, year) DO UPDATE SET points = excluded.points, place = excluded.place, published_on = excluded.published_on,
		document = excluded.document`, tx.Tenant, i.Agency, i.Year, i.Points, i.Rank, i.PublishedOn, i.Document)
}

// Quotas lists the numbers of a period, the whole province before its blocks.
func (tx *Tx) Quotas(p thidua.Period) ([]thidua.Quota, error) {
	return many(tx, func(q *thidua.Quota) []any { return []any{&q.Kind, &q.Block, &q.Number, &q.Document} },
		`SELECT kind, block, number, document FROM province_quota WHERE tenant_id = $1 AND movement = $2 AND year = $3 AND closing = $4
		ORDER BY kind, block LIMIT 100`, tx.Tenant, p.Movement, p.Year, p.Closing)
}

// SaveQuota records a number of awards, or corrects it.
func (tx *Tx) SaveQuota(p thidua.Period, q thidua.Quota) error {
	return tx.exec(`INSERT INTO province_quota (tenant_id, movement, year, closing, kind, block, number, document) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (tenant_id, movement, year, closing, kind, block) DO UPDATE SET number = excluded.number, document = excluded.document`,
		tx.Tenant, p.Movement, p.Year, p.Closing, q.Kind, q.Block, q.Number, q.Document)
}

const raiseListSelect = `SELECT id, movement, year, closing, state, lines, from_agency, from_name, number, dated, paper_hash, paper_name, paper_type, paper_size,
	parcel_id, decision, decided, signer, scan_hash, scan_name, scan_type, scan_size, answered, version FROM raise_list WHERE tenant_id = $1`

func raiseListFields(l *thidua.RaisedList) []any {
	return []any{&l.ID, &l.Period.Movement, &l.Period.Year, &l.Period.Closing, &l.State, toDocument(&l.Lines), &l.FromID, &l.From, &l.Number, &l.Dated, &l.Paper.Hash,
		&l.Paper.Name, &l.Paper.Type, &l.Paper.Size, &l.Parcel, &l.Decision, &l.Decided, &l.Signer, &l.Scan.Hash, &l.Scan.Name, &l.Scan.Type, &l.Scan.Size,
		&l.Answered, &l.Version}
}

// RaiseLists lists the lists to Chủ tịch UBND tỉnh, the latest first.
func (tx *Tx) RaiseLists() ([]thidua.RaisedList, error) {
	return many(tx, raiseListFields, raiseListSelect+` ORDER BY year DESC, id DESC LIMIT 200`, tx.Tenant)
}

// RaiseList reads one list.
func (tx *Tx) RaiseList(id string) (thidua.RaisedList, error) {
	return one(tx, raiseListFields, raiseListSelect+` AND id = $2`, tx.Tenant, id)
}

// InsertRaiseList adds a list.
func (tx *Tx) InsertRaiseList(l thidua.RaisedList) error {
	return tx.exec(`INSERT INTO raise_list (tenant_id, id, movement, year, closing, state, lines, from_agency, from_name, number, dated, paper_hash, paper_name,
		paper_type, paper_size, parcel_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
		tx.Tenant, l.ID, l.Period.Movement, l.Period.Year, l.Period.Closing, l.State, document(l.Lines), l.FromID, l.From, l.Number, l.Dated, l.Paper.Hash, l.Paper.Name,
		l.Paper.Type, l.Paper.Size, l.Parcel)
}

// UpdateRaiseList saves a list with its Tờ trình and its decision; Conflict when somebody else saved first.
func (tx *Tx) UpdateRaiseList(l thidua.RaisedList) error {
	return tx.versioned(`UPDATE raise_list SET state = $3, lines = $4, number = $5, dated = $6, paper_hash = $7, paper_name = $8, paper_type = $9, paper_size = $10,
		parcel_id = $11, decision = $12, decided = $13, signer = $14, scan_hash = $15, scan_name = $16, scan_type = $17, scan_size = $18, answered = $19,
		version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $20`,
		tx.Tenant, l.ID, l.State, document(l.Lines), l.Number, l.Dated, l.Paper.Hash, l.Paper.Name, l.Paper.Type, l.Paper.Size, l.Parcel, l.Decision, l.Decided, l.Signer,
		l.Scan.Hash, l.Scan.Name, l.Scan.Type, l.Scan.Size, l.Answered, l.Version)
}

// DropRaiseList takes away a list that was not raised.
func (tx *Tx) DropRaiseList(id string) error {
	return tx.must(`DELETE FROM raise_list WHERE tenant_id = $1 AND id = $2 AND state = $3`, tx.Tenant, id, thidua.ListDraft)
}

const enrolmentSelect = `SELECT e.id, e.parcel_id, e.from_agency, e.from_name, COALESCE(p.block, ''), e.movement, e.year, e.closing, e.state, e.number, e.dated,
	e.first_on, e.sent_on, e.units, e.people, e.due, e.asked, e.changes, e.until_day, e.reason, e.confirmed, e.times, e.updated_at, e.version
	FROM enrolment e LEFT JOIN partner p ON p.tenant_id = e.tenant_id AND p.id = e.from_agency WHERE e.tenant_id = $1`

func enrolmentFields(e *thidua.Enrolment) []any {
	return []any{&e.ID, &e.Parcel, &e.From, &e.FromName, &e.Block, &e.Period.Movement, &e.Period.Year, &e.Period.Closing, &e.State, &e.Number, &e.Dated,
		&e.FirstOn, &e.SentOn, &e.Units, &e.People, toDocument(&e.Due), toDocument(&e.Asked), toDocument(&e.Changes), &e.Until, &e.Reason,
		toDocument(&e.Confirmed), &e.Times, toInstant(&e.UpdatedAt), &e.Version}
}

// Enrolments lists the lists of registrations of a period in the order of their agencies.
func (tx *Tx) Enrolments(p thidua.Period) ([]thidua.Enrolment, error) {
	return many(tx, enrolmentFields, enrolmentSelect+` AND e.year = $2 AND e.movement = $3 AND e.closing = $4 ORDER BY e.name_key, e.id LIMIT 2000`,
		tx.Tenant, p.Year, p.Movement, p.Closing)
}

// Enrolment reads one list of registrations.
func (tx *Tx) Enrolment(id string) (thidua.Enrolment, error) {
	return one(tx, enrolmentFields, enrolmentSelect+` AND e.id = $2`, tx.Tenant, id)
}

// InsertEnrolment adds a list that came; key is the sort key of the sender's name.
func (tx *Tx) InsertEnrolment(e thidua.Enrolment, key string) error {
	return tx.exec(`INSERT INTO enrolment (tenant_id, id, parcel_id, from_agency, from_name, movement, year, closing, state, number, dated, first_on, sent_on,
		units, people, due, asked, changes, confirmed, updated_at, name_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
		tx.Tenant, e.ID, e.Parcel, e.From, e.FromName, e.Period.Movement, e.Period.Year, e.Period.Closing, e.State, e.Number, e.Dated, e.FirstOn, e.SentOn,
		e.Units, e.People, document(e.Due), document(e.Asked), document(e.Changes), document(e.Confirmed), instant(tx.Now), key)
}

// UpdateEnrolment saves what became of a list; Conflict when somebody else saved first.
func (tx *Tx) UpdateEnrolment(e thidua.Enrolment) error {
	return tx.versioned(`UPDATE enrolment SET parcel_id = $3, state = $4, number = $5, dated = $6, sent_on = $7, units = $8, people = $9, due = $10, asked = $11,
		changes = $12, until_day = $13, reason = $14, confirmed = $15, times = $16, updated_at = $17, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $18`,
		tx.Tenant, e.ID, e.Parcel, e.State, e.Number, e.Dated, e.SentOn, e.Units, e.People, document(e.Due), document(e.Asked), document(e.Changes), e.Until,
		e.Reason, document(e.Confirmed), e.Times, instant(tx.Now), e.Version)
}

// EnrolmentPeriods lists the movements and years that lists of registrations or their deadlines speak of, the latest first.
func (tx *Tx) EnrolmentPeriods() ([]thidua.Period, error) {
	return many(tx, func(p *thidua.Period) []any { return []any{&p.Movement, &p.Year, &p.Closing} },
		`SELECT movement, year, closing FROM enrolment WHERE tenant_id = $1
		UNION SELECT movement, year, closing FROM enrolment_due WHERE tenant_id = $1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT 100`, tx.Tenant)
}

// SaveEnrolled replaces who stands in the confirmed list of an agency.
func (tx *Tx) SaveEnrolled(enrolment string, subjects []string) error {
	if err := tx.exec(`DELETE FROM enrolled WHERE tenant_id = $1 AND enrolment_id = $2`, tx.Tenant, enrolment); err != nil {
		return err
	}
	for _, s := range subjects {
		if err := tx.exec(`INSERT INTO enrolled (tenant_id, enrolment_id, subject) VALUES ($1, $2, $3)`, tx.Tenant, enrolment, s); err != nil {
			return err
		}
	}
	return nil
}

// Enrolled lists who stands in the confirmed lists of a period, by agency; of a closing period those of every year of the movement up to it.
func (tx *Tx) Enrolled(p thidua.Period) (map[string][]string, error) {
	type row struct{ agency, subject string }
	all, err := many(tx, func(r *row) []any { return []any{&r.agency, &r.subject} },
		`SELECT e.from_agency, s.subject FROM enrolled s JOIN enrolment e ON e.tenant_id = s.tenant_id AND e.id = s.enrolment_id
		WHERE s.tenant_id = $1 AND e.movement = $2 AND (e.year = $3 OR ($4 AND e.year <= $3)) ORDER BY 1, 2 LIMIT 200000`,
		tx.Tenant, p.Movement, p.Year, p.Closing)
	out := map[string][]string{}
	for _, r := range all {
		out[r.agency] = append(out[r.agency], r.subject)
	}
	return out, err
}

// EnrolmentDue reads the deadline of a period as Sở Nội vụ entered it; the zero value while nobody did.
func (tx *Tx) EnrolmentDue(p thidua.Period) (thidua.DueDay, error) {
	all, err := many(tx, func(d *thidua.DueDay) []any { return []any{&d.Day, &d.Inclusive, &d.Document} },
		`SELECT day, inclusive, document FROM enrolment_due WHERE tenant_id = $1 AND movement = $2 AND year = $3 AND closing = $4`,
		tx.Tenant, p.Movement, p.Year, p.Closing)
	if len(all) == 0 {
		return thidua.DueDay{}, err
	}
	return all[0], err
}

// SaveEnrolmentDue records the deadline of a period, or corrects it.
func (tx *Tx) SaveEnrolmentDue(p thidua.Period, d thidua.DueDay) error {
	return tx.exec(`INSERT INTO enrolment_due (tenant_id, movement, year, closing, day, inclusive, document) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (tenant_id, movement, year, closing) DO UPDATE SET day = excluded.day, inclusive = excluded.inclusive, document = excluded.document`,
		tx.Tenant, p.Movement, p.Year, p.Closing, d.Day, d.Inclusive, d.Document)
}

// Above counts what waits at Sở Nội vụ and at UBND tỉnh.
type Above struct{ Dossiers, Lists, Enrolments int }

// WaitingAbove counts the dossiers that nobody accepted yet, the lists that are not decided, and the registrations that are not confirmed.
func (tx *Tx) WaitingAbove() (Above, error) {
	return one(tx, func(a *Above) []any { return []any{&a.Dossiers, &a.Lists, &a.Enrolments} }, `SELECT
		(SELECT COUNT(*) FROM appraisal WHERE tenant_id = $1 AND state = $2), (SELECT COUNT(*) FROM raise_list WHERE tenant_id = $1 AND state = $3),
		(SELECT COUNT(*) FROM enrolment WHERE tenant_id = $1 AND state = $4)`,
		tx.Tenant, thidua.AppraisalWaiting, thidua.ListRaised, thidua.EnrolmentWaiting)
}
