// Package compare reads a Word file that comes back from somebody's desk and tells, paragraph by paragraph, what differs from the paper as the
// program writes it: words, figures of the data, and words that the program can take over.
package compare

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Para is a paragraph as a reader of the file sees it, without its format.
type Para struct {
	Text string // in NFC, with single spaces
	Cell bool   // it stands in a table
}

// Refusals of a file.
var (
	// ErrDamaged is a part that is no text of Word.
	ErrDamaged = errors.New("the text cannot be read")
	// ErrTooMuch is a text longer or deeper than any paper.
	ErrTooMuch = errors.New("the text is longer than any paper")
)

// The bounds of a text.
const (
	maxText  = 4 << 20
	maxParas = 20_000
	maxDepth = 200
)

// Read gives the paragraphs that say something, of the main part of a Word file (word/document.xml). Tracked changes are read as accepted: what is
// inserted stands there, what is deleted does not. Hidden text is left out; headers, footers and notes stand in other parts and are not read.
func Read(part []byte) ([]Para, error) {
	r := &reader{}
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) && len(r.path) == 0 && r.prefix != nil {
			return r.out, nil
		}
		if err != nil {
			return nil, ErrDamaged
		}
		if err := r.token(t); err != nil {
			return nil, err
		}
	}
}

// reader walks through the tokens of a part.
type reader struct {
	prefix *string // of the elements of Word, as the first one is written
	path   []string
	open   []*paragraph // a text box holds paragraphs within a paragraph
	gone   int          // elements around that do not count
	cells  int
	hidden bool // the run at hand
	carry  string
	size   int
	out    []Para
}

type paragraph struct {
	text   strings.Builder
	joined bool // its mark is deleted: the next paragraph goes on from here
}

func (r *reader) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.Directive:
		return ErrDamaged
	case xml.StartElement:
		return r.start(t)
	case xml.EndElement:
		return r.end()
	case xml.CharData:
		if r.counts() && r.at(0) == "t" {
			return r.put(string(t))
		}
	}
	return nil
}

func (r *reader) counts() bool { return r.gone == 0 && !r.hidden && len(r.open) > 0 }

// at gives the name of an element around, 0 the innermost; other names than those of Word are empty.
func (r *reader) at(n int) string {
	if i := len(r.path) - 1 - n; i >= 0 {
		return r.path[i]
	}
	return ""
}

func (r *reader) start(e xml.StartElement) error {
	if r.prefix == nil {
		if e.Name.Local != "document" {
			return ErrDamaged
		}
		r.prefix = &e.Name.Space
	}
	name := ""
	switch {
	case e.Name.Space == *r.prefix:
		name = e.Name.Local
	case e.Name.Local == "Fallback":
		name = fallback
	}
	if len(r.path) >= maxDepth {
		return ErrTooMuch
	}
	r.path = append(r.path, name)
	if outside[name] {
		r.gone++
	}
	return r.element(name, e)
}

// fallback repeats a drawing in an older way.
const fallback = "mc:Fallback"

var outside = map[string]bool{"del": true, "moveFrom": true, fallback: true}

func (r *reader) element(name string, e xml.StartElement) error {
	switch name {
	case "p":
		r.open = append(r.open, &paragraph{})
	case "tc":
		r.cells++
	case "r":
		r.hidden = false
	case "vanish", "del", "moveFrom":
		r.property(name, e)
	default:
		if s := signs[name]; s != "" && r.at(1) == "r" && r.counts() {
			return r.put(s)
		}
	}
	return nil
}

// property notes what a run or the mark of a paragraph says of itself.
func (r *reader) property(name string, e xml.StartElement) {
	switch around := r.at(2); {
	case r.at(1) != "rPr":
	case name == "vanish" && around == "r":
		r.hidden = on(e)
	case name != "vanish" && around == "pPr" && len(r.open) > 0:
		r.open[len(r.open)-1].joined = true
	}
}

// signs are elements of a run that stand for a letter.
var signs = map[string]string{"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}

func on(e xml.StartElement) bool {
	for _, a := range e.Attr {
		if a.Name.Local == "val" {
			return a.Value != "0" && a.Value != "false" && a.Value != "off"
		}
	}
	return true
}

func (r *reader) put(s string) error {
	if r.size += len(s); r.size > maxText {
		return ErrTooMuch
	}
	r.open[len(r.open)-1].text.WriteString(s)
	return nil
}

func (r *reader) end() error {
	n := len(r.path) - 1
	if n < 0 {
		return ErrDamaged
	}
	name := r.path[n]
	r.path = r.path[:n]
	if outside[name] {
		r.gone--
	}
	switch name {
	case "p":
		return r.close()
	case "r":
		r.hidden = false
	case "tc":
		r.cells--
	}
	return nil
}

func (r *reader) close() error {
	p := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	text := r.carry + p.text.String()
	r.carry = ""
	if p.joined {
		r.carry = text
		return nil
	}
	if text = tidy(text); text == "" {
		return nil
	}
	if len(r.out) == maxParas {
		return ErrTooMuch
	}
	r.out = append(r.out, Para{Text: text, Cell: r.cells > 0})
	return nil
}
