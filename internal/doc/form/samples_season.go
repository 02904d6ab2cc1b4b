package form

import "thidua/internal/doc/record"

func samplePledge() Pledge {
	return Pledge{
		Head:   head("", "Thực hiện "+drive+" năm 2025", "2025-01-20", chief, "Các đơn vị thuộc Thanh tra tỉnh", "Lưu: VT, VP"),
		Agency: agency, Place: "trụ sở Thanh tra tỉnh Lào Cai", Office: "Văn phòng",
		Targets: []record.RegisteredLine{
			{Content: "Ban hành kế hoạch cải cách hành chính của đơn vị, phân công rõ người chịu trách nhiệm", Target: "100%", Due: "2025-01-31"},
			{Content: "Kết luận thanh tra ban hành đúng thời hạn", Target: "100%", Due: "2025-12-15"},
			{Content: "Hồ sơ công việc xử lý trên môi trường mạng", Target: "≥ 95%", Due: "2025-12-15"},
			{Content: "Tin, bài tuyên truyền về cải cách hành chính của mỗi đơn vị", Target: "≥ 06 tin, bài", Due: "2025-12-15"},
			{Content: "Giải pháp, sáng kiến được công nhận của mỗi đơn vị", Target: "≥ 01", Due: "2025-11-30"},
		},
		Time:   []string{"Từ ngày ký giao ước đến hết ngày 31 tháng 12 năm 2025; sơ kết 06 tháng đầu năm, tổng kết cuối năm."},
		Duties: []string{"Trưởng các đơn vị phổ biến giao ước tới từng công chức, người lao động và tổ chức thực hiện", "Các đơn vị báo cáo kết quả hằng quý, gửi Văn phòng trước ngày 20 tháng cuối quý", "Văn phòng theo dõi, đôn đốc, tổng hợp kết quả, trình Hội đồng Thi đua - Khen thưởng xem xét"},
		Parties: []Party{
			{"Văn phòng", "Chánh Văn phòng", "Hoàng Minh Tuấn"}, {"Phòng Nghiệp vụ 1", "Trưởng phòng", "Trần Thị Hạnh"}, {"Phòng Nghiệp vụ 2", "Trưởng phòng", "Lý Văn Dũng"},
			{"Phòng Nghiệp vụ 3", "Trưởng phòng", "Vũ Quang Sơn"}, {"Phòng Nghiệp vụ 4", "Trưởng phòng", "Bùi Đức Long"}, {"Phòng Nghiệp vụ 5", "Trưởng phòng", "Nguyễn Hải Yến"},
		},
	}
}

const planned = "Kế hoạch số …/KH-TT (mẫu) của Thanh tra tỉnh Lào Cai triển khai " + drive + " giai đoạn 2021-2025"

var criteria = []Chapter{
	{Title: "Trách nhiệm lãnh đạo, chỉ đạo", Text: []string{"06/06 đơn vị ban hành kế hoạch cải cách hành chính trong tháng 01, phân công người phụ trách từng việc; giao ban cải cách hành chính đủ 12 kỳ."}},
	{Title: "Thực hiện nhiệm vụ cải cách hành chính", Text: []string{"100% kết luận thanh tra ban hành đúng thời hạn; 94% hồ sơ công việc xử lý trên môi trường mạng, tăng 6 điểm phần trăm so với năm trước."}},
	{Title: "Bộ chỉ số theo dõi, đánh giá, xếp hạng", Text: []string{"Thứ hạng của cơ quan trên địa bàn tỉnh chờ công bố; các chỉ số thành phần do đơn vị phụ trách đã có tài liệu kiểm chứng."}},
	{Title: "Tuyên truyền, chung tay cải cách hành chính", Text: []string{"Đăng 48 tin, bài trên trang thông tin điện tử; phát hiện, giới thiệu 02 điển hình tiên tiến."}},
	{Title: "Giải pháp, sáng kiến", Text: []string{"07 sáng kiến được Chánh Thanh tra công nhận, trong đó 02 sáng kiến được các đơn vị khác áp dụng."}},
}

