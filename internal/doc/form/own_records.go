package form

import (
	"slices"

	"thidua/internal/doc"
	"thidua/internal/doc/record"
)

// Worded are the forms whose words an agency may change, in the order of a season.
func Worded() []Sample {
	all := slices.DeleteFunc(slices.Clone(Samples), func(s Sample) bool {
		return !slices.ContainsFunc(Wordings, func(w Wording) bool { return w.Form == s.Name })
	})
	for _, r := range records {
		all = append(all, Sample{Name: r.name, Title: r.title})
	}
	return all
}

// records are the papers composed from records whose words an agency may change, in the order of a season.
var records = []struct {
	name, title string
	sample      func(own map[string]string) Paper
}{
	{record.SheetName, "Phiếu đăng ký thi đua của cá nhân", sampleSheet},
	{record.SignListName, "Danh sách đăng ký của đơn vị (ký tên)", func(own map[string]string) Paper { return sampleList(true, own) }},
	{record.ListName, "Danh sách tổng hợp đăng ký", func(own map[string]string) Paper { return sampleList(false, own) }},
	{record.SlipName, "Phiếu trình danh sách đăng ký", sampleSlip},
	{record.UnitReportName, "Báo cáo thành tích theo chuyên đề, tập thể", func(own map[string]string) Paper { return sampleReport(true, own) }},
	{record.PersonReportName, "Báo cáo thành tích theo chuyên đề, cá nhân", func(own map[string]string) Paper { return sampleReport(false, own) }},
	{record.MinutesName, "Biên bản họp xét", sampleMeeting},
	{record.LetterName, "Tờ trình", sampleProposal},
}

// sampleRecord is a paper of records with sample values and an agency's own words.
func sampleRecord(name string, own map[string]string) (doc.Document, bool) {
	for _, r := range records {
		if r.name == name {
			return r.sample(own).Document(), true
		}
	}
	return doc.Document{}, false
}

func sampleProposal(own map[string]string) Paper {
	return record.ProposalLetter{Sample: true, Issuer: inspectorate, Number: "/TTr-TT (mẫu)", Date: "2025-01-20", Subject: "Về việc đề nghị tặng " + award, Wording: own,
		Addressee: "Chủ tịch UBND tỉnh Lào Cai (qua Sở Nội vụ)", Proposer: agency, Council: "Hội đồng Thi đua - Khen thưởng", MinutesDate: "2025-01-16", Award: award,
		Merit: "có thành tích xuất sắc trong " + drive2024, Enclosures: []string{"01 Biên bản họp xét", "03 Báo cáo thành tích"},
		Collectives: nominees[:1], Individuals: nominees[2:4], Recipients: []string{"Như trên", "Lưu: VT, VP"}, Signer: chief}
}

func sampleMeeting(own map[string]string) Paper {
	m := sampleCount()
	return record.Minutes{Sample: true, Issuer: council, Number: "/BB-HĐTĐKT (mẫu)", Subject: "Họp xét, đề nghị khen thưởng " + drive2024, Date: "2025-01-16", Start: "14:00", End: "15:20",
		Place: room, Chair: presiding, Secretary: m.Secretary, Members: 9, Present: append(m.Members, presiding), Method: "biểu quyết giơ tay", Cases: m.Cases, Collectives: 2, Individuals: 2,
		Absent:     []record.Attendee{{Honorific: "ông", Name: "Bùi Đức Long", Role: "Ủy viên", Reason: "đi công tác"}},
		Guests:     []record.Attendee{{Honorific: "bà", Name: "Nguyễn Hải Yến", Role: "Phó Trưởng phòng Nghiệp vụ 1"}},
		Standards:  []string{"Tập thể, cá nhân: các tiêu chuẩn của Kế hoạch"},
		Considered: []string{"02 tập thể, 03 cá nhân"},
		Threshold:  "Trường hợp được đề nghị khi trên 60% tổng số thành viên Hội đồng đồng ý.",
		Recipients: []string{"Thành viên Hội đồng", "Lưu: VT, HĐ"}, Wording: own}
}

