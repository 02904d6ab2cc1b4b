package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Section is a numbered heading of the plan with its own numbering; it reaches to the next one.
type Section struct {
	Number, Title string
	Span          Span
}

// Sections gives the headings of the plan in order, found again from Source, so that a stored draft has them too.
func (d Draft) Sections() []Section {
	end := utf8.RuneCountInString(d.Source)
	if len(d.Spans.Recipients) > 0 {
		end = d.Spans.Recipients[0][0]
	}
	var ps []*para
	for _, l := range lines(d.Source) {
		if at := l.pieces[0].char; at >= d.Spans.Title[1] && at < end {
			ps = append(ps, l)
		}
	}
	_, body := parts(ps)
	var out []Section
	tree(body).each(func(n *node) {
		if n.rank > 0 && n.rank < rankDash {
			out = append(out, Section{n.number(), n.body.trim().text(), n.body.span()})
		}
	})
	return out
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
