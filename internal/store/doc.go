// Package store is the only room that knows SQL: one SQL text for SQLite and PostgreSQL. Every fact of an agency is written through
// DB.Write, which appends the audit event in the same transaction, so that an unaudited write cannot be expressed.
package store
