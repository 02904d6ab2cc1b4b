package reader

import (
	"regexp"
	"strings"

	"thidua/internal/plan"
	"thidua/internal/vi"
)

const refKinds = `Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư|Hướng dẫn|Kế hoạch|Công văn|Công điện|Chương trình|Kết luận|Thông báo|Quy chế|Quy định|Văn bản|Đề án|Điều lệ|Báo cáo|Thông tri`

// refNumber is số, ký hiệu of a document: 33/2021/QĐ-UBND, 999-CT/TW, 06/2022/QH15.
const refNumber = `\d+\p{L}?(?:/\d{4})?[/-]\p{L}[\p{L}\d&]*(?:[/-][\p{L}\d&.]*[\p{L}\d])*`

// document is one that a text cites.
type document struct {
	kind         string
	number, date plan.Value
	issuer       plan.Value
	from, to     int  // in bytes of the text
	dated        bool // a day was written
}

var (
	docKind = regexp.MustCompile(`(?:^|[^\p{L}])(?:(` + refKinds + `)(?:\s|$)|(` + strings.ToLower(refKinds) + `)\s+(?:số\s+)?\d)`)
	docHead = regexp.MustCompile(`^(?:[^;“”\d]{0,160}?\s)??(?:số\s*:?\s*)?(` + refNumber + `)`)
	lawHead = regexp.MustCompile(`^(\p{Lu}[^;“”\d]{2,120}?)(?:\s*,?\s+(?:số|ngày|năm|của|được|đã|và)\s|\s*$|\s*[;.])`)
	docDay  = regexp.MustCompile(`^[\s,]*(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})`)
	// A decision of a meeting has no number: "Căn cứ Nghị quyết Hội nghị người lao động năm 2024".
	unnumbered = regexp.MustCompile(`^\s+(?:Hội nghị|Đại hội)[^;,.\d]{3,120}`)
	led        = regexp.MustCompile(`(?i:căn cứ|thực hiện|theo)\s+$`)
	said       = regexp.MustCompile(`.*\scủa\s+([^;,.]{2,100}?)\s+tại\s+$`)
	docOf      = regexp.MustCompile(`^,?\s*(?:kết luận\s+)?(?:của|do)\s+()`)
	ofYear     = regexp.MustCompile(`^\s*,?\s*năm\s+\d{4}`)
	endsBody   = regexp.MustCompile(`(?:\s+và\s+\p{Ll}|,?\s+(?:ban hành|về|quy định|hướng dẫn|triển khai|phê duyệt|sửa đổi|thực hiện|tại|tổ chức|phát động|và\s+(?:` + refKinds + `)|công bố|đã|thông qua)(?:\s|,|$)|[;,.(“”]|$)`)
)

// documents gives the documents that a text cites, in order.
func documents(s string) []document {
	var out []document
	for at := 0; at < len(s); {
		m := docKind.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		from, to := at+max(m[2], m[4]), at+max(m[3], m[5])
		d, ok := documentAt(s, from, to)
		if !ok {
			at = to
			continue
		}
		out = append(out, d)
		at = max(d.to, to)
	}
	return out
}

// documentAt reads the document whose kind stands at a place: its number or, for a law, its name alone, then its day and who issued it. A kind named
// within the name of another document is the nearest one before the number.
func documentAt(s string, from, to int) (document, bool) {
	d := document{kind: vi.UpperFirst(s[from:to]), from: from}
	if m := docHead.FindStringSubmatchIndex(s[to:]); m != nil && !another(s[to:to+m[2]]) {
		d.number, d.to = plan.Value(s[to+m[2]:to+m[3]]), to+m[3]
	} else if m := unnumbered.FindStringIndex(s[to:]); m != nil && led.MatchString(s[:from]) {
		d.to = to + m[1]
	} else if m := lawHead.FindStringSubmatchIndex(strings.TrimLeft(s[to:], " ")); m != nil && strings.HasSuffix(strings.ToLower(d.kind), "luật") {
		d.to = to + len(s[to:]) - len(strings.TrimLeft(s[to:], " ")) + m[3]
	} else {
		return d, false
	}
	if y := ofYear.FindString(s[d.to:]); d.number == "" {
		d.to += len(y)
	}
	d.day(s)
	d.of(s)
	if m := said.FindStringSubmatch(s[:from]); m != nil && d.issuer == "" {
		d.issuer = plan.Value(m[1])
	}
	return d, true
}

// another tells whether a further kind of document stands in a name, so that the number is not of the first.
func another(name string) bool { return docKind.MatchString(name) }

func (d *document) day(s string) {
	if m := docDay.FindStringSubmatchIndex(s[d.to:]); m != nil {
		rest := s[d.to:]
		d.date, d.dated = ymd(group(rest, m, 3), group(rest, m, 2), group(rest, m, 1)), true
		d.to += m[1]
		return
	}
	if day, n := dayInWords(s[d.to:]); n > 0 {
		d.date, d.dated = day, true
		d.to += n
	}
}

func (d *document) of(s string) {
	m := docOf.FindStringSubmatchIndex(s[d.to:])
	if m == nil {
		return
	}
	from := d.to + m[2]
	end := endsBody.FindStringIndex(s[from:])
	if end == nil || end[0] == 0 {
		return
	}
	to := from + end[0]
	for to < len(s) && s[to] == ',' && goesOnIssuer(s[to:]) {
		to += 1 + endsBody.FindStringIndex(s[to+1:])[0]
	}
	d.issuer, d.to = plan.Value(strings.TrimSpace(s[from:to])), to
}

// goesOnIssuer tells whether the name of a body goes on behind a comma: Sở Văn hóa, Thể thao và Du lịch.
func goesOnIssuer(s string) bool {
	next := strings.TrimLeft(s, ", ")
	return next != "" && goesOn(next) && !docKind.MatchString(next[:cut(next, 40)]) && !body.MatchString(next)
}
