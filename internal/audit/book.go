package audit

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
