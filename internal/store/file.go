package store

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"thidua"
)

// KeptFile is what is known of the bytes of a kept file: Scan and State are words of package file and of the nightly check.
type KeptFile struct {
	Address, Title, Type  string
	Size                  int64
	Account, ByName       string
	At                    time.Time // zero for a file that came before this was noted
	Scan, State           string
	CheckedAt             time.Time // zero until the first nightly check
	Purged                time.Time // zero while it is there
	Basis, Reason, Purger string    // of its removal
	Uses                  int       // rows that named it when it was removed
}

const keptColumns = `k.id, k.title, k.kind, k.size, k.account_id, k.by_name, k.at, k.scan, k.state, k.checked_at,
	g.at, COALESCE(g.basis, ''), COALESCE(g.reason, ''), COALESCE(g.by_name, ''), COALESCE(g.uses, 0)
	FROM kept_file k LEFT JOIN file_purge g ON g.tenant_id = k.tenant_id AND g.id = k.id WHERE k.tenant_id = $1`

func keptFields(k *KeptFile) []any {
	return []any{&k.Address, &k.Title, &k.Type, &k.Size, &k.Account, &k.ByName, toInstant(&k.At), &k.Scan, &k.State, toInstant(&k.CheckedAt),
		toInstant(&k.Purged), &k.Basis, &k.Reason, &k.Purger, &k.Uses}
}

// KeptFile reads what is known of a kept file; NotFound for one that was never noted.
func (tx *Tx) KeptFile(address string) (KeptFile, error) {
	return one(tx, keptFields, `SELECT `+keptColumns+` AND k.id = $2`, tx.Tenant, address)
}

// KeptFiles lists the kept files of the agency, those in trouble first and then the latest.
func (tx *Tx) KeptFiles(p Page) ([]KeptFile, error) {
	args := []any{tx.Tenant}
	return many(tx, keptFields, `SELECT `+keptColumns+` ORDER BY CASE WHEN g.at IS NULL AND (k.state <> 'whole' OR k.scan = 'found') THEN 0 ELSE 1 END,
		COALESCE(k.at, 0) DESC, k.id`+p.limit(&args), args...)
}

// FileScans reads what is known of malware in files by their addresses: nothing of one that was removed; what was never noted is not among them.
func (tx *Tx) FileScans(addresses []string) (map[string]string, error) {
	args := []any{tx.Tenant}
	rows, err := many(tx, func(k *KeptFile) []any { return []any{&k.Address, &k.Scan} },
		`SELECT k.id, CASE WHEN EXISTS (SELECT 1 FROM file_purge g WHERE g.tenant_id = k.tenant_id AND g.id = k.id) THEN '' ELSE k.scan END
		FROM kept_file k WHERE k.tenant_id = $1 AND k.id IN `+in(&args, addresses), args...)
	out := make(map[string]string, len(rows))
	for _, k := range rows {
		out[k.Address] = k.Scan
	}
	return out, err
}

// FileCount is a number of kept files and their bytes.
type FileCount struct {
	Files int
	Bytes int64
}

// FileCounts counts the kept files of an account and of the agency.
func (tx *Tx) FileCounts(account string) (own, all FileCount, err error) {
	type row struct{ own, all FileCount }
	r, err := one(tx, func(r *row) []any { return []any{&r.own.Files, &r.own.Bytes, &r.all.Files, &r.all.Bytes} },
		`SELECT COUNT(*) FILTER (WHERE account_id = $2), COALESCE(SUM(CASE WHEN account_id = $2 THEN size END), 0), COUNT(*), COALESCE(SUM(size), 0)
		FROM kept_file WHERE tenant_id = $1`, tx.Tenant, account)
	return r.own, r.all, err
}

// NoteFile notes, in upkeep, the bytes that came in; those that are known keep who sent them first.
func (tx *Tx) NoteFile(tenant string, k KeptFile) error {
	return tx.exec(`INSERT INTO kept_file (tenant_id, id, title, kind, size, account_id, by_name, at, scan) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (tenant_id, id) DO UPDATE SET scan = excluded.scan, state = 'whole'`,
		tenant, k.Address, k.Title, k.Type, k.Size, k.Account, k.ByName, instant(k.At), k.Scan)
}

// DropFile forgets, in upkeep, bytes that nobody wrote down.
func (tx *Tx) DropFile(tenant, address string) error {
	return tx.exec(`DELETE FROM kept_file WHERE tenant_id = $1 AND id = $2`, tenant, address)
}

// CheckedFile notes, in upkeep, how the nightly check found a file.
func (tx *Tx) CheckedFile(tenant, address, state, scan string) error {
	return tx.exec(`UPDATE kept_file SET state = $3, scan = $4, checked_at = $5 WHERE tenant_id = $1 AND id = $2`,
		tenant, address, state, scan, instant(tx.Wall))
}

// useOf finds table and column in the lines of fileUses.
var useOf = regexp.MustCompile(`FROM (\w+) WHERE tenant_id = \$1 AND (\w+)_hash`)

// NamedFiles lists every file that a row of the agency names, each once, those that are removed among them; 500.000 at most.
func (tx *Tx) NamedFiles() ([]KeptFile, error) {
	var asked []string
	for _, m := range useOf.FindAllStringSubmatch(fileUses, -1) {
		of := m[2]
		asked = append(asked, `SELECT `+of+`_hash AS address, `+of+`_name AS title, `+of+`_type AS kind, `+of+`_size AS size FROM `+m[1]+
			` WHERE tenant_id = $1 AND `+of+`_hash <> ''`)
	}
	return many(tx, func(k *KeptFile) []any { return []any{&k.Address, &k.Title, &k.Type, &k.Size} },
		`SELECT address, MAX(title), MAX(kind), MAX(size) FROM (`+strings.Join(asked, ` UNION ALL `)+`) n GROUP BY address ORDER BY address LIMIT 500000`, tx.Tenant)
}

