package audit

import (
	"fmt"

	"thidua"
)

// Entry is one leaf as it is kept, with the event it stands for; Event is nil when the event is gone.
type Entry struct {
	Seq   int64
	Hash  string
	Event *Event
}

// Node is one stored hash of the tree.
type Node struct {
	Index int64
	Hash  string
}

// Book is the log as a checker reads it.
type Book interface {
	Tenants() ([]string, error)
	Entries(tenant string, from int64, limit int) ([]Entry, error)
	Nodes(tenant string, from int64, limit int) ([]Node, error)
	Checkpoints(tenant string, fromSize int64) ([]string, error)
	Waiting(tenant string) (int64, error)
}

// Flaw is what is wrong with a log; empty when nothing is.
type Flaw = thidua.Code

// FlawNone is a log in which everything agrees.
var FlawNone Flaw

// The flaws that a checker can name.
const (
	FlawGap        thidua.Code = "audit.gap"        // a leaf is missing
	FlawGone       thidua.Code = "audit.gone"       // the event of a leaf is missing
	FlawChanged    thidua.Code = "audit.changed"    // the event is not what its leaf says
	FlawDetail     thidua.Code = "audit.detail"     // names, reason or values are not what the event committed to
	FlawNode       thidua.Code = "audit.node"       // a stored hash of the tree is wrong or missing
	FlawCheckpoint thidua.Code = "audit.checkpoint" // the tree is not the one that was signed
	FlawSignature  thidua.Code = "audit.signature"  // a checkpoint is not signed by this key
	FlawShort      thidua.Code = "audit.short"      // events that were signed are missing at the end
)

// Report is the result for one agency. BadSeq is the first entry that is wrong (of a checkpoint: the first that it covers and no good
// one before it does), -1 without a flaw.
type Report struct {
	Tenant   string
	Size     int64 // leaves that were read and found good
	Anchored int64 // leaves covered by a checkpoint that is signed and agrees
	Waiting  int64 // events without a leaf yet
	Erased   int64 // events whose detail was erased
	BadSeq   int64
	Flaw     Flaw
}

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
			last = max(last, c.Size)
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

// check adds one leaf to the tree and compares everything that stands beside it.
func (w *walk) check(e Entry) error {
	seq := w.tree.size
	if flaw := entryFlaw(e, seq, w.report.Tenant); flaw != FlawNone {
		w.bad(seq, flaw)
		return nil
	}
	added, err := w.tree.add(e.Event.LeafHash())
	if err != nil {
		return err
	}
	for _, h := range added {
		n, err := w.nextNode()
		if err != nil {
			return err
		}
		if n.Hash != Text(h) {
			w.bad(seq, FlawNode)
			return nil
		}
	}
	if e.Event.Detail == nil {
		w.report.Erased++
	}
	w.report.Size = w.tree.size
	return w.compareSigned()
}

func entryFlaw(e Entry, seq int64, tenant string) Flaw {
	switch {
	case e.Seq != seq:
		return FlawGap
	case e.Event == nil:
		return FlawGone
	case e.Event.Tenant != tenant || Text(e.Event.LeafHash()) != e.Hash:
		return FlawChanged
	case !e.Event.Keeps():
		return FlawDetail
	}
	return FlawNone
}

// nextNode reads the stored hashes in step with the leaves; a missing one is an empty node, which agrees with nothing.
func (w *walk) nextNode() (Node, error) {
	if len(w.nodes) == 0 {
		nodes, err := w.book.Nodes(w.report.Tenant, w.compared, verifyStep)
		if err != nil {
			return Node{}, err
		}
		w.nodes = nodes
	}
	if len(w.nodes) == 0 || w.nodes[0].Index != w.compared {
		return Node{}, nil
	}
	n := w.nodes[0]
	w.nodes = w.nodes[1:]
	w.compared++
	return n, nil
}

func (w *walk) compareSigned() error {
	signed := w.signed[w.tree.size]
	if len(signed) == 0 {
		return nil
	}
	root, err := w.tree.root()
	if err != nil {
		return err
	}
	for _, c := range signed {
		if c.Root != root {
			w.bad(w.report.Anchored, FlawCheckpoint)
			return nil
		}
	}
	w.report.Anchored = w.tree.size
	return nil
}
