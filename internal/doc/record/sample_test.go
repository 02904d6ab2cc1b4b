package record

import (
	"fmt"
	"thidua/internal/doc"

	"thidua"
)

var (
	province = doc.Issuer{Superior: "UBND tỉnh Lào Cai", Agency: "Thanh tra tỉnh", Place: "Lào Cai"}
	office   = doc.Issuer{Superior: "Thanh tra tỉnh Lào Cai", Agency: "Văn phòng", Place: "Lào Cai"}
	division = doc.Issuer{Superior: "Thanh tra tỉnh Lào Cai", Agency: "Phòng Nghiệp vụ 2", Place: "Lào Cai"}
	council  = doc.Issuer{Superior: "Thanh tra tỉnh Lào Cai", Agency: "Hội đồng Thi đua - Khen thưởng", Place: "Lào Cai"}
	chief    = doc.Signer{Titles: []string{"Chánh Thanh tra"}, Name: "Trần Mạnh Khôi"}
	deputy   = doc.Signer{Titles: []string{"KT. Chánh Thanh tra", "Phó Chánh Thanh tra"}, Name: "Nguyễn Thị Bích Liên"}
)

const movement = "phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2024"

func sampleProposal() ProposalLetter {
	return ProposalLetter{
		Sample: true, Issuer: province, Number: "/TTr-TTr (mẫu)", Date: "2025-02-05",
		Subject:   "Về việc đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho tập thể, cá nhân có thành tích xuất sắc trong " + movement,
		Addressee: "Chủ tịch UBND tỉnh Lào Cai (qua Sở Nội vụ)",
		Bases: []string{
			"Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
			"Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
			"Căn cứ Quyết định số …/QĐ-UBND (mẫu) của UBND tỉnh Lào Cai ban hành Quy định về công tác thi đua, khen thưởng trên địa bàn tỉnh;",
			"Thực hiện Quyết định số 33/2021/QĐ-UBND ngày 28 tháng 6 năm 2021 của UBND tỉnh Lào Cai; Hướng dẫn số 956/SNV-TĐKT ngày 30 tháng 7 năm 2021 của Sở Nội vụ",
		},
		Proposer: "Thanh tra tỉnh Lào Cai", Council: "Hội đồng Thi đua - Khen thưởng", MinutesDate: "2025-01-16",
		Award: "Bằng khen của Chủ tịch UBND tỉnh", Merit: "có thành tích tiêu biểu, xuất sắc trong công tác cải cách hành chính năm 2024",
		Collectives: []Nominee{
			{Name: "Phòng Nghiệp vụ 2", Post: "Thanh tra tỉnh", Summary: "Năm 2024, 100% kết luận thanh tra ban hành đúng thời hạn; 93% hồ sơ công việc xử lý trên môi trường mạng; 02 sáng kiến được công nhận; đăng 11 tin, bài tuyên truyền về cải cách hành chính."},
			{Name: "Văn phòng", Post: "Thanh tra tỉnh", Summary: "Năm 2024, 96% hồ sơ công việc xử lý trên môi trường mạng; 03 sáng kiến được công nhận; giao ban cải cách hành chính đủ 12 kỳ."},
		},
		Individuals: []Nominee{{Honorific: "Bà", Name: "Phạm Mai Anh", Post: "Thanh tra viên, Phòng Nghiệp vụ 2", Summary: "01 sáng kiến rút ngắn thời gian xử lý đơn"}},
		Enclosures:  []string{"01 Biên bản họp xét", "03 Báo cáo thành tích"},
		Recipients:  []string{"Như trên", "Sở Nội vụ", "Lãnh đạo Thanh tra tỉnh", "HĐ. TĐKT cơ quan", "Lưu: VT, VP"},
		Signer:      chief,
	}
}

