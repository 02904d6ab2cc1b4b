package vi

import (
	"regexp"
	"testing"
	"time"

	"thidua"
)

func TestSentences(t *testing.T) {
	for want, e := range map[string]*thidua.Error{
		"Thời hạn hoàn thành phải nằm trong năm 2025.": thidua.Refuse(thidua.Invalid, thidua.CodeDueOutside, 2025),
		"Điểm phải từ 0 đến 12,5.":                     thidua.Refuse(thidua.Invalid, thidua.CodeScoreRange, thidua.Points(1250)),
		"Không tìm thấy nội dung này.":                 thidua.Refuse(thidua.NotFound, "not-found", "for the log"),
		unknownRefusal:                                 thidua.Refuse(thidua.Invalid, "no-such-code"),
	} {
		if got := Sentence(e); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFindings(t *testing.T) {
	for want, f := range map[string]thidua.Finding{
		"Thứ hạng tăng 3 bậc so với năm trước.":             {Code: thidua.FindGain, Args: []any{3}},
		"Thứ hạng giữ nguyên so với năm trước.":             {Code: thidua.FindGain, Args: []any{0}},
		"Thứ hạng giảm 2 bậc so với năm trước.":             {Code: thidua.FindGain, Args: []any{-2}},
		"Đã ban hành kế hoạch số 07/KH-TT ngày (chưa ghi).": {Code: thidua.FindPlan, Args: []any{"07/KH-TT", thidua.Date("")}},
		"Cần xem xét.": {},
	} {
		if got := FindingSentence(f); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAMistakeOfFormattingIsNeverShown(t *testing.T) {
	for _, args := range [][]any{nil, {"not a number"}, {thidua.Kind(3)}, {nil}, {thidua.State("no-such-state")}} {
		if got := FaultSentence(thidua.Fault{Code: thidua.CodeTooManyLines, Args: args}); got != unknownFault {
			t.Errorf("arguments %v give %q", args, got)
		}
	}
}

func TestArgumentsAsTheyAreRead(t *testing.T) {
	for _, c := range []struct{ in, want any }{
		{thidua.Date("2025-02-01"), "01/02/2025"},
		{time.Date(2025, 1, 13, 15, 20, 0, 0, thidua.Zone), "13/01/2025, 15:20"},
		{thidua.Quantity(9550), "95,5"},
		{[]string{"a", "b"}, "a và b"},
		{[]thidua.Fact{"no-such-fact"}, nil},
		{7, 7},
	} {
		if got := spoken(c.in); got != c.want {
			t.Errorf("%v is spoken as %v, want %v", c.in, got, c.want)
		}
	}
}

func TestTextsUseOnlyTheVerbsThatArgumentsFit(t *testing.T) {
	wrong := regexp.MustCompile(`%[^sd+\[0-9]`)
	for code, text := range sentences {
		if wrong.MatchString(text) || text != NFC(text) {
			t.Errorf("the sentence of %s: verbs other than %%s and %%d, or not NFC: %q", code, text)
		}
	}
}
