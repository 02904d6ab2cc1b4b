package unit

import (
	"net/http"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/bank"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// take adds the sample targets that the address names to the form as it is kept; nothing is saved.
func (p Pages) take(c *handle.Ctx, d *desk) error {
	lines, err := p.Bank.Chosen(c.Context(), c.Actor, c.Form.All("mau"), d.Definition)
	if err != nil {
		return err
	}
	values := kept(d.RegistrationView)
	rows := joined(filled(rowsOf(values)), lines, d.RegistrationView)
	d.taken = len(lines)
	d.form = ui.NewForm(withRows(values, rows, d.Definition), nil)
	return nil
}

// joined puts further lines behind the rows of a form; a person has room for three.
func joined(rows []row, lines []thidua.Target, v app.RegistrationView) []row {
	rows = append(rows, typedRows(lines)...)
	if v.Registration.Subject.Kind == thidua.Individual {
		return personRows(rows, v)[:thidua.MaxPersonLines]
	}
	return rows[:min(len(rows), maxLines)]
}

// paste adds rows that somebody copied in Excel or Word to the form: what was typed stays, nothing is saved, and beside each row stands what
// was not understood.
func (p Pages) paste(c *handle.Ctx, v app.RegistrationView) error {
	d := desk{RegistrationView: v, keys: c.Keys(c.Form.Version())}
	read, err := bank.Paste(c.Form.Get("dan"), v.Definition)
	if err != nil {
		form, ok := c.Refused(err)
		if !ok {
			return err
		}
		d.form = form
		return p.draw(c, http.StatusUnprocessableEntity, d)
	}
	var lines []thidua.Target
	for _, r := range read {
		lines = append(lines, r.Target)
	}
	values := withRows(c.Form.Raw(), joined(filled(rowsOf(c.Form.Raw())), lines, v), v.Definition)
	values.Del("dan")
	d.form, d.pasted = ui.NewForm(values, nil), read
	return p.draw(c, http.StatusOK, d)
}

// repeats tells whether a row says what the subject registered the year before: it was copied, or is the same anyhow.
func (d desk) repeats(n int) bool {
	content := d.form.Get(at(n, "content"))
	for _, t := range d.Before {
		if content != "" && t.Content == content {
			return true
		}
	}
	return false
}

// understood says how a row that was pasted was read.
func (d desk) understood(r bank.Pasted) string {
	t := r.Target
	text := d.Top(t.Criterion).Code + " · " + t.Content
	if t.Value != thidua.NoValue {
		text += " · " + vi.Number(t.Value) + " " + t.Measure
	}
	if t.Due != "" {
		text += " · " + vi.Date(t.Due)
	}
	return text
}
