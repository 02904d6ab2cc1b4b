package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fillers are the words that all criteria of a plan share; what follows tells them apart.
var fillers = []string{"Cải cách ", "Xây dựng và phát triển ", "Trách nhiệm ", "Thực hiện ", "Bộ ", "Giải pháp, ", "tổ chức ", "chế độ ", "chính quyền "}

// ShortCriterion gives the two words by which a criterion is known at the head of a narrow column: "Cải cách thể chế" is "Thể chế".
func ShortCriterion(name string) string {
	short := name
	for _, f := range fillers {
		short = strings.TrimPrefix(short, f)
	}
	short, _, _ = strings.Cut(short, ",")
	words := strings.Fields(short)
	if len(words) > 2 {
		words = words[:2]
	}
	if len(words) == 0 {
		return name
	}
	short = strings.Join(words, " ")
	first, size := utf8.DecodeRuneInString(short)
	return string(unicode.ToUpper(first)) + short[size:]
}
