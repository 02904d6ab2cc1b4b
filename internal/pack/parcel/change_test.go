package parcel

import (
	"archive/zip"
	"bytes"
	"os"
	"testing"
	"thidua"
)

func TestNoByteOfAPackageCanBeChanged(t *testing.T) {
	b := sample(t, NewKey(), nil)
	for i := range b {
		for _, flip := range []byte{1, 0x20, 0xff} {
			changed := bytes.Clone(b)
			changed[i] ^= flip
			_, err := Open(changed)
			switch c := code(err); {
			case c == "":
				t.Fatalf("byte %d of %d was changed and nobody noticed: %v", i, len(b), err)
			case c != thidua.CodeParcelChanged && c != thidua.CodeParcelNewer:
				t.Fatalf("byte %d of %d was changed and the answer is %s", i, len(b), c)
			}
		}
	}
	for what, other := range map[string][]byte{
		"cut": b[:len(b)-1], "cut far": b[:len(b)/2], "trailing": append(bytes.Clone(b), 0), "twice": append(bytes.Clone(b), b...),
	} {
		if _, err := Open(other); code(err) != thidua.CodeParcelChanged {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, other := range map[string][]byte{
		"prepended": append([]byte("MZ"), b...), "nothing": nil, "words": []byte("Kính gửi Sở Nội vụ"), "a ZIP": emptyZIP(t),
	} {
		if _, err := Open(other); code(err) != thidua.CodeParcelNone {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func emptyZIP(t *testing.T) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if _, err := z.Create("word/document.xml"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func FuzzOpen(f *testing.F) {
	key := fixed()
	f.Add(sample(f, key, nil))
	f.Add(sample(f, key, func(m *Manifest, d *Data) {
		m.Kind, d.Answer = thidua.ParcelAnswer, &Answer{Kind: thidua.AnswerReceived}
	}))
	f.Add(sample(f, key, registered))
	if older, err := os.ReadFile("testdata/schema-1.zip"); err != nil {
		f.Fatal(err)
	} else {
		f.Add(older)
	}
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Open(b)
		if err != nil {
			if code(err) == "" {
				t.Fatalf("a refusal without a code: %v", err)
			}
			return
		}
		var again bytes.Buffer
		if err := write(&again, p.held); err != nil || !bytes.Equal(again.Bytes(), b) {
			t.Fatalf("opened what Seal would not write: %v", err)
		}
		if !p.Seal.signed(p.held[0].Data, p.held[len(p.held)-1].Data) {
			t.Fatal("opened without a seal")
		}
	})
}
