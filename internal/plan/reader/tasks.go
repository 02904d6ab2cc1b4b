package reader

import (
	"regexp"
	"strings"

	"thidua/internal/plan"
)

// nothing matches a cell that is left open.
var nothing = regexp.MustCompile(`^[\s.…/x–—-]*$`)

// tasks reads a table of tasks (nhiệm vụ): one for each row that says what is to be done; rows that only name a group are none.
func (r *reader) tasks(g *grid) {
	for i, row := range g.rows {
		if g.counting(row) || len(g.own(row)) < 2 && !g.reached(row) {
			continue
		}
		t := g.task(row)
		if t.Task == "" || t.Lead == "" && t.Due == "" && (t.Product == "" || g.parent(i)) {
			continue
		}
		if t.Lead == "" && g.has(columnLead) {
			t.Confidence, t.Reason = plan.Check, "Nhiệm vụ không ghi cơ quan, đơn vị chủ trì."
		}
		r.d.Tasks = append(r.d.Tasks, t)
	}
}

func (g *grid) task(row int) plan.Task {
	what := g.what(row)
	return plan.Task{No: cellValue(g.at(row, columnNo)), Task: what.text(), Product: cellValue(g.at(row, columnProduct)), Lead: cellValue(g.at(row, columnLead)),
		Support: cellValue(g.at(row, columnSupport)), Due: cellValue(g.at(row, columnDue)), Seen: what.seen()}
}

// reached tells whether a cell from a row above reaches down to the row.
func (g *grid) reached(row int) bool {
	for _, c := range g.byRow[row] {
		if c.Row < row && g.heads[c.Column] != columnNo {
			return true
		}
	}
	return false
}

// parent tells whether the next row is a part of this one: 4.1 of 4.
func (g *grid) parent(i int) bool {
	if i+1 == len(g.rows) {
		return false
	}
	own, next := strings.TrimRight(g.at(g.rows[i], columnNo).text(), ".)"), g.at(g.rows[i+1], columnNo).text()
	return own != "" && strings.HasPrefix(next, own+".")
}

// cellValue gives the text of a cell, empty for one that is left open.
func cellValue(c clip) plan.Value {
	c = c.trim()
	if nothing.MatchString(c.text()) {
		return ""
	}
	return plan.Value(c.text())
}
