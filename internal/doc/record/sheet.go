package record

import (
	"fmt"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// RegistrationSheet is the one sheet that a person signs when their unit entered the registration for them (nhập thay).
type RegistrationSheet struct {
	Sample    bool
	Issuer    doc.Issuer // Superior is the agency, Agency the unit
	Date      thidua.Date
	Subject   string // "Phong trào thi đua … năm 2025"
	Honorific string
	Name      string
	Post      string
	Unit      string
	Award     string
	Year      int
	Annual    string // danh hiệu of the year; empty when none is registered
	Lines     []RegisteredLine
	EnteredBy string // who entered it for the person

	Wording map[string]string `json:",omitempty"` // an agency's own words by part
}

// Document makes the paper.
func (r RegistrationSheet) Document() doc.Document {
	w := words{r.Wording, SheetName, r.Date}
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Nội dung đăng ký", Width: 92, Align: doc.Left},
		{Head: "Chỉ tiêu", Width: 33, Align: doc.Right}, {Head: "Thời hạn", Width: 28, Align: doc.Center},
	}}
	for i, l := range r.Lines {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), l.Content, l.Target, vi.Date(l.Due)}})
	}
	blocks := []doc.Block{
		r.Issuer.Letterhead("", doc.PlaceDate(r.Issuer.Place, r.Date)),
		doc.Title{Kind: w.say("kind"), Subject: r.Subject},
		doc.Labelled(w.say("name"), doc.JoinWith(" ", r.Honorific, r.Name)),
		doc.Labelled(w.say("post"), vi.PostIn(r.Post, r.Unit)),
		doc.Labelled(w.say("award"), doc.Or(r.Award, w.say("no-award"))),
	}
	if r.Annual != "" {
		blocks = append(blocks, doc.Labelled(w.say("annual", "year", fmt.Sprint(r.Year)), r.Annual))
	}
	blocks = append(blocks,
		doc.Para{KeepNext: true, Runs: []doc.Run{{Text: w.say("lines")}}},
		t,
		w.para("close"),
		doc.Signatures{Columns: []doc.Signature{
			{Titles: []string{"NGƯỜI NHẬP THAY"}, Note: "(Ký, ghi rõ họ tên)", Name: r.EnteredBy},
			{Titles: []string{"NGƯỜI ĐĂNG KÝ"}, Note: "(Ký, ghi rõ họ tên)", Name: r.Name},
		}})
	return doc.New("Phiếu đăng ký thi đua của "+r.Name, r.Date, r.Sample, blocks...)
}

// ScoreLine is one line of a score sheet, in words as they are to stand there; a head line is bold.
type ScoreLine struct {
	Name, Most, Self, Review, Words string
	Head                            bool
}

// ScorePaper is the printed score sheet of a unit (phiếu chấm điểm); without points it has the answers by standard.
type ScorePaper struct {
	Sample   bool
	Issuer   doc.Issuer
	Date     thidua.Date
	Year     int
	Of       string // "Phong trào thi đua … năm 2024"
	Unit     string
	State    string // of the sheet
	ByPoints bool
	Scale    string // whose scale it is
	Lines    []ScoreLine
	Total    ScoreLine // of a sheet by points
	Head     string    // who leads the unit
	Reviewer string
}

// Document makes the paper.
func (s ScorePaper) Document() doc.Document {
	blocks := []doc.Block{
		s.Issuer.Letterhead("", doc.PlaceDate(s.Issuer.Place, s.Date)),
		doc.Title{Kind: "PHIẾU CHẤM ĐIỂM THI ĐUA", Subject: s.Of},
		doc.Labelled("Đơn vị:", s.Unit),
		doc.Labelled("Trạng thái:", s.State),
		s.table(),
		doc.Text(s.Scale + "/."),
		doc.Signatures{Columns: []doc.Signature{{Titles: []string{"ĐẠI DIỆN ĐƠN VỊ"}, Note: byHand, Name: s.Head},
			{Titles: []string{"NGƯỜI CHẤM"}, Note: byHand, Name: s.Reviewer}}},
	}
	return doc.New(fmt.Sprintf("Phiếu chấm điểm của %s năm %d", s.Unit, s.Year), s.Date, s.Sample, blocks...)
}

func (s ScorePaper) table() doc.Table {
	t := doc.Table{Size: 12, Columns: []doc.Column{
		{Head: "Tiêu chuẩn", Width: 75, Align: doc.Left}, {Head: "Đơn vị tự đánh giá", Width: 26, Align: doc.Center},
		{Head: "Văn phòng đánh giá", Width: 26, Align: doc.Center}, {Head: "Ý kiến", Width: 40, Align: doc.Left}}}
	lines := s.Lines
	if s.ByPoints {
		t.Columns = []doc.Column{
			{Head: "Tiêu chí", Width: 62, Align: doc.Left}, {Head: "Tối đa", Width: 15, Align: doc.Right}, {Head: "Tự chấm", Width: 17, Align: doc.Right},
			{Head: "Văn phòng chấm", Width: 20, Align: doc.Right}, {Head: "Ý kiến", Width: 52, Align: doc.Left}}
		lines = append(append([]ScoreLine(nil), lines...), s.Total)
	}
	for _, l := range lines {
		cells := []string{l.Name, l.Most, l.Self, l.Review, l.Words}
		if !s.ByPoints {
			cells = []string{l.Name, l.Self, l.Review, l.Words}
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells, Bold: l.Head && s.ByPoints})
	}
	return t
}
