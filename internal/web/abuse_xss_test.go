package web_test

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"thidua"
)

// hostile is what somebody might type to make a browser do more than show it. Each string names the mark xss36 where it would become an element, an
// attribute or an address, so that what stems from it can be known in a page.
var hostile = strings.Split(strings.TrimSpace(`
<xss36>
<xss36 onmouseover=xss36()>
<script>xss36()</script>
</script><script>xss36()</script>
<script src=//evil.example/xss36.js></script>
<img src=x onerror=xss36()>
<img src=x xss36=1>
<svg onload=xss36()>
<svg><script>xss36()</script></svg>
<svg><xss36></svg>
<math><xss36></math>
<iframe src=javascript:xss36()>
<iframe srcdoc="<xss36>">
<object data=javascript:xss36()>
<embed src=javascript:xss36()>
<base href=//xss36.example/>
<meta http-equiv=refresh content="0;url=javascript:xss36()">
<link rel=stylesheet href=//evil.example/xss36.css>
<style>@import '//evil.example/xss36.css'</style>
<form action=//evil.example/xss36><button>
<input autofocus onfocus=xss36()>
<details open ontoggle=xss36()>
<video><source onerror=xss36()>
<a href="javascript:xss36()">x</a>
<a href="java&#10;script:xss36()">x</a>
<a href="data:text/html,<xss36>">x</a>
<body onload=xss36()>
<template><xss36></template>
<noscript><p title="</noscript><xss36>">
<textarea><xss36></textarea><xss36>
</textarea><xss36>
</title><xss36>
</option></select><xss36>
</td></tr></table><xss36>
<!--><xss36>-->
<![CDATA[<xss36>]]>
"><xss36>
'><xss36>
" xss36="1
' xss36='1
" onmouseover="xss36()
' onmouseover='xss36()
x onmouseover=xss36() y
" autofocus onfocus="xss36()" x="
" hx-get="/xss36
" data-hx-get="/xss36" data-hx-trigger="load
<div hx-get="/xss36" hx-trigger=load>
<div data-hx-on:click="xss36()">
<div hx-on::load="xss36()">
<div hx-vals='js:{x:xss36()}'>
<p hx-swap-oob="innerHTML:#xss36">
<hx-partial hx-target="#xss36">
javascript:xss36()
JaVaScRiPt:xss36()
data:text/html,<xss36>
//evil.example/xss36
{{xss36}}
${xss36()}
`+"`${xss36()}`"+`
`+"\\u003cxss36\\u003e"+`
\x3cxss36\x3e
&lt;xss36&gt;
&#60;xss36&#62;
＜xss36＞
`+"xss36\u2028xss36()\u2029"+`
<ѕcript>xss36()</ѕcript>
<x`+"\u00a0"+`xss36=1>
%3Cxss36%3E
+ADw-xss36+AD4-
`), "\n")

// reach is what a person of the walk may ask with the own objects of the first agency.
type reach struct {
	token string
	paths []string
}

// everywhere gives, for as few people as see all pages, the addresses of the pages with own objects.
func (w *walk) everywhere(t *testing.T) (out []reach) {
	t.Helper()
	own := w.of(t, w.season.Tenant)
	of := map[string][]string{}
	for _, r := range w.routes {
		token := w.widest(r.Who.Allows)
		if !strings.HasPrefix(r.Pattern, "GET ") || token == "" || strings.Contains(r.Pattern, "{$}") || strings.Contains(r.Pattern, "{secret}") {
			continue
		}
		if path := paths(t, r.Pattern, own); len(path) == 1 {
			of[token] = append(of[token], path[0])
		}
	}
	for _, token := range slices.Sorted(maps.Keys(of)) {
		out = append(out, reach{token, of[token]})
	}
	return out
}

