package doc

import (
	"strconv"

	"thidua/internal/doc/chart"
	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// Chart is a chart (biểu đồ) with its caption below; one with too many labels for a drawing is drawn in parts.
type Chart struct {
	chart.Chart
	Caption string // "Biểu đồ 1. Mức hoàn thành qua các năm"; may be empty
}

func (Chart) block() {}

// drawings gives the parts of the chart for a width in twips, its texts clean; what has no labels or no figures is not drawn.
func (c Chart) drawings(width int) []chart.Chart {
	one := c.Chart
	if len(one.Labels) == 0 || len(one.Series) == 0 {
		return nil
	}
	one.Unit, one.Labels, one.Series = clean(one.Unit), make([]string, len(c.Labels)), make([]chart.Series, len(c.Series))
	for i, s := range c.Labels {
		one.Labels[i] = clean(s)
	}
	for i, s := range c.Series {
		one.Series[i] = chart.Series{Name: clean(s.Name), Values: s.Values}
	}
	return one.Parts(float64(width) / 20)
}

// captioned is the caption as both writers set it.
func (c Chart) captioned() []Run { return prepare([]Run{{Text: c.Caption, Bold: true}}) }

// chartFoot is what a line that holds a drawing needs below it.
const chartFoot = 4

// captionBefore stands above a caption.
const captionBefore = 60

// chart appends the drawings, each undivided, and the caption, which stays with the last.
func (l *layout) chart(c Chart) {
	keep := l.whole
	for _, part := range c.drawings(l.width) {
		d := part.Draw(float64(l.width)/20, l.set.plot)
		e := l.w.Figure(l.w.Root(), part.Alt())
		l.append(item{before: bodyBefore, height: drawn(d), draw: func(p *pen, y float64) {
			p.w.Place(e, marginLeft/20.0, y/20, d.Width, d.Height)
			p.drawing(e, d, marginLeft/20.0, y/20)
		}})
	}
	if runs := c.captioned(); len(runs) > 0 {
		l.sticky, l.whole = true, true
		l.flow("Caption", runs, tableSize, Center, 0, captionBefore)
	}
	l.whole = keep
}

// drawn is the height of a drawing in twips.
func drawn(d chart.Drawing) float64 { return float64(int(d.Height*20+0.5) + chartFoot) }

// drawing draws the marks of a chart from a corner, in points.
func (p *pen) drawing(e *pdf.Element, d chart.Drawing, x, y float64) {
	for _, m := range d.Marks {
		if m.Text != "" {
			p.w.Line(e, x+m.At.X, y+m.At.Y, 0, []pdf.Span{{Face: font.Regular, Size: m.Size, Text: m.Text}})
		}
		if len(m.Area) > 0 {
			p.w.Area(e, pdf.Color(m.Color), moved(m.Area, x, y))
		}
		if len(m.Line) > 0 {
			p.w.Stroke(e, pdf.Color(m.Color), m.Weight, moved(m.Line, x, y))
		}
	}
}

func moved(points []chart.Point, x, y float64) []pdf.Point {
	out := make([]pdf.Point, len(points))
	for i, at := range points {
		out[i] = pdf.Point{X: x + at.X, Y: y + at.Y}
	}
	return out
}

const drawingSpaces = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`

// chart writes native charts, which a word processor draws and edits, and the caption.
func (x *wordXML) chart(c Chart, width int, keep bool, after int) {
	parts, caption := c.drawings(width), c.captioned()
	for i, part := range parts {
		d := part.Draw(float64(width)/20, x.set.plot)
		x.charts = append(x.charts, part)
		n := strconv.Itoa(len(x.charts))
		st := paraStyle{align: Center, before: bodyBefore, keepNext: keep || len(caption) > 0 && i == len(parts)-1}
		if i == len(parts)-1 && len(caption) == 0 {
			st.after = after
		}
		x.openPara(st)
		x.markSize(1)
		emu := func(points float64) string { return strconv.Itoa(int(points*20+0.5) * 635) }
		x.put(`</w:pPr><w:r><w:rPr>`)
		x.size(1)
		x.put(`</w:rPr><w:drawing><wp:inline `, drawingSpaces, ` distT="0" distB="0" distL="0" distR="0"><wp:extent cx="`, emu(d.Width), `" cy="`, emu(d.Height), `"/><wp:docPr id="`, n, `" name="Chart `, n, `" descr="`)
		x.escape(part.Alt())
		x.put(`"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId`, strconv.Itoa(fixedRelations+len(x.charts)),
			`"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`)
	}
	if len(caption) > 0 {
		x.para(paraStyle{align: Center, before: captionBefore, after: after, keepNext: keep, whole: true}, tableSize, caption)
	}
}

// fixedRelations counts the parts that every paper refers to; those of its charts follow.
const fixedRelations = 5

func chartName(i int) string { return "charts/chart" + strconv.Itoa(i+1) + ".xml" }

// chartParts are the chart, its relation and the workbook with its figures.
func chartParts(i int, c chart.Chart) []wordPart {
	n := strconv.Itoa(i + 1)
	return []wordPart{
		{"word/" + chartName(i), c.Native("rId1")},
		{"word/charts/_rels/chart" + n + ".xml.rels", relations([][2]string{{officeRel + "package", "../embeddings/chart" + n + ".xlsx"}})},
		{"word/embeddings/chart" + n + ".xlsx", c.Workbook()},
	}
}

// chart writes the drawings as SVG, with attributes alone.
func (h *preview) chart(c Chart) {
	width := Section{}.textWidth()
	for _, part := range c.drawings(width) {
		h.put(`<p class="kg">`)
		_ = part.Draw(float64(width)/20, settings[0].plot).SVG(h.w, part.Alt()) // the writer keeps its first error for Flush
		h.put(`</p>`)
	}
	if caption := c.captioned(); len(caption) > 0 {
		h.put(`<p class="kg">`)
		h.runs(caption)
		h.put(`</p>`)
	}
}