var fiveYears = []Chapter{
	{Title: "Trách nhiệm lãnh đạo, chỉ đạo", Text: []string{"Hằng năm 06/06 đơn vị ban hành kế hoạch cải cách hành chính và phân công người phụ trách; Hội đồng Thi đua - Khen thưởng họp xét mỗi năm 01 kỳ."}},
	{Title: "Thực hiện nhiệm vụ cải cách hành chính", Text: []string{"Từ năm 2023, 100% kết luận thanh tra ban hành đúng thời hạn; tỷ lệ hồ sơ công việc xử lý trên môi trường mạng tăng từ 71% năm 2021 lên 96% năm 2025."}},
	{Title: "Bộ chỉ số theo dõi, đánh giá, xếp hạng", Text: []string{"Kết quả các năm 2021–2024 đã công bố được nêu trong báo cáo của từng năm; kết quả năm 2025 chờ công bố."}},
	{Title: "Tuyên truyền, chung tay cải cách hành chính", Text: []string{"Đăng 205 tin, bài trên trang thông tin điện tử; 100% công chức, người lao động ký cam kết thực hiện."}},
	{Title: "Giải pháp, sáng kiến", Text: []string{"29 sáng kiến được Chánh Thanh tra công nhận, trong đó 08 sáng kiến được nhân rộng."}},
}

func sampleReview() Review {
	return Review{
		Head: head("/BC-TT (mẫu)", "Sơ kết "+drive2024, "2024-12-20", deputy, "Sở Nội vụ", "Lãnh đạo Thanh tra tỉnh", "Các đơn vị thuộc Thanh tra tỉnh", "Lưu: VT, VP"),
		Plan: planned, Of: drive2024, Agency: agency,
		Lead:     []string{"Thanh tra tỉnh đã phổ biến Kế hoạch tới toàn thể công chức, người lao động; tổ chức đăng ký nội dung, chỉ tiêu thi đua của 06 tập thể và 38 cá nhân, gửi Sở Nội vụ đúng thời hạn.", "Văn phòng theo dõi, đôn đốc hằng quý; kiểm tra việc thực hiện tại 02 đơn vị, kiến nghị khắc phục 05 nội dung."},
		Chapters: criteria,
		Figures: []record.TargetResult{
			{Content: "Kết luận thanh tra ban hành đúng thời hạn", Target: "100%", Actual: "100%"}, {Content: "Hồ sơ công việc xử lý trên môi trường mạng", Target: "≥ 95%", Actual: "94%"},
			{Content: "Tin, bài tuyên truyền", Target: "36 tin, bài", Actual: "48 tin, bài"}, {Content: "Sáng kiến được công nhận", Target: "06", Actual: "07"},
		},
		Awards: []string{"Năm 2023, Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể và 02 cá nhân thuộc Thanh tra tỉnh.", "Hội đồng Thi đua - Khen thưởng dự kiến họp xét năm 2024 vào ngày 16 tháng 01 năm 2025."},
		Limits: []string{"Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng chưa đạt chỉ tiêu đăng ký; một số minh chứng nộp chậm, thiếu số, ngày của văn bản.", "Nguyên nhân: một số đơn vị chưa cập nhật kết quả thường xuyên; công tác kiểm tra hằng quý chưa kịp thời."},
		Next:   []string{"Tổ chức đăng ký thi đua năm 2025 trước ngày 01 tháng 02 năm 2025; chỉ tiêu có số liệu, thời hạn, người chủ trì.", "Kiểm tra việc thực hiện của các đơn vị mỗi quý; nhân rộng các sáng kiến đã được công nhận."},
		Ask:    []string{"Đề nghị Sở Nội vụ hướng dẫn thời hạn gửi hồ sơ đề nghị khen thưởng năm 2024."},
	}
}

