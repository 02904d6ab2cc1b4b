package agency_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/store"
)

const changeDay thidua.Date = "2025-01-13"

func decision(kind thidua.ChangeKind, day thidua.Date, plan thidua.ChangePlan) thidua.OrgChange {
	return thidua.OrgChange{Kind: kind, Day: day, Number: "12/QĐ-TT (mẫu)", Decided: "2025-01-02", Issuer: "Thanh tra tỉnh", Plan: plan}
}

// change drafts a change, lets each post be looked at, and records it.
func (h *house) change(t *testing.T, c thidua.OrgChange, look ...func(*thidua.PostMove)) thidua.OrgChange {
	t.Helper()
	ctx, admin := context.Background(), h.admin
	made, err := h.DraftChange(ctx, admin, c)
	if err != nil {
		t.Fatalf("draft: %v", err)
	}
	v, err := h.ChangeView(ctx, admin, made.ID)
	if err != nil {
		t.Fatal(err)
	}
	plan := v.Plan
	for i := range plan.Posts {
		for _, f := range look {
			f(&plan.Posts[i])
		}
	}
	if err := h.SaveChange(ctx, admin, made.ID, v.Version, plan); err != nil {
		t.Fatalf("save: %v", err)
	}
	if err := h.RecordChange(ctx, admin, made.ID, v.Version+1); err != nil {
		t.Fatalf("record: %v", err)
	}
	v, err = h.ChangeView(ctx, admin, made.ID)
	if err != nil {
		t.Fatal(err)
	}
	return v.OrgChange
}

func (h *house) undo(t *testing.T, c thidua.OrgChange) error {
	t.Helper()
	return h.UndoChange(context.Background(), h.admin, c.ID, c.Version, "Ghi nhầm ngày")
}

