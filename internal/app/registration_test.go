package app_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// office is a season with accounts, its program and the verbs that tests repeat.
type office struct {
	*testkit.Season
	*app.App
	t *testing.T
}

var bg = context.Background()

func openOffice(t *testing.T) *office {
	s := testkit.OpenSeason(t)
	s.OpenAccounts(t)
	return &office{s, app.New(s.DB), t}
}

func (o *office) unit(code string, targets []thidua.Target) thidua.Registration {
	return thidua.Registration{Round: o.Rounds[2025].ID, Subject: thidua.Subject{Kind: thidua.Collective, Unit: o.Units[code].ID},
		Award: o.Definition.Awards[0].ID, Targets: targets}
}

func (o *office) person(name string, targets ...thidua.Target) thidua.Registration {
	return thidua.Registration{Round: o.Rounds[2025].ID, Subject: thidua.Subject{Kind: thidua.Individual, Person: o.People[name].ID}, Targets: targets}
}

func (o *office) line(content string) thidua.Target {
	return thidua.Target{Criterion: o.Definition.Heads()[1].ID, Content: content, Value: thidua.NoValue}
}

func (o *office) save(who string, r thidua.Registration) thidua.Registration {
	o.t.Helper()
	kept, err := o.SaveRegistration(bg, o.Actor(who), r)
	if err != nil {
		o.t.Fatalf("%s saves %s: %v", who, r.Subject.Name, err)
	}
	return kept
}

func (o *office) move(who string, r thidua.Registration, do thidua.Action, reason string) thidua.Registration {
	o.t.Helper()
	moved, err := o.MoveRegistration(bg, o.Actor(who), r.ID, do, app.Move{Version: r.Version, Reason: reason})
	if err != nil {
		o.t.Fatalf("%s does %s: %v", who, do, err)
	}
	return moved
}

func wants(t *testing.T, err error, kind thidua.Kind, code thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind || (e.Code != code && !hasFault(e, code)) {
		t.Errorf("refusal %v, want kind %v with %s", err, kind, code)
	}
}

func hasFault(e *thidua.Error, code thidua.Code) bool {
	for _, f := range e.Faults {
		if f.Code == code {
			return true
		}
	}
	return false
}

func TestUnitRegistersAndIsReviewed(t *testing.T) {
	o := openOffice(t)
	r := o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets()))
	r = o.move("Lý Văn Dũng", r, thidua.Send, "")
	if r.Late || r.SentAt.IsZero() {
		t.Errorf("sent on 14/01, internal day 17/01: late %v, sent %v", r.Late, r.SentAt)
	}
	ha := o.Actor("Nguyễn Thị Thu Hà")
	index := o.Definition.Heads()[2].ID
	r, err := o.MoveRegistration(bg, ha, r.ID, thidua.AskMore, app.Move{Version: r.Version, Reason: "ghi chỉ số thành phần",
		Remarks: map[string]string{index: "Đề nghị ghi rõ chỉ số thành phần."}})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.AddNote(bg, o.Actor("Lý Văn Dũng"), r.ID, index, "Phòng phụ trách 3 chỉ số thành phần."); err != nil {
		t.Fatal(err)
	}
	r = o.move("Lý Văn Dũng", r, thidua.Send, "")
	r = o.move("Nguyễn Thị Thu Hà", r, thidua.Review, "")
	v, err := o.Registration(bg, ha, r.ID)
	if err != nil {
		t.Fatal(err)
	}
	if v.Registration.State != thidua.RegistrationReviewed || len(v.Registration.Targets) != 8 || v.Registration.Covered(v.Definition) != 5 || v.Head.Name != "Lý Văn Dũng" {
		t.Errorf("after the review: %+v", v.Registration)
	}
	if len(v.Notes) != 3 || !v.Notes[0].FromOffice || v.Notes[1].Criterion != index || v.Notes[2].FromOffice {
		t.Errorf("exchange: %+v", v.Notes)
	}
	var verbs []string
	for _, e := range v.History {
		verbs = append(verbs, e.Verb)
	}
	if len(verbs) != 5 || verbs[0] != string(thidua.Draft) || verbs[2] != string(thidua.AskMore) || v.History[2].Reason != "ghi chỉ số thành phần" {
		t.Errorf("history %v", verbs)
	}
}

