package form

import (
	"thidua/internal/doc/record"
)

func sampleRoster() Roster {
	const done = "Hoàn thành xuất sắc nhiệm vụ năm 2024 (mẫu)"
	return Roster{
		Head: head("", "Tập thể, cá nhân đề nghị tặng "+award+" năm 2024", "2025-01-20", chief, "Sở Nội vụ", "Lưu: VT, VP"), Paper: proposal,
		Entries: []Entry{
			{Name: "Phòng Nghiệp vụ 2", Post: agency, Class: done, Earlier: "Giấy khen của Chánh Thanh tra tỉnh năm 2022 (mẫu)", Award: award},
			{Name: "Văn phòng", Post: agency, Class: done, Earlier: "Bằng khen của Chủ tịch UBND tỉnh năm 2023 (mẫu)", Award: award},
			{Honorific: "Bà", Name: "Phạm Mai Anh", Born: "1990", Post: "Thanh tra viên, Phòng Nghiệp vụ 2", Training: "Đại học Luật", Class: done, Earlier: "Lao động tiên tiến năm 2023 (mẫu)", Award: award},
			{Honorific: "Bà", Name: "Trần Thị Hạnh", Born: "1985", Post: "Trưởng phòng Nghiệp vụ 1", Training: "Thạc sĩ Luật", Class: done, Earlier: "Chiến sĩ thi đua cơ sở năm 2023 (mẫu)", Award: award},
		},
	}
}

func sampleMerits() MeritSummary {
	return MeritSummary{
		Head: head("", "Tập thể, cá nhân đề nghị tặng "+award+" năm 2024", "2025-01-20", chief, "Sở Nội vụ", "Lưu: VT, VP"), Agency: agency, Paper: proposal,
		Merits: []Merit{
			{Name: "Phòng Nghiệp vụ 2", Award: award, Text: "Năm 2024, 100% kết luận thanh tra ban hành đúng thời hạn; 93% hồ sơ công việc xử lý trên môi trường mạng; 02 sáng kiến được Chánh Thanh tra công nhận, trong đó 01 sáng kiến được các phòng khác áp dụng; đăng 11 tin, bài tuyên truyền về cải cách hành chính. Phòng hoàn thành 8/8 chỉ tiêu đã đăng ký, được Văn phòng chấm điểm cao nhất trong các đơn vị."},
			{Name: "Văn phòng", Award: award, Text: "Năm 2024, 96% hồ sơ công việc xử lý trên môi trường mạng; 03 sáng kiến được công nhận; giao ban cải cách hành chính đủ 12 kỳ; tổng hợp đăng ký, báo cáo của các đơn vị gửi Sở Nội vụ đúng thời hạn."},
			{Honorific: "Bà", Name: "Phạm Mai Anh", Post: "Thanh tra viên, Phòng Nghiệp vụ 2", Award: award, Text: "Gửi 11/11 báo cáo thanh tra đúng hạn; tác giả 01 sáng kiến rút ngắn thời gian xử lý đơn, được Chánh Thanh tra công nhận và áp dụng trong cơ quan từ quý III năm 2024; tham gia viết 03 tin, bài tuyên truyền. Có phẩm chất đạo đức tốt, đoàn kết, gương mẫu."},
			{Honorific: "Bà", Name: "Trần Thị Hạnh", Post: "Trưởng phòng Nghiệp vụ 1", Award: award, Text: "Lãnh đạo phòng hoàn thành các chỉ tiêu đã đăng ký; tác giả sáng kiến “Cẩm nang đối thoại với người khiếu nại” được công nhận; 97,2% hồ sơ của phòng giải quyết đúng hạn, không có đơn quá hạn do nguyên nhân chủ quan."},
		},
	}
}

