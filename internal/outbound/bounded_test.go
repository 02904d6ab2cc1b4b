package outbound_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"thidua/internal/outbound"
)

func TestCase41AnAnswerIsReadAsFarAsItWasAskedFor(t *testing.T) {
	port, _ := listener(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, strings.Repeat("x", len(r.URL.Query().Get("n"))))
	})
	client := outbound.Bounded(8, "localhost")
	for n, want := range map[int]error{8: nil, 9: outbound.ErrLarge, 5000: outbound.ErrLarge} {
		answer, err := client.Get("http://localhost:" + port + "/?n=" + strings.Repeat("x", n))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if !errors.Is(err, want) || len(got) > 8 {
			t.Errorf("of %d bytes %d were read: %v", n, len(got), err)
		}
	}
	if answer, err := outbound.Bounded(8).Get("http://127.0.0.1:" + port); err == nil {
		_ = answer.Body.Close()
		t.Error("an address inside the network was asked")
	}
}
