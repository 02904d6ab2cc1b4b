package audit

import (
	"encoding/base64"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// Grow computes the leaves of new events and the nodes that they add to a tree of the given size; stored reads the nodes that are there.
func Grow(size int64, events []Event, stored tlog.HashReader) (leaves, nodes []tlog.Hash, err error) {
	first := tlog.StoredHashCount(size)
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		var old, at []int64
		for i, ix := range indexes {
			if ix >= first {
				hashes[i] = nodes[ix-first]
				continue
			}
			old, at = append(old, ix), append(at, int64(i))
		}
		if len(old) == 0 {
			return hashes, nil
		}
		found, err := stored.ReadHashes(old)
		for i, h := range found {
			hashes[at[i]] = h
		}
		return hashes, err
	})
	for i := range events {
		leaf := events[i].LeafHash()
		added, err := tlog.StoredHashesForRecordHash(size+int64(i), leaf, reader)
		if err != nil {
			return nil, nil, fmt.Errorf("extend the tree at %d: %w", size+int64(i), err)
		}
		leaves, nodes = append(leaves, leaf), append(nodes, added...)
	}
	return leaves, nodes, nil
}

// Text writes a hash as it is kept and printed (base64).
func Text(h tlog.Hash) string { return base64.StdEncoding.EncodeToString(h[:]) }

// ParseText reads a hash written by Text.
func ParseText(s string) (tlog.Hash, error) { return tlog.ParseHash(s) }

// peaks rebuilds a tree leaf by leaf in memory that grows with its height only.
type peaks struct {
	size  int64
	known map[int64]tlog.Hash
}

func newPeaks() *peaks { return &peaks{known: map[int64]tlog.Hash{}} }

// ReadHashes gives the roots of the complete subtrees, which is all that the next leaf and the root need.
func (p *peaks) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, ix := range indexes {
		h, ok := p.known[ix]
		if !ok {
			return nil, fmt.Errorf("node %d is not a peak", ix)
		}
		hashes[i] = h
	}
	return hashes, nil
}

// add appends a leaf and gives the nodes that it stores.
func (p *peaks) add(leaf tlog.Hash) ([]tlog.Hash, error) {
	added, err := tlog.StoredHashesForRecordHash(p.size, leaf, p)
	if err != nil {
		return nil, err
	}
	for level := range len(added) - 1 {
		delete(p.known, tlog.StoredHashIndex(level, p.size>>level-1))
	}
	top := len(added) - 1
	p.known[tlog.StoredHashIndex(top, p.size>>top)] = added[top]
	p.size++
	return added, nil
}

func (p *peaks) root() (tlog.Hash, error) { return tlog.TreeHash(p.size, p) }
