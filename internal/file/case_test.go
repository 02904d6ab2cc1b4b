package file_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/file"
)

// corpus puts files that must be refused on both shelves, each within 100 MB and a time that only a machine under load comes near, and looks that
// nothing stays.
func corpus(t *testing.T, all map[string][]byte, codes ...thidua.Code) {
	t.Helper()
	onBoth(t, func(t *testing.T, s *file.Store, dir string) {
		for name, data := range all {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			_, err := s.Put(ctx, "a", name, bytes.NewReader(data))
			took := time.Since(began)
			runtime.ReadMemStats(&after)
			if !isOne(err, codes) {
				t.Errorf("%s: %v, want one of %v", name, err, codes)
			}
			if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 100 || took > 20*time.Second {
				t.Errorf("%s: %d MB, %v", name, grown, took)
			}
		}
		if u, err := s.Usage(); err != nil || u.Files != 0 {
			t.Errorf("kept: %+v, %v", u, err)
		}
		empty(t, dir)
	})
}

func isOne(err error, codes []thidua.Code) bool {
	for _, c := range codes {
		if err != nil && strings.HasPrefix(err.Error(), string(c)) {
			return true
		}
	}
	return false
}

func TestCase23NothingThatABrowserRunsIsKept(t *testing.T) {
	corpus(t, map[string][]byte{
		"trang.pdf": []byte("<!DOCTYPE html><html><script>alert(1)</script>"), "hinh.png": []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`),
		"x.txt": []byte(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>`), "thu.txt": []byte("MIME-Version: 1.0\nContent-Type: multipart/related"),
		"ung-dung.pdf": []byte("<hta:application id=x><script>1</script>"),
	}, file.CodeType)
}

// objects is a PDF whose one packed stream of objects holds a text.
func objects(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return "%PDF-1.7\n1 0 obj\n<</Type /ObjStm /Filter /FlateDecode>>\nstream\n" + b.String() + "\nendstream\nendobj\n%%EOF\n"
}

func TestCase23APDFThatRunsSomethingIsRefused(t *testing.T) {
	inside := func(text string) []byte { return []byte("%PDF-1.7\n1 0 obj\n<<" + text + ">>\nendobj\n%%EOF\n") }
	corpus(t, map[string][]byte{
		"mo.pdf": inside("/OpenAction <</S /JavaScript /JS (app.alert(1))>>"), "trang.pdf": inside("/AA <</O <</S/JavaScript/JS 5 0 R>>>>"),
		"ten.pdf": inside("/S /J#61va#53cript /JS (x)"), "chay.pdf": inside("/A <</S /Launch /F (cmd.exe)>>"), "nen.pdf": []byte(objects(t, "7 0 <</S /JavaScript /JS (x)>>")),
	}, file.CodeScript)
}

// TestCase23WhatOfficialFilesHoldIsKept keeps files that open on a page, carry attachments or are signed, and one whose packed picture happens to hold
// the letters.
func TestCase23WhatOfficialFilesHoldIsKept(t *testing.T) {
	for name, text := range map[string]string{
		"page": "/OpenAction [3 0 R /FitH 800]", "attachment": "/Names <</EmbeddedFiles <</Names [(hoa-don.xml) 9 0 R]>>>>", "link": "/A <</S /URI /URI (https://thidua.example)>>",
		"signed": "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
	} {
		data := "%PDF-1.7\n1 0 obj\n<<" + text + ">>\nendobj\n2 0 obj\n<</Length 20>>\nstream\n/S /JavaScript \xff\x00\nendstream\nendobj\n%%EOF\n"
		if kind, err := file.Inspect("a.pdf", strings.NewReader(data), int64(len(data))); err != nil || kind != "application/pdf" {
			t.Errorf("%s: %s, %v", name, kind, err)
		}
	}
	data := objects(t, "7 0 <</Type /Page>>")
	if _, err := file.Inspect("a.pdf", strings.NewReader(data), int64(len(data))); err != nil {
		t.Errorf("packed objects: %v", err)
	}
}

func TestCase24FilesOfTwoKindsAreNotKept(t *testing.T) {
	office := docx(t, "x")
	corpus(t, map[string][]byte{
		"gif.pdf": []byte("GIF89a/*<script>alert(1)</script>*/=1;%PDF-1.7\n%%EOF"), "muon.pdf": []byte(strings.Repeat("x\x01", 501) + pdf),
		"trang.pdf": []byte("%PDF-1.7\n<html><script>x</script>\n%%EOF"), "nen.pdf": append([]byte(pdf), office...), "dau.docx": append([]byte("xx\x01"), office...),
		"hinh.png": append(picture(t), "<script>x</script>"...),
	}, file.CodeType, file.CodeExtension)
}