// longProposal is a Tờ trình of three pages: a long agency name and a table of thirty people.
func longProposal() ProposalLetter {
	p := sampleProposal()
	p.Issuer.Agency = "Thanh tra tỉnh và Ban Quản lý các khu công nghiệp, khu kinh tế cửa khẩu quốc tế tỉnh Lào Cai"
	p.Collectives, p.Signer = nil, deputy
	p.Individuals = nil
	posts := []string{"Trưởng phòng Nghiệp vụ 1", "Phó Chánh Văn phòng", "Thanh tra viên chính, Phòng Nghiệp vụ 2", "Chuyên viên Văn phòng", "Kế toán trưởng"}
	names := []string{"Nguyễn Thị Hồng Nhung", "Trần Quốc Tuấn", "Lê Đặng Phương Thảo", "Phạm Hữu Nghĩa", "Vàng A Sử", "Giàng Thị Mỷ", "Đỗ Xuân Trường"}
	for i := range 30 {
		p.Individuals = append(p.Individuals, Nominee{
			Honorific: []string{"Bà", "Ông", "Bà", "Ông", "Ông", "Bà", "Ông"}[i%len(names)], Name: names[i%len(names)], Post: posts[i%len(posts)],
			Award: "Bằng khen", Summary: fmt.Sprintf("%02d/12 chỉ tiêu; %02d sáng kiến", 8+i%4, 1+i%3),
		})
	}
	return p
}

func sampleMinutes() Minutes {
	return Minutes{
		Sample: true, Issuer: council, Number: "/BB-HĐTĐKT (mẫu)", Subject: "Họp xét, đề nghị khen thưởng " + movement,
		Date: "2025-01-16", Start: "14:00", End: "15:20", Place: "Phòng họp tầng 2, Thanh tra tỉnh Lào Cai",
		Chair:     Attendee{Honorific: "ông", Name: "Trần Mạnh Khôi", Role: "Chủ tịch Hội đồng"},
		Secretary: Attendee{Honorific: "bà", Name: "Nguyễn Thị Thu Hà", Role: "Ủy viên, Thư ký Hội đồng"}, Members: 9,
		Present: []Attendee{
			{Honorific: "ông", Name: "Trần Mạnh Khôi", Role: "Chủ tịch Hội đồng"}, {Honorific: "bà", Name: "Nguyễn Thị Bích Liên", Role: "Phó Chủ tịch"},
			{Honorific: "ông", Name: "Phạm Quốc Hưng", Role: "Ủy viên"}, {Honorific: "ông", Name: "Hoàng Minh Tuấn", Role: "Ủy viên"},
			{Honorific: "bà", Name: "Trần Thị Hạnh", Role: "Ủy viên"}, {Honorific: "ông", Name: "Lý Văn Dũng", Role: "Ủy viên"},
			{Honorific: "bà", Name: "Nguyễn Thị Thu Hà", Role: "Ủy viên, Thư ký Hội đồng"},
		},
		Absent:     []Attendee{{Honorific: "ông", Name: "Bùi Đức Long", Role: "Ủy viên", Reason: "đi công tác"}, {Honorific: "bà", Name: "Nguyễn Hải Yến", Role: "Ủy viên", Reason: "nghỉ phép"}},
		Standards:  []string{"Tập thể: 06 tiêu chuẩn tại mục III.2 của Kế hoạch", "Cá nhân: hoàn thành tốt nhiệm vụ và có giải pháp, sáng kiến đóng góp hiệu quả cho cải cách hành chính; có phẩm chất đạo đức tốt, đoàn kết, gương mẫu"},
		Considered: []string{"02 tập thể: Phòng Nghiệp vụ 2, Văn phòng", "03 cá nhân: bà Phạm Mai Anh, bà Trần Thị Hạnh, ông Trần Quốc Bảo"},
		Discussion: []string{"Thư ký báo cáo kết quả theo dõi, chấm điểm và 05 trường hợp đề nghị. Hội đồng thảo luận từng trường hợp theo tiêu chuẩn.", "Về thứ hạng cải cách hành chính trên địa bàn tỉnh: chưa công bố, Hội đồng thống nhất tạm lấy kết quả năm trước, xem lại khi công bố."},
		Method:     "giơ tay", Threshold: "Trường hợp được đề nghị khi trên 60% tổng số thành viên Hội đồng đồng ý.",
		Cases: []VoteCase{
			{Name: "Phòng Nghiệp vụ 2", Award: "Bằng khen của Chủ tịch UBND tỉnh", Agree: 7, Total: 9, Passed: true},
			{Name: "Văn phòng", Award: "Bằng khen của Chủ tịch UBND tỉnh", Agree: 6, Disagree: 1, Total: 9, Passed: true},
			{Name: "Bà Phạm Mai Anh", Award: "Bằng khen của Chủ tịch UBND tỉnh", Agree: 8, Written: 1, Total: 9, Passed: true},
			{Name: "Bà Trần Thị Hạnh", Award: "Bằng khen của Chủ tịch UBND tỉnh", Agree: 6, Total: 8, Passed: true},
			{Name: "Ông Trần Quốc Bảo", Award: "Bằng khen của Chủ tịch UBND tỉnh", Agree: 5, Disagree: 2, Total: 9},
		},
		Remarks:     []string{"Bà Trần Thị Hạnh không biểu quyết về trường hợp của mình, không tính vào tổng số."},
		Collectives: 2, Individuals: 2,
		Recipients: []string{"Lãnh đạo Thanh tra tỉnh", "Thành viên Hội đồng", "Sở Nội vụ (kèm hồ sơ)", "Lưu: VT, HĐ"},
	}
}

