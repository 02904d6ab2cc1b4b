package record

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"thidua/internal/testkit/golden"
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

// TestEveryFormHasAGoldenTree reads the forms out of the source, so that a new one cannot be forgotten, and looks for golden files of none.
func TestEveryFormHasAGoldenTree(t *testing.T) {
	have, all := map[string]bool{}, forms()
	maps.Copy(all, workingForms())
	for _, f := range all {
		have[reflect.TypeOf(f).Name()] = true
	}
	for _, form := range golden.Forms(t, ".") {
		if !have[form] {
			t.Errorf("%s has no sample and no golden tree", form)
		}
	}
	golden.NoOrphans(t, slices.Collect(maps.Keys(all)))
}
