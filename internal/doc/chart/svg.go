package chart

import (
	"fmt"
	"html"
	"io"
	"strings"
)

// SVG writes the drawing with attributes alone, no style: it may stand in a page of any content policy. Alt is its alternative text.
func (d Drawing) SVG(out io.Writer, alt string) error {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="100%%" role="img" aria-label="%s" font-family="'Times New Roman',Tinos,'Liberation Serif',serif" fill="#000">`,
		d.Width, d.Height, html.EscapeString(alt))
	for _, m := range d.Marks {
		switch {
		case m.Text != "":
			fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" font-size="%.0f" textLength="%.1f">%s</text>`, m.At.X, m.At.Y, m.Size, measure(m.Text, m.Size), html.EscapeString(m.Text))
		case len(m.Area) > 0:
			fmt.Fprintf(&b, `<path d="%sZ" fill="%s"/>`, path(m.Area), m.Color)
		case len(m.Line) > 0:
			fmt.Fprintf(&b, `<path d="%s" fill="none" stroke="%s" stroke-width="%.1f"/>`, path(m.Line), m.Color, m.Weight)
		}
	}
	b.WriteString(`</svg>`)
	_, err := io.WriteString(out, b.String())
	return err
}

func path(points []Point) string {
	var b strings.Builder
	for i, p := range points {
		fmt.Fprintf(&b, "%c%.1f %.1f", "ML"[min(i, 1)], p.X, p.Y)
	}
	return b.String()
}

// String gives the colour as "#8aa6c6".
func (c Color) String() string { return "#" + c.Hex() }

// Hex gives the colour as "8AA6C6".
func (c Color) Hex() string { return fmt.Sprintf("%02X%02X%02X", c[0], c[1], c[2]) }
