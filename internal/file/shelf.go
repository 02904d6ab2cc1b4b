package file

import (
	"context"
	"io"
	"iter"
	"os"
	"time"
)

// Shelf is where the bytes of kept files stand, each under its address: the disk beside the database, or an S3-compatible store. A missing
// file is fs.ErrNotExist.
type Shelf interface {
	// Put places a staged file; one that stands there already may stay. What it has placed outlives a power cut.
	Put(ctx context.Context, address string, staged Staged) error
	// Open gives the bytes; an *os.File is read in place, anything else once.
	Open(ctx context.Context, address string) (io.ReadCloser, error)
	// Stat tells size and age without reading.
	Stat(ctx context.Context, address string) (About, error)
	// Delete takes the bytes away; a missing file is no error.
	Delete(ctx context.Context, address string) error
	// List gives all files, in no order.
	List(ctx context.Context) iter.Seq2[About, error]
}

// Staged is a file on its way to its address: whole, looked at, and on disk under a name of its own. The shelf may move it away.
type Staged struct {
	Root *os.Root
	Name string
	Size int64
}

// About is what a shelf tells of one file: its size in bytes and since when it stands there.
type About struct {
	Address string
	Size    int64
	At      time.Time
}
