package sign

import (
	"fmt"
	"maps"
)

// page is a page of a file with what it inherits.
type page struct {
	ref    ref
	dict   dict
	box    [4]float64 // left, bottom, right, top
	rotate int
}

// page finds a page by its number from 1.
func (f *file) page(number int) (page, error) {
	left := number
	p, found := f.findPage(f.catalog()["Pages"], dict{}, &left, map[int]bool{}, 0)
	if f.err != nil {
		return p, f.err
	}
	if !found {
		return p, fmt.Errorf("%w: no page %d", ErrRefused, number)
	}
	return p, nil
}

func (f *file) findPage(node any, inherited dict, left *int, seen map[int]bool, depth int) (page, bool) {
	r, ok := node.(ref)
	if !ok || seen[r.num] || depth > deepest {
		return page{}, false
	}
	seen[r.num] = true
	d := f.dict(r)
	inherited = maps.Clone(inherited)
	for _, key := range []name{"MediaBox", "CropBox", "Rotate"} {
		if d[key] != nil {
			inherited[key] = d[key]
		}
	}
	kids := f.array(d["Kids"])
	if kids == nil {
		*left--
		if *left > 0 {
			return page{}, false
		}
		return f.measured(page{ref: r, dict: d}, inherited)
	}
	for _, kid := range kids {
		if p, found := f.findPage(kid, inherited, left, seen, depth+1); found || *left <= 0 {
			return p, found
		}
	}
	return page{}, false
}

func (f *file) measured(p page, inherited dict) (page, bool) {
	box := f.array(inherited["CropBox"])
	if box == nil {
		box = f.array(inherited["MediaBox"])
	}
	if len(box) != 4 {
		return p, false
	}
	for i, v := range box {
		p.box[i], _ = decimal(f.resolve(v))
	}
	p.box = [4]float64{min(p.box[0], p.box[2]), min(p.box[1], p.box[3]), max(p.box[0], p.box[2]), max(p.box[1], p.box[3])}
	p.rotate, _ = integer(f.resolve(inherited["Rotate"]))
	p.rotate = (p.rotate%360 + 360) % 360
	return p, p.box[2] > p.box[0] && p.box[3] > p.box[1]
}

// width of the page as it is shown, in points.
func (p page) width() float64 {
	if p.rotate%180 != 0 {
		return p.box[3] - p.box[1]
	}
	return p.box[2] - p.box[0]
}

// place turns a rectangle of the page as it is shown, from its top left corner, into one of the page as it lies, with the turn of what is drawn in it.
func (p page) place(x, y, w, h float64) (rect, turn array) {
	left, bottom, right, top := p.box[0], p.box[1], p.box[2], p.box[3]
	switch p.rotate {
	case 90:
		return corners(left+y, bottom+x, h, w), turned(0, 1, -1, 0)
	case 180:
		return corners(right-x-w, bottom+y, w, h), turned(-1, 0, 0, -1)
	case 270:
		return corners(right-y-h, top-x-w, h, w), turned(0, -1, 1, 0)
	}
	return corners(left+x, top-y-h, w, h), turned(1, 0, 0, 1)
}

func corners(x, y, w, h float64) array {
	return array{measure(x), measure(y), measure(x + w), measure(y + h)}
}

func turned(a, b, c, d int) array {
	return array{whole(a), whole(b), whole(c), whole(d), whole(0), whole(0)}
}
