package web_test

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/browser"
)

// TestScreensOfAnEditedPaperAreClean looks at a paper before and after it comes back from Word, and at what differs.
func TestScreensOfAnEditedPaperAreClean(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter := p.papers()[0]
	desk := browser.Open(t, p.as(ha), browser.Desk)
	_, own := p.download(ha, letter+"/tep/van-ban.docx")
	edited := retyped(t, retyped(t, retyped(t, own, "Phạm Mai Anh", "Phạm Mai Ánh"), "- Sở Nội vụ", "- Sở Nội vụ tỉnh Lào Cai"), "kính trình", "trân trọng kính trình")
	bring := func(data []byte) string {
		d, _ := p.get(ha, letter)
		w := p.send(ha, d, by(thidua.ReceiveEdit), "", nil, map[string][]byte{"edited": data})
		if w.Code != http.StatusSeeOther {
			t.Fatalf("brought back: %d", w.Code)
		}
		return w.Header().Get("Location")
	}
	look(t, desk, "08-sua-word-khong-khac", bring(own))
	at := bring(edited)
	look(t, desk, "08-sua-word", at)
	d, _ := p.get(ha, at)
	if w := p.send(ha, d, by(thidua.UseEdit), "", url.Values{"reason": {"theo giấy khai sinh"}}, nil); w.Code != http.StatusSeeOther {
		t.Fatalf("used: %d", w.Code)
	}
	look(t, desk, "08-sua-word-da-chon", at)
	look(t, desk, "08-to-trinh-sua", letter)
}

// TestScreensOfASignatureAreClean signs as a leader does in a browser, with the key outside of it.
func TestScreensOfASignatureAreClean(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter := p.papers()[0]
	p.act(ha, letter, by(thidua.SubmitForSign), nil)
	p.turnSigningOn()
	look(t, browser.Open(t, p.as("Đỗ Đức Đạt"), browser.Desk), "co-quan", "/co-quan")
	desk := browser.Open(t, p.as(khoi), browser.Desk)
	look(t, desk, "08-ky-so-van-ban", letter)
	look(t, desk, "08-ky-so-buoc-1", letter+"/ky-so")
	key, certificate := sealOf(t, khoi)
	dir := t.TempDir()
	chosen := func(field, name string, data []byte) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		desk.Upload("[name="+field+"]", file)
	}
	for name, l := range map[string]browser.Look{"1366": browser.Desk, "390": browser.Phone, "1366-nentoi": browser.Desk.Night(), "390-nentoi": browser.Phone.Night()} {
		desk.Look(l)
		desk.Go(letter + "/ky-so")
		desk.Click("[name=as][value=nguoi-ky]")
		chosen("certificate", "khoi.pem", certificate)
		desk.Follow("main form button.pri")
		if !strings.Contains(desk.Text("main"), "Bước 2: ký và đưa chữ ký vào văn bản") {
			t.Fatalf("%s: %s", name, desk.Text("main"))
		}
		for _, v := range desk.Axe() {
			t.Errorf("08-ky-so-buoc-2 at %s: %s %s %v", name, v.Rule, v.Help, v.Nodes)
		}
		if dir := os.Getenv("THIDUA_SCREENS"); dir != "" {
			desk.Screenshot(filepath.Join(dir, "08-ky-so-buoc-2-"+name+".png"), true)
		}
	}
	desk.NoSidewaysScroll(browser.Phone)
	d, _ := p.get(khoi, letter+"/ky-so")
	d, _ = p.read(p.send(khoi, d, `form[action$="/ky-so/chuan-bi"]`, "", url.Values{"as": {"nguoi-ky"}, "number": {"12/TTr-TT"}, "issued": {"17/01/2025"}}, map[string][]byte{"certificate": certificate}))
	second := `form[action$="/ky-so"]`
	bring, _ := d.Find(second + " button[formaction]").Attr("formaction")
	value := signedBy(t, key, p.send(khoi, d, second, bring, nil, nil).Body.Bytes())
	if w := p.send(khoi, d, second, "", nil, map[string][]byte{"value": value}); w.Code != http.StatusSeeOther {
		t.Fatalf("signed: %d", w.Code)
	}
	look(t, desk, "08-ky-so-xong", letter)
	office := browser.Open(t, p.as(ha), browser.Desk)
	look(t, office, "08-ky-so-ho-so", p.file())
	d, _ = p.get(ha, letter)
	if w := p.send(ha, d, by(thidua.RecordIssued), "", nil, nil); w.Code != http.StatusSeeOther {
		t.Fatalf("issued: %d", w.Code)
	}
	look(t, office, "08-ky-so-ban-hanh", letter)
}
