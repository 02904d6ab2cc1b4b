package doc

import "thidua"

// Laws is the law on emulation and commendation by date: the bases of a Tờ trình are those in force on its day. A row that was not read
// in an official text is not Verified and is shown as "cần kiểm chứng".
var Laws = []thidua.Law{
	{Name: "Luật Thi đua, khen thưởng năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2005, năm 2013",
		To: "2023-12-31", Source: "thay bằng Luật số 06/2022/QH15 từ ngày 01/01/2024"},
	{Name: "Nghị định số 91/2017/NĐ-CP của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
		To: "2023-12-31", Source: "thay bằng Nghị định số 98/2023/NĐ-CP từ ngày 01/01/2024"},
	{Name: "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", From: "2024-01-01",
		Source: "Luật số 06/2022/QH15", Verified: true},
	{Name: "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
		From: "2024-01-01", To: "2025-06-30", Source: "Nghị định số 152/2025/NĐ-CP, Điều 59", Verified: true},
	{Name: "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ", From: "2025-07-01",
		Source: "Nghị định số 152/2025/NĐ-CP, Điều 59", Verified: true},
	{Name: "Luật số 06/2026/QH16 ngày 23 tháng 4 năm 2026", From: "2026-10-01", Source: "Luật số 06/2026/QH16"},
}
