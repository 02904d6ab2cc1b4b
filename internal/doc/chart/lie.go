package chart

const (
	rowAir     = 7.0  // between the bars of two labels
	labelShare = 0.38 // of the width, for labels at the most
)

// barHeight is that of one lying bar; many beside each other are thinner.
func (c Chart) barHeight() float64 { return min(13, (tallest-rowAir)/float64(c.bars())) }

// side is the width of the labels beside the bars.
func (c Chart) side(width float64) float64 {
	side := 0.0
	for _, label := range c.Labels {
		side = max(side, measure(label, labelSize))
	}
	return min(side, width*labelShare)
}

// rowHeight is that of a label of so many lines with its bars.
func (c Chart) rowHeight(lines []string) float64 {
	return max(c.barHeight()*float64(c.bars()), labelSize*leading*float64(len(lines))) + rowAir
}

// lie draws bars that lie beside their labels.
func (c Chart) lie(d *Drawing) {
	a, side, end := c.axis(), c.side(d.Width), 0.0
	for i := range c.Labels {
		for _, s := range c.Series {
			if v := s.At(i); known(v) {
				end = max(end, measure(Figure(v, c.Decimals)+c.Unit, valueSize))
			}
		}
	}
	left := side + gap
	room := max(d.Width-left-end-gap, d.Width/4)
	at := func(v float64) float64 { return left + room*a.at(v) }
	grid := len(d.Marks)
	y := 2.0
	for i, label := range c.Labels {
		lines := short(wrap(label, labelSize, side))
		bars, height := c.barHeight()*float64(c.bars()), c.rowHeight(lines)
		for k, line := range lines {
			d.text(line, labelSize, side, 1, y+height/2-labelSize*leading*float64(len(lines))/2+labelSize*(0.85+leading*float64(k)))
		}
		c.row(d, i, y+height/2-bars/2, at)
		y += height
	}
	var marks []Mark
	for _, v := range a.ticks() {
		marks = append(marks, Mark{Line: []Point{{at(v), 0}, {at(v), y}}, Color: gridColor, Weight: 0.5})
	}
	d.Marks = append(d.Marks[:grid], append(marks, d.Marks[grid:]...)...)
	d.line(outlineColor, 0.8, Point{at(0), 0}, Point{at(0), y})
	free := 0.0
	for _, v := range a.ticks() {
		tick := c.tick(a, v)
		if x := at(v) - measure(tick, labelSize)/2; x >= free {
			d.text(tick, labelSize, at(v), 0.5, y+labelSize+1)
			free = x + measure(tick, labelSize) + gap
		}
	}
	d.Height = y + labelSize*1.3
}

// row draws the bars of one label from y downwards.
func (c Chart) row(d *Drawing, label int, y float64, at func(float64) float64) {
	barHeight := c.barHeight()
	c.each(label, func(k, place int, from, v float64) {
		x, end, top := at(from), at(from+v), y+barHeight*float64(place)
		d.bar(fill(k), min(x, end), top, max(x, end)-min(x, end), barHeight)
		figure := Figure(v, c.Decimals) + c.Unit
		switch {
		case c.Kind == Stacked && measure(figure, valueSize)+4 < max(x, end)-min(x, end):
			d.text(figure, valueSize, (x+end)/2, 0.5, top+barHeight/2+valueSize*0.35)
		case c.Kind != Stacked && v >= 0:
			d.text(figure, valueSize, end+3, 0, top+barHeight/2+valueSize*0.35)
		case c.Kind != Stacked:
			d.text(figure, valueSize, at(0)+3, 0, top+barHeight/2+valueSize*0.35)
		}
	})
}
