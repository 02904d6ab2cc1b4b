package browser_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/auth/totp"
	"thidua/internal/browser"
	"thidua/internal/doc"
	"thidua/internal/testkit"
	"thidua/internal/web/factor"
)

// secret is the password of the script.
const secret = "mot-cau-de-nho-2025"

// TestSeasonWithoutScripts plays the scripts of seasons of a fresh agency in a real browser whose JavaScript is off: everybody signs in and
// works on the real pages.
func TestSeasonWithoutScripts(t *testing.T) {
	scripts, err := filepath.Glob("../../cmd/thidua/testdata/season/*.txtar")
	if err != nil || len(scripts) < 3 {
		t.Fatalf("%d scripts, %v", len(scripts), err)
	}
	for _, file := range scripts {
		t.Run(filepath.Base(file), func(t *testing.T) { play(t, file) })
	}
}

func play(t *testing.T, file string) {
	archive, err := testkit.Story(file)
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string][]byte{}
	for _, f := range archive.Files {
		tables[f.Name] = f.Data
	}
	clock := testkit.NewClock("2025-01-02")
	s := &stage{t: t, clock: clock, house: buildAsking(t, clock.Now, true), pages: map[string]*browser.Page{}, dir: t.TempDir(), tables: tables}
	t.Cleanup(func() {
		if t.Failed() {
			t.Log("at " + s.line)
		}
	})
	s.papers()
	for n, line := range strings.Split(string(archive.Comment), "\n") {
		if words := parted(line); len(words) > 0 {
			s.line = fmt.Sprintf("%s:%d: %s", filepath.Base(file), n+1, line)
			s.do(words[0], words[1:])
		}
	}
}

// parted cuts a line of a script into words; a word in quotes may hold spaces.
func parted(line string) (out []string) {
	if strings.HasPrefix(strings.TrimSpace(line), "#") {
		return nil
	}
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}

// stage is the browser side of the script.
type stage struct {
	*house
	t      *testing.T
	clock  *testkit.Clock
	pages  map[string]*browser.Page
	now    *browser.Page
	dir    string
	tables map[string][]byte
	line   string
}

// papers makes the files that the script uploads.
func (s *stage) papers() {
	s.t.Helper()
	plan, err := os.ReadFile("../plan/testdata/lao-cai.txt")
	s.must(err)
	s.must(os.WriteFile(filepath.Join(s.dir, "ke-hoach.txt"), plan, 0o600))
	var scan bytes.Buffer
	s.must(doc.New("Bản quét", "2026-01-16", true, doc.Text("Bản quét có chữ ký (mẫu).")).PDF(&scan))
	s.must(os.WriteFile(filepath.Join(s.dir, "ban-quet.pdf"), scan.Bytes(), 0o600))
}

func (s *stage) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatalf("%s: %v", s.line, err)
	}
}

// do plays one line of the script.
func (s *stage) do(verb string, args []string) {
	s.t.Helper()
	switch verb {
	case "stdin", "open":
	case "workbook":
		s.workbook(args)
	case "thidua":
		s.machine(args)
	case "day":
		at, err := time.ParseInLocation("02/01/2006 15:04", strings.Join(args, " "), thidua.Zone)
		s.must(err)
		s.clock.Set(at)
	case "as":
		s.as(args)
	case "go":
		s.now.Go(args[0])
	case "!":
		if args[0] == "tick" {
			s.mark("!tick", args[1:])
			return
		}
		fallthrough
	case "see":
		words := args[len(args)-1]
		if browser.Eval[bool](s.now, "document.querySelector('main').textContent.replace(/\\s+/g,' ').includes("+quoted(words)+")") == (verb == "!") {
			s.t.Fatalf("%s: %s: %s", s.line, s.now.Path(), s.now.Text("main"))
		}
	case "fetch":
		s.mark("fetch", args)
		s.fetch(args[1])
	case "upload":
		s.now.Upload("input[type=file][name="+args[0]+"]", filepath.Join(s.dir, args[1]))
	case "press":
		s.mark("press", args)
		s.now.Follow("[data-thu]")
	case "unfold":
		s.mark("unfold", args)
		s.now.Click("[data-thu]")
	case "trespass":
		s.trespass(args[0])
	case "fill", "tick", "untick", "every":
		s.mark(verb, args)
	default:
		s.t.Fatalf("%s: unknown", s.line)
	}
}

// fetch gets the file behind the marked link as the browser would, with its session.
func (s *stage) fetch(kind string) {
	s.t.Helper()
	got := browser.Eval[struct {
		Status int
		Type   string
		Body   []byte
	}](s.now, getter)
	if wrong := testkit.NotAFile(kind, got.Status, got.Type, got.Body); wrong != "" {
		s.t.Fatalf("%s: %s", s.line, wrong)
	}
}

const getter = `(() => {
	const r = new XMLHttpRequest();
	r.open("GET", document.querySelector("[data-thu]").href, false);
	r.overrideMimeType("text/plain; charset=x-user-defined");
	r.send();
	let bytes = "";
	for (let i = 0; i < r.responseText.length; i++) bytes += String.fromCharCode(r.responseText.charCodeAt(i) & 255);
	return {Status: r.status, Type: r.getResponseHeader("Content-Type"), Body: btoa(bytes)};
})()`

