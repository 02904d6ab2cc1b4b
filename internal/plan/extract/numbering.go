package extract

import (
	"encoding/xml"
	"strconv"
)

const numLevels = 9

// numRef points a paragraph at a level of a list.
type numRef struct {
	id    string
	level int
}

type numLevel struct {
	format, text string
	start        int
}

type abstractNum struct {
	levels [numLevels]numLevel
	count  [numLevels]int
}

// numbering writes out the automatic numbers of Word, which are not in the text. Lists that share an abstract list count on together.
type numbering struct {
	abstracts map[string]*abstractNum
	nums      map[string]*abstractNum
	styles    map[string]*numStyle

	abstract *abstractNum
	level    *numLevel
	num      string
	override int
	style    *numStyle
	normal   string // the style of paragraphs that name none
	font     string // of the document, where no style names one
}

func levelOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= numLevels {
		return 0
	}
	return n
}

// token reads word/numbering.xml.
func (n *numbering) token(t xml.Token, _ int) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	if n.abstracts == nil {
		n.abstracts, n.nums = map[string]*abstractNum{}, map[string]*abstractNum{}
	}
	val := attr(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		if len(n.abstracts) > maxLists {
			n.abstract, n.level = nil, nil
			break
		}
		n.abstract, n.level, n.num = &abstractNum{}, nil, ""
		n.abstracts[attr(e, "abstractNumId")] = n.abstract
	case "num":
		n.abstract, n.level, n.num = nil, nil, attr(e, "numId")
	case "abstractNumId":
		if len(n.nums) <= maxLists {
			n.nums[n.num] = n.abstracts[val]
		}
	case "lvlOverride":
		n.override = levelOf(attr(e, "ilvl"))
	case "startOverride":
		n.restart(val)
	case "lvl":
		if n.abstract != nil {
			n.level = &n.abstract.levels[levelOf(attr(e, "ilvl"))]
			n.level.start = 1
		}
	default:
		n.levelToken(e.Name.Local, val)
	}
	return nil
}

func (n *numbering) levelToken(name, val string) {
	if n.level == nil {
		return
	}
	switch name {
	case "start":
		n.level.start, _ = strconv.Atoi(val)
	case "numFmt":
		n.level.format = val
	case "lvlText":
		n.level.text = val
	}
}
