package plan

import (
	"regexp"
	"strconv"
	"strings"

	"thidua"
)

const kinds = `KẾ HOẠCH|QUYẾT ĐỊNH|TỜ TRÌNH|BÁO CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|QUY CHẾ|QUY ĐỊNH|BIÊN BẢN|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|CHỈ THỊ|` +
	`CÔNG ĐIỆN|CÔNG VĂN|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|GIẤY MỜI|GIẤY GIỚI THIỆU|GIẤY ỦY QUYỀN|HỢP ĐỒNG|LUẬT|PHIẾU TRÌNH|PHIẾU GỬI|BẢN GHI NHỚ|THƯ CÔNG`

const headerLines = 60

var (
	kindLine   = regexp.MustCompile(`^(` + kinds + `)(?:$|\s+()\S)`)
	numberLine = regexp.MustCompile(`^Số\s*:?\s*([\d…._ ]*)/\s*([\p{L}\d&]+(?:[-–/][\p{L}\d.&]+)*)`)
	issueLine  = regexp.MustCompile(`((?:\p{Lu}[\p{L}.]*\s?)+),\s*(ngày\s*([\d….]*)\s*tháng\s*([\d….]*)\s*năm\s*([\d….]*))`)
	motto      = regexp.MustCompile(`(?i)\s*(?:cộng hòa xã hội|cộng hoà xã hội|độc lập).*$`)
	rule       = regexp.MustCompile(`^[\s_*–—=.-]+$`)
	titleEnds  = regexp.MustCompile(`^(?:Căn cứ|Xét|Để |Nhằm |Kính gửi|(?:Thực hiện|Theo|Triển khai|Thi hành)\s.*số\s)`)
)

// header reads everything up to the title and gives the line where the body begins. A document of another kind is refused by its name.
func (r *reader) header() (int, error) {
	for i, l := range r.lines[:min(len(r.lines), headerLines)] {
		if m := secretMark.FindStringSubmatch(l.text); m != nil && m[1] != "" {
			return 0, refuse(CodeSecret, m[1])
		}
		m := kindLine.FindStringSubmatchIndex(l.text)
		if m == nil || !capitals(l.text) || strings.HasPrefix(l.text, "KẾ HOẠCH VÀ ĐẦU TƯ") {
			continue
		}
		kind := l.clip(m[2], m[3])
		if kind.text() != "KẾ HOẠCH" {
			return 0, refuse(CodeOtherKind, kind.text())
		}
		r.d.Kind, r.d.Spans.Kind = kind.text(), kind.span()
		r.numbers(r.lines[:i])
		r.office(r.lines[:i])
		return r.title(i, m[4]), nil
	}
	return 0, refuse(CodeNoKind)
}

// title takes the lines under the kind; rest is where it begins on the same line, -1 for not.
func (r *reader) title(i, rest int) int {
	var text []string
	take := func(c clip) {
		text = append(text, c.text())
		r.d.Spans.Title = r.d.Spans.Title.cover(c.span())
	}
	if rest > 0 {
		take(r.lines[i].clip(rest, len(r.lines[i].text)))
	}
	for i++; i < len(r.lines); i++ {
		l := r.lines[i]
		if rule.MatchString(l.text) {
			continue
		}
		first := len(text) == 0 && !strings.HasPrefix(l.text, "Căn cứ")
		if isItem(l.text) || strings.HasSuffix(l.text, ";") || strings.HasSuffix(l.text, ".") || !first && titleEnds.MatchString(l.text) {
			break
		}
		take(l.all())
	}
	r.d.Title = strings.Join(text, " ")
	if r.d.Title == "" {
		r.warn("Không thấy tên kế hoạch", r.d.Spans.Kind)
	}
	return i
}

