// Package group lets writing transactions that wait for the one connection of an embedded database share its commit: each stands behind a
// savepoint of its own, and all of them are told of success when the disk has what they wrote. Where nobody waits, one writes as ever.
package group

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrBroken is a transaction that ended because of another one in its group; run once more, alone, it is what it would have been.
var ErrBroken = errors.New("the group of transactions was broken")

// The bounds of a group: nobody joins one that is full or old, and no transaction outlasts life.
const (
	full = 64
	old  = 5 * time.Millisecond
	life = time.Minute
)

// Writer runs transactions on a pool of one connection, one after the other.
type Writer struct {
	pool *sql.DB
	old  time.Duration // of a group that nobody joins any more
	turn turn
	open *together // of whoever has the turn
}

// NewWriter takes over the writing on a pool of one connection.
func NewWriter(pool *sql.DB) *Writer { return &Writer{pool: pool, old: old} }

// together are transactions that are committed at once.
type together struct {
	tx     *sql.Tx
	cancel context.CancelFunc
	begun  time.Time
	size   int
	ended  chan struct{}
	err    error
}

// Do runs fn in a transaction and returns when it is on the disk, or nothing of it is. alone keeps it out of a group. The error is that of fn,
// ErrBroken, or what the database says; a panic of fn leaves nothing behind either.
func (w *Writer) Do(ctx context.Context, alone bool, fn func(tx *sql.Tx) error) error {
	if err := w.turn.take(ctx); err != nil {
		if errors.Is(err, errUnwanted) {
			w.pass(false)
		}
		return fmt.Errorf("begin: %w", ctx.Err())
	}
	if alone {
		w.commit()
	}
	joined, err := w.run(ctx, alone, fn)
	if err != nil || joined == nil {
		return err
	}
	<-joined.ended
	return joined.err
}

// run gives the group that fn has joined; the turn goes on whatever fn does.
func (w *Writer) run(ctx context.Context, alone bool, fn func(tx *sql.Tx) error) (joined *together, err error) {
	defer w.pass(alone)
	if w.open == nil {
		return w.first(ctx, fn)
	}
	g := w.open
	if err := g.do("SAVEPOINT one"); err != nil {
		w.end(fmt.Errorf("%w: %w", ErrBroken, err))
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	kept := false
	defer func() { // also behind a panic
		undone := error(nil)
		if !kept {
			undone = g.do("ROLLBACK TO one")
		}
		if undone = errors.Join(undone, g.do("RELEASE one")); undone == nil {
			return
		}
		w.end(fmt.Errorf("%w: %w", ErrBroken, undone))
		if kept {
			joined, err = nil, fmt.Errorf("%w: %w", ErrBroken, undone)
		}
	}()
	if err := fn(g.tx); err != nil {
		return nil, err
	}
	kept = true
	g.size++
	return g, nil
}

// first opens a group. It needs no savepoint: if it fails, nobody else has written yet.
func (w *Writer) first(ctx context.Context, fn func(tx *sql.Tx) error) (*together, error) {
	bound, cancel := context.WithTimeout(context.WithoutCancel(ctx), life)
	tx, err := w.pool.BeginTx(bound, nil)
	if err != nil {
		cancel()
		return nil, fmt.Errorf("begin: %w", err)
	}
	g := &together{tx: tx, cancel: cancel, begun: time.Now(), size: 1, ended: make(chan struct{})}
	kept := false
	defer func() {
		if !kept {
			g.close(tx.Rollback())
		}
	}()
	if err := fn(tx); err != nil {
		return nil, err
	}
	kept, w.open = true, g
	return g, nil
}

// pass gives the turn to the next one, who joins the group; without a next one, or when the group may not grow, the group is committed first.
func (w *Writer) pass(alone bool) {
	g := w.open
	if g != nil && !alone && g.size < full && time.Since(g.begun) < w.old && w.turn.hand() {
		return
	}
	w.commit()
	w.turn.release()
}

func (w *Writer) commit() {
	g := w.open
	if g == nil {
		return
	}
	err := g.tx.Commit()
	if err != nil && g.size > 1 {
		err = fmt.Errorf("%w: %w", ErrBroken, err)
	}
	w.open = nil
	g.close(err)
}

// end gives the group up: nothing of it stays.
func (w *Writer) end(err error) {
	g := w.open
	w.open = nil
	if rolled := g.tx.Rollback(); rolled != nil && !errors.Is(rolled, sql.ErrTxDone) {
		err = errors.Join(err, rolled)
	}
	g.close(err)
}

func (g *together) close(err error) {
	g.err = err
	g.cancel()
	close(g.ended)
}

func (g *together) do(statement string) error {
	_, err := g.tx.Exec(statement)
	return err
}
