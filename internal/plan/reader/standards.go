package reader

import (
	"regexp"
	"strings"

	"thidua/internal/plan"
)

// standards sorts each standard by the kind of subject that it, or a heading over it, names.
func (r *reader) standards(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		t := plan.Text{Text: c.text(), Seen: r.see(c)}
		collective, individual := kindsOf(n)
		if collective == individual {
			t.Seen = c.doubtful("Tiêu chuẩn không ghi rõ cho tập thể hay cá nhân.")
			collective, individual = true, true
		}
		if collective {
			r.d.Standards.Collective = append(r.d.Standards.Collective, t)
		}
		if individual {
			r.d.Standards.Individual = append(r.d.Standards.Individual, t)
		}
	}
}

var ownKind = regexp.MustCompile(`(?i)^(?:(?:tiêu chuẩn|điều kiện)\s+)?(?:(?:đối với|là|cho|các|những)\s+)*(tập thể|cá nhân)`)

// kindsOf takes the kind that a standard names first, or else the nearest heading that names one of the two.
func kindsOf(n *node) (collective, individual bool) {
	if m := ownKind.FindStringSubmatch(n.body.text()); m != nil && n.rank != 0 {
		return strings.EqualFold(m[1], "tập thể"), strings.EqualFold(m[1], "cá nhân")
	}
	for p := n.parent; p != nil; p = p.parent {
		low := strings.ToLower(p.body.text())
		collective, individual = strings.Contains(low, "tập thể"), strings.Contains(low, "cá nhân")
		if collective != individual {
			return collective, individual
		}
	}
	if m := ownKind.FindStringSubmatch(n.body.text()); m != nil {
		return strings.EqualFold(m[1], "tập thể"), strings.EqualFold(m[1], "cá nhân")
	}
	return false, false
}
