package nd30

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"strconv"
	"testing"
)

// rule is a horizontal line on a page, in points from its top left corner.
type rule struct{ left, right, y float64 }

func (r rule) length() float64 { return r.right - r.left }

var (
	streamPattern = regexp.MustCompile(`(?s)/FlateDecode[^>]*>>\nstream\n(.*?)\nendstream`)
	rulePattern   = regexp.MustCompile(`(?m)^\S+ w (\S+) (\S+) m (\S+) (\S+) l S$`)
)

// rules reads the horizontal lines of every page from the content of the file.
func rules(t testing.TB, path string, pages []Page) [][]rule {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]rule
	for _, m := range streamPattern.FindAllSubmatch(data, -1) {
		z, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte("EMC\n")) && len(all) < len(pages) {
			all = append(all, horizontal(content, pages[len(all)].Height))
		}
	}
	if len(all) != len(pages) {
		return make([][]rule, len(pages)) // an empty page has no content
	}
	return all
}

func horizontal(content []byte, height float64) []rule {
	var out []rule
	for _, m := range rulePattern.FindAllSubmatch(content, -1) {
		var v [4]float64
		for i := range v {
			v[i], _ = strconv.ParseFloat(string(m[i+1]), 64)
		}
		if v[1] == v[3] {
			out = append(out, rule{left: min(v[0], v[2]), right: max(v[0], v[2]), y: height - v[1]})
		}
	}
	return out
}

// under finds the rule below a text on the first page: centred on it, not more than eight points away, of a length between two shares of its width.
func (p Paper) under(lines []string, least, most float64) error {
	width, bottom, middle := 0.0, 0.0, 0.0
	for _, s := range lines {
		l, err := p.printed(s)
		if err != nil {
			return err
		}
		width, bottom, middle = max(width, l.Width), l.Top+l.size, l.Left+l.Width/2
	}
	for _, r := range p.Pages[0].rules {
		if math.Abs((r.left+r.right)/2-middle) < 2 && r.y > bottom-2 && r.y < bottom+8 {
			if share := r.length() / width; share < least-0.01 || share > most+0.01 {
				return fmt.Errorf("PDF: đường kẻ bằng %.2f độ dài của %q", share, lines[len(lines)-1])
			}
			return nil
		}
	}
	return fmt.Errorf("PDF: không có đường kẻ dưới %q", lines[len(lines)-1])
}

// printed finds a line of the first page.
func (p Paper) printed(text string) (Line, error) {
	for _, l := range p.Pages[0].Texts {
		if l.Text() == text {
			return l, nil
		}
	}
	return Line{}, fmt.Errorf("PDF: %q không ở trang 1", text)
}
