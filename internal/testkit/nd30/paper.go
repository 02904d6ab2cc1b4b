// Package nd30 opens finished papers again and holds them against Annex I of NĐ 30/2020/NĐ-CP, element by element.
package nd30

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"os/exec"
	"strings"
	"testing"

	"thidua/internal/testkit/oracle"
)

// Paper is a finished pair of files, DOCX and PDF, opened again.
type Paper struct {
	Files map[string]string // parts of the DOCX
	Pages []Page
	body  wordBody
	mark  string
}

type wordBody struct {
	Blocks []wordBlock `xml:",any"`
}

// wordBlock is a paragraph, a table or the section setup.
type wordBlock struct {
	XMLName xml.Name
	Inner   string        `xml:",innerxml"`
	Style   value         `xml:"pPr>pStyle"`
	Align   value         `xml:"pPr>jc"`
	Spacing wordMeasure   `xml:"pPr>spacing"`
	Indent  wordMeasure   `xml:"pPr>ind"`
	Runs    []wordRun     `xml:"r"`
	Rows    []wordRow     `xml:"tr"`
	Columns []wordMeasure `xml:"tblGrid>gridCol"`
	Page    wordMeasure   `xml:"pgSz"`
	Margins wordMeasure   `xml:"pgMar"`
	TitlePg *struct{}     `xml:"titlePg"`
	Numbers wordMeasure   `xml:"pgNumType"`
	Setup   *wordSetup    `xml:"pPr>sectPr"` // of a paragraph that ends a section
}

// wordSetup is the setup of a section.
type wordSetup struct {
	Page    wordMeasure `xml:"pgSz"`
	Margins wordMeasure `xml:"pgMar"`
	Numbers wordMeasure `xml:"pgNumType"`
	TitlePg *struct{}   `xml:"titlePg"`
}

type wordRow struct {
	Cells []struct {
		Paras []wordBlock `xml:"p"`
	} `xml:"tc"`
	Head *struct{} `xml:"trPr>tblHeader"`
	Cant *struct{} `xml:"trPr>cantSplit"`
}

type wordRun struct {
	Bold   *struct{} `xml:"rPr>b"`
	Italic *struct{} `xml:"rPr>i"`
	Size   value     `xml:"rPr>sz"`
	Text   []string  `xml:"t"`
}

type value struct {
	Val string `xml:"val,attr"`
}

type wordMeasure struct {
	Width     int `xml:"w,attr"`
	Height    int `xml:"h,attr"`
	Top       int `xml:"top,attr"`
	Bottom    int `xml:"bottom,attr"`
	Left      int `xml:"left,attr"`
	Right     int `xml:"right,attr"`
	Before    int `xml:"before,attr"`
	FirstLine int `xml:"firstLine,attr"`

	Start  int    `xml:"start,attr"`
	Orient string `xml:"orient,attr"`
}

func (b wordBlock) text() string {
	s := ""
	for _, r := range b.Runs {
		s += strings.Join(r.Text, " ")
	}
	return s
}

// paras gives every paragraph, those in tables included.
func (b wordBody) paras() []wordBlock {
	var out []wordBlock
	for _, block := range b.Blocks {
		switch block.XMLName.Local {
		case "p":
			out = append(out, block)
		case "tbl":
			for _, r := range block.Rows {
				for _, c := range r.Cells {
					out = append(out, c.Paras...)
				}
			}
		}
	}
	return out
}

// Page is a page of the PDF, in points.
type Page struct {
	Width  float64   `xml:"width,attr"`
	Height float64   `xml:"height,attr"`
	Fonts  []pdfFont `xml:"fontspec"`
	Texts  []Line    `xml:"text"`
	rules  []rule
}

type pdfFont struct {
	ID     string  `xml:"id,attr"`
	Size   float64 `xml:"size,attr"`
	Family string  `xml:"family,attr"`
	Color  string  `xml:"color,attr"`
}

// Line is a line of text on a page.
type Line struct {
	Top   float64 `xml:"top,attr"`
	Left  float64 `xml:"left,attr"`
	Width float64 `xml:"width,attr"`
	Font  string  `xml:"font,attr"`
	Inner string  `xml:",innerxml"`
	size  float64
}

func (p Line) bold() bool   { return strings.Contains(p.Inner, "<b>") }
func (p Line) italic() bool { return strings.Contains(p.Inner, "<i>") }

// Text is what the line says.
func (p Line) Text() string {
	s := strings.NewReplacer("<b>", "", "</b>", "", "<i>", "", "</i>", "", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&#34;", `"`).Replace(p.Inner)
	return strings.Join(strings.Fields(s), " ")
}

// Write writes a paper into a temporary folder and opens its files.
func Write(t testing.TB, name string, d oracle.Paper) Paper {
	t.Helper()
	docx, pdf := oracle.Write(t, t.TempDir(), name, d)
	return Open(t, docx, pdf)
}

// Open reads finished files back.
func Open(t testing.TB, docx, pdf string) Paper {
	t.Helper()
	p := Paper{Files: unzip(t, docx)}
	if err := p.read(); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(oracle.Need(t, "pdftohtml", "poppler-utils"), "-xml", "-i", "-zoom", "1", "-stdout", pdf).Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages struct {
		Pages []Page `xml:"page"`
	}
	if err := xml.Unmarshal(out, &pages); err != nil {
		t.Fatal(err)
	}
	p.Pages = pages.Pages
	sizes := map[string]float64{}
	for i, found := range rules(t, pdf, p.Pages) {
		p.Pages[i].rules = found
	}
	for _, page := range p.Pages {
		for _, f := range page.Fonts {
			sizes[f.ID] = f.Size
		}
		for i := range page.Texts {
			page.Texts[i].size = sizes[page.Texts[i].Font]
		}
	}
	return p
}

// read takes the body from the parts of the DOCX.
func (p *Paper) read() error {
	var root struct {
		Body wordBody `xml:"body"`
	}
	err := xml.Unmarshal([]byte(p.Files["word/document.xml"]), &root)
	p.body = root.Body
	return err
}

func unzip(t testing.TB, path string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(b)
	}
	return files
}
