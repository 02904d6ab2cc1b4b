package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"

	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/web"
)

// TestSeason plays a whole season of a fresh agency as it stands in testdata/season: the command line founds it, then people sign in and do
// their work on the real pages without scripts.
func TestSeason(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/season", Setup: func(e *testscript.Env) error {
		e.Values[townKey{}] = &town{}
		plan, err := os.ReadFile("../../internal/plan/testdata/lao-cai.txt")
		var scan bytes.Buffer
		return errors.Join(err, os.WriteFile(filepath.Join(e.WorkDir, "ke-hoach.txt"), plan, 0o600),
			doc.New("Bản quét", "2026-01-16", true, doc.Text("Bản quét có chữ ký (mẫu).")).PDF(&scan),
			os.WriteFile(filepath.Join(e.WorkDir, "ban-quet.pdf"), scan.Bytes(), 0o600))
	}, Cmds: map[string]func(*testscript.TestScript, bool, []string){
		"workbook": workbook, "open": openHouse, "as": signInAs, "go": visit, "fill": fillIn, "tick": tickAll, "every": every, "upload": attach, "unfold": unfold, "press": press,
		"see": see, "show": show,
	}})
}

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

// town is everybody who has signed in so far.
type town struct {
	base     string
	visitors map[string]*visitor
	now      *visitor
}

type townKey struct{}

func townOf(ts *testscript.TestScript) *town { return ts.Value(townKey{}).(*town) }

// openHouse serves the data folder: open DIR.
func openHouse(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	db, err := store.Open(context.Background(), store.Config{Dir: dir})
	ts.Check(err)
	files, err := file.Open(dir)
	ts.Check(err)
	server, err := web.New(web.Config{Core: app.New(db, app.WithFiles(files)), Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: db.Clock})
	ts.Check(err)
	listen := httptest.NewServer(server.Handler())
	ts.Defer(func() {
		listen.Close()
		ts.Check(errors.Join(files.Close(), db.Close()))
	})
	*townOf(ts) = town{base: strings.Replace(listen.URL, "127.0.0.1", "localhost", 1), visitors: map[string]*visitor{}}
}

// signInAs goes on as somebody, who signs in the first time: as USER PASSWORD.
func signInAs(ts *testscript.TestScript, _ bool, args []string) {
	w := townOf(ts)
	if w.now = w.visitors[args[0]]; w.now != nil {
		return
	}
	jar, err := cookiejar.New(nil)
	ts.Check(err)
	w.now = &visitor{client: &http.Client{Jar: jar}, base: w.base, user: args[0]}
	w.visitors[args[0]] = w.now
	w.now.open(ts, "/dang-nhap")
	w.now.typed["user"], w.now.typed["password"] = []string{args[0]}, []string{args[1]}
	w.now.press(ts, "Đăng nhập")
	if w.now.at.Path == "/dang-nhap" {
		ts.Fatalf("%s cannot sign in: %s", args[0], w.now.words())
	}
}

func visit(ts *testscript.TestScript, _ bool, args []string) { townOf(ts).now.open(ts, args[0]) }

// fillIn types into a field: fill NAME VALUE…; several values tick several boxes. A name may begin with * for the first field that ends so.
func fillIn(ts *testscript.TestScript, _ bool, args []string) {
	v := townOf(ts).now
	name, values := v.field(ts, args[0]), args[1:]
	for i, words := range values {
		v.page.Find("select[name='" + name + "'] option").Each(func(_ int, o *goquery.Selection) {
			if text := strings.Join(strings.Fields(o.Text()), " "); strings.HasPrefix(norm.NFC.String(text), norm.NFC.String(words)) && o.AttrOr("value", "") != "" && values[i] == words {
				values[i] = o.AttrOr("value", words)
			}
		})
	}
	v.page.Find("input[type=radio][name='" + name + "']").Each(func(_ int, r *goquery.Selection) {
		label := strings.Join(strings.Fields(r.Closest("label").Text()), " ")
		if strings.HasPrefix(norm.NFC.String(label), norm.NFC.String(values[0])) {
			values[0] = r.AttrOr("value", "")
		}
	})
	v.typed[name] = values
}

