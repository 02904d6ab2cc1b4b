package vi

import (
	"fmt"
	"time"

	"thidua"
)

// PlainHTTP is the reason that the log keeps when the server answers without TLS beyond its own machine.
const PlainHTTP = "Kết nối không mã hóa (--allow-http)"

// Visitor names who has not signed in, as the log shows it.
const Visitor = "Người chưa đăng nhập"

var rankLabels = map[thidua.Rank]string{
	thidua.RankLeader: "Lãnh đạo cơ quan",
	thidua.RankHead:   "Trưởng đơn vị",
	thidua.RankDeputy: "Phó trưởng đơn vị",
	thidua.RankMember: "Công chức, người lao động",
}

var seatLabels = map[thidua.Seat]string{
	thidua.SeatChair:     "Chủ tịch",
	thidua.SeatDeputy:    "Phó Chủ tịch",
	thidua.SeatSecretary: "Ủy viên, Thư ký",
	thidua.SeatMember:    "Ủy viên",
}

var unitKindLabels = map[thidua.UnitKind]string{
	thidua.UnitOffice:   "Văn phòng",
	thidua.UnitDivision: "Phòng",
}

var changeLabels = map[thidua.ChangeKind]string{
	thidua.ChangeRename:   "Đổi tên",
	thidua.ChangeMerge:    "Sáp nhập",
	thidua.ChangeSplit:    "Chia tách",
	thidua.ChangeDissolve: "Giải thể",
	thidua.ChangeTransfer: "Chuyển sang cơ quan khác",
	thidua.ChangeAgency:   "Đổi tên, đổi cơ quan cấp trên",
}

var changeStateLabels = map[thidua.ChangeState]string{
	thidua.OrgDraft:   "Dự thảo",
	thidua.OrgPlanned: "Chờ đến ngày hiệu lực",
	thidua.OrgDone:    "Đã thực hiện",
	thidua.OrgUndone:  "Đã hoàn tác",
	thidua.OrgDropped: "Đã bỏ",
}

// ChangeNamed names a change by its kind and its decision.
func ChangeNamed(c thidua.OrgChange) string {
	return changeLabels[c.Kind] + " theo quyết định số " + c.Number
}

var rowLabels = map[string]string{
	"registration": "đăng ký thi đua", "target": "chỉ tiêu", "evidence": "minh chứng", "initiative": "sáng kiến", "score_sheet": "phiếu chấm điểm",
	"nominee": "trường hợp đề nghị", "reform_task": "nhiệm vụ cải cách hành chính", "post": "chức vụ của người trong đơn vị", "award": "khen thưởng", "delivery": "nơi nhận văn bản", "pledge": "giao ước thi đua", "unit_plan": "kế hoạch của đơn vị", "handover": "bàn giao công việc", "deputy": "ủy quyền", "data_request": "yêu cầu về dữ liệu cá nhân",
	"evaluation_result": "kết quả xếp loại", "publicity_plan": "kế hoạch tuyên truyền", "publicity_item": "tin, bài tuyên truyền", "exemplar": "điển hình tiên tiến",
	"inspection_visit": "lượt kiểm tra", "recommendation": "kiến nghị sau kiểm tra", "mobilisation": "hoạt động vận động", "unit_link": "quan hệ kế thừa giữa các đơn vị",
	"round": "phân công chấm phiếu của Văn phòng", "org_change": "thay đổi tổ chức", "account": "tài khoản", "grant_role": "vai trò được giao",
	"council_member": "thành viên Hội đồng", "attendance": "điểm danh phiên họp", "written_opinion": "ý kiến bằng văn bản", "question": "câu hỏi",
	"initiative_author": "tác giả sáng kiến", "remark": "nhận xét", "progress": "tiến độ đã ghi", "note": "trao đổi",
}

// AwardOf says in the history of a unit whose an award of another unit was, and whether it counts.
func AwardOf(unit string, counts bool) string {
	if counts {
		return "của " + unit + ", tính cho đơn vị này"
	}
	return "của " + unit + ", không tính cho đơn vị này"
}

