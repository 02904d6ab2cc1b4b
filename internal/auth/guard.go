package auth

import (
	"net/netip"
	"time"
)

// Policy says how many wrong tries are free and how long the wait after them grows.
type Policy struct {
	Free  int           // wrong tries without a wait
	First time.Duration // the first wait; it doubles with every further wrong try
	Most  time.Duration // the longest wait: nobody is locked out for good by a stranger
	Calm  time.Duration // after so long without a wrong try the count starts anew
}

// The policies of signing in: for one account from one address or one known device; for one address from which many accounts may be tried; and
// for one account from all addresses that no device of its owner speaks from.
var (
	AccountPolicy = Policy{Free: 5, First: time.Minute, Most: 15 * time.Minute, Calm: 24 * time.Hour}
	PeerPolicy    = Policy{Free: 30, First: time.Minute, Most: 15 * time.Minute, Calm: time.Hour}
	CrowdPolicy   = Policy{Free: 100, First: time.Minute, Most: 15 * time.Minute, Calm: 24 * time.Hour}
)

// The policies of asking for a link to a new password: from one address, and for one name; over the latter nothing is sent.
var (
	AskPolicy  = Policy{Free: 10, First: time.Minute, Most: 15 * time.Minute, Calm: time.Hour}
	MailPolicy = Policy{Free: 3, First: 15 * time.Minute, Most: time.Hour, Calm: 24 * time.Hour}
)

// Network gives what counts as one address: that of IPv4, the first 64 bits of IPv6, of which a subscriber holds all.
func Network(peer string) string {
	address, err := netip.ParseAddr(peer)
	if err != nil {
		return peer
	}
	if address = address.Unmap().WithZone(""); address.Is6() {
		if block, err := address.Prefix(64); err == nil {
			return block.String()
		}
	}
	return address.String()
}

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
