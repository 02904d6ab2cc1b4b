package form

import (
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// enclosed lists the papers of the dossier as a letter names them.
func (f Facts) enclosed() []string {
	number := map[thidua.PaperKind]int{}
	for _, p := range f.Papers {
		if p.State != thidua.PaperRecalled {
			number[p.Kind]++
		}
	}
	var out []string
	for _, one := range []struct {
		kind thidua.PaperKind
		name string
	}{{thidua.PaperProposal, "Tờ trình đề nghị khen thưởng"}, {thidua.PaperMinutes, "Biên bản họp xét của Hội đồng"},
		{thidua.PaperReport, "Báo cáo thành tích có xác nhận của cấp trình"}, {thidua.PaperRoster, "Danh sách trích ngang"}, {thidua.PaperMerits, "bản Tóm tắt thành tích"}} {
		if n := number[one.kind]; n > 0 {
			out = append(out, vi.Two(n)+" "+one.name)
		}
	}
	return out
}

func fillLetter(f Facts) Letter {
	l := Letter{
		Head:   f.paper("VP", fmt.Sprintf("Gửi hồ sơ đề nghị khen thưởng năm %d", f.Round.Year), "Như trên", "Lãnh đạo "+f.Agency.Name, "Hội đồng TĐ-KT cơ quan", "Lưu: VT, VP"),
		Agency: f.Agency.Name, To: []string{strings.TrimSpace("Sở Nội vụ " + f.province())}, Asked: "Sở Nội vụ", Enclosed: f.enclosed(),
		Text: []string{
			f.Agency.Name + " đã tổ chức họp Hội đồng Thi đua - Khen thưởng {" + saidMet + "}, thống nhất đề nghị tặng {" + saidAward + "} cho {" + saidCases + "} có thành tích xuất sắc trong {" + saidDrive + "}.",
			f.Agency.Name + " gửi Sở Nội vụ 01 bộ hồ sơ (bản chính) và tệp điện tử kèm theo.",
		},
	}
	l.Number = "/" + f.Agency.Symbol + "-VP"
	l.Said = map[string]string{saidMet: doc.LongDate(f.met()), saidAward: f.award(), saidCases: counted(f.proposed()), saidDrive: f.drive()}
	return l
}

func (f Facts) met() thidua.Date {
	if f.Session.At.IsZero() {
		return ""
	}
	return thidua.DateOf(f.Session.At)
}

// province is "tỉnh Lào Cai" of "UBND tỉnh Lào Cai"; empty for a superior of another kind.
func (f Facts) province() string {
	_, rest, ok := strings.Cut(f.Agency.Parent, "UBND ")
	if !ok {
		return ""
	}
	return rest
}

const letterHint = "Mỗi đoạn một dòng. Chữ trong ngoặc nhọn, ví dụ {số trường hợp}, được điền từ dữ liệu"

func letterFields(Letter) []Field {
	return []Field{
		lines(Field{Part: "kinh-gui", Label: "Kính gửi", Hint: "Mỗi nơi một dòng", Rows: 2}, func(l *Letter) *[]string { return &l.To }),
		lines(Field{Part: "noi-dung-thu", Label: "Nội dung", Hint: letterHint, Rows: 6}, func(l *Letter) *[]string { return &l.Text }),
		lines(Field{Part: "gui-kem", Label: "Hồ sơ gửi kèm", Hint: "Mỗi văn bản một dòng", Rows: 4, Optional: true}, func(l *Letter) *[]string { return &l.Enclosed }),
		text(Field{Part: "lien-he", Label: "Đầu mối liên hệ", Optional: true}, func(l *Letter) *string { return &l.Contact }),
		text(Field{Part: "ket-thu", Label: "Câu kết riêng", Hint: "Để trống thì dùng câu kết của mẫu", Optional: true}, func(l *Letter) *string { return &l.Closing }),
	}
}

// FigureLetter is a công văn with two appendices of figures: Phụ lục I by criterion, Phụ lục II by unit.
type FigureLetter struct {
	Letter
	By       string // who issues it, in the line below the titles of the appendices
	Criteria [][]string
	Units    [][]string
	Total    []string
	Attached map[string]string // own words for the parts of the appendices
}

// Document makes the paper.
func (l FigureLetter) Document() doc.Document {
	number := l.Number
	if strings.HasPrefix(number, "/") {
		number = doc.Blank + number
	}
	units := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Đơn vị", Width: 80, Align: doc.Left}, {Head: "Chỉ tiêu đăng ký", Width: 40, Align: doc.Right},
		{Head: "Đã hoàn thành", Width: 40, Align: doc.Right}, {Head: "Chờ kiểm tra", Width: 40, Align: doc.Right}, {Head: "Cá nhân đăng ký", Width: 45, Align: doc.Right},
	}}
	criteria := doc.Table{Columns: []doc.Column{
		{Head: "STT", Width: 12, Align: doc.Center}, {Head: "Tiêu chí thi đua", Width: 65, Align: doc.Left}, {Head: "Chỉ tiêu đăng ký", Width: 22, Align: doc.Right},
		{Head: "Đã hoàn thành", Width: 22, Align: doc.Right}, {Head: "Chờ kiểm tra", Width: 21, Align: doc.Right}, {Head: "Mức bình quân", Width: 23, Align: doc.Right},
	}}
	for _, cells := range l.Criteria {
		criteria.Rows = append(criteria.Rows, doc.Row{Cells: cells})
	}
	for _, cells := range l.Units {
		units.Rows = append(units.Rows, doc.Row{Cells: cells})
	}
	units.Rows = append(units.Rows, doc.Row{Cells: l.Total, Bold: true})
	return Attach(l.Letter.Document(), l.Attached, "Công văn số "+number+" "+doc.LongDate(l.Date)+" của "+l.By,
		Appendix{Title: "Kết quả thực hiện các chỉ tiêu theo tiêu chí", Blocks: []doc.Block{criteria}},
		Appendix{Title: "Kết quả theo đơn vị", Landscape: true, Blocks: []doc.Block{units}})
}

