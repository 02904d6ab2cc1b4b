package browser_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/browser"
)

// seen is a screen with who looks at it and where; nobody signs in for a public one, "list > selector" is the page that a link of a list
// leads to, "page ! selector" what comes when a button of the page is pressed, and "page !! selector" the page
// itself once a part of it is opened.
type seen struct{ name, user, path string }

// address finds where a screen is.
func (s seen) address(p *browser.Page) string {
	path, _, _ := strings.Cut(s.path, " !")
	list, link, inside := strings.Cut(path, " > ")
	if !inside {
		return path
	}
	p.Go(list)
	return browser.Eval[string](p, fmt.Sprintf("(e => e.pathname + e.search)(document.querySelector(%q))", link))
}

// screens are those of the season on the day of the sample.
var screens = []seen{
	{"01-viec-cua-toi", "nttha", "/viec-cua-toi"}, {"01b-viec-cong-chuc", "pmanh", "/viec-cua-toi"}, {"01-truong-phong", "bdlong", "/viec-cua-toi"},
	{"01-lanh-dao", "tmkhoi", "/cho-y-kien"}, {"01-tim", "nttha", "/tim?q=tuyen+truyen"}, {"01-tim-trong", "nttha", "/tim?q=khong+co+gi"},
	{"02-nhap-ke-hoach", "nttha", "/ke-hoach"},
	{"02-doi-chieu", "nttha", "/ke-hoach > main a[href^='/ke-hoach/']"}, {"03-phong-trao", "nttha", "/phong-trao"},
	{"03-ca-giai-doan", "nttha", "/phong-trao > nav.tabs a:last-child"}, {"03-them-van-ban", "nttha", "/phong-trao > main a[href$='/van-ban']"}, {"04-dang-ky", "lvdung", "/dang-ky"},
	{"04b-tong-hop", "nttha", "/tong-hop"}, {"05-theo-doi", "nttha", "/theo-doi"}, {"06-cham-diem", "nttha", "/cham-diem"},
	{"06-phieu", "nttha", "/cham-diem > main a[href^='/phieu-cham/']"}, {"07-phien", "nttha", "/hoi-dong > main th a"}, {"06b-xep-hang", "nttha", "/xep-hang"}, {"07-hoi-dong", "nttha", "/hoi-dong"}, {"08-ho-so", "nttha", "/ho-so"}, {"10-bang-vang", "nttha", "/bang-vang"},
	{"10-bang-vang-cong-khai", "", "/bang-vang"}, {"11-dang-nhap", "", "/dang-nhap"}, {"11c-loi", "nttha", "/sang-kien ! main form button.pri"},
	{"11f-tat-ca", "nttha", "/tat-ca"}, {"11b-trong", "pmanh", "/sang-kien > main .seg a:last-child"}, {"11d-404", "nttha", "/khong-co-trang-nay"},
	{"16-excel-tai-ra", "lvdung", "/excel/dang-ky"}, {"16-excel-danh-sach", "nttha", "/excel"}, {"12-dang-ky-ca-nhan", "bdlong", "/dang-ky-ca-nhan"}, {"13-phieu-trinh", "nttha", "/phieu-trinh"}, {"15-ket-qua-snv", "nttha", "/ket-qua-so-noi-vu"},
	{"don-vi", "dddat", "/don-vi"}, {"nguoi", "dddat", "/nguoi"}, {"nguoi-dung", "dddat", "/nguoi-dung"}, {"hoi-dong-thanh-lap", "dddat", "/thanh-lap-hoi-dong"},
	{"16-lap-van-ban", "nttha", "/lap-van-ban"}, {"16-giao-uoc", "nttha", "/lap-van-ban ! main form button"}, {"17-loi-van", "nttha", "/loi-van"},
	{"09-gui-nhan", "nttha", "/goi-ho-so"}, {"09-doi-tac", "dddat", "/doi-tac"}, {"18-danh-muc", "nttha", "/phat-dong"},
	{"18-noi-nhan", "nttha", "/noi-nhan"}, {"18-noi-nhan-mot", "nttha", "/noi-nhan > main th a"}, {"18-giao-uoc", "nttha", "/giao-uoc"},
	{"18-giao-uoc-mot", "tthanh", "/giao-uoc > main th a"}, {"18-ke-hoach-don-vi", "lvdung", "/ke-hoach-don-vi"}, {"18-huong-dan", "nttha", "/huong-dan"},
	{"18-hoi-dap", "pmanh", "/huong-dan > main a[href^='/hoi-dap/']"}, {"18-lien-quan", "nttha", "/phong-trao-lien-quan"}, {"18-tieu-chi", "nttha", "/huong-dan > main a[href$='/tieu-chi']"},
	{"19-ban-giao", "nttha", "/ban-giao"}, {"19-ban-giao-xong", "nttha", "/ban-giao > main th a"}, {"19-ban-giao-lap", "nttha", "/ban-giao ! main form button.pri"},
	{"17-loi-van-mau", "nttha", "/loi-van/bien-ban-kiem-phieu"}, {"nhat-ky", "stmai", "/nhat-ky"}, {"tai-khoan", "nttha", "/tai-khoan"},
	{"11-quy-dinh", "dddat", "/quy-dinh-dang-nhap"}, {"11-uy-quyen", "lvdung", "/uy-quyen"}, {"11-tai-khoan-quan-tri", "dddat", "/nguoi-dung > main th a"},
	{"11-dat-mat-khau", "", "/dat-mat-khau"}, {"11-hai-lop", "pmanh", "/xac-thuc-hai-lop"}, {"11-hai-lop-thiet-lap", "pmanh", "/xac-thuc-hai-lop ! main form button.pri"},
	{"van-thu", "lttrang", "/"}, {"hoi-dong-thanh-vien", "ntblien", "/"}, {"18-sang-kien-moi", "pmanh", "/sang-kien > main .acts a.btn"},
	{"18-ho-so-sang-kien", "nttha", "/sang-kien > main th a"}, {"18-tuyen-truyen", "nttha", "/tuyen-truyen"}, {"18-dien-hinh", "nttha", "/dien-hinh"},
	{"18-guong", "nttha", "/dien-hinh > main th a"}, {"18-guong-trang", "nttha", "/guong-dien-hinh"}, {"18-guong-cong-khai", "", "/guong-dien-hinh"},
	{"18-nhan-xet", "lvdung", "/nhan-xet"}, {"18-xep-loai-nhieu-nguoi", "nttha", "/xep-loai/nhieu-nguoi"}, {"18-tin-bai", "nttha", "/tuyen-truyen > main th a"},
	{"van-thu-ghi-so", "lttrang", "/ghi-so"}, {"van-thu-so", "lttrang", "/so-van-ban"}, {"van-thu-gui-nhan", "lttrang", "/gui-nhan"},
	{"van-thu-ho-so-luu", "lttrang", "/ho-so-luu"}, {"van-dong-tham-gia", "htkoanh", "/tham-gia"}, {"van-dong-ghi-nhan", "htkoanh", "/van-dong"},
	{"van-dong-xac-nhan", "htkoanh", "/xac-nhan"}, {"kiem-tra", "stmai", "/kiem-tra"}, {"kiem-tra-dot", "nttha", "/kiem-tra > main a[href^='/kiem-tra/']:not(.btn)"},
	{"kiem-tra-kien-nghi", "nttha", "/kiem-tra > main a[href^='/kien-nghi/']"}, {"kiem-tra-lap", "nttha", "/kiem-tra/them"}, {"lanh-dao-lien-ket", "nttha", "/lien-ket-lanh-dao"},
	{"lanh-dao-tin-nhan", "nttha", "/lien-ket-lanh-dao ! main form button.pri"}, {"may-chu", "dddat", "/tinh-trang"}, {"10-tra-cuu", "", "/tra-cuu?nam=2023"},
	{"11f-van-thu", "lttrang", "/tat-ca"}, {"18-thong-bao", "nttha", "/thong-bao"}, {"18-cach-nhan", "pmanh", "/cach-nhan-nhac"},
	{"18-lich", "nttha", "/lich"}, {"18-nhac", "nttha", "/tong-hop > main a[href$='/nhac']"}, {"18-ngan-hang", "nttha", "/chi-tieu-mau"},
	{"18-cau-mau", "lvdung", "/dang-ky?mau=mau-1-01&mau=mau-2-02"}, {"ngay-nghi", "dddat", "/ngay-nghi"},
	{"to-chuc", "nttha", "/thay-doi-to-chuc"}, {"to-chuc-sap-nhap", "nttha", "/thay-doi-to-chuc/moi?loai=merge"}, {"to-chuc-chia", "nttha", "/thay-doi-to-chuc/moi?loai=split"},
	{"to-chuc-lich-su", "nttha", "/don-vi > main a[href$='/lich-su']"}, {"to-chuc-excel", "nttha", "/excel/don-vi"}, {"nguoi-mot", "nttha", "/nguoi > main th a"},
	{"07-phien-theo-phien-truoc", "nttha", "/hoi-dong ! main a[href*='theo=']"}, {"to-chuc-excel-nguoi", "nttha", "/excel/nguoi"},
	{"du-lieu-cua-toi", "pmanh", "/tai-khoan/du-lieu"}, {"du-lieu-so-dang-ky", "dddat", "/du-lieu-ca-nhan"},
	{"neo-phieu", "nttha", "/phieu-kiem-chung"}, {"neo-phieu-mot", "nttha", "/phieu-kiem-chung > main th a"}, {"neo-nhat-ky", "stmai", "/neo-nhat-ky"},
	{"neo-kiem-chung", "", "/kiem-chung?ma=0000-0000-0000-0000"}, {"neo-kiem-chung-trong", "nttha", "/kiem-chung"}, {"nhat-ky-quan-tri", "dddat", "/nhat-ky"},
	{"du-lieu-so-han-che", "dddat", "/du-lieu-ca-nhan?pham-vi=han-che"}, {"du-lieu-mot-nguoi", "dddat", "/du-lieu-ca-nhan > main a[href*='/nguoi/']"},
}

