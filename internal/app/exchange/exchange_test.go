package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/exchange"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

// house is a season with accounts, its use cases and its lists.
type house struct {
	*testkit.Season
	*app.App
	x *exchange.Exchange
	t *testing.T
}

var bg = context.Background()

func openHouse(t *testing.T) *house {
	s := testkit.OpenSeason(t)
	s.OpenAccounts(t)
	a := app.New(s.DB)
	return &house{s, a, exchange.New(a), t}
}

func (h *house) open(who string, name exchange.Name) *exchange.List {
	h.t.Helper()
	round := h.Rounds[2025].ID
	if !name.OfYear() {
		round = exchange.NoRound
	}
	l, err := h.x.Open(bg, h.Actor(who), name, round)
	if err != nil {
		h.t.Fatalf("%s opens %s: %v", who, name, err)
	}
	return l
}

// edit writes the list, changes it as somebody does in Excel and reads it back.
func (h *house) edit(l *exchange.List, change func(b *book)) []*exchange.Change {
	h.t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(h.t, l.Workbook(false))))
	if err != nil {
		h.t.Fatal(err)
	}
	defer f.Close()
	change(&book{f, h.t, l})
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		h.t.Fatal(err)
	}
	typed, _, err := l.Read(out.Bytes())
	if err != nil {
		h.t.Fatal(err)
	}
	return l.Compare(typed)
}

// book is a workbook in somebody's hands.
type book struct {
	*excelize.File
	t *testing.T
	l *exchange.List
}

// set writes into the column of a key, on the row that holds a word in any of its cells; an empty word is the first row without a code.
func (b *book) set(tab, word, key string, v any) {
	b.t.Helper()
	if err := b.SetCellValue(tab, b.at(tab, word, key), v); err != nil {
		b.t.Fatal(err)
	}
}

func (b *book) at(tab, word, key string) string {
	b.t.Helper()
	rows, err := b.GetRows(tab)
	if err != nil {
		b.t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == vi.CodeHead })
	column := slices.Index(rows[head], vi.ExchangeHeads[key])
	line := len(rows)
	for i, cells := range rows {
		if i > head && (word == "" && (len(cells) == 0 || strings.Join(cells, "") == "") || word != "" && slices.Contains(cells, word)) {
			line = i
			break
		}
	}
	if column < 0 || line == len(rows) && word != "" {
		b.t.Fatalf("no row with %q or no column %q in %s", word, key, tab)
	}
	at, err := excelize.CoordinatesToCellName(column+1, line+1)
	if err != nil {
		b.t.Fatal(err)
	}
	return at
}

func (h *house) apply(who string, l *exchange.List, all []*exchange.Change) exchange.Outcome {
	h.t.Helper()
	now := h.open(who, l.Name)
	o, err := h.x.Apply(bg, h.Actor(who), now, now.Chosen(all))
	if err != nil {
		h.t.Fatal(err)
	}
	return o
}

// told gives what a comparison says, without what stays as it is.
func told(all []*exchange.Change) (out []string) {
	for _, c := range all {
		if c.Result == exchange.Same {
			continue
		}
		text := string(c.Result) + " " + c.Unit
		for _, cell := range c.Cells {
			text += " " + cell.Key + ":" + cell.Old + ">" + cell.New
		}
		for _, f := range c.Faults {
			text += " !" + f.Field + " " + string(f.Code)
		}
		out = append(out, text)
	}
	return out
}

