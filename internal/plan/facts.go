package plan

import (
	"regexp"
	"strings"
)

const refKinds = `Luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Hướng dẫn|Kế hoạch|Công văn|Chương trình|Kết luận|Thông báo|Quy chế`

var (
	basis = regexp.MustCompile(`(` + refKinds + `)(?:\s[^;“”\d]{0,120}?)??\s+(?:số\s*:?\s*)?(\d+\p{L}?(?:/\d{4})?[/-]\p{L}[\p{L}\d&]*(?:[/-][\p{L}\d&]+)*)(?:[\s,]*ngày\s*(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4}))?` +
		`(?:\s+của\s+([^;.“”]*?)(?:\s+(?:ban hành|về|quy định|hướng dẫn|triển khai|phê duyệt)(?:\s|$)|[;,.]|$))?`)
	refKind = regexp.MustCompile(refKinds)
	leadsIn = regexp.MustCompile(`(?:Căn cứ|Thực hiện|Thi hành|Theo|Xét)[^;]*$|^\s*(?:` + refKinds + `)\s`)
)

// bases reads căn cứ: each document named in a clause of the preamble that begins with its lead word. Several may stand in one clause.
func (r *reader) bases(preamble []*para) {
	for _, p := range preamble {
		from := 0
		for _, part := range strings.SplitAfter(p.text, ";") {
			c := p.clip(from, from+len(part))
			from = c.to
			if leadsIn.MatchString(strings.TrimSuffix(part, ";")) {
				r.basesIn(c.trim())
			}
		}
	}
}

func (r *reader) basesIn(c clip) {
	s := c.text()
	ms := basis.FindAllStringSubmatchIndex(s, -1)
	start := 0
	for i, m := range ms {
		if i > 0 && nested(s[ms[i-1][1]:m[0]]) {
			break
		}
		to := len(s)
		if i+1 < len(ms) && !nested(s[m[1]:ms[i+1][0]]) {
			to = ms[i+1][0]
		}
		kinds := refKind.FindAllString(s[m[2]:m[4]], -1)
		b := Basis{Kind: kinds[len(kinds)-1], Number: Value(s[m[4]:m[5]]), Issuer: Value(group(s, m, 6)), Seen: c.sub(start, to).trim().seen()}
		if y := group(s, m, 5); y != "" {
			b.Date = ymd(y, group(s, m, 4), group(s, m, 3))
			if b.Date == "" {
				b.Confidence, b.Reason = Check, "Ngày của văn bản căn cứ không có trong lịch."
				r.warn("Ngày của văn bản căn cứ không có trong lịch", b.Span)
			}
		}
		r.d.Bases = append(r.d.Bases, b)
		start = to
	}
}

// nested tells whether what stands between two documents makes the second part of the first one's name.
func nested(between string) bool {
	return strings.Contains(between, "thực hiện") || strings.Contains(between, "về việc") || strings.Contains(between, "hướng dẫn")
}

// group gives a group of a match, "" where it did not take part.
func group(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
}

var kindWords = map[SubjectKind]*regexp.Regexp{
	Collective: regexp.MustCompile(`(?i)tập thể|các phòng|các đơn vị|cơ quan, đơn vị`),
	Individual: regexp.MustCompile(`(?i)cá nhân|cán bộ|công chức|viên chức|người lao động`),
}

func (r *reader) subjects(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		first, second := Collective, Individual
		a, b := kindWords[first].FindStringIndex(c.text()), kindWords[second].FindStringIndex(c.text())
		if a != nil && b != nil && b[0] < a[0] {
			first, second, a, b = second, first, b, a
		}
		switch {
		case a != nil && b != nil:
			r.subject(first, c.sub(0, cutBefore(c.text(), b[0])).trim())
			r.subject(second, c.sub(b[0], len(c.text())).trim())
		case a != nil:
			r.subject(first, c)
		case b != nil:
			r.subject(second, c)
		}
	}
}

// cutBefore drops the word that ties the second kind of subject to the first.
func cutBefore(s string, at int) int {
	return len(strings.TrimSuffix(strings.TrimRight(s[:at], " ,;"), " và"))
}

func (r *reader) subject(k SubjectKind, c clip) {
	r.d.Subjects = append(r.d.Subjects, Subject{k, c.text(), r.see(c)})
}

var (
	contentLead = regexp.MustCompile(`(?i)(?:nội dung(?: sau| sau đây| chính| chủ yếu| cụ thể)*|bao gồm|gồm)\s*:\s*()\S`)
	pointsAt    = regexp.MustCompile(`\s*[(:–-]\s*(?:tối đa\s*)?(\d+(?:[,.]\d{1,2})?)\s*điểm\s*\)?\s*$`)
)

// criteria takes each item of the section as a criterion; what stands under it, or in its list of contents, are its contents.
func (r *reader) criteria(ns []*node) {
	for _, n := range ns {
		c := n.body.trim()
		if n.rank == 0 && strings.HasSuffix(n.body.text(), ":") && len(ns) > 1 {
			continue
		}
		k := Criterion{Contents: []string{}, Spans: CriterionSpans{Contents: []Span{}}}
		if m := pointsAt.FindStringSubmatchIndex(c.text()); m != nil {
			if p, ok := parsePoints(group(c.text(), m, 1)); ok {
				k.Points = &p
				c = c.sub(0, m[0]).trim()
			}
		}
		k.Text, k.Seen = c.text(), r.see(c)
		if m := contentLead.FindStringSubmatchIndex(c.text()); m != nil {
			k.list(c.sub(m[2], len(c.text())))
		}
		for _, kid := range leaves(n.kids) {
			k.content(kid.body.trim())
		}
		r.d.Criteria = append(r.d.Criteria, k)
	}
}

