package vi

import (
	"strconv"
	"strings"

	"thidua"
)

// SendWay names the way by which a paper went: "Trục liên thông văn bản".
func SendWay(w thidua.SendWay) string {
	switch w {
	case thidua.WayAxis:
		return "Trục liên thông văn bản"
	case thidua.WayClerk:
		return "Văn thư"
	case thidua.WayMail:
		return "Thư điện tử"
	case thidua.WayHand:
		return "Giao trực tiếp"
	}
	return ""
}

// PledgeHead begins the words of a pledge that is made of a registration.
func PledgeHead(unit string, m thidua.Movement, year int) string {
	return unit + " cam kết thực hiện phong trào " + ShortMovement(m.Name) + " năm " + strconv.Itoa(year) + " với các chỉ tiêu sau:"
}

// PledgeLine is a target as a pledge has it: "- Xử lý văn bản đúng hạn: 100%; xong trước ngày 15/12/2025".
func PledgeLine(t thidua.Target) string {
	line := "- " + t.Content
	if text := Target(t); text != "" {
		line += ": " + text
	}
	if t.Due != "" {
		line += "; xong ngày " + Date(t.Due)
	}
	return line
}

// Relation names how another movement stands to this one.
func Relation(r thidua.Relation) string {
	if r == thidua.RelationParent {
		return "Phong trào cấp trên"
	}
	return "Phong trào cùng cấp"
}

// MatterKind heads a group of what is handed over.
func MatterKind(k thidua.MatterKind) string {
	switch k {
	case thidua.MatterTask:
		return "Việc đang chờ"
	case thidua.MatterTarget:
		return "Chỉ tiêu phụ trách"
	case thidua.MatterPaper:
		return "Văn bản đang soạn, đang trình"
	case thidua.MatterEvidence:
		return "Minh chứng phải bổ sung"
	}
	return "Vai trò, nhiệm vụ được giao"
}

// Where a matter of a handover stands, and who gives it anew where the program does not.
const (
	MatterAtDesk    = "Hiện ở Việc của tôi của người nhận khi được giao cùng vai trò"
	MatterMoves     = "Chuyển người phụ trách trong chương trình"
	MatterOfUnit    = "Lãnh đạo đơn vị giao lại: người nhận ở đơn vị khác"
	MatterOfAdmin   = "Quản trị hệ thống thôi vai trò, giao vai trò mới"
	MatterOfCouncil = "Cơ quan sửa Quyết định thành lập Hội đồng"
	MatterOfHead    = "Theo quyết định về chức vụ của cơ quan"
	MatterOwn       = "Người bàn giao bổ sung trước khi đi, hoặc lãnh đạo đơn vị bổ sung"
)

// PaperPlace tells where a paper that is not issued is: "Dự thảo trong chương trình".
func PaperPlace(p thidua.Paper) string {
	if p.State == thidua.PaperInSign {
		return "Đã trình ký, chờ số và bản đã ký"
	}
	return "Dự thảo trong chương trình, mục Văn bản"
}

// SeatDuty names a seat in the council as a handover lists it: "Chủ tịch Hội đồng Thi đua - Khen thưởng".
func SeatDuty(s thidua.Seat) string {
	const council = " Hội đồng"
	return strings.TrimSuffix(SeatInFull(s), council) + council + " Thi đua - Khen thưởng"
}

// launchSentences are the refusals around the launch of a movement and the handing over of work.
var launchSentences = map[thidua.Code]string{
	thidua.CodeLaunchEmpty:  "Ô này chưa ghi.",
	thidua.CodeLaunchFuture: "Ngày này chưa tới. Ghi ngày không sau hôm nay.",
	thidua.CodeLaunchEarly:  "Ngày nhận không trước ngày gửi %s.",
	thidua.CodeWayMissing:   "Hãy chọn cách gửi.",
	thidua.CodeNobodyChosen: "Hãy chọn ít nhất một nơi nhận, hoặc ghi tên nơi nhận khác.",
	thidua.CodeAddress:      "Địa chỉ trang bắt đầu bằng https:// hoặc http://.",
	thidua.CodeUnitNeeded:   "Hãy chọn đơn vị.",
	"launch.pledged":        "%s đã có giao ước năm %d.",
	"launch.answered":       "Câu hỏi này đã được trả lời. Trả lời một lần, dùng chung.",
	"launch.guided-twice":   "Văn bản này đã có tiêu chí mang ký hiệu ấy.",
	"launch.tick-unknown":   "Mục này tính từ dữ liệu, không đánh dấu bằng tay.",
	"handover.receiver":     "Hãy chọn người nhận bàn giao: người đang công tác, không phải người bàn giao.",
	"handover.open":         "%s đang có một lần bàn giao chưa xong. Hãy làm tiếp lần ấy.",
	"handover.changed":      "Danh mục bàn giao vừa thay đổi. Hãy xem lại rồi bàn giao.",
	thidua.TaskAnswer:       "Trả lời câu hỏi: %s",
	thidua.TaskReadAnswer:   "Đọc câu trả lời của Văn phòng: %s",
	thidua.TaskAcknowledge:  "Xác nhận đã nhận %s",
	thidua.TaskTakeParcel:   "Nhận gói hồ sơ của %s",
}