func sampleTarget(content, target, actual, level, evidence string) TargetResult {
	return TargetResult{Content: content, Target: target, Actual: actual, Level: level, Evidence: evidence}
}

func sampleReport(collective bool) AchievementReport {
	r := AchievementReport{
		Sample: true, Collective: collective, Issuer: division, Date: "2025-01-10",
		Subject: "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh trong " + movement,
		Name:    "Bà Trần Thị Hạnh",
		Profile: []Particular{{"Họ và tên", "Trần Thị Hạnh"}, {"Ngày sinh", "12/3/1985"}, {"Giới tính", "Nữ"}, {"Quê quán", ""}, {"Đơn vị công tác", "Phòng Nghiệp vụ 1, Thanh tra tỉnh Lào Cai"}, {"Chức vụ", "Trưởng phòng"}, {"Trình độ chuyên môn", "Cử nhân Luật"}},
		Duties:  []string{"Phụ trách công tác thanh tra, giải quyết khiếu nại, tố cáo; đầu mối cải cách hành chính của phòng."},
		Criteria: []CriterionResult{
			{Title: "Trách nhiệm lãnh đạo, chỉ đạo", Text: []string{"Đã ban hành kế hoạch cải cách hành chính của phòng đúng hạn và phân công rõ người chịu trách nhiệm từng việc."}, Targets: []TargetResult{sampleTarget("Ban hành kế hoạch cải cách hành chính năm 2024", "1", "1", "đạt", "KH số 05/KH-PNV1 (mẫu) ngày 20/01/2024"), sampleTarget("Họp kiểm điểm hằng quý", "4", "4", "đạt", "Biên bản họp quý I–IV")}},
			{Title: "Thực hiện nhiệm vụ cải cách hành chính", Targets: []TargetResult{sampleTarget("Tỷ lệ hồ sơ giải quyết đúng hạn", "≥ 95%", "97,2%", "vượt 2,2 điểm phần trăm", "BC số 12/BC-PNV1 (mẫu), trang 3"), sampleTarget("Văn bản trao đổi dưới dạng điện tử", "100%", "100%", "đạt", "Thống kê QLVB")}},
			{Title: "Bộ chỉ số theo dõi, đánh giá, xếp hạng"},
			{Title: "Tuyên truyền, chung tay cải cách", Targets: []TargetResult{sampleTarget("Tin, bài tuyên truyền", "6", "8", "vượt 2 bài", "Trang thông tin điện tử, 08 bài")}},
			{Title: "Giải pháp, sáng kiến, mô hình mới", Text: []string{"Sáng kiến rút ngắn thời gian xử lý đơn từ 10 ngày còn 06 ngày làm việc, được Chánh Thanh tra công nhận."}},
		},
		Initiatives: []string{"Phân loại đơn theo mã số, áp dụng từ ngày 01/4/2024"},
		Titles:      []PastAward{{2023, "Chiến sĩ thi đua cơ sở", "QĐ số …/QĐ-TTr (mẫu) ngày 15/01/2024 của Chánh Thanh tra tỉnh"}},
		Author:      doc.Signer{Name: "Trần Thị Hạnh"}, Confirming: chief,
	}
	if collective {
		r.Name, r.Profile = "Phòng Nghiệp vụ 2", []Particular{{"Địa điểm", "Phường Lào Cai, tỉnh Lào Cai (mẫu)"}, {"Cơ cấu tổ chức", "01 trưởng phòng, 01 phó trưởng phòng, 05 thanh tra viên"}}
		r.Awards = []PastAward{{2022, "Giấy khen của Chánh Thanh tra tỉnh", "QĐ số …/QĐ-TTr (mẫu) ngày 10/01/2023"}}
		r.Author = doc.Signer{Titles: []string{"Trưởng phòng"}, Name: "Lý Văn Dũng"}
	} else {
		r.Unit = &doc.Signer{Titles: []string{"Trưởng phòng"}, Name: "Lý Văn Dũng"}
	}
	return r
}

