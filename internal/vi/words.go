package vi

import (
	"fmt"
	"strings"
)

var digits = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// Words spells a whole number: 15 is "mười lăm", 21 "hai mươi mốt", 105 "một trăm linh năm".
func Words(n int) string {
	switch {
	case n < 0:
		return "âm " + spell(-uint64(n))
	case n == 0:
		return digits[0]
	}
	return spell(uint64(n))
}

// spell reads by billions (tỷ), because above them Vietnamese counts in billions again: a thousand billion is "một nghìn tỷ".
func spell(u uint64) string {
	const billion = 1_000_000_000
	if u < billion {
		return strings.Join(belowBillion(int(u), false), " ")
	}
	head := spell(u/billion) + " tỷ"
	return strings.Join(append([]string{head}, belowBillion(int(u%billion), true)...), " ")
}

func belowBillion(n int, after bool) []string {
	var out []string
	for _, g := range []struct {
		size int
		name string
	}{{1_000_000, "triệu"}, {1_000, "nghìn"}, {1, ""}} {
		if part := n / g.size % 1000; part > 0 {
			out = append(out, strings.TrimSpace(belowThousand(part, after || len(out) > 0)+" "+g.name))
		}
	}
	return out
}

// belowThousand reads one group of three digits; after a larger group its empty hundreds are spoken too ("không trăm").
func belowThousand(n int, after bool) string {
	hundreds, rest := n/100, n%100
	if hundreds == 0 && !after {
		return belowHundred(rest)
	}
	out := digits[hundreds] + " trăm"
	switch {
	case rest == 0:
		return out
	case rest < 10:
		return out + " linh " + digits[rest]
	}
	return out + " " + belowHundred(rest)
}

func belowHundred(n int) string {
	tens, one := n/10, n%10
	switch {
	case tens == 0:
		return digits[one]
	case tens == 1 && one == 0:
		return "mười"
	case one == 0:
		return digits[tens] + " mươi"
	case tens == 1:
		return "mười " + afterTens(one, "một", "bốn")
	}
	return digits[tens] + " mươi " + afterTens(one, "mốt", "tư")
}

// afterTens gives the last digit as it sounds after mười or mươi: five becomes lăm, and one and four change after mươi.
func afterTens(one int, first, fourth string) string {
	switch one {
	case 1:
		return first
	case 4:
		return fourth
	case 5:
		return "lăm"
	}
	return digits[one]
}

// Two writes a count as on official papers, with a leading 0 below ten: "02".
func Two(n int) string { return fmt.Sprintf("%02d", n) }

// Subjects counts those proposed or praised: "02 tập thể và 01 cá nhân"; what there is none of is left out.
func Subjects(collectives, individuals int) string {
	var parts []string
	if collectives > 0 {
		parts = append(parts, Two(collectives)+" tập thể")
	}
	if individuals > 0 {
		parts = append(parts, Two(individuals)+" cá nhân")
	}
	if len(parts) == 0 {
		return "không có tập thể, cá nhân nào"
	}
	return strings.Join(parts, " và ")
}

// List joins words as a sentence does: "a, b và c".
func List(items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:last], ", ") + " và " + items[last]
}
