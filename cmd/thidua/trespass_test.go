package main

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/testscript"
)

// trespass knocks at every door of the page that somebody else has open, its own address, the links and the forms of what it shows, and looks that
// each is shut to the one who acts now: trespass USER.
func trespass(ts *testscript.TestScript, _ bool, args []string) {
	w := townOf(ts)
	open := w.visitors[args[0]]
	if open == nil || open.page == nil {
		ts.Fatalf("nobody is %q", args[0])
	}
	w.now.shut(ts, http.MethodGet, open.at.RequestURI())
	forms := open.page.Find("main form[method=post]")
	forms.Each(func(_ int, f *goquery.Selection) {
		w.now.shut(ts, http.MethodPost, f.AttrOr("action", ""))
	})
	if forms.Length() == 0 {
		ts.Fatalf("%s has no form open at %s", args[0], open.at.Path)
	}
	open.page.Find("main a[href]").Each(func(_ int, a *goquery.Selection) {
		if to, err := open.at.Parse(a.AttrOr("href", "")); err == nil && strings.Count(to.Path, "/") > 1 {
			w.now.shut(ts, http.MethodGet, to.RequestURI())
		}
	})
}

// shut asks for an address, which has to be refused like one that is not there.
func (v *visitor) shut(ts *testscript.TestScript, method, path string) {
	r, err := http.NewRequest(method, v.base+path, strings.NewReader(url.Values{"version": {"1"}, "reason": {"thử"}}.Encode()))
	ts.Check(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", v.base)
	answer, err := v.client.Do(r)
	ts.Check(err)
	ts.Check(answer.Body.Close())
	if answer.StatusCode != http.StatusForbidden && answer.StatusCode != http.StatusNotFound {
		ts.Fatalf("%s: %s %s answers %s", v.user, method, path, answer.Status)
	}
}
