package web_test

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/browser"
	"thidua/internal/file"
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
			{Pattern: "POST /thu/nhap", Who: handle.SignedIn, Do: func(c *handle.Ctx) error {
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

const pressed = `<h1>Gửi</h1><form method="post" action="/thu/gui" data-autosave="/thu/gui"><input type="hidden" name="version" value="1">` +
	`<input type="hidden" name="key" value="a"><label for="nd">Nội dung</label><input class="in" id="nd" name="nd">` +
	`<span role="status" data-saved></span><button id="gui" type="submit">Gửi</button></form>`

// pressing is a page with a draft that saves itself slowly, and what was sent to it as a form.
func pressing(t *testing.T, draft func(*handle.Ctx) error) (*browser.Page, func() []string) {
	t.Helper()
	var mu sync.Mutex
	var versions []string
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, handle.Group{Name: "thử", Routes: []handle.Route{
			{Pattern: "GET /thu/gui", Who: handle.Public, Do: func(c *handle.Ctx) error {
				c.Shell.SetSession(c, "the-session")
				return c.Page(http.StatusOK, ui.Page{Title: "Gửi"}, templ.Raw(pressed))
			}},
			{Pattern: "POST /thu/gui", Who: handle.SignedIn, Do: func(c *handle.Ctx) error {
				if c.Autosave() {
					return draft(c)
				}
				mu.Lock()
				defer mu.Unlock()
				versions = append(versions, c.Form.Get("version"))
				return c.Page(http.StatusOK, ui.Page{Title: "Đã gửi"}, templ.Raw(`<h1 id="xong">Đã gửi</h1>`))
			}},
		}})
	})
	a.sessions["the-session"] = true
	p := browser.Open(t, s.Handler(), browser.Desk)
	p.Go("/thu/gui")
	return p, func() []string { mu.Lock(); defer mu.Unlock(); return slices.Clone(versions) }
}

func TestAFormWaitsForItsDraftAndGoesOnce(t *testing.T) {
	begun, goOn := make(chan bool, 1), make(chan bool)
	p, sent := pressing(t, func(c *handle.Ctx) error {
		begun <- true
		<-goOn
		return c.Saved(2)
	})
	p.Type("#nd", "Đỗ Đức")
	<-begun
	browser.Eval[bool](p, `(document.getElementById("gui").click(), document.getElementById("gui").click(), true)`)
	close(goOn)
	p.Wait("#xong")
	if got := sent(); len(got) != 1 || got[0] != "2" {
		t.Errorf("two presses beside a draft under way sent the versions %v", got)
	}
}

func TestADraftSaysWhyItIsNotSaved(t *testing.T) {
	p, _ := pressing(t, func(*handle.Ctx) error { return thidua.Refuse(thidua.Conflict, "stale") })
	p.Type("#nd", "Đỗ Đức")
	browser.Eval[bool](p, `new Promise(done => { const s = document.querySelector("[data-saved]");
		new MutationObserver(() => done(true)).observe(s, {childList: true}); if (s.textContent) done(true) })`)
	if got := p.Text("[data-saved]"); !strings.Contains(got, "nơi khác đã lưu trước") {
		t.Errorf("after a conflict the draft says %q", got)
	}
}

func TestAFileTooLargeIsNotChosen(t *testing.T) {
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, handle.Group{Name: "thử", Routes: []handle.Route{
			{Pattern: "GET /thu/tep", Who: handle.Public, Do: func(c *handle.Ctx) error {
				return c.Page(http.StatusOK, ui.Page{Title: "Tệp"}, ui.Upload(ui.Field{Name: "tep", Label: "Tệp"}, ".pdf", false))
			}},
		}})
	})
	a.sessions["the-session"] = true
	if ui.MaxUpload != file.MaxSize {
		t.Errorf("a page takes %d bytes, the archive %d", ui.MaxUpload, file.MaxSize)
	}
	dir := t.TempDir()
	small, large := filepath.Join(dir, "nho.pdf"), filepath.Join(dir, "lon.pdf")
	for name, size := range map[string]int64{small: 9, large: file.MaxSize + 1} {
		if err := errors.Join(os.WriteFile(name, nil, 0o600), os.Truncate(name, size)); err != nil {
			t.Fatal(err)
		}
	}
	p := browser.Open(t, s.Handler(), browser.Desk)
	p.Go("/thu/tep")
	for _, c := range []struct {
		file, says string
		kept       int
	}{{small, "nho.pdf", 1}, {large, "lớn hơn 25 MB", 0}, {small, "nho.pdf", 1}, {"", "Chưa chọn tệp", 0}} {
		if c.file != "" {
			p.Upload("[name=tep]", c.file)
		} else {
			browser.Eval[bool](p, `(f => { f.value = ""; return f.dispatchEvent(new Event("change", {bubbles: true})) })(document.querySelector("[name=tep]"))`)
		}
		if got := p.Text(".tep > span"); !strings.Contains(got, c.says) || browser.Eval[int](p, `document.querySelector("[name=tep]").files.length`) != c.kept {
			t.Errorf("%q chosen: %q", c.file, got)
		}
	}
}
