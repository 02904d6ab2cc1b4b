package app_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/file"
	"thidua/internal/plan/extract"
	"thidua/internal/plan/reader"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// openPlanDesk is an agency with a folder for files; its movement has another name than that of the plan that the tests upload.
func openPlanDesk(t *testing.T) *office {
	o := openOffice(t)
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := files.Close(); err != nil {
			t.Error(err)
		}
	})
	o.App = app.New(o.DB, app.WithFiles(files))
	return o
}

const clerk = "Nguyễn Thị Thu Hà"

func (o *office) upload(name, content string) (thidua.PlanSource, error) {
	return o.UploadPlan(bg, o.Actor(clerk), name, strings.NewReader(content))
}

// realPlan gives the plan under another name of movement, as the season has its own movement already.
func realPlan(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/lao-cai.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "“Cải cách hành chính trên địa bàn tỉnh Lào Cai”", "“Cải cách hành chính trên địa bàn tỉnh Lào Cai (mẫu)”")
}

func (o *office) plan(content string) app.PlanView {
	o.t.Helper()
	p, err := o.upload("ke-hoach.txt", content)
	if err != nil {
		o.t.Fatal(err)
	}
	v, err := o.Plan(bg, o.Actor(clerk), p.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return v
}

func (o *office) events(object string) []store.EventRow {
	o.t.Helper()
	var rows []store.EventRow
	err := o.DB.Read(bg, o.Tenant, func(tx *store.Tx) (err error) {
		rows, err = tx.Events(store.EventFilter{Object: object})
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return rows
}

func TestPlanBecomesMovement(t *testing.T) {
	o := openPlanDesk(t)
	v := o.plan(realPlan(t))
	if len(v.Open) != 3 || v.Twin.ID != "" || len(v.Draft.Items()) != 19 {
		t.Fatalf("read: %d open, twin %q, %d items", len(v.Open), v.Twin.ID, len(v.Draft.Items()))
	}
	ha := o.Actor(clerk)
	_, err := o.ConfirmPlan(bg, ha, v.Source.ID, v.Source.Version)
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	m, err := o.ApplyPlan(bg, ha, v.Source.ID, v.Source.Version)
	if err != nil {
		t.Fatal(err)
	}
	got, err := o.MovementOf(bg, ha, m.ID, 2021)
	if err != nil {
		t.Fatal(err)
	}
	d := got.Definition
	if len(d.Heads()) != 5 || len(d.Criteria) != 11 || len(d.StandardsFor(thidua.Collective)) != 6 || len(d.StandardsFor(thidua.Individual)) != 2 ||
		len(d.Deadlines) != 3 || len(d.Awards) != 1 || len(d.Parts) != 3 || len(d.Assignments) != 4 || len(d.Recipients) != 7 || len(d.Bases) != 2 ||
		len(d.Purposes) != 3 || len(d.Requirements) != 2 || len(d.Subjects) != 2 || len(d.Process) != 1 {
		t.Errorf("definition %+v", d)
	}
	if d.Top(d.Criteria[2].ID).Code != "TC2" || d.State != thidua.EditionInForce || d.OpenItems != 3 || m.State != thidua.MovementPlanned {
		t.Errorf("edition %+v of %+v", d.Edition, m)
	}
	if len(got.Rounds) != 5 || got.Round.RegistrationDue != "2021-08-30" || got.Rounds[3].RegistrationDue != "2024-02-01" || got.Rounds[3].RegistrationIncl ||
		got.Rounds[4].WorkEnds != "2025-12-31" || got.Round.State != thidua.RoundWaiting || got.Round.QuotaUnits != -1 || got.Round.DossierDue != "" {
		t.Errorf("rounds %+v", got.Rounds)
	}
	if len(got.Open) != 3 || got.Plan.ID != v.Source.ID {
		t.Errorf("open %+v of plan %q", got.Open, got.Plan.ID)
	}
	if rows := o.events("movement:" + m.ID); len(rows) != 1 || rows[0].Verb != string(thidua.CreateFromPlan) {
		t.Errorf("events %+v", rows)
	}
	_, err = o.ApplyPlan(bg, ha, v.Source.ID, v.Source.Version+1)
	wants(t, err, thidua.Conflict, thidua.CodeWrongState)
}

func TestPlanCompletedOnTheReviewIsConfirmed(t *testing.T) {
	o := openPlanDesk(t)
	v := o.plan(realPlan(t))
	ha := o.Actor(clerk)
	r := v.Review
	r.Definition.PlanNumber, r.Definition.PlanDate = "12", "2021-08-20"
	r.Definition.Deadlines[2].Day, r.Definition.Deadlines[2].NextYear, r.Definition.Deadlines[2].Inclusive = "02-15", true, true
	version, err := o.EditPlan(bg, ha, v.Source.ID, v.Source.Version, r)
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.EditPlan(bg, ha, v.Source.ID, v.Source.Version, r)
	wants(t, err, thidua.Conflict, store.CodeStale)
	_, err = o.ConfirmPlan(bg, ha, v.Source.ID, v.Source.Version)
	wants(t, err, thidua.Conflict, store.CodeStale)
	m, err := o.ConfirmPlan(bg, ha, v.Source.ID, version)
	if err != nil {
		t.Fatal(err)
	}
	got, err := o.MovementOf(bg, ha, m.ID, 2024)
	if err != nil || got.Definition.PlanNumber != "12/KH-TT" || got.Definition.From != "2021-08-20" || got.Round.DossierDue != "2025-02-15" || len(got.Open) != 0 {
		t.Errorf("%v: %+v, round %+v, open %+v", err, got.Definition.Edition, got.Round, got.Open)
	}
}

func TestPlanIsReadOnceAndMadeOnce(t *testing.T) {
	o := openPlanDesk(t)
	first, again := o.plan(realPlan(t)), o.plan(realPlan(t))
	if first.Source.ID != again.Source.ID {
		t.Error("the same file under review is kept twice")
	}
	if _, err := o.ApplyPlan(bg, o.Actor(clerk), first.Source.ID, 1); err != nil {
		t.Fatal(err)
	}
	twin := o.plan(realPlan(t) + "\n")
	if twin.Twin.From != 2021 || twin.Source.ID == first.Source.ID {
		t.Errorf("the second reading knows of %+v", twin.Twin)
	}
	_, err := o.ApplyPlan(bg, o.Actor(clerk), twin.Source.ID, 1)
	wants(t, err, thidua.Conflict, app.CodeMadeBefore)
	if err := o.DropPlan(bg, o.Actor(clerk), twin.Source.ID, 1); err != nil {
		t.Fatal(err)
	}
	_, err = o.EditPlan(bg, o.Actor(clerk), twin.Source.ID, 2, twin.Review)
	wants(t, err, thidua.Conflict, thidua.CodeWrongState)
}

func TestPlanUploadRefusals(t *testing.T) {
	o := openPlanDesk(t)
	docx, err := os.ReadFile("testdata/lao-cai.docx")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, content string
		code          thidua.Code
	}{
		{"ke-hoach.txt", "", extract.CodeEmpty},
		{"ke-hoach.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", extract.CodeNotDocument},
		{"ke-hoach.docx", string(docx[:len(docx)/2]), extract.CodeDamaged},
		{"quyet-dinh.txt", "Số: 5/QĐ-UBND (mẫu)\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch", reader.CodeOtherKind},
		{"ke-hoach.pdf", string(docx), file.CodeExtension},
	} {
		_, err := o.upload(c.name, c.content)
		wants(t, err, thidua.Invalid, c.code)
	}
	_, err = o.UploadPlan(bg, o.Actor(clerk), "lon.txt", io.LimitReader(endless{}, 200<<20))
	wants(t, err, thidua.TooLarge, extract.CodeTooLarge)
	_, err = o.UploadPlan(bg, o.Actor("Lý Văn Dũng"), "ke-hoach.docx", bytes.NewReader(docx))
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	if all, err := o.Plans(bg, o.Actor(clerk)); err != nil || len(all) != 0 {
		t.Errorf("after refusals: %v %+v", err, all)
	}
	p, err := o.UploadPlan(bg, o.Actor(clerk), "ke-hoach.docx", bytes.NewReader(docx))
	if err != nil {
		t.Fatal(err)
	}
	other := testkit.FillSeason(t, o.DB, "co-quan-khac")
	_, err = o.Plan(bg, other.Actor(clerk), p.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	_, _, err = o.OpenPlanFile(bg, o.Actor("Lý Văn Dũng"), p.ID)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	_, f, err := o.OpenPlanFile(bg, o.Actor(clerk), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := io.ReadAll(f)
	if closed := f.Close(); err != nil || closed != nil || !bytes.Equal(kept, docx) {
		t.Errorf("the file is not kept as it came: %v %v", err, closed)
	}
}

// endless gives letters without an end and without memory.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestWhatCannotBecomeAMovement(t *testing.T) {
	o := openPlanDesk(t)
	v := o.plan(realPlan(t))
	r := v.Review
	r.Movement.Name, r.Movement.To, r.Definition.Awards, r.Definition.PlanDate = " ", 2020, nil, "2030-01-01"
	r.Definition.Criteria[0].ForUnits, r.Definition.Criteria[0].ForPeople = false, false
	version, err := o.EditPlan(bg, o.Actor(clerk), v.Source.ID, 1, r)
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.ApplyPlan(bg, o.Actor(clerk), v.Source.ID, version)
	for _, code := range []thidua.Code{thidua.CodeMovementName, thidua.CodeMovementYears, thidua.CodeNoAward, thidua.CodePlanFuture, thidua.CodeNoSubject} {
		wants(t, err, thidua.Invalid, code)
	}
	_, err = o.ApplyPlan(bg, o.Actor("Trần Mạnh Khôi"), v.Source.ID, version)
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
}

func TestEditionIsCompletedLater(t *testing.T) {
	o := openPlanDesk(t)
	ha := o.Actor(clerk)
	v := o.plan(realPlan(t))
	m, err := o.ApplyPlan(bg, ha, v.Source.ID, 1)
	if err != nil {
		t.Fatal(err)
	}
	open, err := o.OpenItems(bg, ha)
	if err != nil || len(open) == 0 || open[0].Movement.ID != m.ID || len(open[0].Items) != 3 {
		t.Fatalf("%v: open %+v", err, open)
	}
	e := open[0].Edition
	s := app.Supplement{Edition: e.ID, Version: e.Version, PlanNumber: "12/KH-TT", PlanDate: "2021-08-20"}
	wants(t, o.SupplementEdition(bg, o.Actor("Lý Văn Dũng"), s), thidua.Forbidden, app.CodeNoRight)
	if err := o.SupplementEdition(bg, ha, s); err != nil {
		t.Fatal(err)
	}
	wants(t, o.SupplementEdition(bg, ha, s), thidua.Conflict, store.CodeStale)
	due := thidua.Deadline{ID: open[0].Items[2].ID, Day: "02-15", NextYear: true, Reference: "Điều 12, Quyết định số 33/2021/QĐ-UBND"}
	next := app.Supplement{Edition: e.ID, Version: e.Version + 1, Deadlines: []thidua.Deadline{due}}
	if err := o.SupplementEdition(bg, ha, next); err != nil {
		t.Fatal(err)
	}
	got, err := o.MovementOf(bg, ha, m.ID, 2023)
	if err != nil || len(got.Open) != 0 || got.Definition.OpenItems != 0 || got.Round.DossierDue != "2024-02-14" || got.Definition.From != "2021-08-20" {
		t.Errorf("%v: open %+v, edition %+v, round %+v", err, got.Open, got.Definition.Edition, got.Round)
	}
	if nobody, err := o.OpenItems(bg, o.Actor("Lý Văn Dũng")); err != nil || nobody != nil {
		t.Errorf("a head sees %v %+v", err, nobody)
	}
	if rows := o.events("edition:" + e.ID); len(rows) != 2 || rows[0].Verb != string(thidua.CompletePlan) {
		t.Errorf("events %+v", rows)
	}
}

func TestRoundIsSetAndMoved(t *testing.T) {
	o := openPlanDesk(t)
	ha := o.Actor(clerk)
	r := o.Rounds[2025]
	r.Version, r.InternalDue, r.QuotaUnits, r.ReachedFrom, r.OfficeReviewer = 1, "2025-01-20", -1, 80, o.Units["NV2"].ID
	wants(t, o.SaveRound(bg, o.Actor("Lý Văn Dũng"), r), thidua.Forbidden, app.CodeNoRight)
	if err := o.SaveRound(bg, ha, r); err != nil {
		t.Fatal(err)
	}
	wants(t, o.SaveRound(bg, ha, r), thidua.Conflict, store.CodeStale)
	bad := r
	bad.Version, bad.InternalDue, bad.ReachedFrom, bad.OfficeReviewer = 2, "2025-02-01", 0, o.Units["VP"].ID
	err := o.SaveRound(bg, ha, bad)
	for _, code := range []thidua.Code{thidua.CodeAfterDue, thidua.CodePercent, thidua.CodeOwnReviewer} {
		wants(t, err, thidua.Invalid, code)
	}
	ended := o.Rounds[2023]
	wants(t, o.SaveRound(bg, ha, ended), thidua.Conflict, app.CodeRoundEnded)

	if err := o.MoveRound(bg, ha, r.ID, thidua.CloseRegister, 2, ""); err != nil {
		t.Fatal(err)
	}
	wants(t, o.MoveRound(bg, ha, r.ID, thidua.OpenRegistration, 3, " "), thidua.Invalid, thidua.CodeReasonMissing)
	wants(t, o.MoveRound(bg, ha, r.ID, thidua.OpenRegistration, 2, "gia hạn"), thidua.Conflict, store.CodeStale)
	if err := o.MoveRound(bg, ha, r.ID, thidua.OpenRegistration, 3, "gia hạn theo công văn (mẫu)"); err != nil {
		t.Fatal(err)
	}
	wants(t, o.MoveRound(bg, o.Actor("Trần Mạnh Khôi"), r.ID, thidua.CloseRegister, 4, ""), thidua.Forbidden, thidua.CodeNotYours)
	got, err := o.MovementOf(bg, ha, o.Movement.ID, 2025)
	if err != nil || got.Round.State != thidua.RoundRegistering || got.Round.ReachedFrom != 80 || got.Round.LaunchedOn != thidua.DateOf(testkit.Today) {
		t.Errorf("%v: %+v", err, got.Round)
	}
	if rows := o.events("round:" + r.ID); len(rows) != 3 || rows[0].Detail.Reason != "gia hạn theo công văn (mẫu)" {
		t.Errorf("events %+v", rows)
	}
}

func TestNewMovementIsLaunchedBeforeItsYears(t *testing.T) {
	o := openPlanDesk(t)
	ha := o.Actor(clerk)
	m, err := o.ApplyPlan(bg, ha, o.plan(realPlan(t)).Source.ID, 1)
	if err != nil {
		t.Fatal(err)
	}
	v, err := o.MovementOf(bg, ha, m.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, o.MoveRound(bg, ha, v.Round.ID, thidua.OpenRegistration, 1, ""), thidua.Conflict, app.CodeRoundNotLaunched)
	if err := o.MoveMovement(bg, ha, m.ID, thidua.Launch, 1); err != nil {
		t.Fatal(err)
	}
	if err := o.MoveRound(bg, ha, v.Round.ID, thidua.OpenRegistration, 1, ""); err != nil {
		t.Fatal(err)
	}
	wants(t, o.MoveMovement(bg, ha, m.ID, thidua.Launch, 2), thidua.Conflict, thidua.CodeWrongState)
}

func TestMovementOfAYearUnderJudgement(t *testing.T) {
	o := openPlanDesk(t)
	v, err := o.MovementOf(bg, o.Actor("Vũ Quang Sơn"), o.Movement.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	if v.Round.Year != 2024 || len(v.Rounds) != 3 || v.Figures.Known || v.Figures.AllUnits != 6 || len(v.Lines) != 1 || v.Open != nil || len(v.RoundOffers) != 0 {
		t.Errorf("a head of a unit sees %d, lines %+v, offers %+v", v.Round.Year, v.Lines, v.RoundOffers)
	}
	r := o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets()))
	o.move("Lý Văn Dũng", r, thidua.Send, "")
	v, err = o.MovementOf(bg, o.Actor(clerk), o.Movement.ID, 2025)
	if err != nil || v.Figures.Units != 1 || v.Figures.Targets.All != 8 || len(v.Lines) != 6 || v.Figures.AllPeople < 10 {
		t.Errorf("%v: %+v", err, v.Figures)
	}
	_, err = o.MovementOf(bg, o.Actor(clerk), o.Movement.ID, 1999)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
}

// TestMovementDocuments adds documents to a movement: Văn phòng alone, each fault at its field, one event each.
func TestMovementDocuments(t *testing.T) {
	o := openPlanDesk(t)
	ha, movement := o.Actor(clerk), o.Movement.ID
	d := thidua.MovementDocument{Movement: movement, Kind: "Công văn", Number: "12/SNV-TĐKT", Date: "2025-01-10", Issuer: "Sở Nội vụ", Summary: "Hướng dẫn đăng ký"}
	wants(t, o.AddMovementDocument(bg, o.Actor("Lý Văn Dũng"), d), thidua.Forbidden, app.CodeNoRight)
	err := o.AddMovementDocument(bg, ha, thidua.MovementDocument{Movement: movement})
	for _, code := range []thidua.Code{thidua.CodeDocumentKind, thidua.CodeDocumentNumber, thidua.CodeDocumentDate, thidua.CodeDocumentIssuer} {
		wants(t, err, thidua.Invalid, code)
	}
	later := d
	later.Date = "2025-12-01"
	wants(t, o.AddMovementDocument(bg, ha, later), thidua.Invalid, thidua.CodePlanFuture)
	secret := d
	secret.Summary = "MẬT: danh sách"
	wants(t, o.AddMovementDocument(bg, ha, secret), thidua.Invalid, file.CodeSecret)
	if err := o.AddMovementDocument(bg, ha, d); err != nil {
		t.Fatal(err)
	}
	v, err := o.MovementOf(bg, o.Actor("Lý Văn Dũng"), movement, 2025)
	if err != nil || len(v.Documents) != 1 || v.Documents[0].Number != d.Number || v.Documents[0].ByName != clerk {
		t.Errorf("documents %+v, %v", v.Documents, err)
	}
	if rows := o.events("movement:" + movement); len(rows) != 1 || rows[0].Verb != string(thidua.AddDocument) {
		t.Errorf("events %+v", rows)
	}
	_, _, err = o.OpenMovementDocument(bg, ha, v.Documents[0].ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	other := testkit.FillSeason(t, o.DB, "co-quan-khac")
	_, _, err = o.OpenMovementDocument(bg, other.Actor(clerk), v.Documents[0].ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	paper, err := o.YearPaper(bg, o.Actor("Lý Văn Dũng"), movement, 2024)
	if text := paper.Dump(); err != nil || !strings.Contains(text, "KẾT QUẢ THỰC HIỆN") || strings.Count(text, `["Phòng Nghiệp vụ`) != 5 || !strings.Contains(text, `["TC1" `) {
		t.Errorf("the paper of a head: %v\n%s", err, text)
	}
}
