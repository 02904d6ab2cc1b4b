package web

import (
	"slices"
	"strconv"

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
	Fields []typed
	Long   []ui.Field
	Files  []ui.Field // to be chosen once more: a browser gives no file twice
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
	for _, name := range c.Form.Names() {
		for _, v := range c.Form.All(name) {
			if long(name) {
				s.Long = append(s.Long, longField(name, v, len(s.Long)+1))
			} else {
				s.Fields = append(s.Fields, typed{name, v})
			}
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

// longField shows a text in full, with the sentence at it when it is too long.
func longField(name, text string, n int) ui.Field {
	f := ui.Field{Name: name, ID: "dai-" + strconv.Itoa(n), Label: toCut + " " + strconv.Itoa(n), Value: text, Rows: 10}
	if have, most, long := handle.TooLong(name, text); long {
		f.Error = vi.FaultSentence(thidua.Fault{Field: name, Code: handle.CodeFieldTooLong, Args: []any{vi.Whole(have), vi.Whole(most)}})
	}
	return f
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
