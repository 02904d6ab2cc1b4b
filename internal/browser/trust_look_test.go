package browser_test

import (
	"strings"
	"testing"
	"time"

	"thidua/internal/auth/totp"
	"thidua/internal/browser"
)

// trust are the screens about accounts, rights, files and the log that a link leads to.
var trust = []seen{
	{"quen-mat-khau", "", "/quen-mat-khau"}, {"dat-mat-khau", "", "/dat-mat-khau"}, {"kiem-chung", "", "/kiem-chung?ma=7KQ4-0000-ABCD-EFGH"},
	{"phieu-kiem-chung", "nttha", "/phieu-kiem-chung"}, {"neo-nhat-ky", "stmai", "/neo-nhat-ky"}, {"nhat-ky-quan-tri", "dddat", "/nhat-ky"},
	{"quy-dinh-dang-nhap", "dddat", "/quy-dinh-dang-nhap"}, {"uy-quyen-thieu", "dddat", "/uy-quyen ! main form button.pri"},
	{"tep-luu", "dddat", "/tep-luu"}, {"tep-luu-mot", "dddat", "/tep-luu > main th a"},
}

// TestScreensOfTrust looks at the screens about accounts, rights, files and the log, and then at what only a form leads to: a second factor that
// is set up, refused, on and taken away, its recovery codes, a slip, and work in the post of somebody else.
func TestScreensOfTrust(t *testing.T) {
	h, season := sample(t)
	if err := season.Until("2025-01-14"); err != nil {
		t.Fatal(err)
	}
	look(t, h, trust)
	t.Run("second factor", func(t *testing.T) { secondFactor(t, h) })
	t.Run("deputy", func(t *testing.T) { deputising(t, h) })
}

func secondFactor(t *testing.T, h *house) {
	p := h.enter(t, "pmanh", browser.Desk)
	p.Go("/doi-mat-khau")
	p.Follow("main form button.pri")
	glance(t, p, "doi-mat-khau-loi")
	p.Go("/xac-thuc-hai-lop")
	p.Follow("main form button.pri")
	secret, err := totp.Parse(p.Text("#khoa"))
	if err != nil {
		t.Fatal(err)
	}
	p.Type("[name=password]", password)
	p.Type("[name=code]", totp.Code(secret, totp.Step(time.Now())))
	p.Follow("main form button.pri")
	glance(t, p, "ma-du-phong")
	if codes := browser.Eval[int](p, `document.querySelectorAll("main ol li").length`); codes != totp.RecoveryCodes || !strings.Contains(p.Text("main dl"), "Phạm Mai Anh") {
		t.Errorf("%d codes of %s", codes, p.Text("main dl"))
	}
	see(t, p, "hai-lop-bat", "/xac-thuc-hai-lop")

	ad := h.enter(t, "dddat", browser.Desk)
	ad.Go("/nguoi-dung")
	account := browser.Eval[string](ad, `[...document.querySelectorAll("main th a")].find(a => a.innerText == "pmanh").getAttribute("href")`)
	ad.Go(account)
	ad.Follow("form[action$='/dat-lai-xac-thuc-hai-lop'] button")
	glance(t, ad, "nguoi-dung-bo-hai-lop-loi")
	ad.Go(account)
	ad.Follow("form[action$='/lap-phieu-mat-khau'] button")
	glance(t, ad, "phieu-dat-mat-khau")
	if slip := ad.Text("main dl"); !strings.Contains(slip, "Thanh tra tỉnh Lào Cai") || !strings.Contains(slip, "Phạm Mai Anh") {
		t.Errorf("the slip says %s", slip)
	}
}

func deputising(t *testing.T, h *house) {
	p := h.enter(t, "tmkhoi", browser.Desk)
	p.Go("/uy-quyen")
	browser.Eval[string](p, `for (const [name, words] of [["post", "Lãnh đạo cơ quan"], ["to", "Bùi Đức Long"]]) {
		const s = document.querySelector("select[name=" + name + "]"); s.value = [...s.options].find(o => o.text.startsWith(words)).value
	} ""`)
	p.Type("[name=from]", "14/01/2025")
	p.Type("[name=until]", "20/01/2025")
	p.Follow("main form.card button.pri")
	see(t, p, "uy-quyen-dang-co", "/uy-quyen")
	d := h.enter(t, "bdlong", browser.Desk)
	d.Go("/uy-quyen")
	d.Follow("main table form button")
	see(t, d, "uy-quyen-dang-lam", "/uy-quyen")
	if strip := d.Text(".mau"); !strings.Contains(strip, "theo ủy quyền của Trần Mạnh Khôi") {
		t.Errorf("the strip says %q", strip)
	}
}
