package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"thidua"
	"thidua/internal/file"
)

// Files that are no workbook of this kind, each with its own sentence.
const (
	CodeOldFormat thidua.Code = "sheet.old-format" // .xls, or locked by a password: both are packed the same way
	CodeOpenDoc   thidua.Code = "sheet.open-document"
	CodeMacro     thidua.Code = "sheet.macro"
	CodeNoBook    thidua.Code = "sheet.no-workbook" // words, CSV, another kind of file
)

// macros tells whether a workbook holds macros, which may stand under any name.
func macros(z *zip.Reader) bool {
	names, types := []string{}, []byte{}
	for _, f := range z.File {
		names = append(names, f.Name)
		if !strings.EqualFold(f.Name, "[Content_Types].xml") {
			continue
		}
		if in, err := f.Open(); err == nil {
			types, _ = io.ReadAll(io.LimitReader(in, maxGap)) // what cannot be read is refused with the workbook
			_ = in.Close()
		}
	}
	return file.Macros(slices.Values(names), types)
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
	if macros(z) {
		return thidua.Refuse(thidua.Invalid, CodeMacro)
	}
	book := false
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		if name == "content.xml" {
			return thidua.Refuse(thidua.Invalid, CodeOpenDoc)
		}
		book = book || name == "xl/workbook.xml"
	}
	if !book {
		return thidua.Refuse(thidua.Invalid, CodeNoBook)
	}
	return nil
}
