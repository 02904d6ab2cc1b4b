// Package change tells in Vietnamese words what an act changed: the values before and after that an event of the log keeps, field by field.
package change

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"thidua"
	"thidua/internal/vi"
)

// Line is one field that differs; what was not there is told by a dash.
type Line struct{ Field, Before, After string }

// Lines compares two values as events keep them (JSON, either may be empty) and tells what differs, at most most fields; more is how many
// others differ, of which there are no words or no room.
func Lines(before, after string, most int) (lines []Line, more int) {
	was, is := read(before), read(after)
	names := slices.Sorted(keys(was, is))
	for _, name := range names {
		a, b := was[name], is[name]
		if silent[name] || fmt.Sprint(a) == fmt.Sprint(b) {
			continue
		}
		line := Line{fields[name], word(name, a), word(name, b)}
		if name == "" {
			line.Field = fieldOf(a, b)
		}
		switch {
		case line.Before == line.After:
		case line.Field == "" || len(lines) == most:
			more++
		default:
			lines = append(lines, line)
		}
	}
	return lines, more
}

// read gives the fields of a kept value, those of an embedded object beside the others; one that has no fields stands under the empty name.
func read(text string) map[string]any {
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if text == "" || d.Decode(&v) != nil {
		return nil
	}
	out := map[string]any{}
	flatten(out, "", v, 0)
	return out
}

func flatten(out map[string]any, name string, v any, depth int) {
	object, ok := v.(map[string]any)
	if !ok || depth > 2 {
		out[name] = v
		return
	}
	for k, x := range object {
		if _, nested := x.(map[string]any); nested {
			flatten(out, k, x, depth+1)
			continue
		}
		if _, taken := out[k]; !taken {
			out[k] = x
		}
	}
}

func keys(maps ...map[string]any) func(yield func(string) bool) {
	all := map[string]bool{}
	for _, m := range maps {
		for k := range m {
			all[k] = true
		}
	}
	return func(yield func(string) bool) {
		for k := range all {
			if !yield(k) {
				return
			}
		}
	}
}

func fieldOf(a, b any) string {
	for _, v := range []any{a, b} {
		if s, ok := v.(string); ok && vi.State(thidua.State(s)) != "" {
			return stateField
		}
	}
	return wholeValue
}

var (
	inner = regexp.MustCompile(`^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$`)
	code  = regexp.MustCompile(`^[a-z][a-z0-9]*([.-][a-z0-9]+)+$`)
)

// word tells a value; names and codes of the program's own never show.
func word(name string, v any) string {
	switch v := v.(type) {
	case bool:
		return vi.YesNo(v)
	case json.Number:
		n, err := v.Int64()
		if err == nil && hundredths[name] {
			return vi.Number(n)
		}
		return v.String()
	case string:
		return text(name, v)
	case []any:
		return list(name, v)
	}
	return emptyWord
}

func text(name, s string) string {
	day, err := time.Parse(time.RFC3339, s)
	switch {
	case s == "" || err == nil && day.Year() < 2:
		return emptyWord
	case err == nil:
		return vi.DateTime(day)
	case thidua.Date(s).Valid():
		return vi.Date(thidua.Date(s))
	case inner.MatchString(s):
		return emptyWord
	}
	return plain(name, s)
}

// plain tells a text that is neither a moment nor an inner name: by its label where it is a word of the program, else as it was written.
func plain(name, s string) string {
	for _, label := range []string{vi.ProfileName(s), vi.State(thidua.State(s)), vi.Role(thidua.Role(s)), vi.UnitKind(thidua.UnitKind(s)), vi.Rank(thidua.Rank(s)), vi.Seat(thidua.Seat(s)), vi.Sex(thidua.Sex(s))} {
		if label != "" && label != s {
			return label
		}
	}
	if !written[name] && code.MatchString(s) || coded[name] {
		return otherWord
	}
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return s
}

// longest is how much of a text stands in a line of the log, in characters.
const longest = 300

// coded are fields whose words are always ones of the program.
var coded = map[string]bool{"Kind": true, "Seat": true, "Rank": true, "State": true, "Sex": true, "Roles": true}

// written are fields that people fill, whose texts may look like codes: the name of a file, of somebody who signs in.
var written = map[string]bool{"Name": true, "UserName": true, "Code": true, "Link": true, "DocNumber": true, "Number": true, "Symbol": true}

func list(name string, all []any) string {
	if len(all) == 0 {
		return emptyWord
	}
	var words []string
	for _, v := range all {
		if _, object := v.(map[string]any); object {
			return vi.Rows(len(all))
		}
		if w := word(name, v); w != emptyWord && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return vi.Rows(len(all))
	}
	return strings.Join(words, "; ")
}
