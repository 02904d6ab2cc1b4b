package certificate

import "thidua/internal/doc"

// Placed is a text as it stands on the sheet, for a picture of it on the screen; measures are tenths of a millimetre.
type Placed struct {
	Part  Part
	Box   Box
	Size  float64
	Lines []PlacedLine
	Fits  bool
}

// PlacedLine is a line with its baseline; X is the left edge, the middle or the right edge of the box, by its side.
type PlacedLine struct {
	Text string
	X, Y float64
}

// Place sets the words of one certificate.
func (t Template) Place(w Words) []Placed {
	const perPoint = 254 / 72.0
	var out []Placed
	for _, p := range Parts {
		b := t.Boxes[p]
		if !b.On {
			continue
		}
		s := b.fit(w[p])
		one := Placed{Part: p, Box: b, Size: s.size * perPoint, Fits: s.fits || w[p] == ""}
		pitch, above := doc.LinePitch(one.Size)
		x := float64(b.X)
		switch b.Side {
		case AtCentre:
			x += float64(b.Width) / 2
		case AtRight:
			x += float64(b.Width)
		}
		for i, line := range s.lines {
			one.Lines = append(one.Lines, PlacedLine{line, x, float64(b.Y) + above + float64(i)*pitch})
		}
		out = append(out, one)
	}
	return out
}
