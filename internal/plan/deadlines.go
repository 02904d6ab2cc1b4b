package plan

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	day      = `(ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})(?:\s*(?:[/.-]|năm)\s*(\d{4}))?`
	eachYear = `(\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s+năm)?`
)

// timeRule is one way to write a time limit. An earlier rule keeps its passage from the later ones.
type timeRule struct {
	re   *regexp.Regexp
	make func(s string, m []int) (Deadline, bool)
}

// timeRules is the grammar of time limits; a new way of writing is a new row.
var timeRules = []timeRule{
	{regexp.MustCompile(`(?i)từ\s+` + day + `\s+đến\s+(?:hết\s+)?` + day), makeRange},
	{regexp.MustCompile(`(?i)(trước|chậm nhất(?:\s+là)?(?:\s+vào)?(\s+trước)?|đến\s+hết|hết|đến|vào)\s+` + day + eachYear), makeLimit},
	{regexp.MustCompile(`(?i)(trước|chậm nhất(?:\s+là)?(?:\s+vào)?(\s+trước)?)\s+ngày\s+(\d{1,2})\s+(?:hằng|hàng|mỗi)\s+(tháng|quý)`), makeMonthDay},
	{regexp.MustCompile(`(?i)(?:sau|trong(?:\s+thời hạn|\s+vòng)?|chậm nhất(?:\s+là)?(?:\s+sau)?)\s+(\d{1,3})\s+ngày(\s+làm việc)?,?\s+(?:kể\s+)?từ\s+([^,.;]+)`), makeAfter},
	{regexp.MustCompile(`(?i)tháng\s+(\d{1,2})\s*(?:/|năm)\s*(\d{4})`), makeMonth},
	{regexp.MustCompile(`(?i)quý\s+(IV|III|II|I|[1-4])(?:\s*(?:/|-|năm)?\s*(\d{4}))?(?:$|[^\p{L}\d])`), makeQuarter},
	{regexp.MustCompile(`(?i)định kỳ\s+(?:(?:hằng|hàng|mỗi)\s+)?(tháng|quý|6 tháng|06 tháng|sáu tháng|năm)`), makeRecurring},
	{regexp.MustCompile(`(?i)định kỳ[^.;]*?,\s*(?:hằng\s+|hàng\s+)?(6 tháng|06 tháng|sáu tháng|năm)`), makeRecurring},
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func makeRange(s string, m []int) (Deadline, bool) {
	from, to := ymd(group(s, m, 4), group(s, m, 3), group(s, m, 2)), ymd(group(s, m, 8), group(s, m, 7), group(s, m, 6))
	if from == "" && to != "" {
		from = ymd(group(s, m, 8), group(s, m, 3), group(s, m, 2))
	}
	return Deadline{From: from, Date: to, Recurs: Once, Inclusive: true}, to != ""
}

const (
	noYear     = "Ngày không ghi năm."
	notADay    = "Ngày này không có trong lịch."
	monthlyDay = "Hạn lặp lại theo tháng hoặc quý, cần nhập ngày cụ thể."
)

func makeLimit(s string, m []int) (Deadline, bool) {
	word := strings.ToLower(group(s, m, 1))
	d := Deadline{Recurs: Once, Inclusive: !strings.Contains(word, "trước")}
	dd, mm, yyyy, yearly := group(s, m, 4), group(s, m, 5), group(s, m, 6), m[14] >= 0
	if m[6] < 0 && yyyy == "" && (word == "đến" || word == "hết" || word == "vào") {
		return d, false
	}
	if yyyy == "" && !yearly {
		yyyy = clauseYear(s[:m[0]])
	}
	d.setDay(yyyy, mm, dd, yearly)
	return d, true
}

// setDay sets a date, or the yearly day where the text gives no year; 2024 stands for any year, since it has a 29 February.
func (d *Deadline) setDay(yyyy, mm, dd string, yearly bool) {
	switch {
	case yyyy != "":
		d.Date = ymd(yyyy, mm, dd)
	case ymd("2024", mm, dd) != "":
		d.Day = Value(pad(mm) + "-" + pad(dd))
		d.Recurs = Yearly
		if !yearly {
			d.Recurs, d.Confidence, d.Reason = Once, Check, noYear
		}
	}
	if d.Date == "" && d.Day == "" {
		d.Confidence, d.Reason = Check, notADay
	}
}

var inClause = regexp.MustCompile(`(?i)riêng\s+(?:trong\s+)?năm\s+(\d{4})[^,;.]*$`)

// clauseYear gives the year of "riêng năm 2021 … trước ngày 30/8".
func clauseYear(before string) string {
	if m := inClause.FindStringSubmatch(before); m != nil {
		return m[1]
	}
	return ""
}

func makeMonthDay(s string, m []int) (Deadline, bool) {
	d := Deadline{Recurs: Monthly, Inclusive: !strings.Contains(strings.ToLower(group(s, m, 1)), "trước")}
	if strings.EqualFold(group(s, m, 4), "quý") {
		d.Recurs = Quarterly
	}
	d.Confidence, d.Reason = Check, monthlyDay
	return d, true
}

func makeAfter(s string, m []int) (Deadline, bool) {
	a := &After{Days: atoi(group(s, m, 1)), Working: m[4] >= 0, Event: strings.TrimSpace(group(s, m, 3))}
	return Deadline{Recurs: Once, Inclusive: true, After: a}, true
}

func makeMonth(s string, m []int) (Deadline, bool) {
	month := atoi(group(s, m, 1))
	return Deadline{Recurs: Once, Inclusive: true, Period: Value(group(s, m, 2) + "-" + pad(group(s, m, 1)))}, month >= 1 && month <= 12
}

var quarters = map[string]string{"I": "Q1", "II": "Q2", "III": "Q3", "IV": "Q4", "1": "Q1", "2": "Q2", "3": "Q3", "4": "Q4"}

func makeQuarter(s string, m []int) (Deadline, bool) {
	p := quarters[strings.ToUpper(group(s, m, 1))]
	if y := group(s, m, 2); y != "" {
		p = y + "-" + p
	}
	return Deadline{Recurs: Once, Inclusive: true, Period: Value(p)}, true
}

var recurrences = map[string]Recurrence{"tháng": Monthly, "quý": Quarterly, "6 tháng": HalfYearly, "06 tháng": HalfYearly, "sáu tháng": HalfYearly, "năm": Yearly}

func makeRecurring(s string, m []int) (Deadline, bool) {
	return Deadline{Recurs: recurrences[strings.ToLower(group(s, m, 1))], Inclusive: true}, true
}

// purposes says by which words a sentence tells what its time limit is for.
var purposes = []struct {
	what What
	re   *regexp.Regexp
}{
	{ForRegistration, regexp.MustCompile(`(?i)đăng ký`)},
	{ForDossier, regexp.MustCompile(`(?i)hồ sơ|đề nghị (?:xét )?(?:khen|tặng)|xét khen thưởng|trình khen|báo cáo thành tích`)},
	{ForReport, regexp.MustCompile(`(?i)báo cáo|sơ kết|tổng kết`)},
}

var (
	addressee  = regexp.MustCompile(`(?i:gửi|nộp|trình)\s+(?:[^,.;]*?\s)?(?:về\s+|cho\s+)?((?:Sở|Ban|Bộ|Văn phòng|UBND|Ủy ban|Hội đồng|Phòng|Thường trực)(?:\s[^,.;(]*?)??)(?:\s+(?:trước|để|tổng hợp|chậm nhất|vào|qua|theo|đến|xem xét|trong|định kỳ)(?:\s|$)|[,.;(]|$)`)
	reference  = regexp.MustCompile(`(?:theo|tại)\s+(?:quy định (?:tại|của)\s+)?((?:[Kk]hoản \d+,?\s+)?Điều \d+,?\s+(?:của\s+)?(?:` + refKinds + `|Quy định)(?:\s+số\s+\d[^\s,;]*)?)`)
	aboutTime  = regexp.MustCompile(`(?i)thời gian|thời hạn|thời điểm|hạn nộp`)
	sinceIssue = regexp.MustCompile(`(?i)từ\s+(?:ngày|khi)\s+ban hành`)
)

// found is a time limit with its passage in the clip it was found in.
type found struct {
	d        Deadline
	from, to int
}

// deadlines reads the time limits of every paragraph of the sections, in the order of the text.
func (r *reader) deadlines(root *node) {
	root.each(func(n *node) {
		c, fs := n.body, times(n.body.text())
		if n.topic() == topicPeriod || sinceIssue.MatchString(c.text()) {
			fs = r.endsOn(c, fs)
		}
		if len(fs) == 0 {
			r.referred(n)
		}
		for _, f := range fs {
			r.deadline(n, f)
		}
	})
}

// times finds the time limits of a text.
func times(s string) []found {
	var out []found
	for _, rule := range timeRules {
		for _, m := range rule.re.FindAllStringSubmatchIndex(s, -1) {
			before, _ := utf8.DecodeLastRuneInString(s[:m[0]])
			if unicode.IsLetter(before) || overlaps(out, m) {
				continue
			}
			if d, ok := rule.make(s, m); ok {
				out = append(out, found{d, m[0], m[1]})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].from < out[j].from })
	return out
}

// overlaps compares starts of the last group too: "định kỳ hằng quý, 6 tháng" is two limits that begin alike.
func overlaps(fs []found, m []int) bool {
	last := m[len(m)-2]
	for _, f := range fs {
		if m[0] < f.to && f.from < m[1] && (last < f.to || f.d.Recurs == Once) {
			return true
		}
	}
	return false
}

// endsOn takes the end of the movement out of the limits.
func (r *reader) endsOn(c clip, fs []found) []found {
	m := &r.d.Movement
	for i, f := range fs {
		if m.EndsOn != "" || f.d.Date == "" || !f.d.Inclusive {
			continue
		}
		m.EndsOn, m.Spans.EndsOn = f.d.Date, c.sub(f.from, f.to).span()
		if m.From == "" && f.d.From != "" {
			m.From, m.To = f.d.From[:4], f.d.Date[:4]
		}
		if sinceIssue.MatchString(c.text()) {
			m.Spans.EndsOn = c.trim().span()
			if r.d.Date.Value == "" {
				m.Confidence, m.Reason = Check, "Phong trào bắt đầu từ ngày ban hành Kế hoạch, mà ngày ban hành để trống."
			}
		}
		return append(fs[:i:i], fs[i+1:]...)
	}
	return fs
}

// referred reads a limit that only names the article that fixes it.
func (r *reader) referred(n *node) {
	s := n.body.text()
	m := reference.FindStringSubmatchIndex(s)
	if m == nil || n.heading() || n.topic() != topicTiming && !aboutTime.MatchString(s) {
		return
	}
	ref := strings.TrimRight(group(s, m, 1), ".")
	d := Deadline{Recurs: Once, Reference: Value(ref)}
	d.Confidence, d.Reason = Check, "Kế hoạch chỉ dẫn chiếu "+ref+", không ghi ngày."
	r.deadline(n, found{d, m[0], m[2] + len(ref)})
}

func (r *reader) deadline(n *node, f found) {
	d, c := f.d, n.body
	d.Span = c.sub(f.from, f.to).trim().span()
	if d.Confidence == "" {
		d.Confidence = Plain
	}
	if d.Confidence == Check {
		r.warn(strings.TrimSuffix(d.Reason, "."), d.Span)
	}
	from, to := sentence(c.text(), f.from)
	s := c.sub(from, to)
	d.Actor = Value(actorIn(s).text())
	if d.Actor == "" {
		d.Actor = actorOver(n)
	}
	if m := addressee.FindStringSubmatch(s.text()); m != nil {
		d.To = Value(m[1])
	}
	d.What = whatFor(n, s.text(), f.from-from)
	r.d.Deadlines = append(r.d.Deadlines, d)
}

var sentenceEnd = regexp.MustCompile(`[.;]\s+\p{Lu}`)

// The window in bytes that is searched for the sentence around a limit, so that a hostile paragraph costs no square.
const windowBefore, windowAfter = 800, 400

// sentence gives the bounds of the sentence around a place.
func sentence(s string, at int) (from, to int) {
	from, to = max(0, at-windowBefore), min(len(s), at+windowAfter)
	for from > 0 && !utf8.RuneStart(s[from]) {
		from--
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	base := from
	for _, m := range sentenceEnd.FindAllStringIndex(s[from:to], -1) {
		if base+m[0] >= at {
			return from, base + m[0]
		}
		_, last := utf8.DecodeLastRuneInString(s[:base+m[1]])
		from = base + m[1] - last
	}
	return from, to
}

// whatFor takes the nearest word before the limit, then one behind it, then the heading.
func whatFor(n *node, s string, at int) What {
	best, where := ForOther, -1
	for _, p := range purposes {
		for _, m := range p.re.FindAllStringIndex(s[:at], -1) {
			if m[0] > where {
				best, where = p.what, m[0]
			}
		}
	}
	texts := []string{s[at:]}
	for p := n.parent; p != nil; p = p.parent {
		texts = append(texts, p.body.text())
	}
	for _, t := range texts {
		for _, p := range purposes {
			if where < 0 && p.re.MatchString(t) {
				return p.what
			}
		}
	}
	return best
}

// period says what is missing of the movement's time.
func (r *reader) period() {
	m := &r.d.Movement
	if m.EndsOn == "" && m.To == "" {
		m.Confidence, m.Reason = Check, "Không thấy thời gian thực hiện phong trào."
		r.warn("Không thấy thời gian thực hiện phong trào", m.Span)
	}
}
