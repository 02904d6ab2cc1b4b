package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"

	"thidua/internal/web/handle"
)

// longestKey bounds the hidden field "key" of a form.
const longestKey = 64

// turns lets the forms of one key through one after the other.
type turns struct {
	mu   sync.Mutex
	busy map[string]chan struct{}
}

// wait takes the turn of a key; the function that it gives hands the turn on.
func (t *turns) wait(ctx context.Context, key string) (func(), error) {
	for {
		t.mu.Lock()
		if t.busy == nil {
			t.busy = map[string]chan struct{}{}
		}
		before, taken := t.busy[key]
		if !taken {
			done := make(chan struct{})
			t.busy[key] = done
			t.mu.Unlock()
			return func() {
				t.mu.Lock()
				delete(t.busy, key)
				t.mu.Unlock()
				close(done)
			}, nil
		}
		t.mu.Unlock()
		select {
		case <-before:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// once runs a route. A form that comes back under its key gets the answer of the first time and does nothing again; a refused one leaves
// its key free.
func (s *Server) once(c *handle.Ctx) error {
	if s.config.Core == nil || !hasOneEffect(c) {
		return c.Route.Do(c)
	}
	key := c.Form.Key()
	if len(key) > longestKey {
		return handle.ErrMalformed
	}
	body, err := bodyHash(c)
	if err != nil {
		return err
	}
	next, err := s.turns.wait(c.Context(), c.Actor.Tenant+" "+c.Actor.Account+" "+key)
	if err != nil {
		return err
	}
	defer next()
	return s.first(c, key, body)
}

// hasOneEffect tells which forms are answered once. Drafts that save themselves carry a version instead, and a ballot leaves no key beside
// the ballot.
func hasOneEffect(c *handle.Ctx) bool {
	return handle.Changes(c.R.Method) && c.Form.Key() != "" && c.SignedIn() && !c.Autosave() && !c.Route.Quiet
}

// first runs the route unless its form has been answered, and keeps the answer.
func (s *Server) first(c *handle.Ctx, key, body string) error {
	within, form, answer, err := s.config.Core.Once(c.Context(), c.Actor, key, body)
	if err != nil {
		return err
	}
	if answer != "" {
		return c.Redirect(answer)
	}
	c.R = c.R.WithContext(within)
	if err = c.Route.Do(c); err != nil && statusOf(err) >= http.StatusInternalServerError {
		return err // nobody knows how far it went: the key stays taken
	}
	if kept := s.config.Core.Finish(c.Context(), form, ledTo(c.W)); kept != nil {
		s.config.Log.Error("answer of a form", "id", c.ID, "error", kept.Error())
	}
	return err
}

// ledTo gives the address that an answer sends the browser to, or the one at which a page shown once is found from then on; empty for
// every other answer.
func ledTo(w http.ResponseWriter) string {
	out, ok := w.(*status)
	switch {
	case ok && out.code == http.StatusSeeOther:
		return out.Header().Get("Location")
	case ok && out.code == http.StatusOK:
		return out.Header().Get("Content-Location")
	}
	return ""
}

// bodyHash is one for two forms that ask for the same at the same address.
func bodyHash(c *handle.Ctx) (string, error) {
	fields := map[string][]string{}
	for _, name := range c.Form.Names() {
		if name != "key" {
			fields[name] = c.Form.All(name)
		}
	}
	sum := sha256.New()
	if err := json.NewEncoder(sum).Encode([]any{c.R.Method, c.R.URL.RequestURI(), fields}); err != nil {
		return "", err
	}
	for _, name := range c.Form.FileNames() {
		files, err := c.Form.EveryUpload(name)
		if err != nil {
			return "", err
		}
		for _, f := range files {
			fmt.Fprintf(sum, "%q %q %d ", name, f.Name, f.Size)
			_, err := io.Copy(sum, f.Body)
			if shut := f.Body.Close(); err == nil {
				err = shut
			}
			if err != nil {
				return "", err
			}
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
