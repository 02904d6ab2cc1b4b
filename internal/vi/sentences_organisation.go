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
	thidua.CodeDeputyPost:      "Hãy chọn chức vụ mà người ủy quyền đang giữ.",
	thidua.CodeDeputyTo:        "Hãy chọn người được ủy quyền: một người khác của cơ quan.",
	thidua.CodeDeputyAdmin:     "Người quản trị chương trình không nhận ủy quyền. Hãy chọn người khác.",
	thidua.CodeDeputySeat:      "Chủ tịch Hội đồng chỉ ủy quyền cho thành viên Hội đồng. Hãy chọn người khác.",
	thidua.CodeDeputyDays:      "Hãy nhập đủ hai ngày; ngày cuối không trước ngày đầu và chưa qua.",
	thidua.CodeDeputyNumber:    "Quản trị nhập thay thì phải ghi số và ngày của văn bản ủy quyền.",
	thidua.CodeDeputyOwn:       "Không ai nhập ủy quyền cho chính mình. Hãy nhờ quản trị khác hoặc người ủy quyền.",
	thidua.CodeDeputyChain:     "Đang làm việc theo ủy quyền: không ủy quyền tiếp. Hãy thôi làm việc theo ủy quyền trước.",
	thidua.CodeDeputyEnded:     "Ủy quyền này không có hiệu lực hôm nay.",
	thidua.CodeDeputyHeld:      "Đã có ủy quyền như vậy trong thời gian này. Hãy thu hồi lần trước hoặc chọn ngày khác.",
	thidua.CodeDeputyNotSelf:   "Tài khoản đang làm việc với tên của mình.",
	"password-repeat":          "Hai lần nhập mật khẩu chưa giống nhau.",
}

var changeSentences = map[thidua.Code]string{
	thidua.CodeChangeNumber:   "Hãy nhập số, ký hiệu của quyết định.",
	thidua.CodeChangeSigned:   "Ngày quyết định không thể sau hôm nay.",
	thidua.CodeChangeUnits:    "Hãy chọn ít nhất %d đơn vị.",
	thidua.CodeChangeOne:      "Mỗi lần chỉ chọn một đơn vị.",
	thidua.CodeChangeInto:     "Hãy nhập tên và mã của ít nhất %d đơn vị mới.",
	thidua.CodeChangeAbsent:   "%s không hoạt động vào ngày này.",
	thidua.CodeChangeBoth:     "Đơn vị nhận không thể nằm trong các đơn vị được sáp nhập.",
	thidua.CodeChangeSame:     "Tên mới giống tên đang dùng. Hãy nhập tên mới.",
	thidua.CodeChangeTo:       "Hãy nhập tên cơ quan tiếp nhận.",
	thidua.CodeChangePostUnit: "Hãy chọn đơn vị mới cho %s.",
	thidua.CodeChangeTaken:    "Đã có tên gọi khác bắt đầu từ đúng ngày này. Hãy hoàn tác thay đổi đó trước, hoặc chọn ngày khác.",
	thidua.CodeChangeStands:   "Không hoàn tác được vì đã có dữ liệu phát sinh sau đó: %s.",
	thidua.CodeImportChanged:  "Không hoàn tác được: %s đã được %s sửa sau lần nhập này. Chưa có gì thay đổi.",
	thidua.CodeImportDiffers:  "Không hoàn tác được: %s đã thay đổi sau lần nhập này. Chưa có gì thay đổi.",
	thidua.CodeImportTied:     "Không hoàn tác được: %s đã có %s gắn với dữ liệu của lần nhập này. Chưa có gì thay đổi.",
	thidua.CodeImportUndone:   "Lần nhập này đã được %s hoàn tác.",
	thidua.CodeChangeState:    "Thay đổi này đã được xử lý. Hãy mở lại trang để xem tình trạng mới.",
}

var accountSentences = map[thidua.Code]string{
	"sign-in-wrong":  "Tên đăng nhập hoặc mật khẩu không đúng.",
	"account-locked": "Đã nhập sai nhiều lần. Thử lại sau %d phút, hoặc nhờ Văn phòng cấp lại mật khẩu.",
	"session-ended":  "Phiên làm việc đã kết thúc. Đăng nhập để tiếp tục.",
	"password-wrong": "Mật khẩu đang dùng không đúng.",

	thidua.CodeGrantForbidden: "Chỉ quản trị được giao vai trò.",
	thidua.CodeGrantOwn:       "Không ai tự giao vai trò cho mình. Việc này do quản trị khác thực hiện.",
	thidua.CodeGrantSeat:      "Thành viên Hội đồng không được làm quản trị, vì quản trị không được tiếp cận phiếu biểu quyết.",
	thidua.CodeGrantHeld:      "Tài khoản đang giữ vai trò này.",
	thidua.CodeLastAdmin:      "Phải còn ít nhất một tài khoản quản trị đang mở.",
	thidua.CodePersonUnknown:  "Hãy chọn người trong danh sách.",

	thidua.CodeDecisionMissing: "Hãy nhập số, ký hiệu và ngày của quyết định thành lập.",
	thidua.CodeShareWrong:      "Nhập phân số từ trên 0 đến 1, ví dụ 2/3.",
	thidua.CodeOneChair:        "Hội đồng phải có đúng một Chủ tịch.",
	thidua.CodeOneSecretary:    "Hội đồng phải có đúng một Thư ký.",
	thidua.CodeMemberTwice:     "%s được chọn hai lần.",
	thidua.CodeSourceMissing:   "Hãy ghi văn bản quy định số thành viên dự họp và tỷ lệ thông qua.",

	thidua.CodeSitsEarly: "Hội đồng không hoạt động trước ngày quyết định (%s).",

	"blank":                "Không để trống ô này.",
	thidua.CodeCodeMissing: "Hãy nhập mã, ví dụ NV1.",
	thidua.CodeNameLong:    "Dài quá %d ký tự. Hãy ghi ngắn lại.",
	thidua.CodeOrderWrong:  "Nhập số nguyên từ 0 đến 999.",
	thidua.CodeBirthWrong:  "Nhập năm sinh bốn chữ số, ví dụ 1985.",
	"org.left-early":       "Ngày làm việc cuối không được trước ngày bắt đầu chức vụ đang giữ (từ %s).",
	"org.no-post":          "Người này không còn giữ chức vụ nào sau ngày đó.",
	"org.unit-code-held":   "Mã này đang dùng cho %s. Hãy chọn mã khác.",
	"org.unit-name-held":   "Đã có đơn vị mang tên này (mã %s) trong cùng thời gian.",
	"org.unit-staffed":     "Còn %d người giữ chức vụ ở đơn vị này sau ngày %s (%s). Hãy ghi chức vụ mới hoặc ngày thôi công tác của họ trước.",
	"org.post-earlier":     "Chức vụ mới phải bắt đầu sau chức vụ đang giữ (từ %s).",
}
