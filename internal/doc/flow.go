package doc

import "thidua/internal/doc/pdf"

// item is a piece of a page that is not divided: a line, a row, a signature block. Heights are twips.
type item struct {
	before  float64 // space above, left out at the head of a page that the flow began
	height  float64
	below   float64 // what it needs besides when it ends a page: the rule under the last row of a table
	glued   bool    // no page may begin with it
	newPage bool    // a page begins with it
	head    *item   // drawn above it when it begins a page: the head of its table
	draw    func(p *pen, y float64)
}

// pen draws on the current page; x and y in twips from the top left corner.
type pen struct {
	w        *pdf.Writer
	artifact bool // what is drawn is a repetition: no part of the text
	last     bool // the item is the last of its page
	rooms    *rooms
}

func (p *pen) text(e *pdf.Element, l line, x, y, extra float64) {
	if p.artifact {
		e = nil
	}
	if len(l.spans) > 0 {
		p.w.Line(e, x/20, y/20, extra/20, l.spans)
	}
}

func (p *pen) rule(x1, y1, x2, y2 float64) { p.w.Rule(x1/20, y1/20, x2/20, y2/20, 0.5) }

// paginate divides the items into pages of the given height: first-fit, never before a glued item unless a chain is longer than a page.
func paginate(items []item, height float64) [][]item {
	var pages [][]item
	for start := 0; start < len(items); {
		end := pageEnd(items, start, height)
		pages = append(pages, items[start:end])
		start = end
	}
	return pages
}

func pageEnd(items []item, start int, height float64) int {
	y := items[start].height
	if start == 0 || items[start].newPage {
		y += items[start].before
	}
	if h := items[start].head; h != nil {
		y += h.height
	}
	good := start
	for i := start + 1; i < len(items); i++ {
		it := items[i]
		if it.newPage {
			return i
		}
		if !it.glued {
			good = i
		}
		if y += it.before + it.height; y+it.below > height+1 {
			if good > start {
				return good
			}
			return i
		}
	}
	return len(items)
}

// Lines tells on how many lines of an upright page the paragraph stands.
func (p Para) Lines() int {
	return len(wrap(p.settled(bodySize, Section{}.textWidth()), bodySize, Section{}.textWidth(), p.indent()))
}
