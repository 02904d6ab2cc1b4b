package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
	"thidua/internal/vi"
	"unicode/utf8"
)

// node is a numbered section, an item of a list, or a plain paragraph (rank 0) of the body.
type node struct {
	rank   int
	label  string
	body   clip // the text behind the label
	parent *node
	kids   []*node
	grid   *grid      // of a table, which has no text of its own
	about  *plan.What // what its text says a time limit is for, looked for once
	found  []topic    // what its text announces, once it was looked at
	looked bool
}

// The ranks of sections and items, from the outside in.
const (
	rankPart = iota + 1
	rankCapital
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
	{rankRoman, regexp.MustCompile(`^([IVX]{1,6})\s?[.)/–-]\s*()\p{Lu}`)},
	{rankCapital, regexp.MustCompile(`^([A-HK-PR-UĐ])\s?[.)/–-]\s+()\p{Lu}\p{L}*\s`)},
	{rankArticle, regexp.MustCompile(`^(Điều\s+\d+)\s*[.:]\s*()`)},
	{rankDecimal3, regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.\d{1,2})[.)]?\s+()\S`)},
	{rankDecimal, regexp.MustCompile(`^(\d{1,2}\.\d{1,2})[.)]?\s+()\S`)},
	{rankNumber, regexp.MustCompile(`^(\d{1,2})(?:\s?[.)/]\s*|[–-]\s+)()[^\d\s]`)},
	{rankLetter, regexp.MustCompile(`^([a-zđ])\s?[)./]\s*()\S`)},
	{rankLetter, regexp.MustCompile(`^(\((?:\d{1,2}|[a-zđ])\))\s*()\S`)},
	{rankPlus, regexp.MustCompile(`^(\+)\s*()\S`)},
	{rankDash, regexp.MustCompile(`^([-–—•*·▪●○◦■□➢✓])\s*()\S`)},
}

// labelOf gives the rank of a line, its label, and where its text begins; rank 0 is a line without label.
func labelOf(s string) (rank int, label string, at int) {
	for _, l := range labels {
		if m := l.re.FindStringSubmatchIndex(s); m != nil {
			return l.rank, s[m[2]:m[3]], m[4]
		}
	}
	if m := undotted.FindStringSubmatchIndex(s); m != nil && bareTopic.MatchString(asSentence(s[m[4]:])) {
		if strings.ContainsAny(s[m[2]:m[3]], "IVX") {
			return rankRoman, s[m[2]:m[3]], m[4]
		}
		return rankNumber, s[m[2]:m[3]], m[4]
	}
	return 0, "", 0
}

// undotted is a number without a dot, as some files lose it; only the plain name of a topic may follow.
var undotted = regexp.MustCompile(`^([IVX]{1,6}|\d{1,2})\s+()\p{Lu}`)

// asSentence writes a heading in capitals with one.
func asSentence(s string) string {
	s = strings.TrimRight(s, " :.")
	if !capitals(s) {
		return s
	}
	return vi.UpperFirst(strings.ToLower(s))
}

func isItem(s string) bool {
	rank, _, _ := labelOf(s)
	return rank > 0
}

// tree hangs the paragraphs of the body under their sections.
func tree(ps []*para) *node {
	root := &node{body: none()}
	top := root
	for _, p := range ps {
		if p.grid != nil {
			top = top.outside(rankDash)
			top.add(&node{body: p.all(), grid: p.grid})
			continue
		}
		rank, label, at := labelOf(p.text)
		switch {
		case rank >= rankDash:
			rank = listRank(top, label)
		case rank == 0 && top.rank == rankPart && top.untitled() && capitals(p.text):
			top.body = p.all()
			continue
		case rank == 0:
			rank = headRank(top, p)
		}
		n := &node{rank: rank, label: label, body: p.clip(at, len(p.text))}
		if rank == 0 {
			if !top.isActor() {
				top = top.outside(rankDash)
			}
			top.add(n)
			continue
		}
		top = top.outside(rank)
		top.add(n)
		top = n
		n.splitHeading()
	}
	return root
}

// headRank gives the rank of a heading that carries no number: in capitals, in bold, or the plain name of what follows; 0 for a text.
func headRank(top *node, p *para) int {
	switch {
	case capitals(p.text):
		return rankCapital
	case !bareHeading(p):
		return 0
	case ofKind.MatchString(p.text) && top.within(topicStandards):
		return rankLetter
	case namesWho(p) && top.within(topicAssignments):
		return rankNumber
	}
	for q := top; q != nil; q = q.parent {
		if q.label != "" && q.rank <= rankRoman {
			return rankArticle
		}
	}
	return rankCapital
}

// namesWho tells a heading within tổ chức thực hiện that is a body, or that is bold and announces nothing else.
func namesWho(p *para) bool {
	end, _ := named(p.text)
	return end > 0 && end >= len(strings.TrimRight(p.text, " :")) || p.bold && len(topicsIn(p.text)) == 0
}

// ofKind is a heading within the standards.
var ofKind = regexp.MustCompile(`^(?i:(?:đối với\s+)?(?:các\s+)?(?:tập thể|cá nhân)\s*:?)$`)

// untitled tells "Phần I", whose title stands on the next line.
func (n *node) untitled() bool { return len(n.kids) == 0 && n.body.text() == "" }

// within tells whether the nearest heading that announces something announces the topic.
func (n *node) within(t topic) bool {
	for p := n; p != nil; p = p.parent {
		if ts := topicsIn(p.body.text()); p.rank > 0 && p.rank < rankDash && len(ts) > 0 {
			return ts[0] == t
		}
	}
	return false
}

const bareLength = 60

// bareHeading tells whether a paragraph without number is a heading: bold and short, or a few words that name a topic first.
func bareHeading(p *para) bool {
	s := strings.TrimRight(p.text, " :")
	n := utf8.RuneCountInString(s)
	if s == "" || isItem(s) || strings.ContainsAny(s[len(s)-1:], ".;,?!/") {
		return false
	}
	if p.bold {
		return n <= headingLength
	}
	return n <= bareLength && !strings.ContainsAny(s, ".;:“”()") && bareTopic.MatchString(s)
}

var bareTopic = regexp.MustCompile(`^(?:Mục đích|Yêu cầu|Mục đích,? (?:và )?yêu cầu|Đối tượng(?: (?:thi đua|tham gia|áp dụng))?|Thời gian(?: (?:thực hiện|tổ chức|thi đua))?|(?:Nội dung|Tiêu chí)(?:,? tiêu chí)?(?: thi đua)?|` +
	`Đăng ký thi đua|Khen thưởng|Hình thức khen thưởng|Tiêu chuẩn(?: khen thưởng)?|(?:Quy trình|Trình tự)(?: xét(?: khen thưởng)?)?|Hồ sơ(?: đề nghị khen thưởng)?|(?:Tổ chức|Phân công) thực hiện)$`)

// listRank gives the rank of an item of a list by its sign: a sign seen above goes on with that list, a new one opens a list within.
func listRank(top *node, label string) int {
	own := sign(label)
	for p := top; p.rank >= rankDash; p = p.parent {
		if sign(p.label) == own {
			return p.rank
		}
	}
	if top.rank < rankDash || own == "-" && sign(top.label) == "+" {
		return rankDash
	}
	return top.rank + 1
}

// sign gives the kind of a list sign, whatever key made it.
func sign(label string) string {
	switch label {
	case "-", "–", "—":
		return "-"
	case "+":
		return "+"
	}
	return "•"
}

// outside gives the nearest node around that is of a lower rank.
func (n *node) outside(rank int) *node {
	for n.rank >= rank {
		n = n.parent
	}
	return n
}

func (n *node) add(kid *node) {
	kid.parent = n
	n.kids = append(n.kids, kid)
}

var headingWithText = regexp.MustCompile(`^[^:.;]{3,60}:\s+()\S`)

// splitHeading parts "1. Đối tượng thi đua: các phòng" into the heading and its text.
func (n *node) splitHeading() {
	m := headingWithText.FindStringSubmatchIndex(n.body.text())
	if m == nil || n.rank >= rankDash || !leads(n.body.text()[:m[2]]) {
		return
	}
	n.add(&node{body: n.body.sub(m[2], len(n.body.text()))})
	n.body = n.body.sub(0, m[2]).trim()
}

const headingLength = 150

// heading tells whether the node is a title over what follows and no sentence of its own.
func (n *node) heading() bool {
	s := n.body.text()
	return n.rank > 0 && n.rank < rankDash && len(n.kids) > 0 && utf8.RuneCountInString(s) <= headingLength && !strings.HasSuffix(s, ";") && !n.sentence()
}

// sentence tells an item that ends with a stop and says who does what: whatever follows, it is no heading.
func (n *node) sentence() bool {
	return strings.HasSuffix(n.body.text(), ".") && actorIn(n.body).text() != ""
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
		leadsIn := strings.HasSuffix(n.body.text(), ":") || n.namesActor() || n.rank == 0 && inBrackets.MatchString(n.body.text())
		if n.grid == nil && !leadsIn && !nothing.MatchString(n.body.text()) && (len(n.kids) == 0 || !n.heading()) {
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

// sections gives the headings of the plan in their order.
func sections(root *node) []plan.Section {
	var out []plan.Section
	root.each(func(n *node) {
		if n.rank > 0 && n.rank < rankDash {
			out = append(out, plan.Section{Number: n.number(), Title: n.body.trim().text(), Span: n.body.span()})
		}
	})
	return out
}
