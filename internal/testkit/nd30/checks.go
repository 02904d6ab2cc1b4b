package nd30

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// look finds the paragraph of the DOCX and the line of the PDF that begin with a text.
func (p Paper) look(prefix string) (wordRun, Line, error) {
	for _, w := range p.body.paras() {
		if !strings.HasPrefix(w.text(), prefix) {
			continue
		}
		for _, page := range p.Pages {
			for _, l := range page.Texts {
				if t := l.Text(); t != "" && (strings.HasPrefix(t, prefix) || strings.HasPrefix(prefix, t)) {
					return w.Runs[0], l, nil
				}
			}
		}
	}
	return wordRun{}, Line{}, fmt.Errorf("%q stands not in both files", prefix)
}

// styled checks weight, slant and size (points, from and to) in both files.
func styled(prefix func(Paper) string, bold, italic bool, from, to float64) func(Paper) error {
	return func(p Paper) error {
		text := prefix(p)
		if text == "" {
			return nil
		}
		w, l, err := p.look(text)
		if err != nil {
			return err
		}
		size, err := w.points()
		if err != nil {
			return err
		}
		if (w.Bold != nil) != bold || (w.Italic != nil) != italic || size < from || size > to {
			return fmt.Errorf("DOCX %q: bold %t italic %t %g pt", text, w.Bold != nil, w.Italic != nil, size)
		}
		if l.bold() != bold || l.italic() != italic || l.size < from || l.size > to {
			return fmt.Errorf("PDF %q: bold %t italic %t %g pt", text, l.bold(), l.italic(), l.size)
		}
		return nil
	}
}

// points is the size of the letters; that of the body where the run names none.
func (w wordRun) points() (float64, error) {
	if w.Size.Val == "" {
		return 14, nil
	}
	half := 0.0
	_, err := fmt.Sscan(w.Size.Val, &half)
	return half / 2, err
}

func fixed(s string) func(Paper) string { return func(Paper) string { return s } }

const (
	nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	motto  = "Độc lập - Tự do - Hạnh phúc"
)

// nd30 is Annex I of NĐ 30/2020/NĐ-CP as checks on the finished files.
var nd30 = []struct {
	component string
	check     func(Paper) error
}{
	{"Khổ giấy A4", checkPaperSize},
	{"Lề trang", checkMargins},
	{"Phông chữ Times New Roman, màu đen", checkFonts},
	{"Số trang: giữa lề trên, không ở trang 1", checkPageNumbers},
	{"Quốc hiệu: in hoa, đậm, 12–13", styled(fixed(nation), true, false, 12, 13)},
	{"Tiêu ngữ: đậm, 13–14", styled(fixed(motto), true, false, 13, 14)},
	{"Đường kẻ dưới Tiêu ngữ", checkMottoRule},
	{"Cơ quan ban hành: in hoa, đậm, 12–13", styled(func(p Paper) string { return p.agency(true) }, true, false, 12, 13)},
	{"Cơ quan chủ quản: in hoa, không đậm, 12–13", styled(func(p Paper) string { return p.agency(false) }, false, false, 12, 13)},
	{"Số, ký hiệu: 13", styled(func(p Paper) string { return p.begins("Số: ") }, false, false, 13, 13)},
	{"Địa danh, thời gian: nghiêng, 13–14", styled(func(p Paper) string { return p.begins("Lào Cai, ngày") }, false, true, 13, 14)},
	{"Tên loại: đậm, 13–14", styled(func(p Paper) string { return p.kind() }, true, false, 13, 14)},
	{"Trích yếu công văn: 12–13", styled(func(p Paper) string { return p.begins("V/v ") }, false, false, 12, 13)},
	{"Căn cứ: nghiêng, 13–14", styled(func(p Paper) string { return p.begins("Căn cứ Luật") }, false, true, 13, 14)},
	{"Nội dung: lùi đầu dòng 1–1,27 cm, cách đoạn ≥ 6 pt", checkBody},
	{"Nơi nhận: đậm nghiêng, 12", styled(func(p Paper) string { return p.begins("Nơi nhận:") }, true, true, 12, 12)},
	{"Danh sách nơi nhận: 11", styled(func(p Paper) string { return p.begins("- Lưu:") }, false, false, 11, 11)},
	{"Khối chữ ký: cùng trang, không đứng riêng", checkSignaturePage},
	{"Bảng: lặp dòng đầu, không tách dòng", checkTables},
	{"Dữ liệu mẫu: mọi trang", checkSampleMark},
}

