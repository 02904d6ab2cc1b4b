package plan

import (
	"fmt"
	"strings"
)

// Element is one addressable piece of a draft. Key stays the same while the draft is edited: "number", "criteria.2", "deadlines.0",
// "standards.individual.1", "movement".
type Element struct {
	Key  string
	Text string
	Seen
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

// Size counts the elements and the contents of criteria.
func (d Draft) Size() int {
	n := len(d.Bases) + len(d.Purposes) + len(d.Requirements) + len(d.Subjects) + len(d.Criteria) + len(d.Deadlines) + len(d.Awards) +
		len(d.Standards.Collective) + len(d.Standards.Individual) + len(d.Process) + len(d.Dossier) + len(d.Assignments) + len(d.Recipients) + len(d.Tasks)
	for _, c := range d.Criteria {
		n += len(c.Contents)
	}
	return n
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
		{"movement", d.movementElement(m)},
		{"awards", list("awards", d.Awards, func(a Award) (string, Seen) { return a.Form, a.Seen })},
		{"standards", append(list("standards.collective", d.Standards.Collective, textOf), list("standards.individual", d.Standards.Individual, textOf)...)},
		{"process", list("process", d.Process, textOf)},
		{"dossier", list("dossier", d.Dossier, func(p Part) (string, Seen) { return p.Name, p.Seen })},
		{"tasks", list("tasks", d.Tasks, func(t Task) (string, Seen) { return t.Task, t.Seen })},
		{"recipients", d.recipients()},
		{"signer", []Element{{"signer", string(d.Signer.Name), d.Signer.Seen}}},
	}
	for _, e := range list("assignments", d.Assignments, func(a Assignment) (string, Seen) { return a.Text, a.Seen }) {
		out = append(out, bundle{e.Key, []Element{e}})
	}
	text, line := []rune(d.Source), Span{}
	for i, e := range list("deadlines", d.Deadlines, func(x Deadline) (string, Seen) { return oneLine(passage(text, x.Span)), x.Seen }) {
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

// movementElement is left out of a yearly reform plan, of which no movement is made.
func (d Draft) movementElement(m Movement) []Element {
	if d.Reform() {
		return nil
	}
	return []Element{{"movement", string(m.Name), m.Seen}}
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
