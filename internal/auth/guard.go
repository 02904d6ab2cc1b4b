package auth

import "time"

// Policy says how many wrong tries are free and how long the wait after them grows.
type Policy struct {
	Free  int           // wrong tries without a wait
	First time.Duration // the first wait; it doubles with every further wrong try
	Most  time.Duration // the longest wait: nobody is locked out for good by a stranger
	Calm  time.Duration // after so long without a wrong try the count starts anew
}

// The policies for one account and for one address from which many accounts may be tried.
var (
	AccountPolicy = Policy{Free: 5, First: time.Minute, Most: 15 * time.Minute, Calm: 24 * time.Hour}
	PeerPolicy    = Policy{Free: 30, First: time.Minute, Most: 15 * time.Minute, Calm: time.Hour}
)

// Tries counts the wrong tries of one account or one address; the zero value has none.
type Tries struct {
	Failures int
	Last     time.Time
}

// Fail counts one more wrong try.
func (p Policy) Fail(t Tries, now time.Time) Tries {
	if now.Sub(t.Last) >= p.Calm {
		t.Failures = 0
	}
	return Tries{Failures: t.Failures + 1, Last: now}
}

// OpenAt gives the instant from which the next try is allowed; the zero time when it is allowed at once.
func (p Policy) OpenAt(t Tries, now time.Time) time.Time {
	over := t.Failures - p.Free
	if over < 0 || now.Sub(t.Last) >= p.Calm {
		return time.Time{}
	}
	wait := p.Most
	if over < 16 {
		wait = min(p.Most, p.First<<over)
	}
	if open := t.Last.Add(wait); now.Before(open) {
		return open
	}
	return time.Time{}
}
