package web_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"testing"

	"thidua/internal/web"
)

// TestOnlyANamedProxyTellsTheAddress reads in the log which address a request is taken to come from; headers that claim another one, or somebody's
// identity, are those of anybody.
func TestOnlyANamedProxyTellsTheAddress(t *testing.T) {
	for _, c := range []struct{ peer, told, from string }{
		{"198.51.100.7:4000", "10.1.1.1", "198.51.100.7"},
		{"198.51.100.7:4000", "", "198.51.100.7"},
		{"192.0.2.10:4000", "10.1.1.1", "10.1.1.1"},
		{"192.0.2.10:4000", "203.0.113.5, 10.1.1.2", "10.1.1.2"},
		{"192.0.2.10:4000", "not an address", "192.0.2.10"},
		{"[::ffff:192.0.2.10]:4000", "10.1.1.1", "10.1.1.1"},
	} {
		var log bytes.Buffer
		s, _ := newServer(t, func(config *web.Config) {
			config.Log, config.Proxies = slog.New(slog.NewJSONHandler(&log, nil)), []netip.Prefix{netip.MustParsePrefix("192.0.2.10/32")}
		})
		got := do(t, s.Handler(), "GET", "/viec-cua-toi", "", func(r *http.Request) {
			r.RemoteAddr = c.peer
			if c.told != "" {
				r.Header.Set("X-Forwarded-For", c.told)
			}
			r.Header.Set("X-Real-IP", "10.9.9.9")
			r.Header.Set("X-Remote-User", "nttha")
		})
		if got.StatusCode != http.StatusSeeOther {
			t.Errorf("a stranger is answered with %d", got.StatusCode)
		}
		if !strings.Contains(log.String(), `"from":"`+c.from+`"`) || strings.Contains(log.String(), "10.9.9.9") {
			t.Errorf("%s that tells %q: the log has %s", c.peer, c.told, log.String())
		}
	}
}
