package record

import (
	"fmt"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// RegisteredLine is one registered content with its target and due date.
type RegisteredLine struct {
	Content string // nội dung đăng ký
	Target  string // chỉ tiêu (số)
	Due     thidua.Date
	Lead    string // đơn vị, người chủ trì
}

// Registrant is a collective or a person on the list of registrations.
type Registrant struct {
	Honorific string // "Ông", "Bà"; empty for a collective
	Name      string
	Post      string // chức vụ, đơn vị; empty for a collective
	Award     string // hình thức đăng ký
	Annual    string // a person's danh hiệu of the year; empty when none is registered
	Lines     []RegisteredLine
}

// RegistrationList is the consolidated list of registrations (danh sách tổng hợp đăng ký) in landscape.
type RegistrationList struct {
	Sample      bool
	ToSign      bool // the list of one unit that its people sign, each in a column of its own
	Issuer      doc.Issuer
	Number      string
	Date        thidua.Date
	Subject     string // "Đăng ký phong trào thi đua … năm 2025"
	Enclosing   string // "(Kèm theo Công văn số … ngày … của …)"; may be empty
	Collectives []Registrant
	Individuals []Registrant
	Recipients  []string
	Signer      doc.Signer
	Wording     map[string]string `json:",omitempty"` // an agency's own words by part
}

// Document makes the paper.
func (l RegistrationList) Document() doc.Document {
	w := l.words()
	blocks := []doc.Block{
		l.Issuer.Letterhead(l.Number, doc.PlaceDate(l.Issuer.Place, l.Date)),
		doc.Title{Kind: w.say("kind"), Subject: l.Subject},
	}
	if l.Enclosing != "" {
		blocks = append(blocks, doc.Centered(doc.Run{Text: l.Enclosing, Italic: true}))
	}
	blocks = append(blocks, registrants(w, "units", "Tên tập thể", "", false, l.Collectives)...)
	blocks = append(blocks, registrants(w, "people", "Họ và tên", "Chức vụ, đơn vị", l.ToSign, l.Individuals)...)
	blocks = append(blocks,
		w.para("close", "count", vi.Subjects(len(l.Collectives), len(l.Individuals))),
		doc.Signatures{Columns: []doc.Signature{l.Signer.Signature()}, Recipients: doc.Recipients(l.Recipients)})
	d := doc.New("Danh sách tổng hợp "+vi.LowerFirst(l.Subject), l.Date, l.Sample, blocks...)
	d.Sections[0].Landscape = true
	return d
}

func (l RegistrationList) words() words {
	if l.ToSign {
		return words{l.Wording, SignListName, l.Date}
	}
	return words{l.Wording, ListName, l.Date}
}

// registrants makes one of the two tables; the lines of a registrant follow each other with the name written once.
func registrants(w words, part, name, post string, sign bool, list []Registrant) []doc.Block {
	heading := w.say(part)
	if len(list) == 0 {
		return []doc.Block{doc.Labelled(heading+":", w.say("none"))}
	}
	t := doc.Table{Size: 12, Columns: []doc.Column{{Head: "STT", Width: 12, Align: doc.Center}, {Head: name, Width: 45, Align: doc.Left}}}
	if post != "" {
		t.Columns = append(t.Columns, doc.Column{Head: post, Width: 42, Align: doc.Left})
	}
	t.Columns = append(t.Columns,
		doc.Column{Head: "Nội dung đăng ký", Width: 72, Align: doc.Left}, doc.Column{Head: "Chỉ tiêu", Width: 25, Align: doc.Right},
		doc.Column{Head: "Thời hạn", Width: 25, Align: doc.Center})
	leads := hasLeads(list)
	if leads {
		t.Columns = append(t.Columns, doc.Column{Head: "Chủ trì", Width: 30, Align: doc.Left})
	}
	t.Columns = append(t.Columns, doc.Column{Head: "Hình thức đăng ký", Width: 42, Align: doc.Left})
	if sign {
		t.Columns = append(t.Columns, doc.Column{Head: "Ký tên", Width: 30, Align: doc.Left})
	}
	for i, r := range list {
		who := []string{fmt.Sprint(i + 1), doc.JoinWith(" ", r.Honorific, r.Name)}
		if post != "" {
			who = append(who, r.Post)
		}
		for _, row := range registrantRows(w, who, r, leads) {
			row.Cells = append(row.Cells, make([]string, len(t.Columns)-len(row.Cells))...)
			t.Rows = append(t.Rows, row)
		}
	}
	return []doc.Block{doc.Heading{Text: fmt.Sprintf("%s (%02d)", heading, len(list)), Level: 1}, t}
}

// hasLeads tells whether the list names who leads a content; else the column is left out.
func hasLeads(list []Registrant) bool {
	for _, r := range list {
		for _, l := range r.Lines {
			if l.Lead != "" {
				return true
			}
		}
	}
	return false
}

func registrantRows(w words, who []string, r Registrant, leads bool) []doc.Row {
	lines := r.Lines
	if len(lines) == 0 {
		lines = []RegisteredLine{{}}
	}
	rows := make([]doc.Row, 0, len(lines))
	award := r.Award
	if r.Annual != "" {
		award += "\n" + w.say("annual", "title", r.Annual)
	}
	for i, l := range lines {
		cells := append(append([]string(nil), who...), l.Content, l.Target, vi.Date(l.Due))
		if leads {
			cells = append(cells, l.Lead)
		}
		rows = append(rows, doc.Row{Joined: i > 0, Cells: append(cells, award)})
		who, award = make([]string, len(who)), ""
	}
	return rows
}

// RankLine is one unit in the table of ranks, in words as they are to stand there.
type RankLine struct {
	Rank                                        int
	Unit, Score, Before, Difference, Move, Done string
}

// RankTable is the printed ranking of units of a year (bảng xếp hạng đơn vị).
type RankTable struct {
	Sample bool
	Issuer doc.Issuer
	Date   thidua.Date
	Year   int
	Of     string   // "Phong trào thi đua … năm 2024"
	Notes  []string // whose points they are, who may see the table, what stands beside it
	Lines  []RankLine
	Maker  string // who made it
	Signer doc.Signer
}

// Document makes the paper.
func (r RankTable) Document() doc.Document {
	t := doc.Table{Size: 12, Columns: []doc.Column{
		{Head: "Hạng", Width: 14, Align: doc.Center}, {Head: "Đơn vị", Width: 45, Align: doc.Left}, {Head: fmt.Sprintf("Điểm %d", r.Year), Width: 20, Align: doc.Right},
		{Head: fmt.Sprintf("Điểm %d", r.Year-1), Width: 20, Align: doc.Right}, {Head: "Chênh lệch", Width: 20, Align: doc.Right},
		{Head: "Thay đổi thứ hạng", Width: 26, Align: doc.Left}, {Head: "Mức hoàn thành", Width: 22, Align: doc.Right},
	}}
	for _, l := range r.Lines {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(l.Rank), l.Unit, l.Score, l.Before, l.Difference, l.Move, l.Done}})
	}
	blocks := []doc.Block{
		r.Issuer.Letterhead("", doc.PlaceDate(r.Issuer.Place, r.Date)),
		doc.Title{Kind: "BẢNG XẾP HẠNG ĐƠN VỊ", Subject: r.Of},
		t,
	}
	for _, n := range r.Notes {
		blocks = append(blocks, doc.Text(n))
	}
	blocks = append(blocks, doc.Text(fmt.Sprintf("Bảng gồm %02d đơn vị./.", len(r.Lines))),
		doc.Signatures{Columns: []doc.Signature{{Titles: []string{"NGƯỜI LẬP BẢNG"}, Note: byHand, Name: r.Maker}, r.Signer.Signature()}})
	return doc.New(fmt.Sprintf("Bảng xếp hạng đơn vị năm %d", r.Year), r.Date, r.Sample, blocks...)
}

