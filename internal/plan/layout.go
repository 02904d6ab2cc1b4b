package plan

import (
	"regexp"
	"strings"
)

// Layout is what the form of the original file tells beside the letters: where each line stands, and the headings that were found. It is no
// part of the contract of `thidua plan read`.
type Layout struct {
	Place    PlaceUnit `json:"place"`
	Places   []int     `json:"places"` // of each line of Source that is not blank, from 1
	Sections []Section `json:"sections"`
}

// PlaceUnit says in what a place of the original is counted: trang, đoạn or dòng.
type PlaceUnit string

// The units of a place: pages of a PDF, paragraphs of a Word file, lines of a text file.
const (
	InPages      PlaceUnit = "page"
	InParagraphs PlaceUnit = "paragraph"
	InLines      PlaceUnit = "line"
)

// Section is a numbered heading of the plan with its own numbering; it reaches to the next one.
type Section struct {
	Number, Title string
	Span          Span
}

// Last gives the last place of the original, 0 when the layout is not known.
func (l Layout) Last() int {
	last := 0
	for _, p := range l.Places {
		last = max(last, p)
	}
	return last
}

// Sections gives the headings of the plan in order.
func (d Draft) Sections() []Section {
	if d.Layout == nil {
		return nil
	}
	return d.Layout.Sections
}

// sectionOf gives the section of an element, for a list of standards the one over its "a)".
func (d Draft) sectionOf(ss []Section, e Element) (number, title string) {
	if e.Key == "signer" || strings.HasPrefix(e.Key, "recipients") {
		return "", ""
	}
	for _, s := range ss {
		if s.Span[0] > e.Span[0] {
			break
		}
		if strings.HasPrefix(e.Key, "standards.") && subPoint.MatchString(s.Number) {
			continue
		}
		number, title = s.Number, s.Title
	}
	return number, title
}

var subPoint = regexp.MustCompile(`\.[a-zđ]$`)