func (h *house) says(what string, all []*exchange.Change, want ...string) {
	h.t.Helper()
	if got := told(all); !slices.Equal(got, want) {
		h.t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const (
	head  = "Lý Văn Dũng"
	desk  = "Nguyễn Thị Thu Hà"
	phong = "Phòng Nghiệp vụ 2"
)

// registered gives the unit of the head a draft with eight targets.
func (h *house) registered() thidua.Registration {
	h.t.Helper()
	r, err := h.SaveRegistration(bg, h.Actor(head), thidua.Registration{Round: h.Rounds[2025].ID,
		Subject: thidua.Subject{Kind: thidua.Collective, Unit: h.Actor(head).Heads[0]}, Targets: h.EightTargets()})
	if err != nil {
		h.t.Fatal(err)
	}
	return r
}

func (h *house) unit() string { return h.Actor(head).Heads[0] }

func (h *house) kept() thidua.Registration {
	h.t.Helper()
	v, err := h.UnitRegistration(bg, h.Actor(head), h.Rounds[2025].ID, h.unit())
	if err != nil {
		h.t.Fatal(err)
	}
	return v.Registration
}

func (h *house) events(object string) (out []string) {
	h.t.Helper()
	err := h.DB.Read(bg, h.Tenant, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Object: object})
		for _, e := range all {
			out = append(out, e.Verb+" "+e.Actor)
		}
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return out
}

func TestARegistrationGoesOutAndComesBack(t *testing.T) {
	h := openHouse(t)
	was := h.registered()
	l := h.open(head, exchange.Registrations)
	first, second, third := was.Targets[0], was.Targets[1], was.Targets[2]
	name := was.Subject.Name
	all := h.edit(l, func(b *book) {
		tab := vi.UnitTargetsTab
		b.set(tab, first.Content, "value", 77.5)
		b.set(tab, first.Content, "due", 45992) // 01/12/2025
		b.set(tab, second.Content, "content", "Nội dung sửa trong Excel")
		b.set(tab, third.Content, "due", "")
		b.set(tab, "", "unit", name)
		at := b.at(tab, "", "content")
		if err := b.SetCellStr(tab, at, "Chỉ tiêu thêm"); err != nil {
			t.Fatal(err)
		}
		b.set(tab, "Chỉ tiêu thêm", "unit", name)
		b.set(tab, "Chỉ tiêu thêm", "criterion", "tc1")
		b.set(tab, "Chỉ tiêu thêm", "value", "1,5")
		b.set(tab, "Chỉ tiêu thêm", "measure", "bài")
		b.set(tab, "Chỉ tiêu thêm", "due", "1/2/2025")
	})
	h.says("the file", all,
		"changed "+name+" value:1>77,5 due:20/02/2025>01/12/2025",
		"changed "+name+" content:"+second.Content+">Nội dung sửa trong Excel",
		"emptied "+name+" due:31/12/2025>",
		"wrong "+name+" unit:>"+name+" ! exchange.incomplete",
		"added "+name+" unit:>"+name+" criterion:>TC1 · Trách nhiệm lãnh đạo, chỉ đạo content:>Chỉ tiêu thêm value:>1,5 measure:>bài due:>01/02/2025")
	events := len(h.events("registration:" + was.ID))
	o := h.apply(head, l, all)
	if len(o.Refused) != 0 || len(o.Done) != 3 {
		t.Fatalf("%v, refused %v", told(o.Done), told(o.Refused))
	}
	now := h.kept()
	if got := h.events("registration:" + was.ID); len(got) != events+1 || now.Version != was.Version+1 {
		t.Errorf("the log tells %v, version %d", got, now.Version)
	}
	of := map[string]thidua.Target{}
	for _, x := range now.Targets {
		of[x.ID] = x
	}
	if x := of[first.ID]; x.Value != 77_50 || x.Due != "2025-12-01" || x.Content != first.Content || x.Owner != first.Owner {
		t.Errorf("the first is %+v", x)
	}
	if x := of[second.ID]; x.Content != "Nội dung sửa trong Excel" || x.Value != second.Value {
		t.Errorf("the second is %+v", x)
	}
	if x := of[third.ID]; x.Due != third.Due {
		t.Errorf("an emptied cell took its value away: %+v", x)
	}
	if len(now.Targets) != len(was.Targets)+1 || !slices.ContainsFunc(now.Targets, func(x thidua.Target) bool {
		return x.Content == "Chỉ tiêu thêm" && x.Value == 1_50 && x.Measure == "bài" && x.Due == "2025-02-01" && h.Definition.Criterion(x.Criterion).Code == "TC1"
	}) {
		t.Errorf("%d targets now", len(now.Targets))
	}
}

// TestFaultsNameTheirCellAndKeepNothingElse types what is wrong beside what is right.
func TestFaultsNameTheirCellAndKeepNothingElse(t *testing.T) {
	h := openHouse(t)
	was := h.registered()
	l := h.open(head, exchange.Registrations)
	rate := slices.IndexFunc(was.Targets, func(x thidua.Target) bool { return x.Measure == "%" })
	other := (rate + 1) % len(was.Targets)
	all := h.edit(l, func(b *book) {
		b.set(vi.UnitTargetsTab, was.Targets[rate].Content, "value", 950)
		b.set(vi.UnitTargetsTab, was.Targets[other].Content, "due", "31/12/2026")
		b.set(vi.AimsTab, was.Subject.Name, "award", "bang khen của chủ tịch ubnd tỉnh")
	})
	var wrong []string
	for _, c := range all {
		for _, f := range c.Faults {
			wrong = append(wrong, c.At(f.Field)+" "+string(f.Code))
		}
	}
	slices.Sort(wrong)
	if len(wrong) != 2 || !slices.ContainsFunc(wrong, func(s string) bool { return strings.HasSuffix(s, string(thidua.CodePercentTooHigh)) && s[0] == 'F' }) ||
		!slices.ContainsFunc(wrong, func(s string) bool { return strings.HasSuffix(s, string(thidua.CodeDueOutside)) && s[0] == 'I' }) {
		t.Errorf("faults %v", wrong)
	}
	if o := h.apply(head, l, all); len(o.Done) != 1 || len(o.Refused) != 0 {
		t.Fatalf("%v, %v", told(o.Done), told(o.Refused))
	}
	if now := h.kept(); now.Award != h.Definition.Awards[0].ID || now.Targets[rate].Value != was.Targets[rate].Value {
		t.Errorf("kept %+v", now)
	}
}

// TestARowThatSomebodyChangedMeanwhileIsRefusedAlone shows a difference, lets somebody else save, and says yes then.
func TestARowThatSomebodyChangedMeanwhileIsRefusedAlone(t *testing.T) {
	h := openHouse(t)
	was := h.registered()
	l := h.open(head, exchange.Registrations)
	all := h.edit(l, func(b *book) {
		b.set(vi.UnitTargetsTab, was.Targets[0].Content, "value", 11)
		b.set(vi.UnitTargetsTab, was.Targets[1].Content, "value", 13)
	})
	between := h.kept()
	between.Targets[0].Value = 99_00
	if _, err := h.SaveRegistration(bg, h.Actor(head), between); err != nil {
		t.Fatal(err)
	}
	o := h.apply(head, l, all)
	if len(o.Done) != 1 || len(o.Refused) != 1 || o.Refused[0].Faults[0].Code != exchange.CodeStale {
		t.Fatalf("%v, refused %v", told(o.Done), told(o.Refused))
	}
	if now := h.kept(); now.Targets[0].Value != 99_00 || now.Targets[1].Value != 13_00 {
		t.Errorf("kept %+v", now.Targets[:2])
	}
}

// TestRightsAreThoseOfThePages gives the file of one to another.
func TestRightsAreThoseOfThePages(t *testing.T) {
	h := openHouse(t)
	was := h.registered()
	l := h.open(desk, exchange.Registrations)
	all := h.edit(l, func(b *book) { b.set(vi.UnitTargetsTab, was.Targets[0].Content, "value", 11) })
	h.says("Văn phòng at the registration of a unit", all, "wrong "+was.Subject.Name+" value:"+vi.Number(was.Targets[0].Value)+">11 ! "+string(thidua.CodeNotYours))
	// a forged yes: the row as it would be if it were open
	c := *all[slices.IndexFunc(all, func(c *exchange.Change) bool { return c.Result == exchange.Wrong })]
	o, err := h.x.Apply(bg, h.Actor(desk), l, l.Whole([]exchange.Typed{c.Typed()}))
	if err != nil || len(o.Done) != 0 || h.kept().Version != was.Version {
		t.Errorf("applied %v, %v", told(o.Done), err)
	}
	for who, kind := range map[string]thidua.Kind{"Phạm Mai Anh": thidua.Forbidden, head: thidua.Forbidden} {
		name := exchange.People
		if who != head {
			name = exchange.Registrations
		}
		if _, err := h.x.Open(bg, h.Actor(who), name, map[bool]string{true: h.Rounds[2025].ID, false: exchange.NoRound}[name.OfYear()]); thidua.KindOf(err) != kind {
			t.Errorf("%s opens %s: %v", who, name, err)
		}
	}
	if _, err := h.x.Open(bg, h.Actor(desk), "khac", h.Rounds[2025].ID); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("a list that there is not: %v", err)
	}
}