func TestRegistrationRefusals(t *testing.T) {
	o := openOffice(t)
	_, err := o.SaveRegistration(bg, o.Actor("Trần Thị Hạnh"), o.unit("NV2", o.EightTargets()))
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	other := testkit.FillSeason(t, o.DB, "co-quan-khac")
	_, err = o.SaveRegistration(bg, other.Actor("Lý Văn Dũng"), o.unit("NV2", o.EightTargets()))
	wants(t, err, thidua.NotFound, store.CodeNotFound)

	half := o.EightTargets()
	half[1].Value, half[2].Due = thidua.NoValue, "2026-01-01"
	r := o.save("Lý Văn Dũng", o.unit("NV2", half))
	_, err = o.MoveRegistration(bg, o.Actor("Lý Văn Dũng"), r.ID, thidua.Send, app.Move{Version: r.Version})
	wants(t, err, thidua.Invalid, thidua.CodeValueMissing)
	wants(t, err, thidua.Invalid, thidua.CodeDueOutside)

	r.Targets = o.EightTargets()
	again := o.save("Lý Văn Dũng", r)
	_, err = o.SaveRegistration(bg, o.Actor("Lý Văn Dũng"), r)
	wants(t, err, thidua.Conflict, store.CodeStale)
	_, err = o.SaveRegistration(bg, o.Actor("Lý Văn Dũng"), o.unit("NV2", nil))
	wants(t, err, thidua.Conflict, store.CodeStale)
	_, err = o.MoveRegistration(bg, o.Actor("Phạm Mai Anh"), again.ID, thidua.Review, app.Move{Version: again.Version})
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	_, err = o.MoveRegistration(bg, o.Actor("Trần Mạnh Khôi"), again.ID, thidua.ApproveList, app.Move{Version: again.Version})
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	again = o.move("Lý Văn Dũng", again, thidua.Send, "")
	_, err = o.MoveRegistration(bg, o.Actor("Nguyễn Thị Thu Hà"), again.ID, thidua.AskMore, app.Move{Version: again.Version})
	wants(t, err, thidua.Invalid, thidua.CodeReasonMissing)
	_, err = o.MoveRegistration(bg, other.Actor("Nguyễn Thị Thu Hà"), again.ID, thidua.Review, app.Move{Version: again.Version})
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	wants(t, o.AddNote(bg, o.Actor("Sùng Thị Mai"), again.ID, "", "Ý kiến của kiểm tra"), thidua.Forbidden, app.CodeNoRight)
	if v, err := o.Registration(bg, o.Actor("Sùng Thị Mai"), again.ID); err != nil || v.MaySpeak || v.MayDraft {
		t.Errorf("inspection reads: %v, speaks %v, drafts %v", err, v.MaySpeak, v.MayDraft)
	}
	_, err = o.Registration(bg, o.Actor("Trần Thị Hạnh"), again.ID)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
}

func TestPersonFollowsTheUnit(t *testing.T) {
	o := openOffice(t)
	above := o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets())).Targets
	lines := thidua.Followed(above, o.Definition)
	if len(lines) != 3 || lines[0].Value != 100_00 || lines[2].Value != thidua.NoValue {
		t.Fatalf("lines that follow: %+v", lines)
	}
	mine := o.person("Phạm Mai Anh", lines...)
	mine.FollowUnit, mine.Annual = true, thidua.AdvancedWorker
	r := o.save("Phạm Mai Anh", mine)
	if r.Targets[0].From != above[2].ID || r.EnteredFor {
		t.Errorf("first line %+v", r.Targets[0])
	}
	r = o.move("Phạm Mai Anh", r, thidua.Send, "")
	_, err := o.MoveRegistration(bg, o.Actor("Bùi Đức Long"), r.ID, thidua.HeadApprove, app.Move{Version: r.Version})
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	r = o.move("Lý Văn Dũng", r, thidua.HeadApprove, "")
	o.move("Nguyễn Thị Thu Hà", r, thidua.Review, "")

	_, err = o.SaveRegistration(bg, o.Actor("Phạm Mai Anh"), o.person("Giàng A Páo", o.line("Viết 1 tin, bài")))
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	_, err = o.SaveRegistration(bg, o.Actor("Giàng A Páo"), o.person("Giàng A Páo", o.line("a"), o.line("b"), o.line("c"), o.line("d")))
	wants(t, err, thidua.Invalid, thidua.CodeTooManyLines)
}

