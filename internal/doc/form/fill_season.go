package form

import (
	"fmt"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

func needsRegistrations(f Facts) string {
	if f.Given == 0 {
		return "Chưa có đơn vị nào gửi đăng ký thi đua của năm này."
	}
	return ""
}

func fillPledge(f Facts) Pledge {
	p := Pledge{
		Head:   f.paper("", "Thực hiện "+f.drive(), "Các đơn vị thuộc "+f.Agency.Name, "Lưu: VT, VP"),
		Agency: f.Agency.Name, Place: "trụ sở " + f.Agency.Name, Office: "Văn phòng",
		Time: []string{fmt.Sprintf("Từ ngày ký giao ước đến hết ngày %s; sơ kết 06 tháng đầu năm, tổng kết cuối năm.", ends(f))},
		Duties: []string{"Trưởng các đơn vị phổ biến giao ước tới từng công chức, người lao động và tổ chức thực hiện", "Các đơn vị báo cáo kết quả theo yêu cầu của Văn phòng",
			"Văn phòng theo dõi, đôn đốc, tổng hợp kết quả, trình Hội đồng Thi đua - Khen thưởng xem xét"},
	}
	registered := 0
	for _, u := range f.Units {
		if u.Registered {
			registered++
			p.Parties = append(p.Parties, Party{Unit: u.Name, Title: u.LeadPost, Name: u.Lead})
		}
	}
	for _, r := range f.Registered {
		line := r.RegisteredLine
		if len(r.Units) < registered {
			line.Content += " (" + vi.List(r.Units) + ")"
		}
		p.Targets = append(p.Targets, line)
	}
	return p
}

func ends(f Facts) string {
	if f.Round.WorkEnds.Valid() {
		return strings.TrimPrefix(doc.LongDate(f.Round.WorkEnds), "ngày ")
	}
	return fmt.Sprintf("31 tháng 12 năm %d", f.Round.Year)
}

func pledgeFields(Pledge) []Field {
	return []Field{
		text(Field{Part: "noi-ky", Label: "Nơi ký kết"}, func(p *Pledge) *string { return &p.Place }),
		lines(Field{Part: "thoi-gian", Label: "Thời gian thực hiện", Hint: "Mỗi ý một dòng", Rows: 2}, func(p *Pledge) *[]string { return &p.Time }),
		lines(Field{Part: "trach-nhiem", Label: "Trách nhiệm thực hiện", Hint: "Mỗi ý một dòng", Rows: 4}, func(p *Pledge) *[]string { return &p.Duties }),
		text(Field{Part: "don-vi-giu", Label: "Đơn vị giữ bản lưu"}, func(p *Pledge) *string { return &p.Office }),
	}
}

// stood says how the targets of a criterion stand: "12/14 chỉ tiêu đã hoàn thành; mức hoàn thành bình quân 93%."
func stood(c CriterionFigures) string {
	if c.Targets.All == 0 {
		return "Chưa có đơn vị nào đăng ký chỉ tiêu."
	}
	out := fmt.Sprintf("%s/%s chỉ tiêu đã hoàn thành", vi.Two(c.Targets.Reached), vi.Two(c.Targets.All))
	if c.Targets.Awaited > 0 {
		out += fmt.Sprintf(", %s chỉ tiêu chờ kiểm tra minh chứng", vi.Two(c.Targets.Awaited))
	}
	if c.Completion >= 0 {
		out += fmt.Sprintf("; mức hoàn thành bình quân %d%%", c.Completion)
	}
	return out + "."
}

func fillReview(half bool) func(Facts) Review {
	return func(f Facts) Review {
		of := fmt.Sprintf("năm %d", f.Round.Year)
		if half {
			of = fmt.Sprintf("6 tháng đầu năm %d", f.Round.Year)
		}
		drive := fmt.Sprintf("phong trào thi đua “%s” %s", f.Movement.Name, of)
		r := f.review("Sơ kết "+drive, drive)
		for _, c := range f.Criteria {
			r.Chapters = append(r.Chapters, Chapter{Title: c.Name, Code: strings.ToLower(c.Code), Stood: stood(c)})
		}
		if half {
			return r
		}
		if len(f.Awards) > 0 {
			r.Counted = append(r.Counted, fmt.Sprintf("%s: tặng %s cho %s.", vi.UpperFirst(f.decision()), f.award(), subjects(f.praised())))
		} else if !f.Session.At.IsZero() && len(f.Cases) > 0 {
			r.Counted = append(r.Counted, fmt.Sprintf("%s họp %s, xét %s.", vi.CouncilHead(f.Council.Name), doc.LongDate(thidua.DateOf(f.Session.At)), counted(f.nominees())))
		}
		return r
	}
}

func (f Facts) review(subject, of string) Review {
	r := Review{Head: f.paper("BC", subject, "Sở Nội vụ", "Lãnh đạo "+f.Agency.Name, "Các đơn vị thuộc "+f.Agency.Name, "Lưu: VT, VP"),
		Agency: f.Agency.Name, Plan: f.plan(), Of: of}
	units := 0
	for _, u := range f.Units {
		if u.Registered {
			units++
		}
	}
	if len(f.Units) > 0 {
		r.Joined = fmt.Sprintf("%s/%s đơn vị và %s/%s cá nhân đăng ký thi đua.", vi.Two(units), vi.Two(len(f.Units)), vi.Two(f.People[0]), vi.Two(f.People[1]))
		r.Word = word(f.Word)
	}
	return r
}

func fillFinal(f Facts) Review {
	of := fmt.Sprintf("phong trào thi đua “%s” %s", f.Movement.Name, f.period())
	r := f.review("Tổng kết "+of, of)
	r.Final, r.Joined, r.Word = true, "", ""
	for _, c := range f.Criteria {
		ch := Chapter{Title: c.Name, Code: strings.ToLower(c.Code)}
		if f.Round.Closing { // the results of a closing round are those of all years
			ch.Stood = stood(c)
		}
		r.Chapters = append(r.Chapters, ch)
	}
	f.fillLines(&r)
	units, people := 0, 0
	for _, y := range f.Years {
		line := YearLine{Year: y.Year, Units: "–", People: "–", Done: "–"}
		if y.Known {
			line.Units, line.People = fmt.Sprintf("%d/%d", y.Units[0], y.Units[1]), fmt.Sprintf("%d/%d", y.People[0], y.People[1])
		}
		if y.Begun && y.Targets.All > 0 {
			line.Done = vi.Ratio(y.Targets.Reached, y.Targets.All)
		}
		switch {
		case y.Collectives+y.Awards > 0:
			line.Awards = vi.Subjects(y.Collectives, y.Awards)
		case y.Decided:
			line.Awards = "không có"
		case y.Known:
			line.Awards = "chưa có quyết định"
		default:
			line.Awards = "–"
		}
		units, people = units+y.Collectives, people+y.Awards
		r.Years = append(r.Years, line)
	}
	r.Counted = f.praisedOver(units, people)
	f.fillModels(&r)
	return r
}

// praisedOver says how often collectives and people were awarded over the years; nothing when nobody was.
func (f Facts) praisedOver(units, people int) []string {
	var counts []string
	if units > 0 {
		counts = append(counts, vi.Two(units)+" lượt tập thể")
	}
	if people > 0 {
		counts = append(counts, vi.Two(people)+" lượt cá nhân")
	}
	if len(counts) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Trong %s, %s được khen thưởng theo các quyết định đã ghi nhận.", f.period(), vi.List(counts))}
}

// fillLines says how each unit and each person stood over the years, and how many initiatives were recognised.
func (f Facts) fillLines(r *Review) {
	if n := len(f.Years); n > 0 {
		r.Span = fmt.Sprintf("%d–%d", f.Years[0].Year, f.Years[n-1].Year)
	}
	for _, l := range f.Lines {
		targets, reached, awards := strconv.Itoa(l.Targets.All), strconv.Itoa(l.Targets.Reached), strings.Join(l.Awards, ", ")
		if l.Kind == thidua.Individual {
			r.People = append(r.People, PersonLine{l.Name, l.Home, fmt.Sprintf("%d/%d", l.Registered, len(f.Years)), targets, reached, awards})
			continue
		}
		u := UnitLine{Name: l.Name, Targets: targets, Reached: reached, Share: "–", Ranks: ranks(l.Ranks), Awards: awards}
		if l.Targets.All > 0 {
			u.Share = vi.Ratio(l.Targets.Reached, l.Targets.All)
		}
		r.Units = append(r.Units, u)
	}
	total, counts := 0, []string{}
	for _, w := range f.Works {
		total += w.Count
		counts = append(counts, fmt.Sprintf("năm %d: %s", w.Year, vi.Two(w.Count)))
	}
	if total > 0 {
		r.Works = fmt.Sprintf("Trong %s có %s sáng kiến được công nhận (%s).", f.period(), vi.Two(total), strings.Join(counts, "; "))
	}
}

// fillModels says who was held up as an example over the years.
func (f Facts) fillModels(r *Review) {
	kinds := map[thidua.ExemplarKind]int{}
	for _, m := range f.Models {
		kinds[m.Kind]++
		who := m.Subject.Name
		if m.Subject.Kind == thidua.Individual && m.Subject.Home != "" {
			who += ", " + m.Subject.Home
		}
		r.Models = append(r.Models, ModelLine{strconv.Itoa(m.Year), who, vi.ExemplarKind(m.Kind), m.Title})
	}
	if n := len(f.Models); n > 0 {
		r.Counted = append(r.Counted, fmt.Sprintf("Trong %s đã nêu %s gương: %s điển hình tiên tiến, %s người tốt việc tốt.", f.period(), vi.Two(n),
			vi.Two(kinds[thidua.KindModel]), vi.Two(kinds[thidua.KindDeed])))
	}
}

func ranks(list []int) string {
	out := make([]string, len(list))
	for i, n := range list {
		if out[i] = strconv.Itoa(n); n == 0 {
			out[i] = "–"
		}
	}
	return strings.Join(out, " · ")
}

func reviewFields(r Review) []Field {
	part := func(name, label string, at func(*Review) *[]string) Field {
		return lines(Field{Part: name, Label: label, Hint: "Mỗi đoạn một dòng", Rows: 4}, at)
	}
	out := []Field{
		text(Field{Part: "ke-hoach", Label: "Văn bản được thực hiện", Rows: 2}, func(r *Review) *string { return &r.Plan }),
		part("lanh-dao", "Công tác lãnh đạo, chỉ đạo, tổ chức thực hiện", func(r *Review) *[]string { return &r.Lead }),
	}
	for i, c := range r.Chapters {
		out = append(out, lines(Field{Part: c.Code, Label: fmt.Sprintf("Tiêu chí %d: %s", i+1, c.Title), Hint: "Số liệu đã có sẵn trong bản in; mỗi đoạn một dòng", Rows: 3, Optional: !r.Final},
			func(r *Review) *[]string { return &r.Chapters[i].Text }))
	}
	awards := part("khen-thuong", "Khen thưởng, nhân rộng điển hình", func(r *Review) *[]string { return &r.Awards })
	awards.Optional = len(r.Counted) > 0
	out = append(out, awards, part("han-che", "Tồn tại, hạn chế và nguyên nhân", func(r *Review) *[]string { return &r.Limits }))
	if r.Final {
		out = append(out, part("bai-hoc", "Bài học kinh nghiệm", func(r *Review) *[]string { return &r.Lessons }))
	}
	return append(out, part("nhiem-vu", "Nhiệm vụ thời gian tới", func(r *Review) *[]string { return &r.Next }),
		part("kien-nghi", "Đề xuất, kiến nghị", func(r *Review) *[]string { return &r.Ask }))
}

// word is what Công đoàn, or whom the agency named after it, confirms of the participation of a year.
func word(c thidua.Confirmation) string {
	if c.Words == "" {
		return ""
	}
	who := vi.Mobiliser(c.Union)
	if !c.Union {
		who = "Đầu mối vận động"
	}
	return who + " xác nhận (ngày " + vi.Date(c.On) + "): " + c.Words
}
