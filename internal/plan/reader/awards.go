package reader

import (
	"regexp"
	"slices"
	"strings"

	"thidua/internal/plan"
	"thidua/internal/vi"
)

// award finds a form of commendation (hình thức khen thưởng) or a title (danh hiệu thi đua); longer names come first.
var award = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(Bằng khen|Giấy khen|Cờ thi đua của Chính phủ|Cờ thi đua|Huân chương (?:Lao động|Độc lập|Bảo vệ Tổ quốc|Chiến công|Quân công|Hồ Chí Minh|Sao vàng|Đại đoàn kết dân tộc|Dũng cảm)(?: hạng (?:Nhất|Nhì|Ba))?|Huân chương|Huy chương|Kỷ niệm chương|Thư khen|` +
	`Chiến sĩ thi đua (?:toàn quốc|cơ sở|cấp [\p{L}]+)|Chiến sĩ thi đua|Chiến sĩ tiên tiến|Tập thể lao động xuất sắc|Tập thể lao động tiên tiến|Lao động tiên tiến|Đơn vị quyết thắng|Đơn vị tiên tiến|` +
	`Gia đình văn hóa|Giải thưởng [\p{L} ]+?)(?:$|[^\p{L}])`)

// title finds any other title by its lead word; its name begins with a capital letter.
var titleAward = regexp.MustCompile(`(?i:danh hiệu)\s+[“"]?(\p{Lu}[\p{L} ,-]{3,100}?)[”"]?(?:\s+(?:của|do|cho|đối với|tặng|để)(?:\s|$)|[;.:(]|$)`)

var (
	awardedBy = regexp.MustCompile(`^[”"]?\s*(?:[“"][^”"]{2,80}[”"]\s*)?(?:của|do)\s+()`)
	post      = regexp.MustCompile(`^\p{Lu}`)
	proposes  = regexp.MustCompile(`(?i)^.*(?:đề nghị|trình|đề xuất)\s+`)
	giverWord = regexp.MustCompile(`(?:^|,\s+)(\p{L}[^.;,:(]*?)\s+(?:(?:xem\s+)?xét,?\s+)?(?:tặng|quyết định|công nhận|trao|khen)(?:\s|$)`)
)

func (r *reader) awards(ns []*node) {
	for _, n := range leaves(ns) {
		r.awardsIn(n.body)
	}
}

func (r *reader) awardsIn(c clip) {
	s, from := c.text(), 0
	found := false
	for from < len(s) {
		m := award.FindStringSubmatchIndex(s[from:])
		if m == nil {
			break
		}
		found = true
		a := plan.Award{Form: vi.UpperFirst(s[from+m[2] : from+m[3]])}
		end := from + m[3]
		if to := strings.IndexAny(s[end:], "”\""); to >= 0 && opened.MatchString(s[:from+m[2]]) {
			end += to
			a.Form = s[from+m[2] : end]
		}
		a.Authority, end = authority(s, end)
		if a.Authority == "" {
			a.Authority = giver(s[:from+m[2]])
		}
		a.Seen = r.see(c.sub(from+m[2], end))
		r.award(a)
		from = end
	}
	if m := titleAward.FindStringSubmatchIndex(s); m != nil && !found {
		by, end := authority(s, m[3])
		r.d.Awards = append(r.d.Awards, plan.Award{Form: s[m[2]:m[3]], Authority: by, Seen: r.see(c.sub(m[2], end))})
	}
}

// award keeps an award that is not kept yet.
func (r *reader) award(a plan.Award) {
	if !slices.ContainsFunc(r.d.Awards, func(o plan.Award) bool { return o.Form == a.Form && o.Authority == a.Authority }) {
		r.d.Awards = append(r.d.Awards, a)
	}
}

// opened is the mark of quotation that a name stands in.
var opened = regexp.MustCompile(`[“"]$`)

// authority reads who decides an award behind its name, and gives where that ends.
func authority(s string, at int) (plan.Value, int) {
	m := awardedBy.FindStringSubmatchIndex(s[at:])
	if m == nil {
		return "", at
	}
	from, to := at+m[2], len(s)
	if next := award.FindStringSubmatchIndex(s[from:]); next != nil {
		to = from + len(strings.TrimSuffix(strings.TrimRight(s[from:from+next[2]], " ,;"), " và"))
	}
	n, _ := named(s[from:to])
	if n == 0 {
		return "", at
	}
	return plan.Value(strings.TrimSpace(s[from : from+n])), from + n
}

// giver reads who decides an award in front of its name: "Giám đốc Sở tặng Giấy khen".
func giver(before string) plan.Value {
	before = before[strings.LastIndexAny(before, ".;:")+1:]
	if m := proposes.FindStringIndex(before); m != nil {
		before = before[m[1]:]
	}
	m := giverWord.FindStringSubmatch(strings.TrimSpace(before))
	if m == nil || len(m[1]) > longestName || !post.MatchString(m[1]) {
		return ""
	}
	return plan.Value(m[1])
}
