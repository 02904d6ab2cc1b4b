package totp_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/internal/auth/totp"
)

// TestVectorsOfTheStandard are the rows for SHA-1 of RFC 6238, appendix B, whose eight digits end in our six.
func TestVectorsOfTheStandard(t *testing.T) {
	secret := []byte("12345678901234567890")
	for at, want := range map[int64]string{
		59: "94287082", 1111111109: "07081804", 1111111111: "14050471", 1234567890: "89005924", 2000000000: "69279037", 20000000000: "65353130",
	} {
		if got := totp.Code(secret, totp.Step(time.Unix(at, 0))); got != want[2:] {
			t.Errorf("at %d: %s, want %s", at, got, want[2:])
		}
	}
}

func TestACodeStandsOneStepEitherSideAndNeverAgain(t *testing.T) {
	secret, now := totp.NewSecret(), time.Unix(1_800_000_015, 0)
	step := totp.Step(now)
	for off, want := range map[int64]bool{-2: false, -1: true, 0: true, 1: true, 2: false} {
		got, ok := totp.Match(secret, totp.Code(secret, step+off), now, 0)
		if ok != want || ok && got != step+off {
			t.Errorf("%+d steps: %v at %d", off, ok, got-step)
		}
	}
	if _, ok := totp.Match(secret, totp.Code(secret, step), now, step); ok {
		t.Error("a used code was right again")
	}
	if _, ok := totp.Match(secret, totp.Code(secret, step-1), now, step); ok {
		t.Error("an older code was right after a newer one")
	}
	for _, typed := range []string{"", "0", "abcdef", totp.Code(secret, step) + "0", strings.Repeat("1", 1000)} {
		if _, ok := totp.Match(secret, typed, now, 0); ok {
			t.Errorf("%.10q was right", typed)
		}
	}
}

func TestASecretIsReadBack(t *testing.T) {
	secret := totp.NewSecret()
	text := totp.Text(secret)
	if back, err := totp.Parse(text); err != nil || string(back) != string(secret) || len(text) != 39 {
		t.Errorf("%q gives %x, %v; want %x", text, back, err, secret)
	}
	uri := totp.URI(secret, "Thi Đua Thanh tra tỉnh", "nttha")
	if !strings.HasPrefix(uri, "otpauth://totp/Thi%20%C4%90ua%20Thanh%20tra%20t%E1%BB%89nh:nttha?issuer=Thi%20%C4%90ua") || strings.Contains(uri, "+") {
		t.Error(uri)
	}
}

func TestRecoveryCodesAreKnownHoweverTheyAreTyped(t *testing.T) {
	seen := map[string]bool{}
	codes := totp.NewRecovery()
	for _, c := range codes {
		hash, ok := totp.HashRecovery(c)
		typed, same := totp.HashRecovery(strings.ToLower(strings.ReplaceAll(c, " ", "-")))
		if !ok || !same || hash != typed || seen[hash] || strings.Contains(hash, c) {
			t.Errorf("%q: %v, %v", c, ok, same)
		}
		seen[hash] = true
	}
	if len(seen) != totp.RecoveryCodes {
		t.Errorf("%d codes", len(seen))
	}
	for _, typed := range []string{"", "123456", codes[0] + "A", strings.Replace(codes[0], codes[0][:1], "0", 1), strings.Repeat("Đ", 12)} {
		if _, ok := totp.HashRecovery(typed); ok {
			t.Errorf("%q counts as a recovery code", typed)
		}
	}
}

func TestASecretOpensForItsOwnerAlone(t *testing.T) {
	dir := t.TempDir()
	k, err := totp.LoadKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	again, err := totp.LoadKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	sealed := k.Seal([]byte("bí mật"), "a/1")
	if plain, err := again.Open(sealed, "a/1"); err != nil || string(plain) != "bí mật" {
		t.Errorf("%q, %v", plain, err)
	}
	changed := "A" + sealed[1:]
	if sealed[0] == 'A' {
		changed = "B" + sealed[1:]
	}
	for name, open := range map[string]func() ([]byte, error){
		"another owner": func() ([]byte, error) { return k.Open(sealed, "a/2") },
		"another key":   func() ([]byte, error) { return totp.NewKey().Open(sealed, "a/1") },
		"changed":       func() ([]byte, error) { return k.Open(changed, "a/1") },
		"cut":           func() ([]byte, error) { return k.Open(sealed[:8], "a/1") },
		"no text":       func() ([]byte, error) { return k.Open("", "a/1") },
	} {
		if plain, err := open(); !errors.Is(err, totp.ErrSealed) {
			t.Errorf("%s: %q, %v", name, plain, err)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, totp.KeyFile)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key file: %v, %v", info, err)
	}
	if err := os.WriteFile(filepath.Join(dir, totp.KeyFile), []byte("ngắn\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := totp.LoadKey(dir); err == nil {
		t.Error("a file without a key was taken for one")
	}
}
