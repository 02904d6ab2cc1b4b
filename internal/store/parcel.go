package store

import (
	"time"

	"thidua"
)

const parcelShared = `kind, from_name, to_name, seal_key, of_parcel, movement, year, closing, number, dated, sealed_at,
	file_hash, file_name, file_type, file_size`

func parcelFields(p *thidua.Parcel) []any {
	return []any{&p.ID, &p.From, &p.To, &p.Kind, &p.FromName, &p.ToName, &p.Key, &p.Of, &p.Movement, &p.Year, &p.Closing, &p.Number, &p.Dated,
		toInstant(&p.SealedAt), &p.File.Hash, &p.File.Name, &p.File.Type, &p.File.Size}
}

func parcelValues(p thidua.Parcel) []any {
	return []any{p.Kind, p.FromName, p.ToName, p.Key, p.Of, p.Movement, p.Year, p.Closing, p.Number, p.Dated, instant(p.SealedAt),
		p.File.Hash, p.File.Name, p.File.Type, p.File.Size}
}

// InsertParcelOut adds a package that the transaction's agency sealed; object is what it was made of, such as "submission:ID".
func (tx *Tx) InsertParcelOut(p thidua.Parcel, object string) error {
	return tx.exec(`INSERT INTO parcel_out (tenant_id, id, to_agency, object, `+parcelShared+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
		append([]any{tx.Tenant, p.ID, p.To, object}, parcelValues(p)...)...)
}

// ParcelOut is a package that was sealed, with what it was made of.
type ParcelOut struct {
	thidua.Parcel
	Object string
}

func parcelOutFields(p *ParcelOut) []any { return append(parcelFields(&p.Parcel), &p.Object) }

const parcelOutSelect = `SELECT id, tenant_id, to_agency, ` + parcelShared + `, object FROM parcel_out WHERE tenant_id = $1`

// ParcelOut reads a package that the agency sealed.
func (tx *Tx) ParcelOut(id string) (ParcelOut, error) {
	return one(tx, parcelOutFields, parcelOutSelect+` AND id = $2`, tx.Tenant, id)
}

// ParcelsOutOf lists the packages that were sealed of an object, the oldest first.
func (tx *Tx) ParcelsOutOf(object string) ([]ParcelOut, error) {
	return many(tx, parcelOutFields, parcelOutSelect+` AND object = $2 ORDER BY sealed_at, id LIMIT 100`, tx.Tenant, object)
}

// ParcelsOut lists the packages that the agency sealed, the latest first.
func (tx *Tx) ParcelsOut(page Page) ([]ParcelOut, error) {
	args := []any{tx.Tenant}
	return many(tx, parcelOutFields, parcelOutSelect+` ORDER BY sealed_at DESC, id DESC`+page.limit(&args), args...)
}

// InsertParcelIn adds a package that was taken in, with its data as they stand in it; Conflict when it was taken in before.
func (tx *Tx) InsertParcelIn(p thidua.Parcel, data string, receivedAt time.Time, byName string) error {
	return tx.exec(`INSERT INTO parcel_in (tenant_id, id, from_agency, data, received_at, by_name, `+parcelShared+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
		append([]any{tx.Tenant, p.ID, p.From, data, instant(receivedAt), byName}, parcelValues(p)...)...)
}

// ParcelIn is a package that was taken in.
type ParcelIn struct {
	thidua.Parcel
	ReceivedAt time.Time
	ByName     string
	Data       string // JSON, of one package alone; lists leave it out
}

func parcelInFields(p *ParcelIn) []any {
	return append(parcelFields(&p.Parcel), toInstant(&p.ReceivedAt), &p.ByName, &p.Data)
}

