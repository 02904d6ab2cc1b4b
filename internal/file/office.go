package file

import (
	"errors"
	"io"
	"maps"
	"strings"

	"github.com/richardlehane/mscfb"

	"thidua"
)

// maxTypes is the size of the list of parts of an office file.
const maxTypes = 1 << 20

// ooxml names the main part of each office format.
var ooxml = []struct {
	part string
	kind kind
}{
	{"word/document.xml", kind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}, lookWord}},
	{"xl/workbook.xml", kind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}, nil}},
	{"ppt/presentation.xml", kind{"application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{".pptx"}, nil}},
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
		macros, err := a.macros()
		switch {
		case err != nil:
			return kind{}, err
		case macros:
			return kind{}, thidua.Refuse(thidua.Invalid, CodeMacro)
		}
		return o.kind, a.Unpack()
	}
	return kind{}, errType
}

func (a *Archive) macros() (bool, error) {
	types, err := a.Part("[Content_Types].xml", maxTypes)
	return Macros(maps.Keys(a.parts), types), err
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
