package form

import (
	"fmt"

	"thidua/internal/doc"
	"thidua/internal/doc/record"
)

// Measure is a result against the plan and against the year before.
type Measure struct {
	Content string
	Before  string // năm trước
	Plan    string
	Actual  string
}

// Contribution is an initiative with its author's part in it.
type Contribution struct {
	Name     string
	Share    string // "70%"
	Decision string // who recognised it, số, ngày
}

// MeritReport is the Báo cáo thành tích for a merit (công trạng), of a collective or a person; that of a movement by theme, criterion by
// criterion, is doc.AchievementReport.
type MeritReport struct {
	Head
	Collective  bool
	Name        string // tên tập thể, or Ông/Bà and the name
	Profile     []record.Particular
	Duties      []string
	Results     []string
	Measures    []Measure
	Means       []string       // of a collective
	Policy      []string       // of a collective
	Party       []string       // of a collective: tổ chức đảng, đoàn thể
	Initiatives []Contribution // of a person
	Titles      []record.PastAward
	Awards      []record.PastAward
	Unit        *doc.Signer // xác nhận của đơn vị, for a person
	Confirming  doc.Signer  // xác nhận của cấp trình; the author is Signer
}

// Document makes the paper.
func (r MeritReport) Document() doc.Document {
	f := r.form("bao-cao-cong-trang-ca-nhan", r.Confirming.Name, person(r.Name))
	if r.Collective {
		f = r.form("bao-cao-cong-trang-tap-the", r.Confirming.Name)
	}
	blocks := append(f.opening(), doc.Centered(doc.Run{Text: f.say("named") + " "}, doc.Run{Text: r.Name, Bold: true}),
		doc.Heading{Text: f.say("profile"), Level: 1})
	blocks = append(blocks, r.profile(f)...)
	blocks = append(blocks, doc.Heading{Text: f.say("achieved"), Level: 1})
	if !r.Collective {
		blocks = append(blocks, section(f, "duties", r.Duties)...)
	}
	blocks = append(blocks, r.results(f)...)
	blocks = append(blocks, doc.Heading{Text: f.say("received"), Level: 1})
	blocks = append(blocks, record.PastAwards(f.say("titles"), f.say("title"), r.Titles)...)
	blocks = append(blocks, record.PastAwards(f.say("awards"), f.say("award"), r.Awards)...)
	signed := record.AchievementReport{Collective: r.Collective, Author: r.Signer, Unit: r.Unit, Confirming: r.Confirming}.Signatures()
	return f.made(append(blocks, f.para("close", "name", inSentence(r.Name)), signed)...)
}

// section is a clause under its heading; with nothing to say room is left.
func section(f form, part string, text []string) []doc.Block {
	if len(text) == 0 {
		text = []string{doc.Blank}
	}
	return append([]doc.Block{doc.Heading{Text: f.say(part), Level: 2}}, doc.Texts(text)...)
}

func (r MeritReport) profile(f form) []doc.Block {
	var blocks []doc.Block
	if r.Collective {
		blocks = append(blocks, doc.Heading{Text: f.say("sketch"), Level: 2})
	}
	for _, p := range r.Profile {
		value := doc.Blank
		if p.Value != "" {
			value = doc.Ended(p.Value, ".")
		}
		blocks = append(blocks, doc.Text("- "+p.Label+": "+value))
	}
	if r.Collective {
		blocks = append(blocks, section(f, "duties", r.Duties)...)
	}
	return blocks
}

func (r MeritReport) results(f form) []doc.Block {
	blocks := section(f, "results", r.Results)
	if len(r.Measures) > 0 {
		blocks = append(blocks, f.lead("figures"), measures(r.Measures))
	}
	if !r.Collective {
		if len(r.Initiatives) == 0 {
			return append(blocks, section(f, "initiatives", nil)...)
		}
		return append(blocks, doc.Heading{Text: f.say("initiatives"), Level: 2}, contributions(r.Initiatives))
	}
	blocks = append(blocks, section(f, "means", r.Means)...)
	blocks = append(blocks, section(f, "policy", r.Policy)...)
	return append(blocks, section(f, "party", r.Party)...)
}

func measures(list []Measure) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Nội dung", Width: 70, Align: doc.Left}, {Head: "Năm trước", Width: 27, Align: doc.Right},
		{Head: "Kế hoạch", Width: 28, Align: doc.Right}, {Head: "Thực hiện", Width: 28, Align: doc.Right},
	}}
	for i, m := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), m.Content, m.Before, m.Plan, m.Actual}})
	}
	return t
}

func contributions(list []Contribution) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tên sáng kiến, giải pháp", Width: 68, Align: doc.Left}, {Head: "Mức đóng góp", Width: 25, Align: doc.Right},
		{Head: "Quyết định công nhận", Width: 60, Align: doc.Left},
	}}
	for i, c := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), c.Name, filled(c.Share), filled(c.Decision)}})
	}
	return t
}
