package form

import (
	"fmt"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Invitation is the Giấy mời to a meeting of the council.
type Invitation struct {
	Head
	Agency    string   // "Thanh tra tỉnh Lào Cai", as sentences name it
	Guests    []string // "Các thành viên Hội đồng …"
	Meeting   string   // "Phiên họp xét khen thưởng …"
	Chair     record.Attendee
	Day       thidua.Date
	Start     string // "14:00"
	Place     string
	Papers    []string // sent along
	Office    string   // whom to tell who cannot come
	Until     string   // "16 giờ 00 phút, ngày 15 tháng 01 năm 2025"; empty leaves the line out
	InWriting bool     // the absent give their opinion in writing
}

// Document makes the paper.
func (i Invitation) Document() doc.Document {
	f := i.form("giay-moi", i.Chair.Name)
	blocks := append(f.opening(), f.lead("invite", "agency", i.Agency))
	blocks = append(blocks, dashed(i.Guests)...)
	blocks = append(blocks,
		f.para("to-what", "meeting", doc.Ended(i.Meeting, "")),
		f.para("time", "clock", doc.Clock(i.Start), "weekday", vi.Weekday(i.Day), "day", doc.LongDate(i.Day)),
		f.para("place", "place", doc.Ended(filled(i.Place), "")),
		f.para("chair", "chair", i.Chair.Line()))
	if len(i.Papers) > 0 {
		blocks = append(blocks, f.para("papers", "papers", vi.List(i.Papers)))
	}
	if i.Until != "" {
		written := ""
		if i.InWriting {
			written = f.say("written")
		}
		blocks = append(blocks, f.para("absent", "office", i.Office, "until", i.Until, "written", written))
	}
	return f.made(append(blocks, f.para("close"), f.signed())...)
}

// Item is one line of a programme.
type Item struct {
	From, To string // "14:00"; To may be empty
	Content  string
	By       string   // who does it
	Spoken   []string // lời dẫn, in a script
	Note     string   // lưu ý, in a script
}

// time gives "14 giờ 00 – 14 giờ 10" in short form, as programmes have it.
func (i Item) time() string {
	if i.To == "" {
		return i.From
	}
	return i.From + "\u00a0–\u00a0" + i.To
}

// Programme is the Chương trình of a meeting or ceremony; as a script (Kịch bản điều hành) it has the words of who leads it.
type Programme struct {
	Head
	Script bool
	Day    thidua.Date
	Start  string
	End    string
	Place  string
	Chair  record.Attendee
	Items  []Item
}

// Document makes the paper.
func (p Programme) Document() doc.Document {
	name := "chuong-trinh"
	if p.Script {
		name = "kich-ban-dieu-hanh"
	}
	f := p.form(name, p.Chair.Name)
	blocks := append(f.opening(),
		f.para("time", "clock", doc.Clock(p.Start), "day", doc.LongDate(p.Day)),
		f.para("place", "place", doc.Ended(filled(p.Place), "")),
		f.lead("chair", "chair", p.Chair.Line()))
	if p.Script {
		blocks = append(blocks, p.spoken(f)...)
	} else {
		blocks = append(blocks, p.table())
	}
	return f.made(append(blocks, f.para("close", "n", vi.Two(len(p.Items)), "clock", doc.Clock(p.End)), f.signed())...)
}

func (p Programme) table() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "Thời gian", Width: 32, Align: doc.Center}, {Head: "Nội dung", Width: 88, Align: doc.Left}, {Head: "Thực hiện", Width: 45, Align: doc.Left},
	}}
	for _, i := range p.Items {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{i.time(), i.Content, i.By}})
	}
	return t
}

// spoken writes each part of a script: its time, who does it, and what is said.
func (p Programme) spoken(f form) []doc.Block {
	var blocks []doc.Block
	for n, i := range p.Items {
		blocks = append(blocks, doc.Heading{Text: fmt.Sprintf("%d. %s (%s)", n+1, doc.Ended(i.Content, ""), i.time()), Level: 2})
		if i.By != "" {
			blocks = append(blocks, doc.Labelled(f.say("who"), doc.Ended(i.By, ".")))
		}
		for _, s := range i.Spoken {
			blocks = append(blocks, doc.Basis("“"+p.told(s)+"”"))
		}
		if i.Note != "" {
			blocks = append(blocks, doc.Labelled(f.say("note"), doc.Ended(i.Note, ".")))
		}
	}
	return blocks
}
