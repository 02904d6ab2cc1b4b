package form

import (
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/vi"
)

const ownAward = "Giấy khen của Chánh Thanh tra tỉnh"

// sampleStandards is the score sheet of a year without points: an answer to every standard of the plan.
func sampleStandards() record.ScorePaper {
	return record.ScorePaper{
		Sample: true, Issuer: inspectorate, Date: "2025-01-09", Year: 2024, Of: "Phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2024",
		Unit: "Phòng Nghiệp vụ 2", Head: "Lý Văn Dũng", Reviewer: "Nguyễn Thị Thu Hà", State: "Văn phòng đã đánh giá",
		Scale: vi.NoPoints,
		Lines: []record.ScoreLine{
			{Name: "1. Lãnh đạo, chỉ đạo, ban hành văn bản", Self: "Đạt", Review: "Đạt"},
			{Name: "2. Kế hoạch hoạt động trong bộ phận", Self: "Đạt", Review: "Đạt", Words: "Ban hành kế hoạch chậm 04 ngày."},
			{Name: "3. Tuyên truyền", Self: "Đạt", Review: "Chưa đạt", Words: "Chưa có danh mục tin, bài."},
			{Name: "4. Nhiệm vụ đúng chất lượng, đúng tiến độ", Self: "Đạt", Review: "Đạt"},
			{Name: "5. Thứ hạng trên địa bàn tỉnh", Words: "Chờ công bố."},
			{Name: "6. Tham gia cải cách hành chính của cơ quan", Self: "Đạt", Review: "Đạt"},
		},
	}
}

func sampleUnitMerit() MeritReport {
	h := head("", "Đề nghị tặng "+ownAward+" năm 2024", "2025-01-10", doc.Signer{Titles: []string{"Trưởng phòng"}, Name: "Vũ Quang Sơn"})
	h.Issuer = doc.Issuer{Superior: agency, Agency: "Phòng Nghiệp vụ 3", Place: "Lào Cai"}
	return MeritReport{
		Head: h, Collective: true, Name: "Phòng Nghiệp vụ 3", Confirming: chief,
		Profile: []record.Particular{{Label: "Địa điểm", Value: "Trụ sở Thanh tra tỉnh Lào Cai"}, {Label: "Điện thoại"}, {Label: "Quá trình thành lập", Value: "Thành lập theo quyết định của Chánh Thanh tra tỉnh (mẫu)"},
			{Label: "Cơ cấu tổ chức", Value: "01 trưởng phòng, 01 phó trưởng phòng, 04 công chức"}},
		Duties:  []string{"Thanh tra, giải quyết khiếu nại, tố cáo và phòng, chống tham nhũng trong lĩnh vực được phân công; quản lý kho dữ liệu kết luận thanh tra dùng chung."},
		Results: []string{"Năm 2024, phòng hoàn thành 09/11 chỉ tiêu đã đăng ký; không có cuộc thanh tra quá hạn."},
		Measures: []Measure{{"Cuộc thanh tra hoàn thành", "5", "6", "6"}, {"Đơn khiếu nại, tố cáo giải quyết đúng hạn", "92%", "95%", "96%"},
			{"Hồ sơ công việc xử lý trên môi trường mạng", "81%", "90%", "92%"}},
		Means:  []string{"Phân công tiến độ từng cuộc thanh tra; giao ban hằng tuần; dùng chung kho dữ liệu kết luận thanh tra để rút ngắn thời gian tra cứu."},
		Policy: []string{"100% công chức chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước và nội quy của cơ quan."},
		Party:  []string{"Công chức trong phòng tham gia đầy đủ các hoạt động do cơ quan và tổ chức đoàn thể phát động."},
		Titles: []record.PastAward{{Year: 2023, Name: "Tập thể Lao động tiên tiến", Decision: "QĐ số …/QĐ-TT (mẫu) ngày 15/01/2024 của Chánh Thanh tra tỉnh"}},
		Awards: []record.PastAward{{Name: "không có"}},
	}
}

func samplePersonMerit() MeritReport {
	h := head("", "Đề nghị tặng "+ownAward+" năm 2024", "2025-01-10", doc.Signer{Titles: []string{"Thanh tra viên"}, Name: "Giàng A Páo"})
	h.Issuer = doc.Issuer{Superior: agency, Agency: "Phòng Nghiệp vụ 2", Place: "Lào Cai"}
	return MeritReport{
		Head: h, Name: "Ông Giàng A Páo", Confirming: deputy, Unit: &doc.Signer{Titles: []string{"Trưởng phòng"}, Name: "Lý Văn Dũng"},
		Profile: []record.Particular{{Label: "Họ và tên", Value: "Giàng A Páo"}, {Label: "Ngày sinh"}, {Label: "Giới tính", Value: "Nam"}, {Label: "Quê quán"}, {Label: "Trú quán"},
			{Label: "Đơn vị công tác", Value: "Phòng Nghiệp vụ 2, Thanh tra tỉnh Lào Cai"}, {Label: "Chức vụ", Value: "Thanh tra viên"}, {Label: "Trình độ chuyên môn", Value: "Đại học (mẫu)"}},
		Duties:      []string{"Tham gia các đoàn thanh tra theo kế hoạch; theo dõi, đôn đốc việc thực hiện kết luận, kiến nghị sau thanh tra."},
		Results:     []string{"Hoàn thành các nhiệm vụ được giao, gửi báo cáo đúng hạn; hướng dẫn đồng nghiệp sử dụng sổ theo dõi kiến nghị sau thanh tra."},
		Measures:    []Measure{{"Kiến nghị sau thanh tra được theo dõi, đôn đốc", "34", "40", "42"}, {"Báo cáo gửi đúng hạn", "95%", "100%", "100%"}},
		Initiatives: []Contribution{{"Sổ theo dõi kiến nghị sau thanh tra bằng bảng tính", "100%", "QĐ số …/QĐ-TT (mẫu) ngày 25/10/2023 của Chánh Thanh tra tỉnh"}},
		Titles:      []record.PastAward{{Year: 2023, Name: "Lao động tiên tiến", Decision: "QĐ số …/QĐ-TT (mẫu) ngày 15/01/2024 của Chánh Thanh tra tỉnh"}},
		Awards:      []record.PastAward{{Name: "không có"}},
	}
}
