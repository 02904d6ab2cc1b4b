package pdf

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the expected lines anew; look at every change")

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// told writes a document so that one can compare it with the pages: page, place, marks (B bold, ^ room above, > goes on), indent, text.
func told(doc Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d pages, pictures on %v\n", doc.Pages, doc.Scans)
	for _, l := range doc.Lines {
		place := ""
		switch {
		case l.Table > 0:
			place = fmt.Sprintf("T%d.%d.%d", l.Table, l.Row, l.Cell)
		case l.Column > 0:
			place = fmt.Sprintf("column %d", l.Column)
		}
		marks := ""
		for _, m := range []struct {
			is   bool
			sign string
		}{{l.Bold, "B"}, {l.Gap, "^"}, {l.Goes, ">"}} {
			if m.is {
				marks += m.sign
			}
		}
		fmt.Fprintf(&b, "%d %-8s %-2s %5.1f |%s\n", l.Page, place, marks, l.Indent, l.Text)
	}
	return b.String()
}

// TestPages compares the lines of real files of several programs with what a person read off their pages.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			doc, err := Lines(context.Background(), fixture(t, filepath.Base(file)))
			if err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(filepath.Base(file), ".pdf") + ".txt"
			got := told(doc)
			if *update {
				if err := os.WriteFile(filepath.Join("testdata", golden), []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			compare(t, got, string(bytes.ReplaceAll(fixture(t, golden), []byte("\r"), nil)))
		})
	}
}

func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, a, b)
		}
	}
}

func BenchmarkCold(b *testing.B) {
	data := fixture(b, "lao-cai.pdf")
	for b.Loop() {
		if _, err := Lines(context.Background(), data); err != nil {
			b.Fatal(err)
		}
	}
}
