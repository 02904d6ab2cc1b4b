package doc

import (
	"fmt"

	"thidua"
)

// RankLine is one unit in the table of ranks, in words as they are to stand there.
type RankLine struct {
	Rank                                        int
	Unit, Score, Before, Difference, Move, Done string
}

// RankTable is the printed ranking of units of a year (bảng xếp hạng đơn vị).
type RankTable struct {
	Sample bool
	Issuer Issuer
	Date   thidua.Date
	Year   int
	Of     string   // "Phong trào thi đua … năm 2024"
	Notes  []string // whose points they are, who may see the table, what stands beside it
	Lines  []RankLine
	Maker  string // who made it
	Signer Signer
}

// Document makes the paper.
func (r RankTable) Document() Document {
	t := Table{Size: 12, Columns: []Column{
		{Head: "Hạng", Width: 14, Align: Center}, {Head: "Đơn vị", Width: 45, Align: Left}, {Head: fmt.Sprintf("Điểm %d", r.Year), Width: 20, Align: Right},
		{Head: fmt.Sprintf("Điểm %d", r.Year-1), Width: 20, Align: Right}, {Head: "Chênh lệch", Width: 20, Align: Right},
		{Head: "Thay đổi thứ hạng", Width: 26, Align: Left}, {Head: "Mức hoàn thành", Width: 22, Align: Right},
	}}
	for _, l := range r.Lines {
		t.Rows = append(t.Rows, Row{Cells: []string{fmt.Sprint(l.Rank), l.Unit, l.Score, l.Before, l.Difference, l.Move, l.Done}})
	}
	blocks := []Block{
		r.Issuer.letterhead("", placeDate(r.Issuer.Place, r.Date)),
		Title{Kind: "BẢNG XẾP HẠNG ĐƠN VỊ", Subject: r.Of},
		t,
	}
	for _, n := range r.Notes {
		blocks = append(blocks, Text(n))
	}
	blocks = append(blocks, Text(fmt.Sprintf("Bảng gồm %02d đơn vị./.", len(r.Lines))),
		Signatures{Columns: []Signature{{Titles: []string{"NGƯỜI LẬP BẢNG"}, Note: byHand, Name: r.Maker}, r.Signer.signature()}})
	return New(fmt.Sprintf("Bảng xếp hạng đơn vị năm %d", r.Year), r.Date, r.Sample, blocks...)
}

// byHand stands under a place to sign on.
const byHand = "(Ký, ghi rõ họ tên)"
