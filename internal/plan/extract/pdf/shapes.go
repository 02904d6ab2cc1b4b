package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

const (
	maxObjects = 40_000 // drawn things that are looked at, of a whole file: each keeps memory until the end
	maxNested  = 4      // forms within forms
	thin       = 3.0    // points; a rectangle that is thinner is a line
)

// point is a place in the coordinates of the file.
type point struct{ x, y float64 }

// shapes are the straight lines and the pictures of a page, each as two opposite corners.
type shapes struct {
	lines    [][2]point
	pictures [][2]point
}

var identity = structs.FPDF_FS_MATRIX{A: 1, D: 1}

func (r *reader) shapes(page requests.Page) (*shapes, error) {
	count, err := r.engine.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return nil, err
	}
	out := &shapes{}
	for i := range count.Count {
		if r.objects--; r.objects < 0 {
			break
		}
		object, err := r.engine.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return nil, err
		}
		if err := r.shape(object.PageObject, identity, 0, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// shape adds what object draws; m leads from its coordinates to those of the page.
func (r *reader) shape(object references.FPDF_PAGEOBJECT, m structs.FPDF_FS_MATRIX, depth int, out *shapes) error {
	kind, err := r.engine.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_IMAGE:
		if b, ok := r.bounds(object, m); ok {
			out.pictures = append(out.pictures, b)
		}
	case enums.FPDF_PAGEOBJ_PATH:
		if b, ok := r.bounds(object, m); ok && isThin(b) {
			out.lines = append(out.lines, b)
		} else if ok {
			r.path(object, m, out)
		}
	case enums.FPDF_PAGEOBJ_FORM:
		return r.form(object, m, depth, out)
	}
	return nil
}

func (r *reader) form(object references.FPDF_PAGEOBJECT, m structs.FPDF_FS_MATRIX, depth int, out *shapes) error {
	own, err := r.engine.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object})
	if err != nil || depth == maxNested {
		return nil //nolint:nilerr // what lies too deep or nowhere is not looked at
	}
	count, err := r.engine.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: object})
	if err != nil {
		return err
	}
	m = concat(own.Matrix, m)
	for i := range count.Count {
		if r.objects--; r.objects < 0 {
			break
		}
		inner, err := r.engine.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: object, Index: uint64(i)})
		if err != nil {
			return err
		}
		if err := r.shape(inner.PageObject, m, depth+1, out); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) bounds(object references.FPDF_PAGEOBJECT, m structs.FPDF_FS_MATRIX) ([2]point, bool) {
	b, err := r.engine.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
	if err != nil {
		return [2]point{}, false
	}
	return [2]point{apply(m, b.Left, b.Bottom), apply(m, b.Right, b.Top)}, true
}

func isThin(b [2]point) bool {
	w, h := abs(b[1].x-b[0].x), abs(b[1].y-b[0].y)
	return w < thin || h < thin
}

// path adds the edges of a path with several lines, such as the whole grid of a table.
func (r *reader) path(object references.FPDF_PAGEOBJECT, m structs.FPDF_FS_MATRIX, out *shapes) {
	count, err := r.engine.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: object})
	if err != nil {
		return
	}
	own, err := r.engine.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object})
	if err != nil {
		return
	}
	mode, err := r.engine.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: object})
	if err != nil || !mode.Stroke && count.Count < 8 {
		return // a filled area: a background
	}
	p := pen{stroke: mode.Stroke, out: out}
	m = concat(own.Matrix, m)
	for i := range count.Count {
		if r.objects--; r.objects < 0 {
			break
		}
		if !r.segment(object, i, m, &p) {
			return
		}
	}
	p.lift()
}

func (r *reader) segment(object references.FPDF_PAGEOBJECT, i int, m structs.FPDF_FS_MATRIX, p *pen) bool {
	got, err := r.engine.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: object, Index: i})
	if err != nil {
		return false
	}
	kind, err := r.engine.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: got.PathSegment})
	if err != nil {
		return false
	}
	at, err := r.engine.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: got.PathSegment})
	if err != nil {
		return false
	}
	closing, err := r.engine.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: got.PathSegment})
	if err != nil {
		return false
	}
	p.draw(kind.Type, apply(m, at.X, at.Y), closing.IsClose)
	return true
}

// pen follows one path.
type pen struct {
	stroke bool
	points []point
	curved bool
	out    *shapes
}

func (p *pen) draw(kind enums.FPDF_SEGMENT, to point, closing bool) {
	if kind == enums.FPDF_SEGMENT_MOVETO {
		p.lift()
	}
	p.curved = p.curved || kind == enums.FPDF_SEGMENT_BEZIERTO
	p.points = append(p.points, to)
	if closing {
		p.points = append(p.points, p.points[0])
	}
}

// lift ends one part of the path: its straight edges are lines, or it is one itself if it is a thin area.
func (p *pen) lift() {
	defer func() { p.points, p.curved = p.points[:0], false }()
	if len(p.points) < 2 || p.curved {
		return
	}
	low, high := p.points[0], p.points[0]
	for _, q := range p.points {
		low = point{min(low.x, q.x), min(low.y, q.y)}
		high = point{max(high.x, q.x), max(high.y, q.y)}
	}
	if all := [2]point{low, high}; isThin(all) {
		p.out.lines = append(p.out.lines, all)
		return
	}
	for i := 1; p.stroke && i < len(p.points); i++ {
		if edge := [2]point{p.points[i-1], p.points[i]}; isThin(edge) {
			p.out.lines = append(p.out.lines, edge)
		}
	}
}

func apply(m structs.FPDF_FS_MATRIX, x, y float32) point {
	return point{float64(m.A*x + m.C*y + m.E), float64(m.B*x + m.D*y + m.F)}
}

// concat gives the matrix that does a and then b.
func concat(a, b structs.FPDF_FS_MATRIX) structs.FPDF_FS_MATRIX {
	return structs.FPDF_FS_MATRIX{
		A: a.A*b.A + a.B*b.C, B: a.A*b.B + a.B*b.D,
		C: a.C*b.A + a.D*b.C, D: a.C*b.B + a.D*b.D,
		E: a.E*b.A + a.F*b.C + b.E, F: a.E*b.B + a.F*b.D + b.F,
	}
}

func abs(x float64) float64 { return max(x, -x) }
