package browser_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/browser"
	"thidua/internal/doc"
	"thidua/internal/testkit"
)

// secret is the password of the script.
const secret = "mot-cau-de-nho-2025"

// TestSeasonWithoutScripts plays the scripts of seasons of a fresh agency in a real browser whose JavaScript is off: everybody signs in and
// works on the real pages.
func TestSeasonWithoutScripts(t *testing.T) {
	scripts, err := filepath.Glob("../../cmd/thidua/testdata/season/*.txtar")
	if err != nil || len(scripts) < 2 {
		t.Fatalf("%d scripts, %v", len(scripts), err)
	}
	for _, file := range scripts {
		t.Run(filepath.Base(file), func(t *testing.T) { play(t, file) })
	}
}

func play(t *testing.T, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	archive := txtar.Parse(text)
	tables := map[string][]byte{}
	for _, f := range archive.Files {
		tables[f.Name] = f.Data
	}
	clock := testkit.NewClock("2025-01-02")
	s := &stage{t: t, clock: clock, house: build(t, clock.Now), pages: map[string]*browser.Page{}, dir: t.TempDir()}
	t.Cleanup(func() {
		if t.Failed() {
			t.Log("at " + s.line)
		}
	})
	s.found(tables)
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
	t     *testing.T
	clock *testkit.Clock
	pages map[string]*browser.Page
	now   *browser.Page
	dir   string
	line  string
}

// found does what the command line does at the head of the script: agency, units, people, accounts.
func (s *stage) found(tables map[string][]byte) {
	s.t.Helper()
	ctx := context.Background()
	who := thidua.Actor{Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	founded, err := s.FoundAgency(ctx, who, thidua.Agency{Name: "Thanh tra tỉnh Mẫu", Parent: "UBND tỉnh Mẫu", Place: "Mẫu", Symbol: "TT", LeaderTitle: "Chánh Thanh tra"})
	s.must(err)
	who.Tenant = founded.ID
	units := map[string]string{}
	for i, r := range cells(tables["units.txt"]) {
		u := thidua.Unit{Code: r[0], Name: r[1], Kind: thidua.UnitDivision, Order: i + 1, From: "2021-01-01"}
		if r[2] == r[1] {
			u.Kind = thidua.UnitOffice
		}
		u, err := s.SaveUnit(ctx, who, u)
		s.must(err)
		units[r[0]] = u.ID
	}
	people := map[string]string{}
	for _, r := range cells(tables["people.txt"]) {
		p := thidua.Person{Code: r[0], Name: r[1], Sex: thidua.Female, Civil: true, From: "2021-01-01"}
		if r[2] == "Ông" {
			p.Sex = thidua.Male
		}
		rank := map[string]thidua.Rank{"Lãnh đạo cơ quan": thidua.RankLeader, "Trưởng đơn vị": thidua.RankHead, "": thidua.RankMember}[r[5]]
		p, err := s.AddPerson(ctx, who, p, thidua.Post{Unit: units[r[3]], Title: r[4], Rank: rank, From: "2021-01-01"})
		s.must(err)
		people[r[0]] = p.ID
	}
	for _, a := range []struct {
		user, person string
		role         thidua.Role
	}{{"quantri", "", thidua.RoleAdmin}, {"chanhtt", "CTT", thidua.RoleLeader}, {"vanphong", "VP2", thidua.RoleOffice}, {"chanhvp", "VP1", ""},
		{"vanthu", "VP3", thidua.RoleClerk}, {"truongphong", "NV1", ""}, {"canbo", "NV2", ""}} {
		n := agency.NewAccount{UserName: a.user, Person: people[a.person], Password: secret}
		if a.role != "" {
			n.Roles = []thidua.Role{a.role}
		}
		_, _, err := s.AddAccount(ctx, who, n)
		s.must(err)
	}
}

func cells(table []byte) (out [][]string) {
	for i, line := range strings.Split(strings.TrimSpace(string(table)), "\n") {
		if i == 0 {
			continue
		}
		row := strings.Split(line, "|")
		for j := range row {
			row[j] = strings.TrimSpace(row[j])
		}
		out = append(out, row)
	}
	return out
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
	case "stdin", "thidua", "workbook", "open":
	case "day":
		at, err := time.ParseInLocation("02/01/2006 15:04", strings.Join(args, " "), thidua.Zone)
		s.must(err)
		s.clock.Set(at)
	case "as":
		s.as(args)
	case "go":
		s.now.Go(args[0])
	case "see", "!":
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
	case "fill", "tick", "every":
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
		const boxes = named(args[0]).filter(e => e.type === "checkbox");
		boxes.forEach(e => { e.checked = true; });
		return boxes.length ? "" : "nothing to tick " + args[0];
	}
	if (verb === "every") return [...document.querySelectorAll("[name$='" + args[0] + "']")].map(e => set([e], args[1])).join("");
	document.querySelectorAll("[data-thu]").forEach(e => e.removeAttribute("data-thu"));
	const b = [...document.querySelectorAll(verb === "unfold" ? "summary" : "button,a")].find(e => (words(e) === args[0] || e.getAttribute("aria-label") === args[0] ||
		words(e).replace(/[ 0-9]+$/, "") === args[0]) && !(e.getAttribute("href") || "").startsWith("#") && e.type !== "button" && e.ariaHidden !== "true");
	if (!b) return "no button " + args[0];
	if (b.getAttribute("aria-disabled") === "true") return args[0] + " is blocked";
	if (!b.checkVisibility()) return args[0] + " is hidden";
	b.setAttribute("data-thu", "1");
	return "";
}`
