package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"modernc.org/sqlite"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/store/prepared"
)

// TestWhatTheLogCosts prints the figures of docs/bench.md: THIDUA_BENCH_LOG is the number of events of the long log, THIDUA_BENCH_URL an empty
// PostgreSQL database in place of the embedded one. By default the log is short, and what is asked is that it is proved.
func TestWhatTheLogCosts(t *testing.T) {
	events, rounds := 1000, 5
	if n, err := strconv.Atoi(os.Getenv("THIDUA_BENCH_LOG")); err == nil {
		events, rounds = n, 100
	}
	if err := measureLog(context.Background(), t, os.Stdout, os.Getenv("THIDUA_BENCH_URL"), events, rounds); err != nil {
		t.Fatal(err)
	}
}

// measureLog measures the log alone: what an event costs a write, what fifty writers keep of their throughput, and how long a long log takes
// to be proved.
func measureLog(ctx context.Context, t testing.TB, out io.Writer, url string, events, rounds int) error {
	dir, err := os.MkdirTemp("", "thidua-bench-log-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	l, err := openLog(ctx, t, dir, url)
	if err != nil {
		return err
	}
	defer l.close()
	fmt.Fprintf(out, "%s, %d cores, %s\n", l.engine, runtime.NumCPU(), runtime.Version())
	parts := []func(context.Context) (table, error){
		func(ctx context.Context) (table, error) { return l.measureWrites(ctx, rounds) },
		func(ctx context.Context) (table, error) { return l.measureWriters(ctx, rounds) },
		func(ctx context.Context) (table, error) { return l.measureEntries(ctx, rounds) },
		func(ctx context.Context) (table, error) { return l.measureProof(ctx, events) },
	}
	for _, part := range parts {
		measured, err := part(ctx)
		if err != nil {
			return err
		}
		if err := measured.print(out); err != nil {
			return err
		}
	}
	return nil
}

// measuredLog is an empty agency with its log, and the same database behind a bare program.
type measuredLog struct {
	db     *store.DB
	bare   *sql.DB
	key    *audit.Key
	tenant string
	engine string
	by     entrant
}

func openLog(ctx context.Context, t testing.TB, dir, url string) (l *measuredLog, err error) {
	l = &measuredLog{engine: "SQLite", tenant: store.NewID()}
	if url != "" {
		l.engine = "PostgreSQL"
	}
	if l.db, err = store.Open(ctx, store.Config{Dir: dir, URL: url}); err != nil {
		return nil, err
	}
	if l.key, err = audit.LoadKey(dir); err != nil {
		return nil, err
	}
	if l.bare, err = openBareWriter(dir, url); err != nil {
		return nil, err
	}
	l.by, err = l.enrol(ctx, t)
	return l, err
}

func (l *measuredLog) close() {
	_ = l.bare.Close()
	_ = l.db.Close()
}

// openBareWriter opens the data for writing as the store does, with nothing of ours around it: one connection of the embedded database.
func openBareWriter(dir, url string) (*sql.DB, error) {
	if url != "" {
		db, err := sql.Open("pgx", url)
		if err == nil {
			db.SetMaxOpenConns(16)
			db.SetMaxIdleConns(16)
		}
		return db, err
	}
	c, err := sqlite.NewConnector("file:" + filepath.ToSlash(filepath.Join(dir, store.FileName)) +
		"?_txlock=immediate&_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)")
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(prepared.Connector(c))
	db.SetMaxOpenConns(1)
	return db, nil
}

// measureProof fills the log, places and signs it, and proves it from its first event to its last.
func (l *measuredLog) measureProof(ctx context.Context, events int) (t table, err error) {
	t.head = []string{"Log of " + strconv.Itoa(events) + " events", "s", "CPU s", "events a s", "heap MB"}
	row := func(name string, begin time.Time, used float64, heap uint64) {
		s := time.Since(begin).Seconds()
		t.add(name, strconv.FormatFloat(s, 'f', 1, 64), strconv.FormatFloat(cpu()-used, 'f', 1, 64), strconv.FormatFloat(float64(events)/s, 'f', 0, 64), strconv.FormatUint(heap>>20, 10))
	}
	if err := l.fill(ctx, events); err != nil {
		return t, err
	}
	begin, used := time.Now(), cpu()
	if _, err := audit.Sequence(ctx, l.db); err != nil {
		return t, err
	}
	row("placed in the tree", begin, used, 0)
	if _, err := l.db.Seal(ctx, l.key); err != nil {
		return t, err
	}
	begin, used = time.Now(), cpu()
	peak := watchHeap()
	var reports []audit.Report
	err = l.db.Book(ctx, func(b audit.Book) (err error) {
		reports, err = audit.Verify(b, l.key)
		return err
	})
	if err != nil {
		return t, err
	}
	if len(reports) != 1 || reports[0].Flaw != audit.FlawNone || reports[0].Size < int64(events) {
		return t, fmt.Errorf("the log does not verify: %+v", reports)
	}
	row("proved", begin, used, peak())
	return t, nil
}

// cpu gives the seconds of processor that this program has used, which a busy machine stretches less than the clock; 0 where Linux does not tell.
func cpu() float64 {
	text, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), ") ")
	total := 0.0
	for i, field := range strings.Fields(rest) {
		if ticks, err := strconv.ParseFloat(field, 64); err == nil && (i == 11 || i == 12) { // utime, stime, in hundredths
			total += ticks / 100
		}
	}
	return total
}

