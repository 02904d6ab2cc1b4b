package oidc

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// How long what a provider tells of itself is believed, and how long after a failure nobody has it asked again.
const (
	freshFor = 6 * time.Hour
	askAgain = 30 * time.Second
)

// provider is what the provider tells of itself.
type provider struct {
	keys     oidc.KeySet // with which it signs, fetched when a token names one that is not known
	endpoint oauth2.Endpoint
	issuer   bool // it names itself in every answer (RFC 9207)
}

// algorithms are the signatures that are taken: with a key that only the provider holds, never with a shared one and never none.
var algorithms = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.EdDSA}

// known looks at the provider when nobody has, or not for long. A failure is remembered for a moment only, so that neither strangers have the
// provider asked without end nor a moment's failure closes the door.
func (c *Client) known(ctx context.Context) (*provider, error) {
	select {
	case c.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("%w: %w", ErrDown, ctx.Err())
	}
	defer func() { <-c.turn }()
	now := c.Now()
	if c.found != nil && recent(c.foundAt, now, freshFor) {
		return c.found, nil
	}
	if recent(c.tried, now, askAgain) {
		return c.last(fmt.Errorf("%w: it failed a moment ago", ErrDown))
	}
	found, err := c.discover(ctx)
	if err != nil {
		c.tried = c.Now()
		return c.last(fmt.Errorf("%w: %s", ErrDown, brief(err)))
	}
	c.found, c.foundAt, c.tried = found, now, time.Time{}
	return found, nil
}

// last goes on with what was known before a failure.
func (c *Client) last(err error) (*provider, error) {
	if c.found != nil {
		return c.found, nil
	}
	return nil, err
}

func recent(then, now time.Time, span time.Duration) bool {
	past := now.Sub(then)
	return !then.IsZero() && past >= 0 && past < span
}

func (c *Client) discover(ctx context.Context) (*provider, error) {
	ctx, cancel := c.within(ctx)
	defer cancel()
	told, err := oidc.NewProvider(ctx, c.Issuer)
	if err != nil {
		return nil, err
	}
	var more struct {
		Keys    string   `json:"jwks_uri"`
		Methods []string `json:"token_endpoint_auth_methods_supported"`
		Issuer  bool     `json:"authorization_response_iss_parameter_supported"`
	}
	if err := told.Claims(&more); err != nil {
		return nil, err
	}
	p := &provider{keys: oidc.NewRemoteKeySet(ctx, more.Keys), endpoint: told.Endpoint(), issuer: more.Issuer}
	for _, address := range []string{p.endpoint.AuthURL, p.endpoint.TokenURL, more.Keys} {
		if err := c.allows(address); err != nil {
			return nil, err
		}
	}
	p.endpoint.AuthStyle = oauth2.AuthStyleInHeader
	if len(more.Methods) > 0 && !slices.Contains(more.Methods, "client_secret_basic") {
		p.endpoint.AuthStyle = oauth2.AuthStyleInParams
	}
	return p, nil
}

// allows refuses an endpoint that is not encrypted, or lies on a host that the operator did not name.
func (c *Client) allows(address string) error {
	u, err := url.Parse(address)
	if err != nil || !Good(u.Scheme+"://"+u.Host) || u.User != nil {
		return fmt.Errorf("the endpoint %q is not encrypted", address)
	}
	if !slices.ContainsFunc(c.allowed(), func(h string) bool { return strings.EqualFold(h, u.Host) }) {
		return fmt.Errorf("the endpoint %q lies on a host that --oidc-hosts does not name", address)
	}
	return nil
}
