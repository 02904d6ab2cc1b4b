package sheet_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/sheet"
)

func TestTablesReadBack(t *testing.T) {
	var out bytes.Buffer
	err := sheet.WriteTables(&out, sheet.Table{
		Name: "Tập thể", Title: "BIỂU TỔNG HỢP", Notes: []string{"DỮ LIỆU MẪU"},
		Columns: []sheet.TableColumn{{Head: "STT", Width: 6}, {Head: "Nội dung", Width: 50}, {Head: "Chỉ tiêu", Width: 12}, {Head: "Hạn", Width: 14}},
		Rows:    [][]any{{1, "=HYPERLINK(\"x\")", thidua.Quantity(92_50), thidua.Date("2025-12-31")}, {2, "+84 chữ", nil, thidua.Date("")}},
	}, sheet.Table{Name: "Cá nhân", Title: "B", Columns: []sheet.TableColumn{{Head: "Họ và tên", Width: 30}}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "BIỂU TỔNG HỢP", "A2": "DỮ LIỆU MẪU", "B4": "Nội dung", "A5": "1", "B5": `=HYPERLINK("x")`,
		"C5": "92.5", "D5": "31/12/2025", "B6": "+84 chữ", "C6": "", "D6": ""} {
		if got, err := f.GetCellValue("Tập thể", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
	if formula, _ := f.GetCellFormula("Tập thể", "B5"); formula != "" {
		t.Errorf("typed text became the formula %q", formula)
	}
	if kind, _ := f.GetCellType("Tập thể", "B5"); kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
		t.Errorf("text is a cell of type %v", kind)
	}
	if width, _ := f.GetColWidth("Tập thể", "B"); width < 49 {
		t.Errorf("column B is %v wide", width)
	}
	if panes, _ := f.GetPanes("Tập thể"); !panes.Freeze || panes.YSplit != 4 {
		t.Errorf("the head is not kept in view: %+v", panes)
	}
	if p, err := f.GetDocProps(); err != nil || p.Title != "BIỂU TỔNG HỢP" || p.Creator != "thidua" || p.Created != "" {
		t.Errorf("properties %+v (%v)", p, err)
	}
	titles := map[string]string{}
	for _, n := range f.GetDefinedName() {
		titles[n.Scope+" "+n.Name] = n.RefersTo
	}
	if titles["Tập thể _xlnm.Print_Titles"] != "'Tập thể'!$4:$4" || titles["Cá nhân _xlnm.Print_Titles"] != "'Cá nhân'!$3:$3" {
		t.Errorf("rows that stand on every printed page: %v", titles)
	}
}

func TestWrongCellIsRefused(t *testing.T) {
	if err := sheet.WriteTables(&bytes.Buffer{}, sheet.Table{Name: "A", Columns: []sheet.TableColumn{{Head: "x", Width: 5}}, Rows: [][]any{{3.5}}}); err == nil {
		t.Error("a cell of an unknown kind was written")
	}
}
