package store_test

import (
	"reflect"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestATitleOfTheYearComesBackAsItWasSaved(t *testing.T) {
	s := testkit.OpenSeason(t)
	round, who := s.Rounds[2025].ID, s.Subject("Phạm Mai Anh")
	for name, way := range map[string][]thidua.AnnualTitle{
		"none":         {""},
		"chosen first": {thidua.AdvancedWorker},
		"raised":       {thidua.AdvancedWorker, thidua.GrassrootsFighter},
		"given up":     {thidua.GrassrootsFighter, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := thidua.Registration{ID: store.NewID(), Round: round, Subject: who, State: thidua.RegistrationDraft, Annual: way[0], SavedAt: testkit.Today}
			must(t, s.DB.Write(ctx, act(s.Tenant, "save"), func(tx *store.Tx) error { return tx.InsertRegistration(r) }))
			for _, title := range way {
				must(t, s.DB.Write(ctx, act(s.Tenant, "save"), func(tx *store.Tx) error {
					now, err := tx.RegistrationOf(round, who, "2025-01-14")
					if err != nil {
						return err
					}
					now.Annual = title
					return tx.UpdateRegistration(now)
				}))
				must(t, s.DB.Read(ctx, s.Tenant, func(tx *store.Tx) error {
					one, err := tx.Registration(r.ID, "2025-01-14")
					if err != nil || one.Annual != title {
						t.Errorf("one: %q, %v; want %q", one.Annual, err, title)
					}
					all, err := tx.Registrations(store.RegistrationFilter{Round: round}, "2025-01-14", store.Page{})
					if err != nil || len(all) != 1 || all[0].Annual != title {
						t.Errorf("in the list: %+v, %v; want %q", all, err, title)
					}
					return nil
				}))
			}
			must(t, s.DB.Write(ctx, act(s.Tenant, "drop"), func(tx *store.Tx) error {
				return store.Exec(tx, `DELETE FROM registration WHERE tenant_id = $1 AND id = $2`, s.Tenant, r.ID)
			}))
		})
	}
}

func TestDocumentsOfAMovementComeBackByTheirDay(t *testing.T) {
	db := testkit.Open(t)
	s, other := testkit.FillSeason(t, db, "thanh-tra"), testkit.FillSeason(t, db, "so-khac")
	document := func(of *testkit.Season, day thidua.Date, file string) thidua.MovementDocument {
		return thidua.MovementDocument{ID: store.NewID(), Movement: of.Movement.ID, Kind: "Hướng dẫn", Number: "34/HD-SNV", Date: day, Issuer: "Sở Nội vụ",
			Summary: "Hướng dẫn xét khen thưởng", ByName: "Nguyễn Thị Thu Hà", Version: 1, File: thidua.FileRef{Hash: file, Name: file + ".pdf", Type: "application/pdf", Size: 4321}}
	}
	late, early, foreign := document(s, "2025-03-01", "muon"), document(s, "2024-11-05", "som"), document(other, "2025-01-01", "khac")
	for _, d := range []thidua.MovementDocument{late, early} {
		must(t, db.Write(ctx, act(s.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertMovementDocument(d) }))
	}
	must(t, db.Write(ctx, act(other.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertMovementDocument(foreign) }))
	must(t, db.Read(ctx, s.Tenant, func(tx *store.Tx) error {
		all, err := tx.MovementDocuments(s.Movement.ID)
		if err != nil || !reflect.DeepEqual(all, []thidua.MovementDocument{early, late}) {
			t.Errorf("%+v, %v; want %+v", all, err, []thidua.MovementDocument{early, late})
		}
		one, err := tx.MovementDocument(late.ID)
		if err != nil || one != late {
			t.Errorf("%+v, %v; want %+v", one, err, late)
		}
		_, err = tx.MovementDocument(foreign.ID)
		refusal(t, err, thidua.NotFound, store.CodeNotFound)
		theirs, err := tx.MovementDocuments(other.Movement.ID)
		if err != nil || len(theirs) != 0 {
			t.Errorf("documents of another agency: %+v, %v", theirs, err)
		}
		return nil
	}))
	for tenant, want := range map[string]bool{s.Tenant: true, other.Tenant: false} {
		must(t, db.Read(ctx, tenant, func(tx *store.Tx) error {
			used, err := tx.FileUsed("muon")
			if used != want {
				t.Errorf("the file is in use for %s: %v", tenant, used)
			}
			return err
		}))
	}
	lost := document(s, "2025-01-01", "mat")
	lost.Movement = other.Movement.ID
	err := db.Write(ctx, act(s.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertMovementDocument(lost) })
	refusal(t, err, thidua.Conflict, store.CodeTied)
}

func TestDocumentIsCorrectedOnceAndGoesOverToItsMovement(t *testing.T) {
	db := testkit.Open(t)
	s, other := testkit.FillSeason(t, db, "thanh-tra"), testkit.FillSeason(t, db, "so-khac")
	d := thidua.MovementDocument{ID: store.NewID(), Plan: store.NewID(), Kind: "Quyết định", Number: "33/2021/QĐ-UBND", Date: "2021-06-28", Issuer: "UBND tỉnh"}
	must(t, db.Write(ctx, act(s.Tenant, "add"), func(tx *store.Tx) error { return tx.InsertMovementDocument(d) }))
	d.Version = 1
	refusal(t, db.Write(ctx, act(other.Tenant, "mend"), func(tx *store.Tx) error { return tx.UpdateMovementDocument(d) }), thidua.Conflict, store.CodeStale)
	must(t, db.Write(ctx, act(other.Tenant, "give"), func(tx *store.Tx) error { return tx.GiveDocuments(d.Plan, other.Movement.ID) }))
	d.Kind, d.Number, d.Date, d.Issuer, d.Summary, d.Withdrawn = "Hướng dẫn", "956/SNV-TĐKT", "2021-07-30", "Sở Nội vụ", "Hướng dẫn phong trào", "tải nhầm"
	d.File = thidua.FileRef{Hash: "moi", Name: "moi.pdf", Type: "application/pdf", Size: 12}
	must(t, db.Write(ctx, act(s.Tenant, "mend"), func(tx *store.Tx) error { return tx.UpdateMovementDocument(d) }))
	refusal(t, db.Write(ctx, act(s.Tenant, "mend"), func(tx *store.Tx) error { return tx.UpdateMovementDocument(d) }), thidua.Conflict, store.CodeStale)
	d.Version = 2
	must(t, db.Read(ctx, s.Tenant, func(tx *store.Tx) error {
		all, err := tx.PlanDocuments(d.Plan)
		if err != nil || !reflect.DeepEqual(all, []thidua.MovementDocument{d}) {
			t.Errorf("%+v, %v; want %+v", all, err, d)
		}
		return nil
	}))
	d.Movement = s.Movement.ID
	must(t, db.Write(ctx, act(s.Tenant, "give"), func(tx *store.Tx) error { return tx.GiveDocuments(d.Plan, d.Movement) }))
	must(t, db.Read(ctx, s.Tenant, func(tx *store.Tx) error {
		all, err := tx.MovementDocuments(d.Movement)
		if err != nil || !reflect.DeepEqual(all, []thidua.MovementDocument{d}) {
			t.Errorf("%+v, %v; want %+v", all, err, d)
		}
		return nil
	}))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
