package vi

import (
	"fmt"
	"strings"
	"time"

	"thidua"
)

// Product is how the program is called, on a telephone that makes its codes.
const Product = "Thi Đua"

// Program is who stands in the log for what the program did by itself.
const Program = "Chương trình"

var reminderSentences = map[thidua.Code]string{
	"remind.address-wrong":   "Địa chỉ thư điện tử chưa đúng. Nhập dạng ten@coquan.gov.vn, không kèm họ tên.",
	"remind.address-missing": "Nhập địa chỉ thư điện tử để nhận thư nhắc, hoặc chọn không nhận thư.",
	"remind.choice-unknown":  "Chọn một cách nhận thư nhắc trong danh sách.",
	thidua.DayRegister:       "Hạn nội bộ đăng ký thi đua năm %d",
	thidua.DaySendList:       "Gửi Sở Nội vụ danh sách đăng ký thi đua năm %d",
	thidua.DayWorkEnds:       "Kết thúc thực hiện năm thi đua %d",
	thidua.DayScored:         "Chấm điểm xong năm %d",
	thidua.DayDossier:        "Hoàn thiện hồ sơ đề nghị khen thưởng năm %d",
	thidua.DaySend:           "Gửi Sở Nội vụ hồ sơ đề nghị khen thưởng năm %d",
	thidua.DaySession:        "Họp Hội đồng phiên %s",
	thidua.DayPapers:         "Gửi tài liệu họp Hội đồng phiên %s",
	thidua.DayReform:         "Hạn một nhiệm vụ cải cách hành chính năm %d",
	"remind.no-picture":      "Không có ảnh này.",
	"bank.content-missing":   "Nhập câu chỉ tiêu.",
	"bank.measure-missing":   "Nhập đơn vị tính, ví dụ phần trăm, cuộc, bài.",
	"bank.criterion-unknown": "Chọn tiêu chí, lĩnh vực và chiều của chỉ tiêu.",
	"bank.unknown":           "Câu mẫu này không còn trong ngân hàng chỉ tiêu.",
	"bank.number-inside":     "Không ghi số trong câu mẫu: viết dấu “…” ở chỗ người đăng ký sẽ điền.",
	"bank.paste-empty":       "Chưa có gì để đọc. Chép các dòng trong Excel hoặc Word rồi dán vào ô này.",
	"bank.paste-many":        "Dán nhiều nhất %d dòng một lần.",
	"bank.paste-criterion":   "không rõ tiêu chí, tạm để ở tiêu chí đầu",
	"bank.paste-date":        "không đọc được ngày “%s”",
	"bank.paste-number":      "không đọc được số “%s”",
	"bank.paste-content":     "không có nội dung",
	"bank.paste-more":        "ô “%s” chưa dùng đến",
	"cli.smtp":               "Chưa đủ thiết lập gửi thư: cần cả --smtp-host (máy chủ:cổng) và --smtp-from (địa chỉ gửi).",
	"cli.smtp-password":      "Không đọc được tệp mật khẩu gửi thư %s.",
}

// nearDays is how many working days ahead a holiday in between is still worth naming.
const nearDays = 30

// Left says what is left until a deadline, or since when it has passed, in the same words everywhere: "còn 9 ngày làm việc; ngày làm việc cuối:
// 24/01/2025 (trước Tết Nguyên đán)", "hôm nay là hạn", "quá hạn 3 ngày làm việc". Where the holidays of a year are not loaded it counts the days
// of the calendar and says so.
func Left(l thidua.Left) string {
	switch {
	case l.Last == "":
		return ""
	case l.Plain == 0:
		return "hôm nay là hạn"
	case l.Unknown != 0:
		return plainLeft(l)
	case l.Past:
		return late(l)
	case l.Days == 0:
		return "không còn ngày làm việc nào"
	}
	text := fmt.Sprintf("còn %d ngày làm việc", l.Days)
	switch {
	case l.Early && l.Holiday != "":
		return text + "; ngày làm việc cuối: " + Date(l.Last) + " (trước " + l.Holiday + ")"
	case l.Early:
		return text + "; ngày làm việc cuối: " + Date(l.Last)
	case l.Holiday != "" && l.Days <= nearDays:
		return text + ", đã trừ " + l.Holiday
	}
	return text
}

