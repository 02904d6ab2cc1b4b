package web_test

import (
	"bytes"
	"fmt"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// TestCase71NoFieldTakesMoreThanItsMeasure types one letter more than a field takes into every form of every page: each answers 422 with the sentence
// at the field and all that was typed, and changes nothing. A text that just fits is never refused for its length.
func TestCase71NoFieldTakesMoreThanItsMeasure(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	w.workAbove(t)
	refused := 0
	p := &typist{walk: w, t: t, kept: map[string]bool{}}
	p.looks = func(to string, form url.Values, a *httptest.ResponseRecorder) {
		long := slices.DeleteFunc(slices.Collect(maps.Keys(form)), func(name string) bool { _, _, long := handle.TooLong(name, form.Get(name)); return !long })
		d, err := goquery.NewDocumentFromReader(bytes.NewReader(a.Body.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		shown := d.Find("main textarea[id^='dai-'][aria-invalid]")
		switch {
		case a.Code == http.StatusForbidden || a.Code == http.StatusNotFound:
		case len(long) == 0 && shown.Length() > 0:
			t.Errorf("%s refuses what fits", to)
		case len(long) > 0 && (form.Has("password") || form.Has("slip")): // which no page gives back
		case len(long) > 0:
			refused++
			back := fieldsOf(d, "main form[action='"+to+"']")
			if a.Code != http.StatusUnprocessableEntity || shown.Length() != len(long) || !reflect.DeepEqual(back, form) {
				t.Errorf("%s with %v: %d, %d fields are shown as too long, %d of %d come back", to, long, a.Code, shown.Length(), len(back), len(form))
			}
		}
	}
	p.everyForm(strings.Repeat("d", handle.Longest+1), true)
	if refused < 60 {
		t.Errorf("only %d forms were refused for the length of a field", refused)
	}
	p.everyForm(strings.Repeat("d", handle.Longest), true)
}

// TestAFieldThatIsTooLongIsCutOnItsPage sends a form with a long field, cuts that on the page that comes back, and sends it again.
func TestAFieldThatIsTooLongIsCutOnItsPage(t *testing.T) {
	var got url.Values
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, handle.Group{Name: "thử", Routes: []handle.Route{
			{Pattern: "POST /thu/nhap", Who: handle.SignedIn, Do: func(c *handle.Ctx) error { got = c.Form.Raw(); return c.Redirect("/") }},
		}})
	})
	a.sessions["the-session"] = true
	long := "Kết quả  sáu tháng\r\nđầu năm của Phòng Nghiệp vụ 2, " + strings.Repeat("dài\r\n", 1240)
	form := url.Values{"key": {"K1"}, "version": {"3"}, "role": {"a", "b"}, "note": {"ngắn", long, "sau"}, "text": {strings.Repeat("x", 20_000)}}
	answer := do(t, s.Handler(), "POST", "/thu/nhap?nam=2025", form.Encode(), asHa)
	page, err := goquery.NewDocumentFromReader(answer.Body)
	if err != nil || answer.StatusCode != http.StatusUnprocessableEntity || got != nil {
		t.Fatalf("a long field: %d, %v", answer.StatusCode, err)
	}
	if told := flat(page.Find("#dai-1-e").Text()); !strings.Contains(told, "đang có 5.010 ký tự, nhiều nhất là 5.000, thừa 10 ký tự.") || page.Find("main .pri").Length() != 1 || page.Find("[aria-invalid]").Length() != 1 {
		t.Errorf("the field says %q: %s", told, flat(page.Find("main").Text()))
	}
	if name := flat(page.Find("label[for=dai-1]").Text()); name != "Ô bắt đầu bằng “Kết quả sáu tháng đầu năm của Phòng Nghi…”" || page.Find("main textarea").Length() != 1 || page.Find("#dai-1").Text() != strings.ReplaceAll(long, "\r\n", "\n") {
		t.Errorf("the field is named %q", name)
	}
	back := fieldsOf(page, "main form[method=post]")
	back["note"][1] = "ngắn lại"
	form["note"][1] = "ngắn lại"
	if again := do(t, s.Handler(), "POST", "/thu/nhap?nam=2025", back.Encode(), asHa); again.StatusCode != http.StatusSeeOther || !reflect.DeepEqual(got, form) {
		t.Errorf("sent again: %d, %v", again.StatusCode, got)
	}

	withFile, body := form, &bytes.Buffer{}
	withFile["note"][1] = strings.Repeat("d", handle.Longest+1)
	m := multipart.NewWriter(body)
	for name, all := range withFile {
		for _, v := range all {
			_ = m.WriteField(name, v)
		}
	}
	_, _ = m.CreateFormFile("scan", "ban-quet.pdf")
	_ = m.Close()
	r := httptest.NewRequest(http.MethodPost, "https://localhost/thu/nhap", body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	asHa(r)
	out := httptest.NewRecorder()
	s.Handler().ServeHTTP(out, r)
	page, _ = goquery.NewDocumentFromReader(out.Body)
	if out.Code != http.StatusUnprocessableEntity || page.Find("main form[enctype='multipart/form-data'] input[type=file][name=scan]").Length() != 1 {
		t.Errorf("the file is not asked for once more: %d", out.Code)
	}
	secret := url.Values{"note": form["note"], "password": {"ruộng bậc thang mùa lúa"}}
	refused := do(t, s.Handler(), "POST", "/thu/nhap", secret.Encode(), asHa)
	page, _ = goquery.NewDocumentFromReader(refused.Body)
	if text, _ := page.Html(); refused.StatusCode != http.StatusUnprocessableEntity || strings.Contains(text, "ruộng bậc thang") || page.Find("main form").Length() != 0 ||
		!strings.Contains(text, "nhiều nhất là 5.000") || page.Find("main textarea").Length() != 1 {
		t.Errorf("with a password: %d %s", refused.StatusCode, flat(page.Find("main").Text()))
	}
}

// TestLimitsPage holds docs/limits.md to the rule and its table, and to the room that each form has.
func TestLimitsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(limitsIntro)
	for _, row := range handle.Longer {
		most := grouped(row.Most)
		if row.Most == 0 {
			most = "as the form"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", strings.Join(row.Names, "`, `"), most, row.Holds)
		for _, name := range row.Names {
			if !namedSomewhere(t, name) {
				t.Errorf("no page has a field %q", name)
			}
		}
	}
	b.WriteString(limitsForms)
	w := openWalk(t)
	var rooms []string
	for _, r := range w.routes {
		if strings.HasPrefix(r.Pattern, "POST ") && r.MaxBody() != handle.DefaultLimit {
			rooms = append(rooms, fmt.Sprintf("| `%s` | %s KB |\n", strings.TrimPrefix(r.Pattern, "POST "), grouped(int(r.MaxBody()>>10))))
		}
	}
	slices.Sort(rooms)
	b.WriteString(strings.Join(rooms, ""))
	got, name := b.String(), filepath.Join("..", "..", "docs", "limits.md")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || got != string(want) {
		t.Errorf("docs/limits.md is not what the program holds, %v: go generate ./internal/web, and read the difference", err)
	}
}

func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

// namedSomewhere tells whether the source of the pages, or of the parts of a report, names a field.
func namedSomewhere(t *testing.T, field string) bool {
	t.Helper()
	for _, pattern := range []string{"*/*.go", "../doc/record/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			source, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if name != filepath.Join("handle", "length.go") && bytes.Contains(source, []byte(`"`+field+`"`)) {
				return true
			}
		}
	}
	return false
}

