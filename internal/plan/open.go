package plan

import (
	"slices"
	"thidua"
)

// OpenItem is what must be settled before the plan is confirmed.
type OpenItem struct {
	Key    string
	Number int
	Reason string
}

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

// Open lists what is still to be settled before the movement can be confirmed, in the order of the text.
func (r Review) Open(d Draft) []thidua.OpenItem {
	items := d.Items()
	var out []thidua.OpenItem
	for _, o := range r.Definition.Open() {
		if o.Kind == thidua.OpenStart && d.Reform() {
			continue
		}
		key := map[thidua.OpenKind]string{thidua.OpenNumber: "number", thidua.OpenStart: "movement"}[o.Kind]
		if o.Kind == thidua.OpenDeadline {
			key = o.ID
		}
		o.Number = numberOf(items, key)
		out = append(out, o)
	}
	for _, it := range items {
		if reason := it.doubt(r); reason != "" && !slices.Contains(r.Checked, it.Key) {
			out = append(out, thidua.OpenItem{Kind: thidua.OpenPassage, ID: it.Key, Number: it.Number, Reason: reason})
		}
	}
	slices.SortStableFunc(out, func(a, b thidua.OpenItem) int { return a.Number - b.Number })
	return out
}

func numberOf(items []Item, key string) int {
	for _, it := range items {
		if slices.ContainsFunc(it.Elements, func(e Element) bool { return e.Key == key }) {
			return it.Number
		}
	}
	return 0
}

// doubt gives why an item must be looked at besides the values that it leaves blank.
func (it Item) doubt(r Review) string {
	for _, e := range it.Elements {
		if e.Confidence == Check && !r.wantsValue(e.Key) {
			return e.Reason
		}
	}
	return ""
}

// wantsValue tells the elements whose doubt ends when a value is typed, not when somebody ticks them.
func (r Review) wantsValue(key string) bool {
	if key == "number" || key == "date" || key == "movement" {
		return true
	}
	return slices.ContainsFunc(r.Definition.Deadlines, func(x thidua.Deadline) bool { return x.ID == key && x.Reference != "" })
}

// Doubt gives why an item must be looked at, empty when it was read plainly or wants only a value.
func (r Review) Doubt(it Item) string { return it.doubt(r) }
