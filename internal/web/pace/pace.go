// Package pace bounds how fast one person may ask for what lists people: a search, a directory. It counts in the memory of one instance; two
// instances let twice as much through, which is still bounded.
package pace

import (
	"sync"
	"time"
)

// Gate lets a caller through Burst times at once and once more after every Every.
type Gate struct {
	Burst int
	Every time.Duration
	Most  int // of callers who are remembered; those beyond share one measure

	mu   sync.Mutex
	seen map[string]spent
}

// spent is what a caller has used up, as of a moment.
type spent struct {
	level float64
	at    time.Time
}

// Pass counts a request of a caller at a moment; 0 lets it through, otherwise it is how long to wait, whole seconds.
func (g *Gate) Pass(caller string, now time.Time) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	if _, known := g.seen[caller]; !known && len(g.seen) >= g.Most {
		if g.forget(now); len(g.seen) >= g.Most {
			caller = ""
		}
	}
	left := g.left(g.seen[caller], now)
	if over := left + 1 - float64(g.Burst); over > 0 {
		return (time.Duration(over*float64(g.Every)) + time.Second - 1).Truncate(time.Second)
	}
	if g.seen == nil {
		g.seen = map[string]spent{}
	}
	g.seen[caller] = spent{left + 1, now}
	return 0
}

// left is what of a measure is still used up at a moment; a clock that was set back gives nothing free.
func (g *Gate) left(s spent, now time.Time) float64 {
	return max(0, s.level-max(0, float64(now.Sub(s.at)))/float64(g.Every))
}

func (g *Gate) forget(now time.Time) {
	for caller, s := range g.seen {
		if g.left(s, now) == 0 {
			delete(g.seen, caller)
		}
	}
}
