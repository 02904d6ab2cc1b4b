package app_test

import (
	"io"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestProgressIsReportedByThoseWhoAnswerForIt(t *testing.T) {
	y := openYear(t)
	for _, who := range []string{"Lý Văn Dũng", "Nguyễn Thị Thu Hà"} {
		y.report(who, "Giao ban 12 kỳ", "2024-06-30", 600)
		y.logged(thidua.ReportProgress, "target:"+y.targets["Giao ban 12 kỳ"])
	}
	y.report("Phạm Mai Anh", "Hồ sơ trên mạng", "2024-06-30", 90_00)
	p := thidua.Progress{Target: y.targets["Giao ban 12 kỳ"], On: "2024-07-31", Value: 700, Text: "x"}
	for who, kind := range map[string]thidua.Kind{"Phạm Mai Anh": thidua.Forbidden, "Trần Mạnh Khôi": thidua.Forbidden, "Lê Văn Thanh": thidua.NotFound} {
		if _, err := y.AddProgress(bg, y.Actor(who), p); thidua.KindOf(err) != kind {
			t.Errorf("%s reports for another unit: %v", who, err)
		}
	}
	other := testkit.FillSeason(t, y.DB, "so-khac")
	if _, err := y.AddProgress(bg, other.Actor("Nguyễn Thị Thu Hà"), p); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency reports: %v", err)
	}
}

func TestProgressAsItIsTyped(t *testing.T) {
	y := openYear(t)
	_, err := y.AddProgress(bg, y.Actor("Lý Văn Dũng"), thidua.Progress{Target: y.targets["Giao ban 12 kỳ"], On: "2025-01-15", Value: -1, Text: "  "})
	for _, code := range []thidua.Code{thidua.CodeProgressFuture, thidua.CodeProgressValue, thidua.CodeProgressText} {
		wants(t, err, thidua.Invalid, code)
	}
	y.seed(func(tx *store.Tx) error {
		r, err := tx.Round(y.round)
		if err != nil {
			return err
		}
		r.State = thidua.RoundEnded
		return tx.UpdateRound(r)
	})
	_, err = y.AddProgress(bg, y.Actor("Lý Văn Dũng"), thidua.Progress{Target: y.targets["Giao ban 12 kỳ"], On: "2024-12-15", Value: 1, Text: "x"})
	wants(t, err, thidua.Conflict, app.CodeRoundEnded)
}

func TestBoardSumsWhatWasReported(t *testing.T) {
	y := openYear(t)
	y.report("Lý Văn Dũng", "Giao ban 12 kỳ", "2024-06-30", 600)
	y.report("Lý Văn Dũng", "Giao ban 12 kỳ", "2025-01-10", 900)
	y.report("Lý Văn Dũng", "Văn bản đúng thể chế", "2024-12-20", 100_00)
	b, err := y.Board(bg, y.Actor("Nguyễn Thị Thu Hà"), y.round, app.BoardFilter{Unit: y.Units["NV2"].ID, Criterion: y.criterion("TC2")})
	if err != nil {
		t.Fatal(err)
	}
	row := b.Rows[2]
	if len(b.Rows) != 6 || len(b.Leaves) != 10 || row.Cells[0] != 75 || row.Cells[1] != 100 || row.Cells[2] != -1 || row.Total != 58 {
		t.Errorf("row of Phòng NV 2: %+v", row)
	}
	if len(row.Months) != 12 || row.Months[4] != 0 || row.Months[5] != 17 || row.Months[11] != 58 {
		t.Errorf("by month: %v", row.Months)
	}
	if b.Tally != (thidua.Tally{Reached: 2, All: 4}) || b.Fresh != 1 || len(b.Missed) != 2 {
		t.Errorf("tally %+v, fresh %d, missed %+v", b.Tally, b.Fresh, b.Missed)
	}
	if d := b.Detail; d == nil || len(d.Targets) != 1 || d.Targets[0].State != thidua.TargetReached || !d.MayReport {
		t.Errorf("detail of TC2: %+v", d)
	}
	own, err := y.Board(bg, y.Actor("Vũ Quang Sơn"), y.round, app.BoardFilter{})
	if err != nil || len(own.Rows) != 1 || own.Rows[0].Code != "NV3" {
		t.Errorf("a head who is no member of the council sees %d units, %v", len(own.Rows), err)
	}
	_, err = y.Board(bg, y.Actor("Vũ Quang Sơn"), y.round, app.BoardFilter{Unit: y.Units["NV2"].ID})
	wants(t, err, thidua.NotFound, store.CodeNotFound)
}

