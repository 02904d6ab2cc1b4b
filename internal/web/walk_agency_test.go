package web_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"thidua/internal/store"
)

// ear hears every statement that requests cause and notes those that are not bound to the agency of who asks.
type ear struct {
	mu     sync.Mutex
	agency string   // empty while the walk is prepared
	above  []string // Sở Nội vụ and UBND tỉnh, whose people ask too
	heard  int
	loose  []string
}

var (
	// a sealed package may be read by whom it is addressed to, as well as by its sender
	boundTo = regexp.MustCompile(`\b(?:tenant_id|to_agency) = \$(\d+)`)
	inserts = regexp.MustCompile(`INSERT INTO \w+ \(tenant_id\b[^()]*\) VALUES \(\$1\b`)
	begins  = regexp.MustCompile(`^\s*(?:SELECT\b.*?\bFROM|INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)(?:\s*\(\s*(\w+))?`)
)

// outside are tables of the installation, not of an agency; the session is found before the agency is known.
var outside = []string{"tenant", "session", "sign_in_guard", "lease", "outbox"}

func (e *ear) hear(query string, args []any) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.agency == "" || query == store.Begin {
		return
	}
	e.heard++
	flat := strings.Join(strings.Fields(query), " ")
	m := begins.FindStringSubmatch(flat)
	if m != nil && slices.Contains(outside, m[1]) || e.bound(flat, args) || slices.Contains(e.loose, flat) {
		return
	}
	e.loose = append(e.loose, flat)
}

func (e *ear) bound(flat string, args []any) bool {
	if strings.HasPrefix(flat, "INSERT INTO") {
		m := begins.FindStringSubmatch(flat)
		return m != nil && m[2] == "tenant_id" && len(args) > 0 && e.ours(args[0])
	}
	if n := strings.Count(flat, "INSERT INTO"); n > 1 { // one statement into several tables, the agency first in each
		return len(inserts.FindAllString(flat, -1)) == n && e.ours(args[0])
	}
	all := boundTo.FindAllStringSubmatch(flat, -1)
	for _, m := range all {
		if n, err := strconv.Atoi(m[1]); err != nil || n > len(args) || !e.ours(args[n-1]) {
			return false
		}
	}
	return len(all) > 0
}

func (e *ear) ours(arg any) bool {
	id, ok := arg.(string)
	return ok && (id == e.agency || slices.Contains(e.above, id))
}

// listen begins to hear: from now on only people of one agency ask.
func (e *ear) listen(agency string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.agency = agency
}

// nothingLoose fails the test for each statement that could reach another agency, whatever was answered in the end.
func (e *ear) nothingLoose(t *testing.T) {
	t.Helper()
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.heard < 1000 {
		t.Errorf("only %d statements were heard", e.heard)
	}
	for _, s := range e.loose {
		t.Errorf("not bound to the agency: %s", s)
	}
}
