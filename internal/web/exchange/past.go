package exchange

import (
	"slices"

	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// UndoLimit bounds the form that takes an import back: it holds its key alone.
const UndoLimit = 1 << 16

// Undo takes a whole import back, or says on the page of its list why that cannot be.
func (p Pages) Undo(c *handle.Ctx) error {
	v, err := p.open(c)
	if err != nil {
		return err
	}
	if err := p.Lists.Undo(c.Context(), c.Actor, v.list, c.Path("import")); err != nil {
		form, status := c.Again(err)
		if status == 0 {
			return err
		}
		v.form = form
		return p.draw(c, status, v)
	}
	return c.Redirect(v.url() + "?hoan-tac=1#cac-lan-nhap")
}

// faults are those of fields; why an import cannot be taken back is no field to mend, and stands on the page by itself.
func (v view) faults() []ui.Fault {
	return slices.DeleteFunc(slices.Clone(v.form.Faults()), func(f ui.Fault) bool { return f.Field == "noi-dung" })
}