// days are the screens of each day that the sample is played up to.
var days = map[thidua.Date][]seen{
	"2025-01-14": screens,
	"2025-01-22": {{"13-phieu-trinh-da-trinh", "nttha", "/phieu-trinh"}, {"13-lanh-dao", "tmkhoi", "/phieu-trinh"}, {"04b-ca-nhan", "nttha", "/tong-hop?loai=ca-nhan"}},
	"2025-01-23": {{"13-da-gui", "nttha", "/phieu-trinh"}},
	"2025-01-17": {{"07c-phien", "nttha", "/hoi-dong > main th a"}, {"08-van-ban", "nttha", "/van-ban > main th a"}, {"08-bao-cao", "pmanh", "/bao-cao > main th a"}, {"08-bao-cao-cua-toi", "pmanh", "/bao-cao"},
		{"08-bao-cao-van-phong", "nttha", "/ho-so > main .chk a[href^='/van-ban/'][href$='#loi-van']"}, {"07c-ket-qua", "nttha", "/ket-qua-hop"}, {"08-ho-so-17-01", "nttha", "/ho-so"}, {"01-van-thu", "lttrang", "/"}},
	"2025-01-09": {{"06-cham-diem-09-01", "nttha", "/cham-diem"}, {"06-phieu-09-01", "nttha", "/cham-diem > main tbody tr:nth-child(3) a[href^='/phieu-cham/']"}},
	"2025-01-16": {{"07-phien-bieu-quyet", "nttha", "/hoi-dong > main th a"}},
	"2026-01-12": {{"to-chuc-mot", "nttha", "/thay-doi-to-chuc > main th a"}, {"14-tong-ket", "nttha", "/tong-ket"}, {"14-tong-ket-dien-hinh", "nttha", "/tong-ket !! main details:last-of-type > summary"}, {"14-tong-ket-cong-chuc", "pmanh", "/tong-ket"}, {"14-so-luong", "nttha", "/tong-ket > main a[href$='/so-luong']"},
		{"14-viec-cua-toi", "nttha", "/viec-cua-toi"}, {"14-bao-cao", "nttha", "/tong-ket > main .chk a[href^='/van-ban/']"}, {"14-ho-so", "nttha", "/tong-ket > main .acts a[href$='/ho-so']"}},
	"2025-03-10": {{"15-ghi-quyet-dinh", "nttha", "/ket-qua-so-noi-vu"}},
	"2025-03-25": {{"15-co-quyet-dinh", "nttha", "/ket-qua-so-noi-vu"}, {"15-in-bang-khen", "nttha", "/ket-qua-so-noi-vu > main a[href$='/in-bang-khen']"}, {"16-lap-van-ban-25-03", "nttha", "/lap-van-ban"}, {"16-van-ban-25-03", "nttha", "/lap-van-ban ! #ho-so-de-nghi-khen-thuong form button"}, {"10-bang-vang-2024", "pmanh", "/bang-vang"}},
}

