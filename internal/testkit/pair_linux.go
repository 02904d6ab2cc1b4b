package testkit

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"thidua/internal/store"
)

// Pair is two throw-away PostgreSQL servers, of which the second copies the first as it writes and answers once it has taken over.
type Pair struct {
	URL   string // reaches whichever of the two may be written to
	bin   string
	dir   string
	first *exec.Cmd
	who   *syscall.Credential
}

// OpenPair starts both with an empty migrated database; a commit is answered when both have it. They die with the test.
func OpenPair(t testing.TB) *Pair {
	t.Helper()
	bin, err := postgresBin()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", clusterPrefix+strconv.Itoa(os.Getpid())+"-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	p := &Pair{bin: bin, dir: dir}
	if p.who, err = owner(dir); err != nil {
		t.Fatal(err)
	}
	p.run(t, "initdb", "-D", p.data("1"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
	p.first = p.start(t, "1")
	p.ask(t, "1", `CREATE DATABASE thidua`)
	db, err := store.Open(context.Background(), store.Config{Dir: t.TempDir(), URL: p.one("1", "thidua")})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	p.run(t, "pg_basebackup", "-D", p.data("2"), "-h", p.socket("1"), "-U", "postgres", "-R", "-X", "stream", "-c", "fast")
	p.start(t, "2")
	p.ask(t, "1", `ALTER SYSTEM SET synchronous_standby_names = '*'`)
	p.ask(t, "1", `SELECT pg_reload_conf()`)
	q := url.Values{"host": {p.socket("1") + "," + p.socket("2")}, "port": {"5432,5432"}, "user": {"postgres"}, "sslmode": {"disable"}, "target_session_attrs": {"read-write"}}
	p.URL = "postgres:///thidua?" + q.Encode()
	return p
}

// FailOver kills the first server as if its machine had lost power, and lets the second one take over.
func (p *Pair) FailOver(t testing.TB) {
	t.Helper()
	if err := p.first.Process.Signal(syscall.SIGQUIT); err != nil {
		t.Fatal(err)
	}
	p.ask(t, "2", `SELECT pg_promote(true, 60)`)
}

func (p *Pair) socket(n string) string { return filepath.Join(p.dir, "s"+n) }
func (p *Pair) data(n string) string   { return filepath.Join(p.dir, "d"+n) }

func (p *Pair) one(n, database string) string {
	q := url.Values{"host": {p.socket(n)}, "user": {"postgres"}, "sslmode": {"disable"}}
	return "postgres:///" + database + "?" + q.Encode()
}

func (p *Pair) run(t testing.TB, program string, args ...string) {
	t.Helper()
	c := exec.Command(filepath.Join(p.bin, program), args...)
	c.Dir, c.SysProcAttr = p.dir, &syscall.SysProcAttr{Credential: p.who}
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", program, err, out)
	}
}

func (p *Pair) start(t testing.TB, n string) *exec.Cmd {
	t.Helper()
	if err := os.Mkdir(p.socket(n), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(p.socket(n), 0o777); err != nil { //nolint:gosec // a socket that the server's own user makes, in a folder of the test
		t.Fatal(err)
	}
	c := exec.Command(filepath.Join(p.bin, "postgres"), "-D", p.data(n), "-k", p.socket(n), "-h", "", "-c", "max_connections=60", "-c", "shared_buffers=32MB")
	c.Dir, c.SysProcAttr = p.dir, &syscall.SysProcAttr{Credential: p.who, Pdeathsig: syscall.SIGQUIT}
	if err := startBound(c); err != nil {
		t.Fatalf("postgres: %v", err)
	}
	t.Cleanup(func() { _ = c.Process.Signal(syscall.SIGQUIT) })
	p.ask(t, n, `SELECT 1`)
	return c
}

// ask waits until a server answers, for half a minute.
func (p *Pair) ask(t testing.TB, n, query string) {
	t.Helper()
	db, err := sql.Open("pgx", p.one(n, "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for tick := time.NewTicker(50 * time.Millisecond); ; {
		_, err := db.ExecContext(ctx, query)
		if err == nil {
			return
		}
		select {
		case <-ctx.Done():
			t.Fatal(fmt.Errorf("server %s: %s: %w", n, query, err))
		case <-tick.C:
		}
	}
}
