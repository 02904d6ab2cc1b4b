package web

import (
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// again is a form that came without a session: all of it, to be sent once more after signing in.
type again struct {
	URL    string
	Fields []typed
}

type typed struct{ Name, Value string }

// resend keeps a whole form of text; nothing of a form that carries a password or a file, which the browser alone may keep.
func resend(c *handle.Ctx) again {
	if !handle.Changes(c.R.Method) || c.SignedIn() || len(c.Form.FileNames()) > 0 {
		return again{}
	}
	a, empty := again{URL: c.R.URL.RequestURI()}, true
	for _, name := range c.Form.Names() {
		if password(name) {
			return again{}
		}
		for _, v := range c.Form.All(name) {
			a.Fields = append(a.Fields, typed{name, v})
			empty = empty && (secret(name) || v == "")
		}
	}
	if empty {
		return again{}
	}
	return a
}

// shorter is a form with a field that is too long: all of it, to be sent again when that has been cut.
type shorter struct {
	URL    string
	Fields []cutField
	Files  []ui.Field // to be chosen once more: a browser gives no file twice
}

// cutField is one value of that form, in the order in which they came: carried along as it is, or shown to be cut.
type cutField struct {
	typed
	Long *ui.Field // nil for one that goes along
}

// cut keeps a form that was refused for the length of a field; nothing of a form that carries a password.
func cut(c *handle.Ctx, refusal *thidua.Error) (s shorter) {
	long := func(name string) bool {
		return slices.ContainsFunc(refusal.Faults, func(f thidua.Fault) bool { return f.Field == name && f.Code == handle.CodeFieldTooLong })
	}
	if names := c.Form.Names(); !slices.ContainsFunc(names, long) || slices.ContainsFunc(names, password) {
		return s
	}
	s.URL = c.R.URL.RequestURI()
	n := 0
	for _, name := range c.Form.Names() {
		for _, v := range c.Form.All(name) {
			f := cutField{typed: typed{name, v}}
			if have, most, long := handle.TooLong(name, v); long {
				n++
				f.Long = longField(f.typed, n, handle.TooLongBy(name, have, most))
			}
			s.Fields = append(s.Fields, f)
		}
	}
	for i, name := range c.Form.FileNames() {
		s.Files = append(s.Files, ui.Field{Name: name, ID: "tep-" + strconv.Itoa(i+1), Label: chooseAgain})
	}
	return s
}

// tooLong tells the refusal of a form for the length of its fields.
func tooLong(refusal *thidua.Error) bool {
	return len(refusal.Faults) > 0 && refusal.Faults[0].Code == handle.CodeFieldTooLong
}

// longField shows a text in full, named by its own beginning: what the form called it did not come along.
func longField(v typed, n int, why thidua.Fault) *ui.Field {
	return &ui.Field{Name: v.Name, ID: "dai-" + strconv.Itoa(n), Label: toCut(opening(v.Value)), Value: v.Value, Rows: 10, Error: vi.FaultSentence(why)}
}

// opening is the beginning of a text on one line, by which whoever typed it knows it again: 40 letters, or all of a shorter one.
func opening(text string) string {
	const letters = 40
	line := []rune(strings.Join(strings.Fields(text), " "))
	if len(line) > letters {
		return strings.TrimSpace(string(line[:letters])) + "…"
	}
	return string(line)
}

// kept is what was typed, offered back on the page of a refusal: nobody types a report twice. Passwords and hidden fields are left out.
func kept(form handle.Values) []string {
	const shortest = 40
	var out []string
	for _, name := range form.Names() {
		for _, v := range form.All(name) {
			if len(v) >= shortest && !secret(name) {
				out = append(out, v)
			}
		}
	}
	return out
}

func secret(name string) bool {
	return password(name) || name == "key" || name == "version" || name == "next"
}

func password(name string) bool {
	switch name {
	case "password", "current", "new", "repeat", "slip":
		return true
	}
	return false
}
