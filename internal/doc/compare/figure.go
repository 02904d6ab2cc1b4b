package compare

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// FigureKind is a kind of thing that a paper takes from the data.
type FigureKind int

// The kinds of figures.
const (
	// Number is a number, or a count in words ("bốn tập thể").
	Number FigureKind = iota
	// Percent is a share of a hundred.
	Percent
	// Day is a date, whether in figures or in words.
	Day
	// Symbol is number and symbol of a document (số, ký hiệu).
	Symbol
	// Name is a person, a unit, a post or an agency that the data name.
	Name
)

// found is a figure in a compared text.
type found struct {
	kind     FigureKind
	value    string // the same for two ways of writing the same
	from, to int
}

var patterns = []struct {
	kind    FigureKind
	looks   *regexp.Regexp
	meaning func(m []string) string
}{
	{Day, regexp.MustCompile(`(?i)ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})`), day},
	{Day, regexp.MustCompile(`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`), day},
	{Day, regexp.MustCompile(`(?i)()tháng (\d{1,2}) năm (\d{4})`), day},
	{Symbol, regexp.MustCompile(`(?:\d+|…+)?(?:/\d{4})?/\p{Lu}[\p{L}\d]*(?:-\p{Lu}[\p{L}\d]*)*`), func(m []string) string { return strings.ToUpper(m[0]) }},
	{Percent, regexp.MustCompile(`(\d+(?:[.,]\d+)*) ?%`), func(m []string) string { return decimal(m[1]) + "%" }},
	{Number, regexp.MustCompile(`()(\d+(?:[.,]\d+)*)`), func(m []string) string { return decimal(m[2]) }},
	{Number, regexp.MustCompile(`(?i)(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:tập thể|cá nhân|trường hợp|báo cáo|đơn vị|phòng|chỉ tiêu|sáng kiến|giải pháp|bản|hồ sơ|người|đồng chí|tiêu chí)`),
		func(m []string) string { return fmt.Sprint(slices.Index(counts, strings.ToLower(m[1])) + 1) }},
}

var counts = []string{"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"}

func day(m []string) string {
	return m[3] + "-" + strings.TrimLeft(m[2], "0") + "-" + strings.TrimLeft(m[1], "0")
}

var thousands = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,|$)`)

// decimal reads a number as Vietnamese writes it, "1.250,50" as 1250.5.
func decimal(s string) string {
	if thousands.MatchString(s) {
		s = strings.ReplaceAll(s, ".", "")
	}
	whole, part, _ := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	whole, part = strings.TrimLeft(whole, "0"), strings.TrimRight(part, "0")
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		whole += "." + part
	}
	return whole
}

// enumerator is the number of a heading or of a line of a list, which is no figure.
var enumerator = regexp.MustCompile(`^\d{1,2}[.)] `)

// figures finds the figures of a compared text, in order; a longer one hides what stands in it. Names are in compared form, the longest first.
func figures(text string, names []string) []found {
	var out []found
	taken := make([]bool, len(text))
	for i := range len(enumerator.FindString(text)) {
		taken[i] = true
	}
	take := func(kind FigureKind, value string, from, to int) {
		if slices.Contains(taken[from:to], true) {
			return
		}
		for i := from; i < to; i++ {
			taken[i] = true
		}
		out = append(out, found{kind, value, from, to})
	}
	for _, name := range names {
		for from := 0; ; {
			at := strings.Index(text[from:], name)
			if at < 0 {
				break
			}
			take(Name, name, from+at, from+at+len(name))
			from += at + len(name)
		}
	}
	for _, p := range patterns {
		for _, at := range p.looks.FindAllStringSubmatchIndex(text, -1) {
			m := make([]string, len(at)/2)
			for i := range m {
				m[i] = text[at[2*i]:at[2*i+1]]
			}
			take(p.kind, p.meaning(m), at[0], at[1])
		}
	}
	slices.SortFunc(out, func(a, b found) int { return a.from - b.from })
	return out
}

// without gives the figures of a list that another one does not have, each as often as it is missing.
func without(list, other []found) []found {
	left := map[found]int{}
	what := func(f found) found { return found{kind: f.kind, value: f.value} }
	for _, f := range other {
		left[what(f)]++
	}
	var out []found
	for _, f := range list {
		if left[what(f)] > 0 {
			left[what(f)]--
			continue
		}
		out = append(out, f)
	}
	return out
}

// namesOf brings names into compared form, the longest first; a single letter names nothing.
func namesOf(list []string) []string {
	var out []string
	for _, n := range list {
		n = plain(tidy(n))
		if len([]rune(n)) < 3 {
			continue
		}
		out = append(out, n, strings.ToUpper(n))
	}
	slices.SortFunc(out, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(out)
}