func late(l thidua.Left) string {
	if l.Late == 0 {
		return "đã quá hạn"
	}
	return fmt.Sprintf("quá hạn %d ngày làm việc", l.Late)
}

func plainLeft(l thidua.Left) string {
	if l.Past {
		return fmt.Sprintf("quá hạn %d ngày (chưa có lịch nghỉ năm %d)", -l.Plain, l.Unknown)
	}
	return fmt.Sprintf("còn %d ngày (chưa có lịch nghỉ năm %d)", l.Plain, l.Unknown)
}

// WithDue says by when a task is to be done, behind its words: " – trước ngày 01/02/2025, còn 9 ngày làm việc …"; empty without a day.
func WithDue(days thidua.Calendar, today thidua.Date, t thidua.Task) string {
	if t.Due == "" {
		return ""
	}
	by, last := "hạn "+Date(t.Due), t.Due
	if t.Before != "" {
		by, last = Before(t.Before, false), thidua.LastDay(t.Before, false)
	}
	return " – " + by + ", " + Left(days.Left(today, last))
}

// outside is how a task is told beyond the program, where its own words could name a person or a paper.
var outside = map[thidua.Code]string{
	thidua.TaskEnterFor:    "Nhập thay đăng ký cho người chưa có tài khoản",
	thidua.TaskIssue:       "Ghi nhận số, ngày ban hành của một văn bản",
	thidua.TaskWriteReport: "Viết một báo cáo",
	thidua.TaskSupply:      "Bổ sung minh chứng",
	thidua.TaskCarryOut:    "Thực hiện một kiến nghị kiểm tra của đơn vị",
	thidua.TaskReform:      "Thực hiện một nhiệm vụ cải cách hành chính của đơn vị",
}

// Outside tells a task in words that may leave the program: they name no person.
func Outside(task thidua.Code, words string) string {
	if text, ok := outside[task]; ok {
		return text
	}
	return words
}

// OfficeOf is in whose name reminders go out: "Văn phòng – Thanh tra tỉnh Lào Cai".
func OfficeOf(agency string) string { return "Văn phòng – " + agency }

// MailSubject heads a mail; it names no matter, because subjects are read over shoulders.
func MailSubject(n int) string { return fmt.Sprintf("Nhắc việc thi đua: %d việc", n) }

// MailText is the whole text of a mail; address is that of the program, empty when it is not known.
func MailText(agency string, lines []string, address string) string {
	var b strings.Builder
	b.WriteString("Văn phòng nhắc các việc thi đua đang chờ:\n\n")
	for i, line := range lines {
		fmt.Fprintf(&b, "%d. %s.\n", i+1, line)
	}
	b.WriteString("\nXem và xử lý trong chương trình Thi Đua, mục Thông báo")
	if address != "" {
		b.WriteString(": " + strings.TrimSuffix(address, "/") + "/thong-bao")
	}
	b.WriteString(" (đăng nhập bằng tài khoản của cơ quan).\n\n" + OfficeOf(agency) + "\n")
	b.WriteString("Thư tự động, không trả lời thư này. Đổi cách nhận: Thông báo, Cách nhận nhắc việc.\n")
	return b.String()
}

var mailChoices = map[thidua.MailChoice]string{
	thidua.MailNone:   "Không nhận thư",
	thidua.MailDaily:  "Mỗi sáng một thư",
	thidua.MailAtOnce: "Nhận ngay khi có việc",
}

// MailChoice names how somebody is reminded by mail.
func MailChoice(c thidua.MailChoice) string { return mailChoices[c] }

// RoleDay says what ends on a day of somebody's calendar.
func RoleDay(d thidua.RoleDay) string { return say(d.Code, d.Args, "") }

// RoleDayDue says by when it is due: "trước ngày 01/02/2025 · còn 9 ngày làm việc …".
func RoleDayDue(days thidua.Calendar, today thidua.Date, d thidua.RoleDay) string {
	return strings.TrimPrefix(WithDue(days, today, thidua.Task{Due: d.On, Before: d.Before}), " – ")
}

