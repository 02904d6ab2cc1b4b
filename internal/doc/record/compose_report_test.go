package record

import (
	"slices"
	"strings"
	"testing"
	"thidua/internal/doc"

	"thidua"
)

func TestTheProfileIsTheDataThenTheWordsThenRoomForTheRest(t *testing.T) {
	a := Achievement{Occasion: occasion(), UnitName: "Phòng Nghiệp vụ 2",
		Subject: thidua.Subject{Kind: thidua.Individual, Name: "Phạm Mai Anh", Sex: thidua.Female, Title: "Thanh tra viên", Home: "Phòng Nghiệp vụ 2"}}
	r := a.Report()
	if want := "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh trong phong trào thi đua “Cải cách hành chính trên địa bàn tỉnh Lào Cai” năm 2024"; r.Subject != want {
		t.Errorf("subject %q", r.Subject)
	}
	got := r.Edited(map[string]string{WordsProfile: "Ngày sinh: 12/3/1985\nĐảng viên"}).Profile
	want := []Particular{{"Họ và tên", "Phạm Mai Anh"}, {"Giới tính", "Nữ"}, {"Chức vụ", "Thanh tra viên"},
		{"Đơn vị công tác", "Phòng Nghiệp vụ 2, Thanh tra tỉnh Lào Cai"}, {"Ngày sinh", "12/3/1985"}, {"", "Đảng viên"}, {Label: "Quê quán"}, {Label: "Trú quán"},
		{Label: "Trình độ chuyên môn"}}
	if !slices.Equal(got, want) {
		t.Errorf("profile %q", got)
	}
}

func TestWhatIsNotKnownOfFormerAwardsIsLeftOpen(t *testing.T) {
	r := Achievement{Occasion: occasion(), Subject: thidua.Subject{Kind: thidua.Collective, Name: "Văn phòng"}, Past: []thidua.Award{
		{Year: 2023, Form: "Bằng khen", Decision: thidua.AwardDecision{Number: "…/QĐ-UBND (mẫu)", Dated: "2024-03-05", Issuer: "Chủ tịch UBND tỉnh Lào Cai"}}}}.Report()
	if text := r.Edited(nil).Document().Dump(); !strings.Contains(text, `b"1. Danh hiệu thi đua: " "`+doc.Blank) || strings.Contains(text, "không có") {
		t.Errorf("nothing was written of titles:\n%s", text)
	}
	if text := r.Edited(map[string]string{WordsTitles: "Không có", WordsAwards: "Không có."}).Document().Dump(); strings.Count(text, "hông có") != 1 {
		t.Errorf("nothing is said beside an award of 2023:\n%s", text)
	}
	text := r.Edited(map[string]string{WordsTitles: "Không có", WordsAwards: "2022; Giấy khen của Chánh Thanh tra; QĐ 05"}).Document().Dump()
	for _, want := range []string{`b"1. Danh hiệu thi đua: " "không có."`, `["2023" "Bằng khen" `, `["2022" "Giấy khen của Chánh Thanh tra" "QĐ 05"]`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing:\n%s", want, text)
		}
	}
}

func TestALineWithoutANumberIsReportedInWords(t *testing.T) {
	line := func(words string, value thidua.Quantity) TargetData {
		return TargetData{Target: thidua.Target{Content: words, Value: value, Direction: thidua.AtLeast}}
	}
	got := CriterionData{Targets: []TargetData{line("Viết 1 tin, bài", thidua.NoValue), line("Hồ sơ trên mạng", 95_00)}}.result(2024, "Cá nhân").Targets
	if got[0].Target != goalInWords || got[1].Target != "≥ 95" || got[0].Actual != noFigure {
		t.Errorf("%+v", got)
	}
}

func TestEvidenceIsCitedByWhatItHas(t *testing.T) {
	for want, e := range map[string]thidua.Evidence{
		"12/BC-NV2 ngày 16/12/2024":              {DocNumber: "12/BC-NV2", Abstract: "Báo cáo", IssuedOn: "2024-12-16"},
		"Biên bản kiểm tra ngày 05/12/2024":      {Abstract: "Biên bản kiểm tra", IssuedOn: "2024-12-05"},
		"QĐ công nhận số 1 ngày 12/11/2024":      {File: thidua.FileRef{Name: "QĐ công nhận số 1.pdf"}, IssuedOn: "2024-11-12"},
		"12/BC-NV2 ngày 16/12/2024, trang 3–5":   {DocNumber: "12/BC-NV2", IssuedOn: "2024-12-16", Page: "3–5"},
		"Ảnh buổi tuyên truyền tại xã, kèm 2 tờ": {File: thidua.FileRef{Name: "Ảnh buổi tuyên truyền tại xã, kèm 2 tờ.jpg"}},
	} {
		if got := EvidenceName(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTheLetterSpellsItsDays(t *testing.T) {
	l := Proposal{Occasion: occasion(), Met: "2025-01-16"}.Letter()
	if got := strings.Join(l.Bases, "\n"); !strings.Contains(got, "33/2021/QĐ-UBND ngày 28 tháng 6 năm 2021 của") {
		t.Errorf("bases %s", got)
	}
}
