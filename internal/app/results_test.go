package app_test

import (
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

func TestResultsGatherWhatTheCouncilJudges(t *testing.T) {
	y := openYear(t)
	head := y.Actor(headNV2)
	y.report(headNV2, "Giao ban 12 kỳ", "2024-12-20", 900)
	y.report(headNV2, "Sáng kiến được công nhận", "2024-12-20", 100)
	brought, err := y.AddEvidence(bg, head, thidua.Evidence{Target: y.targets["Giao ban 12 kỳ"], DocNumber: "12/KH-NV2", IssuedOn: "2024-01-20"})
	y.must(err)
	unchecked, err := y.Results(bg, y.Actor(leader), y.round)
	y.must(err)
	if got := unchecked.Subjects[2].Record.Targets["TC1"]; got != (thidua.Tally{Awaited: 1, All: 1}) {
		t.Errorf("with evidence that nobody has checked: %+v", got)
	}
	y.must(y.MoveEvidence(bg, y.Actor(officer), thidua.CheckEvidence, brought, ""))
	_, err = y.SaveInitiative(bg, y.Actor(officer), thidua.Initiative{Round: y.round, Unit: head.Unit, Person: head.Person, Name: "Mẫu hóa văn bản",
		Recognised: true, Decision: "9/QĐ-TT", On: "2024-11-12"})
	y.must(err)
	y.must(y.SaveIndexResult(bg, y.Actor(officer), thidua.IndexResult{Year: 2023, Rank: 5, Of: 20, Document: "…/QĐ-UBND (mẫu)"}))
	y.logged(thidua.RecordIndex, "index:2023")
	r, err := y.Results(bg, y.Actor(leader), y.round)
	y.must(err)
	if len(r.Subjects) != 7 || r.Subjects[6].Subject.Name != "Phạm Mai Anh" || r.Subjects[6].Subject.Title != "Thanh tra viên" {
		t.Fatalf("subjects: %d, the last %+v", len(r.Subjects), r.Subjects[len(r.Subjects)-1].Subject)
	}
	nv2 := r.Subjects[2]
	rec := nv2.Record
	if !rec.Registered || rec.Targets["TC1"] != (thidua.Tally{Reached: 1, All: 1}) || rec.Targets["TC2"] != (thidua.Tally{All: 1}) || rec.Targets["TC5"].Reached != 0 {
		t.Errorf("tallies %+v", rec.Targets)
	}
	if rec.Plans["TC1"].DocNumber != "12/KH-NV2" || rec.Evidence["TC1"] != 1 || rec.Score != nil || rec.IndexBefore == nil || rec.Index != nil {
		t.Errorf("record %+v", rec)
	}
	if last := nv2.Criteria[len(nv2.Criteria)-1]; last.Code != "TC5" || len(last.Initiatives) != 1 || last.Completion != 50 || last.Targets[0].Latest.Value != 100 {
		t.Errorf("TC5: %+v", last)
	}
	for i, want := range []thidua.Verdict{thidua.VerdictMet, thidua.VerdictMet, thidua.VerdictConsider, thidua.VerdictConsider, thidua.VerdictAwaited} {
		if got := y.Definition.StandardsFor(thidua.Collective)[i].Judge(rec); got.Verdict != want {
			t.Errorf("standard %d: %+v, want %s", i+1, got, want)
		}
	}
	_, err = y.Results(bg, y.Actor(headNV3), y.round)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	_, err = y.ResultOf(bg, y.Actor(headNV3), y.round, nv2.Subject)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	own, err := y.ResultOf(bg, y.Actor("Phạm Mai Anh"), y.round, nv2.Subject)
	if err != nil || own.Subject.Name != "Phòng Nghiệp vụ 2" {
		t.Errorf("a member sees the own unit: %+v, %v", own.Subject, err)
	}
}

func TestRanksCompareWithTheYearBefore(t *testing.T) {
	y := openYear(t)
	var now, before thidua.Points = 80, 90
	for _, round := range []int{2023, 2024} {
		y.seed(func(tx *store.Tx) error {
			for _, code := range []string{"NV1", "NV2"} {
				s := thidua.ScoreSheet{ID: store.NewID(), Round: y.Rounds[round].ID, Unit: y.Units[code].ID, ByPoints: true, State: thidua.SheetClosed, Version: 1,
					Lines: []thidua.ScoreLine{{Criterion: y.criterion("TC1"), Max: 100_00, Review: points(now * 100)}}}
				if err := tx.InsertScoreSheet(s); err != nil {
					return err
				}
				if err := tx.UpdateScoreSheet(s); err != nil {
					return err
				}
				now, before = before, now
			}
			now, before = before, now
			return nil
		})
	}
	r, err := y.Ranking(bg, y.Actor(leader), y.round)
	y.must(err)
	first := r.Rows[0]
	if first.Short != "Phòng NV 1" || first.Gain() != 1 || *first.Before != 80_00 || first.Score != 90_00 || len(r.Years) != 2 || *first.History[0] != 80_00 {
		t.Errorf("first %+v of years %v", first, r.Years)
	}
	results, err := y.Results(bg, y.Actor(leader), y.round)
	y.must(err)
	if rec := results.Subjects[1].Record; rec.Gain == nil || *rec.Gain != 1 || rec.Rank != 1 || rec.Units != 2 {
		t.Errorf("record %+v", rec)
	}
}

func TestPublishingIsRecordedForALeaderOnPaper(t *testing.T) {
	y := openYear(t)
	for _, s := range y.openSheets() {
		y.seed(func(tx *store.Tx) error {
			s.State = thidua.SheetClosed
			return tx.UpdateScoreSheet(s)
		})
	}
	in := app.Instruction{Do: thidua.Agree, Leader: y.People[leader].ID, Form: thidua.OpinionOnSlip, On: "2025-01-13"}
	err := y.RecordRanksPublished(bg, y.Actor(officer), y.round, y.version(), in)
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	in.Scan, err = y.KeepFile(bg, y.Actor(officer), "scan", "phieu-trinh.txt", strings.NewReader("Phiếu trình đã ký (mẫu)"))
	y.must(err)
	y.must(y.RecordRanksPublished(bg, y.Actor(officer), y.round, y.version(), in))
	y.logged(thidua.RecordPublish, "round:"+y.round)
	if e := y.lastEvent(); e.ActingFor != leader {
		t.Errorf("recorded for %q", e.ActingFor)
	}
	if s := y.sheets()["Văn phòng"]; s.State != thidua.SheetPublished {
		t.Errorf("sheet is %s", s.State)
	}
}

func TestAYearWithoutPointsIsRunByYesAndNo(t *testing.T) {
	y := openYear(t)
	f, err := y.ScaleOf(bg, y.Actor(officer), y.round)
	y.must(err)
	f.Round.ByPoints = false
	y.must(y.SaveScale(bg, y.Actor(officer), f))
	y.must(y.OpenSheets(bg, y.Actor(officer), y.round))
	s := y.sheets()["Phòng Nghiệp vụ 2"]
	if s.ByPoints || len(s.Lines) != 6 {
		t.Fatalf("sheet %+v", s)
	}
	s.Lines[0].SelfAnswer = "maybe"
	_, err = y.SaveSelfScores(bg, y.Actor(headNV2), s)
	wants(t, err, thidua.Invalid, thidua.CodeScoreAnswer)
	for i := range s.Lines {
		s.Lines[i].SelfAnswer = thidua.AnswerYes
	}
	_, err = y.SaveSelfScores(bg, y.Actor(headNV2), s)
	y.must(err)
	y.must(y.moveSheet(headNV2, s, thidua.Send, ""))
	y.must(y.moveSheet(officer, s, thidua.TakeUp, ""))
	for i := range s.Lines {
		s.Lines[i].Reviewed = thidua.AnswerYes
	}
	s.Lines[5].Reviewed, s.Lines[5].Reason = thidua.AnswerNo, "Chưa tham gia đợt tuyên truyền"
	s.Version = y.sheets()[s.UnitName].Version
	_, err = y.SaveReview(bg, y.Actor(officer), s)
	y.must(err)
	y.must(y.moveSheet(officer, s, thidua.CloseSheet, ""))
	v, err := y.Sheet(bg, y.Actor(leader), s.ID)
	if err != nil || len(v.Rows) != 6 || v.Sheet.State != thidua.SheetClosed || v.Rows[5].Line.Reviewed != thidua.AnswerNo {
		t.Errorf("in the end %+v, %v", v.Sheet, err)
	}
}
