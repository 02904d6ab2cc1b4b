package form

import (
	"slices"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

func fillNotice(f Facts) Notice {
	return Notice{Head: f.paper("TB", "Kết quả xét khen thưởng "+f.drive(), "Các đơn vị thuộc "+f.Agency.Name, "Lãnh đạo "+f.Agency.Name, "Lưu: VT, VP"),
		Agency: f.Agency.Name, Basis: f.decision(), Award: f.award(), Praised: f.praised(), Others: f.others(), Office: "Văn phòng"}
}

func noticeFields(n Notice) []Field {
	out := []Field{
		day(Field{Part: "ngay-trao", Label: "Ngày trao thưởng", Hint: "Để trống khi chưa định ngày", Optional: true}, func(n *Notice) *thidua.Date { return &n.Ceremony.Day }),
		text(Field{Part: "gio-trao", Label: "Giờ trao thưởng", Hint: "Ví dụ: 08:00", Optional: true}, func(n *Notice) *string { return &n.Ceremony.Start }),
		text(Field{Part: "noi-trao", Label: "Nơi trao thưởng", Optional: true}, func(n *Notice) *string { return &n.Ceremony.Place }),
		day(Field{Part: "han-y-kien", Label: "Nhận ý kiến trước ngày", Hint: "Để trống thì bỏ câu này", Optional: true}, func(n *Notice) *thidua.Date { return &n.Until }),
		text(Field{Part: "noi-y-kien", Label: "Nơi nhận ý kiến", Optional: true}, func(n *Notice) *string { return &n.Office }),
	}
	for i, o := range n.Others {
		out = append(out, text(Field{Part: "ly-do-" + o.ID, Label: "Lý do chưa khen thưởng: " + called(o.Honorific, o.Name), Optional: true}, func(n *Notice) *string {
			n.Others = append([]Praised(nil), n.Others...)
			return &n.Others[i].Reason
		}))
	}
	return out
}

// partName makes the name of a field of the name of somebody.
func partName(name string) string { return strings.ReplaceAll(vi.Fold(name), " ", "-") }

// OwnAward tells whether the agency gives an award itself: the authority is who heads it.
func OwnAward(a thidua.Agency, w thidua.AwardForm) bool {
	return a.LeaderTitle != "" && strings.HasPrefix(vi.Fold(w.Authority), vi.Fold(a.LeaderTitle))
}

// ownAward gives the award of the plan that the agency decides on itself.
func (f Facts) ownAward() (thidua.AwardForm, bool) {
	for _, w := range f.Forms {
		if OwnAward(f.Agency, w) {
			return w, true
		}
	}
	return thidua.AwardForm{}, false
}

func noOwnAward(f Facts) bool {
	_, own := f.ownAward()
	return !own
}

func needsOwnAward(f Facts) string {
	if noOwnAward(f) {
		return "Hình thức khen của phong trào này do " + doc.Or(f.Award.Authority, "cấp trên") + " quyết định, không phải thủ trưởng cơ quan."
	}
	if len(f.decided()) == 0 {
		return "Chưa có tập thể, cá nhân nào được Hội đồng thông qua cho hình thức khen này."
	}
	return ""
}

// decided are those whom the decision of the agency praises.
func (f Facts) decided() []thidua.Nominee {
	own, _ := f.ownAward()
	return slices.DeleteFunc(f.proposed(), func(n thidua.Nominee) bool { return n.Award != own.ID })
}

func fillDecision(f Facts) Decision {
	f.Award, _ = f.ownAward()
	leader := f.Agency.LeaderTitle
	if place := f.province(); place != "" && !strings.Contains(leader, place) {
		leader += " " + place
	}
	d := Decision{
		Head:   f.paper("QĐ", "Về việc tặng "+f.award()+" cho "+counted(f.decided())+" có thành tích trong "+f.drive(), "Như Điều 2", "Lãnh đạo "+f.Agency.Name, "Lưu: VT, VP"),
		Leader: leader, Office: strings.Join(f.Office.Titles, " "), Award: f.award(), Merit: "vì đã có thành tích trong " + f.drive(),
		Duty: "Chánh Văn phòng, trưởng các đơn vị thuộc " + f.Agency.Name,
	}
	for _, law := range thidua.LawsOn(record.Laws, f.Today) {
		d.Bases = append(d.Bases, "Căn cứ "+law.Name)
	}
	if f.Agency.HomeRule != "" {
		d.Bases = append(d.Bases, "Căn cứ "+f.Agency.HomeRule)
	}
	if met := f.met(); met != "" {
		d.Bases = append(d.Bases, "Căn cứ Biên bản họp xét "+doc.LongDate(met)+" của "+vi.CouncilHead(f.Council.Name))
	}
	for _, n := range f.decided() {
		d.Praised = append(d.Praised, f.named(n.Subject))
	}
	return d
}

func decisionFields(Decision) []Field {
	return []Field{
		lines(Field{Part: "can-cu", Label: "Căn cứ", Hint: "Mỗi căn cứ một dòng; thêm quyết định quy định chức năng, nhiệm vụ của cơ quan", Rows: 6}, func(d *Decision) *[]string { return &d.Bases }),
		text(Field{Part: "theo-de-nghi", Label: "Theo đề nghị của"}, func(d *Decision) *string { return &d.Office }),
		text(Field{Part: "thanh-tich", Label: "Thành tích được khen", Rows: 2}, func(d *Decision) *string { return &d.Merit }),
		text(Field{Part: "nguon-thuong", Label: "Nguồn tiền thưởng", Hint: "Để trống thì bỏ điều về tiền thưởng", Optional: true}, func(d *Decision) *string { return &d.Fund }),
		text(Field{Part: "thi-hanh", Label: "Chịu trách nhiệm thi hành", Rows: 2}, func(d *Decision) *string { return &d.Duty }),
	}
}

func needsCandidate(f Facts) string {
	if f.Case == nil {
		return "Chọn tập thể, cá nhân ở danh sách đề nghị."
	}
	return ""
}

// Tracked is a target of the year with what was reported of it last.
func Tracked(t thidua.Target, latest thidua.Progress, measured bool) Measure {
	m := Measure{Content: t.Content, Plan: doc.Or(vi.Goal(t), "theo nội dung đăng ký"), Actual: "chưa có số liệu"}
	switch {
	case !measured:
	case t.Value == thidua.NoValue:
		m.Actual = doc.Or(latest.Text, m.Actual)
	default:
		m.Actual = vi.Amount(latest.Value, t.Measure)
	}
	return m
}

func fillMerit(f Facts) MeritReport {
	c := f.Case
	who := f.named(c.Subject)
	r := MeritReport{Head: f.paper("", "Đề nghị tặng "+doc.Blank+" năm "+vi.Year(f.Round.Year)), Collective: c.Subject.Kind == thidua.Collective, Name: called(who.Honorific, who.Name),
		Confirming: f.Leader, Measures: c.Targets}
	unit := c.Subject.Home
	if r.Collective {
		unit = c.Subject.Name
		r.Signer = c.Head
		r.Profile = []record.Particular{{Label: "Địa điểm"}, {Label: "Điện thoại"}, {Label: "Quá trình thành lập"}, {Label: "Cơ cấu tổ chức"}}
	} else {
		r.Signer = doc.Signer{Titles: []string{c.Subject.Title}, Name: c.Subject.Name}
		if head := c.Head; head.Name != c.Subject.Name {
			r.Unit = &head // nobody confirms the own report
		}
		r.Profile = []record.Particular{{Label: "Ngày sinh"}, {Label: "Giới tính", Value: sex(c.Subject.Sex)}, {Label: "Quê quán"}, {Label: "Trú quán"},
			{Label: "Đơn vị công tác", Value: doc.Join(unit, f.Agency.Name)}, {Label: "Chức vụ", Value: c.Subject.Title}, {Label: "Trình độ chuyên môn"}}
	}
	r.Issuer = doc.Issuer{Superior: f.Agency.Name, Agency: unit, Place: f.Agency.Place}
	for _, i := range c.Initiatives {
		r.Initiatives = append(r.Initiatives, Contribution{Name: i.Name, Decision: doc.JoinWith(" ngày ", i.Decision, vi.Date(i.On))})
	}
	for _, w := range c.Past {
		r.Awards = append(r.Awards, record.PastAward{Year: w.Year, Name: w.Form, Decision: doc.JoinWith(" ngày ", w.Decision.Number, vi.Date(w.Decision.Dated)) + "; " + w.Decision.Issuer})
	}
	return r
}

func sex(s thidua.Sex) string {
	switch s {
	case thidua.Male:
		return "Nam"
	case thidua.Female:
		return "Nữ"
	}
	return ""
}

func meritFields(r MeritReport) []Field {
	part := func(name, label string, at func(*MeritReport) *[]string) Field {
		return lines(Field{Part: name, Label: label, Hint: "Mỗi đoạn một dòng", Rows: 4}, at)
	}
	var out []Field
	for i, p := range r.Profile {
		if p.Value == "" {
			out = append(out, text(Field{Part: "ho-so-" + partName(p.Label), Label: p.Label, Optional: true}, func(r *MeritReport) *string {
				r.Profile = append([]record.Particular(nil), r.Profile...)
				return &r.Profile[i].Value
			}))
		}
	}
	duties := "Quyền hạn, nhiệm vụ được giao hoặc đảm nhận"
	if r.Collective {
		duties = "Chức năng, nhiệm vụ"
	}
	out = append(out, part("nhiem-vu-duoc-giao", duties, func(r *MeritReport) *[]string { return &r.Duties }),
		part("ket-qua", "Kết quả thực hiện nhiệm vụ", func(r *MeritReport) *[]string { return &r.Results }))
	if !r.Collective {
		return append(out, kept)
	}
	return append(out, part("giai-phap", "Các giải pháp, biện pháp đã thực hiện", func(r *MeritReport) *[]string { return &r.Means }),
		part("chap-hanh", "Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước", func(r *MeritReport) *[]string { return &r.Policy }),
		part("doan-the", "Hoạt động của tổ chức đảng, đoàn thể", func(r *MeritReport) *[]string { return &r.Party }), kept)
}
