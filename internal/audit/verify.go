package audit

import (
	"fmt"
)

const verifyStep = 500

// Verify walks the log of every agency and gives one report for each; the error is only one of reading. anchors are further signed
// notes, kept outside, that the log must agree with.
func Verify(book Book, key *Key, anchors ...string) ([]Report, error) {
	tenants, err := book.Tenants()
	if err != nil {
		return nil, err
	}
	var reports []Report
	for _, tenant := range tenants {
		w := &walk{book: book, key: key, tree: newPeaks(), report: Report{Tenant: tenant, BadSeq: -1}}
		if err := w.run(anchors); err != nil {
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
	signed   map[int64][]Checkpoint
	nodes    []Node
	compared int64 // stored hashes compared so far
	report   Report
}

func (w *walk) run(anchors []string) error {
	var err error
	if w.report.Waiting, err = w.book.Waiting(w.report.Tenant); err != nil {
		return err
	}
	last, err := w.readCheckpoints(anchors)
	if err != nil || w.report.Flaw != FlawNone {
		return err
	}
	for w.report.Flaw == FlawNone {
		entries, err := w.book.Entries(w.report.Tenant, w.tree.size, verifyStep)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			break
		}
		for _, e := range entries {
			if err := w.check(e); err != nil || w.report.Flaw != FlawNone {
				return err
			}
		}
	}
	if w.report.Flaw == FlawNone && last > w.tree.size {
		w.bad(w.tree.size, FlawShort)
	}
	return nil
}

func (w *walk) bad(seq int64, flaw Flaw) { w.report.BadSeq, w.report.Flaw = seq, flaw }

// readCheckpoints gathers what was signed of this log, here and outside, and gives the greatest size.
func (w *walk) readCheckpoints(anchors []string) (last int64, err error) {
	w.signed = map[int64][]Checkpoint{}
	for from := int64(-1); from != last; {
		from = last
		stored, err := w.book.Checkpoints(w.report.Tenant, from)
		if err != nil {
			return 0, err
		}
		for _, n := range stored {
			c, ok := w.opened(n)
			if !ok || c.Tenant != w.report.Tenant {
				w.bad(last, FlawSignature)
				return 0, nil
			}
			w.signed[c.Size] = append(w.signed[c.Size], c)
			if c.Size > last {
				last, w.report.Note = c.Size, n
			}
		}
	}
	for _, n := range anchors {
		c, ok := w.opened(n)
		if !ok {
			w.bad(0, FlawSignature)
			return 0, nil
		}
		if c.Tenant == w.report.Tenant {
			w.signed[c.Size] = append(w.signed[c.Size], c)
			last = max(last, c.Size)
		}
	}
	return last, nil
}

// opened reads a checkpoint; one that the key did not sign is a finding of the verification, not an error of ours.
func (w *walk) opened(note string) (Checkpoint, bool) {
	c, err := w.key.Open(note)
	return c, err == nil
}
