package web

import (
	"slices"
	"strings"
)

// belongs names the places of a menu under which pages with an address of their own are found, the nearest first.
var belongs = []struct {
	prefix string
	places []string
}{
	{"/phieu-cham", []string{"/xep-hang", "/cham-diem", "/phong-trao"}}, {"/cham-diem", []string{"/xep-hang", "/phong-trao"}},
	{"/thang-diem", []string{"/xep-hang", "/cham-diem", "/phong-trao"}}, {"/xep-hang", []string{"/phong-trao"}}, {"/chi-so", []string{"/xep-hang"}},
	{"/xep-loai", []string{"/xep-hang"}},
	{"/theo-doi", []string{"/phong-trao"}}, {"/chi-tieu", []string{"/theo-doi", "/ket-qua", "/phong-trao"}},
	{"/minh-chung", []string{"/theo-doi", "/ket-qua", "/phong-trao"}}, {"/ket-qua", []string{"/theo-doi"}}, {"/sang-kien", []string{"/ket-qua", "/theo-doi", "/phong-trao"}},
	{"/ho-so-sang-kien", []string{"/sang-kien", "/ket-qua", "/theo-doi", "/phong-trao"}}, {"/lich-su-sang-kien", []string{"/sang-kien", "/ket-qua", "/theo-doi", "/phong-trao"}},
	{"/tuyen-truyen", []string{"/theo-doi", "/ket-qua", "/phong-trao"}}, {"/tin-bai", []string{"/theo-doi", "/ket-qua", "/phong-trao"}},
	{"/dien-hinh", []string{"/bang-vang", "/phong-trao"}}, {"/guong", []string{"/bang-vang", "/phong-trao"}}, {"/guong-dien-hinh", []string{"/bang-vang"}},
	{"/nhan-xet", []string{"/xep-hang", "/theo-doi", "/ket-qua", "/phong-trao"}},
	{"/excel/phieu-cham", []string{"/xep-hang", "/cham-diem", "/phong-trao"}}, {"/excel/tien-do", []string{"/theo-doi", "/ket-qua", "/phong-trao"}},
	{"/excel/nguoi", []string{"/don-vi"}}, {"/excel/don-vi", []string{"/don-vi"}}, {"/excel/dang-ky", []string{"/tong-hop", "/dang-ky", "/phong-trao"}},
	{"/dang-ky", []string{"/tong-hop", "/phong-trao"}}, {"/ca-nhan", []string{"/dang-ky-ca-nhan", "/tong-hop", "/phong-trao"}},
	{"/nhac", []string{"/tong-hop"}}, {"/chi-tieu-mau", []string{"/dang-ky", "/dang-ky-ca-nhan", "/tong-hop"}}, {"/tong-hop", []string{"/cho-y-kien"}}, {"/phieu-trinh", []string{"/tong-hop", "/cho-y-kien"}},
	{"/truong-hop", []string{"/hoi-dong", "/bao-cao"}}, {"/hoi-dong", []string{"/bao-cao"}}, {"/ket-qua-hop", []string{"/hoi-dong"}},
	{"/phieu-kiem-chung", []string{"/van-ban", "/ho-so", "/bao-cao"}}, {"/kiem-chung", []string{"/van-ban", "/ho-so", "/tat-ca"}}, {"/neo-nhat-ky", []string{"/nhat-ky"}},
	{"/van-ban", []string{"/ho-so", "/bao-cao"}},
	{"/lap-van-ban", []string{"/ho-so", "/hoi-dong"}},
	{"/loi-van", []string{"/danh-muc", "/ho-so"}},
	{"/bao-cao", []string{"/ho-so"}},
	{"/ket-qua-so-noi-vu", []string{"/ho-so"}},
	{"/in-bang-khen", []string{"/ho-so"}},
	{"/thanh-tich", []string{"/bang-vang"}},
	{"/tong-ket", []string{"/phong-trao"}},
	{"/ke-hoach", []string{"/phong-trao"}},
	{"/thiet-lap", []string{"/phong-trao"}},
	{"/tai-lieu", []string{"/phong-trao"}},
	{"/nhiem-vu", []string{"/phong-trao"}},
	{"/gui-nhan", []string{"/ho-so"}}, {"/goi-ho-so", []string{"/gui-nhan", "/ho-so"}},
	{"/doi-tac", []string{"/danh-muc", "/ho-so"}},
	{"/chi-so-co-quan", []string{"/so-luong"}},
	{"/nguoi", []string{"/don-vi"}}, {"/du-lieu-ca-nhan", []string{"/danh-muc", "/nhat-ky"}},
	{"/thanh-lap-hoi-dong", []string{"/danh-muc"}},
	{"/co-quan", []string{"/danh-muc"}},
	{"/ngay-nghi", []string{"/danh-muc"}},
	{"/quy-dinh-dang-nhap", []string{"/danh-muc"}},
	{"/thay-doi-to-chuc", []string{"/don-vi"}},
	{"/phat-dong", []string{"/phong-trao"}},
	{"/noi-nhan", []string{"/phong-trao"}},
	{"/giao-uoc", []string{"/phong-trao"}},
	{"/ke-hoach-don-vi", []string{"/phong-trao"}},
	{"/huong-dan", []string{"/phong-trao"}},
	{"/hoi-dap", []string{"/phong-trao"}},
	{"/phong-trao-lien-quan", []string{"/phong-trao"}},
	{"/kien-nghi", []string{"/kiem-tra", "/theo-doi", "/phong-trao"}},
	{"/kiem-tra", []string{"/theo-doi", "/phong-trao"}},
	{"/tham-gia", []string{"/phong-trao"}},
	{"/van-dong", []string{"/tham-gia", "/phong-trao"}},
	{"/xac-nhan", []string{"/tham-gia", "/phong-trao"}},
	{"/ghi-so", []string{"/van-ban", "/ho-so"}},
	{"/so-van-ban", []string{"/van-ban", "/ho-so"}},
	{"/ho-so-luu", []string{"/ho-so"}},
	{"/lien-ket-lanh-dao", []string{"/ho-so"}},
	{"/tra-cuu", []string{"/bang-vang"}},
	{"/tinh-trang", []string{"/danh-muc"}}, {"/tep-luu", []string{"/tinh-trang", "/danh-muc"}},
	{"/uy-quyen", []string{"/nguoi-dung"}},
}

// own are the pages that stand beside every menu: the search, and what the name at its foot leads to.
var own = []string{"/tim", "/thong-bao", "/cach-nhan-nhac", "/lich", accountURL, passwordURL}

// inYear gives the address of a page of one year without the year: /nam/x/ho-so is found under /ho-so.
func inYear(path string) string {
	rest, ok := strings.CutPrefix(path, "/nam/")
	if _, page, below := strings.Cut(rest, "/"); ok && below {
		return "/" + page
	}
	return path
}

// under tells whether a page is the one at an address or below it.
func under(path, url string) bool {
	return path == url || strings.HasPrefix(path, url+"/")
}

// place gives the address of the one place of the menu at which somebody is: the place itself, a page below it, one that is found
// under it, or else the page of all functions; empty on the pages beside every menu.
func (m menu) place(path string) string {
	path = inYear(path)
	for _, e := range m.entries {
		if under(path, e.url) {
			return e.url
		}
	}
	if slices.ContainsFunc(own, func(url string) bool { return under(path, url) }) {
		return ""
	}
	for _, b := range belongs {
		if !under(path, b.prefix) {
			continue
		}
		for _, url := range b.places {
			if slices.ContainsFunc(m.entries, func(e entry) bool { return e.url == url }) {
				return url
			}
		}
	}
	return allURL
}
