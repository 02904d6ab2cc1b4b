package proof_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
)

// export writes the log with its checkpoints at the sizes given.
func (k *keeping) export(t testing.TB, sample bool, sizes ...int64) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := proof.NewLog(&out, proof.LogHead{Agency: "Thanh tra tỉnh", Tenant: "t1", Sample: sample, Key: k.key.Public(), Size: int64(len(k.events))})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range sizes {
		if err := w.Checkpoint(k.sign(t, n)); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range k.events {
		if err := w.Leaf(audit.Text(e.LeafHash())); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func checked(data []byte, before []proof.Mark, keys ...*audit.Key) (proof.LogResult, error) {
	return proof.CheckLog(bytes.NewReader(data), before, keys...)
}

func TestTwoExportsOfDifferentDaysAgree(t *testing.T) {
	k := newKeeping(t)
	for i := range 70 {
		k.log(t, "x", fmt.Sprint("thing:", i))
	}
	first, err := checked(k.export(t, false, 40, 64), nil, k.key)
	if err != nil || first.Anchored != 64 || first.Signed != 2 || first.Size != 70 || !first.Known {
		t.Fatalf("%+v, %v", first, err)
	}
	for i := range 31 {
		k.log(t, "x", fmt.Sprint("more:", i))
	}
	later, err := checked(k.export(t, false, 40, 64, 101), []proof.Mark{first.Mark()})
	if err != nil || !later.Grown || later.Anchored != 101 || later.Known || !later.Moment.After(first.Moment) {
		t.Fatalf("%+v, %v", later, err)
	}
	other := newKeeping(t)
	for i := range 101 {
		other.log(t, "y", fmt.Sprint("thing:", i))
	}
	_, err = checked(other.export(t, false, 101), []proof.Mark{first.Mark()})
	wants(t, err, proof.CodeRewritten)
	_, err = checked(k.export(t, false, 101), []proof.Mark{{Tenant: "t1", Size: 200}})
	wants(t, err, proof.CodeShorter)
	_, err = checked(k.export(t, false, 101), []proof.Mark{{Tenant: "t2", Size: 1}})
	wants(t, err, proof.CodeOtherLog)
	_, err = checked(k.export(t, false, 101), nil, other.key)
	wants(t, err, proof.CodeKeyUnknown)
}

func TestAChangedExportIsRefused(t *testing.T) {
	k := newKeeping(t)
	for i := range 20 {
		k.log(t, "x", fmt.Sprint("thing:", i))
	}
	lines := strings.SplitAfter(string(k.export(t, false, 12, 20)), "\n")
	lines = lines[:len(lines)-1]
	join := func(l ...string) string { return strings.Join(l, "") }
	for name, c := range map[string]struct {
		text string
		want thidua.Code
	}{
		"nothing":                  {"", proof.CodeUnreadable},
		"another version":          {strings.Replace(join(lines...), proof.LogFormat, "thidua log 9", 1), proof.CodeNewer},
		"the tail cut":             {join(lines[:len(lines)-1]...), proof.CodeCut},
		"a leaf too many":          {join(append(lines[:len(lines):len(lines)], lines[5])...), proof.CodeCut},
		"a leaf twice":             {join(append(append(lines[:8:8], lines[7]), lines[9:]...)...), proof.CodeRoot},
		"two leaves swapped":       {join(append(append(lines[:8:8], lines[9], lines[8]), lines[10:]...)...), proof.CodeRoot},
		"a checkpoint after":       {join(append(lines[:len(lines):len(lines)], lines[1])...), proof.CodeUnreadable},
		"a checkpoint changed":     {strings.Replace(join(lines...), `\n12\n`, `\n13\n`, 1), proof.CodeForged},
		"a checkpoint of too many": {strings.Replace(join(append(lines[:15:15], "")...), `"size":20`, `"size":12`, 1), proof.CodeShorter},
		"a line of nothing":        {join(append(lines[:4:4], "{}\n")...), proof.CodeUnreadable},
		"a hash that is none":      {join(append(lines[:4:4], `{"leaf":"x"}`+"\n")...), proof.CodeUnreadable},
		"a line without an end":    {join(lines[0], `{"leaf":"`, strings.Repeat("A", 100<<10)), proof.CodeUnreadable},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := checked([]byte(c.text), nil, k.key)
			wants(t, err, c.want)
		})
	}
}

func TestAnEmptyLogHasNothingToProve(t *testing.T) {
	k := newKeeping(t)
	r, err := checked(k.export(t, true), nil)
	if err != nil || r.Size != 0 || r.Anchored != 0 || !r.Sample || !r.Moment.IsZero() {
		t.Errorf("%+v, %v", r, err)
	}
}

func FuzzLog(f *testing.F) {
	k := newKeeping(f)
	for i := range 9 {
		k.log(f, "x", fmt.Sprint("thing:", i))
	}
	f.Add(k.export(f, false, 4, 9))
	f.Add([]byte(`{"format":"thidua log 1","size":1}` + "\n" + `{"leaf":"AAAA"}`))
	whole, err := checked(k.export(f, false, 9), nil, k.key)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := checked(data, nil, k.key)
		if err == nil && r.Anchored == 9 && r.Size == 9 && r.Root != whole.Root {
			t.Errorf("another log was proved: %+v", r)
		}
	})
}
