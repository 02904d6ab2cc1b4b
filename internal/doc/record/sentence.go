package record

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// telling is how a target is told in one sentence. The first row whose kind fits is taken; of its forms the next one each time, so that a list
// of targets does not read like a form letter. {C} is the content, {A} the result, {V} the verdict with the goal, {D} whether it was in time.
type telling struct {
	is    func(TargetData) bool
	forms []string
}

var tellings = []telling{
	{func(t TargetData) bool { return t.inWords() && t.Said != "" }, []string{"{C}: {A} ({V})"}},
	{TargetData.inWords, []string{"{C}: {V}"}},
	{func(t TargetData) bool { return t.timely() != "" }, []string{"{C}: {V}, {D}"}},
	{func(t TargetData) bool { return t.Direction == thidua.AtMost }, []string{"{C}: ở mức {A}, {V}"}},
	{func(t TargetData) bool { return t.Measure == "%" }, []string{"{C} đạt {A}, {V}", "{C}: kết quả thực hiện là {A}, {V}"}},
	{func(t TargetData) bool { return t.Actual == 0 }, []string{"{C}: chưa có kết quả, {V}"}},
	{func(t TargetData) bool { return vi.Fold(t.Measure) == "sang kien" }, []string{"{C}: có {A}, {V}"}},
	{func(TargetData) bool { return true }, []string{"{C}: đã thực hiện {A}, {V}"}},
}

// key names a figure of the target.
func (t TargetData) key(part string) string { return t.ID + "." + part }

// sentence tells a measured target; n counts those that were told before it.
func (t TargetData) sentence(p *Passage, year, n int) string {
	form := ""
	for _, row := range tellings {
		if row.is(t) {
			form = row.forms[n%len(row.forms)]
			break
		}
	}
	name := strings.TrimSpace(t.Content)
	put := []string{"{C}", t.named()}
	for _, f := range []struct{ mark, key, label, value string }{
		{"{A}", "a", "thực hiện", strings.TrimRight(t.actual(), ". ")}, {"{V}", "v", "mức đạt", t.verdict()}, {"{D}", "d", "thời hạn", t.timely()},
	} {
		if strings.Contains(form, f.mark) {
			put = append(put, f.mark, p.add(t.key(f.key), f.label+": "+name, f.value))
		}
	}
	out := strings.NewReplacer(put...).Replace(form)
	if course := t.course(year); course != "" {
		out += ", " + p.add(t.key("y"), "so với năm trước: "+name, course)
	}
	return out + "."
}

// count is how many of the targets were reached, count by the agency's convention, are in doubt, were missed or not reported.
type count struct{ all, reached, near, doubtful, missed, silent, from int }

func counted(list []TargetData) (n count) {
	for _, t := range list {
		n.all++
		n.from = t.From
		switch {
		case !t.Measured:
			n.silent++
		case !t.reached() && !t.near():
			n.missed++
		case t.doubt() != "":
			n.doubtful++
		case t.near():
			n.near++
		default:
			n.reached++
		}
	}
	return n
}

// said puts the count in words: "đạt cả 6 chỉ tiêu", "đạt 4 chỉ tiêu, chưa đạt 2 chỉ tiêu".
func (n count) said() string {
	if n.reached == n.all {
		if n.all == 1 {
			return "đã đạt"
		}
		return fmt.Sprintf("đạt cả %d chỉ tiêu", n.all)
	}
	var parts []string
	for _, p := range []struct {
		n    int
		text string
	}{{n.reached, "đạt %d chỉ tiêu"}, {n.near, "%d chỉ tiêu tính hoàn thành (từ " + fmt.Sprint(n.from) + "%% mức đăng ký)"}, {n.doubtful, "%d chỉ tiêu đạt theo số báo cáo, minh chứng chưa kiểm xong"}, {n.missed, "chưa đạt %d chỉ tiêu"},
		{n.silent, "%d chỉ tiêu chưa có số liệu"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf(p.text, p.n))
		}
	}
	return strings.Join(parts, ", ")
}

// passage composes the sentences of a criterion: how many targets and how far, then each of them, those of a content on a line of its own.
func (c CriterionData) passage(year int, subject string) Passage {
	var p Passage
	told := 0
	parts, lines := []string{}, map[string][]string{}
	for _, t := range c.Targets {
		if !t.Measured {
			continue
		}
		if _, seen := lines[t.Part]; !seen {
			parts = append(parts, t.Part)
		}
		lines[t.Part] = append(lines[t.Part], t.sentence(&p, year, told))
		told++
	}
	if n := counted(c.Targets); told > 1 {
		p.Draft = append(p.Draft, fmt.Sprintf("%s đăng ký %s ở tiêu chí này, %s.", subject,
			p.add(c.Code+".n", "số chỉ tiêu đăng ký", fmt.Sprintf("%d chỉ tiêu", n.all)), p.add(c.Code+".v", "kết quả chung", n.said())))
	}
	for _, part := range parts {
		text := strings.Join(lines[part], " ")
		if part != "" {
			text = vi.UpperFirst(part) + ": " + vi.LowerFirst(text)
		}
		p.Draft = append(p.Draft, text)
	}
	p.initiatives(c)
	p.outreach(c)
	if len(p.Draft) > 1 && len(parts) < 2 {
		p.Draft = []string{strings.Join(p.Draft, " ")} // no contents: one paragraph
	}
	return p
}

