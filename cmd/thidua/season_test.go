package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/factor"
	"thidua/internal/auth/totp"
	"thidua/internal/doc"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
	factorpages "thidua/internal/web/factor"
)

// TestSeason plays a whole season of a fresh agency as it stands in testdata/season: the command line founds it, then people sign in and do
// their work on the real pages without scripts.
func TestSeason(t *testing.T) {
	stories := t.TempDir()
	if err := testkit.Stories("testdata/season", stories); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: stories, Setup: func(e *testscript.Env) error {
		e.Values[townKey{}] = &town{}
		plan, err := os.ReadFile("../../internal/plan/testdata/lao-cai.txt")
		var scan bytes.Buffer
		return errors.Join(err, os.WriteFile(filepath.Join(e.WorkDir, "ke-hoach.txt"), plan, 0o600),
			doc.New("Bản quét", "2026-01-16", true, doc.Text("Bản quét có chữ ký (mẫu).")).PDF(&scan),
			os.WriteFile(filepath.Join(e.WorkDir, "ban-quet.pdf"), scan.Bytes(), 0o600))
	}, Cmds: map[string]func(*testscript.TestScript, bool, []string){
		"workbook": workbook, "open": openHouse, "day": setDay, "as": signInAs, "go": visit, "fill": fillIn, "tick": tickAll, "untick": untick, "every": every, "upload": attach, "unfold": unfold, "press": press,
		"see": see, "fetch": fetch, "show": show, "trespass": trespass,
	}})
}

// town is everybody who has signed in so far.
type town struct {
	base     string
	clock    *testkit.Clock
	visitors map[string]*visitor
	now      *visitor
}

type townKey struct{}

func townOf(ts *testscript.TestScript) *town { return ts.Value(townKey{}).(*town) }

// openHouse serves the data folder: open DIR.
func openHouse(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	clock := testkit.NewClock(opening)
	db, err := store.Open(context.Background(), store.Config{Dir: dir, Clock: clock.Now})
	ts.Check(err)
	ts.Check(since(db, opening))
	files, err := file.Open(dir)
	ts.Check(err)
	seal, err := parcel.LoadKey(dir)
	ts.Check(err)
	key, err := totp.LoadKey(dir)
	ts.Check(err)
	core := app.New(db, app.WithFiles(files), app.WithSeal(seal))
	server, err := web.New(web.Config{Core: core, Second: factor.Over(core, key, true), Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: db.Clock})
	ts.Check(err)
	listen := httptest.NewServer(server.Handler())
	ts.Defer(func() {
		listen.Close()
		ts.Check(errors.Join(files.Close(), db.Close()))
	})
	*townOf(ts) = town{base: strings.Replace(listen.URL, "127.0.0.1", "localhost", 1), clock: clock, visitors: map[string]*visitor{}}
}

// opening is the day on which the story begins; the command line founds on the day of the machine.
const opening thidua.Date = "2025-01-02"

// since gives every role that the command line gave from a day of the story on.
func since(db *store.DB, day thidua.Date) error {
	ctx := context.Background()
	all, err := app.New(db).Agencies(ctx)
	if err != nil {
		return err
	}
	for _, agency := range all {
		err = errors.Join(err, db.Write(ctx, &store.Act{Tenant: agency.ID, Actor: "account:machine", Verb: string(thidua.RoleGranted)}, func(tx *store.Tx) error {
			grants, err := tx.AllGrants()
			for _, g := range grants {
				g.ID, g.To, g.From = store.NewID(), g.From.AddDays(-1), day
				err = errors.Join(err, tx.InsertGrant(g))
			}
			return err
		}))
	}
	return err
}

// setDay moves the calendar of the house: day DD/MM/YYYY HH:MM.
func setDay(ts *testscript.TestScript, _ bool, args []string) {
	at, err := time.ParseInLocation("02/01/2006 15:04", strings.Join(args, " "), thidua.Zone)
	ts.Check(err)
	townOf(ts).clock.Set(at)
}

// signInAs goes on as somebody, who signs in the first time: as USER PASSWORD. Without a password it is somebody of the public, who never does.
func signInAs(ts *testscript.TestScript, _ bool, args []string) {
	w := townOf(ts)
	if w.now = w.visitors[args[0]]; w.now != nil {
		return
	}
	jar, err := cookiejar.New(nil)
	ts.Check(err)
	w.now = &visitor{client: &http.Client{Jar: jar}, base: w.base, user: args[0]}
	w.visitors[args[0]] = w.now
	if len(args) == 1 {
		return
	}
	w.now.open(ts, "/dang-nhap")
	w.now.typed["user"], w.now.typed["password"] = []string{args[0]}, []string{args[1]}
	w.now.press(ts, "Đăng nhập")
	if w.now.at.Path == "/dang-nhap" {
		ts.Fatalf("%s cannot sign in: %s", args[0], w.now.words())
	}
	if w.now.at.Path == factorpages.URL {
		w.now.enrol(ts, args[1])
	}
}

