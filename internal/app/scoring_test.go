package app_test

import (
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

const (
	officer  = "Nguyễn Thị Thu Hà"
	leader   = "Trần Mạnh Khôi"
	headNV1  = "Trần Thị Hạnh"
	headNV2  = "Lý Văn Dũng"
	headNV3  = "Vũ Quang Sơn"
	headHome = "Hoàng Minh Tuấn"
)

func points(p thidua.Points) *thidua.Points { return &p }

// openSheets writes the scale down and opens the sheets of 2024.
func (y *year) openSheets() map[string]thidua.ScoreSheet {
	y.t.Helper()
	f, err := y.ScaleOf(bg, y.Actor(officer), y.round)
	if err != nil {
		y.t.Fatal(err)
	}
	f.Scale.Decision, f.Scale.AgreedOn = "Biên bản họp Hội đồng (mẫu)", "2024-03-12"
	if err := y.SaveScale(bg, y.Actor(officer), f); err != nil {
		y.t.Fatal(err)
	}
	if err := y.OpenSheets(bg, y.Actor(officer), y.round); err != nil {
		y.t.Fatal(err)
	}
	return y.sheets()
}

func (y *year) sheets() map[string]thidua.ScoreSheet {
	y.t.Helper()
	l, err := y.Sheets(bg, y.Actor(officer), y.round)
	if err != nil {
		y.t.Fatal(err)
	}
	out := map[string]thidua.ScoreSheet{}
	for _, s := range l.Sheets {
		out[s.UnitName] = s
	}
	return out
}

func (y *year) moveSheet(who string, s thidua.ScoreSheet, do thidua.Action, reason string) error {
	return y.MoveSheet(bg, y.Actor(who), app.SheetMove{Sheet: s.ID, Do: do, Version: y.sheets()[s.UnitName].Version, Reason: reason})
}

func (y *year) must(err error) {
	y.t.Helper()
	if err != nil {
		y.t.Fatal(err)
	}
}

// closeSheet takes a sheet from draft to closed with the same part of the largest score on every line, in hundredths of it.
func (y *year) closeSheet(s thidua.ScoreSheet, head, reviewer string, part thidua.Points) {
	y.t.Helper()
	s = y.sheets()[s.UnitName]
	for i := range s.Lines {
		s.Lines[i].Self = points(s.Lines[i].Max * part / 100 / 50 * 50)
	}
	_, err := y.SaveSelfScores(bg, y.Actor(head), s)
	y.must(err)
	y.must(y.moveSheet(head, s, thidua.Send, ""))
	y.must(y.moveSheet(reviewer, s, thidua.TakeUp, ""))
	s = y.sheets()[s.UnitName]
	for i := range s.Lines {
		s.Lines[i].Review = s.Lines[i].Self
	}
	_, err = y.SaveReview(bg, y.Actor(reviewer), s)
	y.must(err)
	y.must(y.moveSheet(reviewer, s, thidua.CloseSheet, ""))
}

func TestAUnitScoresItselfAndIsReviewed(t *testing.T) {
	y := openYear(t)
	s := y.openSheets()["Phòng Nghiệp vụ 2"]
	if len(s.Lines) != 10 || s.Totals().Max != 100_00 || !s.ByPoints {
		t.Fatalf("sheet %+v", s)
	}
	s.Lines[0].Self, s.Lines[1].Self = points(20_50), points(4_75)
	_, err := y.SaveSelfScores(bg, y.Actor(headNV2), s)
	wants(t, err, thidua.Invalid, thidua.CodeScoreRange)
	wants(t, err, thidua.Invalid, thidua.CodeScoreStep)
	s.Lines[0].Self, s.Lines[1].Self = points(19_00), nil
	kept, err := y.SaveSelfScores(bg, y.Actor(headNV2), s)
	if err != nil || kept.Version != s.Version+1 {
		t.Fatalf("draft %v, version %d after %d", err, kept.Version, s.Version)
	}
	y.logged(thidua.SelfScore, "score-sheet:"+s.ID)
	_, err = y.SaveSelfScores(bg, y.Actor(headNV2), s)
	wants(t, err, thidua.Conflict, store.CodeStale)
	_, err = y.SaveSelfScores(bg, y.Actor(headNV3), kept)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	_, err = y.SaveSelfScores(bg, y.Actor(headNV1), kept)
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	wants(t, y.moveSheet(headNV2, s, thidua.Send, ""), thidua.Invalid, thidua.CodeMissing)
}

func TestADifferenceNeedsItsReason(t *testing.T) {
	y := openYear(t)
	s := y.openSheets()["Phòng Nghiệp vụ 2"]
	for i := range s.Lines {
		s.Lines[i].Self = points(s.Lines[i].Max)
	}
	_, err := y.SaveSelfScores(bg, y.Actor(headNV2), s)
	y.must(err)
	y.must(y.moveSheet(headNV2, s, thidua.Send, ""))
	y.must(y.moveSheet(officer, s, thidua.TakeUp, ""))
	s = y.sheets()[s.UnitName]
	for i := range s.Lines {
		s.Lines[i].Review = s.Lines[i].Self
	}
	s.Lines[0].Review = points(18_50)
	_, err = y.SaveReview(bg, y.Actor(officer), s)
	wants(t, err, thidua.Invalid, thidua.CodeScoreReason)
	s, err = y.DraftReview(bg, y.Actor(officer), s)
	y.must(err)
	wants(t, y.moveSheet(officer, s, thidua.CloseSheet, ""), thidua.Invalid, thidua.CodeMissing)
	s.Lines[0].Reason = "Kế hoạch ban hành chậm 4 ngày"
	s.Lines[9].Review = nil
	_, err = y.SaveReview(bg, y.Actor(officer), s)
	y.must(err)
	wants(t, y.moveSheet(officer, s, thidua.CloseSheet, ""), thidua.Invalid, thidua.CodeMissing)
	wants(t, y.moveSheet(officer, s, thidua.AskExplain, ""), thidua.Invalid, thidua.CodeReasonMissing)
	y.must(y.moveSheet(officer, s, thidua.AskExplain, "Cho biết nơi áp dụng sáng kiến"))
	y.must(y.moveSheet(headNV2, s, thidua.Explain, "Đã áp dụng tại 3 phòng"))
	v, err := y.Sheet(bg, y.Actor(headNV2), s.ID)
	if err != nil || len(v.Notes) != 2 || !v.Notes[0].FromOffice || v.Notes[1].FromOffice {
		t.Errorf("exchange %+v, %v", v.Notes, err)
	}
	if v.Totals.Review != 83_50 || v.Totals.MaxJudged != 85_00 || v.Totals.Judged != 9 {
		t.Errorf("running totals %+v", v.Totals)
	}
	if len(v.Rows) != 11 || v.Rows[1].Index != -1 || *v.Rows[1].Line.Review != 30_00 {
		t.Errorf("the sum of TC2: %+v", v.Rows[1])
	}
}

func TestNobodyReviewsTheOwnUnit(t *testing.T) {
	y := openYear(t)
	s := y.openSheets()["Văn phòng"]
	for i := range s.Lines {
		s.Lines[i].Self = points(s.Lines[i].Max)
	}
	_, err := y.SaveSelfScores(bg, y.Actor(headHome), s)
	y.must(err)
	y.must(y.moveSheet(headHome, s, thidua.Send, ""))
	wants(t, y.moveSheet(officer, s, thidua.TakeUp, ""), thidua.Invalid, thidua.CodeMissing)
	wants(t, y.moveSheet(headNV2, s, thidua.TakeUp, ""), thidua.Forbidden, thidua.CodeNotYours)
	wants(t, y.moveSheet(headHome, s, thidua.TakeUp, ""), thidua.Forbidden, thidua.CodeNotYours)
	y.must(y.moveSheet("Đinh Thu Thảo", s, thidua.TakeUp, ""))
	if got := y.sheets()["Văn phòng"]; got.State != thidua.SheetReviewing || got.ReviewName != "Đinh Thu Thảo" {
		t.Errorf("taken up as %+v", got)
	}
}

func TestTheScaleStandsOnceSheetsAreOpen(t *testing.T) {
	y := openYear(t)
	f, err := y.ScaleOf(bg, y.Actor(officer), y.round)
	y.must(err)
	f.Leaves[0].MaxPoints, f.Scale.AgreedOn = 25, "2024-03-12"
	err = y.SaveScale(bg, y.Actor(officer), f)
	wants(t, err, thidua.Invalid, thidua.CodeScalePoints)
	wants(t, err, thidua.Invalid, thidua.CodeDocumentMissing)
	wants(t, y.SaveScale(bg, y.Actor(headNV2), f), thidua.Forbidden, app.CodeNoRight)
	wants(t, y.OpenSheets(bg, y.Actor(headNV2), y.round), thidua.Forbidden, app.CodeNoRight)
	y.openSheets()
	f, err = y.ScaleOf(bg, y.Actor(officer), y.round)
	y.must(err)
	if !f.Open || !f.Scale.Agreed() {
		t.Fatalf("scale %+v", f.Scale)
	}
	f.Leaves[0].MaxPoints = 15_00
	wants(t, y.SaveScale(bg, y.Actor(officer), f), thidua.Conflict, app.CodeSheetsOpen)
}

func TestRanksArePublishedByTheLeader(t *testing.T) {
	y := openYear(t)
	all := y.openSheets()
	y.closeSheet(all["Văn phòng"], headHome, headNV1, 90)
	for name, c := range map[string]struct {
		head string
		part thidua.Points
	}{"Phòng Nghiệp vụ 1": {headNV1, 90}, "Phòng Nghiệp vụ 2": {headNV2, 100}, "Phòng Nghiệp vụ 3": {headNV3, 80}, "Phòng Nghiệp vụ 4": {"Bùi Đức Long", 80}} {
		y.closeSheet(all[name], c.head, officer, c.part)
	}
	wants(t, y.PublishRanks(bg, y.Actor(leader), y.round, y.version()), thidua.Invalid, thidua.CodeMissing)
	y.closeSheet(all["Phòng Nghiệp vụ 5"], "Nguyễn Hải Yến", officer, 70)
	r, err := y.Ranking(bg, y.Actor(officer), y.round)
	y.must(err)
	var ranks []int
	for _, row := range r.Rows {
		ranks = append(ranks, row.Rank)
	}
	if len(ranks) != 6 || ranks[0] != 1 || ranks[1] != 2 || ranks[2] != 2 || ranks[3] != 4 || ranks[4] != 4 || ranks[5] != 6 {
		t.Errorf("ranks %v", ranks)
	}
	if r.Rows[0].Short != "Phòng NV 2" || r.Rows[0].Score != 100_00 || r.Rows[0].Completion != 0 || r.Round.ScoredOn != "2025-01-14" {
		t.Errorf("first %+v, scored on %s", r.Rows[0], r.Round.ScoredOn)
	}
	hidden, err := y.Ranking(bg, y.Actor(headNV3), y.round)
	if err != nil || !hidden.Hidden || len(hidden.Rows) != 0 {
		t.Errorf("before publishing a head sees %+v, %v", hidden.Rows, err)
	}
	wants(t, y.PublishRanks(bg, y.Actor(officer), y.round, y.version()), thidua.Forbidden, thidua.CodeNotYours)
	y.must(y.PublishRanks(bg, y.Actor(leader), y.round, y.version()))
	y.logged(thidua.PublishSheets, "round:"+y.round)
	seen, err := y.Ranking(bg, y.Actor("Lê Văn Thanh"), y.round)
	if err != nil || seen.Hidden || len(seen.Rows) != 6 || seen.Rows[0].Sheet != "" {
		t.Errorf("once published everybody sees %+v, %v", seen.Rows, err)
	}
	wants(t, y.PublishRanks(bg, y.Actor(leader), y.round, y.version()), thidua.Conflict, thidua.CodeWrongState)
	wants(t, y.moveSheet(officer, all["Phòng Nghiệp vụ 5"], thidua.ReopenSheet, "Chấm nhầm"), thidua.Conflict, thidua.CodeWrongState)
}

func (y *year) version() int64 {
	y.t.Helper()
	s, err := y.App.Season(bg, y.Actor(officer), y.round)
	y.must(err)
	return s.Round.Version
}
