package sheet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/sheet"
)

// dangerous is what a spreadsheet program may take for a formula when a cell is not text.
var dangerous = []string{"=1+1", "=cmd|'/c calc'!A1", "=HYPERLINK(\"https://evil.example\",\"x\")", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1",
	"＝1+1", "＋1", "－1", "＠SUM(1)", "'=1+1", "\"=1+1\"", "=DDE(\"cmd\";\"/c calc\";\"x\")", "=WEBSERVICE(\"https://evil.example\")", "{=1+1}", "%0A=1+1", "\u200b=1+1", "=\u200b1+1"}

// TestCase43TypedTextIsNeverAFormula writes what looks like a formula into heads and cells of every kind of workbook, opens it, saves it again and opens
// it once more: no cell is a formula, and figures are still figures.
func TestCase43TypedTextIsNeverAFormula(t *testing.T) {
	for name, data := range map[string][]byte{"list": dangerousList(t), "table": dangerousTable(t)} {
		for _, round := range []string{"written", "saved again"} {
			f, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				t.Fatalf("%s %s: %v", name, round, err)
			}
			found := 0
			for _, tab := range f.GetSheetList() {
				rows, err := f.GetRows(tab)
				if err != nil {
					t.Fatal(err)
				}
				for y, row := range rows {
					for x, text := range row {
						at, _ := excelize.CoordinatesToCellName(x+1, y+1)
						if formula, err := f.GetCellFormula(tab, at); err != nil || formula != "" {
							t.Errorf("%s %s: %s is the formula %q (%v)", name, round, at, formula, err)
						}
						if kind, _ := f.GetCellType(tab, at); strings.Contains(text, "1") && strings.ContainsAny(text, "=+@") {
							found++
							if kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
								t.Errorf("%s %s: %s %q is a cell of type %v", name, round, at, text, kind)
							}
						}
					}
				}
			}
			if found < 15 {
				t.Errorf("%s %s: only %d of the texts were found", name, round, found)
			}
			noFormulaInside(t, name+" "+round, data)
			var again bytes.Buffer
			if err := f.Write(&again); err != nil {
				t.Fatal(err)
			}
			_ = f.Close()
			data = again.Bytes()
		}
	}
}

func dangerousList(t *testing.T) []byte {
	t.Helper()
	columns, row := []sheet.Column{}, []string{}
	for _, text := range dangerous {
		columns, row = append(columns, sheet.Column{Title: text}), append(row, text)
	}
	data, err := sheet.Write("Danh sách", columns, [][]string{row})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func dangerousTable(t *testing.T) []byte {
	t.Helper()
	table := sheet.Table{Name: "Biểu", Title: "=1+1", Notes: dangerous, Columns: []sheet.TableColumn{{Head: "=1+1", Width: 9}, {Head: "Số", Width: 9}}}
	for _, text := range dangerous {
		table.Rows = append(table.Rows, []any{text, thidua.Quantity(-12_50)})
	}
	var out bytes.Buffer
	if err := sheet.WriteTables(&out, table); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	last, _ := excelize.CoordinatesToCellName(2, 2+len(dangerous)+len(table.Rows))
	if kind, _ := f.GetCellType("Biểu", last); kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset {
		t.Errorf("a negative figure is a cell of type %v", kind)
	}
	if raw, err := f.GetCellValue("Biểu", last, excelize.Options{RawCellValue: true}); err != nil || raw != "-12.5" {
		t.Errorf("the figure is %q, %v", raw, err)
	}
	return out.Bytes()
}

var formulaInside = regexp.MustCompile(`<f[ >/]|externalLink|<ddeLink|<hyperlink`)

// noFormulaInside looks into the parts themselves, whatever a library makes of them.
func noFormulaInside(t *testing.T, name string, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if m := formulaInside.Find(text); m != nil || strings.Contains(f.Name, "externalLinks") {
			t.Errorf("%s: %s holds %q", name, f.Name, m)
		}
	}
}
