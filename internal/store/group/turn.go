package group

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// errUnwanted is a turn that came while its taker gave up: it is his all the same, and he has to pass it on.
var errUnwanted = errors.New("turn came too late")

// turn goes from one to the next in the order in which they asked.
type turn struct {
	mu    sync.Mutex
	taken bool
	queue []chan struct{}
}

// take waits for the turn. With errUnwanted the turn was taken, with any other error not.
func (t *turn) take(ctx context.Context) error {
	t.mu.Lock()
	if !t.taken {
		t.taken = true
		t.mu.Unlock()
		return nil
	}
	mine := make(chan struct{})
	t.queue = append(t.queue, mine)
	t.mu.Unlock()
	select {
	case <-mine:
		return nil
	case <-ctx.Done():
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if i := slices.Index(t.queue, mine); i >= 0 {
		t.queue = slices.Delete(t.queue, i, i+1)
		return ctx.Err()
	}
	return errUnwanted
}

// hand gives the turn to the next in the queue; false when nobody waits, and it is still the caller's.
func (t *turn) hand() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.next()
}

// release gives the turn to the next in the queue or back.
func (t *turn) release() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.taken = t.next()
}

func (t *turn) next() bool {
	if len(t.queue) == 0 {
		return false
	}
	close(t.queue[0])
	t.queue = t.queue[1:]
	return true
}