// Check holds a finished paper against the table; mark is the line that stands on every page of a sample.
func Check(t testing.TB, name, mark string, p Paper) {
	t.Helper()
	p.mark = mark
	for _, row := range nd30 {
		if err := row.check(p); err != nil {
			t.Errorf("%s — %s: %v", name, row.component, err)
		}
	}
}

// agency is the first line at the left of the letterhead that is bold, the name of the agency, or not, that of the body above it.
func (p Paper) agency(bold bool) string {
	for _, b := range p.body.Blocks {
		if b.XMLName.Local != "tbl" {
			continue
		}
		for _, para := range b.Rows[0].Cells[0].Paras {
			if len(para.Runs) > 0 && (para.Runs[0].Bold != nil) == bold {
				return para.text()
			}
		}
		return ""
	}
	return ""
}

// begins gives the prefix when the paper has a paragraph that begins with it.
func (p Paper) begins(prefix string) string {
	for _, w := range p.body.paras() {
		if strings.HasPrefix(w.text(), prefix) {
			return prefix
		}
	}
	return ""
}

func (p Paper) kind() string {
	for _, w := range p.body.paras() {
		if w.Style.Val == "Title" {
			return w.text()
		}
	}
	if p.begins("V/v ") != "" {
		return ""
	}
	return "no title"
}

func (p Paper) setup() wordBlock {
	return p.body.Blocks[len(p.body.Blocks)-1]
}

func checkPaperSize(p Paper) error {
	w, h := p.setup().Page.Width, p.setup().Page.Height
	if min(w, h) != 11906 || max(w, h) != 16838 {
		return fmt.Errorf("DOCX %d × %d twips", w, h)
	}
	for _, page := range p.Pages {
		if math.Abs(min(page.Width, page.Height)-595) > 1 || math.Abs(max(page.Width, page.Height)-842) > 1 {
			return fmt.Errorf("PDF %g × %g pt", page.Width, page.Height)
		}
	}
	return nil
}

const mm = 72 / 25.4

func checkMargins(p Paper) error {
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
	for i, page := range p.Pages {
		for _, l := range page.Texts {
			if l.Top < 20*mm-1 || l.Text() == p.mark { // the page number, the mark of samples
				continue
			}
			if l.Left < 30*mm-1 || l.Left+l.Width > page.Width-15*mm+1 || l.Top+l.size > page.Height-20*mm+1 {
				return fmt.Errorf("PDF trang %d: %q tràn lề", i+1, l.Text())
			}
		}
	}
	return nil
}

func checkFonts(p Paper) error {
	if styles := p.Files["word/styles.xml"]; !strings.Contains(styles, `w:ascii="Times New Roman" w:hAnsi="Times New Roman"`) || !strings.Contains(styles, `<w:color w:val="000000"/>`) {
		return fmt.Errorf("DOCX: styles name another font or colour")
	}
	for _, page := range p.Pages {
		for _, f := range page.Fonts {
			if !strings.Contains(f.Family, "LiberationSerif") || f.Color != "#000000" {
				return fmt.Errorf("PDF: %s %s", f.Family, f.Color)
			}
		}
	}
	return nil
}

func checkPageNumbers(p Paper) error {
	if p.setup().TitlePg == nil || !strings.Contains(p.Files["word/header1.xml"], " PAGE ") || !strings.Contains(p.Files["word/header1.xml"], `<w:jc w:val="center"/>`) || strings.Contains(p.Files["word/header2.xml"], "<w:t") {
		return fmt.Errorf("DOCX: number not from page 2 in the middle of the header")
	}
	number, quiet := 0, 0
	for i, page := range p.Pages {
		shown, err := page.number()
		if err != nil {
			return fmt.Errorf("PDF trang %d: %w", i+1, err)
		}
		if number++; shown == "" {
			number, quiet = 1, quiet+1
		} else if shown != fmt.Sprint(number) {
			return fmt.Errorf("PDF trang %d: số trang %q", i+1, shown)
		}
	}
	if first := strings.Count(p.Files["word/document.xml"], "<w:titlePg/>"); quiet != first {
		return fmt.Errorf("PDF: %d trang không có số, DOCX có %d trang đầu", quiet, first)
	}
	return nil
}