// DayNote stands below a day in somebody's calendar.
func DayNote(d thidua.RoleDay) string {
	if d.Before != "" {
		return "Phải xong " + Before(d.Before, false) + ". Xem chương trình Thi Đua, mục Việc của tôi."
	}
	return "Ngày cuối là " + Date(d.On) + ". Xem chương trình Thi Đua, mục Việc của tôi."
}

// CalendarName is what a calendar program calls the calendar of a person.
func CalendarName(agency string) string { return "Thi đua – " + agency }

// RemindUnits is the message to all units that have not sent their registration.
func RemindUnits(units []string, r thidua.Round, l thidua.Left) string {
	return fmt.Sprintf("Văn phòng: Đề nghị %s gửi đăng ký thi đua năm %d%s.", List(units), r.Year, remindBy(r, l))
}

// RemindUnit is the message to one unit: its own registration, its people's, or both.
func RemindUnit(unit string, given bool, people []string, r thidua.Round, l thidua.Left) string {
	var what []string
	if !given {
		what = append(what, "đăng ký của tập thể")
	}
	if len(people) > 0 {
		what = append(what, fmt.Sprintf("đăng ký của %d cá nhân (%s)", len(people), strings.Join(people, ", ")))
	}
	return fmt.Sprintf("Văn phòng: Đề nghị %s gửi %s về thi đua năm %d%s.", unit, strings.Join(what, " và "), r.Year, remindBy(r, l))
}

func remindBy(r thidua.Round, l thidua.Left) string {
	if r.InternalDue == "" {
		return ""
	}
	return " trước 17:00 ngày " + Date(r.InternalDue) + "; " + Left(l)
}

// PosterTitle heads the picture of a reminder.
func PosterTitle(year int) string { return fmt.Sprintf("Đăng ký thi đua năm %d", year) }

// PosterDue is the deadline on the picture of a reminder.
func PosterDue(r thidua.Round, l thidua.Left) string {
	if r.InternalDue == "" {
		return "Chưa đặt hạn nội bộ"
	}
	return "Hạn gửi Văn phòng: 17:00 ngày " + Date(r.InternalDue) + " – " + Left(l)
}

// PosterNote says of which day the picture is.
func PosterNote(today thidua.Date) string {
	return "Tình hình đến ngày " + Date(today) + ". Tin do chương trình Thi Đua lập theo dữ liệu của Văn phòng."
}

// PosterState is the state of a unit on the picture of a reminder.
func PosterState(given bool) string {
	if given {
		return "Đã gửi"
	}
	return "Chưa gửi"
}

var phraseFields = map[thidua.PhraseField]string{
	thidua.FieldInspection: "Công tác thanh tra",
	thidua.FieldReform:     "Cải cách hành chính",
}

// PhraseField names the work that a sample target belongs to.
func PhraseField(f thidua.PhraseField) string { return phraseFields[f] }

// ProofHelp stands in every file of proof, for whoever opens it.
const ProofHelp = "Tệp chứng minh của phiếu kiểm chứng. Kiểm tra bằng chương trình Thi Đua, không cần dữ liệu: thidua verify TỆP-NÀY --paper BẢN-ĐÃ-KÝ --key audit.pub"

// LogProofHelp stands in every export of the hashes of a log.
const LogProofHelp = "Bằng chứng của nhật ký, không có dữ liệu cá nhân. Các điểm chốt có chữ ký; dòng đầu (tên cơ quan, dữ liệu mẫu hay thật) không được ký. Kiểm tra bằng chương trình Thi Đua: thidua verify TỆP-NÀY --key audit.pub --against TỆP-CŨ"

// LogProofFile names an export of the hashes of a log.
func LogProofFile(agency string, on thidua.Date) string {
	return "Bằng chứng nhật ký " + agency + " " + string(on) + ".jsonl"
}

// AnchorSubject heads the letter by which a checkpoint leaves the agency.
func AnchorSubject(from thidua.Agency, on thidua.Date) string {
	subject := "Điểm chốt nhật ký ngày " + Date(on) + " – đề nghị lưu giữ"
	if from.Sample {
		subject = "[Dữ liệu mẫu] " + subject
	}
	return subject
}

