package reader

import (
	"regexp"
	"strings"

	"thidua/internal/plan"
)

var (
	leadsIn = regexp.MustCompile(`(?:Căn cứ|Thực hiện|Thi hành|Theo|Xét|Triển khai|Tiếp tục thực hiện)[^;]*$|^\s*(?:` + refKinds + `)\s`)
	tying   = regexp.MustCompile(`^[\s,]*(?:và\s*)?(?:(?:Căn cứ|căn cứ|Thực hiện|thực hiện|theo)\s+)?(?:các\s+)?$`)
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

// basesIn takes the first document of a clause and those that are named beside it; one that stands in the name of another is no base.
func (r *reader) basesIn(c clip) {
	s := c.text()
	ds := documents(s)
	start := 0
	for i, d := range ds {
		if i > 0 && !tying.MatchString(s[ds[i-1].to:d.from]) {
			return
		}
		to := len(s)
		if i+1 < len(ds) && tying.MatchString(s[d.to:ds[i+1].from]) {
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
