package exchange_test

import (
	"database/sql"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/app/exchange"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

// notes are the tables that tell what was done; everything else must be as it was after an import has been taken back.
var notes = []string{"event", "event_detail", "import_run", "import_step"}

// openWatched is openHouse with the raw data beside it.
func openWatched(t *testing.T) (*house, *sql.DB) {
	var c store.Config
	s := testkit.OpenSeason(t, func(given *store.Config) { c = *given })
	s.OpenAccounts(t)
	a := app.New(s.DB)
	return &house{s, a, exchange.New(a), t}, testkit.Raw(t, c)
}

func (h *house) past(who string, name exchange.Name) []exchange.Past {
	h.t.Helper()
	all, err := h.x.Past(bg, h.Actor(who), h.open(who, name))
	if err != nil {
		h.t.Fatal(err)
	}
	return all
}

func (h *house) undo(who string, name exchange.Name, id string) error {
	return h.x.Undo(bg, h.Actor(who), h.open(who, name), id)
}

func (h *house) wants(err error, kind thidua.Kind, code thidua.Code, args ...string) {
	h.t.Helper()
	e, _ := act.Refusal(err)
	if e == nil || e.Kind != kind || e.Code != code || fmt.Sprint(e.Args) != fmt.Sprint(args) {
		h.t.Errorf("refused with %v %v, want %s %v", err, e, code, args)
	}
}

// random types into a sheet of a list as somebody would who means something by half of it.
func random(r *rand.Rand, l *exchange.List) (out []exchange.Typed) {
	for tab, f := range l.Forms {
		for i, at := range f.Rows {
			if r.IntN(3) == 0 && len(at.Open) > 0 {
				out = append(out, exchange.Typed{Tab: tab, Line: sheet.Line{Number: i + 5, Code: at.Code, Entries: entries(r, f, at.Open, 2)}})
			}
		}
		for i := range r.IntN(4) {
			if len(f.New) > 0 {
				out = append(out, exchange.Typed{Tab: tab, Line: sheet.Line{Number: 900 + i, Entries: entries(r, f, f.New, 9)}})
			}
		}
	}
	return out
}

func entries(r *rand.Rand, f sheet.Form, open []string, often int) map[string]sheet.Entry {
	out := map[string]sheet.Entry{}
	for _, c := range f.Columns {
		if !slices.Contains(open, c.Key) || r.IntN(10) > often {
			continue
		}
		text := fmt.Sprintf("Nội dung %d", r.IntN(1_000_000))
		switch c.Kind {
		case sheet.Choice:
			text = c.Choices[r.IntN(len(c.Choices))]
		case sheet.Number:
			text = []string{"0,5", "1", "2", "75"}[r.IntN(4)]
		case sheet.Whole:
			text = fmt.Sprint(1960 + r.IntN(40))
			if c.Key == "order" {
				text = fmt.Sprint(r.IntN(99))
			}
		case sheet.Day:
			text = fmt.Sprintf("%02d/%02d/2025", 1+r.IntN(14), 1)
		}
		out[c.Key] = sheet.Entry{At: "X1", Text: text}
	}
	return out
}

// TestWhatAnImportDidIsTakenBackWhole brings random sheets in and takes each back: every fact is what it was, whatever the sheet held.
func TestWhatAnImportDidIsTakenBackWhole(t *testing.T) {
	h, raw := openWatched(t)
	was := h.registered()
	h.scored(true)
	if _, err := h.MoveRegistration(bg, h.Actor(head), was.ID, thidua.Send, app.Move{Version: was.Version}); err != nil {
		t.Fatal(err)
	}
	r, done := rand.New(rand.NewPCG(2025, 5)), map[exchange.Name]int{}
	for range 12 {
		for _, of := range []struct {
			who  string
			name exchange.Name
		}{{desk, exchange.Units}, {desk, exchange.People}, {head, exchange.Registrations}, {head, exchange.Scores}, {head, exchange.Progress}} {
			before := testkit.Facts(t, raw, notes)
			o, err := h.x.Apply(bg, h.Actor(of.who), h.open(of.who, of.name), random(r, h.open(of.who, of.name)))
			if err != nil {
				t.Fatal(of.name, err)
			}
			if len(o.Done) == 0 {
				continue
			}
			if maps.Equal(before, testkit.Facts(t, raw, notes)) {
				t.Fatalf("%s: %d rows were applied and nothing changed", of.name, len(o.Done))
			}
			last := h.past(of.who, of.name)[0]
			if err := h.undo(of.who, of.name, last.ID); err != nil {
				t.Fatalf("%s: %v\n%v", of.name, err, told(o.Done))
			}
			for table, hash := range testkit.Facts(t, raw, notes) {
				if hash != before[table] {
					t.Fatalf("%s: %s is not what it was after %v", of.name, table, told(o.Done))
				}
			}
			done[of.name] += len(o.Done)
		}
	}
	if len(done) != 5 {
		t.Errorf("some list was never changed: %v", done)
	}
}

// brought brings in what one cell of a list says and gives the import.
func (h *house) brought(who string, name exchange.Name, tab int, code string, cells map[string]string) string {
	h.t.Helper()
	l := h.open(who, name)
	l.File = "danh-sach.xlsx"
	line := sheet.Line{Number: 5, Code: code, Entries: map[string]sheet.Entry{}}
	for key, text := range cells {
		line.Entries[key] = sheet.Entry{Text: text}
	}
	o, err := h.x.Apply(bg, h.Actor(who), l, []exchange.Typed{{Tab: tab, Line: line}})
	if err != nil || len(o.Done) != 1 {
		h.t.Fatalf("%v: %v", told(o.Refused), err)
	}
	return h.past(who, name)[0].ID
}

func TestAnImportStandsInTheListWithWhoWhenAndHowMuch(t *testing.T) {
	h := openHouse(t)
	id := h.brought(desk, exchange.Units, 0, h.Units["NV1"].ID, map[string]string{"short": "NV một"})
	p := h.past(desk, exchange.Units)
	if len(p) != 1 || p[0].ID != id || p[0].File != "danh-sach.xlsx" || p[0].ByName != desk || p[0].Lines != 1 || !p[0].At.Equal(testkit.Today) || !p[0].Mine {
		t.Fatalf("%+v", p)
	}
	if err := h.undo(desk, exchange.Units, id); err != nil {
		t.Fatal(err)
	}
	if p = h.past(desk, exchange.Units); p[0].UndoneBy != desk || !p[0].Undone.Equal(testkit.Today) {
		t.Errorf("%+v", p)
	}
	if got := h.events("import:" + id); len(got) != 1 || got[0] != string(thidua.ImportUndone)+" account:"+h.Actor(desk).Account {
		t.Errorf("the log tells %v", got)
	}
	h.wants(h.undo(desk, exchange.Units, id), thidua.Conflict, thidua.CodeImportUndone, desk)
}

// TestWhatWasBuiltOnAnImportKeepsIt changes, uses and locks what an import brought, and looks that a refusal changes nothing.
func TestWhatWasBuiltOnAnImportKeepsIt(t *testing.T) {
	h, raw := openWatched(t)
	office := h.Actor(desk)
	refused := func(who string, name exchange.Name, id string, kind thidua.Kind, code thidua.Code, args ...string) {
		t.Helper()
		before := testkit.Fingerprint(t, raw)
		h.wants(h.undo(who, name, id), kind, code, args...)
		if !maps.Equal(before, testkit.Fingerprint(t, raw)) {
			t.Error("a refused undoing changed something")
		}
	}
	unit := h.Units["NV1"]
	first := h.brought(desk, exchange.Units, 0, unit.ID, map[string]string{"short": "NV một"})
	second := h.brought(desk, exchange.Units, 0, unit.ID, map[string]string{"order": "17"})
	refused(desk, exchange.Units, first, thidua.Conflict, thidua.CodeImportChanged, unit.Name, desk)
	if err := h.undo(desk, exchange.Units, second); err != nil {
		t.Errorf("the later one: %v", err)
	}
	if err := h.undo(desk, exchange.Units, first); err != nil {
		t.Errorf("the earlier one after it: %v", err)
	}
	fresh := h.brought(desk, exchange.Units, 0, "", map[string]string{"code": "MOI", "named": "Phòng Mới", "begins": "01/01/2025"})
	h.brought(desk, exchange.People, 0, "", map[string]string{"code": "M1", "name": "Vàng A Mới", "sex": "Ông", "unit": "Phòng Mới", "post": "Chuyên viên"})
	refused(desk, exchange.Units, fresh, thidua.Conflict, thidua.CodeImportTied, "Phòng Mới", "chức vụ của người trong đơn vị")

	was := h.registered()
	id := h.brought(head, exchange.Registrations, 0, was.Targets[0].ID, map[string]string{"content": "Sửa trong Excel"})
	sent := h.kept()
	if _, err := h.MoveRegistration(bg, h.Actor(head), was.ID, thidua.Send, app.Move{Version: sent.Version}); err != nil {
		t.Fatal(err)
	}
	refused(head, exchange.Registrations, id, thidua.Conflict, thidua.CodeImportChanged, phong+", "+h.Definition.Criterion(was.Targets[0].Criterion).Code+" · "+was.Targets[0].Content, head)
	refused(desk, exchange.Registrations, id, thidua.Forbidden, thidua.CodeNotYours, string(thidua.Draft))
	entry := h.brought(head, exchange.Progress, 0, was.Targets[1].ID, map[string]string{"result": "1", "text": "Đã làm"})
	refused(head, exchange.Registrations, entry, thidua.NotFound, store.CodeNotFound)
	refused("Bùi Đức Long", exchange.Progress, entry, thidua.NotFound, store.CodeNotFound)
	round := h.Rounds[2025]
	err := h.DB.Write(bg, &store.Act{Tenant: h.Tenant, Actor: "account:" + office.Account, Verb: "khoa", Object: "round:" + round.ID}, func(tx *store.Tx) error {
		now, err := tx.Round(round.ID)
		if now.State = thidua.RoundEnded; err != nil {
			return err
		}
		return tx.UpdateRound(now)
	})
	if err != nil {
		t.Fatal(err)
	}
	refused(head, exchange.Progress, entry, thidua.Conflict, app.CodeRoundEnded, fmt.Sprint(round.Year))
}

func TestAnotherAgencyKnowsNothingOfAnImport(t *testing.T) {
	h := openHouse(t)
	id := h.brought(desk, exchange.Units, 0, h.Units["NV1"].ID, map[string]string{"short": "NV một"})
	other := testkit.FillSeason(t, h.DB, "so-y-te")
	other.OpenAccounts(t)
	beside := &house{other, h.App, h.x, t}
	if got := beside.past(desk, exchange.Units); len(got) != 0 {
		t.Errorf("it sees %+v", got)
	}
	h.wants(beside.undo(desk, exchange.Units, id), thidua.NotFound, store.CodeNotFound)
	if h.past(desk, exchange.Units)[0].UndoneBy != "" {
		t.Error("it was taken back by another agency")
	}
}

// TestAnImportAtTheMachineIsTakenBackOnThePage imports as the command line does.
func TestAnImportAtTheMachineIsTakenBackOnThePage(t *testing.T) {
	h, raw := openWatched(t)
	before := testkit.Facts(t, raw, notes)
	columns := make([]sheet.Column, len(vi.UnitColumns))
	for i, c := range vi.UnitColumns {
		columns[i] = sheet.Column(c)
	}
	data, err := sheet.Write("Đơn vị", columns, [][]string{{"NV1", "Phòng Nghiệp vụ Một", "", "", "", "", ""}, {"NV8", "Phòng Nghiệp vụ 8", "", "", "", "01/01/2025", ""}})
	if err != nil {
		t.Fatal(err)
	}
	done, err := h.ImportUnits(bg, h.Actor(desk), "don-vi.xlsx", data, false)
	if err != nil || done.Added != 1 || done.Changed != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	p := h.past(desk, exchange.Units)
	if len(p) != 1 || p[0].Lines != 2 || p[0].File != "don-vi.xlsx" {
		t.Fatalf("%+v", p)
	}
	if err := h.undo(desk, exchange.Units, p[0].ID); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(before, testkit.Facts(t, raw, notes)) {
		t.Error("the units are not what they were")
	}
}
