package nd30

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	authority = regexp.MustCompile(`^(TM|KT|TL|TUQ|Q)\. \S`)
	academic  = regexp.MustCompile(`^(GS|PGS|TS|ThS|CN|KS|BS)\b`)
)

// alone are the marks of authority that stand before the position itself; below the others the position has a line of its own.
const alone = "Q. "

// checkSigners: authority and position bold, in capitals, 13 to 14, the name bold and upright without an academic title, room for a signature of
// 45 points at least between them; minutes have two or three signers.
func checkSigners(p Paper) error {
	block, ok := p.signatures()
	if !ok {
		return nil
	}
	signers := 0
	for _, c := range block.Rows[0].Cells {
		name := nameIn(c.Paras)
		if name < 0 {
			continue
		}
		signers++
		if err := checkSigner(c.Paras[:name+1]); err != nil {
			return err
		}
	}
	if p.kind() == "BIÊN BẢN" && (signers < 2 || signers > 3) {
		return fmt.Errorf("biên bản có %d người ký", signers)
	}
	return nil
}

// nameIn is the place of the name that signs: the last bold upright paragraph of the cell, below which the recipients may stand.
func nameIn(paras []wordBlock) int {
	last := -1
	for i, b := range paras {
		if len(b.Runs) > 0 && b.Runs[0].Bold != nil && b.Runs[0].Italic == nil {
			last = i
		}
	}
	return last
}

func checkSigner(paras []wordBlock) error {
	name := paras[len(paras)-1]
	if academic.MatchString(name.text()) || name.Spacing.Before < 900 {
		return fmt.Errorf("DOCX: họ tên %q, cách chức vụ %d", name.text(), name.Spacing.Before)
	}
	for i, b := range paras[:len(paras)-1] {
		s := b.text()
		if !authority.MatchString(s) {
			continue
		}
		lines := []wordBlock{b}
		if !strings.HasPrefix(s, alone) {
			lines = append(lines, paras[i+1])
		}
		for _, l := range lines {
			if err := checkPosition(l); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkPosition(b wordBlock) error {
	if len(b.Runs) == 0 {
		return fmt.Errorf("DOCX: dưới quyền hạn không có chức vụ")
	}
	size, err := b.Runs[0].points()
	if err != nil || b.Runs[0].Bold == nil || b.text() != strings.ToUpper(b.text()) || size < 13 || size > 14 || b.Align.Val != "center" {
		return fmt.Errorf("DOCX: quyền hạn, chức vụ %q", b.text())
	}
	return nil
}

// checkRecipients: every line "- …;", the last "- Lưu: …" with a full stop, 11 pt upright at the left.
func checkRecipients(p Paper) error {
	var lines []wordBlock
	for _, w := range p.body.paras() {
		if s := w.text(); s == "Nơi nhận:" {
			lines = []wordBlock{}
		} else if lines != nil && strings.HasPrefix(s, "- ") {
			lines = append(lines, w)
		} else if len(lines) > 0 {
			break
		}
	}
	for i, w := range lines {
		if err := checkRecipient(w, i == len(lines)-1); err != nil {
			return err
		}
	}
	return nil
}

func checkRecipient(w wordBlock, last bool) error {
	s := w.text()
	if size, err := w.Runs[0].points(); err != nil || size != 11 || w.Runs[0].Bold != nil || w.Runs[0].Italic != nil {
		return fmt.Errorf("DOCX: %q cỡ chữ %g", s, size)
	}
	if !last && !strings.HasSuffix(s, ";") || last && (!strings.HasPrefix(s, "- Lưu:") || !strings.HasSuffix(s, ".")) {
		return fmt.Errorf("DOCX: %q", s)
	}
	return nil
}

// checkEnd: the text before the signatures ends with "./."; a cover slip, whose signatures stand in boxes, and a ballot have no such mark.
func checkEnd(p Paper) error {
	block, ok := p.signatures()
	if !ok || strings.Contains(block.Inner, "<w:tblBorders>") {
		return nil
	}
	last := ""
	for _, b := range p.body.Blocks {
		if b.XMLName.Local == "tbl" && b.Inner == block.Inner {
			break
		}
		if s := b.text(); s != "" {
			last = s
		}
	}
	if !strings.HasSuffix(last, "./.") {
		return fmt.Errorf("DOCX: %q", last)
	}
	return nil
}

var appendixName = regexp.MustCompile(`^Phụ lục( [IVX]+)?$`)

// checkAppendices: name and title bold and centred, the line "(Kèm theo …)" in italics below, on pages numbered from 1.
func checkAppendices(p Paper) error {
	section, names := 0, 0
	setups := p.setups()
	for i, b := range p.body.Blocks {
		if appendixName.MatchString(b.text()) {
			names++
			if section >= len(setups) || setups[section].Numbers.Start != 1 {
				return fmt.Errorf("DOCX: %q không đánh số trang từ 1", b.text())
			}
			if err := appendixHead(p.body.Blocks[i:]); err != nil {
				return err
			}
		}
		if b.Setup != nil {
			section++
		}
	}
	if l := p.begun("Phụ lục I"); names > 1 && (l == nil || !l.bold() || l.size != 14) {
		return fmt.Errorf("PDF: tên phụ lục không đậm, cỡ 14")
	}
	return nil
}

func appendixHead(blocks []wordBlock) error {
	for k, want := range []struct{ bold, italic, capitals bool }{{bold: true}, {bold: true, capitals: true}, {italic: true}} {
		b := blocks[k]
		if len(b.Runs) == 0 || b.Align.Val != "center" || (b.Runs[0].Bold != nil) != want.bold || (b.Runs[0].Italic != nil) != want.italic {
			return fmt.Errorf("DOCX: dòng %d của phụ lục %q", k+1, b.text())
		}
		if want.capitals && b.text() != strings.ToUpper(b.text()) || k == 2 && !strings.HasPrefix(b.text(), "(Kèm theo ") {
			return fmt.Errorf("DOCX: dòng %d của phụ lục %q", k+1, b.text())
		}
	}
	return nil
}

// checkLandscape: a lying section says so, and its pages lie in the PDF too; both files have as many lying runs of pages.
func checkLandscape(p Paper) error {
	lying := 0
	for _, s := range p.setups() {
		if wide := s.Page.Width > s.Page.Height; wide != (s.Page.Orient == "landscape") {
			return fmt.Errorf("DOCX: khổ giấy %d × %d, hướng %q", s.Page.Width, s.Page.Height, s.Page.Orient)
		} else if wide {
			lying++
		}
	}
	runs := 0
	for i, page := range p.Pages {
		if page.Width > page.Height && (i == 0 || p.Pages[i-1].Width < page.Width) {
			runs++
		}
	}
	if (lying > 0) != (runs > 0) || runs > lying {
		return fmt.Errorf("PDF: %d phần trang nằm ngang, DOCX có %d", runs, lying)
	}
	return nil
}
