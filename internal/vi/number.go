package vi

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Number writes hundredths with decimal comma and dots between thousands, without idle zeros: 125050 is "1.250,5".
func Number[T ~int64](hundredths T) string {
	sign, u := "", uint64(hundredths)
	if hundredths < 0 {
		sign, u = "-", -u
	}
	out := sign + thousands(strconv.FormatUint(u/100, 10))
	if cents := u % 100; cents > 0 {
		out += "," + strings.TrimRight(string([]byte{byte('0' + cents/10), byte('0' + cents%10)}), "0")
	}
	return out
}

// Whole writes a whole number with dots between thousands: 1250 is "1.250".
func Whole(n int) string {
	s := strconv.Itoa(n)
	if n < 0 {
		return "-" + thousands(s[1:])
	}
	return thousands(s)
}

// Percent writes hundredths of a per cent: 7780 is "77,8%".
func Percent[T ~int64](hundredths T) string { return Number(hundredths) + "%" }

// Ratio writes n of d in per cent, always with one decimal: 7 of 9 is "77,8%", 3 of 4 is "75,0%". What is not a whole per cent is never
// rounded up to one, so that no share seems to reach a threshold that it misses; a share of nothing is "–".
func Ratio(n, d int) string {
	if d <= 0 {
		return "–"
	}
	tenths := (2000*n + d) / (2 * d)
	if tenths%10 == 0 && 1000*n < tenths*d {
		tenths--
	}
	return Whole(tenths/10) + "," + strconv.Itoa(tenths%10) + "%"
}

func thousands(digits string) string {
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "." + digits[at:]
	}
	return digits
}

var (
	plainNumber   = regexp.MustCompile(`^(-?)(\d+)(?:[,.](\d{1,2}))?$`)
	groupedNumber = regexp.MustCompile(`^(-?)([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$`)
)

// ParseNumber reads a number as officials type it into hundredths: "1.250,5", "95,5", and "95.5" because one or two digits after a dot
// cannot be thousands. More than two decimals, powers and words are not read.
func ParseNumber(s string) (hundredths int64, ok bool) {
	s = strings.TrimSpace(s)
	m := groupedNumber.FindStringSubmatch(s)
	if m == nil {
		m = plainNumber.FindStringSubmatch(s)
	}
	if m == nil {
		return 0, false
	}
	cents := (m[3] + "00")[:2]
	hundredths, err := strconv.ParseInt(m[1]+strings.ReplaceAll(m[2], ".", "")+cents, 10, 64)
	if err != nil {
		return 0, false
	}
	return hundredths, true
}

// PercentPoints says how a share moved against another: "+4,3 điểm phần trăm"; a whole of nothing gives nothing.
func PercentPoints(n, d, before, of int) string {
	if d <= 0 || of <= 0 {
		return ""
	}
	// tenths of a point, rounded half away from zero
	num, den := 1000*(n*of-before*d), d*of
	tenths := (2*abs(num) + den) / (2 * den)
	text := fmt.Sprintf("%d,%d điểm phần trăm", tenths/10, tenths%10)
	switch {
	case tenths == 0:
		return text
	case num < 0:
		return "−" + text
	}
	return "+" + text
}

func abs(n int) int { return max(n, -n) }
