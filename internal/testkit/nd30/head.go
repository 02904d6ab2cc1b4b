package nd30

import (
	"fmt"
	"math"
	"regexp"
	"strings"
)

// checkHead asks where the parts of the head stand: the nation at the right on the first line, the agency at the left beside it, number and place on
// one line, the subject of a công văn below its number.
func checkHead(p Paper) error {
	state, err := p.printed(nation)
	if err != nil {
		return err
	}
	words, err := p.printed(motto)
	if err != nil {
		return err
	}
	if math.Abs(state.Left+state.Width/2-words.Left-words.Width/2) > 2 || words.Top <= state.Top || state.Left < p.Pages[0].Width/3 {
		return fmt.Errorf("PDF: Quốc hiệu, Tiêu ngữ không ở giữa phần bên phải")
	}
	for _, l := range p.Pages[0].Texts {
		if l.Top > 20*mm && l.Top < state.Top-1 {
			return fmt.Errorf("PDF: %q đứng trên Quốc hiệu", l.Text())
		}
	}
	return p.checkSides(state.Left)
}

// checkSides: what stands at the left of the nation, and at its right.
func (p Paper) checkSides(middle float64) error {
	number, place := p.first(numberPattern), p.place()
	switch {
	case number != nil && number.Left+number.Width > middle:
		return fmt.Errorf("PDF: %q không ở bên trái", number.Text())
	case number != nil && place != nil && math.Abs(number.Top-place.Top) > 4:
		return fmt.Errorf("PDF: số, ký hiệu và địa danh, thời gian không ngang nhau")
	case place != nil && place.Left < middle:
		return fmt.Errorf("PDF: %q không ở bên phải", place.Text())
	}
	return p.checkAbout(number, middle)
}

var aboutPattern = regexp.MustCompile(`^V/v `)

// checkAbout: a công văn has its subject below its number and no name of its kind.
func (p Paper) checkAbout(number *Line, middle float64) error {
	about := p.first(aboutPattern)
	switch {
	case about == nil:
		return nil
	case number == nil || about.Top < number.Top || about.Left > middle:
		return fmt.Errorf("PDF: trích yếu công văn không ở dưới số, ký hiệu")
	case p.kind() != "":
		return fmt.Errorf("công văn có tên loại %q", p.kind())
	}
	return nil
}

var (
	numberPattern = regexp.MustCompile(`^Số: `)
	placePattern  = regexp.MustCompile(`^(.+, n|N)gày \S+ tháng \S+ năm \S+$`)
)

// place is the line of place and time at the head, in italics; the text of minutes names a day too.
func (p Paper) place() *Line {
	if l := p.first(placePattern); l != nil && l.italic() {
		return l
	}
	return nil
}

// first is the first line of page 1 that a pattern matches.
func (p Paper) first(pattern *regexp.Regexp) *Line {
	for i, l := range p.Pages[0].Texts {
		if pattern.MatchString(l.Text()) {
			return &p.Pages[0].Texts[i]
		}
	}
	return nil
}

var numbered = regexp.MustCompile(`^Số: (0[1-9]|[1-9]\d+|…+)/`)

// checkNumber: a number below ten has a leading zero.
func checkNumber(p Paper) error {
	if l := p.first(numberPattern); l != nil && !numbered.MatchString(l.Text()) {
		return fmt.Errorf("PDF: %q", l.Text())
	}
	return nil
}

var (
	datePattern = regexp.MustCompile(`ngày (\d+) tháng (\d+) năm`)
	dayPattern  = regexp.MustCompile(`^(0[1-9]|[12]\d|3[01])$`)
	monthNumber = regexp.MustCompile(`^(0[12]|[3-9]|1[0-2])$`)
)

