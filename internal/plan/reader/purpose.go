package reader

import (
	"regexp"
	"thidua/internal/plan"
	"unicode/utf8"
)

// purposes says by which words a sentence tells what its time limit is for.
var purposes = []struct {
	what plan.What
	re   *regexp.Regexp
}{
	{plan.ForRegistration, regexp.MustCompile(`(?i)đăng ký`)},
	{plan.ForDossier, regexp.MustCompile(`(?i)hồ sơ|đề nghị (?:xét )?(?:khen|tặng)|trình khen|báo cáo thành tích`)},
	{plan.ForReport, regexp.MustCompile(`(?i)báo cáo|sơ kết|tổng kết`)},
}

// whatFor takes the nearest word before the limit, then one behind it, then the heading.
func whatFor(n *node, s string, at, behind int) plan.What {
	best, where := plan.ForOther, -1
	for _, p := range purposes {
		for _, m := range p.re.FindAllStringIndex(s[:at], -1) {
			if m[0] > where {
				best, where = p.what, m[0]
			}
		}
	}
	if where < 0 {
		best = purposeIn(s[min(behind, len(s)):])
	}
	for p := n.parent; p != nil && best == plan.ForOther; p = p.parent {
		best = p.purpose()
	}
	return best
}

// purposeIn gives what a text says that its time limit is for.
func purposeIn(text string) plan.What {
	for _, p := range purposes {
		if p.re.MatchString(text) {
			return p.what
		}
	}
	return plan.ForOther
}

// purpose is that of the node's own text. Thousands of limits may stand below one node, so it is looked for once.
func (n *node) purpose() plan.What {
	if n.about == nil {
		what := purposeIn(n.body.text())
		n.about = &what
	}
	return *n.about
}

var sentenceEnd = regexp.MustCompile(`[.;]\s+\p{Lu}`)

// The window in bytes that is searched for the sentence around a limit, so that a hostile paragraph costs no square.
const windowBefore, windowAfter = 800, 400

// sentence gives the bounds of the sentence around a place.
func sentence(s string, at int) (from, to int) {
	from, to = max(0, at-windowBefore), min(len(s), at+windowAfter)
	for from > 0 && !utf8.RuneStart(s[from]) {
		from--
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	base := from
	for _, m := range sentenceEnd.FindAllStringIndex(s[from:to], -1) {
		if base+m[0] >= at {
			return from, base + m[0]
		}
		_, last := utf8.DecodeLastRuneInString(s[:base+m[1]])
		from = base + m[1] - last
	}
	return from, to
}