// organisation writes down units, names, posts, links and who the rows of the year belong to, without counters.
func (h *house) organisation(t *testing.T) (out []string) {
	t.Helper()
	err := h.DB.Read(context.Background(), h.Tenant, func(tx *store.Tx) error {
		units, err := tx.Units("")
		if err != nil {
			return err
		}
		for _, u := range units {
			u.Version = 0
			rows, err := tx.UnitRows(u.ID, true)
			if err != nil {
				return err
			}
			posts, err := tx.UnitPosts(u.ID)
			if err != nil {
				return err
			}
			slices.SortFunc(posts, func(a, b thidua.NamedPost) int { return slices.Compare([]byte(a.ID), []byte(b.ID)) })
			out = append(out, fmt.Sprint(u, rows, posts))
		}
		names, err := tx.UnitVersions("")
		if err != nil {
			return err
		}
		links, err := tx.UnitLinks()
		agency, wrong := tx.AgencyVersions()
		out = append(out, fmt.Sprint(names, links, agency))
		if err == nil {
			err = wrong
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (h *house) register(t *testing.T, unit, person string) string {
	t.Helper()
	s := thidua.Subject{Kind: thidua.Collective, Unit: unit}
	if person != "" {
		s.Kind, s.Person = thidua.Individual, person
	}
	r := thidua.Registration{ID: store.NewID(), Round: h.Rounds[2025].ID, Subject: s, State: thidua.RegistrationSent}
	h.write(t, func(tx *store.Tx) error { return tx.InsertRegistration(r) })
	return r.ID
}

func (h *house) write(t *testing.T, fn func(*store.Tx) error) {
	t.Helper()
	a := &store.Act{Tenant: h.Tenant, Actor: "account:thu", ActorName: "Thử", Verb: "thu", Object: "agency:" + h.Tenant}
	if err := h.DB.Write(context.Background(), a, fn); err != nil {
		t.Fatal(err)
	}
}

func (h *house) belongs(t *testing.T, registration string) (unit, name string) {
	t.Helper()
	err := h.DB.Read(context.Background(), h.Tenant, func(tx *store.Tx) error {
		r, err := tx.Registration(registration, "2025-01-14")
		unit, name = r.Subject.Unit, r.Subject.Home
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return unit, name
}

func TestAMergerTakesPeopleRegistrationsAndTargetsAlong(t *testing.T) {
	h := openHouse(t)
	a, b := h.Units["NV1"], h.Units["NV2"]
	first, second := h.register(t, a.ID, ""), h.register(t, b.ID, "")
	mine := h.register(t, b.ID, h.People["Phạm Mai Anh"].ID)
	h.write(t, func(tx *store.Tx) error {
		return tx.SetTargets(second, []thidua.Target{{ID: "chi-tieu", Criterion: h.Definition.Criteria[0].ID, Content: "Kết luận đúng hạn", Measure: "%",
			Direction: thidua.AtLeast, Value: 9000, Due: "2025-12-31"}}, []string{"ket luan dung han"})
	})
	before := h.organisation(t)
	c := h.change(t, decision(thidua.ChangeMerge, changeDay, thidua.ChangePlan{Units: []string{a.ID, b.ID},
		Into: []thidua.Unit{{Code: "NV12", Name: "Phòng Nghiệp vụ tổng hợp"}}}), func(m *thidua.PostMove) {
		if m.Name == "Lý Văn Dũng" {
			m.Rank, m.Title = thidua.RankDeputy, "Phó Trưởng phòng Nghiệp vụ tổng hợp"
		}
	})
	made := c.Plan.Into[0].ID
	for _, r := range []string{first, mine} {
		if unit, name := h.belongs(t, r); unit != made || name != "Phòng Nghiệp vụ tổng hợp" {
			t.Errorf("a registration belongs to %s, %s", unit, name)
		}
	}
	h.read(t, func(tx *store.Tx) error {
		r, err := tx.Registration(first, "2025-01-14")
		if err != nil || len(r.Targets) != 1 || r.Targets[0].ID != "chi-tieu" {
			t.Errorf("targets of the new unit: %+v, %v", r.Targets, err)
		}
		staff, err := tx.Staff(store.StaffFilter{On: "2025-01-14", Unit: made}, store.Page{})
		titles := map[string]string{}
		for _, s := range staff {
			titles[s.Name] = s.Post
		}
		if err != nil || len(staff) != 5 || titles["Trần Thị Hạnh"] != "Trưởng phòng Nghiệp vụ tổng hợp" || titles["Lý Văn Dũng"] != "Phó Trưởng phòng Nghiệp vụ tổng hợp" {
			t.Errorf("people of the new unit: %v, %v", titles, err)
		}
		then, err := tx.Staff(store.StaffFilter{On: changeDay.AddDays(-1), Unit: a.ID}, store.Page{})
		if err != nil || len(then) != 2 || then[0].UnitName != "Phòng Nghiệp vụ 1" {
			t.Errorf("people of the old unit on its last day: %v, %v", then, err)
		}
		now, err := tx.Units("2025-01-14")
		if err != nil || len(now) != 5 {
			t.Errorf("units today: %v, %v", now, err)
		}
		return nil
	})
	if err := h.undo(t, c); err != nil {
		t.Fatalf("undo: %v", err)
	}
	if after := h.organisation(t); !slices.Equal(before, after) {
		t.Errorf("taken back, but\n%v\nis not\n%v", after, before)
	}
}

func (h *house) read(t *testing.T, fn func(*store.Tx) error) {
	t.Helper()
	if err := h.DB.Read(context.Background(), h.Tenant, fn); err != nil {
		t.Fatal(err)
	}
}

func TestASplitIsNotTakenBackOnceTheNewUnitHasSomething(t *testing.T) {
	h := openHouse(t)
	old := h.Units["VP"]
	c := h.change(t, decision(thidua.ChangeSplit, changeDay, thidua.ChangePlan{Units: []string{old.ID}, Keeps: true,
		Into: []thidua.Unit{{Code: "TC", Name: "Phòng Tổ chức"}}}), func(m *thidua.PostMove) {
		if m.Name == "Trần Quốc Bảo" {
			m.Way, m.Title = thidua.PostGoes, "Trưởng phòng Tổ chức"
			m.Unit = ""
		}
	}, func(m *thidua.PostMove) {
		if m.Way == thidua.PostGoes {
			m.Unit = h.made(t, "TC", changeDay)
		}
	})
	h.read(t, func(tx *store.Tx) error {
		staff, err := tx.Staff(store.StaffFilter{On: "2025-01-14", Unit: c.Plan.Into[0].ID}, store.Page{})
		if err != nil || len(staff) != 1 || staff[0].Post != "Trưởng phòng Tổ chức" {
			t.Errorf("people of the new unit: %v, %v", staff, err)
		}
		return nil
	})
	h.register(t, c.Plan.Into[0].ID, "")
	if err := h.undo(t, c); codeOf(err) != thidua.CodeChangeStands {
		t.Errorf("taken back under a registration: %v", err)
	}
}

// made gives the id that the draft has given to a unit that is to come.
func (h *house) made(t *testing.T, code string, day thidua.Date) string {
	t.Helper()
	all, err := h.Changes(context.Background(), h.admin)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		for _, u := range c.Plan.Into {
			if c.Day == day && u.Code == code {
				return u.ID
			}
		}
	}
	t.Fatalf("no change makes %s", code)
	return ""
}

func TestAChangeThatIsPlannedTakesEffectOnItsDay(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	c := h.change(t, decision(thidua.ChangeRename, "2025-02-01", thidua.ChangePlan{Units: []string{h.Units["NV1"].ID},
		Into: []thidua.Unit{{Name: "Phòng Giải quyết đơn", Short: "Phòng GQĐ"}}}))
	if c.State != thidua.OrgPlanned {
		t.Fatalf("the change is %s", c.State)
	}
	if err := h.TakeEffect(ctx, h.admin); err != nil {
		t.Fatal(err)
	}
	if u, err := h.Unit(ctx, h.admin, h.Units["NV1"].ID); err != nil || u.Name != "Phòng Nghiệp vụ 1" {
		t.Errorf("before its day the unit is %s, %v", u.Name, err)
	}
	h.day.Set(thidua.Date("2025-02-01").Time())
	if err := h.TakeEffect(ctx, h.admin); err != nil {
		t.Fatal(err)
	}
	if u, err := h.Unit(ctx, h.admin, h.Units["NV1"].ID); err != nil || u.Name != "Phòng Giải quyết đơn" {
		t.Errorf("on its day the unit is %s, %v", u.Name, err)
	}
	if card, err := h.Person(ctx, h.admin, h.People["Trần Thị Hạnh"].ID); err != nil || card.Posts[0].Title != "Trưởng phòng Giải quyết đơn" || card.Posts[0].From != "2025-02-01" {
		t.Errorf("the head is %+v, %v", card.Posts, err)
	}
}

func TestAtAnyDayTheNameIsTheOneOfThatDay(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			h, r := openHouse(t), rand.New(rand.NewPCG(seed, 7))
			unit := h.Units["NV3"]
			before := h.organisation(t)
			days := []thidua.Date{"2023-03-01", "2023-09-15", "2024-02-29", "2024-07-01", "2025-01-10"}
			r.Shuffle(len(days), func(i, j int) { days[i], days[j] = days[j], days[i] })
			called := map[thidua.Date]thidua.OrgChange{}
			check := func() {
				t.Helper()
				for d := thidua.Date("2022-12-30"); d < "2025-01-14"; d = d.AddDays(37) {
					want, from := unit.Name, thidua.Date("")
					for day, c := range called {
						if day <= d && day > from {
							want, from = c.Plan.Into[0].Name, day
						}
					}
					h.read(t, func(tx *store.Tx) error {
						units, err := tx.UnitsNamed(d)
						i := slices.IndexFunc(units, func(u thidua.Unit) bool { return u.ID == unit.ID })
						if err != nil || units[i].Name != want {
							t.Errorf("on %s %s, want %s (%v)", d, units[i].Name, want, err)
						}
						return nil
					})
				}
			}
			for _, d := range days {
				called[d] = h.change(t, decision(thidua.ChangeRename, d, thidua.ChangePlan{Units: []string{unit.ID},
					Into: []thidua.Unit{{Name: "Phòng " + string(d)}}}), func(m *thidua.PostMove) { m.Way = thidua.PostStays })
				check()
			}
			r.Shuffle(len(days), func(i, j int) { days[i], days[j] = days[j], days[i] })
			for _, d := range days {
				if err := h.undo(t, called[d]); err != nil {
					t.Fatal(err)
				}
				delete(called, d)
				check()
			}
			if after := h.organisation(t); !slices.Equal(before, after) {
				t.Errorf("taken back, but\n%v\nis not\n%v", after, before)
			}
		})
	}
}

func TestTheAgencyIsCalledByItsDay(t *testing.T) {
	h := openHouse(t)
	before := h.organisation(t)
	now, err := h.Agency(context.Background(), h.admin)
	if err != nil {
		t.Fatal(err)
	}
	names := now.Names()
	names.Parent, names.Place = "UBND tỉnh mới", "Yên Bái"
	c := h.change(t, decision(thidua.ChangeAgency, changeDay, thidua.ChangePlan{Agency: names}))
	h.read(t, func(tx *store.Tx) error {
		for day, want := range map[thidua.Date]string{"2020-01-01": "Lào Cai", changeDay.AddDays(-1): "Lào Cai", changeDay: "Yên Bái", "2025-01-14": "Yên Bái"} {
			if a, err := tx.AgencyOn(day); err != nil || a.Place != want || !a.Sample {
				t.Errorf("on %s: %+v, %v", day, a, err)
			}
		}
		if a, err := tx.Agency(); err != nil || a.Parent != "UBND tỉnh mới" {
			t.Errorf("today: %+v, %v", a, err)
		}
		return nil
	})
	if err := h.undo(t, c); err != nil {
		t.Fatal(err)
	}
	if after := h.organisation(t); !slices.Equal(before, after) {
		t.Errorf("taken back, but\n%v\nis not\n%v", after, before)
	}
}
