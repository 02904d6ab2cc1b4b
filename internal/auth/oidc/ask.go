package oidc

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// Begin gives the address of the provider at which somebody proves who he is.
func (c *Client) Begin(ctx context.Context, k Keys) (address string, err error) {
	p, err := c.known(ctx)
	if err != nil {
		return "", err
	}
	return c.flow(p).AuthCodeURL(k.State, oidc.Nonce(k.Nonce), oauth2.S256ChallengeOption(k.Verifier),
		oauth2.SetAuthURLParam("response_mode", "query"), oauth2.SetAuthURLParam("max_age", strconv.Itoa(int(MaxAge.Seconds())))), nil
}

// flow asks for the identity and nothing else.
func (c *Client) flow(p *provider) *oauth2.Config {
	return &oauth2.Config{ClientID: c.ClientID, ClientSecret: c.Secret.Reveal(), Endpoint: p.endpoint, RedirectURL: c.Redirect, Scopes: []string{oidc.ScopeOpenID}}
}

// Answer is what the provider sends back through the browser.
type Answer struct{ State, Code, Issuer, Error string }

// Same tells whether the answer belongs to the keys of this browser.
func (a Answer) Same(k Keys) bool {
	return subtle.ConstantTimeCompare([]byte(a.State), []byte(k.State)) == 1
}

// Redeem turns the answer into the subject (mã định danh) that the provider has of the person. The error is ErrDown or ErrRefused.
func (c *Client) Redeem(ctx context.Context, a Answer, k Keys) (subject string, err error) {
	p, err := c.known(ctx)
	if err != nil {
		return "", err
	}
	if !a.Same(k) || a.Issuer != c.Issuer && (p.issuer || a.Issuer != "") {
		return "", fmt.Errorf("%w: of another sign-in or another provider", ErrRefused)
	}
	if a.Error != "" || a.Code == "" {
		return "", fmt.Errorf("%w: the provider says %.60q", ErrRefused, a.Error)
	}
	ctx, cancel := c.within(ctx)
	defer cancel()
	token, err := c.flow(p).Exchange(ctx, a.Code, oauth2.VerifierOption(k.Verifier))
	if err != nil {
		return "", exchangeFailed(err)
	}
	raw, _ := token.Extra("id_token").(string)
	signers := &keys{KeySet: p.keys}
	id, err := oidc.NewVerifier(c.Issuer, signers, &oidc.Config{ClientID: c.ClientID, SupportedSigningAlgs: algorithms, Now: c.Now}).Verify(ctx, raw)
	if err == nil {
		err = c.check(id, k)
	}
	switch {
	case signers.missing != nil:
		return "", fmt.Errorf("%w: %s", ErrDown, brief(signers.missing))
	case err != nil:
		return "", fmt.Errorf("%w: %s", ErrRefused, brief(err))
	}
	return id.Subject, nil
}

// keys remember that they could not be fetched, which a verifier does not tell from a token that the provider has not signed.
type keys struct {
	oidc.KeySet
	missing error
}

// VerifySignature gives the content of a token that is signed with one of the keys. Only a failure to fetch them wraps a cause.
func (k *keys) VerifySignature(ctx context.Context, token string) ([]byte, error) {
	content, err := k.KeySet.VerifySignature(ctx, token)
	if errors.Unwrap(err) != nil {
		k.missing = err
	}
	return content, err
}

// brief keeps of a cause what a line of the log can hold: what a provider answers may be a whole page.
func brief(err error) string { return fmt.Sprintf("%.300s", err.Error()) }

// exchangeFailed tells a provider that refuses the code from one that does not answer, without what it wrote.
func exchangeFailed(err error) error {
	var told *oauth2.RetrieveError
	switch {
	case !errors.As(err, &told):
		return fmt.Errorf("%w: %s", ErrDown, brief(err))
	case told.Response != nil && told.Response.StatusCode >= 500:
		return fmt.Errorf("%w: the token endpoint answers %d", ErrDown, told.Response.StatusCode)
	}
	return fmt.Errorf("%w: the token endpoint says %.60q", ErrRefused, told.ErrorCode)
}

// check asks what the library leaves to its caller: the nonce of this sign-in, the party for which the token was made, and when the person proved
// himself.
func (c *Client) check(id *oidc.IDToken, k Keys) error {
	var more struct {
		Party  string `json:"azp"`
		Proved int64  `json:"auth_time"`
	}
	if err := id.Claims(&more); err != nil {
		return err
	}
	const skew = time.Minute
	switch past := c.Now().Sub(time.Unix(more.Proved, 0)); {
	case subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(k.Nonce)) != 1:
		return errors.New("the nonce is of another sign-in")
	case more.Party != c.ClientID && (more.Party != "" || len(id.Audience) > 1) || !slices.Contains(id.Audience, c.ClientID):
		return errors.New("the token was made for another party")
	case id.Subject == "":
		return errors.New("the token names nobody")
	case past > MaxAge+skew || past < -skew:
		return errors.New("the provider does not say that the person proved himself just now")
	}
	return nil
}
