package vi

import (
	"fmt"
	"strings"

	"thidua"
)

// Target writes the number of a target with its unit of measure: "100%", "12 cuộc họp", "không quá 2 hồ sơ"; empty while it has none.
func Target(t thidua.Target) string {
	if t.Value == thidua.NoValue || t.Value == 0 && t.Direction != thidua.AtMost {
		return ""
	}
	text := Number(t.Value)
	switch t.Measure {
	case "":
	case "%":
		text += "%"
	default:
		text += " " + t.Measure
	}
	if t.Direction == thidua.AtMost {
		return "không quá " + text
	}
	return text
}

// TargetLine writes a target in one line with its day: "Hồ sơ giải quyết đúng hạn: 95%, hạn 31/12/2025".
func TargetLine(t thidua.Target) string {
	line := t.Content
	if goal := Target(t); goal != "" {
		line += ": " + goal
	}
	if t.Due != "" {
		line += ", hạn " + Date(t.Due)
	}
	return line
}

// ReplyNumber writes by what an answer was given: number and date of its paper, or the day on which it came.
func ReplyNumber(r thidua.Reply) string {
	if r.Number != "" {
		return "số " + r.Number + ", " + Date(r.Dated)
	}
	return "ngày " + Date(r.ReceivedOn)
}

// Measure writes the unit of measure of a target beside its number in a column of its own; an upper bound says that it is one.
func Measure(t thidua.Target) string {
	if t.Direction == thidua.AtMost && t.Value != thidua.NoValue {
		return strings.TrimSpace(t.Measure + " (không quá)")
	}
	return t.Measure
}

// RegistrationSubject is the subject of the papers of a registration.
func RegistrationSubject(m thidua.Movement, year int) string {
	return fmt.Sprintf("Đăng ký phong trào thi đua “%s” năm %d", m.Name, year)
}

// NoAward says that a subject takes part without aiming at an award.
const NoAward = "Tham gia phong trào"

// annualTitles are the titles of a year, each with the article of the Law on Emulation and Commendation of 2022 that sets its standard.
var annualTitles = map[thidua.AnnualTitle]struct{ name, article string }{
	thidua.AdvancedWorker:    {"Lao động tiên tiến", "Điều 24 Luật Thi đua, khen thưởng"},
	thidua.GrassrootsFighter: {"Chiến sĩ thi đua cơ sở", "Điều 23 Luật Thi đua, khen thưởng"},
}

// AnnualTitle names a title of a year; empty when none is registered.
func AnnualTitle(t thidua.AnnualTitle) string { return annualTitles[t].name }

// AnnualTitleCited names a title of a year with the article that sets its standard.
func AnnualTitleCited(t thidua.AnnualTitle) string {
	if t == "" {
		return ""
	}
	return annualTitles[t].name + " (" + annualTitles[t].article + ")"
}

// Before says a deadline of a plan: "trước ngày 01/02/2025" excludes the day itself.
func Before(d thidua.Date, inclusive bool) string {
	switch {
	case d == "":
		return ""
	case inclusive:
		return "chậm nhất ngày " + Date(d)
	}
	return "trước ngày " + Date(d)
}

// LastWorkingDay names the last working day before a deadline when free days stand in between; empty when none do.
func LastWorkingDay(c thidua.Calendar, due thidua.Date, inclusive bool) string {
	end := thidua.LastDay(due, inclusive)
	last := c.LastWorking(end)
	if !end.Valid() || last == end {
		return ""
	}
	return "ngày làm việc cuối: " + Date(last)
}

// SlipCounts are the figures of the list that a cover slip takes to the leader.
type SlipCounts struct {
	Year       int
	Units      int
	Targets    int // of the units
	People     int
	Awards     int // units that aim at an award
	AwardName  string
	Covered    int // units with a target at every criterion
	OfCriteria int
}

// SlipSubject is the subject of the cover slip about the list of registrations.
func SlipSubject(m thidua.Movement, year int) string {
	return fmt.Sprintf("Về danh sách đăng ký thi đua “%s” năm %d", ShortMovement(m.Name), year)
}

// SlipMatter says what the leader is asked for.
func (c SlipCounts) SlipMatter() string {
	return fmt.Sprintf("phê duyệt danh sách đăng ký thi đua năm %d gồm %02d tập thể (%d chỉ tiêu)%s; gửi Sở Nội vụ",
		c.Year, c.Units, c.Targets, c.andPeople())
}

// SlipOpinion is the opinion of Văn phòng as it is proposed; Văn phòng may write its own.
func (c SlipCounts) SlipOpinion() string {
	text := fmt.Sprintf("đã rà soát %02d tập thể%s; %02d tập thể có chỉ tiêu ở đủ %02d tiêu chí", c.Units, c.andPeople(), c.Covered, c.OfCriteria)
	if c.Awards > 0 {
		text += fmt.Sprintf("; %02d tập thể đăng ký %s", c.Awards, c.AwardName)
	}
	return text + ". Đề nghị phê duyệt"
}

