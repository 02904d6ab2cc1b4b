package exchange

import (
	"context"
	"maps"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// Outcome is what became of the rows that somebody chose.
type Outcome struct {
	Done    []*Change
	Refused []*Change
}

// Apply keeps the rows that somebody chose, object by object through the use case of the page of that object. Each row is held once more
// against what stands there now: one that somebody else has changed since it was shown is refused, the others are kept. An error means that
// the work broke off.
func (x *Exchange) Apply(ctx context.Context, actor thidua.Actor, l *List, chosen []Typed) (o Outcome, err error) {
	all := l.Compare(chosen)
	run := act.NewImport(actor, string(l.Name), l.Mark.Round, l.File)
	for _, g := range l.grouped(all) {
		noted := act.Watched(ctx, act.Watch{Import: run, Step: g.step(l.source.object(g.name))})
		if err := l.source.save(noted, g.name, g.changes); err != nil && !refuseAll(g.changes, err) {
			return o, err
		}
	}
	for _, c := range all {
		if c.settle(); c.Result == Changed || c.Result == Added {
			o.Done = append(o.Done, c)
		} else {
			o.Refused = append(o.Refused, c)
		}
	}
	return o, nil
}

// step is what an import notes of an object: the name of what changes, and how many rows ask for it.
func (g *group) step(object string) act.Step {
	c := g.changes[0]
	s := act.Step{Object: object, Name: c.Unit, Group: g.name, Lines: len(g.changes)}
	if len(g.changes) == 1 && c.Name != "" && c.Name != c.Unit {
		s.Name += ", " + c.Name
	}
	return s
}

// refuseAll writes a refusal to every row of an object, because it is saved as a whole; false for a failure of ours.
func refuseAll(changes []*Change, err error) bool {
	refused := len(changes) > 0
	for _, c := range changes {
		refused = c.refuse(err) && refused
	}
	return refused
}

// Chosen gives the rows of a comparison that may be applied, as somebody chooses them who says yes to all.
func (l *List) Chosen(all []*Change) (out []Typed) {
	for _, c := range all {
		if c.Result == Changed || c.Result == Added {
			out = append(out, c.Typed())
		}
	}
	return l.Whole(out)
}

// Typed gives a change back as it was typed, with what was shown of it.
func (c *Change) Typed() Typed {
	t := Typed{Tab: c.Tab, Line: sheet.Line{Number: c.Line, Code: c.Code, Entries: map[string]sheet.Entry{}}, Seen: Seen{}}
	for _, cell := range c.Cells {
		t.Entries[cell.Key] = sheet.Entry{At: cell.At, Text: cell.New, Wrong: cell.Wrong}
		t.Seen[cell.Key] = cell.Old
	}
	return t
}

// Whole completes typed rows that hold only the cells that differ with what stands in the others.
func (l *List) Whole(typed []Typed) []Typed {
	for i, t := range typed {
		r := l.rows[t.Tab][t.Code]
		if t.Code == "" || r == nil {
			continue
		}
		for _, c := range l.Forms[t.Tab].Columns {
			if _, said := t.Entries[c.Key]; !said && r.Cells[c.Key] != "" {
				typed[i].Entries[c.Key] = sheet.Entry{Text: r.Cells[c.Key]}
			}
		}
	}
	return typed
}

// Rest gives the rows of the list that a comparison does not have, unchanged.
func (l *List) Rest(all []*Change) (out []*Change) {
	seen := map[*row]bool{}
	for _, c := range all {
		seen[c.row] = true
	}
	for tab, f := range l.Forms {
		for _, r := range f.Rows {
			if at := l.rows[tab][r.Code]; !seen[at] {
				out = append(out, &Change{Tab: tab, Code: r.Code, Unit: at.unit, Name: at.name, Result: Same, row: at})
			}
		}
	}
	return out
}

// WithFaults gives the workbook with what was typed and, in a column at the end, what is wrong with it.
func (l *List) WithFaults(all []*Change) sheet.Workbook {
	b := l.Workbook(false)
	for i := range b.Forms {
		b.Forms[i].Marked, b.Forms[i].Rows = true, slices.Clone(b.Forms[i].Rows)
	}
	for _, c := range all {
		rows := b.Forms[c.Tab].Rows
		at := slices.IndexFunc(rows, func(r sheet.FormRow) bool { return r.Code == c.Code && c.Code != "" })
		if at >= 0 && rows[at].Faults == nil {
			rows[at] = c.marked(rows[at])
			continue
		}
		b.Forms[c.Tab].Rows = append(rows, c.marked(sheet.FormRow{Code: c.Code, Open: b.Forms[c.Tab].New}))
	}
	return b
}

func (c *Change) marked(r sheet.FormRow) sheet.FormRow {
	r.Cells, r.Faults = maps.Clone(r.Cells), map[string]string{}
	if r.Cells == nil {
		r.Cells = map[string]string{}
	}
	for _, cell := range c.Cells {
		if cell.New != "" {
			r.Cells[cell.Key] = cell.New
		}
	}
	for _, f := range c.Faults {
		r.Faults[f.Field] = vi.FaultSentence(f)
	}
	return r
}
