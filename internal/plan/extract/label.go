package extract

import (
	"strconv"
	"strings"
)

// label counts one paragraph on and gives its number with a space behind, or "" for a paragraph without.
func (n *numbering) label(r numRef) string {
	a := n.nums[r.id]
	if a == nil {
		return ""
	}
	l := a.levels[r.level]
	if l.format == "bullet" {
		if l.text == "+" {
			return "+ "
		}
		return "- "
	}
	if a.count[r.level] == 0 {
		a.count[r.level] = max(l.start, 0)
	} else {
		a.count[r.level]++
	}
	clear(a.count[r.level+1:])
	text := l.text
	for i := range r.level + 1 {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(a.levels[i].format, max(a.count[i], 1)))
	}
	if strings.TrimSpace(text) == "" || l.format == "none" {
		return ""
	}
	return strings.TrimSpace(text) + " "
}

// numeral writes n in a format of Word: 4, IV, iv, D or d.
func numeral(format string, n int) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return string(rune('A' + (n-1)%26))
	case "lowerLetter":
		return string(rune('a' + (n-1)%26))
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n > 3999 {
		return strconv.Itoa(n)
	}
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String()
}

// restart gives a list its own counters that begin at the overridden number.
func (n *numbering) restart(val string) {
	a := n.nums[n.num]
	start, err := strconv.Atoi(val)
	if a == nil || err != nil {
		return
	}
	own := &abstractNum{levels: a.levels}
	own.levels[n.override].start = start
	n.nums[n.num] = own
}
