package web_test

import (
	"net/http"

	"thidua/internal/testkit"
	"thidua/internal/web"
)

// without sends a request whose nth event the database refuses, as it does all after it, and tells whether it came as far as that. Of the act to
// which that event belongs nothing is left: the facts are those that stood when it was refused, or before when they are given.
func (w *witness) without(s *web.Server, r *http.Request, body []byte, name string, nth int, before map[string]string) bool {
	w.t.Helper()
	seen, _ := w.during(s, r, otherKey(r, body), nth)
	if !w.hit {
		return false
	}
	if before == nil {
		before = w.before
	}
	for table, was := range testkit.Fingerprint(w.t, w.raw) {
		if was != before[table] {
			w.t.Errorf("%s: without its event %d it leaves a change in %s", name, nth, table)
		}
	}
	w.givenBack(r, body, seen, name)
	page := seen.Body.String()
	if seen.Code != http.StatusInternalServerError || innards.MatchString(page) {
		w.t.Errorf("%s: without its event %d the answer is %d %q", name, nth, seen.Code, innards.FindString(page))
	}
	return true
}

// refused has the database refuse an event, which it does not take without its id; whoever calls holds the lock.
func (w *witness) refused(args []any) {
	if w.refuse > 1 && !w.hit {
		w.before = testkit.Fingerprint(w.t, w.raw)
	}
	args[1], w.hit = nil, true
}

// eachRefused refuses, one after the other, the later events of a request that makes several acts, each time from the same data; what the acts before
// it left stands, each with its event. Data are taken back on SQLite alone; the transactions are those of every engine.
func (w *witness) eachRefused(s *web.Server, r *http.Request, body []byte, name string) {
	w.t.Helper()
	const enough = 40 // forms of this route that made one act
	performed.Lock()
	if performed.later == nil {
		performed.later, performed.tried = map[string]int{}, map[string]int{}
	}
	over := performed.later[name] > 0 || performed.tried[name] >= enough
	performed.tried[name]++
	performed.Unlock()
	if over {
		return
	}
	kept := testkit.Keep(w.t, w.config)
	for nth := 2; kept != nil; nth++ {
		came := w.without(s, r, body, name, nth, nil)
		kept.Rewind()
		if !came {
			return
		}
		performed.Lock()
		performed.later[name] = nth
		performed.Unlock()
	}
}

// told counts the events of all transactions of a request.
func told(events []int) (n int) {
	for _, of := range events {
		n += of
	}
	return n
}
