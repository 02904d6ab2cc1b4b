package web_test

import (
	"bytes"
	"database/sql"
	"flag"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

// witness stands before the server of a test and holds cases 75 and 8 whatever the test is about: a form that succeeds is one act, in one
// transaction with its one event. The first time that a test succeeds at a route, the same request is sent once before with an event that the
// database refuses, which must change nothing, and one of several acts once for each of them (eachRefused); and the request itself carries a field for every column that no page reads, which nothing may take.
type witness struct {
	t      *testing.T
	config store.Config
	raw    *sql.DB
	alone  sync.RWMutex // requests that are looked at run alone
	mu     sync.Mutex
	events []int             // of each transaction since the request began
	refuse int               // the event of the request from which on the database refuses them; 0 for none
	before map[string]string // what stood when it refused the first
	hit    bool              // whether it refused one
	more   bool              // whether a request carried further fields

	extended string // the address and key of the form that did last, which it carries again when it comes again
	routes   sync.Map
}

// newWitness gives a witness and what it wants of the configuration of the store that the test opens.
func newWitness(t *testing.T) (*witness, func(*store.Config)) {
	w := &witness{t: t}
	return w, func(c *store.Config) {
		before := c.Trace
		c.Trace = func(query string, args []any) {
			if before != nil {
				before(query, args)
			}
			w.hear(query, args)
		}
		w.config, w.raw = *c, testkit.Raw(t, *c)
		t.Cleanup(w.nothingAssigned)
	}
}

// performed is what the tests of this package succeeded at, by route and act, each with its event.
var performed struct {
	sync.Mutex
	acts, broken map[string]bool
	later        map[string]int // by act that may be several, the last of its events that was refused
	tried        map[string]int // by such an act, how often it turned out to be one
}

// noted are verbs that tell of no change.
var noted = []thidua.Action{thidua.AccessRefused, thidua.FileTaken, thidua.DataSeen, thidua.DataListed}

// hear counts the events of each transaction; one that is to fail loses its id, without which the database does not take it.
func (w *witness) hear(query string, args []any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case query == store.Begin:
		w.events = append(w.events, 0)
	case strings.Contains(query, "INSERT INTO event ("):
		if verb, _ := args[5].(string); slices.Contains(noted, thidua.Action(verb)) {
			return
		}
		w.events[len(w.events)-1]++
		if w.refuse > 0 && told(w.events) >= w.refuse {
			w.refused(args)
		}
	}
}

// during runs a request and gives its answer and the number of events of each transaction that wrote any.
func (w *witness) during(s *web.Server, r *http.Request, body []byte, refuse int) (*httptest.ResponseRecorder, []int) {
	w.mu.Lock()
	w.events, w.refuse, w.hit = nil, refuse, false
	w.mu.Unlock()
	out := httptest.NewRecorder()
	s.Handler().ServeHTTP(out, resent(r, body))
	w.mu.Lock()
	defer w.mu.Unlock()
	w.refuse = 0
	return out, slices.DeleteFunc(slices.Clone(w.events), func(n int) bool { return n == 0 })
}

// resent gives a request again, with a body.
func resent(r *http.Request, body []byte) *http.Request {
	again := r.Clone(r.Context())
	again.Body, again.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return again
}

// act names what a request asks for: the pattern of its route, and the action of its path.
func (w *witness) act(s *web.Server, r *http.Request) (pattern, name string) {
	known, ok := w.routes.Load(s)
	if !ok {
		mux := http.NewServeMux()
		for _, g := range s.Routes() {
			for _, route := range g.Routes {
				mux.Handle(route.Pattern, http.NotFoundHandler())
			}
		}
		known, _ = w.routes.LoadOrStore(s, mux)
	}
	_, pattern = known.(*http.ServeMux).Handler(r)
	parts := strings.Split(r.URL.Path, "/")
	for i, part := range strings.Split(strings.TrimPrefix(pattern, "POST "), "/") {
		if part == "{action}" && i < len(parts) {
			return pattern, pattern + " " + parts[i]
		}
	}
	return pattern, pattern
}

func (w *witness) over(s *web.Server) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) { w.serve(s, out, r) })
}

