package reader

import (
	"regexp"
	"strings"

	"thidua/internal/plan"
)

var papersIn = regexp.MustCompile(`(?i)(?:gồm(?: có)?(?:\s+\d+\s+bộ)?|như sau)\s*:\s*()\S|\d+ bộ,? gồm(?: có)?:?\s+()\S`)

// dossier reads the papers of an award dossier: an item each, or the list in a sentence; an item that sets a time is none.
func (r *reader) dossier(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		if m := papersIn.FindStringSubmatchIndex(c.text()); m != nil && strings.ContainsAny(c.text()[max(m[2], m[4]):], ";,") {
			for _, part := range split(c.sub(max(m[2], m[4]), len(c.text()))) {
				r.part(part)
			}
			continue
		}
		if n.rank == 0 && strings.Contains(c.text(), ";") {
			for _, part := range split(c) {
				r.part(part)
			}
			continue
		}
		if len(times(c.text())) == 0 && reference.FindString(c.text()) == "" {
			r.part(c)
		}
	}
}

func (r *reader) part(c clip) {
	if c.text() != "" {
		r.d.Dossier = append(r.d.Dossier, plan.Part{Name: c.text(), Seen: r.see(c)})
	}
}

// split parts a list written in one sentence: by semicolons where there are any, by commas otherwise.
func split(c clip) (out []clip) {
	sep := ","
	if strings.Contains(c.text(), ";") {
		sep = ";"
	}
	from := 0
	for _, part := range strings.SplitAfter(c.text(), sep) {
		out = append(out, c.sub(from, from+len(part)).trim())
		from += len(part)
	}
	return out
}
