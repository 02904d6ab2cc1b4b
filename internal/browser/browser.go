// Package browser drives a real Chromium for tests: it opens pages of a handler, types and clicks as a person does, takes pictures and
// asks axe-core what hinders people with a disability. One browser serves all tests of a process; each page has its own cookies.
package browser

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long one step of a page may take on a busy machine.
const patience = 20 * time.Second

// Page is one tab with its own cookies.
type Page struct {
	t    testing.TB
	ctx  context.Context
	base string

	mu       sync.Mutex
	messages []string
}

// Open starts the handler on a local port and opens an empty tab that looks as told; the test closes both.
func Open(t testing.TB, h http.Handler, look Look) *Page {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	base := server.URL
	if look.Host != "" {
		base = strings.Replace(base, "127.0.0.1", look.Host, 1)
	}
	chromium.once.Do(start)
	if chromium.err != nil {
		t.Fatalf("chromium does not start: %v", chromium.err)
	}
	ctx, closeTab := chromedp.NewContext(chromium.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	p := &Page{t: t, ctx: ctx, base: base}
	// The first step must not have a deadline: the tab would close with it.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	p.Look(look)
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	return p
}

// Go opens an address of the handler and waits until it is loaded, fonts included.
func (p *Page) Go(path string) {
	p.t.Helper()
	p.do(chromedp.Navigate(p.base+path), settle)
}

var settle = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := chromedp.Evaluate[bool]("document.fonts.ready.then(() => true)", chromedp.EvalAwaitPromise)(ctx, t)
	return err
})

// Type writes into a field as a person does.
func (p *Page) Type(selector, text string) {
	p.t.Helper()
	p.do(chromedp.SendKeys(chromedp.CSS(selector), text))
}

// Click presses a button that stays on the page.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.do(chromedp.Click(chromedp.CSS(selector)))
}

// Follow presses a link or a button that leads to another page, and waits for it.
func (p *Page) Follow(selector string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	_, err := chromedp.Run(ctx, chromedp.WaitEvent(page.LoadEventFired, func(page.EventLoadEventFired) bool { return true },
		chromedp.Click(chromedp.CSS(selector))))
	if err != nil {
		p.t.Fatalf("follow %s: %v", selector, err)
	}
}

// Wait waits until an element is visible.
func (p *Page) Wait(selector string) {
	p.t.Helper()
	p.do(chromedp.WaitVisible(chromedp.CSS(selector)))
}

func (p *Page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// Upload chooses a file in a field for files.
func (p *Page) Upload(selector, path string) {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(chromedp.CSS(selector), []string{path}))
}
