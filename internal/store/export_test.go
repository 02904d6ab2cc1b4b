package store

import "database/sql"

// Exec runs a statement of a test inside a transaction.
func Exec(tx *Tx, query string, args ...any) error { return tx.exec(query, args...) }

// Number reads one number of a test inside a transaction.
func Number(tx *Tx, query string, args ...any) (int64, error) {
	return one(tx, value[int64], query, args...)
}

// Raw is the connection under the writes: a test uses it to do what the program never does.
func Raw(db *DB) *sql.DB { return db.writes }

// UpkeepTables lists the tables that may be written without an event.
var UpkeepTables = upkeepTables

// Pools are all connections of open data: those that read and those that write.
func Pools(db *DB) []*sql.DB { return []*sql.DB{db.writes, db.reads} }

// LogTables are the tables that only grow.

var LogTables = logTables
