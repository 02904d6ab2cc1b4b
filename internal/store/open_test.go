package store_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestSecondProgramOnTheSameFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	first, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	_, err = store.Open(ctx, store.Config{Dir: dir})
	refusal(t, err, thidua.Conflict, store.CodeInUse)
	reader, err := store.Open(ctx, store.Config{Dir: dir, ReadOnly: true})
	if err != nil {
		t.Fatalf("a reading command beside the server: %v", err)
	}
	if err := reader.Close(); err != nil {
		t.Error(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatalf("after the first one ended: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestReaderWritesNothing(t *testing.T) {
	c := testkit.Config(t)
	c.ReadOnly = true
	db, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	err = db.Write(ctx, act("t", "v"), func(*store.Tx) error { t.Error("ran"); return nil })
	refusal(t, err, thidua.Conflict, store.CodeReadOnly)
}

func TestFolderWithoutDataIsRefusedForReading(t *testing.T) {
	dir := t.TempDir()
	_, err := store.Open(ctx, store.Config{Dir: dir, ReadOnly: true})
	refusal(t, err, thidua.NotFound, store.CodeNoData)
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("a refused reader left %v", left)
	}
}

func TestDataOfAnOlderProgramAreNotRead(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(ctx, store.Config{Dir: dir, ReadOnly: true})
	refusal(t, err, thidua.Conflict, store.CodeOutdated)
}

func TestDataOfANewerProgramAreNotOpened(t *testing.T) {
	c := testkit.Config(t)
	db, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Raw(db).ExecContext(ctx, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999999999999, TRUE)`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c.ReadOnly = range []bool{false, true} {
		_, err := store.Open(ctx, c)
		refusal(t, err, thidua.Conflict, store.CodeNewer)
	}
}

func TestAFileThatIsNoDatabaseIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, reading := range []bool{false, true} {
		_, err := store.Open(ctx, store.Config{Dir: dir, ReadOnly: reading})
		refusal(t, err, thidua.Invalid, store.CodeDamaged)
	}
}

func TestOthersCannotReadTheDatabase(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	for _, suffix := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(filepath.Join(dir, store.FileName+suffix))
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s%s: %v, %v", store.FileName, suffix, info.Mode(), err)
		}
	}
}

func TestFolderNameMayHoldAnything(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Dữ liệu thi đua #1 (50%)?")
	db, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	for _, name := range []string{store.FileName, "thidua.lock"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil && name == store.FileName {
			t.Error(err)
		}
	}
}

func TestUnreachableServerIsNamedWithoutItsPassword(t *testing.T) {
	_, err := store.Open(ctx, store.Config{URL: "postgres://u:s3cret@127.0.0.1:1/x?connect_timeout=2"})
	refusal(t, err, thidua.Invalid, store.CodeUnreachable)
}

// TestEveryConnectionWaitsForTheDisk asks each pool how it confirms: without waiting, a power cut takes back what was acknowledged.
func TestEveryConnectionWaitsForTheDisk(t *testing.T) {
	db := testkit.Open(t)
	ask, want := `PRAGMA synchronous`, "2"
	if testkit.Config(t).URL != "" {
		ask, want = `SHOW synchronous_commit`, "on"
	}
	for i, pool := range store.Pools(db) {
		var got string
		if err := pool.QueryRowContext(ctx, ask).Scan(&got); err != nil || got != want {
			t.Errorf("pool %d: %s gives %q, %v; want %q", i, ask, got, err, want)
		}
	}
}
