package main

import (
	"sync"

	"thidua/internal/store"
)

// statement is one query as it was really run.
type statement struct {
	text string
	args []any
}

// recorder keeps what the store is asked, while it listens.
type recorder struct {
	mu        sync.Mutex
	listening bool
	kept      [][]statement // by transaction
}

func (r *recorder) hear(text string, args []any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.listening {
		return
	}
	if text == store.Begin {
		r.kept = append(r.kept, nil)
		return
	}
	at := len(r.kept) - 1
	r.kept[at] = append(r.kept[at], statement{text, args})
}

// during gives the transactions that fn opens, one after the other.
func (r *recorder) during(fn func()) [][]statement {
	r.listen(true)
	fn()
	r.listen(false)
	return r.kept
}

func (r *recorder) listen(on bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.listening = on; on {
		r.kept = nil
	}
}

// flat gives the statements of all transactions.
func flat(transactions [][]statement) (out []statement) {
	for _, t := range transactions {
		out = append(out, t...)
	}
	return out
}
