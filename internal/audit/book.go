package audit

import (
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// Entry is one leaf as it is kept, with the event it stands for; Event is nil when the event is gone.
type Entry struct {
	Seq   int64
	Hash  string
	Event *Event

	leaf tlog.Hash // of the event, as it is computed
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
	// Unplaced lists the events without a leaf that follow one of the given time and id.
	Unplaced(tenant string, after time.Time, id string, limit int) ([]Event, error)
	// Erased tells whether an erasure of the detail of an event was noted.
	Erased(tenant, event string) (bool, error)
}
