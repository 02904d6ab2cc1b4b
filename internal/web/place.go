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
	{"/excel/phieu-cham", []string{"/xep-hang", "/cham-diem", "/phong-trao"}}, {"/excel/tien-do", []string{"/theo-doi", "/ket-qua", "/phong-trao"}},
	{"/excel/nguoi", []string{"/don-vi"}}, {"/excel/dang-ky", []string{"/tong-hop", "/dang-ky", "/phong-trao"}},
	{"/dang-ky", []string{"/tong-hop", "/phong-trao"}}, {"/ca-nhan", []string{"/dang-ky-ca-nhan", "/tong-hop", "/phong-trao"}},
	{"/nhac", []string{"/tong-hop"}}, {"/chi-tieu-mau", []string{"/dang-ky", "/dang-ky-ca-nhan", "/tong-hop"}}, {"/tong-hop", []string{"/cho-y-kien"}}, {"/phieu-trinh", []string{"/tong-hop", "/cho-y-kien"}},
	{"/truong-hop", []string{"/hoi-dong", "/bao-cao"}}, {"/hoi-dong", []string{"/bao-cao"}}, {"/ket-qua-hop", []string{"/hoi-dong"}},
	{"/van-ban", []string{"/ho-so", "/bao-cao"}}, {"/lap-van-ban", []string{"/ho-so", "/hoi-dong"}}, {"/loi-van", []string{"/danh-muc", "/ho-so"}}, {"/bao-cao", []string{"/ho-so"}}, {"/ket-qua-so-noi-vu", []string{"/ho-so"}}, {"/in-bang-khen", []string{"/ho-so"}}, {"/thanh-tich", []string{"/bang-vang"}},
	{"/ke-hoach", []string{"/phong-trao"}}, {"/thiet-lap", []string{"/phong-trao"}}, {"/tai-lieu", []string{"/phong-trao"}}, {"/nhiem-vu", []string{"/phong-trao"}},
	{"/nguoi", []string{"/don-vi"}}, {"/thanh-lap-hoi-dong", []string{"/danh-muc"}}, {"/co-quan", []string{"/danh-muc"}}, {"/ngay-nghi", []string{"/danh-muc"}},
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
