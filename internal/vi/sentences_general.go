package vi

import "thidua"

var generalSentences = map[thidua.Code]string{
	thidua.CodeInvalid: "Chưa lưu được: hãy sửa các ô được đánh dấu. Nội dung đã nhập vẫn còn.",
}
