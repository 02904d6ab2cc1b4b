package plan

import (
	"encoding/xml"
	"strconv"
	"strings"
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

type numStyle struct {
	ref   numRef
	based string
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
		n.abstract, n.level, n.num = &abstractNum{}, nil, ""
		n.abstracts[attr(e, "abstractNumId")] = n.abstract
	case "num":
		n.abstract, n.level, n.num = nil, nil, attr(e, "numId")
	case "abstractNumId":
		n.nums[n.num] = n.abstracts[val]
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

// restart gives a list its own counters that begin at the overridden number.
func (n *numbering) restart(val string) {
	a := n.nums[n.num]
	start, err := strconv.Atoi(val)
	if a == nil || err != nil {
		return
	}
	own := &abstractNum{levels: a.levels}
	own.levels[n.override].start = start
	n.nums[n.num] = own
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

// label counts one paragraph on and gives its number with a space behind, or "" for a paragraph without.
func (n *numbering) label(r numRef) string {
	a := n.nums[r.id]
	if a == nil {
		return ""
	}
	l := a.levels[r.level]
	if l.format == "bullet" {
		if l.text == "+" {
			return "+ "
		}
		return "- "
	}
	if a.count[r.level] == 0 {
		a.count[r.level] = max(l.start, 0)
	} else {
		a.count[r.level]++
	}
	clear(a.count[r.level+1:])
	text := l.text
	for i := range r.level + 1 {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(a.levels[i].format, max(a.count[i], 1)))
	}
	if strings.TrimSpace(text) == "" || l.format == "none" {
		return ""
	}
	return strings.TrimSpace(text) + " "
}

// numeral writes n in a format of Word: 4, IV, iv, D or d.
func numeral(format string, n int) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return string(rune('A' + (n-1)%26))
	case "lowerLetter":
		return string(rune('a' + (n-1)%26))
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n > 3999 {
		return strconv.Itoa(n)
	}
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String()
}
