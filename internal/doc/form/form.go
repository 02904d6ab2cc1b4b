// Package form holds the papers around a season that are not composed from its records: invitation, ballot, count, decision, pledge, reviews,
// lists. Each has a typed input, its wording as dated data (wording.tsv) and sample values, and gives the block tree of internal/doc.
package form

import (
	"regexp"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Paper is a form that has been filled in.
type Paper interface {
	// Document makes the paper.
	Document() doc.Document
}

// Head is what every form says of itself, and who signs it.
type Head struct {
	Sample     bool
	Issuer     doc.Issuer
	Number     string // "12/GM-TTr"; "/GM-TTr" while it is not given out
	Date       thidua.Date
	Subject    string   // trích yếu
	Recipients []string // nơi nhận, the last "Lưu: …"
	Signer     doc.Signer
	Wording    map[string]string // an agency's own words by part, in the place of those of the form; figures are filled in all the same
	Said       map[string]string // figures that a person's words may name in braces: "{số trường hợp}"
}

// told fills in the figures that words name in braces.
func (h Head) told(text string) string {
	for name, value := range h.Said {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	return text
}

// toldAll fills in the figures in each of the texts.
func (h Head) toldAll(list []string) []string {
	out := make([]string, 0, len(list))
	for _, text := range list {
		out = append(out, h.told(text))
	}
	return out
}

var braces = regexp.MustCompile(`\{([^{}]*)\}`)

// unknown gives the first thing in braces that no figure stands for.
func (h Head) unknown(text string) (string, bool) {
	for _, m := range braces.FindAllStringSubmatch(text, -1) {
		if _, known := h.Said[m[1]]; !known {
			return m[1], true
		}
	}
	return "", false
}

// form is a form being written: its head, its words, and the names that stay on one line.
type form struct {
	Head
	name  string // in wording.tsv
	names []string
}

// noDash keeps the dash of "Hội đồng Thi đua - Khen thưởng" from the beginning of a line.
const noDash = "đua - Khen"

func (h Head) form(name string, names ...string) form {
	return form{Head: h, name: name, names: append(names, h.Signer.Name, noDash)}
}

// say gives the words of a part with its figures filled in: pairs of placeholder and value.
func (f form) say(part string, pairs ...string) string {
	text, own := f.Wording[part]
	if !own {
		text = phrase(f.name, part, f.Date)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// para makes a body paragraph of a part of the wording.
func (f form) para(part string, pairs ...string) doc.Block { return doc.Text(f.say(part, pairs...)) }

// lead makes a paragraph that stays with the list or table it announces.
func (f form) lead(part string, pairs ...string) doc.Block {
	return doc.Para{KeepNext: true, Runs: []doc.Run{{Text: f.say(part, pairs...)}}}
}

// opening is the head of a paper that has a name, with the place and day.
func (f form) opening() []doc.Block {
	return []doc.Block{
		f.Issuer.Letterhead(f.Number, doc.PlaceDate(f.Issuer.Place, f.Date)),
		doc.Title{Kind: f.say("kind"), Subject: f.Subject},
	}
}

// signed is the block of the one who signs, with the recipients beside it.
func (f form) signed() doc.Signatures {
	return doc.Signatures{Columns: []doc.Signature{f.Signer.Signature()}, Recipients: doc.Recipients(f.Recipients)}
}

// made puts the blocks together; names are not divided between two lines.
func (f form) made(blocks ...doc.Block) doc.Document {
	title := f.say("file") + " " + vi.LowerFirst(f.Subject)
	return doc.New(strings.TrimSpace(title), f.Date, f.Sample, doc.Unbroken(blocks, f.names...)...)
}

// hand is a place to sign on: who signs there, by what right, and the name.
func (f form) hand(title, name string) doc.Signature {
	return doc.Signature{Titles: []string{title}, Note: f.say("by-hand"), Name: name}
}

// addressed makes the line "Kính gửi: …"; several addressees stand one below the other.
func addressed(label string, to []string) []doc.Block {
	if len(to) == 1 {
		return []doc.Block{doc.Centered(doc.Run{Text: label + " " + to[0]})}
	}
	blocks := []doc.Block{doc.Para{KeepNext: true, Runs: []doc.Run{{Text: label}}}}
	for _, line := range doc.Recipients(to) {
		blocks = append(blocks, doc.Text("- "+line))
	}
	return blocks
}

// dashed makes a line "- …;" of each text, the last with a full stop.
func dashed(list []string) []doc.Block {
	blocks := make([]doc.Block, 0, len(list))
	for _, line := range doc.Recipients(list) {
		blocks = append(blocks, doc.Text("- "+line))
	}
	return blocks
}

// called gives form of address and name: "bà Trần Thị Hạnh".
func called(honorific, name string) string { return strings.TrimSpace(honorific + " " + name) }

// filled gives a text, or room to write it by hand.
func filled(s string) string {
	if strings.TrimSpace(s) == "" {
		return doc.Blank
	}
	return s
}
