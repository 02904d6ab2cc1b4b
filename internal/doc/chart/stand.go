package chart

// frame is where the values stand in an upright chart.
type frame struct {
	axis
	left, top, band, plot float64
}

func (f frame) y(v float64) float64      { return f.top + f.plot*(1-f.at(v)) }
func (f frame) middle(label int) float64 { return f.left + f.band*(float64(label)+0.5) }

// tick prints a mark of the axis.
func (c Chart) tick(a axis, v float64) string { return Figure(v, a.decimals()) + c.Unit }

// stand draws bars that stand, or lines, over their labels.
func (c Chart) stand(d *Drawing, plot float64) {
	f := frame{axis: c.axis(), top: valueSize * 1.4, plot: plot}
	for _, v := range f.ticks() {
		f.left = max(f.left, measure(c.tick(f.axis, v), labelSize)+gap)
	}
	f.band = (d.Width - f.left) / float64(max(len(c.Labels), 1))
	for _, v := range f.ticks() {
		y := f.y(v)
		d.line(gridColor, 0.5, Point{f.left, y}, Point{d.Width, y})
		d.text(c.tick(f.axis, v), labelSize, f.left-gap, 1, y+labelSize*0.3)
	}
	if c.Kind == Line {
		c.lines(d, f)
	} else {
		c.columns(d, f)
	}
	d.line(outlineColor, 0.8, Point{f.left, f.y(0)}, Point{d.Width, f.y(0)})
	most := 0
	for i, label := range c.Labels {
		lines := short(wrap(label, labelSize, f.band-4))
		for k, line := range lines {
			d.text(line, labelSize, f.middle(i), 0.5, f.top+f.plot+gap+labelSize*(0.8+leading*float64(k)))
		}
		most = max(most, len(lines))
	}
	d.Height = f.top + f.plot + gap + labelSize*leading*float64(most)
}

// bars is how many bars stand side by side over a label.
func (c Chart) bars() int {
	if c.Kind == Stacked {
		return 1
	}
	return max(len(c.Series), 1)
}

// columns draws the bars of every label.
func (c Chart) columns(d *Drawing, f frame) {
	width := min(f.band*0.72/float64(c.bars()), 44)
	for i := range c.Labels {
		c.each(i, func(k, place int, from, v float64) {
			x := f.middle(i) + width*(float64(place)-float64(c.bars())/2)
			y, start := f.y(from+v), f.y(from)
			d.bar(fill(k), x, min(y, start), width, max(y, start)-min(y, start))
			figure := Figure(v, c.Decimals) + c.Unit
			switch {
			case measure(figure, valueSize) > width+8:
			case c.Kind != Stacked && v >= 0:
				d.text(figure, valueSize, x+width/2, 0.5, y-3)
			case c.Kind != Stacked:
				d.text(figure, valueSize, x+width/2, 0.5, y+valueSize)
			case max(y, start)-min(y, start) > valueSize+2:
				d.text(figure, valueSize, x+width/2, 0.5, (y+start)/2+valueSize*0.35)
			}
		})
	}
}

// each visits the known values of a label: the series, its place among the bars that stand side by side, and where it begins.
func (c Chart) each(label int, visit func(series, place int, from, v float64)) {
	up, down := 0.0, 0.0
	for k, s := range c.Series {
		v := s.At(label)
		switch {
		case !known(v):
		case c.Kind != Stacked:
			visit(k, k, 0, v)
		case v < 0:
			visit(k, 0, down, v)
			down += v
		default:
			visit(k, 0, up, v)
			up += v
		}
	}
}

// lines draws a line for every series, interrupted where a value is missing; one or two lines have their figures.
func (c Chart) lines(d *Drawing, f frame) {
	for k, s := range c.Series {
		var run []Point
		for i := range c.Labels {
			if v := s.At(i); known(v) {
				run = append(run, Point{f.middle(i), f.y(v)})
				continue
			}
			d.stroke(k, run)
			run = nil
		}
		d.stroke(k, run)
		for i := range c.Labels {
			v := s.At(i)
			if figure := Figure(v, c.Decimals) + c.Unit; known(v) && len(c.Series) <= 2 && measure(figure, valueSize) < f.band {
				below := f.y(v) + valueSize + 5
				if k == 0 || below > f.y(0) && v >= 0 {
					below = f.y(v) - 6
				}
				d.text(figure, valueSize, f.middle(i), 0.5, below)
			}
		}
	}
}

func (d *Drawing) stroke(series int, points []Point) {
	if len(points) > 1 {
		d.line(ink(series), 1.4, points...)
	}
	for _, p := range points {
		d.sign(series, p)
	}
}
