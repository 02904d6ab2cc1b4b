package vi

import "thidua"

var sessionSentences = map[thidua.Code]string{
	"session.number-missing": "Hãy nhập số thứ tự của phiên họp.",
	"session.time-missing":   "Hãy nhập ngày, giờ họp.",
	"session.place-missing":  "Hãy nhập địa điểm họp.",
	"session.no-council":     "Chưa có Hội đồng. Hãy nhập quyết định thành lập Hội đồng trước.",
	"session.vote-started":   "Đã bắt đầu biểu quyết nên không sửa được nội dung này.",
	"session.absence-reason": "Hãy ghi lý do vắng mặt.",
	"session.vote-kind":      "Hãy chọn cách biểu quyết.",
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