// largest is the size of a body that the witness sends twice.
const largest = 4 << 20

func (w *witness) serve(s *web.Server, out http.ResponseWriter, r *http.Request) {
	pattern, name := "", ""
	if r.Method == http.MethodPost && r.ContentLength >= 0 && r.ContentLength < largest {
		pattern, name = w.act(s, r)
	}
	if !slices.Contains(changing(), pattern) {
		pattern = "" // a backup, which runs beside its request
	}
	if pattern == "" || !w.alone.TryLock() {
		w.alone.RLock()
		defer w.alone.RUnlock()
		s.Handler().ServeHTTP(out, r)
		return
	}
	defer w.alone.Unlock()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.t.Error(err)
	}
	performed.Lock()
	known := performed.broken[name]
	performed.Unlock()
	more, key := body, fieldsIn(r, body).Get("key")
	if _, passing := upkeep[pattern]; !known && !passing && w.breaks(s, r, body, name) || key != "" && w.extended == r.URL.Path+" "+key {
		more, w.extended = w.assigning(r, body), r.URL.Path+" "+key
	}
	if several[pattern] != "" {
		w.eachRefused(s, r, body, name)
	}
	seen, acts := w.during(s, r, more, 0)
	if seen.Code == http.StatusRequestEntityTooLarge && len(more) > len(body) {
		seen, acts = w.during(s, r, body, 0) // there is no room for further fields in this form
	}
	if seen.Code < http.StatusBadRequest {
		w.judge(pattern, name, acts)
	}
	maps.Copy(out.Header(), seen.Header())
	out.WriteHeader(seen.Code)
	_, _ = out.Write(seen.Body.Bytes())
}

// judge looks at what a form left that succeeded.
func (w *witness) judge(pattern, name string, acts []int) {
	if len(acts) == 0 {
		return
	}
	if several[name] == "" && several[pattern] == "" && len(acts) > 1 {
		w.t.Errorf("%s: %d acts in one request, with %v events: one act, one transaction, one event; or name it in several with the reason", name, len(acts), acts)
	}
	for _, n := range acts {
		if n != 1 {
			w.t.Errorf("%s: a transaction with %d events", name, n)
		}
	}
	if upkeep[pattern] != "" {
		w.t.Errorf("%s leaves an event: take it out of upkeep", name)
	}
	performed.Lock()
	defer performed.Unlock()
	if performed.acts == nil {
		performed.acts = map[string]bool{}
	}
	performed.acts[pattern] = true
}

// breaks sends a request whose event the database refuses, and tells whether it came as far as that. It leaves nothing, and its answer gives back what
// was typed and tells nothing of the inside.
func (w *witness) breaks(s *web.Server, r *http.Request, body []byte, name string) bool {
	w.t.Helper()
	before := testkit.Fingerprint(w.t, w.raw)
	if !w.without(s, r, body, name, 1, before) {
		return false
	}
	performed.Lock()
	if performed.broken == nil {
		performed.broken = map[string]bool{}
	}
	performed.broken[name] = true
	performed.Unlock()
	return true
}

// givenBack looks whether a page of an error shows each longer text that was typed.
func (w *witness) givenBack(r *http.Request, body []byte, seen *httptest.ResponseRecorder, name string) {
	w.t.Helper()
	d, err := goquery.NewDocumentFromReader(strings.NewReader(seen.Body.String()))
	if err != nil {
		w.t.Error(err)
	}
	back := flat(d.Find("textarea").Text())
	for field, all := range fieldsIn(r, body) {
		for _, text := range all {
			if len(text) >= 40 && !slices.Contains([]string{"key", "password", "current", "new", "repeat", "next"}, field) && !strings.Contains(back, flat(text)) {
				w.t.Errorf("%s: without its event the text of %s is lost", name, field)
			}
		}
	}
}

// fieldsIn gives the fields of a form that was sent, without its files.
func fieldsIn(r *http.Request, body []byte) url.Values {
	q := resent(r, body)
	if err := q.ParseMultipartForm(largest); err != nil && q.PostForm == nil {
		return nil
	}
	if q.MultipartForm != nil {
		return q.MultipartForm.Value
	}
	return q.PostForm
}

