package pdf

import (
	"strconv"

	"thidua/internal/doc/font"
)

// Span is a stretch of a line in one face and size.
type Span struct {
	Face font.Face
	Size float64
	Text string
}

// Line writes one line of text with its baseline at y; every space is widened by extra points. A nil element makes it an artifact.
func (w *Writer) Line(e *Element, x, y, extra float64, spans []Span) {
	w.mark(e)
	p := w.current()
	b := append(p.content.AvailableBuffer(), "BT "...)
	b = number(b, x)
	b = number(append(b, ' '), p.height-y)
	b = append(b, " Td"...)
	for _, s := range spans {
		u := w.face(s.Face)
		b = append(b, " /F"...)
		b = append(b, '0'+byte(s.Face), ' ')
		b = number(b, s.Size)
		b = append(b, " Tf ["...)
		b = u.show(b, s.Text, -extra*1000/s.Size)
		b = append(b, "] TJ"...)
	}
	p.content.Write(append(b, " ET\n"...))
}

// Rule draws a straight line as an artifact.
func (w *Writer) Rule(x1, y1, x2, y2, thickness float64) {
	w.mark(nil)
	p := w.current()
	b := number(p.content.AvailableBuffer(), thickness)
	b = append(b, " w "...)
	b = number(b, x1)
	b = number(append(b, ' '), p.height-y1)
	b = append(b, " m "...)
	b = number(b, x2)
	b = number(append(b, ' '), p.height-y2)
	p.content.Write(append(b, " l S\n"...))
}

// number writes a measure with two decimals at most.
func number(b []byte, v float64) []byte {
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[start:]) == "-0" {
		b = append(b[:start], '0')
	}
	return b
}
