package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
	"unicode/utf8"
)

// node is a numbered section, an item of a list, or a plain paragraph (rank 0) of the body.
type node struct {
	rank   int
	label  string
	body   clip // the text behind the label
	parent *node
	kids   []*node
	about  *plan.What // what its text says a time limit is for, looked for once
}

// The ranks of sections and items, from the outside in.
const (
	rankPart = iota + 1
	rankRoman
	rankArticle
	rankNumber
	rankDecimal
	rankDecimal3
	rankLetter
	rankDash
	rankPlus
)

// labels are the ways of numbering, in the order of trial; group 1 is the label, group 2 begins the text.
var labels = []struct {
	rank int
	re   *regexp.Regexp
}{
	{rankPart, regexp.MustCompile(`^((?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:[IVX]+|\d+|thứ \p{L}+))\s*[.:]?\s*()`)},
	{rankRoman, regexp.MustCompile(`^([IVX]{1,6})\s?[.)/-]\s*()\p{Lu}`)},
	{rankArticle, regexp.MustCompile(`^(Điều\s+\d+)\s*[.:]\s*()`)},
	{rankDecimal3, regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.\d{1,2})[.)]?\s+()\S`)},
	{rankDecimal, regexp.MustCompile(`^(\d{1,2}\.\d{1,2})[.)]?\s+()\S`)},
	{rankNumber, regexp.MustCompile(`^(\d{1,2})\s?[.)]\s*()[^\d\s]`)},
	{rankLetter, regexp.MustCompile(`^([a-zđ])\s?[).]\s*()\S`)},
	{rankPlus, regexp.MustCompile(`^(\+)\s*()\S`)},
	{rankDash, regexp.MustCompile(`^([-–—•*·▪])\s*()\S`)},
}

// labelOf gives the rank of a line, its label, and where its text begins; rank 0 is a line without label.
func labelOf(s string) (rank int, label string, at int) {
	for _, l := range labels {
		if m := l.re.FindStringSubmatchIndex(s); m != nil {
			return l.rank, s[m[2]:m[3]], m[4]
		}
	}
	return 0, "", 0
}

func isItem(s string) bool {
	rank, _, _ := labelOf(s)
	return rank > 0
}

// tree hangs the paragraphs of the body under their sections.
func tree(ps []*para) *node {
	root := &node{body: (&para{pieces: []piece{{}}}).all()}
	top := root
	for _, p := range ps {
		rank, label, at := labelOf(p.text)
		if rank == 0 && capitals(p.text) {
			rank = rankRoman
		}
		n := &node{rank: rank, label: label, body: p.clip(at, len(p.text))}
		if rank == 0 {
			for top.rank >= rankDash {
				top = top.parent
			}
			top.add(n)
			continue
		}
		for top.rank >= rank {
			top = top.parent
		}
		top.add(n)
		top = n
		n.splitHeading()
	}
	return root
}

func (n *node) add(kid *node) {
	kid.parent = n
	n.kids = append(n.kids, kid)
}

var headingWithText = regexp.MustCompile(`^[^:.;]{3,60}:\s+()\S`)

// splitHeading parts "1. Đối tượng thi đua: các phòng" into the heading and its text.
func (n *node) splitHeading() {
	m := headingWithText.FindStringSubmatchIndex(n.body.text())
	if m == nil || n.rank >= rankDash || len(topicsIn(n.body.text()[:m[2]])) == 0 {
		return
	}
	n.add(&node{body: n.body.sub(m[2], len(n.body.text()))})
	n.body = n.body.sub(0, m[2]).trim()
}

const headingLength = 150

// heading tells whether the node is a title over what follows and no sentence of its own.
func (n *node) heading() bool {
	s := n.body.text()
	return n.rank > 0 && n.rank < rankDash && len(n.kids) > 0 && utf8.RuneCountInString(s) <= headingLength && !strings.HasSuffix(s, ";")
}

// number gives the plan's own numbering of the node: "II.4", "III.2.a", "1.1".
func (n *node) number() string {
	var parts []string
	for ; n != nil; n = n.parent {
		switch {
		case n.label == "" || n.rank >= rankDash:
		case n.rank == rankDecimal || n.rank == rankDecimal3:
			parts = append(parts, n.label)
			for n.parent != nil && n.parent.rank >= rankNumber {
				n = n.parent
			}
		default:
			parts = append(parts, n.label)
		}
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, ".")
}

// leaves gives the items below: a node that only leads in ("… gồm:") or titles others is no item itself.
func leaves(ns []*node) []*node {
	var out []*node
	for _, n := range ns {
		leadsIn := strings.HasSuffix(n.body.text(), ":")
		if !leadsIn && (len(n.kids) == 0 || !n.heading()) {
			out = append(out, n)
		}
		out = append(out, leaves(n.kids)...)
	}
	return out
}

// each visits the node and all below, in the order of the text.
func (n *node) each(f func(*node)) {
	f(n)
	for _, k := range n.kids {
		k.each(f)
	}
}
