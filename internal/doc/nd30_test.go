package doc

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// look finds the paragraph of the DOCX and the line of the PDF that begin with a text.
func (p paper) look(prefix string) (wordRun, pdfText, error) {
	for _, w := range p.body.paras() {
		if !strings.HasPrefix(w.text(), prefix) {
			continue
		}
		for _, page := range p.pages {
			for _, l := range page.Texts {
				if t := l.text(); t != "" && (strings.HasPrefix(t, prefix) || strings.HasPrefix(prefix, t)) {
					return w.Runs[0], l, nil
				}
			}
		}
	}
	return wordRun{}, pdfText{}, fmt.Errorf("%q stands not in both files", prefix)
}

// styled checks weight, slant and size (points, from and to) in both files.
func styled(prefix func(paper) string, bold, italic bool, from, to float64) func(paper) error {
	return func(p paper) error {
		text := prefix(p)
		if text == "" {
			return nil
		}
		w, l, err := p.look(text)
		if err != nil {
			return err
		}
		half := 28.0
		if w.Size.Val != "" {
			if _, err := fmt.Sscan(w.Size.Val, &half); err != nil {
				return err
			}
		}
		if (w.Bold != nil) != bold || (w.Italic != nil) != italic || half/2 < from || half/2 > to {
			return fmt.Errorf("DOCX %q: bold %t italic %t %g pt", text, w.Bold != nil, w.Italic != nil, half/2)
		}
		if l.bold() != bold || l.italic() != italic || l.size < from || l.size > to {
			return fmt.Errorf("PDF %q: bold %t italic %t %g pt", text, l.bold(), l.italic(), l.size)
		}
		return nil
	}
}

func fixed(s string) func(paper) string { return func(paper) string { return s } }

// nd30 is Annex I of NĐ 30/2020/NĐ-CP as checks on the finished files.
var nd30 = []struct {
	component string
	check     func(paper) error
}{
	{"Khổ giấy A4", checkPaperSize},
	{"Lề trang", checkMargins},
	{"Phông chữ Times New Roman, màu đen", checkFonts},
	{"Số trang: giữa lề trên, không ở trang 1", checkPageNumbers},
	{"Quốc hiệu: in hoa, đậm, 12–13", styled(fixed(nation), true, false, 12, 13)},
	{"Tiêu ngữ: đậm, 13–14", styled(fixed(motto), true, false, 13, 14)},
	{"Đường kẻ dưới Tiêu ngữ", checkMottoRule},
	{"Cơ quan ban hành: in hoa, đậm, 12–13", styled(func(p paper) string { return p.cell(0, 1) }, true, false, 12, 13)},
	{"Cơ quan chủ quản: in hoa, không đậm, 12–13", styled(func(p paper) string { return p.cell(0, 0) }, false, false, 12, 13)},
	{"Số, ký hiệu: 13", styled(func(p paper) string { return p.begins("Số: ") }, false, false, 13, 13)},
	{"Địa danh, thời gian: nghiêng, 13–14", styled(func(p paper) string { return p.begins("Lào Cai, ngày") }, false, true, 13, 14)},
	{"Tên loại: đậm, 13–14", styled(func(p paper) string { return p.kind() }, true, false, 13, 14)},
	{"Căn cứ: nghiêng, 13–14", styled(func(p paper) string { return p.begins("Căn cứ Luật") }, false, true, 13, 14)},
	{"Nội dung: lùi đầu dòng 1–1,27 cm, cách đoạn ≥ 6 pt", checkBody},
	{"Nơi nhận: đậm nghiêng, 12", styled(func(p paper) string { return p.begins("Nơi nhận:") }, true, true, 12, 12)},
	{"Danh sách nơi nhận: 11", styled(func(p paper) string { return p.begins("- Lưu:") }, false, false, 11, 11)},
	{"Khối chữ ký: cùng trang, không đứng riêng", checkSignaturePage},
	{"Bảng: lặp dòng đầu, không tách dòng", checkTables},
	{"Dữ liệu mẫu: mọi trang", checkSampleMark},
}

