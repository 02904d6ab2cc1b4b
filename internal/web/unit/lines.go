package unit

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/ui"
)

// maxLines bounds the rows of a form.
const maxLines = 60

// parts are the fields of a row; row 2 has the fields "target-2-content" and so on.
var parts = []string{"criterion", "id", "from", "content", "value", "measure", "due", "direction", "owner"}

func at(n int, part string) string { return "target-" + strconv.Itoa(n) + "-" + part }

// row is one line of a form as it was typed.
type row map[string]string

func (r row) blank() bool {
	return strings.TrimSpace(r["content"]) == "" && strings.TrimSpace(r["value"]) == "" && strings.TrimSpace(r["measure"]) == ""
}

// rowsOf takes the rows out of a form, in its order.
func rowsOf(values url.Values) []row {
	var out []row
	for n := 1; n <= maxLines && values.Has(at(n, "criterion")); n++ {
		r := row{}
		for _, p := range parts {
			r[p] = values.Get(at(n, p))
		}
		out = append(out, r)
	}
	return out
}

// withRows gives the same form with other rows, numbered from 1 in the order of the plan.
func withRows(values url.Values, rows []row, d thidua.Definition) url.Values {
	out := url.Values{}
	for name, v := range values {
		if !strings.HasPrefix(name, "target-") {
			out[name] = v
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return place(d, a["criterion"]) - place(d, b["criterion"]) })
	for i, r := range rows {
		for _, p := range parts {
			out.Set(at(i+1, p), r[p])
		}
	}
	return out
}

// place is where the criterion of a row stands among the criteria of the plan.
func place(d thidua.Definition, criterion string) int {
	top := d.Top(criterion).ID
	return slices.IndexFunc(d.Heads(), func(c thidua.Criterion) bool { return c.ID == top })
}

// filled drops the rows in which nothing was typed, as saving does.
func filled(rows []row) []row {
	return slices.DeleteFunc(slices.Clone(rows), row.blank)
}

// typedRow shows a target as it would be typed.
func typedRow(t thidua.Target) row {
	value := ""
	if t.Value != thidua.NoValue && (t.Value != 0 || t.Direction == thidua.AtMost) {
		value = vi.Number(t.Value)
	}
	return row{"criterion": t.Criterion, "id": t.ID, "from": t.From, "content": t.Content, "value": value, "measure": t.Measure,
		"due": vi.Date(t.Due), "direction": string(t.Direction), "owner": t.Owner}
}

func typedRows(targets []thidua.Target) []row {
	out := make([]row, len(targets))
	for i, t := range targets {
		out[i] = typedRow(t)
	}
	return out
}

// targetsOf reads the rows; a number or a day that cannot be read is a fault of its field.
func targetsOf(rows []row) ([]thidua.Target, error) {
	var out []thidua.Target
	var f thidua.Faults
	for i, r := range rows {
		t := thidua.Target{ID: r["id"], Criterion: r["criterion"], Content: r["content"], Value: thidua.NoValue, Measure: r["measure"],
			Direction: thidua.Direction(r["direction"]), From: r["from"], Owner: r["owner"]}
		if text := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(r["value"]), "%")); text != "" {
			n, ok := vi.ParseNumber(text)
			if t.Value = thidua.Quantity(n); !ok {
				f.Add(at(i+1, "value"), thidua.CodeValueWrong)
			}
		}
		if strings.TrimSpace(r["due"]) != "" {
			day, ok := vi.ParseDate(r["due"])
			if t.Due = day; !ok {
				f.Add(at(i+1, "due"), thidua.CodeDateWrong)
			}
		}
		out = append(out, t)
	}
	return out, f.Err()
}

// numbersOf lists the rows of one criterion of the plan.
func numbersOf(form ui.Form, d thidua.Definition, criterion string) []int {
	var out []int
	for n := 1; n <= maxLines && form.Get(at(n, "criterion")) != ""; n++ {
		if d.Top(form.Get(at(n, "criterion"))).ID == criterion {
			out = append(out, n)
		}
	}
	return out
}
