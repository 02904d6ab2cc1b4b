package change_test

import (
	"strings"
	"testing"

	"thidua/internal/vi/change"
)

func TestChangesAreToldInWords(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string
		want          []change.Line
		more          int
	}{
		"a state":         {`"registration.draft"`, `"registration.sent"`, []change.Line{{"Trạng thái", "Nháp", "Đã gửi"}}, 0},
		"a day":           {`{"Due":"2025-01-14"}`, `{"Due":"2025-02-01"}`, []change.Line{{"Thời hạn", "14/01/2025", "01/02/2025"}}, 0},
		"points":          {`{"Points":9040}`, `{"Points":9150}`, []change.Line{{"Điểm", "90,4", "91,5"}}, 0},
		"yes and no":      {`{"Public":false}`, `{"Public":true}`, []change.Line{{"Công khai", "Không", "Có"}}, 0},
		"something new":   {``, `{"ID":"01a22afa-ab4b-73f4-a183-06f040000000","Name":"Phòng Mẫu","Version":1}`, []change.Line{{"Tên", "–", "Phòng Mẫu"}}, 0},
		"a file":          {`{"File":{}}`, `{"File":{"Hash":"9f518413a9d33f2069b9c9a8f873f4f183d69128230eb7d260da77ec507461f7","Name":"ban-quet.pdf"}}`, []change.Line{{"Tên", "–", "ban-quet.pdf"}}, 0},
		"who signs in":    {`{"UserName":"nguyen.an"}`, `{"UserName":"nguyen.an2"}`, []change.Line{{"Tên đăng nhập", "nguyen.an", "nguyen.an2"}}, 0},
		"a code of ours":  {`{"Media":"a"}`, `{"Media":"some.code"}`, []change.Line{{"Nơi đăng", "a", "(mục chọn khác)"}}, 0},
		"no words for it": {`{"Strange":"a"}`, `{"Strange":"b"}`, nil, 1},
		"an inner code":   {`{"Kind":"at-least"}`, `{"Kind":"at-most"}`, nil, 0},
		"the same":        {`{"Name":"A"}`, `{"Name":"A","Version":2}`, nil, 0},
		"no value":        {`{`, ``, nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got, more := change.Lines(c.before, c.after, 10)
			if len(got) != len(c.want) || more != c.more {
				t.Fatalf("%+v and %d more", got, more)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("%+v, want %+v", got[i], c.want[i])
				}
			}
		})
	}
}

func FuzzNoInnerNameIsShown(f *testing.F) {
	f.Add(`{"ID":"x","State":"paper.in-sign","Members":[{"Person":"y"}]}`, `{"State":"paper.draft"}`)
	f.Add(`[1,2]`, `null`)
	f.Fuzz(func(t *testing.T, before, after string) {
		lines, more := change.Lines(before, after, 5)
		if len(lines) > 5 || more < 0 {
			t.Fatalf("%d lines, %d more", len(lines), more)
		}
		for _, l := range lines {
			if l.Field == "" || strings.Contains(l.Field, "_") || l.Before == l.After {
				t.Fatalf("line %+v", l)
			}
		}
	})
}
