package record

import (
	_ "embed"
	"strings"
)

// WordingFile is the fixed text of the papers of this room that an agency may say in its own words, in the columns of the forms' wording.tsv.
//
//go:embed wording.tsv
var WordingFile string

// The papers of this room that an agency may word, as WordingFile names them.
const (
	LetterName  = "to-trinh"
	MinutesName = "bien-ban-hop"
)

// say gives the words of a part, the agency's own or those of the file, with its figures filled in: pairs of placeholder and value.
func say(own map[string]string, name, part string, pairs ...string) string {
	text := own[part]
	for line := range strings.Lines(WordingFile) {
		if cells := strings.Split(strings.TrimRight(line, "\n"), "\t"); text == "" && len(cells) == 6 && cells[0] == name && cells[1] == part {
			text = cells[5]
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}
