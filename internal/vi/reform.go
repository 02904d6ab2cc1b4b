package vi

import (
	"strings"

	"thidua"
)

var reformActions = map[thidua.Action]wording{
	thidua.CreateTasks:  {"Tạo nhiệm vụ", "đã tạo nhiệm vụ từ kế hoạch cải cách hành chính"},
	thidua.MendTask:     {"Lưu điều chỉnh", "đã điều chỉnh nhiệm vụ"},
	thidua.CompleteTask: {"Ghi nhận hoàn thành", "đã ghi nhận hoàn thành nhiệm vụ"},
	thidua.ReopenTask:   {"Mở lại nhiệm vụ", "đã mở lại nhiệm vụ"},
	thidua.PasteTasks:   {"Tạo nhiệm vụ từ các hàng đã chọn", "đã tạo nhiệm vụ từ bảng dán vào"},
	thidua.WithdrawTask: {"Rút nhiệm vụ", "đã rút nhiệm vụ"},
}

var reformStands = map[thidua.ReformStand]string{
	thidua.StandTaskUndated:   "Không ghi ngày",
	thidua.StandTaskAhead:     "Chưa đến hạn",
	thidua.StandTaskSoon:      "Sắp đến hạn",
	thidua.StandTaskOverdue:   "Quá hạn",
	thidua.StandTaskDone:      "Đã hoàn thành",
	thidua.StandTaskLate:      "Hoàn thành sau hạn",
	thidua.StandTaskWithdrawn: "Đã rút",
}

// ReformStand says how a task of a reform plan stands: "Sắp đến hạn".
func ReformStand(s thidua.ReformStand) string { return reformStands[s] }

// ReformStandNote says more beside it: "còn 3 ngày làm việc", "quá hạn 2 ngày làm việc", "ngày 12/06/2025".
func ReformStandNote(t thidua.ReformTask, s thidua.ReformStand, left thidua.Left) string {
	switch s {
	case thidua.StandTaskDone, thidua.StandTaskLate:
		return "ngày " + Date(t.DoneOn)
	case thidua.StandTaskOverdue, thidua.StandTaskSoon, thidua.StandTaskAhead:
		return Left(left)
	}
	return ""
}

// ReformDue says by when a task is to be done: "trước 10/12/2025", "chậm nhất 30/09/2025"; empty without a day.
func ReformDue(t thidua.ReformTask) string {
	switch {
	case t.Due == "":
		return ""
	case t.Inclusive:
		return "chậm nhất " + Date(t.Due)
	}
	return "trước " + Date(t.Due)
}

// ReformName names a task in one line: "4.1. Công khai thủ tục hành chính".
func ReformName(t thidua.ReformTask) string {
	name := cut(t.Text, longestTask)
	if t.Number == "" {
		return name
	}
	return strings.TrimSuffix(t.Number, ".") + ". " + name
}

// longestTask is how many letters of a task stand on the first page.
const longestTask = 90

// cut shortens a text to whole words and says that there is more.
func cut(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	short := string(letters[:most])
	if at := strings.LastIndex(short, " "); at > 0 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}