// otherKey gives the form another key: the key of a form of which nobody knows how far it went stays taken.
func otherKey(r *http.Request, body []byte) []byte {
	form := fieldsIn(r, body)
	key := form.Get("key")
	if r.Header.Get("Content-Type") == "application/x-www-form-urlencoded" && key != "" {
		form.Set("key", "f"+key[1:])
		return []byte(form.Encode())
	}
	return bytes.Replace(body, []byte("name=\"key\"\r\n\r\n"+key), []byte("name=\"key\"\r\n\r\nf"+key[min(1, len(key)):]), 1)
}

// further are the fields of case 8 that a form does not have: those of the catalogue, and every column that no page reads.
var further = sync.OnceValue(func() url.Values {
	t, out := new(testing.T), url.Values{}
	assign(t, out)
	read := namesRead()
	maps.DeleteFunc(out, func(name string, _ []string) bool { return slices.Contains(read, name) })
	for _, name := range []string{"role", "tenant_id", "status", "score", "created_by", "signed_at", "judge_id"} {
		out.Set(name, assigned)
	}
	return out
})

// namesRead is every name by which a page asks a form for something.
func namesRead() (out []string) {
	read := regexp.MustCompile(`(?:Form|\bf)\.\w+\("([a-z-]+)"`)
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		panic(err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		for _, m := range read.FindAllStringSubmatch(string(source), -1) {
			out = append(out, m[1])
		}
	}
	return out
}

// assigning adds those fields to a form.
func (w *witness) assigning(r *http.Request, body []byte) []byte {
	have, more := fieldsIn(r, body), url.Values{}
	if have == nil {
		return body
	}
	for name, value := range further() {
		if !have.Has(name) {
			more[name] = value
		}
	}
	w.more = true
	_, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return []byte(strings.TrimPrefix(string(body)+"&"+more.Encode(), "&"))
	}
	end := []byte("--" + params["boundary"] + "--")
	at := bytes.LastIndex(body, end)
	var b bytes.Buffer
	b.Write(body[:at])
	m := multipart.NewWriter(&b)
	_ = m.SetBoundary(params["boundary"])
	for name := range more {
		_ = m.WriteField(name, assigned)
	}
	_ = m.Close()
	return b.Bytes()
}

// nothingAssigned looks for those fields in the data that a test leaves.
func (w *witness) nothingAssigned() {
	if !w.more || w.t.Failed() {
		return
	}
	for table := range testkit.Fingerprint(w.t, w.raw) {
		unassigned(w.t, w.raw, table)
	}
}

// performedAll ends a run of all tests of this package: there is no route that changes at which none succeeds.
func performedAll(code int) int {
	partial := false
	for _, name := range []string{"test.run", "test.skip", "test.list", "test.fuzz", "test.bench"} {
		partial = partial || flag.Lookup(name).Value.String() != ""
	}
	if code != 0 || partial || testing.Short() {
		return code
	}
	performed.Lock()
	defer performed.Unlock()
	for _, pattern := range notPerformed(changing()) {
		fmt.Fprintf(os.Stderr, "%s: no test succeeds at it under the eyes of a witness. Send it from a test that begins with openHall, or add a step to walk_acts_test.go; when it holds no fact of the agency, name it in upkeep with the reason.\n", pattern)
		code = 1
	}
	return code
}

// notPerformed gives the routes that leave an event and at which nothing has succeeded; whoever asks holds the lock.
func notPerformed(all []string) (out []string) {
	for _, pattern := range all {
		if _, passing := upkeep[pattern]; !performed.acts[pattern] && !passing {
			out = append(out, pattern)
		}
	}
	return out
}

// changing gives the patterns of all routes that change something, out of the reviewed list of routes.
var changing = sync.OnceValue(func() (out []string) {
	list, err := os.ReadFile("testdata/doors.txt")
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(list)) {
		if field := strings.Fields(line); len(field) > 1 && field[1] == http.MethodPost {
			out = append(out, "POST "+field[0])
		}
	}
	return out
})
