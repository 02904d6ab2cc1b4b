package record

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"thidua"
)

func percentTarget(content string, value, actual thidua.Quantity) TargetData {
	return TargetData{Target: thidua.Target{ID: content, Content: content, Value: value, Measure: "%", Direction: thidua.AtLeast, Due: "2024-12-15"}, Actual: actual, Measured: true}
}

func countTarget(content, measure string, value, actual thidua.Quantity) TargetData {
	t := percentTarget(content, value, actual)
	t.Measure = measure
	return t
}

func with(t TargetData, change func(*TargetData)) TargetData {
	change(&t)
	return t
}

func before(q thidua.Quantity) func(*TargetData) { return func(t *TargetData) { t.Before = &q } }

// TestEveryKindOfTargetIsToldHonestly reads the sentence and the level of each kind of target: percentage, count, limit, deadline, yes or no,
// words; exceeded, reached, not reached, in doubt; with and without the year before.
func TestEveryKindOfTargetIsToldHonestly(t *testing.T) {
	online, articles := "Hồ sơ công việc xử lý trên môi trường mạng", "Tin, bài tuyên truyền trên Trang thông tin điện tử"
	inWords := with(countTarget("Viết 1 tin, bài tuyên truyền", "", thidua.NoValue, 1_00), func(t *TargetData) { t.Said = "Đã đăng 2 bài." })
	limit := with(countTarget("Thời gian xử lý đơn", "ngày", 5_00, 4_00), func(t *TargetData) { t.Direction = thidua.AtMost })
	plan := with(countTarget("Ban hành kế hoạch cải cách hành chính", "kế hoạch", 1_00, 1_00), func(t *TargetData) { t.Due, t.ReachedOn = "2024-02-28", "2024-02-20" })
	for _, c := range []struct {
		target      TargetData
		said, level string
	}{
		{with(percentTarget(online, 90_00, 93_00), before(80_00)),
			online + " đạt 93%, vượt 3 điểm phần trăm so với chỉ tiêu đăng ký (90%), tăng 13 điểm phần trăm so với năm 2023.", "vượt 3 điểm phần trăm"},
		{with(percentTarget(online, 100_00, 100_00), before(100_00)), online + " đạt 100%, đạt chỉ tiêu đăng ký (100%), bằng năm 2023.", "đạt"},
		{with(percentTarget(online, 95_00, 93_50), before(96_00)),
			online + " đạt 93,5%, thấp hơn 1,5 điểm phần trăm so với chỉ tiêu đăng ký (95%), chưa đạt, giảm 2,5 điểm phần trăm so với năm 2023.", "chưa đạt, thấp hơn 1,5 điểm phần trăm"},
		{with(countTarget(articles, "bài", 8_00, 11_00), before(8_00)), articles + ": đã thực hiện 11 bài, vượt 3 bài so với chỉ tiêu đăng ký (8 bài), tăng 3 bài so với năm 2023.", "vượt 3 bài"},
		{countTarget("Sáng kiến được công nhận", "sáng kiến", 2_00, 1_00), "Sáng kiến được công nhận: có 1 sáng kiến, còn thiếu 1 sáng kiến so với chỉ tiêu đăng ký (2 sáng kiến), chưa đạt.", "chưa đạt, thiếu 1 sáng kiến"},
		{countTarget(articles, "bài", 8_00, 0), articles + ": chưa có kết quả, còn thiếu 8 bài so với chỉ tiêu đăng ký (8 bài), chưa đạt.", "chưa đạt, thiếu 8 bài"},
		{limit, "Thời gian xử lý đơn: ở mức 4 ngày, thấp hơn 1 ngày so với mức tối đa đăng ký (5 ngày).", "đạt, thấp hơn mức tối đa 1 ngày"},
		{with(limit, func(t *TargetData) { t.Actual = 7_00 }), "Thời gian xử lý đơn: ở mức 7 ngày, cao hơn 2 ngày so với mức tối đa đăng ký (5 ngày), chưa đạt.", "chưa đạt, cao hơn mức tối đa 2 ngày"},
		{plan, "Ban hành kế hoạch cải cách hành chính: đạt chỉ tiêu đăng ký (1 kế hoạch), hoàn thành ngày 20/02/2024, trong hạn 28/02/2024.", "đạt"},
		{with(plan, func(t *TargetData) { t.ReachedOn = "2024-03-04" }),
			"Ban hành kế hoạch cải cách hành chính: đạt chỉ tiêu đăng ký (1 kế hoạch), số liệu ghi nhận ngày 04/03/2024, sau hạn 28/02/2024.", "đạt"},
		{inWords, "Nội dung “Viết 1 tin, bài tuyên truyền”: Đã đăng 2 bài (đã thực hiện).", "đã thực hiện"},
		{with(inWords, func(t *TargetData) { t.Said, t.Actual = "", 0 }), "Nội dung “Viết 1 tin, bài tuyên truyền”: chưa thực hiện.", "chưa thực hiện"},
		{with(percentTarget("100% báo cáo gửi đúng hạn", 100_00, 100_00), func(t *TargetData) { t.Awaits = thidua.EvidenceReturned }),
			"Nội dung “100% báo cáo gửi đúng hạn” đạt 100%, đạt chỉ tiêu đăng ký (100%) – minh chứng cần bổ sung.", "đạt, minh chứng cần bổ sung"},
		{with(percentTarget(online, 95_00, 93_00), func(t *TargetData) { t.Awaits = thidua.EvidenceNew }),
			online + " đạt 93%, thấp hơn 2 điểm phần trăm so với chỉ tiêu đăng ký (95%), chưa đạt.", "chưa đạt, thấp hơn 2 điểm phần trăm"},
		{with(percentTarget(online, 100_00, 96_00), func(t *TargetData) { t.From = 90 }),
			online + " đạt 96%, thấp hơn 4 điểm phần trăm so với chỉ tiêu đăng ký (100%), tính hoàn thành (từ 90% mức đăng ký).", "thấp hơn 4 điểm phần trăm, tính hoàn thành"},
		{with(countTarget(articles, "bài", 10_00, 8_00), func(t *TargetData) { t.From = 90 }),
			articles + ": đã thực hiện 8 bài, còn thiếu 2 bài so với chỉ tiêu đăng ký (10 bài), chưa đạt.", "chưa đạt, thiếu 2 bài"},
	} {
		p := CriterionData{Code: "TC2", Targets: []TargetData{c.target}}.passage(2024, "Đơn vị")
		if got := strings.Join(p.text(""), "\n"); got != c.said {
			t.Errorf("\n%s, want\n%s", got, c.said)
		}
		if got := c.target.level(); got != c.level {
			t.Errorf("level %q, want %q", got, c.level)
		}
	}
}

