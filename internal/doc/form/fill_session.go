package form

import (
	"fmt"
	"strings"
	"time"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// needsCases is why a form about the cases of a session waits.
func needsCases(f Facts) string {
	if len(f.Cases) == 0 {
		return "Phiên họp chưa có trường hợp nào được đưa ra Hội đồng."
	}
	return ""
}

func fillInvitation(f Facts) Invitation {
	office := "Văn phòng"
	i := Invitation{
		Head:   f.councilPaper("GM", "Họp "+vi.CouncilHead(f.Council.Name), "Như trên", "Lãnh đạo "+f.Agency.Name, "Lưu: VT, HĐ"),
		Agency: f.Council.Name, Guests: []string{"Các thành viên " + vi.CouncilHead(f.Council.Name)}, Meeting: f.meeting(), Chair: f.presiding(),
		Day: thidua.DateOf(f.Session.At), Start: vi.Time(f.Session.At), Place: f.place(), Office: office, InWriting: true,
		Papers: []string{"danh sách đề nghị", fmt.Sprintf("kết quả theo dõi, chấm điểm năm %d", f.Round.Year), "báo cáo thành tích"},
	}
	if !f.Session.At.IsZero() {
		before := thidua.DateOf(f.Session.At.AddDate(0, 0, -1))
		i.Until = "16 giờ 00 phút, " + doc.LongDate(before)
	}
	return i
}

func invitationFields(Invitation) []Field {
	return []Field{
		lines(Field{Part: "kinh-moi", Label: "Trân trọng kính mời", Hint: "Mỗi thành phần một dòng", Rows: 3}, func(i *Invitation) *[]string { return &i.Guests }),
		lines(Field{Part: "tai-lieu", Label: "Tài liệu gửi kèm", Hint: "Mỗi tài liệu một dòng", Rows: 3, Optional: true}, func(i *Invitation) *[]string { return &i.Papers }),
		text(Field{Part: "bao-vang", Label: "Báo vắng trước", Hint: "Ví dụ: 16 giờ 00 phút, ngày 15 tháng 01 năm 2025; để trống thì bỏ câu này", Optional: true}, func(i *Invitation) *string { return &i.Until }),
		text(Field{Part: "noi-bao", Label: "Báo với", Optional: true}, func(i *Invitation) *string { return &i.Office }),
	}
}

// The figures that the words of a programme, or of a letter, may name in braces.
const (
	saidCases = "số trường hợp"
	saidChair = "chủ trì"
	saidMet   = "ngày họp"
	saidAward = "hình thức khen"
	saidDrive = "phong trào"
)

func fillProgramme(script bool) func(Facts) Programme {
	return func(f Facts) Programme {
		h := f.paper("", "Họp "+vi.CouncilHead(f.Council.Name)+" xét, đề nghị khen thưởng "+f.drive(), "Thành viên Hội đồng", "Lưu: VT, VP")
		h.Signer = f.forLeader()
		h.Said = map[string]string{saidCases: counted(f.nominees()), saidChair: f.presiding().Line(), saidDrive: f.drive()}
		p := Programme{Head: h, Script: script, Day: thidua.DateOf(f.Session.At), Start: vi.Time(f.Session.At), Place: f.place(), Chair: f.presiding()}
		at := f.Session.At
		for _, step := range f.steps() {
			item := step.Item
			item.From, item.To = vi.Time(at), vi.Time(at.Add(step.takes))
			at = at.Add(step.takes)
			if !script {
				item.Spoken, item.Note = nil, ""
			}
			p.Items = append(p.Items, item)
		}
		p.End = vi.Time(at)
		return p
	}
}

func (f Facts) nominees() []thidua.Nominee {
	out := make([]thidua.Nominee, 0, len(f.Cases))
	for _, c := range f.Cases {
		out = append(out, c.Nominee)
	}
	return out
}

type step struct {
	Item
	takes time.Duration
}

// steps are the parts of a session as offices hold them; the vote is that of the session.
func (f Facts) steps() []step {
	const minute = time.Minute
	vote := step{Item{Content: "Biểu quyết từng trường hợp, công bố kết quả", By: "Chủ trì, Thư ký Hội đồng",
		Spoken: []string{"Đề nghị Hội đồng biểu quyết từng trường hợp. Đồng chí có tên trong danh sách không biểu quyết về trường hợp của mình."}}, 20 * minute}
	if f.Session.VoteKind == thidua.PaperBallot {
		vote = step{Item{Content: "Bỏ phiếu, kiểm phiếu, công bố kết quả", By: "Ban Kiểm phiếu",
			Spoken: []string{"Mời Ban Kiểm phiếu làm việc, phát phiếu và hướng dẫn cách ghi phiếu.", "Mời đồng chí Trưởng Ban Kiểm phiếu công bố kết quả."},
			Note:   "phát phiếu đúng số thành viên có mặt"}, 30 * minute}
	}
	discuss := time.Duration(max(len(f.Cases), 2)) * 6 * minute
	return []step{
		{Item{Content: "Ổn định tổ chức, giới thiệu đại biểu, thông qua chương trình", By: "Thư ký Hội đồng",
			Spoken: []string{"Kính thưa các đồng chí thành viên Hội đồng và các đồng chí đại biểu! Tôi xin giới thiệu thành phần dự họp và trình bày chương trình phiên họp."},
			Note:   "kiểm tra số thành viên có mặt trước giờ khai mạc; chưa đủ thì báo ngay người chủ trì"}, 10 * minute},
		{Item{Content: "Phát biểu khai mạc", By: "Chủ trì", Spoken: []string{"Trân trọng kính mời {" + saidChair + "} phát biểu khai mạc và điều hành phiên họp."}}, 5 * minute},
		{Item{Content: "Báo cáo kết quả theo dõi, chấm điểm và danh sách đề nghị", By: "Văn phòng",
			Spoken: []string{"Đề nghị Văn phòng báo cáo kết quả theo dõi và danh sách {" + saidCases + "} đề nghị khen thưởng trong {" + saidDrive + "}."}}, 25 * minute},
		{Item{Content: "Thảo luận từng trường hợp theo tiêu chuẩn", By: "Thành viên Hội đồng",
			Spoken: []string{"Đề nghị các đồng chí thảo luận từng trường hợp, đối chiếu với tiêu chuẩn của Kế hoạch."}}, discuss},
		vote,
		{Item{Content: "Thông qua biên bản, kết luận phiên họp", By: "Thư ký, người chủ trì",
			Spoken: []string{"Mời đồng chí Thư ký thông qua biên bản. Đề nghị Hội đồng biểu quyết.", "Xin kính mời {" + saidChair + "} kết luận phiên họp."}}, 15 * minute},
	}
}

func programmeFields(p Programme) []Field {
	hint := "Mỗi dòng: giờ bắt đầu – giờ kết thúc | nội dung | người thực hiện"
	if p.Script {
		hint += ". Các dòng tiếp theo là lời dẫn; dòng bắt đầu bằng “Lưu ý:” chỉ dành cho người điều hành. {số trường hợp}, {chủ trì}, {phong trào} được điền từ dữ liệu"
	}
	f := Field{Part: "noi-dung-hop", Label: "Nội dung", Hint: hint, Rows: 12}
	f.say = func(p Paper) string { return script(p.(Programme).Items) }
	f.write = func(p Paper, typed string) (Paper, *Fault) {
		one := p.(Programme)
		items, fault := readScript(typed)
		if fault == nil && len(items) > 0 {
			one.Items, one.End = items, doc.Or(items[len(items)-1].To, one.End)
		}
		return one, fault
	}
	return []Field{f}
}

// script writes the items as a person edits them.
func script(items []Item) string {
	var out []string
	for _, i := range items {
		when := i.From
		if i.To != "" {
			when += " – " + i.To
		}
		out = append(out, when+" | "+i.Content+" | "+i.By)
		out = append(out, i.Spoken...)
		if i.Note != "" {
			out = append(out, noteMark+" "+i.Note)
		}
	}
	return strings.Join(out, "\n")
}

const noteMark = "Lưu ý:"

// readScript reads what script writes; a line with two bars begins an item.
func readScript(s string) ([]Item, *Fault) {
	var items []Item
	for n, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		cells := strings.Split(line, "|")
		switch {
		case line == "":
		case len(cells) == 3:
			item := Item{Content: strings.TrimSpace(cells[1]), By: strings.TrimSpace(cells[2])}
			var ok bool
			if item.From, item.To, ok = span(cells[0]); !ok {
				return nil, &Fault{CodeTimes, []any{n + 1}}
			}
			items = append(items, item)
		case len(items) == 0 || len(cells) > 1:
			return nil, &Fault{CodeItem, []any{n + 1}}
		case strings.HasPrefix(line, noteMark):
			items[len(items)-1].Note = strings.TrimSpace(strings.TrimPrefix(line, noteMark))
		default:
			last := &items[len(items)-1]
			last.Spoken = append(last.Spoken, strings.Trim(line, "“”\""))
		}
	}
	return items, nil
}

// span reads "14:00 – 14:10"; the end may be missing, and is not before the beginning.
func span(s string) (from, to string, ok bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '–' || r == '-' || r == '—' })
	if len(parts) == 0 || len(parts) > 2 {
		return "", "", false
	}
	var read []string
	for _, p := range parts {
		h, m, ok := vi.ParseClock(strings.ReplaceAll(p, "\u00a0", " "))
		if !ok {
			return "", "", false
		}
		read = append(read, vi.Two(h)+":"+vi.Two(m))
	}
	if len(read) == 1 {
		return read[0], "", true
	}
	return read[0], read[1], read[0] <= read[1]
}

func fillBallot(f Facts) Ballot {
	h := f.councilPaper("", "Xét, đề nghị tặng "+f.award()+" trong "+f.drive())
	h.Date, h.Signer = thidua.DateOf(f.Session.At), doc.Signer{}
	b := Ballot{Head: h}
	for _, n := range f.nominees() {
		p := f.aimed(n)
		b.Cases = append(b.Cases, record.Nominee{Honorific: p.Honorific, Name: p.Name, Post: p.Post, Award: p.Award})
	}
	return b
}

func ballotFields(Ballot) []Field { return []Field{unsigned} }
