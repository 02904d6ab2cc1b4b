package app_test

import (
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestDocumentIsMendedAndWithdrawn corrects a document and takes it out of the list: Văn phòng alone, the second to save is told, one event each.
func TestDocumentIsMendedAndWithdrawn(t *testing.T) {
	o := openPlanDesk(t)
	ha, movement := o.Actor(clerk), o.Movement.ID
	d := thidua.MovementDocument{Movement: movement, Kind: "Công văn", Number: "12/SNV-TĐKT", Date: "2025-01-10", Issuer: "Sở Nội vụ"}
	if err := o.AddMovementDocument(bg, ha, d); err != nil {
		t.Fatal(err)
	}
	d = o.documents(movement)[0]
	if d.Version != 1 {
		t.Fatalf("a new document has version %d", d.Version)
	}
	mended := d
	mended.Number, mended.Date, mended.Summary = "21/SNV-TĐKT", "2025-01-09", "Hướng dẫn đăng ký"
	_, err := o.MendMovementDocument(bg, o.Actor("Lý Văn Dũng"), mended)
	wants(t, err, thidua.Forbidden, app.CodeNoRight)
	_, err = o.MendMovementDocument(bg, testkit.FillSeason(t, o.DB, "co-quan-khac").Actor(clerk), mended)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	blank := mended
	blank.Number = ""
	_, err = o.MendMovementDocument(bg, ha, blank)
	wants(t, err, thidua.Invalid, thidua.CodeDocumentNumber)
	if _, err := o.MendMovementDocument(bg, ha, mended); err != nil {
		t.Fatal(err)
	}
	_, err = o.MendMovementDocument(bg, ha, mended)
	wants(t, err, thidua.Conflict, store.CodeStale)
	now := o.documents(movement)[0]
	if now.Number != mended.Number || now.Date != mended.Date || now.Summary != mended.Summary || now.Version != 2 {
		t.Errorf("mended: %+v", now)
	}
	_, err = o.WithdrawMovementDocument(bg, ha, d.ID, 2, "  ")
	wants(t, err, thidua.Invalid, thidua.CodeReasonMissing)
	_, err = o.WithdrawMovementDocument(bg, ha, d.ID, 1, "tải nhầm")
	wants(t, err, thidua.Conflict, store.CodeStale)
	if _, err := o.WithdrawMovementDocument(bg, ha, d.ID, 2, "tải nhầm"); err != nil {
		t.Fatal(err)
	}
	if now = o.documents(movement)[0]; now.Withdrawn != "tải nhầm" || now.Number != mended.Number {
		t.Errorf("withdrawn: %+v", now)
	}
	_, err = o.DocumentOf(bg, ha, d.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	var verbs []string
	for _, e := range o.events("movement:" + movement) {
		verbs = append(verbs, e.Verb)
	}
	slices.Sort(verbs)
	if got := strings.Join(verbs, " "); got != "rut-van-ban sua-van-ban them-van-ban" {
		t.Errorf("events %q", got)
	}
}

// TestDocumentOfAPlanGoesOverToTheMovement attaches the decision that an open item refers to: before the movement is made Văn phòng alone
// sees it, afterwards it stands among the documents of the movement.
func TestDocumentOfAPlanGoesOverToTheMovement(t *testing.T) {
	o := openPlanDesk(t)
	ha := o.Actor(clerk)
	p, err := o.upload("ke-hoach.txt", realPlan(t))
	if err != nil {
		t.Fatal(err)
	}
	scan, err := o.KeepFile(bg, ha, "file", "qd33.pdf", strings.NewReader("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := thidua.MovementDocument{Plan: p.ID, Kind: "Quyết định", Number: "33/2021/QĐ-UBND", Date: "2021-06-28", Issuer: "UBND tỉnh Lào Cai", File: scan}
	wants(t, o.AddMovementDocument(bg, testkit.FillSeason(t, o.DB, "co-quan-khac").Actor(clerk), d), thidua.NotFound, store.CodeNotFound)
	if err := o.AddMovementDocument(bg, ha, d); err != nil {
		t.Fatal(err)
	}
	v, err := o.Plan(bg, ha, p.ID)
	if err != nil || len(v.Documents) != 1 || !v.Documents[0].Is("33/2021/qđ-ubnd ") || v.Documents[0].Is("34/2021/QĐ-UBND") {
		t.Fatalf("documents of the plan: %+v, %v", v.Documents, err)
	}
	id := v.Documents[0].ID
	_, _, err = o.OpenMovementDocument(bg, o.Actor("Lý Văn Dũng"), id)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	m, err := o.ApplyPlan(bg, ha, p.ID, v.Source.Version)
	if err != nil {
		t.Fatal(err)
	}
	if all := o.documents(m.ID); len(all) != 1 || all[0].ID != id || all[0].File.Hash != scan.Hash {
		t.Errorf("documents of the movement: %+v", all)
	}
	if all := o.documents(o.Movement.ID); len(all) != 0 {
		t.Errorf("another movement has %+v", all)
	}
	_, f, err := o.OpenMovementDocument(bg, o.Actor("Lý Văn Dũng"), id)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	wants(t, o.AddMovementDocument(bg, ha, d), thidua.Conflict, thidua.CodeWrongState)
}

func (o *office) documents(movement string) []thidua.MovementDocument {
	o.t.Helper()
	v, err := o.MovementOf(bg, o.Actor(clerk), movement, 0)
	if err != nil {
		o.t.Fatal(err)
	}
	return v.Documents
}
