package extract

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"unicode"
)

// docxHeads holds which parts are the page heads of the first section.
type docxHeads struct {
	of     map[string]string // id of the part by the type of head
	first  bool              // the first page has a head of its own
	closed bool              // the first section has ended
	within bool
}

// start notes the elements of the first section's properties and tells whether the element was one of them.
func (h *docxHeads) start(e xml.StartElement) bool {
	switch e.Name.Local {
	case "sectPr":
		h.closed, h.within = h.within, true
		if h.of == nil {
			h.of = map[string]string{}
		}
	case "headerReference":
		if kind := attr(e, "type"); !h.closed && h.of[kind] == "" {
			h.of[kind] = attr(e, "id")
		}
	case "titlePg":
		h.first = h.first || !h.closed && attr(e, "val") != "0"
	case "footerReference":
	default:
		return false
	}
	return true
}

// shown is the id of the head on the first page.
func (h *docxHeads) shown() string {
	if h.first {
		return h.of["first"]
	}
	return h.of["default"]
}

// readHead gives the lines of the head of the first page that say something and are not said in the text again.
func (p *pack) readHead(body *docxBody) ([]Line, error) {
	id, target := body.heads.shown(), ""
	if id == "" {
		return nil, nil
	}
	err := p.parse("word/_rels/document.xml.rels", func(t xml.Token, _ int) error {
		if e, ok := t.(xml.StartElement); ok && attr(e, "Id") == id {
			target = attr(e, "Target")
		}
		return nil
	})
	if err != nil || target == "" {
		return nil, err
	}
	head := &docxBody{num: body.num}
	name := strings.TrimPrefix(path.Join("word", target), "/")
	if strings.HasPrefix(target, "/") {
		name = strings.TrimPrefix(target, "/")
	}
	if err := p.parse(strings.ToLower(name), head.token); err != nil {
		return nil, err
	}
	return said(head.out.lines, body.out.lines), nil
}

// longestHead is how many lines of a page head are looked at.
const longestHead = 40

// said drops the lines of a page head that say nothing, or that stand in the text again.
func said(head, text []Line) []Line {
	return slices.DeleteFunc(head[:min(len(head), longestHead)], func(l Line) bool {
		s := strings.TrimSpace(l.Text)
		return !strings.ContainsFunc(s, unicode.IsLetter) || slices.ContainsFunc(text, func(o Line) bool { return strings.TrimSpace(o.Text) == s })
	})
}
