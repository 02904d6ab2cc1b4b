package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
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
		k := plan.Criterion{Contents: []string{}, Spans: plan.CriterionSpans{Contents: []plan.Span{}}}
		if m := pointsAt.FindStringSubmatchIndex(c.text()); m != nil {
			if p, ok := plan.ParsePoints(group(c.text(), m, 1)); ok {
				k.Points = &p
				c = c.sub(0, m[0]).trim()
			}
		}
		k.Text, k.Seen = c.text(), r.see(c)
		if m := contentLead.FindStringSubmatchIndex(c.text()); m != nil {
			listed(&k, c.sub(m[2], len(c.text())))
		}
		for _, kid := range leaves(n.kids) {
			content(&k, kid.body.trim())
		}
		r.d.Criteria = append(r.d.Criteria, k)
	}
}

// listed parts contents written in one sentence: by semicolons where there are any, by commas otherwise.
func listed(k *plan.Criterion, c clip) {
	sep := ","
	if strings.Contains(c.text(), ";") {
		sep = ";"
	}
	from := 0
	for _, part := range strings.SplitAfter(c.text(), sep) {
		content(k, c.sub(from, from+len(part)).trim())
		from += len(part)
	}
}

func content(k *plan.Criterion, c clip) {
	if c.to > c.from {
		k.Contents = append(k.Contents, c.text())
		k.Spans.Contents = append(k.Spans.Contents, c.span())
	}
}
