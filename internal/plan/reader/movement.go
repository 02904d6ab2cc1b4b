package reader

import (
	"regexp"
	"thidua/internal/plan"
)

var (
	motto      = regexp.MustCompile(`(?i)\s*(?:cộng hòa xã hội|cộng hoà xã hội|độc lập).*$`)
	issuerSays = regexp.MustCompile(`(?:^|[;,.]\s+)(\p{Lu}[^;,.“”]{2,80}?)\s+(?:xây dựng|ban hành|lập|triển khai)\s+(?:[Kk]ế hoạch)`)
	quotedName = regexp.MustCompile(`(?i)phong trào thi đua\s*(?:chuyên đề\s*)?[“"]([^”"]{3,200})[”"]`)
	plainName  = regexp.MustCompile(`(?i)phong trào thi đua\s+(.{3,200}?)(?:\s*,?\s*(?:giai đoạn|năm\s+\d{4})|$)`)
	years      = regexp.MustCompile(`(?i)(?:giai đoạn|các năm|từ năm)\s*(\d{4})\s*(?:[-–—]|đến(?: năm)?)\s*(\d{4})`)
	oneYear    = regexp.MustCompile(`(?i)năm\s+(\d{4})`)
)

// issuer prefers the sentence "… xây dựng Kế hoạch", where the name has its usual letters, to the head in capitals.
func (r *reader) issuer(preamble []*para) {
	for _, p := range preamble {
		if m := issuerSays.FindStringSubmatchIndex(p.text); m != nil {
			c := p.clip(m[2], m[3])
			r.d.Issuer, r.d.Spans.Issuer = c.text(), c.span()
		}
	}
	if r.d.Issuer == "" {
		r.warn("Không thấy tên cơ quan ban hành", plan.Span{})
	}
}

// movement takes name and years from the title, or else from the preamble.
func (r *reader) movement(preamble []*para) {
	m := &r.d.Movement
	m.Seen = plan.Seen{Confidence: plan.Plain}
	texts := append([]*para{r.titlePara()}, preamble...)
	for _, re := range []*regexp.Regexp{quotedName, plainName} {
		for _, p := range texts {
			if f := re.FindStringSubmatchIndex(p.text); f != nil && m.Name == "" {
				c := p.clip(f[2], f[3]).trim()
				m.Name, m.Spans.Name = plan.Value(c.text()), c.span()
			}
		}
	}
	for _, p := range texts {
		if f := years.FindStringSubmatchIndex(p.text); f != nil && m.From == "" {
			m.From, m.To = plan.Value(p.text[f[2]:f[3]]), plan.Value(p.text[f[4]:f[5]])
			m.Spans.Years = p.clip(f[0], f[1]).span()
		}
	}
	if f := oneYear.FindStringSubmatchIndex(texts[0].text); f != nil && m.From == "" {
		m.From = plan.Value(texts[0].text[f[2]:f[3]])
		m.To, m.Spans.Years = m.From, texts[0].clip(f[0], f[1]).span()
	}
	m.Span = m.Spans.Name.Cover(m.Spans.Years)
	if m.Name == "" {
		m.Confidence, m.Reason = plan.Check, "Không thấy tên phong trào thi đua."
		r.warn("Không thấy tên phong trào thi đua", r.d.Spans.Title)
	}
}

// office takes the issuer from the head of the paper: the last line in capitals before the number that is not the national title.
func (r *reader) office(head []*para) {
	for _, l := range head {
		c := l.all()
		if m := motto.FindStringIndex(l.text); m != nil {
			c = c.sub(0, m[0])
		}
		if numberLine.MatchString(l.text) {
			return
		}
		if capitals(c.text()) {
			r.d.Issuer, r.d.Spans.Issuer = c.text(), c.span()
		}
	}
}
