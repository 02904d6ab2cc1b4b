package store

import "database/sql"

// engine is what differs between the two databases beside the SQL text, which does not.
type engine struct {
	name    string // the suffix of migration files that belong to this engine alone
	write   *sql.TxOptions
	read    *sql.TxOptions
	code    func(error) fault
	settles bool // whether a writing transaction sees every earlier one committed: true with a single writer
}

// fault is what a failed statement means, told by the engine's code and never by its text.
type fault int

const (
	faultOther fault = iota
	faultTaken       // a unique value exists already
	faultTied        // a row is referred to, or refers to nothing
	faultRetry       // the transaction must run again
)
