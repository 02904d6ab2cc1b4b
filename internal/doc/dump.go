package doc

import (
	"fmt"
	"strings"
)

// Dump gives the tree as text, one block per line, for tests and reviews: a changed wording shows as a changed line.
func (d Document) Dump() string {
	var b strings.Builder
	fmt.Fprintf(&b, "document %q date=%s sample=%t\n", d.Title, d.Date, d.Sample)
	for _, s := range d.Sections {
		fmt.Fprintf(&b, "section landscape=%t restart=%t\n", s.Landscape, s.Restart)
		for _, block := range s.Blocks {
			dumpBlock(&b, block)
		}
	}
	return b.String()
}

func dumpBlock(b *strings.Builder, block Block) {
	switch v := block.(type) {
	case Letterhead:
		fmt.Fprintf(b, "letterhead %q | %q | %q | %q\n", v.Superior, v.Agency, v.Number, v.PlaceDate)
		if v.About != "" {
			fmt.Fprintf(b, "  about %q\n", v.About)
		}
	case Title:
		fmt.Fprintf(b, "title %q | %q\n", v.Kind, v.Subject)
	case Heading:
		fmt.Fprintf(b, "heading%d %q\n", v.Level, v.Text)
	case Para:
		dumpPara(b, v)
	case Table:
		dumpTable(b, v)
	case Chart:
		dumpChart(b, v)
	case Code:
		fmt.Fprintf(b, "code %q %q\n", v.Text, v.Alt)
	case Signatures:
		dumpSignatures(b, v)
	case PageBreak:
		b.WriteString("page break\n")
	}
}

func dumpPara(b *strings.Builder, p Para) {
	fmt.Fprintf(b, "para %s", [...]string{"justify", "left", "center", "right"}[p.Align])
	if p.NoIndent {
		b.WriteString(" no-indent")
	}
	if p.KeepNext {
		b.WriteString(" keep-next")
	}
	for _, r := range p.Runs {
		mark := ""
		if r.Bold {
			mark += "b"
		}
		if r.Italic {
			mark += "i"
		}
		fmt.Fprintf(b, " %s%q", mark, r.Text)
	}
	b.WriteByte('\n')
}

func dumpTable(b *strings.Builder, t Table) {
	b.WriteString("table")
	for _, c := range t.Columns {
		fmt.Fprintf(b, " | %s %g %s", c.Head, c.Width, [...]string{"justify", "left", "center", "right"}[c.Align])
	}
	b.WriteByte('\n')
	for _, r := range t.Rows {
		fmt.Fprintf(b, "  row bold=%t joined=%t %q\n", r.Bold, r.Joined, r.Cells)
	}
}

func dumpChart(b *strings.Builder, c Chart) {
	fmt.Fprintf(b, "chart kind=%d horizontal=%t unit=%q decimals=%d %q labels=%q\n", c.Kind, c.Horizontal, c.Unit, c.Decimals, c.Caption, c.Labels)
	for _, s := range c.Series {
		fmt.Fprintf(b, "  series %q %v\n", s.Name, s.Values)
	}
}

func dumpSignatures(b *strings.Builder, s Signatures) {
	fmt.Fprintf(b, "signatures framed=%t recipients=%q\n", s.Framed, s.Recipients)
	for _, c := range s.Columns {
		fmt.Fprintf(b, "  sign %q text=%q %q %q %q %q\n", c.Heading, c.Text, c.PlaceDate, c.Titles, c.Note, c.Name)
	}
}
