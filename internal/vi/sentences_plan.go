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
	"plan-no-kind":            "Không tìm thấy dòng “KẾ HOẠCH” ở đầu văn bản; hãy chọn đúng bản kế hoạch.",
}