// initiatives tells how many were recognised; those that were not are named in the list alone.
func (p *Passage) initiatives(c CriterionData) {
	n := 0
	for _, i := range c.Initiatives {
		if i.Recognised {
			n++
		}
	}
	if n > 0 {
		p.Draft = append(p.Draft, c.when()+" có "+p.add(c.Code+".i", "số sáng kiến được công nhận", fmt.Sprintf("%d sáng kiến", n))+" được công nhận, nêu tại danh mục dưới đây.")
	}
}

func (c CriterionData) when() string {
	if c.Whole {
		return "Trong giai đoạn"
	}
	return "Trong năm"
}

// citedItems is how many items of publicity a sentence cites; the others are only counted.
const citedItems = 3

// outreach tells the verified publicity, citing the first items by title, medium and day, and the exemplars that were published.
func (p *Passage) outreach(c CriterionData) {
	if n := len(c.Publicity); n > 0 {
		var cited []string
		for _, i := range c.Publicity[:min(n, citedItems)] {
			cited = append(cited, "“"+i.Title+"” ("+doc.Join(i.Media, doc.JoinWith(" ", i.DocNumber, vi.Date(i.On)))+")")
		}
		lead := ", gồm: "
		if n > citedItems {
			lead = ", trong đó có: "
		}
		p.Draft = append(p.Draft, "Trong năm đã thực hiện "+p.add(c.Code+".p", "số tin, bài, hoạt động tuyên truyền", fmt.Sprintf("%d tin, bài, hoạt động tuyên truyền", n))+
			lead+strings.Join(cited, "; ")+".")
	}
	if n := len(c.Exemplars); n > 0 {
		var names []string
		for _, e := range c.Exemplars {
			names = append(names, vi.LowerFirst(vi.ExemplarKind(e.Kind))+" “"+e.Title+"”, nêu gương ngày "+vi.Date(e.PublishedOn))
		}
		p.Draft = append(p.Draft, "Có "+p.add(c.Code+".e", "số gương điển hình", fmt.Sprintf("%d gương", n))+" được nêu: "+strings.Join(names, "; ")+".")
	}
}

// general composes the word before the criteria: the sum of the targets, what is published of points and rank, the evaluation of a person.
func (a Achievement) general() Passage {
	var p Passage
	var all []TargetData
	heads := 0
	for _, c := range a.Criteria {
		all = append(all, c.Targets...)
		if len(c.Targets) > 0 {
			heads++
		}
	}
	if n := counted(all); n.all > 0 {
		p.Draft = append(p.Draft, fmt.Sprintf("%s, %s đăng ký %s ở %s; %s.", vi.UpperFirst(a.when()), vi.Named(a.Subject), p.add("all.n", "số chỉ tiêu đăng ký", fmt.Sprintf("%d chỉ tiêu", n.all)),
			p.add("all.c", "số tiêu chí có chỉ tiêu", fmt.Sprintf("%d tiêu chí", heads)), p.add("all.v", "kết quả chung", n.said())))
	}
	if s := a.Standing; s.Rank > 0 {
		p.Draft = append(p.Draft, fmt.Sprintf("Theo kết quả đã công bố, đơn vị %s, %s.", p.add("rank.s", "tổng điểm", "đạt "+vi.Number(s.Score)+" điểm"),
			p.add("rank.n", "thứ hạng trong cơ quan", fmt.Sprintf("xếp thứ %d/%d đơn vị", s.Rank, a.Units))))
	}
	if x := a.Index; x != nil && x.PublishedOn != "" {
		p.Draft = append(p.Draft, fmt.Sprintf("Về Bộ chỉ số cải cách hành chính năm %d, cơ quan %s, theo %s.", x.Year,
			p.add("index.n", "thứ hạng của cơ quan", fmt.Sprintf("xếp thứ %d/%d", x.Rank, x.Of)), p.add("index.d", "văn bản công bố", doc.Or(x.Document, "công bố ngày "+vi.Date(x.PublishedOn)))))
	}
	if e := a.Evaluation; e != nil {
		p.Draft = append(p.Draft, fmt.Sprintf("Kết quả đánh giá, xếp loại chất lượng năm %d: %s, theo Quyết định số %s.", e.Year, p.add("class.n", "xếp loại", vi.LowerFirst(vi.Class(e.Class))),
			p.add("class.d", "quyết định xếp loại", doc.JoinWith(" ngày ", e.Decision, vi.Date(e.On)))))
	}
	if len(p.Draft) > 0 {
		p.Draft = []string{strings.Join(p.Draft, " ")}
	}
	return p
}

// lacks names what the data do not have for a criterion, with the reason why its author is asked.
func (c CriterionData) lacks() []string {
	var out []string
	for _, t := range c.Targets {
		name := "“" + strings.TrimSpace(t.Content) + "”"
		switch {
		case !t.Measured:
			out = append(out, "Chưa có số liệu thực hiện của chỉ tiêu "+name)
		case len(t.Evidence) == 0:
			out = append(out, "Chưa có minh chứng của chỉ tiêu "+name)
		case t.doubt() != "":
			out = append(out, vi.UpperFirst(t.doubt())+": chỉ tiêu "+name)
		}
	}
	if len(c.Targets) == 0 {
		out = append(out, "Không có chỉ tiêu đăng ký ở tiêu chí này: kết quả do người viết nêu bằng lời")
	}
	if len(c.Initiatives) > 0 {
		out = append(out, "Hiệu quả của sáng kiến không có trong dữ liệu: ghi ở phần Hiệu quả áp dụng")
	}
	return out
}
