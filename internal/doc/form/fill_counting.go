package form

import (
	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

// needsCounts is why the minutes of a count wait: only ballots on paper are counted by a board.
func needsCounts(f Facts) string {
	if f.Session.VoteKind != thidua.PaperBallot {
		return "Phiên họp không bỏ phiếu giấy, không có phiếu để kiểm."
	}
	if needs := needsCases(f); needs != "" {
		return needs
	}
	for _, c := range f.Cases {
		if !c.Known {
			return "Chưa nhập đủ hai lần kiểm phiếu khớp nhau cho mọi trường hợp."
		}
	}
	return ""
}

func fillCounting(f Facts) CountingMinutes {
	h := f.councilPaper("", "Kiểm phiếu xét, đề nghị tặng "+f.award()+" trong "+f.drive(), "Chủ tịch Hội đồng", "Hồ sơ phiên họp", "Lưu: VT, HĐ")
	h.Issuer, h.Signer = doc.Issuer{Superior: vi.CouncilHead(f.Council.Name), Agency: "Ban Kiểm phiếu", Place: f.Agency.Place}, doc.Signer{}
	h.Number, h.Date = "/BB-BKP", thidua.DateOf(f.Session.At)
	m := CountingMinutes{Head: h, Meeting: f.meeting(), Place: f.place(), Council: len(f.Council.Members), Present: thidua.Present(f.Roll),
		Secretary: f.attendee(f.Session.Secretary), Keeper: "Thư ký Hội đồng", Copies: 2, Start: vi.Time(f.Session.VotingAt), End: vi.Time(f.Session.EndedAt)}
	if f.Session.VotingAt.IsZero() {
		m.Start = vi.Time(f.Session.At)
	}
	if f.Session.EndedAt.IsZero() {
		m.End = ""
	}
	m.fillBoard(f)
	m.fillBallots(f)
	for _, c := range f.Cases {
		m.Cases = append(m.Cases, record.VoteCase{Name: vi.Listed(c.Subject), Award: f.aimed(c.Nominee).Award, Agree: c.Outcome.Yes, Disagree: c.Outcome.No,
			Written: c.Agreed, Total: c.Outcome.Base, Passed: c.Outcome.Passed})
	}
	return m
}

// fillBoard takes those who counted for the board: the first leads it, unless one of them is the secretary.
func (m *CountingMinutes) fillBoard(f Facts) {
	for _, person := range f.Counters {
		a := f.attendee(person)
		switch {
		case a.Name == "" || person == f.Session.Secretary:
		case m.Chief.Name == "":
			m.Chief = a
		default:
			m.Members = append(m.Members, a)
		}
	}
}

// fillBallots says what became of the papers once where that is the same for every case, else case by case.
func (m *CountingMinutes) fillBallots(f Facts) {
	same := true
	for i, c := range f.Cases {
		if i == 0 {
			m.Issued, m.Returned, m.Valid = c.Count.Issued, c.Count.Returned, c.Count.Returned-c.Count.Invalid
		}
		same = same && c.Count.Issued == m.Issued && c.Count.Returned == m.Returned && c.Count.Returned-c.Count.Invalid == m.Valid
		m.Each = append(m.Each, vi.BallotsOf(c.Subject, c.Count))
	}
	if same {
		m.Each = nil
	}
}

func countingFields(CountingMinutes) []Field {
	const one = "Ví dụ: ông Lý Văn Dũng, Ủy viên Hội đồng"
	return []Field{
		clock(Field{Part: "bat-dau", Label: "Bắt đầu lúc", Hint: "Giờ:phút"}, func(m *CountingMinutes) *string { return &m.Start }),
		clock(Field{Part: "ket-thuc", Label: "Kết thúc lúc", Hint: "Giờ:phút"}, func(m *CountingMinutes) *string { return &m.End }),
		person1(Field{Part: "truong-ban", Label: "Trưởng Ban Kiểm phiếu", Hint: one}, func(m *CountingMinutes) *record.Attendee { return &m.Chief }),
		person1(Field{Part: "thu-ky-ban", Label: "Thư ký Ban Kiểm phiếu", Hint: one}, func(m *CountingMinutes) *record.Attendee { return &m.Secretary }),
		people(Field{Part: "uy-vien-ban", Label: "Ủy viên Ban Kiểm phiếu", Hint: "Mỗi người một dòng", Rows: 2, Optional: true}, func(m *CountingMinutes) *[]record.Attendee { return &m.Members }),
		person1(Field{Part: "chung-kien", Label: "Người chứng kiến", Hint: "Ví dụ: bà Hà Thị Kim Oanh, Kế toán", Optional: true}, func(m *CountingMinutes) *record.Attendee { return &m.Witness }),
		text(Field{Part: "giu-phieu", Label: "Phiếu giao cho"}, func(m *CountingMinutes) *string { return &m.Keeper }),
		lines(Field{Part: "noi-nhan", Label: "Nơi nhận", Hint: "Mỗi nơi một dòng; dòng cuối là “Lưu: …”", Rows: 3, Optional: true}, func(m *CountingMinutes) *[]string { return &m.Recipients }),
		unsigned,
	}
}
