package reader

import "thidua/internal/plan"

// sections gives the headings of the plan in their order.
func sections(root *node) []plan.Section {
	var out []plan.Section
	root.each(func(n *node) {
		if n.rank > 0 && n.rank < rankDash {
			out = append(out, plan.Section{Number: n.number(), Title: n.body.trim().text(), Span: n.body.span()})
		}
	})
	return out
}
