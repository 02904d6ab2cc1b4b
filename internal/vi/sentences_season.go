package vi

import "thidua"

// seasonSentences are of what happens between registration and council: progress, evidence, scores.
var seasonSentences = map[thidua.Code]string{
	thidua.CodeProgressFuture: "Ngày cập nhật không được sau hôm nay.",
	thidua.CodeProgressValue:  "Số liệu chưa đúng. Nhập số, ví dụ 95,5.",
	thidua.CodeProgressText:   "Hãy ghi kết quả đã làm được.",
	thidua.CodeEvidenceEmpty:  "Hãy đính kèm tệp, hoặc ghi số, ký hiệu và trích yếu của văn bản.",
	thidua.CodeEvidenceNumber: "Hãy ghi số, ký hiệu của văn bản.",
	thidua.CodeScoreRange:     "Điểm phải từ 0 đến %s.",
	thidua.CodeScoreStep:      "Điểm chấm theo bước 0,5.",
	thidua.CodeScoreReason:    "Điểm rà soát khác điểm tự chấm: hãy ghi lý do.",
	thidua.CodeScoreNote:      "Hãy ghi căn cứ của điểm này.",
}