// TestAnnualTitleIsKept keeps the title of the year with a person's registration, in the log, on the sheet and in the lists; a unit has none.
func TestAnnualTitleIsKept(t *testing.T) {
	o := openOffice(t)
	r := o.person("Phạm Mai Anh", o.line("Hoàn thành 100% báo cáo đúng hạn"))
	r.Annual = thidua.AdvancedWorker
	r = o.save("Phạm Mai Anh", r)
	r.Annual = thidua.GrassrootsFighter
	r = o.save("Phạm Mai Anh", r)
	if v, err := o.Registration(bg, o.Actor("Phạm Mai Anh"), r.ID); err != nil || v.Registration.Annual != thidua.GrassrootsFighter {
		t.Errorf("kept %q, %v", v.Registration.Annual, err)
	}
	var log []store.EventRow
	if err := o.DB.Read(bg, o.Actor("Phạm Mai Anh").Tenant, func(tx *store.Tx) (err error) {
		log, err = tx.Events(store.EventFilter{Object: "registration:" + r.ID})
		return err
	}); err != nil || len(log) != 2 {
		t.Fatalf("%d events, %v", len(log), err)
	}
	for i, e := range log {
		before, after := []thidua.AnnualTitle{thidua.AdvancedWorker, ""}[i], []thidua.AnnualTitle{thidua.GrassrootsFighter, thidua.AdvancedWorker}[i]
		if !strings.Contains(e.Detail.Before, string(before)) || !strings.Contains(e.Detail.After, string(after)) {
			t.Errorf("event %d goes from %s to %s", i, e.Detail.Before, e.Detail.After)
		}
	}
	r = o.move("Phạm Mai Anh", r, thidua.Send, "")
	sheet, err := o.RegistrationSheetPaper(bg, o.Actor("Phạm Mai Anh"), r.ID)
	if err != nil || !strings.Contains(sheet.Dump(), "Danh hiệu đăng ký năm 2025: \" \"Chiến sĩ thi đua cơ sở (") {
		t.Errorf("sheet: %v\n%s", err, sheet.Dump())
	}
	list, err := o.RegistrationListPaper(bg, o.Actor("Nguyễn Thị Thu Hà"), r.Round)
	if err != nil || !strings.Contains(list.Dump(), "Danh hiệu năm: Chiến sĩ thi đua cơ sở") {
		t.Errorf("list: %v\n%s", err, list.Dump())
	}
	table, err := o.RegistrationTable(bg, o.Actor("Nguyễn Thị Thu Hà"), r.Round, thidua.Individual)
	if err != nil || len(table.Rows) != 1 || len(table.Rows[0]) != len(table.Columns) || !slices.Contains(table.Rows[0], any("Chiến sĩ thi đua cơ sở")) {
		t.Errorf("workbook: %v %+v", err, table)
	}
	unit := o.unit("NV2", o.EightTargets())
	unit.Annual = thidua.AdvancedWorker
	if kept := o.save("Lý Văn Dũng", unit); kept.Annual != "" {
		t.Errorf("a unit has the title %q", kept.Annual)
	}
}

