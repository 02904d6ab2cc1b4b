package agency_test

import (
	"context"
	"testing"

	"thidua/internal/app/agency"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

func workbook(t *testing.T, titles []vi.Column, rows ...[]string) []byte {
	t.Helper()
	columns := make([]sheet.Column, len(titles))
	for i, c := range titles {
		columns[i] = sheet.Column(c)
	}
	data, err := sheet.Write("Trang tính1", columns, rows)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEveryWrongCellOfAListIsNamed(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office := h.Actor("Nguyễn Thị Thu Hà")
	for name, c := range map[string]struct {
		row  []string
		want string
	}{
		"an unknown kind":          {[]string{"X", "Phòng X", "", "Trạm", "", "", ""}, "Loại"},
		"an order in words":        {[]string{"X", "Phòng X", "", "", "ba", "", ""}, "Thứ tự"},
		"a fraction":               {[]string{"X", "Phòng X", "", "", "1.5", "", ""}, "Thứ tự"},
		"a year alone":             {[]string{"X", "Phòng X", "", "", "", "2021", ""}, "Từ ngày"},
		"no such day":              {[]string{"X", "Phòng X", "", "", "", "31/02/2021", ""}, "Từ ngày"},
		"the name of another unit": {[]string{"X", "PHÒNG  nghiệp vụ 1", "", "", "", "", ""}, "Tên đơn vị"},
		"a code but for capitals":  {[]string{"nv1", "Phòng X", "", "", "", "", ""}, "Mã"},
	} {
		done, err := h.ImportUnits(ctx, office, "x.xlsx", workbook(t, vi.UnitColumns, c.row), true)
		if err != nil || len(done.Faults) != 1 || done.Faults[0].Column != c.want || done.Faults[0].Line != 2 {
			t.Errorf("%s: %+v, %v", name, done.Faults, err)
		}
	}
	row := []string{"X", "", "Cô", "chưa rõ", "85", "KHÔNG CÓ", "", "Tổ phó", "2021"}
	done, err := h.ImportPeople(ctx, office, "x.xlsx", workbook(t, vi.PersonColumns, row), true)
	if err != nil || len(done.Faults) != 8 {
		t.Errorf("a row with eight wrong cells: %+v, %v", done.Faults, err)
	}
}

func TestACodeStandsInOneRowOfAList(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	rows := [][]string{{"X1", "Phòng X1", "", "", "", "", ""}, {"x1", "Phòng X1 bis", "", "", "", "", ""}}
	done, err := h.ImportUnits(ctx, h.Actor("Nguyễn Thị Thu Hà"), "x.xlsx", workbook(t, vi.UnitColumns, rows...), false)
	if err != nil || len(done.Faults) != 1 || done.Faults[0].Line != 3 || done.Faults[0].Fault.Code != agency.CodeCellTwice {
		t.Errorf("the same code twice: %+v, %v", done, err)
	}
}
