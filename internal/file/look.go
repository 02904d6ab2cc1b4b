package file

import (
	"bytes"
	"encoding/binary"
	"image"
	_ "image/jpeg" // decoders of the two kinds of picture that are kept
	_ "image/png"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// lookPDF refuses a PDF that is an archive or a page at the same time, or that runs something when it is opened.
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
	all, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return err
	}
	return lookScript(all)
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

// lookWideText looks at the text that Notepad and Word call Unicode: UTF-16 with its mark.
func lookWideText(r io.ReaderAt, size int64) error {
	all, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return err
	}
	if len(all)%2 != 0 {
		return errDamaged
	}
	order := binary.ByteOrder(binary.LittleEndian)
	if all[0] == 0xfe {
		order = binary.BigEndian
	}
	units := make([]uint16, len(all)/2)
	for i := range units {
		units[i] = order.Uint16(all[2*i:])
	}
	text := string(utf16.Decode(units))
	if strings.ContainsAny(text, "\x00\uFFFD") || isMarkup([]byte(text[:min(len(text), 1024)])) {
		return errType
	}
	return refuseSecret(secretText(strings.TrimPrefix(text, "\ufeff")))
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

const maxPixels = 40_000_000