const limitsIntro = "# What a field takes\n\n" +
	"This page is made of the program: `go generate ./internal/web` writes it, and a test holds it. The sentences of a refusal are Vietnamese and stand at the field; everything\n" +
	"typed is still there, and nothing is saved.\n\n" +
	"## Kinds of input\n\n" +
	"| Kind | What is taken | Where |\n|---|---|---|\n" +
	"| text | UTF-8 in form NFC; control characters but tabs and ends of lines, and marks that turn the direction of a text, are left out; NUL and broken UTF-8 refuse the whole request (400) | `internal/web/handle/body.go` |\n" +
	"| length of a text | 5,000 characters in a field that has no row below; the end of a line counts as one | `internal/web/handle/length.go` |\n" +
	"| day | 01/02/2025, 1/2/2025, 01-02-2025 or 01.02.2025, a day that exists, of the years 1900 to 2099 | `internal/vi/date.go` |\n" +
	"| number | decimal comma, at most two decimals, thousands by a point; what it means decides its bounds, which stand with the rules of the field | `internal/vi/number.go` |\n" +
	"| choice | one of the values that the rules know; any other is refused as wrong, never taken as text | the root package |\n" +
	"| object | an identity of the same agency that its reader may see; any other is answered as if it never was | `internal/store` |\n" +
	"| file | kinds, size and number by one table for every door | `internal/web/handle/takes.go` |\n" +
	"| name of a field | at most 1,024 bytes | `internal/web/handle/body.go` |\n\n" +
	"## Fields with room for whole texts and tables\n\n" +
	"A form with more characters in a field answers 422 with a page on which that field can be cut and the rest goes with it as it was typed;\n" +
	"of a form with a password nothing comes back but the sentence.\n\n" +
	"| Field | Characters at most | What it holds |\n|---|---|---|\n"

const limitsForms = "\n## Room of a form\n\n" +
	"A form has room for 256 KB, in all its fields together, and in the forms below for as much as is said there: less where only a few words are typed, more where files come with\n" +
	"it. A greater one answers 413.\n\n" +
	"| Form | At most |\n|---|---|\n"
