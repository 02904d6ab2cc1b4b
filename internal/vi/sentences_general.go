package vi

import "thidua"

var generalSentences = map[thidua.Code]string{
	thidua.CodeInvalid:   "Chưa lưu được: hãy sửa các ô được đánh dấu. Nội dung đã nhập vẫn còn.",
	thidua.CodeDateWrong: "Ngày chưa đúng. Nhập theo dạng ngày/tháng/năm, ví dụ 01/02/2025.",
	"not-found":          "Không tìm thấy nội dung này.",
	"no-right":           "Tài khoản này không được giao việc này.",
	"stale":              "Người khác vừa sửa nội dung này. Hãy xem bản mới rồi lưu lại; nội dung vừa nhập vẫn còn ở đây.",
	"taken":              "Tên hoặc số này đã có. Hãy chọn tên hoặc số khác.",
	"tied":               "Nội dung này đang được nơi khác dùng nên không xóa, không thay được.",
	"body-too-large":     "Tệp hoặc nội dung gửi lên vượt quá dung lượng cho phép.",
}
