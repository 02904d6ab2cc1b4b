package house

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms lists which rooms each room may open a door to, besides its own sub-packages and the root vocabulary.
var rooms = map[string][]string{
	"internal/vi":       {},
	"internal/audit":    {},
	"internal/auth":     {"internal/outbound"},
	"internal/ballot":   {},
	"internal/job":      {"internal/store", "internal/audit"},
	"internal/file":     {"internal/outbound"},
	"internal/pack":     {},
	"internal/store":    {"internal/audit", "internal/auth"},
	"internal/backup":   {"internal/store", "internal/file"},
	"internal/plan":     {"internal/vi"},
	"internal/doc":      {"internal/vi", "internal/qr"},
	"internal/sheet":    {"internal/vi", "internal/file"},
	"internal/mail":     {"internal/vi"},
	"internal/outbound": {},
	"internal/logs":     {},
	"internal/release":  {"internal/store"},
	"internal/qr":       {},
	"internal/app": {"internal/vi", "internal/outbound", "internal/store", "internal/doc", "internal/plan", "internal/auth", "internal/audit", "internal/ballot",
		"internal/job", "internal/file", "internal/mail", "internal/pack", "internal/sheet", "internal/backup"},
	"internal/demo":   {"internal/app", "internal/pack", "internal/vi", "internal/auth", "internal/doc", "internal/plan", "internal/file", "internal/sheet"},
	"internal/sample": {"internal/store", "internal/vi", "internal/auth", "internal/pack"},
	"internal/web":    {"internal/qr", "internal/app", "internal/vi", "internal/doc", "internal/plan", "internal/auth", "internal/audit", "internal/file", "internal/sheet", "internal/job", "internal/pack", "internal/logs"},
	"internal/api":    {"internal/app", "internal/vi", "internal/doc", "internal/plan", "internal/auth", "internal/file", "internal/sheet"},
}

// free rooms wire everything together, for a program or for a test.
var free = []string{"cmd", "internal/testkit", "internal/browser", "internal/bench", "internal/faults", "internal/house"}

func TestDoorsBetweenRooms(t *testing.T) {
	for _, s := range tree(t) {
		if s.test() || s.in(free...) {
			continue
		}
		for _, path := range imports(s) {
			target, ours := strings.CutPrefix(path, "thidua/")
			if !ours || allowed(s, target) {
				continue
			}
			t.Errorf("%s imports %s: doors lead from pages to use cases to store and papers to the vocabulary, never back or across, "+
				"so that each room can be read and tested alone; see ARCHITECTURE.md", s.path, path)
		}
	}
}

func allowed(s source, target string) bool {
	own := roomOf(s.room)
	return own != "" && (roomOf(target) == own || slices.Contains(rooms[own], roomOf(target)))
}

func roomOf(path string) string {
	parts := strings.Split(path, "/")
	if len(parts) < 2 {
		return ""
	}
	name := parts[0] + "/" + parts[1]
	if _, ok := rooms[name]; !ok {
		return ""
	}
	return name
}

func TestTheVocabularyStandsOnTheStandardLibraryAlone(t *testing.T) {
	for _, s := range tree(t) {
		if s.room != "." || s.test() {
			continue
		}
		for _, path := range imports(s) {
			if path == "thidua" || strings.Contains(path, ".") || strings.HasPrefix(path, "thidua/") {
				t.Errorf("%s imports %s: the root package is what one could tell an official without a computer", s.path, path)
			}
			if slices.Contains([]string{"os", "io/fs", "net", "os/exec"}, path) {
				t.Errorf("%s imports %s: the root package does no input or output", s.path, path)
			}
		}
	}
}

// guarded packages may be imported in a few rooms only, for the reason given.
var guarded = []struct {
	path   string
	rooms  []string
	reason string
}{
	{"net/http", []string{"internal/web", "internal/api", "cmd", "internal/outbound", "internal/testkit", "internal/browser", "internal/bench"},
		"use cases and rules do not know that they are asked through the web"},
	{"database/sql", []string{"internal/store", "internal/testkit", "internal/bench"}, "the store is the only room that knows SQL"},
	{"github.com/jackc/pgx/v5", []string{"internal/store", "internal/testkit"}, "the store alone knows which engine runs"},
	{"modernc.org/sqlite", []string{"internal/store", "internal/testkit", "internal/bench"}, "the store alone knows which engine runs"},
	{"github.com/pressly/goose/v3", []string{"internal/store"}, "the store alone changes the schema"},
	{"os/exec", []string{"cmd", "internal/testkit", "internal/browser", "internal/bench", "internal/faults", "internal/plan"}, "the server starts no other program"},
	{"thidua/internal/app/act", []string{"internal/app"}, "pages call use cases; what those stand on is theirs alone"},
	{"testing", []string{"internal/testkit", "internal/browser", "internal/bench"}, "what is only for tests is no part of the program"},
	{"net/http/httptest", []string{"internal/testkit", "internal/browser", "internal/bench"}, "what is only for tests is no part of the program"},
	{"unsafe", nil, "nothing here needs it"},
	{"crypto/md5", nil, "it is broken"},
	{"crypto/sha1", []string{"internal/auth/totp", "internal/doc/sign"}, "it is broken but for the HMAC of RFC 6238; signatures made elsewhere are read and told as weak"},
	{"crypto/des", nil, "it is broken"},
	{"crypto/rc4", nil, "it is broken"},
	{"text/template", nil, "templates are compiled in, none is made at run time"},
	{"html/template", nil, "templates are compiled in, none is made at run time"},
	{"net/http/pprof", nil, "a running server opens no door for debugging"},
	{"expvar", nil, "a running server opens no door for debugging"},
}

func TestGuardedPackages(t *testing.T) {
	for _, s := range tree(t) {
		for _, g := range guarded {
			if s.test() || s.in(g.rooms...) {
				continue
			}
			for _, path := range imports(s) {
				if path == g.path || strings.HasPrefix(path, g.path+"/") {
					t.Errorf("%s imports %s: %s", s.path, path, g.reason)
				}
			}
		}
	}
}

func imports(s source) []string {
	var out []string
	for _, spec := range s.file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err == nil {
			out = append(out, path)
		}
	}
	return out
}
