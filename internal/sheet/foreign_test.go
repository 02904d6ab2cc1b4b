package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/sheet"
)

// repacked writes a workbook once more, with parts changed or added.
func repacked(t testing.TB, data []byte, change func(name, text string) string, added map[string]string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		_ = in.Close()
		all[f.Name] = change(f.Name, string(text))
	}
	for name, text := range added {
		all[name] = text
	}
	return parts(t, all)
}

const macroTypes = `application/vnd.ms-excel.sheet.macroEnabled.main+xml`

// withMacros is a form as Excel lays out a workbook with macros, whose project stands in the part of this name.
func withMacros(t testing.TB, part string) []byte {
	t.Helper()
	change := func(name, text string) string {
		switch name {
		case "[Content_Types].xml":
			text = strings.ReplaceAll(text, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", macroTypes)
			return strings.Replace(text, "</Types>", `<Override PartName="/xl/`+part+`" ContentType="application/vnd.ms-office.vbaProject"/></Types>`, 1)
		case "xl/_rels/workbook.xml.rels":
			return strings.Replace(text, "</Relationships>", `<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="`+part+`"/></Relationships>`, 1)
		}
		return text
	}
	return repacked(t, written(t, asked()), change, map[string]string{"xl/" + part: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)})
}

func TestCase30AMacroWorkbookIsRefusedUnderAnyName(t *testing.T) {
	same(t, repacked(t, written(t, asked()), func(_, text string) string { return text }, nil)) // packed this way, a form without macros is read
	for _, part := range []string{"vbaProject.bin", "macro1.bin"} {
		_, err := sheet.ReadWorkbook(withMacros(t, part), asked().Forms)
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != sheet.CodeMacro || e.Kind != thidua.Invalid {
			t.Errorf("%s: %v", part, err)
		}
	}
}

// TestCase30LinksToOtherWorkbooksAreNotFollowed gives a form whose cell shows a value kept from a workbook on a server.
func TestCase30LinksToOtherWorkbooksAreNotFollowed(t *testing.T) {
	asks := 0
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asks++ }))
	defer server.Close()
	data := edited(t, written(t, asked()), func(f *excelize.File) { put(t, f, "D5", 77) })
	change := func(name, text string) string {
		switch name {
		case "[Content_Types].xml":
			return strings.Replace(text, "</Types>", `<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>`, 1)
		case "xl/_rels/workbook.xml.rels":
			return strings.Replace(text, "</Relationships>", `<Relationship Id="rId98" Type="`+related+`externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`, 1)
		case "xl/workbook.xml":
			return strings.Replace(text, "</sheets>", `</sheets><externalReferences><externalReference r:id="rId98"/></externalReferences>`, 1)
		}
		return strings.Replace(text, `<v>77</v>`, `<f>[1]Khac!$A$1</f><v>77</v>`, 1)
	}
	linked := repacked(t, data, change, map[string]string{
		"xl/externalLinks/externalLink1.xml": head + `<externalLink ` + spaces + `><externalBook r:id="rId1"><sheetNames><sheetName val="Khac"/></sheetNames></externalBook></externalLink>`,
		"xl/externalLinks/_rels/externalLink1.xml.rels": head + relations + `<Relationship Id="rId1" Type="` + related + `externalLinkPath" Target="` + server.URL +
			`/khac.xlsx" TargetMode="External"/></Relationships>`})
	if e := back(t, linked)[0].Entries["value"]; e.Wrong != sheet.CodeCellFormula || asks != 0 {
		t.Errorf("a value of another workbook is %+v, and the server was asked %d times", e, asks)
	}
}

// TestCase30DaysAreReadByTheEpochOfTheWorkbook keeps one day under the two epochs of Excel.
func TestCase30DaysAreReadByTheEpochOfTheWorkbook(t *testing.T) {
	for serial, from1904 := range map[int]bool{45658: false, 44196: true} {
		data := edited(t, written(t, asked()), func(f *excelize.File) {
			if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}); err != nil {
				t.Fatal(err)
			}
			put(t, f, "E5", serial)
		})
		if e := back(t, data)[0].Entries["due"]; e.Text != "01/01/2025" || e.Wrong != "" {
			t.Errorf("%d with the epoch of 1904 %v: %+v", serial, from1904, e)
		}
	}
}

// TestCase30WhatIsHiddenIsNoOtherList hides a sheet with rows before the list, and merges cells above its heads.
func TestCase30WhatIsHiddenIsNoOtherList(t *testing.T) {
	same(t, edited(t, written(t, asked()), func(f *excelize.File) {
		_, err := f.NewSheet("Ẩn")
		if err = errors.Join(err, f.SetSheetVisible("Ẩn", false), f.SetSheetRow("Ẩn", "A1", &[]string{"Mã dòng", "Nội dung"}), f.MergeCell("Chỉ tiêu", "C1", "D1")); err != nil {
			t.Fatal(err)
		}
	}))
	f := excelize.NewFile()
	defer f.Close()
	_, err := f.NewSheet("Danh sách")
	err = errors.Join(err, f.SetSheetRow("Sheet1", "A1", &[]string{"Mã", "Họ và tên"}), f.SetSheetRow("Sheet1", "A2", &[]string{"x", "Ẩn"}),
		f.SetSheetRow("Danh sách", "A1", &[]string{"Mã", "Họ và tên"}), f.SetSheetRow("Danh sách", "A2", &[]string{"y", "Hiện"}))
	f.SetActiveSheet(1)
	if err = errors.Join(err, f.SetSheetVisible("Sheet1", false)); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	rows, err := sheet.Read(out.Bytes(), []sheet.Column{{Key: "code", Title: "Mã"}, {Key: "name", Title: "Họ và tên"}})
	if err != nil || len(rows) != 1 || rows[0].Get("name") != "Hiện" {
		t.Errorf("a hidden list is read: %+v, %v", rows, err)
	}
}
