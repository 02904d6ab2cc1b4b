package auth_test

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"thidua"
	"thidua/internal/auth"
)

func faultOf(err error) thidua.Code {
	var e *thidua.Error
	if errors.As(err, &e) && len(e.Faults) > 0 {
		return e.Faults[0].Code
	}
	return ""
}

// TestTheListHoldsWhatPeopleChoose asks for at least 3,000 passwords of the length of the policy (ASVS 6.2.4), each refused.
func TestTheListHoldsWhatPeopleChoose(t *testing.T) {
	var candidates []string
	file, err := os.Open("common.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	listed, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile("common.txt")
	if err != nil {
		t.Fatal(err)
	}
	candidates = strings.Fields(string(listed))
	for _, w := range strings.Fields(string(own)) {
		candidates = append(candidates, w, w+"@"+"2025")
	}
	n, start := 0, time.Now()
	for _, w := range candidates {
		if utf8.RuneCountInString(w) < auth.PasswordMin {
			continue
		}
		n++
		if got := faultOf(auth.CheckPassword("p", "", w)); got != auth.CodePasswordCommon {
			t.Errorf("%q passes: %q", w, got)
		}
	}
	if n < 3000 {
		t.Errorf("only %d passwords of the length of the policy", n)
	}
	if each := time.Since(start) / time.Duration(n); each > 5*time.Millisecond {
		t.Errorf("checking takes %v each", each)
	}
}

func TestWordsOfTheTradeAreGuessed(t *testing.T) {
	for _, w := range []string{"Thanh tra tỉnh Lào Cai", "ThiDua@2025", "Mật khẩu 123", "nguyenvanthanh1990", "P@ssw0rd2025", "qwer1234asdf", "0912345678", "12/03/1985!!",
		"Lào Cai 2025", "M@tKh@u2024", "1qaz@WSX3edc", "vietnamvodich!!", "chucmungnammoi2026"} {
		if got := faultOf(auth.CheckPassword("p", "", w)); got != auth.CodePasswordCommon {
			t.Errorf("%q passes: %q", w, got)
		}
	}
	for _, w := range []string{"ruộng bậc thang", "con suối chảy qua bản nhỏ", "kẹo lạc bà Tư bán rong", "vt7-kqpx-92mz"} {
		if err := auth.CheckPassword("p", "", w); err != nil {
			t.Errorf("%q is refused: %v", w, err)
		}
	}
}

func TestProfilesSayWhatTheirSourceSays(t *testing.T) {
	set := time.Date(2025, 1, 14, 8, 0, 0, 0, time.UTC)
	day := func(n int) time.Time { return set.AddDate(0, 0, n) }
	for _, c := range []struct {
		name                           string
		short, plain, long             thidua.Code // of 13 characters of four kinds, of 14 of two kinds, of 14 of four kinds
		outdated, staff, dormant       bool        // after two months, for an administrator and another; after 45 days
		history                        int
		idle, admin, mostIdle, mostAdm time.Duration
	}{
		{auth.ProfileDefault, "", "", "", false, false, false, 0, 15 * time.Minute, 5 * time.Minute, time.Hour, 15 * time.Minute},
		{auth.ProfileTCVN2, auth.CodePasswordShort, auth.CodePasswordClasses, "", true, false, true, 0, 15 * time.Minute, 5 * time.Minute, 15 * time.Minute, 5 * time.Minute},
		{auth.ProfileTCVN3, auth.CodePasswordShort, auth.CodePasswordClasses, "", true, false, true, 10, 15 * time.Minute, 5 * time.Minute, 15 * time.Minute, 5 * time.Minute},
	} {
		p := auth.ProfileNamed(c.name)
		for password, want := range map[string]thidua.Code{"Suối-bản-nhỏ7": c.short, "suối bản nhỏ x": c.plain, "Suối-bản-nhỏ77": c.long} {
			if got := faultOf(p.Check("p", "", password)); got != want {
				t.Errorf("%s: %q gives %q, want %q", c.name, password, got, want)
			}
		}
		months := set.AddDate(0, 2, 0)
		if p.Outdated(set, months, true) != c.outdated || p.Outdated(set, months.Add(-time.Second), true) || p.Outdated(set, months, false) != c.staff {
			t.Errorf("%s: a password of two months", c.name)
		}
		if p.Dormant(set, day(45)) != c.dormant || p.Dormant(set, day(45).Add(-time.Second)) || p.Dormant(time.Time{}, set) {
			t.Errorf("%s: 45 days without use", c.name)
		}
		usual, most := auth.Rule{Profile: c.name}, auth.Rule{Profile: c.name, Idle: 24 * time.Hour, Admin: 24 * time.Hour}
		if p.History != c.history || usual.Limit(false) != c.idle || usual.Limit(true) != c.admin || most.Limit(false) != c.mostIdle || most.Limit(true) != c.mostAdm {
			t.Errorf("%s: %d earlier passwords, limits %v %v %v %v", c.name, p.History, usual.Limit(false), usual.Limit(true), most.Limit(false), most.Limit(true))
		}
	}
}
