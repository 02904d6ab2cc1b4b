package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func thiduaRun(t *testing.T, line ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), line, strings.NewReader(""), &o, &e)
	if code == exitDone && e.Len() > 0 || code == exitRefused && strings.Count(e.String(), "\n") != 1 {
		t.Errorf("%v: code %d, stderr %q", line, code, e.String())
	}
	return code, o.String(), e.String()
}

func TestAccountsFromTheCommandLine(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dữ liệu")
	for _, c := range []struct {
		line string
		code int
		says string
	}{
		{"user add quantri", exitRefused, "--agency"},
		{"user add quantri --agency Mẫu --role chair", exitRefused, "Vai trò này không có"},
		{"user add a --agency Mẫu", exitRefused, "Tên đăng nhập gồm"},
		{"user add --agency Mẫu quantri", exitDone, "Đã thêm tài khoản quantri"},
		{"user add QuanTri", exitRefused, "đã có"},
		{"user add vanphong --role office,clerk --lang en", exitDone, "Account vanphong was added"},
		{"user passwd VANPHONG", exitDone, "mật khẩu mới"},
		{"user reset-factor vanphong", exitRefused, "không có xác thực hai lớp"},
		{"user disable vanphong", exitDone, "Đã khóa"},
		{"user disable nobody --lang=en", exitRefused, "no such"},
		{"user passwd quantri --agency Khác", exitRefused, "--agency"},
		{"user add", exitUsage, "Cách dùng"},
		{"user add x --nothing", exitUsage, "Tham số chưa đúng"},
		{"nothing --lang en", exitUsage, "Usage"},
		{"version", exitDone, "thidua"},
	} {
		words := strings.Fields(c.line)
		if words[0] == "user" {
			words = append(words, "--data", dir)
		}
		code, out, errs := thiduaRun(t, words...)
		if code != c.code || !strings.Contains(out+errs, c.says) {
			t.Errorf("%s: code %d, %q %q; want %d, %q", c.line, code, out, errs, c.code, c.says)
		}
	}
}

func TestAuditVerifyNamesTheFirstWrongEntry(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	if code, _, errs := thiduaRun(t, "user", "add", "quantri", "--agency", "Mẫu", "--data", dir); code != exitDone {
		t.Fatal(errs)
	}
	db, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	key, err := audit.LoadKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := audit.Sequence(ctx, db); n != 2 || err != nil {
		t.Fatalf("%d events, %v", n, err)
	}
	if n, err := db.Seal(ctx, key); n != 1 || err != nil {
		t.Fatalf("%d seals, %v", n, err)
	}
	kept := filepath.Join(t.TempDir(), "nhat-ky.txt")
	if code, out, errs := thiduaRun(t, "audit", "verify", "--save", kept, "--data", dir); code != exitDone || !strings.Contains(out, "  đúng, chưa neo: 1–2 (đã ký") {
		t.Errorf("code %d, %q %q", code, out, errs)
	}
	if code, out, errs := thiduaRun(t, "audit", "verify", "--checkpoint", kept, "--data", dir); code != exitDone || !strings.Contains(out, "  đã neo và đúng: 1–2 (điểm chốt giữ ngoài hệ thống, 2 sự kiện") {
		t.Errorf("against what was kept: code %d, %q %q", code, out, errs)
	}
	note, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(kept, bytes.Replace(note, []byte("\n2\n"), []byte("\n3\n"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := thiduaRun(t, "audit", "verify", "--checkpoint", kept, "--data", dir); code != exitRefused || !strings.Contains(errs, "chữ ký của điểm chốt không đúng") {
		t.Errorf("a kept checkpoint was changed: code %d, %q", code, errs)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, store.FileName)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.ReplaceAll(data, []byte("them-tai-khoan"), []byte("them-tai-khoaN"))
	if err := os.WriteFile(path, changed, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := thiduaRun(t, "audit", "verify", "--data", dir); code != exitRefused || !strings.Contains(errs, "không còn nguyên vẹn: Mẫu") ||
		!strings.Contains(out, "  đúng, chưa neo: 1–1 (") || !strings.Contains(out, "  hỏng tại sự kiện 2: sự kiện đã bị sửa") {
		t.Errorf("after a byte was changed: code %d, %q %q", code, out, errs)
	}
	if code, _, errs := thiduaRun(t, "audit", "verify", "--data", t.TempDir()); code != exitRefused || !strings.Contains(errs, "Chưa có dữ liệu") {
		t.Errorf("without data: code %d, %q", code, errs)
	}
}

// TestTheListOfPeopleWrittenByCommandIsInTheLog writes the list of people, which holds years of birth, and finds the operator of the machine in the log.
func TestTheListOfPeopleWrittenByCommandIsInTheLog(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	if code, _, errs := thiduaRun(t, "user", "add", "quantri", "--agency", "Mẫu", "--data", dir); code != exitDone {
		t.Fatal(errs)
	}
	if code, _, errs := thiduaRun(t, "export", "people", filepath.Join(t.TempDir(), "nguoi.xlsx"), "--data", dir); code != exitDone {
		t.Fatal(errs)
	}
	db, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	a := app.New(db)
	agencies, err := a.Agencies(ctx)
	if err != nil {
		t.Fatal(err)
	}
	who := thidua.Actor{Tenant: agencies[0].ID, Account: "i", Roles: []thidua.Role{thidua.RoleInspector}}
	lines, _, err := a.Log(ctx, who, agency.LogQuery{Do: thidua.DataListed})
	if err != nil || len(lines) != 1 || lines[0].Detail.ActorName != vi.Operator {
		t.Errorf("%d lines %+v, %v", len(lines), lines, err)
	}
}

// TestTheNightlyCheckIsAhead asks from clocks of several zones at every half hour of two days: a check whose time has passed would run without end.
func TestTheNightlyCheckIsAhead(t *testing.T) {
	begin := time.Date(2026, 12, 30, 0, 0, 0, 0, thidua.Zone)
	for _, zone := range []*time.Location{time.UTC, thidua.Zone, time.FixedZone("west", -11*60*60), time.FixedZone("east", 14*60*60)} {
		for n := range 96 {
			now := begin.Add(time.Duration(n) * 30 * time.Minute).In(zone)
			night := nightAfter(now)
			if wait := night.Sub(now); wait <= 0 || wait > 24*time.Hour || night.In(thidua.Zone).Hour() != checkHour {
				t.Errorf("at %s the next check is at %s", now, night)
			}
		}
	}
}

func TestTheLogOfAFolderThatNeverServedHasNoKey(t *testing.T) {
	dir := t.TempDir()
	if code, _, errs := thiduaRun(t, "user", "add", "quantri", "--agency", "Mẫu", "--data", dir); code != exitDone {
		t.Fatal(errs)
	}
	if code, _, errs := thiduaRun(t, "audit", "verify", "--data", dir); code != exitRefused || !strings.Contains(errs, "chưa có khóa của nhật ký") {
		t.Errorf("code %d, %q", code, errs)
	}
}
