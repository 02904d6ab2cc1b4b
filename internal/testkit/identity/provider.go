// Package identity is a provider of identities (OpenID Connect) for tests: a server of its own on this machine with keys of its own, which hands out
// codes once and signs tokens, right ones or such as somebody would forge.
package identity

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// The client that the provider knows.
const (
	ClientID = "thidua"
	Secret   = "bí mật của máy khách"
)

// Provider is the server. What it tells may be changed while it runs.
type Provider struct {
	Issuer string
	Now    func() time.Time
	Asked  atomic.Int32 // how often its description was asked for

	server *httptest.Server
	key    *rsa.PrivateKey
	mu     sync.Mutex
	who    string
	down   bool
	locked bool // its keys are not given out
	forge  func(*Token)
	codes  map[string]grant
	ends   string // where its endpoints lie
}

// grant is what a code stands for, until it is redeemed.
type grant struct{ who, nonce, challenge, redirect string }

// Start runs a provider until the test ends; at first nobody has proved himself to it.
func Start(t testing.TB, now func() time.Time) *Provider {
	t.Helper()
	p := &Provider{Now: now, key: ownKey(), codes: map[string]grant{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.describe)
	mux.HandleFunc("GET /keys", p.keys)
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.redeem)
	p.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/.well-known/") {
			p.Asked.Add(1)
		}
		if p.isDown() {
			http.Error(w, "down", http.StatusBadGateway)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(p.server.Close)
	p.Issuer, p.ends = p.server.URL, p.server.URL
	return p
}

// Enter has somebody prove himself; forge changes his tokens before they are signed, or is nil.
func (p *Provider) Enter(who string, forge func(*Token)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.who, p.forge = who, forge
}

// Scatter lays the endpoints at another address than the issuer's; before anybody asks.
func (p *Provider) Scatter(address string) { p.ends = address }

// Silence has the provider answer nothing but that it is down, or lets it answer again.
func (p *Provider) Silence(down bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = down
}

// LockKeys has the provider give out no keys while it answers everything else, or give them out again.
func (p *Provider) LockKeys(locked bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.locked = locked
}

func (p *Provider) isDown() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.down
}

func (p *Provider) describe(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusOK, map[string]any{
		"issuer": p.Issuer, "authorization_endpoint": p.ends + "/authorize", "token_endpoint": p.ends + "/token", "jwks_uri": p.ends + "/keys",
		"id_token_signing_alg_values_supported": []string{"RS256"}, "response_types_supported": []string{"code"},
		"authorization_response_iss_parameter_supported": true,
	})
}

func (p *Provider) keys(w http.ResponseWriter, _ *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.locked {
		http.Error(w, "down", http.StatusBadGateway)
		return
	}
	write(w, http.StatusOK, map[string]any{"keys": []any{map[string]string{
		"kty": "RSA", "use": "sig", "alg": "RS256", "kid": keyID, "n": text(p.key.N.Bytes()), "e": text(big.NewInt(int64(p.key.E)).Bytes()),
	}}})
}

// authorize sends whoever has proved himself back with a code, and whoever has not with a refusal.
func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("client_id") != ClientID || q.Get("response_type") != "code" || q.Get("scope") != "openid" || q.Get("code_challenge_method") != "S256" ||
		q.Get("max_age") == "" || q.Get("state") == "" || q.Get("nonce") == "" {
		http.Error(w, "invalid request", http.StatusBadRequest)
		return
	}
	back := url.Values{"state": {q.Get("state")}, "iss": {p.Issuer}}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.who == "" {
		back.Set("error", "access_denied")
	} else {
		code := rand.Text()
		p.codes[code] = grant{who: p.who, nonce: q.Get("nonce"), challenge: q.Get("code_challenge"), redirect: q.Get("redirect_uri")}
		back.Set("code", code)
	}
	http.Redirect(w, r, q.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

// redeem gives a token for a code, once, to the client whose browser began.
func (p *Provider) redeem(w http.ResponseWriter, r *http.Request) {
	id, secret, _ := r.BasicAuth()
	id, _ = url.QueryUnescape(id)
	secret, _ = url.QueryUnescape(secret)
	p.mu.Lock()
	defer p.mu.Unlock()
	g, ok := p.codes[r.PostFormValue("code")]
	delete(p.codes, r.PostFormValue("code"))
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if !ok || id != ClientID || secret != Secret || text(sum[:]) != g.challenge || r.PostFormValue("redirect_uri") != g.redirect {
		write(w, http.StatusBadRequest, map[string]string{"error": "invalid_grant"})
		return
	}
	now := p.Now()
	t := &Token{Alg: "RS256", Key: p.key, Claims: map[string]any{"iss": p.Issuer, "sub": g.who, "aud": ClientID, "nonce": g.nonce,
		"iat": now.Unix(), "exp": now.Add(5 * time.Minute).Unix(), "auth_time": now.Unix()}}
	if p.forge != nil {
		p.forge(t)
	}
	write(w, http.StatusOK, map[string]any{"access_token": rand.Text(), "token_type": "Bearer", "expires_in": 300, "id_token": t.sign()})
}

func write(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

func text(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
