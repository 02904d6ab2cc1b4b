package vi

import "thidua"

// pageSentences are the refusals that the pages make themselves, before any use case is asked.
var pageSentences = map[thidua.Code]string{
	"sign-in-needed":  "Đăng nhập để tiếp tục.",
	"role-missing":    "Vai trò của tài khoản này không được làm việc này. Không có gì được thay đổi.",
	"page-unknown":    "Đường dẫn có thể đã đổi, hồ sơ đã bị xóa, hoặc tài khoản này không có quyền xem.",
	"body-too-large":  "Tệp hoặc nội dung gửi lên lớn hơn mức cho phép là %s. Chọn tệp nhỏ hơn, hoặc chia thành nhiều lần gửi.",
	"password-repeat": "Nhập lại mật khẩu mới giống hệt ô phía trên.",
}
