package browser_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/app/exchange"
	"thidua/internal/browser"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// TestScreensOfImports brings units and people in, takes an import back, and is refused when a unit has been changed since.
func TestScreensOfImports(t *testing.T) {
	h, season := sample(t)
	if err := season.Until("2025-01-14"); err != nil {
		t.Fatal(err)
	}
	p := h.enter(t, "nttha", browser.Desk)
	bring := func(list exchange.Name, tab, key, value string) {
		p.Go("/excel/" + string(list))
		p.Upload("#tep", h.edited(t, list, tab, key, value))
		p.Follow("form[enctype] button[type=submit]")
		p.Follow(".sheet button.pri")
		if got := p.Text("main .note.luc"); !strings.HasPrefix(got, "Đã áp dụng 1 dòng:") {
			t.Errorf("after the yes the page of %s says %q", list, got)
		}
	}
	bring(exchange.People, vi.PeopleTab, "post", "Chuyên viên chính")
	see(t, p, "16-excel-nguoi-da-nhap", "/excel/nguoi")
	bring(exchange.Units, vi.UnitsTab, "short", "VP")
	see(t, p, "16-excel-don-vi-da-nhap", "/excel/don-vi")
	p.Follow("#cac-lan-nhap form button")
	glance(t, p, "16-excel-hoan-tac")
	bring(exchange.Units, vi.UnitsTab, "short", "VPTT")
	who := h.as(t, "dddat")
	all, err := h.UnitList(t.Context(), who, false)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(u thidua.Unit) bool { return u.Short == "VPTT" })
	all[i].Short = "Văn phòng"
	if _, err := h.SaveUnit(t.Context(), who, all[i]); err != nil {
		t.Fatal(err)
	}
	p.Go("/excel/don-vi")
	p.Follow("#cac-lan-nhap form button")
	if got := p.Text("main .note.do"); !strings.HasPrefix(got, "Không hoàn tác được:") {
		t.Errorf("an import whose unit was changed since: %q", got)
	}
	glance(t, p, "16-excel-khong-hoan-tac")
	p.Go("/excel/don-vi")
	browser.Eval[string](p, `document.querySelector("#dan").value = "Phòng Nghiệp vụ 1"`)
	p.Follow("form[enctype] button[type=submit]")
	glance(t, p, "16-excel-khong-nhan")
}

// edited writes the workbook of a list with one cell of its first row changed, and gives the name of the file.
func (h *house) edited(t *testing.T, name exchange.Name, tab, key, value string) string {
	t.Helper()
	list, err := exchange.New(h.App).Open(t.Context(), h.as(t, "nttha"), name, exchange.NoRound)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := sheet.WriteWorkbook(&out, list.Workbook(false)); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(tab)
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == vi.CodeHead })
	at, err := excelize.CoordinatesToCellName(slices.Index(rows[head], vi.ExchangeHeads[key])+1, head+2)
	if err == nil {
		err = f.SetCellValue(tab, at, value)
	}
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), vi.ExchangeFile(string(name), 0)+".xlsx")
	if err := f.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	return file
}
