package form

import (
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/doc"
)

// own is an agency whose head gives the award himself.
func own() Facts {
	unit := thidua.Subject{Kind: thidua.Collective, Name: "Phòng Tổng hợp"}
	person := thidua.Subject{Kind: thidua.Individual, Name: "Lê Thị Mẫu", Title: "Chuyên viên", Person: "p", Home: "Phòng Tổng hợp", Sex: thidua.Female}
	given := thidua.AwardForm{ID: "gk", Name: "Giấy khen", Authority: "Giám đốc Sở"}
	return Facts{Today: "2025-02-10", Leader: doc.Signer{Titles: []string{"Giám đốc Sở"}, Name: "Trần Văn Mẫu"}, Office: doc.Signer{Titles: []string{"Chánh Văn phòng"}, Name: "A"},
		Movement: thidua.Movement{Name: "Mẫu", From: 2021, To: 2025}, Round: thidua.Round{Year: 2024},
		Season: Season{Agency: thidua.Agency{Name: "Sở Mẫu", Symbol: "SM", LeaderTitle: "Giám đốc Sở", Place: "Mẫu"}, Award: thidua.AwardForm{ID: "bk", Name: "Bằng khen", Authority: "Chủ tịch UBND tỉnh"},
			Forms:    []thidua.AwardForm{{ID: "bk", Name: "Bằng khen", Authority: "Chủ tịch UBND tỉnh"}, given},
			Nominees: []thidua.Nominee{{ID: "1", Subject: unit, Award: "gk", State: thidua.NomineePassed}, {ID: "2", Subject: person, Award: "gk", State: thidua.NomineePassed}, {ID: "3", Subject: unit, Award: "bk", State: thidua.NomineePassed}}}}
}

func TestADecisionIsOnlyOfAnAgencyThatAwards(t *testing.T) {
	k, _ := KindOf(thidua.PaperDecision)
	f := own()
	if k.Apart(f) || k.Awaits(f) != "" {
		t.Fatalf("kept from the agency that awards: %q", k.Awaits(f))
	}
	p := k.Fill(f).(Decision)
	p.Fund = "Quỹ thi đua"
	dump := strings.ReplaceAll(strings.ReplaceAll(p.Document().Dump(), `\u00a0`, " "), "\u00a0", " ")
	for _, want := range []string{"Giấy khen của Giám đốc Sở", "01 tập thể và 01 cá nhân", "Bà Lê Thị Mẫu", "Như Điều 3", "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"} {
		if !strings.Contains(dump, want) {
			t.Errorf("the decision does not say %q:\n%s", want, dump)
		}
	}
	f.Forms = f.Forms[:1]
	if !k.Apart(f) || k.Awaits(f) == "" {
		t.Error("offered to an agency whose awards come from above")
	}
}

func TestEveryKindStandsWithWhatItIsMadeOf(t *testing.T) {
	f := own()
	f.Case = &Candidate{Nominee: f.Nominees[1]}
	seen := map[thidua.PaperKind]bool{}
	for _, k := range Kinds {
		if seen[k.Kind] || k.Title == "" || len(k.Who) == 0 || !slices.Contains(Groups, k.Group) || !slices.ContainsFunc(Samples, func(s Sample) bool { return s.Name == k.Name }) {
			t.Errorf("%s: the row is not whole, or stands twice", k.Kind)
		}
		seen[k.Kind] = true
		figures, err := k.Figures(f)
		if err != nil {
			t.Fatal(err)
		}
		p, err := k.Open(figures, nil)
		if err != nil || p.Document().Dump() != k.Fill(f).Document().Dump() {
			t.Errorf("%s is not read as it was written: %v", k.Kind, err)
		}
		words := map[string]string{}
		for _, field := range k.Fields(p) {
			if field.Label == "" || words[field.Part] != "" {
				t.Errorf("%s: the field %q has no label or stands twice", k.Kind, field.Part)
			}
			words[field.Part] = "x"
			if field.Value != "" {
				words[field.Part] = field.Value
			}
		}
		kept, _, err := k.Write(figures, nil, words)
		if err != nil {
			t.Error(err)
		}
		for _, field := range k.Fields(p) {
			if text, is := kept[field.Part]; is && text == field.Value {
				t.Errorf("%s keeps the form's own words for %s", k.Kind, field.Part)
			}
		}
	}
	if len(seen) != 19 {
		t.Errorf("%d kinds", len(seen))
	}
}

func TestAFinalReviewTellsWhoWasHeldUp(t *testing.T) {
	f := own()
	f.Movement, f.Round.Closing = thidua.Movement{Name: "Cải cách hành chính", From: 2021, To: 2025}, true
	f.Models = []Model{
		{2023, thidua.Subject{Kind: thidua.Individual, Name: "Phạm Mai Anh", Home: "Phòng Nghiệp vụ 2"}, thidua.KindModel, "Số hóa hồ sơ"},
		{2024, thidua.Subject{Kind: thidua.Collective, Name: "Văn phòng", Home: "Văn phòng"}, thidua.KindDeed, "Trả lại của rơi"},
	}
	r := fillFinal(f)
	if len(r.Counted) == 0 || r.Counted[len(r.Counted)-1] != "Trong giai đoạn 2021-2025 đã nêu 02 gương: 01 điển hình tiên tiến, 01 người tốt việc tốt." {
		t.Errorf("counted %q", r.Counted)
	}
	if len(r.Models) != 2 || r.Models[0] != (ModelLine{"2023", "Phạm Mai Anh, Phòng Nghiệp vụ 2", "Điển hình tiên tiến", "Số hóa hồ sơ"}) || r.Models[1].Who != "Văn phòng" {
		t.Errorf("lines %+v", r.Models)
	}
	if f.Models = nil; len(fillFinal(f).Models) != 0 || strings.Contains(fillFinal(f).Document().Dump(), "điển hình tiên tiến, người tốt việc tốt đã nêu") {
		t.Error("nobody was held up, and the review has the table")
	}
}
