package form

import (
	"thidua/internal/doc"
	"thidua/internal/doc/record"
)

func sampleInvitation() Invitation {
	h := head("/GM-HĐTĐKT (mẫu)", "Họp Hội đồng Thi đua - Khen thưởng", "2025-01-10", chairman, "Như trên", "Lãnh đạo Thanh tra tỉnh", "Lưu: VT, HĐ")
	h.Issuer = council
	return Invitation{
		Head: h, Agency: "Hội đồng Thi đua - Khen thưởng Thanh tra tỉnh Lào Cai",
		Guests:  []string{"Các thành viên Hội đồng Thi đua - Khen thưởng", "Trưởng các phòng Nghiệp vụ không là thành viên Hội đồng (mời dự)"},
		Meeting: meeting, Chair: presiding, Day: "2025-01-16", Start: "14:00", Place: room,
		Papers: []string{"danh sách đề nghị", "báo cáo thành tích", "kết quả chấm điểm năm 2024"},
		Office: office, Until: "16 giờ 00 phút, ngày 15 tháng 01 năm 2025", InWriting: true,
	}
}

func sampleProgramme(script bool) Programme {
	h := head("", "Họp Hội đồng Thi đua - Khen thưởng xét, đề nghị khen thưởng năm 2024", "2025-01-14", forOffice, "Thành viên Hội đồng", "Lưu: VT, VP")
	p := Programme{Head: h, Script: script, Day: "2025-01-16", Start: "14:00", End: "16:00", Place: room, Chair: presiding, Items: []Item{
		{From: "14:00", To: "14:10", Content: "Ổn định tổ chức, giới thiệu đại biểu, thông qua chương trình", By: "Thư ký Hội đồng"},
		{From: "14:10", To: "14:15", Content: "Phát biểu khai mạc", By: "Chủ tịch Hội đồng"},
		{From: "14:15", To: "14:40", Content: "Báo cáo kết quả theo dõi, chấm điểm và danh sách đề nghị", By: "Văn phòng"},
		{From: "14:40", To: "15:10", Content: "Thảo luận từng trường hợp theo tiêu chuẩn", By: "Thành viên Hội đồng"},
		{From: "15:10", To: "15:40", Content: "Bầu Ban Kiểm phiếu, bỏ phiếu, kiểm phiếu, công bố kết quả", By: "Ban Kiểm phiếu"},
		{From: "15:40", To: "16:00", Content: "Thông qua biên bản, kết luận phiên họp", By: "Thư ký, Chủ tịch Hội đồng"},
	}}
	if !script {
		return p
	}
	p.Subject = "Phiên họp Hội đồng Thi đua - Khen thưởng ngày 16 tháng 01 năm 2025"
	for i, s := range [][]string{
		{"Kính thưa các đồng chí thành viên Hội đồng và các đồng chí đại biểu! Được sự đồng ý của đồng chí Chủ tịch Hội đồng, tôi xin giới thiệu thành phần dự họp và trình bày chương trình phiên họp.", "Đề nghị Hội đồng cho ý kiến về chương trình; nếu không có ý kiến khác, đề nghị Hội đồng biểu quyết thông qua."},
		{"Trân trọng kính mời đồng chí Trần Mạnh Khôi, Chánh Thanh tra, Chủ tịch Hội đồng phát biểu khai mạc và điều hành phiên họp."},
		{"Đề nghị Văn phòng báo cáo kết quả theo dõi, chấm điểm các đơn vị năm 2024 và danh sách 02 tập thể, 03 cá nhân đề nghị khen thưởng."},
		{"Đề nghị các đồng chí thảo luận từng trường hợp, đối chiếu với tiêu chuẩn của Kế hoạch. Thành viên có tên trong danh sách không tham gia ý kiến về trường hợp của mình."},
		{"Đề nghị Hội đồng bầu Ban Kiểm phiếu gồm 03 thành viên. Mời Ban Kiểm phiếu làm việc, phát phiếu và hướng dẫn cách ghi phiếu.", "Mời đồng chí Trưởng Ban Kiểm phiếu công bố kết quả."},
		{"Mời đồng chí Thư ký thông qua biên bản. Đề nghị Hội đồng biểu quyết.", "Xin kính mời đồng chí Chủ tịch Hội đồng kết luận phiên họp."},
	} {
		p.Items[i].Spoken = s
	}
	p.Items[0].Note = "kiểm tra số thành viên có mặt trước giờ khai mạc; chưa đủ số thành viên dự họp thì báo ngay Chủ tịch Hội đồng"
	p.Items[4].Note = "phiếu phát đúng số thành viên có mặt, có dấu của Hội đồng"
	return p
}

func sampleBallot() Ballot {
	h := head("", "Xét, đề nghị tặng "+award+" năm 2024", "2025-01-16", doc.Signer{})
	h.Issuer = council
	return Ballot{Head: h, Cases: nominees}
}

func sampleCount() CountingMinutes {
	h := head("/BB-BKP (mẫu)", "Kiểm phiếu xét, đề nghị tặng "+award+" năm 2024", "2025-01-16", doc.Signer{}, "Chủ tịch Hội đồng", "Hồ sơ phiên họp", "Lưu: VT, HĐ")
	h.Issuer = board
	return CountingMinutes{
		Head: h, Meeting: meeting, Start: "15:15", End: "15:35", Place: room, Council: 9, Present: 7, Issued: 7, Returned: 7, Valid: 7, Copies: 2,
		Chief:     record.Attendee{Honorific: "ông", Name: "Phạm Quốc Hưng", Role: "Phó Chánh Thanh tra, Ủy viên Hội đồng"},
		Secretary: record.Attendee{Honorific: "bà", Name: "Nguyễn Thị Thu Hà", Role: "Thư ký Hội đồng"},
		Members:   []record.Attendee{{Honorific: "ông", Name: "Lý Văn Dũng", Role: "Ủy viên Hội đồng"}},
		Witness:   record.Attendee{Honorific: "bà", Name: "Hà Thị Kim Oanh", Role: "Kế toán"},
		Keeper:    "Thư ký Hội đồng",
		Cases: []record.VoteCase{
			{Name: "Phòng Nghiệp vụ 2", Award: award, Agree: 7, Total: 9, Passed: true},
			{Name: "Văn phòng", Award: award, Agree: 6, Disagree: 1, Total: 9, Passed: true},
			{Name: "Bà Phạm Mai Anh", Award: award, Agree: 8, Written: 1, Total: 9, Passed: true},
			{Name: "Bà Trần Thị Hạnh", Award: award, Agree: 6, Total: 8, Passed: true},
			{Name: "Ông Trần Quốc Bảo", Award: award, Agree: 5, Disagree: 2, Total: 9},
		},
	}
}
