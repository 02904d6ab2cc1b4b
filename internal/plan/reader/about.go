package reader

import (
	"regexp"
	"slices"
	"strings"
	"thidua/internal/plan"
	"thidua/internal/vi"
	"unicode/utf8"
)

var (
	emulation = regexp.MustCompile(`thi dua|khen thuong|phong trao|dien hinh tien tien|nguoi tot,? viec tot`)
	reform    = regexp.MustCompile(`cai cach (?:thu tuc )?hanh chinh|cai cach che do cong vu|cchc`)
	dots      = regexp.MustCompile(`…{2,}|\.{6,}|_{6,}`)
)

// isReform tells a yearly reform plan (kế hoạch cải cách hành chính) by its title: it sets tasks, and no movement.
func (r *reader) isReform() bool {
	title := vi.Fold(r.d.Title)
	return reform.MatchString(title) && !emulation.MatchString(title)
}

// ours refuses a plan about something else, told by its title and by the movement that its preamble names.
func (r *reader) ours(preamble []*para) error {
	title := vi.Fold(r.d.Title)
	if emulation.MatchString(title) || reform.MatchString(title) || r.d.Movement.Name != "" {
		return nil
	}
	for _, p := range preamble {
		if strings.Contains(vi.Fold(p.text), "phong trao thi dua") {
			return nil
		}
	}
	return refuse(CodeOtherSubject, r.d.Title)
}

// blankForm tells a form that nobody has filled in: dots, and nothing to read.
func (r *reader) blankForm() bool {
	d := r.d
	d.Recipients, d.Bases = nil, nil
	return d.Size() == 0 && len(dots.FindAllStringIndex(d.Source, blankFrom)) == blankFrom
}

// blankFrom is from how many runs of dots on a plan without content is a blank form.
const blankFrom = 5

// unread says of each section of the first level of which nothing was taken.
func (r *reader) unread(root *node) {
	for i, n := range root.kids {
		if r.isReform() || n.rank == 0 || len(n.kids) == 0 || aside.MatchString(n.body.text()) {
			continue
		}
		within := plan.Span{n.body.span()[0], utf8.RuneCountInString(r.d.Source)}
		if i+1 < len(root.kids) {
			within[1] = root.kids[i+1].body.span()[0]
		}
		taken := slices.ContainsFunc(r.d.Deadlines, func(d plan.Deadline) bool { return within.Contains(d.Span) })
		n.each(func(k *node) { taken = taken || k.grid != nil || len(k.topics()) > 0 })
		if !taken {
			r.warn("Không rõ mục này nói về nội dung nào của phong trào, cần xem lại", n.body.trim().span())
		}
	}
}

// aside are sections that set nothing of the movement.
var aside = regexp.MustCompile(`(?i)kinh phí|giải pháp|đặc điểm|tình hình`)

// tables reads the tables of tasks, and a table of criteria where the sections hold none.
func (r *reader) tables(ps []*para) {
	none := len(r.d.Criteria) == 0
	for _, p := range ps {
		switch {
		case p.grid == nil:
		case p.grid.tasks():
			r.tasks(p.grid)
		case none && p.grid.criteria():
			r.criteriaTable(p.grid)
		}
	}
}

var appendixHead = regexp.MustCompile(`^PHỤ LỤC(?:$|[\s:.(])`)

// cutAppendix takes what stands behind the signature as an appendix off the lines, and gives it.
func (r *reader) cutAppendix() []*para {
	ended := false
	for i, l := range r.lines {
		ended = ended || recipientsHead.MatchString(l.text)
		if ended && appendixHead.MatchString(l.text) {
			out := r.lines[i:]
			r.lines = r.lines[:i:i]
			return out
		}
	}
	return nil
}
