package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/auth"
	"thidua/internal/demo"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/web"
)

// sample is the sample season behind its real pages, with an ear on the statements and a connection of its own for the bare program.
type sample struct {
	core     *app.App
	server   *web.Server
	handler  http.Handler
	heard    *recorder
	bare     *sql.DB
	password string
	cookies  map[string]*http.Cookie // of who has signed in
	close    func()
}

func openSample(ctx context.Context, dir, address string, today thidua.Date) (*sample, error) {
	clock := &demo.Clock{}
	s, err := serveSample(ctx, dir, address, clock)
	if err != nil {
		return nil, err
	}
	s.password = auth.NewPassword()
	if err := demo.Play(ctx, s.core, clock, today, s.password); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// serveSample opens what a folder holds behind the real pages.
func serveSample(ctx context.Context, dir, address string, clock *demo.Clock) (*sample, error) {
	s := &sample{heard: &recorder{}, cookies: map[string]*http.Cookie{}}
	db, err := store.Open(ctx, store.Config{Dir: dir, URL: address, Clock: clock.Now, Trace: s.heard.hear})
	if err != nil {
		return nil, err
	}
	files, err := file.Open(dir)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	s.close = func() { _, _, _ = s.bare.Close(), files.Close(), db.Close() }
	if s.bare, err = openBare(dir, address); err != nil {
		return nil, errors.Join(err, files.Close(), db.Close())
	}
	s.core = app.New(db, app.WithFiles(files))
	if s.server, err = web.New(web.Config{Core: s.core, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: db.Clock, Origin: app.From}); err != nil {
		s.close()
		return nil, err
	}
	s.handler = s.server.Handler()
	return s, nil
}

// signIn opens a session as a person does, by the form; an empty name is a visitor.
func (s *sample) signIn(user string) error {
	if user == "" || s.cookies[user] != nil {
		return nil
	}
	form := url.Values{"user": {user}, "password": {s.password}}.Encode()
	r := httptest.NewRequest(http.MethodPost, "http://localhost/dang-nhap", strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if c.Name == "__Host-thidua" {
			s.cookies[user] = c
		}
	}
	if s.cookies[user] == nil {
		return fmt.Errorf("%s cannot sign in: %d", user, w.Code)
	}
	return nil
}

// ask asks for a page as a browser does, packed or as it is.
func (s *sample) ask(user, path, encoding string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "http://localhost"+path, nil)
	if encoding != "" {
		r.Header.Set("Accept-Encoding", encoding)
	}
	if c := s.cookies[user]; c != nil {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w
}

// land follows a page that leads on, such as the board to that of the current year.
func (s *sample) land(user, path string) (string, error) {
	if err := s.signIn(user); err != nil {
		return "", err
	}
	for range 3 {
		w := s.ask(user, path, "")
		switch w.Code {
		case http.StatusOK:
			return path, nil
		case http.StatusSeeOther:
			path = w.Header().Get("Location")
		default:
			return "", fmt.Errorf("%s for %s: %d", path, user, w.Code)
		}
	}
	return "", fmt.Errorf("%s for %s leads nowhere", path, user)
}