func TestEvidenceIsCheckedBySomebodyElse(t *testing.T) {
	y := openYear(t)
	head, office := y.Actor("Lý Văn Dũng"), y.Actor("Nguyễn Thị Thu Hà")
	e, err := y.AddEvidence(bg, head, thidua.Evidence{Target: y.targets["Giao ban 12 kỳ"], DocNumber: "12/KH-NV2 ", IssuedOn: "2024-01-20", Abstract: "Kế hoạch phát động", Page: " 3 "})
	if err != nil || e.Page != "3" || e.DocNumber != "12/KH-NV2" || e.Criterion != y.criterion("TC1") || e.State != thidua.EvidenceNew {
		t.Fatalf("added %+v, %v", e, err)
	}
	wants(t, y.MoveEvidence(bg, head, thidua.CheckEvidence, e, ""), thidua.Forbidden, thidua.CodeNotYours)
	wants(t, y.MoveEvidence(bg, office, thidua.AskMore, e, " "), thidua.Invalid, thidua.CodeReasonMissing)
	if err := y.MoveEvidence(bg, office, thidua.AskMore, e, "Thiếu ngày ký"); err != nil {
		t.Fatal(err)
	}
	y.logged(thidua.AskMore, "evidence:"+e.ID)
	wants(t, y.MoveEvidence(bg, head, thidua.MendEvidence, e, ""), thidua.Conflict, store.CodeStale)
	e.Version++
	e.Abstract, e.Page = "Kế hoạch phát động thi đua của phòng", strings.Repeat("3", thidua.MaxPage+1)
	wants(t, y.MoveEvidence(bg, head, thidua.MendEvidence, e, ""), thidua.Invalid, thidua.CodeNameLong)
	e.Page = "3–5"
	if err := y.MoveEvidence(bg, head, thidua.MendEvidence, e, ""); err != nil {
		t.Fatal(err)
	}
	e.Version++
	if err := y.MoveEvidence(bg, office, thidua.CheckEvidence, e, ""); err != nil {
		t.Fatal(err)
	}
	got, err := y.Evidence(bg, head, e.ID)
	if err != nil || got.State != thidua.EvidenceChecked || !strings.HasSuffix(got.Abstract, "của phòng") || got.Page != "3–5" || len(got.Offers) != 0 {
		t.Errorf("in the end %+v, %v", got, err)
	}
	own, err := y.AddEvidence(bg, office, thidua.Evidence{Target: e.Target, Abstract: "Ảnh họp", DocNumber: "01/BB"})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, y.MoveEvidence(bg, office, thidua.CheckEvidence, own, ""), thidua.Invalid, thidua.CodeMissing)
}

func TestSecretsStayOut(t *testing.T) {
	y := openYear(t)
	head := y.Actor("Lý Văn Dũng")
	_, err := y.AddEvidence(bg, head, thidua.Evidence{Target: y.targets["Giao ban 12 kỳ"], DocNumber: "5/BC", Abstract: "Báo cáo (TỐI MẬT)"})
	wants(t, err, thidua.Invalid, file.CodeSecret)
	_, err = y.AddEvidence(bg, head, thidua.Evidence{Target: y.targets["Giao ban 12 kỳ"], DocNumber: "5/BC", Page: "3 (MẬT)"})
	wants(t, err, thidua.Invalid, file.CodeSecret)
	_, err = y.KeepFile(bg, head, "tep", "Bao cao TOI MAT.txt", strings.NewReader("nội dung"))
	wants(t, err, thidua.Invalid, file.CodeSecret)
	_, err = y.AddEvidence(bg, head, thidua.Evidence{Target: y.targets["Giao ban 12 kỳ"], IssuedOn: "2025-02-01"})
	wants(t, err, thidua.Invalid, thidua.CodeEvidenceEmpty)
	wants(t, err, thidua.Invalid, thidua.CodeFutureDay)
}

