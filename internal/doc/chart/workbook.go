package chart

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"time"
)

const (
	office   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packages = "http://schemas.openxmlformats.org/package/2006/"
	sheets   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	bookType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// Workbook writes the figures of the chart as an XLSX file, which a word processor opens to edit them.
func (c Chart) Workbook() []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + packages + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + bookType + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + bookType + `worksheet+xml"/></Types>`},
		{"_rels/.rels", relation("officeDocument", "xl/workbook.xml")},
		{"xl/workbook.xml", `<workbook xmlns="` + sheets + `" xmlns:r="` + strings.TrimSuffix(office, "/") + `"><sheets><sheet name="` + sheet + `" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")},
		{"xl/worksheets/sheet1.xml", c.cells()},
	} {
		// a bytes.Buffer does not fail; a fixed time: the bytes depend on the chart alone
		f, _ := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		_, _ = f.Write([]byte(xmlHead + part[1]))
	}
	_ = z.Close()
	return out.Bytes()
}

func relation(kind, target string) string {
	return `<Relationships xmlns="` + packages + `relationships"><Relationship Id="rId1" Type="` + office + kind + `" Target="` + target + `"/></Relationships>`
}

// cells is the sheet: labels in the first column, names of the series in the first row.
func (c Chart) cells() string {
	var b strings.Builder
	text := func(of, row int, s string) {
		fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, columnName(of), row, html.EscapeString(s))
	}
	b.WriteString(`<worksheet xmlns="` + sheets + `"><sheetData><row r="1">`)
	for k, s := range c.Series {
		text(k+1, 1, s.Name)
	}
	b.WriteString(`</row>`)
	for i, label := range c.Labels {
		fmt.Fprintf(&b, `<row r="%d">`, i+2)
		text(0, i+2, label)
		for k, s := range c.Series {
			if v := s.At(i); known(v) {
				fmt.Fprintf(&b, `<c r="%s%d"><v>%s</v></c>`, columnName(k+1), i+2, plain(v))
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return b.String()
}
