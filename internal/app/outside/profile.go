package outside

import (
	"regexp"
	"strings"

	"thidua/internal/doc"
	"thidua/internal/doc/compare"
	"thidua/internal/doc/record"
)

var (
	openLine   = regexp.MustCompile(`^- (.+): ` + doc.Blank + `\.?$`)
	filledLine = regexp.MustCompile(`^- (.+?): (.+?)\.?$`)
)

// takeProfile offers the lines of a report's profile that stood open and were filled in on Word ("- Ngày sinh: ……") as words of that part.
func takeProfile(r *compare.Result, parts map[string]string) {
	words, known := r.Words[record.WordsProfile]
	if !known {
		words, known = parts[record.WordsProfile]
	}
	if !known {
		return
	}
	list, filled := doc.Lines(words), false
	for i, c := range r.Changes {
		was, is := openLine.FindStringSubmatch(compare.Text(c.Before)), filledLine.FindStringSubmatch(compare.Text(c.After))
		if was == nil || is == nil || was[1] != is[1] {
			continue
		}
		list, filled = append(list, is[1]+": "+is[2]), true
		r.Changes[i].Part = record.WordsProfile
	}
	if filled {
		r.Words[record.WordsProfile] = strings.Join(list, "\n")
	}
}
