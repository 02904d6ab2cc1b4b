package privacy

import (
	"strings"
	"time"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/vi/held"
)

// plain gives a value as it stands in the JSON: instants by the clock of Vietnam, the year in place of a round.
func (h Held) plain(column string, v any) any {
	if b, ok := v.([]byte); ok {
		v = string(b)
	}
	switch n, number := v.(int64); {
	case column == "round_id":
		if year, ok := h.Years[text(v)]; ok {
			return year
		}
		return nil
	case number && (column == "at" || strings.HasSuffix(column, "_at")):
		return time.UnixMicro(n).In(thidua.Zone).Format(time.RFC3339)
	case number && (column == "present" || column == "civil"):
		return n != 0
	}
	return v
}

// shown gives a value as somebody reads it.
func (h Held) shown(column string, v any) string {
	v = h.plain(column, v)
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		return vi.YesNo(v)
	case int:
		return vi.Number(thidua.Quantity(v * 100))
	case int64:
		return quantity(column, v)
	case string:
		return said(column, v)
	}
	return ""
}

func quantity(column string, n int64) string {
	switch {
	case column == "value":
		return vi.Number(thidua.Quantity(n))
	case column == "share":
		return vi.Percent(n)
	case n == 0 && column == "birth_year":
		return ""
	}
	return vi.Number(thidua.Quantity(n * 100))
}

// labels say the words that the program itself keeps in a column.
var labels = map[string]func(string) string{
	"state":   func(v string) string { return vi.State(thidua.State(v)) },
	"verb":    func(v string) string { return vi.Done(thidua.Action(v)) },
	"role":    func(v string) string { return vi.Role(thidua.Role(v)) },
	"rank":    func(v string) string { return vi.Rank(thidua.Rank(v)) },
	"seat":    func(v string) string { return vi.Seat(thidua.Seat(v)) },
	"sex":     func(v string) string { return vi.Sex(thidua.Sex(v)) },
	"class":   func(v string) string { return vi.Class(thidua.EvaluationClass(v)) },
	"verdict": func(v string) string { return vi.Verdict(thidua.Verdict(v)) },
	"kind":    func(v string) string { return held.Request(thidua.RequestKind(v)) },
	"choice":  held.Mail,
}

func said(column, v string) string {
	if say := labels[column]; say != nil {
		return say(v)
	}
	if d := thidua.Date(v); d.Valid() {
		return vi.Date(d)
	}
	if at, err := time.Parse(time.RFC3339, v); err == nil {
		return vi.DateTime(at)
	}
	return v
}
