package form

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"thidua/internal/doc"
	"thidua/internal/doc/chart"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// Chapter is what a review says of one criterion.
type Chapter struct {
	Title string
	Text  []string
	Code  string // of the criterion in small letters: "tc1"
	Stood string // how its targets stand, a sentence of the data
}

// YearLine is one year in the table of a final review.
type YearLine struct {
	Year   int
	Units  string // đơn vị đăng ký
	People string // cá nhân đăng ký
	Done   string // mức hoàn thành
	Awards string // "01 tập thể, 02 cá nhân"
}

// UnitLine is one unit over the years in the table of a final review; Ranks are those of the years in order.
type UnitLine struct{ Name, Targets, Reached, Share, Ranks, Awards string }

// PersonLine is one person over the years; people have neither points nor ranks.
type PersonLine struct{ Name, Unit, Years, Targets, Reached, Awards string }

// ModelLine is one who was held up as an example, in the table of a final review.
type ModelLine struct{ Year, Who, Kind, Title string }

// Review is the Báo cáo sơ kết of a year or, when Final, the Báo cáo tổng kết of the whole movement.
type Review struct {
	Head
	Final    bool
	Agency   string
	Plan     string // what is carried out, "Kế hoạch số …"
	Of       string // "phong trào thi đua … năm 2024"
	Lead     []string
	Joined   string // who took part, a sentence of the data
	Word     string `json:",omitempty"` // what who mobilises confirms of it; empty when nothing was said
	Chapters []Chapter
	Figures  []record.TargetResult
	Years    []YearLine // of a final review, as the four that follow
	Span     string     // the years of the ranks: "2021–2025"
	Units    []UnitLine
	People   []PersonLine
	Works    string      // the recognised initiatives by year, a sentence of the data
	Models   []ModelLine `json:",omitempty"` // who was held up as an example
	Counted  []string    // awards and sessions, sentences of the data
	Awards   []string
	Limits   []string
	Lessons  []string // of a final review
	Next     []string
	Ask      []string
}

// Document makes the paper.
func (r Review) Document() doc.Document {
	name := "bao-cao-so-ket"
	if r.Final {
		name = "bao-cao-tong-ket"
	}
	f := r.form(name)
	blocks := append(f.opening(), f.para("open", "plan", r.Plan, "agency", r.Agency))
	blocks = append(blocks, chapter(f.say("lead"), r.Lead)...)
	blocks = append(blocks, r.results(f)...)
	for _, part := range []struct {
		name string
		text []string
	}{{"awards", append(slices.Clone(r.Counted), r.Awards...)}, {"limits", r.Limits}, {"lessons", r.Lessons}, {"next", r.Next}, {"ask", r.Ask}} {
		if head := f.say(part.name); head != "" {
			blocks = append(blocks, chapter(head, part.text)...)
		}
		if part.name == "awards" && len(r.Models) > 0 {
			blocks = append(blocks, f.lead("models"), models(r.Models))
		}
	}
	return f.made(append(blocks, f.para("close", "of", r.Of, "agency", r.Agency), f.signed())...)
}

// chapter is a part under its heading; with nothing to say room is left.
func chapter(head string, text []string) []doc.Block {
	if len(text) == 0 {
		text = []string{doc.Blank}
	}
	return append([]doc.Block{doc.Heading{Text: head, Level: 1}}, doc.Texts(text)...)
}

func (r Review) results(f form) []doc.Block {
	blocks := append([]doc.Block{doc.Heading{Text: f.say("results"), Level: 1}}, doc.Texts([]string{r.Joined})...)
	if r.Word != "" {
		blocks = append(blocks, doc.Texts([]string{r.Word})...)
	}
	for i, c := range r.Chapters {
		blocks = append(blocks, doc.Heading{Text: fmt.Sprintf("%d. %s", i+1, c.Title), Level: 2})
		blocks = append(blocks, doc.Texts(append([]string{c.Stood}, c.Text...))...)
	}
	if len(r.Figures) > 0 {
		blocks = append(blocks, f.lead("figures"), figures(r.Figures))
	}
	if len(r.Years) > 0 {
		blocks = append(blocks, f.lead("years"), years(r.Years))
		blocks = append(blocks, r.course(f)...)
	}
	if len(r.Units) > 0 {
		blocks = append(blocks, f.lead("units"), r.units())
	}
	if len(r.People) > 0 {
		blocks = append(blocks, f.lead("people"), folk(r.People))
	}
	if r.Works != "" {
		blocks = append(blocks, doc.Text(r.Works))
	}
	return blocks
}

