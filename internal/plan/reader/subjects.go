package reader

import (
	"regexp"
	"strings"
	"thidua/internal/plan"
	"unicode"
)

var (
	kindWords = map[plan.SubjectKind]*regexp.Regexp{
		plan.Collective: regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:tập thể|cơ quan, đơn vị|(?:các|toàn thể)\s+(?:cơ sở|phân xưởng|thôn|phòng|ban|đơn vị|cơ quan|tổ chức|trung tâm|khoa|trạm|hạt|đội|tổ|xã|phường|chi cục|chi hội|chi đoàn|` +
			`sở|trường|hội|doanh nghiệp|địa phương|cụm|khối|xí nghiệp|bệnh viện|huyện))(?:$|[^\p{L}])`),
		plan.Individual: regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:cá nhân|cán bộ|công chức|viên chức|người lao động|hội viên|đoàn viên|(?:giáo|nhân|đoàn|hội|đảng|giảng|sinh|học|phóng|biên tập|phát thanh|kỹ thuật|thẩm tra|chấp hành|huấn luyện|cộng tác|tình nguyện|điều tra|kiểm sát|kiểm tra|tuyên truyền|ủy) viên|nhà giáo|học sinh|công nhân|thanh niên|chiến sĩ)(?:$|[^\p{L}])`),
	}
	saysKind = regexp.MustCompile(`(?i)^(?:đối với\s+)?(tập thể|cá nhân)\s*:`)
)

// subjects reads who takes part; a sentence that names units and people is two subjects.
func (r *reader) subjects(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		if m := saysKind.FindStringSubmatch(c.text()); m != nil {
			r.subject(map[string]plan.SubjectKind{"tập thể": plan.Collective, "cá nhân": plan.Individual}[strings.ToLower(m[1])], c)
			continue
		}
		if at := kindsPart(c.text()); at > 0 {
			r.subjectsIn(c.sub(0, at).trim())
			c = c.sub(at, len(c.text())).trim()
		}
		r.subjectsIn(c)
	}
}

// kindsPart gives the semicolon at which a sentence passes from units to people, or back; 0 when none does.
func kindsPart(s string) int {
	for at := strings.Index(s, ";"); at > 0; {
		if people := isPeople(s[:at]); people != isPeople(s[at+1:]) {
			return at + 1
		}
		next := strings.Index(s[at+1:], ";")
		if next < 0 {
			return 0
		}
		at += 1 + next
	}
	return 0
}

// isPeople tells whether a text names people before it names units.
func isPeople(s string) bool {
	people, units := kindWords[plan.Individual].FindStringIndex(s), kindWords[plan.Collective].FindStringIndex(s)
	return people != nil && (units == nil || people[0] < units[0])
}

func (r *reader) subjectsIn(c clip) {
	first, second := plan.Collective, plan.Individual
	a, b := kindAt(c, first), kindAt(c, second)
	if a >= 0 && b >= 0 && b < a {
		first, second, a, b = second, first, b, a
	}
	switch {
	case a >= 0 && b >= 0:
		if second == plan.Individual {
			b = itemStart(c.text(), a, b)
		}
		if !parted.MatchString(c.text()[:b]) {
			r.subject(first, c)
			return
		}
		r.subject(first, c.sub(0, cutBefore(c.text(), b)).trim())
		r.subject(second, c.sub(b, len(c.text())).trim())
	case a >= 0:
		r.subject(first, c)
	case b >= 0:
		r.withUnnamed(second, c, itemStart(c.text(), 0, b))
	default:
		r.unnamed(c)
	}
}

// kindAt gives where a text first names a kind of subject, -1 where it does not.
func kindAt(c clip, k plan.SubjectKind) int {
	m := kindWords[k].FindStringIndex(c.text())
	if m == nil {
		return -1
	}
	return m[0] + len(c.text()[m[0]:]) - len(strings.TrimLeftFunc(c.text()[m[0]:], func(r rune) bool { return !unicode.IsLetter(r) }))
}

// parted is what ends with a sign that another part begins.
var parted = regexp.MustCompile(`(?:[,;:]|\svà)\s*$`)

// withUnnamed reads people before whom others are named: "Các khu phố và hội viên".
func (r *reader) withUnnamed(k plan.SubjectKind, c clip, at int) {
	before := c.sub(0, cutBefore(c.text(), at)).trim()
	if k != plan.Individual || len(before.text()) < shortestUnit || everybody.MatchString(before.text()) {
		r.subject(k, c)
		return
	}
	r.unnamed(before)
	r.subject(k, c.sub(at, len(c.text())).trim())
}

var everybody = regexp.MustCompile(`(?i)^(?:toàn thể|tất cả|toàn bộ|mọi|các)$`)

// shortestUnit is the shortest name of units in front of people, in bytes.
const shortestUnit = 8

// unnamed reads a subject of no kind that is known: units, surely where it begins with the name of a body.
func (r *reader) unnamed(c clip) {
	r.subject(plan.Collective, c)
	if !body.MatchString(c.text()) {
		r.d.Subjects[len(r.d.Subjects)-1].Seen = c.doubtful("Không rõ đối tượng này là tập thể hay cá nhân.")
	}
}

// itemStart goes back from a word of a list to where its item begins: "…; chấp hành viên" names chấp hành viên.
func itemStart(s string, first, at int) int {
	from := strings.LastIndexAny(s[first:at], ",;")
	if and := strings.LastIndex(s[first:at], " và "); and >= 0 && and+len(" và")-1 > from {
		from = and + len(" và") - 1
	}
	if from < 0 || at-first-from > longestBefore {
		return at
	}
	start := first + from + 1
	return start + len(s[start:at]) - len(strings.TrimLeft(s[start:at], " "))
}

// longestBefore is how many bytes of the name of a group of people may stand before the word that tells it.
const longestBefore = 30

// cutBefore drops the word that ties the second kind of subject to the first.
func cutBefore(s string, at int) int {
	return len(strings.TrimSuffix(strings.TrimRight(s[:at], " ,;"), " và"))
}

func (r *reader) subject(k plan.SubjectKind, c clip) {
	r.d.Subjects = append(r.d.Subjects, plan.Subject{Kind: k, Text: c.text(), Seen: r.see(c)})
}
