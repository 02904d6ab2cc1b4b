package reader

import (
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"thidua"
	"thidua/internal/plan"
	"unicode"
	"unicode/utf8"
)

const (
	day      = `(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?,?\s+)?(ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})(?:\s*(?:[/.-]|năm)\s*(\d{4}))?`
	eachYear = `(\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s+năm)?`
)

// timeRule is one way to write a time limit. An earlier rule keeps its passage from the later ones.
type timeRule struct {
	re    *regexp.Regexp
	hints string // words of which one stands in every such text, in small letters
	make  func(s string, m []int) (plan.Deadline, bool)
}

// timeRules is the grammar of time limits; a new way of writing is a new row.
var timeRules = []timeRule{
	{regexp.MustCompile(`(?i)từ\s+` + day + `\s+đến\s+(?:hết\s+)?` + day), `từ`, makeRange},
	{regexp.MustCompile(`(?i)từ\s+ngày\s+(\d{1,2})\s+đến\s+(?:hết\s+)?ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})`), `từ`, makeDays},
	{regexp.MustCompile(`(?i)(trước|chậm nhất(?:\s+là)?)\s+ngày\s+(\d{1,2})\s+và\s+(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})`), `trước|nhất`, makeFirstOfTwo},
	{regexp.MustCompile(`(?i)(trước|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+vào)?(\s+trước)?|trễ nhất(?:\s+là)?|không quá|kết thúc|đến\s+hết|hết|đến|vào|dịp|trong)\s+` + day + eachYear), `trước|nhất|hết|đến|vào|dịp|quá|trong|kết thúc`, makeLimit},
	{regexp.MustCompile(`(?i)(trước|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+vào)?(\s+trước)?|vào|đến|định kỳ|cho)?\s*(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?,?\s+)?ngày\s+(\d{1,2})\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+(tháng|quý)|(?:tháng\s+(?:đầu|cuối|đầu tiên|cuối cùng)\s+(?:của\s+)?(quý)(?:\s+(?:sau|tiếp theo|liền kề))?))`), `ngày`, makeMonthDay},
	{regexp.MustCompile(`(?i)(?:sau|trong(?:\s+thời hạn|\s+vòng|\s+thời gian)?|không quá|tối đa|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+sau)?)\s+(\d{1,3})\s+ngày(\s+làm việc)?,?\s+(?:kể\s+)?từ\s+([^,.;]+)`), `sau|trong|nhất|quá|tối đa`, makeAfter},
	{regexp.MustCompile(`(?i)((?:thời\s+)?hạn(?:\s+(?:cuối|chót|nộp|gửi|nhận|đăng ký)[^.;\d]{0,60}?|\s*:))()\s*` + day + eachYear), `hạn`, makeLimit},
	{regexp.MustCompile(`(?i)(?:lễ|hội nghị|phiên họp|hội thi)\s[^.;,\d]{0,60}?ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})`), `ngày`, makeHeld},
	{regexp.MustCompile(`(?i)tháng\s+(\d{1,2})\s*(?:/|năm)\s*(\d{4})`), `tháng`, makeMonth},
	{regexp.MustCompile(`(?i)quý\s+(IV|III|II|I|[1-4])(?:\s*(?:/|-|năm)?\s*(\d{4}))?(\s+(?:hằng|hàng|mỗi)\s+năm)?(?:$|[^\p{L}\d])`), `quý`, makeQuarter},
	{regexp.MustCompile(`(?i)(?:trong|vào)\s+tháng\s+(\d{1,2})(\s+(?:hằng|hàng|mỗi)\s+năm)?(?:$|[^\p{L}\d/])`), `tháng`, makeBareMonth},
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func makeRange(s string, m []int) (plan.Deadline, bool) {
	from, to := ymd(group(s, m, 4), group(s, m, 3), group(s, m, 2)), ymd(group(s, m, 8), group(s, m, 7), group(s, m, 6))
	if from == "" && to != "" {
		from = ymd(group(s, m, 8), group(s, m, 3), group(s, m, 2))
	}
	return plan.Deadline{From: from, Date: to, Recurs: plan.Once, Inclusive: true}, to != ""
}

// makeDays reads "từ ngày 01 đến ngày 15/11/2024": both days are of one month.
func makeDays(s string, m []int) (plan.Deadline, bool) {
	from, to := ymd(group(s, m, 4), group(s, m, 3), group(s, m, 1)), ymd(group(s, m, 4), group(s, m, 3), group(s, m, 2))
	return plan.Deadline{From: from, Date: to, Recurs: plan.Once, Inclusive: true}, from != "" && to != ""
}

// makeFirstOfTwo reads the first of "trước ngày 15 và ngày 30 tháng 11 năm 2024"; secondDay reads the other.
func makeFirstOfTwo(s string, m []int) (plan.Deadline, bool) {
	d := plan.Deadline{Recurs: plan.Once, Inclusive: !strings.EqualFold(group(s, m, 1), "trước")}
	setDay(&d, group(s, m, 5), group(s, m, 4), group(s, m, 2), false)
	return d, true
}

// makeHeld reads the day on which something is held: "lễ phát động ngày 25/01/2024".
func makeHeld(s string, m []int) (plan.Deadline, bool) {
	d := plan.Deadline{Recurs: plan.Once, Inclusive: true}
	setDay(&d, group(s, m, 3), group(s, m, 2), group(s, m, 1), false)
	return d, true
}

const (
	noYear     = "Ngày không ghi năm."
	notADay    = "Ngày này không có trong lịch."
	monthlyDay = "Hạn lặp lại theo tháng hoặc quý, cần nhập ngày cụ thể."
)

// needDay are words that begin a limit only before "ngày", or before a whole date.
var needDay = []string{"đến", "hết", "vào", "trong", "kết thúc"}

func makeLimit(s string, m []int) (plan.Deadline, bool) {
	word := strings.ToLower(group(s, m, 1))
	d := plan.Deadline{Recurs: plan.Once, Inclusive: !strings.Contains(word, "trước")}
	dd, mm, yyyy, yearly := group(s, m, 4), group(s, m, 5), group(s, m, 6), m[14] >= 0
	if m[6] < 0 && yyyy == "" && (slices.Contains(needDay, word)) {
		return d, false
	}
	if yyyy == "" && !yearly {
		yyyy = clauseYear(last(s[:m[0]]))
		yearly = yyyy == "" && (everyYear.MatchString(last(s[:m[0]])) || andDay.MatchString(s[m[1]:]))
	}
	setDay(&d, yyyy, mm, dd, yearly)
	return d, true
}

// setDay sets a date, or the yearly day where the text gives no year; 2024 stands for any year, since it has a 29 February.
func setDay(d *plan.Deadline, yyyy, mm, dd string, yearly bool) {
	switch {
	case yyyy != "":
		d.Date = ymd(yyyy, mm, dd)
	case ymd("2024", mm, dd) != "":
		d.Day = plan.Value(pad(mm) + "-" + pad(dd))
		d.Recurs = plan.Yearly
		if !yearly {
			d.Recurs, d.Confidence, d.Reason = plan.Once, plan.Check, noYear
		}
	}
	if d.Date == "" && d.Day == "" {
		d.Confidence, d.Reason = plan.Check, notADay
	}
}

var inClause = regexp.MustCompile(`(?i)riêng\s+(?:trong\s+)?năm\s+(\d{4})[^,;.]*$`)

var (
	// everyYear is a sentence that begins with hằng năm, up to where another clause begins.
	everyYear = regexp.MustCompile(`(?:^|[.;:]\s+)(?:Hằng|Hàng) năm,?\s[^.;]*$`)
	// andDay is a second day that shares "hằng năm" with the first: trước ngày 30/6 và 31/12 hằng năm.
	andDay = regexp.MustCompile(`(?i)^\s*(?:và|,)\s*(?:(?:trước\s+)?ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+năm`)
	partOf = regexp.MustCompile(`(?i)(?:tuần(?:\s+lễ)?\s+(?:đầu|cuối|thứ\s+\p{L}+)(?:\s+tiên)?|đầu|giữa|cuối|nửa\s+(?:đầu|cuối))\s+(?:của\s+)?$`)
)

// last is the end of a text, as much as is looked at before a limit.
func last(s string) string {
	from := max(0, len(s)-windowBefore)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	return s[from:]
}

// clauseYear gives the year of "riêng năm 2021 … trước ngày 30/8".
func clauseYear(before string) string {
	if m := inClause.FindStringSubmatch(before); m != nil {
		return m[1]
	}
	return ""
}

func makeMonthDay(s string, m []int) (plan.Deadline, bool) {
	d := plan.Deadline{Recurs: plan.Monthly, Inclusive: !strings.Contains(strings.ToLower(group(s, m, 1)), "trước")}
	if strings.EqualFold(group(s, m, 4)+group(s, m, 5), "quý") {
		d.Recurs = plan.Quarterly
	}
	d.Confidence, d.Reason = plan.Check, monthlyDay
	return d, true
}

func makeAfter(s string, m []int) (plan.Deadline, bool) {
	a := &plan.After{Days: atoi(group(s, m, 1)), Working: m[4] >= 0, Event: strings.TrimSpace(group(s, m, 3))}
	return plan.Deadline{Recurs: plan.Once, Inclusive: true, After: a}, true
}

func makeMonth(s string, m []int) (plan.Deadline, bool) {
	month := atoi(group(s, m, 1))
	d := plan.Deadline{Recurs: plan.Once, Inclusive: true, Period: plan.Value(group(s, m, 2) + "-" + pad(group(s, m, 1)))}
	if partOf.MatchString(last(s[:m[0]])) {
		d.Confidence, d.Reason = plan.Check, "Chỉ ghi một phần của tháng, không ghi ngày."
	}
	return d, month >= 1 && month <= 12
}

var quarters = map[string]string{"I": "Q1", "II": "Q2", "III": "Q3", "IV": "Q4", "1": "Q1", "2": "Q2", "3": "Q3", "4": "Q4"}

func makeQuarter(s string, m []int) (plan.Deadline, bool) {
	p := quarters[strings.ToUpper(group(s, m, 1))]
	if y := group(s, m, 2); y != "" {
		p = y + "-" + p
	}
	d := plan.Deadline{Recurs: plan.Once, Inclusive: true, Period: plan.Value(p)}
	if m[6] >= 0 {
		d.Recurs = plan.Yearly
	}
	return d, true
}

func makeBareMonth(s string, m []int) (plan.Deadline, bool) {
	d := plan.Deadline{Recurs: plan.Once, Inclusive: true, Period: plan.Value(pad(group(s, m, 1)))}
	if n := atoi(group(s, m, 1)); n < 1 || n > 12 {
		return d, false
	}
	if m[4] >= 0 {
		d.Recurs = plan.Yearly
	}
	return d, true
}

// found is a time limit with its passage in the clip it was found in.
type found struct {
	d        plan.Deadline
	from, to int
}

func oneOf(low, hints string) bool {
	for h := range strings.SplitSeq(hints, "|") {
		if strings.Contains(low, h) {
			return true
		}
	}
	return false
}

// times finds the time limits of a text.
func times(s string) []found {
	var out []found
	low := strings.ToLower(s)
	numbers := strings.ContainsAny(low, "0123456789")
	for _, rule := range timeRules {
		if !numbers && rule.hints != "quý" || !oneOf(low, rule.hints) {
			continue
		}
		for _, m := range rule.re.FindAllStringSubmatchIndex(s, -1) {
			before, _ := utf8.DecodeLastRuneInString(s[:m[0]])
			if unicode.IsLetter(before) || overlaps(out, m) {
				continue
			}
			if d, ok := rule.make(s, m); ok {
				out = append(append(out, found{d, m[0], m[1]}), secondDay(s, d, m)...)
			}
		}
	}
	if oneOf(low, "định kỳ|hằng|hàng|6 tháng|sáu tháng") {
		out = append(out, fresh(s, regularTimes(s, out), out)...)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].from < out[j].from })
	return out
}

func overlaps(fs []found, m []int) bool {
	for _, f := range fs {
		if m[0] < f.to && f.from < m[1] {
			return true
		}
	}
	return false
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// ymd makes a date of three numbers; a day that does not exist, or without a year of our time, is empty.
func ymd(y, m, d string) plan.Value {
	if atoi(y) < 1900 {
		return ""
	}
	return plan.Value(thidua.NewDate(atoi(y), atoi(m), atoi(d)))
}
