package exchange_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/exchange"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// scored opens the score sheets of 2025, by points or by yes and no.
func (h *house) scored(byPoints bool) map[string]thidua.ScoreSheet {
	h.t.Helper()
	round, office := h.Rounds[2025].ID, h.Actor(desk)
	f, err := h.ScaleOf(bg, office, round)
	if err != nil {
		h.t.Fatal(err)
	}
	if f.Round.ByPoints = byPoints; byPoints {
		f.Scale.Decision, f.Scale.AgreedOn = "Biên bản họp Hội đồng (mẫu)", "2025-01-10"
	}
	if err := h.SaveScale(bg, office, f); err != nil {
		h.t.Fatal(err)
	}
	if err := h.OpenSheets(bg, office, round); err != nil {
		h.t.Fatal(err)
	}
	return h.sheets()
}

func (h *house) sheets() map[string]thidua.ScoreSheet {
	h.t.Helper()
	l, err := h.Sheets(bg, h.Actor(desk), h.Rounds[2025].ID)
	if err != nil {
		h.t.Fatal(err)
	}
	out := map[string]thidua.ScoreSheet{}
	for _, s := range l.Sheets {
		out[s.UnitName] = s
	}
	return out
}

// fill types a value into a column of every line of the unit's sheet.
func (b *book) fill(unit, key string, v func(i int) any) {
	b.t.Helper()
	rows, err := b.GetRows(vi.ScoresTab)
	if err != nil {
		b.t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == vi.CodeHead })
	column, n := slices.Index(rows[head], vi.ExchangeHeads[key])+1, 0
	for i, cells := range rows {
		if i > head && len(cells) > 1 && cells[1] == unit {
			at, err := excelize.CoordinatesToCellName(column, i+1)
			if err := errors.Join(err, b.SetCellValue(vi.ScoresTab, at, v(n))); err != nil {
				b.t.Fatal(err)
			}
			n++
		}
	}
}

func results(all []*exchange.Change) map[exchange.Result]int {
	out := map[exchange.Result]int{}
	for _, c := range all {
		out[c.Result]++
	}
	return out
}

func TestScoresAreGivenByTheUnitAndThenByTheReviewer(t *testing.T) {
	h := openHouse(t)
	was := h.scored(true)[phong]
	n := len(was.Lines)
	l := h.open(head, exchange.Scores)
	all := h.edit(l, func(b *book) {
		b.fill(phong, "self", func(i int) any {
			return map[int]any{0: "0,5", 1: 0.25, 2: 1000}[i]
		})
		b.fill(phong, "note", func(i int) any { return map[int]any{3: "Có minh chứng"}[i] })
	})
	if got := results(all); got[exchange.Changed] != 2 || got[exchange.Wrong] != 2 || got[exchange.Same] != len(all)-4 {
		t.Fatalf("%v of %d: %v", got, n, told(all))
	}
	var wrong []string
	for _, c := range all {
		for _, f := range c.Faults {
			wrong = append(wrong, f.Field+" "+string(f.Code))
		}
	}
	if !slices.Equal(wrong, []string{"self " + string(thidua.CodeScoreStep), "self " + string(thidua.CodeScoreRange)}) {
		t.Errorf("faults %v", wrong)
	}
	if o := h.apply(head, l, all); len(o.Done) != 2 || len(o.Refused) != 0 {
		t.Fatalf("%v, refused %v", told(o.Done), told(o.Refused))
	}
	now := h.sheets()[phong]
	if now.Lines[0].Self == nil || *now.Lines[0].Self != 50 || now.Lines[1].Self != nil || now.Lines[3].SelfNote != "Có minh chứng" || now.Version != was.Version+1 {
		t.Errorf("kept %+v", now.Lines[:4])
	}
	// the reviewer may not score what the unit still holds
	desks := h.edit(h.open(desk, exchange.Scores), func(b *book) { b.fill(phong, "review", func(int) any { return 0.5 }) })
	if got := results(desks); got[exchange.Wrong] != n {
		t.Errorf("%v: %v", got, told(desks))
	}
	h.hand(now, n)
	l = h.open(desk, exchange.Scores)
	all = h.edit(l, func(b *book) {
		b.fill(phong, "review", func(i int) any { return map[int]any{0: 1, 1: "0,5"}[i] })
		b.fill(phong, "reason", func(i int) any { return map[int]any{0: "Thêm minh chứng"}[i] })
		b.fill(phong, "note", func(i int) any { return map[int]any{2: "Sửa ghi chú của phòng"}[i] })
	})
	if o := h.apply(desk, l, all); len(o.Done) != 2 || len(o.Refused) != 0 || results(all)[exchange.Wrong] != 1 {
		t.Fatalf("%v, refused %v; %v", told(o.Done), told(o.Refused), told(all))
	}
	now = h.sheets()[phong]
	if *now.Lines[0].Review != 100 || now.Lines[0].Reason != "Thêm minh chứng" || *now.Lines[1].Review != 50 || now.Lines[2].SelfNote != "" {
		t.Errorf("reviewed %+v", now.Lines[:3])
	}
}

