package plan

import (
	"regexp"
	"strings"
)

var (
	contentLead = regexp.MustCompile(`(?i)(?:nội dung(?: sau| sau đây| chính| chủ yếu| cụ thể)*|bao gồm|gồm)\s*:\s*()\S`)
	pointsAt    = regexp.MustCompile(`\s*[(:–-]\s*(?:tối đa\s*)?(\d+(?:[,.]\d{1,2})?)\s*điểm\s*\)?\s*$`)
)

// criteria takes each item of the section as a criterion; what stands under it, or in its list of contents, are its contents.
func (r *reader) criteria(ns []*node) {
	for _, n := range ns {
		c := n.body.trim()
		if n.rank == 0 && strings.HasSuffix(n.body.text(), ":") && len(ns) > 1 {
			continue
		}
		k := Criterion{Contents: []string{}, Spans: CriterionSpans{Contents: []Span{}}}
		if m := pointsAt.FindStringSubmatchIndex(c.text()); m != nil {
			if p, ok := parsePoints(group(c.text(), m, 1)); ok {
				k.Points = &p
				c = c.sub(0, m[0]).trim()
			}
		}
		k.Text, k.Seen = c.text(), r.see(c)
		if m := contentLead.FindStringSubmatchIndex(c.text()); m != nil {
			k.list(c.sub(m[2], len(c.text())))
		}
		for _, kid := range leaves(n.kids) {
			k.content(kid.body.trim())
		}
		r.d.Criteria = append(r.d.Criteria, k)
	}
}

// list parts contents written in one sentence: by semicolons where there are any, by commas otherwise.
func (k *Criterion) list(c clip) {
	sep := ","
	if strings.Contains(c.text(), ";") {
		sep = ";"
	}
	from := 0
	for _, part := range strings.SplitAfter(c.text(), sep) {
		k.content(c.sub(from, from+len(part)).trim())
		from += len(part)
	}
}

func (k *Criterion) content(c clip) {
	if c.to > c.from {
		k.Contents = append(k.Contents, c.text())
		k.Spans.Contents = append(k.Spans.Contents, c.span())
	}
}
