// Package handover makes the Biên bản bàn giao công việc, by which somebody hands work over to another.
package handover

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Party is one of those who sign: form of address, name and post.
type Party struct {
	Honorific string // "bà"
	Name      string
	Post      string
}

// line names a party in a sentence: "bà Nguyễn Thị Mẫu, Chuyên viên Văn phòng".
func (p Party) line() string {
	name := doc.Or(strings.TrimSpace(p.Honorific+" "+p.Name), doc.Blank)
	return doc.Join(name, p.Post)
}

// Group is one heading of what is handed over.
type Group struct {
	Title string
	Lines []thidua.Matter
}

// Minutes is the Biên bản bàn giao công việc after Annex I of NĐ 30/2020/NĐ-CP: no place and date at the head, signed by giver and receiver, confirmed by
// the head of the unit.
type Minutes struct {
	Sample     bool
	Issuer     doc.Issuer
	Date       thidua.Date
	Agency     string // as sentences name it
	Giver      Party
	Receiver   Party
	Confirming Party
	Groups     []Group
	Words      []string // what the giver adds
	Contacts   []string
}

// Document makes the paper.
func (m Minutes) Document() doc.Document {
	blocks := []doc.Block{
		m.Issuer.Letterhead("", ""), doc.Title{Kind: "BIÊN BẢN", Subject: "Bàn giao công việc"},
		doc.Para{KeepNext: true, Runs: []doc.Run{{Text: "Hôm nay, " + doc.LongDate(m.Date) + ", tại " + doc.Or(m.Agency, doc.Blank) + ", chúng tôi gồm:"}}},
		doc.Labelled("1. Người bàn giao:", m.Giver.line()+"."), doc.Labelled("2. Người nhận bàn giao:", m.Receiver.line()+"."),
		doc.Labelled("3. Người xác nhận:", m.Confirming.line()+"."),
		doc.Text("Các bên lập biên bản bàn giao công việc với các nội dung sau:"),
	}
	part := 0
	head := func(text string) doc.Block {
		part++
		return doc.Heading{Text: roman[min(part, len(roman))-1] + ". " + strings.ToUpper(text), Level: 1}
	}
	for _, g := range m.Groups {
		blocks = append(blocks, head(g.Title), table(g.Lines))
	}
	for _, more := range []struct {
		title string
		texts []string
	}{{"Nội dung bàn giao khác", m.Words}, {"Đầu mối liên hệ", m.Contacts}} {
		if texts := doc.Texts(more.texts); len(texts) > 0 {
			blocks = append(append(blocks, head(more.title)), texts...)
		}
	}
	if part == 0 {
		blocks = append(blocks, doc.Text("Không có việc còn dở dang."))
	}
	blocks = append(blocks, doc.Text("Người nhận bàn giao tiếp tục thực hiện các công việc nêu trên kể từ ngày ký biên bản. Biên bản được lập thành 03 bản, "+
		"mỗi bên giữ 01 bản, 01 bản lưu tại cơ quan./."), m.signed())
	return doc.New("Biên bản bàn giao công việc", m.Date, m.Sample, doc.Unbroken(blocks, m.Giver.Name, m.Receiver.Name, m.Confirming.Name)...)
}

var roman = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII"}

func table(lines []thidua.Matter) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Nội dung", Width: 78, Align: doc.Left}, {Head: "Thời hạn", Width: 26, Align: doc.Center},
		{Head: "Nơi đang ở, cách chuyển", Width: 50, Align: doc.Left},
	}}
	for i, l := range lines {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), l.Text, vi.Date(l.Due), l.Where}})
	}
	return t
}

func (m Minutes) signed() doc.Signatures {
	hand := func(title, name string) doc.Signature {
		return doc.Signature{Titles: []string{title}, Note: "(Ký, ghi rõ họ tên)", Name: name}
	}
	return doc.Signatures{Columns: []doc.Signature{
		hand("NGƯỜI BÀN GIAO", m.Giver.Name), hand("NGƯỜI NHẬN BÀN GIAO", m.Receiver.Name), hand("NGƯỜI XÁC NHẬN", m.Confirming.Name),
	}, Recipients: doc.Recipients([]string{"Người bàn giao", "Người nhận bàn giao", "Lưu: VT"})}
}
