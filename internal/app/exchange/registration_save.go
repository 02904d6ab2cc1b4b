package exchange

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// line is a target of a registration as it would be, with the change that asks for it.
type line struct {
	thidua.Target
	by *Change
}

// after gives the registration as it would be with the changes.
func (s *filing) after(f *filed, changes []*Change) (thidua.Registration, []line) {
	next := f.Registration
	lines := make([]line, len(f.Targets))
	for i, t := range f.Targets {
		lines[i].Target = t
	}
	for _, c := range changes {
		switch {
		case c.Tab == aimTab:
			if words := c.New("award"); words != "" {
				next.Award = s.awardID(words)
			}
			next.Annual = annualOf(c.now("annual"))
		case c.row == nil:
			t := thidua.Target{Value: thidua.NoValue, Direction: thidua.AtLeast}
			s.write(c, &t)
			lines = append(lines, line{t, c})
		default:
			at := slices.IndexFunc(lines, func(l line) bool { return l.ID == c.Code })
			s.write(c, &lines[at].Target)
			lines[at].by = c
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return s.place(a.Criterion) - s.place(b.Criterion) })
	next.Targets = nil
	for _, l := range lines {
		next.Targets = append(next.Targets, l.Target)
	}
	return next, lines
}

// place is where a line stands by its criterion in the order of the plan, as on the form of a registration.
func (s *filing) place(criterion string) int {
	top := s.season.Top(criterion).ID
	return slices.IndexFunc(s.season.Heads(), func(c thidua.Criterion) bool { return c.ID == top })
}

// write puts what was typed into a target.
func (s *filing) write(c *Change, t *thidua.Target) {
	if words := c.New("criterion"); words != "" {
		t.Criterion = s.criterionID(words)
	}
	for key, at := range map[string]*string{"content": &t.Content, "measure": &t.Measure} {
		if text := c.New(key); text != "" {
			*at = text
		}
	}
	if n, ok := vi.ParseNumber(c.New("value")); ok {
		t.Value = thidua.Quantity(n)
	}
	if d, ok := vi.ParseDate(c.New("due")); ok {
		t.Due = d
	}
	if c.New("direction") == vi.DirectionWords[thidua.AtMost] {
		t.Direction = thidua.AtMost
	} else if c.New("direction") != "" {
		t.Direction = thidua.AtLeast
	}
}

func annualOf(words string) thidua.AnnualTitle {
	for _, t := range thidua.AnnualTitles() {
		if vi.AnnualTitle(t) == words {
			return t
		}
	}
	return ""
}

// check holds the changed lines to what a registration must be when it is sent; what was wrong before and is not touched is no fault of
// theirs.
func (s *filing) check(name string, changes []*Change) {
	f := s.of[name]
	next, lines := s.after(f, changes)
	before := map[string]bool{}
	for _, x := range faultsOf(f.Registration.Check(s.season.Definition, s.season.Round.Year)) {
		if n, field := lineOf(x.Field); n > 0 {
			before[f.Targets[n-1].ID+field+string(x.Code)] = true
		}
	}
	for _, x := range faultsOf(next.Check(s.season.Definition, s.season.Round.Year)) {
		n, field := lineOf(x.Field)
		if n == 0 {
			refuseNew(changes, x)
			continue
		}
		l := lines[n-1]
		if l.by != nil && (l.ID == "" || !before[l.ID+field+string(x.Code)]) {
			l.by.fault(field, x.Code, x.Args...)
		}
	}
}

// refuseNew writes what is wrong with a registration as a whole, such as too many lines, to the rows that were added to it.
func refuseNew(changes []*Change, x thidua.Fault) {
	for _, c := range changes {
		if c.row == nil && x.Code != thidua.CodeNoLines {
			c.fault("", x.Code, x.Args...)
		}
	}
}

// faultsOf gives the faults that a check found.
func faultsOf(err error) []thidua.Fault {
	var e *thidua.Error
	if !errors.As(err, &e) {
		return nil
	}
	return e.Faults
}

// lineOf cuts the field of a line ("target-2-value") into its number and the column; 0 for another field.
func lineOf(field string) (n int, column string) {
	rest, ok := strings.CutPrefix(field, "target-")
	if !ok {
		return 0, field
	}
	if _, err := fmt.Sscanf(rest, "%d-%s", &n, &column); err != nil {
		return 0, field
	}
	return n, column
}

func (s *filing) object(group string) string {
	if id := s.of[group].ID; id != "" {
		return objectOf("registration", id)
	}
	return ""
}

// save keeps a registration with the changes as a draft, as its form does.
func (s *filing) save(ctx context.Context, name string, changes []*Change) error {
	next, _ := s.after(s.of[name], changes)
	_, err := s.x.app.SaveRegistration(ctx, s.actor, next)
	return err
}
