package vi

import "thidua"

// sheetSentences are of Excel workbooks that somebody imports.
var sheetSentences = map[thidua.Code]string{
	"sheet.too-large":    "Tệp lớn hơn %d MB. Hãy chia thành nhiều tệp.",
	"sheet.damaged":      "Không đọc được tệp này. Hãy mở bằng Excel và lưu lại dạng .xlsx, không đặt mật khẩu.",
	"sheet.empty":        "Tệp không có dòng dữ liệu nào dưới dòng tiêu đề.",
	"sheet.column":       "Thiếu cột “%s”. Tải tệp mẫu bằng lệnh thidua export.",
	"sheet.column-twice": "Cột “%s” có hai lần.",
	"sheet.too-many":     "Tệp có hơn %d dòng. Hãy chia thành nhiều tệp.",
	"import.choice":      "Chỉ nhập %s.",
	"import.unit":        "Không có đơn vị nào mang mã %s.",
	"import.year":        "Nhập năm bốn chữ số.",
}
