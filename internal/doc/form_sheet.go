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
		r.Issuer.letterhead("", placeDate(r.Issuer.Place, r.Date)),
		Title{Kind: "PHIẾU ĐĂNG KÝ THI ĐUA", Subject: r.Subject},
		Labelled("Họ và tên:", joinWith(" ", r.Honorific, r.Name)),
		Labelled("Chức vụ, đơn vị:", vi.PostIn(r.Post, r.Unit)),
		Labelled("Hình thức đăng ký:", or(r.Award, "không đăng ký hình thức khen thưởng")),
		Para{KeepNext: true, Runs: []Run{{Text: "Nội dung, chỉ tiêu đăng ký:"}}},
		t,
		Text("Tôi đã đọc và đồng ý với nội dung đăng ký nêu trên./."),
		Signatures{Columns: []Signature{
			{Titles: []string{"NGƯỜI NHẬP THAY"}, Note: "(Ký, ghi rõ họ tên)", Name: r.EnteredBy},
			{Titles: []string{"NGƯỜI ĐĂNG KÝ"}, Note: "(Ký, ghi rõ họ tên)", Name: r.Name},
		}},
	}
	return New("Phiếu đăng ký thi đua của "+r.Name, r.Date, r.Sample, blocks...)
}
