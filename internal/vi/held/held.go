// Package held has the Vietnamese words of the register of personal data: what is held, why, on what ground, for how long and who sees it.
package held

// Kind gives the name of a kind of personal data.
func Kind(code string) string { return kinds[code] }

var kinds = map[string]string{
	"name": "họ và tên", "code": "mã cán bộ", "sex": "giới tính (ông, bà)", "birth": "năm sinh", "post": "chức vụ, đơn vị, quá trình công tác",
	"signin": "tên đăng nhập, dấu vết mật khẩu và phiên", "address": "địa chỉ thư điện tử", "network": "địa chỉ mạng, thiết bị",
	"rating": "xếp loại, nhận xét, đánh giá", "deed": "việc đăng ký, kết quả, minh chứng", "award": "khen thưởng", "opinion": "ý kiến, ghi chép thảo luận",
	"words": "lời văn có thể nhắc tới người", "file": "tệp, bản quét", "act": "ai làm việc gì, lúc nào", "ref": "mã nối tới người, tài khoản",
}

// Subject says of a group of data what it is for and who sees it.
type Subject struct {
	Name, Purpose, Ground, Kept, Seen string
}

// Check is said of whatever nobody has compared with the text of the law.
const Check = "cần kiểm chứng"

const (
	protection = "Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP (" + Check + " điều, khoản)"
	archives   = "Theo thời hạn bảo quản hồ sơ của pháp luật lưu trữ (" + Check + " số năm)"
)

// Of gives the words of a group of data.
func Of(code string) Subject { return subjects[code] }

var subjects = map[string]Subject{
	"staff": {"Nhân sự, tổ chức", "Biết ai thuộc đơn vị nào, ai có quyền gì theo chức vụ", protection,
		archives + "; mã và năm sinh được che khi người đó đã thôi công tác và có yêu cầu", "Quản trị, Văn phòng; tên và chức vụ: mọi người trong cơ quan"},
	"account": {"Tài khoản, đăng nhập, nhắc việc", "Đăng nhập, phân quyền, chống đoán mật khẩu, nhắc việc", protection,
		"Đến khi khóa tài khoản và che dữ liệu; phiên: 12 giờ; lần thử sai: 24 giờ", "Chính người đó; Quản trị (tên đăng nhập, vai trò)"},
	"records": {"Đăng ký, kết quả, minh chứng", "Tổ chức phong trào thi đua, theo dõi kết quả", protection, archives,
		"Chính người đó, lãnh đạo đơn vị, Văn phòng, lãnh đạo cơ quan, thanh tra"},
	"judging": {"Xét khen thưởng, Hội đồng", "Xét, bỏ phiếu, đề nghị khen thưởng", protection, archives,
		"Hội đồng, Thư ký; sau khi công bố: người được xét. Quản trị không xem"},
	"awards": {"Khen thưởng, hồ sơ", "Quyết định khen thưởng, bảng vàng, tra cứu thành tích", protection, archives,
		"Mọi người trong cơ quan sau khi công bố; người ngoài khi cơ quan mở bảng vàng"},
	"papers": {"Văn bản", "Lập, ký, ban hành văn bản của phong trào", protection + "; NĐ 30/2020/NĐ-CP về công tác văn thư", archives,
		"Văn phòng, Thư ký, văn thư, lãnh đạo; người được văn bản nói tới"},
	"exchange": {"Trao đổi giữa các cơ quan", "Gửi, thẩm định, quyết định hồ sơ giữa cơ quan, Sở Nội vụ và UBND tỉnh", protection, archives,
		"Văn thư, Văn phòng nơi gửi; Sở Nội vụ, UBND tỉnh nơi nhận"},
	"log": {"Nhật ký, yêu cầu về dữ liệu", "Chứng minh ai đã làm gì; bảo vệ hệ thống; trả lời yêu cầu của cá nhân", protection,
		"Như hồ sơ mà sự kiện nói tới; chi tiết về người đã thôi công tác được xóa khi che dữ liệu, sự kiện còn lại", "Quản trị, Văn phòng, lãnh đạo, thanh tra"},
}
