package file

import (
	"bytes"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"thidua"
)

// kind is one kind of file that is kept.
type kind struct {
	mime       string
	extensions []string
	look       func(r io.ReaderAt, size int64) error // what only this kind has to fulfil
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
	case starts("\xff\xfe"), starts("\xfe\xff"):
		return kind{"text/plain; charset=utf-16", []string{".txt"}, lookWideText}, nil
	case strings.HasPrefix(mimetype.Detect(head).String(), "text/") && !isMarkup(head[:min(len(head), 1024)]):
		return kind{"text/plain; charset=utf-8", []string{".txt"}, lookText}, nil
	}
	return kind{}, errType
}
