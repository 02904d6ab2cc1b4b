package vi

import (
	"fmt"
	"strings"

	"thidua"
)

// ShortMovement gives the name of a movement for narrow places, without the region: "Cải cách hành chính".
func ShortMovement(name string) string {
	short, _, _ := strings.Cut(name, " trên địa bàn ")
	return short
}

// Season gives the period of a movement and the year at hand: "2021–2025 · năm 2025", "2021–2025 · đang lập" before it is launched; year
// 0 is left out.
func Season(m thidua.Movement, year int) string {
	if m.State == thidua.MovementPlanned {
		return fmt.Sprintf("%d–%d · đang lập", m.From, m.To)
	}
	if year == 0 {
		return fmt.Sprintf("%d–%d", m.From, m.To)
	}
	return fmt.Sprintf("%d–%d · năm %d", m.From, m.To, year)
}

// RoundName names a year of a movement: "Cải cách hành chính, năm 2025".
func RoundName(m thidua.Movement, year int) string {
	return fmt.Sprintf("%s, năm %d", ShortMovement(m.Name), year)
}

// Campaign gives the full name of a movement as on the sign-in page.
func Campaign(m thidua.Movement) string {
	return fmt.Sprintf("Phong trào thi đua “%s” giai đoạn %d-%d", m.Name, m.From, m.To)
}

var planActions = map[thidua.Action]wording{
	thidua.ReadPlan:         {"Tải lên và đọc kế hoạch", "đã tải kế hoạch lên"},
	thidua.ReviewPlan:       {"Lưu", "đã đối chiếu kế hoạch"},
	thidua.ConfirmPlan:      {"Xác nhận và tạo phong trào", "đã xác nhận kế hoạch và tạo phong trào"},
	thidua.CreateFromPlan:   {"Tạo, bổ sung sau", "đã tạo phong trào từ kế hoạch, còn mục bổ sung sau"},
	thidua.DropPlan:         {"Bỏ bản này", "đã bỏ bản kế hoạch"},
	thidua.CompletePlan:     {"Lưu nội dung bổ sung", "đã bổ sung nội dung kế hoạch"},
	thidua.AddDocument:      {"Thêm văn bản", "đã thêm văn bản của phong trào"},
	thidua.MendDocument:     {"Lưu văn bản", "đã sửa văn bản của phong trào"},
	thidua.WithdrawDocument: {"Rút văn bản", "đã rút văn bản của phong trào"},
	thidua.SetRound:         {"Lưu thiết lập", "đã thiết lập năm thi đua"},
}

var deadlineLabels = map[thidua.DeadlineKind]string{
	thidua.DeadlineRegistration: "Đăng ký thi đua",
	thidua.DeadlineDossier:      "Đề nghị khen thưởng",
	thidua.DeadlineReport:       "Báo cáo",
	thidua.DeadlineOther:        "Hạn khác",
}

// DeadlineName gives what a deadline is for: "Đăng ký thi đua".
func DeadlineName(k thidua.DeadlineKind) string { return deadlineLabels[k] }

// DeadlineDay says when a deadline is: "trước 01/02 hằng năm", "chậm nhất 15/02 năm sau", "trước 30/08/2021"; for one that is only a
// reference "theo Điều 12, …".
func DeadlineDay(d thidua.Deadline) string {
	word := "trước "
	if d.Inclusive {
		word = "chậm nhất "
	}
	switch month, day, yearly := strings.Cut(d.Day, "-"); {
	case d.Date != "":
		return word + Date(d.Date)
	case yearly && d.NextYear:
		return word + day + "/" + month + " năm sau"
	case yearly:
		return word + day + "/" + month + " hằng năm"
	case d.Reference != "":
		return "theo " + d.Reference
	}
	return d.Text
}

// Judged says how a standard is judged, after "Xét theo: ": "chỉ tiêu của TC2 hoàn thành".
func Judged(t thidua.Test) string {
	of := strings.Join(t.Criteria, ", ")
	switch t.When {
	case thidua.WhenAll:
		return joinTests(t.Parts, " và ")
	case thidua.WhenAny:
		return joinTests(t.Parts, " hoặc ")
	case thidua.WhenTargetsReached:
		return "chỉ tiêu của " + of + " đều hoàn thành"
	case thidua.WhenPlanIssued:
		return "có kế hoạch phát động, có số và ngày, trong minh chứng của " + of
	case thidua.WhenScoreAtLeast:
		return "điểm Văn phòng chấm từ " + Number(thidua.Points(t.Number)) + " trở lên"
	}
	if text := judgedWords[t.When]; strings.Contains(text, "%d") {
		return fmt.Sprintf(text, t.Number)
	}
	return judgedWords[t.When]
}

var judgedWords = map[thidua.Predicate]string{
	thidua.WhenManual:     "nhận xét của Văn phòng, Hội đồng",
	thidua.WhenIndexRank:  "thứ hạng Bộ chỉ số cải cách hành chính do tỉnh công bố, so với năm trước",
	thidua.WhenEvaluation: "xếp loại hằng năm từ Hoàn thành tốt nhiệm vụ",
	thidua.WhenInitiative: "sáng kiến đã có quyết định công nhận",
	thidua.WhenNoHold:     "không trong thời gian xem xét kỷ luật, không bị tạm dừng xét",
	thidua.WhenRegistered: "đã đăng ký thi đua của năm",
	thidua.WhenRankWithin: "xếp hạng nội bộ trong %d đơn vị đầu",
	thidua.WhenRankGained: "thứ hạng nội bộ tăng từ %d bậc",
	thidua.WhenRemark:     "nhận xét của thủ trưởng đơn vị về phẩm chất, đoàn kết, gương mẫu",
	thidua.WhenPublicity:  "có từ %d tin, bài tuyên truyền",
}

func joinTests(parts []thidua.Test, word string) string {
	var out []string
	for _, p := range parts {
		out = append(out, Judged(p))
	}
	return strings.Join(out, word)
}
