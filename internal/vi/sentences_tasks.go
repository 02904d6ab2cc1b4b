package vi

import (
	"fmt"
	"strings"
	"time"

	"thidua"
)

// Task says what is to be done: "Rà soát đăng ký của Phòng Nghiệp vụ 1 và Phòng Nghiệp vụ 4".
func Task(t thidua.Task) string {
	args := shown(t.Args)
	if t.Code == thidua.TaskSupply && len(args) > 0 {
		args[0] = midSentence(fmt.Sprint(args[0]))
	}
	switch t.Code {
	case thidua.TaskReform, thidua.TaskCarryOut, thidua.TaskAnswer, thidua.TaskReadAnswer:
		args[0] = cut(fmt.Sprint(args[0]), longestTask)
	case thidua.TaskAcknowledge:
		if args[0] == "" {
			args[0] = "Kế hoạch của phong trào"
		}
	}
	text := say(t.Code, args, "")
	if t.Closing { // one sentence serves both: that of the closing round speaks of no year
		text = strings.NewReplacer(fmt.Sprintf(", năm %d", t.Year), " cả giai đoạn", fmt.Sprintf("năm %d", t.Year), "cả giai đoạn").Replace(text)
	}
	return text
}

// kinds are the common nouns with which the name of a document begins; only these are put into the middle of a sentence in small letters.
var kinds = []string{"Sáng kiến", "Giải pháp", "Thuyết minh", "Quyết định", "Báo cáo", "Biên bản", "Kế hoạch", "Thông báo", "Danh mục"}

func midSentence(name string) string {
	for _, k := range kinds {
		if strings.HasPrefix(name, k) {
			return strings.ToLower(k) + strings.TrimPrefix(name, k)
		}
	}
	return name
}

// TaskFact says the fact beside a task: "gửi ngày 13/01".
func TaskFact(f thidua.TaskFact) string { return say(f.Code, shown(f.Args), "") }

// shown writes the arguments of a task as the narrow lines of the first page need them: days without the year, the time before the day.
func shown(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch v := a.(type) {
		case thidua.Date:
			out[i] = DayMonth(v)
		case []thidua.Date:
			days := make([]string, len(v))
			for j, d := range v {
				days[j] = DayMonth(d)
			}
			out[i] = List(days)
		case time.Time:
			out[i] = Time(v) + ", " + DayMonth(thidua.DateOf(v))
		default:
			out[i] = a
		}
	}
	return out
}

// DayMonth writes a day without its year: "16/01".
func DayMonth(d thidua.Date) string { return layout(d, "02/01") }

// Stand says where a round is: "Đã chấm, chờ Hội đồng".
func Stand(c thidua.Code) string { return say(c, nil, "") }

// Step gives the name of a step of a round and how its day is said: "Họp Hội đồng", "16/01/2025".
func Step(s thidua.RoundStep) (name, note string) {
	day := Date(s.On)
	switch s.Note {
	case thidua.NoteMonth:
		day = layout(s.On, "01/2006")
	case thidua.NoteBy:
		day = DayMonth(s.On)
	}
	if s.Note != "" {
		note = say(s.Note, []any{day}, "")
	}
	return say(s.Code, s.Args, ""), note
}

// Coming gives a day of the calendar and what stands below it: "16/01 · Họp Hội đồng phiên 01/2025", "14:00, Phòng họp tầng 2".
func Coming(c thidua.Coming) (name, note string) {
	day := DayMonth(c.On)
	if c.Before {
		day = "Trước " + day
	}
	args := c.NoteArgs
	if c.Note == thidua.NotePlace {
		args = []any{Time(args[0].(time.Time)), args[1]}
	}
	if c.Note != "" {
		note = strings.TrimSuffix(say(c.Note, args, ""), ", ")
	}
	return day + " · " + say(c.Code, c.Args, ""), note
}

// Due says by when a task is to be done, seen from a day: "Hạn 10/01/2025 · quá hạn 3 ngày làm việc", "Hạn 17/01/2025 · còn 4 ngày làm việc",
// "Trước 01/02/2025 · còn 9 ngày làm việc; ngày làm việc cuối: 24/01/2025 (trước Tết Nguyên đán)".
func Due(days thidua.Calendar, today thidua.Date, t thidua.Task) string {
	switch {
	case t.Due == "":
		return ""
	case t.Before != "":
		return Deadline(days, today, t.Before, false)
	}
	return Deadline(days, today, t.Due, true)
}

// Deadline says by when something is to be done, seen from a day, with the date in full: "Hạn 17/01/2025 · còn 4 ngày làm việc", or "Trước
// 01/02/2025 · …" where the day itself is too late; empty without a day.
func Deadline(days thidua.Calendar, today, due thidua.Date, inclusive bool) string {
	if due == "" {
		return ""
	}
	text := "Trước " + Date(due)
	if inclusive {
		text = "Hạn " + Date(due)
	}
	if left := Left(days.Left(today, thidua.LastDay(due, inclusive))); left != "" {
		text += " · " + left
	}
	return text
}