func TestCase27ArchivesThatLeadOutsideAreRefused(t *testing.T) {
	parts := []string{"[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>"}
	with := func(name string) []byte { return archive(t, append(parts, name, "x")...) }
	corpus(t, map[string][]byte{
		"len.docx": with("../../x"), "goc.docx": with("/etc/cron.d/x"), "o.docx": with(`C:\x`), "hai.docx": with("word/document.xml"), "hoa.docx": with("WORD/Document.xml"),
	}, file.CodeDamaged)
}

func TestCase28ArchivesThatGrowAreRefused(t *testing.T) {
	big := strings.Repeat("\x00", 60<<20)
	var many []string
	for n := range 2100 {
		many = append(many, fmt.Sprintf("p%d", n), "")
	}
	corpus(t, map[string][]byte{
		"bom.docx":        archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", big),
		"bom.xlsx":        archive(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>", "xl/worksheets/sheet1.xml", big),
		"trieu.docx":      archive(t, many...),
		"noi-sai.docx":    lying(t, archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", big)),
		"trong-nhau.xlsx": archive(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>", "xl/embeddings/a.zip", string(archive(t, "b", big))+strings.Repeat(" ", 30<<20)),
	}, file.CodeBomb, file.CodeDamaged)
}

// lying says of every part that it unpacks to ten bytes.
func lying(t *testing.T, data []byte) []byte {
	t.Helper()
	out := bytes.Clone(data)
	for at := 0; ; {
		i := bytes.Index(out[at:], []byte("PK\x01\x02"))
		if i < 0 {
			return out
		}
		at += i
		binary.LittleEndian.PutUint32(out[at+24:], 10)
		at += 4
	}
}

func TestCase29DeclarationsOfEntitiesAreRefused(t *testing.T) {
	laughs := `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>`
	outside := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`
	corpus(t, map[string][]byte{
		"cuoi.docx": archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", laughs),
		"tep.docx":  archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", outside),
		"so.xlsx":   archive(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>", "xl/sharedStrings.xml", outside),
	}, file.CodeType)
}

// TestCase29DeepNestingIsReadInBoundedMemory reads a document of 100.000 levels: what looks into it looks at its beginning alone.
func TestCase29DeepNestingIsReadInBoundedMemory(t *testing.T) {
	deep := "<w:document>" + strings.Repeat("<a>", 100_000) + strings.Repeat("</a>", 100_000) + "</w:document>"
	data := archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", deep, "x.bin", strings.Repeat("0123456789", 10))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := file.Inspect("sau.docx", bytes.NewReader(data), int64(len(data)))
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 100 {
		t.Errorf("%d MB, %v", grown, err)
	}
}

func TestCase31PicturesAreMeasuredBeforeTheyAreDecoded(t *testing.T) {
	corpus(t, map[string][]byte{"lon.png": hugePicture(t)}, file.CodeBomb)
	corpus(t, map[string][]byte{
		"anh.png": []byte("II*\x00\xff\xff\xff\xff"), "anh.jpg": []byte("RIFF\xff\xff\xff\xffWEBPVP8 "), "b.png": append([]byte("BM"), bytes.Repeat([]byte{0xff}, 60)...),
		"g.png": append([]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00"), bytes.Repeat([]byte("\x21\xf9\x04\x00\x00\x00\x00\x00"), 1000)...),
	}, file.CodeType, file.CodeExtension)
}

func TestCase32WhatIsTooLargeStopsAtTheLimitOnBothShelves(t *testing.T) {
	onBoth(t, func(t *testing.T, s *file.Store, dir string) {
		_, err := s.Put(ctx, "a", "a.pdf", io.MultiReader(strings.NewReader(pdf), zeros{}))
		refusal(t, err, file.CodeTooLarge)
		if u, err := s.Usage(); err != nil || u.Files != 0 {
			t.Errorf("kept: %+v, %v", u, err)
		}
		empty(t, dir)
	})
}

func TestCase26NamesAreNoPaths(t *testing.T) {
	onBoth(t, func(t *testing.T, s *file.Store, _ string) {
		for _, name := range []string{"../../x.pdf", `..\\x.pdf`, `C:\x.pdf`, "/etc/x.pdf", "a\x00.pdf", "CON.pdf", strings.Repeat("Nguyễn", 60) + ".pdf", "a\u202efdp.pdf", "a\r\nSet-Cookie: x.pdf"} {
			stored, err := s.Put(ctx, "a", name, strings.NewReader(pdf))
			if err != nil || strings.ContainsAny(stored.Name, "/\\\r\n\x00\u202e") || len(stored.Name) > 200 || len(stored.Hash) != 64 {
				t.Errorf("%q: %+v, %v", name, stored, err)
			}
		}
	})
}
