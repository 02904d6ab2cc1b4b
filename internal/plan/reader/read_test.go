package reader

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thidua"
	"thidua/internal/plan"
	"thidua/internal/plan/extract"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// packed writes a zip of name, content pairs.
func packed(t testing.TB, files ...string) []byte {
	t.Helper()
	return zipped(t, zip.Deflate, files...)
}

func zipped(t testing.TB, method uint16, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, files[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// word wraps the body of a document.
func word(t testing.TB, body string, more ...string) []byte {
	return packed(t, append([]string{"[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document " + wordNS + "><w:body>" + body + "</w:body></w:document>"}, more...)...)
}

func wordParas(lines ...string) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", l)
	}
	return b.String()
}

func TestRefusals(t *testing.T) {
	real, err := os.ReadFile("../testdata/lao-cai.docx")
	if err != nil {
		t.Fatal(err)
	}
	many := make([]string, 0, 2*extract.MaxEntries+2)
	for i := range extract.MaxEntries + 1 {
		many = append(many, fmt.Sprint("word/", i), "")
	}
	deep := strings.Repeat("<w:x>", extract.MaxDepth+1) + strings.Repeat("</w:x>", extract.MaxDepth+1)
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	wide := func(s string) []byte { return utf16Bytes(binary.LittleEndian, s) }
	for _, c := range []struct {
		name string
		data []byte
		code thidua.Code
		kind thidua.Kind
		arg  any
	}{
		{"empty.txt", nil, extract.CodeEmpty, thidua.Invalid, nil},
		{"blank.txt", []byte("\ufeff \r\n\t"), extract.CodeEmpty, thidua.Invalid, nil},
		{"empty.docx", word(t, ""), extract.CodeEmpty, thidua.Invalid, nil},
		{"cut.docx", real[:len(real)/2], extract.CodeDamaged, thidua.Invalid, nil},
		{"cut.xml", word(t, "<w:p>"), extract.CodeDamaged, thidua.Invalid, nil},
		{"dtd.docx", packed(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>`), extract.CodeDamaged, thidua.Invalid, nil},
		{"up.docx", word(t, "", "../x", ""), extract.CodeDamaged, thidua.Invalid, nil},
		{"twice.docx", word(t, "", "WORD/document.xml", ""), extract.CodeDamaged, thidua.Invalid, nil},
		{"ratio.docx", word(t, strings.Repeat(" ", 8<<20)), extract.CodeBomb, thidua.Invalid, nil},
		{"entries.docx", packed(t, many...), extract.CodeBomb, thidua.Invalid, nil},
		{"deep.docx", word(t, deep), extract.CodeBomb, thidua.Invalid, nil},
		{"picture.docx", word(t, "<w:p><w:r><w:drawing/></w:r></w:p>"), extract.CodeScanned, thidua.Invalid, nil},
		{"sheet.docx", packed(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>"), extract.CodeNotDocument, thidua.Invalid, nil},
		{"cut.pdf", []byte("%PDF-1.7\n%\xe2\xe3"), extract.CodeDamaged, thidua.Invalid, nil},
		{"page.html", []byte("<!DOCTYPE html><p>KẾ HOẠCH"), extract.CodeNotReadYet, thidua.Invalid, "HTML"},
		{"old.txt", append([]byte(ole), wide("WordDocument")...), extract.CodeDamaged, thidua.Invalid, nil},
		{"locked.docx", append([]byte(ole), wide("EncryptedPackage")...), extract.CodeLocked, thidua.Invalid, nil},
		{"picture.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), extract.CodeNotDocument, thidua.Invalid, nil},
		{"chinese.txt", []byte("\xb9\xab\xce\xf1\xd4\xb1 \xbe\xba\xc8\xfc \xbc\xc6\xbb\xae"), extract.CodeEncoding, thidua.Invalid, nil},
		{"decision.txt", []byte("Số: 5/QĐ-UBND (mẫu)\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch"), CodeOtherKind, thidua.Invalid, "QUYẾT ĐỊNH"},
		{"letter.txt", []byte("Kính gửi: Sở Nội vụ\nBáo cáo việc thực hiện kế hoạch."), CodeNoKind, thidua.Invalid, nil},
		{"plan.txt", []byte("TỐI MẬT\nKẾ HOẠCH\nThi đua"), CodeSecret, thidua.Invalid, "TỐI MẬT"},
		{"KH (MẬT).txt", []byte("MẬT\nKẾ HOẠCH"), CodeSecret, thidua.Invalid, "MẬT"},
		{"line.txt", bytes.Repeat([]byte("d"), extract.MaxParagraph+1), extract.CodeParagraph, thidua.Invalid, extract.MaxParagraph},
		{"long.txt", bytes.Repeat([]byte("dài "), extract.MaxCharacters/4+1), extract.CodeTooLong, thidua.TooLarge, extract.MaxCharacters},
		{"large.txt", make([]byte, extract.MaxFile+1), extract.CodeTooLarge, thidua.TooLarge, 20},
	} {
		_, err := Read(context.Background(), c.name, c.data)
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != c.code || e.Kind != c.kind {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
			continue
		}
		if c.arg != nil && (len(e.Args) != 1 || e.Args[0] != c.arg) {
			t.Errorf("%s: arguments %v, want %v", c.name, e.Args, c.arg)
		}
	}
}

func TestEndedContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "x.docx", word(t, wordParas("KẾ HOẠCH"))); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func utf16Bytes(o binary.AppendByteOrder, s string) (out []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		out = o.AppendUint16(out, u)
	}
	return out
}

func TestEncodingsGiveTheSameDraft(t *testing.T) {
	b, err := os.ReadFile("../testdata/lao-cai.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, text := read(t, "lao-cai.txt"), string(b)
	crlf := strings.ReplaceAll(text, "\n", "\r\n")
	for name, data := range map[string][]byte{
		"BOM": []byte("\ufeff" + text), "CRLF": []byte(crlf), "NFD": []byte(norm.NFD.String(text)),
		"NBSP": []byte(strings.ReplaceAll(text, " ", "\u00a0")), "UTF-16LE": utf16Bytes(binary.LittleEndian, "\ufeff"+crlf),
		"UTF-16BE": utf16Bytes(binary.BigEndian, "\ufeff"+text), "UTF-16LE without mark": utf16Bytes(binary.LittleEndian, strings.TrimSpace(text)),
	} {
		got, err := Read(context.Background(), "x", data)
		if got.Layout = want.Layout; err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: another draft (%v)", name, err)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	want := read(t, "lao-cai.txt")
	var got plan.Draft
	kept, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(kept, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(got.Items(), want.Items()) {
		t.Error("the stored draft is another one")
	}
}

func FuzzText(f *testing.F) {
	b, err := os.ReadFile("../testdata/lao-cai.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte("KẾ HOẠCH\nI. Hồ sơ: trước 30/2\nNơi nhận:\n- A"))
	f.Fuzz(func(t *testing.T, b []byte) { sound(t, b) })
}

func FuzzDocx(f *testing.F) {
	b, err := os.ReadFile("../testdata/lao-cai.docx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(b[:0]), "")
	f.Add(wordParas("KẾ HOẠCH", "I. Đối tượng: tập thể"), `<w:abstractNum w:abstractNumId="1"/>`)
	f.Fuzz(func(t *testing.T, body, numbering string) {
		sound(t, word(t, body, "word/numbering.xml", "<w:numbering>"+numbering+"</w:numbering>"))
	})
}

// sound reads anything: a refusal is one of ours, a draft's passages lie in the source and its marks nest.
func sound(t *testing.T, b []byte) {
	d, err := Read(context.Background(), "x", b)
	var e *thidua.Error
	if err != nil {
		if !errors.As(err, &e) {
			t.Fatalf("a strange error: %v", err)
		}
		return
	}
	n := len([]rune(d.Source))
	ms := d.Marks()
	for i, m := range ms {
		if m.Span[0] < 0 || m.Span[1] > n || m.Span.Empty() {
			t.Fatalf("%s %v outside of %d", m.Key, m.Span, n)
		}
		for _, o := range ms[:i] {
			if o.Span[1] > m.Span[0] && !o.Span.Contains(m.Span) {
				t.Fatalf("%s %v crosses %s %v", m.Key, m.Span, o.Key, o.Span)
			}
		}
	}
	if len(d.Lines()) == 0 || d.Outline() == "" {
		t.Fatal("nothing to show")
	}
}

func benchmark(b *testing.B, name string) {
	data, err := os.ReadFile("../testdata/" + name)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), name, data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadText(b *testing.B) { benchmark(b, "lao-cai.txt") }
func BenchmarkReadDocx(b *testing.B) { benchmark(b, "lao-cai.docx") }
func BenchmarkReadDoc(b *testing.B)  { benchmark(b, "lao-cai.doc") }
func BenchmarkReadPDF(b *testing.B)  { benchmark(b, realPDF) }

// A text of the greatest length that repeats one turn of words is read or refused within seconds: the work is not the square of its length,
// and a draft that nobody could look through is not made.
func TestHostileTextEnds(t *testing.T) {
	for _, unit := range []string{"trước ngày 1/2/2025; ", "trước ngày 1/2/2025\n", "quý I ", "1. Hồ sơ\n", "Căn cứ Luật ", "Căn cứ Luật số 1/A của ",
		"- Giấy khen, \n", "abc ", "Nơi nhận\n", "gửi Sở ", "Bằng khen của ", "định kỳ ", "nội dung: a; ", "A, ngày 1 tháng 1 năm 1 "} {
		text := hostile(unit, extract.MaxCharacters-1000)
		start := time.Now()
		sound(t, []byte(text))
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("%q took %v", unit, d)
		}
	}
}

// hostile repeats a unit in paragraphs as long as they may be, under a heading and behind a sentence that names no purpose.
func hostile(unit string, length int) string {
	paragraph := strings.Repeat(unit, (extract.MaxParagraph-100)/utf8.RuneCountInString(unit)) + "\n"
	text := "KẾ HOẠCH\nThi đua\nI. KHEN THƯỞNG\n1. Tiêu chuẩn\n"
	return text + strings.Repeat(paragraph, length/utf8.RuneCountInString(paragraph))
}

// TestTooManyElements: beyond the allowed number the reader refuses, at it the plan is read.
func TestTooManyElements(t *testing.T) {
	for n, want := range map[int]thidua.Code{MaxElements: "", MaxElements + 1: CodeTooMany} {
		_, err := Read(context.Background(), "x", []byte("KẾ HOẠCH\nThi đua\nI. HỒ SƠ\n"+strings.Repeat("- Tờ trình\n", n)))
		var refusal *thidua.Error
		if errors.As(err, &refusal); (want == "") != (err == nil) || err != nil && refusal.Code != want {
			t.Errorf("%d elements: %v", n, err)
		}
	}
}
