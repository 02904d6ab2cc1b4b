package reader

import (
	"regexp"
	"slices"
	"strings"
	"thidua/internal/plan"
	"thidua/internal/plan/extract"
	"unicode"
	"unicode/utf8"
)

// para is a line of the source, or a paragraph joined from several; it remembers where each piece stood.
type para struct {
	text   string
	pieces []piece
	blank  bool // a blank line stands before
	bold   bool
	goes   bool // it may go on the line before
	cell   extract.Cell
	grid   *grid // what a table holds, in the place of a text
}

// append joins a line to the paragraph.
func (p *para) append(l *para) {
	p.pieces = append(p.pieces, piece{len(p.text) + 1, l.pieces[0].char})
	p.text += " " + l.text
}

// none is a clip of nothing.
func none() clip { return (&para{pieces: []piece{{}}}).all() }

// piece maps a byte of para.text to a character of the source.
type piece struct{ at, char int }

// clip is a part of a paragraph, in bytes of its text.
type clip struct {
	p        *para
	from, to int
}

func (p *para) all() clip              { return clip{p, 0, len(p.text)} }
func (p *para) clip(from, to int) clip { return clip{p, from, to} }

func (c clip) text() string { return c.p.text[c.from:c.to] }

// sub gives a part of the clip, in bytes of its text.
func (c clip) sub(from, to int) clip { return clip{c.p, c.from + from, c.from + to} }

// trim drops spaces on both sides and the end marks of sentences and list items.
func (c clip) trim() clip {
	s := c.text()
	c.from += len(s) - len(strings.TrimLeft(s, " ,;:"))
	s = c.text()
	c.to = c.from + len(strings.TrimRight(s, " .,;:/"))
	if rest := s[len(c.text()):]; strings.HasPrefix(rest, "...") {
		c.to += len("...")
	}
	return c
}

// span gives the passage of the clip in the source.
func (c clip) span() plan.Span {
	if c.to <= c.from {
		return plan.Span{}
	}
	_, last := utf8.DecodeLastRuneInString(c.text())
	return plan.Span{c.p.char(c.from), c.p.char(c.to-last) + 1}
}

func (c clip) seen() plan.Seen { return plan.Seen{Span: c.span(), Confidence: plan.Plain} }

func (c clip) doubtful(reason string) plan.Seen {
	return plan.Seen{Span: c.span(), Confidence: plan.Check, Reason: reason}
}

func (p *para) char(at int) int {
	q := p.pieces[0]
	for _, x := range p.pieces {
		if x.at > at {
			break
		}
		q = x
	}
	return q.char + utf8.RuneCountInString(p.text[q.at:at])
}

// lines ties the lines of a document to the characters of its text.
func lines(d extract.Document) []*para {
	var out []*para
	char := 0
	for _, l := range d.Lines {
		if l.Blank {
			char++
		}
		out = append(out, &para{text: l.Text, pieces: []piece{{0, char}}, blank: l.Blank, bold: l.Bold, goes: l.Goes, cell: l.Cell})
		char += utf8.RuneCountInString(l.Text) + 1
	}
	return out
}

var pageNumber = regexp.MustCompile(`^(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?$`)

// withoutPageNumbers leaves out the numbers of pages that stand between the lines.
func withoutPageNumbers(ls []*para) []*para {
	return slices.DeleteFunc(ls, func(l *para) bool { return l.cell.Table == 0 && pageNumber.MatchString(l.text) })
}

// wrapWidth is the length in characters from which a line of a text file may have been cut by its margin.
const wrapWidth = 60

// endsSentence looks at the last characters only: a paragraph may be long.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"”’)`)
	return s != "" && strings.Contains(".;:!?", s[len(s)-1:])
}

// join puts paragraphs together that a stray blank line or the margin of a text file has cut.
func join(ls []*para, wrapped bool) []*para {
	var out []*para
	last := 0
	for _, l := range ls {
		if n := len(out); n > 0 && continues(out[n-1], l, last, wrapped) {
			out[n-1].append(l)
		} else {
			own := *l
			out = append(out, &own)
		}
		last = utf8.RuneCountInString(l.text)
	}
	return out
}

func continues(p, l *para, last int, wrapped bool) bool {
	if len(p.text) > extract.MaxParagraph || isItem(l.text) || apart(p, l) || endsSentence(p.text) && !l.goes {
		return false
	}
	if l.goes {
		return true
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	return unicode.IsLower(first) || !p.bold && hangs.MatchString(p.text) || wrapped && !l.blank && last >= wrapWidth
}

// hangs matches a paragraph that ends with a word that must go on.
var hangs = regexp.MustCompile(`\s(?:ngày|tháng|năm|số|của|và|về|theo|tại|với|cho|các|từ|đến|là|trong|do|để|những)$`)

// apart tells paragraphs that are of two kinds: tables, lines in capitals, and headings in bold beside text that is not.
func apart(p, l *para) bool {
	return p.grid != nil || l.grid != nil || capitals(p.text) || capitals(l.text) || p.bold != l.bold && (bareHeading(p) || bareHeading(l))
}

// capitals tells whether a line is written in capital letters, as headings and positions are.
func capitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 4
}

// group gives a group of a match, "" where it did not take part.
func group(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
}
