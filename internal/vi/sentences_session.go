package vi

import "thidua"

var sessionSentences = map[thidua.Code]string{
	"session.number-missing": "Hãy nhập số thứ tự của phiên họp.",
	"session.time-missing":   "Hãy nhập ngày, giờ họp.",
	"session.place-missing":  "Hãy nhập địa điểm họp.",
	"session.no-council":     "Chưa có Hội đồng. Hãy nhập quyết định thành lập Hội đồng trước.",
	"session.vote-started":   "Đã bắt đầu biểu quyết nên không sửa được nội dung này.",
	"session.absence-reason": "Hãy ghi lý do vắng mặt.",
	"vote.choice-missing":    "Hãy chọn ý kiến.",
}
