package reader

import (
	"regexp"
	"strings"

	"thidua/internal/plan"
)

var (
	contentLead = regexp.MustCompile(`(?i)(?:nội dung(?: sau| sau đây| chính| chủ yếu| cụ thể)*|bao gồm|gồm)\s*:\s*()\S`)
	pointsAt    = regexp.MustCompile(`\s*[(:,–-]\s*(?:tối đa\s*)?(\d+(?:[,.]\d{1,2})?)\s*điểm\s*\)?(?:\s*,?\s*(?:trong đó|gồm|cụ thể))?\s*$`)
)

// watchword is what a movement is called for, not a criterion of it.
var watchword = regexp.MustCompile(`^(?:Chủ đề|Khẩu hiệu|Phương châm)\s*:`)

// criteria takes each item of the section, or each row of its table, as a criterion; what stands under it, or in its list of contents, are its
// contents.
func (r *reader) criteria(ns []*node) {
	for _, n := range ns {
		if n.grid != nil {
			r.criteriaTable(n.grid)
			continue
		}
		c := n.body.trim()
		if nothing.MatchString(c.text()) || watchword.MatchString(c.text()) || n.rank == 0 && strings.HasSuffix(n.body.text(), ":") && len(ns) > 1 {
			continue
		}
		k := plan.Criterion{Contents: []string{}, Spans: plan.CriterionSpans{Contents: []plan.Span{}}}
		c, k.Points = pointed(c)
		k.Text, k.Seen = c.text(), r.see(c)
		if m := contentLead.FindStringSubmatchIndex(c.text()); m != nil {
			for _, part := range split(c.sub(m[2], len(c.text()))) {
				content(&k, part)
			}
		}
		for _, kid := range leaves(n.kids) {
			c, _ := pointed(kid.body.trim())
			content(&k, c)
		}
		r.d.Criteria = append(r.d.Criteria, k)
	}
}

// criteriaByPoints reads a section all of whose items carry points, where no heading announced criteria.
func (r *reader) criteriaByPoints(root *node) {
	if len(r.d.Criteria) > 0 {
		return
	}
	root.each(func(n *node) {
		if len(n.kids) < 2 || len(r.d.Criteria) > 0 {
			return
		}
		for _, k := range n.kids {
			if _, points := pointed(k.body.trim()); points == nil {
				return
			}
		}
		r.criteria(n.kids)
	})
}

// pointed takes the points off a text that ends with them: "(40 điểm)".
func pointed(c clip) (clip, *plan.Points) {
	m := pointsAt.FindStringSubmatchIndex(c.text())
	if m == nil {
		return c, nil
	}
	p, ok := plan.ParsePoints(group(c.text(), m, 1))
	if !ok {
		return c, nil
	}
	return c.sub(0, m[0]).trim(), &p
}

func content(k *plan.Criterion, c clip) {
	if c.to > c.from {
		k.Contents = append(k.Contents, c.text())
		k.Spans.Contents = append(k.Spans.Contents, c.span())
	}
}
