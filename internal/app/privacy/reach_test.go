package privacy

import (
	"slices"
	"strings"
	"testing"

	"thidua/internal/vi/held"
)

// TestEveryReferenceToAPersonIsFollowed keeps the export whole: each column that points at somebody is a way to his rows, or says why not.
func TestEveryReferenceToAPersonIsFollowed(t *testing.T) {
	ways := map[string]bool{}
	for _, r := range reaches {
		ways[r.table+"."+r.by] = true
	}
	found := 0
	for _, h := range Every() {
		for _, c := range h.Own {
			name := h.Table + "." + c.Name
			if c.Kind != "ref" {
				continue
			}
			found++
			if (unreached[name] == "") == !ways[name] {
				t.Errorf("%s is neither followed nor excused, or both", name)
			}
		}
	}
	if found < 30 {
		t.Errorf("only %d references", found)
	}
}

// TestNothingThatNamesSomebodyElseIsRead holds columns of names out of every way that is not the person's own.
func TestNothingThatNamesSomebodyElseIsRead(t *testing.T) {
	kinds := map[string]map[string]string{}
	for _, h := range Every() {
		kinds[h.Table] = map[string]string{}
		for _, c := range h.Own {
			kinds[h.Table][c.Name] = c.Kind
		}
		for _, c := range h.Others {
			kinds[h.Table][c] = "-"
		}
	}
	own := []string{"person.name", "award.subject_name"}
	for _, r := range reaches {
		for _, c := range strings.Fields(r.columns) {
			kind, there := kinds[r.table][c]
			if !there || kind == "ref" || kind == "file" && c != "file_name" || kind == "name" && !slices.Contains(own, r.table+"."+c) {
				t.Errorf("%s.%s by %s is read: kind %q", r.table, c, r.by, kind)
			}
			if held.Column(c) == "" || held.Table(r.table) == "" {
				t.Errorf("%s.%s has no heading", r.table, c)
			}
		}
	}
}
