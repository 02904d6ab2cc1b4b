package parcel

import (
	"bytes"
	"encoding/json"
	"testing"
	"thidua"
)

// TestWhatASenderMayNotPack seals with a right key what the form of a package does not allow.
func TestWhatASenderMayNotPack(t *testing.T) {
	key := NewKey()
	good, err := Open(sample(t, key, nil))
	if err != nil {
		t.Fatal(err)
	}
	resealed := func(change func(m *Manifest, c []Content) []Content) []byte {
		m, contents := good.Manifest, append([]Content{}, good.held...)
		m.Files = append([]File{}, m.Files...)
		contents = change(&m, contents)
		head, err := json.MarshalIndent(m, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		contents[0].Data, contents[len(contents)-1].Data = head, key.sign(head)
		var out bytes.Buffer
		if err := write(&out, contents); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	if _, err := Open(resealed(func(_ *Manifest, c []Content) []Content { return c })); err != nil {
		t.Fatal("nothing changed, and:", err)
	}
	paper := func(m *Manifest, c []Content, name string) []Content {
		c = append(c[:4:4], Content{name, []byte("x")}, c[4])
		m.Files = append(m.Files, listed(c[4]))
		return c
	}
	for what, change := range map[string]func(m *Manifest, c []Content) []Content{
		"outside":       func(m *Manifest, c []Content) []Content { return paper(m, c, "papers/../x") },
		"other folder":  func(m *Manifest, c []Content) []Content { return paper(m, c, "x/y") },
		"device":        func(m *Manifest, c []Content) []Content { return paper(m, c, "papers/con") },
		"same name":     func(m *Manifest, c []Content) []Content { return paper(m, c, "papers/01. Tờ TRÌNH.pdf") },
		"same manifest": func(m *Manifest, c []Content) []Content { return paper(m, c, "manifest.json") },
		"unlisted":      func(m *Manifest, c []Content) []Content { return append(c[:4:4], Content{"papers/x", nil}, c[4]) },
		"missing":       func(_ *Manifest, c []Content) []Content { return append(c[:3:3], c[4]) },
		"other kind":    func(m *Manifest, c []Content) []Content { m.Kind = thidua.ParcelAnswer; return c },
		"other sender":  func(m *Manifest, c []Content) []Content { m.From.ID = "z"; return c },
		"other hash":    func(m *Manifest, c []Content) []Content { m.Files[2].Hash = m.Files[0].Hash; return c },
		"unknown field": func(m *Manifest, c []Content) []Content {
			c[1].Data = bytes.Replace(c[1].Data, []byte(`"schema"`), []byte(`"more": 1, "schema"`), 1)
			m.Files[0] = listed(c[1])
			return c
		},
	} {
		if _, err := Open(resealed(change)); code(err) != thidua.CodeParcelChanged {
			t.Errorf("%s: %v", what, err)
		}
	}
	newer := resealed(func(m *Manifest, c []Content) []Content { m.Schema++; return c })
	if _, err := Open(newer); code(err) != thidua.CodeParcelNewer {
		t.Errorf("newer: %v", err)
	}
	other := resealed(func(m *Manifest, c []Content) []Content {
		m.Key = SealedWith{NewKey().Public().String(), m.Key.Fingerprint}
		return c
	})
	if _, err := Open(other); code(err) != thidua.CodeParcelChanged {
		t.Errorf("sealed with another key than it says: %v", err)
	}
	if _, _, err := Seal(key, good.Manifest, good.Data, []Content{{"x", make([]byte, MaxSize+1)}}); code(err) != thidua.CodeParcelTooLarge {
		t.Errorf("too large: %v", err)
	}
	huge := append(bytes.Clone(sample(t, key, nil)), make([]byte, MaxSize+maxText)...)
	if _, err := Open(huge); code(err) != thidua.CodeParcelTooLarge {
		t.Errorf("too large to open: %v", err)
	}
}