// TestScreens looks at every screen of the sample on a desk and on a phone, by day and by night, where the colours alone are new: axe-core finds
// nothing, nothing scrolls sideways, the console is silent. The season is played once, from one day of screens to the next. THIDUA_PICTURES names a folder for the
// pictures, THIDUA_SCREENS the only screens to look at.
func TestScreens(t *testing.T) {
	h, season := sample(t)
	for _, day := range slices.Sorted(maps.Keys(days)) {
		if !slices.ContainsFunc(days[day], asked) {
			continue
		}
		if err := season.Until(day); err != nil {
			t.Fatal(err)
		}
		h.sealed(t)
		t.Run(string(day), func(t *testing.T) { look(t, h, days[day]) })
	}
}

// sealed places and signs the log, as the running server does.
func (h *house) sealed(t *testing.T) {
	t.Helper()
	if _, err := audit.Sequence(t.Context(), h.db); err != nil {
		t.Fatal(err)
	}
	if _, err := h.db.Seal(t.Context(), h.key); err != nil {
		t.Fatal(err)
	}
}

// asked tells whether a screen is among those of THIDUA_SCREENS, which are all when it is empty.
func asked(s seen) bool {
	only := os.Getenv("THIDUA_SCREENS")
	return only == "" || slices.Contains(strings.Split(only, ","), s.name)
}

