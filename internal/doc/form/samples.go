package form

import (
	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
)

// Sample is a form with its sample values: everybody and every number in it is invented, and looks it.
type Sample struct {
	Name  string // of its files, without marks: "giay-moi"
	Title string // "Giấy mời họp"
	Make  func() Paper
}

// Samples are all forms of this room, in the order of a season.
var Samples = []Sample{
	{"giao-uoc-thi-dua", "Giao ước thi đua", func() Paper { return samplePledge() }},
	{"bao-cao-so-ket", "Báo cáo sơ kết", func() Paper { return sampleReview() }},
	{"bao-cao-tong-ket", "Báo cáo tổng kết", func() Paper { return sampleFinal() }},
	{"phieu-cham-tieu-chuan", "Phiếu chấm theo tiêu chuẩn", func() Paper { return sampleStandards() }},
	{"giay-moi", "Giấy mời họp", func() Paper { return sampleInvitation() }},
	{"chuong-trinh", "Chương trình họp", func() Paper { return sampleProgramme(false) }},
	{"kich-ban-dieu-hanh", "Kịch bản điều hành", func() Paper { return sampleProgramme(true) }},
	{"phieu-bau", "Phiếu bầu", func() Paper { return sampleBallot() }},
	{"bien-ban-kiem-phieu", "Biên bản kiểm phiếu", func() Paper { return sampleCount() }},
	{"bao-cao-cong-trang-tap-the", "Báo cáo thành tích tập thể (công trạng)", func() Paper { return sampleUnitMerit() }},
	{"bao-cao-cong-trang-ca-nhan", "Báo cáo thành tích cá nhân (công trạng)", func() Paper { return samplePersonMerit() }},
	{"danh-sach-trich-ngang", "Danh sách trích ngang", func() Paper { return sampleRoster() }},
	{"tom-tat-thanh-tich", "Tóm tắt thành tích", func() Paper { return sampleMerits() }},
	{"cong-van", "Công văn gửi hồ sơ", func() Paper { return sampleLetter() }},
	{"phu-luc", "Công văn có phụ lục", func() Paper { return sampleFigures() }},
	{"quyet-dinh-khen-thuong", "Quyết định khen thưởng", func() Paper { return sampleDecision() }},
	{"thong-bao-ket-qua", "Thông báo kết quả", func() Paper { return sampleNotice() }},
	{"danh-sach-nhan-thuong", "Danh sách nhận thưởng", func() Paper { return samplePrizes() }},
	{"muc-luc-ho-so-luu", "Mục lục hồ sơ lưu", func() Paper { return sampleIndex() }},
}

const (
	agency    = "Thanh tra tỉnh Lào Cai"
	office    = "Văn phòng Thanh tra tỉnh"
	room      = "Phòng họp tầng 2, trụ sở Thanh tra tỉnh Lào Cai"
	award     = "Bằng khen của Chủ tịch UBND tỉnh"
	drive     = "phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai”"
	drive2024 = drive + " năm 2024"
	proposal  = "Tờ trình số …/TTr-TT (mẫu) ngày 20 tháng 01 năm 2025 của Thanh tra tỉnh Lào Cai"
	decision  = "Quyết định số …/QĐ-UBND (mẫu) ngày 05 tháng 3 năm 2025 của Chủ tịch UBND tỉnh Lào Cai"
	meeting   = "phiên họp của Hội đồng Thi đua - Khen thưởng xét, đề nghị khen thưởng " + drive2024
)

var (
	inspectorate = doc.Issuer{Superior: "UBND tỉnh Lào Cai", Agency: "Thanh tra tỉnh", Place: "Lào Cai"}
	council      = doc.Issuer{Superior: agency, Agency: "Hội đồng Thi đua - Khen thưởng", Place: "Lào Cai"}
	board        = doc.Issuer{Superior: "Hội đồng Thi đua - Khen thưởng", Agency: "Ban Kiểm phiếu", Place: "Lào Cai"}

	chief     = doc.Signer{Titles: []string{"Chánh Thanh tra"}, Name: "Trần Mạnh Khôi"}
	deputy    = doc.Signer{Titles: []string{"KT. Chánh Thanh tra", "Phó Chánh Thanh tra"}, Name: "Nguyễn Thị Bích Liên"}
	forOffice = doc.Signer{Titles: []string{"TL. Chánh Thanh tra", "Chánh Văn phòng"}, Name: "Hoàng Minh Tuấn"}
	chairman  = doc.Signer{Titles: []string{"TM. Hội đồng", "Chủ tịch", "Chánh Thanh tra"}, Name: "Trần Mạnh Khôi"}
	presiding = record.Attendee{Honorific: "ông", Name: "Trần Mạnh Khôi", Role: "Chánh Thanh tra, Chủ tịch Hội đồng"}
)

// head is that of a sample paper of the inspectorate.
func head(number, subject string, date thidua.Date, signer doc.Signer, recipients ...string) Head {
	return Head{Sample: true, Issuer: inspectorate, Number: number, Date: date, Subject: subject, Signer: signer, Recipients: recipients}
}

var praised = []Praised{
	{Name: "Phòng Nghiệp vụ 2", Post: agency, Award: award},
	{Honorific: "Bà", Name: "Phạm Mai Anh", Post: "Thanh tra viên, Phòng Nghiệp vụ 2", Award: award},
	{Honorific: "Bà", Name: "Trần Thị Hạnh", Post: "Trưởng phòng Nghiệp vụ 1", Award: award},
}

var nominees = []record.Nominee{
	{Name: "Phòng Nghiệp vụ 2", Post: agency, Award: award},
	{Name: "Văn phòng", Post: agency, Award: award},
	{Honorific: "Bà", Name: "Phạm Mai Anh", Post: "Thanh tra viên, Phòng Nghiệp vụ 2", Award: award},
	{Honorific: "Bà", Name: "Trần Thị Hạnh", Post: "Trưởng phòng Nghiệp vụ 1", Award: award},
	{Honorific: "Ông", Name: "Trần Quốc Bảo", Post: "Chuyên viên Văn phòng", Award: award},
}
