package group_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	_ "modernc.org/sqlite"
	"pgregory.net/rapid"

	"thidua/internal/store/group"
)

var ctx = context.Background()

// opened is a database with one table; rows reads it as somebody else would.
func opened(t *testing.T) (w *group.Writer, other *sql.DB) {
	t.Helper()
	address := "file:" + filepath.Join(t.TempDir(), "group.db") + "?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=foreign_keys(ON)"
	pool, err := sql.Open("sqlite", address)
	if err != nil {
		t.Fatal(err)
	}
	pool.SetMaxOpenConns(1)
	if other, err = sql.Open("sqlite", address); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = pool.Close(), other.Close() })
	_, err = pool.Exec(`CREATE TABLE written (id INTEGER PRIMARY KEY, commits INTEGER NOT NULL DEFAULT 0);
		CREATE TABLE promised (id INTEGER REFERENCES written (id) DEFERRABLE INITIALLY DEFERRED)`)
	if err != nil {
		t.Fatal(err)
	}
	return group.Patient(group.NewWriter(pool)), other
}

func insert(tx *sql.Tx, id int) error {
	_, err := tx.Exec(`INSERT INTO written (id) VALUES ($1)`, id)
	return err
}

type failing interface {
	Helper()
	Fatal(args ...any)
}

func has(t failing, db *sql.DB, id int) bool {
	t.Helper()
	var n int
	if err := db.QueryRow(`SELECT COUNT(*) FROM written WHERE id = $1`, id).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n == 1
}

// queued starts one writer that holds the turn until all the others stand behind it, in the order of their numbers, and gives what each was told.
func queued(w *group.Writer, all ...func(tx *sql.Tx) error) []error {
	told := make([]error, len(all))
	var done sync.WaitGroup
	holds, goes := make(chan struct{}), make(chan struct{})
	done.Go(func() {
		told[0] = w.Do(ctx, false, func(tx *sql.Tx) error {
			close(holds)
			<-goes
			return all[0](tx)
		})
	})
	<-holds
	for i, fn := range all[1:] {
		done.Go(func() { told[i+1] = w.Do(ctx, false, fn) })
		for group.Waiting(w) <= i {
		}
	}
	close(goes)
	done.Wait()
	return told
}

var errOwn = errors.New("refused by its own rule")

func TestWhoWaitsSharesOneCommit(t *testing.T) {
	w, other := opened(t)
	var seen [4]bool
	write := func(id int) func(*sql.Tx) error {
		return func(tx *sql.Tx) error {
			for i := range seen[:id] {
				seen[i] = seen[i] || has(t, other, i)
			}
			return insert(tx, id)
		}
	}
	for i, err := range queued(w, write(0), write(1), write(2), write(3)) {
		if err != nil || !has(t, other, i) {
			t.Errorf("%d was told %v and is there: %v", i, err, has(t, other, i))
		}
	}
	if seen != [4]bool{} {
		t.Errorf("seen from outside while others of the group still wrote: %v", seen)
	}
}

func TestOneThatFailsTakesNobodyWithIt(t *testing.T) {
	w, other := opened(t)
	write := func(id int, end error) func(*sql.Tx) error {
		return func(tx *sql.Tx) error { return errors.Join(insert(tx, id), end) }
	}
	told := queued(w, write(0, nil), write(1, errOwn), write(2, nil), write(0, nil), write(4, errOwn), write(5, nil))
	for i, good := range []bool{true, false, true, false, false, true} {
		if (told[i] == nil) != good || i != 3 && has(t, other, i) != good {
			t.Errorf("%d was told %v and is there: %v", i, told[i], has(t, other, i))
		}
	}
	told = queued(w, write(10, errOwn), write(11, nil))
	if !errors.Is(told[0], errOwn) || told[1] != nil || has(t, other, 10) || !has(t, other, 11) {
		t.Errorf("behind a first one that fails: %v", told)
	}
}

func TestAPanicLeavesNothingAndStopsNobody(t *testing.T) {
	w, other := opened(t)
	caught := 0
	breaks := func(id int) func(*sql.Tx) error {
		return func(tx *sql.Tx) error {
			if err := insert(tx, id); err != nil {
				return err
			}
			panic("broken off")
		}
	}
	guarded := func(id int) {
		defer func() {
			if recover() != nil {
				caught++
			}
		}()
		_ = w.Do(ctx, false, breaks(id))
	}
	guarded(1) // alone
	told := queued(w,
		func(tx *sql.Tx) error { return insert(tx, 2) },
		func(tx *sql.Tx) (err error) { // within a group; what it panics with is turned into an error behind the insert
			defer func() { err = errors.Join(err, fmt.Errorf("%v", recover())) }()
			return breaks(3)(tx)
		},
		func(tx *sql.Tx) error { return insert(tx, 4) })
	if caught != 1 || told[0] != nil || told[1] == nil || told[2] != nil || has(t, other, 1) || has(t, other, 3) || !has(t, other, 2) || !has(t, other, 4) {
		t.Errorf("caught %d, told %v", caught, told)
	}
}