// clean tells what axe-core has found of a screen at a look, and keeps its picture where THIDUA_PICTURES says.
func (s seen) clean(t *testing.T, p *browser.Page, look string, found []browser.Violation) {
	t.Helper()
	for _, v := range found {
		t.Errorf("%s (%s) at %s: %s %s %v", s.name, s.user, look, v.Rule, v.Help, v.Nodes)
	}
	if dir := os.Getenv("THIDUA_PICTURES"); dir != "" {
		p.Screenshot(filepath.Join(dir, s.name+"-"+look+".png"), true)
	}
}

func look(t *testing.T, h *house, list []seen) {
	t.Helper()
	pages := map[string]*browser.Page{}
	for _, s := range list {
		if !asked(s) {
			continue
		}
		if pages[s.user] == nil {
			pages[s.user] = h.visit(t, s.user)
		}
		p := pages[s.user]
		at := s.address(p)
		for width, l := range map[string]browser.Look{"1366": browser.Desk, "390": browser.Phone} {
			p.Look(l)
			p.Go(at)
			if _, button, pressed := strings.Cut(s.path, " ! "); pressed {
				p.Follow(button)
			}
			if _, part, opened := strings.Cut(s.path, " !! "); opened {
				p.Click(part)
			}
			s.clean(t, p, width, p.Axe())
			p.Look(l.Night())
			s.clean(t, p, "nentoi-"+width, p.AxeColours())
		}
		p.NoSidewaysScroll(browser.Desk)
	}
	for user, p := range pages {
		for _, m := range p.Messages() {
			if !strings.HasPrefix(m, "Failed to load resource: the server responded with a status of ") { // only repeats what an error page is
				t.Errorf("console of %q: %s", user, m)
			}
		}
	}
}
