package extract

import (
	"encoding/xml"
)

type numStyle struct {
	ref   numRef
	based string
	font  string
	weight
}

// styleToken reads the lists and fonts that the styles of word/styles.xml bring along.
func (n *numbering) styleToken(t xml.Token, _ int) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	if n.styles == nil {
		n.styles = map[string]*numStyle{}
	}
	switch e.Name.Local {
	case "style":
		if len(n.styles) > maxStyles {
			n.style = &numStyle{}
			return nil
		}
		n.style = &numStyle{}
		n.styles[attr(e, "styleId")] = n.style
		if attr(e, "type") == "paragraph" && attr(e, "default") == "1" {
			n.normal = attr(e, "styleId")
		}
		return nil
	case "rFonts":
		if n.style == nil {
			n.font = fontName(e)
		}
	}
	if n.style != nil {
		n.style.property(e)
	}
	return nil
}

func (s *numStyle) property(e xml.StartElement) {
	switch e.Name.Local {
	case "rFonts":
		s.font = fontName(e)
	case "b":
		s.weight = weightOf(e)
	case "basedOn":
		s.based = attr(e, "val")
	case "numId":
		s.ref.id = attr(e, "val")
	case "ilvl":
		s.ref.level = levelOf(attr(e, "val"))
	}
}

// ofStyle follows the styles that a style is based on; ten steps end any cycle.
func (n *numbering) ofStyle(id string, level int) numRef {
	for range 10 {
		s := n.styles[id]
		if s == nil {
			break
		}
		if s.ref.id != "" {
			return numRef{s.ref.id, max(level, s.ref.level)}
		}
		id = s.based
	}
	return numRef{}
}

// fontName gives the font of w:rFonts that draws Latin letters.
func fontName(e xml.StartElement) string {
	if name := attr(e, "hAnsi"); name != "" {
		return name
	}
	return attr(e, "ascii")
}

// fontOf gives the font of a style, or of the styles that it is based on; "" when none names one.
func (n *numbering) fontOf(id string) string {
	for range 10 {
		s := n.styles[id]
		if s == nil || s.font != "" {
			break
		}
		id = s.based
	}
	if s := n.styles[id]; s != nil {
		return s.font
	}
	return ""
}

// weightOf gives whether a style, or one that it is based on, says that its letters are bold.
func (n *numbering) weightOf(id string) weight {
	for range 10 {
		s := n.styles[id]
		if s == nil {
			break
		}
		if s.weight != unsaid {
			return s.weight
		}
		id = s.based
	}
	return unsaid
}
