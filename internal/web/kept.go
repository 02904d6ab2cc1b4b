package web

import "thidua/internal/web/handle"

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
