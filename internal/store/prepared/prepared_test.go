package prepared

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"modernc.org/sqlite"
)

var ctx = context.Background()

// one opens a single connection to a database with a table of numbers.
func one(t *testing.T) *sql.Conn {
	t.Helper()
	base, err := sqlite.NewConnector("file:" + filepath.Join(t.TempDir(), "thu.db"))
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(Connector(base))
	c, err := db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	exec(t, c, `CREATE TABLE so (n BIGINT PRIMARY KEY)`)
	return c
}

func exec(t *testing.T, c *sql.Conn, query string, args ...any) {
	t.Helper()
	if _, err := c.ExecContext(ctx, query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// kept gives the statements that the connection holds.
func kept(t *testing.T, c *sql.Conn) (out map[string]*statement) {
	t.Helper()
	if err := c.Raw(func(inner any) error { out = inner.(*conn).kept; return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestATextThatComesAgainIsNotReadAgain(t *testing.T) {
	c := one(t)
	const insert, ask = `INSERT INTO so (n) VALUES ($1)`, `SELECT n FROM so WHERE n >= $1 ORDER BY n`
	var first *statement
	for i := range 3 {
		exec(t, c, insert, i)
		var least int
		if err := c.QueryRowContext(ctx, ask, i).Scan(&least); err != nil || least != i {
			t.Fatalf("%d, %v; want %d", least, err, i)
		}
		held := kept(t, c)
		if len(held) != 2 || held[insert] == nil || held[ask] == nil || held[ask].used {
			t.Fatalf("after round %d: %v", i, held)
		}
		if first == nil {
			first = held[ask]
		}
		if held[ask] != first {
			t.Error("the query was read again")
		}
	}
}

func TestTheSameQueryInsideItself(t *testing.T) {
	c := one(t)
	exec(t, c, `INSERT INTO so (n) VALUES (1), (2), (3)`)
	const ask = `SELECT n FROM so ORDER BY n`
	outer, err := c.QueryContext(ctx, ask)
	if err != nil {
		t.Fatal(err)
	}
	defer outer.Close()
	pairs := ""
	for outer.Next() && len(pairs) < 100 {
		var a, b int
		if err := outer.Scan(&a); err != nil {
			t.Fatal(err)
		}
		if err := c.QueryRowContext(ctx, ask).Scan(&b); err != nil {
			t.Fatal(err)
		}
		pairs += fmt.Sprint(a, b, " ")
	}
	if err := outer.Err(); err != nil || pairs != "1 1 2 1 3 1 " {
		t.Errorf("%q, %v", pairs, err)
	}
}

func TestAFailureAndAChangedSchemaLeaveNothingBehind(t *testing.T) {
	c := one(t)
	const insert = `INSERT INTO so (n) VALUES ($1)`
	exec(t, c, insert, 1)
	if _, err := c.ExecContext(ctx, insert, 1); err == nil {
		t.Fatal("a number stands twice")
	}
	if held := kept(t, c); held[insert] != nil {
		t.Error("a statement that failed is kept")
	}
	exec(t, c, insert, 2)
	const whole = `SELECT * FROM so ORDER BY n`
	var n int
	if err := c.QueryRowContext(ctx, whole).Scan(&n); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	exec(t, c, `ALTER TABLE so ADD COLUMN ten TEXT NOT NULL DEFAULT 'một'`)
	var name string
	if err := c.QueryRowContext(ctx, whole).Scan(&n, &name); err != nil || name != "một" {
		t.Errorf("after the table got a column: %d %q %v", n, name, err)
	}
}

func TestAQueryThatIsGivenUpCanBeAskedAgain(t *testing.T) {
	c := one(t)
	const ask = `SELECT COUNT(*) FROM so`
	ended, cancel := context.WithCancel(ctx)
	cancel()
	var n int
	for _, asking := range []context.Context{ctx, ended, ctx} {
		err := c.QueryRowContext(asking, ask).Scan(&n)
		if (err == nil) != (asking == ctx) {
			t.Errorf("%v", err)
		}
	}
}

func TestAConnectionKeepsNoMoreThanItsBound(t *testing.T) {
	c := one(t)
	for i := range most + 10 {
		var got int
		if err := c.QueryRowContext(ctx, fmt.Sprintf(`SELECT %d`, i)).Scan(&got); err != nil || got != i {
			t.Fatalf("%d, %v; want %d", got, err, i)
		}
	}
	if n := len(kept(t, c)); n == 0 || n > most {
		t.Errorf("%d statements are kept", n)
	}
}
