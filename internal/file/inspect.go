package file

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	_ "image/jpeg" // decoders of the two kinds of picture that are kept
	_ "image/png"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
	"github.com/richardlehane/mscfb"

	"thidua"
)

// kind is one kind of file that is kept.
type kind struct {
	mime       string
	extensions []string
	look       func(r io.ReaderAt, size int64) error // what only this kind has to fulfil
}

const maxPixels = 40_000_000

// ooxml names the main part of each office format.
var ooxml = []struct {
	part string
	kind kind
}{
	{"word/document.xml", kind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}, lookWord}},
	{"xl/workbook.xml", kind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}, nil}},
	{"ppt/presentation.xml", kind{"application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{".pptx"}, nil}},
}

// Inspect tells what a file is by its content, as a MIME type, and refuses it when it is none of the kinds that are kept, does not fit
// its name, hides something else, or is marked as a state secret. Of a PDF, a picture and an old office file only the name is
// searched for the mark.
func Inspect(name string, r io.ReaderAt, size int64) (string, error) {
	if err := refuseSecret(secretName(strings.TrimSuffix(name, path.Ext(name)))); err != nil {
		return "", err
	}
	head := make([]byte, min(size, 4096))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return "", err
	}
	k, err := kindOf(head, r, size)
	if err != nil {
		return "", err
	}
	if !slices.Contains(k.extensions, strings.ToLower(path.Ext(name))) {
		return "", thidua.Refuse(thidua.Invalid, CodeExtension, k.extensions[0])
	}
	if k.look != nil {
		if err := k.look(r, size); err != nil {
			return "", err
		}
	}
	return k.mime, nil
}

func kindOf(head []byte, r io.ReaderAt, size int64) (kind, error) {
	starts := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	switch {
	case starts("%PDF-"):
		return kind{"application/pdf", []string{".pdf"}, lookPDF}, nil
	case starts("\x89PNG\r\n\x1a\n"):
		return kind{"image/png", []string{".png"}, lookPicture}, nil
	case starts("\xff\xd8\xff"):
		return kind{"image/jpeg", []string{".jpg", ".jpeg"}, lookPicture}, nil
	case starts("PK\x03\x04"):
		return kindOfOOXML(r, size)
	case starts("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return kindOfOLE(r)
	case strings.HasPrefix(mimetype.Detect(head).String(), "text/") && !isMarkup(head[:min(len(head), 1024)]):
		return kind{"text/plain; charset=utf-8", []string{".txt"}, lookText}, nil
	}
	return kind{}, errType
}

func kindOfOOXML(r io.ReaderAt, size int64) (kind, error) {
	a, err := OpenArchive(r, size)
	if err != nil {
		return kind{}, err
	}
	for _, o := range ooxml {
		if !a.Has(o.part) || !a.Has("[Content_Types].xml") {
			continue
		}
		if a.hasSuffix("vbaproject.bin") {
			return kind{}, thidua.Refuse(thidua.Invalid, CodeMacro)
		}
		return o.kind, a.Unpack()
	}
	return kind{}, errType
}

// kindOfOLE looks for the stream that tells an old office file from the many other files of this container.
func kindOfOLE(r io.ReaderAt) (kind, error) {
	doc, err := mscfb.New(r)
	if err != nil {
		return kind{}, errDamaged
	}
	var found kind
	for n := 0; ; n++ {
		e, err := doc.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || n > maxEntries {
			return kind{}, errDamaged
		}
		if strings.EqualFold(e.Name, "_VBA_PROJECT") {
			return kind{}, thidua.Refuse(thidua.Invalid, CodeMacro)
		}
		if k, ok := streams[e.Name]; ok && len(e.Path) == 0 {
			found = k
		}
	}
	if found.mime == "" {
		return kind{}, errType
	}
	return found, nil
}

// streams names the main stream of each old office format.
var streams = map[string]kind{
	"WordDocument": {"application/msword", []string{".doc"}, nil},
	"Workbook":     {"application/vnd.ms-excel", []string{".xls"}, nil},
	"Book":         {"application/vnd.ms-excel", []string{".xls"}, nil},
}

// lookPDF refuses a PDF that is an archive or a page at the same time.
func lookPDF(r io.ReaderAt, size int64) error {
	head, tail := make([]byte, min(size, 1024)), make([]byte, min(size, 66<<10))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return err
	}
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return err
	}
	if isMarkup(head) || bytes.Contains(tail, []byte("PK\x05\x06")) {
		return errType
	}
	if !bytes.Contains(tail, []byte("%%EOF")) {
		return errDamaged
	}
	return nil
}

// lookPicture refuses a picture of too many points before any of them is decoded, and one that carries a page or an archive.
func lookPicture(r io.ReaderAt, size int64) error {
	c, _, err := image.DecodeConfig(io.NewSectionReader(r, 0, size))
	if err != nil {
		return errDamaged
	}
	if int64(c.Width)*int64(c.Height) > maxPixels {
		return errBomb
	}
	all, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return err
	}
	lower := bytes.ToLower(all)
	for _, alien := range []string{"<script", "<!doctype", "%pdf-1.", "pk\x05\x06"} {
		if bytes.Contains(lower, []byte(alien)) {
			return errType
		}
	}
	return nil
}

func lookText(r io.ReaderAt, size int64) error {
	all, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return err
	}
	if !utf8.Valid(all) || bytes.IndexByte(all, 0) >= 0 || isMarkup(all[:min(len(all), 1024)]) {
		return errType
	}
	return refuseSecret(secretText(strings.TrimPrefix(string(all), "\ufeff")))
}

// isMarkup tells a page or a drawing, which a browser would run, from a text.
func isMarkup(head []byte) bool {
	lower := bytes.ToLower(head)
	for _, tag := range []string{"<html", "<script", "<svg", "<!doctype", "<?xml", "<body", "<iframe", "<hta:", "mime-version:"} {
		if bytes.Contains(lower, []byte(tag)) {
			return true
		}
	}
	return false
}

// lookWord searches the first page of a Word file for a mark, as far as its text goes; headers count as the first page too.
func lookWord(r io.ReaderAt, size int64) error {
	a, err := OpenArchive(r, size)
	if err != nil {
		return err
	}
	for _, part := range []string{"word/header1.xml", "word/header2.xml", "word/header3.xml", "word/document.xml"} {
		if !a.Has(part) {
			continue
		}
		data, err := a.Part(part, maxUnpacked)
		if err != nil {
			return err
		}
		if err := refuseSecret(secretText(wordText(data))); err != nil {
			return err
		}
	}
	return nil
}

// wordText gives the beginning of the text of a Word part, one line for each paragraph; what is not XML ends it.
func wordText(data []byte) string {
	var text strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	inText := false
	for text.Len() < stampText {
		t, err := d.RawToken()
		if err != nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
		case xml.EndElement:
			inText = false
			if t.Name.Local == "p" {
				text.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		}
	}
	return text.String()
}
