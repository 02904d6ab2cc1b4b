package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
)

// TestListsOfAYearFromTheCommandLine takes registrations out, changes them as in Excel and brings them back, all as an account that may.
func TestListsOfAYearFromTheCommandLine(t *testing.T) {
	dir, ctx := filepath.Join(t.TempDir(), "d"), context.Background()
	file := filepath.Join(dir, "dang-ky.xlsx")
	db, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	s := testkit.FillSeason(t, db, "thanh-tra")
	s.OpenAccounts(t)
	head, office := s.Actor("Lý Văn Dũng"), s.Actor("Nguyễn Thị Thu Hà")
	was, err := app.New(db).SaveRegistration(ctx, head, thidua.Registration{Round: s.Rounds[2025].ID, Targets: s.EightTargets(),
		Subject: thidua.Subject{Kind: thidua.Collective, Unit: s.Units["NV2"].ID}})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	says := func(line string, code int, want string) {
		t.Helper()
		words := append(strings.Fields(line), "--data", dir)
		for i, w := range words {
			words[i] = strings.NewReplacer("FILE", file, "HEAD", head.Account, "OFFICE", office.Account).Replace(w)
		}
		got, out, errs := thiduaRun(t, words...)
		if got != code || !strings.Contains(out+errs, want) {
			t.Errorf("%s: code %d, want %d and %q in %q %q", line, got, code, want, out, errs)
		}
	}
	says("export registrations FILE", exitUsage, "cần --as")
	says("export registrations FILE --as khong-ai", exitRefused, "khong-ai")
	says("export registrations FILE --as HEAD --year 1999", exitRefused, "1999")
	says("export registrations FILE --as HEAD --year 2025", exitDone, "Đã ghi tệp")
	says("import registrations FILE --as HEAD", exitDone, "thêm 0, sửa 0")
	says("import scores FILE --as HEAD", exitRefused, "Tệp này là biểu “Đăng ký thi đua”")
	change := func(key string, v any) {
		t.Helper()
		f, err := excelize.OpenFile(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if at := map[string]string{"value": "F6", "due": "I7"}[key]; f.SetCellValue(vi.UnitTargetsTab, at, v) != nil || f.Save() != nil {
			t.Fatal("the workbook cannot be changed")
		}
	}
	change("value", "77,5")
	says("import registrations FILE --as OFFICE --dry-run", exitRefused, "Tài khoản này không được giao")
	says("import registrations FILE --as HEAD --dry-run", exitDone, "Dòng 6: sửa Phòng Nghiệp vụ 2, TC1 · "+was.Targets[0].Content+" (Chỉ tiêu: 1 → 77,5)")
	says("import registrations FILE --as HEAD --dry-run --lang en", exitDone, "It would add 0, change 1")
	change("due", "31/12/2099")
	says("import registrations FILE --as HEAD", exitRefused, "Dòng 7, cột Hạn I7: ")
	change("due", "31/12/2025")
	says("import registrations FILE --as HEAD", exitDone, "Đã nhập: thêm 0, sửa 1")
	if db, err = store.Open(ctx, store.Config{Dir: dir, ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Read(ctx, s.Tenant, func(tx *store.Tx) error {
		r, err := tx.Registration(was.ID, "2025-01-14")
		if err == nil && (r.Targets[0].Value != 77_50 || r.Version != was.Version+1) {
			t.Errorf("kept %+v, version %d", r.Targets[0], r.Version)
		}
		events, wrong := tx.Events(store.EventFilter{Object: "registration:" + was.ID})
		if len(events) != 2 || events[0].Actor != "account:"+head.Account || events[0].Detail.Origin != "Người quản lý máy chủ" {
			t.Errorf("the log tells %+v, %v", events, wrong)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
