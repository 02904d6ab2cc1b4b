package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// packed writes a package from one agency for another.
func packed(t *testing.T, key *parcel.Key, from string, sample bool) (path string) {
	t.Helper()
	m := parcel.Manifest{ID: "1", Kind: thidua.ParcelDossier, From: parcel.Party{ID: from, Name: "Thanh tra tỉnh"}, To: parcel.Party{ID: "b", Name: "Sở Nội vụ"},
		Year: 2025, SealedAt: time.Date(2025, 12, 20, 3, 0, 0, 0, time.UTC), Sample: sample}
	b, _, err := parcel.Seal(key, m, parcel.Data{Agency: parcel.Agency{ID: from}}, nil)
	path = filepath.Join(t.TempDir(), "Gói hồ sơ.zip")
	if err := errors.Join(err, os.WriteFile(path, b, 0o600)); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestVerifyAPackage(t *testing.T) {
	dir, keys := filepath.Join(t.TempDir(), "d"), t.TempDir()
	if code, _, errs := thiduaRun(t, "user", "add", "quantri", "--agency", "Mẫu", "--data", dir); code != exitDone {
		t.Fatal(errs)
	}
	key, err := parcel.LoadKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	own := agencyOf(t, dir)
	write := func(name, text string) string {
		path := filepath.Join(keys, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, foreign := packed(t, key, own, false), packed(t, parcel.NewKey(), "xa", false)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	changed := write("doi.zip", string(bytes.Replace(whole, []byte("Thanh tra"), []byte("Thanh trA"), 1)))
	line := write("dong-khoa.txt", own+":"+key.Public().String()+"\n")
	for _, c := range []struct {
		line []string
		code int
		says string
	}{
		{[]string{good}, exitDone, "Hồ sơ đề nghị khen thưởng, năm 2025; nơi gửi: Thanh tra tỉnh; nơi nhận: Sở Nội vụ; niêm phong lúc 20/12/2025, 10:00. Mã kiểm tra của khóa: " + key.Public().Fingerprint() + ". Chưa đối chiếu"},
		{[]string{good, "--lang", "en"}, exitDone, "dossier 2025, from Thanh tra tỉnh"},
		{[]string{good, "--data", dir}, exitDone, "đúng khóa đã biết"},
		{[]string{good, "--key", filepath.Join(dir, parcel.PublicFile)}, exitDone, "đúng khóa đã biết"},
		{[]string{good, "--key", line}, exitDone, "đúng khóa đã biết"},
		{[]string{foreign}, exitDone, "Chưa đối chiếu"},
		{[]string{foreign, "--data", dir}, exitRefused, "Chưa biết khóa"},
		{[]string{foreign, "--key", line}, exitRefused, "Chưa biết khóa"},
		{[]string{good, "--key", write("khac.pub", parcel.NewKey().Public().String())}, exitRefused, "Chưa biết khóa"},
		{[]string{good, "--key", good}, exitRefused, "không có khóa"},
		{[]string{packed(t, key, own, true), "--data", dir}, exitRefused, "dữ liệu mẫu"},
		{[]string{changed}, exitRefused, "không còn nguyên"},
		{[]string{changed, "--lang", "en"}, exitRefused, "was changed"},
		{[]string{line}, exitRefused, "dong-khoa.txt không mang gì để kiểm chứng"},
		{[]string{keys + "/nothing"}, exitRefused, "Không mở được"},
		{[]string{good, "--data", keys}, exitRefused, "Chưa có dữ liệu"},
		{nil, exitUsage, "Cách dùng: thidua verify"},
		{[]string{"--help", "--lang", "en"}, exitDone, "Usage: thidua verify"},
	} {
		code, out, errs := thiduaRun(t, append([]string{"verify"}, c.line...)...)
		if code != c.code || !strings.Contains(out+errs, c.says) || (out == "") == (code == exitDone) {
			t.Errorf("%v: code %d, %q %q; want %d, %q", c.line, code, out, errs, c.code, c.says)
		}
	}
}

func agencyOf(t *testing.T, dir string) string {
	t.Helper()
	db, err := store.Open(context.Background(), store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	all, err := app.New(db).Agencies(context.Background())
	if err := errors.Join(err, db.Close()); err != nil || len(all) != 1 {
		t.Fatalf("%v, %v", all, err)
	}
	return all[0].ID
}
