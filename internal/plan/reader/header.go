package reader

import (
	"regexp"
	"strconv"
	"strings"
	"thidua/internal/plan"

	"thidua"
)

const kinds = `KẾ HOẠCH|QUYẾT ĐỊNH|TỜ TRÌNH|BÁO CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|QUY CHẾ|QUY ĐỊNH|BIÊN BẢN|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|CHỈ THỊ|` +
	`CÔNG ĐIỆN|CÔNG VĂN|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|GIẤY MỜI|GIẤY GIỚI THIỆU|GIẤY ỦY QUYỀN|HỢP ĐỒNG|LUẬT|PHIẾU TRÌNH|PHIẾU GỬI|BẢN GHI NHỚ|THƯ CÔNG`

const (
	thePlan     = "KẾ HOẠCH"
	headerLines = 60
)

var (
	scannedKind = regexp.MustCompile(`^ke hoach$`)
	kindLine    = regexp.MustCompile(`^(` + kinds + `)(?:$|\s+()\S)`)
	numberLine  = regexp.MustCompile(`^Số\s*:?\s*([\d…._ ]*)[/-]\s*([\p{L}\d&]+(?:\s?[-–/]\s?[\p{L}\d.&]+)*)`)
	issueLine   = regexp.MustCompile(`((?:\p{Lu}[\p{L}.]*\s?)+),?\s*(ngày\s*([\d….]*)\s*(?:tháng|/)\s*([\d….]*)\s*(?:năm|/)\s*([\d….]*))`)
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
		if kind.text() != thePlan {
			return 0, refuse(CodeOtherKind, kind.text())
		}
		return r.kind(i, kind, m[4]), nil
	}
	for i, l := range r.lines[:min(len(r.lines), headerLines)] {
		if capitals(l.text) && scannedKind.MatchString(scanned(l.text)) {
			r.warn("Tên loại văn bản bị mất dấu, hiểu là KẾ HOẠCH", l.all().span())
			return r.kind(i, l.all(), -1), nil
		}
	}
	return 0, refuse(CodeNoKind)
}

// kind takes the line that says the kind, and reads what stands above and the title below it; rest is where the title begins on the same line.
func (r *reader) kind(i int, kind clip, rest int) int {
	r.d.Kind, r.d.Spans.Kind = thePlan, kind.span()
	r.numbers(r.lines[:i])
	r.office(r.lines[:i])
	return r.title(i, rest)
}

// numbers reads number, symbol, place and day of issue.
func (r *reader) numbers(head []*para) {
	r.d.Number.Seen = plan.Seen{Confidence: plan.Check, Reason: "Không thấy dòng số, ký hiệu."}
	r.d.Date.Seen = plan.Seen{Confidence: plan.Check, Reason: "Không thấy dòng địa danh, ngày tháng năm ban hành."}
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
		r.warn("Không thấy số, ký hiệu văn bản", plan.Span{})
	}
	if r.d.Date.Text == "" {
		r.warn("Không thấy ngày ban hành", plan.Span{})
	}
}

func (r *reader) number(l *para, m []int) {
	n := &r.d.Number
	n.Value, n.Symbol = plan.Value(strings.Trim(l.text[m[2]:m[3]], " .…_")), plan.Value(strings.ReplaceAll(l.text[m[4]:m[5]], " ", ""))
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
	d.Text = plan.Value(text.text())
	d.Value = plan.Value(thidua.NewDate(n[2], n[1], n[0]))
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
