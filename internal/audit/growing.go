package audit

import "golang.org/x/mod/sumdb/tlog"

// Growing is a tree that is rebuilt leaf by leaf, in memory that grows with its height only.
type Growing struct{ peaks *peaks }

// NewGrowing begins an empty tree.
func NewGrowing() Growing { return Growing{newPeaks()} }

// Add appends a leaf by its hash.
func (g Growing) Add(leaf tlog.Hash) error {
	_, err := g.peaks.add(leaf)
	return err
}

// Size counts the leaves.
func (g Growing) Size() int64 { return g.peaks.size }

// Root gives the root of the tree as it stands.
func (g Growing) Root() (tlog.Hash, error) { return g.peaks.root() }
