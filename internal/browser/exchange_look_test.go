package browser_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/internal/app/exchange"
	"thidua/internal/browser"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// TestScreenOfDifferences takes the registrations of a unit out, changes them as in Excel, brings them back, looks at the differences and
// says yes to them.
func TestScreenOfDifferences(t *testing.T) {
	h, season := sample(t)
	if err := season.Until("2025-01-14"); err != nil {
		t.Fatal(err)
	}
	p := h.enter(t, "lvdung", browser.Desk)
	p.Go("/excel/dang-ky")
	at := p.Path()
	p.Upload("#tep", h.changed(t, filepath.Base(at)))
	p.Follow("form[enctype] button[type=submit]")
	if got := p.Text("[aria-labelledby=h-khac-biet] dl"); strings.Join(strings.Fields(got), " ") != "Sửa 2 Thêm 1 Giữ nguyên 29 Bỏ trống 1 Lỗi 1" {
		t.Errorf("the counts are %q", got)
	}
	for name, l := range map[string]browser.Look{"1366": browser.Desk, "390": browser.Phone, "nentoi-1366": browser.Desk.Night(), "nentoi-390": browser.Phone.Night()} {
		p.Look(l)
		for _, v := range p.Axe() {
			t.Errorf("%s: %s %s %v", name, v.Rule, v.Help, v.Nodes)
		}
		if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
			p.Screenshot(filepath.Join(dir, "16-excel-"+name+".png"), true)
		}
	}
	p.NoSidewaysScroll(browser.Desk)
	p.Follow("#kb .seg button[value=loi]")
	if got := browser.Eval[int](p, `document.querySelectorAll("#kb tbody tr:not([hidden])").length`); got != 1 {
		t.Errorf("%d rows with faults are shown", got)
	}
	p.Follow("#kb .seg button[value='']")
	p.Click("#kb tbody tr:first-child input[name=chon]")
	p.Follow(".sheet button.pri")
	if got := p.Text("main .note.luc"); !strings.HasPrefix(got, "Đã áp dụng 2 dòng:") {
		t.Errorf("after the yes the page says %q", got)
	}
	for _, v := range p.Axe() {
		t.Errorf("applied: %s %s %v", v.Rule, v.Help, v.Nodes)
	}
	if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
		p.Screenshot(filepath.Join(dir, "16-excel-da-ap-dung-1366.png"), true)
	}
}

// changed writes the workbook of Lý Văn Dũng with four rows changed and one added, and gives the name of the file.
func (h *house) changed(t *testing.T, round string) string {
	t.Helper()
	ctx := context.Background()
	_, who, err := h.SignIn(ctx, "lvdung", password, "")
	if err != nil {
		t.Fatal(err)
	}
	list, err := exchange.New(h.App).Open(ctx, who, exchange.Registrations, round)
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
	tab := vi.UnitTargetsTab
	rows, err := f.GetRows(tab)
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == vi.CodeHead })
	column := func(key string) int { return slices.Index(rows[head], vi.ExchangeHeads[key]) }
	set := func(row int, key string, v any) {
		at, err := excelize.CoordinatesToCellName(column(key)+1, row+1)
		if err == nil {
			err = f.SetCellValue(tab, at, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	set(head+1, "value", 100)
	set(head+1, "due", "30/11/2025")
	set(head+2, "content", "Nội dung sửa trong Excel")
	set(head+3, "measure", "%")
	set(head+3, "value", 950)
	set(head+4, "due", "")
	set(len(list.Forms[0].Rows)+head+1, "unit", rows[head+1][column("unit")])
	set(len(list.Forms[0].Rows)+head+1, "criterion", "TC5")
	set(len(list.Forms[0].Rows)+head+1, "content", "Sáng kiến được công nhận cấp cơ sở")
	set(len(list.Forms[0].Rows)+head+1, "value", 1)
	set(len(list.Forms[0].Rows)+head+1, "measure", "sáng kiến")
	set(len(list.Forms[0].Rows)+head+1, "due", "15/11/2025")
	name := filepath.Join(t.TempDir(), "Dang-ky-thi-dua-2025.xlsx")
	if err := f.SaveAs(name); err != nil {
		t.Fatal(err)
	}
	return name
}