func TestFinishedFilesFollowDecree30(t *testing.T) {
	for name, d := range samples() {
		p := open(t, name, d)
		for _, row := range nd30 {
			if err := row.check(p); err != nil {
				t.Errorf("%s — %s: %v", name, row.component, err)
			}
		}
	}
}

// cell is a paragraph of the left side of the letterhead.
func (p paper) cell(table, para int) string {
	tables := 0
	for _, b := range p.body.Blocks {
		if b.XMLName.Local != "tbl" {
			continue
		}
		if tables == table {
			return b.Rows[0].Cells[0].Paras[para].text()
		}
		tables++
	}
	return ""
}

// begins gives the prefix when the paper has a paragraph that begins with it.
func (p paper) begins(prefix string) string {
	for _, w := range p.body.paras() {
		if strings.HasPrefix(w.text(), prefix) {
			return prefix
		}
	}
	return ""
}

func (p paper) kind() string {
	for _, w := range p.body.paras() {
		if w.Style.Val == "Title" {
			return w.text()
		}
	}
	return "no title"
}

func (p paper) setup() wordBlock {
	return p.body.Blocks[len(p.body.Blocks)-1]
}

func checkPaperSize(p paper) error {
	w, h := p.setup().Page.Width, p.setup().Page.Height
	if min(w, h) != 11906 || max(w, h) != 16838 {
		return fmt.Errorf("DOCX %d × %d twips", w, h)
	}
	for _, page := range p.pages {
		if math.Abs(min(page.Width, page.Height)-595) > 1 || math.Abs(max(page.Width, page.Height)-842) > 1 {
			return fmt.Errorf("PDF %g × %g pt", page.Width, page.Height)
		}
	}
	return nil
}

const mm = 72 / 25.4

func checkMargins(p paper) error {
	m := p.setup().Margins
	for _, edge := range []struct {
		name           string
		twips          int
		least, highest float64
	}{{"trên", m.Top, 20, 25}, {"dưới", m.Bottom, 20, 25}, {"trái", m.Left, 30, 35}, {"phải", m.Right, 15, 20}} {
		if v := float64(edge.twips) / 20 / mm; v < edge.least || v > edge.highest {
			return fmt.Errorf("DOCX lề %s %.2f mm", edge.name, v)
		}
	}
	for i, page := range p.pages {
		for _, l := range page.Texts {
			if l.Top < 20*mm-1 || l.text() == SampleMark { // the page number, the mark of samples
				continue
			}
			if l.Left < 30*mm-1 || l.Left+l.Width > page.Width-15*mm+1 || l.Top+l.size > page.Height-20*mm+1 {
				return fmt.Errorf("PDF trang %d: %q tràn lề", i+1, l.text())
			}
		}
	}
	return nil
}

func checkFonts(p paper) error {
	if styles := p.files["word/styles.xml"]; !strings.Contains(styles, `w:ascii="Times New Roman" w:hAnsi="Times New Roman"`) || !strings.Contains(styles, `<w:color w:val="000000"/>`) {
		return fmt.Errorf("DOCX: styles name another font or colour")
	}
	for _, page := range p.pages {
		for _, f := range page.Fonts {
			if !strings.Contains(f.Family, "LiberationSerif") || f.Color != "#000000" {
				return fmt.Errorf("PDF: %s %s", f.Family, f.Color)
			}
		}
	}
	return nil
}

func checkPageNumbers(p paper) error {
	if p.setup().TitlePg == nil || !strings.Contains(p.files["word/header1.xml"], " PAGE ") || !strings.Contains(p.files["word/header1.xml"], `<w:jc w:val="center"/>`) || strings.Contains(p.files["word/header2.xml"], "<w:t") {
		return fmt.Errorf("DOCX: number not from page 2 in the middle of the header")
	}
	for i, page := range p.pages {
		found := false
		for _, l := range page.Texts {
			if l.Top+l.size > 20*mm {
				continue
			}
			middle := (30*mm + page.Width - 15*mm) / 2
			if l.text() != fmt.Sprint(i+1) || l.size < 13 || l.size > 14 || l.bold() || math.Abs(l.Left+l.Width/2-middle) > 2 {
				return fmt.Errorf("PDF trang %d: %q ở lề trên", i+1, l.text())
			}
			found = true
		}
		if found != (i > 0) {
			return fmt.Errorf("PDF trang %d: số trang %t", i+1, found)
		}
	}
	return nil
}