// widest gives the token of the person of the agency with the most roles who may do something.
func (w *walk) widest(may func(thidua.Actor) bool) (best string) {
	for _, token := range slices.Sorted(maps.Keys(w.actors)) {
		if a := w.actors[token]; may(a) && (best == "" || len(a.Roles)+len(a.Heads) > len(w.actors[best].Roles)+len(w.actors[best].Heads)) {
			best = token
		}
	}
	return best
}

// TestCase36NothingTypedBecomesMarkup types the corpus into every text field of every form that the pages show and sends it, then reads every page,
// the answers among them, as a browser parses it: no element, no attribute and no address stems from what was typed.
func TestCase36NothingTypedBecomesMarkup(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	p := &planter{walk: w, fields: map[string]bool{}}
	people := w.everywhere(t)
	for _, who := range people {
		for _, path := range who.paths {
			p.plant(t, who.token, path)
		}
	}
	if len(p.fields) < 250 || p.kept < 20 || p.next < 3*len(hostile) {
		t.Errorf("only %d fields, %d forms done, %d strings typed", len(p.fields), p.kept, p.next)
	}
	shown := 0
	for _, who := range people {
		for _, path := range who.paths {
			if text := p.read(t, who.token, path, http.MethodGet, nil); strings.Contains(text, "xss36") {
				shown++
			}
		}
	}
	if shown < 25 {
		t.Errorf("what was typed stands on %d pages only: nothing was looked at", shown)
	}
}

// planter types hostile strings into forms, the next one into each field.
type planter struct {
	*walk
	next, kept int
	fields     map[string]bool // by address and name
}

// plant sends every form of a page twice: with all its text fields filled, which shows the typed text again, and with the free texts alone, which
// more forms take.
func (p *planter) plant(t *testing.T, token, path string) {
	t.Helper()
	page := p.read(t, token, path, http.MethodGet, nil)
	d, err := goquery.NewDocumentFromReader(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	d.Find("main form").Each(func(i int, f *goquery.Selection) {
		f.SetAttr("data-form", strconv.Itoa(i))
		to, fields := f.AttrOr("action", path), fieldsOf(d, "[data-form='"+strconv.Itoa(i)+"']")
		free, all := p.typed(f, to, fields)
		for _, form := range []url.Values{all, free} {
			if len(form) == 0 {
				continue
			}
			if f.AttrOr("method", "get") != "post" {
				p.read(t, token, strings.Split(to, "?")[0]+"?"+form.Encode(), http.MethodGet, nil)
				continue
			}
			p.read(t, token, to, http.MethodPost, form)
		}
	})
}

func (p *planter) typed(f *goquery.Selection, to string, fields url.Values) (free, all url.Values) {
	free, all = url.Values{}, url.Values{}
	maps.Copy(free, fields)
	maps.Copy(all, fields)
	n := 0
	f.Find("textarea, input").Each(func(_ int, s *goquery.Selection) {
		name, kind := s.AttrOr("name", ""), s.AttrOr("type", "text")
		if name == "" || kind != "text" && kind != "search" && kind != "email" && kind != "url" && kind != "tel" || name == "version" || name == "key" {
			return
		}
		n++
		p.fields[to+" "+name] = true
		text := hostile[p.next%len(hostile)]
		p.next++
		all.Set(name, text)
		if s.AttrOr("inputmode", "") == "" {
			free.Set(name, text)
		}
	})
	if n == 0 {
		return nil, nil
	}
	free.Set("key", fmt.Sprint("xss", p.next))
	return free, all
}

// read asks for a page and looks through it.
func (p *planter) read(t *testing.T, token, path, method string, form url.Values) string {
	t.Helper()
	var q *http.Request
	if method == http.MethodPost {
		q = httptest.NewRequest(method, "https://localhost"+path, strings.NewReader(form.Encode()))
		q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	} else {
		q = httptest.NewRequest(method, "https://localhost"+path, nil)
	}
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	a := httptest.NewRecorder()
	p.server.ServeHTTP(a, q)
	if a.Code >= http.StatusInternalServerError {
		t.Errorf("%s %s: %d with %v", method, path, a.Code, form)
	}
	if a.Code == http.StatusSeeOther && method == http.MethodPost {
		p.kept++
	}
	for name := range a.Header() {
		if value := a.Header().Get(name); strings.HasPrefix(strings.ToLower(name), "hx-") || strings.Contains(value, "xss36") && name != "Location" && name != "Content-Disposition" {
			t.Errorf("%s %s: the header %s: %q", method, path, name, value)
		}
	}
	if to := a.Header().Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//")) {
		t.Errorf("%s %s leads to %q", method, path, to)
	}
	if !strings.HasPrefix(a.Header().Get("Content-Type"), "text/html") {
		return ""
	}
	text := a.Body.String()
	for _, fault := range stems(text) {
		t.Errorf("%s %s: %s", method, path, fault)
	}
	return text
}

