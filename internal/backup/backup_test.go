package backup_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/backup"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var ctx = context.Background()

func quiet(backup.Progress) {}

// house is an installation with a season, a kept file and the keys.
func house(t *testing.T) (backup.Source, string) {
	t.Helper()
	dir := t.TempDir()
	files, err := file.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	season := testkit.OpenSeason(t)
	kept, err := files.Put(ctx, season.Tenant, "bằng chứng.pdf", strings.NewReader("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := audit.LoadKey(dir); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(files.Close(), os.WriteFile(filepath.Join(dir, "files", "tmp", "do-dang"), []byte("x"), 0o600)); err != nil {
		t.Fatal(err)
	}
	return backup.Source{DB: season.DB, Dir: dir, Program: "thử"}, kept.Hash
}

func written(t *testing.T, s backup.Source) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sao-luu.zip")
	var last backup.Progress
	n, err := s.Write(ctx, path, func(p backup.Progress) { last = p })
	if err != nil {
		t.Fatal(err)
	}
	if last.Done != last.Total || last.Total != n.Size() || len(n.Agencies) != 1 {
		t.Errorf("progress ended at %+v of %d bytes, agencies %v", last, n.Size(), n.Agencies)
	}
	return path
}

func refused(t *testing.T, err error, code thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Code != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

func TestWhatIsRestoredIsWhatWasThere(t *testing.T) {
	s, hash := house(t)
	path := written(t, s)
	a, err := backup.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = a.Close() }()
	to := filepath.Join(t.TempDir(), "moi")
	if err := errors.Join(a.Check(ctx, quiet), a.Restore(ctx, to, nil, quiet)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"files/salt", "files/" + hash[:2] + "/" + hash, audit.KeyFile, audit.PublicFile} {
		was, err := os.ReadFile(filepath.Join(s.Dir, name))
		is, err2 := os.ReadFile(filepath.Join(to, name))
		if err := errors.Join(err, err2); err != nil || !bytes.Equal(was, is) {
			t.Errorf("%s: %v, %d bytes of %d", name, err, len(is), len(was))
		}
	}
	if _, err := os.Stat(filepath.Join(to, "files", "tmp", "do-dang")); err == nil {
		t.Error("an upload under way is part of the backup")
	}
	db, err := store.Open(ctx, store.Config{Dir: to})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Read(ctx, "thanh-tra", func(tx *store.Tx) error {
		units, err := tx.Units("")
		if len(units) != 6 {
			t.Errorf("%d units came back", len(units))
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	refused(t, a.Restore(ctx, to, nil, quiet), backup.CodeFolderTaken)
}

// TestAnyChangedByteIsNoticed spoils the file at many places: what is not refused must bring back exactly what was there.
func TestAnyChangedByteIsNoticed(t *testing.T) {
	s, _ := house(t)
	path := written(t, s)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	noticed, tries := 0, 0
	for at := 7; at < len(whole); at += len(whole) / 97 {
		bad := bytes.Clone(whole)
		bad[at] ^= 0x10
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		tries++
		a, err := backup.Open(path)
		if err != nil {
			noticed++
			continue
		}
		if err := a.Check(ctx, quiet); err != nil {
			noticed++
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if noticed < tries-6 { // a byte of a date or of a field that readers skip changes no content
		t.Errorf("only %d of %d changes were noticed", noticed, tries)
	}
}

func TestCancelledAndRefusedLeaveNothing(t *testing.T) {
	s, _ := house(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "a.zip")
	stopped, stop := context.WithCancel(ctx)
	if _, err := s.Write(stopped, path, func(backup.Progress) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled backup gave %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("it left %v", left)
	}
	_, err := s.Write(ctx, filepath.Join(dir, "khong-co", "a.zip"), quiet)
	refused(t, err, backup.CodeNoPlace)
	if err := os.WriteFile(path, []byte("của người khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = s.Write(ctx, path, quiet)
	refused(t, err, backup.CodeFileTaken)
	_, err = backup.Open(path)
	refused(t, err, backup.CodeNotBackup)
	_, err = backup.Open(filepath.Join(dir, "khong-co.zip"))
	refused(t, err, backup.CodeNotBackup)
	if !strings.HasPrefix(backup.Name(s.DB.Wall()), "thidua-sao-luu-20") {
		t.Errorf("the name is %s", backup.Name(s.DB.Wall()))
	}
}
