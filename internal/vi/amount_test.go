package vi

import (
	"testing"

	"thidua"
)

func TestAmounts(t *testing.T) {
	for want, got := range map[string]string{
		"96,4%": Amount(thidua.Quantity(96_40), "%"), "1.200 bài": Amount(1_200_00, "bài"), "3": Amount(3_00, ""),
		"1 KB": FileSize(1), "412 KB": FileSize(412 << 10), "2,5 MB": FileSize(5 << 19),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestGoals(t *testing.T) {
	of := func(value thidua.Quantity, measure string, d thidua.Direction) thidua.Target {
		return thidua.Target{Value: value, Measure: measure, Direction: d}
	}
	for _, c := range []struct {
		target     thidua.Target
		goal, unit string
	}{
		{of(95_00, "%", thidua.AtLeast), "≥ 95%", "%"}, {of(100_00, "%", thidua.AtLeast), "100%", "%"}, {of(5_00, "ngày", thidua.AtMost), "≤ 5 ngày", "ngày (không quá)"},
		{of(0, "hồ sơ", thidua.AtMost), "≤ 0 hồ sơ", "hồ sơ (không quá)"}, {of(thidua.NoValue, "", thidua.AtLeast), "", ""}, {of(thidua.NoValue, "", thidua.AtMost), "", ""},
	} {
		if got := Goal(c.target); got != c.goal {
			t.Errorf("%+v asks for %q, want %q", c.target, got, c.goal)
		}
		if got := Measure(c.target); got != c.unit {
			t.Errorf("%+v is measured in %q, want %q", c.target, got, c.unit)
		}
	}
}

func TestScores(t *testing.T) {
	for want, got := range map[string]string{"19,0": Score(19_00), "18,5": Score(18_50), "+4,5": Difference(4_50), "−1,5": Difference(-1_50), "0,0": Difference(0)} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

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
