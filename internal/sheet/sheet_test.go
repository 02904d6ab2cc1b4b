package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/sheet"
)

var columns = []sheet.Column{{Key: "code", Title: "Mã", Needed: true}, {Key: "name", Title: "Họ và tên", Needed: true}, {Key: "day", Title: "Từ ngày"}}

func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func set(t testing.TB, f *excelize.File, at string, v any) {
	t.Helper()
	if err := f.SetCellValue("Sheet1", at, v); err != nil {
		t.Fatal(err)
	}
}

func TestColumnsAreFoundByTheirTitles(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		set(t, f, "A1", "DANH SÁCH")
		set(t, f, "B3", "ho va ten *")
		set(t, f, "C3", "Từ ngày")
		set(t, f, "D3", "MÃ")
		set(t, f, "B4", " Lò Thị Mẫu ")
		set(t, f, "C4", 44197) // 01/01/2021 as Excel keeps it
		set(t, f, "D4", "007")
		set(t, f, "D6", "008")
		set(t, f, "C6", "1/2/2021")
	})
	rows, err := sheet.Read(data, columns)
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if r := rows[0]; r.Line != 4 || r.Get("name") != "Lò Thị Mẫu" || r.Get("code") != "007" || r.Date("day") != "2021-01-01" {
		t.Errorf("row %+v, day %s", r, r.Date("day"))
	}
	if r := rows[1]; r.Line != 6 || r.Get("name") != "" || r.Date("day") != "2021-02-01" {
		t.Errorf("row %+v, day %s", r, r.Date("day"))
	}
}

func TestRefusals(t *testing.T) {
	many := workbook(t, func(f *excelize.File) {
		set(t, f, "A1", "Mã")
		set(t, f, "B1", "Họ và tên")
		if err := f.SetCellStr("Sheet1", "A10050", "x"); err != nil {
			t.Fatal(err)
		}
	})
	for name, c := range map[string]struct {
		data []byte
		want thidua.Code
	}{
		"no workbook":    {[]byte("Mã | Họ và tên"), sheet.CodeDamaged},
		"too large":      {make([]byte, sheet.MaxFile+1), sheet.CodeTooLarge},
		"empty":          {workbook(t, func(*excelize.File) {}), sheet.CodeEmpty},
		"titles alone":   {workbook(t, func(f *excelize.File) { set(t, f, "A1", "Mã"); set(t, f, "B1", "Họ và tên") }), sheet.CodeEmpty},
		"column missing": {workbook(t, func(f *excelize.File) { set(t, f, "A1", "Mã"); set(t, f, "A2", "1") }), sheet.CodeColumn},
		"column twice": {workbook(t, func(f *excelize.File) {
			set(t, f, "A1", "Mã")
			set(t, f, "B1", "Họ và tên")
			set(t, f, "C1", "Ma")
			set(t, f, "A2", "1")
		}), sheet.CodeTwice},
		"too many rows":   {many, sheet.CodeTooMany},
		"unpacks too far": {bomb(t), sheet.CodeTooManyCells},
	} {
		_, err := sheet.Read(c.data, columns)
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// bomb is a workbook whose sheet unpacks to far more than any list.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	spaces := bytes.Repeat([]byte(" "), 1<<20)
	for range 260 {
		if _, err := w.Write(spaces); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatIsWrittenIsTextAndReadsBack(t *testing.T) {
	data, err := sheet.Write("Người", columns, [][]string{{"=1+1", "@lò", "01/01/2021"}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if formula, err := f.GetCellFormula("Người", "A2"); err != nil || formula != "" {
		t.Errorf("a formula %q, %v", formula, err)
	}
	rows, err := sheet.Read(data, columns)
	if err != nil || len(rows) != 1 || rows[0].Get("code") != "=1+1" || rows[0].Date("day") != "2021-01-01" {
		t.Errorf("read back as %v, %v", rows, err)
	}
}

// TestTablesHoldNoFormula looks at every cell of a table whose texts and headings begin as formulas do.
func TestTablesHoldNoFormula(t *testing.T) {
	var out bytes.Buffer
	typed := []string{"=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "＝1", `=cmd|'/c calc'!A0`}
	table := sheet.Table{Name: "Bảng", Title: "=HYPERLINK(1)", Notes: []string{"=1"}, Columns: []sheet.TableColumn{{Head: "=A1", Width: 20}}}
	for _, text := range typed {
		table.Rows = append(table.Rows, []any{text})
	}
	if err := sheet.WriteTables(&out, table); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := 0
	for row := 1; row <= 20; row++ {
		at := fmt.Sprintf("A%d", row)
		formula, err := f.GetCellFormula("Bảng", at)
		text, failed := f.GetCellValue("Bảng", at)
		if err != nil || failed != nil || formula != "" {
			t.Errorf("%s holds the formula %q, %v, %v", at, formula, err, failed)
		}
		if slices.Contains(typed, text) {
			seen++
		}
	}
	if seen != len(typed) {
		t.Errorf("%d of %d texts stand there as they were typed", seen, len(typed))
	}
}
