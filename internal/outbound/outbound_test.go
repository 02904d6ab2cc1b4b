package outbound_test

import (
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync/atomic"
	"testing"

	"thidua/internal/outbound"
)

// listener counts what reaches a server on this machine.
func listener(t *testing.T, answer http.HandlerFunc) (port string, heard *atomic.Int32) {
	t.Helper()
	heard = &atomic.Int32{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		heard.Add(1)
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	return u.Port(), heard
}

func TestCase41NothingInsideTheNetworkIsAsked(t *testing.T) {
	port, heard := listener(t, func(http.ResponseWriter, *http.Request) {})
	for _, host := range []string{"127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "169.254.169.254", "10.0.0.1", "192.168.1.1",
		"172.16.0.1", "100.64.0.1", "[fe80::1]", "[fd00::1]", "224.0.0.1", "255.255.255.255"} {
		answer, err := outbound.Client().Get("http://" + net.JoinHostPort(unbracketed(host), port))
		if err == nil {
			_ = answer.Body.Close()
			t.Errorf("%s answered %s", host, answer.Status)
		} else if !errors.Is(err, outbound.ErrPrivate) {
			t.Errorf("%s: %v, want a refusal of the address", host, err)
		}
	}
	if n := heard.Load(); n != 0 {
		t.Errorf("the listener heard %d requests", n)
	}
}

func unbracketed(host string) string {
	if host[0] == '[' {
		return host[1 : len(host)-1]
	}
	return host
}

func TestCase41ANamedHostIsAskedAndItsRedirectNotFollowed(t *testing.T) {
	elsewhere, heard := listener(t, func(http.ResponseWriter, *http.Request) {})
	port, _ := listener(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://127.0.0.1:"+elsewhere, http.StatusFound)
	})
	answer, err := outbound.Client("LOCALHOST").Get("http://localhost:" + port)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusFound || heard.Load() != 0 {
		t.Errorf("%s, and the target of the redirect heard %d requests", answer.Status, heard.Load())
	}
	if _, err := outbound.Client("localhost").Get("file:///etc/hostname"); err == nil {
		t.Error("a file was read")
	}
}

func TestCase41AProxyOfTheEnvironmentIsNotAsked(t *testing.T) {
	port, heard := listener(t, func(http.ResponseWriter, *http.Request) {})
	t.Setenv("HTTP_PROXY", "http://localhost:"+port)
	t.Setenv("http_proxy", "http://localhost:"+port)
	if answer, err := outbound.Client().Get("http://192.168.77.7/"); err == nil {
		_ = answer.Body.Close()
		t.Error("an address inside the network answered")
	}
	if heard.Load() != 0 {
		t.Error("the proxy was asked")
	}
}
