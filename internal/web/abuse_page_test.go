package web_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"thidua/internal/testkit"
)

// htmxSum is that of the vendored htmx 4.0.1: whoever replaces it looks at its settings anew.
const htmxSum = "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130"

// TestCase37HtmxTakesNothingFromText holds the vendored script and its settings. Version 4.0.1 has no switches for evaluation and for script tags: the
// policy without 'unsafe-eval' and 'unsafe-inline' refuses both; it asks its own origin alone, keeps no pages and adds no styles.
func TestCase37HtmxTakesNothingFromText(t *testing.T) {
	script, err := os.ReadFile("assets/js/htmx.min.js")
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(script); hex.EncodeToString(sum[:]) != htmxSum {
		t.Errorf("the vendored htmx is another one: %x", sum)
	}
	if !bytes.Contains(script, []byte(`this.version="4.0.1"`)) || !bytes.Contains(script, []byte(`mode:"same-origin"`)) {
		t.Error("htmx is not the version whose settings are known")
	}
	for _, name := range []string{"allowEval", "allowScriptTags", "selfRequestsOnly", "historyCacheSize", "safeEval"} {
		if bytes.Contains(script, []byte(name)) {
			t.Errorf("this htmx has the setting %s: set it", name)
		}
	}
	s, a := newServer(t, nil)
	a.sessions["the-session"] = true
	got := do(t, s.Handler(), "GET", "/tat-ca", "", asHa)
	policy := got.Header.Get("Content-Security-Policy")
	d, err := goquery.NewDocumentFromReader(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	var set map[string]any
	if err := json.Unmarshal([]byte(d.Find(`meta[name="htmx-config"]`).AttrOr("content", "")), &set); err != nil {
		t.Fatal(err)
	}
	if set["mode"] != "same-origin" || set["history"] != "reload" || set["includeIndicatorCSS"] != false {
		t.Errorf("the settings are %v", set)
	}
	if !strings.Contains(policy, "script-src 'self';") || !strings.Contains(policy, "connect-src 'self';") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %q", policy)
	}
}

// TestCase37OnlyOneHeaderOfHtmxIsSent reads the source: no handler sends a header that htmx obeys, but for the way to the sign-in.
func TestCase37OnlyOneHeaderOfHtmxIsSent(t *testing.T) {
	sent := regexp.MustCompile(`(?i)\.(?:Set|Add)\("HX-[a-z-]+"`)
	var found []string
	files, err := filepath.Glob("*.go")
	deeper, err2 := filepath.Glob("*/*.go")
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	for _, name := range append(files, deeper...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range sent.FindAllString(string(text), -1) {
			if !strings.HasSuffix(name, "_test.go") {
				found = append(found, name+m)
			}
		}
	}
	if !slices.Equal(found, []string{`sink.go.Set("HX-Redirect"`}) {
		t.Errorf("headers for htmx: %v", found)
	}
}

