package browser_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/browser"
)

// TestScreenOfAPlan looks at a plan under review in an agency that has no movement yet.
func TestScreenOfAPlan(t *testing.T) {
	p := openPlan(t)
	at := p.Path()
	for name, l := range map[string]browser.Look{"1366": browser.Desk, "390": browser.Phone, "nentoi-1366": browser.Desk.Night(), "nentoi-390": browser.Phone.Night()} {
		p.Look(l)
		p.Go(at)
		for _, v := range p.Axe() {
			t.Errorf("%s: %s %s %v", name, v.Rule, v.Help, v.Nodes)
		}
		if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
			p.Screenshot(filepath.Join(dir, "02-doi-chieu-"+name+".png"), true)
		}
	}
	p.NoSidewaysScroll(browser.Desk)
}

// openPlan uploads the real plan in a fresh agency and stops at its review.
func openPlan(t *testing.T) *browser.Page {
	t.Helper()
	h, ctx := build(t, time.Now), context.Background()
	who := thidua.Actor{Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	founded, err := h.FoundAgency(ctx, who, thidua.Agency{Name: "Thanh tra tỉnh Mẫu", Parent: "UBND tỉnh Mẫu", Place: "Mẫu", Symbol: "TT", LeaderTitle: "Chánh Thanh tra"})
	if err != nil {
		t.Fatal(err)
	}
	who.Tenant = founded.ID
	if _, _, err := h.AddAccount(ctx, who, agency.NewAccount{UserName: "vanphong", Password: secret, Roles: []thidua.Role{thidua.RoleOffice}}); err != nil {
		t.Fatal(err)
	}
	p := browser.Open(t, h.handler, browser.Look{Width: 1366, Height: 768, Host: "localhost"})
	p.Go("/dang-nhap")
	p.Type("[name=user]", "vanphong")
	p.Type("[name=password]", secret)
	p.Follow("button[type=submit]")
	p.Go("/ke-hoach")
	file, err := filepath.Abs("../plan/testdata/lao-cai.docx")
	if err != nil {
		t.Fatal(err)
	}
	p.Upload("[name=file]", file)
	if got := p.Text(".tep > span"); got != "lao-cai.docx" {
		t.Errorf("the chosen file stands on the page as %q", got)
	}
	p.Follow("main form button[type=submit]")
	return p
}

// TestOpenItemsBlockTheScriptedButton types what the plan leaves open: the button is grey until nothing is blank, then it makes the movement.
func TestOpenItemsBlockTheScriptedButton(t *testing.T) {
	p := openPlan(t)
	const grey = `document.querySelector("[data-needs]").getAttribute("aria-disabled") === "true"`
	const noted = `!document.querySelector(".note.cam").hidden`
	if !browser.Eval[bool](p, grey) || !browser.Eval[bool](p, noted) {
		t.Error("open items do not block the button")
	}
	p.Type("#number", "12")
	p.Type("#issued", "20/8/2021")
	if !browser.Eval[bool](p, grey) {
		t.Error("the day of Điều 12 is blank and the button is not grey")
	}
	p.Type("#deadline-3-day", "15/02")
	if browser.Eval[bool](p, grey) || browser.Eval[bool](p, noted) {
		t.Error("nothing is open and the button is grey")
	}
	p.Click("#d8")
	if at := browser.Eval[string](p, "location.hash"); at != "#t8" {
		t.Errorf("a marked passage leads to %q", at)
	}
	p.Click("#t13 .mkn")
	if at := browser.Eval[string](p, "location.hash"); at != "#d13" {
		t.Errorf("an item leads to %q", at)
	}
	p.Follow("[data-needs]")
	if at := p.Path(); !strings.HasPrefix(at, "/phong-trao/") {
		t.Errorf("confirming leads to %s", at)
	}
}

// TestScreensOfAReformPlan uploads a yearly reform plan in the sample agency, makes its tasks, and looks at each page of them.
func TestScreensOfAReformPlan(t *testing.T) {
	h, season := sample(t)
	if err := season.Until("2025-01-14"); err != nil {
		t.Fatal(err)
	}
	p := h.enter(t, "nttha", browser.Desk)
	p.Go("/ke-hoach")
	file, err := filepath.Abs("testdata/cchc-2025.txt")
	if err != nil {
		t.Fatal(err)
	}
	p.Upload("[name=file]", file)
	p.Follow("main form button[type=submit]")
	review := p.Path()
	see(t, p, "02-cchc", review)
	p.Type("#task-3-due", "30/06/2025")
	browser.Eval[bool](p, `new Promise(done => { const s = document.querySelector("[data-saved]");
		const look = () => s.textContent.includes("Đã lưu") ? done(true) : setTimeout(look, 50); look(); })`)
	p.Go(review)
	if got := browser.Eval[string](p, `document.querySelector("#task-3-due").value`); got != "30/06/2025" {
		t.Errorf("the draft saved itself with the day %q", got)
	}
	for _, row := range []string{"5", "6"} {
		p.Click("#task-" + row + "-take")
	}
	p.Follow("main .acts button.pri")
	list, _, _ := strings.Cut(p.Path(), "?")
	if !strings.HasSuffix(list, "/nhiem-vu") {
		t.Fatalf("the tasks lead to %s: %s", list, p.Text("main"))
	}
	see(t, p, "03-nhiem-vu", list)
	see(t, p, "03-nhiem-vu-theo-han", list+"?theo=han")
	p.Go(list)
	p.Follow("main tbody th a")
	see(t, p, "03-mot-nhiem-vu", p.Path())
	see(t, p, "02-cchc-da-tao", review)
	head := h.enter(t, "lvdung", browser.Desk)
	see(t, head, "01-nhiem-vu-truong-phong", "/viec-cua-toi")
	for _, q := range []*browser.Page{p, head} {
		for _, m := range q.Messages() {
			t.Errorf("console: %s", m)
		}
	}
}

// see looks at a page on a desk and on a phone, by day and by night.
func see(t *testing.T, p *browser.Page, name, path string) {
	t.Helper()
	for suffix, l := range map[string]browser.Look{"1366": browser.Desk, "390": browser.Phone, "nentoi-1366": browser.Desk.Night(), "nentoi-390": browser.Phone.Night()} {
		p.Look(l)
		p.Go(path)
		for _, v := range p.Axe() {
			t.Errorf("%s at %s: %s %s %v", name, suffix, v.Rule, v.Help, v.Nodes)
		}
		if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
			p.Screenshot(filepath.Join(dir, name+"-"+suffix+".png"), true)
		}
	}
	p.NoSidewaysScroll(browser.Desk)
	p.Look(browser.Desk)
	p.Go(path)
}

// glance is see for a page that a form has answered with, which cannot be opened by its address.
func glance(t *testing.T, p *browser.Page, name string) {
	t.Helper()
	for suffix, l := range map[string]browser.Look{"1366": browser.Desk, "390": browser.Phone, "nentoi-1366": browser.Desk.Night(), "nentoi-390": browser.Phone.Night()} {
		p.Look(l)
		for _, v := range p.Axe() {
			t.Errorf("%s at %s: %s %s %v", name, suffix, v.Rule, v.Help, v.Nodes)
		}
		if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
			p.Screenshot(filepath.Join(dir, name+"-"+suffix+".png"), true)
		}
	}
	p.NoSidewaysScroll(browser.Desk)
	p.Look(browser.Desk)
}
