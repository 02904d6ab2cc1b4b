package doc

import (
	"fmt"
	"html"
	"strconv"

	"thidua/internal/doc/pdf"
	"thidua/internal/qr"
)

// Code is a QR code in the middle of the line, drawn as shapes. It stands on sheets beside a paper, never on an official paper, for which NĐ 30/2020/NĐ-CP
// has no place for it. A text that is too long for one is left out.
type Code struct {
	Text string
	Alt  string // what stands for it where it cannot be seen
}

func (Code) block() {}

const (
	codeModule = 2.6 // points, 0.9 mm: read from paper by any telephone
	codeQuiet  = 4   // modules of white around
	codeSeam   = 0.05
)

// bar is a run of black modules in a row.
type bar struct{ x, y, length int }

// bars gives the runs of black, and the modules of a side.
func (c Code) bars() (all []bar, size int) {
	rows, err := qr.Matrix(c.Text)
	if err != nil {
		return nil, 0
	}
	for y, row := range rows {
		begin := -1
		for x := range len(row) + 1 {
			black := x < len(row) && row[x]
			if black && begin < 0 {
				begin = x
			}
			if !black && begin >= 0 {
				all, begin = append(all, bar{begin, y, x - begin}), -1
			}
		}
	}
	return all, len(rows)
}

func codeSide(size int) float64 { return float64(size+2*codeQuiet) * codeModule }

// code appends the code, undivided.
func (l *layout) code(c Code) {
	bars, size := c.bars()
	if size == 0 {
		return
	}
	side, left := codeSide(size), (float64(marginLeft)+(float64(l.width)-codeSide(size)*20)/2)/20
	e := l.w.Figure(l.w.Root(), c.Alt)
	l.append(item{height: side * 20, draw: func(p *pen, y float64) {
		p.w.Place(e, left, y/20, side, side)
		for _, b := range bars {
			x1, y1 := left+float64(b.x+codeQuiet)*codeModule, y/20+float64(b.y+codeQuiet)*codeModule
			x2, y2 := x1+float64(b.length)*codeModule, y1+codeModule+codeSeam
			p.w.Area(e, pdf.Color{}, []pdf.Point{{X: x1, Y: y1}, {X: x2, Y: y1}, {X: x2, Y: y2}, {X: x1, Y: y2}})
		}
	}})
}

const shapeSpace = `xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// codeID tells the shape from the charts of a paper, which are counted from 1.
const codeID = "1000"

// code writes the code as one shape of many outlines.
func (x *wordXML) code(c Code, keep bool, after int) {
	bars, size := c.bars()
	if size == 0 {
		return
	}
	x.openPara(paraStyle{align: Center, keepNext: keep, after: after})
	x.markSize(1)
	emu, side := strconv.Itoa(int(codeSide(size)*12700)), strconv.Itoa(size+2*codeQuiet)
	x.put(`</w:pPr><w:r><w:drawing><wp:inline `, drawingSpaces, ` distT="0" distB="0" distL="0" distR="0"><wp:extent cx="`, emu, `" cy="`, emu, `"/><wp:docPr id="`, codeID,
		`" name="QR" descr="`)
	x.escape(clean(c.Alt))
	x.put(`"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp `, shapeSpace,
		`><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`, emu, `" cy="`, emu, `"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>`,
		`<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="`, side, `" h="`, side, `">`)
	for _, b := range bars {
		for i, at := range [][2]int{{b.x, b.y}, {b.x + b.length, b.y}, {b.x + b.length, b.y + 1}, {b.x, b.y + 1}} {
			tag := [2]string{"moveTo", "lnTo"}[min(i, 1)]
			x.put(fmt.Sprintf(`<a:%s><a:pt x="%d" y="%d"/></a:%s>`, tag, at[0]+codeQuiet, at[1]+codeQuiet, tag))
		}
		x.put(`<a:close/>`)
	}
	x.put(`</a:path></a:pathLst></a:custGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`,
		`</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`)
}

// code writes the code as SVG, with attributes alone.
func (h *preview) code(c Code) {
	bars, size := c.bars()
	if size == 0 {
		return
	}
	side := size + 2*codeQuiet
	h.put(`<p class="kg"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, fmt.Sprintf("%d %d", side, side), `" width="`, strconv.Itoa(int(codeSide(size))), `" role="img" aria-label="`)
	h.put(html.EscapeString(c.Alt))
	h.put(`" shape-rendering="crispEdges"><path fill="#fff" d="M0 0`, fmt.Sprintf("h%dv%dh-%d", side, side, side), `z"/><path fill="#000" d="`)
	for _, b := range bars {
		h.put(fmt.Sprintf("M%d %dh%dv1h-%dz", b.x+codeQuiet, b.y+codeQuiet, b.length, b.length))
	}
	h.put(`"/></svg></p>`)
}
