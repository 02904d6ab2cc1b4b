package store

import (
	"strings"

	"thidua"
)

// unitsFirst orders registrations by kind. It is an expression, because the embedded database otherwise goes through the registrations of all years to find
// those of one in this order.
const unitsFirst = `CASE r.subject_kind WHEN 'collective' THEN 0 ELSE 1 END`

const registrationSelect = `SELECT r.id, r.round_id, r.subject_kind, r.unit_id, r.person_id, COALESCE(p.name, u.name), COALESCE(p.sex, ''), u.name,
	COALESCE((SELECT o.title FROM post o WHERE o.tenant_id = r.tenant_id AND o.person_id = r.person_id AND o.from_date <= $2
		AND (o.to_date = '' OR o.to_date >= $2) ORDER BY o.from_date DESC, o.id DESC LIMIT 1), ''),
	r.state, r.award_id, r.annual_title, r.follow_unit, r.entered_for, r.entered_by, r.sheet_hash, r.sheet_name, r.sheet_type, r.sheet_size, r.late,
	r.sent_at, r.saved_at, r.version
	FROM registration r JOIN unit_in_round u ON u.tenant_id = r.tenant_id AND u.round_id = r.round_id AND u.id = r.unit_id
	LEFT JOIN person p ON p.tenant_id = r.tenant_id AND p.id = r.person_id
	WHERE r.tenant_id = $1`

func registrationFields(r *thidua.Registration) []any {
	s := &r.Subject
	return []any{&r.ID, &r.Round, &s.Kind, &s.Unit, &s.Person, &s.Name, &s.Sex, &s.Home, &s.Title, &r.State, &r.Award, &r.Annual, &r.FollowUnit,
		&r.EnteredFor, &r.EnteredBy, &r.Sheet.Hash, &r.Sheet.Name, &r.Sheet.Type, &r.Sheet.Size, &r.Late, toInstant(&r.SentAt), toInstant(&r.SavedAt), &r.Version}
}

// RegistrationFilter narrows a list of registrations; empty fields do not.
type RegistrationFilter struct {
	Round, Unit, Person string
	Kind                thidua.SubjectKind
	States              []thidua.State
}

// Registrations lists registrations without their targets: units in the order of the agency, then people by given name. Positions are
// those of the day.
func (tx *Tx) Registrations(f RegistrationFilter, on thidua.Date, page Page) ([]thidua.Registration, error) {
	args := []any{tx.Tenant, on}
	var where strings.Builder
	for _, c := range []struct{ column, value string }{
		{"r.round_id", f.Round}, {"r.unit_id", f.Unit}, {"r.person_id", f.Person}, {"r.subject_kind", string(f.Kind)},
	} {
		if c.value != "" {
			where.WriteString(" AND " + c.column + " = " + arg(&args, c.value))
		}
	}
	if len(f.States) > 0 {
		where.WriteString(" AND r.state IN " + in(&args, f.States))
	}
	return many(tx, registrationFields, registrationSelect+where.String()+` ORDER BY `+unitsFirst+`, u.ord, p.name_key, r.id`+page.limit(&args), args...)
}

// Registration reads one registration with its targets; the position is that of the day.
func (tx *Tx) Registration(id string, on thidua.Date) (thidua.Registration, error) {
	r, err := one(tx, registrationFields, registrationSelect+` AND r.id = $3`, tx.Tenant, on, id)
	if err != nil {
		return r, err
	}
	r.Targets, err = many(tx, targetFields, targetSelect+` AND t.registration_id = $2 ORDER BY t.ord LIMIT 500`, tx.Tenant, id)
	return r, err
}

// RegistrationOf reads the registration of a subject in a round with its targets; NotFound while there is none.
func (tx *Tx) RegistrationOf(round string, s thidua.Subject, on thidua.Date) (thidua.Registration, error) {
	id, err := one(tx, value[string], `SELECT id FROM registration WHERE tenant_id = $1 AND round_id = $2 AND subject_kind = $3
		AND (($3 = 'collective' AND unit_id = $4) OR ($3 = 'individual' AND person_id = $5))`, tx.Tenant, round, s.Kind, s.Unit, s.Person)
	if err != nil {
		return thidua.Registration{}, err
	}
	return tx.Registration(id, on)
}

