package file

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

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
