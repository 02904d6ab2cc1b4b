package vi

import (
	"fmt"

	"thidua"
)

var sessionSentences = map[thidua.Code]string{
	"session.number-missing": "Hãy nhập số thứ tự của phiên họp.",
	"session.time-missing":   "Ngày hoặc giờ họp chưa đúng. Nhập ngày như 16/01/2025, giờ như 14:00.",
	"session.place-missing":  "Hãy nhập địa điểm họp.",
	"session.no-council":     "Ngày %s chưa có Hội đồng nào hoạt động. Hãy xem lại ngày họp, hoặc nhập quyết định thành lập Hội đồng trước.",
	"session.early":          "Ngày họp không được trước năm %d, là năm được xét.",
	"session.vote-started":   "Đã bắt đầu biểu quyết nên không sửa được nội dung này.",
	"session.absence-reason": "Hãy ghi lý do vắng mặt.",
	"session.vote-kind":      "Hãy chọn cách biểu quyết.",
	"session.hours-missing":  "Hãy nhập ngày (dd/mm/yyyy) và giờ, ví dụ 14:00.",
	"session.hours-order":    "Giờ kết thúc phải sau giờ bắt đầu.",
	"session.hours-future":   "Giờ kết thúc không thể ở sau lúc này.",
	"session.counter":        "Người kiểm phiếu phải là thành viên Hội đồng.",
	"vote.choice-missing":    "Hãy chọn ý kiến.",
	"vote.opinion-of":        "Hãy chọn thành viên gửi ý kiến.",
}

var nomineeSentences = map[thidua.Code]string{
	"nominee.subject-unknown": "Hãy chọn tập thể hoặc cá nhân trong danh sách.",
	"nominee.award-unknown":   "Hãy chọn hình thức khen thưởng của Kế hoạch.",
	"nominee.summary-missing": "Hãy ghi tóm tắt thành tích.",
	"nominee.summary-long":    "Tóm tắt thành tích có nhiều nhất %d dòng.",
	"nominee.words-missing":   "Hãy ghi nhận xét bằng lời.",
	"nominee.verdict-wrong":   "Hãy chọn kết luận: đạt, chưa đạt, cần xem xét hoặc chờ công bố.",
	"nominee.session-wrong":   "Hãy chọn phiên họp chưa biểu quyết của năm này.",
}

var voteSentences = map[thidua.Code]string{
	thidua.CodeCountSum:       "Các số cộng lại là %d, phải bằng %d.",
	thidua.CodeCountNegative:  "Nhập số nguyên từ 0 trở lên.",
	thidua.CodeCountReturned:  "Số phiếu thu về (%d) nhiều hơn số phiếu phát ra (%d).",
	thidua.CodeCountIssued:    "Số phiếu phát ra (%d) nhiều hơn số thành viên được biểu quyết có mặt (%d).",
	thidua.CodeCountsDiffer:   "Hai lần kiểm phiếu cho kết quả khác nhau. Hãy kiểm lại phiếu.",
	thidua.CodeCountSameHand:  "Hai lần kiểm phiếu phải do hai người khác nhau thực hiện.",
	thidua.CodeOpinionPresent: "Thành viên có mặt biểu quyết tại phiên họp, không gửi ý kiến bằng văn bản.",
	thidua.CodeOwnVote:        "Thành viên là người được xét thì không tham gia biểu quyết trường hợp của mình.",
	thidua.CodeCountsTaken:    "Hai người khác đã kiểm phiếu trường hợp này.",
	thidua.CodeOnlyWritten:    "Phiên này lấy ý kiến bằng văn bản nên không nhập số phiếu.",
}

// standardSentences give the reason of each finding beside a standard, for the council and for the papers.
var standardSentences = map[thidua.Code]string{
	thidua.FindNoData:        "Chưa có dữ liệu để đối chiếu.",
	thidua.FindRegistered:    "Đã đăng ký thi đua.",
	thidua.FindUnregistered:  "Chưa đăng ký thi đua.",
	thidua.FindYears:         "Đăng ký thi đua %d/%d năm của giai đoạn.",
	thidua.FindClasses:       "Xếp loại hoàn thành tốt nhiệm vụ trở lên %d/%d năm của giai đoạn.",
	thidua.FindTargets:       "Đạt %d/%d chỉ tiêu đã đăng ký.",
	thidua.FindScore:         "Đạt %s điểm; tiêu chuẩn là từ %s điểm.",
	thidua.FindRank:          "Xếp thứ %d/%d.",
	thidua.FindNewUnit:       "Đơn vị mới, không có đơn vị tiền thân: cần xem xét, không so sánh được với năm trước.",
	thidua.FindMergedUnit:    "Đơn vị hợp thành từ %d đơn vị của năm trước: cần xem xét, không so sánh được với năm trước.",
	thidua.FindGain:          "Thay đổi thứ hạng so với năm trước: %+d bậc.",
	thidua.FindIndex:         "Chỉ số cải cách hành chính xếp thứ %d/%d năm %d.",
	thidua.FindIndexAwaited:  "Chỉ số cải cách hành chính của năm chưa được công bố.",
	thidua.FindIndexBefore:   "Chỉ số cải cách hành chính của năm chưa được công bố; năm %d xếp thứ %d/%d.",
	thidua.FindHold:          "Đang có nội dung phải tạm dừng xét khen thưởng.",
	thidua.FindNoHold:        "Không có nội dung phải tạm dừng xét khen thưởng.",
	thidua.FindInitiative:    "Có sáng kiến được công nhận tại Quyết định số %s ngày %s.",
	thidua.FindInitiativeDue: "Đã ghi nhận sáng kiến, chưa có quyết định công nhận.",
	thidua.FindNoInitiative:  "Chưa ghi nhận sáng kiến.",
	thidua.FindEvaluation:    "Xếp loại: %s (Quyết định số %s).",
	thidua.FindEvaluationLow: "Xếp loại: %s (Quyết định số %s).",
	thidua.FindPlan:          "Đã ban hành kế hoạch số %s ngày %s.",
	thidua.FindPublicity:     "Có %d tin, bài; tiêu chuẩn là từ %d.",
	thidua.FindUsed:          "Sáng kiến theo Quyết định số %s ngày %s đã làm tiêu chuẩn cho đề nghị khen thưởng của %s năm %d; mỗi sáng kiến làm tiêu chuẩn một lần (Công văn số 5007/BNV-TĐKT).",
	thidua.FindRemark:        "Đơn vị đã nhận xét tại cuộc họp ngày %s.",
	thidua.FindNoRemark:      "Chưa có nhận xét của đơn vị về phẩm chất, đoàn kết, gương mẫu.",
	thidua.FindManual:        "Chờ người có thẩm quyền nhận xét.",
}

// FindingSentence gives the reason of a finding; without words for it, that it must be considered.
func FindingSentence(f thidua.Finding) string {
	if f.Code == thidua.FindGain && len(f.Args) == 1 {
		if places, ok := f.Args[0].(int); ok {
			return gained(places)
		}
	}
	return say(f.Code, f.Args, "Cần xem xét.")
}

func gained(places int) string {
	switch {
	case places > 0:
		return fmt.Sprintf("Thứ hạng tăng %d bậc so với năm trước.", places)
	case places < 0:
		return fmt.Sprintf("Thứ hạng giảm %d bậc so với năm trước.", -places)
	}
	return "Thứ hạng giữ nguyên so với năm trước."
}