// InsertRegistration adds a registration; SetTargets gives it its targets.
func (tx *Tx) InsertRegistration(r thidua.Registration) error {
	return tx.exec(`INSERT INTO registration (tenant_id, id, round_id, subject_kind, unit_id, person_id, state, award_id, follow_unit, entered_for,
		entered_by, saved_at, annual_title, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		tx.Tenant, r.ID, r.Round, r.Subject.Kind, r.Subject.Unit, r.Subject.Person, r.State, r.Award, r.FollowUnit, r.EnteredFor, r.EnteredBy,
		instant(r.SavedAt), r.Annual, instant(r.SentAt))
}

// UpdateRegistration saves a registration without its targets; Conflict when somebody else saved first.
func (tx *Tx) UpdateRegistration(r thidua.Registration) error {
	return tx.versioned(`UPDATE registration SET state = $3, award_id = $4, follow_unit = $5, sheet_hash = $6, sheet_name = $7, sheet_type = $8,
		sheet_size = $9, late = $10, sent_at = $11, saved_at = $12, entered_by = $13, annual_title = $15, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $14`,
		tx.Tenant, r.ID, r.State, r.Award, r.FollowUnit, r.Sheet.Hash, r.Sheet.Name, r.Sheet.Type, r.Sheet.Size, r.Late, instant(r.SentAt),
		instant(r.SavedAt), r.EnteredBy, r.Version, r.Annual)
}

// MoveRegistrations moves every registration of a round from one state to another, and counts them.
func (tx *Tx) MoveRegistrations(round string, from, to thidua.State) (int64, error) {
	return tx.affect(`UPDATE registration SET state = $4, version = version + 1 WHERE tenant_id = $1 AND round_id = $2 AND state = $3`,
		tx.Tenant, round, from, to)
}

// InsertRegistrationStep notes one step on the way of a registration: what, by whom, for whom, why. A step without id and time is taken now.
func (tx *Tx) InsertRegistrationStep(registration string, e thidua.Event) error {
	if e.At.IsZero() {
		e.ID, e.At = NewID(), tx.Now
	}
	return tx.exec(`INSERT INTO registration_step (tenant_id, id, registration_id, action, reason, by_name, for_name, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, tx.Tenant, e.ID, registration, e.Verb, e.Reason, e.ActorName, e.ActingFor, instant(e.At))
}

// RegistrationSteps lists the way of a registration, oldest first.
func (tx *Tx) RegistrationSteps(registration string) ([]thidua.Event, error) {
	return many(tx, func(e *thidua.Event) []any {
		return []any{&e.ID, &e.Verb, &e.Reason, &e.ActorName, &e.ActingFor, toInstant(&e.At)}
	}, `SELECT id, action, reason, by_name, for_name, at FROM registration_step WHERE tenant_id = $1 AND registration_id = $2
		ORDER BY at, id LIMIT 500`, tx.Tenant, registration)
}

// InsertNote adds a remark to the exchange beside an object.
func (tx *Tx) InsertNote(n thidua.Note) error {
	return tx.exec(`INSERT INTO note (tenant_id, id, object, criterion_id, body, by_person, by_name, from_office, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.Tenant, n.ID, n.Object, n.Criterion, n.Text, n.By, n.ByName, n.FromOffice, instant(n.At))
}

// Notes lists the exchange beside an object, oldest first.
func (tx *Tx) Notes(object string) ([]thidua.Note, error) {
	return many(tx, func(n *thidua.Note) []any {
		return []any{&n.ID, &n.Object, &n.Criterion, &n.Text, &n.By, &n.ByName, &n.FromOffice, toInstant(&n.At)}
	}, `SELECT id, object, criterion_id, body, by_person, by_name, from_office, at FROM note WHERE tenant_id = $1 AND object = $2
		ORDER BY at, id LIMIT 500`, tx.Tenant, object)
}