func TestNobodyApprovesHisOwn(t *testing.T) {
	o := openOffice(t)
	r := o.save("Trần Thị Hạnh", o.person("Trần Thị Hạnh", o.line("Hoàn thành 100% báo cáo đúng hạn")))
	r = o.move("Trần Thị Hạnh", r, thidua.Send, "")
	_, err := o.MoveRegistration(bg, o.Actor("Trần Thị Hạnh"), r.ID, thidua.HeadApprove, app.Move{Version: r.Version})
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	o.move("Đinh Thu Thảo", r, thidua.HeadApprove, "")

	own := o.save("Nguyễn Thị Thu Hà", o.person("Nguyễn Thị Thu Hà", o.line("Tổng hợp đăng ký đúng hạn")))
	own = o.move("Nguyễn Thị Thu Hà", own, thidua.Send, "")
	own = o.move("Hoàng Minh Tuấn", own, thidua.HeadApprove, "")
	_, err = o.MoveRegistration(bg, o.Actor("Nguyễn Thị Thu Hà"), own.ID, thidua.Review, app.Move{Version: own.Version})
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	o.move("Hoàng Minh Tuấn", own, thidua.Review, "")
}

func TestEnteredForSomebodyWithoutAccount(t *testing.T) {
	o := openOffice(t)
	_, err := o.SaveRegistration(bg, o.Actor("Lý Văn Dũng"), o.person("Phạm Mai Anh", o.line("Viết 1 tin, bài")))
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	r := o.save("Bùi Đức Long", o.person("Lê Văn Thanh", o.line("Giữ gìn tài sản công")))
	if !r.EnteredFor || r.Targets[0].Due != "2025-12-31" {
		t.Errorf("entered for: %+v", r)
	}
	_, err = o.MoveRegistration(bg, o.Actor("Bùi Đức Long"), r.ID, thidua.Send, app.Move{Version: r.Version})
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	if err := o.KeepSheet(bg, o.Actor("Bùi Đức Long"), r.ID, r.Version, thidua.FileRef{Hash: "h", Name: "phieu.pdf", Type: "application/pdf", Size: 9}); err != nil {
		t.Fatal(err)
	}
	r.Version++
	r = o.move("Bùi Đức Long", r, thidua.Send, "")
	v, err := o.PersonRegistration(bg, o.Actor("Bùi Đức Long"), r.Round, o.People["Lê Văn Thanh"].ID)
	if err != nil || v.History[0].ActingFor != "Lê Văn Thanh" || v.Registration.Sheet.Name != "phieu.pdf" {
		t.Errorf("history of nhập thay: %v %+v", err, v.History)
	}
}

func TestTargetsKeepTheirIds(t *testing.T) {
	o := openOffice(t)
	r := o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets()))
	first, second := r.Targets[0].ID, r.Targets[1].ID
	stolen := o.unit("NV4", o.EightTargets())
	stolen.Targets[0].ID = first
	if s := o.save("Bùi Đức Long", stolen); s.Targets[0].ID == first {
		t.Error("a line of another unit was taken over")
	}
	r.Targets = r.Targets[1:]
	r = o.save("Lý Văn Dũng", r)
	v, err := o.Registration(bg, o.Actor("Lý Văn Dũng"), r.ID)
	if err != nil || len(v.Registration.Targets) != 7 || v.Registration.Targets[0].ID != second {
		t.Errorf("after one line was taken out: %v %+v", err, v.Registration.Targets)
	}
}

