package record

import (
	"strings"

	"thidua"
	"thidua/internal/doc"
)

// Working is the head of a sheet that stays in the office. NĐ 30/2020/NĐ-CP gives Quốc hiệu, number and place line to official papers alone, so
// such a sheet has none of them and says itself that it is none.
type Working struct {
	Sample bool
	Agency string // "Thanh tra tỉnh Lào Cai"
	Date   thidua.Date
	Of     string // "Hồ sơ đề nghị khen thưởng năm 2024"
}

// head opens a working sheet: agency, name, what it is about, and what it is not.
func (w Working) head(kind, note string) []doc.Block {
	return []doc.Block{
		doc.Para{KeepNext: true, Align: doc.Left, NoIndent: true, Runs: []doc.Run{{Text: w.Agency}}},
		doc.Title{Kind: kind, Subject: w.Of},
		doc.Para{KeepNext: true, Align: doc.Center, Runs: []doc.Run{{Text: note, Italic: true}}},
	}
}

// InPlace is the sheet that stands in a bundle where a part is signed already, or is not made yet: what is signed is never made anew.
type InPlace struct {
	Working
	Title    string // of the part
	Signed   bool
	Edited   bool // what goes to be signed is a file edited on Word
	Number   string
	IssuedOn thidua.Date
	File     string // name of the signed copy
	Hash     string // SHA-256 of the signed copy, or of the file edited on Word
	Missing  string // why there is nothing; where it is not signed
}

// Document makes the sheet.
func (p InPlace) Document() doc.Document {
	blocks := p.head(strings.ToUpper(p.Title), "(Tờ thay trong tập trình ký, không phải văn bản)")
	hash := []doc.Block{doc.Para{KeepNext: true, Runs: []doc.Run{{Text: "SHA-256 của tệp:", Bold: true}}}, doc.Para{Align: doc.Left, NoIndent: true, Runs: []doc.Run{{Text: p.Hash}}}}
	if p.Edited {
		blocks = append(append(blocks, doc.Text("Bản trình ký là tệp Word đã sửa, có trong hồ sơ dạng ZIP và ở trang của văn bản.")), hash...)
		blocks = append(blocks, doc.Text("Chương trình không đổi tệp ấy sang PDF. Hãy in từ Word và xếp vào đây."))
		return doc.New(p.Title, p.Date, p.Sample, blocks...)
	}
	if !p.Signed {
		blocks = append(blocks, doc.Text("Chưa có văn bản: "+doc.Ended(p.Missing, ".")))
		return doc.New(p.Title, p.Date, p.Sample, blocks...)
	}
	named := doc.Join(prefixed("số ", p.Number), dated(p.IssuedOn))
	blocks = append(blocks, doc.Labelled("Đã có bản ký:", doc.Ended(doc.Or(named, p.Title), ", xem tệp kèm.")),
		doc.Labelled("Tệp kèm:", doc.Ended(p.File, ".")))
	blocks = append(append(blocks, hash...),
		doc.Text("Bản ký giữ nguyên như đã lưu và có trong hồ sơ dạng ZIP; chương trình không soạn lại văn bản đã ký. Khi trình trên giấy, xếp bản ký vào đây."))
	return doc.New(p.Title, p.Date, p.Sample, blocks...)
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func dated(d thidua.Date) string {
	if !d.Valid() {
		return ""
	}
	return doc.LongDate(d)
}