// every types the same into all fields whose names end alike: every ENDING VALUE.
func every(ts *testscript.TestScript, _ bool, args []string) {
	v := townOf(ts).now
	v.page.Find("[name$='" + args[0] + "']").Each(func(_ int, e *goquery.Selection) {
		fillIn(ts, false, []string{e.AttrOr("name", ""), args[1]})
	})
}

// tickAll ticks every box of a name, or of names that begin alike: tick NAME, tick BEGINNING*.
func tickAll(ts *testscript.TestScript, _ bool, args []string) {
	v := townOf(ts).now
	match := "[name='" + args[0] + "']"
	if begin, ok := strings.CutSuffix(args[0], "*"); ok {
		match = "[name^='" + begin + "']"
	}
	v.page.Find("input[type=checkbox]" + match).Each(func(_ int, e *goquery.Selection) {
		name := e.AttrOr("name", "")
		v.typed[name] = append(v.typed[name], e.AttrOr("value", "on"))
	})
}

// attach chooses a file: upload NAME FILE.
func attach(ts *testscript.TestScript, _ bool, args []string) {
	v := townOf(ts).now
	v.files[v.field(ts, args[0])] = ts.MkAbs(args[1])
}

func press(ts *testscript.TestScript, _ bool, args []string) { townOf(ts).now.press(ts, args[0]) }

// unfold opens the part of the page behind a line with these words: everything is in the page, so that it need only be there.
func unfold(ts *testscript.TestScript, _ bool, args []string) {
	v := townOf(ts).now
	line := v.page.Find("summary").FilterFunction(func(_ int, e *goquery.Selection) bool {
		return norm.NFC.String(strings.Join(strings.Fields(e.Text()), " ")) == norm.NFC.String(args[0])
	})
	if line.Length() == 0 {
		ts.Fatalf("%s at %s: no line %q that unfolds", v.user, v.at.Path, args[0])
	}
}

// see tells whether words stand on the page; with ! that they do not.
func see(ts *testscript.TestScript, neg bool, args []string) {
	v := townOf(ts).now
	if strings.Contains(v.words(), norm.NFC.String(args[0])) == neg {
		ts.Fatalf("%s at %s: %q %v\n%s", v.user, v.at.Path, args[0], neg, v.words())
	}
}

// show prints the forms of the page, for who writes a script.
func show(ts *testscript.TestScript, _ bool, _ []string) {
	v := townOf(ts).now
	fmt.Fprintf(os.Stderr, "== %s %s %.700s\n", v.user, v.at, v.words())
	v.page.Find("main form, main a.btn").Each(func(_ int, f *goquery.Selection) {
		fmt.Fprintln(os.Stderr, "FORM", f.AttrOr("action", ""), f.AttrOr("id", ""), f.AttrOr("href", ""), strings.TrimSpace(f.Filter("a").Text()))
		f.Find("input, select, textarea, button").Each(func(_ int, e *goquery.Selection) {
			fmt.Fprintln(os.Stderr, "   ", goquery.NodeName(e), e.AttrOr("type", ""), e.AttrOr("name", ""), "=", e.AttrOr("value", ""), fmt.Sprintf("%.60s", strings.Join(strings.Fields(e.Filter("button, select").Text()), " ")))
		})
	})
}

func (v *visitor) words() string {
	return norm.NFC.String(strings.Join(strings.Fields(v.page.Find("main").Text()), " "))
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
		ts.Fatalf("%s at %s: no field %q", v.user, v.at.Path, name)
	}
	return found
}

// press follows the link or sends the form of the first button with these words.
func (v *visitor) press(ts *testscript.TestScript, words string) {
	words = norm.NFC.String(words)
	button := v.page.Find("button, a").FilterFunction(func(_ int, e *goquery.Selection) bool {
		text := norm.NFC.String(strings.Join(strings.Fields(e.Text()), " "))
		whole := text == words || e.AttrOr("aria-label", "") == words || strings.TrimRight(text, " 0123456789") == words
		return whole && e.AttrOr("type", "submit") == "submit" && !strings.HasPrefix(e.AttrOr("href", ""), "#")
	}).First()
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
