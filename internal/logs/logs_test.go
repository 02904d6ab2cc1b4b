package logs_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/app/founding"
	"thidua/internal/audit"
	"thidua/internal/file"
	"thidua/internal/logs"
	"thidua/internal/mail"
	"thidua/internal/pack/parcel"
)

func line(t *testing.T, attrs ...any) (out map[string]any, size int) {
	t.Helper()
	var b bytes.Buffer
	logs.New(&b, true).Info("request", attrs...)
	if strings.Count(b.String(), "\n") != 1 || json.Unmarshal(b.Bytes(), &out) != nil {
		t.Fatalf("not one line of JSON: %q", b.String())
	}
	return out, b.Len()
}

func TestALineIsBounded(t *testing.T) {
	attrs := []any{"text", strings.Repeat("ữ", 100_000), "error", errors.New(strings.Repeat("x", 100_000)), strings.Repeat("k", 500), "v"}
	for i := range 200 {
		attrs = append(attrs, fmt.Sprint("a", i), i)
	}
	got, size := line(t, attrs...)
	if size > 6<<10 {
		t.Errorf("the line has %d bytes", size)
	}
	if text := got["text"].(string); !strings.HasSuffix(text, "ữ…") {
		t.Errorf("the text ends with %q", text[len(text)-8:])
	}
	if got["left-out"] != float64(203-24) {
		t.Errorf("left out: %v", got["left-out"])
	}
}

func TestTheMomentIsInUTCWithItsOffset(t *testing.T) {
	got, _ := line(t, "at", time.Date(2026, 1, 2, 3, 4, 5, 0, thidua.Zone))
	if got["at"] != "2026-01-01T20:04:05.000000+00:00" || !strings.HasSuffix(got["time"].(string), "+00:00") {
		t.Errorf("at %v, line of %v", got["at"], got["time"])
	}
}

// TestNothingOfARequestIsWritten gives the log what it must never hold, as a careless line would.
func TestNothingOfARequestIsWritten(t *testing.T) {
	r := httptest.NewRequest("POST", "/dang-nhap?the=bi-mat", strings.NewReader("password=bi-mat"))
	r.Header.Set("Cookie", "__Host-thidua=bi-mat")
	_ = r.ParseForm()
	for _, text := range []bool{false, true} {
		var b bytes.Buffer
		logs.New(&b, text).Error("careless", "request", r, "header", r.Header, "form", r.Form, "url", r.URL, "cookies", r.Cookies(), "bytes", []byte("bi-mat"))
		if strings.Contains(b.String(), "bi-mat") {
			t.Errorf("the log tells: %s", b.String())
		}
	}
}

// TestASecretIsNeverFormatted formats each secret of the program in every way and inside what holds it.
func TestASecretIsNeverFormatted(t *testing.T) {
	const word = "mật khẩu rất bí mật"
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	kept, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	type held struct{ inside thidua.Secret }
	for name, secret := range map[string]any{
		"text": thidua.Hide(word), "mail": mail.Server{Password: thidua.Hide(word)}, "inside": held{thidua.Hide(word)},
		"audit": *key, "audit pointer": key, "parcel": *parcel.NewKey(), "parcel pointer": parcel.NewKey(),
		"account": agency.NewAccount{UserName: "x", Password: word}, "account pointer": &agency.NewAccount{UserName: "x", Password: word},
		"founding": founding.First{User: "x", Password: word, Again: word}, "files": kept, "within": []any{agency.NewAccount{Password: word}},
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
			if text := fmt.Sprintf(verb, secret); leaks(text, word) {
				t.Errorf("%s with %s: %s", name, verb, text)
			}
		}
		data, err := json.Marshal(secret)
		if err == nil && leaks(string(data), word) {
			t.Errorf("%s as JSON: %s", name, data)
		}
		var b bytes.Buffer
		slog.New(slog.NewTextHandler(&b, nil)).Info("x", "secret", secret)
		logs.New(&b, true).Info("x", "secret", secret)
		if leaks(b.String(), word) {
			t.Errorf("%s in the log: %s", name, b.String())
		}
	}
	if got := fmt.Sprint(thidua.Hide(word)); got != thidua.SecretMask || thidua.Hide(word).Reveal() != word {
		t.Errorf("a secret shows %q and holds %q", got, thidua.Hide(word).Reveal())
	}
}

// leaks finds the text in clear, in hexadecimal digits or as numbers, and the long rows of digits of which keys are made.
func leaks(text, word string) bool {
	low := strings.ToLower(text)
	return strings.Contains(low, word) || strings.Contains(low, fmt.Sprintf("%x", word)) || strings.Contains(low, strings.Trim(fmt.Sprintf("%d", []byte(word)), "[]")) ||
		strings.Count(text, " ") > 60 || strings.Contains(low, "0x") && strings.Count(low, ", 0x") > 20
}

// TestEveryLineOfARequestCarriesItsCode writes lines under the context of a request as a room below the pages would.
func TestEveryLineOfARequestCarriesItsCode(t *testing.T) {
	ctx := logs.Request(context.Background(), "TD-1")
	for _, c := range []struct {
		write func(*slog.Logger)
		want  any
	}{
		{func(l *slog.Logger) { l.InfoContext(ctx, "x", "a", 1) }, "TD-1"},
		{func(l *slog.Logger) { l.With("b", 2).ErrorContext(context.WithoutCancel(ctx), "x") }, "TD-1"},
		{func(l *slog.Logger) { l.InfoContext(ctx, "x", "id", "TD-2") }, "TD-2"},
		{func(l *slog.Logger) { l.InfoContext(context.Background(), "x") }, nil},
	} {
		var b bytes.Buffer
		c.write(logs.New(&b, true))
		var got map[string]any
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || got["id"] != c.want || strings.Count(b.String(), `"id"`) > 1 {
			t.Errorf("%s: %v, want %v", b.String(), err, c.want)
		}
	}
}