func fillFigures(f Facts) FigureLetter {
	l := FigureLetter{By: f.Agency.Name, Attached: f.Words["phu-luc"], Letter: Letter{
		Head:   f.paper("VP", fmt.Sprintf("Báo cáo số liệu thực hiện phong trào thi đua năm %d", f.Round.Year), "Như trên", "Lãnh đạo "+f.Agency.Name, "Lưu: VT, VP"),
		Agency: f.Agency.Name, To: []string{strings.TrimSpace("Sở Nội vụ " + f.province())}, Closing: f.Agency.Name + " trân trọng báo cáo",
		Text: []string{f.Agency.Name + " báo cáo số liệu thực hiện {" + saidDrive + "} như sau: {số đăng ký}; {số chỉ tiêu}. Số liệu chi tiết tại Phụ lục I và Phụ lục II kèm theo."},
	}}
	l.Number, l.Signer = "/"+f.Agency.Symbol+"-VP", f.forLeader()
	var all thidua.Tally
	for i, u := range f.Units {
		l.Units = append(l.Units, []string{fmt.Sprint(i + 1), u.Name, fmt.Sprint(u.Targets.All), fmt.Sprint(u.Targets.Reached), fmt.Sprint(u.Targets.Awaited), fmt.Sprintf("%d/%d", u.People[0], u.People[1])})
		all.All, all.Reached, all.Awaited = all.All+u.Targets.All, all.Reached+u.Targets.Reached, all.Awaited+u.Targets.Awaited
	}
	l.Total = []string{"", "Tổng cộng", fmt.Sprint(all.All), fmt.Sprint(all.Reached), fmt.Sprint(all.Awaited), fmt.Sprintf("%d/%d", f.People[0], f.People[1])}
	for i, c := range f.Criteria {
		mean := "–"
		if c.Completion >= 0 {
			mean = fmt.Sprintf("%d%%", c.Completion)
		}
		l.Criteria = append(l.Criteria, []string{fmt.Sprint(i + 1), c.Name, fmt.Sprint(c.Targets.All), fmt.Sprint(c.Targets.Reached), fmt.Sprint(c.Targets.Awaited), mean})
	}
	units := 0
	for _, u := range f.Units {
		if u.Registered {
			units++
		}
	}
	l.Said = map[string]string{saidDrive: f.drive(), "số đăng ký": vi.Subjects(units, f.People[0]) + " đăng ký thi đua",
		"số chỉ tiêu": fmt.Sprintf("%d chỉ tiêu của các đơn vị, trong đó %d chỉ tiêu đã hoàn thành", all.All, all.Reached)}
	return l
}

func figuresFields(FigureLetter) []Field {
	return []Field{
		lines(Field{Part: "kinh-gui", Label: "Kính gửi", Hint: "Mỗi nơi một dòng", Rows: 2}, func(l *FigureLetter) *[]string { return &l.To }),
		lines(Field{Part: "noi-dung-thu", Label: "Nội dung", Hint: letterHint, Rows: 6}, func(l *FigureLetter) *[]string { return &l.Text }),
		text(Field{Part: "lien-he", Label: "Đầu mối liên hệ", Optional: true}, func(l *FigureLetter) *string { return &l.Contact }),
		text(Field{Part: "ket-thu", Label: "Câu kết", Hint: "Để trống thì dùng câu kết của mẫu", Optional: true}, func(l *FigureLetter) *string { return &l.Closing }),
	}
}
