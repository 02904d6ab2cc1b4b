package bank

import (
	"encoding/csv"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"thidua"
	"thidua/internal/vi"
)

// The remarks beside rows that were pasted; what could not be read stays for the person to type.
const (
	CodePasteEmpty     thidua.Code = "bank.paste-empty"
	CodePasteMany      thidua.Code = "bank.paste-many"      // how many at most
	CodePasteCriterion thidua.Code = "bank.paste-criterion" // put under the first criterion
	CodePasteDate      thidua.Code = "bank.paste-date"      // as pasted
	CodePasteNumber    thidua.Code = "bank.paste-number"    // as pasted
	CodePasteContent   thidua.Code = "bank.paste-content"
	CodePasteMore      thidua.Code = "bank.paste-more" // as pasted
)

// MaxPasted is how many rows are read at a time.
const MaxPasted = 60

// Pasted is one row as it was understood: the line of a registration, and what was not.
type Pasted struct {
	Number  int // of the row in what was pasted, from 1
	Target  thidua.Target
	Remarks []thidua.Fault
}

// Paste reads rows that somebody has copied in Excel (cells parted by tabs), in a table of Word, or as a list with one target a line, under the
// criteria of a plan. It refuses what has no row at all or too many; a single row is never refused, only remarked on.
func Paste(text string, plan thidua.Definition) (out []Pasted, err error) {
	at := "" // the criterion of the heading above
	rows := cellsOf(text)
	for i, cells := range rows {
		if isHead(cells) {
			continue
		}
		if c := criterionIn(strings.Join(cells, " "), plan); c != "" && len(cells) == 1 && utf8.RuneCountInString(cells[0]) <= headingMost {
			at = c
			continue
		}
		p := Pasted{Number: i + 1, Target: thidua.Target{Criterion: at, Value: thidua.NoValue, Direction: thidua.AtLeast}}
		p.read(cells, plan)
		out = append(out, p)
		if len(out) > MaxPasted {
			return nil, thidua.Faults{{Field: "dan", Code: CodePasteMany, Args: []any{MaxPasted}}}.Err()
		}
	}
	if len(out) == 0 {
		return nil, thidua.Faults{{Field: "dan", Code: CodePasteEmpty}}.Err()
	}
	return out, nil
}

// headingMost is how long a line may be that names a criterion for the lines below it.
const headingMost = 60

// Cells parts what was pasted into rows of cells, blank cells among them; Excel puts a cell of several lines between quotes. A text without
// tabs has one cell a line; rows with nothing in them are left out.
func Cells(text string) (out [][]string) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x07", "\t").Replace(strings.ToValidUTF8(text, ""))
	var rows [][]string
	if strings.Contains(text, "\t") {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
		rows, _ = r.ReadAll() // what cannot be read as cells is read as lines below
	}
	if rows == nil {
		for l := range strings.Lines(text) {
			rows = append(rows, []string{l})
		}
	}
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, strings.Join(strings.Fields(vi.NFC(c)), " "))
		}
		if strings.Join(cells, "") != "" {
			out = append(out, cells)
		}
	}
	return out
}

// cellsOf parts what was pasted into rows of the cells that have something in them.
func cellsOf(text string) [][]string {
	rows := Cells(text)
	for i := range rows {
		rows[i] = slices.DeleteFunc(rows[i], func(c string) bool { return c == "" })
	}
	return rows
}

// isHead tells the row of heads of a table from its rows.
func isHead(cells []string) bool {
	n := 0
	for _, c := range cells {
		switch vi.Fold(c) {
		case "stt", "tt", "so tt", "noi dung", "chi tieu", "noi dung, chi tieu", "tieu chi", "don vi tinh", "dvt", "han", "thoi han", "thoi gian", "muc", "so luong", "ghi chu":
			n++
		}
	}
	return n >= 2 || n == 1 && len(cells) == 1
}

