package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/structs"
)

// fuzzPool is pdfium in this process: a child for every input would be a hundred times as slow.
var fuzzPool = sync.OnceValues(func() (pdfium.Pool, error) { return newPool(reading.pages) })

// FuzzPDF reads damaged files; the seeds are small and not packed, so that a changed byte means something. It runs long enough to say something with -parallel=1: every worker holds pdfium.
func FuzzPDF(f *testing.F) {
	f.Add(paged("", "BT /F1 12 Tf 72 700 Td (Office) Tj 300 0 Td (Nation) Tj -300 -20 Td (Number) Tj 300 0 Td (Day) Tj ET").bytes())
	f.Add(paged("", "10 10 50 50 re 10 30 50 30 re S BT /F2 9 Tf 20 20 Td (a) Tj ET", "q 0 1 -1 0 300 300 cm BT /F1 12 Tf (b) Tj ET Q").bytes())
	f.Add(scan(picture + "BT 3 Tr /F1 12 Tf 72 700 Td (Office) Tj ET"))
	form := paged("/XObject << /X 7 0 R >>", "/X Do")
	form.stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 5 5] /Resources << /Font "+fonts+" >>", "1 1 99 1 re f BT /F1 12 Tf (c) Tj ET")
	f.Add(form.bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		pool, err := fuzzPool()
		if err != nil {
			t.Fatal(err)
		}
		engine, err := pool.GetInstance(maxTime)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := readIn(engine, data)
		if err := engine.Close(); err != nil && !strings.Contains(err.Error(), "wasm error") {
			t.Fatal(err)
		}
		if err != nil && !known(err) {
			t.Fatalf("no refusal: %v", err)
		}
		sound(t, doc)
	})
}

func readIn(engine pdfium.Pdfium, data []byte) (Document, error) {
	if len(data) == 0 {
		return Document{}, ErrDamaged
	}
	r := &reader{engine: engine, characters: 20_000, objects: 5000, modes: 1000}
	if err := r.open(bytes.NewReader(data), int64(len(data))); err != nil {
		return Document{}, err
	}
	return r.document()
}

// sound asks of the lines what callers stand on.
func sound(t *testing.T, doc Document) {
	t.Helper()
	last := 1
	for _, l := range doc.Lines {
		switch {
		case strings.TrimSpace(l.Text) != l.Text || l.Text == "" || strings.Contains(l.Text, "  ") || strings.ContainsAny(l.Text, "\n\t\r"):
			t.Fatalf("text %q", l.Text)
		case !utf8.ValidString(l.Text):
			t.Fatalf("no UTF-8: %q", l.Text)
		case l.Page < last || l.Page > doc.Pages:
			t.Fatalf("page %d after %d of %d", l.Page, last, doc.Pages)
		case (l.Table > 0) != (l.Row > 0) || (l.Table > 0) != (l.Cell > 0) || l.Table > 0 && l.Column > 0:
			t.Fatalf("place %+v", l)
		case math.IsNaN(l.Indent) || l.Indent < 0:
			t.Fatalf("indent %v", l.Indent)
		}
		last = l.Page
	}
}

// FuzzLayout sets letters and strokes at any place and asks for every letter back.
func FuzzLayout(f *testing.F) {
	f.Add([]byte{}, uint16(600), uint16(800))
	f.Add(layoutSeed(1), uint16(600), uint16(800))
	f.Add(layoutSeed(7), uint16(300), uint16(800))
	f.Fuzz(func(t *testing.T, data []byte, width, height uint16) {
		if len(data) > 1<<14 {
			return
		}
		page := structs.FPDF_FS_RECTF{Right: float32(width), Top: float32(height)}
		letters, strokes := scatter(data)
		turned := newTurn(page, letters)
		s := &sheet{number: 1, width: turned.width, height: turned.height}
		s.strokes, s.picture = turned.strokes(&shapes{lines: strokes})
		s.glyphs = turned.glyphs(letters, s.picture)
		doc, err := compose([]*sheet{s})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, doc)
		want, got := 0, 0
		for _, g := range s.glyphs {
			if unicode.IsLetter(g.r) {
				want++
			}
		}
		for _, l := range doc.Lines {
			for _, r := range l.Text {
				if unicode.IsLetter(r) {
					got++
				}
			}
		}
		if got != want {
			t.Fatalf("%d letters of %d", got, want)
		}
	})
}

// scatter makes letters and strokes of bytes: mostly at places on a page, sometimes at none.
func scatter(data []byte) (letters []letter, strokes [][2]point) {
	for len(data) >= 8 {
		x, y := float32(binary.LittleEndian.Uint16(data[1:]))/64, float32(binary.LittleEndian.Uint16(data[3:]))/64
		size := float32(data[5]) / 8
		switch data[0] % 16 {
		case 0:
			strokes = append(strokes, [2]point{{float64(x), float64(y)}, {float64(x), float64(y) + 8*float64(size)}})
		case 1:
			strokes = append(strokes, [2]point{{float64(x), float64(y)}, {float64(x) + 8*float64(size), float64(y)}})
		case 2:
			x = math.Float32frombits(binary.LittleEndian.Uint32(data[1:]))
			fallthrough
		default:
			l := letter{glyph: glyph{r: rune('a' + data[6]%26), size: float64(size), bold: data[7]&1 > 0, hidden: data[7]&14 == 2}}
			l.rect = structs.FPDF_FS_RECTF{Left: x, Right: x + size/2, Bottom: y, Top: y + size}
			l.matrix = structs.FPDF_FS_MATRIX{A: 1, D: 1, E: x, F: y}
			if data[7]&0xf0 == 0x30 {
				l.matrix.A, l.matrix.B, l.matrix.C, l.matrix.D = 0, 1, -1, 0
			}
			if data[7]&0xf0 == 0x40 {
				l.r = ' '
			}
			letters = append(letters, l)
		}
		data = data[8:]
	}
	return letters, strokes
}

// layoutSeed is a page of lines with a table in its midst.
func layoutSeed(step int) []byte {
	var out []byte
	put := func(kind byte, x, y, size int, style byte) {
		out = append(out, kind)
		out = binary.LittleEndian.AppendUint16(out, uint16(x*64))
		out = binary.LittleEndian.AppendUint16(out, uint16(y*64))
		out = append(out, byte(size*8), byte(x*step), style)
	}
	for row := range 20 {
		for col := range 40 {
			if style := byte(0); col%6 != 5 {
				put(15, 50+12*col, 780-20*row, 12, style)
			}
		}
	}
	for i := range 4 {
		put(1, 50, 500+20*i, 31, 0)
		put(0, 50+80*i, 500, 31, 0)
	}
	return out
}
