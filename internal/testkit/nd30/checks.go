package nd30

import (
	"fmt"
	"math"
	"regexp"
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

// points is the size of the letters; that of the body, 13 or 14, where the run names none.
func (w wordRun) points() (float64, error) {
	if w.Size.Val == "" {
		return 13, nil
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
	{"Trang nằm ngang", checkLandscape},
	{"Lề trang", checkMargins},
	{"Phông chữ Times New Roman, màu đen", checkFonts},
	{"Số trang: 13–14, giữa lề trên, không ở trang 1", checkPageNumbers},
	{"Vị trí các thành phần ở đầu văn bản", checkHead},
	{"Quốc hiệu: in hoa, đậm, 12–13", styled(fixed(nation), true, false, 12, 13)},
	{"Tiêu ngữ: đậm, 13–14", styled(fixed(motto), true, false, 13, 14)},
	{"Đường kẻ dưới Tiêu ngữ", checkMottoRule},
	{"Đường kẻ dưới Tiêu ngữ, trong PDF", checkMottoLine},
	{"Cơ quan ban hành: in hoa, đậm, 12–13", styled(func(p Paper) string { return p.agency(true) }, true, false, 12, 13)},
	{"Đường kẻ dưới cơ quan ban hành: 1/3–1/2", checkAgencyRule},
	{"Cơ quan chủ quản: in hoa, không đậm, 12–13", styled(func(p Paper) string { return p.agency(false) }, false, false, 12, 13)},
	{"Số, ký hiệu: 13", styled(func(p Paper) string { return p.begins("Số: ") }, false, false, 13, 13)},
	{"Số dưới 10 có chữ số 0", checkNumber},
	{"Địa danh, thời gian: nghiêng, 13–14", styled(func(p Paper) string { return p.begins("Lào Cai, ngày") }, false, true, 13, 14)},
	{"Ngày dưới 10, tháng 1, 2 có chữ số 0; biên bản không có địa danh", checkDates},
	{"Tên loại: đậm, 13–14", styled(func(p Paper) string { return p.kind() }, true, false, 13, 14)},
	{"Trích yếu: đậm, 13–14", styled(Paper.subjectStart, true, false, 13, 14)},
	{"Tên loại, trích yếu: ở giữa, đường kẻ 1/3–1/2", checkTitleRule},
	{"Trích yếu công văn: 12–13", styled(func(p Paper) string { return p.begins("V/v ") }, false, false, 12, 13)},
	{"Căn cứ: nghiêng, 13–14", styled(func(p Paper) string { return p.begins("Căn cứ Luật") }, false, true, 13, 14)},
	{"Căn cứ: mỗi căn cứ một dòng, dấu cuối dòng", checkBases},
	{"Nội dung: 13–14, lùi đầu dòng 1–1,27 cm, cách đoạn ≥ 6 pt, cách dòng đơn", checkBody},
	{"Phần, mục, điều: đậm, 13–14", checkHeadings},
	{"Dấu kết thúc “./.”", checkEnd},
	{"Quyền hạn, chức vụ, họ tên, chỗ ký", checkSigners},
	{"Nơi nhận: đậm nghiêng, 12", styled(func(p Paper) string { return p.begins("Nơi nhận:") }, true, true, 12, 12)},
	{"Danh sách nơi nhận: 11", styled(func(p Paper) string { return p.begins("- Lưu:") }, false, false, 11, 11)},
	{"Danh sách nơi nhận: từng dòng", checkRecipients},
	{"Khối chữ ký: cùng trang, không đứng riêng", checkSignaturePage},
	{"Phụ lục: tên, tiêu đề, số trang", checkAppendices},
	{"Bảng: lặp dòng đầu, không tách dòng", checkTables},
	{"Dữ liệu mẫu: mọi trang", checkSampleMark},
}

// Check holds a finished paper against the table; mark is the line that stands on every page of a sample.
func Check(t testing.TB, name, mark string, p Paper) {
	t.Helper()
	p.mark = mark
	for component, err := range p.faults() {
		t.Errorf("%s — %s: %v", name, component, err)
	}
}

// faults are the components that a paper has wrong.
func (p Paper) faults() map[string]error {
	out := map[string]error{}
	for _, row := range nd30 {
		if err := row.check(p); err != nil {
			out[row.component] = err
		}
	}
	return out
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
	styles := p.Files["word/styles.xml"]
	if !bodyPattern.MatchString(styles) {
		return fmt.Errorf("DOCX: the letters of the body are not of 13 or 14 pt, or its lines not single")
	}
	if n == 0 || !strings.Contains(styles, `<w:ind w:firstLine="720"/><w:jc w:val="both"/>`) {
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

// bodyPattern is what every paragraph begins with: 13 or 14 pt, single lines.
var bodyPattern = regexp.MustCompile(`<w:docDefaults>.*<w:sz w:val="2[68]"/>.*<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>`)

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
		if b.XMLName.Local != "tbl" || len(b.Rows) < 2 || !strings.Contains(b.Inner, "<w:tblBorders>") {
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