func sampleSlip(recorded bool) CoverSlip {
	c := CoverSlip{
		Sample: true, Issuer: office, Date: "2025-01-20", Subject: "Về danh sách đăng ký thi đua “Cải cách hành chính” năm 2025", To: "Chánh Thanh tra",
		Matter:   "phê duyệt danh sách đăng ký thi đua năm 2025, gửi Sở Nội vụ",
		Summary:  []string{"06 tập thể (55 chỉ tiêu), 38 cá nhân; 04 tập thể đăng ký Bằng khen của Chủ tịch UBND tỉnh"},
		Bases:    []string{"mục II.4 của Kế hoạch", "Hướng dẫn số 956/SNV-TĐKT ngày 30/7/2021"},
		Deadline: "trước ngày 01/02/2025; ngày làm việc cuối trước Tết: 24/01/2025", Opinion: "đã rà soát đủ 05 tiêu chí; đề nghị phê duyệt",
		Enclosures: []string{"biểu tập thể", "biểu cá nhân", "dự thảo công văn"},
		Office:     doc.Signer{Titles: []string{"Chánh Văn phòng"}, Name: "Hoàng Minh Tuấn"}, Leader: chief,
		Choices: []string{"Đồng ý phê duyệt danh sách", "Đồng ý, có điều chỉnh: ………………", "Ý kiến khác: ………………"},
	}
	if recorded {
		c.Instruction = &LeaderOpinion{Text: "Đồng ý phê duyệt danh sách", Form: "Bút phê trên Phiếu trình", Date: "2025-01-22", RecordedBy: "Nguyễn Thị Thu Hà, Văn phòng"}
	}
	return c
}

func sampleList() RegistrationList {
	l := RegistrationList{
		Sample: true, Issuer: province, Number: "/DS-TTr (mẫu)", Date: "2025-01-22", Subject: "Đăng ký phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2025",
		Enclosing:  "(Kèm theo Công văn số ……/TT-VP (mẫu) của Thanh tra tỉnh)",
		Recipients: []string{"Sở Nội vụ", "Lãnh đạo Thanh tra tỉnh", "Lưu: VT, VP"}, Signer: chief,
	}
	for i := range 6 {
		r := Registrant{Name: fmt.Sprintf("Phòng Nghiệp vụ %d", i+1), Award: "Bằng khen của Chủ tịch UBND tỉnh"}
		for k := range 4 {
			r.Lines = append(r.Lines, RegisteredLine{Content: []string{"Tỷ lệ hồ sơ giải quyết đúng hạn", "Tin, bài tuyên truyền cải cách hành chính trên trang thông tin điện tử", "Sáng kiến được công nhận", "Văn bản trao đổi dưới dạng điện tử"}[k], Target: []string{"≥ 95%", "6 tin, bài", "1", "100%"}[k], Due: thidua.NewDate(2025, 6+k, 15), Lead: "Trưởng phòng"})
		}
		l.Collectives = append(l.Collectives, r)
	}
	for i := range 12 {
		l.Individuals = append(l.Individuals, Registrant{Honorific: []string{"Bà", "Ông", "Bà"}[i%3], Name: []string{"Nguyễn Thị Hồng Nhung", "Vàng A Sử", "Lê Đặng Phương Thảo"}[i%3], Post: "Thanh tra viên, Phòng Nghiệp vụ 2", Award: []string{"", "Bằng khen của Chủ tịch UBND tỉnh"}[i%2], Annual: []string{"", "Lao động tiên tiến"}[i%2],
			Lines: []RegisteredLine{{Content: "Theo chỉ tiêu của phòng", Target: "100%", Due: "2025-12-15"}, {Content: "Đề xuất 01 giải pháp rút ngắn thời gian xử lý đơn", Target: "1", Due: "2025-10-31"}}})
	}
	return l
}

func sampleSheet() RegistrationSheet {
	return RegistrationSheet{Sample: true, Issuer: division, Date: "2025-01-14", Subject: "Phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2025", Honorific: "Ông", Name: "Vàng A Sử", Post: "Nhân viên lái xe", Unit: "Văn phòng",
		Year: 2025, Annual: "Lao động tiên tiến (Điều 24 Luật Thi đua, khen thưởng)",
		Lines: []RegisteredLine{{Content: "Chấp hành lịch xe, bảo đảm đúng giờ", Target: "100%", Due: "2025-12-15"}, {Content: "Tham gia chuyển đổi số: ký nhận lệnh xe trên phần mềm", Target: "≥ 90%", Due: "2025-11-30"}}, EnteredBy: "Nguyễn Thị Thu Hà"}
}

