package handle

import (
	"slices"
	"strings"
	"unicode/utf8"

	"thidua"
	"thidua/internal/vi"
)

// CodeFieldTooLong names the sentence for a field with more characters than it takes; its arguments are how many it has, how many it takes and
// by how many it is too long, in words.
const CodeFieldTooLong thidua.Code = "field-too-long"

// Longest is how many characters a field of a form takes that stands in no row of Longer: over five times the longest text of one field in the
// real plans, and two pages of print.
const Longest = 5_000

// LongerField is a row of the table of fields that take more than Longest characters.
type LongerField struct {
	Names []string
	Most  int // characters; 0 for as many as its form has room for
	Holds string
}

// Longer are the fields that hold whole texts or pasted tables. A name stands here for every form that has it.
var Longer = []LongerField{
	{[]string{"carried", "carried-image"}, 0, "the certificate and the image of a signature, which the program wrote itself between the two steps of signing"},
	{[]string{"dan", "lines"}, 200_000, "rows pasted from Excel or Word: targets, tasks, a list, the classes of a whole agency"},
	{[]string{"dong"}, 100_000, "a row of a list that was looked at, which the program wrote itself"},
	{[]string{"discussion", "conclusion"}, 20_000, "the course of a session and its conclusion, in the minutes"},
	{[]string{"so-luoc", "nhiem-vu", "tong-quan", "danh-hieu", "khen-thuong", "hieu-qua", "thanh-tich"}, 20_000, "the parts of a report on achievements"},
	{[]string{"purpose", "problem", "solution", "effect", "apply", "spread"}, 20_000, "the parts of an initiative, and of a plan under review"},
	{[]string{"subjects", "recipients", "requirements"}, 20_000, "the lists of a plan under review"},
	{[]string{"text", "answer", "content", "finding", "words", "deed", "summary"}, 20_000, "a pledge, a report on what was done, a question and its answer, what an inspection found, an opinion, a remark"},
}

// Most is how many characters a field of a form takes; 0 for as many as the form has room for.
func Most(name string) int {
	for _, row := range Longer {
		if slices.Contains(row.Names, name) {
			return row.Most
		}
	}
	return Longest
}

// length counts characters as a person does: the end of a line is one.
func length(text string) int { return utf8.RuneCountInString(text) - strings.Count(text, "\r\n") }

// TooLong tells by how much a text is longer than its field takes; have is how many characters it has.
func TooLong(name, text string) (have, most int, long bool) {
	have, most = length(text), Most(name)
	return have, most, most > 0 && have > most
}

// TooLongBy is the fault of a field that has more characters than it takes.
func TooLongBy(name string, have, most int) thidua.Fault {
	return thidua.Fault{Field: name, Code: CodeFieldTooLong, Args: []any{vi.Whole(have), vi.Whole(most), vi.Whole(have - most)}}
}

// Check refuses a form with a field that is longer than it takes, at that field.
func (v Values) Check() error {
	var f thidua.Faults
	for _, name := range v.Names() {
		for _, text := range v.values[name] {
			if have, most, long := TooLong(name, text); long {
				f = append(f, TooLongBy(name, have, most))
				break
			}
		}
	}
	return f.Err()
}
