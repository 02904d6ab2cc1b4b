package record

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGoldenTrees keeps the wording of every form: a changed word shows as a changed line.
func TestGoldenTrees(t *testing.T) {
	for name, d := range samples() {
		path := filepath.Join("testdata", name+".txt")
		got := []byte(d.Dump())
		if *update {
			if err := os.WriteFile(path, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; look at the difference, then run with -update", name, path)
		}
	}
}
