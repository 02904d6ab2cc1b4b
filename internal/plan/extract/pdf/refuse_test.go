package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

const (
	picture  = "q 595 0 0 842 0 0 cm /Im Do Q "
	sentence = "BT /F1 12 Tf 72 700 Td (The plan of the office for the next year in its sixty letters and more) Tj ET "
)

// scan makes a file whose pages may draw a picture.
func scan(contents ...string) []byte {
	f := paged("/XObject << /Im 3 0 R >>", contents...)
	f.objects[2] = streamOf("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x00\x80\xff\x40")
	f.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
	for i, o := range f.objects {
		f.objects[i] = strings.ReplaceAll(o, "/F1 3 0 R", fmt.Sprintf("/F1 %d 0 R", len(f.objects)))
	}
	return f.bytes()
}

func TestRefusals(t *testing.T) {
	real := fixture(t, "lao-cai.pdf")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing at all":        {nil, ErrDamaged},
		"a head alone":          {[]byte("%PDF-1.7\n"), ErrDamaged},
		"half a file":           {real[:len(real)/2], ErrDamaged},
		"no PDF":                {bytes.Repeat([]byte("Kế hoạch\n"), 100), ErrDamaged},
		"no page":               {paged("").bytes(), ErrDamaged},
		"a password":            {fixture(t, "refused/locked.pdf"), ErrLocked},
		"a picture":             {scan(picture), ErrScanned},
		"pictures with a stamp": {scan(picture+"BT /F1 9 Tf 20 20 Td (Scanned with CamScanner) Tj ET", picture, sentence), ErrScanned},
		"strips of a picture":   {scan("q 595 0 0 421 0 0 cm /Im Do Q q 595 0 0 421 0 421 cm /Im Do Q"), ErrScanned},
	} {
		if doc, err := Lines(context.Background(), c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v and %d lines, want %v", name, err, len(doc.Lines), c.want)
		}
	}
}

func TestPagesThatArePictures(t *testing.T) {
	hidden := strings.Replace(sentence, "BT", "BT 3 Tr", 1)
	doc, err := Lines(context.Background(), scan(sentence, picture, sentence+strings.Replace(hidden, "plan", "secret", 1), picture+hidden, ""))
	if err != nil {
		t.Fatal(err)
	}
	text := told(doc)
	if !strings.HasPrefix(text, "5 pages, pictures on [2]\n") || strings.Count(text, "The plan") != 3 || strings.Contains(text, "secret") {
		t.Errorf("%s", text)
	}
}

func TestFileWithALostTableIsMended(t *testing.T) {
	data := fixture(t, "lao-cai.pdf")
	at := bytes.LastIndex(data, []byte("startxref"))
	broken := append(bytes.Clone(data[:at]), "startxref\n5\n%%EOF\n"...)
	doc, err := Lines(context.Background(), broken)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, told(doc), string(fixture(t, "lao-cai.txt")))
}

func TestDamagedPageAmongOthers(t *testing.T) {
	f := paged("", sentence, sentence)
	f.objects[5] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 99 0 R >>"
	doc, err := Lines(context.Background(), f.bytes())
	if err != nil || len(doc.Lines) != 1 || doc.Lines[0].Page != 2 {
		t.Errorf("%v %+v", err, doc.Lines)
	}
}

// TestMoreLettersThanAllowed reads in this process, where the limit can be a small one.
func TestMoreLettersThanAllowed(t *testing.T) {
	pool, err := fuzzPool()
	if err != nil {
		t.Fatal(err)
	}
	for lines, want := range map[int]error{100: nil, 300: ErrTooLong} {
		engine, err := pool.GetInstance(maxTime)
		if err != nil {
			t.Fatal(err)
		}
		page := "BT /F1 2 Tf 9 830 Td " + strings.Repeat("("+strings.Repeat("word ", 20)+") Tj 0 -2.5 Td ", lines/2) + "ET"
		if _, err := readIn(engine, paged("", page, page).bytes()); !errors.Is(err, want) {
			t.Errorf("%d lines: %v", lines, err)
		}
		if err := engine.Close(); err != nil {
			t.Error(err)
		}
	}
}
