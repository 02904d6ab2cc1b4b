package reader

import (
	"regexp"
	"slices"
	"strings"
	"thidua/internal/plan"
)

var recurrences = map[string]plan.Recurrence{"tháng": plan.Monthly, "quý": plan.Quarterly, "6 tháng": plan.HalfYearly, "06 tháng": plan.HalfYearly, "sáu tháng": plan.HalfYearly, "năm": plan.Yearly}

const cycle = `(?:(?:hằng|hàng|mỗi)\s+)?(tháng|quý|6 tháng|06 tháng|sáu tháng|(?:0?1\s+|một\s+)?năm)`

var (
	regular   = regexp.MustCompile(`(?i)(?:định kỳ\s+` + cycle + `|(?:báo cáo|đánh giá|kiểm tra|sơ kết|tổng hợp|công bố|chấm)[^.;,]{0,60}?\s(?:(?:hằng|hàng)\s+(tháng|quý)|(6 tháng|06 tháng|sáu tháng)(?:\s+một lần|\s*/\s*lần|\s*(?:,|và)\s+(?:cả\s+)?(?:năm|01 năm|hằng|hàng)))|(?:^|[.;,]\s+)(?:hằng|hàng)\s+(tháng|quý)[\s,][^.;]{0,60}?(?:báo cáo|đánh giá|kiểm tra|sơ kết|tổng hợp|chấm|thông báo|công khai|công bố|gửi|họp|rà soát|cập nhật|thống kê)|(?:hằng|hàng)\s+(tháng|quý)\s+(?:báo cáo|đánh giá|kiểm tra|tổng hợp|chấm|thông báo|công khai|công bố|rà soát))`)
	andCycle  = regexp.MustCompile(`(?i)^\s*(?:,|và|hoặc)\s*` + cycle + `(?:$|[^\p{L}])`)
	yearAfter = regexp.MustCompile(`^\s*(?:\d{4}|học)`)
)

// twoDays is the end of a limit of two days of one month.
var twoDays = regexp.MustCompile(`(?i)ngày\s+\d{1,2}\s+và\s+((?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4}))$`)

// secondDay reads the other of two days that share a month, or "hằng năm".
func secondDay(s string, first plan.Deadline, m []int) []found {
	d := plan.Deadline{Recurs: plan.Once, Inclusive: first.Inclusive}
	if limit := s[m[0]:m[1]]; first.From == "" {
		if two := twoDays.FindStringSubmatchIndex(limit); two != nil {
			setDay(&d, group(limit, two, 4), group(limit, two, 3), group(limit, two, 2), false)
			return []found{{d, m[0] + two[2], m[0] + two[3]}}
		}
	}
	at := m[1]
	and := andDay.FindStringSubmatchIndex(s[at:])
	if and == nil || first.Day == "" {
		return nil
	}
	setDay(&d, "", group(s[at:], and, 2), group(s[at:], and, 1), true)
	return []found{{d, at + and[2], at + and[1]}}
}

// groundsOf tells a word about what something serves, and not what is done again and again.
var groundsOf = regexp.MustCompile(`\s(?:là|để|làm|căn cứ|cơ sở)\s`)

// regularTimes finds what comes back: "định kỳ hằng quý, 6 tháng, năm" is three limits, each with its own passage.
func regularTimes(s string, taken []found) []found {
	var out []found
	add := func(word string, from, to int) {
		word = strings.ToLower(word)
		if strings.HasSuffix(word, "năm") {
			word = "năm"
		}
		out = append(out, found{plan.Deadline{Recurs: recurrences[word], Inclusive: true}, from, to})
	}
	for _, m := range regular.FindAllStringSubmatchIndex(s, -1) {
		if overlaps(taken, m) || groundsOf.MatchString(s[m[0]:m[1]]) {
			continue
		}
		from, to := m[0], m[1]
		if m[2] < 0 {
			from, to = max(m[4], m[6], m[8], m[10]), max(m[5], m[7], m[9], m[11])
			add(s[from:to], from, to)
		} else {
			add(s[m[2]:m[3]], from, to)
		}
		for {
			next := andCycle.FindStringSubmatchIndex(s[to:])
			if next == nil || yearAfter.MatchString(s[to+next[3]:]) {
				break
			}
			add(s[to+next[2]:to+next[3]], to+next[2], to+next[3])
			to += next[3]
		}
	}
	return out
}

// fresh leaves out what comes back in a sentence that also names the day on which it does: "định kỳ hằng quý …, trước ngày 05 của tháng cuối quý".
func fresh(s string, regular, days []found) (out []found) {
	for _, r := range regular {
		named := slices.ContainsFunc(days, func(d found) bool {
			return d.d.Recurs == r.d.Recurs && d.from > r.to && !strings.ContainsAny(s[r.to:d.from], ".;")
		})
		if !named {
			out = append(out, r)
		}
	}
	return out
}
