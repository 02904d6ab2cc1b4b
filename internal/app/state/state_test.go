package state_test

import (
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/backup"
	"thidua/internal/app/state"
	files "thidua/internal/backup"
	"thidua/internal/file"
	"thidua/internal/testkit"
)

func TestTheStateTellsOfTheLastBackup(t *testing.T) {
	season := testkit.OpenSeason(t)
	kept, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	core := app.New(season.DB, app.WithFiles(kept))
	admin := thidua.Actor{Tenant: season.Tenant, Account: "quantri", Name: "Đỗ Đức Đạt", Roles: []thidua.Role{thidua.RoleAdmin}}
	s, err := state.Read(t.Context(), core, admin)
	if err != nil || s.Backup != (state.Backup{}) {
		t.Fatalf("before any backup %+v, %v", s.Backup, err)
	}
	for _, name := range []string{"truoc.zip", "sau.zip"} {
		if _, err := backup.Make(t.Context(), files.Source{DB: season.DB, Dir: t.TempDir()}, admin, filepath.Join(t.TempDir(), name), func(files.Progress) {}); err != nil {
			t.Fatal(err)
		}
	}
	s, err = state.Read(t.Context(), core, admin)
	if err != nil || s.Backup.File != "sau.zip" || s.Backup.By != admin.Name || s.Backup.At.IsZero() {
		t.Errorf("the last backup is told as %+v, %v", s.Backup, err)
	}
}