// AnchorText is the whole letter: what to do with it, the signed checkpoint as it is, the proof that it has grown out of the one of the letter before
// (may be empty), and the fingerprint of the key.
func AnchorText(from thidua.Agency, on thidua.Date, size int64, note, growth, key string) string {
	var b strings.Builder
	if from.Sample {
		b.WriteString("DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ\n\n")
	}
	fmt.Fprintf(&b, "Điểm chốt nhật ký của %s đến ngày %s, gồm %d sự kiện.\n\n", from.Name, Date(on), size)
	b.WriteString("Đề nghị lưu thư này ngoài hệ thống (không cần trả lời); khi cần kiểm tra nhật ký có bị sửa hay không, lưu thư thành tệp rồi chạy: " +
		"thidua audit verify --checkpoint TỆP-THƯ\n\n")
	b.WriteString(note + "\n")
	if growth != "" {
		b.WriteString("Chứng minh nhật ký chỉ được ghi nối thêm kể từ thư trước:\n" + growth + "\n")
	}
	b.WriteString("Mã kiểm tra của khóa ký: " + key + "\n\n" + OfficeOf(from.Name) + "\nThư tự động, mỗi ngày một lần.\n")
	return b.String()
}

// PaperNamed names a paper in a sentence: "Tờ trình, số 12/TTr-TT, ngày 17/01/2025".
func PaperNamed(title, number string, dated thidua.Date) string {
	if number != "" {
		title += ", số " + number
	}
	if dated.Valid() {
		title += ", ngày " + Date(dated)
	}
	return title
}

// ProofSheetFile names the page of a proof sheet.
func ProofSheetFile(code, title string) string { return "Phiếu kiểm chứng " + code + " " + title }

// ProofFile names the file of proof beside a proof sheet.
func ProofFile(code, title string) string { return "Chứng minh " + code + " " + title }

// ByProvider is the reason in the log for a sign-in through the provider of the province.
const ByProvider = "bằng tài khoản của tỉnh"

// ProviderName is what that provider's accounts are called where the operator gives no name.
const ProviderName = "tài khoản của tỉnh"

// ByLink is the reason in the log for a password that was chosen by a one-time link or code.
const ByLink = "qua liên kết hoặc mã dùng một lần"

// LinkSubject heads the letter with a link to a password.
const LinkSubject = "Đặt mật khẩu chương trình Thi Đua"

// LinkText is the whole letter with a one-time link to a password.
func LinkText(agency, userName, link string, until time.Time) string {
	return "Mở liên kết sau để đặt mật khẩu cho tài khoản " + userName + ":\n\n" + link + "\n\n" +
		"Liên kết dùng một lần, đến " + DateTime(until) + ". Sau khi đặt mật khẩu, mọi phiên đang mở của tài khoản kết thúc.\n" +
		"Nếu không đề nghị việc này thì không mở liên kết và báo cho người quản trị.\n\n" + OfficeOf(agency) + "\nThư tự động, không trả lời thư này.\n"
}

// ToldSubject heads the letter about what an administrator did to an account.
const ToldSubject = "Thay đổi ở tài khoản chương trình Thi Đua"

// ToldText is the whole letter about what an administrator did to an account; it holds no link and no code.
func ToldText(agency, userName string, what thidua.Action, at time.Time) string {
	done := map[thidua.Action]string{
		thidua.AccountInvited: "đã cấp mã đặt lại mật khẩu cho tài khoản ",
		thidua.FactorReset:    "đã bỏ xác thực hai lớp của tài khoản ",
	}[what]
	return "Lúc " + DateTime(at) + ", người quản trị " + done + userName + ".\n\n" +
		"Nếu không phải do mình đề nghị, hãy báo ngay lãnh đạo cơ quan và đổi mật khẩu trong chương trình.\n\n" +
		OfficeOf(agency) + "\nThư tự động, không trả lời thư này.\n"
}

// profileNames are the sets of rules for signing in.
var profileNames = map[string]string{
	"default": "Mức thường",
	"tcvn-2":  "Cấp độ 2 (TCVN 14423:2026)",
	"tcvn-3":  "Cấp độ 3 (TCVN 14423:2026)",
}

// ProfileName gives the name of a set of rules for signing in.
func ProfileName(name string) string { return profileNames[name] }
