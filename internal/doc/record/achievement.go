package record

import (
	"fmt"
	"thidua/internal/doc"
	"thidua/internal/vi"

	"thidua"
)

// Particular is a labelled line of a profile: "Ngày sinh", "12/3/1985".
type Particular struct {
	Label string
	Value string
}

// TargetResult is one registered target with what was reached and the evidence for it.
type TargetResult struct {
	ID       string `json:",omitempty"` // of the registered target; not printed
	Part     string `json:",omitempty"` // content of the criterion that it belongs to: "Cải cách thể chế"
	Content  string // nội dung, chỉ tiêu
	Target   string // "≥ 95%", "đúng hạn"
	Actual   string // "97,2%"
	Level    string `json:",omitempty"` // mức đạt: "vượt 2,2 điểm phần trăm", "chưa đạt, thiếu 1 bài"
	Evidence string // number, date and page of the paper that proves it
}

// CriterionResult is the result for one criterion of the movement, which the plan asks of every report.
type CriterionResult struct {
	Code    string // TC1, under which its words are kept; not printed
	Title   string // "Trách nhiệm lãnh đạo, chỉ đạo"
	Text    []string
	Facts   []string // sentences from the data; not edited
	Targets []TargetResult
	Passage          // the composed sentences, for the author to go on from
	Lacks   []string `json:",omitempty"` // what the data do not have and the author should see to, with the reason
}

// PastAward is a title or an award already received.
type PastAward struct {
	Year     int
	Name     string
	Decision string // số, ngày, tháng, năm của quyết định; cơ quan ban hành
}

// year is empty for a line that its author wrote without one.
func (a PastAward) year() string {
	if a.Year == 0 {
		return ""
	}
	return fmt.Sprint(a.Year)
}

// AchievementReport is the Báo cáo thành tích of a movement (theo chuyên đề), of a collective or of a person.
type AchievementReport struct {
	Sample      bool
	Collective  bool
	Issuer      doc.Issuer // the unit that reports, below the agency
	Number      string     // may be empty
	Date        thidua.Date
	Subject     string // "Đề nghị tặng Bằng khen …"
	Name        string // tên tập thể, or Ông/Bà and the name
	Profile     []Particular
	Duties      []string // chức năng, nhiệm vụ; quyền hạn, nhiệm vụ được giao
	Overview    []string // a general word before the criteria
	General     Passage  // the composed word before the criteria
	Criteria    []CriterionResult
	Initiatives []string
	Effects     []string    `json:",omitempty"` // what the initiatives brought, in the author's words
	Titles      []PastAward // danh hiệu thi đua
	Awards      []PastAward // hình thức khen thưởng
	Author      doc.Signer  // thủ trưởng đơn vị, or the person
	Unit        *doc.Signer // xác nhận của đơn vị, for a person where the form asks it
	Confirming  doc.Signer  // xác nhận của cấp trình

	Wording map[string]string `json:",omitempty"` // an agency's own words by part
}

// Document makes the paper.
func (r AchievementReport) Document() doc.Document {
	w := r.words()
	blocks := []doc.Block{
		r.Issuer.Letterhead(r.Number, doc.PlaceDate(r.Issuer.Place, r.Date)),
		doc.Title{Kind: w.say("kind"), Subject: r.Subject},
		doc.Centered(bold(w.say("named"), "name", r.Name)...),
	}
	blocks = append(blocks, r.profile()...)
	blocks = append(blocks, r.results()...)
	blocks = append(blocks, r.received()...)
	blocks = append(blocks, w.para("close", "name", r.named()))
	return doc.New("Báo cáo thành tích của "+r.named(), r.Date, r.Sample, doc.Unbroken(append(blocks, r.Signatures()), r.Author.Name, r.Confirming.Name)...)
}

func (r AchievementReport) words() words {
	return words{r.Wording, ReportName(r.Collective), r.Date}
}

// named is the name within a sentence: "bà Trần Thị Hạnh", but "Phòng Nghiệp vụ 2".
func (r AchievementReport) named() string {
	if r.Collective {
		return r.Name
	}
	return vi.LowerFirst(r.Name)
}

