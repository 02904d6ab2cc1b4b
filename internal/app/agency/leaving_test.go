package agency_test

import (
	"context"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/agency"
)

func TestAPersonLeavesInTheMiddleOfAYear(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office, p := h.Actor("Nguyễn Thị Thu Hà"), h.People["Lý Văn Dũng"]
	held := thidua.Post{Person: p.ID, Unit: h.Units["NV1"].ID, Title: "Trưởng nhóm", Rank: thidua.RankMember, From: "2025-01-05"}
	if err := h.NewPost(ctx, office, held, true); err != nil {
		t.Fatal(err)
	}
	for last, want := range map[thidua.Date]thidua.Code{"31/02": thidua.CodeDateWrong, "": thidua.CodeDateWrong, "2025-01-04": agency.CodeLeftEarly} {
		if err := h.Leave(ctx, office, p.ID, last); codeOf(err) != want {
			t.Errorf("leaving on %q: %v", last, err)
		}
	}
	if err := h.Leave(ctx, office, p.ID, "2025-06-30"); err != nil {
		t.Fatal(err)
	}
	card, err := h.Person(ctx, office, p.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, post := range card.Posts {
		if post.On("2025-07-01") || !post.On("2025-06-30") {
			t.Errorf("after leaving: %+v", post)
		}
	}
	if got := h.events(t, thidua.PersonLeft); len(got) != 1 || got[0].Detail.ObjectName != "Lý Văn Dũng" {
		t.Errorf("the log tells %v", got)
	}
	if err := h.Leave(ctx, office, p.ID, "2025-08-01"); codeOf(err) != agency.CodeNoPost {
		t.Errorf("leaving once more: %v", err)
	}
}

func TestAUnitEndsWhenNobodyIsLeftInIt(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office, u := h.Actor("Nguyễn Thị Thu Hà"), h.Units["NV1"]
	u.Version, u.To = 1, "2025-06-30"
	if _, err := h.SaveUnit(ctx, office, u); codeOf(err) != agency.CodeUnitStaffed {
		t.Fatalf("a unit with people ends: %v", err)
	}
	for _, p := range h.People {
		card, err := h.Person(ctx, office, p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, post := range card.Posts {
			if post.Unit == u.ID && post.On("2025-06-30") {
				if err := h.NewPost(ctx, office, thidua.Post{Person: p.ID, Unit: h.Units["NV2"].ID, Title: post.Title, Rank: thidua.RankMember, From: "2025-07-01"}, false); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if _, err := h.SaveUnit(ctx, office, u); err != nil {
		t.Errorf("an empty unit does not end: %v", err)
	}
	if _, err := h.SaveUnit(ctx, office, thidua.Unit{Code: "NV1B", Name: u.Name, From: "2025-07-01"}); err != nil {
		t.Errorf("its name is not free afterwards: %v", err)
	}
}

func TestNamesOfTheAgencyFitOnALine(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office := h.Actor("Nguyễn Thị Thu Hà")
	u, err := h.SaveUnit(ctx, office, thidua.Unit{Code: " NV7 ", Name: "Phòng\r\nNghiệp  vụ 7", Order: 7})
	if err != nil || u.Name != "Phòng Nghiệp vụ 7" || u.Code != "NV7" || u.Short != u.Name {
		t.Errorf("kept as %+v, %v", u, err)
	}
	long := strings.Repeat("ộ", thidua.MaxName+1)
	for name, c := range map[string]struct {
		unit thidua.Unit
		want thidua.Code
	}{
		"a long name": {thidua.Unit{Code: "X", Name: long}, thidua.CodeNameLong},
		"a long code": {thidua.Unit{Code: long, Name: "X"}, thidua.CodeNameLong},
		"no order":    {thidua.Unit{Code: "X", Name: "X", Order: thidua.Unreadable}, thidua.CodeOrderWrong},
	} {
		if _, err := h.SaveUnit(ctx, office, c.unit); codeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	post := thidua.Post{Unit: h.Units["NV1"].ID, Title: "Thanh tra viên", Rank: thidua.RankMember, From: "2025-01-01"}
	for _, year := range []int{thidua.Unreadable, 85, 3000} {
		if _, err := h.AddPerson(ctx, office, thidua.Person{Code: "lv", Name: "Lê Văn", Sex: thidua.Male, BirthYear: year}, post); codeOf(err) != thidua.CodeBirthWrong {
			t.Errorf("born in %d: %v", year, err)
		}
	}
}
