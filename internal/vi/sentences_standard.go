package vi

import "thidua"

// standardSentences give the reason of each finding beside a standard, for the council and for the papers.
var standardSentences = map[thidua.Code]string{
	thidua.FindNoData:        "Chưa có dữ liệu để đối chiếu.",
	thidua.FindRegistered:    "Đã đăng ký thi đua.",
	thidua.FindUnregistered:  "Chưa đăng ký thi đua.",
	thidua.FindTargets:       "Đạt %d/%d chỉ tiêu đã đăng ký.",
	thidua.FindScore:         "Đạt %s điểm; tiêu chuẩn là từ %s điểm.",
	thidua.FindRank:          "Xếp thứ %d/%d.",
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
	thidua.FindManual:        "Do người có thẩm quyền nhận xét.",
}

// FindingSentence gives the reason of a finding; without words for it, that it must be considered.
func FindingSentence(f thidua.Finding) string {
	return say(f.Code, f.Args, "Cần xem xét.")
}
