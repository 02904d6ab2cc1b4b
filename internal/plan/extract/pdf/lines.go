package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	padding   = 5.4  // points between the text of a cell and its rules, as Word leaves them
	space     = 0.25 // of the size of the letters
	slack     = 0.3  // of the size: by which lines that are not justified fall short of their margin
	stepIn    = 0.5  // of the size: a line that begins so much farther in is indented
	moreRoom  = 1.15 // times the usual distance of lines
	sameStyle = 0.08 // of the size

	proseWords = 4 // of a line of running text
	proseLines = 3
)

// printed is a line with its place.
type printed struct {
	Line
	box
	y, size float64
	starts  []float64 // where its first words begin
	first   float64   // the width of its first word
}

// margins are those of running text, of a column or of a cell.
type margins struct {
	left, right float64
	pitch       float64 // the usual distance of lines, in sizes of their letters; 0 when unknown
}

func print(r row) printed {
	p := printed{box: r.box, y: r.y, size: r.size, first: r.words[0].width()}
	p.Bold = true
	words := make([]string, len(r.words))
	for i, w := range r.words {
		words[i] = w.text
		p.Bold = p.Bold && w.bold
		if i < 4 {
			p.starts = append(p.starts, w.x0)
		}
	}
	p.Text = strings.ToValidUTF8(strings.Join(words, " "), "")
	p.Bold = p.Bold && strings.ContainsFunc(p.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	return p
}

// printAll gives the rows of a column or cell as lines.
func printAll(rows []row, m margins) []printed {
	var out []printed
	for i, r := range rows {
		p := print(r)
		p.Indent = math.Round(100*max(0, r.x0-m.left)/r.size) / 100
		if i > 0 {
			before := &out[i-1]
			pitch := (p.y - before.y) / p.size
			p.Gap = m.pitch > 0 && pitch > moreRoom*m.pitch && (pitch-m.pitch)*p.size > 1.5
			p.Goes = !p.Gap && goes(before, &p, m)
		}
		out = append(out, p)
	}
	return out
}

// goes tells whether p may go on the paragraph of the line before it: there was no room for its first word, and it does not begin like a
// paragraph.
func goes(before, p *printed, m margins) bool {
	if p.Bold != before.Bold || abs(p.size-before.size) > sameStyle*p.size {
		return false
	}
	if before.x1+space*p.size+p.first <= m.right {
		return false
	}
	switch step := (p.x0 - before.x0) / p.size; {
	case step > stepIn:
		return hangs(before, p)
	case step > -stepIn && p.x0 > m.left+stepIn*p.size && !before.Goes:
		return startsSmall(p.Text)
	}
	return true
}

// hangs tells whether p begins below a word of the line before: below the text of a numbered item, not below the number.
func hangs(before, p *printed) bool {
	for _, x := range before.starts[1:] {
		if abs(x-p.x0) < slack*p.size {
			return true
		}
	}
	return false
}

func startsSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// bodyMargins are those of the running text of all pages of one width: where most full lines begin and end.
func bodyMargins(all []row) margins {
	var rights, lefts, pitches []float64
	for i, r := range all {
		if len(r.words) < proseWords {
			continue
		}
		rights = append(rights, r.x1)
		if i > 0 && r.y-all[i-1].y > 0.9*r.size && len(all[i-1].words) >= proseWords {
			pitches = append(pitches, (r.y-all[i-1].y)/r.size)
		}
	}
	right, times := common(rights)
	for _, r := range all {
		if len(r.words) >= proseWords && r.x1 > right-2*r.size {
			lefts = append(lefts, -r.x0)
		}
	}
	left, _ := common(lefts)
	m := margins{left: -left, right: right, pitch: usual(pitches)}
	if times < proseLines {
		m.right = ragged(all)
	}
	return m
}

// ragged guesses where lines end that do not end at one place.
func ragged(all []row) float64 {
	end := 0.0
	for _, r := range all {
		end = max(end, r.x1+slack*r.size)
	}
	return end
}