// TaskGroup heads a group of tasks: "Tuần này, đến 17/01".
func TaskGroup(g thidua.TaskGroup, today thidua.Date, tet thidua.Tet) string {
	switch g {
	case thidua.TasksOverdue:
		return "Quá hạn"
	case thidua.TasksThisWeek:
		return "Tuần này, đến " + DayMonth(thidua.WeekEnd(today))
	case thidua.TasksBeforeTet:
		return "Trước Tết, đến " + DayMonth(tet.From.AddDays(-1))
	case thidua.TasksAfterTet:
		return "Sau Tết"
	case thidua.TasksLater:
		return "Sắp tới"
	}
	return "Chưa có ngày"
}

// TaskRole names the part in which a task falls to somebody, as the filter of the first page has it.
func TaskRole(r thidua.Role) string {
	switch r {
	case thidua.RoleOffice:
		return "Phụ trách phong trào"
	case thidua.RoleHead:
		return "Lãnh đạo phòng"
	}
	return Role(r)
}

var slipLabels = map[thidua.SlipSubject]string{
	thidua.SlipRegistrations: "danh sách đăng ký thi đua",
	thidua.SlipPaper:         "văn bản trình ký",
	thidua.SlipRanking:       "công bố xếp hạng đơn vị",
	thidua.SlipHonour:        "công bố Bảng vàng",
}

