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
	if m.State == thidua.MovementSumming {
		return fmt.Sprintf("%d–%d · tổng kết", m.From, m.To)
	}
	return fmt.Sprintf("%d–%d · năm %d", m.From, m.To, year)
}

// RoundName names a year of a movement: "Cải cách hành chính, năm 2025", or its closing: "Cải cách hành chính, giai đoạn 2021–2025".
func RoundName(m thidua.Movement, r thidua.Round) string {
	return ShortMovement(m.Name) + ", " + Term(m, r)
}

// Term says what time a round speaks of: "năm 2025", of the closing round "giai đoạn 2021–2025".
func Term(m thidua.Movement, r thidua.Round) string {
	if r.Closing {
		return fmt.Sprintf("giai đoạn %d–%d", m.From, m.To)
	}
	return fmt.Sprintf("năm %d", r.Year)
}

// ShortTerm names a round where there is little room: "2025", of the closing round "cả giai đoạn".
func ShortTerm(r thidua.Round) string {
	if r.Closing {
		return "cả giai đoạn"
	}
	return fmt.Sprint(r.Year)
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
	thidua.TakeSettings:     {"Lấy các mục đã chọn", "đã lấy thiết lập của năm trước"},
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

// closingTables are the sheets of the figures of a period: the name of the tab and the heads of its columns.
var closingTables = map[string]struct {
	tab   string
	heads []string
}{
	"years": {"Từng năm", []string{"Năm", "Đơn vị đăng ký", "Cá nhân đăng ký", "Chỉ tiêu đăng ký", "Chỉ tiêu hoàn thành", "Sáng kiến được công nhận",
		"Điển hình đã nêu gương", "Tập thể được khen", "Cá nhân được khen"}},
	"units":       {"Theo đơn vị", []string{"Đơn vị", "Chỉ tiêu đăng ký", "Chỉ tiêu hoàn thành", "Được khen thưởng", "Lượt được nêu gương (cả cá nhân thuộc đơn vị)"}},
	"people":      {"Theo cá nhân", []string{"Họ và tên", "Đơn vị", "Số năm đăng ký", "Chỉ tiêu đăng ký", "Chỉ tiêu hoàn thành", "Được khen thưởng", "Lượt được nêu gương"}},
	"criteria":    {"Theo tiêu chí", []string{"Mã", "Tiêu chí", "Chỉ tiêu đăng ký", "Chỉ tiêu hoàn thành"}},
	"initiatives": {"Sáng kiến", []string{"Năm", "Sáng kiến", "Tác giả", "Đơn vị", "Quyết định công nhận", "Ngày"}},
	"exemplars":   {"Gương điển hình", []string{"Năm", "Tập thể, cá nhân", "Đơn vị", "Hình thức", "Nội dung nêu gương", "Ngày nêu gương"}},
	"awards":      {"Khen thưởng", []string{"Năm, giai đoạn", "Tập thể, cá nhân", "Hình thức", "Quyết định số", "Ngày"}},
}

// ClosingTab names a sheet of the figures of a period by its key: "Theo đơn vị".
func ClosingTab(key string) string { return closingTables[key].tab }

// ClosingHeads gives the heads of the columns of such a sheet.
func ClosingHeads(key string) []string { return closingTables[key].heads }

// ClosingYearHeads gives the heads of the columns of one year.
func ClosingYearHeads(year int) []string {
	return []string{fmt.Sprintf("%d: đăng ký", year), fmt.Sprintf("%d: hoàn thành", year), fmt.Sprintf("%d: hạng", year)}
}

// ClosingTitle heads such a sheet.
func ClosingTitle(tab string, m thidua.Movement) string {
	return fmt.Sprintf("Biểu số liệu phong trào thi đua “%s” giai đoạn %d–%d: %s", m.Name, m.From, m.To, strings.ToLower(tab))
}

// CarriedFrom says where a row comes from that the plan does not state itself: "chép từ giai đoạn 2021–2025".
func CarriedFrom(m thidua.Movement) string {
	return fmt.Sprintf(carriedWord+"%d–%d", m.From, m.To)
}

const carriedWord = "chép từ giai đoạn "

// Carried tells whether what stands in the place of an article says that the row was carried over from an earlier period.
func Carried(article string) bool { return strings.HasPrefix(article, carriedWord) }
