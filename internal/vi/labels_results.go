package vi

import "thidua"

var resultActions = map[thidua.Action]wording{
	thidua.ReportProgress:   {"Cập nhật tiến độ", "đã cập nhật tiến độ chỉ tiêu"},
	thidua.AttachEvidence:   {"Thêm minh chứng", "đã thêm minh chứng"},
	thidua.RecordInitiative: {"Ghi sáng kiến", "đã ghi sáng kiến"},
	thidua.RecordEvaluation: {"Ghi xếp loại", "đã ghi kết quả xếp loại hằng năm"},
	thidua.RecordIndex:      {"Ghi chỉ số", "đã ghi thứ hạng chỉ số cải cách hành chính"},
	thidua.SetScale:         {"Lưu thang điểm", "đã ghi thang điểm"},
	thidua.OpenSheets:       {"Mở phiếu chấm", "đã mở phiếu chấm điểm cho các đơn vị"},
	thidua.CommentSheet:     {"Ghi ý kiến", "đã ghi ý kiến vào phiếu chấm"},
}

var classLabels = map[thidua.EvaluationClass]string{
	thidua.ClassExcellent: "Hoàn thành xuất sắc nhiệm vụ",
	thidua.ClassGood:      "Hoàn thành tốt nhiệm vụ",
	thidua.ClassCompleted: "Hoàn thành nhiệm vụ",
	thidua.ClassNot:       "Không hoàn thành nhiệm vụ",
}

// Class gives the words of a class of the yearly evaluation: "Hoàn thành tốt nhiệm vụ".
func Class(c thidua.EvaluationClass) string { return classLabels[c] }

var answerLabels = map[thidua.Answer]string{thidua.AnswerYes: "Đạt", thidua.AnswerNo: "Chưa đạt"}

// Answer gives the words of an answer of the yes/no sheet; empty for none.
func Answer(a thidua.Answer) string { return answerLabels[a] }
