package audit

import (
	"fmt"
	"slices"
	"time"
)

// verifyStep is how many entries are read at a time: memory stays the same however long the log is.
const verifyStep = 2000

// Verify walks the log of every agency and gives one report for each; the error is only one of reading. anchors are further signed
// notes, kept outside, that the log must agree with; an agency of which nothing is left but such a note has a report too.
func Verify(book Book, key *Key, anchors ...string) ([]Report, error) {
	tenants, err := book.Tenants()
	if err != nil {
		return nil, err
	}
	var kept []Checkpoint
	forged := false
	for _, n := range anchors {
		c, err := key.Open(n)
		if err != nil {
			forged = true
			continue
		}
		if kept = append(kept, c); !slices.Contains(tenants, c.Tenant) {
			tenants = append(tenants, c.Tenant)
		}
	}
	var reports []Report
	for _, tenant := range tenants {
		w := &walk{book: book, key: key, tree: newPeaks(), report: Report{Tenant: tenant, BadSeq: -1}}
		for _, c := range kept {
			if c.Tenant == tenant {
				w.kept = append(w.kept, c)
			}
		}
		slices.SortStableFunc(w.kept, func(a, b Checkpoint) int { return int(a.Size - b.Size) })
		if forged {
			w.bad(0, FlawSignature)
		}
		if err := w.run(); err != nil {
			return nil, fmt.Errorf("verify %s: %w", tenant, err)
		}
		reports = append(reports, w.report)
	}
	return reports, nil
}

// walk is the check of one log under way.
type walk struct {
	book     Book
	key      *Key
	tree     *peaks
	kept     []Checkpoint // outside, the smallest first
	stored   signedNotes
	nodes    []Node
	compared int64     // stored hashes compared so far
	moment   time.Time // the latest that a checkpoint passed on the way has stated
	report   Report
}

func (w *walk) run() error {
	for w.report.Flaw == FlawNone {
		entries, err := w.book.Entries(w.report.Tenant, w.tree.size, verifyStep)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			if err := w.end(); err != nil {
				return err
			}
			break
		}
		for i := range entries {
			if err := w.check(&entries[i]); err != nil {
				return err
			}
			if w.report.Flaw != FlawNone {
				break
			}
		}
	}
	return w.unplaced()
}

func (w *walk) bad(seq int64, flaw Flaw) { w.report.BadSeq, w.report.Flaw = seq, flaw }

// end looks for what the last leaf should have been followed by: signed events that are gone, or hashes that no leaf stands under.
func (w *walk) end() error {
	signed, found, err := w.stored.next(w)
	switch {
	case err != nil:
		return err
	case found && signed == nil:
		w.bad(w.report.Anchored, FlawSignature)
		return nil
	case found || len(w.kept) > 0:
		w.bad(w.tree.size, FlawShort)
		return nil
	}
	n, err := w.nextNode()
	if err == nil && n.Hash != "" {
		w.bad(w.tree.size, FlawNode)
	}
	return err
}

// unplaced counts the events that have no leaf yet and asks of each whether its detail is what it committed to.
func (w *walk) unplaced() error {
	last := Event{At: time.UnixMicro(-1 << 62)}
	for {
		events, err := w.book.Unplaced(w.report.Tenant, last.At, last.ID, verifyStep)
		if err != nil || len(events) == 0 {
			return err
		}
		for i := range events {
			flaw, err := w.detailFlaw(&events[i])
			if err != nil {
				return err
			}
			if flaw != FlawNone && w.report.Flaw == FlawNone {
				w.bad(w.report.Size+w.report.Waiting, flaw)
			}
			w.report.Waiting++
		}
		last = events[len(events)-1]
	}
}
