package vi

import "thidua"

var registrationSentences = map[thidua.Code]string{
	thidua.CodeContentMissing:   "Hãy nhập nội dung đăng ký.",
	thidua.CodeValueMissing:     "Hãy nhập chỉ tiêu.",
	thidua.CodeValueWrong:       "Chỉ tiêu chưa đúng. Nhập số, ví dụ 95,5.",
	thidua.CodeMeasureMissing:   "Hãy nhập đơn vị tính.",
	thidua.CodePercentTooHigh:   "Chỉ tiêu tính theo phần trăm không vượt quá 100.",
	thidua.CodeDueMissing:       "Hãy nhập thời hạn hoàn thành.",
	thidua.CodeDueOutside:       "Thời hạn hoàn thành phải nằm trong năm %d.",
	thidua.CodeTooManyLines:     "Bản đăng ký của cá nhân có nhiều nhất %d dòng.",
	thidua.CodeNoLines:          "Hãy đăng ký ít nhất một nội dung.",
	thidua.CodeCriterionUnknown: "Tiêu chí này không có trong kế hoạch.",
}
