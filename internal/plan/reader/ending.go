package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
	"unicode/utf8"
)

// last gives the lines that may hold the ending: a long plan is not searched through for a signature.
const endingLines = 80

var recipientsHead = regexp.MustCompile(`^(?i)n[ơo]i nh[ậâa]n\s*:?\s*()`)

// ending reads recipients and signer and gives the line where the body ends.
func (r *reader) ending(start int) int {
	end := len(r.lines)
	for i := len(r.lines) - 1; i >= max(start, len(r.lines)-endingLines); i-- {
		if strings.HasSuffix(r.lines[i].text, "./.") {
			end = i + 1
			break
		}
		if recipientsHead.MatchString(r.lines[i].text) {
			end = i
		}
	}
	e := ending{r: r}
	for _, l := range r.lines[end:] {
		e.line(l)
	}
	e.finish()
	return end
}

// ending goes through the lines behind the body.
type ending struct {
	r          *reader
	recipients bool
	position   []string
	span       plan.Span
}

var (
	personName     = regexp.MustCompile(`^(?:\p{Lu}[\p{L}]{0,5}\.\s*|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy|uý)\s+)*(?:\p{Lu}[\p{L}'’]*\s+){1,5}\p{Lu}[\p{L}'’]*$`)
	nameInCapitals = regexp.MustCompile(`^(?:\p{Lu}+\s+){1,4}\p{Lu}+$`)
	postWord       = regexp.MustCompile(`GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|PHÓ|BÍ THƯ|CHÁNH|THANH TRA|VĂN PHÒNG|ỦY VIÊN|ỦY BAN|BAN |HỘI|SỞ|ĐOÀN|THƯ KÝ|TỔNG|VIỆN|CỤC|PHÒNG`)
	inBrackets     = regexp.MustCompile(`^\(.*\)$`)
)

func (e *ending) line(l *para) {
	s := &e.r.d.Signer
	m := recipientsHead.FindStringSubmatchIndex(l.text)
	switch {
	case m != nil:
		e.recipients = true
		e.recipient(l.clip(m[2], len(l.text)))
	case e.recipients && isItem(l.text):
		_, _, at := labelOf(l.text)
		e.recipient(l.clip(at, len(l.text)))
	case inBrackets.MatchString(l.text) || s.Name != "":
	case capitals(l.text):
		e.recipients = false
		e.position = append(e.position, l.text)
		e.span = e.span.Cover(l.all().span())
	case len(e.position) > 0 && personName.MatchString(signed(l).text()):
		c := signed(l)
		s.Name = plan.Value(c.text())
		e.span = e.span.Cover(c.span())
	case e.recipients:
		e.recipient(l.all())
	}
}

var signature = regexp.MustCompile(`^(?i:\((?:đã ký|ký[^)]*)\)\s*)`)

// signed is the name behind "(Đã ký)".
func signed(l *para) clip { return l.clip(len(signature.FindString(l.text)), len(l.text)) }

func (e *ending) recipient(c clip) {
	if c = c.trim(); c.text() == "" {
		return
	}
	e.r.d.Recipients = append(e.r.d.Recipients, c.text())
	e.r.d.Spans.Recipients = append(e.r.d.Spans.Recipients, c.span())
}

func (e *ending) finish() {
	s := &e.r.d.Signer
	if n := len(e.position) - 1; s.Name == "" && n > 0 && nameInCapitals.MatchString(e.position[n]) && !postWord.MatchString(e.position[n]) {
		s.Name = plan.Value(e.position[n])
		e.position = e.position[:n]
	}
	s.Position = plan.Value(strings.Join(e.position, " "))
	s.Seen = plan.Seen{Span: e.span, Confidence: plan.Plain}
	at := plan.Span{utf8.RuneCountInString(e.r.d.Source), utf8.RuneCountInString(e.r.d.Source)}
	if s.Name == "" || s.Position == "" {
		s.Confidence, s.Reason = plan.Check, "Không thấy đủ chức vụ và họ tên người ký."
		e.r.warn("Không thấy đủ chức vụ và họ tên người ký", at.Cover(e.span))
	}
}
