package vi

import (
	"fmt"
	"thidua"
)

// provinceSentences are what Sở Nội vụ and UBND tỉnh are told.
var provinceSentences = map[thidua.Code]string{
	thidua.CodeAgencyKind:    "Loại cơ quan là một trong: co-quan, so-noi-vu, ubnd-tinh.",
	thidua.CodeOverUnits:     "Vượt số lượng tập thể: quy định %[1]d, đang chọn %[2]d. Bỏ bớt rồi lưu lại.",
	thidua.CodeOverPeople:    "Vượt số lượng cá nhân: quy định %[1]d, đang chọn %[2]d. Bỏ bớt rồi lưu lại.",
	thidua.CodeOverUnitsIn:   "Vượt số lượng tập thể của khối “%[3]s”: quy định %[1]d, đang chọn %[2]d. Bỏ bớt rồi lưu lại.",
	thidua.CodeOverPeopleIn:  "Vượt số lượng cá nhân của khối “%[3]s”: quy định %[1]d, đang chọn %[2]d. Bỏ bớt rồi lưu lại.",
	thidua.CodeRaisedEarly:   "Chưa trình được %s: hồ sơ của %s chưa được xác nhận đủ điều kiện.",
	thidua.CodeNotEligible:   "Chỉ chọn trường hợp thuộc hồ sơ đang thẩm định hoặc đủ điều kiện; %s chưa ở bước này.",
	thidua.CodeNothingChosen: "Chưa chọn trường hợp nào thuộc hồ sơ đủ điều kiện.",
	thidua.CodeListOpen:      "Danh sách của năm này đã lập. Trình hoặc hủy danh sách đó trước.",
	thidua.CodeQuotaNumber:   "Nhập số từ 0 đến 10.000.",
	thidua.CodePartsAsked:    "Chọn ít nhất một phần cần bổ sung.",
	thidua.CodeUntilPast:     "Ngày cần bổ sung phải sau hôm nay.",
	thidua.CodePointsWrong:   "Nhập chỉ số từ 0 đến 100.",
	thidua.CodeAgencyUnknown: "Chọn một cơ quan trong danh sách.",
	thidua.CodeStrangeParcel: "Gói này không thuộc hồ sơ đang xem xét: %s.",
	thidua.CodeNotChosenWhy:  "Ghi lý do không chọn %s, vì hồ sơ đã đủ điều kiện.",
	thidua.CodeSignerMissing: "Nhập người ký quyết định.",
	thidua.CodeDueYear:       "Nhập một ngày của năm %d.",
	thidua.CodeOwnChosen:     "Không ai tự lựa chọn trường hợp của mình.",
}

// The names of the papers that stand in a package of Sở Nội vụ or UBND tỉnh.
const (
	LetterPart   = "01. Tờ trình"
	DecisionPart = "01. Quyết định"
)

// PeriodName says which year of a movement somebody looks at: "năm 2024", "tổng kết đến năm 2025".
func PeriodName(p thidua.Period) string {
	if p.Closing {
		return fmt.Sprintf("tổng kết đến năm %d", p.Year)
	}
	return fmt.Sprintf("năm %d", p.Year)
}

var provinceActions = map[thidua.Action]wording{
	thidua.AcceptDossier:    {"Tiếp nhận hồ sơ", "đã tiếp nhận hồ sơ"},
	thidua.ReturnDossier:    {"Trả lại để bổ sung", "đã trả lại hồ sơ để bổ sung"},
	thidua.RaiseDossier:     {"Trình Chủ tịch UBND tỉnh", "đã trình Chủ tịch UBND tỉnh"},
	thidua.GrantDossier:     {"Ghi kết quả được tặng", "đã ghi kết quả được tặng Bằng khen"},
	thidua.RefuseDossier:    {"Không khen thưởng", "đã ghi kết quả không khen thưởng"},
	thidua.TakeResubmitted:  {"Nhận hồ sơ bổ sung", "đã nhận hồ sơ bổ sung"},
	thidua.MarkEligible:     {"Xác nhận đủ điều kiện", "đã xác nhận hồ sơ đủ điều kiện"},
	thidua.ReopenAppraisal:  {"Thẩm định lại", "đã chuyển hồ sơ về thẩm định lại"},
	thidua.TickParts:        {"Lưu kiểm tra thành phần", "đã kiểm tra thành phần hồ sơ"},
	thidua.ChooseCases:      {"Lưu lựa chọn", "đã lưu lựa chọn"},
	thidua.SaveQuota:        {"Lưu số lượng", "đã ghi số lượng khen thưởng"},
	thidua.SaveIndexPoint:   {"Lưu chỉ số", "đã ghi chỉ số cải cách hành chính"},
	thidua.MakeRaiseList:    {"Lập danh sách trình", "đã lập danh sách trình Chủ tịch UBND tỉnh"},
	thidua.DropRaiseList:    {"Hủy danh sách", "đã hủy danh sách chưa trình"},
	thidua.RaiseList:        {"Trình Chủ tịch UBND tỉnh", "đã trình danh sách lên Chủ tịch UBND tỉnh"},
	thidua.IssueDecision:    {"Ban hành quyết định", "đã ghi nhận quyết định khen thưởng được ban hành"},
	thidua.ConfirmEnrolment: {"Xác nhận đăng ký", "đã xác nhận danh sách đăng ký thi đua"},
	thidua.ReturnEnrolment:  {"Trả lại danh sách", "đã trả lại danh sách đăng ký thi đua để bổ sung"},
	thidua.SaveEnrolmentDue: {"Lưu hạn đăng ký", "đã ghi hạn gửi danh sách đăng ký thi đua"},
	thidua.AnswerSenders:    {"Trả kết quả", "đã trả kết quả cho cơ quan gửi hồ sơ"},
}