var (
	ordinal   = regexp.MustCompile(`^\d{1,3}[.)]?$`)
	bullet    = regexp.MustCompile(`^(?:[-–•*+]|\d{1,3}[.)]|\p{L}[.)])\s+`)
	criterion = regexp.MustCompile(`^(?:tc|tieu chi)\s*(?:so\s*)?(\d{1,2})\b`)
	datelike  = regexp.MustCompile(`^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$`)
	valued    = regexp.MustCompile(`^([≥≤]|>=|<=)?\s*(\d[\d.,]*)\s*(%|[\p{L} ]{0,20})$`)
)

// criterionIn finds the criterion that a text begins with: "TC2", "Tiêu chí 2", or its name.
func criterionIn(text string, plan thidua.Definition) string {
	fold := vi.Fold(text)
	heads := plan.Heads()
	if m := criterion.FindStringSubmatch(fold); m != nil {
		if n, _ := strconv.Atoi(m[1]); n >= 1 && n <= len(heads) { // a number that is too long names none
			return heads[n-1].ID
		}
	}
	for _, c := range heads {
		if name := vi.Fold(c.Name); name != "" && strings.HasPrefix(fold, name) && len(fold) <= len(name)+2 {
			return c.ID
		}
	}
	return ""
}

// read sorts the cells of a row out by what they look like; the longest text is the content.
func (p *Pasted) read(cells []string, plan thidua.Definition) {
	t := &p.Target
	if len(cells) > 1 && ordinal.MatchString(cells[0]) {
		cells = cells[1:]
	}
	var words []string
	for _, c := range cells {
		switch {
		case len(cells) > 1 && criterionIn(c, plan) != "" && utf8.RuneCountInString(c) <= headingMost:
			t.Criterion = criterionIn(c, plan)
		case datelike.MatchString(c):
			p.day(c)
		case len(cells) > 1 && t.Value == thidua.NoValue && valued.MatchString(c):
			p.number(c)
		default:
			words = append(words, c)
		}
	}
	p.words(words)
	p.settle(plan)
}

// settle puts a row that names no criterion under the first one.
func (p *Pasted) settle(plan thidua.Definition) {
	if p.Target.Criterion != "" {
		return
	}
	p.remark(CodePasteCriterion)
	if heads := plan.Heads(); len(heads) > 0 {
		p.Target.Criterion = heads[0].ID
	}
}

func (p *Pasted) remark(code thidua.Code, args ...any) {
	p.Remarks = append(p.Remarks, thidua.Fault{Code: code, Args: args})
}

func (p *Pasted) day(cell string) {
	d, ok := vi.ParseDate(cell)
	if p.Target.Due = d; !ok {
		p.remark(CodePasteDate, cell)
	}
}

// number reads "90%", "≤ 2 vụ", "1.250,5"; a sign tells the direction, what follows is the unit of measure.
func (p *Pasted) number(cell string) {
	m := valued.FindStringSubmatch(cell)
	n, ok := vi.ParseNumber(m[2])
	if !ok {
		p.remark(CodePasteNumber, cell)
		return
	}
	p.Target.Value = thidua.Quantity(n)
	if m[1] == "≤" || m[1] == "<=" {
		p.Target.Direction = thidua.AtMost
	}
	if unit := strings.TrimSpace(m[3]); unit != "" {
		p.Target.Measure = unit
	}
}

// words takes the longest text as the content, a short one after it as the unit of measure, and remarks on what is left.
func (p *Pasted) words(words []string) {
	t, at := &p.Target, -1
	for i, w := range words {
		if at < 0 || utf8.RuneCountInString(w) > utf8.RuneCountInString(words[at]) {
			at = i
		}
	}
	if at < 0 {
		p.remark(CodePasteContent)
		return
	}
	t.Content = bullet.ReplaceAllString(words[at], "")
	for i, w := range words {
		switch {
		case i == at:
		case i > at && t.Measure == "" && utf8.RuneCountInString(w) <= 20:
			t.Measure = w
		default:
			p.remark(CodePasteMore, w)
		}
	}
}