// criterion2 is a criterion of contents, as the second of the plan is.
func criterion2() CriterionData {
	in := func(part string) func(*TargetData) { return func(t *TargetData) { t.Part = part } }
	return CriterionData{Code: "TC2", Name: "Thực hiện nhiệm vụ cải cách hành chính", Targets: []TargetData{
		with(percentTarget("Kết luận thanh tra ban hành đúng thời hạn", 100_00, 94_00), in("Cải cách thể chế")),
		with(countTarget("Quy trình nội bộ được rút ngắn thời gian", "quy trình", 2_00, 3_00), in("Cải cách thủ tục hành chính")),
		with(percentTarget("Hồ sơ công chức cập nhật đúng hạn", 100_00, 100_00), in("Cải cách chế độ công vụ")),
		with(TargetData{Target: thidua.Target{ID: "4", Content: "Lần công khai tài chính", Value: 4_00, Measure: "lần", Direction: thidua.AtLeast}}, in("Cải cách tài chính công")),
	}}
}

func TestACriterionIsSummedUpThenToldByContent(t *testing.T) {
	p := criterion2().passage(2024, "Đơn vị")
	want := `Đơn vị đăng ký 4 chỉ tiêu ở tiêu chí này, đạt 2 chỉ tiêu, chưa đạt 1 chỉ tiêu, 1 chỉ tiêu chưa có số liệu.
Cải cách thể chế: kết luận thanh tra ban hành đúng thời hạn đạt 94%, thấp hơn 6 điểm phần trăm so với chỉ tiêu đăng ký (100%), chưa đạt.
Cải cách thủ tục hành chính: quy trình nội bộ được rút ngắn thời gian: đã thực hiện 3 quy trình, vượt 1 quy trình so với chỉ tiêu đăng ký (2 quy trình).
Cải cách chế độ công vụ: hồ sơ công chức cập nhật đúng hạn đạt 100%, đạt chỉ tiêu đăng ký (100%).`
	if got := strings.Join(p.text(""), "\n"); got != want {
		t.Errorf("\n%s", got)
	}
	if got := strings.Join(criterion2().lacks(), "\n"); got != `Chưa có minh chứng của chỉ tiêu “Kết luận thanh tra ban hành đúng thời hạn”
Chưa có minh chứng của chỉ tiêu “Quy trình nội bộ được rút ngắn thời gian”
Chưa có minh chứng của chỉ tiêu “Hồ sơ công chức cập nhật đúng hạn”
Chưa có số liệu thực hiện của chỉ tiêu “Lần công khai tài chính”` {
		t.Errorf("lacks\n%s", got)
	}
	none := CriterionData{Code: "TC4"}
	if p := none.passage(2024, "Cá nhân"); len(p.Draft) != 0 || len(none.lacks()) != 1 {
		t.Errorf("of nothing something was made: %+v %v", p, none.lacks())
	}
}