// checkDates: every date in words has a zero before days below ten and before the months 1 and 2. Minutes have no place and date at their head.
func checkDates(p Paper) error {
	for _, w := range p.body.paras() {
		for _, m := range datePattern.FindAllStringSubmatch(w.text(), -1) {
			if !dayPattern.MatchString(m[1]) || !monthNumber.MatchString(m[2]) {
				return fmt.Errorf("DOCX: %q", m[0])
			}
		}
	}
	place := p.place()
	if minutes := p.kind() == "BIÊN BẢN"; minutes != (place == nil) {
		return fmt.Errorf("PDF: địa danh, thời gian ở đầu %q: %t", p.kind(), place != nil)
	}
	return nil
}

// subject is the paragraph below the name of the paper, line by line.
func (p Paper) subject() []string {
	all := p.body.paras()
	for i, w := range all {
		if w.Style.Val == "Title" && i+1 < len(all) && len(all[i+1].Runs) > 0 {
			return all[i+1].Runs[0].Text
		}
	}
	return nil
}

func (p Paper) subjectStart() string {
	if s := p.subject(); len(s) > 0 {
		return s[0]
	}
	return ""
}

// checkTitleRule: below the subject, or below nothing when the paper has none.
func checkTitleRule(p Paper) error {
	lines := p.subject()
	if len(lines) == 0 {
		return nil
	}
	middle := (30*mm + p.Pages[0].Width - 15*mm) / 2
	for _, s := range append([]string{p.kind()}, lines...) {
		if l, err := p.printed(s); err != nil || math.Abs(l.Left+l.Width/2-middle) > 2 {
			return fmt.Errorf("PDF: %q không ở giữa: %w", s, err)
		}
	}
	return p.under(lines, 1.0/3, 0.5)
}

// checkAgencyRule: a third to a half of the name of the agency.
func checkAgencyRule(p Paper) error {
	for _, b := range p.body.Blocks {
		if b.XMLName.Local != "tbl" {
			continue
		}
		for _, para := range b.Rows[0].Cells[0].Paras {
			if len(para.Runs) > 0 && para.Runs[0].Bold != nil {
				return p.under(para.Runs[0].Text, 1.0/3, 0.5)
			}
		}
		break
	}
	return nil
}

// checkMottoLine: as long as the motto, in the finished PDF.
func checkMottoLine(p Paper) error { return p.under([]string{motto}, 0.98, 1.02) }

// checkBases: each basis stands on a line of its own in italics and ends with a semicolon, the last of them with a full stop or, where others
// follow, a semicolon.
func checkBases(p Paper) error {
	var bases []wordBlock
	for _, b := range p.body.Blocks {
		if strings.HasPrefix(b.text(), "Căn cứ ") && len(b.Runs) == 1 && b.Runs[0].Italic != nil {
			bases = append(bases, b)
		}
	}
	for i, b := range bases {
		if s := b.text(); !strings.HasSuffix(s, ";") && (i < len(bases)-1 || !strings.HasSuffix(s, ".")) {
			return fmt.Errorf("DOCX: căn cứ %q", s)
		}
	}
	return nil
}

// checkHeadings: bold, 13 to 14, in both files.
func checkHeadings(p Paper) error {
	for _, b := range p.body.Blocks {
		article := strings.HasPrefix(b.text(), "Điều ") && len(b.Runs) > 1
		if !strings.HasPrefix(b.Style.Val, "Heading") && !article {
			continue
		}
		if b.Runs[0].Bold == nil {
			return fmt.Errorf("DOCX: %q không đậm", b.text())
		}
		if l := p.begun(b.Runs[0].Text[0]); l == nil || !strings.HasPrefix(l.Inner, "<b>") || l.size < 13 || l.size > 14 {
			return fmt.Errorf("PDF: %q không đậm, hoặc không có", b.text())
		}
	}
	return nil
}

// begun finds the line of any page that begins a paragraph.
func (p Paper) begun(text string) *Line {
	text = strings.Join(strings.Fields(text), " ")
	for _, page := range p.Pages {
		for i, l := range page.Texts {
			if s := l.Text(); len(s) > 3 && (strings.HasPrefix(text, s) || strings.HasPrefix(s, text)) {
				return &page.Texts[i]
			}
		}
	}
	return nil
}