// RowsOf names the rows of a table as a reason tells them: "minh chứng".
func RowsOf(table string) string {
	if word := rowLabels[table]; word != "" {
		return word
	}
	return "dữ liệu khác"
}

// ChangeKind gives the name of a kind of change of the organisation: "Sáp nhập".
func ChangeKind(k thidua.ChangeKind) string { return changeLabels[k] }

// ChangeState gives the name of a state of such a change.
func ChangeState(s thidua.ChangeState) string { return changeStateLabels[s] }

var sexLabels = map[thidua.Sex]string{thidua.Male: "Ông", thidua.Female: "Bà"}

// Seat gives the name of a place in the council: "Ủy viên, Thư ký".
func Seat(s thidua.Seat) string { return seatLabels[s] }

// Rank gives the name of a rank: "Phó trưởng đơn vị".
func Rank(r thidua.Rank) string { return rankLabels[r] }

// UnitKind gives the name of a kind of unit.
func UnitKind(k thidua.UnitKind) string { return unitKindLabels[k] }

// Sex gives the form of address: "Ông" or "Bà".
func Sex(s thidua.Sex) string { return sexLabels[s] }

// ObjectKinds lists the kinds of object that the log names, in the order of a menu.
var ObjectKinds = []string{
	"movement", "edition", "plan", "round", "reform-task", "registration", "progress", "target", "evidence", "score-sheet", "ranking", "session", "nominee", "paper", "slip",
	"dossier", "submission", "decision", "award", "council", "unit", "person", "account", "agency", "holiday",
	"wording", "appraisal", "raise-list", "quota", "index-point", "change", "inspection", "recommendation", "mobilisation", "confirmation",
	"archive-place", "leader-link", "import", "data-request", "proof-sheet", "kept_file", "file", "deputy", "page",
}

var objectLabels = map[string]string{
	"kept_file": "Tệp đang lưu", "file": "Tệp tải về",
	"movement": "Phong trào", "edition": "Phiên bản kế hoạch", "plan": "Kế hoạch", "round": "Năm thi đua", "reform-task": "Nhiệm vụ cải cách hành chính", "registration": "Đăng ký thi đua",
	"progress": "Tiến độ", "target": "Chỉ tiêu", "evidence": "Minh chứng", "sheet": "Phiếu chấm điểm", "ranking": "Xếp hạng",
	"session": "Phiên họp", "nominee": "Trường hợp đề nghị", "paper": "Văn bản", "slip": "Phiếu trình", "dossier": "Hồ sơ",
	"appraisal": "Hồ sơ tiếp nhận", "raise-list": "Danh sách trình Chủ tịch UBND tỉnh", "quota": "Số lượng khen thưởng", "index-point": "Chỉ số cải cách hành chính của cơ quan",
	"submission": "Lần gửi", "decision": "Quyết định khen thưởng", "award": "Khen thưởng", "council": "Hội đồng", "unit": "Đơn vị",
	"person": "Người", "account": "Tài khoản", "agency": "Cơ quan", "change": "Thay đổi tổ chức", "holiday": "Ngày nghỉ", "wording": "Lời văn của mẫu", "inspection": "Đợt kiểm tra", "recommendation": "Kiến nghị", "mobilisation": "Vận động", "confirmation": "Xác nhận tham gia",
	"page": "Trang của chương trình", "score-sheet": "Phiếu chấm điểm", "archive-place": "Nơi lưu bản giấy", "leader-link": "Liên kết cho lãnh đạo", "data-request": "Yêu cầu về dữ liệu cá nhân", "import": "Lần nhập Excel", "proof-sheet": "Phiếu kiểm chứng", "deputy": "Ủy quyền",
}

// ObjectKind gives the name of a kind of object of the log; a kind without a name is "Nội dung khác".
func ObjectKind(kind string) string {
	if word, ok := objectLabels[kind]; ok {
		return word
	}
	return "Nội dung khác"
}

