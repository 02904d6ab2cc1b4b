package browser_test

import (
	"context"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"thidua/internal/app"
	"thidua/internal/app/anchor"
	"thidua/internal/app/factor"
	"thidua/internal/audit"
	"thidua/internal/auth/totp"
	"thidua/internal/browser"
	"thidua/internal/demo"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

const password = "một mùa thi đua mẫu"

// house is an installation behind its real pages.
type house struct {
	*app.App
	db      *store.DB
	handler http.Handler
	key     *audit.Key
}

// build makes an empty installation whose business clock is the one given.
func build(t testing.TB, now func() time.Time) *house { return buildAsking(t, now, false) }

// buildAsking is build for an installation that may require a second factor.
func buildAsking(t testing.TB, now func() time.Time, second bool) *house {
	t.Helper()
	db := testkit.Open(t, func(c *store.Config) { c.Clock = now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	core := app.New(db, app.WithFiles(files), app.WithSeal(parcel.NewKey()))
	server, err := web.New(web.Config{Core: core, Second: factor.Over(core, totp.NewKey(), second), Anchors: anchor.Over(core).WithKey(key, ""),
		Log: slog.New(slog.DiscardHandler), Now: now, Origin: app.From})
	if err != nil {
		t.Fatal(err)
	}
	return &house{core, db, server.Handler(), key}
}

// sample is an installation with the sample season, which can be played on from day to day.
func sample(t testing.TB) (*house, *demo.Season) {
	t.Helper()
	clock := &demo.Clock{}
	h := build(t, clock.Now)
	season, err := demo.Begin(context.Background(), h.App, clock, password)
	if err != nil {
		t.Fatal(err)
	}
	return h, season
}

// visit is enter, or a tab of somebody who has not signed in.
func (h *house) visit(t testing.TB, user string) *browser.Page {
	t.Helper()
	if user != "" {
		return h.enter(t, user, browser.Desk)
	}
	look := browser.Desk
	look.Host = "localhost"
	return browser.Open(t, h.handler, look)
}

// enter opens a tab in which somebody has signed in.
func (h *house) enter(t testing.TB, user string, look browser.Look) *browser.Page {
	t.Helper()
	look.Host = "localhost"
	p := browser.Open(t, h.handler, look)
	p.Go("/dang-nhap")
	p.Type("[name=user]", user)
	p.Type("[name=password]", password)
	p.Follow("button[type=submit]")
	if p.Path() == "/dang-nhap" {
		t.Fatalf("%s cannot sign in: %s", user, p.Text("body"))
	}
	return p
}
