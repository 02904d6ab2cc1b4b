package vi

import (
	"thidua"
)

var paperActions = map[thidua.Action]wording{
	thidua.MakeDossier:    {"Lập hồ sơ", "đã lập hồ sơ đề nghị khen thưởng"},
	thidua.MakePaper:      {"Lập văn bản", "đã lập văn bản"},
	thidua.SaveWording:    {"Lưu lời văn", "đã sửa lời văn của mẫu"},
	thidua.RenewPaper:     {"Làm bản mới theo dữ liệu", "đã làm bản mới theo dữ liệu"},
	thidua.RecordConfirm:  {"Ghi nhận xác nhận", "đã ghi nhận xác nhận của cấp trình"},
	thidua.RecordHardCopy: {"Ghi nhận đã nộp", "đã ghi nhận nộp 01 bộ bản chính giấy"},
	thidua.PublishHonour:  {"Đưa lên Bảng vàng", "đã công bố Bảng vàng"},
	thidua.HideHonour:     {"Gỡ khỏi Bảng vàng", "đã gỡ Bảng vàng"},
}

var paperKindLabels = map[thidua.PaperKind]string{
	thidua.PaperProposal:     "Tờ trình",
	thidua.PaperMinutes:      "Biên bản họp xét",
	thidua.PaperReport:       "Báo cáo thành tích",
	thidua.PaperRegistration: "Danh sách đăng ký thi đua",
	thidua.PaperOther:        "Văn bản khác",
}

// PaperKind gives the name of a kind of paper: "Tờ trình".
func PaperKind(k thidua.PaperKind) string { return paperKindLabels[k] }

// PaperTitle names a paper with whom it is about: "Báo cáo thành tích: Phòng Nghiệp vụ 2".
func PaperTitle(k thidua.PaperKind, about string) string {
	if about == "" {
		return PaperKind(k)
	}
	return PaperKind(k) + ": " + about
}

var formLabels = map[thidua.OpinionForm]string{
	thidua.OpinionOnSlip:    "Bút phê trên Phiếu trình",
	thidua.OpinionInSystem:  "Ký trên hệ thống quản lý văn bản",
	thidua.OpinionAtMeeting: "Ý kiến tại cuộc họp",
	thidua.OpinionHere:      "Trong chương trình",
}

// OpinionForm gives the words of how a leader gave an opinion: "Bút phê trên Phiếu trình".
func OpinionForm(f thidua.OpinionForm) string { return formLabels[f] }

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
