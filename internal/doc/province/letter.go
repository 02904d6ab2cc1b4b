// Package province makes the papers of Sở Nội vụ and UBND tỉnh: the Tờ trình that raises a list and the draft of the decision.
package province

import (
	"fmt"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Bases gives the law in force on a day as a paper cites it, and behind it the regulation of the province that the agency entered.
func Bases(on thidua.Date, regulation string) (out []string) {
	for _, law := range thidua.LawsOn(record.Laws, on) {
		name := "Căn cứ " + law.Name
		if !law.Verified {
			name += " (cần kiểm chứng)"
		}
		out = append(out, name)
	}
	if regulation != "" {
		out = append(out, "Căn cứ "+regulation)
	}
	return out
}

// Line is a collective or person on the list.
type Line struct {
	Honorific string // "Ông", "Bà"; empty for a collective
	Name      string
	Post      string // chức vụ, đơn vị, cơ quan
	Award     string
	Summary   string
}

// RaiseLetter is the Tờ trình of Sở Nội vụ to Chủ tịch UBND tỉnh with the list of those chosen (NĐ 30/2020, Phụ lục III; lời văn theo thông lệ, cần
// kiểm chứng).
type RaiseLetter struct {
	Sample      bool
	Issuer      doc.Issuer
	Number      string
	Date        thidua.Date
	Proposer    string // "Sở Nội vụ tỉnh Lào Cai"
	Above       string // "UBND tỉnh Lào Cai", to whose Chủ tịch it goes
	Movement    string // "Cải cách hành chính trên địa bàn tỉnh Lào Cai"
	Period      string // "năm 2024"
	Award       string
	Bases       []string
	Senders     int    // agencies whose dossiers were appraised
	Proposed    [2]int // collectives and people that they proposed
	Documents   []string
	Collectives []Line
	Individuals []Line
	Signer      doc.Signer
}

// Document makes the paper.
func (l RaiseLetter) Document() doc.Document {
	to := "Chủ tịch " + l.Above
	subject := "Về việc tặng " + l.Award + " cho tập thể, cá nhân trong phong trào thi đua “" + l.Movement + "” " + l.Period
	blocks := []doc.Block{
		l.Issuer.Letterhead(doc.Or(l.Number, "/TTr-SNV"), doc.PlaceDate(l.Issuer.Place, l.Date)),
		doc.Title{Kind: "TỜ TRÌNH", Subject: subject},
		doc.Centered(doc.Run{Text: "Kính gửi: " + to}),
	}
	blocks = append(blocks, doc.Bases(l.Bases, ".")...)
	blocks = append(blocks,
		doc.Text(fmt.Sprintf("%s đã tiếp nhận, thẩm định hồ sơ của %02d cơ quan, địa phương, đề nghị khen thưởng %s.", l.Proposer, l.Senders, vi.Subjects(l.Proposed[0], l.Proposed[1]))),
		doc.Para{KeepNext: true, Runs: []doc.Run{{Text: "Sau khi xem xét, lựa chọn" + l.within() + ", " + l.Proposer + " đề nghị tặng " + l.Award + " cho "},
			{Text: vi.Subjects(len(l.Collectives), len(l.Individuals)), Bold: true}, {Text: ", gồm:"}}},
		l.table(),
		doc.Text(l.Proposer+" chịu trách nhiệm về kết quả thẩm định nêu trên."),
		doc.Text(l.Proposer+" kính trình "+to+" xem xét, quyết định./."),
		doc.Signatures{Columns: []doc.Signature{l.Signer.Signature()}, Recipients: doc.Recipients([]string{"Như trên", "Giám đốc Sở", "Lưu: VT, TĐKT"})},
	)
	return doc.New("Tờ trình "+vi.LowerFirst(subject), l.Date, l.Sample, blocks...)
}

// within names the documents that set the numbers.
func (l RaiseLetter) within() string {
	if len(l.Documents) == 0 {
		return ""
	}
	return " trong số lượng quy định tại " + doc.Join(l.Documents...)
}

func (l RaiseLetter) table() doc.Table {
	t := doc.Table{Columns: []doc.Column{{Head: "STT", Width: 11, Align: doc.Center}, {Head: "Tên tập thể, họ và tên cá nhân", Width: 42, Align: doc.Left},
		{Head: "Chức vụ, đơn vị", Width: 48, Align: doc.Left}, {Head: "Tóm tắt thành tích", Width: 64, Align: doc.Left}}}
	both := len(l.Collectives) > 0 && len(l.Individuals) > 0
	add := func(head string, list []Line) {
		if both {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprintf("%s (%02d)", head, len(list))}, Bold: true})
		}
		for i, n := range list {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), doc.JoinWith(" ", n.Honorific, n.Name), n.Post, n.Summary}})
		}
	}
	add("I. TẬP THỂ", l.Collectives)
	add("II. CÁ NHÂN", l.Individuals)
	return t
}
