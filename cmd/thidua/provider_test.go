package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/internal/confine"
)

func TestAProviderIsConnectedWithAllItNeeds(t *testing.T) {
	dir := t.TempDir()
	secret, empty := filepath.Join(dir, "oidc-secret"), filepath.Join(dir, "empty")
	for name, text := range map[string]string{secret: "vang-7391\n", empty: "\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for line, says := range map[string]string{
		"--oidc-issuer https://sso.example --oidc-client-id x":                                                                                                            "--oidc-secret-file",
		"--oidc-client-id x --oidc-secret-file " + secret:                                                                                                                 "--oidc-issuer",
		"--oidc-issuer http://sso.example --base-url https://thidua.example --oidc-client-id x --oidc-secret-file " + secret:                                              "https://",
		"--oidc-issuer https://sso.example --oidc-client-id x --oidc-secret-file " + secret:                                                                               "--base-url",
		"--oidc-issuer https://sso.example --oidc-client-id x --base-url http://thidua.example --oidc-secret-file " + secret:                                              "--base-url",
		"--oidc-issuer https://sso.example --oidc-client-id x --base-url https://thidua.example --oidc-secret-file " + empty:                                              empty,
		"--oidc-issuer https://sso.example --oidc-client-id x --base-url https://thidua.example --oidc-secret-file " + dir:                                                dir,
		"--oidc-issuer https://sso.example --oidc-client-id x --base-url https://thidua.example --oidc-name " + strings.Repeat("x", 61) + " --oidc-secret-file " + secret: "60",
	} {
		code, _, errs := thiduaRun(t, append([]string{"serve", "--data", filepath.Join(dir, "d")}, strings.Fields(line)...)...)
		if code == exitDone || !strings.Contains(errs, says) || strings.Contains(errs, "vang-7391") {
			t.Errorf("%s: code %d, %q", line, code, errs)
		}
	}
	p := provider{issuer: "https://sso.example/realms/tinh", hosts: "keys.example, token.example:8443"}
	if ports := confine.Ports(p.addresses()...); !slices.Equal(ports, []uint16{443, 443, 8443}) {
		t.Errorf("the server keeps the ports %v", ports)
	}
}

func TestTheServerStartsWhileTheProviderIsDown(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(dir, "oidc-secret")
	if err := os.WriteFile(secret, []byte("vang-7391"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{"ISSUER": "http://127.0.0.1:9", "CLIENT_ID": "thidua", "SECRET_FILE": secret, "NAME": "Tài khoản tỉnh"} {
		t.Setenv("THIDUA_OIDC_"+name, value)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := free.Addr().String()
	_ = free.Close()
	ctx, cancel := context.WithCancel(t.Context())
	read, write := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "--addr", addr, "--base-url", "http://" + addr, "--lang", "en", "--data", filepath.Join(dir, "d")},
			strings.NewReader(""), write, io.Discard)
		_ = write.Close()
	}()
	lines := bufio.NewReader(read)
	if _, err := lines.ReadString('\n'); err != nil {
		t.Fatalf("the server says nothing: %v, and ended with %d", err, <-ended)
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	if got, err := http.Get("http://" + addr + "/dang-nhap"); err != nil {
		t.Error(err)
	} else if page, err := io.ReadAll(got.Body); err != nil || !strings.Contains(string(page), "Đăng nhập bằng Tài khoản tỉnh") {
		t.Errorf("the sign-in page lacks the button, or %v", err)
	}
	cancel()
	if code := <-ended; code != exitDone {
		t.Errorf("the server ended with %d", code)
	}
}
