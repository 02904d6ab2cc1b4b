package web_test

import (
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/a-h/templ"

	"thidua/internal/browser"
	"thidua/internal/web"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

const scripted = `<h1>Nháp</h1><form method="post" action="/thu/nhap" data-autosave="/thu/nhap"><input type="hidden" name="version" value="1">` +
	`<input type="hidden" name="key" value="a">` +
	`<div class="f"><label for="nd">Nội dung</label><input class="in" id="nd" name="nd"></div><span role="status" data-saved></span></form>` +
	`<form id="ben"><input type="hidden" name="version" value="1"><input type="hidden" name="key" value="a"></form>` +
	`<form id="khac"><input type="hidden" name="version" value="1"><input type="hidden" name="key" value="b"></form>` +
	`<button class="btn" id="sao" type="button" data-copy="nd" hidden>Sao chép</button>` +
	`<a id="tai" class="btn" href="/tat-ca" hx-get="/tat-ca" hx-target="#noi-dung">Tải</a>`

// TestScriptsUnderThePolicy proves that htmx and app.js do their work under the content security policy: a draft is
// saved after a pause, a button appears that only scripts can serve, a link swaps the inner block alone.
func TestScriptsUnderThePolicy(t *testing.T) {
	var saved atomic.Value
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, handle.Group{Name: "thử", Routes: []handle.Route{
			{Pattern: "GET /thu/nhap", Who: handle.Public, Do: func(c *handle.Ctx) error {
				c.Shell.SetSession(c, "the-session")
				return c.Page(http.StatusOK, ui.Page{Title: "Nháp"}, templ.Raw(scripted))
			}},
			{Pattern: "POST /thu/nhap", Do: func(c *handle.Ctx) error {
				if c.Autosave() {
					saved.Store(c.Form.Get("nd"))
				}
				return c.Saved(c.Form.Version() + 1)
			}},
		}})
	})
	a.sessions["the-session"] = true
	p := browser.Open(t, s.Handler(), browser.Desk)
	p.Go("/thu/nhap")
	p.Wait("#sao")
	p.Type("#nd", "Đỗ Đức")
	browser.Eval[bool](p, `new Promise(done => { const s = document.querySelector("[data-saved]");
		new MutationObserver(() => done(true)).observe(s, {childList: true, characterData: true, subtree: true}); if (s.textContent) done(true) })`)
	if got, _ := saved.Load().(string); got != "Đỗ Đức" {
		t.Errorf("saved %q, status %q", got, p.Text("[data-saved]"))
	}
	if got := browser.Eval[string](p, `[...document.querySelectorAll("[name=version]")].map(f => f.value).join(" ")`); got != "2 2 1" {
		t.Errorf("after saving, the form, the one beside it and the one of something else hold the versions %s", got)
	}
	browser.Eval[bool](p, "window.same = true")
	p.Click("#tai")
	p.Wait(".three")
	if !browser.Eval[bool](p, "window.same === true && document.querySelectorAll('main').length === 1") {
		t.Error("the link loaded a whole page")
	}
	if got := p.Title(); got != "Tất cả chức năng – Thi Đua" {
		t.Errorf("after the swap the title is %q", got)
	}
	for _, m := range p.Messages() {
		t.Errorf("console: %s", m)
	}
}
