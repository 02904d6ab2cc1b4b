package form

import (
	"fmt"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Prize is a line of the list of those who receive an award.
type Prize struct {
	Praised
	Money int // đồng; 0 leaves room for the accountant
}

// PrizeList is the Danh sách nhận thưởng in landscape, which those who receive sign.
type PrizeList struct {
	Head
	Decision   string // "Quyết định số … ngày … của …"
	Prizes     []Prize
	Maker      string
	Accountant string // who pays; may be empty
}

// Document makes the paper.
func (l PrizeList) Document() doc.Document {
	f := l.form("danh-sach-nhan-thuong", l.Maker, l.Accountant)
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 50, Align: doc.Left}, {Head: "Chức vụ, đơn vị", Width: 62, Align: doc.Left},
		{Head: "Hình thức khen thưởng", Width: 60, Align: doc.Left}, {Head: "Tiền thưởng (đồng)", Width: 33, Align: doc.Right}, {Head: "Ký nhận", Width: 38, Align: doc.Left},
	}}
	list, sum, all := make([]Praised, 0, len(l.Prizes)), 0, true
	for i, p := range l.Prizes {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), called(p.Honorific, p.Name), p.Post, p.Award, dong(p.Money), ""}})
		list, sum, all = append(list, p.Praised), sum+p.Money, all && p.Money > 0
	}
	blocks := append(f.opening(), note(f.say("by", "decision", l.Decision)), t, f.para("count", "n", subjects(list)))
	if all && sum > 0 {
		blocks = append(blocks, f.para("total", "sum", dong(sum), "words", vi.Words(sum)))
	}
	signed := doc.Signatures{Columns: []doc.Signature{f.hand(f.say("maker"), l.Maker)}, Recipients: doc.Recipients(l.Recipients)}
	if l.Accountant != "" {
		signed.Columns = append(signed.Columns, f.hand(f.say("accountant"), l.Accountant))
	}
	signed.Columns = append(signed.Columns, l.Signer.Signature())
	return landscape(f.made(append(blocks, f.para("close"), signed)...))
}

// dong writes an amount with points between the thousands; nothing is left blank to be filled in.
func dong(n int) string {
	if n == 0 {
		return doc.Blank
	}
	digits := fmt.Sprint(n)
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, groups...), ".")
}

func landscape(d doc.Document) doc.Document {
	d.Sections[0].Landscape = true
	return d
}

// Entry is a line of the list that tells in short who a person or collective is.
type Entry struct {
	Honorific string // empty for a collective
	Name      string
	Born      string // year alone is enough: "1988"
	Post      string // chức vụ, đơn vị
	Training  string // trình độ chuyên môn
	Class     string // kết quả xếp loại, as decided
	Earlier   string // hình thức khen thưởng đã nhận
	Award     string // đề nghị
}

// Roster is the Danh sách trích ngang in landscape: no more of a person than the proposal needs.
type Roster struct {
	Head
	Paper   string // what it goes with, "Tờ trình số …"
	Entries []Entry
}

// Document makes the paper.
func (r Roster) Document() doc.Document {
	f := r.form("danh-sach-trich-ngang")
	t := doc.Table{Size: 12, Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 45, Align: doc.Left}, {Head: "Năm sinh", Width: 18, Align: doc.Center},
		{Head: "Chức vụ, đơn vị", Width: 45, Align: doc.Left}, {Head: "Trình độ chuyên môn", Width: 34, Align: doc.Left}, {Head: "Kết quả xếp loại", Width: 40, Align: doc.Left},
		{Head: "Đã được khen thưởng", Width: 45, Align: doc.Left}, {Head: "Hình thức đề nghị", Width: 40, Align: doc.Left},
	}}
	people := 0
	for i, e := range r.Entries {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), called(e.Honorific, e.Name), e.Born, e.Post, e.Training, e.Class, e.Earlier, e.Award}})
		if e.Honorific != "" {
			people++
		}
	}
	return landscape(f.made(append(f.opening(), note(f.say("with", "paper", r.Paper)), filledColumns(t),
		f.para("close", "n", vi.Subjects(len(r.Entries)-people, people)), f.signed())...))
}

// filledColumns leaves out the columns in which nobody has anything: what is not recorded of a person is not asked for either.
func filledColumns(t doc.Table) doc.Table {
	out := doc.Table{Size: t.Size, Rows: make([]doc.Row, len(t.Rows))}
	for k, c := range t.Columns {
		says := func(r doc.Row) bool { return r.Cells[k] != "" }
		if len(t.Rows) > 0 && !slices.ContainsFunc(t.Rows, says) {
			continue
		}
		out.Columns = append(out.Columns, c)
		for i, r := range t.Rows {
			out.Rows[i].Cells = append(out.Rows[i].Cells, r.Cells[k])
		}
	}
	return out
}

// Filed is one paper of a file that is kept.
type Filed struct {
	ID     string
	Number string // số, ký hiệu
	Date   thidua.Date
	Author string
	About  string // tên loại và trích yếu
	Sheets int    // số tờ
	Note   string
}

// ArchiveIndex is the Mục lục văn bản of a file that goes to the archive.
type ArchiveIndex struct {
	Head
	Code   string // hồ sơ số
	Title  string // tiêu đề hồ sơ
	Span   string // "từ ngày … đến ngày …"
	Kept   string // thời hạn lưu trữ; empty leaves room, as it follows the agency's own table
	Papers []Filed
	Maker  string
}

// Document makes the paper.
func (a ArchiveIndex) Document() doc.Document {
	f := a.form("muc-luc-ho-so-luu", a.Maker)
	t := doc.Table{Size: 12, Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Số, ký hiệu", Width: 34, Align: doc.Left}, {Head: "Ngày, tháng, năm", Width: 25, Align: doc.Center},
		{Head: "Tác giả", Width: 32, Align: doc.Left}, {Head: "Tên loại, trích yếu nội dung", Width: 60, Align: doc.Left}, {Head: "Tờ số", Width: 15, Align: doc.Center},
		{Head: "Ghi chú", Width: 22, Align: doc.Left},
	}}
	sheets := 0
	for i, p := range a.Papers {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), p.Number, vi.Date(p.Date), p.Author, p.About, p.sheets(sheets), p.Note}})
		sheets += p.Sheets
	}
	blocks := append(f.opening(), doc.Labelled(f.say("code"), filled(a.Code)), doc.Labelled(f.say("title"), doc.Ended(a.Title, ".")),
		doc.Labelled(f.say("span"), doc.Ended(filled(a.Span), ".")), doc.Labelled(f.say("kept"), filled(a.Kept)), t,
		f.para("close", "n", vi.Two(len(a.Papers)), "sheets", vi.Two(sheets)))
	return f.made(append(blocks, doc.Signatures{Columns: []doc.Signature{f.hand(f.say("maker"), a.Maker), a.Signer.Signature()}})...)
}

// sheets gives the first and last sheet of a paper in its file: "3–5".
func (p Filed) sheets(before int) string {
	if p.Sheets < 2 {
		return fmt.Sprint(before + 1)
	}
	return fmt.Sprintf("%d–%d", before+1, before+p.Sheets)
}
