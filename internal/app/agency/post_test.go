package agency_test

import (
	"context"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/vi"
)

// TestCase09NobodyGivesHimselfAPost tries by the page of a person, by a list and by a change of the organisation to become head of a unit, and with it to
// read and to approve what is written there. A post that leads nothing, and one for somebody else, go through.
func TestCase09NobodyGivesHimselfAPost(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	for name, role := range map[string]thidua.Role{"Trần Quốc Bảo": thidua.RoleAdmin, "Nguyễn Thị Thu Hà": thidua.RoleOffice} {
		actor, p := h.Actor(name), h.People[name]
		actor.Add(role)
		own := thidua.Post{Person: p.ID, Unit: h.Units["NV3"].ID, Title: "Phó Trưởng phòng", Rank: thidua.RankDeputy, From: "2025-01-14"}
		if err := h.NewPost(ctx, actor, own, true); codeOf(err) != thidua.CodePostOwn {
			t.Errorf("%s leads NV3: %v", name, err)
		}
		row := []string{p.Code, name, "Bà", "Có", "", "NV3", "Trưởng phòng Nghiệp vụ 3", "Trưởng đơn vị", "14/01/2025"}
		done, err := h.ImportPeople(ctx, actor, "x.xlsx", workbook(t, vi.PersonColumns, row), false)
		if err != nil || len(done.Faults) != 1 || done.Faults[0].Fault.Code != thidua.CodePostOwn {
			t.Errorf("%s leads NV3 by a list: %+v, %v", name, done.Faults, err)
		}
		own.Rank, own.Title = thidua.RankMember, "Chuyên viên kiêm nhiệm"
		if err := h.NewPost(ctx, actor, own, true); err != nil {
			t.Errorf("%s works in NV3 besides: %v", name, err)
		}
		own.Person, own.Rank = h.People["Phạm Mai Anh"].ID, thidua.RankDeputy
		if err := h.NewPost(ctx, actor, own, true); err != nil {
			t.Errorf("%s records the post of somebody else: %v", name, err)
		}
	}
	actor := h.Actor("Giàng A Páo")
	actor.Add(thidua.RoleAdmin)
	made, err := h.DraftChange(ctx, actor, decision(thidua.ChangeMerge, changeDay, thidua.ChangePlan{Units: []string{h.Units["NV1"].ID, h.Units["NV2"].ID},
		Into: []thidua.Unit{{Code: "NV12", Name: "Phòng Nghiệp vụ tổng hợp"}}}))
	if err != nil {
		t.Fatal(err)
	}
	v, err := h.ChangeView(ctx, actor, made.ID)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(v.Plan.Posts, func(m thidua.PostMove) bool { return m.Person == actor.Person })
	v.Plan.Posts[i].Rank = thidua.RankHead
	if err := h.SaveChange(ctx, actor, made.ID, v.Version, v.Plan); codeOf(err) != thidua.CodePostOwn {
		t.Errorf("a change of the organisation makes him head: %v", err)
	}
	if err := h.SaveChange(ctx, h.admin, made.ID, v.Version, v.Plan); err != nil {
		t.Errorf("somebody else makes him head: %v", err)
	}
	head := h.Actor("Lý Văn Dũng")
	head.Add(thidua.RoleAdmin)
	v.Version++
	if err := h.SaveChange(ctx, head, made.ID, v.Version, v.Plan); err != nil {
		t.Errorf("a head saves what was proposed of him: %v", err)
	}
	v.Version++
	i = slices.IndexFunc(v.Plan.Posts, func(m thidua.PostMove) bool { return m.Person == head.Person })
	for _, way := range []thidua.PostWay{thidua.PostGoes, thidua.PostStays} { // the second is kept, for the time after it
		v.Plan.Posts[i].Way, v.Plan.Posts[i].Unit = way, h.Units["NV3"].ID
		if err := h.SaveChange(ctx, head, made.ID, v.Version, v.Plan); (codeOf(err) == thidua.CodePostOwn) != (way == thidua.PostGoes) {
			t.Errorf("a head leads another unit, %s: %v", way, err)
		}
	}
	v.Version++
	v.Plan.Posts[i].Way = thidua.PostGoes
	if err := h.SaveChange(ctx, head, made.ID, v.Version, v.Plan); codeOf(err) != thidua.CodePostOwn {
		t.Errorf("a head leads another unit in two steps: %v", err)
	}
}
