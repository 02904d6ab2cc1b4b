package record

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"thidua"
)

func reportOf(t *testing.T, criteria ...CriterionData) Manuscript {
	t.Helper()
	a := Achievement{Occasion: occasion(), UnitName: "Phòng Nghiệp vụ 2", Subject: thidua.Subject{Kind: thidua.Collective, Name: "Phòng Nghiệp vụ 2"}, Criteria: criteria}
	figures, err := json.Marshal(a.Report())
	if err != nil {
		t.Fatal(err)
	}
	m, err := ReadManuscript(figures, map[string]string{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func online(actual thidua.Quantity) CriterionData {
	return CriterionData{Code: "TC2", Name: "Thực hiện nhiệm vụ", Targets: []TargetData{percentTarget("Hồ sơ công việc xử lý trên môi trường mạng", 90_00, actual)}}
}

// write keeps a part as its author typed it.
func (m Manuscript) write(t *testing.T, part, typed string) {
	t.Helper()
	words, wrong := m.Lock(part, typed)
	if wrong != nil {
		t.Fatalf("%+v", wrong)
	}
	m.Words[part] = words
}

func TestWordsStayAndFiguresFollowTheData(t *testing.T) {
	m := reportOf(t, online(93_00))
	if got := m.Parts()["tc2"]; got != "Hồ sơ công việc xử lý trên môi trường mạng đạt [93%], [vượt 3 điểm phần trăm so với chỉ tiêu đăng ký (90%)]." {
		t.Fatalf("the author sees %q", got)
	}
	m.write(t, "tc2", "Phòng lập hồ sơ trên mạng đạt [93 %],\r\n[VƯỢT 3 điểm phần trăm so với chỉ tiêu đăng ký (90%)], nhờ kiểm tra hằng tuần.")
	if got := m.Edited(m.Words).Criteria[0].Text; strings.Join(got, "|") != "Phòng lập hồ sơ trên mạng đạt 93%,|vượt 3 điểm phần trăm so với chỉ tiêu đăng ký (90%), nhờ kiểm tra hằng tuần." {
		t.Errorf("printed %q", got)
	}
	renewed := reportOf(t, online(88_00))
	renewed.Words = m.Words
	if got := strings.Join(renewed.Edited(m.Words).Criteria[0].Text, " "); got != "Phòng lập hồ sơ trên mạng đạt 88%, thấp hơn 2 điểm phần trăm so với chỉ tiêu đăng ký (90%), chưa đạt, nhờ kiểm tra hằng tuần." {
		t.Errorf("after the renewal %q", got)
	}
	if got := renewed.Parts()["tc2"]; !strings.Contains(got, "đạt [88%]") {
		t.Errorf("the author sees %q", got)
	}
	gone := reportOf(t, CriterionData{Code: "TC2", Targets: []TargetData{percentTarget("Khác", 90_00, 95_00)}})
	gone.Words = m.Words
	if open := gone.Open(); len(open) != 1 || len(gone.Remarks()) != 1 || gone.Remarks()[0].Lost[0] != "[93%]" {
		t.Errorf("a figure that is gone is not told: %+v %+v", open, gone.Remarks())
	}
	if _, wrong := gone.Lock("tc2", gone.Parts()["tc2"]); wrong == nil || wrong.Typed != "[93%], [vượt 3 điểm phần trăm so với chỉ tiêu đăng ký (90%)]" {
		t.Errorf("a figure that is gone may be kept: %+v", wrong)
	}
}

func TestABracketThatIsNoFigureIsRefusedByName(t *testing.T) {
	m := reportOf(t, online(93_00))
	for typed, meant := range map[string]string{"đạt [95%]": "[93%]", "đạt [hai bài]": "[93%], [vượt 3 điểm phần trăm so với chỉ tiêu đăng ký (90%)]", "[95%|Hồ sơ.a]": "[93%], [vượt 3 điểm phần trăm so với chỉ tiêu đăng ký (90%)]"} {
		_, wrong := m.Lock("tc2", typed)
		if wrong == nil || !strings.Contains(typed, wrong.Typed) || wrong.Meant != meant {
			t.Errorf("%s: %+v", typed, wrong)
		}
	}
	if words, wrong := m.Lock(WordsProfile, "Địa điểm: [trụ sở]"); wrong != nil || words != "Địa điểm: [trụ sở]" {
		t.Errorf("a part without figures: %q %+v", words, wrong)
	}
	bare := reportOf(t, CriterionData{Code: "TC4"})
	if _, wrong := bare.Lock("tc4", "Đăng [8 bài]."); wrong == nil || wrong.Meant != "" || wrong.Typed != "[8 bài]" {
		t.Errorf("a part without any figure: %+v", wrong)
	}
	if words, wrong := m.Lock("tc2", m.Parts()["tc2"]); words != "" || wrong != nil {
		t.Errorf("the composed words are kept as written ones: %q %+v", words, wrong)
	}
}

// TestFiguresWithOneValueKeepTheirPlaces locks each of two equal figures to the target whose sentence it stands in.
func TestFiguresWithOneValueKeepTheirPlaces(t *testing.T) {
	two := func(first, second thidua.Quantity) CriterionData {
		return CriterionData{Code: "TC1", Targets: []TargetData{percentTarget("Văn bản đúng hạn", 90_00, first), percentTarget("Họp đủ thành phần", 90_00, second)}}
	}
	m := reportOf(t, two(95_00, 95_00))
	m.write(t, "tc1", "Văn bản đúng hạn [95%]. Họp đủ thành phần [95%].")
	renewed := reportOf(t, two(97_00, 91_00))
	if got := strings.Join(renewed.Edited(m.Words).Criteria[0].Text, ""); got != "Văn bản đúng hạn 97%. Họp đủ thành phần 91%." {
		t.Error(got)
	}
}

func TestWhatWasDroppedOrTypedIsRemarkedOn(t *testing.T) {
	m := reportOf(t, online(93_00))
	m.write(t, "tc2", "Phòng đạt [93%], tổ chức 12 buổi hướng dẫn trong quý II năm 2024 theo mục III.2, Công văn 15/CV-TT ngày 02/4/2024.")
	got := m.Remarks()
	if len(got) != 1 || len(got[0].Omitted) != 1 || !strings.HasPrefix(got[0].Omitted[0].Value, "vượt 3") || !slices.Equal(got[0].Loose, []string{"12 buổi hướng dẫn"}) || got[0].Lost != nil {
		t.Errorf("%+v", got)
	}
	missed := reportOf(t, online(88_00))
	missed.write(t, "tc2", "Phòng hoàn thành tốt việc lập hồ sơ, vượt mức đăng ký.\nKiểm tra hằng tuần.\n"+missed.Parts()["tc2"])
	if got := missed.Remarks(); len(got) != 1 || len(got[0].Praise) != 1 || !strings.HasPrefix(got[0].Praise[0], "Phòng hoàn thành tốt") {
		t.Errorf("praise of what was missed: %+v", got)
	}
	reached := reportOf(t, online(93_00))
	reached.Words = missed.Words
	if got := reached.Remarks(); len(got) != 0 {
		t.Errorf("praise of what was reached: %+v", got)
	}
	for text, want := range map[string]string{
		"Đạt 95% và 1.250 hồ sơ": "95%|1.250 hồ sơ", "Ngày 12 tháng 3 năm 2024": "", "Phòng Nghiệp vụ 2 làm đầu mối": "",
		"Mẫu hóa 12 văn bản trong quy trình": "", "tăng 3,5 điểm phần trăm": "3,5 điểm phần trăm", "01 trưởng phòng": "01 trưởng phòng", "Nghị định số 30/2020/NĐ-CP": "", "giai đoạn 2021-2025 của tỉnh": "",
	} {
		if got := strings.Join(Loose(text, "Mẫu hóa 12 văn bản"), "|"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestOnlyWhatPeopleWroteIsCompared leaves composed sentences out, also after a renewal.
func TestOnlyWhatPeopleWroteIsCompared(t *testing.T) {
	m := reportOf(t, online(93_00))
	if own := m.Own("x"); len(own) != 0 {
		t.Errorf("nobody wrote %+v", own)
	}
	m.write(t, "tc2", "Phòng kiểm tra hằng tuần.\n"+m.Parts()["tc2"]+" Cuối tháng đạt [93%].")
	m.Words[WordsProfile] = "Địa điểm: trụ sở cơ quan."
	want := []string{"Phòng kiểm tra hằng tuần.", "Cuối tháng đạt [88%]."}
	renewed := reportOf(t, online(88_00))
	renewed.Words = m.Words
	var got []string
	for _, s := range renewed.Own("x") {
		got = append(got, s.Text)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestOldFiguresAreNamed(t *testing.T) {
	was := reportOf(t, online(93_00)).AchievementReport
	if found := was.Changes(was); len(found) != 0 {
		t.Fatalf("nothing changed: %+v", found)
	}
	changed := online(88_00)
	changed.Targets[0].Evidence = []thidua.Evidence{{DocNumber: "12/BC-NV2", IssuedOn: "2024-12-16", Page: "3"}}
	changed.Targets = append(changed.Targets, percentTarget("Mới", 90_00, 90_00))
	now := reportOf(t, changed).AchievementReport
	now.Profile[0].Value = "Phòng Nghiệp vụ Hai"
	now.Initiatives = []string{"Lịch công tác dùng chung"}
	var got []string
	for _, c := range was.Changes(now) {
		got = append(got, strings.Join([]string{string(c.Kind), c.Criterion, c.Of, c.Was, c.Now}, "|"))
	}
	want := []string{"name||Tên tập thể|Phòng Nghiệp vụ 2|Phòng Nghiệp vụ Hai", "sentence||số chỉ tiêu đăng ký|1 chỉ tiêu|2 chỉ tiêu",
		"sentence||kết quả chung|đã đạt|đạt 1 chỉ tiêu, chưa đạt 1 chỉ tiêu", "actual|TC2|Hồ sơ công việc xử lý trên môi trường mạng|93%|88%",
		"level|TC2|Hồ sơ công việc xử lý trên môi trường mạng|vượt 3 điểm phần trăm|chưa đạt, thấp hơn 2 điểm phần trăm",
		"evidence|TC2|Hồ sơ công việc xử lý trên môi trường mạng||12/BC-NV2 ngày 16/12/2024, trang 3", "line|TC2|Mới||≥ 90%", "initiative||||Lịch công tác dùng chung"}
	if !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	old := was
	old.Criteria = slices.Clone(was.Criteria)
	old.Criteria[0] = CriterionResult{Code: "TC2", Targets: []TargetResult{{Content: was.Criteria[0].Targets[0].Content, Target: "≥ 90%", Actual: "93%"}}}
	old.General = Passage{}
	if found := old.Changes(was); len(found) != 0 {
		t.Errorf("a report kept without levels and ids is called old: %+v", found)
	}
}
