package web_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the list of routes and who may use them anew")

// TestDoors holds every route to the reviewed list of who may use it: a right given to one role more is a changed line, which the walks,
// that believe what a route declares, could not see.
func TestDoors(t *testing.T) {
	w := openWalk(t)
	var lines []string
	for _, r := range w.routes {
		who := "signed in"
		if r.Who.Open() {
			who = "everybody"
		}
		if roles := r.Who.Needs(); len(roles) > 0 {
			names := make([]string, len(roles))
			for i, role := range roles {
				names[i] = string(role)
			}
			slices.Sort(names)
			who = strings.Join(names, " ")
		}
		method, path, _ := strings.Cut(r.Pattern, " ")
		lines = append(lines, fmt.Sprintf("%-50s %-4s %-18s %s\n", path, method, r.Who.Right(), who))
	}
	slices.Sort(lines)
	got, name := strings.Join(lines, ""), filepath.Join("testdata", "doors.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if reviewed := strings.SplitAfter(string(want), "\n"); got != string(want) {
		for _, l := range slices.Concat(lines, reviewed) {
			if slices.Contains(lines, l) != slices.Contains(reviewed, l) && l != "" {
				t.Errorf("only on one side: %s", l)
			}
		}
		t.Error("look at the change of rights, then run go generate ./internal/web")
	}
}