func (r Review) units() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 11, Align: doc.Center}, {Head: "Đơn vị", Width: 42, Align: doc.Left}, {Head: "Chỉ tiêu đăng ký", Width: 20, Align: doc.Right},
		{Head: "Hoàn thành", Width: 20, Align: doc.Right}, {Head: "Tỷ lệ", Width: 19, Align: doc.Right}, {Head: "Hạng " + r.Span, Width: 30, Align: doc.Center},
		{Head: "Khen thưởng", Width: 23, Align: doc.Left},
	}}
	for i, u := range r.Units {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), u.Name, u.Targets, u.Reached, u.Share, u.Ranks, u.Awards}})
	}
	return t
}

func folk(list []PersonLine) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 11, Align: doc.Center}, {Head: "Họ và tên", Width: 44, Align: doc.Left}, {Head: "Đơn vị", Width: 38, Align: doc.Left},
		{Head: "Năm đăng ký", Width: 18, Align: doc.Center}, {Head: "Chỉ tiêu", Width: 16, Align: doc.Right}, {Head: "Hoàn thành", Width: 18, Align: doc.Right},
		{Head: "Khen thưởng", Width: 20, Align: doc.Left},
	}}
	for i, p := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), p.Name, p.Unit, p.Years, p.Targets, p.Reached, p.Awards}})
	}
	return t
}

func models(list []ModelLine) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 11, Align: doc.Center}, {Head: "Năm", Width: 14, Align: doc.Center}, {Head: "Tập thể, cá nhân", Width: 45, Align: doc.Left},
		{Head: "Hình thức", Width: 35, Align: doc.Left}, {Head: "Nội dung nêu gương", Width: 60, Align: doc.Left},
	}}
	for i, m := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), m.Year, m.Who, m.Kind, m.Title}})
	}
	return t
}

// course shows the completion of the years as a chart, when two of them at least have a figure.
func (r Review) course(f form) []doc.Block {
	c := doc.Chart{Caption: f.say("course"), Chart: chart.Chart{Unit: "%", Decimals: 1, Series: []chart.Series{{Name: f.say("done")}}}}
	known := 0
	for _, y := range r.Years {
		value := math.NaN()
		if hundredths, ok := vi.ParseNumber(strings.TrimSuffix(y.Done, "%")); ok {
			value = float64(hundredths) / 100
			known++
		}
		c.Labels = append(c.Labels, strconv.Itoa(y.Year))
		c.Series[0].Values = append(c.Series[0].Values, value)
	}
	if known < 2 {
		return nil
	}
	return []doc.Block{c}
}

func figures(list []record.TargetResult) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Nội dung, chỉ tiêu", Width: 83, Align: doc.Left},
		{Head: "Chỉ tiêu", Width: 32, Align: doc.Right}, {Head: "Kết quả", Width: 32, Align: doc.Right},
	}}
	for i, g := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), g.Content, g.Target, g.Actual}})
	}
	return t
}

func years(list []YearLine) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "Năm", Width: 18, Align: doc.Center}, {Head: "Tập thể đăng ký", Width: 30, Align: doc.Center}, {Head: "Cá nhân đăng ký", Width: 30, Align: doc.Center},
		{Head: "Mức hoàn thành", Width: 32, Align: doc.Right}, {Head: "Được khen thưởng", Width: 55, Align: doc.Left},
	}}
	for _, y := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(y.Year), y.Units, y.People, y.Done, y.Awards}})
	}
	return t
}
