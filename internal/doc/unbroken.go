package doc

import (
	"regexp"
	"strings"
)

// nbsp is the space at which no line breaks.
const nbsp = "\u00a0"

var numbered = regexp.MustCompile(`(Nghiệp vụ|[Ýý]|[Đđ]iều|[Kk]hoản|[Mm]ục|[Pp]hụ lục) (\d)`)

// unbroken keeps together what a careful clerk does not divide between two lines: a number with what it numbers ("Phòng Nghiệp vụ 2") and,
// in paragraphs, the names of people. The narrow columns of tables may divide a name.
func unbroken(blocks []Block, names ...string) []Block {
	var pairs []string
	for _, name := range names {
		if name != "" {
			pairs = append(pairs, name, strings.ReplaceAll(name, " ", nbsp))
		}
	}
	people := strings.NewReplacer(pairs...)
	out := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		switch b := b.(type) {
		case Para:
			b.Runs = append([]Run(nil), b.Runs...)
			for i := range b.Runs {
				b.Runs[i].Text = people.Replace(counted(b.Runs[i].Text))
			}
			out = append(out, b)
		case Table:
			b.Rows = append([]Row(nil), b.Rows...)
			for i, r := range b.Rows {
				b.Rows[i].Cells = append([]string(nil), r.Cells...)
				for k := range r.Cells {
					b.Rows[i].Cells[k] = counted(r.Cells[k])
				}
			}
			out = append(out, b)
		default:
			out = append(out, b)
		}
	}
	return out
}

func counted(s string) string { return numbered.ReplaceAllString(s, "${1}"+nbsp+"${2}") }