// numbers reads number, symbol, place and day of issue.
func (r *reader) numbers(head []*para) {
	r.d.Number.Seen = Seen{Confidence: Check, Reason: "Không thấy dòng số, ký hiệu."}
	r.d.Date.Seen = Seen{Confidence: Check, Reason: "Không thấy dòng địa danh, ngày tháng năm ban hành."}
	for _, l := range head {
		rest := l.all()
		if m := numberLine.FindStringSubmatchIndex(l.text); m != nil && r.d.Number.Symbol == "" {
			r.number(l, m)
			rest = l.clip(m[1], len(l.text))
		}
		if m := issueLine.FindStringSubmatchIndex(rest.text()); m != nil && r.d.Date.Text == "" {
			r.issued(rest, m)
		}
	}
	if r.d.Number.Symbol == "" {
		r.warn("Không thấy số, ký hiệu văn bản", Span{})
	}
	if r.d.Date.Text == "" {
		r.warn("Không thấy ngày ban hành", Span{})
	}
}

func (r *reader) number(l *para, m []int) {
	n := &r.d.Number
	n.Value, n.Symbol = Value(strings.Trim(l.text[m[2]:m[3]], " .…_")), Value(l.text[m[4]:m[5]])
	c := l.clip(m[0], m[1])
	n.Seen = c.seen()
	if n.Value == "" {
		n.Seen = c.doubtful("Bản gốc để trống số, ký hiệu " + string(n.Symbol) + ".")
		r.warn("Số văn bản để trống", c.span())
	}
}

func (r *reader) issued(c clip, m []int) {
	s := c.text()
	place, text := c.sub(m[2], m[3]).trim(), c.sub(m[4], m[5]).trim()
	r.d.Place, r.d.Spans.Place = place.text(), place.span()
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(s[m[6+2*i]:m[7+2*i]])
	}
	d := &r.d.Date
	d.Text = Value(text.text())
	d.Value = Value(thidua.NewDate(n[2], n[1], n[0]))
	d.Seen = text.seen()
	switch {
	case d.Value != "":
	case n[0] == 0:
		d.Seen = text.doubtful("Bản gốc không ghi ngày ban hành, chỉ ghi: " + text.text() + ".")
		r.warn("Ngày ban hành để trống", text.span())
	default:
		d.Seen = text.doubtful("Ngày ban hành ghi thiếu hoặc không có trong lịch.")
		r.warn("Ngày ban hành ghi thiếu hoặc không có trong lịch", text.span())
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

var (
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
		r.warn("Không thấy tên cơ quan ban hành", Span{})
	}
}

// movement takes name and years from the title, or else from the preamble.
func (r *reader) movement(preamble []*para) {
	m := &r.d.Movement
	m.Seen = Seen{Confidence: Plain}
	texts := append([]*para{r.titlePara()}, preamble...)
	for _, re := range []*regexp.Regexp{quotedName, plainName} {
		for _, p := range texts {
			if f := re.FindStringSubmatchIndex(p.text); f != nil && m.Name == "" {
				c := p.clip(f[2], f[3]).trim()
				m.Name, m.Spans.Name = Value(c.text()), c.span()
			}
		}
	}
	for _, p := range texts {
		if f := years.FindStringSubmatchIndex(p.text); f != nil && m.From == "" {
			m.From, m.To = Value(p.text[f[2]:f[3]]), Value(p.text[f[4]:f[5]])
			m.Spans.Years = p.clip(f[0], f[1]).span()
		}
	}
	if f := oneYear.FindStringSubmatchIndex(texts[0].text); f != nil && m.From == "" {
		m.From = Value(texts[0].text[f[2]:f[3]])
		m.To, m.Spans.Years = m.From, texts[0].clip(f[0], f[1]).span()
	}
	m.Span = m.Spans.Name.cover(m.Spans.Years)
	if m.Name == "" {
		m.Confidence, m.Reason = Check, "Không thấy tên phong trào thi đua."
		r.warn("Không thấy tên phong trào thi đua", r.d.Spans.Title)
	}
}

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