// as goes on as somebody, who signs in the first time; somebody of the public never does.
func (s *stage) as(args []string) {
	user := args[0]
	if s.now = s.pages[user]; s.now != nil {
		return
	}
	look := browser.Desk.WithoutScript()
	look.Host = "localhost"
	s.now = browser.Open(s.t, s.handler, look)
	s.pages[user] = s.now
	if len(args) == 1 {
		return
	}
	s.now.Go("/dang-nhap")
	s.now.Type("[name=user]", user)
	s.now.Type("[name=password]", secret)
	s.now.Follow("button[type=submit]")
	if s.now.Path() == factor.URL {
		s.enrol(user)
	}
}

// enrol sets up the second factor that a role asks for, then signs in anew with password and code.
func (s *stage) enrol(user string) {
	s.t.Helper()
	s.mark("press", []string{"Thiết lập xác thực hai lớp"})
	s.now.Follow("[data-thu]")
	key, err := totp.Parse(s.now.Text("#khoa"))
	s.must(err)
	step := totp.Step(time.Now())
	s.now.Type("[name=password]", secret)
	s.now.Type("[name=code]", totp.Code(key, step))
	s.mark("press", []string{"Bật xác thực hai lớp"})
	s.now.Follow("[data-thu]")
	s.mark("tick", []string{"da-cat"})
	for _, button := range []string{"Đã cất giữ các mã", "Đăng xuất"} {
		s.mark("press", []string{button})
		s.now.Follow("[data-thu]")
	}
	s.now.Go("/dang-nhap")
	s.now.Type("[name=user]", user)
	s.now.Type("[name=password]", secret)
	s.now.Type("[name=code]", totp.Code(key, step+1))
	s.mark("press", []string{"Đăng nhập"})
	s.now.Follow("[data-thu]")
	if p := s.now.Path(); p == "/dang-nhap" || p == factor.URL {
		s.t.Fatalf("%s: %s cannot sign in with a code: %s", s.line, user, s.now.Text("body"))
	}
}

func quoted(v any) string {
	text, _ := json.Marshal(v)
	return string(text)
}

// mark finds fields and buttons by their names and words as a person does, from outside the page, whose own scripts are off: it types, ticks,
// chooses, or marks the button that is pressed next.
func (s *stage) mark(verb string, args []string) {
	s.t.Helper()
	if wrong := browser.Eval[string](s.now, "("+finder+")("+quoted(verb)+","+quoted(args)+")"); wrong != "" {
		s.t.Fatalf("%s: %s on %s", s.line, wrong, s.now.Path())
	}
}

const finder = `(verb, args) => {
	const words = e => e.textContent.replace(/\s+/g, " ").trim();
	const fields = [...document.querySelectorAll("input,select,textarea")];
	const named = name => {
		const filled = new Set(fields.filter(e => e.dataset.filled).map(e => e.name));
		const found = fields.filter(e => e.name === name || name.endsWith("*") && e.name.startsWith(name.slice(0, -1)) && !filled.has(e.name));
		const labels = [...document.querySelectorAll("label")].map(l => [words(l), l.control])
			.concat(fields.map(e => [e.getAttribute("aria-label") || "", e])).filter(([text, e]) => e && text.startsWith(name));
		const called = labels.find(([text]) => text === name) || labels[0];
		return found.length || !called ? found : [called[1]];
	};
	const set = (fields, value) => {
		for (const e of fields) {
			e.dataset.filled = "1";
			if (e.tagName === "SELECT") {
				const o = [...e.options].find(o => o.value === value) || [...e.options].find(o => o.value && words(o).startsWith(value));
				if (!o) return "no option " + value;
				e.value = o.value;
				return "";
			}
			if (e.type === "radio" || e.type === "checkbox") {
				e.dataset.filled = "";
				if (e.value !== value && !(e.closest("label") && words(e.closest("label")).startsWith(value))) continue;
				e.checked = true;
				e.dataset.filled = "1";
				return "";
			}
			if (e.type === "hidden") continue;
			e.value = value;
			return "";
		}
		return "no field takes " + value;
	};
	if (verb === "fill") return set(named(args[0]), args[1]);
	if (verb === "tick") {
		const boxes = named(args[0]).filter(e => e.type === "checkbox" && !e.disabled);
		boxes.forEach(e => { e.checked = true; });
		return boxes.length ? "" : "nothing to tick " + args[0];
	}
	if (verb === "!tick") return named(args[0]).some(e => e.type === "checkbox" && !e.disabled) ? args[0] + " could be ticked" : "";
	if (verb === "untick") {
		const boxes = named(args[0]).filter(e => e.type === "checkbox" && e.checked);
		boxes.forEach(e => { e.checked = false; });
		return boxes.length ? "" : "nothing to untick " + args[0];
	}
	if (verb === "every") return [...document.querySelectorAll("[name$='" + args[0] + "']")].map(e => set([e], args[1])).join("");
	document.querySelectorAll("[data-thu]").forEach(e => e.removeAttribute("data-thu"));
	const there = verb === "unfold" ? ["summary"] : ["main button, main a", "button, a"];
	const b = there.flatMap(where => [...document.querySelectorAll(where)]).find(e => (words(e) === args[0] || e.getAttribute("aria-label") === args[0] ||
		words(e).replace(/[ 0-9]+$/, "") === args[0]) && !(e.getAttribute("href") || "").startsWith("#") && e.type !== "button" && e.ariaHidden !== "true");
	if (!b) return "no button " + args[0];
	if (b.getAttribute("aria-disabled") === "true") return args[0] + " is blocked";
	if (!b.checkVisibility()) return args[0] + " is hidden";
	b.setAttribute("data-thu", "1");
	return "";
}`
