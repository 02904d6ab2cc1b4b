package form

import (
	_ "embed"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/doc"
)

// Placeholder is what the data put into a part of the wording. On the page it stands in braces under its Vietnamese name.
type Placeholder struct {
	Key    string // as in wording.tsv
	Name   string // "số phiếu hợp lệ"
	Figure bool   // a figure of the data, which no wording may leave out
}

// Part is a part of a form whose words an agency may change.
type Part struct {
	Form   string
	Part   string
	Text   string // of the form on the day, with the Vietnamese names in braces
	From   thidua.Date
	To     thidua.Date
	Places []Placeholder
	raw    string
}

// The faults of an agency's own words.
const (
	CodeOwnFigure thidua.Code = "wording.figure" // the figure that is missing
	CodeOwnDrops  thidua.Code = "wording.drops"  // what would no longer be said
	CodeOwnLong   thidua.Code = "wording.long"
)

// MaxOwn is how many characters own words for a part may have.
const MaxOwn = 1000

//go:embed placeholders.tsv
var placeholderFile string

type placeholderRow struct {
	form, part string
	Placeholder
}

var placeholders = readPlaceholders(placeholderFile)

func readPlaceholders(text string) (all []placeholderRow) {
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if !strings.HasPrefix(line, "#") && len(cells) == 5 {
			all = append(all, placeholderRow{cells[0], cells[1], Placeholder{Key: cells[2], Figure: cells[3] == "x", Name: cells[4]}})
		}
	}
	return all
}

// places finds what the data put into a part, in the order of its words; a row of the part goes before one of every form.
func places(form, part, text string) []Placeholder {
	var out []Placeholder
	for _, m := range braces.FindAllStringSubmatch(text, -1) {
		best := Placeholder{Key: m[1]}
		for _, row := range placeholders {
			if row.Key == m[1] && (row.form == form && row.part == part || row.form == "*" && best.Name == "") {
				best = row.Placeholder
			}
		}
		if !slices.ContainsFunc(out, func(p Placeholder) bool { return p.Key == best.Key }) {
			out = append(out, best)
		}
	}
	return out
}

// fixed are parts that are no words of the agency: the kind of paper (tên loại) by NĐ 30/2020, the name of the file, the source.
var fixed = []string{"kind", "file", "source"}

// Parts lists the parts of a form on a day, in the order of wording.tsv.
func Parts(name string, on thidua.Date) []Part {
	var out []Part
	for _, w := range Wordings {
		if w.Form != name || slices.Contains(fixed, w.Part) || !w.inForce(on) {
			continue
		}
		p := Part{Form: w.Form, Part: w.Part, From: w.From, To: w.To, raw: w.Text, Places: places(w.Form, w.Part, w.Text)}
		p.Text = p.Shown(w.Text)
		out = append(out, p)
	}
	return out
}

// Shown writes words with the Vietnamese names in the place of the keys.
func (p Part) Shown(raw string) string {
	for _, one := range p.Places {
		raw = strings.ReplaceAll(raw, "{"+one.Key+"}", "{"+one.Name+"}")
	}
	return strings.TrimSpace(raw)
}

// Read turns words as an official types them into those that are kept, and says what the data would no longer say. A name in braces that the
// part does not have, and a figure that is left out, are faults.
func (p Part) Read(typed string) (kept string, dropped []string, fault *Fault) {
	kept = strings.Join(strings.Fields(typed), " ")
	if kept == "" || kept == p.Text {
		return "", nil, nil
	}
	if len([]rune(kept)) > MaxOwn {
		return "", nil, &Fault{CodeOwnLong, []any{MaxOwn}}
	}
	for _, m := range braces.FindAllStringSubmatch(kept, -1) {
		if !slices.ContainsFunc(p.Places, func(one Placeholder) bool { return one.Name == m[1] }) {
			return "", nil, &Fault{CodeUnknown, []any{m[1]}}
		}
	}
	for _, one := range p.Places {
		switch {
		case strings.Contains(kept, "{"+one.Name+"}"):
			kept = strings.ReplaceAll(kept, "{"+one.Name+"}", "{"+one.Key+"}")
		case one.Figure:
			return "", nil, &Fault{CodeOwnFigure, []any{one.Name}}
		default:
			dropped = append(dropped, one.Name)
		}
	}
	if strings.HasPrefix(p.raw, " ") {
		kept = " " + kept
	}
	return kept, dropped, nil
}

// SampleIn gives the sample of a form with an agency's own words; false for a name without a form.
func SampleIn(name string, own map[string]string) (doc.Document, bool) {
	if name == "phu-luc" {
		l := sampleFigures()
		l.Attached = own
		return l.Document(), true
	}
	for _, s := range Samples {
		if s.Name != name {
			continue
		}
		p := s.Make()
		for _, k := range Kinds {
			if k.Name == name {
				p = k.head(p, func(h *Head) { h.Wording = own })
			}
		}
		return p.Document(), true
	}
	return sampleRecord(name, own)
}
