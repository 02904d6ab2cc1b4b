package font

import "slices"

// Subset cuts a font file that holds only the glyphs of the given runes, in their order after .notdef; rune i becomes glyph i+1. Count is the number
// of its glyphs, the parts of composed ones included.
func (f *Font) Subset(runes []rune) (file []byte, count int) {
	order := make([]uint16, 1, 2*len(runes)+1)
	for _, r := range runes {
		if !f.Has(r) {
			r = Substitute
		}
		order = append(order, f.glyphs[r])
	}
	glyf, loca, order := f.outlines(order)
	hmtx := make([]byte, 0, 4*len(order))
	for _, g := range order {
		hmtx = be.AppendUint16(hmtx, f.advance(g))
		hmtx = be.AppendUint16(hmtx, f.bearing(g))
	}
	head, hhea, maxp := slices.Clone(f.tables["head"]), slices.Clone(f.tables["hhea"]), slices.Clone(f.tables["maxp"])
	be.PutUint32(head[8:], 0) // the checksum is set over the whole file
	be.PutUint16(head[50:], 1)
	be.PutUint16(hhea[34:], uint16(len(order)))
	be.PutUint16(maxp[4:], uint16(len(order)))
	file = assemble([]table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
	return file, len(order)
}

// outlines copies the glyphs and, at the end, the parts that composed glyphs refer to.
func (f *Font) outlines(order []uint16) (glyf, loca []byte, all []uint16) {
	index := make(map[uint16]uint16, len(order))
	for i, g := range order {
		if _, ok := index[g]; !ok {
			index[g] = uint16(i)
		}
	}
	for i := 0; i < len(order); i++ {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		glyf = append(glyf, f.outline(order[i])...)
		order = recompose(glyf[start:], index, order)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, be.AppendUint32(loca, uint32(len(glyf))), order
}

// recompose gives the parts of a composed glyph their new numbers, adding parts not met before.
func recompose(g []byte, index map[uint16]uint16, order []uint16) []uint16 {
	if len(g) <= 10 || int16(be.Uint16(g)) >= 0 {
		return order
	}
	for p := 10; ; {
		flags, part := be.Uint16(g[p:]), be.Uint16(g[p+2:])
		n, ok := index[part]
		if !ok {
			n = uint16(len(order))
			index[part] = n
			order = append(order, part)
		}
		be.PutUint16(g[p+2:], n)
		p += 6 + 2*int(flags&1)
		switch {
		case flags&0x08 != 0:
			p += 2
		case flags&0x40 != 0:
			p += 4
		case flags&0x80 != 0:
			p += 8
		}
		if flags&0x20 == 0 {
			return order
		}
	}
}

func (f *Font) outline(g uint16) []byte {
	loca, glyf, i := f.tables["loca"], f.tables["glyf"], int(g)
	if f.longOffset {
		return glyf[be.Uint32(loca[4*i:]):be.Uint32(loca[4*i+4:])]
	}
	return glyf[2*int(be.Uint16(loca[2*i:])) : 2*int(be.Uint16(loca[2*i+2:]))]
}

func (f *Font) bearing(g uint16) uint16 {
	hmtx := f.tables["hmtx"]
	if int(g) < f.metrics {
		return be.Uint16(hmtx[4*int(g)+2:])
	}
	return be.Uint16(hmtx[4*f.metrics+2*(int(g)-f.metrics):])
}
