package vi

import (
	"slices"
	"testing"

	"thidua"
)

func TestWordsOfTheCouncil(t *testing.T) {
	hanh := thidua.CouncilMember{Name: "Trần Thị Hạnh", Sex: thidua.Female}
	for got, want := range map[string]string{
		Threshold(thidua.Council{Threshold: thidua.Share{Num: 2, Den: 3}, RuleSource: "Quy chế Hội đồng (mẫu)"}): "từ 2/3 tổng số thành viên, làm tròn lên (Quy chế Hội đồng, mẫu)",
		Threshold(thidua.Council{Threshold: thidua.Share{Num: 4, Den: 5}}):                                       "từ 4/5 tổng số thành viên, làm tròn lên",
		CouncilHead("Hội đồng Thi đua - Khen thưởng Thanh tra tỉnh"):                                             "Hội đồng Thi đua - Khen thưởng",
		CouncilHead("Hội đồng sáng kiến"):                                                                        "Hội đồng sáng kiến",
		OwnCase(hanh, true):  "Bà Trần Thị Hạnh không biểu quyết về trường hợp của mình, không tính vào tổng số.",
		OwnCase(hanh, false): "Bà Trần Thị Hạnh không biểu quyết về trường hợp của mình, vẫn tính trong tổng số.",
		MinutesSubject(thidua.Movement{Name: "Cải cách hành chính", From: 2021, To: 2025}, thidua.Round{Year: 2024}):    "Họp xét, đề nghị khen thưởng phong trào thi đua “Cải cách hành chính” năm 2024",
		MinutesSubject(thidua.Movement{Name: "Cải cách hành chính", From: 2021, To: 2025}, thidua.Round{Closing: true}): "Họp xét, đề nghị khen thưởng phong trào thi đua “Cải cách hành chính” giai đoạn 2021-2025",
		Listed(thidua.Subject{Kind: thidua.Individual, Name: "Lý Văn Dũng", Sex: thidua.Male}):                          "Ông Lý Văn Dũng",
		MinutesTitle(thidua.Movement{Name: "Cải cách hành chính"}, thidua.Round{Year: 2024}):                            "Biên bản họp xét, đề nghị khen thưởng phong trào thi đua “Cải cách hành chính” năm 2024",
		Listed(thidua.Subject{Kind: thidua.Collective, Name: "Văn phòng"}):                                              "Văn phòng",
		ConsiderNote(1): "1 trường hợp “Cần xem xét”: liên hệ Chánh Văn phòng.",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestOverlapsAreToldCaseByCase(t *testing.T) {
	a, b := thidua.CouncilMember{Name: "Hoàng Minh Tuấn", Sex: thidua.Male}, thidua.CouncilMember{Name: "Nguyễn Thị Thu Hà", Sex: thidua.Female}
	office := thidua.Subject{Kind: thidua.Collective, Name: "Văn phòng"}
	person := thidua.Subject{Kind: thidua.Individual, Name: "Trần Quốc Bảo", Sex: thidua.Male}
	got := Overlaps([]thidua.Overlap{{Member: a, Subject: office}, {Member: b, Subject: office}, {Member: a, Subject: person}, {Member: a, Own: true}}, true)
	want := []string{"Ông Hoàng Minh Tuấn không biểu quyết về trường hợp của mình, không tính vào tổng số.",
		"Trường hợp Văn phòng: ông Hoàng Minh Tuấn và bà Nguyễn Thị Thu Hà công tác tại đơn vị liên quan.",
		"Trường hợp ông Trần Quốc Bảo: ông Hoàng Minh Tuấn công tác tại đơn vị liên quan."}
	if !slices.Equal(got, want) {
		t.Errorf("notes %q", got)
	}
}

func TestTimesOfDay(t *testing.T) {
	for typed, want := range map[string][2]int{"14:00": {14, 0}, "14h30": {14, 30}, " 8h ": {8, 0}, "14 giờ 05 phút": {14, 5}} {
		if h, m, ok := ParseClock(typed); !ok || h != want[0] || m != want[1] {
			t.Errorf("%q: %d:%d %v", typed, h, m, ok)
		}
	}
	for _, typed := range []string{"", "24:00", "14:60", "hai giờ", "14", "1400"} {
		if _, _, ok := ParseClock(typed); ok {
			t.Errorf("%q was read", typed)
		}
	}
}

func TestStandardsNameTheirPartOnce(t *testing.T) {
	same := []thidua.Standard{{Name: "Tuyên truyền", Article: "mục III.2.a, ý 3"}, {Name: "Thứ hạng", Article: "mục III.2.a, ý 5"}}
	if got := Standards(thidua.Collective, same); got != "Tập thể (mục III.2.a): tuyên truyền; thứ hạng" {
		t.Errorf("%q", got)
	}
	other := append(same, thidua.Standard{Name: "Khác", Article: "mục IV"})
	if got := Standards(thidua.Collective, other); got != "Tập thể: tuyên truyền (mục III.2.a, ý 3); thứ hạng (mục III.2.a, ý 5); khác (mục IV)" {
		t.Errorf("%q", got)
	}
}

func TestTheRoomIsThatOfTheAgency(t *testing.T) {
	for place, want := range map[string]string{"Phòng họp tầng 2": "Phòng họp tầng 2, Thanh tra tỉnh Lào Cai", "": "",
		"Hội trường Thanh tra tỉnh Lào Cai": "Hội trường Thanh tra tỉnh Lào Cai"} {
		if got := PlaceOfMeeting(place, "Thanh tra tỉnh Lào Cai"); got != want {
			t.Errorf("%q became %q", place, got)
		}
	}
}
