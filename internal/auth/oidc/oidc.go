// Package oidc asks a provider of identities (hệ thống xác thực của tỉnh) who somebody is: OpenID Connect, authorization code flow with PKCE, as a
// confidential client. It knows nothing of accounts.
package oidc

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"

	"thidua"
	"thidua/internal/outbound"
)

// What asking a provider may end in; the cause is wrapped for the log and holds neither a code nor a token.
var (
	// ErrDown is a provider that does not answer, or whose description of itself cannot be used.
	ErrDown = errors.New("oidc: the provider cannot be asked")
	// ErrRefused is an answer of the provider that tells nobody: refused by it, for another client, of another time, or not signed by it.
	ErrRefused = errors.New("oidc: the answer is not accepted")
)

// MaxAge is how long ago somebody may have proved himself to the provider: the idle limit of a session here, so that an abandoned machine opens
// none either.
const MaxAge = 15 * time.Minute

// Settings are how the operator connects a provider.
type Settings struct {
	Issuer   string // its address, as it stands in its tokens
	ClientID string
	Secret   thidua.Secret
	Redirect string   // the address of ours to which it sends people back
	Hosts    []string // further hosts (host or host:port) on which its endpoints may lie
	Now      func() time.Time
}

// Good tells whether an address may be that of a provider: https, or http on this machine alone, and nothing behind the path.
func Good(issuer string) bool {
	u, err := url.Parse(issuer)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return false
	}
	return u.Scheme == "https" || u.Scheme == "http" && loopback(u.Hostname())
}

func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// Client asks one provider; it is safe for concurrent use and asks nothing before it is used.
type Client struct {
	Settings
	asking func(context.Context) context.Context // puts the one client for other servers under a context
	turn   chan struct{}                         // held while the provider is looked at

	found          *provider
	foundAt, tried time.Time
}

// New makes a client of a provider.
func New(s Settings) *Client {
	hosts := make([]string, 0, len(s.Hosts)+1)
	for _, h := range s.allowed() {
		hosts = append(hosts, hostOf(h))
	}
	const largest = 1 << 20 // keys of a provider are a few kilobytes
	client := outbound.Bounded(largest, hosts...)
	asking := func(ctx context.Context) context.Context { return oidc.ClientContext(ctx, client) }
	return &Client{Settings: s, asking: asking, turn: make(chan struct{}, 1)}
}

// allowed are the hosts on which the provider may be asked.
func (s Settings) allowed() []string {
	u, err := url.Parse(s.Issuer)
	if err != nil {
		return nil
	}
	return append([]string{u.Host}, s.Hosts...)
}

func hostOf(address string) string {
	if host, _, err := net.SplitHostPort(address); err == nil {
		return host
	}
	return strings.Trim(address, "[]")
}

// within is the context of one question to the provider: not ended by whoever stops waiting, and never long.
func (c *Client) within(ctx context.Context) (context.Context, context.CancelFunc) {
	const patience = 10 * time.Second
	return context.WithTimeout(c.asking(context.WithoutCancel(ctx)), patience)
}

// Keys bind one sign-in to the browser that began it. They are made of a secret that this browser alone holds.
type Keys struct{ State, Nonce, Verifier string }

// KeysOf gives the keys of a browser's secret.
func KeysOf(secret string) Keys {
	of := func(what string) string {
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte("thidua oidc " + what))
		return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
	}
	return Keys{State: of("state"), Nonce: of("nonce"), Verifier: of("verifier")}
}
