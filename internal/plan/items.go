package plan

import (
	"fmt"
	"sort"
)

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
	collect(at, "tasks", d.Tasks, func(x *Task) *Seen { return &x.Seen })
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
