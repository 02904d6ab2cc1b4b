package web

import (
	"thidua/internal/web/handle"
)

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
	switch name {
	case "password", "current", "new", "repeat", "key", "version", "next":
		return true
	}
	return false
}
