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

	"closing.not-begun":    "Phong trào chưa bắt đầu tổng kết nên chưa có đợt tổng kết.",
	"closing.quota-number": "Hãy nhập số lượng là số từ 0.",
	"closing.quota-source": "Hãy ghi văn bản quy định số lượng: số, ký hiệu, ngày.",

	"file.no-folder":      "Máy chủ này chưa có nơi lưu tệp. Hãy báo quản trị hệ thống.",
	"score.scale-missing": "Chưa có thang điểm: hãy ghi điểm tối đa của từng tiêu chí trước khi mở phiếu chấm.",
	"score.sheets-open":   "Phiếu chấm của năm này đã mở nên không sửa được thang điểm; vẫn ghi được ngày, văn bản thông qua.",
	"round.ended":         "Năm %d đã kết thúc, số liệu không sửa được nữa.",
	"progress.not-yours":  "Chỉ lãnh đạo phòng, người phụ trách chỉ tiêu hoặc Văn phòng cập nhật được nội dung này.",
	"own-case":            "Không ai tự ghi nhận, tự xét trường hợp của mình; hãy để người khác của Văn phòng thực hiện.",
}

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

// sendingSentences are of the way of a list: Phiếu trình, ý kiến chỉ đạo, gửi Sở Nội vụ.
var sendingSentences = map[thidua.Code]string{
	thidua.CodeListBlocked:     "Chưa trình được: còn bản đăng ký chưa gửi, đang bổ sung hoặc chưa rà soát.",
	thidua.CodeListEmpty:       "Chưa trình được: chưa có bản đăng ký nào đã rà soát và chưa phê duyệt.",
	thidua.CodeLeaderMissing:   "Hãy chọn lãnh đạo đã cho ý kiến.",
	thidua.CodeFormMissing:     "Hãy chọn hình thức cho ý kiến.",
	thidua.CodeOpinionMissing:  "Hãy chọn ý kiến.",
	thidua.CodeAnswerMissing:   "Hãy chọn kết quả.",
	thidua.CodeDayMissing:      "Hãy nhập ngày.",
	thidua.CodeDayFuture:       "Ngày không được sau hôm nay.",
	thidua.CodeDayBackwards:    "Ngày gửi, ngày nhận không được trước ngày của văn bản.",
	thidua.CodeNumberMissing:   "Hãy nhập số, ký hiệu của văn bản.",
	thidua.CodeNothingApproved: "Chưa có bản đăng ký nào được lãnh đạo phê duyệt mà chưa gửi.",
	"note.missing":             "Hãy nhập nội dung ý kiến.",
	"list.none-chosen":         "Hãy chọn ít nhất một dòng trong danh sách.",
	"slip.open":                "Đang có một Phiếu trình chờ ý kiến. Hãy ghi nhận ý kiến trên phiếu đó trước.",
	"format-unknown":           "Tệp này không có ở dạng đã yêu cầu.",
	"registration.no-unit":     "Tài khoản này chưa gắn với phòng nào nên chưa có bản đăng ký của phòng.",
	"file.missing":             "Hãy chọn tệp.",
	"round.none":               "Chưa có năm thi đua nào. Văn phòng nhập kế hoạch trước.",

	thidua.CodeWhatMissing:     "Hãy ghi nội dung.",
	thidua.CodeUnitsMissing:    "Hãy chọn đơn vị thuộc đợt kiểm tra.",
	thidua.CodeDueEarly:        "Thời hạn thực hiện kiến nghị phải từ ngày %s, ngày đầu của đợt kiểm tra.",
	thidua.CodeVisitOutside:    "Ngày kiểm tra phải trong khoảng từ %s đến %s.",
	thidua.CodeFindingMissing:  "Hãy ghi kết quả kiểm tra tại đơn vị.",
	thidua.CodeAnswerEvidence:  "Hãy ghi số, ký hiệu văn bản hoặc đính kèm tệp minh chứng.",
	thidua.CodeTookPartWrong:   "Số người tham gia phải là số nguyên từ 0.",
	thidua.CodeWordsMissing:    "Hãy ghi lời xác nhận.",
	thidua.CodeLinkDays:        "Ngày hết hạn phải từ hôm nay đến hết %s.",
	thidua.CodeLinkClosed:      "Liên kết này đã được thu hồi.",
	thidua.CodeLinkDevices:     "Liên kết đã mở trên %d thiết bị, không mở thêm được. Hãy báo Văn phòng lập liên kết mới.",
	thidua.CodeLinkReads:       "Liên kết này chỉ để đọc. Ý kiến xin ghi trên Phiếu trình hoặc báo Văn phòng.",
	thidua.CodeDepositedNumber: "Hãy ghi số hồ sơ lưu.",
}
