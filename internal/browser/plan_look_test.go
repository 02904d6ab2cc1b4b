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