// byHand stands under a place to sign on.
const byHand = "(Ký, ghi rõ họ tên)"

// YearReport is the printed state of a year (báo cáo kết quả thực hiện phong trào): figures, units, criteria, in words as they are to stand there.
type YearReport struct {
	Sample   bool
	Issuer   doc.Issuer
	Date     thidua.Date
	Year     int
	Of       string      // "Phong trào thi đua … năm 2024"
	Figures  [][2]string // label and value
	Units    [][]string  // name, people taking part, mean completion, points of Văn phòng
	Criteria [][]string  // code, name, largest score, mean completion
	Note     string      // what stands under the tables
	Maker    string      // who printed it
	Signer   doc.Signer
}

// Document makes the paper.
func (r YearReport) Document() doc.Document {
	blocks := []doc.Block{
		r.Issuer.Letterhead("", doc.PlaceDate(r.Issuer.Place, r.Date)),
		doc.Title{Kind: "KẾT QUẢ THỰC HIỆN", Subject: r.Of},
	}
	for _, f := range r.Figures {
		blocks = append(blocks, doc.Labelled(f[0]+":", f[1]))
	}
	units := doc.Table{Size: 12, Columns: []doc.Column{{Head: "Đơn vị", Width: 58, Align: doc.Left}, {Head: "Cá nhân tham gia", Width: 38, Align: doc.Right},
		{Head: "Mức hoàn thành", Width: 35, Align: doc.Right}, {Head: "Văn phòng chấm", Width: 36, Align: doc.Right}}}
	criteria := doc.Table{Size: 12, Columns: []doc.Column{{Head: "Tiêu chí", Width: 20, Align: doc.Center}, {Head: "Nội dung", Width: 87, Align: doc.Left},
		{Head: "Điểm tối đa", Width: 25, Align: doc.Right}, {Head: "Mức hoàn thành", Width: 35, Align: doc.Right}}}
	for _, cells := range r.Units {
		units.Rows = append(units.Rows, doc.Row{Cells: cells})
	}
	for _, cells := range r.Criteria {
		criteria.Rows = append(criteria.Rows, doc.Row{Cells: cells})
	}
	blocks = append(blocks, doc.Heading{Text: "1. Kết quả theo đơn vị", Level: 2}, units, doc.Heading{Text: "2. Kết quả theo tiêu chí", Level: 2}, criteria, doc.Text(r.Note),
		doc.Signatures{Columns: []doc.Signature{{Titles: []string{"NGƯỜI LẬP"}, Note: byHand, Name: r.Maker}, r.Signer.Signature()}})
	return doc.New(fmt.Sprintf("Kết quả thực hiện phong trào năm %d", r.Year), r.Date, r.Sample, blocks...)
}
