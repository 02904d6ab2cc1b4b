package doc

import (
	"bufio"
	"html"
	"io"
	"strconv"
	"strings"
)

// HTML writes the preview as one article of class a4, with the classes of the style sheet and no style of its own. The only error is that of the writer.
func (d Document) HTML(out io.Writer) error {
	h := &preview{w: bufio.NewWriter(out)}
	h.put(`<article class="a4" aria-label="`, html.EscapeString("Bản xem trước: "+clean(d.Title)), `">`)
	if d.Sample {
		h.put(`<p class="mauvb">`, SampleMark, `</p>`)
	}
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			h.block(b)
		}
	}
	h.put(`</article>`)
	return h.w.Flush()
}

type preview struct{ w *bufio.Writer }

// put writes markup; the writer keeps its first error for Flush.
func (h *preview) put(parts ...string) {
	for _, s := range parts {
		h.w.WriteString(s)
	}
}

// text writes escaped text and marks what is still to be filled in by hand.
func (h *preview) text(s string) {
	for s != "" {
		i := strings.IndexRune(s, '…')
		if i < 0 {
			h.put(html.EscapeString(s))
			return
		}
		rest := strings.TrimLeft(s[i:], "…")
		h.put(html.EscapeString(s[:i]), `<span class="ph">`, s[i:len(s)-len(rest)], `</span>`)
		s = rest
	}
}

func (h *preview) runs(runs []Run) {
	for _, r := range prepare(runs) {
		open, shut := "", ""
		if r.Bold {
			open, shut = "<b>", "</b>"
		}
		if r.Italic {
			open, shut = open+"<i>", "</i>"+shut
		}
		h.put(open)
		h.text(r.Text)
		h.put(shut)
	}
}

func (h *preview) block(b Block) {
	switch v := b.(type) {
	case Letterhead:
		h.letterhead(v)
	case Title:
		h.put(`<p class="vbt"><b>`)
		h.text(clean(v.Kind))
		h.put(`</b>`)
		if v.Subject != "" {
			h.put(`<br><b class="u3">`)
			h.text(clean(v.Subject))
			h.put(`</b>`)
		}
		h.put(`</p>`)
	case Heading:
		h.put(`<p>`)
		h.runs([]Run{{Text: v.Text, Bold: true}})
		h.put(`</p>`)
	case Para:
		if v.Align == Center {
			h.put(`<p class="kg">`)
		} else {
			h.put(`<p>`)
		}
		h.runs(v.Runs)
		h.put(`</p>`)
	case Table:
		h.table(v)
	case Chart:
		h.chart(v)
	case Code:
		h.code(v)
	case Signatures:
		h.signatures(v)
	}
}

func (h *preview) letterhead(v Letterhead) {
	h.put(`<div class="vbh"><div>`)
	h.line(v.Superior, "", "")
	h.line(v.Agency, `<b class="u1">`, `</b>`)
	h.line(v.Number, "", "")
	h.line(v.About, "", "")
	h.put(`</div><div><p><b>`, nation, `</b></p><p><b class="u2">`, motto, `</b></p>`)
	h.line(v.PlaceDate, `<i>`, `</i>`)
	h.put(`</div></div>`)
}

func (h *preview) line(s, open, shut string) {
	if s = clean(s); s != "" {
		h.put(`<p>`, open)
		h.text(s)
		h.put(shut, `</p>`)
	}
}

func (h *preview) table(t Table) {
	h.put(`<table class="vbb"><thead><tr>`)
	for _, c := range t.Columns {
		h.put(`<th scope="col">`)
		h.text(clean(c.Head))
		h.put(`</th>`)
	}
	h.put(`</tr></thead><tbody>`)
	for _, r := range t.Rows {
		h.put(`<tr>`)
		if len(r.Cells) == 1 && len(t.Columns) > 1 {
			h.put(`<th scope="rowgroup" colspan="`, strconv.Itoa(len(t.Columns)), `">`)
			h.text(clean(r.Cells[0]))
			h.put(`</th></tr>`)
			continue
		}
		for i := range t.Columns {
			h.cell(r, i)
		}
		h.put(`</tr>`)
	}
	h.put(`</tbody></table>`)
}

func (h *preview) cell(r Row, i int) {
	h.put(`<td>`)
	for k, p := range paragraphs(r.cell(i)) {
		if k > 0 {
			h.put(`<br>`)
		}
		h.runs([]Run{{Text: p, Bold: r.Bold}})
	}
	h.put(`</td>`)
}
