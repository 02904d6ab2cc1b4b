package vi

import "thidua"

// planSentences says why a file was not read as a plan, and what to do.
var planSentences = map[thidua.Code]string{
	"plan-too-large":          "Tệp lớn hơn %d MB; hãy bỏ bớt hình ảnh rồi lưu lại, hoặc lưu thành .txt.",
	"plan-too-long":           "Văn bản dài hơn %d ký tự, không phải một bản kế hoạch; hãy kiểm tra lại tệp.",
	"plan-paragraph-too-long": "Có đoạn văn dài hơn %d ký tự; hãy kiểm tra lại tệp, ngắt đoạn rồi chọn lại.",
	"plan-empty":              "Tệp không có nội dung; hãy kiểm tra lại tệp.",
	"plan-damaged":            "Tệp bị hỏng hoặc chưa tải về đủ; hãy mở bằng Word, lưu lại rồi chọn lại.",
	"plan-bomb":               "Tệp nén chứa lượng dữ liệu bất thường nên bị từ chối; hãy lưu lại thành .docx hoặc .txt.",
	"plan-not-document":       "Tệp không phải là văn bản; hãy chọn bản kế hoạch dạng .docx hoặc .txt.",
	"plan-not-read-yet":       "Chưa đọc được tệp %s; hãy lưu bản kế hoạch thành .docx hoặc .txt rồi chọn lại.",
	"plan-locked":             "Tệp đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu, lưu lại rồi chọn lại.",
	"plan-scanned":            "Tệp chỉ có hình ảnh (bản chụp, bản quét), không có chữ để đọc; hãy chọn bản Word gốc.",
	"plan-encoding":           "Chữ trong tệp không theo bảng mã Unicode (có thể là TCVN3 hoặc VNI); hãy chuyển sang Unicode rồi lưu lại.",
	"plan-secret":             "Văn bản có dấu “%s”; không đưa bí mật nhà nước vào phần mềm này.",
	"plan-other-kind":         "Văn bản là %s, không phải KẾ HOẠCH; hãy chọn đúng bản kế hoạch.",
	"plan.missing-file":       "Hãy chọn tệp kế hoạch.",
	"plan.made-before":        "Phong trào “%s” giai đoạn %d-%d đã được tạo từ một bản kế hoạch trước; không tạo lại. Mở phong trào đó để bổ sung.",
	"plan.day":                "Ngày chưa đúng. Nhập theo dạng ngày/tháng/năm, ví dụ 20/8/2021.",
	"plan.yearly-day":         "Hạn chưa đúng. Nhập ngày/tháng cho hằng năm, ví dụ 01/02, hoặc đủ ngày/tháng/năm.",
	"plan.year":               "Năm chưa đúng. Nhập bốn chữ số, ví dụ 2021.",
	"plan.test":               "Hãy chọn cách xét tiêu chuẩn.",
	"round.number":            "Nhập số nguyên từ 0, hoặc để trống khi chưa có chỉ tiêu.",
	thidua.CodeMovementName:   "Hãy ghi tên phong trào.",
	thidua.CodeMovementYears:  "Năm bắt đầu, năm kết thúc chưa đúng; một phong trào dài nhất 20 năm.",
	thidua.CodeNoCriterion:    "Hãy ghi ít nhất một tiêu chí thi đua.",
	thidua.CodeNoSubject:      "Hãy chọn tiêu chí áp dụng cho tập thể, cá nhân hay cả hai.",
	thidua.CodeNoAward:        "Hãy ghi ít nhất một hình thức khen thưởng.",
	thidua.CodePlanFuture:     "Ngày ban hành không được sau hôm nay.",
	thidua.CodePercent:        "Nhập tỷ lệ từ 1 đến 100.",
	thidua.CodeOwnReviewer:    "Văn phòng không tự chấm phiếu của mình; hãy chọn đơn vị khác.",
	thidua.CodeAfterDue:       "Hạn nội bộ phải không sau hạn đăng ký tại Sở Nội vụ (%s).",
	"round.not-launched":      "Phong trào chưa phát động. Hãy ghi nhận phát động trước khi mở đăng ký.",
	"plan-no-kind":            "Không tìm thấy dòng “KẾ HOẠCH” ở đầu văn bản; hãy chọn đúng bản kế hoạch.",
}
