package main

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"
)

// visitor is a browser without scripts: one person, the page at hand and what was typed into its fields.
type visitor struct {
	client *http.Client
	base   string
	page   *goquery.Document
	at     *url.URL
	typed  map[string][]string
	files  map[string]string
	user   string
}

func (v *visitor) words() string {
	return said(v.page.Find("main").Text())
}

func (v *visitor) open(ts *testscript.TestScript, path string) {
	r, err := http.NewRequest(http.MethodGet, v.base+path, nil)
	ts.Check(err)
	v.send(ts, r)
}

func (v *visitor) send(ts *testscript.TestScript, r *http.Request) {
	answer, err := v.client.Do(r)
	ts.Check(err)
	defer answer.Body.Close()
	if answer.StatusCode >= http.StatusInternalServerError {
		ts.Fatalf("%s: %s", r.URL, answer.Status)
	}
	v.page, err = goquery.NewDocumentFromReader(answer.Body)
	ts.Check(err)
	v.at, v.typed, v.files = answer.Request.URL, map[string][]string{}, map[string]string{}
}

// field finds the name of a field of the page.
func (v *visitor) field(ts *testscript.TestScript, name string) string {
	found := ""
	v.page.Find("input, select, textarea").EachWithBreak(func(_ int, e *goquery.Selection) bool {
		n := e.AttrOr("name", "")
		if n == name || strings.HasPrefix(name, "*") && strings.HasSuffix(n, name[1:]) || strings.HasSuffix(name, "*") && strings.HasPrefix(n, name[:len(name)-1]) {
			if _, typed := v.typed[n]; !typed || n == name {
				found = n
				return false
			}
		}
		return true
	})
	if found == "" {
		found = v.labelled(name).AttrOr("name", "")
	}
	if found == "" {
		ts.Fatalf("%s at %s: no field %q", v.user, v.at.Path, name)
	}
	return found
}

// labelled finds the field whose label, seen or read aloud, has these words or else begins with them.
func (v *visitor) labelled(words string) *goquery.Selection {
	words = norm.NFC.String(words)
	for _, fits := range []func(string) bool{func(text string) bool { return text == words }, func(text string) bool { return strings.HasPrefix(text, words) }} {
		label := v.page.Find("label").FilterFunction(func(_ int, l *goquery.Selection) bool { return fits(said(l.Text())) }).First()
		field := label.Find("input, select, textarea").First()
		if id, ok := label.Attr("for"); ok {
			field = v.page.Find("[id='" + id + "']")
		}
		if field.Length() == 0 {
			field = v.page.Find("input, select, textarea").FilterFunction(func(_ int, e *goquery.Selection) bool { return fits(said(e.AttrOr("aria-label", ""))) }).First()
		}
		if field.Length() > 0 {
			return field
		}
	}
	return v.page.Find("nothing")
}

// said is text as it is read: one space between words, NFC.
func said(text string) string { return norm.NFC.String(strings.Join(strings.Fields(text), " ")) }

// button finds the first button or link with these words, in the page itself before its frame.
func (v *visitor) button(words string) *goquery.Selection {
	words = norm.NFC.String(words)
	found := v.page.Find("button, a").FilterFunction(func(_ int, e *goquery.Selection) bool {
		text := said(e.Text())
		whole := text == words || e.AttrOr("aria-label", "") == words || strings.TrimRight(text, " 0123456789") == words
		return whole && e.AttrOr("aria-hidden", "") != "true" && e.AttrOr("type", "submit") == "submit" && !strings.HasPrefix(e.AttrOr("href", ""), "#")
	})
	if inside := found.FilterFunction(func(_ int, e *goquery.Selection) bool { return e.Closest("main").Length() > 0 }); inside.Length() > 0 {
		return inside.First()
	}
	return found.First()
}

// press follows the link or sends the form of the first button with these words.
func (v *visitor) press(ts *testscript.TestScript, words string) {
	button := v.button(words)
	switch {
	case button.Length() == 0:
		ts.Fatalf("%s at %s: no button %q on: %s", v.user, v.at.Path, words, v.words())
	case goquery.NodeName(button) == "a":
		to, err := v.at.Parse(button.AttrOr("href", ""))
		ts.Check(err)
		v.open(ts, to.RequestURI())
		return
	case button.AttrOr("aria-disabled", "") == "true":
		ts.Fatalf("%s at %s: %q is blocked: %s", v.user, v.at.Path, words, v.words())
	}
	v.submit(ts, v.formOf(button), button)
}

func (v *visitor) formOf(button *goquery.Selection) *goquery.Selection {
	if id, elsewhere := button.Attr("form"); elsewhere {
		return v.page.Find("form#" + id)
	}
	return button.Closest("form")
}

func (v *visitor) submit(ts *testscript.TestScript, form, button *goquery.Selection) {
	data := v.values(form)
	if name := button.AttrOr("name", ""); name != "" {
		data.Set(name, button.AttrOr("value", ""))
	}
	to, err := v.at.Parse(button.AttrOr("formaction", form.AttrOr("action", v.at.RequestURI())))
	ts.Check(err)
	if !strings.EqualFold(form.AttrOr("method", "get"), "post") {
		to.RawQuery = data.Encode()
		v.open(ts, to.RequestURI())
		return
	}
	body, kind := v.body(ts, form, data)
	r, err := http.NewRequest(http.MethodPost, to.String(), body)
	ts.Check(err)
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Origin", v.base)
	v.send(ts, r)
}

// values gathers the fields of a form as a browser does, with what was typed over them; fields elsewhere on the page may belong to it too.
func (v *visitor) values(form *goquery.Selection) url.Values {
	data := url.Values{}
	fields := form.Find("input, select, textarea")
	if id, ok := form.Attr("id"); ok {
		fields = fields.AddSelection(v.page.Find("[form=" + id + "]").Not("button"))
	}
	fields.Each(func(_ int, e *goquery.Selection) {
		name, kind := e.AttrOr("name", ""), e.AttrOr("type", "text")
		if typed, ok := v.typed[name]; ok && name != "" {
			data[name] = typed
			return
		}
		_, checked := e.Attr("checked")
		switch {
		case name == "" || kind == "file" || (kind == "checkbox" || kind == "radio") && !checked:
		case goquery.NodeName(e) == "select":
			chosen := e.Find("option[selected]")
			if chosen.Length() == 0 {
				chosen = e.Find("option").First()
			}
			data.Add(name, chosen.AttrOr("value", chosen.Text()))
		case goquery.NodeName(e) == "textarea":
			data.Add(name, e.Text())
		default:
			data.Add(name, e.AttrOr("value", ""))
		}
	})
	return data
}

func (v *visitor) body(ts *testscript.TestScript, form *goquery.Selection, data url.Values) (io.Reader, string) {
	if form.AttrOr("enctype", "") != "multipart/form-data" {
		return strings.NewReader(data.Encode()), "application/x-www-form-urlencoded"
	}
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, values := range data {
		for _, value := range values {
			ts.Check(w.WriteField(name, value))
		}
	}
	for name, path := range v.files {
		content, err := os.ReadFile(path)
		ts.Check(err)
		part, err := w.CreateFormFile(name, filepath.Base(path))
		ts.Check(err)
		_, err = part.Write(content)
		ts.Check(err)
	}
	ts.Check(w.Close())
	return &body, w.FormDataContentType()
}
