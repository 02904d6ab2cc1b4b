package record

import (
	_ "embed"
	"strings"

	"thidua"
	"thidua/internal/doc"
)

// WordingFile is the fixed text of the papers of this room that an agency may say in its own words, in the columns of the forms' wording.tsv.
//
//go:embed wording.tsv
var WordingFile string

// The papers of this room that an agency may word, as WordingFile names them.
const (
	LetterName       = "to-trinh"
	MinutesName      = "bien-ban-hop"
	UnitReportName   = "bao-cao-chuyen-de-tap-the"
	PersonReportName = "bao-cao-chuyen-de-ca-nhan"
	SlipName         = "phieu-trinh"
	ListName         = "danh-sach-tong-hop"
	SignListName     = "danh-sach-dang-ky"
	SheetName        = "phieu-dang-ky"
)

// ReportName names the Báo cáo thành tích theo chuyên đề of a collective or of a person in WordingFile.
func ReportName(collective bool) string {
	if collective {
		return UnitReportName
	}
	return PersonReportName
}

// row is a part of the wording as it holds from a day to a day; empty: open at that end.
type row struct {
	form, part string
	from, to   thidua.Date
	text       string
}

var worded = readRows(WordingFile)

func readRows(text string) (all []row) {
	for line := range strings.Lines(text) {
		if cells := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(cells) == 6 && !strings.HasPrefix(line, "#") {
			all = append(all, row{cells[0], cells[1], thidua.Date(cells[2]), thidua.Date(cells[3]), cells[5]})
		}
	}
	return all
}

// words are those of one paper: the agency's own by part, and those of the file on the day of the paper.
type words struct {
	own  map[string]string
	name string
	day  thidua.Date
}

func (w words) part(part string) string {
	if text := w.own[part]; text != "" {
		return text
	}
	for _, r := range worded {
		if r.form == w.name && r.part == part && (r.from == "" || w.day >= r.from) && (r.to == "" || w.day <= r.to) {
			return r.text
		}
	}
	return ""
}

// say gives the words of a part with its figures filled in: pairs of placeholder and value.
func (w words) say(part string, pairs ...string) string { return fill(w.part(part), pairs...) }

// para makes a body paragraph of a part.
func (w words) para(part string, pairs ...string) doc.Block { return doc.Text(w.say(part, pairs...)) }

// head makes the heading of a part of the paper at a level.
func (w words) head(level int, part string, pairs ...string) doc.Block {
	return doc.Heading{Text: w.say(part, pairs...), Level: level}
}

// clause gives the words of a part with a clause that may be empty: then the blank before it goes too.
func (w words) clause(part, key, value string) string {
	if text := w.part(part); value == "" {
		return strings.ReplaceAll(text, " {"+key+"}", "")
	}
	return w.say(part, key, value)
}

func fill(text string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// bold divides a text at a placeholder, whose value stands bold; words that do not have it stay one run.
func bold(text, key, value string) []doc.Run {
	before, after, found := strings.Cut(text, "{"+key+"}")
	if !found {
		return []doc.Run{{Text: text}}
	}
	var runs []doc.Run
	for _, r := range []doc.Run{{Text: before}, {Text: value, Bold: true}, {Text: after}} {
		if r.Text != "" {
			runs = append(runs, r)
		}
	}
	return runs
}
