package tracking_test

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/browser"
)

// as lets a browser come in as somebody of the season.
func (d *desk) as(who string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sign(r, who)
		d.server.ServeHTTP(w, r)
	})
}

// TestPagesOfTheYearAreClean looks at every page of the year on a desk and a phone, by day and by night. With THIDUA_SCREENS set to a
// folder it leaves a picture of each there.
func TestPagesOfTheYearAreClean(t *testing.T) {
	d := openDesk(t)
	d.score(thidua.SheetClosed)
	d.write(reviewing(d, "NV2"))
	p := browser.Open(t, d.as("Nguyễn Thị Thu Hà"), browser.Desk)
	nv3 := url.Values{"don-vi": {d.Units["NV3"].ID}, "tieu-chi": {d.Definition.Heads()[4].ID}}.Encode()
	for _, s := range []struct{ name, path string }{
		{"05-theo-doi", "/theo-doi/" + d.round + "?" + nv3}, {"05-chi-tieu", "/chi-tieu/" + d.cells["NV3 TC5"]}, {"06-cham-diem", "/phieu-cham/" + d.sheets["NV2"]},
		{"06-danh-sach", "/cham-diem/" + d.round}, {"06b-xep-hang", "/xep-hang/" + d.Rounds[2023].ID}, {"06-thang-diem", "/thang-diem/" + d.Rounds[2025].ID},
		{"06-chi-so", "/chi-so"}, {"06-xep-loai", "/xep-loai"}, {"05-sang-kien", "/sang-kien/" + d.round}, {"05-ket-qua", "/ket-qua/" + d.round},
	} {
		d.look(p, s.name, s.path)
	}
	d.write(closing(d, "NV2"))
	d.look(p, "06b-xep-hang", "/xep-hang/"+d.round)
	for _, m := range p.Messages() {
		t.Errorf("console: %s", m)
	}
}

func (d *desk) look(p *browser.Page, name, path string) {
	d.t.Helper()
	for suffix, l := range map[string]browser.Look{"-1366": browser.Desk, "-390": browser.Phone, "-1366-toi": browser.Desk.Night(), "-390-toi": browser.Phone.Night()} {
		p.Look(l)
		p.Go(path)
		for _, v := range p.Axe() {
			d.t.Errorf("%s%s: %s (%s): %v", name, suffix, v.Rule, v.Help, v.Nodes)
		}
		if dir := os.Getenv("THIDUA_SCREENS"); dir != "" {
			p.Screenshot(filepath.Join(dir, name+suffix+".png"), true)
		}
	}
	p.NoSidewaysScroll(browser.Desk)
}
