package pdf

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/klippa-app/go-pdfium/structs"
)

// paper is a page to print on, 600 by 800 points, with letters half as wide as high.
type paper struct{ *sheet }

func newPaper(number int) paper { return paper{&sheet{number: number, width: 600, height: 800}} }

// text prints from x on the line y; a space is as wide as gap, and drawn if it is wider than nothing.
func (p paper) text(x, y, size, gap float64, text string) {
	for _, r := range text {
		switch {
		case r == ' ':
			p.glyphs = append(p.glyphs, glyph{r: r, x0: x, x1: x + gap, y: y, size: size})
			x += gap
		case r == '_': // a gap without a space drawn
			x += gap
		case unicode.Is(unicode.Mn, r):
			p.glyphs = append(p.glyphs, glyph{r: r, x0: x - 6, x1: x - 3, y: y, size: size})
		default:
			p.glyphs = append(p.glyphs, glyph{r: r, x0: x, x1: x + size/2, y: y, size: size})
			x += size / 2
		}
	}
}

func (p paper) grid(xs, ys []float64) {
	for _, x := range xs {
		p.strokes = append(p.strokes, box{x, ys[0], x + 0.5, ys[len(ys)-1]})
	}
	for _, y := range ys {
		p.strokes = append(p.strokes, box{xs[0], y, xs[len(xs)-1], y + 0.5})
	}
}

// prose prints a page of running text, so that there are margins.
func (p paper) prose(y float64) {
	for i := range 6 {
		p.text(50, y+15*float64(i), 10, 5, strings.Repeat("abcd ", 20))
	}
}

func linesOf(t *testing.T, papers ...paper) []Line {
	t.Helper()
	sheets := make([]*sheet, len(papers))
	for i, p := range papers {
		sheets[i] = p.sheet
	}
	doc, err := compose(sheets)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Lines
}

func texts(all []Line) string {
	var out []string
	for _, l := range all {
		out = append(out, l.Text)
	}
	return strings.Join(out, "|")
}

