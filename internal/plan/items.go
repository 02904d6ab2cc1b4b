package plan

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"
)

// Element is one addressable piece of a draft. Key stays the same while the draft is edited: "number", "criteria.2", "deadlines.0",
// "standards.individual.1", "movement".
type Element struct {
	Key  string
	Text string
	Seen
}

// Item is what the review page shows as one numbered entry, with the plan's own numbering and heading where it stands.
type Item struct {
	Number   int    // from 1, in the order of the text
	Key      string // "number", "bases", "movement", "deadlines.0", "assignments.3", "signer" …
	Section  string // "II.4"; "" in the head and in the ending
	Title    string // the heading of that section as written
	Elements []Element
	Check    bool
}

// Mark is a passage of the source that belongs to an element; passages are ordered and either apart or one within the other.
type Mark struct {
	Key    string
	Span   Span
	Number int
	First  bool // the first passage of its item
}

// OpenItem is what must be settled before the plan is confirmed.
type OpenItem struct {
	Key    string
	Number int
	Reason string
}

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

// bundle is the elements of one item, before the items are numbered.
type bundle struct {
	key      string
	elements []Element
}

// Elements gives every element with its key, kind by kind.
func (d Draft) Elements() []Element {
	out := []Element{
		{"title", d.Title, Seen{Span: d.Spans.Title, Confidence: Plain}}, {"issuer", d.Issuer, Seen{Span: d.Spans.Issuer, Confidence: Plain}},
	}
	for _, g := range d.groups() {
		out = append(out, g.elements...)
	}
	return out
}

func (d Draft) groups() []bundle {
	m := d.Movement
	if !m.Spans.EndsOn.Empty() {
		m.Span = m.Spans.EndsOn
	}
	out := []bundle{
		{"number", []Element{{"number", string(d.Number.Value), d.Number.Seen}, {"date", string(d.Date.Value), d.Date.Seen}}},
		{"bases", list("bases", d.Bases, func(b Basis) (string, Seen) { return strings.TrimSpace(b.Kind + " " + string(b.Number)), b.Seen })},
		{"purposes", list("purposes", d.Purposes, textOf)},
		{"requirements", list("requirements", d.Requirements, textOf)},
		{"subjects", list("subjects", d.Subjects, func(s Subject) (string, Seen) { return s.Text, s.Seen })},
		{"criteria", list("criteria", d.Criteria, func(c Criterion) (string, Seen) { return c.Text, c.Seen })},
		{"movement", []Element{{"movement", string(m.Name), m.Seen}}},
		{"awards", list("awards", d.Awards, func(a Award) (string, Seen) { return a.Form, a.Seen })},
		{"standards", append(list("standards.collective", d.Standards.Collective, textOf), list("standards.individual", d.Standards.Individual, textOf)...)},
		{"process", list("process", d.Process, textOf)},
		{"dossier", list("dossier", d.Dossier, func(p Part) (string, Seen) { return p.Name, p.Seen })},
		{"recipients", d.recipients()},
		{"signer", []Element{{"signer", string(d.Signer.Name), d.Signer.Seen}}},
	}
	for _, e := range list("assignments", d.Assignments, func(a Assignment) (string, Seen) { return a.Text, a.Seen }) {
		out = append(out, bundle{e.Key, []Element{e}})
	}
	text, line := []rune(d.Source), Span{}
	for i, e := range list("deadlines", d.Deadlines, func(x Deadline) (string, Seen) { return passage(text, x.Span), x.Seen }) {
		if l := lineIn(text, e.Span); i > 0 && l == line && d.Deadlines[i-1].What == d.Deadlines[i].What {
			last := &out[len(out)-1]
			last.elements = append(last.elements, e)
		} else {
			out = append(out, bundle{e.Key, []Element{e}})
			line = l
		}
	}
	return out
}

func list[T any](key string, xs []T, of func(T) (string, Seen)) []Element {
	var out []Element
	for i, x := range xs {
		text, seen := of(x)
		out = append(out, Element{fmt.Sprintf("%s.%d", key, i), text, seen})
	}
	return out
}

func textOf(t Text) (string, Seen) { return t.Text, t.Seen }

func (d Draft) recipients() []Element {
	var out []Element
	for i, s := range d.Recipients {
		e := Element{Key: fmt.Sprintf("recipients.%d", i), Text: s, Seen: Seen{Confidence: Plain}}
		if i < len(d.Spans.Recipients) {
			e.Span = d.Spans.Recipients[i]
		}
		out = append(out, e)
	}
	return out
}

// Items gives the numbered entries of the review page in the order of the text.
func (d Draft) Items() []Item {
	var out []Item
	for _, g := range d.groups() {
		if len(g.elements) == 0 {
			continue
		}
		it := Item{Key: g.key, Elements: g.elements}
		for _, e := range g.elements {
			it.Check = it.Check || e.Confidence == Check
		}
		out = append(out, it)
	}
	start := func(i int) int { return out[i].Elements[0].Span[0] }
	sort.SliceStable(out, func(i, j int) bool { return start(i) < start(j) })
	sections := d.Sections()
	for i := range out {
		out[i].Number = i + 1
		out[i].Section, out[i].Title = d.sectionOf(sections, out[i].Elements[0])
	}
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

// OpenItems gives what is still doubtful or blank, in the order of the text; Settle takes an element out.
func (d Draft) OpenItems() []OpenItem {
	var out []OpenItem
	for _, it := range d.Items() {
		for _, e := range it.Elements {
			if e.Confidence == Check {
				out = append(out, OpenItem{e.Key, it.Number, e.Reason})
			}
		}
	}
	return out
}

// Settle notes that a person has looked at the element of the key and gives whether there is one.
func (d *Draft) Settle(key string) bool {
	at := map[string]*Seen{"number": &d.Number.Seen, "date": &d.Date.Seen, "movement": &d.Movement.Seen, "signer": &d.Signer.Seen}
	collect(at, "bases", d.Bases, func(x *Basis) *Seen { return &x.Seen })
	collect(at, "purposes", d.Purposes, func(x *Text) *Seen { return &x.Seen })
	collect(at, "requirements", d.Requirements, func(x *Text) *Seen { return &x.Seen })
	collect(at, "subjects", d.Subjects, func(x *Subject) *Seen { return &x.Seen })
	collect(at, "criteria", d.Criteria, func(x *Criterion) *Seen { return &x.Seen })
	collect(at, "deadlines", d.Deadlines, func(x *Deadline) *Seen { return &x.Seen })
	collect(at, "awards", d.Awards, func(x *Award) *Seen { return &x.Seen })
	collect(at, "standards.collective", d.Standards.Collective, func(x *Text) *Seen { return &x.Seen })
	collect(at, "standards.individual", d.Standards.Individual, func(x *Text) *Seen { return &x.Seen })
	collect(at, "process", d.Process, func(x *Text) *Seen { return &x.Seen })
	collect(at, "dossier", d.Dossier, func(x *Part) *Seen { return &x.Seen })
	collect(at, "assignments", d.Assignments, func(x *Assignment) *Seen { return &x.Seen })
	s := at[key]
	if s == nil {
		return false
	}
	s.Confidence, s.Reason = Plain, ""
	return true
}

func collect[T any](at map[string]*Seen, key string, xs []T, seen func(*T) *Seen) {
	for i := range xs {
		at[fmt.Sprintf("%s.%d", key, i)] = seen(&xs[i])
	}
}
