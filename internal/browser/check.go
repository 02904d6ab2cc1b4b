package browser

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// axe is axe-core 4.14.1 (MPL 2.0), used in tests only; its licence lies beside it.
//
//go:embed testdata/axe.min.js
var axe string

// What axe-core is asked: everything, or what only the colours decide.
const (
	wholePage = `{type: "tag", values: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}`
	colours   = `{type: "rule", values: ["color-contrast","link-in-text-block"]}`
)

const runAxe = `axe.run(document, {resultTypes: ["violations"], runOnly: %s})
.then(r => JSON.stringify(r.violations.map(v => ({Rule: v.id, Help: v.help, Nodes: v.nodes.map(n => n.html.slice(0, 200))}))))`

// Violation is one rule of axe-core that the page breaks, with the elements.
type Violation struct {
	Rule  string
	Help  string
	Nodes []string
}

// Axe asks axe-core for WCAG 2.2 AA and best practice; none is the goal.
func (p *Page) Axe() []Violation {
	p.t.Helper()
	return p.axe(wholePage)
}

// AxeColours asks axe-core again for what the colours decide, after the theme of a page that Axe has seen has changed.
func (p *Page) AxeColours() []Violation {
	p.t.Helper()
	return p.axe(colours)
}

func (p *Page) axe(what string) []Violation {
	p.t.Helper()
	if !Eval[bool](p, "typeof axe === 'object'") {
		Eval[bool](p, axe+";true")
	}
	var found []Violation
	if err := json.Unmarshal([]byte(Eval[string](p, fmt.Sprintf(runAxe, what))), &found); err != nil {
		p.t.Fatal(err)
	}
	return found
}

// Widths are those at which no page may scroll sideways.
var Widths = []int64{320, 390, 768, 1366}

// NoSidewaysScroll fails the test when the page is wider than the window at one of Widths.
func (p *Page) NoSidewaysScroll(look Look) {
	p.t.Helper()
	for _, w := range Widths {
		look.Width = w
		p.Look(look)
		if wide := Eval[int64](p, "document.documentElement.scrollWidth"); wide > w {
			p.t.Errorf("%s: %d px wide in a window of %d px", p.Path(), wide, w)
		}
	}
}

// Messages gives the errors and warnings of the console, refusals of the content security policy among them.
func (p *Page) Messages() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.messages...)
}

func (p *Page) listen(event any) {
	var text string
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			text = e.Entry.Text
		}
	case *runtime.EventExceptionThrown:
		text = e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			text += " " + e.ExceptionDetails.Exception.Description
		}
	}
	if text = strings.TrimSpace(text); text != "" {
		p.mu.Lock()
		p.messages = append(p.messages, text)
		p.mu.Unlock()
	}
}

func call[P, R any](p *Page, command cdp.Command[P, R], params P) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, command, params); err != nil {
		p.t.Fatal(err)
	}
}