func TestSpacesBetweenWords(t *testing.T) {
	p := newPaper(1)
	p.text(50, 100, 10, 9, "wide spaces of a justified line stay one line")
	p.text(50, 120, 10, 2.5, "spaces_that_are_not_drawn")
	p.text(50, 140, 10, 0.7, "ker_ned")
	p.text(50, 160, 10, 5, "tie\u0302\u0301ng Vie\u0323\u0302t e\u0302m")
	p.text(50, 180, 10, 30, "a gap")
	want := "wide spaces of a justified line stay one line|spaces that are not drawn|kerned|tie\u0302\u0301ng Vie\u0323\u0302t e\u0302m|a gap"
	if got := texts(linesOf(t, p)); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestColumns(t *testing.T) {
	for name, c := range map[string]struct {
		print func(p paper)
		want  string
	}{
		"lines that do not stand at one height": {func(p paper) {
			p.text(50, 100, 10, 5, "left one")
			p.text(350, 107, 14, 5, "RIGHT ONE")
			p.text(50, 116, 10, 5, "left two")
			p.text(350, 124, 14, 5, "RIGHT TWO")
			p.text(50, 132, 10, 5, "left three")
		}, "left one|left two|left three|RIGHT ONE|RIGHT TWO"},
		"a longer list on the left": {func(p paper) {
			p.text(50, 100, 10, 5, "To:")
			p.text(350, 100, 10, 5, "OFFICE")
			p.text(50, 113, 10, 5, "- one;")
			p.text(50, 126, 10, 5, "- two;")
			p.text(350, 160, 10, 5, "Name")
			p.text(50, 139, 10, 5, "- three.")
		}, "To:|- one;|- two;|- three.|OFFICE|Name"},
		"a hanging indent": {func(p paper) {
			p.text(50, 100, 10, 40, "1. one thing to do that is told here at length")
			p.text(100, 115, 10, 40, "and goes on below itself")
			p.text(50, 130, 10, 40, "2. another thing")
		}, "1. one thing to do that is told here at length|and goes on below itself|2. another thing"},
		"a table without rules": {func(p paper) {
			for i, task := range []string{"write", "send", "wait"} {
				for k, word := range []string{task + " it", "the office", "a report", "in March"} {
					p.text(50+130*float64(k), 100+15*float64(i), 10, 5, word)
				}
			}
		}, "write it the office a report in March|send it the office a report in March|wait it the office a report in March"},
		"names and offices": {func(p paper) {
			for i, name := range []string{"1. Mr One", "2. Mrs Two", "3. Mr Three"} {
				p.text(50, 100+15*float64(i), 10, 5, name)
				p.text(300, 100+15*float64(i), 10, 5, "member of council")
			}
		}, "1. Mr One member of council|2. Mrs Two member of council|3. Mr Three member of council"},
		"a list of pairs": {func(p paper) {
			for i := range 12 {
				p.text(50, 100+13*float64(i), 10, 5, "key")
				p.text(300, 100+13*float64(i), 10, 5, "value")
			}
		}, strings.TrimSuffix(strings.Repeat("key value|", 12), "|")},
	} {
		p := newPaper(1)
		c.print(p)
		p.prose(400)
		if got, _, _ := strings.Cut(texts(linesOf(t, p)), "|abcd"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestFramesAreNoTables(t *testing.T) {
	p := newPaper(1)
	p.grid([]float64{40, 560}, []float64{80, 130})
	p.text(50, 100, 10, 5, "a text in a frame")
	p.strokes = append(p.strokes, box{50, 152, 90, 152.5})
	p.text(50, 150, 10, 5, "underlined")
	for _, l := range linesOf(t, p) {
		if l.Table != 0 {
			t.Errorf("%+v", l)
		}
	}
}

func TestLinesInCells(t *testing.T) {
	p := newPaper(1)
	p.grid([]float64{50, 200, 350}, []float64{100, 200, 300})
	p.text(55, 120, 10, 5, "two lines that are")
	p.text(55, 135, 10, 5, "comfortably wide")
	p.text(205, 120, 10, 5, "Office")
	p.text(205, 135, 10, 5, "Unit")
	want := []Line{
		{Text: "two lines that are", Page: 1, Table: 1, Row: 1, Cell: 1},
		{Text: "comfortably wide", Page: 1, Table: 1, Row: 1, Cell: 1, Goes: true},
		{Text: "Office", Page: 1, Table: 1, Row: 1, Cell: 2},
		{Text: "Unit", Page: 1, Table: 1, Row: 1, Cell: 2},
	}
	if got := linesOf(t, p); !slices.Equal(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

func TestTableGoesOnOverThePage(t *testing.T) {
	xs := []float64{50, 100, 300, 550}
	first, second, third := newPaper(1), newPaper(2), newPaper(3)
	first.prose(100)
	first.grid(xs, []float64{600, 620, 700})
	first.text(55, 615, 10, 5, "No")
	first.text(105, 615, 10, 5, "Task")
	first.text(55, 635, 10, 5, "1")
	first.text(105, 635, 10, 5, "write the plan and send it to the office")
	second.grid(xs, []float64{60, 80, 120, 160})
	second.text(55, 75, 10, 5, "No")
	second.text(105, 75, 10, 5, "Task")
	second.text(105, 95, 10, 5, "of the province")
	second.text(55, 140, 10, 5, "2")
	second.text(305, 140, 10, 5, "last")
	third.grid([]float64{50, 200, 550}, []float64{60, 80, 120})
	third.text(55, 75, 10, 5, "another")
	got := ""
	for _, l := range linesOf(t, first, second, third) {
		if l.Table > 0 {
			got += strings.Join([]string{string(rune('0' + l.Table)), string(rune('0' + l.Row)), string(rune('0' + l.Cell)), l.Text}, " ") + "|"
		}
	}
	want := "1 1 1 No|1 1 2 Task|1 2 1 1|1 2 2 write the plan and send it to the office|1 2 2 of the province|1 3 1 2|1 3 3 last|2 1 1 another|"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestRunningHeadsAndPageNumbers(t *testing.T) {
	var papers []paper
	for n := range 3 {
		p := newPaper(n + 1)
		p.text(50, 20, 8, 4, "Plan of the office")
		p.text(298, 40, 10, 5, string(rune('1'+n)))
		if n == 1 {
			p.text(50, 100, 10, 5, "2025")
		}
		p.text(50, 400, 10, 5, "own words of page "+string(rune('a'+n)))
		p.text(500, 790, 8, 4, "page "+string(rune('1'+n))+"/3")
		papers = append(papers, p)
	}
	want := "own words of page a|2025|own words of page b|own words of page c"
	if got := texts(linesOf(t, papers...)); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestParagraphs(t *testing.T) {
	first, second := newPaper(1), newPaper(2)
	first.prose(600)
	first.text(50, 690, 10, 5, strings.Repeat("efgh ", 19)+"efgh")
	second.text(50, 50, 10, 5, "goes on over the page.")
	second.text(80, 65, 10, 5, "A paragraph that begins farther in and is short")
	second.text(50, 80, 10, 5, "A line after a line with room left")
	second.text(50, 110, 10, 5, "A line below a gap")
	all := linesOf(t, first, second)
	for _, want := range []Line{
		{Text: "goes on over the page.", Page: 2, Goes: true},
		{Text: "A paragraph that begins farther in and is short", Page: 2, Indent: 3},
		{Text: "A line after a line with room left", Page: 2},
		{Text: "A line below a gap", Page: 2, Gap: true},
	} {
		found := false
		for _, l := range all {
			found = found || l == want
		}
		if !found {
			t.Errorf("no %+v in %+v", want, all[len(all)-4:])
		}
	}
}

func TestPageNumbersAtTheSide(t *testing.T) {
	var papers []paper
	for n, number := range []string{"8", "9", "10", "11"} {
		p := newPaper(n + 1)
		p.text(50, 400, 10, 5, "word")
		p.text(540, 780, 10, 5, number)
		papers = append(papers, p)
	}
	if got := texts(linesOf(t, papers...)); got != "word|word|word|word" {
		t.Error(got)
	}
}

// TestPagesAreSetUpright turns a text in every direction, and leaves out what runs across it.
func TestPagesAreSetUpright(t *testing.T) {
	page := structs.FPDF_FS_RECTF{Left: 10, Bottom: 20, Right: 610, Top: 820}
	for by, axis := range [][4]float32{{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}} {
		var letters []letter
		put := func(x, y float32, r rune, a [4]float32) {
			l := letter{glyph: glyph{r: r, size: 10}}
			l.matrix = structs.FPDF_FS_MATRIX{A: a[0], B: a[1], C: a[2], D: a[3], E: x, F: y}
			l.rect = structs.FPDF_FS_RECTF{Left: min(x, x+5*a[0]+9*a[2]), Right: max(x, x+5*a[0]+9*a[2]), Bottom: min(y, y+5*a[1]+9*a[3]), Top: max(y, y+5*a[1]+9*a[3])}
			letters = append(letters, l)
		}
		for i, r := range "one" {
			put(300+5*float32(i)*axis[0], 400+5*float32(i)*axis[1], r, axis)
		}
		for i, r := range "two" {
			put(300+5*float32(i)*axis[0]-20*axis[2], 400+5*float32(i)*axis[1]-20*axis[3], r, axis)
		}
		put(100, 100, 'x', [4]float32{0.7, 0.7, -0.7, 0.7})
		turned := newTurn(page, letters)
		s := &sheet{number: 1, width: turned.width, height: turned.height, glyphs: turned.glyphs(letters, 0)}
		if got := texts(linesOf(t, paper{s})); got != "one|two" || turned.by != quarter(by) {
			t.Errorf("%v: %s", axis, got)
		}
	}
}
