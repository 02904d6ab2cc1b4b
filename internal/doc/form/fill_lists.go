package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// needsPassed is why the lists of those who are proposed wait.
func needsPassed(f Facts) string {
	if len(f.proposed()) > 0 {
		return ""
	}
	return "Chưa có tập thể, cá nhân nào được Hội đồng thông qua."
}

func needsDecision(f Facts) string {
	if len(f.Awards) == 0 {
		return "Chưa ghi nhận quyết định khen thưởng của năm này."
	}
	return ""
}

func (f Facts) proposal() string { return f.cited(thidua.PaperProposal, "Tờ trình", "TTr") }

func fillRoster(f Facts) Roster {
	return Roster{Head: f.paper("", "Tập thể, cá nhân đề nghị tặng "+f.award()+" trong "+f.drive(), "Sở Nội vụ", "Lưu: VT, VP"), Paper: f.proposal(), Entries: f.entries()}
}

func rosterFields(Roster) []Field {
	f := Field{Part: "bo-sung", Label: "Năm sinh, trình độ chuyên môn", Hint: "Mỗi người một dòng: họ và tên; năm sinh; trình độ chuyên môn. Chỉ ghi khi nơi nhận yêu cầu", Rows: 4, Optional: true}
	f.say = func(p Paper) string {
		var out []string
		for _, e := range p.(Roster).Entries {
			if e.Born != "" || e.Training != "" {
				out = append(out, e.Name+"; "+e.Born+"; "+e.Training)
			}
		}
		return strings.Join(out, "\n")
	}
	f.write = func(p Paper, typed string) (Paper, *Fault) {
		r := p.(Roster)
		r.Entries = slices.Clone(r.Entries)
		for n, line := range doc.Lines(typed) {
			cells := strings.Split(line, ";")
			at := slices.IndexFunc(r.Entries, func(e Entry) bool { return e.Honorific != "" && strings.EqualFold(e.Name, strings.TrimSpace(cells[0])) })
			if at < 0 || len(cells) > 3 {
				return p, &Fault{CodeEntry, []any{n + 1}}
			}
			for i, to := range []*string{&r.Entries[at].Born, &r.Entries[at].Training} {
				if i+1 < len(cells) {
					*to = strings.TrimSpace(cells[i+1])
				}
			}
		}
		return r, nil
	}
	return []Field{f}
}

// CodeEntry is a line about somebody who does not stand on the list (the argument is the line).
const CodeEntry thidua.Code = "paper.entry"

func fillMerits(f Facts) MeritSummary {
	return MeritSummary{Head: f.paper("", "Tập thể, cá nhân đề nghị tặng "+f.award()+" trong "+f.drive(), "Sở Nội vụ", "Lưu: VT, VP"), Agency: f.Agency.Name,
		Paper: f.proposal(), Merits: f.merits()}
}

func meritsFields(s MeritSummary) []Field {
	var out []Field
	for i, m := range s.Merits {
		out = append(out, text(Field{Part: m.part(), Label: "Tóm tắt thành tích: " + called(m.Honorific, m.Name), Hint: fmt.Sprintf("Không quá %d dòng trên bản in", MeritLines), Rows: 6},
			func(s *MeritSummary) *string {
				s.Merits = slices.Clone(s.Merits)
				return &s.Merits[i].Text
			}))
	}
	return out
}

// part is the name of the field of a summary.
func (m Merit) part() string { return "tt-" + m.ID }

// OverlongParts gives the fields of the summaries that take more than ten lines, by part, with the names.
func (s MeritSummary) OverlongParts() map[string]string {
	out := map[string]string{}
	for _, m := range s.Merits {
		if doc.Text(m.Text).Lines() > MeritLines {
			out[m.part()] = called(m.Honorific, m.Name)
		}
	}
	return out
}

func fillPrizes(f Facts) PrizeList {
	l := PrizeList{Head: f.paper("", "Tập thể, cá nhân được tặng "+f.award()+" trong "+f.drive(), "Kế toán", "Lưu: VT, VP"), Decision: f.decision(), Maker: f.Maker}
	for _, one := range f.praised() {
		l.Prizes = append(l.Prizes, Prize{Praised: one})
	}
	return l
}

// mostMoney bounds a single prize, so that a slip of the finger is seen: a thousand million đồng.
const mostMoney = 1_000_000_000

