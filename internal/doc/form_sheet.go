package doc

import (
	"fmt"

	"thidua"
	"thidua/internal/vi"
)

// RegistrationSheet is the one sheet that a person signs when their unit entered the registration for them (nhập thay).
type RegistrationSheet struct {
	Sample    bool
	Issuer    Issuer // Superior is the agency, Agency the unit
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
}

// Document makes the paper.
func (r RegistrationSheet) Document() Document {
	t := Table{Columns: []Column{
		{Head: "STT", Width: 12, Align: Center}, {Head: "Nội dung đăng ký", Width: 92, Align: Left},
		{Head: "Chỉ tiêu", Width: 33, Align: Right}, {Head: "Thời hạn", Width: 28, Align: Center},
	}}
	for i, l := range r.Lines {
		t.Rows = append(t.Rows, Row{Cells: []string{fmt.Sprint(i + 1), l.Content, l.Target, vi.Date(l.Due)}})
	}
	blocks := []Block{
		r.Issuer.Letterhead("", PlaceDate(r.Issuer.Place, r.Date)),
		Title{Kind: "PHIẾU ĐĂNG KÝ THI ĐUA", Subject: r.Subject},
		Labelled("Họ và tên:", joinWith(" ", r.Honorific, r.Name)),
		Labelled("Chức vụ, đơn vị:", vi.PostIn(r.Post, r.Unit)),
		Labelled("Hình thức đăng ký:", or(r.Award, "không đăng ký hình thức khen thưởng")),
	}
	if r.Annual != "" {
		blocks = append(blocks, Labelled(fmt.Sprintf("Danh hiệu đăng ký năm %d:", r.Year), r.Annual))
	}
	blocks = append(blocks,
		Para{KeepNext: true, Runs: []Run{{Text: "Nội dung, chỉ tiêu đăng ký:"}}},
		t,
		Text("Tôi đã đọc và đồng ý với nội dung đăng ký nêu trên./."),
		Signatures{Columns: []Signature{
			{Titles: []string{"NGƯỜI NHẬP THAY"}, Note: "(Ký, ghi rõ họ tên)", Name: r.EnteredBy},
			{Titles: []string{"NGƯỜI ĐĂNG KÝ"}, Note: "(Ký, ghi rõ họ tên)", Name: r.Name},
		}})
	return New("Phiếu đăng ký thi đua của "+r.Name, r.Date, r.Sample, blocks...)
}

// ScoreLine is one line of a score sheet, in words as they are to stand there; a head line is bold.
type ScoreLine struct {
	Name, Most, Self, Review, Words string
	Head                            bool
}

// ScorePaper is the printed score sheet of a unit (phiếu chấm điểm); without points it has the answers by standard.
type ScorePaper struct {
	Sample   bool
	Issuer   Issuer
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
func (s ScorePaper) Document() Document {
	blocks := []Block{
		s.Issuer.Letterhead("", PlaceDate(s.Issuer.Place, s.Date)),
		Title{Kind: "PHIẾU CHẤM ĐIỂM THI ĐUA", Subject: s.Of},
		Labelled("Đơn vị:", s.Unit),
		Labelled("Trạng thái:", s.State),
		s.table(),
		Text(s.Scale + "/."),
		Signatures{Columns: []Signature{{Titles: []string{"ĐẠI DIỆN ĐƠN VỊ"}, Note: byHand, Name: s.Head},
			{Titles: []string{"NGƯỜI CHẤM"}, Note: byHand, Name: s.Reviewer}}},
	}
	return New(fmt.Sprintf("Phiếu chấm điểm của %s năm %d", s.Unit, s.Year), s.Date, s.Sample, blocks...)
}

func (s ScorePaper) table() Table {
	t := Table{Size: 12, Columns: []Column{
		{Head: "Tiêu chuẩn", Width: 75, Align: Left}, {Head: "Đơn vị tự đánh giá", Width: 26, Align: Center},
		{Head: "Văn phòng đánh giá", Width: 26, Align: Center}, {Head: "Ý kiến", Width: 40, Align: Left}}}
	lines := s.Lines
	if s.ByPoints {
		t.Columns = []Column{
			{Head: "Tiêu chí", Width: 62, Align: Left}, {Head: "Tối đa", Width: 15, Align: Right}, {Head: "Tự chấm", Width: 17, Align: Right},
			{Head: "Văn phòng chấm", Width: 20, Align: Right}, {Head: "Ý kiến", Width: 52, Align: Left}}
		lines = append(append([]ScoreLine(nil), lines...), s.Total)
	}
	for _, l := range lines {
		cells := []string{l.Name, l.Most, l.Self, l.Review, l.Words}
		if !s.ByPoints {
			cells = []string{l.Name, l.Self, l.Review, l.Words}
		}
		t.Rows = append(t.Rows, Row{Cells: cells, Bold: l.Head && s.ByPoints})
	}
	return t
}
