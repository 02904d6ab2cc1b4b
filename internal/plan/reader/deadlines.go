package reader

import (
	"regexp"
	"slices"
	"strings"
	"thidua/internal/plan"
)

var (
	reference    = regexp.MustCompile(`(?:theo|tại)\s+(?:quy định (?:tại|của)\s+)?((?:[Kk]hoản \d+,?\s+)?Điều \d+,?\s+(?:của\s+)?(?:` + refKinds + `|Quy định)(?:\s+số\s+\d[^\s,;]*)?)`)
	movementEnds = regexp.MustCompile(`(?i)(?:phong trào|đợt thi đua)[^.;]{0,60}kết thúc`)
	aboutTime    = regexp.MustCompile(`(?i)thời gian|thời hạn|thời điểm|hạn nộp`)
	sinceIssue   = regexp.MustCompile(`(?i)từ\s+(?:ngày|khi)\s+ban hành`)
)

// deadlines reads the time limits of every paragraph of the sections, in the order of the text.
func (r *reader) deadlines(root *node) {
	root.each(func(n *node) {
		c, fs := n.body, times(n.body.text())
		if n.topic() == topicPeriod || sinceIssue.MatchString(c.text()) || movementEnds.MatchString(c.text()) {
			fs = withoutMonths(r.endsOn(c, fs), c.text())
		}
		if len(fs) == 0 {
			r.referred(n)
		}
		for i, f := range fs {
			next := nextClause(c.text(), fs[i:])
			if len(r.d.Deadlines) <= MaxElements {
				r.deadline(n, f, next)
			}
		}
	})
}

// withoutMonths leaves out the months or quarters in which the movement runs: no last day is made of them.
func withoutMonths(fs []found, s string) []found {
	if purposeIn(s) != plan.ForOther || !runs.MatchString(s) {
		return fs
	}
	return slices.DeleteFunc(fs, func(f found) bool { return f.d.Period != "" })
}

var runs = regexp.MustCompile(`(?i)từ\s+(?:đầu\s+)?(?:tháng|quý)\s`)

// nextClause gives where the words end that may say what the first of the limits is for: where another clause has a limit of its own.
func nextClause(s string, fs []found) int {
	for i := 1; i < len(fs); i++ {
		if fs[i].from > fs[i-1].to && !listed.MatchString(s[fs[i-1].to:fs[i].from]) {
			return fs[i].from
		}
	}
	return len(s)
}

// listed is what stands between the limits of one list.
var listed = regexp.MustCompile(`^[\s,;]*(?:(?:và|hoặc|hằng|hàng)\s+)*$`)

// endsOn takes the end of the movement out of the limits.
func (r *reader) endsOn(c clip, fs []found) []found {
	m := &r.d.Movement
	for i, f := range fs {
		if m.EndsOn != "" || f.d.Date == "" || !f.d.Inclusive || purposeIn(c.text()) != plan.ForOther && !sinceIssue.MatchString(c.text()) && !movementEnds.MatchString(c.text()[:f.to]) {
			continue
		}
		m.EndsOn, m.Spans.EndsOn = f.d.Date, c.sub(f.from, f.to).span()
		if m.From == "" && f.d.From != "" {
			m.From, m.To = f.d.From[:4], f.d.Date[:4]
		}
		if sinceIssue.MatchString(c.text()) {
			m.Spans.EndsOn = c.trim().span()
			if r.d.Date.Value == "" {
				m.Confidence, m.Reason = plan.Check, "Phong trào bắt đầu từ ngày ban hành Kế hoạch, mà ngày ban hành để trống."
			}
		}
		return append(fs[:i:i], fs[i+1:]...)
	}
	return fs
}

// referred reads a limit that only names the article that fixes it.
func (r *reader) referred(n *node) {
	s := n.body.text()
	m := reference.FindStringSubmatchIndex(s)
	if m == nil || n.heading() || n.topic() != topicTiming && !aboutTime.MatchString(s) {
		return
	}
	ref := strings.TrimRight(group(s, m, 1), ".")
	d := plan.Deadline{Recurs: plan.Once, Reference: plan.Value(ref)}
	d.Confidence, d.Reason = plan.Check, "Kế hoạch chỉ dẫn chiếu "+ref+", không ghi ngày."
	r.deadline(n, found{d, m[0], m[2] + len(ref)}, len(s))
}

func (r *reader) deadline(n *node, f found, next int) {
	d, c := f.d, n.body
	d.Span = c.sub(f.from, f.to).trim().span()
	if d.Confidence == "" {
		d.Confidence = plan.Plain
	}
	if d.Confidence == plan.Check {
		r.warn(strings.TrimSuffix(d.Reason, "."), d.Span)
	}
	from, to := sentence(c.text(), f.from)
	s := c.sub(from, to)
	if d.Actor = plan.Value(actorIn(s).text()); d.Actor == "" {
		over, sure := r.actorOver(n)
		if d.Actor = over; !sure && d.Confidence == plan.Plain {
			d.Confidence, d.Reason = plan.Check, unsureActor
		}
	}
	d.To = r.addressee(s.text(), f.from-from)
	d.What = whatFor(n, s.text()[:min(max(next, f.to), to)-from], f.from-from, f.to-from)
	r.d.Deadlines = append(r.d.Deadlines, d)
}

// period says what is missing of the movement's time.
func (r *reader) period() {
	m := &r.d.Movement
	if m.EndsOn == "" && m.To == "" && !r.isReform() {
		m.Confidence, m.Reason = plan.Check, "Không thấy thời gian thực hiện phong trào."
		r.warn("Không thấy thời gian thực hiện phong trào", m.Span)
	}
}