func prizesFields(l PrizeList) []Field {
	out := []Field{}
	for i, p := range l.Prizes {
		out = append(out, number(Field{Part: "tien-" + p.ID, Label: "Tiền thưởng (đồng): " + called(p.Honorific, p.Name), Hint: "Để trống thì chừa chỗ cho kế toán"}, mostMoney, CodeAmount,
			func(l *PrizeList) *int {
				l.Prizes = slices.Clone(l.Prizes)
				return &l.Prizes[i].Money
			}))
	}
	return append(out, text(Field{Part: "nguoi-lap", Label: "Người lập danh sách"}, func(l *PrizeList) *string { return &l.Maker }),
		text(Field{Part: "ke-toan", Label: "Kế toán", Optional: true}, func(l *PrizeList) *string { return &l.Accountant }))
}

func needsPapers(f Facts) string {
	for _, p := range f.Papers {
		if p.State == thidua.PaperIssued && p.Kind != thidua.PaperIndex {
			return ""
		}
	}
	return "Chưa có văn bản nào của năm này được ghi nhận ban hành."
}

func fillIndex(f Facts) ArchiveIndex {
	h := f.paper("", "Hồ sơ xét, đề nghị khen thưởng "+f.drive())
	h.Signer = f.forLeader()
	a := ArchiveIndex{Head: h, Title: "Hồ sơ xét, đề nghị tặng " + f.award() + " trong " + f.drive(), Maker: f.Maker}
	for _, p := range f.Papers {
		if p.State == thidua.PaperIssued && p.Kind != thidua.PaperIndex {
			a.Papers = append(a.Papers, Filed{ID: p.ID, Number: p.Number, Date: p.IssuedOn, Author: f.author(p), About: p.Title, Sheets: 1})
		}
	}
	for _, s := range f.Sent {
		if slices.ContainsFunc(a.Papers, func(p Filed) bool { return p.Number == s.Number && p.Date == s.Dated }) {
			continue
		}
		a.Papers = append(a.Papers, Filed{ID: s.ID, Number: s.Number, Date: s.Dated, Author: f.Agency.Name, About: "Công văn gửi hồ sơ đề nghị khen thưởng", Sheets: 1})
	}
	for _, d := range f.Decisions {
		a.Papers = append(a.Papers, Filed{ID: d.ID, Number: d.Number, Date: d.Dated, Author: d.Issuer, About: "Quyết định tặng " + f.award(), Sheets: 1})
	}
	slices.SortStableFunc(a.Papers, func(x, y Filed) int { return cmp.Compare(x.Date, y.Date) })
	if n := len(a.Papers); n > 0 {
		a.Span = "từ " + doc.LongDate(a.Papers[0].Date) + " đến " + doc.LongDate(a.Papers[n-1].Date)
	}
	return a
}

// author says who wrote a paper: the council its minutes and invitations, a unit or person the report, the agency the rest.
func (f Facts) author(p thidua.Paper) string {
	if p.Session != "" {
		return "Hội đồng TĐ-KT"
	}
	if p.Nominee != "" {
		for _, n := range f.Nominees {
			if n.ID == p.Nominee {
				return n.Subject.Name
			}
		}
	}
	return f.Agency.Name
}

// mostSheets bounds the sheets of one paper in a file.
const mostSheets = 2000

func indexFields(a ArchiveIndex) []Field {
	out := []Field{
		text(Field{Part: "ho-so-so", Label: "Hồ sơ số", Optional: true}, func(a *ArchiveIndex) *string { return &a.Code }),
		text(Field{Part: "tieu-de", Label: "Tiêu đề hồ sơ", Rows: 2}, func(a *ArchiveIndex) *string { return &a.Title }),
		text(Field{Part: "thoi-han", Label: "Thời hạn lưu trữ", Hint: "Theo bảng thời hạn lưu trữ của cơ quan", Optional: true}, func(a *ArchiveIndex) *string { return &a.Kept }),
	}
	for i, p := range a.Papers {
		out = append(out, number(Field{Part: "to-" + p.ID, Label: "Số tờ: " + doc.Join(p.About, p.Number, vi.Date(p.Date))}, mostSheets, CodeSheets, func(a *ArchiveIndex) *int {
			a.Papers = slices.Clone(a.Papers)
			return &a.Papers[i].Sheets
		}))
	}
	return append(out, text(Field{Part: "nguoi-lap", Label: "Người lập hồ sơ"}, func(a *ArchiveIndex) *string { return &a.Maker }), kept)
}