func sampleFinal() Review {
	r := sampleReview()
	r.Final = true
	r.Head = head("/BC-TT (mẫu)", "Tổng kết "+drive+" giai đoạn 2021-2025", "2025-12-31", chief, "UBND tỉnh", "Sở Nội vụ", "Lãnh đạo Thanh tra tỉnh", "Các đơn vị thuộc Thanh tra tỉnh", "Lưu: VT, VP")
	r.Of = drive + " giai đoạn 2021-2025"
	r.Lead = []string{"Sau khi Kế hoạch được ban hành, Thanh tra tỉnh đã phát động phong trào thi đua, tổ chức ký kết giao ước giữa các đơn vị và phổ biến tới 100% công chức, người lao động.", "Hằng năm, Văn phòng tổng hợp đăng ký, theo dõi tiến độ, hướng dẫn, kiểm tra; Hội đồng Thi đua - Khen thưởng họp xét đúng quy định."}
	r.Figures, r.Chapters = nil, fiveYears
	r.Years = []YearLine{
		{2021, "06/06", "38/38", "86,0%", "01 tập thể, 02 cá nhân"}, {2022, "06/06", "38/38", "88,5%", "01 tập thể, 03 cá nhân"}, {2023, "06/06", "38/38", "90,2%", "02 tập thể, 02 cá nhân"},
		{2024, "06/06", "38/38", "93,0%", "01 tập thể, 02 cá nhân"}, {2025, "06/06", "38/38", "94,1%", "đang xét"},
	}
	r.Span = "2021–2025"
	r.Units = []UnitLine{{"Văn phòng", "54", "49", "90,7%", "1 · 1 · 1 · 2 · 2", "năm 2023"}, {"Phòng Nghiệp vụ 2", "46", "43", "93,5%", "4 · 4 · 3 · 1 · 1", "năm 2021, năm 2024"}}
	r.People = []PersonLine{{"Trần Quốc Bảo", "Văn phòng", "5/5", "15", "15", ""}, {"Phạm Mai Anh", "Phòng Nghiệp vụ 2", "5/5", "15", "14", "năm 2024"}}
	r.Works = "Trong giai đoạn 2021-2025 có 34 sáng kiến được công nhận (năm 2021: 04; năm 2022: 06; năm 2023: 06; năm 2024: 09; năm 2025: 09)."
	r.Awards = []string{"Qua các năm 2021–2024, Chủ tịch UBND tỉnh tặng Bằng khen cho 05 lượt tập thể và 09 lượt cá nhân.", "Cơ quan đã nhân rộng 03 mô hình."}
	r.Counted = append(r.Counted, "Trong giai đoạn 2021-2025 đã nêu 02 gương: 01 điển hình tiên tiến, 01 người tốt việc tốt.")
	r.Models = []ModelLine{{"2023", "Phạm Mai Anh, Phòng Nghiệp vụ 2", "Điển hình tiên tiến", "Số hóa hồ sơ thanh tra trước thời hạn"}, {"2024", "Phòng Nghiệp vụ 1", "Người tốt việc tốt", "Hướng dẫn người dân nộp hồ sơ trực tuyến ngoài giờ"}}
	r.Lessons = []string{"Người đứng đầu trực tiếp chỉ đạo, kiểm tra thì phong trào có kết quả rõ; chỉ tiêu phải đo đếm được ngay từ khi đăng ký.", "Minh chứng được lập trong năm, không dồn vào cuối năm, thì việc xét khen thưởng chính xác, công khai."}
	r.Next = []string{"Tham mưu phát động phong trào thi đua giai đoạn tiếp theo khi có hướng dẫn của cấp trên.", "Duy trì theo dõi chỉ tiêu hằng quý; công khai kết quả của các đơn vị."}
	r.Ask = []string{"Đề nghị UBND tỉnh xem xét khen thưởng tổng kết phong trào thi đua giai đoạn 2021-2025."}
	return r
}
