package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/internal/vi"
)

// maxPrompt is how many characters the title of a hint may have; Excel mends a file with more by taking the hint out.
const maxPrompt = 32

// choices gives the columns of words their lists, which stand on the hidden sheet because a list in the rule itself is cut at commas and at
// 255 characters; other columns that may be changed get a hint.
func (w *formWriter) choices(form Form, first, last int) {
	for i, c := range form.Columns {
		if c.Info {
			continue
		}
		rule, title := excelize.NewDataValidation(true), []rune(c.Title)
		title = title[:min(len(title), maxPrompt)]
		rule.SetSqref(w.name(i+2, first) + ":" + w.name(i+2, last))
		switch c.Kind {
		case Choice:
			w.lists++
			letter := w.letter(3 + w.lists)
			for y, word := range c.Choices {
				w.do(w.f.SetCellStr(vi.MarkTab, fmt.Sprintf("%s%d", letter, y+1), word))
			}
			rule.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", vi.MarkTab, letter, letter, max(len(c.Choices), 1)))
			rule.SetError(excelize.DataValidationErrorStyleStop, string(title), vi.ChoiceHint)
		case Number:
			rule.SetInput(string(title), vi.NumberHint)
		case Day:
			rule.SetInput(string(title), vi.DayHint)
		default:
			continue
		}
		w.do(w.f.AddDataValidation(form.Tab, rule))
	}
}

// page keeps the head in view and on every printed page, gives it filters, and sets the paper.
func (w *formWriter) page(form Form, head, rows int) {
	last := len(form.Columns) + 1
	if form.Marked {
		last++
	}
	w.do(w.f.SetPanes(form.Tab, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: w.name(1, head+1), ActivePane: "bottomLeft"}))
	w.do(w.f.AutoFilter(form.Tab, w.name(1, head)+":"+w.name(last, head+max(rows, 1)), nil))
	w.do(w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: form.Tab,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(form.Tab, "'", "''"), head, head)}))
	w.paper(form.Tab, "landscape")
}

// paper sets A4, as wide as the sheet.
func (w *formWriter) paper(tab, orientation string) {
	a4, wide, tall, fit := 9, 1, 0, true
	w.do(w.f.SetPageLayout(tab, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}))
	w.do(w.f.SetSheetProps(tab, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// protect keeps from changing by mistake; there is no password, so whoever has a reason lifts it.
func (w *formWriter) protect(tab string) {
	w.do(w.f.ProtectSheet(tab, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true, Sort: true,
		FormatColumns: true, FormatRows: true, InsertRows: true}))
}

// formStyles are the looks of the cells of a form; the others by kind, open or locked, wrong or right.
type formStyles struct {
	title, note, head, guide int
	cells                    map[look]int
}

type look struct {
	kind        Kind
	open, wrong bool
}

func (s formStyles) cell(kind Kind, open, wrong bool) int {
	if kind == Choice {
		kind = Text
	}
	return s.cells[look{kind, open, wrong}]
}

func newFormStyles(f *excelize.File) (formStyles, error) {
	base, err := newStyles(f)
	s := formStyles{title: base.title, note: base.note, head: base.head, cells: map[look]int{}}
	if err != nil {
		return s, err
	}
	if s.title, err = wordStyle(f, base.title, false); err != nil {
		return s, err
	}
	if s.guide, err = wordStyle(f, base.text, true); err != nil {
		return s, err
	}
	for _, k := range []struct {
		kind Kind
		like int
	}{{Text, base.text}, {Number, base.number}, {Whole, base.number}, {Day, base.date}} {
		for _, l := range []look{{k.kind, false, false}, {k.kind, true, false}, {k.kind, false, true}, {k.kind, true, true}} {
			if s.cells[l], err = cellStyle(f, k.like, l); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// wordStyle is a style without lines, from the left.
func wordStyle(f *excelize.File, like int, wrap bool) (int, error) {
	style, err := f.GetStyle(like)
	if err != nil {
		return 0, err
	}
	style.Border, style.Alignment = nil, &excelize.Alignment{Vertical: "top", WrapText: wrap}
	return f.NewStyle(style)
}

// cellStyle shades what is locked and what is wrong, so that the white cells are those to fill in.
func cellStyle(f *excelize.File, like int, l look) (int, error) {
	style, err := f.GetStyle(like)
	if err != nil {
		return 0, err
	}
	style.Protection = &excelize.Protection{Locked: !l.open}
	if l.kind == Number || l.kind == Whole {
		style.CustomNumFmt, style.NumFmt = nil, 0 // Excel shows 1 as "1," in a format with places that may stay empty
	}
	switch {
	case l.wrong:
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F8D7DA"}}
	case !l.open:
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EFEDE8"}}
	}
	return f.NewStyle(style)
}
