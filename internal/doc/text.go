package doc

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean brings a text to what the files may hold: NFC, one line, no control or format characters that XML or a font would refuse.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "")
	return norm.NFC.String(strings.Map(allowed, s))
}

// allowed turns line ends and tabs into spaces and takes out what is no letter.
func allowed(r rune) rune {
	switch r {
	case '\n', '\t', '\r', '\u2028', '\u2029':
		return ' '
	case '\ufffe', '\uffff':
		return -1
	}
	if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) {
		return -1
	}
	return r
}

// plain recognises the usual case: NFC already and nothing to take out.
func plain(s string) bool {
	for _, r := range s {
		if r < ' ' || r == 0x7f || r == 0xad || r == unicode.ReplacementChar || (r >= 0x200b && r <= 0x2064) || r > 0xd000 || (r >= 0x80 && r < 0xa0) {
			return false
		}
	}
	return norm.NFC.IsNormalString(s)
}

// paragraphs splits the text of a cell at its line breaks.
func paragraphs(s string) []string {
	if !strings.ContainsAny(s, "\n\r") {
		return []string{clean(s)}
	}
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if p = strings.TrimSpace(clean(p)); p != "" {
			parts = append(parts, p)
		}
	}
	if parts == nil {
		return []string{""}
	}
	return parts
}

// nbsp is the space at which no line breaks.
const nbsp = "\u00a0"

// numbering are the words whose number stays with them.
var numbering = [...]string{"Nghiệp vụ", "Ý", "ý", "Điều", "điều", "Khoản", "khoản", "Mục", "mục", "Phụ lục", "phụ lục"}

// Unbroken keeps together what a careful clerk does not divide between two lines: a number with what it numbers ("Phòng Nghiệp vụ 2") and,
// in paragraphs, the names of people. The narrow columns of tables may divide a name.
func Unbroken(blocks []Block, names ...string) []Block {
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

// counted holds a number together with what it numbers.
func counted(s string) string {
	for i := 0; i+1 < len(s); i++ {
		if s[i] != ' ' || s[i+1] < '0' || s[i+1] > '9' {
			continue
		}
		for _, word := range numbering {
			if strings.HasSuffix(s[:i], word) {
				s = s[:i] + nbsp + s[i+1:]
				break
			}
		}
	}
	return s
}
