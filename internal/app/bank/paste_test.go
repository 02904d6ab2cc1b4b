package bank_test

import (
	"errors"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/bank"
)

var plan = thidua.Definition{Criteria: []thidua.Criterion{
	{ID: "c1", Code: "TC1", Name: "Lãnh đạo, chỉ đạo", Order: 1}, {ID: "c2", Code: "TC2", Name: "Nhiệm vụ", Order: 2}, {ID: "c3", Code: "TC3", Name: "Tuyên truyền", Order: 3}}}

func codes(p bank.Pasted) (out string) {
	for _, r := range p.Remarks {
		out += string(r.Code) + " "
	}
	return strings.TrimSpace(out)
}

func TestRowsFromExcelAndWordAreUnderstood(t *testing.T) {
	text := "STT\tTiêu chí\tNội dung\tChỉ tiêu\tĐơn vị tính\tHạn\r\n" +
		"1\tTC2\tBan hành kết luận thanh tra đúng thời hạn\t95\t%\t31/12/2025\r\n" +
		"2\tTiêu chí 3\t\"Viết tin, bài\nvề cải cách hành chính\"\t4 bài\t30/11/2025\r\n" +
		"3\tTC2\tVụ việc phải xác minh lại\t≤ 2\tvụ\t31/02/2025\r\n" +
		"4\t\tHọp kiểm điểm tiến độ\t\t\tkhi cần thiết thì họp thêm\r\n"
	rows, err := bank.Paste(text, plan)
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v: %+v", len(rows), err, rows)
	}
	first, second, third := rows[0].Target, rows[1].Target, rows[2].Target
	if first.Criterion != "c2" || first.Content != "Ban hành kết luận thanh tra đúng thời hạn" || first.Value != 95_00 || first.Measure != "%" || first.Due != "2025-12-31" || codes(rows[0]) != "" {
		t.Errorf("first %+v, %s", first, codes(rows[0]))
	}
	if second.Criterion != "c3" || second.Content != "Viết tin, bài về cải cách hành chính" || second.Value != 4_00 || second.Measure != "bài" || second.Due != "2025-11-30" {
		t.Errorf("second %+v", second)
	}
	if third.Direction != thidua.AtMost || third.Value != 2_00 || third.Measure != "vụ" || codes(rows[2]) != string(bank.CodePasteDate) {
		t.Errorf("third %+v, %s", third, codes(rows[2]))
	}
	if c := codes(rows[3]); rows[3].Target.Criterion != "c1" || !strings.Contains(c, string(bank.CodePasteCriterion)) || !strings.Contains(c, string(bank.CodePasteMore)) {
		t.Errorf("fourth %+v, %s", rows[3].Target, c)
	}
}

func TestAListIsReadUnderItsHeadings(t *testing.T) {
	rows, err := bank.Paste("Tiêu chí 2:\n- Xử lý đơn đúng thời hạn\n2) Công khai kết luận thanh tra\n\nTuyên truyền\n• Tổ chức 2 buổi nói chuyện", plan)
	if err != nil || len(rows) != 3 {
		t.Fatalf("%+v, %v", rows, err)
	}
	for i, want := range []thidua.Target{{Criterion: "c2", Content: "Xử lý đơn đúng thời hạn"}, {Criterion: "c2", Content: "Công khai kết luận thanh tra"},
		{Criterion: "c3", Content: "Tổ chức 2 buổi nói chuyện"}} {
		if got := rows[i].Target; got.Criterion != want.Criterion || got.Content != want.Content || got.Value != thidua.NoValue || codes(rows[i]) != "" {
			t.Errorf("row %d: %+v, %s", i, got, codes(rows[i]))
		}
	}
}

func TestNothingAndTooMuchAreRefusedAtTheField(t *testing.T) {
	for text, want := range map[string]thidua.Code{" \n\t\n": bank.CodePasteEmpty, "STT\tNội dung": bank.CodePasteEmpty, strings.Repeat("một dòng\n", bank.MaxPasted+1): bank.CodePasteMany} {
		_, err := bank.Paste(text, plan)
		var e *thidua.Error
		ok := errors.As(err, &e)
		if !ok || len(e.Faults) != 1 || e.Faults[0].Field != "dan" || e.Faults[0].Code != want {
			t.Errorf("%.20q: %v, want %s", text, err, want)
		}
	}
}

func FuzzPaste(f *testing.F) {
	for _, s := range []string{"1\tTC2\tNội dung\t95\t%\t31/12/2025", "\"", "a\t\"b\nc\t1", "Tiêu chí 99999999999999999999", "≤ 9999999999999999999999 vụ\tx", "\x07\x00\xff\t- "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := bank.Paste(text, plan)
		if err != nil {
			return
		}
		for _, r := range rows {
			if r.Number < 1 || plan.Criterion(r.Target.Criterion).ID == "" || r.Target.Value < thidua.NoValue || r.Target.Due != "" && !r.Target.Due.Valid() {
				t.Errorf("%q gives %+v", text, r)
			}
			if strings.ContainsAny(r.Target.Content+r.Target.Measure, "\t\r\n") {
				t.Errorf("%q leaves %q", text, r.Target.Content)
			}
		}
	})
}
