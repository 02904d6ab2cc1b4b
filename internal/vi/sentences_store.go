package vi

import "thidua"

// storeSentences are read at a terminal by the person who runs the server, and on a page when the server is busy.
var storeSentences = map[thidua.Code]string{
	"store.no-data":     "Chưa có dữ liệu trong thư mục %s.",
	"store.in-use":      "Dữ liệu trong thư mục %s đang được một máy chủ khác dùng. Hãy dừng máy chủ đó trước.",
	"store.outdated":    "Dữ liệu được tạo bằng phiên bản khác của chương trình. Hãy nâng cấp chương trình hoặc dữ liệu.",
	"store.unreachable": "Không mở được cơ sở dữ liệu tại %s.",
	"store.other-body":  "Biểu mẫu này đã được gửi với nội dung khác. Hãy tải lại trang để xem nội dung đã lưu.",
	"store.unaudited":   "Hệ thống gặp lỗi. Không có nội dung nào thay đổi.",
	"store.busy":        "Nhiều người đang ghi cùng lúc. Hãy thử lại sau ít giây; nội dung vừa nhập vẫn còn.",
	"store.read-only":   "Dữ liệu đang mở ở chế độ chỉ đọc nên không ghi được.",
}