// queries are what a hostile hand writes into the address of a list.
var queries = []string{"ten;drop table account", "asc,(select secret from account)", `"`, `' OR 1=1 --`, `NEAR(a b)`, `*`, `^a`, `a" NEAR "b`, `%`, `_`, `\`, "1e9", "-1", "99999999999999999999",
	"1) UNION SELECT 1--", "{}", "ten asc nulls last", strings.Repeat("(", 500), "a AND NOT OR", strings.Repeat("đ", 2000)}

// TestCase40AListTakesNoLanguage puts the strings into every parameter that the pages' links and forms know: each answer is a page or a refusal in
// words, at once, and nothing changes.
func TestCase40AListTakesNoLanguage(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	people := w.everywhere(t)
	before, lists, known := testkit.Fingerprint(t, w.raw), 0, parameters(t)
	for _, who := range people {
		for _, path := range who.paths {
			names := w.asks(t, who.token, path, known)
			if len(names) == 0 {
				continue
			}
			lists++
			for _, q := range queries {
				form := url.Values{}
				for _, name := range names {
					form.Set(name, q)
				}
				begin := time.Now()
				code, body := w.page(path+"?"+form.Encode(), who.token)
				if code >= http.StatusInternalServerError || innards.MatchString(body) && !strings.Contains(q, "SELECT") {
					t.Errorf("%s with %.60q in %v: %d %q", path, q, names, code, innards.FindString(body))
				}
				if took := time.Since(begin); took > 5*time.Second {
					t.Errorf("%s with %q took %v", path, q, took)
				}
			}
		}
	}
	if lists < 20 {
		t.Errorf("only %d lists", lists)
	}
	unchanged(t, before, testkit.Fingerprint(t, w.raw))
}

// parameters are the names that handlers read from a query, out of the source of the pages.
func parameters(t *testing.T) []string {
	t.Helper()
	return append(fieldsRead(t), "q", "trang", "sap", "xep", "ky", "khoi", "trang-thai", "tinh-trang", "loc", "tim", "linh-vuc", "nam", "don-vi")
}

// asks gives the parameters that a page knows: those of its links and of its forms that are sent by the address.
func (w *walk) asks(t *testing.T, token, path string, known []string) (out []string) {
	t.Helper()
	_, body := w.page(path, token)
	d, err := goquery.NewDocumentFromReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	d.Find("main a[href]").Each(func(_ int, a *goquery.Selection) {
		to, err := url.Parse(a.AttrOr("href", ""))
		if err == nil && (to.Path == "" || to.Path == path) {
			for name := range to.Query() {
				found[name] = true
			}
		}
	})
	d.Find("main form:not([method=post])").Find("input, select").Each(func(_ int, s *goquery.Selection) {
		if name := s.AttrOr("name", ""); slices.Contains(known, name) {
			found[name] = true
		}
	})
	return slices.Sorted(maps.Keys(found))
}

func (w *walk) page(path, token string) (int, string) {
	q := httptest.NewRequest(http.MethodGet, "https://localhost"+path, nil)
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	a := httptest.NewRecorder()
	w.server.ServeHTTP(a, q)
	return a.Code, a.Body.String()
}

// TestCase41NobodyIsAskedForAnAddressFromAPage types the address of a listener into every text field and reads all pages: the listener hears nothing,
// and nothing of the program but the door for named servers can ask at all (internal/house keeps net/http out of every other room).
func TestCase41NobodyIsAskedForAnAddressFromAPage(t *testing.T) {
	t.Parallel()
	heard := make(chan string, 100)
	listener := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { heard <- r.URL.String() }))
	t.Cleanup(listener.Close)
	w := openWalk(t)
	fillForeign(t, w.season)
	fields := 0
	for _, who := range w.everywhere(t) {
		for _, path := range who.paths {
			_, body := w.page(path, who.token)
			d, err := goquery.NewDocumentFromReader(strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			d.Find("main form[method=post]").Each(func(_ int, f *goquery.Selection) {
				if !strings.Contains(f.Text(), "https://") && f.Find("[type=url], [name=link], [name=address], [name=url]").Length() == 0 {
					return
				}
				fields++
				for _, address := range []string{listener.URL + "/x", "http://localhost:1/", "http://169.254.169.254/latest/", "file:///etc/passwd", "gopher://127.0.0.1/", "http://0/", "http://[::ffff:127.0.0.1]/"} {
					form := url.Values{"key": {address}, "version": {"1"}}
					f.Find("input, textarea").Each(func(_ int, s *goquery.Selection) {
						if kind := s.AttrOr("type", "text"); kind == "text" || kind == "url" || goquery.NodeName(s) == "textarea" {
							form.Set(s.AttrOr("name", "x"), address)
						}
					})
					if code := w.send(f.AttrOr("action", path), who.token, form); code >= http.StatusInternalServerError {
						t.Errorf("%s with %s: %d", path, address, code)
					}
				}
			})
		}
	}
	if fields < 2 {
		t.Errorf("only %d forms with an address", fields)
	}
	select {
	case path := <-heard:
		t.Errorf("the listener was asked for %s", path)
	default:
	}
}

// TestCase65NoDataBesideThePages looks at every answer: pages, files and calendars, no JSON; the only data in a page are the settings of htmx, whose keys
// are listed.
func TestCase65NoDataBesideThePages(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	listed, looked := []string{"defaultFocusScroll", "history", "includeIndicatorCSS", "mode", "noSwap"}, 0
	for _, who := range w.everywhere(t) {
		for _, path := range who.paths {
			for _, htmx := range []string{"", "true"} {
				q := httptest.NewRequest(http.MethodGet, "https://localhost"+path, nil)
				q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: who.token})
				q.Header.Set("HX-Request", htmx)
				q.Header.Set("Accept", "application/json")
				a := httptest.NewRecorder()
				w.server.ServeHTTP(a, q)
				kind := a.Header().Get("Content-Type")
				if strings.Contains(kind, "json") || strings.Contains(kind, "xml") && !strings.Contains(kind, "officedocument") && !strings.Contains(kind, "svg") {
					t.Errorf("%s answers with %s", path, kind)
				}
				if a.Code != http.StatusOK || !strings.HasPrefix(kind, "text/html") {
					continue
				}
				looked++
				d, err := goquery.NewDocumentFromReader(a.Body)
				if err != nil {
					t.Fatal(err)
				}
				d.Find("script:not([src]), [type='application/json']").Each(func(_ int, s *goquery.Selection) { t.Errorf("%s: data in a script: %.80s", path, s.Text()) })
				d.Find("meta[name=htmx-config]").Each(func(_ int, s *goquery.Selection) {
					var set map[string]any
					if err := json.Unmarshal([]byte(s.AttrOr("content", "")), &set); err != nil || !slices.Equal(slices.Sorted(maps.Keys(set)), listed) {
						t.Errorf("%s: settings %v, %v", path, set, err)
					}
				})
			}
		}
	}
	if looked < 200 {
		t.Errorf("only %d pages", looked)
	}
}

// TestCase67AFileTellsNobodysName reads every file that the pages make: no account, no person as its author, no path of the machine, no history, no sheet
// that hides itself from the list of sheets.
func TestCase67AFileTellsNobodysName(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	files := map[string]int{}
	for _, who := range w.everywhere(t) {
		for _, path := range who.paths {
			code, body := w.page(path, who.token)
			if code != http.StatusOK {
				continue
			}
			switch {
			case strings.HasPrefix(body, "PK\x03\x04"):
				files["zip"]++
				w.inside(t, path, []byte(body))
			case strings.HasPrefix(body, "%PDF"):
				files["pdf"]++
				for _, m := range regexp.MustCompile(`/(?:Author|Creator|Producer) ?\(([^)]*)\)`).FindAllStringSubmatch(body, -1) {
					if !strings.EqualFold(m[1], "thidua") {
						t.Errorf("%s names %q", path, m[0])
					}
				}
				w.names(t, path+" (outside of its streams)", regexp.MustCompile(`(?s)stream\r?\n.*?endstream`).ReplaceAllString(body, ""))
			}
		}
	}
	if files["zip"] < 3 || files["pdf"] < 1 {
		t.Errorf("only %v were looked at", files)
	}
}

// inside looks into the parts of an Office file that tell of its making.
func (w *walk) inside(t *testing.T, path string, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.Comment) > 0 {
		t.Errorf("%s has the comment %q", path, z.Comment)
	}
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		at := path + " " + f.Name
		switch {
		case strings.HasPrefix(f.Name, "docProps/"), f.Name == "META-INF/manifest.xml", strings.HasPrefix(f.Name, "customXml/"):
			w.names(t, at, string(text))
		case strings.Contains(f.Name, "comments"), strings.Contains(f.Name, "vbaProject"), strings.Contains(f.Name, "people.xml"), strings.Contains(f.Name, "revision"):
			t.Errorf("%s stands in the file", at)
		case f.Name == "word/document.xml" && regexp.MustCompile(`<w:(ins|del|moveFrom|rsid)[ >]|w:author=|w:vanish`).Match(text):
			t.Errorf("%s holds a history, an author or hidden text", at)
		case f.Name == "xl/workbook.xml" && regexp.MustCompile(`veryHidden|<fileSharing|absPath`).Match(text):
			t.Errorf("%s hides a sheet, or names a folder", at)
		}
	}
}

// names looks for accounts, people and folders.
func (w *walk) names(t *testing.T, at, text string) {
	t.Helper()
	for name := range w.season.People {
		if strings.Contains(text, name) {
			t.Errorf("%s names %s", at, name)
		}
	}
	for _, a := range w.actors {
		if strings.Contains(text, a.Account) {
			t.Errorf("%s names the account %s", at, a.Account)
		}
	}
	if m := regexp.MustCompile(`/root/|/home/|/tmp/|C:\\|file://`).FindString(text); m != "" {
		t.Errorf("%s names the folder %s", at, m)
	}
}

// TestCase70WhatIsFarAwayIsAnsweredAtOnce asks for the page after all pages, for a page of no number and for very long searches.
func TestCase70WhatIsFarAwayIsAnsweredAtOnce(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	asked := 0
	for _, who := range w.everywhere(t) {
		for _, path := range who.paths {
			for _, name := range w.asks(t, who.token, path, []string{"q", "trang", "tim", "nam"}) {
				for _, value := range []string{"999999999", "9223372036854775807", "-9223372036854775808", "0", strings.Repeat("a ", 8000), strings.Repeat("%", 5000)} {
					asked++
					begin := time.Now()
					code, body := w.page(path+"?"+url.Values{name: {value}}.Encode(), who.token)
					if took := time.Since(begin); code >= http.StatusInternalServerError || took > 10*time.Second || len(body) > 4<<20 {
						t.Errorf("%s with %s=%.20s: %d in %v, %d bytes", path, name, value, code, took, len(body))
					}
				}
			}
		}
	}
	if asked < 60 {
		t.Errorf("only %d were asked", asked)
	}
}
