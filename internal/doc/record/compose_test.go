package record

import (
	"strings"
	"testing"
	"thidua/internal/doc"

	"thidua"
)

func occasion() Occasion {
	return Occasion{
		Agency: thidua.Agency{Name: "Thanh tra tỉnh Lào Cai", Parent: "UBND tỉnh Lào Cai", Place: "Lào Cai", Symbol: "TT", LeaderTitle: "Chánh Thanh tra",
			HomeRule: "Quyết định số …/QĐ-UBND (mẫu) của UBND tỉnh Lào Cai"},
		Movement: thidua.Movement{Name: "Cải cách hành chính trên địa bàn tỉnh Lào Cai", From: 2021, To: 2025,
			Regulation: "Quyết định số 33/2021/QĐ-UBND ngày 28/6/2021 của UBND tỉnh Lào Cai"},
		Year: 2024, Award: thidua.AwardForm{Name: "Bằng khen", Authority: "Chủ tịch UBND tỉnh"}, Leader: "Trần Mạnh Khôi",
	}
}

func TestTheLetterRestsOnTheLawOfItsDay(t *testing.T) {
	for day, want := range map[thidua.Date][2]string{
		"2022-01-15": {"91/2017/NĐ-CP", "98/2023/NĐ-CP"}, "2025-01-17": {"98/2023/NĐ-CP", "152/2025/NĐ-CP"}, "2026-01-17": {"152/2025/NĐ-CP", "98/2023/NĐ-CP"},
	} {
		l := Proposal{Occasion: occasion(), Laws: thidua.LawsOn(Laws, day), Met: day, Bases: []thidua.LegalBase{
			{Kind: "Quyết định", Number: "33/2021/QĐ-UBND"}, {Kind: "Hướng dẫn", Number: "956/SNV-TĐKT", Date: "2021-07-30", Issuer: "Sở Nội vụ"}}}.Letter()
		bases := strings.Join(l.Bases, "\n")
		if !strings.Contains(bases, want[0]) || strings.Contains(bases, want[1]) {
			t.Errorf("on %s it rests on %s", day, bases)
		}
		if strings.Count(bases, "33/2021/QĐ-UBND") != 1 || !strings.Contains(bases, "Hướng dẫn số 956/SNV-TĐKT ngày 30 tháng 7 năm 2021 của Sở Nội vụ") ||
			!strings.Contains(bases, "Căn cứ Quyết định số …/QĐ-UBND (mẫu)") {
			t.Errorf("regulations: %s", bases)
		}
	}
}

func TestTheLetterIsWrittenFromTheList(t *testing.T) {
	l := Proposal{Occasion: occasion(), Council: "Hội đồng Thi đua - Khen thưởng", Met: "2025-01-16", Reports: 2, Nominees: []thidua.Nominee{
		{Subject: thidua.Subject{Kind: thidua.Collective, Name: "Văn phòng"}, Summary: "Tóm tắt"},
		{Subject: thidua.Subject{Kind: thidua.Individual, Name: "Trần Thị Hạnh", Sex: thidua.Female, Title: "Trưởng phòng Nghiệp vụ 1", Home: "Phòng Nghiệp vụ 1"}},
	}}.Letter()
	if len(l.Collectives) != 1 || len(l.Individuals) != 1 || l.Individuals[0].Honorific != "Bà" || l.Issuer.Agency != "Thanh tra tỉnh" {
		t.Fatalf("%+v", l)
	}
	edited := l.Edited(map[string]string{WordsSubject: "Về việc khác", "collectives": "1000"})
	if edited.Subject != "Về việc khác" || len(edited.Collectives) != 1 || edited.Merit != l.Merit {
		t.Errorf("edited: %+v", edited)
	}
	edited.Number, edited.Date = "12/TTr-TT", "2025-01-17"
	if found := doc.Check(edited.Document()); len(found) != 0 {
		t.Errorf("NĐ 30/2020: %v", found)
	}
}

func TestAReportNamesTheResultOnEachCriterion(t *testing.T) {
	a := Achievement{Occasion: occasion(), UnitName: "Văn phòng", Subject: thidua.Subject{Kind: thidua.Collective, Name: "Văn phòng"},
		Head: doc.Signer{Titles: []string{"Chánh Văn phòng"}, Name: "Hoàng Minh Tuấn"}, Criteria: []CriterionData{
			{Code: "TC1", Name: "Lãnh đạo", Targets: []TargetData{{Target: thidua.Target{Content: "Họp", Value: 12_00, Measure: "cuộc", Direction: thidua.AtLeast},
				Actual: 12_00, Measured: true, Evidence: []thidua.Evidence{{DocNumber: "…/BC-VP (mẫu)", IssuedOn: "2024-12-20"}}}}},
			{Code: "TC4", Name: "Tuyên truyền", Papers: []string{"Báo cáo"}},
		}}
	r := a.Report()
	if open := r.Edited(nil).Open(); len(open) != 1 || open[0].Code != "TC4" {
		t.Fatalf("open: %+v", open)
	}
	done := r.Edited(map[string]string{"tc4": "Đã đăng 8 tin, bài."})
	if len(done.Open()) != 0 || done.Criteria[0].Targets[0] != (TargetResult{Content: "Họp", Target: "≥ 12 cuộc", Actual: "12 cuộc", Level: "đạt", Evidence: "…/BC-VP (mẫu) ngày 20/12/2024"}) {
		t.Errorf("%+v", done.Criteria)
	}
	done.Date = "2025-01-17"
	if found := doc.Check(done.Document()); len(found) != 0 {
		t.Errorf("NĐ 30/2020: %v", found)
	}
}

// TestAGoalInWordsIsPrintedInWords keeps the mark of a missing number out of the report of a person whose line says in words what it aims at.
func TestAGoalInWordsIsPrintedInWords(t *testing.T) {
	goal := thidua.Target{Content: "Viết tin, bài theo phân công", Value: thidua.NoValue, Direction: thidua.AtLeast}
	c := CriterionData{Code: "TC4", Name: "Tuyên truyền", Targets: []TargetData{{Target: goal, Actual: 1_00, Said: "Viết 2 tin, bài.", Measured: true}, {Target: goal}}}
	got := c.result(2024, "Cá nhân").Targets
	if got[0] != (TargetResult{Content: goal.Content, Target: "theo nội dung đăng ký", Actual: "Viết 2 tin, bài.", Level: "đã thực hiện"}) || got[1].Actual != "chưa có số liệu" {
		t.Errorf("%+v", got)
	}
}
