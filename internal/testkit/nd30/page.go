package nd30

import (
	"fmt"
	"math"
	"strings"
)

// setup is that of the last section.
func (p Paper) setup() wordBlock {
	return p.body.Blocks[len(p.body.Blocks)-1]
}

// setups are those of all sections, in order.
func (p Paper) setups() []wordSetup {
	var out []wordSetup
	for _, b := range p.body.Blocks {
		if b.Setup != nil {
			out = append(out, *b.Setup)
		}
	}
	last := p.setup()
	return append(out, wordSetup{Page: last.Page, Margins: last.Margins, Numbers: last.Numbers, TitlePg: last.TitlePg})
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
	for _, s := range p.setups() {
		m := s.Margins
		for _, edge := range []struct {
			name           string
			twips          int
			least, highest float64
		}{{"trên", m.Top, 20, 25}, {"dưới", m.Bottom, 20, 25}, {"trái", m.Left, 30, 35}, {"phải", m.Right, 15, 20}} {
			if v := float64(edge.twips) / 20 / mm; v < edge.least || v > edge.highest {
				return fmt.Errorf("DOCX lề %s %.2f mm", edge.name, v)
			}
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
