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
		collective, individual := kindsOver(n)
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

func kindsOver(n *node) (collective, individual bool) {
	for p := n.parent; p != nil; p = p.parent {
		low := strings.ToLower(p.body.text())
		collective, individual = strings.Contains(low, "tập thể"), strings.Contains(low, "cá nhân")
		if collective != individual {
			return collective, individual
		}
	}
	return false, false
}

var award = regexp.MustCompile(`(?i)(Bằng khen|Giấy khen|Cờ thi đua|Huân chương [\p{L} ]+?|Kỷ niệm chương|Chiến sĩ thi đua [\p{L} ]+?|Lao động tiên tiến|Tập thể lao động xuất sắc)` +
	`(?:\s+(?:của|do)\s+([^,;.]+?))?(?:\s+(?:xét|tặng|cho|đối với|để)(?:\s|$)|\s+và\s|[,;.:]|$)`)

func (r *reader) awards(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body
		for _, m := range award.FindAllStringSubmatchIndex(c.text(), -1) {
			end := m[3]
			if m[5] > 0 {
				end = m[5]
			}
			r.d.Awards = append(r.d.Awards, plan.Award{Form: group(c.text(), m, 1), Authority: plan.Value(group(c.text(), m, 2)), Seen: r.see(c.sub(m[2], end))})
		}
	}
}

func (r *reader) dossier(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		if n.rank == 0 && n.body.text() != "" && strings.HasSuffix(n.body.text(), ":") {
			continue
		}
		r.d.Dossier = append(r.d.Dossier, plan.Part{Name: c.text(), Seen: r.see(c)})
	}
}
