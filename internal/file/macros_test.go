package file_test

import (
	"slices"
	"testing"

	"thidua/internal/file"
)

func TestMacrosAreKnownByWhatPartsAre(t *testing.T) {
	list := func(entries string) []byte {
		return []byte(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` + entries + `</Types>`)
	}
	standard := `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>`
	for name, c := range map[string]struct {
		parts []string
		types []byte
		want  bool
	}{
		"none":                            {[]string{"xl/workbook.xml"}, list(""), false},
		"a kind of which there is none":   {[]string{"xl/workbook.xml"}, list(standard), false},
		"a part of that kind":             {[]string{"xl/workbook.xml", "xl/printer.BIN"}, list(standard), true},
		"a part under another name":       {[]string{"xl/anything.dat"}, list(`<Override PartName="/xl/anything.dat" ContentType="application/vnd.ms-office.vbaProject"/>`), true},
		"a book that calls itself so":     {[]string{"xl/workbook.xml"}, list(`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>`), true},
		"the usual name, said of nowhere": {[]string{"xl/vbaProject.bin"}, list(""), true},
		"an old sheet of macros":          {[]string{"xl/macrosheets/sheet1.xml"}, nil, true},
	} {
		if got := file.Macros(slices.Values(c.parts), c.types); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
