package chart

import (
	"strings"
	"unicode/utf8"

	"thidua/internal/doc/font"
)

// Point is a place in a drawing, in points from its top left corner.
type Point struct{ X, Y float64 }

// Color is a colour of three parts from 0 to 255.
type Color [3]uint8

// Mark is one thing that is drawn: a filled area, an open line, or a text.
type Mark struct {
	Area   []Point // closed
	Line   []Point
	Text   string
	At     Point   // where the text begins on its base line
	Size   float64 // of the text
	Color  Color   // texts are black
	Weight float64 // of a line
}

// Drawing is a chart as marks, in the order in which they are drawn.
type Drawing struct {
	Width, Height float64
	Marks         []Mark
}

const (
	labelSize = 11.0 // of labels, marks of the axis and legend, in points
	valueSize = 10.0
	leading   = 1.15 // from line to line, in sizes
	gap       = 5.0  // between an axis and what stands beside it
)

var (
	gridColor    = Color{0xd5, 0xd5, 0xd5}
	outlineColor = Color{0x40, 0x40, 0x40}
	// fills are light enough for black figures on them, and differ in print without colours.
	fills = []Color{{0x8a, 0xa6, 0xc6}, {0xe8, 0xc7, 0x85}, {0xb5, 0xcd, 0xa8}, {0xd8, 0xd8, 0xd8}, {0xd8, 0xa0, 0x90}, {0xc0, 0xb0, 0xd4}}
	inks  = []Color{{0x1f, 0x3a, 0x5f}, {0xa8, 0x64, 0x1e}, {0x3f, 0x6b, 0x3a}, {0x70, 0x70, 0x70}, {0x8c, 0x2b, 0x1e}, {0x5a, 0x3f, 0x7d}}
)

func fill(series int) Color { return fills[series%len(fills)] }
func ink(series int) Color  { return inks[series%len(inks)] }

// Draw lays the chart out for a width in points; what stands upright has the height plot for its values. The height of the whole follows.
func (c Chart) Draw(width, plot float64) Drawing {
	d := &Drawing{Width: width}
	if c.lying() {
		c.lie(d)
	} else {
		c.stand(d, plot)
	}
	c.legend(d)
	return *d
}

func measure(s string, size float64) float64 { return font.Serif(font.Regular).Width(s, size) }

// text writes a line whose anchor, from 0 at its left end to 1 at its right, stands at x.
func (d *Drawing) text(s string, size, x, anchor, base float64) {
	d.Marks = append(d.Marks, Mark{Text: s, Size: size, At: Point{min(max(x-anchor*measure(s, size), 0), max(d.Width-measure(s, size), 0)), base}})
}

func (d *Drawing) line(color Color, weight float64, points ...Point) {
	d.Marks = append(d.Marks, Mark{Line: points, Color: color, Weight: weight})
}

// bar draws a filled rectangle with an outline.
func (d *Drawing) bar(color Color, x, y, w, h float64) {
	corners := []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
	d.Marks = append(d.Marks, Mark{Area: corners, Color: color})
	d.line(outlineColor, 0.4, append(corners, corners[0])...)
}

// sign draws the sign of a point: square, diamond or triangle by series.
func (d *Drawing) sign(series int, at Point) {
	const r = 2.6
	shapes := [][]Point{
		{{-r, -r}, {r, -r}, {r, r}, {-r, r}}, {{0, -r * 1.4}, {r * 1.4, 0}, {0, r * 1.4}, {-r * 1.4, 0}}, {{0, -r * 1.3}, {r * 1.2, r}, {-r * 1.2, r}},
	}
	var points []Point
	for _, p := range shapes[series%len(shapes)] {
		points = append(points, Point{at.X + p.X, at.Y + p.Y})
	}
	d.Marks = append(d.Marks, Mark{Area: points, Color: ink(series)})
}

// wrap breaks a label into lines of a width; a word that is too long is cut.
func wrap(s string, size, width float64) []string {
	var lines []string
	for word := range strings.FieldsSeq(s) {
		if last := len(lines) - 1; last >= 0 && measure(lines[last]+" "+word, size) <= width {
			lines[last] += " " + word
			continue
		}
		for measure(word, size) > width && len([]rune(word)) > 1 {
			n := fitting(word, size, width)
			lines, word = append(lines, word[:n]), word[n:]
		}
		lines = append(lines, word)
	}
	return lines
}

// mostLines is how many lines a label has in a drawing; its alternative text has all of it.
const mostLines = 6

func short(lines []string) []string {
	if len(lines) <= mostLines {
		return lines
	}
	lines = append([]string(nil), lines[:mostLines]...)
	lines[mostLines-1] += "…"
	return lines
}

// fitting is the length of the part of a word that fits, one letter at least.
func fitting(word string, size, width float64) int {
	_, n := utf8.DecodeRuneInString(word)
	for i := range word {
		if i > n && measure(word[:i], size) > width {
			break
		}
		n = max(n, i)
	}
	return n
}

// legend names the series below the chart when there are several.
func (c Chart) legend(d *Drawing) {
	if len(c.Series) < 2 {
		return
	}
	const swatch, apart = 9.0, 16.0
	all := -apart
	for _, s := range c.Series {
		all += swatch + gap + measure(s.Name, labelSize) + apart
	}
	x, base := max((d.Width-all)/2, 0), d.Height+gap+labelSize
	for i, s := range c.Series {
		for k, line := range wrap(s.Name, labelSize, d.Width-swatch-gap) {
			w := swatch + gap + measure(line, labelSize)
			if x > 0 && (k > 0 || x+w > d.Width) {
				x, base = 0, base+labelSize*leading
			}
			if k == 0 && c.Kind == Line {
				d.line(ink(i), 1.4, Point{x, base - 3.5}, Point{x + swatch, base - 3.5})
				d.sign(i, Point{x + swatch/2, base - 3.5})
			} else if k == 0 {
				d.bar(fill(i), x, base-swatch+1, swatch, swatch-1)
			}
			d.text(line, labelSize, x+swatch+gap, 0, base)
			x += w + apart
		}
	}
	d.Height = base + labelSize*0.3
}
