package form

import (
	"fmt"

	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Party is a unit that pledges, with who signs for it.
type Party struct {
	Unit  string
	Title string // chức vụ
	Name  string
}

// Pledge is the Giao ước thi đua of the units, confirmed by the head of the agency.
type Pledge struct {
	Head
	Agency  string
	Place   string // where it was signed
	Targets []record.RegisteredLine
	Time    []string
	Duties  []string
	Parties []Party
	Office  string // who keeps a copy and follows
}

// Document makes the paper; three units at most sign in columns, more in a table.
func (p Pledge) Document() doc.Document {
	names := make([]string, 0, len(p.Parties))
	for _, a := range p.Parties {
		names = append(names, a.Name)
	}
	f := p.form("giao-uoc-thi-dua", names...)
	blocks := append(f.opening(), f.para("open", "day", doc.LongDate(p.Date), "place", p.Place, "agency", p.Agency),
		doc.Heading{Text: f.say("content"), Level: 1}, p.targets(), doc.Heading{Text: f.say("time"), Level: 1})
	blocks = append(append(blocks, doc.Texts(p.Time)...), doc.Heading{Text: f.say("duty"), Level: 1})
	blocks = append(append(blocks, dashed(p.Duties)...), doc.Heading{Text: f.say("sign"), Level: 1}, f.lead("signing"), p.parties(),
		f.para("close", "copies", vi.Two(len(p.Parties)+1), "office", p.Office))
	signed := f.signed()
	signed.Columns[0].Heading = f.say("confirm")
	return f.made(append(blocks, signed)...)
}

func (p Pledge) targets() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Nội dung thi đua", Width: 78, Align: doc.Left}, {Head: "Chỉ tiêu", Width: 30, Align: doc.Right},
		{Head: "Thời hạn", Width: 27, Align: doc.Center},
	}}
	for i, l := range p.Targets {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), l.Content, l.Target, vi.Date(l.Due)}})
	}
	return t
}

func (p Pledge) parties() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Đơn vị", Width: 48, Align: doc.Left}, {Head: "Người đại diện", Width: 60, Align: doc.Left},
		{Head: "Ký tên", Width: 45, Align: doc.Left},
	}}
	for i, a := range p.Parties {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), a.Unit, a.Name + "\n" + a.Title, ""}})
	}
	return t
}
