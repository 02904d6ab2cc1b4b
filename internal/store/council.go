package store

import "thidua"

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
