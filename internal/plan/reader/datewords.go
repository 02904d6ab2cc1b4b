package reader

import (
	"regexp"
	"strconv"
	"strings"

	"thidua/internal/plan"
)

var (
	wordDay  = regexp.MustCompile(`(?i)^[\s,]*ngày\s+((?:mồng|mùng)?\s*[\p{L}\d\s]{1,24}?)\s+tháng\s+([\p{L}\d\s]{1,12}?)\s+năm\s+(\d{4}|[\p{L}\s]{8,60})`)
	digits   = regexp.MustCompile(`^\d{1,4}$`)
	ones     = map[string]int{"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
	tens     = map[string]int{"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
	fillers  = words("mồng|mùng|linh|lẻ")
	monthsOf = map[string]int{"giêng": 1, "chạp": 12}
)

// dayInWords reads a day written in words at the beginning of a text, and how many bytes it takes; 0 when there is none.
func dayInWords(s string) (plan.Value, int) {
	m := wordDay.FindStringSubmatchIndex(s)
	if m == nil {
		return "", 0
	}
	day, okDay := number(group(s, m, 1))
	month, okMonth := number(group(s, m, 2))
	if n, named := monthsOf[strings.ToLower(group(s, m, 2))]; named {
		month, okMonth = n, true
	}
	year, end, okYear := yearIn(s, m[6], m[7])
	if !okDay || !okMonth || !okYear {
		return "", 0
	}
	return ymd(strconv.Itoa(year), strconv.Itoa(month), strconv.Itoa(day)), end
}

// yearIn reads a year in figures, or the longest run of words that is one.
func yearIn(s string, from, to int) (year, end int, ok bool) {
	at := token.FindAllStringIndex(s[from:to], -1)
	for n := len(at); n > 0; n-- {
		end := from + at[n-1][1]
		if y, ok := number(s[from:end]); ok && y >= 1900 {
			return y, end, true
		}
	}
	return 0, 0, false
}

// number reads a number in figures or in words up to 9999: mười lăm, hai mươi tám, hai nghìn không trăm hai mươi hai.
func number(s string) (int, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if digits.MatchString(s) {
		return atoi(s), true
	}
	total, last, seen := 0, -1, false
	for w := range strings.FieldsSeq(s) {
		n, one := ones[w]
		factor, times := tens[w]
		switch {
		case fillers[w]:
			continue
		case one && last < 0:
			last = n
		case w == "mười" && last < 0:
			total += 10
		case times && last >= 0:
			total, last = total+factor*last, -1
		default:
			return 0, false
		}
		seen = true
	}
	return total + max(last, 0), seen
}
