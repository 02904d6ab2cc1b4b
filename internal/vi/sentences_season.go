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
	thidua.CodeScoreAnswer:    "Hãy chọn Đạt hoặc Chưa đạt.",

	thidua.CodeIndexYear:       "Năm của chỉ số chưa đúng.",
	thidua.CodeIndexRank:       "Thứ hạng phải là số từ 1 đến tổng số đơn vị được xếp hạng.",
	thidua.CodeDocumentMissing: "Hãy ghi số, ký hiệu, ngày của văn bản làm căn cứ.",
	thidua.CodeClassUnknown:    "Hãy chọn mức xếp loại.",
	thidua.CodePersonMissing:   "Hãy chọn người.",
	thidua.CodeTitleOfWork:     "Hãy ghi tên giải pháp, sáng kiến.",
	thidua.CodeScalePoints:     "Điểm tối đa phải lớn hơn 0, theo bước 0,5.",
	thidua.CodeFutureDay:       "Ngày này không được sau hôm nay.",

	"file.no-folder":      "Máy chủ này chưa có nơi lưu tệp. Hãy báo quản trị hệ thống.",
	"score.scale-missing": "Chưa có thang điểm: hãy ghi điểm tối đa của từng tiêu chí trước khi mở phiếu chấm.",
	"score.sheets-open":   "Phiếu chấm của năm này đã mở nên không sửa được thang điểm; vẫn ghi được ngày, văn bản thông qua.",
	"round.ended":         "Năm %d đã kết thúc, số liệu không sửa được nữa.",
	"progress.not-yours":  "Chỉ lãnh đạo phòng, người phụ trách chỉ tiêu hoặc Văn phòng cập nhật được nội dung này.",
	"own-case":            "Không ai tự ghi nhận, tự xét trường hợp của mình; hãy để người khác của Văn phòng thực hiện.",
}
