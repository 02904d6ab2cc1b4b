// Package prepared keeps the statements of each connection to the embedded database: a text that comes again is neither read nor planned
// again, which is half of what a small query costs there. The driver of PostgreSQL does the same by itself.
package prepared

import (
	"context"
	"database/sql/driver"
	"errors"
	"strings"
)

// most is how many statements a connection keeps; the program has fewer, unless a text is put together of parts.
const most = 512

// Connector gives a connector whose connections keep their statements; the driver must be able to do what database/sql asks with a context.
func Connector(c driver.Connector) driver.Connector { return connector{c} }

type connector struct{ driver.Connector }

// Connect opens a connection that keeps its statements.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	opened, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	able, ok := opened.(engine)
	if !ok {
		return nil, errors.Join(errors.New("this driver cannot keep statements"), opened.Close())
	}
	return &conn{engine: able, kept: map[string]*statement{}}, nil
}

// engine is a connection with everything that database/sql would ask of it; what is not named here would be lost behind conn.
type engine interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// conn is used by one goroutine at a time, as every connection of database/sql.
type conn struct {
	engine
	kept map[string]*statement
}

// statement is in use until its rows are closed.
type statement struct {
	driver.Stmt
	used bool
}

// ExecContext runs a statement, kept from the last time or from now on.
func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	s, err := c.take(ctx, query)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return c.engine.ExecContext(ctx, query, args)
	}
	if brief(query) && ctx.Err() == nil {
		ctx = context.WithoutCancel(ctx)
	}
	result, err := s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
	s.used = false
	if err != nil {
		_ = c.forget(query) // the failure itself is the news
		return nil, err
	}
	return result, nil
}

// QueryContext asks a query, kept from the last time or from now on.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s, err := c.take(ctx, query)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return c.engine.QueryContext(ctx, query, args)
	}
	found, err := s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
	if err != nil {
		s.used = false
		_ = c.forget(query)
		return nil, err
	}
	return &rows{found, s}, nil
}

// Close ends the statements, then the connection.
func (c *conn) Close() error { return errors.Join(c.forgetAll(), c.engine.Close()) }

// take gives the statement of a text; nil for a text that is not worth keeping and for one whose rows are still being read.
func (c *conn) take(ctx context.Context, query string) (*statement, error) {
	s := c.kept[query]
	if s == nil && lasting(query) {
		made, err := c.PrepareContext(ctx, query)
		if err != nil {
			return nil, err
		}
		if len(c.kept) >= most {
			if err := c.forgetAll(); err != nil {
				return nil, errors.Join(err, made.Close())
			}
		}
		s = &statement{Stmt: made}
		c.kept[query] = s
	}
	if s == nil || s.used {
		return nil, nil
	}
	s.used = true
	return s, nil
}

// lasting tells whether a text is one of the program's own, which come again and again; the schema is changed once.
func lasting(query string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(query), " ")
	switch strings.ToUpper(strings.TrimSpace(word)) {
	case "SELECT", "WITH", "INSERT", "UPDATE", "DELETE":
		return true
	}
	return false
}

// brief tells an insertion of given values, which is over before anybody could call it off: the driver would set a watcher beside it, which takes
// as long as the row.
func brief(query string) bool {
	return strings.HasPrefix(query, "INSERT INTO ") && !strings.Contains(query, "SELECT")
}

// forget ends a statement that failed, so that the next time begins anew.
func (c *conn) forget(query string) error {
	s := c.kept[query]
	delete(c.kept, query)
	return s.Close()
}

func (c *conn) forgetAll() error {
	var all error
	for query, s := range c.kept {
		if !s.used {
			all = errors.Join(all, c.forget(query))
		}
	}
	return all
}

// rows give their statement free when they are closed.
type rows struct {
	driver.Rows
	of *statement
}

// Close ends the reading.
func (r *rows) Close() error {
	r.of.used = false
	return r.Rows.Close()
}
