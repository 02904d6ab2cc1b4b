package doc

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"os/exec"
	"strings"
	"testing"

	"thidua/internal/testkit/oracle"
)

// paper is a finished pair of files, opened again.
type paper struct {
	name  string
	files map[string]string // parts of the DOCX
	body  wordBody
	pages []pdfPage
}

type wordBody struct {
	Blocks []wordBlock `xml:",any"`
}

// wordBlock is a paragraph, a table or the section setup.
type wordBlock struct {
	XMLName xml.Name
	Inner   string      `xml:",innerxml"`
	Style   value       `xml:"pPr>pStyle"`
	Align   value       `xml:"pPr>jc"`
	Spacing wordMeasure `xml:"pPr>spacing"`
	Indent  wordMeasure `xml:"pPr>ind"`
	Runs    []wordRun   `xml:"r"`
	Rows    []wordRow   `xml:"tr"`
	Page    wordMeasure `xml:"pgSz"`
	Margins wordMeasure `xml:"pgMar"`
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

type pdfPage struct {
	Width  float64   `xml:"width,attr"`
	Height float64   `xml:"height,attr"`
	Fonts  []pdfFont `xml:"fontspec"`
	Texts  []pdfText `xml:"text"`
}

type pdfFont struct {
	ID     string  `xml:"id,attr"`
	Size   float64 `xml:"size,attr"`
	Family string  `xml:"family,attr"`
	Color  string  `xml:"color,attr"`
}

type pdfText struct {
	Top   float64 `xml:"top,attr"`
	Left  float64 `xml:"left,attr"`
	Width float64 `xml:"width,attr"`
	Font  string  `xml:"font,attr"`
	Inner string  `xml:",innerxml"`
	size  float64
}

func (p pdfText) bold() bool   { return strings.Contains(p.Inner, "<b>") }
func (p pdfText) italic() bool { return strings.Contains(p.Inner, "<i>") }
func (p pdfText) text() string {
	s := strings.NewReplacer("<b>", "", "</b>", "", "<i>", "", "</i>", "", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&#34;", `"`).Replace(p.Inner)
	return strings.Join(strings.Fields(s), " ")
}

// open reads the finished files back.
func open(t testing.TB, name string, d Document) paper {
	t.Helper()
	docx, pdf := oracle.Write(t, t.TempDir(), name, d)
	p := paper{name: name, files: unzip(t, docx)}
	var root struct {
		Body wordBody `xml:"body"`
	}
	if err := xml.Unmarshal([]byte(p.files["word/document.xml"]), &root); err != nil {
		t.Fatal(err)
	}
	p.body = root.Body
	out, err := exec.Command(oracle.Need(t, "pdftohtml", "poppler-utils"), "-xml", "-i", "-zoom", "1", "-stdout", pdf).Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages struct {
		Pages []pdfPage `xml:"page"`
	}
	if err := xml.Unmarshal(out, &pages); err != nil {
		t.Fatal(err)
	}
	p.pages = pages.Pages
	sizes := map[string]float64{}
	for _, page := range p.pages {
		for _, f := range page.Fonts {
			sizes[f.ID] = f.Size
		}
		for i := range page.Texts {
			page.Texts[i].size = sizes[page.Texts[i].Font]
		}
	}
	return p
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
