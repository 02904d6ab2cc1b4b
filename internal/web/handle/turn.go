package handle

import (
	"context"
	"runtime"
	"sync"
	"time"

	"thidua"
)

// CodeBusy is a file asked for while as many as the program makes at once are being made, and the line behind them is full.
const CodeBusy thidua.Code = "making-busy"

// Queue lets a bounded number of files (papers, lists, archives) be made at once; those behind wait in a short line, and what comes then is
// refused. Pages never wait here.
type Queue struct {
	atOnce, line, own int
	patience          time.Duration

	mu    sync.Mutex
	going int
	lined []*waiting
	by    map[string]int // going and waiting, by who asked
}

type waiting struct{ turn chan struct{} }

// NewQueue makes a queue of so many files at once, so many waiting, and so many of both for one person; nobody waits longer than patience.
func NewQueue(atOnce, line, own int, patience time.Duration) *Queue {
	return &Queue{atOnce: atOnce, line: line, own: own, patience: patience, by: map[string]int{}}
}

// UsualQueue leaves half of the machine to pages; what stands last in its line is made within the time that a browser waits.
func UsualQueue() *Queue { return NewQueue(max(2, runtime.GOMAXPROCS(0)/2), 48, 12, 40*time.Second) }

// Wait takes a turn for somebody, Busy when there is none; the function that it gives hands the turn on and may be called again.
func (q *Queue) Wait(ctx context.Context, who string) (func(), error) {
	w, refused := q.enter(who)
	if refused != nil {
		return nil, refused
	}
	limit := time.NewTimer(q.patience)
	defer limit.Stop()
	select {
	case <-w.turn:
		return sync.OnceFunc(func() { q.leave(who, w) }), nil
	case <-ctx.Done():
		q.leave(who, w)
		return nil, ctx.Err()
	case <-limit.C:
		q.leave(who, w)
		return nil, busy()
	}
}

func busy() error { return thidua.Refuse(thidua.Busy, CodeBusy) }

func (q *Queue) enter(who string) (*waiting, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.by[who] >= q.own || q.going >= q.atOnce && len(q.lined) >= q.line {
		return nil, busy()
	}
	q.by[who]++
	w := &waiting{make(chan struct{})}
	q.lined = append(q.lined, w)
	q.next()
	return w, nil
}

// next lets the first of the line in while there is room.
func (q *Queue) next() {
	for q.going < q.atOnce && len(q.lined) > 0 {
		close(q.lined[0].turn)
		q.lined = q.lined[1:]
		q.going++
	}
}

// leave ends a turn, or takes who gave up out of the line.
func (q *Queue) leave(who string, w *waiting) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.by[who]--; q.by[who] == 0 {
		delete(q.by, who)
	}
	for i, other := range q.lined {
		if other == w {
			q.lined = append(q.lined[:i:i], q.lined[i+1:]...)
			return
		}
	}
	q.going--
	q.next()
}

// Turn waits until the program may make a file for the request; the function that it gives ends that, and must be called.
func (c *Ctx) Turn() (func(), error) {
	if c.Making == nil {
		return func() {}, nil
	}
	who := c.From
	if c.SignedIn() {
		who = c.Actor.Tenant + " " + c.Actor.Account
	}
	return c.Making.Wait(c.Context(), who)
}
