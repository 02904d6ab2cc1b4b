package parcel

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"testing"
	"time"

	"thidua"
)

// sample is a small package with everything in it that one may hold.
func sample(t testing.TB, key *Key, change func(*Manifest, *Data)) []byte {
	t.Helper()
	m := Manifest{ID: "01", Kind: thidua.ParcelDossier, From: Party{"a", "Thanh tra tỉnh"}, To: Party{"b", "Sở Nội vụ"}, Movement: "Cải cách hành chính",
		Year: 2025, Letter: Letter{Number: "12/TTr-TT", Dated: "2025-12-20", Signer: "Nguyễn Văn A"}, SealedAt: time.Unix(1766200000, 0)}
	d := Data{Agency: Agency{ID: "a", Name: "Thanh tra tỉnh"}, Letter: m.Letter,
		Proposals: []Proposal{{ID: "p1", Subject: Subject{Kind: thidua.Collective, Name: "Phòng Nghiệp vụ 1"}}},
		Papers:    []Paper{{ID: "t1", Title: "Tờ trình", Signed: true, File: PaperFile("01. Tờ trình.pdf")}}}
	if change != nil {
		change(&m, &d)
	}
	b, _, err := Seal(key, m, d, []Content{{"01. Tờ trình.pdf", []byte("%PDF-1.7 tờ trình")}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// fixed is a key that the golden sum stands on.
func fixed() *Key {
	return &Key{private: ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, 32))}
}

func TestAPackageOpensAsItWasSealed(t *testing.T) {
	key := fixed()
	b := sample(t, key, nil)
	if again := sample(t, key, nil); !bytes.Equal(b, again) {
		t.Error("the same content gave other bytes")
	}
	// The layout is a contract between installations: a package of today is opened by the program of another year.
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != golden {
		t.Errorf("the layout of a package changed: %x", sum)
	}
	p, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	if paper, ok := p.Paper(p.Data.Papers[0].File); !ok || string(paper) != "%PDF-1.7 tờ trình" {
		t.Errorf("the paper is %q", paper)
	}
	if got := p.Parcel(); got.FromName != "Thanh tra tỉnh" || got.Number != "12/TTr-TT" || got.Year != 2025 || got.Key != key.Public().Fingerprint() {
		t.Errorf("the manifest says %+v", got)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal("other programs cannot open it:", err)
	}
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if data, err := io.ReadAll(r); err != nil || !bytes.Equal(data, p.held[i].Data) {
			t.Errorf("%s reads otherwise elsewhere (%v)", f.Name, err)
		}
	}
	if err := p.Known(func(string) []string { return []string{key.Public().String()} }); err != nil {
		t.Error(err)
	}
	for _, keys := range [][]string{nil, {NewKey().Public().String()}} {
		if err := p.Known(func(string) []string { return keys }); code(err) != thidua.CodeParcelUnknown {
			t.Errorf("with the keys %v the sender is known: %v", keys, err)
		}
	}
	if err := p.For("b"); err != nil {
		t.Error(err)
	}
	if err := p.For("c"); code(err) != thidua.CodeParcelNotOurs {
		t.Errorf("somebody else took it: %v", err)
	}
}

func code(err error) thidua.Code {
	var refusal *thidua.Error
	if errors.As(err, &refusal) {
		return refusal.Code
	}
	return ""
}

// golden is the SHA-256 of the sample under the fixed key.
const golden = "f51fa93ff44ef7a85e91bcd52a4b3cde22be5d0491769d3249c3bb063c8b1799"
