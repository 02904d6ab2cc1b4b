package reader

import (
	"regexp"

	"thidua/internal/plan"
)

var (
	total      = regexp.MustCompile(`(?i)^(?:tổng(?: cộng| số(?: điểm)?| điểm)?|cộng)(?:$|[\s:.(])`)
	capitalNo  = regexp.MustCompile(`^[A-HĐ][.)]?$`)
	romanNo    = regexp.MustCompile(`^[IVX]{1,6}[.)]?$`)
	wholeNo    = regexp.MustCompile(`^\d{1,2}[.)]?$`)
	pointsCell = regexp.MustCompile(`^(?:tối đa\s*)?(\d+(?:[,.]\d{1,2})?)(?:\s*điểm)?$`)
)

// criteriaTable reads a table of criteria: the rows of its outermost numbering are criteria, those below them contents; a sum is none.
func (r *reader) criteriaTable(g *grid) {
	top := g.topNumber()
	for _, row := range g.rows {
		text := g.what(row)
		if g.counting(row) || text.text() == "" || g.sums(row) {
			continue
		}
		no := g.at(row, columnNo).text()
		label, at := "", 0
		if no == "" {
			_, label, at = labelOf(text.text())
			text = text.sub(at, len(text.text()))
			no = label
		}
		n := len(r.d.Criteria)
		if below := top != nil && !top.MatchString(no); below && n > 0 {
			content(&r.d.Criteria[n-1], text)
			continue
		}
		k := plan.Criterion{Text: text.text(), Contents: []string{}, Spans: plan.CriterionSpans{Contents: []plan.Span{}}, Seen: r.see(text)}
		k.Points = g.points(row)
		if k.Points == nil {
			text, k.Points = pointed(text)
			k.Text = text.text()
		}
		r.d.Criteria = append(r.d.Criteria, k)
	}
}

func (g *grid) sums(row int) bool {
	for _, c := range g.own(row) {
		if total.MatchString(c.para.text) {
			return true
		}
	}
	return false
}

// topNumber gives the outermost numbering of the rows: A, I or 1; nil when the rows are not numbered, and all are criteria.
func (g *grid) topNumber() *regexp.Regexp {
	for _, re := range []*regexp.Regexp{capitalNo, romanNo, wholeNo} {
		for _, row := range g.rows {
			no := g.at(row, columnNo).text()
			if no == "" {
				_, no, _ = labelOf(g.what(row).text())
			}
			if re.MatchString(no) {
				return re
			}
		}
	}
	return nil
}

func (g *grid) points(row int) *plan.Points {
	m := pointsCell.FindStringSubmatch(g.at(row, columnPoints).trim().text())
	if m == nil {
		return nil
	}
	p, ok := plan.ParsePoints(m[1])
	if !ok {
		return nil
	}
	return &p
}