func (r AchievementReport) profile() []doc.Block {
	w := r.words()
	blocks := []doc.Block{w.head(1, "profile")}
	for _, p := range r.Profile {
		if p.Value == "" {
			p.Value = doc.Blank
		} else {
			p.Value = doc.Ended(p.Value, ".")
		}
		blocks = append(blocks, doc.Text("- "+doc.JoinWith(": ", p.Label, p.Value)))
	}
	if len(r.Duties) > 0 {
		blocks = append(blocks, w.head(2, "duties"))
		blocks = append(blocks, doc.Texts(r.Duties)...)
	}
	return blocks
}

func (r AchievementReport) results() []doc.Block {
	w := r.words()
	blocks := append([]doc.Block{w.head(1, "achieved")}, doc.Texts(r.Overview)...)
	for i, c := range r.Criteria {
		blocks = append(blocks, doc.Heading{Text: fmt.Sprintf("%d. %s", i+1, c.Title), Level: 2})
		blocks = append(blocks, doc.Texts(c.Text)...)
		switch {
		case len(c.Targets) > 0:
			blocks = append(blocks, targets(c.Targets))
		case len(c.Text) == 0:
			blocks = append(blocks, w.para("no-target"))
		}
	}
	blocks = append(blocks, Listed(w.say("initiatives", "n", fmt.Sprint(len(r.Criteria)+1)), r.Initiatives)...)
	return append(blocks, doc.Texts(r.Effects)...)
}

// targets is the table of a criterion; the content of the criterion that a target belongs to stands above it.
func targets(list []TargetResult) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 11, Align: doc.Center},
		{Head: "Nội dung, chỉ tiêu đăng ký", Width: 43, Align: doc.Left},
		{Head: "Chỉ tiêu", Width: 20, Align: doc.Right},
		{Head: "Thực hiện", Width: 20, Align: doc.Right},
		{Head: "Mức đạt", Width: 29, Align: doc.Left},
		{Head: "Minh chứng", Width: 42, Align: doc.Left},
	}}
	for i, g := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{fmt.Sprint(i + 1), doc.JoinWith(":\n", g.Part, g.Content), g.Target, g.Actual, doc.Or(g.Level, "–"), doc.Or(g.Evidence, "–")}})
	}
	return t
}

func (r AchievementReport) received() []doc.Block {
	w := r.words()
	blocks := []doc.Block{w.head(1, "received")}
	blocks = append(blocks, PastAwards(w.say("titles"), "Danh hiệu thi đua", r.Titles)...)
	return append(blocks, PastAwards(w.say("awards"), "Hình thức khen thưởng", r.Awards)...)
}

// PastAwards makes the table of titles or awards already received; a single line without a year ("không có") stands as a sentence.
func PastAwards(heading, column string, list []PastAward) []doc.Block {
	if len(list) == 0 {
		return []doc.Block{doc.Labelled(heading+":", doc.Blank)}
	}
	if len(list) == 1 && list[0].Year == 0 {
		return []doc.Block{doc.Labelled(heading+":", doc.Ended(vi.LowerFirst(list[0].Name), "."))}
	}
	t := doc.Table{Columns: []doc.Column{
		{Head: "Năm", Width: 18, Align: doc.Center},
		{Head: column, Width: 62, Align: doc.Left},
		{Head: "Số, ngày, tháng, năm của quyết định; cơ quan ban hành", Width: 85, Align: doc.Left},
	}}
	for _, a := range list {
		t.Rows = append(t.Rows, doc.Row{Cells: []string{a.year(), a.Name, a.Decision}})
	}
	return []doc.Block{doc.Heading{Text: heading, Level: 2}, t}
}

// Signatures puts the confirmation of the level that submits at the left and the author at the right.
func (r AchievementReport) Signatures() doc.Signatures {
	confirm := r.Confirming.Signature()
	confirm.Heading = "XÁC NHẬN CỦA CẤP TRÌNH"
	confirm.Note = "(Ký, đóng dấu)"
	columns := []doc.Signature{confirm}
	if r.Unit != nil {
		unit := r.Unit.Signature()
		unit.Heading = "XÁC NHẬN CỦA ĐƠN VỊ"
		unit.Note = "(Ký, ghi rõ họ tên)"
		columns = append(columns, unit)
	}
	author := r.Author.Signature()
	author.Note = "(Ký, ghi rõ họ tên)"
	if !r.Collective {
		author.Titles = []string{"NGƯỜI BÁO CÁO"}
	}
	return doc.Signatures{Columns: append(columns, author)}
}
