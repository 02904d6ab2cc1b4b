package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/store"
)

// withFile makes a data folder in which a row names one kept file, and gives the path of its bytes.
func withFile(t *testing.T) (dir, bytes string) {
	t.Helper()
	dir = t.TempDir()
	db, err := store.Open(t.Context(), store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := file.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	ref, err := kept.Put(t.Context(), "a", "Báo cáo.pdf", strings.NewReader("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"))
	if err == nil {
		err = db.Write(t.Context(), &store.Act{Tenant: "a", Actor: "a", Verb: "test"}, func(tx *store.Tx) error {
			named := thidua.FileRef{Hash: ref.Hash, Name: ref.Name, Type: ref.Type, Size: ref.Size}
			return errors.Join(tx.InsertAgency(thidua.Agency{ID: "a", Name: "Thanh tra tỉnh Mẫu"}),
				tx.InsertFileVersion(store.FileVersion{Object: "evidence:x", File: named, ReplacedBy: "Nguyễn Văn An"}))
		})
	}
	if err := errors.Join(err, kept.Close(), db.Close()); err != nil {
		t.Fatal(err)
	}
	return dir, filepath.Join(dir, file.PathOf(ref.Hash))
}

func spoken(t *testing.T, args ...string) (code int, all string) {
	t.Helper()
	var out bytes.Buffer
	code = run(context.WithoutCancel(t.Context()), args, strings.NewReader(""), &out, &out)
	return code, out.String()
}

func TestFilesCheckAndBackupNameWhatIsNotAsItWas(t *testing.T) {
	dir, path := withFile(t)
	if code, all := spoken(t, "files", "check", "--data", dir); code != exitDone || !strings.Contains(all, "Đã kiểm tra 1 tệp: 0 bị thay đổi") {
		t.Errorf("a whole file: %d %s", code, all)
	}
	if err := os.WriteFile(path, []byte("khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, all := spoken(t, "files", "check", "--data", dir); code != exitRefused || !strings.Contains(all, "bị thay đổi  Thanh tra tỉnh Mẫu: Báo cáo.pdf") {
		t.Errorf("a changed file: %d %s", code, all)
	}
	server, err := store.Open(t.Context(), store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if code, all := spoken(t, "files", "check", "--data", dir); code != exitRefused || !strings.Contains(all, "Báo cáo.pdf") || !strings.Contains(all, "Máy chủ đang chạy") {
		t.Errorf("beside a server: %d %s", code, all)
	}
	if err := errors.Join(server.Close(), os.Remove(path)); err != nil {
		t.Fatal(err)
	}
	if code, all := spoken(t, "files", "check", "--data", dir, "--lang", "en"); code != exitRefused || !strings.Contains(all, "missing  Thanh tra tỉnh Mẫu: Báo cáo.pdf") {
		t.Errorf("a missing file: %d %s", code, all)
	}
	zip := filepath.Join(t.TempDir(), "a.zip")
	for _, args := range [][]string{{"backup", zip, "--data", dir}, {"restore", zip, "--dry-run"}} {
		if code, all := spoken(t, args...); code != exitRefused || !strings.Contains(all, "Có 1 tệp đang lưu bị mất hoặc không còn đúng như lúc gửi: “Báo cáo.pdf”") {
			t.Errorf("%s: %d %s", args[0], code, all)
		}
	}
}