func TestFilesOfEvidenceAreOpenedByThoseWhoMaySeeThem(t *testing.T) {
	y := openYear(t)
	head := y.Actor("Lý Văn Dũng")
	ref, err := y.KeepFile(bg, head, "tep", "ket-qua.txt", strings.NewReader("Kết quả giao ban"))
	if err != nil {
		t.Fatal(err)
	}
	e, err := y.AddEvidence(bg, head, thidua.Evidence{Target: y.targets["Giao ban 12 kỳ"], File: ref})
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []string{"Lý Văn Dũng", "Phạm Mai Anh", "Nguyễn Thị Thu Hà", "Trần Mạnh Khôi", "Sùng Thị Mai"} {
		_, f, err := y.OpenEvidence(bg, y.Actor(who), e.ID, "")
		if err != nil {
			t.Errorf("%s opens it: %v", who, err)
			continue
		}
		text, err := io.ReadAll(f)
		if err != nil || string(text) != "Kết quả giao ban" || f.Close() != nil {
			t.Errorf("%s reads %q, %v", who, text, err)
		}
	}
	_, _, err = y.OpenEvidence(bg, y.Actor("Vũ Quang Sơn"), e.ID, "")
	wants(t, err, thidua.NotFound, store.CodeNotFound)
}

func TestWhatAPersonDidIsNotShownToColleagues(t *testing.T) {
	y := openYear(t)
	mine, err := y.Mine(bg, y.Actor("Phạm Mai Anh"), y.round)
	if err != nil || len(mine.Targets) == 0 {
		t.Fatalf("own targets: %v %v", mine.Targets, err)
	}
	e, err := y.AddEvidence(bg, y.Actor("Phạm Mai Anh"), thidua.Evidence{Target: mine.Targets[0].ID, DocNumber: "03/TM-NV2 (mẫu)", Abstract: "Thuyết minh", IssuedOn: "2024-12-20"})
	if err != nil {
		t.Fatal(err)
	}
	for who, want := range map[string]bool{"Phạm Mai Anh": true, "Lý Văn Dũng": true, "Nguyễn Thị Thu Hà": true, "Sùng Thị Mai": true, "Giàng A Páo": false, "Vũ Quang Sơn": false} {
		_, err := y.Target(bg, y.Actor(who), mine.Targets[0].ID)
		if (err == nil) != want {
			t.Errorf("%s opens the target: %v", who, err)
		}
		if _, err = y.Evidence(bg, y.Actor(who), e.ID); (err == nil) != want {
			t.Errorf("%s opens the evidence: %v", who, err)
		}
	}
}

func TestAPersonSeesTheOwnYear(t *testing.T) {
	y := openYear(t)
	y.report("Phạm Mai Anh", "Hồ sơ trên mạng", "2024-12-30", 95_00)
	office := y.Actor("Nguyễn Thị Thu Hà")
	err := y.SaveEvaluation(bg, office, thidua.EvaluationResult{Person: y.People["Phạm Mai Anh"].ID, Year: 2024, Class: thidua.ClassGood, Decision: "…/QĐ-TT (mẫu)", On: "2024-12-31"})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, y.SaveEvaluation(bg, office, thidua.EvaluationResult{Person: office.Person, Year: 2024, Class: thidua.ClassGood, Decision: "1"}), thidua.Forbidden, app.CodeOwnCase)
	author := y.Actor("Phạm Mai Anh")
	i, err := y.SaveInitiative(bg, author, thidua.Initiative{Round: y.round, Unit: author.Unit, Person: author.Person, Name: "Mẫu hóa 12 văn bản"})
	if err != nil {
		t.Fatal(err)
	}
	i.Recognised, i.Decision, i.On = true, "9/QĐ-TT", "2024-11-12"
	_, err = y.SaveInitiative(bg, author, i)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	i.Person = y.Actor("Giàng A Páo").Person
	i.Recognised = false
	_, err = y.SaveInitiative(bg, y.Actor("Giàng A Páo"), i)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	m, err := y.Mine(bg, author, y.round)
	if err != nil || len(m.Targets) != 1 || m.Targets[0].State != thidua.TargetReached || len(m.Initiatives) != 1 {
		t.Fatalf("own year %+v, %v", m, err)
	}
	if m.Findings[0].Verdict != thidua.VerdictConsider || m.Findings[0].Code != thidua.FindInitiativeDue {
		t.Errorf("the first standard: %+v", m.Findings[0].Finding)
	}
}