// TestACommitThatFailsIsToldToAll has one of the group promise a row that never comes, which the database finds at the commit.
func TestACommitThatFailsIsToldToAll(t *testing.T) {
	w, other := opened(t)
	promise := func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO promised (id) VALUES (99)`)
		return err
	}
	told := queued(w, func(tx *sql.Tx) error { return insert(tx, 0) }, promise, func(tx *sql.Tx) error { return insert(tx, 2) })
	for i, err := range told {
		if !errors.Is(err, group.ErrBroken) || has(t, other, i) {
			t.Errorf("%d was told %v and is there: %v", i, err, has(t, other, i))
		}
	}
	if err := w.Do(ctx, true, promise); err == nil || errors.Is(err, group.ErrBroken) {
		t.Errorf("alone it was told %v", err)
	}
	if err := w.Do(ctx, true, func(tx *sql.Tx) error { return insert(tx, 2) }); err != nil || !has(t, other, 2) {
		t.Errorf("once more, alone: %v", err)
	}
}

// TestAnInterruptedStatementBreaksTheGroup ends the context of one while it writes: the database takes back the whole transaction.
func TestAnInterruptedStatementBreaksTheGroup(t *testing.T) {
	w, other := opened(t)
	told := queued(w,
		func(tx *sql.Tx) error { return insert(tx, 0) },
		func(tx *sql.Tx) error {
			short, cancel := context.WithCancel(ctx)
			defer cancel()
			time.AfterFunc(20*time.Millisecond, cancel)
			_, err := tx.ExecContext(short, `WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) INSERT INTO written (id) SELECT i FROM n`)
			return err
		},
		func(tx *sql.Tx) error { return insert(tx, 2) })
	if !errors.Is(told[0], group.ErrBroken) || told[1] == nil || told[2] != nil {
		t.Errorf("told %v", told)
	}
	if has(t, other, 0) || has(t, other, 1000) || !has(t, other, 2) {
		t.Error("the database does not hold what was told")
	}
}

func TestWhoGivesUpWritesNothing(t *testing.T) {
	w, other := opened(t)
	short, cancel := context.WithCancel(ctx)
	var late error
	var done sync.WaitGroup
	told := queued(w,
		func(tx *sql.Tx) error {
			done.Go(func() { late = w.Do(short, false, func(tx *sql.Tx) error { return insert(tx, 1) }) })
			for group.Waiting(w) < 2 {
			}
			cancel()
			for group.Waiting(w) > 1 {
			}
			return insert(tx, 0)
		},
		func(tx *sql.Tx) error { return insert(tx, 2) })
	done.Wait()
	if !errors.Is(late, context.Canceled) || told[0] != nil || told[1] != nil || has(t, other, 1) || !has(t, other, 0) || !has(t, other, 2) {
		t.Errorf("told %v, and who gave up: %v", told, late)
	}
}

// TestEverybodyIsToldTheTruth lets many write at once, some of whom fail, panic or give up.
func TestEverybodyIsToldTheTruth(t *testing.T) {
	w, other := opened(t)
	next := 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "writers")
		kinds := rapid.SliceOfN(rapid.IntRange(0, 5), n, n).Draw(t, "kinds")
		from := next
		next += n
		told := make([]error, n)
		var all sync.WaitGroup
		for i, kind := range kinds {
			all.Go(func() {
				mine, cancel := context.WithCancel(ctx)
				defer cancel()
				if kind == 4 {
					cancel()
				}
				defer func() {
					if broken := recover(); broken != nil {
						told[i] = fmt.Errorf("%v", broken)
					}
				}()
				told[i] = w.Do(mine, kind == 5, func(tx *sql.Tx) error {
					if err := insert(tx, from+i); err != nil || kind < 2 {
						return err
					}
					switch kind {
					case 2:
						return errOwn
					case 3:
						panic("broken off")
					}
					return nil
				})
			})
		}
		all.Wait()
		for i, err := range told {
			if has(t, other, from+i) != (err == nil) {
				t.Fatalf("%d of kind %d was told %v, which the database denies", i, kinds[i], err)
			}
			if (kinds[i] < 2 || kinds[i] == 5) && err != nil {
				t.Fatalf("%d of kind %d was told %v", i, kinds[i], err)
			}
		}
	})
}
