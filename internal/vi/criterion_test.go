package vi

import "testing"

func TestShortCriterion(t *testing.T) {
	for name, want := range map[string]string{
		"Trách nhiệm lãnh đạo, chỉ đạo":              "Lãnh đạo",
		"Cải cách thể chế":                           "Thể chế",
		"Cải cách tổ chức bộ máy":                    "Bộ máy",
		"Cải cách chế độ công vụ":                    "Công vụ",
		"Xây dựng và phát triển chính quyền điện tử": "Điện tử",
		"Bộ chỉ số theo dõi, đánh giá, xếp hạng":     "Chỉ số",
		"Tuyên truyền, chung tay cải cách":           "Tuyên truyền",
		"Giải pháp, sáng kiến":                       "Sáng kiến",
		"Bộ ":                                        "Bộ ",
	} {
		if got := ShortCriterion(name); got != want {
			t.Errorf("%q is known as %q, want %q", name, got, want)
		}
	}
}
