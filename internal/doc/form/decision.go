package form

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Decision is the Quyết định khen thưởng of an agency that awards itself, with its list on pages of its own.
type Decision struct {
	Head
	Leader  string   // authority at the head of the text, "Chánh Thanh tra tỉnh Lào Cai"
	Bases   []string // căn cứ in force on the day, without end marks
	Office  string   // on whose request, "Chánh Văn phòng"
	Award   string   // "Giấy khen của Chánh Thanh tra tỉnh"
	Merit   string   // "vì đã có thành tích …"
	Fund    string   // where the money comes from; empty leaves that article out
	Duty    string   // who carries it out, "Chánh Văn phòng, Trưởng các phòng Nghiệp vụ"
	Praised []Praised
}

// Document makes the paper; a single award stands in the first article and needs no list.
func (d Decision) Document() doc.Document {
	d.Recipients = d.asArticle()
	f := d.form("quyet-dinh-khen-thuong", praisedNames(d.Praised)...)
	blocks := append(f.opening(), doc.Para{Align: doc.Center, KeepNext: true, Runs: []doc.Run{{Text: strings.ToUpper(d.Leader), Bold: true}}})
	blocks = append(blocks, doc.Bases(d.Bases, ";")...)
	blocks = append(blocks, doc.Basis(f.say("asked", "office", d.Office)),
		doc.Para{Align: doc.Center, KeepNext: true, Runs: []doc.Run{{Text: f.say("decides"), Bold: true}}})
	for i, text := range d.articles(f) {
		blocks = append(blocks, doc.Labelled(f.say("article", "n", fmt.Sprint(i+1)), text))
	}
	out := f.made(append(blocks, f.signed())...)
	if len(d.Praised) != 1 {
		out.Sections = append(out.Sections, d.list(f))
	}
	return out
}

var likeArticle = regexp.MustCompile(`^Như Điều \d+$`)

// asArticle puts the number of the last article, which says who carries the decision out, into "Như Điều …" of the recipients.
func (d Decision) asArticle() []string {
	last := 2
	if d.Fund != "" {
		last = 3
	}
	out := slices.Clone(d.Recipients)
	for i, r := range out {
		if likeArticle.MatchString(r) {
			out[i] = fmt.Sprintf("Như Điều %d", last)
		}
	}
	return out
}

func (d Decision) articles(f form) []string {
	award, where := f.say("award", "award", d.Award, "n", subjects(d.Praised), "merit", d.Merit), f.say("where-list")
	if len(d.Praised) == 1 {
		p := d.Praised[0]
		name := called(p.Honorific, p.Name)
		award, where = f.say("award-one", "award", d.Award, "name", joined(inSentence(name), p.Post), "merit", d.Merit), f.say("where-one")
	}
	list := []string{award}
	if d.Fund != "" {
		list = append(list, f.say("money", "award", d.Award, "fund", d.Fund))
	}
	return append(list, f.say("duty", "who", d.Duty, "where", where))
}

// joined puts a comma between two texts that both say something.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// list is the Danh sách kèm theo; it carries the number and day of its decision and numbers its pages from 1.
func (d Decision) list(f form) doc.Section {
	number := d.Number
	if strings.HasPrefix(number, "/") {
		number = doc.Blank + number
	}
	blocks := []doc.Block{
		heading(f.say("list", "award", strings.ToUpper(d.Award))),
		note(f.say("with", "number", number, "day", doc.LongDate(d.Date), "leader", d.Leader)),
	}
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 14, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 65, Align: doc.Left}, {Head: "Chức vụ, đơn vị", Width: 86, Align: doc.Left},
	}}
	var units, people []Praised
	for _, p := range d.Praised {
		if p.Honorific == "" {
			units = append(units, p)
		} else {
			people = append(people, p)
		}
	}
	add := func(head string, list []Praised) {
		if len(units) > 0 && len(people) > 0 {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprintf("%s (%s)", head, vi.Two(len(list)))}, Bold: true})
		}
		for i, p := range list {
			t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), called(p.Honorific, p.Name), p.Post}})
		}
	}
	add("I. TẬP THỂ", units)
	add("II. CÁ NHÂN", people)
	return doc.Section{Restart: true, Blocks: doc.Unbroken(append(blocks, t, f.para("count", "n", subjects(d.Praised))))}
}
