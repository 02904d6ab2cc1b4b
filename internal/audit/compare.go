package audit

// check adds one leaf to the tree and compares everything that stands beside it.
func (w *walk) check(e *Entry) error {
	seq := w.tree.size
	flaw := entryFlaw(e, seq, w.report.Tenant)
	if flaw == FlawNone {
		var err error
		if flaw, err = w.detailFlaw(e.Event); err != nil {
			return err
		}
	}
	if flaw != FlawNone {
		w.bad(seq, flaw)
		return nil
	}
	added, err := w.tree.add(e.leaf)
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
	if !e.Event.At.After(w.moment) {
		w.report.Late++
	}
	w.report.Size = w.tree.size
	return w.compareSigned()
}

func entryFlaw(e *Entry, seq int64, tenant string) Flaw {
	if e.Seq != seq {
		return FlawGap
	}
	if e.Event == nil {
		return FlawGone
	}
	e.leaf = e.Event.LeafHash()
	if e.Event.Tenant != tenant || Text(e.leaf) != e.Hash {
		return FlawChanged
	}
	return FlawNone
}

// detailFlaw tells a detail that was changed, or that went away without the erasure that the law asks to be noted.
func (w *walk) detailFlaw(e *Event) (Flaw, error) {
	if !e.Keeps() {
		return FlawDetail, nil
	}
	if e.Detail != nil {
		return FlawNone, nil
	}
	noted, err := w.book.Erased(e.Tenant, e.ID)
	if err != nil || noted {
		return FlawNone, err
	}
	return FlawVanished, nil
}

// nextNode reads the stored hashes in step with the leaves; a missing one is an empty node, which agrees with nothing.
func (w *walk) nextNode() (Node, error) {
	if len(w.nodes) == 0 {
		nodes, err := w.book.Nodes(w.report.Tenant, w.compared, 2*verifyStep)
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

// compareSigned compares the tree, as far as it has grown, with what was signed at this size, here and outside.
func (w *walk) compareSigned() error {
	signed, found, err := w.stored.next(w)
	if err != nil {
		return err
	}
	if found && (signed == nil || signed.Size < w.tree.size) {
		w.bad(w.report.Anchored, FlawSignature)
		return nil
	}
	if found && signed.Size == w.tree.size {
		w.report.Note = w.stored.take()
		if agrees, err := w.agree(*signed, w.report.Anchored); err != nil || !agrees {
			return err
		}
	}
	return w.compareKept()
}

func (w *walk) compareKept() error {
	for len(w.kept) > 0 && w.kept[0].Size == w.tree.size {
		c := w.kept[0]
		w.kept = w.kept[1:]
		// What is kept beside the log could have been made anew with it: from the last one kept outside on, nothing is proved.
		if agrees, err := w.agree(c, w.report.Kept.Size); err != nil || !agrees {
			return err
		}
		w.report.Kept = c
	}
	return nil
}

// agree compares the tree with a checkpoint of its size; since is the first entry that is in doubt when they differ.
func (w *walk) agree(c Checkpoint, since int64) (bool, error) {
	root, err := w.tree.root()
	if err != nil {
		return false, err
	}
	if c.Root != root {
		w.bad(since, FlawCheckpoint)
		return false, nil
	}
	w.report.Anchored = w.tree.size
	if c.Moment.After(w.moment) {
		w.moment = c.Moment
	}
	return true, nil
}

// signedNotes are the checkpoints that are kept beside a log, read in step with it.
type signedNotes struct {
	notes []string
	from  int64
	head  *Checkpoint
	ended bool
}

// next gives the next checkpoint without taking it; found without one is a note that is not signed by the key, or not in its place.
func (s *signedNotes) next(w *walk) (c *Checkpoint, found bool, err error) {
	if s.head != nil {
		return s.head, true, nil
	}
	if len(s.notes) == 0 && !s.ended {
		if s.notes, err = w.book.Checkpoints(w.report.Tenant, s.from); err != nil {
			return nil, false, err
		}
		s.ended = len(s.notes) == 0
	}
	if s.ended {
		return nil, false, nil
	}
	read, err := w.key.Open(s.notes[0])
	if err != nil || read.Tenant != w.report.Tenant || read.Size <= s.from {
		return nil, true, nil //nolint:nilerr // a finding of the verification, not an error of ours
	}
	s.head, s.from = &read, read.Size
	return s.head, true, nil
}

// take gives the note of the head and goes on behind it.
func (s *signedNotes) take() string {
	note := s.notes[0]
	s.notes, s.head = s.notes[1:], nil
	return note
}
