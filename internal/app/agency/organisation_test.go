package agency_test

import (
	"context"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestPeopleAreFoundWithAndWithoutMarksAndSortedByGivenName(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office := h.Actor("Nguyễn Thị Thu Hà")
	for _, text := range []string{"giang a pao", "Giàng A Páo", "PAO"} {
		rows, _, err := h.FindPeople(ctx, office, agency.PeopleQuery{Text: text})
		if err != nil || len(rows) != 1 || rows[0].Name != "Giàng A Páo" {
			t.Errorf("%q finds %v, %v", text, rows, err)
		}
	}
	for _, pattern := range []string{"%", "_", "gi_ng", "g%o", `\\`} {
		if rows, _, err := h.FindPeople(ctx, office, agency.PeopleQuery{Text: pattern}); err != nil || len(rows) != 0 {
			t.Errorf("%q finds %d people, %v: it is read as a pattern", pattern, len(rows), err)
		}
	}
	rows, more, err := h.FindPeople(ctx, office, agency.PeopleQuery{})
	if err != nil || more || len(rows) != len(h.People) {
		t.Fatalf("%d people, more %v, %v", len(rows), more, err)
	}
	var names []string
	for _, r := range rows {
		names = append(names, r.Name)
	}
	if slices.Index(names, "Phạm Mai Anh") > slices.Index(names, "Lý Văn Dũng") || slices.Index(names, "Lý Văn Dũng") > slices.Index(names, "Hoàng Minh Tuấn") {
		t.Errorf("not by given name: %v", names)
	}
	if _, _, err := h.FindPeople(ctx, h.Actor("Lý Văn Dũng"), agency.PeopleQuery{}); codeOf(err) != act.CodeNoRight {
		t.Errorf("a head reads the list of people: %v", err)
	}
}

func TestUnitsAndPeopleAreKept(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office := h.Actor("Nguyễn Thị Thu Hà")
	u, err := h.SaveUnit(ctx, office, thidua.Unit{Code: "NV6", Name: "Phòng Nghiệp vụ 6", From: "2025-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		unit thidua.Unit
		want thidua.Code
	}{
		"without a name":   {thidua.Unit{Code: "X"}, thidua.CodeNameMissing},
		"without a code":   {thidua.Unit{Name: "X"}, thidua.CodeCodeMissing},
		"with a code held": {thidua.Unit{Code: "nv6", Name: "X"}, agency.CodeUnitCodeHeld},
		"ended too early":  {thidua.Unit{Code: "X", Name: "X", From: "2025-02-01", To: "2025-01-01"}, thidua.CodePeriodBackwards},
		"stale":            {thidua.Unit{ID: u.ID, Code: "NV6", Name: "X", Version: 7}, store.CodeStale},
		"unknown":          {thidua.Unit{ID: "không có", Code: "NV9", Name: "X"}, store.CodeNotFound},
	} {
		if _, err := h.SaveUnit(ctx, office, c.unit); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	if _, err := h.SaveUnit(ctx, h.Actor("Lý Văn Dũng"), thidua.Unit{Code: "X", Name: "X"}); codeOf(err) != act.CodeNoRight {
		t.Errorf("a head adds a unit: %v", err)
	}
	p, err := h.AddPerson(ctx, office, thidua.Person{Code: "vtl", Name: "Vàng Thị Lan", Sex: thidua.Female, Civil: true},
		thidua.Post{Unit: u.ID, Title: "Thanh tra viên", Rank: thidua.RankMember, From: "2025-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.NewPost(ctx, office, thidua.Post{Person: p.ID, Unit: u.ID, Title: "Trưởng phòng", Rank: thidua.RankHead, From: "2024-12-01"}, false); codeOf(err) != agency.CodePostEarlier {
		t.Errorf("a post before the present one: %v", err)
	}
	if err := h.NewPost(ctx, office, thidua.Post{Person: p.ID, Unit: u.ID, Title: "Trưởng phòng Nghiệp vụ 6", Rank: thidua.RankHead, From: "2025-01-10"}, false); err != nil {
		t.Fatal(err)
	}
	card, err := h.Person(ctx, office, p.ID)
	if err != nil || len(card.Posts) != 2 || card.Posts[1].To != "2025-01-09" {
		t.Errorf("posts %v, %v", card.Posts, err)
	}
	if got := h.events(t, thidua.PersonAdded); len(got) != 1 || got[0].Detail.ObjectName != "Vàng Thị Lan" || got[0].Object != "person:"+p.ID {
		t.Errorf("the log tells %v", got)
	}
}

func TestACouncilIsKeptWithItsRules(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office := h.Actor("Nguyễn Thị Thu Hà")
	c := h.Season.Council
	c.Version, c.OwnOut = 1, false
	c.Members = slices.Clone(c.Members)
	c.Members[1].Seat = thidua.SeatChair
	if _, err := h.SaveCouncil(ctx, office, c); codeOf(err) != thidua.CodeOneChair {
		t.Errorf("two chairs: %v", err)
	}
	c.Members[1].Seat = thidua.SeatDeputy
	c.Quorum = thidua.Share{Num: 3, Den: 2}
	if _, err := h.SaveCouncil(ctx, office, c); codeOf(err) != thidua.CodeShareWrong {
		t.Errorf("a quorum of 3/2: %v", err)
	}
	c.Quorum = thidua.Share{Num: 3, Den: 4}
	for field, change := range map[string]func(*thidua.Council){
		"decision": func(c *thidua.Council) { c.Decision = "" }, "decided": func(c *thidua.Council) { c.DecidedOn, c.From = "2030-01-15", "2030-01-15" },
		"from": func(c *thidua.Council) { c.From = c.DecidedOn.AddDays(-1) }, "to": func(c *thidua.Council) { c.To = c.From.AddDays(-1) },
	} {
		wrong := c
		change(&wrong)
		if _, err := h.SaveCouncil(ctx, office, wrong); faultAt(err) != field {
			t.Errorf("a wrong %s: %v", field, err)
		}
	}
	if _, err := h.SaveCouncil(ctx, office, c); err != nil {
		t.Fatal(err)
	}
	got, err := h.Keeper.Council(ctx, office, c.ID)
	if err != nil || got.Quorum != c.Quorum || got.OwnOut || len(got.Members) != 9 || got.Version != 2 {
		t.Errorf("kept as %+v, %v", got, err)
	}
	if _, err := h.SaveCouncil(ctx, office, c); codeOf(err) != store.CodeStale {
		t.Errorf("saved twice from one page: %v", err)
	}
	if got := h.events(t, thidua.CouncilSaved); len(got) != 1 || got[0].Detail.Before == "" || got[0].Detail.After == "" {
		t.Errorf("the log tells %v", got)
	}
}

func faultAt(err error) string {
	if e, ok := act.Refusal(err); ok && len(e.Faults) == 1 {
		return e.Faults[0].Field
	}
	return ""
}

func TestHolidaysMakeTheCalendar(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	if err := h.SaveHoliday(ctx, h.admin, thidua.Holiday{Day: "2025-01-28", DayKind: thidua.DayKind{Free: true, Name: "Tết Nguyên đán (mẫu)"}}); err != nil {
		t.Fatal(err)
	}
	if err := h.SaveHoliday(ctx, h.Actor("Nguyễn Thị Thu Hà"), thidua.Holiday{Day: "2025-01-29", DayKind: thidua.DayKind{Name: "X"}}); codeOf(err) != act.CodeNoRight {
		t.Errorf("Văn phòng writes the table of holidays: %v", err)
	}
	err := h.DB.Read(ctx, h.Tenant, func(tx *store.Tx) error {
		c, err := tx.Calendar("2025-01-14")
		if c.Works("2025-01-28") || !c.Works("2025-01-27") {
			t.Errorf("the calendar is %v", c)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.RemoveHoliday(ctx, h.admin, "2025-01-28"); err != nil {
		t.Fatal(err)
	}
	if err := h.RemoveHoliday(ctx, h.admin, "2025-01-28"); codeOf(err) != store.CodeNotFound {
		t.Errorf("removed twice: %v", err)
	}
}

func TestAnotherAgencyIsNotThere(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	other := testkit.FillSeason(t, h.DB, "so-khac")
	admin := h.admin
	for name, err := range map[string]error{
		"unit":    func() error { _, err := h.Unit(ctx, admin, other.Units["NV1"].ID); return err }(),
		"person":  func() error { _, err := h.Person(ctx, admin, other.People["Lý Văn Dũng"].ID); return err }(),
		"council": func() error { _, err := h.Keeper.Council(ctx, admin, other.Council.ID); return err }(),
		"row": h.DB.Read(ctx, h.Tenant, func(tx *store.Tx) error { // the page of a person asks more of him than his row
			_, err := tx.Person(other.People["Lý Văn Dũng"].ID)
			return err
		}),
	} {
		if codeOf(err) != store.CodeNotFound {
			t.Errorf("%s of another agency: %v", name, err)
		}
	}
	lines, _, err := h.Log(ctx, h.Actor("Sùng Thị Mai"), agency.LogQuery{})
	if err != nil || len(lines) == 0 {
		t.Fatalf("the log: %v", err)
	}
	for _, l := range lines {
		if l.Tenant != h.Tenant {
			t.Errorf("an event of %s", l.Tenant)
		}
	}
	if _, _, err := h.Log(ctx, h.Actor("Lý Văn Dũng"), agency.LogQuery{}); codeOf(err) != act.CodeNoRight {
		t.Errorf("a head reads the log: %v", err)
	}
}

func TestAnImportChangesAllOrNothing(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	office := h.Actor("Nguyễn Thị Thu Hà")
	list := func(rows ...[]string) []byte {
		data, err := sheet.Write("Đơn vị", []sheet.Column{{Title: "Mã"}, {Title: "Tên đơn vị"}}, rows)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	good, bad := list([]string{"NV1", "Phòng Nghiệp vụ Một"}, []string{"NV8", "Phòng Nghiệp vụ 8"}), list([]string{"NV8", "Phòng 8"}, []string{"NV9", ""})
	if _, err := h.ImportUnits(ctx, h.Actor("Lý Văn Dũng"), "x.xlsx", good, false); codeOf(err) != act.CodeNoRight {
		t.Errorf("a head imports units: %v", err)
	}
	done, err := h.ImportUnits(ctx, office, "x.xlsx", bad, false)
	if err != nil || len(done.Faults) != 1 || done.Faults[0].Line != 3 || done.Faults[0].Column != "Tên đơn vị" {
		t.Errorf("a wrong row gives %+v, %v", done, err)
	}
	if done, err = h.ImportUnits(ctx, office, "x.xlsx", good, true); err != nil || done.Added != 1 || done.Changed != 1 {
		t.Errorf("a dry run gives %+v, %v", done, err)
	}
	if got := h.events(t, thidua.PeopleImported); len(got) != 0 {
		t.Errorf("nothing was imported, and the log tells %d imports", len(got))
	}
	if done, err = h.ImportUnits(ctx, office, "x.xlsx", good, false); err != nil || done.Added != 1 || done.Changed != 1 {
		t.Errorf("the import gives %+v, %v", done, err)
	}
	u, err := h.Unit(ctx, office, h.Units["NV1"].ID)
	if err != nil || u.Name != "Phòng Nghiệp vụ Một" || u.Short != "Phòng NV 1" || u.From != "2021-01-01" {
		t.Errorf("empty cells changed what was there: %+v, %v", u, err)
	}
	if got := h.events(t, thidua.PeopleImported); len(got) != 1 || got[0].Detail.ObjectName != "x.xlsx" {
		t.Errorf("the log tells %d imports", len(got))
	}
}
