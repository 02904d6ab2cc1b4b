package form

import (
	"fmt"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Praised is a collective or person with an award.
type Praised struct {
	ID        string // of the nominee
	Honorific string // "Ông", "Bà"; empty for a collective
	Name      string
	Post      string // chức vụ, đơn vị
	Award     string
	Reason    string // of those who were not praised
}

// subjects counts the collectives and people of a list: "02 tập thể và 01 cá nhân".
func subjects(list []Praised) string {
	people := 0
	for _, p := range list {
		if p.Honorific != "" {
			people++
		}
	}
	return vi.Subjects(len(list)-people, people)
}

func praisedNames(lists ...[]Praised) []string {
	var names []string
	for _, list := range lists {
		for _, p := range list {
			if p.Honorific != "" {
				names = append(names, p.Name)
			}
		}
	}
	return names
}

func praisedTable(list []Praised, last string, text func(Praised) string) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 46, Align: doc.Left}, {Head: "Chức vụ, đơn vị", Width: 50, Align: doc.Left},
		{Head: last, Width: 57, Align: doc.Left},
	}}
	for i, p := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), called(p.Honorific, p.Name), p.Post, text(p)}})
	}
	return t
}

// Notice is the Thông báo kết quả: who was praised, who was not and why, when the awards are handed over.
type Notice struct {
	Head
	Agency   string
	Basis    string // "Quyết định số … của Chủ tịch UBND tỉnh …"
	Award    string
	Praised  []Praised
	Others   []Praised // with their reasons
	Ceremony Ceremony
	Office   string      // who takes questions
	Until    thidua.Date // last day for them; empty leaves the line out
}

// Ceremony is when and where awards are handed over; without a day it is not said.
type Ceremony struct {
	Day   thidua.Date
	Start string
	Place string
}

// Document makes the paper.
func (n Notice) Document() doc.Document {
	f := n.form("thong-bao-ket-qua", praisedNames(n.Praised, n.Others)...)
	blocks := append(f.opening(), f.para("basis", "basis", n.Basis, "agency", n.Agency))
	if len(n.Praised) == 0 {
		blocks = append(blocks, f.para("none", "award", n.Award))
	} else {
		blocks = append(blocks, f.lead("praised", "award", n.Award, "n", subjects(n.Praised)), praisedTable(n.Praised, "Hình thức khen thưởng", func(p Praised) string { return p.Award }))
	}
	if len(n.Others) > 0 {
		blocks = append(blocks, f.lead("others"), praisedTable(n.Others, "Lý do", func(p Praised) string { return p.Reason }))
	}
	if c := n.Ceremony; c.Day.Valid() {
		blocks = append(blocks, f.para("ceremony", "clock", doc.Clock(c.Start), "day", doc.LongDate(c.Day), "place", doc.Ended(filled(c.Place), "")))
	}
	if n.Until.Valid() {
		blocks = append(blocks, f.para("answer", "office", n.Office, "until", doc.LongDate(n.Until)))
	}
	return f.made(append(blocks, f.para("close", "agency", n.Agency), f.signed())...)
}

// Letter is the Công văn with which a dossier is sent: no name of its kind, the subject ("V/v …") below the number.
type Letter struct {
	Head
	Agency   string
	To       []string
	Text     []string
	Enclosed []string // "01 Tờ trình số …", one per line
	Asked    string   // who is asked to look at it, "Sở Nội vụ tỉnh Lào Cai"
	Contact  string   // name, unit; may be empty
	Closing  string   // a last sentence of its own; empty takes that of the form
}

// Document makes the paper.
func (l Letter) Document() doc.Document {
	f := l.form("cong-van")
	head := l.Issuer.Letterhead(l.Number, doc.PlaceDate(l.Issuer.Place, l.Date))
	head.About = "V/v " + vi.LowerFirst(l.Subject)
	blocks := append([]doc.Block{head}, addressed(f.say("to"), l.To)...)
	blocks = append(blocks, doc.Texts(l.toldAll(l.Text))...)
	if len(l.Enclosed) > 0 {
		blocks = append(append(blocks, f.lead("enclosed")), dashed(l.toldAll(l.Enclosed))...)
	}
	if l.Contact != "" {
		blocks = append(blocks, f.para("contact", "contact", doc.Ended(l.Contact, "")))
	}
	last := f.para("close", "agency", l.Agency, "to", l.Asked)
	if l.Closing != "" {
		last = doc.Text(doc.Ended(l.Closing, "./."))
	}
	return f.made(append(blocks, last, f.signed())...)
}