// enrol sets up the second factor that a role asks for, then signs in anew with password and code.
func (v *visitor) enrol(ts *testscript.TestScript, password string) {
	v.press(ts, "Thiết lập xác thực hai lớp")
	key, err := totp.Parse(v.page.Find("#khoa").Text())
	ts.Check(err)
	step := totp.Step(time.Now())
	v.typed["password"], v.typed["code"] = []string{password}, []string{totp.Code(key, step)}
	v.press(ts, "Bật xác thực hai lớp")
	if v.page.Find("main ol li").Length() != totp.RecoveryCodes {
		ts.Fatalf("%s has no recovery codes: %s", v.user, v.words())
	}
	v.typed["da-cat"] = []string{"1"}
	v.press(ts, "Đã cất giữ các mã")
	v.press(ts, "Đăng xuất")
	v.open(ts, "/dang-nhap")
	v.typed["user"], v.typed["password"], v.typed["code"] = []string{v.user}, []string{password}, []string{totp.Code(key, step+1)}
	v.press(ts, "Đăng nhập")
	if v.at.Path == "/dang-nhap" || v.at.Path == factorpages.URL {
		ts.Fatalf("%s cannot sign in with a code: %s", v.user, v.words())
	}
}

func visit(ts *testscript.TestScript, _ bool, args []string) { townOf(ts).now.open(ts, args[0]) }

// fillIn types into a field: fill NAME VALUE…; several values tick several boxes. A name may begin with * for the first field that ends so; a field
// may also be called by its label.
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

// tickAll ticks every box of a name, or of names that begin alike, or the one with a label: tick NAME, tick BEGINNING*, tick LABEL. With ! there is
// none that could be ticked.
func tickAll(ts *testscript.TestScript, neg bool, args []string) {
	v := townOf(ts).now
	match := "[name='" + args[0] + "']"
	if begin, ok := strings.CutSuffix(args[0], "*"); ok {
		match = "[name^='" + begin + "']"
	}
	boxes := v.page.Find("input[type=checkbox]" + match)
	if boxes.Length() == 0 {
		boxes = v.labelled(args[0])
	}
	boxes = boxes.Not("[disabled]")
	if (boxes.Length() == 0) != neg {
		ts.Fatalf("%s at %s: %d to tick %q", v.user, v.at.Path, boxes.Length(), args[0])
	}
	boxes.Each(func(_ int, e *goquery.Selection) {
		name := e.AttrOr("name", "")
		v.typed[name] = append(v.typed[name], e.AttrOr("value", "on"))
	})
}

// untick takes the tick out of the box with a label.
func untick(ts *testscript.TestScript, _ bool, args []string) {
	v := townOf(ts).now
	v.typed[v.field(ts, args[0])] = nil
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
		return said(e.Text()) == said(args[0])
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

// fetch follows a link with these words to a file and looks whether it is one of its kind: fetch WORDS pdf|docx|xlsx|zip.
func fetch(ts *testscript.TestScript, _ bool, args []string) {
	v := townOf(ts).now
	link := v.button(args[0]).Filter("a")
	if link.Length() == 0 {
		ts.Fatalf("%s at %s: no link %q on: %s", v.user, v.at.Path, args[0], v.words())
	}
	to, err := v.at.Parse(link.AttrOr("href", ""))
	ts.Check(err)
	answer, err := v.client.Get(v.base + to.RequestURI())
	ts.Check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	ts.Check(err)
	if wrong := testkit.NotAFile(args[1], answer.StatusCode, answer.Header.Get("Content-Type"), body); wrong != "" {
		ts.Fatalf("%s at %s: %q gives %s", v.user, v.at.Path, args[0], wrong)
	}
}

// show prints the forms of the page, for who writes a script.
func show(ts *testscript.TestScript, _ bool, _ []string) {
	v := townOf(ts).now
	fmt.Fprintf(os.Stderr, "== %s %s %.4000s\n", v.user, v.at, v.words())
	v.page.Find("main form, main a.btn").Each(func(_ int, f *goquery.Selection) {
		fmt.Fprintln(os.Stderr, "FORM", f.AttrOr("action", ""), f.AttrOr("id", ""), f.AttrOr("href", ""), strings.TrimSpace(f.Filter("a").Text()))
		f.Find("input, select, textarea, button").Each(func(_ int, e *goquery.Selection) {
			fmt.Fprintln(os.Stderr, "   ", goquery.NodeName(e), e.AttrOr("type", ""), e.AttrOr("name", ""), "=", e.AttrOr("value", ""), fmt.Sprintf("%.60s", strings.Join(strings.Fields(e.Filter("button, select").Text()), " ")))
		})
	})
}
