package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
)

const refKinds = `Luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Hướng dẫn|Kế hoạch|Công văn|Chương trình|Kết luận|Thông báo|Quy chế`

var (
	basis = regexp.MustCompile(`(` + refKinds + `)(?:\s[^;“”\d]{0,120}?)??\s+(?:số\s*:?\s*)?(\d+\p{L}?(?:/\d{4})?[/-]\p{L}[\p{L}\d&]*(?:[/-][\p{L}\d&]+)*)(?:[\s,]*ngày\s*(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4}))?` +
		`(?:\s+của\s+([^;.“”]*?)(?:\s+(?:ban hành|về|quy định|hướng dẫn|triển khai|phê duyệt)(?:\s|$)|[;,.]|$))?`)
	refKind = regexp.MustCompile(refKinds)
	leadsIn = regexp.MustCompile(`(?:Căn cứ|Thực hiện|Thi hành|Theo|Xét)[^;]*$|^\s*(?:` + refKinds + `)\s`)
)

// bases reads căn cứ: each document named in a clause of the preamble that begins with its lead word. Several may stand in one clause.
func (r *reader) bases(preamble []*para) {
	for _, p := range preamble {
		from := 0
		for _, part := range strings.SplitAfter(p.text, ";") {
			c := p.clip(from, from+len(part))
			from = c.to
			if leadsIn.MatchString(strings.TrimSuffix(part, ";")) {
				r.basesIn(c.trim())
			}
		}
	}
}

func (r *reader) basesIn(c clip) {
	s := c.text()
	ms := basis.FindAllStringSubmatchIndex(s, -1)
	start := 0
	for i, m := range ms {
		if i > 0 && nested(s[ms[i-1][1]:m[0]]) {
			break
		}
		to := len(s)
		if i+1 < len(ms) && !nested(s[m[1]:ms[i+1][0]]) {
			to = ms[i+1][0]
		}
		kinds := refKind.FindAllString(s[m[2]:m[4]], -1)
		b := plan.Basis{Kind: kinds[len(kinds)-1], Number: plan.Value(s[m[4]:m[5]]), Issuer: plan.Value(group(s, m, 6)), Seen: c.sub(start, to).trim().seen()}
		if y := group(s, m, 5); y != "" {
			b.Date = ymd(y, group(s, m, 4), group(s, m, 3))
			if b.Date == "" {
				b.Confidence, b.Reason = plan.Check, "Ngày của văn bản căn cứ không có trong lịch."
				r.warn("Ngày của văn bản căn cứ không có trong lịch", b.Span)
			}
		}
		r.d.Bases = append(r.d.Bases, b)
		start = to
	}
}

// nested tells whether what stands between two documents makes the second part of the first one's name.
func nested(between string) bool {
	return strings.Contains(between, "thực hiện") || strings.Contains(between, "về việc") || strings.Contains(between, "hướng dẫn")
}
