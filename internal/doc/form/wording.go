package form

import (
	_ "embed"
	"strings"

	"thidua"
	"thidua/internal/doc/record"
)

// Wording is one part of the fixed text of a form as it stands for a time, with the article or practice that it follows.
type Wording struct {
	Form     string
	Part     string
	From, To thidua.Date // empty: open at that end
	Source   string      // số, ký hiệu, điều; empty for parts that only repeat the form's own
	Text     string
}

//go:embed wording.tsv
var wordingFile string

// common is the form whose parts every form may use.
const common = "chung"

// Wordings are all parts of all forms, in the order of wording.tsv, and after them those of the papers of records.
var Wordings = append(readWordings(wordingFile), readWordings(record.WordingFile)...)

func readWordings(text string) []Wording {
	var all []Wording
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 6 {
			continue
		}
		all = append(all, Wording{Form: cells[0], Part: cells[1], From: thidua.Date(cells[2]), To: thidua.Date(cells[3]), Source: cells[4], Text: cells[5]})
	}
	return all
}

// inForce tells whether the wording holds on a day; a paper without a day takes what is open.
func (w Wording) inForce(day thidua.Date) bool {
	return (w.From == "" || day >= w.From) && (w.To == "" || day <= w.To)
}

// phrase gives the words of a part on a day: the form's own, or those that all forms share.
func phrase(form, part string, day thidua.Date) string {
	shared := ""
	for _, w := range Wordings {
		if w.Part != part || !w.inForce(day) {
			continue
		}
		if w.Form == form {
			return w.Text
		}
		if w.Form == common {
			shared = w.Text
		}
	}
	return shared
}

// Source names what a form follows on a day: the article, or that its headings still have to be verified ("cần kiểm chứng").
func Source(form string, day thidua.Date) string {
	for _, w := range Wordings {
		if w.Form == form && w.Source != "" && w.inForce(day) {
			return w.Source
		}
	}
	return phrase(common, "unverified", day)
}
