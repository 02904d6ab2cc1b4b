package vi

import "thidua"

var workflowSentences = map[thidua.Code]string{
	thidua.CodeWrongState:    "Không thực hiện được “%s” khi đang ở trạng thái “%s”. Có thể người khác vừa xử lý; hãy tải lại trang.",
	thidua.CodeNotYours:      "Tài khoản này không được giao thực hiện “%s”.",
	thidua.CodeMissing:       "Chưa thực hiện được: %s.",
	thidua.CodeReasonMissing: "Hãy ghi lý do.",
}