// stems lists what of a page stems from a hostile string.
func stems(page string) (out []string) {
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			out = append(out, strange(tag)...)
			if tag.Data == "script" && z.Next() == html.TextToken && strings.TrimSpace(string(z.Text())) != "" {
				out = append(out, "a script stands in the page")
			}
		}
	}
}

// carrying are attributes in which typed text stands as text.
var carrying = []string{"value", "title", "aria-label", "alt", "placeholder", "content", "data-label", "label", "data-confirm", "id", "for", "name", "headers", "data-find", "aria-describedby", "aria-labelledby"}

func strange(tag html.Token) (out []string) {
	if strings.Contains(tag.Data, "xss36") || slices.Contains([]string{"iframe", "object", "embed", "base", "style", "video", "math", "template", "hx-partial"}, tag.Data) {
		out = append(out, "the element "+tag.String())
	}
	for _, a := range tag.Attr {
		low := strings.ToLower(strings.TrimSpace(a.Val))
		switch {
		case strings.Contains(a.Key, "xss36"), a.Key == "style", a.Key == "srcdoc", strings.HasPrefix(a.Key, "on"), strings.Contains(a.Key, "hx-on"), strings.Contains(a.Key, "hx-vals"):
			out = append(out, "the attribute "+a.Key+" of "+tag.String())
		case strings.HasPrefix(low, "javascript:") && !slices.Contains(carrying, a.Key), strings.HasPrefix(low, "data:text") && !slices.Contains(carrying, a.Key), strings.Contains(low, "evil.example") && !slices.Contains(carrying, a.Key) && !ownAddress(low):
			out = append(out, "the address "+a.Key+"="+a.Val)
		case strings.Contains(low, "xss36") && !slices.Contains(carrying, a.Key) && !ownAddress(low):
			out = append(out, "the value "+a.Key+"="+a.Val)
		}
	}
	return out
}

// ownAddress tells whether a value leads to a page of this server, with the typed text in its query.
func ownAddress(value string) bool {
	return strings.HasPrefix(value, "/") && !strings.HasPrefix(value, "//") || strings.HasPrefix(value, "?")
}

// TestCase36KnowsMarkupWhenItSeesIt shows that the eyes of the walk see: each string that is markup, put unescaped into a page, is found.
func TestCase36KnowsMarkupWhenItSeesIt(t *testing.T) {
	seen := 0
	for _, text := range hostile {
		if strings.ContainsAny(text, "<\"'") && (len(stems(`<p title="`+text+`">x</p>`)) > 0 || len(stems("<p title='"+text+"'>x</p>")) > 0 || len(stems("<div>"+text+"</div>")) > 0) {
			seen++
		}
	}
	if seen < 40 || len(hostile) < 60 {
		t.Errorf("%d of %d strings are found", seen, len(hostile))
	}
	if found := stems(`<p title="&lt;xss36&gt;">&lt;script&gt;xss36()</p><a href="/tim?q=xss36">x</a>`); len(found) > 0 {
		t.Errorf("text is taken for markup: %v", found)
	}
}
