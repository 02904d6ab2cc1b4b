package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/audit"
	"thidua/internal/store"
)

const vectors = "../../internal/audit/proof/testdata"

// folder copies the public test vectors to a folder of their own, each under its name.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(vectors)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestCase80WhatLeftTheProgramIsProvedOffline walks the files of proof without any data folder.
func TestCase80WhatLeftTheProgramIsProvedOffline(t *testing.T) {
	dir, away := folder(t), t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	read := func(name string) []byte {
		data, err := os.ReadFile(at(name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	write := func(name string, data []byte) string {
		path := filepath.Join(away, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	paper, sheet, key := at("bien-ban.pdf"), at("phieu.json"), at("audit.pub")
	changed := write("bien-ban.pdf", bytes.Replace(read("bien-ban.pdf"), []byte("%PDF-1.7"), []byte("%PDF-1.6"), 1))
	stranger := t.TempDir()
	if _, err := audit.LoadKey(stranger); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(stranger, audit.PublicFile)
	both := write("khoa.pub", append(append(mustRead(t, other), '\n'), read("audit.pub")...))
	sample := write("mau.json", bytes.Replace(read("phieu.json"), []byte(`\"sample\":false`), []byte(`\"sample\":true`), 1))
	for _, c := range []struct {
		line []string
		code int
		says string
	}{
		{[]string{sheet}, exitDone, "Biên bản, số 5/BB, ngày 14/01/2025; cơ quan: Thanh tra tỉnh; ghi nhận ban hành lúc 01/01/2025, 07:00 (sự kiện số 6)."},
		{[]string{sheet}, exitDone, "Chưa đối chiếu khóa này"},
		{[]string{sheet, "--key", key}, exitDone, "đúng khóa đã biết"},
		{[]string{sheet, "--key", both}, exitDone, "đúng khóa đã biết"},
		{[]string{sheet, "--data", dir}, exitDone, "đúng khóa đã biết"},
		{[]string{sheet, "--key", other}, exitRefused, "ký bằng khóa khác"},
		{[]string{sheet, "--key", paper}, exitRefused, "không có khóa của nhật ký"},
		{[]string{sheet, "--data", away}, exitRefused, "Không mở được"},
		{[]string{sheet, "--paper", paper, "--key", key}, exitDone, "Tệp bien-ban.pdf đúng từng byte"},
		{[]string{sheet, "--paper", changed}, exitRefused, "hoặc đã bị sửa"},
		{[]string{paper}, exitDone, "Tệp bien-ban.pdf đúng từng byte"},
		{[]string{paper, "--lang", "en", "--key", key}, exitDone, "byte for byte"},
		{[]string{changed}, exitRefused, "Chưa có tệp chứng minh nào cho bien-ban.pdf"},
		{[]string{sample}, exitRefused, "không đúng với nhật ký"},
		{[]string{write("cut.json", read("phieu.json")[:300])}, exitRefused, "không phải tệp chứng minh"},
		{[]string{write("moi.json", bytes.Replace(read("phieu.json"), []byte("proof 1"), []byte("proof 2"), 1))}, exitRefused, "phiên bản mới hơn"},
		{[]string{at("nhat-ky-2.jsonl")}, exitDone, "13 sự kiện, 12 đã chốt"},
		{[]string{at("nhat-ky-2.jsonl"), "--against", at("nhat-ky-1.jsonl"), "--key", key}, exitDone, "Nối tiếp đúng từ tệp cũ (9 sự kiện)"},
		{[]string{at("nhat-ky-2.jsonl"), "--against", sheet}, exitDone, "Nối tiếp đúng từ tệp cũ (9 sự kiện)"},
		{[]string{at("nhat-ky-1.jsonl"), "--against", at("nhat-ky-2.jsonl")}, exitRefused, "thiếu các sự kiện cuối"},
		{[]string{at("nhat-ky-1.jsonl"), "--against", paper}, exitRefused, "không có bằng chứng"},
		{[]string{write("mau.jsonl", bytes.Replace(read("nhat-ky-1.jsonl"), []byte(`"sample":false`), []byte(`"sample":true`), 1))}, exitRefused, "dữ liệu mẫu"},
		{[]string{write("chua-ky.jsonl", unsigned(read("nhat-ky-1.jsonl"))), "--key", key}, exitRefused, "9 sự kiện, chưa có điểm chốt nào được ký"},
		{[]string{write("sua.jsonl", swapped(read("nhat-ky-1.jsonl")))}, exitRefused, "không đúng với điểm chốt đã ký"},
	} {
		code, out, errs := thiduaRun(t, append([]string{"verify"}, c.line...)...)
		if code != c.code || !strings.Contains(out+errs, c.says) || (out == "") == (code == exitDone) || strings.Count(out+errs, "\n") != 1 {
			t.Errorf("%v: code %d, %q %q; want %d, %q", c.line, code, out, errs, c.code, c.says)
		}
	}
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.TrimSpace(data)
}

// swapped exchanges two leaves of an export.
func swapped(log []byte) []byte {
	lines := bytes.SplitAfter(log, []byte("\n"))
	lines[3], lines[4] = lines[4], lines[3]
	return bytes.Join(lines, nil)
}

// unsigned is an export without its checkpoints.
func unsigned(log []byte) (out []byte) {
	for line := range bytes.Lines(log) {
		if !bytes.HasPrefix(line, []byte(`{"checkpoint"`)) {
			out = append(out, line...)
		}
	}
	return out
}

// TestALetterIsACheckpointAsItIs gives a raw letter to both commands.
func TestALetterIsACheckpointAsItIs(t *testing.T) {
	ctx, dir, away := context.Background(), t.TempDir(), t.TempDir()
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
	_, sequenced := audit.Sequence(ctx, db)
	_, sealed := db.Seal(ctx, key)
	if err := errors.Join(sequenced, sealed, db.Close()); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(away, "chot.txt")
	if code, _, errs := thiduaRun(t, "audit", "verify", "--save", saved, "--data", dir); code != exitDone {
		t.Fatal(errs)
	}
	letter := filepath.Join(away, "thu.eml")
	raw := "From: <vp@x.vn>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKính gửi đồng chí,\r\n\r\n" + strings.ReplaceAll(string(mustRead(t, saved)), "\n", "\r\n") + "\r\n\r\nHết\r\n"
	if err := os.WriteFile(letter, []byte(raw), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(away, "sua.eml")
	if err := os.WriteFile(broken, []byte(strings.Replace(raw, "\r\n2\r\n", "\r\n3\r\n", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(dir, audit.PublicFile)
	for _, c := range []struct {
		line []string
		code int
		says string
	}{
		{[]string{"audit", "verify", "--checkpoint", letter, "--data", dir}, exitDone, "đã neo và đúng: 1–2"},
		{[]string{"audit", "verify", "--checkpoint", broken, "--data", dir}, exitRefused, "chữ ký của điểm chốt không đúng"},
		{[]string{"audit", "verify", "--checkpoint", public, "--data", dir}, exitRefused, "không có bằng chứng"},
		{[]string{"verify", letter, "--key", public}, exitDone, "Điểm chốt: 2 sự kiện"},
		{[]string{"verify", broken, "--key", public}, exitRefused, "Chữ ký trên điểm chốt không đúng"},
		{[]string{"verify", letter}, exitRefused, "Điểm chốt không kèm khóa"},
		{[]string{"verify", letter, "--key", public, "--against", letter}, exitRefused, "Hai thư không liền nhau"},
		{[]string{"verify", letter, "--key", public, "--against", public}, exitRefused, "không có bằng chứng"},
	} {
		code, out, errs := thiduaRun(t, c.line...)
		if code != c.code || !strings.Contains(out+errs, c.says) {
			t.Errorf("%v: code %d, %q %q; want %d, %q", c.line, code, out, errs, c.code, c.says)
		}
	}
}
