package exchange

import (
	"context"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// structure is the units of the agency, ended ones among them, with the names of today; one object is one unit.
type structure struct {
	x     *Exchange
	actor thidua.Actor
	of    map[string]thidua.Unit
	fits  func(thidua.Unit) error
	typed map[string]int // the code of a new row → its line
}

// unitColumns are the columns of the list by the fields of a unit.
var unitColumns = map[string]string{"name": "named", "from": "begins"}

func (x *Exchange) units(ctx context.Context, l *List) error {
	if !Units.For(l.actor) {
		return thidua.Refuse(thidua.Forbidden, app.CodeNoRight)
	}
	all, err := x.app.UnitList(ctx, l.actor, true)
	if err != nil {
		return err
	}
	s := &structure{x: x, actor: l.actor, of: map[string]thidua.Unit{}, typed: map[string]int{}}
	s.fits = func(u thidua.Unit) error { return x.app.UnitFits(ctx, l.actor, u) }
	l.source = s
	open := []string{"code", "named", "short", "kind", "order", "begins", "to"}
	var rows []*row
	for _, u := range all {
		s.of[u.ID] = u
		rows = append(rows, &row{unit: u.Name, group: u.ID, FormRow: sheet.FormRow{Code: u.ID, Open: open, Cells: map[string]string{
			"code": u.Code, "named": u.Name, "short": u.Short, "kind": vi.UnitKind(u.Kind), "order": strconv.Itoa(u.Order), "begins": vi.Date(u.From), "to": vi.Date(u.To)}}})
	}
	l.add(sheet.Form{Tab: vi.UnitsTab, New: open, Columns: columns(sheet.FormColumn{Key: "code", Width: 12}, sheet.FormColumn{Key: "named", Width: 40},
		sheet.FormColumn{Key: "short", Width: 22},
		sheet.FormColumn{Key: "kind", Kind: sheet.Choice, Width: 14, Choices: []string{vi.UnitKind(thidua.UnitOffice), vi.UnitKind(thidua.UnitDivision)}},
		sheet.FormColumn{Key: "order", Kind: sheet.Whole, Width: 10}, sheet.FormColumn{Key: "begins", Kind: sheet.Day, Width: 13},
		sheet.FormColumn{Key: "to", Kind: sheet.Day, Width: 13})}, rows)
	return nil
}

// group of a new unit is the row itself.
func (s *structure) group(_ int, c *Change) string {
	c.Unit = c.New("named")
	return newRow + strconv.Itoa(c.Line)
}

func (s *structure) object(group string) string { return objectOf("unit", group) }

// after gives the unit as it would be; that of a new row has no id.
func (s *structure) after(c *Change) thidua.Unit {
	u := s.of[c.Code]
	u.Code, u.Name, u.Short = c.now("code"), c.now("named"), c.now("short")
	if kind, ok := vi.ParseUnitKind(c.now("kind")); ok {
		u.Kind = kind
	}
	if n, err := strconv.Atoi(c.now("order")); err == nil {
		u.Order = n
	}
	u.From, _ = vi.ParseDate(c.now("begins"))
	u.To, _ = vi.ParseDate(c.now("to"))
	return u
}

func (s *structure) check(_ string, changes []*Change) {
	for _, c := range changes {
		if err := renamedTo(unitColumns, s.fits(s.after(c))); err != nil {
			c.refuse(err)
		}
		if c.row == nil {
			c.once(s.typed)
		}
	}
}

// once refuses a new row with the code of a new row above.
func (c *Change) once(above map[string]int) {
	code := strings.ToLower(c.New("code"))
	if line, typed := above[code]; typed && line != c.Line {
		c.fault("code", CodeRowTwice, line)
		return
	}
	above[code] = c.Line
}

func (s *structure) save(ctx context.Context, _ string, changes []*Change) error {
	for _, c := range changes {
		if _, err := s.x.app.SaveUnit(ctx, s.actor, s.after(c)); err != nil {
			return renamedTo(unitColumns, err)
		}
	}
	return nil
}
