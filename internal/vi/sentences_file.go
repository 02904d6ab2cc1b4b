package vi

import "thidua"

// fileSentences are of files that somebody adds as evidence.
var fileSentences = map[thidua.Code]string{
	"file.too-large": "Tệp lớn hơn %d MB. Hãy giảm dung lượng rồi chọn lại.",
	"file.empty":     "Tệp không có nội dung.",
	"file.type":      "Không nhận loại tệp này.",
	"file.extension": "Tên tệp không đúng với nội dung; nội dung là tệp %s.",
	"file.damaged":   "Tệp bị hỏng hoặc chưa tải về đủ. Hãy mở, lưu lại rồi chọn lại.",
	"file.bomb":      "Tệp chứa lượng dữ liệu bất thường nên không nhận.",
	"file.macro":     "Tệp có chứa macro nên không nhận. Hãy lưu thành tệp không có macro.",
	"file.secret":    "Tệp có dấu “%s”. Không đưa bí mật nhà nước vào phần mềm này.",
	"file.changed":   "Tệp đang lưu không còn đúng như lúc gửi. Hãy báo quản trị hệ thống.",
}
