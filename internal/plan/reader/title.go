package reader

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	rule      = regexp.MustCompile(`^[\s_*–—=.-]+$`)
	titleEnds = regexp.MustCompile(`^(?:Căn cứ|Xét|Để |Nhằm |Kính gửi|(?:Thực hiện|Theo|Triển khai|Thi hành)\s.*số\s)`)
)

// title takes the lines under the kind; rest is where it begins on the same line, -1 for not.
func (r *reader) title(i, rest int) int {
	var text []string
	take := func(c clip) {
		text = append(text, c.text())
		r.d.Spans.Title = r.d.Spans.Title.Cover(c.span())
	}
	if rest > 0 {
		take(r.lines[i].clip(rest, len(r.lines[i].text)))
	}
	for i++; i < len(r.lines); i++ {
		l := r.lines[i]
		if rule.MatchString(l.text) {
			continue
		}
		if behindTitle(l) || len(text) > 0 && r.afterTitle(i) {
			break
		}
		c := l.all()
		if ended := strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ".."); ended {
			if titleEnds.MatchString(l.text) || utf8.RuneCountInString(l.text) > longestTitleLine {
				break
			}
			take(c.trim())
			i++
			break
		}
		take(c)
	}
	r.d.Title = strings.Join(text, " ")
	if r.d.Title == "" {
		r.warn("Không thấy tên kế hoạch", r.d.Spans.Kind)
	}
	return i
}

// behindTitle tells a line that is never of a title: an item, a clause, a table, a legal ground.
func behindTitle(l *para) bool {
	return l.grid != nil || isItem(l.text) || strings.HasPrefix(l.text, "Căn cứ") || strings.ContainsAny(l.text[len(l.text)-1:], ";:")
}

// afterTitle tells a line that does not go on with the title above it: the preamble in its own words or weight, or the first heading.
func (r *reader) afterTitle(i int) bool {
	l := r.lines[i]
	return titleEnds.MatchString(l.text) || bareTopic.MatchString(l.text) || r.lines[i-1].bold && !l.bold || utf8.RuneCountInString(l.text) > longestTitleLine
}

// longestTitleLine is the longest line of a title, in characters; a longer one is a paragraph.
const longestTitleLine = 250

// titlePara joins the lines of the title so that a name that runs over them is found whole.
func (r *reader) titlePara() *para {
	var out *para
	for _, l := range r.lines {
		c := l.all()
		if !r.d.Spans.Title.Contains(c.span()) {
			if c.span().Contains(r.d.Spans.Title) && !r.d.Spans.Title.Empty() {
				return l
			}
			continue
		}
		if out == nil {
			out = &para{text: l.text, pieces: l.pieces}
			continue
		}
		out.pieces = append(out.pieces, piece{len(out.text) + 1, l.pieces[0].char})
		out.text += " " + l.text
	}
	if out == nil {
		return &para{pieces: []piece{{}}}
	}
	return out
}
