package reader

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"
	"thidua/internal/plan"
	"thidua/internal/plan/extract/pdf"
)

var update = flag.Bool("update", false, "write the golden files anew")

func read(t testing.TB, name string) plan.Draft {
	t.Helper()
	b, err := os.ReadFile("../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(context.Background(), name, b)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile("../testdata/"+name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("%s line %d:\n got %s\nwant %s", name, i+1, g[i], w[i])
			}
		}
		t.Fatalf("%s: %d lines, want %d", name, len(g), len(w))
	}
}

func asJSON(t testing.TB, d plan.Draft) []byte {
	t.Helper()
	b, err := d.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestMain(m *testing.M) {
	pdf.Child()
	readAlone()
	os.Exit(m.Run())
}

func TestRealPlan(t *testing.T) {
	for _, name := range []string{"lao-cai.txt", "lao-cai.docx", "lao-cai.doc"} {
		golden(t, "lao-cai.json", asJSON(t, read(t, name)))
	}
	want, got := spanless(t, read(t, "lao-cai.txt")), spanless(t, read(t, realPDF))
	if !reflect.DeepEqual(got, want) {
		t.Errorf("from the PDF\n%v\nfrom the text\n%v", got, want)
	}
	passagesAreTexts(t, realPDF, read(t, realPDF))
}

const realPDF = "../extract/pdf/testdata/lao-cai.pdf"

// spanless gives the JSON of a draft without its passages and its source.
func spanless(t *testing.T, d plan.Draft) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(asJSON(t, d), &v); err != nil {
		t.Fatal(err)
	}
	return without(v)
}

func without(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			if k == "span" || k == "spans" || k == "source" {
				delete(v, k)
			} else {
				v[k] = without(v[k])
			}
		}
	case []any:
		for i := range v {
			v[i] = without(v[i])
		}
	}
	return v
}

// TestOldWord reads one document with automatic numbers, old fonts, tables, a field and tracked changes, saved in both forms of Word.
func TestOldWord(t *testing.T) {
	for _, name := range []string{"chu-cu.docx", "chu-cu.doc"} {
		golden(t, "chu-cu.json", asJSON(t, read(t, name)))
	}
}