// list parts contents written in one sentence: by semicolons where there are any, by commas otherwise.
func (k *Criterion) list(c clip) {
	sep := ","
	if strings.Contains(c.text(), ";") {
		sep = ";"
	}
	from := 0
	for _, part := range strings.SplitAfter(c.text(), sep) {
		k.content(c.sub(from, from+len(part)).trim())
		from += len(part)
	}
}

func (k *Criterion) content(c clip) {
	if c.to > c.from {
		k.Contents = append(k.Contents, c.text())
		k.Spans.Contents = append(k.Spans.Contents, c.span())
	}
}

// standards sorts each standard by the kind of subject that it, or a heading over it, names.
func (r *reader) standards(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		t := Text{c.text(), r.see(c)}
		collective, individual := kindsOver(n)
		if collective == individual {
			t.Seen = c.doubtful("Tiêu chuẩn không ghi rõ cho tập thể hay cá nhân.")
			collective, individual = true, true
		}
		if collective {
			r.d.Standards.Collective = append(r.d.Standards.Collective, t)
		}
		if individual {
			r.d.Standards.Individual = append(r.d.Standards.Individual, t)
		}
	}
}

func kindsOver(n *node) (collective, individual bool) {
	for p := n.parent; p != nil; p = p.parent {
		low := strings.ToLower(p.body.text())
		collective, individual = strings.Contains(low, "tập thể"), strings.Contains(low, "cá nhân")
		if collective != individual {
			return collective, individual
		}
	}
	return false, false
}

var award = regexp.MustCompile(`(?i)(Bằng khen|Giấy khen|Cờ thi đua|Huân chương [\p{L} ]+?|Kỷ niệm chương|Chiến sĩ thi đua [\p{L} ]+?|Lao động tiên tiến|Tập thể lao động xuất sắc)` +
	`(?:\s+(?:của|do)\s+([^,;.]+?))?(?:\s+(?:xét|tặng|cho|đối với|để)(?:\s|$)|\s+và\s|[,;.:]|$)`)

func (r *reader) awards(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body
		for _, m := range award.FindAllStringSubmatchIndex(c.text(), -1) {
			end := m[3]
			if m[5] > 0 {
				end = m[5]
			}
			r.d.Awards = append(r.d.Awards, Award{group(c.text(), m, 1), Value(group(c.text(), m, 2)), r.see(c.sub(m[2], end))})
		}
	}
}

func (r *reader) dossier(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		if n.rank == 0 && n.body.text() != "" && strings.HasSuffix(n.body.text(), ":") {
			continue
		}
		r.d.Dossier = append(r.d.Dossier, Part{c.text(), r.see(c)})
	}
}

const actorHead = `Văn phòng|[Cc]ác [Pp]hòng|Phòng|Ban|Sở|Hội đồng|Công đoàn|Lãnh đạo|Trưởng|Thủ trưởng|[Cc]ác (?:đơn vị|cơ quan|sở|tập thể|bộ phận|cụm|khối)|UBND|Ủy ban|Thanh tra|Đoàn Thanh niên|Chi (?:cục|bộ)|Bộ phận|Tổ |Thường trực|Cụm|Khối|Cá nhân|Tập thể`

const actorVerbs = `tổng hợp|tăng cường|có trách nhiệm|chịu trách nhiệm|căn cứ|quyết tâm|chủ trì|phối hợp|tham mưu|theo dõi|gửi|thực hiện|đăng ký|triển khai|xây dựng|tổ chức|hướng dẫn|kiểm tra|báo cáo|lập|nộp|rà soát|đôn đốc|tuyên truyền|phát động|xem xét|hoàn thành|giúp|tiếp nhận|định kỳ|họp|tổng kết|sơ kết`

var actor = regexp.MustCompile(`^(?:(?:Giao|Đề nghị|Yêu cầu|Phân công)\s+(?:cho\s+)?|[^,.;:]*,\s+)?((?:` + actorHead + `)[\p{L}\d ,–-]{0,80}?)\s*(?:\s(?:` + actorVerbs + `)(?:[\s,.;:]|$)|:)`)

// actorIn gives who is to act in a sentence, an empty clip when it names nobody first.
func actorIn(c clip) clip {
	if m := actor.FindStringSubmatchIndex(c.text()); m != nil {
		return c.sub(m[2], m[3]).trim()
	}
	return clip{p: c.p}
}

var headActor = regexp.MustCompile(`^(?:Giao\s+|Đối với\s+|Trách nhiệm của\s+)?()(?:` + actorHead + `)`)

// actorOver gives the actor that a heading over the node names: "1. Văn phòng".
func actorOver(n *node) Value {
	for p := n.parent; p != nil; p = p.parent {
		if m := headActor.FindStringSubmatchIndex(p.body.text()); m != nil && p.heading() {
			return Value(p.body.sub(m[2], len(p.body.text())).trim().text())
		}
	}
	return ""
}

func (r *reader) assignments(ns []*node) {
	for _, n := range leaves(ns) {
		c := n.body.trim()
		a := Assignment{Value(actorIn(n.body).text()), c.text(), c.seen()}
		if a.Who == "" {
			a.Who = actorOver(n)
		}
		if a.Who == "" && n.rank == 0 {
			continue
		}
		if a.Who == "" {
			a.Seen = c.doubtful("Không thấy rõ ai thực hiện việc này.")
		}
		r.d.Assignments = append(r.d.Assignments, a)
	}
}
