package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"thidua/internal/doc/font"
)

func sample(t *testing.T, date time.Time) string {
	t.Helper()
	w := New(`Tờ trình & <phụ lục>`, date)
	w.AddPage(595, 842)
	w.Line(w.Element(w.Root(), "P"), 85, 100, 1.5, []Span{{Face: font.Regular, Size: 14, Text: "Thi đua "}, {Face: font.Bold, Size: 14, Text: "tốt 漢"}})
	w.Rule(85, 120, 200, 120, 0.5)
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFileClaimsWhatPDFA2bAsks(t *testing.T) {
	file := sample(t, time.Date(2024, 2, 5, 0, 0, 0, 0, time.FixedZone("", 7*3600)))
	for _, part := range []string{
		"%PDF-1.7\n", "/Lang(vi-VN)", "/MarkInfo<</Marked true>>", "/OutputIntents[", "/GTS_PDFA1", "/StructParents 0", "/ToUnicode",
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", "/CreationDate(D:20240205000000+07'00')", "<xmp:CreateDate>2024-02-05T00:00:00+07:00<", "/ID[<",
	} {
		if !strings.Contains(file, part) {
			t.Errorf("the file lacks %q", part)
		}
	}
	if strings.Count(file, "/FontFile2") != 2 {
		t.Error("each face in use must be embedded, and no other")
	}
}

func TestPropertiesAreWellFormed(t *testing.T) {
	file := sample(t, time.Time{})
	from, to := strings.Index(file, "<x:xmpmeta"), strings.Index(file, "</x:xmpmeta>")
	d := xml.NewDecoder(strings.NewReader(file[from : to+len("</x:xmpmeta>")]))
	text := ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := token.(xml.CharData); ok {
			text += string(c)
		}
	}
	if !strings.Contains(text, "Tờ trình & <phụ lục>") || strings.Contains(file, "CreationDate") {
		t.Errorf("properties %q", text)
	}
}

func TestNumbersAreShort(t *testing.T) {
	for v, want := range map[float64]string{1: "1", 1.5: "1.5", 0.004: "0", -0.001: "0", -7.1: "-7.1", 100: "100"} {
		if got := string(number(nil, v)); got != want {
			t.Errorf("%g is written %q, want %q", v, got, want)
		}
	}
}