const sampleYear = "Phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2024"

func sampleRanks() RankTable {
	return RankTable{Sample: true, Issuer: division, Date: "2025-01-14", Year: 2024, Of: sampleYear,
		Maker: "Nguyễn Thị Thu Hà", Signer: doc.Signer{Titles: []string{"Chánh Thanh tra"}, Name: "Trần Mạnh Khôi"},
		Notes: []string{"Thang điểm do Văn phòng đề xuất, Hội đồng thông qua ngày 12/03/2024."},
		Lines: []RankLine{{Rank: 1, Unit: "Phòng Nghiệp vụ 2", Score: "95,5", Before: "91,0", Difference: "+4,5", Move: "Tăng 2 bậc", Done: "98%"},
			{Rank: 2, Unit: "Văn phòng", Score: "92,0", Before: "93,5", Difference: "−1,5", Move: "Giảm 1 bậc", Done: "95%"}}}
}

func sampleReportOfYear() YearReport {
	return YearReport{Sample: true, Issuer: province, Date: "2025-01-14", Year: 2024, Of: sampleYear, Maker: "Nguyễn Thị Thu Hà", Signer: chief,
		Figures:  [][2]string{{"Đơn vị tham gia", "6/6"}, {"Chỉ tiêu đăng ký", "64; 57 hoàn thành (89,1%), 2 chờ kiểm tra"}},
		Units:    [][]string{{"Văn phòng", "9/9", "95%", "92,0"}, {"Phòng Nghiệp vụ 1", "7/7", "92%", ""}},
		Criteria: [][]string{{"TC2", "Thực hiện nhiệm vụ cải cách hành chính", "30", "90%"}, {"2.1", "Cải cách thể chế", "", "96%"}},
		Note:     "Số liệu đến ngày 14/01/2025./."}
}

func sampleScores(byPoints bool) ScorePaper {
	p := ScorePaper{Sample: true, Issuer: division, Date: "2025-01-09", Year: 2024, Of: sampleYear, Unit: "Phòng Nghiệp vụ 2", Head: "Lý Văn Dũng", Reviewer: "Nguyễn Thị Thu Hà", State: "Văn phòng chấm",
		ByPoints: byPoints, Scale: "Thang điểm do Văn phòng đề xuất, Hội đồng thông qua ngày 12/03/2024.",
		Lines: []ScoreLine{{Name: "TC1 Trách nhiệm lãnh đạo, chỉ đạo", Most: "20", Self: "19,0", Review: "18,5", Words: "Kế hoạch ban hành chậm 4 ngày.", Head: true},
			{Name: "2.1 Cải cách thể chế", Most: "5", Self: "5,0", Review: "5,0"}},
		Total: ScoreLine{Name: "Tổng điểm", Most: "25", Self: "24,0", Review: "23,5", Head: true}}
	if !byPoints {
		p.Lines, p.Scale = []ScoreLine{{Name: "Tuyên truyền", Self: "Đạt", Review: "Chưa đạt", Words: "Chưa có danh mục tin, bài."}}, "Không dùng điểm."
	}
	return p
}

// filled is a form with its values.
type filled interface{ Document() doc.Document }

// forms is one value of every form and variant, by the name of its golden file.
func forms() map[string]filled {
	toSign := sampleList()
	toSign.ToSign = true
	return map[string]filled{
		"to-trinh": sampleProposal(), "to-trinh-dai": longProposal(), "bien-ban": sampleMinutes(),
		"bao-cao-tap-the": sampleReport(true), "bao-cao-ca-nhan": sampleReport(false),
		"phieu-trinh": sampleSlip(false), "phieu-trinh-ghi-thay": sampleSlip(true),
		"danh-sach": sampleList(), "danh-sach-ky": toSign, "phieu-dang-ky": sampleSheet(),
		"ket-qua-nam": sampleReportOfYear(), "bang-xep-hang": sampleRanks(), "phieu-cham": sampleScores(true), "phieu-cham-tieu-chuan": sampleScores(false),
	}
}

// samples are the papers of all forms.
func samples() map[string]doc.Document {
	out := map[string]doc.Document{}
	for name, f := range forms() {
		out[name] = f.Document()
	}
	return out
}
