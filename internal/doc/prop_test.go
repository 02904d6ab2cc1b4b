package doc_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/internal/doc"
	"thidua/internal/doc/chart"
	"thidua/internal/testkit/nd30"
	"thidua/internal/testkit/oracle"
)

// random is a paper made at random: every word in it is there once, so that it can be found again.
type random struct {
	doc.Document
	t      *rapid.T
	count  int
	words  []string   // of the text, tables and charts
	tables [][]string // words of the heads
	rows   []randomRow
	signed string // the position that signs
	short  bool   // the signatures follow a single line below a table, a chart or the head of a page
}

// randomRow is a row of a table: its words, and whether it may be divided.
type randomRow struct {
	table int
	words []string
	huge  bool
}

// word makes a new word, with markup in some of them.
func (r *random) word() string {
	r.count++
	w := fmt.Sprintf("từ%dấy", r.count)
	if rapid.IntRange(0, 30).Draw(r.t, "markup") == 0 {
		w = fmt.Sprintf("<b>%d&", r.count)
	}
	r.words = append(r.words, w)
	return w
}

// text makes a text of words, with commas and spaces that hold together.
func (r *random) text(least, most int) string {
	var b strings.Builder
	for i := range rapid.IntRange(least, most).Draw(r.t, "words") {
		if i > 0 {
			b.WriteString([]string{" ", " ", " ", ", ", "\u00a0"}[rapid.IntRange(0, 4).Draw(r.t, "space")])
		}
		b.WriteString(r.word())
	}
	return b.String()
}

func (r *random) table() doc.Block {
	var t doc.Table
	var heads []string
	columns := rapid.IntRange(1, 5).Draw(r.t, "columns")
	for range columns {
		head := r.word()
		heads = append(heads, head)
		t.Columns = append(t.Columns, doc.Column{Head: head, Width: float64(rapid.IntRange(1, 50).Draw(r.t, "width")), Align: doc.Align(rapid.IntRange(0, 3).Draw(r.t, "align"))})
	}
	for range rapid.IntRange(1, 14).Draw(r.t, "rows") {
		from := len(r.words)
		row := doc.Row{Bold: rapid.Bool().Draw(r.t, "bold")}
		huge := rapid.IntRange(0, 70).Draw(r.t, "huge") == 0
		for c := range rapid.IntRange(1, columns).Draw(r.t, "cells") {
			switch {
			case huge && c == 0:
				row.Cells = append(row.Cells, r.text(500, 600))
			default:
				row.Cells = append(row.Cells, r.text(1, 9))
			}
		}
		t.Rows = append(t.Rows, row)
		r.rows = append(r.rows, randomRow{table: len(r.tables), words: slices.Clone(r.words[from:]), huge: huge})
	}
	r.tables = append(r.tables, heads)
	return t
}

func (r *random) chart() doc.Block {
	c := doc.Chart{Caption: r.text(0, 6), Chart: chart.Chart{Kind: chart.Kind(rapid.IntRange(0, 2).Draw(r.t, "kind")), Horizontal: rapid.Bool().Draw(r.t, "lying"), Unit: "%", Decimals: rapid.IntRange(0, 2).Draw(r.t, "decimals")}}
	for range rapid.IntRange(1, 16).Draw(r.t, "labels") {
		c.Labels = append(c.Labels, r.word())
	}
	for range rapid.IntRange(1, 3).Draw(r.t, "series") {
		name := fmt.Sprintf("dãy%d", r.count)
		c.Series = append(c.Series, chart.Series{Name: name, Values: rapid.SliceOfN(rapid.Float64Range(-1e4, 1e6), 0, len(c.Labels)+1).Draw(r.t, "values")})
	}
	return c
}

func (r *random) blocks() []doc.Block {
	var out []doc.Block
	for range rapid.IntRange(1, 4).Draw(r.t, "blocks") {
		switch rapid.IntRange(0, 9).Draw(r.t, "block") {
		case 0:
			out = append(out, doc.Heading{Text: r.text(1, 15), Level: rapid.IntRange(0, 3).Draw(r.t, "level")})
		case 1, 2:
			out = append(out, r.table())
		case 3:
			out = append(out, r.chart())
		case 4:
			out = append(out, doc.PageBreak{})
		default:
			out = append(out, doc.Para{Runs: []doc.Run{{Text: r.text(1, 80)}}, Align: doc.Align(rapid.IntRange(0, 3).Draw(r.t, "align")), KeepNext: rapid.IntRange(0, 5).Draw(r.t, "keep") == 0})
		}
	}
	return out
}

// made makes a paper of one to three sections; the first is signed.
func (r *random) make() {
	blocks := append([]doc.Block{doc.Letterhead{Agency: "THANH TRA TỈNH", Number: "Số: 05/BC-TTr", PlaceDate: "Lào Cai, ngày 05 tháng 02 năm 2024"}, doc.Title{Kind: "BÁO CÁO", Subject: r.text(1, 30)}}, r.blocks()...)
	_, r.short = blocks[len(blocks)-1].(doc.Para)
	r.short = !r.short
	blocks = append(blocks, doc.Text(r.text(1, 30)+"./."))
	r.signed = "CHÁNH THANH TRA"
	s := doc.Signatures{Recipients: []string{r.text(1, 20) + ";", "Lưu: VT."}}
	for range rapid.IntRange(1, 3).Draw(r.t, "signers") {
		s.Columns = append(s.Columns, doc.Signature{Titles: []string{r.signed}, Name: "Trần Mạnh Khôi"})
	}
	r.Document = doc.New("Báo cáo", "2025-01-10", true, append(blocks, s)...)
	for range rapid.IntRange(0, 2).Draw(r.t, "sections") {
		r.Sections = append(r.Sections, doc.Section{Landscape: rapid.Bool().Draw(r.t, "landscape"), Restart: rapid.Bool().Draw(r.t, "restart"), Blocks: r.blocks()})
	}
}

