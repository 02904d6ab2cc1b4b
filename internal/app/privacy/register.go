// Package privacy holds the use cases about personal data: the register of what is held and why, what is held on one person, requests and their answers,
// the masking of what need not stay when somebody has left, and who has looked at whom. It stands upon package app.
package privacy

import (
	_ "embed"
	"strings"
)

//go:embed register.tsv
var registerText string

// Holding is one table of the schema in the register of personal data (sổ đăng ký dữ liệu cá nhân).
type Holding struct {
	Table   string
	Subject string   // what the data are for; empty where none is personal
	Own     []Column // those that hold personal data
	Others  []string // all other columns
}

// Column is a column that holds personal data, and of which kind.
type Column struct{ Name, Kind string }

// restricted are the kinds that not everybody in the agency may see: whoever opens them for somebody else leaves an event.
var restricted = map[string]bool{"birth": true, "address": true, "network": true, "signin": true, "rating": true, "opinion": true}

// Restricted tells whether a kind of data is shown to few only (hạn chế xem).
func Restricted(kind string) bool { return restricted[kind] }

// Restricted tells whether some column of the table is shown to few only.
func (h Holding) Restricted() bool {
	for _, c := range h.Own {
		if Restricted(c.Kind) {
			return true
		}
	}
	return false
}

// Kinds lists the kinds of data of a table, each once, in the order of its columns.
func (h Holding) Kinds() (out []string) {
	seen := map[string]bool{}
	for _, c := range h.Own {
		if !seen[c.Kind] {
			seen[c.Kind] = true
			out = append(out, c.Kind)
		}
	}
	return out
}

// Every is every table of the schema with all its columns; a test compares it with the data.
func Every() (out []Holding) {
	for line := range strings.Lines(registerText) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		h := Holding{Table: fields[0], Others: words(fields[3])}
		for _, c := range words(fields[2]) {
			name, kind, _ := strings.Cut(c, "=")
			h.Own = append(h.Own, Column{name, kind})
		}
		if len(h.Own) > 0 {
			h.Subject = fields[1]
		}
		out = append(out, h)
	}
	return out
}

func words(field string) []string {
	if field == "-" {
		return nil
	}
	return strings.Fields(field)
}

// Subjects are the groups of the register in the order in which they are shown.
var Subjects = []string{"staff", "account", "records", "judging", "awards", "papers", "exchange", "log"}

// Register is what holds personal data, by subject.
func Register() map[string][]Holding {
	out := map[string][]Holding{}
	for _, h := range Every() {
		if h.Subject != "" {
			out[h.Subject] = append(out[h.Subject], h)
		}
	}
	return out
}
