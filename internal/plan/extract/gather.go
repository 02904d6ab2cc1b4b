package extract

import (
	"strings"
	"thidua"
	"unicode/utf8"
)

// gathered holds the lines that a reader has found so far. Blank ones leave only a mark, and there is an end to them: what composes letters and
// drops spaces later may halve a text, not more.
type gathered struct {
	lines      []Line
	characters int
	blank      bool
}

// add keeps a line; a blank one inside a cell parts nothing.
func (g *gathered) add(l Line) {
	if strings.TrimSpace(l.Text) == "" {
		g.blank = g.blank || l.Cell.Table == 0
		return
	}
	l.Blank = l.Blank || g.blank
	g.blank = false
	g.characters += utf8.RuneCountInString(l.Text) + 1
	g.lines = append(g.lines, l)
}

// full tells whether there is more than any plan has.
func (g *gathered) full() bool { return g.characters > 2*MaxCharacters || len(g.lines) > MaxLines }

// refusal says of what there is too much.
func (g *gathered) refusal() error {
	if len(g.lines) > MaxLines {
		return thidua.Refuse(thidua.TooLarge, CodeTooManyLines, MaxLines)
	}
	return thidua.Refuse(thidua.TooLarge, CodeTooLong, MaxCharacters)
}
