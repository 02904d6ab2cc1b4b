package extract

import (
	"encoding/xml"
)

type numStyle struct {
	ref   numRef
	based string
}

// styleToken reads the lists that paragraph styles of word/styles.xml bring along.
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
		n.style = &numStyle{}
		n.styles[attr(e, "styleId")] = n.style
	case "basedOn":
		if n.style != nil {
			n.style.based = attr(e, "val")
		}
	case "numId":
		if n.style != nil {
			n.style.ref.id = attr(e, "val")
		}
	case "ilvl":
		if n.style != nil {
			n.style.ref.level = levelOf(attr(e, "val"))
		}
	}
	return nil
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