// ClockSet says by how much a clock was set: "lùi 1 giờ 0 phút 3 giây".
func ClockSet(by time.Duration) string {
	way := "tiến"
	if by < 0 {
		way, by = "lùi", -by
	}
	s := int64(by.Round(time.Second) / time.Second)
	return fmt.Sprintf("%s %d giờ %d phút %d giây", way, s/3600, s/60%60, s%60)
}

// EventPlace says which place an event has in the log, counted from 1.
func EventPlace(n int64) string { return fmt.Sprintf("Sự kiện số %d", n) }

// SignedUpTo tells the checkpoint that covers an event: how many events it holds and its moment; it may be kept beside the log alone.
func SignedUpTo(size int64, at time.Time) string {
	return fmt.Sprintf("Đã ký trong điểm chốt %s sự kiện, lúc %s", Whole(int(size)), DateTime(at))
}

// What the log says of an event beside what was done.
const (
	HiddenFromAdmin = "Nội dung không hiển thị với quản trị hệ thống."
	AnchoredOutside = "Đã neo"
	AnchoredNowhere = "Chưa neo"
	SignedAnchored  = "Đã ký: sự kiện nằm trong một điểm chốt đã ký. Đã neo: điểm chốt ấy đã gửi thư hoặc xuất ra ngoài chương trình."
)

// LastHours says a span of time up to now on a button: "Xuất 24 giờ qua".
func LastHours(n int) string { return fmt.Sprintf("Xuất %d giờ qua", n) }

// OtherChanges counts what changed beside what is told.
func OtherChanges(n int) string { return fmt.Sprintf("và %d nội dung khác", n) }

// Rows counts the rows of a list: "3 dòng".
func Rows(n int) string { return fmt.Sprintf("%d dòng", n) }

// RowsShown tells which rows of a list a page shows: "Dòng 51–100".
func RowsShown(first, count int) string {
	if count == 0 {
		return "Không có dòng nào"
	}
	return fmt.Sprintf("Dòng %d–%d", first, first+count-1)
}

// ByDeputy names who acts under a deputising, as the log, the pages and the papers name him.
func ByDeputy(name, holder string) string { return name + " (được " + holder + " ủy quyền)" }

// Acting says under whose name somebody works now, above every page.
func Acting(holder string, post thidua.Role) string {
	return "Đang làm việc theo ủy quyền của " + holder + " (" + deputyPosts[post] + ")"
}

var deputyPosts = map[thidua.Role]string{
	thidua.RoleHead: "lãnh đạo đơn vị", thidua.RoleLeader: "lãnh đạo cơ quan", thidua.RoleChair: "Chủ tịch Hội đồng",
}

// DeputyPost names a post that may be deputised, with its unit where it has one.
func DeputyPost(post thidua.Role, unit string) string {
	if unit != "" {
		return "Lãnh đạo " + unit
	}
	return roleLabels[post]
}

var roleLabels = map[thidua.Role]string{
	thidua.RoleStaff:     "Cá nhân",
	thidua.RoleHead:      "Trưởng, phó phòng; lãnh đạo Văn phòng",
	thidua.RoleOffice:    "Chuyên viên Văn phòng",
	thidua.RoleLeader:    "Lãnh đạo cơ quan",
	thidua.RoleCouncil:   "Thành viên Hội đồng",
	thidua.RoleSecretary: "Thư ký Hội đồng",
	thidua.RoleChair:     "Chủ tịch Hội đồng",
	thidua.RoleClerk:     "Văn thư",
	thidua.RoleHelper:    "Công đoàn hoặc đầu mối vận động",
	thidua.RoleInspector: "Kiểm tra, giám sát",
	thidua.RoleAdmin:     "Quản trị",
	thidua.RoleAppraiser: "Chuyên viên Sở Nội vụ",
	thidua.RoleProvince:  "UBND tỉnh",
	thidua.RoleReviewer:  "Trưởng phòng được giao chấm phiếu của Văn phòng",
}

// Mobiliser names who mobilises people to take part, by whether it is the trade union: after its end it is whom the agency names.
func Mobiliser(union bool) string {
	if union {
		return "Công đoàn cơ quan"
	}
	return "đầu mối vận động"
}
