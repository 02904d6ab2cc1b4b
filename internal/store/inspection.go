package store

import "thidua"

const inspectionSelect = `SELECT i.id, i.round_id, n.year, i.name, i.number, i.content, i.from_date, i.to_date, i.state, i.by_name, i.version
	FROM inspection i JOIN round n ON n.tenant_id = i.tenant_id AND n.id = i.round_id WHERE i.tenant_id = $1`

func inspectionFields(i *thidua.Inspection) []any {
	return []any{&i.ID, &i.Round, &i.Year, &i.Name, &i.Number, &i.Content, &i.From, &i.To, &i.State, &i.ByName, &i.Version}
}

// Inspections lists the inspection rounds of the agency with their visits, the latest first; 200 at most.
func (tx *Tx) Inspections() ([]thidua.Inspection, error) {
	all, err := many(tx, inspectionFields, inspectionSelect+` ORDER BY i.from_date DESC, i.id DESC LIMIT 200`, tx.Tenant)
	for i := range all {
		if err == nil {
			all[i].Visits, err = tx.visits(all[i].ID)
		}
	}
	return all, err
}

// Inspection reads one inspection round with its visits.
func (tx *Tx) Inspection(id string) (thidua.Inspection, error) {
	i, err := one(tx, inspectionFields, inspectionSelect+` AND i.id = $2`, tx.Tenant, id)
	if err == nil {
		i.Visits, err = tx.visits(id)
	}
	return i, err
}

func (tx *Tx) visits(inspection string) ([]thidua.Visit, error) {
	return many(tx, func(v *thidua.Visit) []any { return []any{&v.Unit, &v.UnitName, &v.On, &v.Finding, &v.ByName} },
		`SELECT v.unit_id, u.name, v.on_date, v.finding, v.by_name FROM inspection_visit v JOIN unit u ON u.tenant_id = v.tenant_id AND u.id = v.unit_id
		WHERE v.tenant_id = $1 AND v.inspection_id = $2 ORDER BY u.ord, u.id LIMIT 500`, tx.Tenant, inspection)
}

