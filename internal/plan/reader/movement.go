package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
	"unicode"
)

var (
	motto      = regexp.MustCompile(`(?i)\s*(?:cộng hòa xã hội|cộng hoà xã hội|độc lập).*$`)
	issuerSays = regexp.MustCompile(`\s+(?:xây dựng|ban hành|lập|triển khai|đề ra)\s+(?:[Kk]ế hoạch)`)
	nowSays    = regexp.MustCompile(`^(?:Nay|Do đó|Vì vậy|Theo đó),?\s+`)
	anyBody    = regexp.MustCompile(`^(?:\S+|Nhà trường|Cơ quan|Đơn vị)$`)
	clauseEnds = regexp.MustCompile(`[;.“”]\s*|,\s+`)
	quotedName = regexp.MustCompile(`(?i)(?:phong trào(?:\s+thi đua)?|thi đua)\s*:?\s*(?:\p{L}+\s+){0,4}?[“"]([^”"]{3,200})[”"]`)
	plainName  = regexp.MustCompile(`(?i)phong trào thi đua\s+([^;:.“”]{3,200}?)(?:\s*,?\s*(?:giai đoạn|năm\s+(?:học\s+)?\d{4})|$)`)
	noName     = regexp.MustCompile(`(?i)^(?:yêu nước|năm|giai đoạn|như sau|với|theo|do|của|trong)\s`)
	years      = regexp.MustCompile(`(?i)(?:giai đoạn|các năm|từ năm|năm học|năm|nhiệm kỳ|\()\s*(\d{4})\s*(?:[-–—]|đến(?: năm)?)\s*(\d{4})`)
	oneYear    = regexp.MustCompile(`(?i)(?:^|[^\p{L}])năm\s+(?:công tác\s+)?(\d{4})`)
	inADate    = regexp.MustCompile(`(?i)tháng\s+\d{1,2}\s*$`)
)

// issuer prefers the sentence "… xây dựng Kế hoạch", where the name has its usual letters, to the head in capitals.
func (r *reader) issuer(preamble []*para) {
	for _, p := range preamble {
		for _, m := range issuerSays.FindAllStringIndex(p.text, -1) {
			if c := issuerBefore(p.clip(0, m[0])); c.text() != "" {
				r.d.Issuer, r.d.Spans.Issuer = c.text(), c.span()
				break
			}
		}
	}
	if r.d.Issuer == "" {
		r.warn("Không thấy tên cơ quan ban hành", plan.Span{})
	}
}

// issuerBefore takes the name of a body that ends a text, back to where its clause begins.
func issuerBefore(c clip) clip {
	s, from := c.text(), 0
	for _, m := range clauseEnds.FindAllStringIndex(s, -1) {
		if rest := s[m[1]:]; s[m[0]] != ',' || body.MatchString(rest) {
			from = m[1]
		}
	}
	if m := nowSays.FindString(s[from:]); m != "" {
		from += len(m)
	}
	if end, _ := named(s[from:]); from+end != len(s) || anyBody.MatchString(s[from:]) {
		return none()
	}
	return c.sub(from, len(s))
}

// movement takes name and years from the title, or else from the preamble.
func (r *reader) movement(preamble []*para) {
	m := &r.d.Movement
	m.Seen = plan.Seen{Confidence: plan.Plain}
	texts := append([]*para{r.titlePara()}, preamble...)
	for _, re := range []*regexp.Regexp{quotedName, plainName} {
		for _, p := range texts {
			if f := re.FindStringSubmatchIndex(p.text); f != nil && m.Name == "" && !noName.MatchString(p.text[f[2]:f[3]]) {
				c := p.clip(f[2], f[3]).trim()
				m.Name, m.Spans.Name = plan.Value(c.text()), c.span()
			}
		}
	}
	for i, p := range texts {
		if i == 1 {
			r.oneYear(texts[0])
		}
		if f := years.FindStringSubmatchIndex(p.text); f != nil && m.From == "" {
			m.From, m.To = plan.Value(p.text[f[2]:f[3]]), plan.Value(p.text[f[4]:f[5]])
			m.Spans.Years = p.clip(f[0], f[1]).span()
		}
	}
	r.oneYear(texts[0])
	r.endInTitle(texts[0])
	m.Span = m.Spans.Name.Cover(m.Spans.Years)
	if m.Name == "" && !r.isReform() {
		m.Confidence, m.Reason = plan.Check, "Không thấy tên phong trào thi đua."
		r.warn("Không thấy tên phong trào thi đua", r.d.Spans.Title)
	}
}

// endInTitle takes the last day of the movement where the title says it: "(Từ ngày 01/6/2024 đến ngày 22/12/2024)".
func (r *reader) endInTitle(title *para) {
	m := &r.d.Movement
	for _, f := range times(title.text) {
		if f.d.From == "" || f.d.Date == "" {
			continue
		}
		m.EndsOn, m.Spans.EndsOn = f.d.Date, title.clip(f.from, f.to).span()
		if m.From == "" {
			m.From, m.To, m.Spans.Years = f.d.From[:4], f.d.Date[:4], m.Spans.EndsOn
		}
		return
	}
}

// oneYear takes the year that the title names, where it names no period.
func (r *reader) oneYear(title *para) {
	m := &r.d.Movement
	for _, f := range oneYear.FindAllStringSubmatchIndex(title.text, -1) {
		if m.From != "" || inADate.MatchString(title.text[:f[0]]) {
			continue
		}
		f[0] += len(title.text[f[0]:]) - len(strings.TrimLeftFunc(title.text[f[0]:], func(r rune) bool { return !unicode.IsLetter(r) }))
		m.From = plan.Value(title.text[f[2]:f[3]])
		m.To, m.Spans.Years = m.From, title.clip(f[0], f[1]).span()
	}
}

// office takes the issuer from the head of the paper: the last line in capitals before the number that is not the national title, with the line
// before it where it only goes on with a name: THANH TRA / TỈNH LÀO CAI.
func (r *reader) office(head []*para) {
	for _, l := range head {
		c := l.all()
		if m := motto.FindStringIndex(l.text); m != nil {
			c = c.sub(0, m[0])
		}
		if numberLine.MatchString(l.text) {
			return
		}
		switch {
		case !capitals(c.text()):
		case r.d.Issuer != "" && goesOnName(c.text()):
			r.d.Issuer += " " + c.text()
			r.d.Spans.Issuer = r.d.Spans.Issuer.Cover(c.span())
		default:
			r.d.Issuer, r.d.Spans.Issuer = c.text(), c.span()
		}
	}
}

// goesOnName tells a line in capitals that begins no body of its own.
func goesOnName(s string) bool { return !bodyInCapitals.MatchString(s) }

var bodyInCapitals = regexp.MustCompile(`^(?:` + strings.ToUpper(bodies) + `)(?:$|[^\p{L}])`)
