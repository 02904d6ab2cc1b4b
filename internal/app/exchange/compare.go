package exchange

import (
	"strings"

	"thidua"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// Result is what becomes of a row that came back.
type Result string

// The results; only Changed and Added can be applied.
const (
	Same    Result = "same"    // Giữ nguyên
	Changed Result = "changed" // Sửa
	Added   Result = "added"   // Thêm
	Emptied Result = "emptied" // Bỏ trống: the present value stays
	Wrong   Result = "wrong"   // Lỗi
)

// Cell is a cell of a row that differs from what there is now. An empty New keeps Old.
type Cell struct {
	Key   string
	Title string
	At    string // C12
	Old   string
	New   string
	Wrong thidua.Code // it could not be read at all
}

// Change is one row that came back: what it is about, the cells that differ and what is wrong. The key of a fault is the column, empty for
// the whole row.
type Change struct {
	Tab    int
	Line   int
	Code   string // empty for a new row
	Unit   string
	Name   string
	Cells  []Cell
	Faults []thidua.Fault
	Result Result
	row    *row
}

// What is wrong with rows.
const (
	CodeRowUnknown thidua.Code = "exchange.row-unknown"
	CodeRowTwice   thidua.Code = "exchange.row-twice" // line of the row above
	CodeNoNew      thidua.Code = "exchange.no-new"
	CodeCellShut   thidua.Code = "exchange.cell-shut"
	CodeStale      thidua.Code = "exchange.stale"      // what stands there now
	CodeIncomplete thidua.Code = "exchange.incomplete" // titles of the columns that a new row needs
)

// Files of another list, and of a list as it was.
const (
	CodeOtherList    thidua.Code = "exchange.other-list" // name of the list that the file is of
	CodeOtherAgency  thidua.Code = "exchange.other-agency"
	CodeOtherRound   thidua.Code = "exchange.other-round"
	CodeOtherEdition thidua.Code = "exchange.other-edition"
)

// Seen is what was shown of a row when somebody said yes to it: the values that stood there, by column.
type Seen map[string]string

// Typed is a row as it was typed; Seen is nil while nothing was shown of it.
type Typed struct {
	Tab int
	sheet.Line
	Seen Seen
}

// Read reads a workbook and gives its rows beside the list.
func (l *List) Read(data []byte) (typed []Typed, mark sheet.Mark, err error) {
	if mark, err = sheet.ReadMark(data); err != nil {
		return nil, mark, err
	}
	if err := l.fits(mark); err != nil {
		return nil, mark, err
	}
	back, err := sheet.ReadWorkbook(data, l.Forms)
	if err != nil {
		return nil, mark, err
	}
	for tab, lines := range back.Lines {
		for _, line := range lines {
			typed = append(typed, Typed{Tab: tab, Line: line})
		}
	}
	return typed, mark, nil
}

// Pasted reads rows that were copied in Excel and pasted as text.
func (l *List) Pasted(text string) (typed []Typed, err error) {
	tab, lines, err := sheet.ReadPasted(text, l.Forms)
	for _, line := range lines {
		typed = append(typed, Typed{Tab: tab, Line: line})
	}
	return typed, err
}

// fits refuses a workbook that was made of something else.
func (l *List) fits(m sheet.Mark) error {
	switch {
	case m.List != l.Mark.List:
		return thidua.Refuse(thidua.Invalid, CodeOtherList, vi.ExchangeName(m.List))
	case m.Agency != l.Mark.Agency:
		return thidua.Refuse(thidua.Invalid, CodeOtherAgency)
	case m.Round != l.Mark.Round:
		return thidua.Refuse(thidua.Invalid, CodeOtherRound)
	case m.Edition != l.Mark.Edition:
		return thidua.Refuse(thidua.Invalid, CodeOtherEdition)
	}
	return nil
}

// Compare holds typed rows against the list: every row has its result, in the order in which they were typed.
func (l *List) Compare(typed []Typed) []*Change {
	out := make([]*Change, len(typed))
	above := map[string]int{}
	for i, t := range typed {
		out[i] = l.compare(t)
		if t.Code == "" {
			continue
		}
		key := l.Forms[t.Tab].Tab + t.Code
		if line, twice := above[key]; twice {
			out[i].fault("", CodeRowTwice, line)
		} else {
			above[key] = t.Number
		}
	}
	l.check(out)
	for _, c := range out {
		c.settle()
	}
	return out
}

func (l *List) compare(t Typed) *Change {
	c := &Change{Tab: t.Tab, Line: t.Number, Code: t.Code, row: l.rows[t.Tab][t.Code]}
	switch {
	case t.Code == "":
		if len(l.Forms[t.Tab].New) == 0 {
			c.fault("", CodeNoNew)
		}
	case c.row == nil:
		c.fault("", CodeRowUnknown)
	default:
		c.Unit, c.Name = c.row.unit, c.row.name
	}
	for _, column := range l.Forms[t.Tab].Columns {
		if !column.Info {
			c.cell(column, t)
		}
	}
	if c.row == nil {
		c.Unit = strings.TrimSpace(c.New("unit") + " " + c.New("person"))
		c.Name = c.New("content") + c.New("name")
	}
	return c
}

// cell notes a cell that differs, and what is wrong with it.
func (c *Change) cell(column sheet.FormColumn, t Typed) {
	e := t.Entries[column.Key]
	old := ""
	if c.row != nil {
		old = c.row.Cells[column.Key]
	}
	text, code, args := column.Parse(e.Text)
	if e.Wrong == "" && text == old {
		return
	}
	c.Cells = append(c.Cells, Cell{Key: column.Key, Title: column.Title, At: e.At, Old: old, New: text, Wrong: e.Wrong})
	switch seen, shown := t.Seen[column.Key]; {
	case e.Wrong != "":
		c.fault(column.Key, e.Wrong)
	case code != "":
		c.fault(column.Key, code, args...)
	case shown && seen != old && text != "":
		c.fault(column.Key, CodeStale, old)
	}
	if c.row != nil && text != "" && !contains(c.row.Open, column.Key) {
		c.shut(column.Key)
	}
}

// shut says why a cell may not be changed: what keeps the whole row, or that this column is another's.
func (c *Change) shut(key string) {
	if c.row.shut == nil {
		c.fault(key, CodeCellShut)
		return
	}
	if !c.has("", "") {
		c.refuse(c.row.shut)
	}
}

// check asks the rules of each object for the changes that can be read.
func (l *List) check(all []*Change) {
	groups := l.grouped(all)
	for _, g := range groups {
		l.source.check(g.name, g.changes)
	}
}

// group is the changes of one object.
type group struct {
	name    string
	changes []*Change
}

// grouped gathers, by object, the changes with which nothing is wrong so far and that change something.
func (l *List) grouped(all []*Change) (out []*group) {
	at := map[string]*group{}
	for _, c := range all {
		if len(c.Faults) > 0 || !c.says() {
			continue
		}
		name := ""
		if c.row != nil {
			name = c.row.group
		} else if name = l.source.group(c.Tab, c); len(c.Faults) > 0 {
			continue
		}
		if at[name] == nil {
			at[name] = &group{name: name}
			out = append(out, at[name])
		}
		at[name].changes = append(at[name].changes, c)
	}
	return out
}

// says tells whether a row asks for anything.
func (c *Change) says() bool {
	for _, cell := range c.Cells {
		if cell.New != "" && cell.New != cell.Old {
			return true
		}
	}
	return false
}

func (c *Change) settle() {
	switch {
	case len(c.Faults) > 0:
		c.Result = Wrong
	case !c.says() && len(c.Cells) > 0 && c.Code != "":
		c.Result = Emptied
	case !c.says():
		c.Result = Same
	case c.row == nil || c.row.adds():
		c.Result = Added
	default:
		c.Result = Changed
	}
}

// adds tells whether what is typed in a row is always new, as an entry of progress is.
func (r *row) adds() bool { return r.Cells["result"] == "" && contains(r.Open, "result") }

func contains(all []string, key string) bool {
	for _, k := range all {
		if k == key {
			return true
		}
	}
	return false
}
