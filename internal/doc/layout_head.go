package doc

import (
	"thidua/internal/doc/font"
)

func (l *layout) letterhead(v Letterhead) {
	h := v.fit(l.width)
	left, right := l.w.Element(l.w.Root(), "P"), l.w.Element(l.w.Root(), "P")
	one := pitch(h.size)
	leftHeight := float64(len(h.superior)+len(h.agency))*one + ruleHeight
	rightHeight := one + pitch(h.size+1) + ruleHeight
	second := max(leftHeight, rightHeight)
	height := second
	height += float64(max(len(h.number)+len(h.about), len(h.place))) * pitch(numberSize)
	l.append(item{height: height, draw: func(p *pen, y float64) {
		lx, rx, lw, rw := float64(marginLeft), float64(marginLeft+h.left), float64(h.left), float64(h.right)
		at := p.centered(left, h.superior, font.Regular, h.size, lx, y, lw)
		at = p.centered(left, h.agency, font.Bold, h.size, lx, at, lw)
		p.shortRule(lx+lw/2, at, h.agencyRule)
		at = p.centered(right, []string{nation}, font.Bold, h.size, rx, y, rw)
		at = p.centered(right, []string{motto}, font.Bold, h.size+1, rx, at, rw)
		p.shortRule(rx+rw/2, at, h.mottoRule)
		at = p.centered(left, h.number, font.Regular, numberSize, lx, y+second, lw)
		p.centered(left, h.about, font.Regular, numberSize, lx, at, lw)
		p.centered(right, h.place, font.Italic, numberSize, rx, y+second, rw)
	}})
}

// shortRule draws the rule below a name, centred on x, where the border of an empty paragraph stands.
func (p *pen) shortRule(x, y float64, length int) {
	half := float64(length) / 2
	p.rule(x-half, y+ruleDrop, x+half, y+ruleDrop)
}

// ruleDrop is the distance of a short rule below the text it belongs to.
const ruleDrop = 30

// ruleBorder is what the border of a paragraph takes up: its line of half a point and the point between line and text.
const ruleBorder = 30

func (v Title) lines(width int) []string {
	return balance(clean(v.Subject), font.Bold, bodySize, width-1000)
}

func (l *layout) title(v Title) {
	lines := v.lines(l.width)
	e := l.w.Element(l.w.Root(), "H1")
	height := pitch(bodySize) * float64(1+len(lines))
	if len(lines) > 0 {
		height += ruleHeight
	}
	l.append(item{before: float64(l.set.titleBefore), height: height, draw: func(p *pen, y float64) {
		at := p.centered(e, []string{clean(v.Kind)}, font.Bold, bodySize, marginLeft, y, float64(l.width))
		if len(lines) > 0 {
			at = p.centered(e, lines, font.Bold, bodySize, marginLeft, at, float64(l.width))
			p.shortRule(marginLeft+float64(l.width)/2, at, v.ruleLength(lines))
		}
	}})
}

// ruleLength is the length of the rule below the subject: between a third and a half of its longest line.
func (v Title) ruleLength(lines []string) int {
	longest := 0.0
	for _, s := range lines {
		longest = max(longest, twips(font.Bold, bodySize, s))
	}
	return int(longest * 0.4)
}
