package unit

import (
	"net/url"

	"github.com/a-h/templ"

	"thidua/internal/web/ui"
)

// besideKept shows under what was typed what somebody else saved first, target by target, and lists the saved targets that the typed form
// does not have.
func besideKept(d desk) (form ui.Form, more []string) {
	values := kept(d.RegistrationView)
	typed, saved := rowsOf(d.form.Raw()), filled(rowsOf(values))
	if len(typed) == 0 {
		return d.form, nil
	}
	out := url.Values{"award": {values.Get("award")}, "cach": {values.Get("cach")}}
	taken := map[int]bool{}
	for i, r := range typed {
		n := pairOf(r, saved, taken)
		if n < 0 {
			n = len(saved)
			saved = append(saved, row{"direction": r["direction"]})
		}
		taken[n] = true
		for _, p := range []string{"content", "value", "measure", "due", "direction", "owner"} {
			out.Set(at(i+1, p), saved[n][p])
		}
	}
	for n, r := range saved {
		if !taken[n] && !r.blank() {
			more = append(more, r["content"])
		}
	}
	return d.form.Beside(out), more
}

// pairOf finds the saved row that a typed row stands for: the same target, or the first of its criterion that no other row has taken.
func pairOf(r row, saved []row, taken map[int]bool) int {
	same := func(field string) int {
		for n, s := range saved {
			if !taken[n] && r[field] != "" && s[field] == r[field] {
				return n
			}
		}
		return -1
	}
	if r["id"] != "" {
		return same("id")
	}
	if n := same("content"); n >= 0 {
		return n
	}
	for n, s := range saved {
		if !taken[n] && s["criterion"] == r["criterion"] && s["criterion"] != "" {
			return n
		}
	}
	return -1
}

// draft lets the form save itself, unless somebody else saved first: then saving is a choice.
func (d desk) draft() templ.Attributes {
	if d.form.Late() {
		return nil
	}
	return templ.Attributes{"data-autosave": d.url()}
}
