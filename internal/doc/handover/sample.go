package handover

import (
	"thidua"
	"thidua/internal/doc"
	"thidua/internal/vi"
)

// Sample is the paper with invented values, for who wants to see the form.
func Sample() Minutes {
	return Minutes{
		Sample: true, Issuer: doc.Issuer{Superior: "UBND tỉnh Lào Cai", Agency: "Thanh tra tỉnh", Place: "Lào Cai"}, Date: "2025-01-10", Agency: "Thanh tra tỉnh Lào Cai",
		Giver:      Party{Honorific: "bà", Name: "Nguyễn Thị Mẫu", Post: "Chuyên viên Văn phòng"},
		Receiver:   Party{Honorific: "ông", Name: "Trần Văn Mẫu", Post: "Chuyên viên Văn phòng"},
		Confirming: Party{Honorific: "ông", Name: "Hoàng Văn Mẫu", Post: "Chánh Văn phòng"},
		Groups: []Group{
			{Title: vi.MatterKind(thidua.MatterTask), Lines: []thidua.Matter{
				{Text: "Tổng hợp đăng ký năm 2025, trình lãnh đạo, gửi Sở Nội vụ", Due: "2025-01-24", Where: vi.MatterAtDesk},
				{Text: "Kiểm tra 12 minh chứng, năm 2024", Where: vi.MatterAtDesk},
			}},
			{Title: vi.MatterKind(thidua.MatterTarget), Lines: []thidua.Matter{
				{Text: "Tỷ lệ văn bản phát hành dưới dạng điện tử đạt từ 98% trở lên (Văn phòng)", Due: "2025-12-15", Where: vi.MatterMoves},
			}},
			{Title: vi.MatterKind(thidua.MatterDuty), Lines: []thidua.Matter{{Text: "Chuyên viên Văn phòng phụ trách phong trào", Where: vi.MatterOfAdmin}}},
		},
		Words:    []string{"Bản giấy hồ sơ năm 2023 để ở tủ số 2, phòng Văn thư."},
		Contacts: []string{"Chuyên viên theo dõi phong trào của Sở Nội vụ (ghi tên, số điện thoại khi bàn giao)."},
	}
}