// ParcelIn reads a package that was taken in, with its data.
func (tx *Tx) ParcelIn(id string) (ParcelIn, error) {
	return one(tx, parcelInFields, `SELECT id, from_agency, tenant_id, `+parcelShared+`, received_at, by_name, data FROM parcel_in
		WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// ParcelFilter chooses packages that were taken in; the zero value is all.
type ParcelFilter struct {
	Kind thidua.ParcelKind
	Year int
	From string // agency
	Of   string // package that they answer or replace
}

// ParcelsIn lists packages that were taken in without their data, the latest first.
func (tx *Tx) ParcelsIn(f ParcelFilter, page Page) ([]ParcelIn, error) {
	args := []any{tx.Tenant, f.Kind, f.Year, f.From, f.Of}
	return many(tx, parcelInFields, `SELECT id, from_agency, tenant_id, `+parcelShared+`, received_at, by_name, '' FROM parcel_in
		WHERE tenant_id = $1 AND ($2 = '' OR kind = $2) AND ($3 = 0 OR year = $3) AND ($4 = '' OR from_agency = $4) AND ($5 = '' OR of_parcel = $5)
		ORDER BY received_at DESC, id DESC`+page.limit(&args), args...)
}

const parcelFor = ` FROM parcel_out o WHERE o.to_agency = $1 AND o.tenant_id <> $1`

const parcelForColumns = `SELECT o.id, o.tenant_id, o.to_agency, o.kind, o.from_name, o.to_name, o.seal_key, o.of_parcel, o.movement, o.year, o.closing,
	o.number, o.dated, o.sealed_at, o.file_hash, o.file_name, o.file_type, o.file_size`

// ParcelsFor lists what other agencies of the installation sealed for this one and what it has not taken in, the oldest first. With ParcelFor it is
// the only read across agencies: a sealed package that is addressed to the reader, and nothing else of its sender.
func (tx *Tx) ParcelsFor() ([]thidua.Parcel, error) {
	return many(tx, parcelFields, parcelForColumns+parcelFor+` AND NOT EXISTS (SELECT 1 FROM parcel_in i WHERE i.tenant_id = $1 AND i.id = o.id)
		ORDER BY o.sealed_at, o.id LIMIT 500`, tx.Tenant)
}

// ParcelFor reads one package that another agency of the installation sealed for this one, taken in or not.
func (tx *Tx) ParcelFor(id string) (thidua.Parcel, error) {
	return one(tx, parcelFields, parcelForColumns+parcelFor+` AND o.id = $2`, tx.Tenant, id)
}

// Sending is a recorded sending with the year of its round, as the register of packages lists it.
type Sending struct {
	thidua.Submission
	Year int
}

// Sendings lists what the agency recorded as sent up, of all rounds, without the answers, the latest first; 500 at most.
func (tx *Tx) Sendings() ([]Sending, error) {
	return many(tx, func(s *Sending) []any {
		return []any{&s.ID, &s.Round, &s.What, &s.State, &s.Number, &s.Dated, &s.SentOn, &s.Year}
	},
		`SELECT s.id, s.round_id, s.what, s.state, s.number, s.dated, s.sent_on, r.year FROM submission s
		JOIN round r ON r.tenant_id = s.tenant_id AND r.id = s.round_id WHERE s.tenant_id = $1 ORDER BY s.sent_on DESC, s.id DESC LIMIT 500`, tx.Tenant)
}

func partnerFields(p *thidua.Partner) []any {
	return []any{&p.ID, &p.Name, &p.Kind, &p.Block, &p.Key, &p.Inside, &p.Ended, &p.Version}
}

const partnerSelect = `SELECT id, name, kind, block, public_key, inside, ended, version FROM partner WHERE tenant_id = $1`

// Partners lists the partners that were entered, in the order of Vietnamese names.
func (tx *Tx) Partners() ([]thidua.Partner, error) {
	return many(tx, partnerFields, partnerSelect+` ORDER BY name_key, id LIMIT 2000`, tx.Tenant)
}

// Partner reads one partner.
func (tx *Tx) Partner(id string) (thidua.Partner, error) {
	return one(tx, partnerFields, partnerSelect+` AND id = $2`, tx.Tenant, id)
}

// InsertPartner adds a partner; fold and key are the search key and the sort key of its name. Conflict when the agency is one already.
func (tx *Tx) InsertPartner(p thidua.Partner, fold, key string) error {
	return tx.exec(`INSERT INTO partner (tenant_id, id, name, kind, block, public_key, inside, ended, name_fold, name_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, tx.Tenant, p.ID, p.Name, p.Kind, p.Block, p.Key, p.Inside, p.Ended, fold, key)
}

// UpdatePartner saves a partner; Conflict when somebody else saved first.
func (tx *Tx) UpdatePartner(p thidua.Partner, fold, key string) error {
	return tx.versioned(`UPDATE partner SET name = $3, kind = $4, block = $5, public_key = $6, ended = $7, name_fold = $8, name_key = $9,
		version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $10`,
		tx.Tenant, p.ID, p.Name, p.Kind, p.Block, p.Key, p.Ended, fold, key, p.Version)
}