func TestTheGeneralWordSaysWhatIsPublished(t *testing.T) {
	a := Achievement{Occasion: occasion(), Subject: thidua.Subject{Kind: thidua.Collective, Name: "Phòng Nghiệp vụ 2"}, Criteria: []CriterionData{criterion2()}}
	a.Standing, a.Units = thidua.Standing{Score: 95_50, Rank: 1}, 6
	a.Index = &thidua.IndexResult{Year: 2024, Rank: 3, Of: 19, PublishedOn: "2025-01-10", Document: "Quyết định số 05/QĐ-UBND (mẫu)"}
	want := "Năm 2024, Phòng Nghiệp vụ 2 đăng ký 4 chỉ tiêu ở 1 tiêu chí; đạt 2 chỉ tiêu, chưa đạt 1 chỉ tiêu, 1 chỉ tiêu chưa có số liệu. Theo kết quả đã công bố, đơn vị đạt 95,5 điểm, " +
		"xếp thứ 1/6 đơn vị. Về Bộ chỉ số cải cách hành chính năm 2024, cơ quan xếp thứ 3/19, theo Quyết định số 05/QĐ-UBND (mẫu)."
	if got := strings.Join(a.general().text(""), "\n"); got != want {
		t.Errorf("\n%s", got)
	}
	a.Index.PublishedOn, a.Standing.Rank = "", 0
	if got := strings.Join(a.general().text(""), "\n"); strings.Contains(got, "xếp thứ") {
		t.Errorf("a rank that is not published is cited: %s", got)
	}
	p := Achievement{Occasion: occasion(), Subject: thidua.Subject{Kind: thidua.Individual, Name: "Phạm Mai Anh", Sex: thidua.Female},
		Evaluation: &thidua.EvaluationResult{Year: 2024, Class: thidua.ClassGood, Decision: "…/QĐ-TT (mẫu)", On: "2024-12-31"}}
	if got := strings.Join(p.general().text(""), "\n"); got != "Kết quả đánh giá, xếp loại chất lượng năm 2024: hoàn thành tốt nhiệm vụ, theo Quyết định số …/QĐ-TT (mẫu) ngày 31/12/2024." {
		t.Errorf("\n%s", got)
	}
}

var digits = regexp.MustCompile(`\d[\d.,/]*`)

// TestEveryFigureOfTheTextIsOneOfTheData makes criteria by chance: with the locked figures taken out, no digit is left in the composed text;
// every locked figure is among those of the passage; and no target that was missed is told as reached.
func TestEveryFigureOfTheTextIsOneOfTheData(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 8))
	for n := range 500 {
		c := CriterionData{Code: "TC2"}
		for i := range 1 + r.IntN(5) {
			measure := []string{"%", "bài", "sáng kiến", "cuộc họp"}[r.IntN(4)]
			one := countTarget(fmt.Sprint("Nội dung theo dõi ", string(rune('a'+i))), measure, thidua.Quantity(1+r.IntN(100))*100, thidua.Quantity(r.IntN(101))*100)
			one.Direction = []thidua.Direction{thidua.AtLeast, thidua.AtMost}[r.IntN(2)]
			one.From = []int{0, 70}[r.IntN(2)]
			one.Measured, one.Part = r.IntN(6) > 0, []string{"", "Phần một", "Phần hai"}[r.IntN(3)]
			if r.IntN(2) == 0 {
				before(thidua.Quantity(r.IntN(100)) * 100)(&one)
			}
			c.Targets = append(c.Targets, one)
		}
		p := c.passage(2024, "Đơn vị")
		if left := lockedFigure.ReplaceAllString(p.draft(), ""); digits.MatchString(left) {
			t.Fatalf("%d: a figure stands free: %s", n, left)
		}
		if lost := p.Lost(p.draft()); len(lost) > 0 {
			t.Fatalf("%d: not among the data: %v", n, lost)
		}
		if kept, unknown := p.Lock(p.Shown(p.draft()), p.draft()); kept != p.draft() || len(unknown) > 0 {
			t.Fatalf("%d: saved unchanged it is another text: %v\n%s\n%s", n, unknown, kept, p.draft())
		}
		for _, one := range c.Targets {
			if one.near() && (!strings.Contains(one.verdict(), "tính hoàn thành (từ 70% mức đăng ký)") || strings.HasPrefix(one.level(), levelReached)) {
				t.Fatalf("%d: %s is told as the whole goal: %s", n, one.Content, one.verdict())
			}
			if missed := one.Measured && !one.reached() && !one.near(); missed && (!strings.Contains(one.verdict(), "chưa đạt") || !strings.HasPrefix(one.level(), "chưa đạt")) {
				t.Fatalf("%d: %s is praised: %s", n, one.Content, one.verdict())
			}
		}
	}
}
