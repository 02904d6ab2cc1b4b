package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
)

var kindWords = map[plan.SubjectKind]*regexp.Regexp{
	plan.Collective: regexp.MustCompile(`(?i)tập thể|các phòng|các đơn vị|cơ quan, đơn vị`),
	plan.Individual: regexp.MustCompile(`(?i)cá nhân|cán bộ|công chức|viên chức|người lao động`),
}

func (r *reader) subjects(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		first, second := plan.Collective, plan.Individual
		a, b := kindWords[first].FindStringIndex(c.text()), kindWords[second].FindStringIndex(c.text())
		if a != nil && b != nil && b[0] < a[0] {
			first, second, a, b = second, first, b, a
		}
		switch {
		case a != nil && b != nil:
			r.subject(first, c.sub(0, cutBefore(c.text(), b[0])).trim())
			r.subject(second, c.sub(b[0], len(c.text())).trim())
		case a != nil:
			r.subject(first, c)
		case b != nil:
			r.subject(second, c)
		}
	}
}

// cutBefore drops the word that ties the second kind of subject to the first.
func cutBefore(s string, at int) int {
	return len(strings.TrimSuffix(strings.TrimRight(s[:at], " ,;"), " và"))
}

func (r *reader) subject(k plan.SubjectKind, c clip) {
	r.d.Subjects = append(r.d.Subjects, plan.Subject{Kind: k, Text: c.text(), Seen: r.see(c)})
}
