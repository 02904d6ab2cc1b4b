package reader

import (
	"regexp"
	"slices"
	"strings"

	"thidua/internal/plan"
)

var papersIn = regexp.MustCompile(`(?i)(?:gồm(?: có)?(?:\s+\d+\s+bộ)?|như sau)\s*:\s*()\S|(?:\d+ bộ,? )?gồm(?: có)?:?\s+()(?:tờ trình|biên bản|báo cáo|danh sách|bản |công văn)`)

// dossier reads the papers of an award dossier: an item each, or the list in a sentence. An item that sets a time is none; under a heading that
// names the procedure too it is a step of that.
func (r *reader) dossier(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		switch list, ok := n.papers(); {
		case ok:
			for _, part := range papers(list) {
				r.part(part)
			}
		case len(times(c.text())) == 0 && reference.FindString(c.text()) == "":
			r.part(c)
		case slices.Contains(r.over, topicProcess):
			r.d.Process = append(r.d.Process, plan.Text{Text: c.text(), Seen: c.doubtful(mixedReason)})
		}
	}
}

// papers gives the list of papers that stands in a sentence, behind "gồm" or as the text of a heading.
func (n *node) papers() (clip, bool) {
	c := n.body.trim()
	s := c.text()
	if m := papersIn.FindStringSubmatchIndex(s); m != nil && strings.ContainsAny(s[max(m[2], m[4]):], ";,") {
		return c.sub(max(m[2], m[4]), len(s)), true
	}
	return c, n.rank == 0 && paperWord.MatchString(s) && strings.ContainsAny(s, ";,")
}

func (r *reader) part(c clip) {
	if m := sentenceEnd.FindStringIndex(c.text()); m != nil {
		c = c.sub(0, m[0]).trim()
	}
	if c.text() != "" && !sending.MatchString(c.text()) {
		r.d.Dossier = append(r.d.Dossier, plan.Part{Name: c.text(), Seen: r.see(c)})
	}
}

// sending begins a clause that says where the papers go, and is no paper.
var sending = regexp.MustCompile(`(?i)^(?:gửi|nộp|trình|lập thành|hoàn thành)\s`)

// papers parts a list of papers: by semicolons or commas, and before the last one by "và".
func papers(c clip) (out []clip) {
	for _, part := range split(c) {
		if inner := split(part); strings.Contains(c.text(), ";") && len(inner) > 1 && paperWord.MatchString(inner[1].text()) {
			out = append(out, papers(part)...)
			continue
		}
		if m := andPaper.FindStringIndex(part.text()); m != nil {
			out = append(out, part.sub(0, m[0]).trim(), part.sub(m[0]+len(" và"), len(part.text())).trim())
			continue
		}
		out = append(out, part)
	}
	return out
}

var (
	paperWord = regexp.MustCompile(`(?i)^(?:tờ trình|biên bản|báo cáo|danh sách|bản|công văn|quyết định|phiếu)`)
	andPaper  = regexp.MustCompile(`(?i) và (?:tờ trình|biên bản|báo cáo|danh sách|bản|công văn|phiếu)`)
)

// papersElsewhere reads the papers that a single item names, where no section does.
func (r *reader) papersElsewhere(root *node) {
	if len(r.d.Dossier) > 0 {
		return
	}
	root.each(func(n *node) {
		if len(n.kids) == 0 && dossierItem.MatchString(n.body.text()) {
			r.dossier([]*node{n})
		}
	})
}

var dossierItem = regexp.MustCompile(`(?i)^(?:thành phần )?hồ sơ[^:;.]{0,100}?(?:,|\s)(?:bao )?gồm[\s:]`)

// split parts a list written in one sentence: by semicolons where there are any, by commas otherwise.
func split(c clip) (out []clip) {
	sep := ","
	if strings.Contains(c.text(), ";") {
		sep = ";"
	}
	from := 0
	for _, part := range strings.SplitAfter(c.text(), sep) {
		out = append(out, c.sub(from, from+len(part)).trim())
		from += len(part)
	}
	return out
}
