package audit

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