// InsertInspection adds an inspection round with the units that it goes to.
func (tx *Tx) InsertInspection(i thidua.Inspection) error {
	err := tx.exec(`INSERT INTO inspection (tenant_id, id, round_id, name, number, content, from_date, to_date, state, by_name, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, tx.Tenant, i.ID, i.Round, i.Name, i.Number, i.Content, i.From, i.To, i.State, i.ByName, instant(tx.Now))
	if err != nil {
		return err
	}
	return tx.setVisits(i)
}

// UpdateInspection saves an inspection round with its visits; Conflict when somebody else saved first.
func (tx *Tx) UpdateInspection(i thidua.Inspection) error {
	err := tx.versioned(`UPDATE inspection SET name = $3, number = $4, content = $5, from_date = $6, to_date = $7, state = $8, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $9`, tx.Tenant, i.ID, i.Name, i.Number, i.Content, i.From, i.To, i.State, i.Version)
	if err != nil {
		return err
	}
	args := []any{tx.Tenant, i.ID}
	units := make([]string, len(i.Visits))
	for n, v := range i.Visits {
		units[n] = v.Unit
	}
	if err := tx.exec(`DELETE FROM inspection_visit WHERE tenant_id = $1 AND inspection_id = $2 AND unit_id NOT IN `+in(&args, units), args...); err != nil {
		return err
	}
	return tx.setVisits(i)
}

func (tx *Tx) setVisits(i thidua.Inspection) error {
	for _, v := range i.Visits {
		err := tx.exec(`INSERT INTO inspection_visit (tenant_id, inspection_id, unit_id, on_date, finding, by_name) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (tenant_id, inspection_id, unit_id) DO UPDATE SET on_date = excluded.on_date, finding = excluded.finding, by_name = excluded.by_name`,
			tx.Tenant, i.ID, v.Unit, v.On, v.Finding, v.ByName)
		if err != nil {
			return err
		}
	}
	return nil
}

const recommendationSelect = `SELECT r.id, r.inspection_id, i.name, r.unit_id, u.name, r.body, r.due, r.state, r.answer, r.answered_on, r.answered_by, r.doc_number,
	r.file_hash, r.file_name, r.file_type, r.file_size, r.reason, r.closed_on, r.by_name, r.version
	FROM recommendation r JOIN inspection i ON i.tenant_id = r.tenant_id AND i.id = r.inspection_id
	JOIN unit u ON u.tenant_id = r.tenant_id AND u.id = r.unit_id WHERE r.tenant_id = $1`

func recommendationFields(r *thidua.Recommendation) []any {
	return []any{&r.ID, &r.Inspection, &r.Name, &r.Unit, &r.UnitName, &r.Text, &r.Due, &r.State, &r.Answer, &r.AnsweredOn, &r.AnsweredBy, &r.DocNumber,
		&r.File.Hash, &r.File.Name, &r.File.Type, &r.File.Size, &r.Reason, &r.ClosedOn, &r.ByName, &r.Version}
}

// Recommendations lists those of an inspection round, of all rounds when it is empty, by day; 1.000 at most.
func (tx *Tx) Recommendations(inspection string) ([]thidua.Recommendation, error) {
	return many(tx, recommendationFields, recommendationSelect+` AND ($2 = '' OR r.inspection_id = $2) ORDER BY r.due, r.id LIMIT 1000`, tx.Tenant, inspection)
}

// Recommendation reads one recommendation.
func (tx *Tx) Recommendation(id string) (thidua.Recommendation, error) {
	return one(tx, recommendationFields, recommendationSelect+` AND r.id = $2`, tx.Tenant, id)
}

// InsertRecommendation adds a recommendation.
func (tx *Tx) InsertRecommendation(r thidua.Recommendation) error {
	return tx.exec(`INSERT INTO recommendation (tenant_id, id, inspection_id, unit_id, body, due, state, by_name, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, tx.Tenant, r.ID, r.Inspection, r.Unit, r.Text, r.Due, r.State, r.ByName, instant(tx.Now))
}

// UpdateRecommendation saves what came of a recommendation; Conflict when somebody else saved first.
func (tx *Tx) UpdateRecommendation(r thidua.Recommendation) error {
	return tx.versioned(`UPDATE recommendation SET state = $3, answer = $4, answered_on = $5, answered_by = $6, doc_number = $7, file_hash = $8, file_name = $9,
		file_type = $10, file_size = $11, reason = $12, closed_on = $13, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $14`,
		tx.Tenant, r.ID, r.State, r.Answer, r.AnsweredOn, r.AnsweredBy, r.DocNumber, r.File.Hash, r.File.Name, r.File.Type, r.File.Size, r.Reason, r.ClosedOn, r.Version)
}

const mobilisationSelect = `SELECT m.id, m.round_id, m.unit_id, COALESCE(u.name, ''), m.on_date, m.what, m.took_part, m.doc_number, m.file_hash, m.file_name,
	m.file_type, m.file_size, m.by_name, m.version FROM mobilisation m LEFT JOIN unit u ON u.tenant_id = m.tenant_id AND u.id = m.unit_id WHERE m.tenant_id = $1`

func mobilisationFields(m *thidua.Mobilisation) []any {
	return []any{&m.ID, &m.Round, &m.Unit, &m.UnitName, &m.On, &m.What, &m.TookPart, &m.DocNumber, &m.File.Hash, &m.File.Name, &m.File.Type, &m.File.Size, &m.ByName, &m.Version}
}

// Mobilisations lists the records of a round, the latest first; 1.000 at most.
func (tx *Tx) Mobilisations(round string) ([]thidua.Mobilisation, error) {
	return many(tx, mobilisationFields, mobilisationSelect+` AND m.round_id = $2 ORDER BY m.on_date DESC, m.id DESC LIMIT 1000`, tx.Tenant, round)
}

// Mobilisation reads one record.
func (tx *Tx) Mobilisation(id string) (thidua.Mobilisation, error) {
	return one(tx, mobilisationFields, mobilisationSelect+` AND m.id = $2`, tx.Tenant, id)
}

// InsertMobilisation adds a record.
func (tx *Tx) InsertMobilisation(m thidua.Mobilisation) error {
	return tx.exec(`INSERT INTO mobilisation (tenant_id, id, round_id, unit_id, on_date, what, took_part, doc_number, file_hash, file_name, file_type, file_size,
		by_name, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, tx.Tenant, m.ID, m.Round, m.Unit, m.On, m.What, m.TookPart,
		m.DocNumber, m.File.Hash, m.File.Name, m.File.Type, m.File.Size, m.ByName, instant(tx.Now))
}

// Confirmation reads the word on the participation of a round; the zero value when nothing was said.
func (tx *Tx) Confirmation(round string) (thidua.Confirmation, error) {
	all, err := many(tx, func(c *thidua.Confirmation) []any {
		return []any{&c.Round, &c.Words, &c.On, &c.ByName, &c.Union, &c.Version}
	},
		`SELECT round_id, words, on_date, by_name, by_union, version FROM confirmation WHERE tenant_id = $1 AND round_id = $2`, tx.Tenant, round)
	if err != nil || len(all) == 0 {
		return thidua.Confirmation{}, err
	}
	return all[0], nil
}

// SaveConfirmation keeps the word on a round; Conflict when somebody else saved first.
func (tx *Tx) SaveConfirmation(c thidua.Confirmation) error {
	if c.Version == 0 {
		return tx.exec(`INSERT INTO confirmation (tenant_id, round_id, words, on_date, by_name, by_union) VALUES ($1, $2, $3, $4, $5, $6)`,
			tx.Tenant, c.Round, c.Words, c.On, c.ByName, c.Union)
	}
	return tx.versioned(`UPDATE confirmation SET words = $3, on_date = $4, by_name = $5, by_union = $6, version = version + 1
		WHERE tenant_id = $1 AND round_id = $2 AND version = $7`, tx.Tenant, c.Round, c.Words, c.On, c.ByName, c.Union, c.Version)
}

// ArchivePlaces reads where the originals of dossiers lie, by dossier.
func (tx *Tx) ArchivePlaces() (map[string]thidua.ArchivePlace, error) {
	all, err := many(tx, func(p *thidua.ArchivePlace) []any {
		return []any{&p.Dossier, &p.Number, &p.Box, &p.Deposited, &p.Note, &p.ByName, &p.Version}
	}, `SELECT dossier_id, number, box, deposited_on, note, by_name, version FROM archive_place WHERE tenant_id = $1 ORDER BY dossier_id LIMIT 500`, tx.Tenant)
	out := map[string]thidua.ArchivePlace{}
	for _, p := range all {
		out[p.Dossier] = p
	}
	return out, err
}

// SaveArchivePlace keeps where the original of a dossier lies; Conflict when somebody else saved first.
func (tx *Tx) SaveArchivePlace(p thidua.ArchivePlace) error {
	if p.Version == 0 {
		return tx.exec(`INSERT INTO archive_place (tenant_id, dossier_id, number, box, deposited_on, note, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			tx.Tenant, p.Dossier, p.Number, p.Box, p.Deposited, p.Note, p.ByName)
	}
	return tx.versioned(`UPDATE archive_place SET number = $3, box = $4, deposited_on = $5, note = $6, by_name = $7, version = version + 1
		WHERE tenant_id = $1 AND dossier_id = $2 AND version = $8`, tx.Tenant, p.Dossier, p.Number, p.Box, p.Deposited, p.Note, p.ByName, p.Version)
}

const linkSelect = `SELECT l.id, l.leader_id, l.leader_name, l.leader_post, l.secret_sum, l.until_date, l.ended_on, l.opened, l.last_at, l.by_name, l.made_at, l.version,
	(SELECT COUNT(*) FROM leader_link_device d WHERE d.tenant_id = l.tenant_id AND d.link_id = l.id) FROM leader_link l WHERE `

func linkFields(l *thidua.LeaderLink) []any {
	return []any{&l.ID, &l.Leader, &l.LeaderName, &l.LeaderPost, &l.Hash, &l.Until, &l.Ended, &l.Opened, toInstant(&l.LastAt), &l.ByName, toInstant(&l.MadeAt), &l.Version, &l.Devices}
}

// LeaderLinks lists the links of the agency, the latest first; 200 at most.
func (tx *Tx) LeaderLinks() ([]thidua.LeaderLink, error) {
	return many(tx, linkFields, linkSelect+`l.tenant_id = $1 ORDER BY l.made_at DESC, l.id DESC LIMIT 200`, tx.Tenant)
}

// LeaderLink reads one link.
func (tx *Tx) LeaderLink(id string) (thidua.LeaderLink, error) {
	return one(tx, linkFields, linkSelect+`l.tenant_id = $1 AND l.id = $2`, tx.Tenant, id)
}

// LinkAgency finds the agency of a link by the hash of its secret, before any agency is known, as the session is found.
func (tx *Tx) LinkAgency(hash string) (tenant, id string, err error) {
	type found struct{ tenant, id string }
	f, err := one(tx, func(f *found) []any { return []any{&f.tenant, &f.id} }, `SELECT tenant_id, id FROM leader_link WHERE secret_sum = $1`, hash)
	return f.tenant, f.id, err
}

// InsertLeaderLink adds a link.
func (tx *Tx) InsertLeaderLink(l thidua.LeaderLink) error {
	return tx.exec(`INSERT INTO leader_link (tenant_id, id, leader_id, leader_name, leader_post, secret_sum, until_date, by_name, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, tx.Tenant, l.ID, l.Leader, l.LeaderName, l.LeaderPost, l.Hash, l.Until, l.ByName, instant(tx.Now))
}

// EndLeaderLink withdraws a link from a day on; Conflict when it was withdrawn before.
func (tx *Tx) EndLeaderLink(id string, on thidua.Date) error {
	return tx.versioned(`UPDATE leader_link SET ended_on = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND ended_on = ''`, tx.Tenant, id, on)
}

// LinkDevices lists the devices on which a link was opened.
func (tx *Tx) LinkDevices(link string) ([]thidua.LinkDevice, error) {
	return many(tx, func(d *thidua.LinkDevice) []any { return []any{&d.Link, &d.Hash, toInstant(&d.OpenedAt)} },
		`SELECT link_id, secret_sum, opened_at FROM leader_link_device WHERE tenant_id = $1 AND link_id = $2 ORDER BY opened_at LIMIT 50`, tx.Tenant, link)
}

// OpenLink notes that a link was opened on a device.
func (tx *Tx) OpenLink(link, device string) error {
	err := tx.exec(`INSERT INTO leader_link_device (tenant_id, link_id, secret_sum, opened_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (tenant_id, link_id, secret_sum) DO UPDATE SET opened_at = excluded.opened_at`, tx.Tenant, link, device, instant(tx.Now))
	if err != nil {
		return err
	}
	return tx.must(`UPDATE leader_link SET opened = opened + 1, last_at = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, link, instant(tx.Now))
}

// LinkOption reads whether a word may be given through a link; off when nothing was set.
func (tx *Tx) LinkOption() (thidua.LinkOption, error) {
	all, err := many(tx, func(o *thidua.LinkOption) []any { return []any{&o.Words, &o.Version} },
		`SELECT words, version FROM leader_link_option WHERE tenant_id = $1`, tx.Tenant)
	if err != nil || len(all) == 0 {
		return thidua.LinkOption{}, err
	}
	return all[0], nil
}

// SetLinkOption keeps whether a word may be given through a link.
func (tx *Tx) SetLinkOption(words bool) error {
	return tx.exec(`INSERT INTO leader_link_option (tenant_id, words) VALUES ($1, $2)
		ON CONFLICT (tenant_id) DO UPDATE SET words = excluded.words, version = leader_link_option.version + 1`, tx.Tenant, words)
}

// PapersIssued lists the papers that were issued between two days, those that were recalled later among them; 2.000 at most.
func (tx *Tx) PapersIssued(from, to thidua.Date) ([]thidua.Paper, error) {
	args := []any{tx.Tenant, from, to}
	return many(tx, paperFields, `SELECT `+paperColumns+` FROM paper WHERE tenant_id = $1 AND issued_on >= $2 AND issued_on <= $3 AND state IN `+
		in(&args, []thidua.State{thidua.PaperIssued, thidua.PaperRecalled})+` ORDER BY issued_on, id LIMIT 2000`, args...)
}
