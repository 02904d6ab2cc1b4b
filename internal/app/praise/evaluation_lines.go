package praise

import (
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// reading finds whom a line means.
type reading struct {
	staff []thidua.Staff
	units []thidua.Unit
	actor thidua.Actor
}

func (r reading) lines(text string) (out []thidua.EvaluationResult, err error) {
	var f thidua.Faults
	seen := map[string]bool{}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(strings.ReplaceAll(line, "\t", ";"))
		if line == "" || strings.HasSuffix(line, ";") {
			continue
		}
		e, fault := r.line(line)
		if key := e.Person + "/" + e.Unit; fault.Code == "" && seen[key] {
			fault = thidua.Fault{Code: CodeTwice, Args: []any{line}}
		} else {
			seen[key] = true
		}
		if fault.Code != "" {
			f.Add("lines", fault.Code, append([]any{n + 1}, fault.Args...)...)
			continue
		}
		out = append(out, e)
	}
	if len(out) == 0 && len(f) == 0 {
		f.Add("lines", CodeNoLine)
	}
	return out, f.Err()
}

func (r reading) line(line string) (e thidua.EvaluationResult, fault thidua.Fault) {
	cells := strings.Split(line, ";")
	if len(cells) < 2 || len(cells) > 3 {
		return e, thidua.Fault{Code: CodeLine}
	}
	class := strings.TrimSpace(cells[len(cells)-1])
	for _, c := range thidua.Classes {
		if vi.Fold(vi.Class(c)) == vi.Fold(class) {
			e.Class = c
		}
	}
	if e.Class == "" {
		return e, thidua.Fault{Code: CodeLineClass, Args: []any{class}}
	}
	name, home := strings.TrimSpace(cells[0]), ""
	if len(cells) == 3 {
		home = strings.TrimSpace(cells[1])
	}
	e.Person, e.Unit, fault = r.who(name, home)
	return e, fault
}

// who finds the one person, or else the unit, that a name means.
func (r reading) who(name, home string) (person, unit string, fault thidua.Fault) {
	people := r.named(name, home)
	switch {
	case len(people) > 1:
		return "", "", thidua.Fault{Code: CodeSeveral, Args: []any{name}}
	case len(people) == 1 && r.actor.Own(people[0]):
		return "", "", thidua.Fault{Code: CodeOwnLine}
	case len(people) == 1:
		return people[0], "", fault
	}
	for _, u := range r.units {
		if strings.EqualFold(u.Name, name) {
			return "", u.ID, fault
		}
	}
	return "", "", thidua.Fault{Code: CodeWho, Args: []any{name}}
}

// named finds people by name, and by unit where it is given.
func (r reading) named(name, home string) (out []string) {
	for _, s := range r.staff {
		if strings.EqualFold(s.Name, name) && (home == "" || strings.EqualFold(s.UnitName, home)) {
			out = append(out, s.Person.ID)
		}
	}
	return out
}