// taskSentences are the things to do of the first page, the facts beside them and the way of a round.
var taskSentences = map[thidua.Code]string{
	thidua.TaskRegister:      "Đăng ký thi đua cá nhân năm %d",
	thidua.TaskMendOwn:       "Bổ sung đăng ký thi đua cá nhân năm %d",
	thidua.TaskSupply:        "Bổ sung minh chứng cho %s",
	thidua.TaskRegisterUnit:  "Đăng ký thi đua của %s năm %d",
	thidua.TaskMendUnit:      "Bổ sung đăng ký thi đua của %s năm %d",
	thidua.TaskApprovePeople: "Duyệt đăng ký của %d cá nhân trong phòng, năm %d",
	thidua.TaskEnterFor:      "Nhập thay đăng ký cho %s, năm %d",
	thidua.TaskScore:         "Tự chấm điểm %s, năm %d",
	thidua.TaskExplain:       "Giải trình phiếu chấm của %s, năm %d",
	thidua.TaskReviewOffice:  "Chấm phiếu của Văn phòng, năm %d",
	thidua.TaskWriteReport:   "Viết %s",
	thidua.TaskReform:        "Nhiệm vụ cải cách hành chính: %s",
	thidua.TaskCarryOut:      "Thực hiện kiến nghị kiểm tra: %s",
	thidua.TaskCheckCarried:  "Xem kết quả thực hiện kiến nghị của %s",
	thidua.TaskReformOpen:    "%d nhiệm vụ cải cách hành chính không ghi ngày của %s, năm %d",
	thidua.TaskReviewUnits:   "Rà soát đăng ký của %s",
	thidua.TaskReviewPeople:  "Rà soát đăng ký của %d cá nhân, năm %d",
	thidua.TaskGather:        "Tổng hợp đăng ký năm %d, trình lãnh đạo, gửi Sở Nội vụ",
	thidua.TaskConfirmation:  "Ghi nhận xác nhận của Sở Nội vụ về đăng ký năm %d",
	thidua.TaskCheckEvidence: "Kiểm tra %d minh chứng, năm %d",
	thidua.TaskChaseEvidence: "%s bổ sung minh chứng tiêu chí %s, năm %d",
	thidua.TaskOpenSheets:    "Mở phiếu chấm điểm năm %d",
	thidua.TaskReviewSheets:  "Chấm phiếu của %s, năm %d",
	thidua.TaskDraftProposal: "Chuẩn bị dự thảo Tờ trình đề nghị khen thưởng năm %d",
	thidua.TaskMakeDossier:   "Lập hồ sơ đề nghị khen thưởng năm %d",
	thidua.TaskFinishDossier: "Hoàn thiện hồ sơ đề nghị khen thưởng năm %d",
	thidua.TaskSendDossier:   "Gửi Sở Nội vụ hồ sơ đề nghị khen thưởng năm %d",
	thidua.TaskRecordResult:  "Ghi nhận kết quả từ Sở Nội vụ về hồ sơ năm %d",
	thidua.TaskCeremony:      "Ghi nhận việc trao Bằng khen năm %d",
	thidua.TaskIssue:         "Ghi nhận số, ngày ban hành: %s",
	thidua.TaskRecordOpinion: "Ghi nhận ý kiến chỉ đạo về %s, năm %d",
	thidua.TaskOpenItems:     "Bổ sung %d nội dung còn để ngỏ của kế hoạch",
	thidua.TaskBadFiles:      "Xử lý %d tệp có bất thường sau kiểm tra hằng đêm",
	thidua.TaskLaunch:        "Ghi nhận phát động phong trào giai đoạn %d–%d",
	thidua.TaskBeginWork:     "Chuyển phong trào giai đoạn %d–%d sang thực hiện",
	thidua.TaskOpenYear:      "Mở đăng ký thi đua năm %d",
	thidua.TaskCloseRegister: "Đóng đăng ký thi đua năm %d",
	thidua.TaskBeginJudging:  "Chuyển năm %d sang giai đoạn xét",
	thidua.TaskEndYear:       "Kết thúc, khóa năm %d",
	thidua.TaskSumUp:         "Bắt đầu tổng kết phong trào giai đoạn %d–%d",
	thidua.TaskFinalReview:   "Lập Báo cáo tổng kết phong trào cả giai đoạn",
	thidua.TaskClosingQuota:  "Ghi nhận số lượng được đề nghị khen thưởng cả giai đoạn",
	thidua.TaskPlanSession:   "Lên lịch họp Hội đồng xét khen thưởng năm %d",
	thidua.TaskSendPapers:    "Gửi tài liệu họp Hội đồng phiên %s tới %d thành viên",
	thidua.TaskRunSession:    "Chuẩn bị họp Hội đồng phiên %s",
	thidua.TaskMinutes:       "Lập biên bản họp Hội đồng phiên %s, trình ký",
	thidua.TaskAttend:        "Dự họp Hội đồng phiên %s",
	thidua.TaskOpinion:       "Cho ý kiến về %s, năm %d",
	thidua.TaskPublishRanks:  "Công bố xếp hạng đơn vị năm %d",
	thidua.TaskApproveHeads:  "Duyệt đăng ký của %d lãnh đạo, trưởng phòng, năm %d",

	thidua.FactDraftSaved: "bản nháp lưu lúc %s",
	thidua.FactPrefilled:  "đã điền sẵn theo chỉ tiêu của đơn vị",
	thidua.FactAskedFor:   "Văn phòng đề nghị bổ sung: %s",
	thidua.FactOfficeAsks: "có đề nghị bổ sung",
	thidua.FactSessionOn:  "Hội đồng họp ngày %s",
	thidua.FactUnit:       "%s, năm %d",
	thidua.FactSentOn:     "gửi ngày %s",
	thidua.FactReceived:   "đã nhận %d/%d đơn vị, %d/%d cá nhân",
	thidua.FactListAfter:  "danh sách có sau phiên họp %s",
	thidua.FactWaiting:    "%d người đang chờ",
	thidua.FactPlace:      "%s, %s",

	thidua.StandWaiting:     "Chưa nhận đăng ký",
	thidua.StandRegistering: "Đang đăng ký",
	thidua.StandRunning:     "Đang thực hiện",
	thidua.StandScoring:     "Đang chấm điểm",
	thidua.StandScored:      "Đã chấm, chờ Hội đồng",
	thidua.StandMet:         "Hội đồng đã xét",
	thidua.StandSent:        "Đã gửi hồ sơ",
	thidua.StandDecided:     "Có kết quả",
	thidua.StandEnded:       "Đã tổng kết",

	thidua.StepRegister:  "Đăng ký",
	thidua.StepWork:      "Thực hiện",
	thidua.StepScore:     "Chấm điểm",
	thidua.StepCouncil:   "Họp Hội đồng",
	thidua.StepDossier:   "Lập hồ sơ",
	thidua.StepSend:      "Gửi Sở Nội vụ",
	thidua.StepSummingUp: "Tổng kết %d năm",
	thidua.NoteBefore:    "trước %s",
	thidua.NoteUntil:     "đến %s",
	thidua.NoteBy:        "đến %s",
	thidua.NoteDone:      "xong %s",
	thidua.NoteOn:        "%s",
	thidua.NoteMonth:     "%s",
	thidua.NoteEnds:      "kết thúc %s",

	thidua.ComingPapers:   "Gửi tài liệu họp",
	thidua.ComingSession:  "Họp Hội đồng phiên %s",
	thidua.ComingInternal: "Hạn nội bộ đăng ký %d",
	thidua.ComingHoliday:  "Ngày làm việc cuối trước Tết",
	thidua.ComingSendUp:   "Gửi Sở Nội vụ",
	thidua.ComingScoring:  "Chấm điểm xong năm %d",
	thidua.NoteMembers:    "cho %d thành viên Hội đồng",
	thidua.NotePlace:      "%s, %s",
	thidua.NoteTakesIn:    "Văn phòng nhận của các đơn vị",
	thidua.NoteOfPlan:     "%s của Kế hoạch",
}