// hand gives every line a self score, sends the sheet and takes it up.
func (h *house) hand(s thidua.ScoreSheet, n int) {
	h.t.Helper()
	half := thidua.Points(50)
	for i := range n {
		s.Lines[i].Self = &half
	}
	kept, err := h.SaveSelfScores(bg, h.Actor(head), s)
	for _, step := range []struct {
		who string
		do  thidua.Action
	}{{head, thidua.Send}, {desk, thidua.TakeUp}} {
		if err == nil {
			err = h.MoveSheet(bg, h.Actor(step.who), app.SheetMove{Sheet: s.ID, Do: step.do, Version: kept.Version})
			kept.Version++
		}
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

func TestASheetWithoutPointsTakesWords(t *testing.T) {
	h := openHouse(t)
	h.scored(false)
	l := h.open(head, exchange.Scores)
	all := h.edit(l, func(b *book) {
		b.fill(phong, "self", func(i int) any { return map[int]any{0: "đạt", 1: "CHƯA ĐẠT", 2: "10"}[i] })
	})
	if o := h.apply(head, l, all); len(o.Done) != 2 || results(all)[exchange.Wrong] > 1 {
		t.Fatalf("%v, %v", told(o.Done), told(all))
	}
	if now := h.sheets()[phong]; now.Lines[0].SelfAnswer != thidua.AnswerYes || now.Lines[1].SelfAnswer != thidua.AnswerNo {
		t.Errorf("kept %+v", now.Lines[:2])
	}
}

// TestProgressIsAFurtherEntry reports on targets whose registration was sent.
func TestProgressIsAFurtherEntry(t *testing.T) {
	h := openHouse(t)
	was := h.registered()
	if _, err := h.MoveRegistration(bg, h.Actor(head), was.ID, thidua.Send, app.Move{Version: was.Version}); err != nil {
		t.Fatal(err)
	}
	first, second := was.Targets[0], was.Targets[1]
	l := h.open(head, exchange.Progress)
	all := h.edit(l, func(b *book) {
		b.set(vi.ProgressTab, first.Content, "result", "0,5")
		b.set(vi.ProgressTab, first.Content, "text", "Đã trình dự thảo")
		b.set(vi.ProgressTab, second.Content, "result", 3)
		b.set(vi.ProgressTab, second.Content, "on", "31/12/2099")
	})
	name := was.Subject.Name
	h.says("the file", all, "added "+name+" result:>0,5 text:>Đã trình dự thảo",
		"wrong "+name+" result:>3 on:>31/12/2099 !on "+string(thidua.CodeProgressFuture)+" !text "+string(thidua.CodeProgressText))
	if o := h.apply(head, l, all); len(o.Done) != 1 {
		t.Fatalf("%v, %v", told(o.Done), told(o.Refused))
	}
	v, err := h.Target(bg, h.Actor(head), first.ID)
	if err != nil || len(v.Entries) != 1 || v.Latest.Value != 50 || v.Latest.Text != "Đã trình dự thảo" {
		t.Errorf("%+v, %v", v.Entries, err)
	}
	// a second entry beside the first, from the file of the day after
	again := h.open(head, exchange.Progress)
	if at := slices.IndexFunc(again.Forms[0].Rows, func(r sheet.FormRow) bool { return r.Code == first.ID }); again.Forms[0].Rows[at].Cells["latest"] != "0,5" {
		t.Errorf("the next file shows %+v", again.Forms[0].Rows[at])
	}
	inspector := h.edit(h.open(desk, exchange.Progress), func(b *book) { b.set(vi.ProgressTab, first.Content, "result", 1) })
	if got := told(inspector); len(got) != 1 || !strings.Contains(got[0], string(thidua.CodeProgressText)) {
		t.Errorf("Văn phòng may report and forgot the words: %v", got)
	}
}
