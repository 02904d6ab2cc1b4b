package form

import (
	"strings"

	"thidua/internal/doc"
)

// Appendix is a Phụ lục of a paper, on pages of its own that are numbered from 1.
type Appendix struct {
	Title     string // tiêu đề; printed in capitals
	Landscape bool
	Blocks    []doc.Block
}

var romans = [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}

// Attach adds appendices to a paper; more than one are numbered with Roman figures (at most twelve). Named is the paper as they cite it,
// "Báo cáo số 05/BC-TTr ngày … của …"; own are an agency's own words for the parts of an appendix.
func Attach(d doc.Document, own map[string]string, named string, list ...Appendix) doc.Document {
	f := Head{Date: d.Date, Wording: own}.form("phu-luc")
	for i, a := range list {
		name := f.say("one")
		if len(list) > 1 {
			name = f.say("many", "n", romans[min(i, len(romans)-1)])
		}
		blocks := append([]doc.Block{heading(name), heading(strings.ToUpper(a.Title)), note(f.say("with", "paper", named))}, a.Blocks...)
		d.Sections = append(d.Sections, doc.Section{Landscape: a.Landscape, Restart: true, Blocks: doc.Unbroken(blocks)})
	}
	return d
}

// heading is a centred bold line at the head of a list or appendix.
func heading(text string) doc.Block {
	return doc.Para{Align: doc.Center, KeepNext: true, Runs: []doc.Run{{Text: text, Bold: true}}}
}

// note is the centred line in italics that tells to which paper a list belongs.
func note(text string) doc.Block {
	return doc.Para{Align: doc.Center, KeepNext: true, Runs: []doc.Run{{Text: text, Italic: true}}}
}
