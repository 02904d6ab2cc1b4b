package pdf

const (
	fewLetters = 60  // a page with no more may have them from a stamp or from the program of the scanner
	wholePage  = 0.5 // of a page that is covered by its picture
	somePart   = 0.1
)

// page is a sheet taken apart: its tables, and the rows outside of them.
type page struct {
	*sheet
	tables []*table
	rows   []row
}

// compose makes the document of the sheets.
func compose(sheets []*sheet) (Document, error) {
	doc := Document{Pages: len(sheets)}
	pages := make([]*page, len(sheets))
	empty := 0
	for i, s := range sheets {
		p := &page{sheet: s}
		all := words(s.glyphs)
		p.tables, all = tables(s.strokes, all)
		p.rows = rows(all)
		pages[i] = p
		switch {
		case s.scanned():
			doc.Scans = append(doc.Scans, s.number)
		case len(s.glyphs) == 0:
			empty++
		}
	}
	if n := len(doc.Scans); 2*n > len(sheets)-empty {
		return Document{}, ErrScanned
	}
	dropRunning(pages)
	w := writer{bodies: bodies(pages)}
	for _, p := range pages {
		w.page(p)
	}
	doc.Lines = w.out
	return doc, nil
}

// scanned tells a page that is a picture. A picture under text is a background, or a scan whose letters were recognised.
func (s *sheet) scanned() bool {
	n := len(s.glyphs)
	return n == 0 && s.picture >= somePart || n <= fewLetters && s.picture >= wholePage
}

// bodies gives the margins of running text for each width of pages.
func bodies(pages []*page) map[int]margins {
	all := map[int][]row{}
	for _, p := range pages {
		all[int(p.width)] = append(all[int(p.width)], p.rows...)
	}
	out := map[int]margins{}
	for width, rows := range all {
		out[width] = bodyMargins(rows)
	}
	return out
}

// writer puts the lines of the pages in the order of reading.
type writer struct {
	bodies map[int]margins
	out    []Line
	last   *printed // of the running text, if nothing else came after it
	table  *written
	count  int
}

func (w *writer) page(p *page) {
	rest := p.rows
	for _, t := range p.tables {
		n := 0
		for n < len(rest) && rest[n].y < t.y0+touch {
			n++
		}
		w.text(p, rest[:n])
		rest = rest[n:]
		w.tabular(p, t)
	}
	w.text(p, rest)
}

// text writes the rows between two tables.
func (w *writer) text(p *page, all []row) {
	body := w.bodies[int(p.width)]
	for _, b := range blocks(all, strip{body.left, body.right}) {
		m := body
		if b.column > 0 {
			m = columnMargins(b.rows, body)
		}
		lines := printAll(b.rows, m)
		w.open(p, &lines[0], b.column, m)
		for i := range lines {
			lines[i].Page, lines[i].Column = p.number, b.column
			if b.column > 0 {
				lines[i].Goes = lines[i].Goes && startsSmall(lines[i].Text) // names and offices stand below each other
			}
			w.out = append(w.out, lines[i].Line)
		}
		w.table, w.last = nil, nil
		if b.column == 0 {
			w.last = &lines[len(lines)-1]
			w.last.Page = p.number
		}
	}
}

// open sees how the first line of a block stands to what came before.
func (w *writer) open(p *page, first *printed, column int, m margins) {
	n := len(w.out)
	if n == 0 || w.out[n-1].Page < p.number {
		first.Goes = column == 0 && w.last != nil && w.last.Page == p.number-1 && goes(w.last, first, m)
		return
	}
	first.Gap = true
}

// columnMargins are those of a column: its text tells where it begins, and where it ends unless the page does.
func columnMargins(rows []row, body margins) margins {
	m := margins{left: rows[0].x0, pitch: body.pitch}
	for _, r := range rows {
		m.left = min(m.left, r.x0)
	}
	m.right = ragged(rows)
	if m.right > (body.left+body.right)/2 {
		m.right = max(m.right, body.right)
	}
	return m
}
