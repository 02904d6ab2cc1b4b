package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode/utf8"

	"thidua"
)

// Files that are no workbook of this kind, each with its own sentence.
const (
	CodeOldFormat thidua.Code = "sheet.old-format" // .xls, or locked by a password: both are packed the same way
	CodeOpenDoc   thidua.Code = "sheet.open-document"
	CodeMacro     thidua.Code = "sheet.macro"
	CodeNoBook    thidua.Code = "sheet.no-workbook" // words, CSV, another kind of file
)

// plainly refuses what is no workbook without macros, by what it holds and not by its name.
func plainly(data []byte) error {
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return thidua.Refuse(thidua.Invalid, CodeOldFormat)
	case !bytes.HasPrefix(data, []byte("PK")) && (utf8.Valid(data) || bytes.HasPrefix(data, []byte("\xff\xfe"))):
		return thidua.Refuse(thidua.Invalid, CodeNoBook)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	book := false
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		switch {
		case name == "content.xml":
			return thidua.Refuse(thidua.Invalid, CodeOpenDoc)
		case strings.HasSuffix(name, "vbaproject.bin"), strings.Contains(name, "/macrosheets/"):
			return thidua.Refuse(thidua.Invalid, CodeMacro)
		}
		book = book || name == "xl/workbook.xml"
	}
	if !book {
		return thidua.Refuse(thidua.Invalid, CodeNoBook)
	}
	return nil
}