func checkMottoRule(p paper) error {
	_, line, err := p.look(motto)
	if err != nil {
		return err
	}
	for _, b := range p.body.Blocks {
		if b.XMLName.Local == "tbl" {
			cell := b.Rows[0].Cells[1]
			rule := cell.Paras[2]
			length := float64(Section{Landscape: p.setup().Page.Width > 12000}.letterRight(p)-rule.Indent.Left-rule.Indent.Right) / 20
			if math.Abs(length-line.Width) > 2 {
				return fmt.Errorf("DOCX: rule of %.0f pt below a motto of %.0f pt", length, line.Width)
			}
			return nil
		}
	}
	return fmt.Errorf("DOCX: no letterhead")
}

// letterRight is the width of the right column of the letterhead.
func (s Section) letterRight(p paper) int {
	l := Letterhead{Superior: p.cell(0, 0), Agency: p.cell(0, 1)}
	return l.fit(s.textWidth()).right
}

func checkBody(p paper) error {
	n := 0
	for _, b := range p.body.Blocks {
		if b.Style.Val != "Body" {
			continue
		}
		n++
		if b.Spacing.Before < 120 || b.Align.Val != "" {
			return fmt.Errorf("DOCX: %q before %d align %q", b.text(), b.Spacing.Before, b.Align.Val)
		}
	}
	if n == 0 || !strings.Contains(p.files["word/styles.xml"], `<w:ind w:firstLine="720"/><w:jc w:val="both"/>`) {
		return fmt.Errorf("DOCX: %d body paragraphs, or their style lost its indent", n)
	}
	for _, page := range p.pages {
		for _, l := range page.Texts {
			if strings.HasPrefix(l.text(), "Căn cứ") && math.Abs(l.Left-30*mm-36) > 1 {
				return fmt.Errorf("PDF: %q begins at %g", l.text(), l.Left)
			}
		}
	}
	return nil
}

// checkSignaturePage finds, on the last page, the name that signs and above the block a line of the text.
func checkSignaturePage(p paper) error {
	last := p.pages[len(p.pages)-1]
	tables := 0
	var block wordBlock
	for _, b := range p.body.Blocks {
		if b.XMLName.Local == "tbl" {
			tables++
			block = b
		}
	}
	if len(block.Rows) != 1 || block.Rows[0].Cant == nil {
		return fmt.Errorf("DOCX: signature block of %d rows may be divided", len(block.Rows))
	}
	cells := block.Rows[0].Cells
	name := ""
	for _, para := range cells[len(cells)-1].Paras {
		name = para.text()
	}
	top := 0.0
	for _, l := range last.Texts {
		if l.text() == name {
			top = l.Top
		}
	}
	if top == 0 {
		return fmt.Errorf("PDF: %q not on the last page", name)
	}
	for _, l := range last.Texts {
		if l.Top > 20*mm-1 && l.Top < top-60 && l.Left < 130 {
			return nil
		}
	}
	return fmt.Errorf("PDF: the signature block stands alone")
}

func checkTables(p paper) error {
	for _, b := range p.body.Blocks {
		if b.XMLName.Local != "tbl" || !strings.Contains(b.Inner, "tblHeader") {
			continue
		}
		for i, r := range b.Rows {
			if (r.Head != nil) != (i == 0) || r.Cant == nil {
				return fmt.Errorf("DOCX: row %d of a table", i)
			}
		}
	}
	return nil
}

func checkSampleMark(p paper) error {
	if !strings.Contains(p.files["word/footer1.xml"], SampleMark) || strings.Count(p.files["word/document.xml"], "<w:footerReference") != 2 {
		return fmt.Errorf("DOCX: no mark")
	}
	for i, page := range p.pages {
		found := false
		for _, l := range page.Texts {
			found = found || l.text() == SampleMark
		}
		if !found {
			return fmt.Errorf("PDF trang %d: no mark", i+1)
		}
	}
	return nil
}