func sampleReport(collective bool, own map[string]string) Paper {
	r := record.AchievementReport{Sample: true, Collective: collective, Date: "2025-01-10", Wording: own, Confirming: chief,
		Issuer: doc.Issuer{Superior: agency, Agency: "Phòng Nghiệp vụ 2", Place: "Lào Cai"}, Subject: "Đề nghị tặng " + award + " trong " + drive2024,
		Name: nominees[0].Name, Profile: []record.Particular{{Label: "Cơ cấu tổ chức", Value: "01 trưởng phòng, 05 thanh tra viên"}},
		Duties: []string{"Thanh tra, giải quyết khiếu nại, tố cáo trong lĩnh vực được phân công."},
		Criteria: []record.CriterionResult{
			{Title: "Thực hiện nhiệm vụ cải cách hành chính", Targets: []record.TargetResult{{Content: "Tỷ lệ hồ sơ giải quyết đúng hạn", Target: "≥ 95%", Actual: "97,2%", Level: "vượt 2,2 điểm phần trăm"}}},
			{Title: "Tuyên truyền, chung tay cải cách"},
		},
		Initiatives: []string{"Phân loại đơn theo mã số"},
		Awards:      []record.PastAward{{Name: "không có"}},
		Author:      doc.Signer{Titles: []string{"Trưởng phòng"}, Name: "Lý Văn Dũng"},
	}
	if !collective {
		r.Name, r.Profile = "Bà "+nominees[2].Name, []record.Particular{{Label: "Họ và tên", Value: nominees[2].Name}, {Label: "Chức vụ", Value: "Thanh tra viên"}}
		r.Author, r.Unit = doc.Signer{Name: nominees[2].Name}, &doc.Signer{Titles: []string{"Trưởng phòng"}, Name: "Lý Văn Dũng"}
	}
	return r
}

func sampleSlip(own map[string]string) Paper {
	return record.CoverSlip{Sample: true, Date: "2025-01-20", Wording: own, Issuer: doc.Issuer{Superior: agency, Agency: "Văn phòng", Place: "Lào Cai"},
		Subject: "Về danh sách đăng ký thi đua năm 2025", To: "Chánh Thanh tra", Matter: "phê duyệt danh sách đăng ký thi đua năm 2025", Summary: []string{"06 tập thể, 38 cá nhân"},
		Bases: []string{"mục II.4 của Kế hoạch"}, Deadline: "trước ngày 01/02/2025", Opinion: "đã rà soát; đề nghị phê duyệt",
		OwnCase: "đăng ký của người phê duyệt do Phó Chánh Thanh tra duyệt", Enclosures: []string{"biểu tập thể", "biểu cá nhân"},
		Office: doc.Signer{Titles: []string{"Chánh Văn phòng"}, Name: forOffice.Name}, Leader: chief,
		Instruction: &record.LeaderOpinion{Text: "Đồng ý phê duyệt danh sách", Form: "Bút phê trên Phiếu trình", Date: "2025-01-22", RecordedBy: "Nguyễn Thị Thu Hà, Văn phòng"}}
}

var sampleLines = []record.RegisteredLine{{Content: "Tỷ lệ hồ sơ giải quyết đúng hạn", Target: "≥ 95%", Due: "2025-12-15"}}

func sampleList(sign bool, own map[string]string) Paper {
	l := record.RegistrationList{Sample: true, ToSign: sign, Issuer: inspectorate, Date: "2025-01-22", Subject: "Đăng ký " + drive + " năm 2025", Wording: own, Signer: chief,
		Individuals: []record.Registrant{{Honorific: "Bà", Name: nominees[2].Name, Post: nominees[2].Post, Award: award, Annual: "Lao động tiên tiến", Lines: sampleLines}}}
	if sign {
		l.Issuer, l.Signer = doc.Issuer{Superior: agency, Agency: "Phòng Nghiệp vụ 2", Place: "Lào Cai"}, doc.Signer{Titles: []string{"Trưởng phòng"}, Name: "Lý Văn Dũng"}
	}
	return l
}

func sampleSheet(own map[string]string) Paper {
	return record.RegistrationSheet{Sample: true, Issuer: doc.Issuer{Superior: agency, Agency: "Văn phòng", Place: "Lào Cai"}, Date: "2025-01-14", Subject: "Phong trào thi đua năm 2025",
		Honorific: "Ông", Name: "Trần Quốc Bảo", Post: "Chuyên viên", Unit: "Văn phòng", Year: 2025, Annual: "Lao động tiên tiến", Lines: sampleLines,
		EnteredBy: "Nguyễn Thị Thu Hà", Wording: own}
}
