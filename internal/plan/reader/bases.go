package reader

import (
	"regexp"
	"strings"

	"thidua/internal/plan"
)

var (
	leadWord = regexp.MustCompile(`^(?:Căn cứ|Thực hiện|Thi hành|Theo|Xét|Tiếp tục thực hiện)\s`)
	leadsIn  = regexp.MustCompile(`(?:Căn cứ|Thực hiện|Thi hành|Theo|Xét|Triển khai|Tiếp tục thực hiện)[^;]*$|^\s*(?:(?i:căn cứ|thực hiện|thi hành|theo|và)\s+(?i:` + refKinds + `)|(?:` + refKinds + `))\s`)
	tying    = regexp.MustCompile(`^(?:[\s,]*(?:và\s*)?(?:các\s+)?|\s*,\s*(?:và\s+)?(?i:căn cứ|thực hiện(?: theo)?|theo)\s+|\s*,?\s*(?:và\s+)?(?:ý kiến\s+|sự\s+)?chỉ đạo của\s[^;]{2,100}\stại\s+)$`)
	beside   = regexp.MustCompile(`\svà\s+$`)
	within   = regexp.MustCompile(`thực hiện|hướng dẫn|sửa đổi|bổ sung|triển khai|ban hành|thi hành|chi tiết|thay thế|quán triệt`)
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

// stands tells from what stands between two documents whether the second stands beside the first, and is not what the first is about.
func stands(between string) bool {
	return tying.MatchString(between) || beside.MatchString(between) && !within.MatchString(between)
}

// basesIn takes the first document of a clause and those that are named beside it; one that stands in the name of another is no base.
func (r *reader) basesIn(c clip) {
	s := c.text()
	ds := documents(s)
	start := 0
	for i, d := range ds {
		if i > 0 && !stands(s[ds[i-1].to:d.from]) {
			return
		}
		to := len(s)
		if i+1 < len(ds) && stands(s[d.to:ds[i+1].from]) {
			to = ds[i+1].from
		}
		b := plan.Basis{Kind: d.kind, Number: d.number, Date: d.date, Issuer: d.issuer, Seen: c.sub(start, to).trim().seen()}
		if d.dated && d.date == "" {
			b.Confidence, b.Reason = plan.Check, "Ngày của văn bản căn cứ không có trong lịch."
			r.warn("Ngày của văn bản căn cứ không có trong lịch", b.Span)
		}
		r.d.Bases = append(r.d.Bases, b)
		start = to
	}
}
