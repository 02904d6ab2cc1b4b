package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// piece97 is a piece of the text: characters [from, to) stand from a place of the text stream on, as bytes of Windows-1252 or as UTF-16.
type piece97 struct {
	from, to int
	place    int
	narrow   bool
}

const (
	pieceProps  = 1 // mark of properties that stand before the table of pieces
	pieceTable  = 2 // mark of the table itself
	narrowPiece = 1 << 30
)

func piecesOf(clx record) []piece97 {
	for clx.u8(0) == pieceProps {
		clx = clx.part(3+clx.u16(1), len(clx)-3-clx.u16(1))
	}
	plc := clx.part(5, clx.u32(1))
	if clx.u8(0) != pieceTable || len(plc) < 16 {
		return nil
	}
	n := (len(plc) - 4) / 12
	var out []piece97
	for i := range n {
		p := piece97{from: plc.u32(4 * i), to: plc.u32(4*i + 4), place: plc.u32(4*(n+1) + 8*i + 2)}
		if p.narrow = p.place&narrowPiece != 0; p.narrow {
			p.place = p.place &^ narrowPiece / 2
		}
		if p.to > p.from && (len(out) == 0 || p.from >= out[len(out)-1].to) {
			out = append(out, p)
		}
	}
	return out
}

// text97 gathers the lines.
type text97 struct {
	w        *word97
	out      gathered
	places   int // paragraphs that hold text
	line     legacyText
	light    bool // a letter of the line is not bold
	table    table97
	row      gathered // the cells of the table at hand, to count them
	tables   int
	fields   []bool // open fields; true while the code stands, which is not text
	pictures bool
	missing  bool // a piece stands outside of the file
}

// read reads the head of the first page, the text boxes, then the main text; a box often holds a stamp that must be seen.
func (w *word97) read() *text97 {
	t := &text97{w: w}
	t.head()
	head := t.out.lines
	t.out = gathered{}
	before := 0
	for i := range textsBefore {
		before += w.main.u32(atLengths + 4*i)
	}
	t.between(before, before+w.main.u32(atLengths+4*textsBefore))
	t.fields = nil
	t.between(0, w.main.u32(atLengths))
	if t.line.Len() > 0 {
		t.end(paraProps{}, false)
	}
	t.endTable()
	t.out.lines = append(said(head, t.out.lines), t.out.lines...)
	return t
}

// between reads the characters from one place of the whole text to another.
func (t *text97) between(from, to int) {
	for _, p := range t.w.pieces {
		first, last := max(p.from, from), min(p.to, to)
		if first >= last || t.full() || t.w.ctx.Err() != nil {
			continue
		}
		width := 2
		if p.narrow {
			width = 1
		}
		place := p.place + (first-p.from)*width
		b := t.w.main.part(place, (last-first)*width)
		t.missing = t.missing || b == nil
		if p.narrow {
			for i, c := range b {
				t.char(charmap.Windows1252.DecodeByte(c), place+i)
			}
			continue
		}
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = uint16(b.u16(2 * i))
		}
		at := place
		for _, r := range utf16.Decode(units) {
			t.char(r, at)
			at += 2 * utf16.RuneLen(r)
		}
	}
}

// full tells whether there is more text than any plan has; what follows is not read.
func (t *text97) full() bool {
	return t.out.full() || t.row.full() || t.line.Len() > 4*MaxCharacters
}

// Characters of Word with a meaning of their own.
const (
	paragraphEnds = "\r\a\f" // of a paragraph, of a cell, of a page
	pictures      = "\x01\b"
	fieldOpen     = '\x13'
	fieldSplit    = '\x14'
	fieldClose    = '\x15'
	hardHyphen    = '\x1e'
)

func (t *text97) char(r rune, at int) {
	if t.full() || t.field(r) {
		return
	}
	props := find(t.w.runs, at)
	switch {
	case props.deleted:
	case strings.ContainsRune(paragraphEnds, r):
		t.end(find(t.w.paras, at), r == '\a')
	case strings.ContainsRune(pictures, r):
		t.pictures = true
	case r == hardHyphen:
		t.line.add(modern, "-")
	case r >= ' ' || r == '\t' || r == '\v':
		t.line.add(t.coding(props, at), string(r))
		t.light = t.light || unicode.IsLetter(r) && !t.bold(props, at)
	}
}

// field follows the marks of fields and tells whether a character is such a mark or stands in a code, which is not text.
func (t *text97) field(r rune) bool {
	switch last := len(t.fields) - 1; {
	case r == fieldOpen && last < MaxDepth:
		t.fields = append(t.fields, true)
	case r == fieldSplit && last >= 0:
		t.fields[last] = false
	case r == fieldClose && last >= 0:
		t.fields = t.fields[:last]
	default:
		return slices.Contains(t.fields, true)
	}
	return true
}

// coding tells from the font of the run, of the style or of the document how a letter is written.
func (t *text97) coding(props runProps, at int) legacy {
	w, font := t.w, props.font
	if font == 0 {
		font = w.styleOf(find(w.paras, at).style).font
	}
	if font == 0 {
		font = w.font
	}
	if font > len(w.fonts) || font == 0 {
		return modern
	}
	return legacyOf(w.fonts[font-1])
}

// bold tells whether the letters of a run are bold: the run says it itself, or leaves it to its style, or differs from it.
func (t *text97) bold(props runProps, at int) bool {
	if props.bold == light || props.bold == bold {
		return props.bold == bold
	}
	return (t.w.styleOf(find(t.w.paras, at).style).weight == bold) != (props.bold == contrary)
}

// end puts out the paragraph as a line, with its automatic number in front; the end of a row of a table is no line.
func (t *text97) end(p paraProps, cellEnds bool) {
	text, light := t.line.String(), t.light
	t.line, t.light = legacyText{}, false
	if p.rowEnd && text == "" {
		t.table.endRow(p.shape)
		return
	}
	full := strings.TrimSpace(text) != ""
	inTable := cellEnds || p.inTable
	if full || inTable {
		style := t.w.styleOf(p.style)
		list, level := style.list, style.level
		if p.has {
			list, level = p.list, p.level
		}
		text = t.w.num.label(numRef{strconv.Itoa(list), levelOf(strconv.Itoa(level))}) + text
	}
	if full {
		t.places++
	}
	l := Line{Text: text, Place: t.places, Bold: full && !light}
	if inTable {
		t.row.add(l)
		t.table.add(l, cellEnds)
		return
	}
	t.endTable()
	t.out.add(l)
}

func (t *text97) endTable() {
	if !t.table.empty() {
		t.tables++
		for _, l := range t.table.lines(t.tables) {
			t.out.add(l)
		}
		t.table, t.row = table97{}, gathered{}
	}
}
