package reader

import (
	"regexp"
	"strings"
)

var (
	emulation = regexp.MustCompile(`thi dua|khen thuong|dien hinh tien tien|nguoi tot,? viec tot`)
	reform    = regexp.MustCompile(`cai cach (?:thu tuc )?hanh chinh|cai cach che do cong vu|cchc`)
	dots      = regexp.MustCompile(`…{2,}|\.{6,}|_{6,}`)
)

// isReform tells a yearly reform plan (kế hoạch cải cách hành chính) by its title: it sets tasks, and no movement.
func (r *reader) isReform() bool {
	title := fold(r.d.Title)
	return reform.MatchString(title) && !emulation.MatchString(title)
}

// ours refuses a plan about something else, told by its title and by the movement that its preamble names.
func (r *reader) ours(preamble []*para) error {
	title := fold(r.d.Title)
	if emulation.MatchString(title) || reform.MatchString(title) || r.d.Movement.Name != "" {
		return nil
	}
	for _, p := range preamble {
		if strings.Contains(fold(p.text), "phong trao thi dua") {
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