// watchHeap looks at the heap twice a second; what it gives back ends it and tells the most that was in use.
func watchHeap() func() uint64 {
	end, most := make(chan struct{}), make(chan uint64)
	go func() {
		tick := time.NewTicker(500 * time.Millisecond)
		defer tick.Stop()
		var peak uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
			select {
			case <-tick.C:
			case <-end:
				most <- peak
				return
			}
		}
	}()
	return func() uint64 { close(end); return <-most }
}

// fill writes events with their details as the program does, many in one transaction.
func (l *measuredLog) fill(ctx context.Context, n int) error {
	const chunk = 5000
	at := time.Now().Add(-time.Duration(n) * time.Millisecond)
	for done := 0; done < n; done += chunk {
		tx, err := l.bare.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		for i := done; i < min(n, done+chunk); i++ {
			if err := l.insert(ctx, tx, l.event(i, at.Add(time.Duration(i)*time.Millisecond))); err != nil {
				_ = tx.Rollback()
				return err
			}
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func (l *measuredLog) event(i int, at time.Time) audit.Event {
	e := audit.Event{Tenant: l.tenant, ID: fmt.Sprintf("%020d", i), At: at.Truncate(time.Microsecond), Actor: "account:bench", Verb: string(thidua.Send),
		Object: fmt.Sprint("registration:", i%500)}
	e.Detail = &audit.Detail{Salt: audit.NewSalt(), ActorName: "Nguyễn Văn Mẫu", ObjectName: "Đăng ký của Phòng Mẫu", Origin: "192.0.2.1",
		Before: `{"State":"registration.draft"}`, After: `{"State":"registration.sent"}`}
	e.Seal()
	return e
}

func (l *measuredLog) insert(ctx context.Context, tx *sql.Tx, e audit.Event) error {
	d := e.Detail
	if _, err := tx.ExecContext(ctx, `INSERT INTO event (tenant_id, id, at, actor, acting_for, verb, object, text_hash, before_hash, after_hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		e.Tenant, e.ID, e.At.UnixMicro(), e.Actor, e.ActingFor, e.Verb, e.Object, e.TextHash, e.BeforeHash, e.AfterHash); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO event_detail (tenant_id, event_id, salt, actor_name, object_name, reason, origin, before_json, after_json)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, e.Tenant, e.ID, d.Salt, d.ActorName, d.ObjectName, d.Reason, d.Origin, d.Before, d.After)
	return err
}
