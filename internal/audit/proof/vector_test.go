package proof_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"thidua/internal/audit"
	"thidua/internal/audit/proof"
)

var update = flag.Bool("update", false, "make the public test vectors anew: every proof that was ever printed must stay valid, so only for a new version of a format")

// TestVectorsStayValid reads files as they once left the program: who writes a checker of their own has them to try it on.
func TestVectorsStayValid(t *testing.T) {
	if *update {
		makeVectors(t)
	}
	public, err := audit.LoadPublic("testdata")
	if err != nil {
		t.Fatal(err)
	}
	p, err := proof.Decode(vector(t, "phieu.json"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Check(public)
	if err != nil || !r.Known || r.Statement.Title != "Biên bản" || r.IssueSeq != 5 || r.SheetSeq != 7 || r.Checkpoint.Size != 9 {
		t.Errorf("%+v, %v", r, err)
	}
	if _, ok := r.Statement.Covers(proof.Sum(vector(t, "bien-ban.pdf"))); !ok {
		t.Error("the paper is not covered")
	}
	early, err := checked(vector(t, "nhat-ky-1.jsonl"), nil, public)
	if err != nil || early.Anchored != 9 {
		t.Fatalf("%+v, %v", early, err)
	}
	later, err := checked(vector(t, "nhat-ky-2.jsonl"), []proof.Mark{early.Mark()}, public)
	if err != nil || !later.Grown || later.Anchored != 12 {
		t.Errorf("%+v, %v", later, err)
	}
}

func vector(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}

func makeVectors(t *testing.T) {
	t.Helper()
	k := newKeeping(t)
	text, issue, made := k.sheet(t, nil)
	sheet, err := k.prove(t, text, issue, made, 9).Encode()
	if err != nil {
		t.Fatal(err)
	}
	early := k.export(t, false, 9)
	for range 4 {
		k.log(t, "x", "thing:4")
	}
	for name, data := range map[string][]byte{audit.PublicFile: []byte(k.key.Public() + "\n"), "phieu.json": sheet, "bien-ban.pdf": paper, "nhat-ky-1.jsonl": early,
		"nhat-ky-2.jsonl": k.export(t, false, 9, 12)} {
		err = errors.Join(err, os.WriteFile(filepath.Join("testdata", name), data, 0o600))
	}
	if err != nil {
		t.Fatal(err)
	}
}
