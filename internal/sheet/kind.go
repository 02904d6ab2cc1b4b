package sheet

import (
	"archive/zip"
	"bytes"
	"io"
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

// macros tells whether the list of the parts names macros, which may stand under any name.
func macros(types *zip.File) bool {
	in, err := types.Open()
	if err != nil {
		return false
	}
	defer in.Close()
	said, err := io.ReadAll(io.LimitReader(in, maxGap))
	return err == nil && (bytes.Contains(said, []byte("macroEnabled")) || bytes.Contains(said, []byte("vbaProject")) || bytes.Contains(said, []byte("macrosheet")))
}

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
		case strings.HasSuffix(name, "vbaproject.bin"), strings.Contains(name, "/macrosheets/"), name == "[content_types].xml" && macros(f):
			return thidua.Refuse(thidua.Invalid, CodeMacro)
		}
		book = book || name == "xl/workbook.xml"
	}
	if !book {
		return thidua.Refuse(thidua.Invalid, CodeNoBook)
	}
	return nil
}