func sampleLetter() Letter {
	return Letter{
		Head: head("/TT-VP (mẫu)", "Gửi hồ sơ đề nghị khen thưởng năm 2024", "2025-01-21", deputy, "Như trên", "Lãnh đạo Thanh tra tỉnh", "Hội đồng TĐ-KT cơ quan", "Lưu: VT, VP"),
		To:   []string{"Sở Nội vụ tỉnh Lào Cai"}, Agency: agency, Asked: "Sở Nội vụ",
		Text: []string{
			"Thực hiện Hướng dẫn số 956/SNV-TĐKT ngày 30 tháng 7 năm 2021 của Sở Nội vụ, Thanh tra tỉnh Lào Cai đã tổ chức họp Hội đồng Thi đua - Khen thưởng ngày 16 tháng 01 năm 2025, thống nhất đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể và 02 cá nhân có thành tích xuất sắc trong " + drive2024 + ".",
			"Thanh tra tỉnh Lào Cai gửi Sở Nội vụ 01 bộ hồ sơ (bản chính) và tệp điện tử kèm theo.",
		},
		Enclosed: []string{"01 Tờ trình đề nghị khen thưởng", "01 Biên bản họp xét của Hội đồng", "04 Báo cáo thành tích có xác nhận của cấp trình", "01 Danh sách trích ngang và 01 bản tóm tắt thành tích"},
		Contact:  "bà Nguyễn Thị Thu Hà, Chuyên viên Văn phòng Thanh tra tỉnh",
	}
}

func sampleFigures() FigureLetter {
	return FigureLetter{By: agency, Letter: Letter{
		Head: head("/TT-VP (mẫu)", "Báo cáo số liệu thực hiện phong trào thi đua năm 2024", "2024-12-25", forOffice, "Như trên", "Lãnh đạo Thanh tra tỉnh", "Lưu: VT, VP"),
		To:   []string{"Sở Nội vụ tỉnh Lào Cai", "Hội đồng Thi đua - Khen thưởng tỉnh"}, Agency: agency,
		Text:    []string{"Thanh tra tỉnh Lào Cai báo cáo số liệu thực hiện " + drive2024 + " đến ngày 20 tháng 12 năm 2024 như sau: 06 tập thể và 38 cá nhân đăng ký thi đua; 64 chỉ tiêu, trong đó 57 chỉ tiêu đã hoàn thành. Số liệu chi tiết tại Phụ lục I và Phụ lục II kèm theo."},
		Closing: agency + " trân trọng báo cáo",
	}, Criteria: [][]string{
		{"1", "Trách nhiệm lãnh đạo, chỉ đạo", "12", "12", "0", "100%"}, {"2", "Thực hiện nhiệm vụ cải cách hành chính", "24", "20", "1", "93%"},
		{"3", "Bộ chỉ số theo dõi, đánh giá, xếp hạng", "8", "6", "1", "88%"}, {"4", "Tuyên truyền, chung tay cải cách hành chính", "12", "11", "0", "96%"},
		{"5", "Giải pháp, sáng kiến", "8", "8", "0", "100%"},
	}, Units: [][]string{
		{"1", "Văn phòng", "14", "13", "1", "6/6"}, {"2", "Phòng Nghiệp vụ 1", "11", "10", "0", "7/7"}, {"3", "Phòng Nghiệp vụ 2", "8", "8", "0", "6/6"},
		{"4", "Phòng Nghiệp vụ 3", "11", "9", "1", "6/6"}, {"5", "Phòng Nghiệp vụ 4", "10", "8", "0", "5/5"}, {"6", "Phòng Nghiệp vụ 5", "10", "9", "0", "5/5"},
		{"7", "Lãnh đạo cơ quan", "–", "–", "–", "3/3"},
	}, Total: []string{"", "Tổng cộng", "64", "57", "2", "38/38"}}
}

func sampleDecision() Decision {
	const own = "Giấy khen của Chánh Thanh tra tỉnh"
	return Decision{
		Head:   head("/QĐ-TT (mẫu)", "Về việc tặng "+own+" cho tập thể, cá nhân có thành tích trong "+drive2024, "2025-01-22", chief, "Như Điều 3", "Sở Nội vụ", "Lãnh đạo Thanh tra tỉnh", "Lưu: VT, VP"),
		Leader: "Chánh Thanh tra tỉnh Lào Cai", Office: "Chánh Văn phòng", Award: own, Merit: "vì đã có thành tích trong " + drive2024,
		Fund: "Quỹ Thi đua, khen thưởng của Thanh tra tỉnh", Duty: "Chánh Văn phòng, Trưởng các phòng Nghiệp vụ",
		Bases: []string{
			"Căn cứ " + record.Laws[2].Name, "Căn cứ " + record.Laws[3].Name, "Căn cứ Quyết định số …/QĐ-UBND (mẫu) của UBND tỉnh Lào Cai quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Thanh tra tỉnh",
			"Căn cứ Biên bản họp xét ngày 16 tháng 01 năm 2025 của Hội đồng Thi đua - Khen thưởng",
		},
		Praised: []Praised{
			{Name: "Văn phòng", Post: agency}, {Name: "Phòng Nghiệp vụ 3", Post: agency},
			{Honorific: "Ông", Name: "Trần Quốc Bảo", Post: "Chuyên viên Văn phòng"}, {Honorific: "Ông", Name: "Giàng A Páo", Post: "Thanh tra viên, Phòng Nghiệp vụ 2"},
			{Honorific: "Bà", Name: "Ma Thị Hoài Thu", Post: "Phó Trưởng phòng Nghiệp vụ 4"},
		},
	}
}

