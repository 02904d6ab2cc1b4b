package backup_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/app/backup"
	files "thidua/internal/backup"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var admin = thidua.Actor{Tenant: "thanh-tra", Account: "quantri", Name: "Quản trị", Roles: []thidua.Role{thidua.RoleAdmin}}

// ended waits for the work under way.
func ended(t *testing.T, d *backup.Desk) backup.Work {
	t.Helper()
	d.Wait()
	w, err := d.Work(admin)
	if err != nil || w.Running {
		t.Fatalf("the work stands at %+v, %v", w, err)
	}
	return w
}

func TestDeskMakesAndChecks(t *testing.T) {
	season := testkit.OpenSeason(t)
	folder := filepath.Join(t.TempDir(), "sao-luu")
	d := backup.NewDesk(files.Source{DB: season.DB, Dir: t.TempDir()}, folder)
	defer d.Close()
	if err := d.Make(admin, "/khong-co-trong-danh-sach"); thidua.KindOf(err) != thidua.Invalid {
		t.Errorf("a place of somebody's own choice: %v", err)
	}
	if err := d.Make(admin, folder); err != nil {
		t.Fatal(err)
	}
	if w := ended(t, d); w.Err != nil || w.Done.Done == 0 {
		t.Fatalf("the work ended as %+v", w)
	}
	kept, err := d.Kept(admin)
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d backups are kept, %v", len(kept), err)
	}
	if err := d.Check(admin, folder, kept[0].Name); err != nil {
		t.Fatal(err)
	}
	if w := ended(t, d); w.Err != nil || w.Kind != backup.Checking {
		t.Errorf("the check ended as %+v", w)
	}
	path := filepath.Join(folder, kept[0].Name)
	content, err := os.ReadFile(path)
	content[len(content)/2] ^= 1
	if err := errors.Join(err, os.WriteFile(path, content, 0o600), d.Check(admin, folder, kept[0].Name)); err != nil {
		t.Fatal(err)
	}
	if w := ended(t, d); w.Err == nil {
		t.Error("a changed backup was found whole")
	}
	if err := d.Check(admin, folder, "../"+kept[0].Name); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("a file that is not in the list: %v", err)
	}
	logged := 0
	err = season.DB.Read(t.Context(), season.Tenant, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(thidua.BackupMade)})
		logged = len(all)
		return err
	})
	if err != nil || logged != 1 {
		t.Errorf("the log tells of %d backups, %v", logged, err)
	}
}

func TestDeskIsForAdministratorsAlone(t *testing.T) {
	d := backup.NewDesk(files.Source{DB: testkit.OpenSeason(t).DB, Dir: t.TempDir()}, t.TempDir())
	office := thidua.Actor{Tenant: "thanh-tra", Account: "vp", Roles: []thidua.Role{thidua.RoleOffice, thidua.RoleLeader}}
	_, kept := d.Kept(office)
	_, work := d.Work(office)
	for name, err := range map[string]error{"list": kept, "work": work, "make": d.Make(office, ""), "check": d.Check(office, "", ""), "stop": d.Stop(office)} {
		if thidua.KindOf(err) != thidua.Forbidden {
			t.Errorf("%s: %v", name, err)
		}
	}
}
