package auth_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"thidua"
	"thidua/internal/auth"
)

func TestPasswordIsRecognisedAndNothingElse(t *testing.T) {
	ctx := context.Background()
	hash, err := auth.Hash(ctx, "cầu vồng sau mưa")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Fatalf("hash %q does not carry the parameters", hash)
	}
	for try, want := range map[string]bool{"cầu vồng sau mưa": true, "cầu vồng sau mư": false, "": false} {
		if right, renew, err := auth.Verify(ctx, try, hash); err != nil || right != want || renew {
			t.Errorf("Verify(%q) = %v, %v, %v; want %v", try, right, renew, err, want)
		}
	}
}

// TestCase52AMissingAccountCostsTheSame counts what is computed; hashes of the same parameters take the same time.
func TestCase52AMissingAccountCostsTheSame(t *testing.T) {
	ctx := context.Background()
	hash, err := auth.Hash(ctx, "một câu dài")
	if err != nil {
		t.Fatal(err)
	}
	for _, hash := range []string{hash, "", ""} {
		before := auth.Runs()
		right, renew, err := auth.Verify(ctx, "", hash)
		if err != nil || right || renew {
			t.Errorf("an empty password against %q: right %v, weaker %v, %v", hash, right, renew, err)
		}
		if n := auth.Runs() - before; n != 1 {
			t.Errorf("%d hashes were computed for %q", n, hash)
		}
	}
}

func TestWeakerHashAsksToBeRenewed(t *testing.T) {
	const old = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$NLKsUJkkRGTpr1Fs8/VFVpGa9n1hoJLSgOMUnRTqG9g"
	if _, renew, err := auth.Verify(context.Background(), "x", old); err != nil || !renew {
		t.Errorf("renew = %v, %v", renew, err)
	}
}

func TestHashingWaitsForItsTurnAndGivesUpWithTheContext(t *testing.T) {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	var wg sync.WaitGroup
	refused := make(chan error, 64)
	for range 64 {
		wg.Go(func() {
			_, err := auth.Hash(ended, "đã hủy trước khi chờ")
			refused <- err
		})
	}
	wg.Wait()
	close(refused)
	n := 0
	for err := range refused {
		if errors.Is(err, context.Canceled) {
			n++
		}
	}
	if n == 0 {
		t.Error("64 hashes at once all ran although their context had ended")
	}
}

func TestPasswordRule(t *testing.T) {
	for password, want := range map[string]thidua.Code{
		"ngắn quá":                      auth.CodePasswordShort,
		"chín chín":                     auth.CodePasswordShort,
		strings.Repeat("ơ", 129):        auth.CodePasswordLong,
		"1234567890":                    auth.CodePasswordCommon,
		"MatKhau@123":                   auth.CodePasswordCommon,
		"aaaaaaaaaaaa":                  auth.CodePasswordCommon,
		"Hoa.NguyenVan":                 auth.CodePasswordName,
		"mười ký tự":                    "",
		"ruộng bậc thang mùa lúa":       "",
		strings.Repeat("bậc thang", 14): "",
	} {
		err := auth.CheckPassword("password", "nguyenvan", password)
		var got thidua.Code
		var refusal *thidua.Error
		if errors.As(err, &refusal) {
			got = refusal.Faults[0].Code
		}
		if got != want {
			t.Errorf("%q: %q, want %q", password, got, want)
		}
	}
}

func TestTokensAreLongAndKeptHashed(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		token, hash := auth.NewToken()
		if len(token) < 43 || seen[token] || strings.Contains(hash, token) || auth.HashToken(token) != hash {
			t.Fatalf("token %q, hash %q", token, hash)
		}
		seen[token] = true
	}
}

func TestSessionEnds(t *testing.T) {
	start := time.Date(2025, 1, 14, 1, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		seen, now time.Duration
		admin     bool
		want      bool
	}{
		"fresh":               {0, 0, false, false},
		"idle 14:59":          {0, 15*time.Minute - time.Second, false, false},
		"idle 15":             {0, 15 * time.Minute, false, true},
		"admin idle 4:59":     {0, 5*time.Minute - time.Second, true, false},
		"admin idle 5":        {0, 5 * time.Minute, true, true},
		"used for 12 hours":   {12*time.Hour - time.Minute, 12 * time.Hour, false, true},
		"used until just now": {12*time.Hour - time.Minute, 12*time.Hour - time.Second, false, false},
		"clock jumped back":   {0, -time.Hour, false, true},
	} {
		s := auth.Session{Opened: start, Seen: start.Add(c.seen)}
		if got := s.Ended(start.Add(c.now), c.admin); got != c.want {
			t.Errorf("%s: ended = %v", name, got)
		}
	}
}

func TestLockOutGrowsAndOpensByTime(t *testing.T) {
	p, now := auth.AccountPolicy, time.Date(2025, 1, 14, 1, 0, 0, 0, time.UTC)
	var tries auth.Tries
	for n, want := range []time.Duration{0, 0, 0, 0, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute} {
		tries = p.Fail(tries, now)
		open := p.OpenAt(tries, now)
		if want == 0 && !open.IsZero() || want != 0 && open.Sub(now) != want {
			t.Errorf("after %d wrong tries: opens at %v, want after %v", n+1, open, want)
		}
	}
	if open := p.OpenAt(tries, now.Add(15*time.Minute)); !open.IsZero() {
		t.Errorf("still locked after the wait, until %v", open)
	}
	if again := p.Fail(tries, now.Add(25*time.Hour)); again.Failures != 1 {
		t.Errorf("a calm day left %d failures", again.Failures)
	}
}

func TestLockOutNeverExceedsItsMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2025, 1, 14, 1, 0, 0, 0, time.UTC)
		tries := auth.Tries{Failures: rapid.IntRange(0, 1<<40).Draw(t, "failures"), Last: now}
		if open := auth.AccountPolicy.OpenAt(tries, now); !open.IsZero() && (open.Before(now) || open.Sub(now) > auth.AccountPolicy.Most) {
			t.Fatalf("locked until %v after %d failures", open, tries.Failures)
		}
	})
}