func sampleNotice() Notice {
	return Notice{
		Head:   head("/TB-TT (mẫu)", "Kết quả xét khen thưởng "+drive2024, "2025-03-07", deputy, "Các đơn vị thuộc Thanh tra tỉnh", "Lãnh đạo Thanh tra tỉnh", "Lưu: VT, VP"),
		Agency: agency, Basis: decision, Award: award, Praised: praised, Office: "Văn phòng", Until: "2025-03-14",
		Others: []Praised{
			{Name: "Văn phòng", Post: agency, Reason: "Vượt số lượng quy định; đã khen năm 2023"},
			{Honorific: "Ông", Name: "Trần Quốc Bảo", Post: "Chuyên viên Văn phòng", Reason: "Không đạt tỷ lệ đồng ý tại phiên họp Hội đồng"},
		},
		Ceremony: Ceremony{Day: "2025-03-20", Start: "08:00", Place: "Hội trường Thanh tra tỉnh Lào Cai"},
	}
}

func samplePrizes() PrizeList {
	l := PrizeList{
		Head:     head("", "Tập thể, cá nhân được tặng "+award+" năm 2024", "2025-03-20", chief, "Kế toán", "Lưu: VT, VP"),
		Decision: decision, Maker: "Nguyễn Thị Thu Hà", Accountant: "Hà Thị Kim Oanh",
	}
	for _, p := range praised {
		l.Prizes = append(l.Prizes, Prize{Praised: p})
	}
	return l
}

func sampleIndex() ArchiveIndex {
	return ArchiveIndex{
		Head: head("", "Hồ sơ xét, đề nghị khen thưởng "+drive2024, "2025-04-10", forOffice), Code: "…… (mẫu)",
		Title: "Hồ sơ xét, đề nghị tặng " + award + " năm 2024", Span: "từ ngày 22 tháng 01 năm 2024 đến ngày 20 tháng 3 năm 2025", Maker: "Nguyễn Thị Thu Hà",
		Papers: []Filed{
			{Number: "…/DS-TT (mẫu)", Date: "2024-01-22", Author: agency, About: "Danh sách tổng hợp đăng ký thi đua năm 2024", Sheets: 6},
			{Number: "…/GM-HĐTĐKT (mẫu)", Date: "2025-01-10", Author: "Hội đồng TĐ-KT", About: "Giấy mời họp Hội đồng Thi đua - Khen thưởng", Sheets: 1},
			{Number: "…/BB-BKP (mẫu)", Date: "2025-01-16", Author: "Ban Kiểm phiếu", About: "Biên bản kiểm phiếu", Sheets: 2},
			{Number: "…/BB-HĐTĐKT (mẫu)", Date: "2025-01-16", Author: "Hội đồng TĐ-KT", About: "Biên bản họp xét, đề nghị khen thưởng", Sheets: 3, Note: "Bản chính"},
			{Number: "…/TTr-TT (mẫu)", Date: "2025-01-20", Author: agency, About: "Tờ trình đề nghị tặng " + award, Sheets: 2, Note: "Bản chính"},
			{Number: "", Date: "2025-01-10", Author: "Các tập thể, cá nhân", About: "04 Báo cáo thành tích", Sheets: 12},
			{Number: "…/QĐ-UBND (mẫu)", Date: "2025-03-05", Author: "Chủ tịch UBND tỉnh", About: "Quyết định tặng Bằng khen", Sheets: 2, Note: "Bản sao"},
			{Number: "", Date: "2025-03-20", Author: agency, About: "Danh sách nhận thưởng", Sheets: 1},
		},
	}
}
