package vi

import (
	"fmt"
	"strings"
	"time"

	"thidua"
)

// Task says what is to be done: "Rà soát đăng ký của Phòng Nghiệp vụ 1 và Phòng Nghiệp vụ 4".
func Task(t thidua.Task) string { return say(t.Code, shown(t.Args), "") }

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
	if s.Note == thidua.NoteMonth {
		day = layout(s.On, "01/2006")
	}
	if s.Note != "" {
		note = say(s.Note, []any{day}, "")
	}
	return say(s.Code, nil, ""), note
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

// Due says by when a task is to be done, seen from a day: "Hạn 10/01/2025 · quá 4 ngày", "17/01/2025 · còn 3 ngày",
// "Trước 01/02/2025 · ngày làm việc cuối: 24/01".
func Due(t thidua.Task, today thidua.Date) string {
	left := today.DaysUntil(t.Due)
	switch {
	case t.Due == "":
		return ""
	case t.Before != "" && left >= 0:
		return "Trước " + Date(t.Before) + " · ngày làm việc cuối: " + DayMonth(t.Due)
	case left < 0:
		return fmt.Sprintf("Hạn %s · quá %d ngày", Date(t.Due), -left)
	case left == 0:
		return Date(t.Due) + " · hôm nay"
	case left == 1:
		return Date(t.Due) + " · ngày mai"
	case left <= 14:
		return fmt.Sprintf("%s · còn %d ngày", Date(t.Due), left)
	}
	return Date(t.Due)
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