// OwnRegistration says on the cover slip who approved the registration of the leader who decides on the list.
func OwnRegistration(e thidua.Event) string {
	done := " do " + e.ActorName + " duyệt "
	if thidua.Action(e.Verb) == thidua.RecordHeadOK {
		done = " đã được duyệt, do " + e.ActorName + " ghi nhận "
	}
	return "đăng ký cá nhân của " + e.ObjectName + done + "ngày " + Date(thidua.DateOf(e.At)) + " (không ai tự duyệt đăng ký của mình)"
}

func (c SlipCounts) andPeople() string {
	if c.People == 0 {
		return ""
	}
	return ", " + Two(c.People) + " cá nhân"
}

// SlipBasis cites the plan where it sets the registration: "mục II.4 của Kế hoạch".
func SlipBasis(article string) string {
	if article == "" {
		return ""
	}
	return article + " của Kế hoạch"
}

// Cited writes a legal basis short: "Hướng dẫn số 956/SNV-TĐKT ngày 30/7/2021".
func Cited(b thidua.LegalBase) string {
	text := b.Kind
	if b.Number != "" {
		text += " số " + b.Number
	}
	if b.Date.Valid() {
		t := b.Date.Time()
		text += fmt.Sprintf(" ngày %02d/%d/%d", t.Day(), int(t.Month()), t.Year())
	}
	return text
}

// SlipEnclosures are what goes to the leader with the list.
func SlipEnclosures() []string {
	return []string{"danh sách tổng hợp đăng ký (tập thể, cá nhân)", "dự thảo công văn gửi Sở Nội vụ"}
}

// SlipChoices are what the leader may tick.
func SlipChoices() []string {
	return []string{"Đồng ý phê duyệt danh sách", "Đồng ý, có điều chỉnh: ……………", "Ý kiến khác: ……………"}
}

// Opinion says what the leader answered: "Đồng ý phê duyệt danh sách".
func Opinion(s thidua.CoverSlip) string {
	head := map[thidua.State]string{thidua.SlipAgreed: "Đồng ý phê duyệt danh sách", thidua.SlipAmended: "Đồng ý, có điều chỉnh",
		thidua.SlipRefused: "Chưa phê duyệt"}[s.State]
	if s.Words == "" {
		return head
	}
	return head + ": " + s.Words
}

// DoneWith tells what was done with several registrations: "Đã rà soát 2 bản đăng ký: Văn phòng, Phòng Nghiệp vụ 1."
func DoneWith(do thidua.Action, names []string) string {
	return fmt.Sprintf("%s %d bản đăng ký: %s.", UpperFirst(Done(do)), len(names), strings.Join(names, ", "))
}

// ListRecipients are the recipients of the list of registrations.
func ListRecipients() []string {
	return []string{"Sở Nội vụ", "Lãnh đạo cơ quan", "Các phòng, Văn phòng", "Lưu: VT, VP"}
}

// HeadOf is how the agency's leader is addressed on a cover slip, with the deputy's "KT." when somebody else signs.
func HeadOf(a thidua.Agency, post string) []string {
	if post == "" || post == a.LeaderTitle {
		return []string{a.LeaderTitle}
	}
	return []string{"KT. " + a.LeaderTitle, post}
}

// ListTitle is the title of the table of registrations: of units, or of people.
func ListTitle(people bool, year int) string {
	if people {
		return fmt.Sprintf("BIỂU TỔNG HỢP ĐĂNG KÝ THI ĐUA CỦA CÁ NHÂN NĂM %d", year)
	}
	return fmt.Sprintf("BIỂU TỔNG HỢP NỘI DUNG, CHỈ TIÊU ĐĂNG KÝ CỦA TẬP THỂ NĂM %d", year)
}

// ListTab is the name of the tab of such a table.
func ListTab(people bool) string {
	if people {
		return "Cá nhân"
	}
	return "Tập thể"
}

// ListHeads are the column heads of such a table.
func ListHeads(people bool) []string {
	if people {
		return []string{"STT", "Họ và tên", "Chức vụ", "Đơn vị", "Tiêu chí", "Nội dung đăng ký", "Chỉ tiêu", "Đơn vị tính", "Thời hạn",
			"Hình thức đăng ký", "Danh hiệu năm", "Trạng thái"}
	}
	return []string{"STT", "Tên tập thể", "Tiêu chí", "Nội dung đăng ký", "Chỉ tiêu", "Đơn vị tính", "Thời hạn", "Chủ trì", "Hình thức đăng ký", "Trạng thái"}
}