// TestAnyPaperKeepsTheRules makes papers at random and opens their files again.
func TestAnyPaperKeepsTheRules(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		r := &random{t: rt}
		r.make()
		docx, pdf := oracle.Write(t, dir, "any", r.Document)
		r.check(nd30.Open(t, docx, pdf))
		r.steady()
	})
}

func (r *random) check(p nd30.Paper) {
	pages := make([]string, len(p.Pages))
	for i, page := range p.Pages {
		for _, l := range page.Texts {
			pages[i] += " " + l.Text()
		}
		pages[i] = words(pages[i])
	}
	r.complete(p, pages)
	r.margins(p)
	r.whole(pages)
	r.together(p)
}

// words sets every word apart with a space at both sides.
func words(s string) string {
	return " " + strings.Join(strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" ,;./\u00a0\n", c) }), " ") + " "
}

// complete: every word of the tree stands in the PDF and in the DOCX.
func (r *random) complete(p nd30.Paper, pages []string) {
	all := strings.Join(pages, "")
	texts := p.Files["word/document.xml"]
	for name, part := range p.Files {
		if strings.HasPrefix(name, "word/charts/chart") {
			texts += part
		}
	}
	texts = words(strings.NewReplacer("</w:t>", " ", "<c:v>", " ", "</c:v>", " ", `preserve">`, " ", "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(texts))
	for _, w := range r.words {
		if !strings.Contains(texts, " "+w+" ") {
			r.t.Fatalf("%q is not in the DOCX", w)
		}
		if !strings.Contains(all, " "+w+" ") && !strings.Contains(strings.ReplaceAll(all, " ", ""), w) {
			r.t.Fatalf("%q is not in the PDF", w)
		}
	}
}

const mm = 72 / 25.4

// margins: no text stands outside, but the page number and the mark of samples.
func (r *random) margins(p nd30.Paper) {
	for i, page := range p.Pages {
		for _, l := range page.Texts {
			if l.Top < 20*mm-1 && strings.Trim(l.Text(), "0123456789") == "" || l.Text() == doc.SampleMark {
				continue
			}
			if l.Left < 30*mm-1 || l.Left+l.Width > page.Width-15*mm+3 || l.Top < 20*mm-2 || l.Top > page.Height-20*mm-8 {
				r.t.Fatalf("page %d of %.0f: %q at %.1f, %.1f to %.1f", i+1, page.Width, l.Text(), l.Top, l.Left, l.Left+l.Width)
			}
		}
	}
}

// whole: a row stands on one page, unless it is higher than one, and below the head of its table.
func (r *random) whole(pages []string) {
	for _, row := range r.rows {
		on := map[int]bool{}
		for _, w := range row.words {
			on[slices.IndexFunc(pages, func(s string) bool { return strings.Contains(s, " "+w+" ") })] = true
		}
		delete(on, -1) // cut over two lines
		if len(on) > 1 && !row.huge {
			r.t.Fatalf("the row of %q stands on %d pages", row.words[0], len(on))
		}
		for page := range on {
			for _, head := range r.tables[row.table] {
				if !strings.Contains(pages[page], " "+head+" ") {
					r.t.Fatalf("page %d has the row of %q without the head %q", page+1, row.words[0], head)
				}
			}
		}
	}
}

// together: two lines at least stand above the signatures on their page; a single one where that is all the text below a table, or on the page.
func (r *random) together(p nd30.Paper) {
	least := 2
	if r.short {
		least = 1
	}
	for _, page := range p.Pages {
		for _, l := range page.Texts {
			if !strings.Contains(l.Text(), r.signed) {
				continue
			}
			above := map[int]bool{}
			for _, a := range page.Texts {
				if a.Top > 20*mm-2 && a.Top < l.Top-10 {
					above[int(a.Top)] = true
				}
			}
			if len(above) < least {
				r.t.Fatalf("%d lines above the signatures", len(above))
			}
			return
		}
	}
	r.t.Fatal("nobody signs")
}

// steady: the same tree gives the same bytes, and the preview holds no markup that was typed.
func (r *random) steady() {
	for kind, render := range map[string]func(io.Writer) error{"docx": r.DOCX, "pdf": r.PDF, "html": r.HTML} {
		var first, second bytes.Buffer
		if err := render(&first); err != nil {
			r.t.Fatal(err)
		}
		if err := render(&second); err != nil {
			r.t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			r.t.Fatalf("%s differs from one time to the next", kind)
		}
		if kind != "html" {
			continue
		}
		for _, w := range r.words {
			if strings.HasPrefix(w, "<") && strings.Contains(first.String(), w) {
				r.t.Fatalf("%q is not escaped", w)
			}
		}
	}
}
