package vi

import "thidua"

var accountSentences = map[thidua.Code]string{
	"sign-in-wrong":  "Tên đăng nhập hoặc mật khẩu không đúng.",
	"account-locked": "Đã nhập sai nhiều lần. Thử lại sau %d phút, hoặc nhờ Văn phòng cấp lại mật khẩu.",
	"session-ended":  "Phiên làm việc đã kết thúc. Đăng nhập để tiếp tục.",
	"password-wrong": "Mật khẩu đang dùng không đúng.",
}
