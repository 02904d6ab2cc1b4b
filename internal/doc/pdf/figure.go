package pdf

// Point is a place on a page.
type Point struct{ X, Y float64 }

// Color is red, green and blue from 0 to 255.
type Color [3]uint8

// Figure adds a picture below parent with its alternative text, which stands for it where it cannot be seen.
func (w *Writer) Figure(parent *Element, alt string) *Element {
	e := w.Element(parent, "Figure")
	e.alt = alt
	return e
}

// Place says where on the current page a figure stands.
func (w *Writer) Place(e *Element, x, y, width, height float64) {
	page := w.current().height
	e.box = [4]float64{x, page - y - height, x + width, page - y}
}

// Area fills a closed shape.
func (w *Writer) Area(e *Element, c Color, points []Point) { w.shape(e, c, 'f', "", points) }

// Stroke draws an open line of the given weight.
func (w *Writer) Stroke(e *Element, c Color, weight float64, points []Point) {
	w.shape(e, c, 'S', string(append(number(nil, weight), " w "...)), points)
}

// shape draws a path; the state of the page is as before afterwards.
func (w *Writer) shape(e *Element, c Color, paint byte, setup string, points []Point) {
	w.mark(e)
	p := w.current()
	b := append(p.content.AvailableBuffer(), "q "...)
	for _, part := range c {
		b = append(number(b, float64(part)/255), ' ')
	}
	operator := "rg "
	if paint == 'S' {
		operator = "RG "
	}
	b = append(append(b, operator...), setup...)
	for i, at := range points {
		b = append(number(b, at.X), ' ')
		b = append(number(b, p.height-at.Y), ' ', "ml"[min(i, 1)], ' ')
	}
	p.content.Write(append(append(b, paint), " Q\n"...))
}

// figure writes what a figure says of itself in the structure tree.
func (e *Element) figure(b []byte) []byte {
	b = append(append(b, "/Alt"...), hexText(e.alt)...)
	b = append(b, "/A<</O/Layout/Placement/Block/BBox["...)
	for _, v := range e.box {
		b = append(number(b, v), ' ')
	}
	return append(b, "]>>"...)
}
