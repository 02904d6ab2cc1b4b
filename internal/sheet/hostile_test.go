package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/sheet"
)

const (
	head      = `<?xml version="1.0" encoding="UTF-8"?>`
	spaces    = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	related   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	titles    = `<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="inlineStr"><is><t>Họ và tên</t></is></c></row>`
)

// packed is a workbook of one sheet made by hand, as no spreadsheet program would write it.
func packed(t testing.TB, rows, strs string) []byte {
	t.Helper()
	return parts(t, map[string]string{
		"xl/worksheets/sheet1.xml": head + `<worksheet ` + spaces + `><sheetData>` + rows + `</sheetData></worksheet>`,
		"xl/sharedStrings.xml":     head + `<sst ` + spaces + `>` + strs + `</sst>`,
	})
}

// parts changes parts of an empty workbook.
func parts(t testing.TB, changed map[string]string) []byte {
	t.Helper()
	files := emptyParts()
	maps.Copy(files, changed)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func emptyParts() map[string]string {
	return map[string]string{
		"[Content_Types].xml": head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"xl/workbook.xml":     head + `<workbook ` + spaces + `><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/styles.xml":       head + `<styleSheet ` + spaces + `/>`,
		"_rels/.rels":         head + relations + `<Relationship Id="rId1" Type="` + related + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels": head + relations + `<Relationship Id="rId1" Type="` + related + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` +
			related + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
	}
}

// far has a cell at the far end of many rows, so that every row asks for sixteen thousand cells.
func far(reference string) string {
	var b strings.Builder
	b.WriteString(titles)
	for i := 2; i < 10_000; i++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="`+reference+`"><v>1</v></c></row>`, i, i)
	}
	return b.String()
}

func TestHostileWorkbooksAreRefusedEarly(t *testing.T) {
	row := `<row r="2"><c r="A2"><v>1</v></c></row>`
	for name, c := range map[string]struct {
		data []byte
		want thidua.Code
	}{
		"cells far to the right":   {packed(t, far("XFD%d"), ""), sheet.CodeTooManyCells},
		"written another way":      {packed(t, far("&#88;f$d%d"), ""), sheet.CodeTooManyCells},
		"many cells in a row":      {packed(t, titles+`<row r="2">`+strings.Repeat(`<c r="A2"/>`, 2_100_000)+`</row>`, ""), sheet.CodeTooManyCells},
		"many shared strings":      {packed(t, titles+row, strings.Repeat(`<si/>`, 2_100_000)), sheet.CodeTooManyCells},
		"many attributes":          {packed(t, titles+`<row r="2"><c `+strings.Repeat(`a="" `, 1<<20)+`/></row>`, ""), sheet.CodeDamaged},
		"another encoding":         {parts(t, map[string]string{"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="utf-16"?><worksheet/>`}), sheet.CodeDamaged},
		"two files in one":         {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), packed(t, titles+row, "")...), sheet.CodeDamaged},
		"a great number of sheets": {parts(t, map[string]string{"xl/workbook.xml": head + `<workbook ` + spaces + `><sheets>` + strings.Repeat(`<sheet name="S" state="hidden" sheetId="1"/>`, 100_000) + `</sheets></workbook>`}), sheet.CodeDamaged},
	} {
		var e *thidua.Error
		if err := early(t, name, func() error { _, err := sheet.Read(c.data, columns); return err }); !errors.As(err, &e) || e.Code != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if err := early(t, name, func() error { _, err := sheet.ReadWorkbook(c.data, asked().Forms); return err }); !errors.As(err, &e) {
			t.Errorf("%s: read as a form that came back: %v", name, err)
		}
	}
}

// early reads a workbook and measures what its refusal costs.
func early(t *testing.T, name string, read func() error) error {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	err := read()
	took := time.Since(began)
	runtime.ReadMemStats(&after)
	spent := (after.TotalAlloc - before.TotalAlloc) >> 20
	t.Logf("%s: %v, %d MB", name, took, spent)
	if took > 20*time.Second || spent > 600 {
		t.Errorf("%s: refused after %v and %d MB", name, took, spent)
	}
	return err
}

// TestFarCellsOfAFewRowsAreNoHarm reads a list beside which somebody has written something far away.
func TestFarCellsOfAFewRowsAreNoHarm(t *testing.T) {
	rows, err := sheet.Read(packed(t, titles+`<row r="2"><c r="A2"><v>7</v></c><c r="XFD2"><v>1</v></c></row>`, ""), columns)
	if err != nil || len(rows) != 1 || rows[0].Get("code") != "7" {
		t.Errorf("%v, %v", rows, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(titles+`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>44197</v></c></row>`, `<si><t>Lò Thị Mẫu</t></si>`)
	f.Add(titles+`<row r="9"><c><f>1+1</f><v>2</v></c><c r="AA9" t="b"><v>1</v></c></row>`, `<si><r><rPr/><t>a</t></r></si>`)
	f.Fuzz(func(t *testing.T, cells, strs string) {
		rows, err := sheet.Read(packed(t, cells, strs), columns)
		var refusal *thidua.Error
		if err != nil && !errors.As(err, &refusal) {
			t.Errorf("no refusal in words: %v", err)
		}
		if err == nil && len(rows) == 0 {
			t.Error("neither rows nor a refusal")
		}
	})
}
