package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// space tells which spaces are folded into one; one that holds two words together stays.
func space(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }

// prepare cleans the runs of a paragraph: single spaces, none at the ends, so that every writer sets the same text.
func prepare(runs []Run) []Run {
	out := make([]Run, 0, len(runs))
	open := false // the text so far ends in a space, or is empty
	first := true
	for _, r := range runs {
		s := clean(r.Text)
		fields := strings.FieldsFunc(s, space)
		if len(fields) == 0 {
			open = open || s != ""
			continue
		}
		text := strings.Join(fields, " ")
		if !first && (open || s[0] == ' ') {
			text = " " + text
		}
		open, first = s[len(s)-1] == ' ', false
		r.Text = text
		out = append(out, r)
	}
	return out
}

// word is what stands between two places where a line may break.
type word struct {
	pieces []pdf.Span
	width  float64 // twips
	space  float64 // width of the space before it, 0 after a hyphen
	face   font.Face
	run    int // where its first piece stands: the run and the byte there
	at     int
}

// line is one line of a paragraph with its natural width, the spaces between words included.
type line struct {
	spans  []pdf.Span
	width  float64
	spaces int
	last   bool
}

// wrap breaks a paragraph first-fit at spaces and hyphens, as word processors do; a word longer than the line is cut.
func wrap(runs []Run, size float64, width, first int) []line {
	var lines []line
	var current line
	room := float64(width - first)
	for _, w := range words(runs, size) {
		if len(current.spans) > 0 && current.width+w.space+w.width > room+0.5-w.lean(size) {
			lines, current, room = append(lines, current), line{}, float64(width)
		}
		for w.width > room && len(current.spans) == 0 {
			part, rest := w.cut(room, size)
			if len(rest.pieces) == 0 {
				break
			}
			current.add(part, size)
			lines, current, room, w = append(lines, current), line{}, float64(width), rest
		}
		current.add(w, size)
	}
	current.last = true
	return append(lines, current)
}

// lean is the room that word processors keep free at the right edge for the slant of an italic letter: a twelfth of the line.
func (w word) lean(size float64) float64 {
	if w.pieces[len(w.pieces)-1].Face&font.Italic != 0 {
		return pitch(size) / 12
	}
	return 0
}

func (l *line) add(w word, size float64) {
	if len(l.spans) > 0 && w.space > 0 {
		l.push(pdf.Span{Face: w.face, Size: size, Text: " "})
		l.width += w.space
		l.spaces++
	}
	for _, p := range w.pieces {
		l.push(p)
	}
	l.width += w.width
}

func (l *line) push(s pdf.Span) {
	if n := len(l.spans); n > 0 && l.spans[n-1].Face == s.Face {
		l.spans[n-1].Text += s.Text
		return
	}
	l.spans = append(l.spans, s)
}

// words splits prepared runs; a word may change its style in the middle.
func words(runs []Run, size float64) []word {
	var out []word
	var w word
	for k, r := range runs {
		face, at := r.face(), 0
		for i, part := range strings.Split(r.Text, " ") {
			if i > 0 {
				out = flush(out, w)
				w = word{space: twips(face, size, " "), face: face}
				at++
			}
			for part != "" {
				if len(w.pieces) == 0 {
					w.run, w.at = k, at
				}
				n := breakAfter(part)
				w.pieces = append(w.pieces, pdf.Span{Face: face, Size: size, Text: part[:n]})
				w.width += twips(face, size, part[:n])
				at += n
				if part = part[n:]; part != "" {
					out = flush(out, w)
					w = word{face: face}
				}
			}
		}
	}
	return flush(out, w)
}

func flush(out []word, w word) []word {
	if len(w.pieces) == 0 {
		return out
	}
	return append(out, w)
}

// breakAfter gives the length of the part that may end a line: up to a hyphen within a word or a range of years, else all.
func breakAfter(s string) int {
	before := ' '
	for i, r := range s {
		if end := i + utf8.RuneLen(r); (r == '-' || r == '–') && letterOrDigit(before) {
			if after, _ := utf8.DecodeRuneInString(s[end:]); letterOrDigit(after) {
				return end
			}
		}
		before = r
	}
	return len(s)
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// cut divides a word at the last letter that fits into the room; at least one letter stays in the first part.
func (w word) cut(room, size float64) (part, rest word) {
	part, rest = word{space: w.space, face: w.face}, word{face: w.face}
	for _, p := range w.pieces {
		at := 0
		for i, r := range p.Text {
			advance := font.Serif(p.Face).Advance(r) * size * 20 / 1000
			if len(rest.pieces) > 0 || (part.width+advance > room && part.width > 0) {
				break
			}
			part.width += advance
			at = i + utf8.RuneLen(r)
		}
		if at > 0 {
			part.pieces = append(part.pieces, pdf.Span{Face: p.Face, Size: p.Size, Text: p.Text[:at]})
		}
		if at < len(p.Text) {
			rest.pieces = append(rest.pieces, pdf.Span{Face: p.Face, Size: p.Size, Text: p.Text[at:]})
			rest.width += twips(p.Face, size, p.Text[at:])
		}
	}
	return part, rest
}

// loosest is how far justification may widen a space before names that stand together are given up for it, in twips.
const loosest = 100

// settled prepares the runs of a paragraph for a width: where words that are not to be divided are wider than the line, or would tear the line before
// them apart, they are divided.
func (p Para) settled(size float64, width int) []Run {
	return settle(prepare(p.Runs), size, width, p.indent(), p.Align == Justify)
}

// settle gives up what holds words together where the width does not allow it; torn lines matter in justified text alone.
func settle(runs []Run, size float64, width, first int, justified bool) []Run {
	for bound(runs) {
		run, at, n := torn(runs, size, width, first, justified)
		if n == 0 {
			break
		}
		text := runs[run].Text
		runs[run].Text = text[:at] + strings.ReplaceAll(text[at:at+n], nbsp, " ") + text[at+n:]
	}
	return runs
}

// torn finds the first word that holds together with spaces and is wider than a line or leaves too wide a line before it: its run, its place there
// and its length.
func torn(runs []Run, size float64, width, first int, justified bool) (run, at, n int) {
	room, used, spaces := float64(width-first), 0.0, 0
	for _, w := range words(runs, size) {
		wide := w.width > float64(width)
		if used > 0 && used+w.space+w.width > room+0.5-w.lean(size) {
			wide = wide || justified && (room-used)/float64(max(spaces, 1)) > loosest
			room, used, spaces = float64(width), 0, 0
		} else if used > 0 && w.space > 0 {
			used, spaces = used+w.space, spaces+1
		}
		if wide {
			if strings.Contains(w.pieces[0].Text, nbsp) {
				return w.run, w.at, len(w.pieces[0].Text)
			}
		}
		used += w.width
	}
	return 0, 0, 0
}

func bound(runs []Run) bool {
	for _, r := range runs {
		if strings.Contains(r.Text, nbsp) {
			return true
		}
	}
	return false
}
