package pasting_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/pasting"
	"thidua/internal/plan"
	"thidua/internal/testkit"
)

var ctx = context.Background()

var agency = plan.Agency{Name: "Thanh tra tỉnh", Units: []thidua.Unit{{ID: "vp", Name: "Văn phòng"}, {ID: "nv1", Name: "Phòng Nghiệp vụ 1"}}}

func codes(r pasting.Row) string {
	var out []string
	for _, f := range r.Remarks {
		out = append(out, string(f.Code))
	}
	return strings.Join(out, " ")
}

func TestATableOfExcelIsReadByItsHeads(t *testing.T) {
	text := "STT\tĐơn vị chủ trì\tNội dung nhiệm vụ\tThời gian hoàn thành\tSản phẩm\tGhi chú\r\n" +
		"1\tVăn phòng\t\"Rà soát, công khai\nthủ tục \"\"một cửa\"\"\"\tTrước ngày 30/6/2025\tBảng niêm yết\t\r\n" +
		"2\tCác phòng\tBáo cáo định kỳ\tHằng quý\t\tgửi bản giấy\r\n" +
		"\t\t\t15/3/2025\tKế hoạch\t\r\n"
	rows, err := pasting.Read(text, agency, 2025)
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v: %+v", len(rows), err, rows)
	}
	first := rows[0].Task
	if first.Number != "1" || first.Text != `Rà soát, công khai thủ tục "một cửa"` || first.Unit != "vp" || first.Due != "2025-06-30" || first.Inclusive || first.Product != "Bảng niêm yết" || codes(rows[0]) != "" || !rows[0].Take {
		t.Errorf("first %+v, %s", first, codes(rows[0]))
	}
	if rows[1].Task.Unit != "" || codes(rows[1]) != "pasting.more pasting.lead pasting.day" {
		t.Errorf("second %+v, %s", rows[1].Task, codes(rows[1]))
	}
	if rows[2].Take || codes(rows[2]) != "pasting.blank" {
		t.Errorf("third %+v, %s", rows[2], codes(rows[2]))
	}
}

func TestATableWithoutHeadsIsReadInTheUsualOrder(t *testing.T) {
	for _, text := range []string{"1\tCông khai thủ tục\tBảng\tPhòng Nghiệp vụ 1\tVăn phòng\t31/12/2025", "Công khai thủ tục\tBảng\tPhòng Nghiệp vụ 1\tVăn phòng\t31/12/2025"} {
		rows, err := pasting.Read(text, agency, 2025)
		if err != nil || len(rows) != 1 {
			t.Fatalf("%+v, %v", rows, err)
		}
		if k := rows[0].Task; k.Text != "Công khai thủ tục" || k.Product != "Bảng" || k.Unit != "nv1" || k.Support != "Văn phòng" || k.Due != "2025-12-31" || !k.Inclusive {
			t.Errorf("%q gives %+v", text, k)
		}
	}
}

func TestNothingAndTooMuchAreRefused(t *testing.T) {
	for _, text := range []string{"", " \t \n", "STT\tNhiệm vụ\tSản phẩm", strings.Repeat("1\tViệc\tBảng\n", pasting.MaxRows+1)} {
		if _, err := pasting.Read(text, agency, 2025); thidua.KindOf(err) != thidua.Invalid {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("STT\tNhiệm vụ\tChủ trì\n1\t\"a\nb\"\tVăn phòng")
	f.Add("\t\t\n\"")
	f.Add("1\tViệc\r\n2.1.\tViệc khác\x07")
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := pasting.Read(text, agency, 2025)
		if err != nil {
			return
		}
		for i, r := range rows {
			if r.Take && r.Task.Text == "" || r.Number < 1 || i > 0 && r.Number <= rows[i-1].Number {
				t.Errorf("row %d of %q: %+v", i, text, r)
			}
		}
	})
}

func TestChosenRowsBecomeTasksOfTheYear(t *testing.T) {
	s := testkit.OpenSeason(t)
	core := app.New(s.DB)
	d, office, round := pasting.Over(core), s.Actor("Nguyễn Thị Thu Hà"), s.Rounds[2025].ID
	sheet, err := d.Sheet(ctx, office, round)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := sheet.Read("1\tCông khai thủ tục\tBảng\tPhòng Nghiệp vụ 1\t\t31/12/2025\n2\tBáo cáo\t\tCác phòng\t\tHằng quý\n3\tKhông lấy\t\tVăn phòng\t\t")
	if err != nil || len(rows) != 3 {
		t.Fatalf("%+v, %v", rows, err)
	}
	rows[2].Take = false
	made, err := d.Save(ctx, office, round, rows)
	var refused *thidua.Error
	if !errors.As(err, &refused) || made != 0 || len(refused.Faults) != 1 || refused.Faults[0].Field != "task-2-owner" {
		t.Errorf("a row without an owner: %d, %v", made, err)
	}
	rows[1].Task.Unit = s.Units["NV2"].ID
	if made, err = d.Save(ctx, office, round, rows); err != nil || made != 2 {
		t.Fatalf("%d, %v", made, err)
	}
	list, err := core.ReformTasks(ctx, office, round)
	if err != nil || len(list.Lines) != 2 || list.Lines[0].Text != "Công khai thủ tục" || list.Lines[0].Unit != s.Units["NV1"].ID || list.Lines[0].Plan != "" || list.Lines[1].When != "Hằng quý" {
		t.Errorf("%+v, %v", list.Lines, err)
	}
	if one, err := core.ReformTask(ctx, office, list.Lines[0].ID); err != nil || one.Source.ID != "" {
		t.Errorf("%+v, %v", one.Source, err)
	}
	if sheet, err = d.Sheet(ctx, office, round); err != nil {
		t.Fatal(err)
	}
	if again, err := sheet.Read("công khai  thủ tục\tBảng"); err != nil || again[0].Take || !strings.Contains(codes(again[0]), "pasting.twice") {
		t.Errorf("%+v, %v", again, err)
	}
	if _, err := d.Save(ctx, s.Actor("Lý Văn Dũng"), round, rows); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("a head of a unit: %v", err)
	}
	if _, err := d.Sheet(ctx, office, s.Rounds[2023].ID); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("a year that has ended: %v", err)
	}
}
