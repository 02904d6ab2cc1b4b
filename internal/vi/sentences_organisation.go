package vi

import "thidua"

var organisationSentences = map[thidua.Code]string{
	thidua.CodeNameMissing:     "Hãy nhập tên.",
	thidua.CodeUnitMissing:     "Hãy chọn đơn vị.",
	thidua.CodeTitleMissing:    "Hãy nhập chức vụ.",
	thidua.CodeSexMissing:      "Hãy chọn ông hoặc bà.",
	thidua.CodePeriodBackwards: "Ngày kết thúc phải sau ngày bắt đầu.",
	thidua.CodeUserNameWrong:   "Tên đăng nhập gồm 3 đến 32 chữ thường không dấu, chữ số, dấu chấm, gạch; bắt đầu bằng chữ.",
	thidua.CodeRoleUnknown:     "Vai trò này không có trong danh sách.",
	"auth.password-short":      "Mật khẩu phải có ít nhất %d ký tự.",
	"auth.password-long":       "Mật khẩu có nhiều nhất %d ký tự.",
	"auth.password-common":     "Mật khẩu này có trong danh sách mật khẩu dễ đoán. Hãy chọn mật khẩu khác.",
	"auth.password-name":       "Mật khẩu không được chứa tên đăng nhập hoặc họ tên.",
	"password-repeat":          "Hai lần nhập mật khẩu chưa giống nhau.",
}