// StandingFiles lists every file that a row of the agency names and that was not removed, as NamedFiles does.
func (tx *Tx) StandingFiles() ([]KeptFile, error) {
	all, err := tx.NamedFiles()
	if err != nil {
		return nil, err
	}
	purged, err := many(tx, value[string], `SELECT id FROM file_purge WHERE tenant_id = $1 ORDER BY id LIMIT 500000`, tx.Tenant)
	gone := map[string]bool{}
	for _, address := range purged {
		gone[address] = true
	}
	return slices.DeleteFunc(all, func(k KeptFile) bool { return gone[k.Address] }), err
}

// FileNamedBy counts the rows that name a file, by table.
func (tx *Tx) FileNamedBy(address string) (map[string]int, error) {
	out := map[string]int{}
	for _, m := range useOf.FindAllStringSubmatch(fileUses, -1) {
		n, err := one(tx, value[int], `SELECT COUNT(*) FROM `+m[1]+` WHERE tenant_id = $1 AND `+m[2]+`_hash = $2`, tx.Tenant, address)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out[m[1]] += n
		}
	}
	return out, nil
}

// PurgeFile notes the removal of a file and gives every row that names it the words that stand in its place; it counts those rows.
func (tx *Tx) PurgeFile(k KeptFile, words string) (uses int, err error) {
	for _, m := range useOf.FindAllStringSubmatch(fileUses, -1) {
		n, err := tx.affect(`UPDATE `+m[1]+` SET `+m[2]+`_name = $3 WHERE tenant_id = $1 AND `+m[2]+`_hash = $2`, tx.Tenant, k.Address, words)
		if err != nil {
			return 0, err
		}
		uses += int(n)
	}
	if err := tx.exec(`UPDATE kept_file SET title = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, k.Address, words); err != nil {
		return 0, err
	}
	return uses, tx.exec(`INSERT INTO file_purge (tenant_id, id, basis, reason, uses, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		tx.Tenant, k.Address, k.Basis, k.Reason, uses, k.Purger, instant(tx.Now))
}

// FileVersion is a file of an object that another took the place of.
type FileVersion struct {
	ID, Object string
	File       thidua.FileRef
	ReplacedBy string
	ReplacedAt time.Time
	SentBy     string    // empty for a file that came before that was noted
	SentAt     time.Time // zero for such a file
}

// InsertFileVersion keeps a file that is being replaced.
func (tx *Tx) InsertFileVersion(v FileVersion) error {
	return tx.exec(`INSERT INTO file_version (tenant_id, id, object, file_hash, file_name, file_type, file_size, replaced_by, replaced_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, tx.Tenant, cmp.Or(v.ID, NewID()), v.Object, v.File.Hash, v.File.Name, v.File.Type, v.File.Size,
		v.ReplacedBy, instant(tx.Now))
}

// FileVersions lists the earlier files of an object, the latest first; 100 at most.
func (tx *Tx) FileVersions(object string) ([]FileVersion, error) {
	return many(tx, func(v *FileVersion) []any {
		return []any{&v.ID, &v.Object, &v.File.Hash, &v.File.Name, &v.File.Type, &v.File.Size, &v.ReplacedBy, toInstant(&v.ReplacedAt),
			&v.SentBy, toInstant(&v.SentAt)}
	}, `SELECT v.id, v.object, v.file_hash, v.file_name, v.file_type, v.file_size, v.replaced_by, v.replaced_at, COALESCE(k.by_name, ''), k.at
		FROM file_version v LEFT JOIN kept_file k ON k.tenant_id = v.tenant_id AND k.id = v.file_hash WHERE v.tenant_id = $1 AND v.object = $2
		ORDER BY v.replaced_at DESC, v.id DESC LIMIT 100`, tx.Tenant, object)
}

// Holder is an object that may hold several files, by the rows in which they stand.
type Holder string

// The holders, each with the ids by which HeldFiles finds its rows.
const (
	// HeldByTarget asks for the target.
	HeldByTarget Holder = `evidence WHERE tenant_id = $1 AND target_id = $2 AND file_hash <> ''`
	// HeldByCriterion asks for round, unit, person and criterion.
	HeldByCriterion Holder = `evidence WHERE tenant_id = $1 AND round_id = $2 AND unit_id = $3 AND person_id = $4 AND criterion_id = $5 AND target_id = ''
		AND file_hash <> ''`
	// HeldByMovement asks for the movement, HeldByPlan for the plan under review.
	HeldByMovement Holder = `movement_document WHERE tenant_id = $1 AND movement_id = $2 AND file_hash <> ''`
	HeldByPlan     Holder = `movement_document WHERE tenant_id = $1 AND plan_id = $2 AND file_hash <> ''`
	// HeldByPaper asks for the paper.
	HeldByPaper Holder = `paper_file WHERE tenant_id = $1 AND paper_id = $2`
	// HeldByUnitYear asks for round and unit.
	HeldByUnitYear Holder = `unit_plan WHERE tenant_id = $1 AND round_id = $2 AND unit_id = $3 AND file_hash <> ''`
	// HeldAsVersions asks for the object (kind:id).
	HeldAsVersions Holder = `file_version WHERE tenant_id = $1 AND object = $2`
)

// HeldFiles counts the files that an object holds.
func (tx *Tx) HeldFiles(of Holder, ids ...string) (int, error) {
	args := []any{tx.Tenant}
	for _, id := range ids {
		args = append(args, id)
	}
	return one(tx, value[int], `SELECT COUNT(*) FROM `+string(of), args...)
}