// number gives the page number in the top margin, which stands upright in the middle.
func (p Page) number() (string, error) {
	shown := ""
	for _, l := range p.Texts {
		if l.Top+l.size > 20*mm {
			continue
		}
		middle := (30*mm + p.Width - 15*mm) / 2
		if l.size < 13 || l.size > 14 || l.bold() || math.Abs(l.Left+l.Width/2-middle) > 2 {
			return "", fmt.Errorf("%q ở lề trên", l.Text())
		}
		shown = l.Text()
	}
	return shown, nil
}

func checkMottoRule(p Paper) error {
	_, line, err := p.look(motto)
	if err != nil {
		return err
	}
	for _, b := range p.body.Blocks {
		if b.XMLName.Local == "tbl" {
			cell := b.Rows[0].Cells[1]
			rule := cell.Paras[2]
			length := float64(b.Columns[1].Width-rule.Indent.Left-rule.Indent.Right) / 20
			if math.Abs(length-line.Width) > 2 {
				return fmt.Errorf("DOCX: rule of %.0f pt below a motto of %.0f pt", length, line.Width)
			}
			return nil
		}
	}
	return fmt.Errorf("DOCX: no letterhead")
}

func checkBody(p Paper) error {
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
	if n == 0 || !strings.Contains(p.Files["word/styles.xml"], `<w:ind w:firstLine="720"/><w:jc w:val="both"/>`) {
		return fmt.Errorf("DOCX: %d body paragraphs, or their style lost its indent", n)
	}
	for _, page := range p.Pages {
		for _, l := range page.Texts {
			if strings.HasPrefix(l.Text(), "Căn cứ") && math.Abs(l.Left-30*mm-36) > 1 {
				return fmt.Errorf("PDF: %q begins at %g", l.Text(), l.Left)
			}
		}
	}
	return nil
}

// checkSignaturePage finds the name that signs and, on the same page above the block, a line of the text.
func checkSignaturePage(p Paper) error {
	if p.kind() == ballot {
		return nil
	}
	block, ok := p.signatures()
	if !ok || block.Rows[0].Cant == nil {
		return fmt.Errorf("DOCX: no signature block, or one that may be divided")
	}
	cells := block.Rows[0].Cells
	name := ""
	for _, para := range cells[len(cells)-1].Paras {
		name = para.text()
	}
	for _, page := range p.Pages {
		for _, l := range page.Texts {
			if l.Text() == name && page.textAbove(l.Top-60) {
				return nil
			}
		}
	}
	return fmt.Errorf("PDF: %q is missing, or the signature block stands alone", name)
}

// ballot is the one paper that nobody signs.
const ballot = "PHIẾU BẦU"

// signatures is the last table of one row after the head of the paper.
func (p Paper) signatures() (block wordBlock, ok bool) {
	tables := 0
	for _, b := range p.body.Blocks {
		if b.XMLName.Local != "tbl" {
			continue
		}
		if tables++; tables > 1 && len(b.Rows) == 1 {
			block, ok = b, true
		}
	}
	return block, ok
}

func (p Page) textAbove(top float64) bool {
	for _, l := range p.Texts {
		if l.Top > 20*mm-1 && l.Top < top && l.Left < 130 {
			return true
		}
	}
	return false
}

func checkTables(p Paper) error {
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

func checkSampleMark(p Paper) error {
	if !strings.Contains(p.Files["word/footer1.xml"], p.mark) || strings.Count(p.Files["word/document.xml"], "<w:footerReference") != 2*strings.Count(p.Files["word/document.xml"], "<w:sectPr>") {
		return fmt.Errorf("DOCX: no mark")
	}
	for i, page := range p.Pages {
		found := false
		for _, l := range page.Texts {
			found = found || l.Text() == p.mark
		}
		if !found {
			return fmt.Errorf("PDF trang %d: no mark", i+1)
		}
	}
	return nil
}
