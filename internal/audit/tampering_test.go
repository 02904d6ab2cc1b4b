package audit_test

import (
	"time"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"thidua/internal/audit"
)

// tampering changes a copied log at an entry; done is false where there is nothing to change.
type tampering func(t *rapid.T, c *copied, at int, key *audit.Key) (hidden, done bool)

var tamperings = map[string]tampering{
	"a byte of the event": func(t *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		e := c.entries[at].Event
		f := rapid.SampledFrom([]*string{&e.ID, &e.Actor, &e.Verb, &e.Object, &e.TextHash, &e.BeforeHash, &e.AfterHash, &e.Tenant}).Draw(t, "field")
		*f = flipped(t, *f)
		return false, true
	},
	"the time": func(_ *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		c.entries[at].Event.At = c.entries[at].Event.At.Add(time.Microsecond)
		return false, true
	},
	"a byte of the detail": func(t *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		d := c.entries[at].Event.Detail
		if d == nil {
			return false, false
		}
		f := rapid.SampledFrom([]*string{&d.Salt, &d.ActorName, &d.ObjectName, &d.Reason, &d.Before, &d.After}).Draw(t, "field")
		*f = flipped(t, *f)
		return false, true
	},
	"a detail of a waiting event": func(_ *rapid.T, c *copied, _ int, _ *audit.Key) (bool, bool) {
		if len(c.unplaced) == 0 {
			return false, false
		}
		c.unplaced[0].Detail.ActorName = "ai đó"
		return false, len(c.entries) < 2 // named behind the last leaf, which the caller compares with an entry
	},
	"a detail gone": func(_ *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		was := c.entries[at].Event.Detail
		c.entries[at].Event.Detail = nil
		return false, was != nil
	},
	"a byte of the leaf": func(t *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		c.entries[at].Hash = flipped(t, c.entries[at].Hash)
		return false, true
	},
	"a byte of a node": func(t *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		n := &c.nodes[tlog.StoredHashIndex(0, int64(at))]
		n.Hash = flipped(t, n.Hash)
		return false, true
	},
	"an entry gone": func(_ *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		c.entries = append(c.entries[:at:at], c.entries[at+1:]...)
		return false, true
	},
	"an event gone": func(_ *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		c.entries[at].Event = nil
		return false, true
	},
	"an entry put in": func(_ *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		e := event(1000)
		added := audit.Entry{Seq: int64(at), Hash: audit.Text(e.LeafHash()), Event: &e}
		for i := at; i < len(c.entries); i++ {
			c.entries[i].Seq++
		}
		c.entries = append(c.entries[:at:at], append([]audit.Entry{added}, c.entries[at:]...)...)
		return false, true
	},
	"two entries swapped": func(_ *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		if at == 0 {
			return false, false
		}
		a, b := &c.entries[at-1], &c.entries[at]
		a.Event, b.Event, a.Hash, b.Hash = b.Event, a.Event, b.Hash, a.Hash
		return false, true
	},
	"the tail cut": func(_ *rapid.T, c *copied, at int, _ *audit.Key) (bool, bool) {
		c.entries, c.nodes = c.entries[:at], c.nodes[:tlog.StoredHashCount(int64(at))]
		return false, true
	},
	"the tail cut with its checkpoints": func(_ *rapid.T, c *copied, at int, key *audit.Key) (bool, bool) {
		c.entries, c.nodes = c.entries[:at], c.nodes[:tlog.StoredHashCount(int64(at))]
		var left []string
		for _, n := range c.checkpoints {
			if read, err := key.Open(n); err == nil && read.Size <= int64(at) {
				left = append(left, n)
			}
		}
		c.checkpoints = left
		return true, true
	},
	"the log rebuilt from here and signed anew": rebuilt,
}

// rebuilt writes another history from an entry on: leaves, nodes and checkpoints that all agree, signed with the true key.
func rebuilt(t *rapid.T, c *copied, at int, key *audit.Key) (bool, bool) {
	events := make([]audit.Event, len(c.entries))
	for i := range events {
		if events[i] = *c.entries[i].Event; i == at {
			events[i].Object += "khác"
		}
	}
	leaves, nodes, err := audit.Grow(0, events, nil)
	if err != nil {
		t.Fatal(err)
	}
	c.nodes = nil
	for i, h := range nodes {
		c.nodes = append(c.nodes, audit.Node{Index: int64(i), Hash: audit.Text(h)})
	}
	for i := range events {
		c.entries[i] = audit.Entry{Seq: int64(i), Hash: audit.Text(leaves[i]), Event: &events[i]}
	}
	stored := tlog.HashReaderFunc(func(ix []int64) (out []tlog.Hash, _ error) {
		for _, x := range ix {
			out = append(out, nodes[x])
		}
		return out, nil
	})
	for i, n := range c.checkpoints {
		read, err := key.Open(n)
		if err != nil {
			t.Fatal(err)
		}
		if read.Root, err = tlog.TreeHash(read.Size, stored); err != nil {
			t.Fatal(err)
		}
		if c.checkpoints[i], err = key.Sign(read); err != nil {
			t.Fatal(err)
		}
	}
	return true, true
}

func flipped(t *rapid.T, s string) string {
	if s == "" {
		return "x"
	}
	b := []byte(s)
	b[rapid.IntRange(0, len(b)-1).Draw(t, "byte")] ^= 1
	return string(b)
}
