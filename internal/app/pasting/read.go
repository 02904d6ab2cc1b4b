package pasting

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"thidua"
	"thidua/internal/app/bank"
	"thidua/internal/plan"
	"thidua/internal/vi"
)

// MaxRows is how many rows of tasks are read at a time.
const MaxRows = 200

// The faults of pasted rows; text that was not understood stays for the person to type.
const (
	CodeEmpty  thidua.Code = "pasting.empty"
	CodeMany   thidua.Code = "pasting.many"  // how many at most
	CodeBlank  thidua.Code = "pasting.blank" // a row without a task
	CodeLead   thidua.Code = "pasting.lead"  // as pasted: no unit, or several, are called so
	CodeNoLead thidua.Code = "pasting.lead-none"
	CodeDay    thidua.Code = "pasting.day"  // as pasted: it names no single day
	CodeMore   thidua.Code = "pasting.more" // as pasted: a cell with no column
	CodeTwice  thidua.Code = "pasting.twice"
)

// Row is one row of a pasted table as it was understood, and what was not.
type Row struct {
	Number  int // of the row in what was pasted, from 1
	Take    bool
	Task    thidua.ReformTask
	Remarks []thidua.Fault
}

func (r *Row) remark(code thidua.Code, args ...any) {
	r.Remarks = append(r.Remarks, thidua.Fault{Code: code, Args: args})
}

// The columns of a table of tasks.
const (
	colNumber = iota
	colText
	colProduct
	colLead
	colSupport
	colWhen
	columns
)

// heads are the folded heads of the columns as tables of plans have them.
var heads = map[string]int{"stt": colNumber, "tt": colNumber, "so tt": colNumber, "nhiem vu": colText, "noi dung": colText, "noi dung nhiem vu": colText,
	"noi dung cong viec": colText, "cong viec": colText, "ten nhiem vu": colText, "nhiem vu, hoat dong": colText, "san pham": colProduct, "ket qua": colProduct, "san pham, ket qua": colProduct,
	"ket qua, san pham": colProduct, "don vi chu tri": colLead, "chu tri": colLead, "co quan chu tri": colLead, "don vi thuc hien": colLead, "phoi hop": colSupport,
	"don vi phoi hop": colSupport, "co quan phoi hop": colSupport, "thoi gian": colWhen, "thoi han": colWhen, "han": colWhen, "thoi gian hoan thanh": colWhen,
	"thoi gian thuc hien": colWhen, "thoi han hoan thanh": colWhen}

var ordinal = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLC]{1,6}[.)]?)$`)

// Read reads the rows of a table of tasks as it was copied in Excel or Word, for a round of a year. The row of heads tells the columns; without
// one they are taken in the order number, task, product, lead, support, time. It refuses what has no row at all or too many.
func Read(text string, agency plan.Agency, year int) (out []Row, err error) {
	var places []int
	for i, cells := range bank.Cells(text) {
		if found := headed(cells); found != nil {
			places = found
			continue
		}
		if len(out) == MaxRows {
			return nil, thidua.Faults{{Field: "dan", Code: CodeMany, Args: []any{MaxRows}}}.Err()
		}
		r := Row{Number: i + 1, Take: true, Task: thidua.ReformTask{State: thidua.ReformOpen}}
		r.read(cells, places)
		r.settle(agency, year)
		out = append(out, r)
	}
	if len(out) == 0 {
		return nil, thidua.Faults{{Field: "dan", Code: CodeEmpty}}.Err()
	}
	return out, nil
}

// headed gives the columns that a row of heads names, -1 for one that is not used; nil for any other row.
func headed(cells []string) []int {
	found, known := make([]int, len(cells)), 0
	for i, c := range cells {
		at, ok := heads[strings.Trim(vi.Fold(c), " .:;*")]
		if found[i] = at; ok {
			known++
		} else {
			found[i] = -1
		}
	}
	if known < 2 || !slices.Contains(found, colText) {
		return nil
	}
	return found
}

// read puts the cells of a row into its columns.
func (r *Row) read(cells []string, places []int) {
	if places == nil {
		places = order(cells)
	}
	t := &r.Task
	fields := [columns]*string{&t.Number, &t.Text, &t.Product, &t.Lead, &t.Support, &t.When}
	for i, c := range cells {
		switch {
		case c == "":
		case i >= len(places) || places[i] < 0 || *fields[places[i]] != "":
			r.remark(CodeMore, c)
		default:
			*fields[places[i]] = c
		}
	}
}

// order is that of the columns where no head names them; a table may be without numbers.
func order(cells []string) []int {
	all := []int{colNumber, colText, colProduct, colLead, colSupport, colWhen}
	if len(cells) == 1 || !ordinal.MatchString(cells[0]) && cells[0] != "" || cells[0] == "" && utf8.RuneCountInString(cells[min(1, len(cells)-1)]) == 0 {
		return all[1:]
	}
	return all
}

// settle finds the owner and the last day in what was written, and says where there is none.
func (r *Row) settle(agency plan.Agency, year int) {
	t := &r.Task
	if t.Text == "" {
		r.Take = false
		r.remark(CodeBlank)
		return
	}
	t.Unit, _ = agency.Owner(t.Lead)
	switch {
	case t.Lead == "":
		r.remark(CodeNoLead)
	case t.Unit == "":
		r.remark(CodeLead, t.Lead)
	}
	if t.Due, t.Inclusive = plan.DueDay(t.When, year); t.Due == "" && t.When != "" {
		r.remark(CodeDay, t.When)
	}
}
