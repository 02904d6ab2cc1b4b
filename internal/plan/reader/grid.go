package reader

import (
	"regexp"
	"slices"
	"strings"

	"thidua/internal/plan/extract"
)

// grid is a table whose columns have heads that say what stands in them.
type grid struct {
	cells []*gridCell
	byRow map[int][]*gridCell // also those that reach down from a row above
	heads map[int]column      // by column
	rows  []int               // the numbers of the rows below the heads
}

// gridCell is the text of one cell; all its paragraphs are joined.
type gridCell struct {
	extract.Cell
	para *para
}

// column says what stands in a column.
type column string

// The columns that are known.
const (
	columnNo        column = "no"
	columnTask      column = "task"
	columnProduct   column = "product"
	columnLead      column = "lead"
	columnSupport   column = "support"
	columnDue       column = "due"
	columnCriterion column = "criterion"
	columnPoints    column = "points"
	columnOther     column = "other"
)

// columnWords says by which words a head names its column; an earlier row wins.
var columnWords = []struct {
	column column
	re     *regexp.Regexp
}{
	{columnNo, regexp.MustCompile(`^(?:s?tt|số tt|số thứ tự)\.?$`)},
	{columnOther, regexp.MustCompile(`tự chấm|tự đánh giá|thẩm định|điểm đạt|kiểm chứng|ghi chú|kinh phí|căn cứ`)},
	{columnPoints, regexp.MustCompile(`điểm`)},
	{columnSupport, regexp.MustCompile(`phối hợp`)},
	{columnLead, regexp.MustCompile(`chủ trì|(?:cơ quan|đơn vị|bộ phận|người|phòng) (?:thực hiện|phụ trách|chịu trách nhiệm)`)},
	{columnProduct, regexp.MustCompile(`sản phẩm|kết quả`)},
	{columnDue, regexp.MustCompile(`thời gian|^tg\s|thời hạn|tiến độ|hoàn thành`)},
	{columnCriterion, regexp.MustCompile(`tiêu chí|tiêu chuẩn|chỉ tiêu`)},
	{columnTask, regexp.MustCompile(`nhiệm vụ|nội dung|công việc|hoạt động`)},
}

func columnOf(head string) column {
	low := strings.ToLower(strings.TrimSpace(head))
	for _, w := range columnWords {
		if w.re.MatchString(low) {
			return w.column
		}
	}
	return ""
}

const maxHeadRows = 3

// gridOf makes a grid of the lines of one table; nil when its heads are not those of a list of tasks or of criteria.
func gridOf(ls []*para) *grid {
	g := &grid{heads: map[int]column{}}
	for _, l := range ls {
		if n := len(g.cells); n > 0 && g.cells[n-1].Row == l.cell.Row && g.cells[n-1].Column == l.cell.Column {
			g.cells[n-1].para.append(l)
			continue
		}
		g.cells = append(g.cells, &gridCell{l.cell, &para{text: l.text, pieces: slices.Clone(l.pieces), bold: l.bold}})
	}
	if !g.index() {
		return nil
	}
	first := g.readHeads()
	if !g.tasks() && !g.criteria() {
		return nil
	}
	for _, c := range g.cells {
		if n := len(g.rows); c.Row >= first && (n == 0 || g.rows[n-1] != c.Row) {
			g.rows = append(g.rows, c.Row)
		}
	}
	return g
}

// index notes which cells stand in a row; false for a table longer than any plan has.
func (g *grid) index() bool {
	g.byRow = map[int][]*gridCell{}
	for _, c := range g.cells {
		if c.Row+c.tall() > MaxElements {
			return false
		}
		for row := c.Row; row <= c.Row+c.tall(); row++ {
			g.byRow[row] = append(g.byRow[row], c)
		}
	}
	return true
}

// readHeads reads the first rows for as long as they hold heads and gives the row behind them.
func (g *grid) readHeads() int {
	next := 1
	for row := 1; row <= maxHeadRows; row++ {
		known := g.headsIn(row)
		if len(known) < 2 && (row == 1 || len(known) == 0) {
			return next
		}
		for c, k := range known {
			for i := c.Column; i <= c.Column+c.wide(); i++ {
				g.heads[i] = k
			}
		}
		next = row + 1
	}
	return next
}

// headsIn gives the heads that a row names; none for one that is numbered, which is no row of heads.
func (g *grid) headsIn(row int) map[*gridCell]column {
	known := map[*gridCell]column{}
	for _, c := range g.own(row) {
		if numbered.MatchString(c.para.text) {
			return nil
		}
		if k := columnOf(c.para.text); k != "" {
			known[c] = k
		}
	}
	return known
}

// numbered matches the number of a row.
var numbered = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,6}|[A-ZĐa-zđ])[.)]?$`)

func (c *gridCell) wide() int {
	if c.Cells == nil {
		return 0
	}
	return c.Cells.Columns
}

func (c *gridCell) tall() int {
	if c.Cells == nil {
		return 0
	}
	return c.Cells.Rows
}

func (g *grid) has(k column) bool {
	for _, h := range g.heads {
		if h == k {
			return true
		}
	}
	return false
}

// tasks tells whether it is a table of tasks: what, and by whom or by when.
func (g *grid) tasks() bool {
	return (g.has(columnTask) || g.has(columnCriterion)) && (g.has(columnLead) || g.has(columnDue)) && !g.has(columnPoints)
}

// criteria tells whether it is a table of criteria: what, and for how many points.
func (g *grid) criteria() bool {
	return (g.has(columnTask) || g.has(columnCriterion)) && g.has(columnPoints) || g.has(columnCriterion) && g.has(columnNo) && !g.tasks()
}

// at gives the cell of a row under a head, also one that reaches down from a row above; an empty clip when there is none.
func (g *grid) at(row int, k column) clip {
	for _, c := range g.byRow[row] {
		if g.under(c) == k {
			return c.para.all()
		}
	}
	return none()
}

// under gives the head over a cell; none for one that reaches over several, which names a group of rows.
func (g *grid) under(c *gridCell) column {
	over := g.heads[c.Column]
	for i := c.Column + 1; i <= c.Column+c.wide(); i++ {
		switch h := g.heads[i]; {
		case over == "":
			over = h
		case h != "" && h != over && h != columnOther:
			return ""
		}
	}
	return over
}

// what is the text of a row: the criterion, or the task.
func (g *grid) what(row int) clip {
	if c := g.at(row, columnCriterion).trim(); c.text() != "" {
		return c
	}
	return g.at(row, columnTask).trim()
}

// own gives the cells that begin in a row and hold text.
func (g *grid) own(row int) (out []*gridCell) {
	for _, c := range g.byRow[row] {
		if c.Row == row && strings.TrimSpace(c.para.text) != "" {
			out = append(out, c)
		}
	}
	return out
}

var countsColumns = regexp.MustCompile(`^\(?\d{1,2}\)?$`)

// counting tells whether a row only numbers the columns: (1), (2), (3).
func (g *grid) counting(row int) bool {
	cells := g.own(row)
	for _, c := range cells {
		if !countsColumns.MatchString(c.para.text) {
			return false
		}
	}
	return len(cells) > 1
}
