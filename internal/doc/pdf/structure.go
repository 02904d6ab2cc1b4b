package pdf

import "strconv"

// Element is a node of the structure tree: P, H1, Table, TR, TH, TD …
type Element struct {
	tag    string
	kids   []kid
	object int
	alt    string     // of a figure
	box    [4]float64 // of a figure, from the bottom left corner of its page
}

// kid is a child element, or the marked content id on page when element is nil.
type kid struct {
	element  *Element
	page, id int
}

// Root is the document element, or that of the part begun last.
func (w *Writer) Root() *Element {
	if w.part != nil {
		return w.part
	}
	return w.root
}

// Element adds an element below parent.
func (w *Writer) Element(parent *Element, tag string) *Element {
	e := &Element{tag: tag}
	parent.kids = append(parent.kids, kid{element: e})
	return e
}

// structure writes an element with all below it and gives its object number.
func (w *Writer) structure(e *Element, pages []int, parent int) {
	e.object = w.reserve()
	first := -1
	for _, k := range e.kids {
		if k.element != nil {
			w.structure(k.element, pages, e.object)
		} else if first < 0 {
			first = k.page
		}
	}
	b := append([]byte("<</Type/StructElem/S/"), e.tag...)
	b = reference(append(b, "/P "...), parent)
	if first >= 0 {
		b = reference(append(b, "/Pg "...), pages[first])
	}
	b = append(b, "/K["...)
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			b = append(reference(b, k.element.object), ' ')
		case k.page == first:
			b = append(strconv.AppendInt(b, int64(k.id), 10), ' ')
		default:
			b = reference(append(b, "<</Type/MCR/Pg "...), pages[k.page])
			b = append(strconv.AppendInt(append(b, "/MCID "...), int64(k.id), 10), ">>"...)
		}
	}
	b = append(b, ']')
	if e.tag == "TH" {
		b = append(b, "/A<</O/Table/Scope/Column>>"...)
	}
	if e.tag == "Figure" {
		b = e.figure(b)
	}
	w.bodies[e.object-1] = append(b, ">>"...)
}

// parentTree lists, page by page, the elements that own its marked content.
func (w *Writer) parentTree() []byte {
	var b []byte
	for i, p := range w.pages {
		b = append(strconv.AppendInt(b, int64(i), 10), '[')
		for _, e := range p.parents {
			b = append(reference(b, e.object), ' ')
		}
		b = append(b, ']')
	}
	return b
}

func reference(b []byte, object int) []byte {
	return append(strconv.AppendInt(b, int64(object), 10), " 0 R"...)
}
