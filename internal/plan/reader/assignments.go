package reader

import (
	"cmp"
	"strings"
	"thidua/internal/plan"
)

// assignments reads phân công: who does what. The sentence that ends the plan is none.
func (r *reader) assignments(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		over, sure := r.actorOver(n)
		a := plan.Assignment{Who: cmp.Or(over, plan.Value(actorIn(n.body).text())), Text: c.text(), Seen: c.seen()}
		if !sure {
			a.Seen = c.doubtful(unsureActor)
		}
		if a.Who == "" && n.rank == 0 && strings.HasSuffix(n.body.text(), ":") {
			continue
		}
		if a.Who == "" {
			a.Seen = c.doubtful("Không thấy rõ ai thực hiện việc này.")
		}
		r.d.Assignments = append(r.d.Assignments, a)
	}
}
