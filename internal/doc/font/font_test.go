package font

import (
	"strings"
	"testing"
)

const vietnamese = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ₫“”…–−≥≤±%°□"

func TestEveryVietnameseLetterIsInEveryFace(t *testing.T) {
	for face := Regular; face < Faces; face++ {
		f := Serif(face)
		for _, r := range vietnamese + strings.ToUpper(vietnamese) {
			if !f.Has(r) {
				t.Errorf("%s lacks %q", f.Name, r)
			}
		}
	}
}

// The widths of Times New Roman are known: 95.7 mm for Quốc hiệu in bold 13 pt.
func TestWidthOfTheNationalName(t *testing.T) {
	mm := Serif(Bold).Width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13) / 72 * 25.4
	if mm < 95.5 || mm > 95.9 {
		t.Errorf("width %.2f mm, want 95.7", mm)
	}
}

func TestSubsetKeepsGlyphsAndWidths(t *testing.T) {
	for face := Regular; face < Faces; face++ {
		f := Serif(face)
		data, count := f.Subset([]rune(vietnamese))
		if len(data) > 60_000 {
			t.Errorf("%s: subset of %d bytes", f.Name, len(data))
		}
		if checksum(data) != 0xB1B0AFBA {
			t.Errorf("%s: checksum %x", f.Name, checksum(data))
		}
		sub := &Font{tables: map[string][]byte{}}
		for i := range 6 {
			entry := data[12+16*i:]
			from := be.Uint32(entry[8:])
			sub.tables[string(entry[:4])] = data[from : from+be.Uint32(entry[12:])]
		}
		sub.longOffset, sub.metrics = true, int(be.Uint16(sub.tables["hhea"][34:]))
		if glyphs := int(be.Uint16(sub.tables["maxp"][4:])); count != glyphs || count <= len([]rune(vietnamese)) {
			t.Errorf("%s: %d glyphs are named, the subset has %d", f.Name, count, glyphs)
		}
		for i, r := range []rune(vietnamese) {
			if got, want := sub.advance(uint16(i+1)), f.advances[r]; got != want {
				t.Errorf("%s %q: advance %d, want %d", f.Name, r, got, want)
			}
			if got, want := len(sub.outline(uint16(i+1))), len(f.outline(f.glyphs[r])); got < want || got > want+3 {
				t.Errorf("%s %q: outline of %d bytes, want %d", f.Name, r, got, want)
			}
		}
	}
}

func TestUnknownLettersTakeTheWidthOfTheSubstitute(t *testing.T) {
	f := Serif(Regular)
	if f.Has('漢') || f.Has('😀') || f.Advance('😀') != f.Advance(Substitute) {
		t.Error("a letter outside the font must be measured as its substitute")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(Serif(Regular).data[:4000])
	f.Add([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		font, err := Parse("X", data)
		if (font == nil) == (err == nil) {
			t.Fatalf("font %v with error %v", font != nil, err)
		}
	})
}