// TestWithdrawnStartsAnew lets who withdrew begin anew while the year takes registrations: the words are still there, the sending is judged
// again and the signature is asked for again; nobody else may do it, and nobody once the year is closed.
func TestWithdrawnStartsAnew(t *testing.T) {
	o := openOffice(t)
	r := o.save("Bùi Đức Long", o.person("Lê Văn Thanh", o.line("Giữ gìn tài sản công")))
	if err := o.KeepSheet(bg, o.Actor("Bùi Đức Long"), r.ID, r.Version, scan); err != nil {
		t.Fatal(err)
	}
	r.Version++
	r = o.move("Bùi Đức Long", o.move("Bùi Đức Long", r, thidua.Send, ""), thidua.Withdraw, "ghi nhầm người")
	for _, other := range []string{"Lý Văn Dũng", "Nguyễn Thị Thu Hà", "Trần Mạnh Khôi"} {
		_, err := o.MoveRegistration(bg, o.Actor(other), r.ID, thidua.Restart, app.Move{Version: r.Version})
		wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	}
	r = o.move("Bùi Đức Long", r, thidua.Restart, "")
	if r.State != thidua.RegistrationDraft || !r.SentAt.IsZero() || r.Late || !r.Sheet.Missing() || len(r.Targets) != 1 || r.Targets[0].Content != "Giữ gìn tài sản công" {
		t.Errorf("begun anew: %+v", r)
	}
	_, err := o.MoveRegistration(bg, o.Actor("Bùi Đức Long"), r.ID, thidua.Send, app.Move{Version: r.Version})
	wants(t, err, thidua.Invalid, thidua.CodeMissing)

	unit := o.move("Lý Văn Dũng", o.move("Lý Văn Dũng", o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets())), thidua.Send, ""), thidua.Withdraw, "đổi nội dung")
	unit = o.move("Lý Văn Dũng", o.move("Lý Văn Dũng", unit, thidua.Restart, ""), thidua.Send, "")
	if v, err := o.Registration(bg, o.Actor("Lý Văn Dũng"), unit.ID); err != nil || v.Registration.State != thidua.RegistrationSent || len(v.History) != 5 || len(v.Registration.Targets) != 8 {
		t.Errorf("sent again: %v, %+v", err, v.Registration)
	}
	unit = o.move("Lý Văn Dũng", unit, thidua.Withdraw, "đổi nội dung")
	if err := o.MoveRound(bg, o.Actor("Nguyễn Thị Thu Hà"), unit.Round, thidua.CloseRegister, o.book().Round.Version, ""); err != nil {
		t.Fatal(err)
	}
	_, err = o.MoveRegistration(bg, o.Actor("Lý Văn Dũng"), unit.ID, thidua.Restart, app.Move{Version: unit.Version})
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
}

// TestTheLevelAboveNeedsNoAccount lets Văn phòng record, with the reason, that the level above agreed to a head's own registration where
// nobody who could approve it signs in; never where somebody does, and never for its own.
func TestTheLevelAboveNeedsNoAccount(t *testing.T) {
	o := openOffice(t)
	ha := o.Actor("Nguyễn Thị Thu Hà")
	record := func(r thidua.Registration, reason string) (thidua.Registration, error) {
		return o.MoveRegistration(bg, ha, r.ID, thidua.RecordHeadOK, app.Move{Version: r.Version, Reason: reason})
	}
	r := o.move("Nguyễn Hải Yến", o.save("Nguyễn Hải Yến", o.person("Nguyễn Hải Yến", o.line("Hoàn thành 100% báo cáo đúng hạn"))), thidua.Send, "")
	_, err := record(r, "Chánh Thanh tra đồng ý ngày 14/01/2025")
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	act := &store.Act{Tenant: ha.Tenant, Actor: "account:quan-tri", Verb: string(thidua.RoleEnded), Object: "account:lanh-dao"}
	if err := o.DB.Write(bg, act, func(tx *store.Tx) error {
		all, err := tx.AllGrants()
		for _, g := range all {
			if g.Role == thidua.RoleLeader {
				err = errors.Join(err, tx.EndGrant(g.ID, "2025-01-13"))
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	_, err = record(r, " ")
	wants(t, err, thidua.Invalid, thidua.CodeReasonMissing)
	under := o.move("Phạm Mai Anh", o.save("Phạm Mai Anh", o.person("Phạm Mai Anh", o.line("Viết 1 tin, bài"))), thidua.Send, "")
	_, err = record(under, "đồng ý")
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	if r, err = record(r, "Chánh Thanh tra đồng ý ngày 14/01/2025"); err != nil || r.State != thidua.RegistrationHeadOK {
		t.Fatalf("recorded: %s, %v", r.State, err)
	}
	var log []store.EventRow
	if err := o.DB.Read(bg, ha.Tenant, func(tx *store.Tx) (err error) {
		log, err = tx.Events(store.EventFilter{Object: "registration:" + r.ID, Verb: string(thidua.RecordHeadOK)})
		return err
	}); err != nil || len(log) != 1 || log[0].ActingFor != "Chánh Thanh tra" {
		t.Errorf("the log: %v %+v", err, log)
	}
	o.move("Nguyễn Thị Thu Hà", r, thidua.Review, "")
}
