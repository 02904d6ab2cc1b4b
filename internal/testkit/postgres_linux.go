package testkit

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"thidua/internal/store"
)

const clusterPrefix = "thidua-pg-"

// cluster is one throw-away PostgreSQL for each test process, reached by a socket only; it dies with the process.
type cluster struct {
	dir   string
	admin *sql.DB
	mu    sync.Mutex
	made  int
}

var startOnce = sync.OnceValues(startCluster)

func cloneOfTemplate(t testing.TB) string {
	t.Helper()
	c, err := startOnce()
	if err != nil {
		t.Fatalf("PostgreSQL for the tests: %v", err)
	}
	name, err := c.clone()
	if err != nil {
		t.Fatalf("clone the template: %v", err)
	}
	t.Cleanup(func() {
		if _, err := c.admin.Exec(`DROP DATABASE ` + name + ` WITH (FORCE)`); err != nil {
			t.Errorf("drop %s: %v", name, err)
		}
	})
	return c.url(name)
}

func (c *cluster) url(name string) string {
	q := url.Values{"host": {c.dir}, "user": {"postgres"}, "sslmode": {"disable"}}
	return "postgres:///" + name + "?" + q.Encode()
}

func (c *cluster) clone() (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.made++
	name := "t" + strconv.Itoa(c.made)
	_, err := c.admin.Exec(`CREATE DATABASE ` + name + ` TEMPLATE migrated STRATEGY FILE_COPY`)
	return name, err
}

func startCluster() (*cluster, error) {
	bin, err := postgresBin()
	if err != nil {
		return nil, err
	}
	sweepStale()
	dir, err := os.MkdirTemp("", clusterPrefix+strconv.Itoa(os.Getpid())+"-")
	if err != nil {
		return nil, err
	}
	who, err := owner(dir)
	if err != nil {
		return nil, err
	}
	data := filepath.Join(dir, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	initdb.Dir = dir
	initdb.SysProcAttr = &syscall.SysProcAttr{Credential: who}
	if out, err := initdb.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, out)
	}
	server := exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-k", dir, "-h", "", "-c", "fsync=off", "-c", "synchronous_commit=off",
		"-c", "full_page_writes=off", "-c", "max_connections=200", "-c", "shared_buffers=32MB")
	server.Dir = dir
	server.SysProcAttr = &syscall.SysProcAttr{Credential: who, Pdeathsig: syscall.SIGQUIT}
	if err := startBound(server); err != nil {
		return nil, fmt.Errorf("postgres: %w", err)
	}
	c := &cluster{dir: dir}
	return c, c.prepare()
}

// prepare waits for the server and migrates the template once.
func (c *cluster) prepare() error {
	admin, err := sql.Open("pgx", c.url("postgres"))
	if err != nil {
		return err
	}
	c.admin = admin
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for tick := time.NewTicker(20 * time.Millisecond); admin.PingContext(ctx) != nil; {
		select {
		case <-ctx.Done():
			return errors.New("the server did not answer within 30 s")
		case <-tick.C:
		}
	}
	if _, err := admin.ExecContext(ctx, `CREATE DATABASE migrated`); err != nil {
		return err
	}
	db, err := store.Open(ctx, store.Config{URL: c.url("migrated")})
	if err != nil {
		return err
	}
	return db.Close()
}