func TestFilesOfSomethingElseAreRefused(t *testing.T) {
	h := openHouse(t)
	l := h.open(desk, exchange.Registrations)
	for _, c := range []struct {
		change func(*exchange.List)
		want   thidua.Code
	}{
		{func(l *exchange.List) { l.Mark.List = "nguoi" }, exchange.CodeOtherList}, {func(l *exchange.List) { l.Mark.Agency = "x" }, exchange.CodeOtherAgency},
		{func(l *exchange.List) { l.Mark.Round = "x" }, exchange.CodeOtherRound}, {func(l *exchange.List) { l.Mark.Edition = "x" }, exchange.CodeOtherEdition},
	} {
		other := h.open(desk, exchange.Registrations)
		c.change(other)
		_, _, err := l.Read(written(t, other.Workbook(false)))
		var e *thidua.Error
		if !errors.As(err, &e) || e.Code != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

func TestCodesThatAreUnknownOrTwiceAreFaultsOfTheirRow(t *testing.T) {
	h := openHouse(t)
	was := h.registered()
	l := h.open(head, exchange.Registrations)
	all := h.edit(l, func(b *book) {
		at := b.at(vi.UnitTargetsTab, was.Targets[0].Content, "content")
		_, line, err := excelize.CellNameToCoordinates(at)
		if err == nil {
			err = errors.Join(b.DuplicateRow(vi.UnitTargetsTab, line), b.SetCellStr(vi.UnitTargetsTab, "A"+b.line(line+2), "khong-co"))
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	var codes []string
	for _, c := range all {
		for _, f := range c.Faults {
			codes = append(codes, string(f.Code))
		}
	}
	slices.Sort(codes)
	if !slices.Equal(codes, []string{string(exchange.CodeRowTwice), string(exchange.CodeRowUnknown)}) {
		t.Errorf("faults %v", codes)
	}
}

func (b *book) line(n int) string {
	name, err := excelize.CoordinatesToCellName(1, n)
	if err != nil {
		b.t.Fatal(err)
	}
	return name[1:]
}

func TestPeopleAreChangedMovedAndAdded(t *testing.T) {
	h := openHouse(t)
	l := h.open(desk, exchange.People)
	who := h.People["Phạm Mai Anh"]
	all := h.edit(l, func(b *book) {
		tab := vi.PeopleTab
		b.set(tab, "Phạm Mai Anh", "birth", 1990)
		b.set(tab, "Phạm Mai Anh", "post", "Thanh tra viên chính")
		b.set(tab, "Phạm Mai Anh", "from", "14/01/2025")
		b.set(tab, desk, "code", who.Code)
		b.set(tab, "", "code", "MOI01")
		b.set(tab, "MOI01", "name", "Vàng A Mới")
		b.set(tab, "MOI01", "sex", "ông")
		b.set(tab, "MOI01", "unit", h.Units["NV1"].Name)
		b.set(tab, "MOI01", "post", "Chuyên viên")
	})
	h.says("the file", all,
		"changed "+phong+" birth:>1990 post:Thanh tra viên>Thanh tra viên chính from:>14/01/2025",
		"wrong Văn phòng code:nguyen thi thu ha>"+who.Code+" !code exchange.code-held",
		"added "+h.Units["NV1"].Name+" code:>MOI01 name:>Vàng A Mới sex:>Ông unit:>"+h.Units["NV1"].Name+" post:>Chuyên viên")
	if o := h.apply(desk, l, all); len(o.Done) != 2 || len(o.Refused) != 0 {
		t.Fatalf("%v, %v", told(o.Done), told(o.Refused))
	}
	card, err := h.Person(bg, h.Actor(desk), who.ID)
	if err != nil || card.BirthYear != 1990 || card.Posts[0].Title != "Thanh tra viên chính" || card.Posts[0].From != "2025-01-14" || len(card.Posts) != 2 {
		t.Errorf("%+v, %v", card, err)
	}
	rows, _, err := h.FindPeople(bg, h.Actor(desk), agency.PeopleQuery{Text: "Vàng A Mới"})
	if err != nil || len(rows) != 1 || rows[0].Sex != thidua.Male || rows[0].Post != "Chuyên viên" {
		t.Errorf("%+v, %v", rows, err)
	}
	after := h.open(desk, exchange.People)
	typed, _, err := after.Read(written(t, after.Workbook(false)))
	if err != nil || len(told(after.Compare(typed))) != 0 {
		t.Errorf("the new file differs: %v, %v", told(after.Compare(typed)), err)
	}
}
