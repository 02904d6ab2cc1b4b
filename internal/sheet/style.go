package sheet

import (
	"github.com/xuri/excelize/v2"
)

// styles are the looks of cells.
type styles struct{ title, note, head, text, number, date int }

func newStyles(f *excelize.File) (s styles, err error) {
	line := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		line = append(line, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	font := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: "Times New Roman", Size: size, Bold: bold}
	}
	top := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "top", WrapText: true}
	}
	day, plain := "dd/mm/yyyy", "#,##0.##"
	for _, want := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(14, true), Alignment: &excelize.Alignment{Horizontal: "center"}}},
		{&s.note, excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 12, Italic: true}}},
		{&s.head, excelize.Style{Font: font(12, true), Border: line, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2E9E0"}}}},
		{&s.text, excelize.Style{Font: font(12, false), Border: line, Alignment: top("left")}},
		{&s.number, excelize.Style{Font: font(12, false), Border: line, Alignment: top("right"), CustomNumFmt: &plain}},
		{&s.date, excelize.Style{Font: font(12, false), Border: line, Alignment: top("center"), CustomNumFmt: &day}},
	} {
		if *want.id, err = f.NewStyle(&want.style); err != nil {
			return s, err
		}
	}
	return s, nil
}
